"""mycity data profile: how a table is read, written to be edited; and where that is found again."""

from __future__ import annotations

import json
import tomllib
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from examples import raw
from running import Result
from tables.workbooks import rows, workbook

if TYPE_CHECKING:
    from running import Mycity

OFFICE = """签约情况;;;
城市;投资额（亿元）;签约日期;状态
苏州;525,63;3/11/2022;已签
厦门;135,5;13/6/2022;已签
合计;661,13;;
"""

DOUBTFUL = """Luogo;Importo;Data
Roma;823.171;3/4/2022
Milano;12.500;5/6/2022
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str, encoding: str = "utf-8") -> None:
    Path(name).write_bytes(text.encode(encoding))


def settings(text: str) -> dict[str, object]:
    """Return what is set in a saved reading, its two tables."""
    return tomllib.loads(text)


def test_what_was_found_is_written_with_remarks(mycity: Mycity) -> None:
    write("deals.csv", OFFICE, "gb18030")
    result = mycity("data", "profile", "deals.csv")
    assert result.code == 0
    assert (
        result.out
        == """\
# How deals.csv is read: mycity finds this as deals.mycity.toml beside it, or by --profile.
# What stands behind # is a remark; take the # away from a setting that is to hold.
#
# 3 rows: 2 signings, 1 left out
# row 3 is a total ('合计') and is left out; --keep-totals keeps it
# columns that are not used: "状态"
# "签约日期" (date) states nothing in 1 of 3 rows
# deals.csv is read as GB18030; --encoding decides
# the header is row 2 of deals.csv, and rows are counted below it; --header-row decides
# '投资额（亿元）' is taken for the amount, in 亿元; '签约日期' for the date; '城市' for the city (--map decides)
# commas stand before the decimals of '投资额（亿元）', as row 1 '525,63' shows
# not used: '状态' (已签); choose rows by it with --where
# the day stands first in '签约日期', as row 2 '13/6/2022' shows

[map]
date = "签约日期"
city = "城市"
amount = "投资额（亿元）"
# not found: id, promoter, conference, kind, partner, projects, currency, source, at, part_of, fields, note

