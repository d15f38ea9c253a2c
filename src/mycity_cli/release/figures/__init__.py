"""Finding the figures of a release: amounts of money, counts of projects, contracts and agreements, percentages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mycity_cli.release.figures.finder import Finder
from mycity_cli.release.plain import plain

if TYPE_CHECKING:
    from mycity_cli.figure.scanning import Unread
    from mycity_cli.release.findings import Mention, Release

__all__ = ["find_figures", "find_mentions"]


def find_mentions(release: Release) -> tuple[Mention, ...]:
    """Return the figures of a release in the order of its text.

    Amounts of money and percentages are all figures; counts are where they count projects, contracts, agreements and
    the like. Dates, ranks, ordinals and counts of other things are left out, and so are sentences in other languages
    than English and Chinese.
    """
    return find_figures(release)[0]


def find_figures(release: Release) -> tuple[tuple[Mention, ...], tuple[Unread, ...]]:
    """Return the figures of a release, as `find_mentions` does, and the numbers in it that cannot be read whole."""
    finder = Finder(release, plain(release.text))
    return finder.find(), tuple(finder.unread)
