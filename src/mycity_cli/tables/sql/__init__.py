"""Large tables, read and added up where they are: by DuckDB, or by the database that holds them.

It answers as the rows in memory do, digit for digit. Import from the modules: they need SQLAlchemy and DuckDB.
"""
