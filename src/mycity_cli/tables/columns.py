"""The columns of a table by name, and what of a row each holds."""

from __future__ import annotations

from collections.abc import Sequence

from mycity_cli.errors import UnknownNameError, UsageError, suggestion
from mycity_cli.messages import clauses, say

COLUMNS = (
    "id", "date", "city", "promoter", "conference", "kind", "partner", "projects", "amount", "currency", "source",
    "at", "part_of", "fields", "note",
)  # fmt: skip
"""What a row may state of its signing: names and figures as stated, several sources or fields with `;` between.

`at` has as many items as `source`; `currency` is the ISO 4217 code of the amount, and the only column that repeats
what another says.
"""

READ = ("id", "date", "city", "promoter", "conference", "kind", "partner", "projects", "amount", "currency", "source")
"""The columns that an engine reads."""


def parse_names(given: Sequence[str]) -> dict[str, str]:
    """Return the names that the options --map give to columns, "" for a column that is to be left out.

    Raises UsageError for what is no pair of names.
    """
    names: dict[str, str] = {}
    for each in given:
        column, sign, name = each.partition("=")
        column = column.strip()
        if not sign:
            help = say("write --map city='Host City', or --map date= to leave a column out")
            raise UsageError(say("'{given}' gives no name", given=each), where="--map", help=help)
        if column not in COLUMNS:
            raise UnknownNameError(say("column"), column, COLUMNS, where="--map")
        if column in names:
            raise UsageError(say("'{name}' is given twice", name=column), where="--map")
        names[column] = name.strip()
    return names


_LONGEST = 40
"""Of a longer name of a column the beginning is shown: what is no table may have anything for a header line."""


def missing_help(column: str, there: Sequence[str]) -> str:
    """Return what to do about a column that a table lacks: the name that is nearest to it, and how to name another."""
    nearest = suggestion(column, [name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in there])
    help = say("name the column that holds it: --map {name}='Its Name'", name=column)
    return clauses([nearest, help]) if nearest else help
