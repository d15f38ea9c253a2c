"""Rows of a table that add up others, and so are no signings of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from mycity_cli.exact import Rational, grouped, plain, rational
from mycity_cli.figure import COUNT, Figure, Scale
from mycity_cli.figure.amount_words import amount_in_words, scale_for
from mycity_cli.messages import Language, Said, advised, listed, say, worded
from mycity_cli.tables.amount_sums import AmountSum
from mycity_cli.tables.cell_words import folded
from mycity_cli.tables.completing import shown_in_words
from mycity_cli.tables.rows import SkippedRow, Why
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
            if why is not None:
                self._skipped[at] = SkippedRow(view.numbers[at], *why, self._wrong)
            elif not view.is_part(at):
                self._ever.add(amount)
                self._since.add(amount)
                self._ever_counted.add(self._count(at))
                self._since_counted.add(self._count(at))
                self._below.append(view.numbers[at])
        told = (*self._told[:_MOST_TOLD], *_below_note(self._grand, self._below), *self._notes[:_MOST_TOLD])
        return TotalRows(self._skipped, (*_left_out_notes(self._skipped), *told))

    def _why_left_out(self, at: int, amount: object) -> tuple[Why, str | int] | None:
        """Return why a row is no signing, and what shows that; None for one that is."""
        if at in self._others:
            return Why.OTHER, self._others[at]
        label, view = self._named.get(at), self._view
        if label is not None and _is_left_out(view, self._cities[at], amount, label, (self._since, self._ever)):
            self._close(at, amount, label.text)
            return Why.TOTAL, label.text
        if label is not None and not label.is_sure and _is_sum_of_next(view, at, self._named):
            return Why.TOTAL_OF_NEXT, label.text
        if at in self._parts and self._parts[at].whole not in self._skipped:
            return Why.PART, self._parts[at].text
        if label is not None and _is_told(view, label):
            told = {"row": view.numbers[at], "name": label.text}
            self._notes.append(say("row {row} is called '{name}' and is counted: it is no sum of those above", **told))
        elif at in self._unnamed and not view.has_own(at) and self._since.is_whole(amount):
            rows = self._since.rows
            self._since, self._since_counted = AmountSum(), AmountSum()
            return Why.SUM, rows
        return None

    def _count(self, at: int) -> object:
        return self._counts[at] if self._counts else None

    def _close(self, at: int, amount: object, text: str) -> None:
        """Tell what is wrong with a total that is left out; what follows is added up anew."""
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


def _below_note(grand: int | None, below: Sequence[int]) -> list[str]:
    """Return the note on rows below the total of all above, which it does not add up, if there are any."""
    if grand is None or not below:
        return []
    first, last = below[0], below[-1]
    if len(below) == 1:
        told = say(
            "row {row} stands below the total of row {total}, which lacks what is there, and is counted",
            row=first,
            total=grand,
        )
    else:
        told = say(
            "rows {first} to {last} stand below the total of row {total}, which lacks what is there, and are counted",
            first=first,
            last=last,
            total=grand,
        )
    return [told]


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
        keep = say("--keep-totals keeps it")
        return [advised(say("{row} and is left out", row=row.told), keep) for row in rows]
    first = listed([*(row.told for row in rows[:_MOST_TOLD]), "…"])
    if all(row.is_total for row in rows):
        told = say(
            "{number} rows are totals of others and are left out: {rows}",
            number=len(rows),
            rows=first,
        )
    else:
        told = say(
            "{number} rows are totals or parts of others and are left out: {rows}",
            number=len(rows),
            rows=first,
        )
    return [advised(told, say("--keep-totals keeps them"))]


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
        return [_less(number, amount, least.values[amount.unit])]
    if any(each.may_be(amount) for each in (since, ever)):
        return []
    above = (since if since.rows else ever).values.get(amount.unit)
    if above is None:
        return [_alone(number, amount)]
    return [_not_the_sum(number, amount, above)]


def _alone(row: int, total: Figure) -> str:
    """Return the note that nothing above a total is in its currency."""
    amount = shown_in_words(total) if total.is_amount else total
    return say("the total of row {row}, {amount}, is in a currency that no row above it has", row=row, amount=amount)


def _less(row: int, total: Figure, added: Rational) -> str:
    """Return the note that a total is less than what the rows above it state."""
    shown = {"row": row, "stated": _shown(total.value, total), "added": _shown(added, total)}
    if total.unit == COUNT:
        return say("the total of row {row} is wrong: its {stated} are less than the {added} stated above it", **shown)
    return say("the total of row {row} is wrong: its {stated} is less than the {added} stated above it", **shown)


def _not_the_sum(row: int, total: Figure, added: Rational) -> str:
    """Return the note that a total is not what the rows above it add up to."""
    shown = {"row": row, "stated": _shown(total.value, total), "added": _shown(added, total)}
    if total.unit == COUNT:
        return say("the total of row {row} is wrong: its {stated} are not the {added} above it", **shown)
    return say("the total of row {row} is wrong: its {stated} is not the {added} above it", **shown)


def _shown(value: object, like: Figure) -> str:
    """Return an amount in the scale of the value of a figure."""
    number = Fraction(str(value))
    if like.unit == COUNT:
        return say("{number} projects", number=grouped(plain(number)))
    return _amount_like(number, like)


def _amount_like(amount: Fraction, like: Figure) -> Said:
    """Return an amount beside another one: in the scale that suits that, in English with the code of the currency."""

    def written(language: Language) -> str:
        if language is not Language.ENGLISH:
            return amount_in_words(amount, like.unit, rational(like.value))
        scale = scale_for([rational(like.value)], language)
        number = grouped(plain(amount / 10**scale.power))
        return f"{number} {like.unit}" if scale is Scale.YUAN else f"{number} {scale.value} {like.unit}"

    return worded(written)
