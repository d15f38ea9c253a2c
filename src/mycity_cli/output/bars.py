"""Groups as bars: what each is called, how long it is, and all that it may be, whoever draws them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mycity_cli.exact import Rational, grouped
from mycity_cli.figure import Scale
from mycity_cli.figure.amount_words import amount_text, number_text, scale_name, with_unit
from mycity_cli.interval import Interval
from mycity_cli.messages import Language, say, told
from mycity_cli.output.amounts import best_scale
from mycity_cli.output.human import aligned, cell_text
from mycity_cli.output.listing import Kind
from mycity_cli.output.naming import Naming, group_word
from mycity_cli.output.ranges import spread_text
from mycity_cli.query.totals import OF_AMOUNTS, Group, Measure, Total

IN_TIME = (Group.YEAR, Group.QUARTER, Group.MONTH)
"""The groups that follow each other in time."""


MOST_PICTURED = 100
"""So many bars a picture has at most: one that is higher than a page nobody looks at."""


NOT_STATED = say("not stated")
"""What stands in place of a figure that nobody states."""


class Bar(NamedTuple):
    """One bar of a chart: what it is called, its length (None where that is not stated), and the length in words.

    `interval` is all that the length may be, None where it is just the one number; `spread` says so in words, "" where
    there is nothing to say. `number` is the length in words without its unit, aligned with those of other bars.
    """

    label: str
    value: Rational | None
    text: str
    interval: Interval | None = None
    spread: str = ""
    number: str = ""

    @property
    def reach(self) -> Interval | None:
        """All that the length may be; None where no length is stated."""
        if self.value is None:
            return None
        return self.interval or Interval.exactly(self.value)

    @property
    def ends(self) -> Iterator[Rational]:
        """The numbers between which the bar lies, as far as they are bounded, its own with them."""
        if self.value is not None:
            yield self.value
        if self.interval is not None:
            yield from (end.value for end in (self.interval.low, self.interval.high) if end is not None)


class Caption(NamedTuple):
    """What is said around a chart: its title, the line below it, what is to be known, and where it comes from."""

    title: str
    lead: str = ""
    notes: Sequence[str] = ()
    made: str = ""


class Chart(NamedTuple):
    """Bars in one unit: amounts of a currency in a scale, None where they are in several; or numbers without either."""

    bars: list[Bar]
    scale: Scale | None = None
    currency: str | None = None
    caption: Caption = Caption("")

    @property
    def power(self) -> int:
        """The power of ten that one of the unit is."""
        return self.scale.power if self.scale is not None else 0


def bars(rows: Sequence[Total], measure: Measure, scale: Scale | None) -> list[Bar]:
    """Return a bar for each total, its value in one scale for all."""
    return chart_of(rows, measure, scale).bars


def chart_of(
    rows: Sequence[Total],
    measure: Measure,
    scale: Scale | None,
    language: Language = Language.ENGLISH,
    naming: Naming | None = None,
) -> Chart:
    """Return a bar for each total, with the unit of all, in words of a language; `naming` names the groups in it."""
    kind = Kind.AMOUNT if is_of_amounts(measure) else Kind.COUNT
    values = [row.measured(measure) for row in rows]
    scale, currency = scale or best_scale(values, language), currency_of(rows)
    numbers = aligned([cell_text(value, kind, scale) for value in values])
    unit = scale_name(scale, currency) if kind is Kind.AMOUNT else None
    drawn = []
    for row, value, number in zip(rows, values, numbers, strict=True):
        interval = interval_of(row, measure)
        spread = "" if value is None or interval is None else spread_text(value, interval, _number(kind, scale))
        text = NOT_STATED if value is None else number
        if value is not None and unit is not None:
            text = with_unit(number, unit)
        label = told(group_word(row.key, naming), language)
        drawn.append(Bar(label, value, told(text, language), interval, told(spread, language), number))
    return Chart(drawn, scale, currency) if kind is Kind.AMOUNT else Chart(drawn)


def is_of_amounts(measure: Measure) -> bool:
    """Return whether a measure comes to an amount of money."""
    return measure is Measure.AMOUNT or measure in OF_AMOUNTS


def currency_of(rows: Sequence[Total]) -> str | None:
    """Return the currency of the amounts of totals, None where there are several or none."""
    found = {row.currency for row in rows if row.currency}
    return next(iter(found)) if len(found) == 1 else None


def interval_of(row: Total, measure: Measure) -> Interval | None:
    """Return all that a measure of a total may be; None where it is one number, or not stated."""
    match measure:
        case Measure.AMOUNT:
            found = row.amount
        case Measure.PROJECTS:
            found = row.projects
        case Measure.SIGNINGS:
            return None
        case _:
            spread = row.of_amounts
            return None if spread is None or spread.interval.width == 0 else spread.interval
    return None if found is None or found.interval.width == 0 else found.interval


def _number(kind: Kind, scale: Scale) -> Callable[[Rational], str]:
    if kind is Kind.AMOUNT:
        return lambda value: grouped(amount_text(value, scale))
    return lambda value: grouped(number_text(value))


def whisker_ends(value: Rational, interval: Interval) -> tuple[Rational, Rational]:
    """Return from where to where the line over all that a value may be goes.

    At an open end it goes as far as the bar does, so that what says so stands beside it and not upon it.
    """
    low, high = interval.low, interval.high
    ends = [0, value, *(end.value for end in (low, high) if end is not None)]
    return (min(ends) if low is None else low.value), (max(ends) if high is None else high.value)


def in_time_order(rows: Sequence[Total]) -> list[Total]:
    """Return the totals of years, quarters or months in their order, what is not dated last."""
    return sorted(rows, key=lambda row: (row.key is None, row.key or ""))
