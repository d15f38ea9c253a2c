"""What a total shows: its columns, declared once for every format, and the card that people see of one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from mycity_cli.exact import Rational
from mycity_cli.interval import End, Interval
from mycity_cli.messages import clauses, say, say_as
from mycity_cli.output.listing import Card, Cell, Column, Kind, Listing, Nested, field
from mycity_cli.output.naming import NO_GROUP, Naming, kind_in, region_in
from mycity_cli.output.notes import ids_or_number
from mycity_cli.query.aspects import FURTHER
from mycity_cli.query.engine import NONE, Left
from mycity_cli.query.levels import LEVELS, By
from mycity_cli.query.selection import LeftOut, Selected
from mycity_cli.query.sums import Spread, Sum
from mycity_cli.query.titles import heading_of
from mycity_cli.query.totals import OF_AMOUNTS, Group, Measure, Total


def totals(
    rows: Sequence[Total],
    overall: Sequence[Total],
    by: By,
    measure: Measure,
    left: Left = NONE,
    *,
    selected: Selected[Any] | None = None,
    places: Naming | None = None,
    for_people: bool = False,
) -> Listing[Total]:
    """Return totals under their columns; `overall` is what the shares are of, and the last row where it is one.

    `left` is what was left out of all of them: nobody knows to which group a bad row belongs. `selected` says what the
    filters left out, since they cannot place it. `places` names the places that are groups.
    Of groups within groups `by` has the names of the levels; `for_people` writes those that a row is within only once.
    """
    currencies = {row.currency for row in rows if row.currency is not None}
    figures = _figures(measure, overall, left, selected)
    keys = () if by is None else _keys(by, _names(figures), places, for_people=for_people)
    names = tuple(column.name for column in keys if not (for_people and column.name == _LEVEL))
    shown = (measure,) if measure in OF_AMOUNTS else ("projects", "amount")
    counted = ("stated",) if measure in OF_AMOUNTS else ()
    ends = (f"{measure}_low", f"{measure}_high") if measure in OF_AMOUNTS else ("low", "high", "projects_lower_bound")
    of_amounts = (*counted, measure, *ends, "currency", "without_amount", *_LEFT, *_UNPLACED)
    titled = (*(name for name in names if name != _LEVEL), "signings", *counted, *shown)
    one_whole = by is not None and len(overall) == 1
    return Listing(
        (*keys, *figures),
        rows,
        default=(*names, "signings", *counted, *shown, "currency"),
        on_terminal=(
            *names,
            *shown_columns("signings", *counted, *shown, "currency", *_shares(measure), one=currencies),
        ),
        in_json=(
            *names,
            *(("signings", *of_amounts) if measure in OF_AMOUNTS else _names(figures, but=("share", "sources"))),
        ),
        totals=overall[0]._replace(key=_ALL if measure in OF_AMOUNTS else _TOTAL) if one_whole else None,
        more_in_files=(*_LEFT[1:], *ends, *_UNPLACED),
        in_workbook=(*titled, "currency", *_shares(measure), *ends[:2], *_gaps(measure)),
        unit=only_currency(currencies),
        is_strong=(lambda row: len(row.keys) < len(by)) if isinstance(by, tuple) else None,
    )


_ALL, _TOTAL = say_as("row", "All"), say_as("row", "Total")
_LEVEL = "level"
_LEFT = ("rows", "bad", "skipped", "lower_bound")
_UNPLACED = ("left_out", "perhaps")


def _gaps(measure: Measure) -> tuple[str, ...]:
    """Return the columns of what a measure lacks."""
    return ("without_amount",) if measure in OF_AMOUNTS else ("without_amount", "without_projects")


def _names(columns: Iterable[Column[Any]], *, but: Collection[str] = ()) -> tuple[str, ...]:
    return tuple(column.name for column in columns if column.name not in but)


def _shares(measure: Measure) -> tuple[str, ...]:
    """Return the column of shares, if a measure has any: that of an average is a share of nothing."""
    return () if measure in OF_AMOUNTS else ("share",)


def _keys(
    by: Group | tuple[str, ...], taken: Collection[str], places: Naming | None, *, for_people: bool
) -> tuple[Column[Total], ...]:
    """Return the columns that say which group a total is of: one, or one for each level and the level of the total.

    A level whose name is `taken` by a column of what is added up is told apart from it.
    """
    levels = by if isinstance(by, tuple) else (by,)
    if len(levels) == 1:
        (level,) = levels
        return (Column("key", lambda row: row.key, title=title_of(level), said=naming_of(level, places)),)
    columns = [
        Column(
            f"{name}_group" if name in (*taken, _LEVEL) else name,
            partial(_key_at, index, for_people),
            title=title_of(name),
            said=naming_of(name, places),
        )
        for index, name in enumerate(levels)
    ]
    return (*columns, Column(_LEVEL, lambda row: len(row.keys) or None, Kind.COUNT, rank=6))


def title_of(level: str) -> str:
    """Return what a level is called in a table; the name of a column of the data's own stands as it is."""
    return heading_of(level) if level in LEVELS or level in FURTHER else level


