"""What a proof rests on: the version, the title, the hashes and the date of the data."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from mycity_cli.bundled import bundled
from mycity_cli.cli.opening import open_for_proof, opened
from mycity_cli.cli.options import Data
from mycity_cli.cli.table_options import Tables
from mycity_cli.errors import DataError
from mycity_cli.period import Period
from mycity_cli.provenance import HashedFile, Origin, Provenance, latest, origin_of_content, origin_of_table

TABLE = "city,date,amount\nSuzhou,2022-11-03,52.563 billion yuan\n"


def test_of_the_bundled_dataset() -> None:
    dataset, found = open_for_proof(Data())
    digest = sha256(bundled().read_bytes()).hexdigest()
    assert found == Provenance(
        "0.1.0",
        Origin("deals.json", (HashedFile("deals.json", digest),)),
        "Mianyang's promotion conferences and what was signed at them",
        Period.parse("2022-11-08"),
    )
    with opened(Data(), Tables(), proving=True) as engine:
        assert engine.provenance() == found
    assert dataset.title == found.title


def test_of_a_table_the_hash_of_each_file_and_no_date(tmp_path: Path) -> None:
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).write_text(TABLE)
    pattern = f"{tmp_path}/*.csv"
    digest = sha256(TABLE.encode()).hexdigest()
    files = tuple(HashedFile(str(tmp_path / name), digest) for name in ("one.csv", "two.csv"))
    with opened(Data(pattern), Tables(), proving=True) as engine:
        assert engine.provenance() == Provenance("0.1.0", Origin(pattern, files))


def test_of_a_database_the_table_and_no_hash() -> None:
    origin = origin_of_table("postgresql://me:secret@host/city#deals")
    assert origin == Origin("postgresql://me:***@host/city#deals", (), "deals")


def test_nothing_is_hashed_unless_a_proof_is_announced(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(TABLE)
    for data in (Data(), Data(str(tmp_path / "one.csv"))):
        with opened(data, Tables()) as engine:
            assert engine.origin is None
            with pytest.raises(ValueError, match="no proof was announced"):
                engine.provenance()


def test_a_file_that_cannot_be_hashed_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="No such file"):
        origin_of_table(str(tmp_path / "none.csv"))


@pytest.mark.parametrize(
    ("dates", "last"),
    [
        ([], None),
        ([None], None),
        (["2022-11-08", "../2018-03", None], "2022-11-08"),
        (["2022", "2022-11-08"], "2022"),
        (["2021/..", "2020"], "2021/.."),
    ],
)
def test_the_latest_date_is_the_one_that_ends_last(dates: list[str | None], last: str | None) -> None:
    found = latest(None if text is None else Period.parse(text) for text in dates)
    assert (None if found is None else found.text) == last


def test_the_hash_is_of_the_bytes_that_were_read() -> None:
    assert origin_of_content(b"abc", "x").files == (HashedFile("x", sha256(b"abc").hexdigest()),)
