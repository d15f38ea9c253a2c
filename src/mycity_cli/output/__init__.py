"""Results written out: one file per format, columns declared once.

Import from the modules: a command in a pipe should not pay for tables.
"""