def naming_of(level: str, places: Naming | None) -> Naming | None:
    """Return what says the groups of a level in a language: places, kinds; None for what is the same in all."""
    if level in _OF_PLACES:
        return places
    return kind_in if level == Group.KIND else region_in if level in _OF_REGIONS else None


_OF_PLACES = (Group.CITY, Group.PROMOTER, "partner")
_OF_REGIONS = ("province", "country")


def _key_at(index: int, for_people: bool, row: Total) -> str | None:  # noqa: FBT001  # bound by `partial`
    """Return the key of a total at a level; for people only that of its own, which then says if it is none."""
    if not row.keys:
        return row.key if index == 0 else None
    if for_people:
        return (row.keys[index] or NO_GROUP) if index == len(row.keys) - 1 else None
    return row.keys[index] if index < len(row.keys) else None


def _figures(
    measure: Measure, overall: Sequence[Total], left: Left, selected: Selected[Any] | None
) -> tuple[Column[Total], ...]:
    """Return the columns of what signings add up to."""
    unplaced = _unplaced(selected.left_out if selected else ())
    share = (Column("share", _share_of(measure, overall), Kind.SHARE, _SHARES.get(measure, ""), rank=4),)
    return (
        Column("signings", lambda row: row.signings, Kind.COUNT, rank=3),
        *(_measured(measure) if measure in OF_AMOUNTS else ()),
        Column("projects", lambda row: value_of(row.projects), Kind.COUNT, rank=2),
        Column("projects_low", lambda row: _low(row.projects), Kind.COUNT, rank=5),
        Column("projects_high", lambda row: _high(row.projects), Kind.COUNT, rank=5),
        Column("projects_lower_bound", lambda row: row.projects_lower_bound, Kind.FLAG, rank=6),
        Column("amount", lambda row: value_of(row.amount), Kind.AMOUNT),
        Column("currency", lambda row: row.currency),
        Column("low", lambda row: _low(row.amount), Kind.AMOUNT, rank=5),
        Column("high", lambda row: _high(row.amount), Kind.AMOUNT, rank=5),
        Column("without_amount", lambda row: tuple(row.without_amount), Kind.LIST, rank=6),
        Column("without_projects", lambda row: tuple(row.without_projects), Kind.LIST, rank=6),
        Column("rows", lambda _: left.rows, Kind.COUNT, rank=6),
        Column("bad", lambda _: left.bad, Kind.COUNT, rank=6),
        Column("skipped", lambda _: left.skipped, Kind.COUNT, rank=6),
        Column("lower_bound", lambda row: row.lower_bound, Kind.FLAG, rank=6),
        Column("left_out", lambda _: unplaced, rank=6),
        Column("perhaps", lambda _: len(selected.perhaps) if selected else 0, Kind.COUNT, rank=6),
        *(() if measure in OF_AMOUNTS else share),
        Column("sources", lambda row: tuple(row.sources), Kind.LIST, rank=6),
    )


_SHARES = {
    Measure.AMOUNT: say_as("column", "Share\nof amount"),
    Measure.PROJECTS: say_as("column", "Share\nof projects"),
    Measure.SIGNINGS: say_as("column", "Share\nof signings"),
}


def _unplaced(left_out: Sequence[LeftOut]) -> Nested:
    """Return what the filters left out: how many signings, for each reason."""
    shown = clauses(say("{reason}: {number}", reason=each.reason, number=len(each.ids)) for each in left_out)

    def cards() -> tuple[Card, ...]:
        return tuple(
            Card([field("reason", each.reason), field("signings", len(each.ids), Kind.COUNT)]) for each in left_out
        )

    return Nested(cards, shown or None, many=True)


_STATING, _STATED = say_as("column", "Stating one"), say_as("total", "Stated")


def _measured(measure: Measure) -> tuple[Column[Total], ...]:
    """Return the columns of a measure of single amounts, and of how many amounts it is."""
    return (
        Column("stated", lambda row: row.of_amounts.number if row.of_amounts else 0, Kind.COUNT, _STATING, 4),
        Column(measure, lambda row: value_of(row.of_amounts), Kind.AMOUNT),
        Column(f"{measure}_low", lambda row: _low(row.of_amounts), Kind.AMOUNT, rank=5),
        Column(f"{measure}_high", lambda row: _high(row.of_amounts), Kind.AMOUNT, rank=5),
    )


