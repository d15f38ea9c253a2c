"""Signings as the rows of a table, where every cell is text: what CSV, JSON Lines and Parquet files hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mycity_cli.model import Dataset, Signing
from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.items import joined


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


class LeftOut(NamedTuple):
    """What of a dataset a table of its signings cannot hold: how many records of each noun, and fields of its own.

    Of the records in `ids_only` it holds the ids.
    """

    ids_only: dict[str, int]
    records: dict[str, int]
    fields: tuple[str, ...]
    quotations: int = 0


_HEAD = {field: field for field in ("title", "description", "publisher", "licenses", "city")} | {
    "schema_uri": "$schema"
}
"""The fields of a dataset itself, with their names in a file."""


def left_out(dataset: Dataset) -> LeftOut:
    """Return what a table of the signings leaves out."""
    kept = {"place": dataset.places, "source": dataset.sources, "conference": dataset.conferences}
    lost = {"fact": dataset.facts, "claim": dataset.claims}
    return LeftOut(
        {noun: len(records) for noun, records in kept.items() if records},
        {noun: len(records) for noun, records in lost.items() if records},
        tuple(shown for field, shown in _HEAD.items() if getattr(dataset, field)),
        sum(signing.quote is not None for signing in dataset.signings),
    )
