"""The SQLite file: linked tables that any program opens, exact figures, everything read back."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from examples import dataset, fact, signing
from mycity_cli import load
from mycity_cli.errors import DataError
from mycity_cli.exchange import sqlite_file
from mycity_cli.exchange.as_json import as_json
from round_trips import hostile

if TYPE_CHECKING:
    from pathlib import Path

    from mycity_cli.model import Dataset


def query(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(statement).fetchall()


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(statement)


def refusal(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        sqlite_file.read(path)
    return str(caught.value).replace(f"{path.parent}/", "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data.sqlite"
    sqlite_file.write(load(), path, replace=False)
    return path


@pytest.mark.parametrize("data", [load(), hostile], ids=["bundled", "hostile"])
def test_it_is_whole_and_every_reference_leads_somewhere(tmp_path: Path, data: Dataset) -> None:
    path = tmp_path / "data.db"
    sqlite_file.write(data, path, replace=False)
    assert query(path, "PRAGMA integrity_check") == [("ok",)]
    assert query(path, "PRAGMA foreign_key_check") == []
    assert list(tmp_path.iterdir()) == [path]


def test_every_reference_is_a_foreign_key(path: Path) -> None:
    tables = [str(name) for (name,) in query(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    links = {
        (table, row[3]): (row[2], row[4])
        for table in tables
        for row in query(path, f"PRAGMA foreign_key_list({table})")
    }
    assert links == {
        ("dataset", "city"): ("places", "id"),
        ("place_names", "place"): ("places", "id"),
        ("place_aliases", "place"): ("places", "id"),
        ("conferences", "city"): ("places", "id"),
        ("conferences", "promoter"): ("places", "id"),
        ("signings", "city"): ("places", "id"),
        ("signings", "promoter"): ("places", "id"),
        ("signings", "partner"): ("places", "id"),
        ("signings", "conference"): ("conferences", "id"),
        ("signings", "part_of"): ("signings", "id"),
        ("signing_fields", "signing"): ("signings", "id"),
        ("facts", "city"): ("places", "id"),
        **{(f"{noun}_sources", "source"): ("sources", "id") for noun in ("conference", "signing", "fact", "claim")},
        **{(f"{noun}_sources", noun): (f"{noun}s", "id") for noun in ("conference", "signing", "fact", "claim")},
    }


def test_figures_are_text_as_stated_and_exact_values_never_real(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    data = dataset(
        signing("s", amount="about 52.563 billion yuan", projects="30 projects"),
        signing("t", amount="0.10 dollars"),
        signing("u", amount="9,223,372,036,854,775,808 yuan"),
        signing("v"),
        facts=[fact("f", figure="22.40%"), fact("g", text="none"), fact("h", figure="-418")],
    )
    sqlite_file.write(data, path, replace=False)
    columns = "amount, amount_value, amount_whole, currency, projects, projects_whole"
    assert query(path, f"SELECT {columns} FROM signings ORDER BY position") == [  # names of our own
        ("about 52.563 billion yuan", "52563000000", 52563000000, "CNY", "30 projects", 30),
        ("0.10 dollars", "0.1", None, "USD", None, None),
        ("9,223,372,036,854,775,808 yuan", "9223372036854775808", None, "CNY", None, None),
        (None, None, None, None, None, None),
    ]
    assert query(path, "SELECT figure, figure_value, figure_whole, unit FROM facts ORDER BY position") == [
        ("22.40%", "0.224", None, "ratio"),
        (None, None, None, None),
        ("-418", "-418", -418, "count"),
    ]
    declared = re.findall(r"\b(REAL|FLOAT|DOUBLE|NUMERIC)\b", str(query(path, "SELECT sql FROM sqlite_schema")))
    assert declared == []
    with pytest.raises(sqlite3.IntegrityError):
        change(path, "UPDATE signings SET amount_whole = 0.5")


def test_what_is_changed_in_it_is_read(path: Path) -> None:
    change(
        path,
        """
        INSERT INTO places (id, name) VALUES ('new', 'New');
        INSERT INTO signings (id, kind, city, projects) VALUES ('n', 'investment', 'new', 12);
        INSERT INTO signing_sources (signing, source) VALUES ('n', 'ein-2022-11-08');
        DELETE FROM claim_sources; DELETE FROM claims;
        """,
    )
    data = sqlite_file.read(path)
    assert (data.signings[-1].id, str(data.signings[-1].projects), data.claims) == ("n", "12", ())


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE signings SET kind = x'00' WHERE position = 1", r"not a text: b'\x00'"),
        ("UPDATE signing_sources SET signing = 'gone' WHERE position = 1", "there is no 'gone' in signings"),
        ("UPDATE signings SET city = 'gone'", "there is no place 'gone'"),
        ("UPDATE signings SET amount = '5' WHERE position = 1", "'5' names no currency"),
        ("DROP TABLE facts", "no dataset in SQLite: no such table: facts"),
        ("ALTER TABLE facts DROP COLUMN note", "no dataset in SQLite: no such column: note"),
        ("UPDATE signings SET kind = CAST(x'ff' AS TEXT)", "no dataset in SQLite: Could not decode to UTF-8"),
    ],
)
def test_what_does_not_fit_in_it_is_an_error(path: Path, statement: str, message: str) -> None:
    change(path, statement)
    assert message in refusal(path)


def test_what_is_no_sqlite_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    path.write_text("id,city\n" * 200)
    assert refusal(path) == (
        "error: data.db: no dataset in SQLite: file is not a database\n"
        "help: a file to read is one that mycity data convert wrote, or has its tables"
    )


def test_a_name_that_looks_like_an_address_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=rwc#b%20c.db"
    sqlite_file.write(load(), path, replace=False)
    assert as_json(sqlite_file.read(path)) == as_json(load())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_file_that_another_program_writes_to_is_left_alone(path: Path, ending: str) -> None:
    before = path.read_bytes()
    path.with_name(path.name + ending).write_bytes(b"pages")
    with pytest.raises(DataError, match="is in use by another program"):
        sqlite_file.write(load(), path, replace=True)
    assert path.read_bytes() == before
