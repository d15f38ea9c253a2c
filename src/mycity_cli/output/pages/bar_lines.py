"""Bars on a page: each a line of a table, drawn in parts of its width, so that it fits any screen."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.errors import visible
from mycity_cli.exact import Rational, grouped, plain, rounded
from mycity_cli.interval import Interval
from mycity_cli.output.axis import Axis
from mycity_cli.output.bars import Bar, Chart, whisker_ends
from mycity_cli.output.pages.diction import Diction

if TYPE_CHECKING:
    from markupsafe import Markup


class BarLine(NamedTuple):
    """A bar: its label, its value and what that may be in words, and where it lies, in parts of the width.

    `whisker` is where the line over all that the value may be starts and ends, and `caps` which of its ends are closed.
    """

    label: str
    number: Markup | str
    between: str
    is_stated: bool
    start: str
    width: str
    whisker: tuple[str, str] | None
    caps: tuple[bool, bool]


class BarTable(NamedTuple):
    """A chart as a table: its lines, the numbers on its axis with their places, where zero is, and its unit.

    `crowd` says how much room the numbers on the axis take: where it is not there, some are left out.
    """

    caption: str
    group: str
    measure: str
    unit: str
    lines: list[BarLine]
    ticks: list[tuple[str, str]]
    crowd: str
    zero: str
    has_whiskers: bool
    has_arrows: bool


def bar_table(chart: Chart, diction: Diction, *, group: str, measure: str) -> BarTable:
    """Return a chart as a table."""
    axis = Axis.round(chart.bars)
    unit = "" if chart.scale is None else diction.unit(chart.scale, chart.currency)
    intervals = [bar.interval for bar in chart.bars if bar.interval is not None]
    ticks = [(_part(axis.at(tick)), grouped(plain(Fraction(tick, 10**chart.power)))) for tick in axis.ticks]
    return BarTable(
        caption=chart.caption.title,
        group=group,
        measure=measure,
        unit=unit,
        lines=[_line(bar, chart, axis, diction) for bar in chart.bars],
        ticks=ticks,
        crowd=_crowd([number for _, number in ticks]),
        zero=_part(axis.at(0)),
        has_whiskers=any(each.width is not None for each in intervals),
        has_arrows=any(each.width is None for each in intervals),
    )


def _line(bar: Bar, chart: Chart, axis: Axis, diction: Diction) -> BarLine:
    zero, end = axis.at(0), axis.at(bar.value or 0)
    has_spread = bar.value is not None and bar.interval is not None
    return BarLine(
        label=bar.label,
        number=padded(bar.number),
        between=diction.between(bar.value or 0, bar.interval, chart.scale) if has_spread and bar.interval else "",
        is_stated=bar.value is not None,
        start=_part(min(zero, end)),
        width=_part(max(zero, end) - min(zero, end)),
        whisker=_whisker(bar.value or 0, bar.interval, axis) if has_spread and bar.interval else None,
        caps=(False, False) if bar.interval is None else (bar.interval.low is not None, bar.interval.high is not None),
    )


def _crowd(numbers: Sequence[str]) -> str:
    """Return how much room numbers take side by side, each with a gap as wide as two of its digits."""
    characters = sum(len(number) + 2 for number in numbers)
    return next((name for name, most in _CROWDS if characters <= most), "many")


_CROWDS = (("few", 26), ("some", 46))
"""How many characters fit where the style sheet begins to leave numbers out."""


def _whisker(value: Rational, interval: Interval, axis: Axis) -> tuple[str, str]:
    start, end = whisker_ends(value, interval)
    return _part(axis.at(start)), _part(axis.at(end))


def _part(share: Rational) -> str:
    return f"{rounded(share * 100, 3)}%"


def padded(number: str) -> Markup | str:
    """Return an aligned number with spaces behind it that are as wide as its digits and its point would be."""
    from markupsafe import Markup, escape

    bare = number.strip()
    missing = len(number.rstrip("\n")) - len(number.rstrip())
    if not missing:
        return bare
    spaces = "&#8199;" * missing if "." in bare else "&#8200;" + "&#8199;" * (missing - 1)
    # Spaces alone are no text of anybody.
    return escape(visible(bare)) + Markup(f'<span class="pad">{spaces}</span>')  # noqa: S704


def column(numbers: Sequence[str]) -> list[Markup | str]:
    """Return aligned numbers, each padded."""
    return [padded(number) for number in numbers]
