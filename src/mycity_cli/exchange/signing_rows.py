"""Signings as the rows of a table, where every cell is text: what CSV, JSON Lines and Parquet files hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mycity_cli.errors import MycityError
from mycity_cli.model import Dataset, Signing

COLUMNS = (
    "id",
    "date",
    "city",
    "promoter",
    "conference",
    "kind",
    "partner",
    "projects",
    "amount",
    "currency",
    "source",
    "at",
    "part_of",
    "fields",
    "note",
)
"""The columns of a table of signings: ids and figures as stated, several sources or fields with `;` between.

`at` has as many items as `source`; `currency` is the ISO 4217 code of the amount, and the only column that repeats
what another says.
"""

NEEDED = ("id", "city", "kind", "source")
"""What every signing has: no row may leave it out. Of the columns a table may lack all but `city`."""


class Row(NamedTuple):
    """A row of a table that is read: where it stands, and the text of its cells by the name of the column.

    `problems` is what is wrong with what is no row at all.
    """

    where: str
    cells: dict[str, str]
    problems: tuple[MycityError, ...] = ()


class Table(NamedTuple):
    """A table that is read: the names of its columns as they are there, and its rows."""

    columns: tuple[str, ...]
    rows: list[Row]


def rows_of(dataset: Dataset) -> Iterator[dict[str, str]]:
    """Yield each signing as a row: the text of every column, empty where the signing states nothing."""
    for signing in dataset.signings:
        stated = {name: "" if value is None else str(value) for name, value in _cells(dataset, signing).items()}
        yield {name: stated[name] for name in COLUMNS}


def _cells(dataset: Dataset, signing: Signing) -> dict[str, object]:
    places = [cited.at or "" for cited in signing.sources]
    return {
        **{name: getattr(signing, name) for name in COLUMNS if name in type(signing).model_fields},
        # A table has no city of its own that stands in for what a row leaves out.
        "promoter": dataset.promoter_of(signing),
        "currency": signing.money and signing.money.unit,
        "source": joined([cited.id for cited in signing.sources]),
        "at": joined(places) if any(places) else None,
        "fields": joined(signing.fields),
    }


def joined(items: Sequence[str]) -> str:
    r"""Return the items with `;` between them; a `;` within one is written `\;`, a `\` is `\\`."""
    return ";".join(re.sub(r"([\\;])", r"\\\1", item) for item in items)


def items_of(text: str) -> list[str]:
    """Return the items that were `joined`; none for the empty text."""
    if not text:
        return []
    # Each escaped character, each end of an item, and every other character is a match of its own.
    items = [""]
    for escaped, character in re.findall(r"\\([\\;])|(.)", text, flags=re.DOTALL):
        if character == ";":
            items.append("")
        else:
            items[-1] += escaped or character
    return items


class LeftOut(NamedTuple):
    """What of a dataset a table of its signings cannot hold: how many records of each noun, and fields of its own.

    Of the records in `ids_only` it holds the ids.
    """

    ids_only: dict[str, int]
    records: dict[str, int]
    fields: tuple[str, ...]


_HEAD = {field: field for field in ("title", "description", "licenses", "city")} | {"schema_uri": "$schema"}
"""The fields of a dataset itself, with their names in a file."""


def left_out(dataset: Dataset) -> LeftOut:
    """Return what a table of the signings leaves out."""
    kept = {"place": dataset.places, "source": dataset.sources, "conference": dataset.conferences}
    lost = {"fact": dataset.facts, "claim": dataset.claims}
    return LeftOut(
        {noun: len(records) for noun, records in kept.items() if records},
        {noun: len(records) for noun, records in lost.items() if records},
        tuple(shown for field, shown in _HEAD.items() if getattr(dataset, field)),
    )
