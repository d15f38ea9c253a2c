"""`mycity total`, in a pipe and on a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import Mycity, Result

CSV_HEADER = (
    "signings,projects,amount,currency,bad,skipped,lower_bound,low,high,projects_lower_bound,left_out,perhaps\n"
)


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        ("total", "92913000000\n"),
        ("total --city 苏州 --unit billion", "52.563\n"),
        ("total --city Suzhou --unit yi", "525.63\n"),
        ("total --city Suzhou --unit wan", "5256300\n"),
        ("total --city Suzhou --unit million", "52563\n"),
        ("total --city Suzhou --unit trillion", "0.052563\n"),
        ("total --city Suzhou --unit auto", "52563000000\n"),
        ("total --measure projects", "75\n"),
        ("total --measure signings", "4\n"),
        ("total --city Cupertino", "\n"),
        ("total --city Cupertino --measure projects", "\n"),
        ("total --city Mianyang", "0\n"),
        (
            "total --year 2022 --header",
            "signings\tprojects\tamount\tcurrency\n3\t75\t92913000000\tCNY\n",
        ),
        ("total --year 2022 --columns low,high", "92857500000\t92968500000\n"),
        (
            "total --year 2022 -f csv",
            f"{CSV_HEADER}3,75,92913000000,CNY,0,0,false,92857500000,92968500000,false,,0\n",
        ),
    ],
)
def test_in_a_pipe_it_is_a_bare_number_or_what_is_asked_for(mycity: Mycity, arguments: str, out: str) -> None:
    result = mycity(*arguments.split())
    assert (result.code, result.out) == (0, out)


def test_what_the_sum_lacks_is_said_on_standard_error(mycity: Mycity) -> None:
    assert mycity("total") == Result(0, "92913000000\n", "")
    assert mycity("total", "--year", "2022") == Result(0, "92913000000\n", "")
    projects = mycity("total", "--measure", "projects")
    assert projects.err == ""


def test_a_total_of_what_has_no_money_to_state_says_so(mycity: Mycity) -> None:
    assert mycity("total", "--city", "Cupertino") == Result(0, "\n", "note: what was signed involves no money\n")


def test_groups_in_a_pipe(mycity: Mycity) -> None:
    assert mycity("total", "--by", "city") == Result(
        0,
        "Suzhou\t1\t30\t52563000000\tCNY\nDongguan\t1\t27\t26800000000\tCNY\n"
        "Xiamen\t1\t18\t13550000000\tCNY\nCupertino\t1\t\t\t\n",
        "",
    )


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        ("promoter", ["Mianyang"]),
        ("year", ["2022", ""]),
        ("quarter", ["2022-Q4", "2022-Q3", "2022-Q2", ""]),
        ("month", ["2022-11", "2022-08", "2022-06", ""]),
        ("kind", ["investment", "memorandum"]),
        ("conference", ["suzhou-2022", "dongguan-2022", "xiamen-2022", ""]),
        ("source", ["ein-2022-11-08", "mianyang-news-cupertino"]),
    ],
)
def test_every_group_has_its_keys_largest_first_and_none_last(mycity: Mycity, by: str, keys: list[str]) -> None:
    result = mycity("total", "--by", by)
    assert [line.split("\t")[0] for line in result.out.splitlines()] == keys


def test_json(mycity: Mycity) -> None:
    whole = mycity("total", "--format", "json")
    assert json.loads(whole.out) == [
        {
            "signings": 4,
            "projects": 75,
            "projects_low": 75,
            "projects_high": 75,
            "projects_lower_bound": False,
            "amount": "92913000000",
            "currency": "CNY",
            "low": "92857500000",
            "high": "92968500000",
            "without_amount": [],
            "without_projects": [],
            "rows": 4,
            "bad": 0,
            "skipped": 0,
            "lower_bound": False,
            "left_out": [],
            "perhaps": 0,
        }
    ]
    assert mycity("total", "--format", "jsonl").out == f"{json.dumps(json.loads(whole.out)[0])}\n"
    groups = json.loads(mycity("total", "--by", "city", "--format", "json").out)
    assert groups[0] == {
        "key": "Suzhou",
        "signings": 1,
        "projects": 30,
        "projects_low": 30,
        "projects_high": 30,
        "projects_lower_bound": False,
        "amount": "52563000000",
        "currency": "CNY",
        "low": "52562500000",
        "high": "52563500000",
        "without_amount": [],
        "without_projects": [],
        "rows": 4,
        "bad": 0,
        "skipped": 0,
        "lower_bound": False,
        "left_out": [],
        "perhaps": 0,
    }
    assert groups[-1]["amount"] is None


def test_the_whole_on_a_terminal(mycity: Mycity) -> None:
    assert mycity("total", "--color", "never", columns=80) == Result(
        0,
        "Signings  4\n"
        "Projects  75\n"
        "Amount    92.913 billion yuan\n"
        "Currency  CNY\n"
        "Low       92.8575 billion yuan\n"
        "High      92.9685 billion yuan\n"
        "Sources   ein-2022-11-08, mianyang-news-cupertino\n",
        "",
    )
    bounded = mycity("total", "--year", "2022", columns=80)
    assert "High      92.9685 billion yuan" in bounded.out.replace("\x1b[1m", "").replace("\x1b[0m", "")


def test_groups_on_a_terminal(mycity: Mycity) -> None:
    assert mycity("total", "--by", "city", "--color", "never", columns=80) == Result(
        0,
        "                                     Amount      Share\n"
        "City       Signings  Projects  billion yuan  of amount\n"
        "Suzhou            1        30        52.563      56.6%\n"
        "Dongguan          1        27        26.8        28.8%\n"
        "Xiamen            1        18        13.55       14.6%\n"
        "Cupertino         1\n"
        "Total             4        75        92.913     100.0%\n",
        "4 of 4 signings\n",
    )


def test_shares_are_of_what_is_measured(mycity: Mycity) -> None:
    result = mycity("total", "--by", "city", "--measure", "projects", "--columns", "key,share", "--limit", "2")
    assert result.out == "Suzhou\t0.400000\nDongguan\t0.360000\n"


def test_a_chart(mycity: Mycity) -> None:
    result = mycity("total", "--by", "city", "--chart", "--year", "2022", "--color", "never", columns=60)
    assert result == Result(
        0,
        "Suzhou    █████████████████████████████  52.563 billion yuan\n"
        "Dongguan  ██████████████▊                26.8   billion yuan\n"
        "Xiamen    ███████▌                       13.55  billion yuan\n",
        "",
    )


def test_a_chart_says_what_each_may_be_where_there_is_room(mycity: Mycity) -> None:
    assert mycity("total", "--by", "city", "--chart", "--year", "2022", "--color", "never", columns=80).out == (
        "Suzhou    ███████████████████████████  52.563 billion yuan  (52.5625 to 52.5635)\n"
        "Dongguan  █████████████▊               26.8   billion yuan  (26.75 to 26.85)\n"
        "Xiamen    ███████                      13.55  billion yuan  (13.545 to 13.555)\n"
    )


def test_a_chart_of_quarters_goes_in_their_order(mycity: Mycity) -> None:
    lines = mycity("total", "--by", "quarter", "--chart", "--measure", "projects").out.splitlines()
    assert [line.split()[0] for line in lines] == ["2022-Q2", "2022-Q3", "2022-Q4", "(none)"]
    assert [line.split()[-1] for line in lines] == ["18", "27", "30", "stated"]


def test_a_chart_is_sorted_and_cut_as_asked(mycity: Mycity) -> None:
    result = mycity("total", "--by", "city", "--chart", "--sort", "amount", "--limit", "2")
    assert [line.split()[0] for line in result.out.splitlines()] == ["Xiamen", "Dongguan"]
    assert result.err == "note: 2 groups shown of 4\n"
    assert mycity("total", "--by", "city", "--chart", "--columns", "amount") == Result(
        2, "", "error: --columns: a chart has bars and no columns\nhelp: leave out --chart or --columns\n"
    )


def test_a_chart_without_groups_is_an_error(mycity: Mycity) -> None:
    assert mycity("total", "--chart") == Result(
        2, "", "error: --chart: there are no groups to draw\nhelp: say by what to group: --chart --by city\n"
    )
    assert mycity("total", "--chart", "--by", "city", "-f", "json") == Result(
        2, "", "error: --format: a chart has no format json\nhelp: known: table, svg, png; or leave out --chart\n"
    )


@pytest.fixture
def two_currencies(tmp_path: Path) -> Path:
    """Return a dataset whose signings are in yuan, in dollars, and without an amount."""
    cited = [{"id": "paper"}]
    signing = {"kind": "investment", "city": "suzhou", "sources": cited}
    path = tmp_path / "two.json"
    path.write_text(
        json.dumps(
            {
                "places": [{"id": "suzhou", "name": "Suzhou"}],
                "sources": [{"id": "paper", "title": "Paper", "publisher": "Press", "language": "en"}],
                "signings": [
                    {"id": "yuan", "amount": "3 billion yuan", **signing},
                    {"id": "part", "amount": "1 billion yuan", "part_of": "yuan", **signing},
                    {"id": "dollars", "amount": "$40.9 bn", "projects": 2, **signing},
                    {"id": "neither", **signing},
                ],
            }
        ),
        encoding="utf-8",
    )
    return path


def test_two_currencies_never_add(mycity: Mycity, two_currencies: Path) -> None:
    data = ("--data", two_currencies)
    assert mycity("total", *data) == Result(
        0,
        "3000000000\tCNY\n40900000000\tUSD\n",
        "note: no amount is stated for neither\nnote: not added, being part of another signing: part\n",
    )
    assert mycity("total", *data, "--unit", "billion").out == "3\tCNY\n40.9\tUSD\n"
    assert mycity("total", *data, "--by", "city", "--chart") == Result(
        2,
        "",
        "error: the signings are in 2 currencies, CNY and USD, which do not add\n"
        "help: choose one with --currency, or see all with --format json\n",
    )
    assert mycity("total", *data, "--currency", "usd", "--unit", "billion").out == "40.9\n"
    assert mycity("total", *data, "--measure", "signings").out == "3\n"
    rows = [json.loads(line) for line in mycity("total", *data, "-f", "jsonl").out.splitlines()]
    assert [(row["currency"], row["amount"], row["without_amount"]) for row in rows] == [
        ("CNY", "3000000000", []),
        ("USD", "40900000000", []),
        (None, None, ["neither"]),
    ]


def test_a_part_is_not_added_on_top_of_its_whole_and_the_note_says_so(mycity: Mycity, two_currencies: Path) -> None:
    result = mycity("total", "--data", two_currencies, "--currency", "CNY")
    assert result == Result(
        0,
        "3000000000\n",
        "note: 1 left out, no amount stated: neither\nnote: not added, being part of another signing: part\n",
    )


def test_a_sum_of_hedged_amounts_says_between_which_ends_it_lies(mycity: Mycity, tmp_path: Path) -> None:
    signing = {"kind": "investment", "city": "suzhou", "sources": [{"id": "paper"}]}
    data = {
        "places": [{"id": "suzhou", "name": "Suzhou"}],
        "sources": [{"id": "paper", "title": "Paper", "publisher": "Press", "language": "en"}],
        "signings": [
            {"id": "about", "amount": "about 12 billion yuan", **signing},
            {"id": "nearly", "amount": "近百亿元", **signing},
        ],
    }
    path = tmp_path / "hedged.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    hedged = "since these amounts are hedged: about, nearly"
    assert mycity("total", "--data", path, "--unit", "billion") == Result(
        0, "22\n", f"note: from 20.5 billion yuan to 22.5 billion yuan, {hedged}\n"
    )
    data["signings"][1]["amount"] = "more than 10 billion yuan"  # type: ignore[index]
    path.write_text(json.dumps(data), encoding="utf-8")
    assert mycity("total", "--data", path).err == f"note: more than 21500000000 yuan, {hedged}\n"


@pytest.mark.parametrize(
    ("stated", "reaches"),
    [
        ("more than 5", "more than 8 projects"),
        ("至少5个项目", "at least 8 projects"),
        ("about 50", "from 48 to 58 projects"),
    ],
)
def test_a_sum_of_hedged_numbers_of_projects_says_between_which_ends_it_lies(
    mycity: Mycity, tmp_path: Path, stated: str, reaches: str
) -> None:
    pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    path = tmp_path / "deals.csv"
    path.write_text(f"id,city,amount,projects\na,Suzhou,1 yuan,{stated}\nb,Xiamen,1 yuan,3\n", encoding="utf-8")
    note = f"{reaches}, since these numbers are hedged: a\n"
    assert mycity("total", "--measure", "projects", "--data", path).err == f"note: {note}"
    assert mycity("total", "--by", "city", "-f", "table", "--data", path).err.endswith(f"; {note}")
    with path.open("a", encoding="utf-8") as stream:
        stream.write("c,Xiamen,1 yuan,\n")
    lacking = mycity("total", "--measure", "projects", "--data", path).err.splitlines()
    assert lacking[0] == "note: no number of projects is stated for c"
    assert lacking[1].startswith("note: at least 48" if stated == "about 50" else f"note: {reaches}")


def test_places_that_share_a_name_are_never_one(mycity: Mycity, tmp_path: Path) -> None:
    signing = {"kind": "investment", "amount": "1 billion yuan", "sources": [{"id": "paper"}]}
    path = tmp_path / "twins.json"
    path.write_text(
        json.dumps(
            {
                "places": [{"id": "suzhou-js", "name": "Suzhou"}, {"id": "suzhou-ah", "name": "Suzhou"}],
                "sources": [{"id": "paper", "title": "Paper", "publisher": "Press", "language": "en"}],
                "signings": [
                    {"id": "one", "city": "suzhou-js", **signing},
                    {"id": "two", "city": "suzhou-ah", **signing},
                ],
            }
        ),
        encoding="utf-8",
    )
    expected = "error: {}: several are called 'Suzhou'\nhelp: say which by its id: suzhou-js or suzhou-ah\n"
    assert mycity("total", "--city", "Suzhou", "--data", path) == Result(2, "", expected.format("--city"))
    assert mycity("show", "Suzhou", "--data", path) == Result(2, "", expected.format("ID"))
    assert mycity("total", "--city", "suzhou-ah", "--data", path).out == "1000000000\n"
    assert mycity("total", "--by", "city", "--columns", "key", "--data", path).out == (
        "Suzhou (suzhou-ah)\nSuzhou (suzhou-js)\n"
    )


def test_bad_rows_that_are_left_out_stand_with_the_total_in_every_format(mycity: Mycity, tmp_path: Path) -> None:
    pytest.importorskip("duckdb_engine")
    table = tmp_path / "deals.csv"
    table.write_text("city,amount\nSuzhou,5 yuan\nXiamen,x\nXiamen,7 yuan\n", encoding="utf-8")
    data = ("--data", table, "--skip-bad")
    for options in ([], ["--by", "city"]):
        for row in json.loads(mycity("total", *data, *options, "-f", "json").out):
            assert (row["rows"], row["bad"], row["skipped"], row["lower_bound"]) == (3, 1, 0, True)
    assert mycity("total", *data, "-f", "csv").out == (f"{CSV_HEADER}2,,12,CNY,1,0,true,11,,true,,0\n")
    assert "- note: 1 bad row left out\n" in mycity("total", *data, "-f", "md").out


def test_a_workbook_of_totals_has_headings_and_shares(mycity: Mycity, tmp_path: Path) -> None:
    calamine = pytest.importorskip("python_calamine", reason="the extra tables is not installed")
    pytest.importorskip("xlsxwriter", reason="the extra tables is not installed")
    assert mycity("total", "--by", "city", "-o", tmp_path / "total.xlsx").code == 0
    assert mycity("total", "--by", "year,city", "-o", tmp_path / "levels.xlsx").code == 0
    totals = ("Signings", "Projects", "Amount", "Currency", "Share of amount", "Low", "High")
    gaps = ("Without amount", "Without projects")
    book = calamine.CalamineWorkbook.from_path(tmp_path / "total.xlsx")
    head, first, *_ = book.get_sheet_by_name("By city").to_python()
    assert head == ["City", *totals, *gaps]
    assert first[:5] == ["Suzhou", 1, 30, 52563000000, "CNY"]
    assert str(first[5]).startswith("0.5657")
    book = calamine.CalamineWorkbook.from_path(tmp_path / "levels.xlsx")
    assert book.get_sheet_by_name("By year, city").to_python()[0] == ["Year", "City", *totals, *gaps]


def test_a_terminal_shows_notes_in_markdown_once(mycity: Mycity, tmp_path: Path) -> None:
    told = ["total", "--by", "city", "--where", "projects>=20", "-f", "markdown"]
    shown = mycity(*told, columns=80)
    assert ("note: 1 left out" in shown.out, shown.err) == (True, "")
    # Where the table goes elsewhere, whoever asked sees them.
    assert "note: 1 left out" in mycity(*told).err
    assert "note: 1 left out" in mycity(*told, "-o", tmp_path / "total.md", columns=80).err
