"""A dataset, the table of its signings and the dataset that is made of the table again add up to the same."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings

from examples import dataset, signing
from mycity_cli import load
from mycity_cli.exchange import converting
from mycity_cli.query import Group, Measure, Selection
from mycity_cli.query.engine import InMemory
from mycity_cli.tables.opening import open_table
from mycity_cli.tables.settings import Settings
from strategies import datasets

if TYPE_CHECKING:
    from mycity_cli.model import Dataset
    from mycity_cli.query import Total
    from mycity_cli.query.engine import Engine

pytest.importorskip("duckdb")

GROUPS = (None, *Group)


def answers(engine: Engine) -> list[tuple[Group | None, list[Total]]]:
    """Return every total that an engine gives, with its interval, its parts and what it leaves out."""
    return [(by, list(engine.totals(Selection(), by, Measure.AMOUNT).rows)) for by in GROUPS]


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".jsonl", ".parquet"])
@settings(max_examples=25)
@given(data=datasets())
def test_a_table_adds_up_to_what_its_dataset_does(ending: str, data: Dataset) -> None:
    assume(ending != ".jsonl" or data.signings)
    with TemporaryDirectory() as folder:
        path = Path(folder, f"data{ending}")
        converting.write(data, path, replace=False)
        with open_table(str(path), Settings(), data.places) as engine:
            of_table = answers(engine)
        again = converting.read(path, like=data)
        alone = converting.read(path).dataset
    assert (again.bad, again.skipped) == (0, 0)
    assert of_table == answers(InMemory(data)) == answers(InMemory(again.dataset))
    assert [of_table[0]] == answers(InMemory(alone))[:1]


def test_the_bundled_dataset_and_its_table_add_up_to_the_same(tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    converting.write(load(), path, replace=False)
    with open_table(str(path), Settings(), load().places) as engine:
        assert answers(engine) == answers(InMemory(load()))


def test_a_whole_that_is_called_total_is_a_signing(tmp_path: Path) -> None:
    parts = [signing(id, amount="2 yuan", part_of="total") for id in ("a", "b")]
    data = dataset(*parts, signing("total", amount="4 yuan"))
    path = tmp_path / "t.csv"
    converting.write(data, path, replace=False)
    with open_table(str(path), Settings(), data.places) as engine:
        assert answers(engine) == answers(InMemory(data))
    assert [each.id for each in converting.read(path).dataset.signings] == ["a", "b", "total"]
