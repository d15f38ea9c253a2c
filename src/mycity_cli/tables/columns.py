"""The columns of a table by name, and what of a row each holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mycity_cli.errors import DataError, UnknownNameError, UsageError, suggestion

COLUMNS = (
    "id", "date", "city", "promoter", "conference", "kind", "partner", "projects", "amount", "currency", "source",
)  # fmt: skip
"""What a row may state of its signing."""

REQUIRED = ("city", "amount")
_MAP_HELP = "name the column that holds it: --map {name}='Its Name'"


def parse_names(given: Sequence[str], known: Sequence[str] = COLUMNS) -> dict[str, str]:
    """Return the names that the options --map give to columns that are known; the empty name leaves a column out.

    Raises UsageError for what is no pair of names.
    """
    names: dict[str, str] = {}
    for each in given:
        column, sign, name = each.partition("=")
        column = column.strip()
        if not sign:
            raise UsageError(f"'{each}' gives no name", where="--map", help="write --map city='Host City'")
        if column not in known:
            raise UnknownNameError("column", column, known, where="--map")
        if column in names:
            raise UsageError(f"'{column}' is given twice", where="--map")
        names[column] = name
    return names


def find_columns(
    there: Sequence[str],
    names: Mapping[str, str],
    *,
    where: str,
    columns: Sequence[str] = COLUMNS,
    required: Sequence[str] = REQUIRED,
) -> dict[str, int]:
    """Return at which place of a table each of the columns stands that it has.

    A name that --map gives is meant as written; others are found whatever their case and the spaces around them.
    Raises DataError for a column that must be there and is not, or that is there twice.
    """
    folded = [name.strip().casefold().replace(" ", "_") for name in there]
    taken = {there.index(name) for name in names.values() if name in there}
    found: dict[str, int] = {}
    for column in columns:
        name = names.get(column)
        if name is not None and name not in there:
            raise DataError(
                f"has no column '{name}', which --map names as {column}", where=where, help=suggestion(name, there)
            )
        places = (
            [place for place, other in enumerate(there) if other == name]
            if name is not None
            else [place for place, other in enumerate(folded) if other == column and place not in taken]
        )
        if len(places) > 1:
            raise DataError(f"has {len(places)} columns named '{name or column}'", where=where)
        if places:
            found[column] = places[0]
        elif column in required:
            raise DataError(f"has no column '{column}'", where=where, help=missing_help(column, there))
    return found


_LONGEST = 40
"""Of a longer name of a column the beginning is shown: what is no table may have anything for a header line."""


def missing_help(column: str, there: Sequence[str]) -> str:
    """Return what to do about a column that a table lacks: the name that is nearest to it, and how to name another."""
    nearest = suggestion(column, [name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in there])
    return f"{nearest}; {_MAP_HELP.format(name=column)}" if nearest else _MAP_HELP.format(name=column)
