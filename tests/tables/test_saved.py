"""Saved readings: what they say, and everything that can be wrong in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args, get_type_hints

import pytest

from mycity_cli.cli.defaults import field_of
from mycity_cli.cli.table_options import Tables
from mycity_cli.errors import DataError, UsageError
from mycity_cli.tables.saved import KEYS, place_error, place_like, profile_beside, read_saved

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(here: Path, text: str) -> object:
    (here / "a.mycity.toml").write_text(text, encoding="utf-8")
    from pathlib import Path

    return read_saved(Path("a.mycity.toml"))


def test_all_that_may_be_said(here: Path) -> None:
    saved = read(
        here,
        """\ufeff[map]
city = "Host City"
date = ""
[table]
amount-unit = "million USD"
from = "CSV"
sheet = 2
encoding = "gb18030"
header-row = 3
decimal = ","
group = " "
date-order = "dmy"
missing = ["TBC", "?"]
fill = "city"
negative = "allow"
keep-totals = true
as-written = false
like = "deals.json"
max-bad = "5%"
""",
    )
    assert saved[:2] == (  # type: ignore[index]
        {"city": "Host City", "date": ""},
        {
            "amount-unit": "million USD",
            "from": "csv",
            "sheet": "2",
            "encoding": "gb18030",
            "header-row": 3,
            "decimal": ",",
            "group": " ",
            "date-order": "dmy",
            "missing": ("TBC", "?"),
            "fill": ("city",),
            "negative": "allow",
            "keep-totals": True,
            "as-written": False,
            "like": "deals.json",
            "max-bad": "5%",
        },
    )


def test_a_file_may_say_nothing(here: Path) -> None:
    assert read(here, "") == ({}, {}, {})


MESSAGES = {
    '[table]\ndecmal = ","': "error: a.mycity.toml: [table]: unknown key 'decmal'\nhelp: did you mean decimal?",
    '[table]\namount_unit = "yuan"': (
        "error: a.mycity.toml: [table]: unknown key 'amount_unit'\nhelp: did you mean amount-unit?"
    ),
    '[map]\ncitty = "x"': "error: a.mycity.toml: [map]: unknown column 'citty'\nhelp: did you mean city?",
    "[map]\ncity = 3": (
        'error: a.mycity.toml: [map]: city: 3 is no name\nhelp: write city = "Its Name", or city = "" to leave it out'
    ),
    '[tabel]\ndecimal = ","': "error: a.mycity.toml: unknown table 'tabel'\nhelp: did you mean table?",
    "map = 1": "error: a.mycity.toml: 'map' is no table\nhelp: write [map] on a line of its own",
    '[table]\ndecimal = ";"': (
        """error: a.mycity.toml: [table]: decimal: ';' is none of the values\nhelp: write one of ".", ",\""""
    ),
    '[table]\nheader-row = "3"': (
        "error: a.mycity.toml: [table]: header-row: '3' is no row\nhelp: rows are counted from 1"
    ),
    "[table]\nheader-row = 0": "error: a.mycity.toml: [table]: header-row: 0 is no row\nhelp: rows are counted from 1",
    '[table]\nkeep-totals = "yes"': (
        "error: a.mycity.toml: [table]: keep-totals: 'yes' is neither true nor false\n"
        "help: write true or false, without quotes"
    ),
    "[table]\nmissing = [1]": (
        'error: a.mycity.toml: [table]: missing: this is no list of texts\nhelp: write ["TBC", "pending"]'
    ),
    "[table]\nencoding = true": "error: a.mycity.toml: [table]: encoding: true is no text\nhelp: write it in quotes",
    '[table]\namount-unit = "apples"': (
        "error: a.mycity.toml: [table]: amount-unit: 'apples' is no unit of amounts\n"
        "help: write a scale, a currency or both: 'million USD', yuan, 亿元"
    ),
    '[table]\nmax-bad = "much"': ("error: a.mycity.toml: [table]: max-bad: 'much' is no share\nhelp: write 5% or 0.5%"),
    "[map]\ncity = Host": (
        'error: a.mycity.toml:2:8: is no TOML: Invalid value\nhelp: texts stand in quotes: "Host City"'
    ),
}


@pytest.mark.parametrize("text", MESSAGES)
def test_what_is_wrong_is_told_with_its_place(here: Path, text: str) -> None:
    with pytest.raises(DataError) as raised:
        read(here, text)
    assert str(raised.value) == MESSAGES[text]


def test_all_problems_are_told(here: Path) -> None:
    with pytest.raises(DataError) as raised:
        read(here, '[map]\ntown = "x"\n[table]\ndecimal = 1\nx = 2\n[more]\n')
    assert [problem.message for problem in raised.value.problems] == [
        "unknown table 'more'",
        "unknown column 'town'",
        "1 is none of the values",
        "unknown key 'x'",
    ]


def test_files_that_cannot_be_read(here: Path) -> None:
    from pathlib import Path

    with pytest.raises(DataError, match=r"no\.toml: cannot be read: No such file or directory"):
        read_saved(Path("no.toml"))
    (here / "b.toml").write_bytes(b"\xff")
    with pytest.raises(DataError, match=r"b\.toml: is not in UTF-8"):
        read_saved(Path("b.toml"))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("x/deals.xlsx", "x/deals.mycity.toml"),
        ("deals.csv.gz", "deals.mycity.toml"),
        ("deals.2022.csv", "deals.2022.mycity.toml"),
    ],
)
def test_where_the_saved_reading_of_a_table_is(table: str, expected: str) -> None:
    from pathlib import Path

    assert profile_beside(Path(table)) == Path(expected)


def test_a_dataset_is_named_from_the_file(here: Path) -> None:
    from pathlib import Path

    saved = read(here, '[table]\nlike = "deals.json"')
    assert place_like(saved, Path("x")).options == {"like": "x/deals.json"}  # type: ignore[arg-type]


def test_an_error_in_an_option_names_the_place_where_it_is_said() -> None:
    error = UsageError("is wrong", where="--sheet", help="do it")
    place_error(error, {"sheet": "a.mycity.toml: [table]: sheet"}, "or do not")
    assert str(error) == "error: a.mycity.toml: [table]: sheet: is wrong\nhelp: do it; or do not"
    other = UsageError("is wrong", where="--fill")
    place_error(other, {"sheet": "x"}, "or do not")
    assert str(other) == "error: --fill: is wrong"


def test_the_keys_are_options_with_the_same_choices() -> None:
    hints = get_type_hints(Tables)
    for key, check in KEYS.items():
        choices = [choice for part in get_args(hints[field_of(key)]) for choice in get_args(part) or []]
        for choice in choices:
            if isinstance(choice, str):
                assert check(choice) == choice
