"""What a release may assert, a file for each kind of relation: its words, and the figures that may fill its roles."""
