"""Figures as people state them, in English and Chinese."""

from mycity_cli.figure.figure import Figure, Found, Scale
from mycity_cli.figure.lexicon import Bound
from mycity_cli.figure.reader import COUNT, RATIO, Shared

__all__ = ["COUNT", "RATIO", "Bound", "Figure", "Found", "Scale", "Shared"]
