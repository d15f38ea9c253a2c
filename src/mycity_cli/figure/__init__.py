"""Figures as people state them, in English and Chinese."""

from mycity_cli.figure.figure import Figure, Scale
from mycity_cli.figure.units import COUNT, POINTS, RATIO, Bound

__all__ = ["COUNT", "POINTS", "RATIO", "Bound", "Figure", "Scale"]
