"""Files as sheets: their bytes, their text, and the rows in each format. Import from the modules."""
