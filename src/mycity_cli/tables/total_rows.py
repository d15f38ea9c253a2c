"""Rows of a table that add up others, and so are no signings of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from mycity_cli.exact import grouped, plain
from mycity_cli.figure import COUNT, Figure, Scale
from mycity_cli.tables.amount_sums import AmountSum
from mycity_cli.tables.cell_words import folded
from mycity_cli.tables.rows import SkippedRow
from mycity_cli.tables.total_doubts import doubts_of
from mycity_cli.tables.total_names import (
    Label,
    TotalsView,
    is_total_name,
    labels,
    may_name_total,
    other_rows,
    part_rows,
)

_MOST_TOLD = 3
_DIGIT = re.compile(r"\d")


class TotalRows(NamedTuple):
    """The rows that are left out as totals, by their place, and the notes that tell of them."""

    skipped: Mapping[int, SkippedRow]
    notes: tuple[str, ...]


def find_totals(view: TotalsView) -> TotalRows:
    """Return the rows of a table that are totals of others, and the doubts about rows that may be some."""
    finder = _Finder(view)
    return finder.found() if finder.has_any else TotalRows({}, doubts_of(view, view.texts(view.city)))


class _Finder:
    """Goes through the rows from above, and judges those whose names, or lack of one, say that they may be no signings.

    `grand` is the number of the last total if it is that of all above, `below` are the rows since then.
    """

    def __init__(self, view: TotalsView) -> None:
        self._view = view
        self._cities = view.texts(view.city)
        self._named = labels(view)
        self._parts, self._others = part_rows(view), other_rows(view)
        nameless = (at for at, city in enumerate(self._cities) if city is None and at not in self._named)
        self._unnamed = set() if view.is_filled else set(nameless)
        self._skipped: dict[int, SkippedRow] = {}
        self._notes: list[str] = []
        self._told: list[str] = []
        self._ever, self._since = AmountSum(), AmountSum()
        self._counts = view.counts() if self.has_any else ()
        self._ever_counted, self._since_counted = AmountSum(), AmountSum()
        self._wrong: tuple[str, ...] = ()
        self._grand: int | None = None
        self._below: list[int] = []

    @property
    def has_any(self) -> bool:
        """Whether any row has to be judged."""
        return bool(self._named or self._unnamed or self._parts or self._others)

    def found(self) -> TotalRows:
        """Return what all rows are judged to be."""
        view = self._view
        for at, amount in enumerate(view.amounts):
            self._wrong = ()
            why = self._why_left_out(at, amount)
            if why:
                self._skipped[at] = SkippedRow(view.numbers[at], why, self._wrong)
            elif not view.is_part(at):
                self._ever.add(amount)
                self._since.add(amount)
                self._ever_counted.add(self._count(at))
                self._since_counted.add(self._count(at))
                self._below.append(view.numbers[at])
        told = (*self._told[:_MOST_TOLD], *_below_note(self._grand, self._below), *self._notes[:_MOST_TOLD])
        return TotalRows(self._skipped, (*_left_out_notes(self._skipped), *told))

    def _why_left_out(self, at: int, amount: object) -> str:
        """Return why a row is no signing, "" for one that is."""
        if at in self._others:
            return f"is no signing ('{self._others[at]}')"
        label, view = self._named.get(at), self._view
        if label is not None and _is_left_out(view, self._cities[at], amount, label, (self._since, self._ever)):
            return self._total(at, amount, label.text)
        if label is not None and not label.is_sure and _is_sum_of_next(view, at, self._named):
            return f"is the total of those below ('{label.text}')"
        if at in self._parts and self._parts[at].whole not in self._skipped:
            return f"is part of the one above ('{self._parts[at].text}')"
        if label is not None and _is_told(view, label):
            number = view.numbers[at]
            self._notes.append(f"row {number} is called '{label.text}' and is counted: it is no sum of those above")
        elif at in self._unnamed and not view.has_own(at) and self._since.is_whole(amount):
            rows = self._since.rows
            self._since, self._since_counted = AmountSum(), AmountSum()
            return f"has no city, is the sum of the {rows} rows above it"
        return ""

    def _count(self, at: int) -> object:
        return self._counts[at] if self._counts else None

    def _total(self, at: int, amount: object, text: str) -> str:
        """Return why a total is left out; what follows is added up anew."""
        ever, number = self._ever, self._view.numbers[at]
        self._grand = number if ever.is_whole(amount) and len(ever.values) == 1 else None
        self._below = []
        # A total of 2020 is not that of all rows above it.
        if _DIGIT.search(text) is None:
            closed = not self._view.may_be_negative
            found = [
                *_mismatch(number, amount, self._since, ever, closed=closed),
                *_mismatch(number, self._count(at), self._since_counted, self._ever_counted, closed=closed),
            ]
            self._told += found
            self._wrong = tuple(found)
        self._since, self._since_counted = AmountSum(), AmountSum()
        return f"is a total ('{text}')"


def _below_note(grand: int | None, below: Sequence[int]) -> list[str]:
    """Return the note on rows below the total of all above, which it does not add up, if there are any."""
    if grand is None or not below:
        return []
    rows = f"row {below[0]} stands" if len(below) == 1 else f"rows {below[0]} to {below[-1]} stand"
    return [f"{rows} below the total of row {grand}, which lacks what is there, and {_IS[len(below) > 1]} counted"]


_IS = ("is", "are")


def _is_left_out(
    view: TotalsView, city: str | None, amount: object, label: Label, above: tuple[AmountSum, AmountSum]
) -> bool:
    """Return whether a row that has the name of a total is one: a firm of that name in some city is none."""
    if label.place == view.city or city is None or is_total_name(city) or folded(city) == folded(label.text):
        if label.is_sure:
            return True
        return isinstance(amount, Figure) and any(each.rows >= 2 and each.may_be(amount) for each in above)
    if not label.is_sure and not may_name_total(label.text):
        return False
    # No firm is called 小计: that is the total of a single row too.
    fewest = 2 if label.text.isascii() else 1
    return isinstance(amount, Figure) and any(each.rows >= fewest and each.equals(amount) for each in above)


def _is_told(view: TotalsView, label: Label) -> bool:
    """Return whether it is told that a row which may be called a total is counted."""
    return label.place != view.id and (label.place == view.city or label.is_sure)


def _is_sum_of_next(view: TotalsView, at: int, named: Mapping[int, Label]) -> bool:
    """Return whether a row that may be called a total is what the rows below it, until another such, add up to."""
    amount, below = view.amounts[at], AmountSum()
    for other in range(at + 1, len(view.amounts)):
        if other in named:
            break
        below.add(view.amounts[other])
    return isinstance(amount, Figure) and below.rows >= 2 and not below.lacks and below.may_be(amount)


# --- what is told ---------------------------------------------------------------------------------------------------


def _left_out_notes(skipped: Mapping[int, SkippedRow]) -> list[str]:
    rows = list(skipped.values())
    if len(rows) <= _MOST_TOLD:
        return [f"row {row.number} {row.why} and is left out; --keep-totals keeps it" for row in rows]
    first = ", ".join(f"row {row.number} {row.why}" for row in rows[:_MOST_TOLD])
    kinds = (
        "totals of others"
        if all("total" in row.why or "sum" in row.why for row in rows)
        else "totals or parts of others"
    )
    return [f"{len(rows)} rows are {kinds} and are left out: {first}, …; --keep-totals keeps them"]


def _mismatch(number: int, amount: object, since: AmountSum, ever: AmountSum, *, closed: bool) -> list[str]:
    """Return the note that a total is not what the rows above it add up to, where it is not.

    Where some of them say nothing it is only sure that it is not less than the others: if all are above zero, `closed`.
    """
    if not isinstance(amount, Figure) or not ever.rows:
        return []
    least = since if since.rows else ever
    if least.lacks:
        if not closed or not least.surely_exceeds(amount):
            return []
        stated, added = _shown(amount.value, amount), _shown(least.values[amount.unit], amount)
        than = f"{_IS[amount.unit == COUNT]} less than the {added} stated above it"
        return [f"the total of row {number} is wrong: its {stated} {than}"]
    if any(each.may_be(amount) for each in (since, ever)):
        return []
    above = (since if since.rows else ever).values.get(amount.unit)
    if above is None:
        return [f"the total of row {number}, {amount}, is in a currency that no row above it has"]
    stated, added = _shown(amount.value, amount), _shown(above, amount)
    return [f"the total of row {number} is wrong: its {stated} {_IS[amount.unit == COUNT]} not the {added} above it"]


def _shown(value: object, like: Figure) -> str:
    """Return an amount in the scale of the value of a figure."""
    if like.unit == COUNT:
        return f"{grouped(plain(Fraction(str(value))))} projects"
    size = abs(like.value)
    scales = (Scale.TRILLION, Scale.BILLION, Scale.MILLION)
    scale = next((scale for scale in scales if size >= 10**scale.power), None)
    number = Fraction(str(value)) / 10 ** (0 if scale is None else scale.power)
    return f"{grouped(plain(number))} {'' if scale is None else f'{scale.value} '}{like.unit}"
