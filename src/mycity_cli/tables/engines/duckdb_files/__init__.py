"""Files that DuckDB reads within this process."""
