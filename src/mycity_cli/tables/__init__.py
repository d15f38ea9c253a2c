"""The questions of `query` put to a table of signings: CSV, TSV, JSON Lines, Parquet, or a table of a database.

A row is a signing, and every answer is the one that a dataset of such signings would give. Import from the modules:
nothing but `location` may be imported where no table is given, since the rest needs the extra `tables`.
"""
