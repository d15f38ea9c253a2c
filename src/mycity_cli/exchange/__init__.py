"""Datasets as files of one's own: their schema, a first one, several made one, other formats."""
