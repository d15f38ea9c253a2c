"""Writes the data files of the package that come from published tables."""
