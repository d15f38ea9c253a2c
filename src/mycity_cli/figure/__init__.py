"""Figures as people state them, in English and Chinese."""

from mycity_cli.figure.figure import Figure, Scale
from mycity_cli.figure.lexicon import Bound
from mycity_cli.figure.reader import COUNT, POINTS, RATIO

__all__ = ["COUNT", "POINTS", "RATIO", "Bound", "Figure", "Scale"]