def _share_of(measure: Measure, overall: Sequence[Total]) -> Callable[[Total], Cell]:
    """Return what gives the share of a total in the whole: of amounts in that of its currency."""
    wholes = {total.currency: total.measured(measure) for total in overall}
    everything = _added(total.measured(measure) for total in overall)

    def share(row: Total) -> Cell:
        part = row.measured(measure)
        whole = wholes.get(row.currency) if measure is Measure.AMOUNT else everything
        return None if part is None or not whole else Fraction(part) / whole

    return share


def total_card(total: Total, measure: Measure = Measure.AMOUNT, *, ids: bool = False) -> Card:
    """Return one total as a card for people.

    It has the sources, but no ids where they are many, unless `ids` are asked for, and no ends that only say again what
    the value does; where a missing figure may exceed a sum it has what the sum is at least. What was left out is told
    beside it.
    """
    listing = totals([total], [total], None, measure)
    hidden, titles = {*_LEFT, *_UNPLACED, *_idle(total)}, {"stated": _STATED, **_least(total)}
    return Card(
        [
            field(column.name, _told(column, total, ids=ids), column.kind, titles.get(column.name, ""))
            for column in listing.columns_named([*listing.in_json, "sources"])
            if column.name not in hidden
        ],
        total.currency,
    )


def _told(column: Column[Total], total: Total, *, ids: bool) -> Cell:
    """Return the cell of a column; in place of many ids their number, unless ids are asked for."""
    cell = column.get(total)
    if not isinstance(cell, tuple) or not cell:
        return cell
    return (ids_or_number(cell, "source" if column.name == "sources" else "signing", ids=ids),)


def _idle(total: Total) -> set[str]:
    """Return the columns that tell people nothing."""
    hidden = {"lower_bound", "projects_lower_bound"}
    if total.projects is None and len(total.without_projects) > 1:
        hidden |= {"projects", "without_projects"}  # this data counts none
    for measure in OF_AMOUNTS:
        if total.of_amounts is not None and total.of_amounts.interval == Interval.exactly(total.of_amounts.value):
            hidden |= {f"{measure}_low", f"{measure}_high"}
    for before, sum in (("projects_", total.projects), ("", total.amount)):
        if sum is None or sum.interval in (Interval.exactly(sum.value), Interval(None, None)):
            hidden |= {f"{before}low", f"{before}high"}
        elif sum.interval.high is None:
            # What a sum is at least says its value too, where nothing in it was rounded.
            hidden |= {f"{before}high", *([_MEASURED[before]] if sum.interval.low == End(sum.value) else [])}
    return hidden


_MEASURED = {"projects_": "projects", "": "amount"}
"""The columns of the values whose ends have these words before their names."""


def _least(total: Total) -> dict[str, str]:
    """Return the titles of the low ends of sums that nothing bounds above, and of sums that nothing bounds."""
    titles: dict[str, str] = {}
    if total.amount is not None and total.amount.interval == Interval(None, None):
        titles["amount"] = say_as("column", "Amount stated")
    for name, sum in (("projects_low", total.projects), ("low", total.amount)):
        if sum is not None and sum.interval.high is None and sum.interval.low is not None:
            titles[name] = _AT_LEAST[name] if sum.interval.low.closed else _MORE_THAN[name]
    return titles


_AT_LEAST = {"projects_low": say_as("column", "Projects at least"), "low": say_as("column", "At least")}
_MORE_THAN = {"projects_low": say_as("column", "Projects more than"), "low": say_as("column", "More than")}


def shown_columns(*names: str, one: Collection[str]) -> tuple[str, ...]:
    """Return the columns of a table, without the currency where the heading of the amounts names the one there is."""
    return tuple(name for name in names if name != "currency" or len(one) > 1)


def only_currency(currencies: Collection[str]) -> str | None:
    """Return the currency where there is but one."""
    return next(iter(currencies)) if len(currencies) == 1 else None


def value_of(sum: Sum | Spread | None) -> Rational | None:
    """Return the value of a sum, None where there is none."""
    return None if sum is None else sum.value


def _low(sum: Sum | Spread | None) -> Rational | None:
    return None if sum is None else end_of(sum.interval.low)


def _high(sum: Sum | Spread | None) -> Rational | None:
    return None if sum is None else end_of(sum.interval.high)


def end_of(end: End | None) -> Rational | None:
    """Return the number that an end of an interval is, None where it is open without limit."""
    return None if end is None else end.value


def _added(values: Iterable[Rational | None]) -> Rational:
    return sum((value for value in values if value is not None), start=0)
