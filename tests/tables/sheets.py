"""Sheets made by hand, and what is read from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from mycity_cli.tables.profile import profile_of
from mycity_cli.tables.reading_rows import read_rows
from mycity_cli.tables.rows import TableRows
from mycity_cli.tables.settings import AmountUnit, Settings
from mycity_cli.tables.sheet import Cell, Line, Origin, Sheet

NONE = Settings()


def sheet(
    header: str,
    *rows: str | Sequence[Cell],
    origin: Origin = Origin.TEXT,
    titles: tuple[str, ...] = (),
    separator: str = ",",
) -> Sheet:
    """Return a sheet; the header and each row in text have a bar between their cells."""
    columns = tuple(header.split("|"))
    lines = []
    for number, row in enumerate(rows, start=1):
        cells: list[Cell] = list(row.split("|") if isinstance(row, str) else row)
        assert len(cells) == len(columns), row
        lines.append(Line(number, cells, number + 1))
    return Sheet("t.csv", origin, columns, lines, titles, separator=separator)


def reading(unit: str | None = None, names: Mapping[str, str] | None = None) -> Settings:
    """Return settings with a unit of amounts and names of columns."""
    return Settings(map=names or {}, unit=None if unit is None else AmountUnit.parse(unit))


def read(of: Sheet, settings: Settings = NONE, *, needs_date: bool = True, own: bool = False) -> TableRows:
    """Return what the rows of a sheet say."""
    return read_rows(of, profile_of(of, settings), settings, needs_date=needs_date, own=own)


def notes(of: Sheet, settings: Settings = NONE) -> list[str]:
    """Return all notes on a sheet."""
    profile = profile_of(of, settings)
    return [*profile.notes, *profile.day_notes, *read_rows(of, profile, settings).notes]


def amounts(rows: TableRows) -> list[tuple[Decimal, str] | None]:
    """Return the amounts of the good rows, each with its currency."""
    return [None if row.money is None else (row.money.value, row.money.unit) for row in rows.good]


def dollars(rows: TableRows) -> list[Decimal | None]:
    """Return the amounts of the good rows, which are all in dollars."""
    assert all(row.money is None or row.money.unit == "USD" for row in rows.good)
    return [None if row.money is None else row.money.value for row in rows.good]


def problems(rows: TableRows) -> list[str]:
    """Return what is wrong with the bad rows, each with its place, code and help."""
    return [
        f"{problem.where}: {problem.message} [{problem.code}] {problem.help}".strip()
        for row in rows.bad
        for problem in row.errors()
    ]
