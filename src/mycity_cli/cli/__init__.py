"""The command line: the one layer that prints, exits, and looks at the terminal, the environment and the clock."""
