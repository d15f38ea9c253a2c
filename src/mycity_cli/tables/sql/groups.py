"""Groups of rows as the engine adds them up, and what they mean by the rules of figures and periods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

from mycity_cli.errors import MycityError
from mycity_cli.exact import Rational, plain, rational
from mycity_cli.figure import Bound, Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.interval import End, Interval
from mycity_cli.query import Sum
from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.items import filled_items
from mycity_cli.tables.known import PLACES
from mycity_cli.tables.rows import TableRow
from mycity_cli.tables.sql.cells import PLAIN
from mycity_cli.tables.sql.grouping import ODD_CITY, Answer
from mycity_cli.tables.sql.readings import Readings, Shape, stated

KEYS = ("currency", "before", "after", "places", "stated", "amount_text", "projects_text")
"""What all rows of a group have in common, whatever is asked."""


class Group(NamedTuple):
    """Rows that are the same to a question: how many they are, and what they state together.

    `signing` stands for any of them; its amount has their unit and bound, and with limits the least of them; it has
    projects where they state them in words. A sum is None where they do not state the figure. `counted` of them state a
    number of projects. `first` is the number of the first of them, where that was asked for, and `section` where their
    amounts lie beside limits, where there are any and the engine reads them; `ends` has the first and the last text of
    columns, of which a missing one is "".
    """

    signing: TableRow
    rows: int
    amount: Sum | None
    projects: Sum | None
    counted: int
    first: int = 0
    section: int | None = None
    ends: Mapping[str, tuple[str, str]] = MappingProxyType({})


class Found(NamedTuple):
    """A group as the engine returned it, its cells by name. Its `city` is None where its rows may be in any."""

    cells: dict[str, Any]
    city: str | None
    rows: int
    amount: int | Decimal | None
    projects: int | Decimal | None
    counted: int
    first: int = 0
    least: int | Decimal | None = None
    ends: Mapping[str, tuple[str, str]] = MappingProxyType({})


ANY_CITY = ""
"""The city of a group whose rows may be in any."""


class WordsError(Exception):
    """Words around numbers of which the meaning depends on the number: such cells are read one by one."""

    def __init__(self, words: set[tuple[str, str]]) -> None:
        super().__init__(words)
        self.words = words


def read_group(found: Found, readings: Readings, *, scaled: bool) -> Group | None:
    """Return what a group means; None for one of bad rows. Raises WordsError for one that must be read by its texts."""
    cells = found.cells
    date, counts = readings.date(cells.get("date") or cells.get("date_text")), readings.projects(cells["projects_text"])
    promoter, partner = (readings.place(cells.get(column), column) for column in PLACES[1:])
    city = ANY_CITY if found.city is None else readings.place(found.city)
    money = _amount(found, readings, scaled=scaled)
    if (
        city is None
        or isinstance(date, MycityError)
        or isinstance(counts, MycityError)
        or isinstance(money, MycityError)
    ):
        return None
    figure, amount = money or (None, None)
    if counts is not None:
        projects: Sum | None = _times(counts, found.rows)
        counted = found.rows
    else:
        number = int(found.projects or 0)
        projects, counted = (Sum(number, Interval.exactly(number)) if found.counted else None), found.counted
    signing = TableRow(
        id="",
        kind=stated(cells.get("kind")),
        city=city,
        promoter=promoter,
        partner=partner,
        conference=stated(cells.get("conference")),
        date=date,
        projects=counts,
        amount=figure,
        cited=tuple((name, None) for name in filled_items(cells.get("source"))),
    )
    return Group(signing, found.rows, amount, projects, counted, found.first, cells.get("section"), found.ends)


def _amount(
    found: Found, readings: Readings, *, scaled: bool
) -> tuple[Figure | NoMoney, Sum | None] | MycityError | None:
    """Return the figure that stands for the amounts of a group, and their sum; None where no amount is stated."""
    cells, currency = found.cells, found.cells["currency"]
    if not cells["stated"]:
        figure = readings.amount(cells["amount_text"], currency)
        if isinstance(figure, NoMoney):
            return figure, None
        return (figure, _times(figure, found.rows)) if isinstance(figure, Figure) else figure
    before, after = cells["before"] or "", cells["after"] or ""
    shape = readings.shape(before, after, currency)
    if shape is None:
        if cells["before"] is not None:
            raise WordsError({(before, after)})
        wrong = readings.amount("7", currency)
        return wrong if isinstance(wrong, MycityError) else None
    place = shape.shift - int(cells["places"])
    power = place if scaled else shape.shift
    total = _powered(rational(Decimal(found.amount or 0)), power)
    return _figure(found.least, shape, power, place), _sum(total, found.rows, shape, place)


def _figure(least: int | Decimal | None, shape: Shape, power: int, place: int) -> Figure:
    """Return the least figure that rows state, where it is known; else one of the same kind."""
    value = Decimal(plain(_powered(rational(Decimal(least)), power))) if least is not None else Decimal(0)
    return Figure(value, shape.unit, Decimal(1).scaleb(place), shape.bound, Decimal(5).scaleb(place - 1))


def _sum(total: Rational, rows: int, shape: Shape, place: int) -> Sum:
    """Return the sum of figures of one shape, each with its last digit at a place, from the sum of their values."""
    match shape.bound:
        case Bound.OVER:
            return Sum(total, Interval(End(total, closed=False), None))
        case Bound.AT_LEAST:
            return Sum(total, Interval(End(total), None))
        case Bound.AT_MOST:
            return Sum(total, Interval(End(0), End(total)))
        case _:
            return Sum(total, Interval.around(total, _powered(5 * rows, place - 1)))


def _times(figure: Figure, rows: int) -> Sum:
    """Return the sum of a figure that so many rows state."""
    interval = figure.interval
    return Sum(
        rational(figure.value) * rows,
        Interval(
            None if interval.low is None else End(interval.low.value * rows, interval.low.closed),
            None if interval.high is None else End(interval.high.value * rows, interval.high.closed),
        ),
    )


def _powered(number: Rational, power: int) -> Rational:
    value = number * 10**power if power >= 0 else Fraction(number, 10**-power)
    return value.numerator if value.denominator == 1 else value


def added(one: Sum | None, other: Sum | None) -> Sum | None:
    """Return the sum of two sums, either of which may be missing."""
    if one is None or other is None:
        return one or other
    return Sum(_powered(one.value + other.value, 0), one.interval + other.interval)


def found_groups(
    rows: Iterator[Sequence[Any]], answer: Answer, fixed: dict[str, Any], engine: SqlEngine
) -> Iterator[Found]:
    """Yield groups from the rows of the query for them; `fixed` are the keys that all of them share."""
    plain = {key: PLAIN[key] for key in answer.odd}
    width, more = len(answer.single), len(answer.single) + bool(answer.odd)
    places = {name: at for at, name in enumerate(answer.rest, start=more)}
    amounts, projects = ([at for name, at in places.items() if name.startswith(of)] for of in ("amount:", "projects:"))
    ends = [(name[4:], at, places[f"high:{name[4:]}"]) for name, at in places.items() if name.startswith("low:")]
    for row in rows:
        cells = fixed | dict(zip(answer.single, row[:width], strict=True)) | plain
        if answer.odd and row[width] is not None:
            cells |= dict(zip(answer.odd, row[width], strict=True))
        if "date" in places:
            cells["date"] = row[places["date"]]
        yield Found(
            cells,
            cells[ODD_CITY] if ODD_CITY in cells else cells["city"] or "",
            int(row[places["rows"]]),
            engine.added_up([row[at] for at in amounts]),
            engine.added_up([row[at] for at in projects]) if projects else None,
            int(row[places["counted"]]) if projects else 0,
            row[places["first"]] if "first" in places else 0,
            row[places["least"]] if "least" in places else None,
            {name: (row[low], row[high]) for name, low, high in ends},
        )
