"""A table that a dataset was converted to says what the dataset says."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from mycity_cli.exchange.signing_rows import rows_of
from mycity_cli.model import Dataset
from mycity_cli.tables.columns import COLUMNS
from strategies import datasets
from tables.sheets import problems, read, sheet


@given(datasets())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_the_table_of_a_dataset_says_what_it_says(data: Dataset) -> None:
    table = sheet("|".join(COLUMNS), *(list(row.values()) for row in rows_of(data)))
    rows = read(table)
    assert problems(rows) == []
    assert rows.skipped == ()
    for row, signing in zip(rows.good, data.signings, strict=True):
        same = (
            "id",
            "city",
            "kind",
            "partner",
            "conference",
            "date",
            "projects",
            "amount",
            "part_of",
            "fields",
            "note",
        )
        assert {name: getattr(row, name) for name in same} == {name: getattr(signing, name) for name in same}
        assert list(map(str, row.sources)) == list(map(str, signing.sources))