[table]
amount-unit = "亿元"  # from the header
# from = "csv"  # the format, where the name of the file does not say it
# sheet = "Deals"  # of a workbook, by name or number
encoding = "gb18030"  # recognised
header-row = 2
decimal = ","  # as row 1 '525,63' shows
# group = "."  # the sign between thousands
date-order = "dmy"  # as row 2 '13/6/2022' shows
# missing = ["TBC"]  # other words for nothing
# fill = ["city"]  # columns whose empty cells mean what stands above them
# negative = "allow"  # add up amounts below zero too
# keep-totals = true  # rows such as Total are signings
# as-written = true  # spellings of a city stay apart
# like = "deals.json"  # a dataset with names of cities
# max-bad = "5%"  # the share of bad rows with which a total is given
"""
    )
    assert "note: deals.csv is read as GB18030; --encoding decides\n" in result.err


def test_the_file_is_found_beside_the_table_and_says_the_same(mycity: Mycity) -> None:
    write("deals.csv", OFFICE, "gb18030")
    before = mycity("total", "--data", "deals.csv", "--format", "json")
    assert mycity("data", "profile", "deals.csv", "-o", "deals.mycity.toml").code == 0
    after = mycity("total", "--data", "deals.csv", "--format", "json")
    assert after.out == before.out
    assert after.err.splitlines() == [
        "note: read as deals.mycity.toml says",
        "note: not used: '状态' (已签); choose rows by it with --where",
        "note: row 3 is a total ('合计') and is left out; --keep-totals keeps it",
    ]
    ignored = mycity("total", "--data", "deals.csv", "--profile", "none", "--format", "json")
    assert ignored == before


def test_an_existing_file_is_replaced_only_with_force_and_never_the_table(mycity: Mycity) -> None:
    write("deals.csv", "city,amount\nSuzhou,5 yuan\n")
    assert mycity("data", "profile", "deals.csv", "-o", "p.toml").code == 0
    again = mycity("data", "profile", "deals.csv", "-o", "p.toml")
    assert (again.code, again.err.splitlines()[0]) == (2, "error: p.toml: exists already")
    assert mycity("data", "profile", "deals.csv", "-o", "p.toml", "--force").code == 0
    onto = mycity("data", "profile", "deals.csv", "-o", "deals.csv", "--force")
    assert (onto.code, onto.out) == (2, "")
    assert onto.err.startswith("error: --output: is 'deals.csv', which is read\n")


def test_what_is_in_doubt_is_a_remark_to_choose(mycity: Mycity) -> None:
    write("eu.csv", DOUBTFUL)
    result = mycity("data", "profile", "eu.csv", "--map", "city=luogo", "--map", "amount=Importo", "--map", "date=Data")
    assert result.code == 0
    assert settings(result.out)["table"] == {}
    assert (
        "# decimal = \".\"  # or \",\": row 1 of 'Importo' can be read in two ways: '823.171' as 823,171, or as 823 and"
        " a part\n"
    ) in result.out
    assert (
        "# date-order = \"dmy\"  # or \"mdy\": row 1 of 'Data' does not say which number is the month: '3/4/2022'\n"
    ) in result.out
    assert "# 2 rows, which cannot be read yet:\n" in result.out
    assert result.err.startswith("note: cannot be read yet: row 1 of 'Importo' can be read in two ways")
    edited = result.out.replace('# decimal = "."', 'decimal = ","').replace(
        '# date-order = "dmy"', 'date-order = "dmy"'
    )
    write("eu.mycity.toml", edited.replace('# amount-unit = "million USD"', 'amount-unit = "million EUR"'))
    assert mycity("deals", "--data", "eu.csv", "--columns", "date,amount") == Result(
        0, "2022-04-03\t823171000000\n2022-06-05\t12500000000\n", "note: read as eu.mycity.toml says\n"
    )


def test_columns_that_are_not_found_are_named(mycity: Mycity) -> None:
    write("a.csv", "Wo,Value,Amount signed\nSuzhou,1 yuan,2 yuan\n")
    result = mycity("data", "profile", "a.csv")
    assert result.code == 0
    assert '# city = ""  # none was found; the table has "Wo", "Value", "Amount signed"\n' in result.out
    assert '# amount = "Value"  # or "Amount signed": several could be it\n' in result.out
    assert settings(result.out) == {"map": {}, "table": {}}


def test_options_that_are_given_are_kept(mycity: Mycity) -> None:
    Path("x").mkdir()
    write("x/a.csv", "City,Amount,Note\nSuzhou,5,x\n,TBC,y\n")
    write("like.json", '{"title": "t", "city": "m", "places": [{"id": "m", "name": "Mianyang"}], "sources": []}')
    options = [
        "--amount-unit",
        "million USD",
        "--missing",
        "TBC",
        "--fill",
        "city",
        "--map",
        "note=",
        "--max-bad",
        "5%",
    ]
    result = mycity("data", "profile", "x/a.csv", *options, "--as-written", "--sheet", "1")
    assert result.err == "error: --sheet: is for spreadsheets, which have several sheets\n"
    result = mycity("data", "profile", "x/a.csv", *options, "--as-written")
    assert settings(result.out) == {
        "map": {"city": "City", "amount": "Amount", "note": ""},
        "table": {
            "amount-unit": "million USD",
            "missing": ["TBC"],
            "fill": ["city"],
            "as-written": True,
            "max-bad": "5%",
        },
    }


def test_a_dataset_for_names_is_named_from_where_the_file_lies(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("data", "tables", "inner"):
        Path(folder).mkdir()
    write(
        "data/like.json",
        json.dumps({**raw(), "places": [*raw()["places"], {"id": "x", "name": "Xing", "aliases": ["Y"]}]}),
    )
    write("tables/a.csv", "city,amount\nXing,5 yuan\nY,6 yuan\n")
    written = mycity("data", "profile", "tables/a.csv", "--like", "data/like.json", "-o", "tables/a.mycity.toml")
    assert written == Result(0, "", "")
    assert settings(Path("tables/a.mycity.toml").read_text("utf-8"))["table"] == {"like": "../data/like.json"}
    monkeypatch.chdir("inner")
    assert mycity("total", "--by", "city", "--data", "../tables/a.csv").out.startswith("Xing\t2\t\t11\tCNY\n")


def test_a_table_on_standard_input_and_patterns(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.csv", "city,amount\nSuzhou,5 yuan\n")
    write("b.csv", "city,amount\nSuzhou,6 yuan\n")
    both = mycity("data", "profile", "*.csv")
    assert both.out.startswith("# How *.csv is read: give this by --profile.\n")
    assert "# 2 rows: 2 signings\n" in both.out
    with Path("a.csv").open("rb") as stream:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(stream))
        piped = mycity("data", "profile", "-")
    assert piped.out.startswith("# How standard input is read: give this by --profile.\n")
    assert settings(piped.out) == {"map": {"city": "city", "amount": "amount"}, "table": {}}


def test_sheets_of_a_workbook(mycity: Mycity) -> None:
    sheets = {title: rows(["City", "Amount (USD mn)"], ["Suzhou", len(title)]) for title in ("A", 'B "2"')}
    Path("deals.xlsx").write_bytes(workbook(**sheets))
    several = mycity("data", "profile", "deals.xlsx")
    assert several.code == 0
    assert '# sheet = "A"  # or "B \\"2\\""\n' in several.out
    assert several.err == (
        "note: deals.xlsx: has tables on several sheets: 'A', 'B \"2\"' (--sheet says which to read, by its name or "
        "number)\n"
    )
    one = mycity("data", "profile", "deals.xlsx", "--sheet", "2", "-o", "deals.mycity.toml")
    assert one.code == 0
    text = Path("deals.mycity.toml").read_text("utf-8")
    assert 'sheet = "B \\"2\\""  # of "A", "B \\"2\\""\n' in text
    assert mycity("total", "--data", "deals.xlsx").out == "5000000\n"


def test_the_command_line_wins_column_by_column(mycity: Mycity) -> None:
    write("a.csv", "A,B,C\nSuzhou,5,7\n")
    write("a.mycity.toml", '[map]\ncity = "A"\namount = "B"\n[table]\namount-unit = "yuan"\n')
    assert mycity("total", "--data", "a.csv").out == "5\n"
    assert mycity("total", "--data", "a.csv", "--map", "amount=C").out == "7\n"
    assert mycity("total", "--data", "a.csv", "--amount-unit", "million yuan").out == "5000000\n"


def test_a_profile_is_given_by_name_and_for_patterns_none_is_looked_for(mycity: Mycity) -> None:
    write("a.csv", "A,B\nSuzhou,5 yuan\n")
    write("a.mycity.toml", '[map]\ncity = "A"\namount = "B"\n')
    assert mycity("total", "--data", "*.csv").code == 3
    assert mycity("total", "--data", "*.csv", "--profile", "a.mycity.toml").out == "5\n"
    assert mycity("total", "--data", "a.csv", "--profile", "").err.startswith("error: --profile: is empty\n")


def test_a_profile_that_fits_no_more_is_told_with_its_place(mycity: Mycity) -> None:
    write("a.csv", "City,Amount\nSuzhou,5 million yuan\n")
    write("a.mycity.toml", '[map]\namount = "Amont"\n')
    assert mycity("total", "--data", "a.csv") == Result(
        3,
        "",
        "error: a.csv: has no column 'Amont', which [map] of a.mycity.toml names as amount\n"
        "help: did you mean Amount? its columns: City, Amount\n",
    )
    write("a.mycity.toml", '[table]\nsheet = "A"\n')
    assert mycity("total", "--data", "a.csv") == Result(
        2,
        "",
        "error: a.mycity.toml: [table]: sheet: is for spreadsheets, which have several sheets\n"
        "help: --profile none ignores the file\n",
    )
    write("a.mycity.toml", '[table]\namount-unit = "million yuan"\n')
    assert mycity("total", "--data", "a.csv") == Result(
        2,
        "",
        "error: a.mycity.toml: [table]: amount-unit: 'million yuan' touches no cell: every amount of 'Amount' names "
        "its own unit\nhelp: leave the option out; --profile none ignores the file\n",
    )


VARIABLES = {
    "MYCITY_AMOUNT_UNIT": "million USD",
    "MYCITY_MAP": "city=Wo; amount=Wert",
    "MYCITY_DECIMAL": ",",
    "MYCITY_HEADER_ROW": "2",
    "MYCITY_MISSING": "TBC;offen",
}


def test_variables_set_defaults(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.csv", "Deals\nWo;Wert\nSuzhou;1,5\nXiamen;offen\n")
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("MYCITY_ENCODING", "")
    monkeypatch.setenv("MYCITY_SHEET", "Deals")
    result = mycity("total", "--data", "a.csv")
    assert (result.code, result.out) == (0, "1500000\n")
    assert result.err.splitlines()[0] == (
        "note: read as the environment says: amount-unit 'million USD', decimal ',', header-row '2', map city 'Wo', "
        "map amount 'Wert', missing 'TBC' 'offen'"
    )
    write("a.mycity.toml", '[table]\namount-unit = "yuan"\nmissing = "offen"\n')
    assert mycity("total", "--data", "a.csv").out == "1.5\n"
    # A dataset has no use for them, and they are no options that were given.
    assert mycity("total") == Result(0, "92913000000\n", "")


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("MYCITY_DECIMAL", ";", 'error: MYCITY_DECIMAL: \';\' is none of the values\nhelp: write one of ".", ","\n'),
        ("MYCITY_HEADER_ROW", "x", "error: MYCITY_HEADER_ROW: 'x' is no row\nhelp: rows are counted from 1\n"),
        ("MYCITY_MAP", "x=y", "error: MYCITY_MAP: unknown column 'x'\nhelp: "),
        ("MYCITY_MAP", "city", "error: MYCITY_MAP: 'city' gives no name\nhelp: write city=Host City;date=Signed\n"),
        ("MYCITY_MAP", "city=X", "error: a.csv: has no column 'X', which MYCITY_MAP names as city\nhelp: "),
        ("MYCITY_FILL", "X", "error: MYCITY_FILL: there is no column 'X'\nhelp: "),
    ],
)
def test_a_variable_that_cannot_be_used_is_named(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, expected: str
) -> None:
    write("a.csv", "city,amount\nSuzhou,1 yuan\n")
    monkeypatch.setenv(variable, value)
    result = mycity("total", "--data", "a.csv")
    assert result.code in (2, 3)
    assert result.err.startswith(expected)


def test_a_default_unit_may_belong_to_no_cell(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.csv", "city,amount\nSuzhou,1 million yuan\n")
    monkeypatch.setenv("MYCITY_AMOUNT_UNIT", "million yuan")
    assert mycity("total", "--data", "a.csv").out == "1000000\n"


def test_a_project_sets_defaults_and_names_its_data(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("tables").mkdir()
    Path("inner").mkdir()
    write("tables/a.csv", "Wo,Wert\nSuzhou,5\n")
    write(
        "pyproject.toml",
        '[tool.mycity]\ndata = "tables/a.csv"\namount-unit = "USD"\n[tool.mycity.map]\ncity = "Wo"\namount = "Wert"\n',
    )
    told = "note: read as [tool.mycity] says: amount-unit 'USD', map city 'Wo', map amount 'Wert'\n"
    assert mycity("total") == Result(0, "5\n", told)
    monkeypatch.chdir("inner")
    assert mycity("total") == Result(0, "5\n", told)
    monkeypatch.setenv("MYCITY_AMOUNT_UNIT", "million USD")
    assert mycity("total").out == "5000000\n"
    write("../pyproject.toml", "[tool.mycity]\ndat = 1\n")
    assert mycity("total", "--data", "../tables/a.csv").err == (
        "error: ../pyproject.toml:2: [tool.mycity]: unknown key 'dat'\nhelp: did you mean data?\n"
    )
    write("../pyproject.toml", "[tool.mycity]\ndata = 1\n")
    assert mycity("total") == Result(
        3, "", 'error: ../pyproject.toml:2: [tool.mycity]: data: is no name of a file\nhelp: write data = "deals.csv"\n'
    )
    write("../pyproject.toml", "[tool.mycity\n")
    assert mycity("total").err.startswith("error: ../pyproject.toml:1:13: is no TOML: ")
    write("../pyproject.toml", "[tool.other]\nx = 'mycity'\n")
    assert mycity("total").out == "92913000000\n"


def test_an_option_on_the_command_line_is_for_tables(mycity: Mycity) -> None:
    assert mycity("total", "--profile", "x.toml").err == (
        "error: --profile: is for tables\nhelp: a dataset says itself what its fields are\n"
    )
    write("d.json", "{}")
    assert mycity("data", "profile", "d.json").err == (
        "error: d.json: is no table\nhelp: a dataset says itself what its fields are\n"
    )
    assert mycity("data", "profile", "no.csv").code == 3
