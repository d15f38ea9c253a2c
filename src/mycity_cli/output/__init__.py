"""Results written out: one file per format, columns declared once."""

from mycity_cli.output.listing import Card, Cell, Column, Kind, Listing
from mycity_cli.output.render import Format, Style, render

__all__ = ["Card", "Cell", "Column", "Format", "Kind", "Listing", "Style", "render"]
