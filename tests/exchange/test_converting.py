"""Every format is written and read back without a loss but of what it cannot hold."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings

from examples import dataset, signing
from mycity_cli import load
from mycity_cli.errors import DataError, MissingExtraError, UsageError
from mycity_cli.exchange import converting, signing_rows
from mycity_cli.exchange.as_json import as_json
from mycity_cli.model import Dataset
from round_trips import hostile, meaning, noted_datasets

WHOLE = (".json", ".sqlite", ".db")
TABLES = (".csv", ".jsonl", ".ndjson", ".parquet")


def round_trip(data: Dataset, path: Path, *, like: Dataset | None = None) -> Dataset:
    converting.write(data, path, replace=True)
    return converting.read(path, like=like).dataset


@pytest.mark.parametrize("ending", WHOLE)
@pytest.mark.parametrize("data", [load(), hostile, Dataset()], ids=["bundled", "hostile", "empty"])
def test_what_holds_everything_gives_it_all_back(tmp_path: Path, data: Dataset, ending: str) -> None:
    assert as_json(round_trip(data, tmp_path / f"data{ending}")) == as_json(data)
    assert converting.write(data, tmp_path / f"data{ending}", replace=True) is None


@pytest.mark.parametrize("ending", TABLES)
@pytest.mark.parametrize("data", [load(), hostile, dataset(), Dataset()], ids=["bundled", "hostile", "none", "empty"])
def test_a_table_gives_the_signings_back_and_with_a_like_dataset_everything(
    tmp_path: Path, data: Dataset, ending: str
) -> None:
    pytest.importorskip("duckdb")
    path = tmp_path / f"data{ending}"
    if ending in (".jsonl", ".ndjson") and not data.signings:
        with pytest.raises(DataError, match="is empty"):
            round_trip(data, path)
        return
    assert meaning(round_trip(data, path)) == meaning(data)
    assert as_json(round_trip(data, path, like=data)) == as_json(data)
    assert converting.write(data, path, replace=True) == signing_rows.left_out(data)


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".sqlite"])
@settings(max_examples=40)
@given(data=noted_datasets())
def test_every_dataset_comes_back(ending: str, data: Dataset) -> None:
    assume(ending != ".jsonl" or data.signings)
    with TemporaryDirectory() as folder:
        again = round_trip(data, Path(folder, f"data{ending}"))
    assert meaning(again) == meaning(data)


@settings(max_examples=10)
@given(data=noted_datasets())
def test_every_dataset_comes_back_from_parquet(data: Dataset) -> None:
    pytest.importorskip("duckdb")
    with TemporaryDirectory() as folder:
        again = round_trip(data, Path(folder, "data.parquet"))
    assert meaning(again) == meaning(data)


@pytest.mark.parametrize(("first", "second"), [(".csv", ".sqlite"), (".sqlite", ".jsonl"), (".jsonl", ".csv")])
def test_a_format_is_written_from_any_other(tmp_path: Path, first: str, second: str) -> None:
    middle = round_trip(load(), tmp_path / f"a{first}", like=load())
    assert as_json(round_trip(middle, tmp_path / f"b{second}", like=load())) == as_json(load())


@pytest.mark.parametrize("ending", [".json", ".sqlite", ".csv", ".jsonl", ".parquet"])
def test_a_file_that_exists_stays_unless_it_may_be_replaced(tmp_path: Path, ending: str) -> None:
    if ending == ".parquet":
        pytest.importorskip("duckdb")
    path = tmp_path / f"data{ending}"
    path.write_text("mine")
    with pytest.raises(UsageError, match="exists already"):
        converting.write(load(), path, replace=False)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", [".json", ".sqlite", ".csv", ".jsonl", ".parquet"])
def test_what_cannot_be_read_is_an_error_that_names_it(tmp_path: Path, ending: str) -> None:
    if ending == ".parquet":
        pytest.importorskip("duckdb")
    path = tmp_path / f"data{ending}"
    with pytest.raises(DataError) as caught:
        converting.read(path)
    assert str(caught.value) == f"error: {path}: cannot be read: No such file or directory"
    path.mkdir()
    with pytest.raises(DataError, match="cannot be read: Is a directory"):
        converting.read(path)
    with pytest.raises(DataError, match="cannot be written: Is a directory"):
        converting.write(load(), path, replace=True)


@pytest.mark.parametrize("path", ["data.xlsx", "data"])
def test_an_ending_says_the_format(path: str) -> None:
    with pytest.raises(UsageError, match="ending"):
        converting.require_output(Path(path), where="OUT")
    converting.require_output(Path("DATA.CSV"), where="OUT")


def test_more_formats_are_read_than_written() -> None:
    for name in ("data.xlsx", "data.ods", "data.psv", "data.csv.gz", "data.duckdb", "data.json"):
        converting.require_input(Path(name), where="IN")
    with pytest.raises(UsageError, match=r"no format has the ending '\.docx'"):
        converting.require_input(Path("data.docx"), where="IN")


def test_parquet_needs_an_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    path = tmp_path / "data.parquet"
    with pytest.raises(UsageError) as caught:
        converting.write(load(), path, replace=False)
    assert str(caught.value) == (
        f"error: {path}: Parquet needs the extra \"tables\"\nhelp: pip install 'mycity-cli[tables]'"
    )
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"PAR1")
    with pytest.raises(MissingExtraError, match="Parquet files are read by DuckDB, which is not installed"):
        converting.read(path)


def test_nul_is_kept_where_a_format_can_hold_it(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    data = dataset(signing("s", note="\x00\x01\x1b[31m"))
    for ending in (".json", ".sqlite", ".jsonl", ".parquet"):
        assert meaning(round_trip(data, tmp_path / f"data{ending}")) == meaning(data)
    path = tmp_path / "data.csv"
    with pytest.raises(UsageError) as caught:
        converting.write(data, path, replace=False)
    assert str(caught.value) == (
        f"error: {path}: 's' has NUL in its note, which no file of text can have\n"
        "help: write .jsonl, .parquet or .sqlite"
    )
    assert not path.exists()


BLANK = {"$schema", "title", "description", "publisher", "licenses", "city"}
"""The fields of a dataset itself, which no table of its signings holds."""


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".jsonl", ".parquet"])
@settings(max_examples=15)
@given(data=noted_datasets())
def test_a_table_loses_nothing_but_what_it_names(ending: str, data: Dataset) -> None:
    pytest.importorskip("duckdb")
    assume(ending != ".jsonl" or data.signings)
    with TemporaryDirectory() as folder:
        path = Path(folder, f"data{ending}")
        named = converting.write(data, path, replace=False)
        again = json.loads(as_json(converting.read(path).dataset))
        assert as_json(converting.read(path, like=data).dataset) == as_json(data)
    stated = json.loads(as_json(data))
    assert named is not None
    assert set(named.fields) == BLANK & stated.keys()
    for noun in ("place", "source", "conference", "fact", "claim"):
        number = len(stated.get(f"{noun}s", []))
        assert named.ids_only.get(noun, 0) + named.records.get(noun, 0) == number
    ids = {noun: {each["id"] for each in stated.get(noun, [])} for noun in ("places", "sources", "conferences")}
    assert all({each["id"] for each in again.get(noun, [])} <= known for noun, known in ids.items())


@pytest.mark.parametrize("ending", [".json", ".sqlite"])
@settings(max_examples=25)
@given(data=noted_datasets())
def test_what_holds_everything_loses_nothing(ending: str, data: Dataset) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"data{ending}")
        assert converting.write(data, path, replace=False) is None
        assert as_json(converting.read(path).dataset) == as_json(data)
