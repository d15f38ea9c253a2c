"""What is said to engines of SQL in their own words: one module for each says what it can do. No other names one.

Import from the modules: they need SQLAlchemy, and some a driver of their own.
"""
