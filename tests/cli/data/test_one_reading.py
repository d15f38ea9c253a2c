"""Every command reads a table as its saved reading, the environment and the project say, wherever it comes from."""

from __future__ import annotations

from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from running import Result

if TYPE_CHECKING:
    from running import Mycity

TABLE = "Wo,Wert\nSuzhou,5\nXiamen,7\nXiamen,many\n"
READING = '[map]\ncity = "Wo"\namount = "Wert"\n[table]\namount-unit = "million yuan"\nmax-bad = "40%"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(TABLE)
    Path("a.dat").write_text(TABLE)
    Path("p.toml").write_text(READING)
    return tmp_path


def piped(mycity: Mycity, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    """Return what a command says of the table on its standard input."""
    with Path("a.csv").open("rb") as stream:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(stream))
        return mycity(*arguments)


def test_standard_input_is_read_as_a_profile_says(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    options = ("--data", "-", "--profile", "p.toml", "--skip-bad")
    total = piped(mycity, monkeypatch, "total", *options)
    assert (total.code, total.out) == (0, "12000000\n")
    assert total.err.startswith("note: read as p.toml says\nnote: 1 bad row left out\n")
    checked = piped(mycity, monkeypatch, "check", "Suzhou >= 4 million yuan", *options, "--format", "tsv")
    assert (checked.code, checked.out.split("\t")[0]) == (0, "true")


def test_standard_input_is_read_with_defaults_that_mean_something_for_it(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("MAP", "city=Wo;amount=Wert"), ("AMOUNT_UNIT", "yuan"), ("HEADER_ROW", "1"), ("SHEET", "x")):
        monkeypatch.setenv(f"MYCITY_{name}", value)
    total = piped(mycity, monkeypatch, "total", "--data", "-", "--skip-bad")
    assert (total.code, total.out) == (4, "")
    assert total.err == (
        "note: read as the environment says: amount-unit 'yuan', header-row '1', map city 'Wo', map amount 'Wert'\n"
        "note: 1 bad row left out\n"
        "error: standard input: 1 of 3 rows are bad and left out (33.3 %): what is left is no total\n"
        "help: put them right, or allow so many: --max-bad 34%\n"
    )
    monkeypatch.setenv("MYCITY_MAX_BAD", "34%")
    assert piped(mycity, monkeypatch, "total", "--data", "-", "--skip-bad").out == "12\n"
    assert mycity("total", "--data", "a.dat", "--from", "csv", "--skip-bad").out == "12\n"


def test_a_table_is_validated_as_it_is_read(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = ": row 3: amount: expected a number, found 'many' [unreadable-figure]\n"
    Path("a.mycity.toml").write_text(READING)
    found = mycity("data", "validate", "a.csv")
    assert (found.code, found.out.splitlines()[0]) == (1, f"error: a.csv{bad.rstrip()}")
    assert found.err.startswith("note: read as a.mycity.toml says\n")
    found = piped(mycity, monkeypatch, "data", "validate", "-", "--profile", "p.toml")
    assert (found.code, found.out.splitlines()[0]) == (1, f"error: standard input{bad.rstrip()}")


def test_a_table_is_converted_as_it_is_read(mycity: Mycity) -> None:
    Path("a.mycity.toml").write_text(READING)
    made = mycity("data", "convert", "a.csv", "a.json", "--skip-bad")
    assert made.code == 0
    assert made.err.startswith("note: read as a.mycity.toml says\nnote: 1 bad row left out\n")
    assert mycity("total", "--data", "a.json").out == "12000000\n"
    assert mycity("data", "convert", "a.dat", "b.json", "--from", "csv", "--profile", "p.toml", "--skip-bad").code == 0
    assert mycity("total", "--data", "b.json").out == "12000000\n"


def test_the_dataset_that_a_reading_names_is_used_by_convert(mycity: Mycity) -> None:
    Path("a.csv").write_text("city,amount\nNeustadt,5 yuan\n")
    Path("like.json").write_text(
        '{"places": [{"id": "nova", "name": "Nova", "names": {"de": "Neustadt"}, "country": "DE"}]}'
    )
    Path("a.mycity.toml").write_text('[table]\nlike = "like.json"\n')
    assert mycity("data", "convert", "a.csv", "a.json").code == 0
    assert mycity("total", "--data", "a.json", "--by", "city", "--columns", "key,amount").out == "Nova\t5\n"


def test_a_table_is_not_merged_but_told_what_makes_a_dataset_of_it(mycity: Mycity) -> None:
    Path("our deals.csv").write_text("city,amount\nSuzhou,5 yuan\n")
    assert mycity("data", "merge", "our deals.csv", "b.json") == Result(
        2,
        "",
        "error: our deals.csv: is a table, and no dataset\n"
        "help: make a dataset of it first: mycity data convert 'our deals.csv' 'our deals.json'\n",
    )


def test_an_array_of_json_is_a_table_whatever_its_first_item_is(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text('["a remark", {"city": "Suzhou", "amount": "5 billion yuan"}]', encoding="utf-8")
    told = f"error: {path}: line 1: is no object in braces [no-row]\nhelp: write one object in braces on each line\n"
    assert mycity("data", "validate", path) == Result(1, told, "1 problem\n")
    found = mycity(
        "deals", "--format", "tsv", "--skip-bad", "--max-bad", "50%", "--columns", "city,amount", "--data", path
    )
    assert (found.code, found.out) == (0, "Suzhou\t5000000000\n")
