"""Stated numbers that a format of plain numbers holds without what hedges them, which is told beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mycity_cli.figure import Bound, Figure
from mycity_cli.formats import Format
from mycity_cli.messages import Message, counted
from mycity_cli.output.listing import Column, Listing

_PLAIN = (Format.TSV, Format.CSV, Format.XLSX)
"""The formats in which a number has no sign or word beside it."""

SAID_BY: Mapping[str, tuple[str, ...]] = {
    "amount": ("stated", "low", "high"),
    "value": ("stated", "low", "high"),
    "projects": ("projects_stated",),
}
"""By which columns it is said what is hedged in others."""


class Hedged:
    """A listing whose hedged numbers are counted as it is written; `notes` are right when it has been."""

    def __init__(self, listing: Listing[Any], columns: Sequence[str]) -> None:
        lost = [name for name, says in SAID_BY.items() if name in columns and not {*says} & {*columns}]
        known = {column.name for column in listing.columns}
        self._columns = listing.columns_named([name for name in lost if known.issuperset(SAID_BY[name])])
        self._records = listing.records
        self._counts = [0 for _ in self._columns]
        self.listing = listing._replace(records=self) if self._columns else listing

    @classmethod
    def of(cls, listing: Listing[Any], format: Format) -> Hedged:
        """Return a listing as it is written in a format."""
        if format not in _PLAIN:
            return cls(listing, ())
        return cls(listing, listing.chosen or listing.default if format is Format.TSV else listing.in_files)

    def __iter__(self) -> Iterator[Any]:
        return _counted(self._records, self._columns, self._counts)

    def notes(self) -> list[Message]:
        """Return how many numbers are hedged, for each column where some are, and how to see it."""
        found = zip(self._columns, self._counts, strict=True)
        return [_note(column.name, number) for column, number in found if number]


def _counted(records: Iterable[Any], columns: Sequence[Column[Any]], counts: list[int]) -> Iterator[Any]:
    counts[:] = [0] * len(columns)  # whoever goes through the records twice sees the same ones
    gets = [(at, column.get) for at, column in enumerate(columns)]
    exact = Bound.EXACT
    for record in records:
        for at, get in gets:
            cell = get(record)
            if type(cell) is Figure and cell.bound is not exact:
                counts[at] += 1
        yield record


def _note(name: str, number: int) -> Message:
    return counted(
        "{number} cell of {column} is hedged or a range, and only a plain number here: --columns …,{columns} shows "
        "what is stated",
        "{number} cells of {column} are hedged or a range, and only a plain number here: --columns …,{columns} shows "
        "what is stated",
        number,
        column=name,
        columns=",".join((name, *SAID_BY[name])),
    )
