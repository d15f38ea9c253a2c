"""Conditions, groups within groups, averages and columns of one's own, as a user asks for them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from examples import signing
from own_columns import owning
from running import Mycity, Result

if TYPE_CHECKING:
    from pathlib import Path


OWN = owning(
    (signing("a", date="2021", amount="1 billion yuan", projects=2), {"Sector": "Energy", "Jobs": "1,200"}),
    (signing("b", date="2022", amount="3 billion yuan", projects=4), {"Sector": "Health", "Jobs": "800"}),
    (signing("c", date="2022", amount="about 2 billion yuan", city="xiamen"), {"Sector": "Energy"}),
    (signing("d", date="2022", amount="6 billion yuan", city="xiamen", projects=1), {"Jobs": "50"}),
)

GAP = "no amount is stated for d"
LACKING = owning(
    (signing("a", amount="1.5 billion yuan"), {}),
    (signing("b", amount="3 billion yuan"), {}),
    (signing("c", amount="3 billion yuan", city="xiamen"), {}),
    (signing("d", city="mianyang"), {}),
)
"""Signings of which one has an amount that is not stated."""


@pytest.fixture
def own(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> Mycity:
    """Return mycity with data that has columns of its own."""
    monkeypatch.setattr("mycity_cli.cli.opening.open_dataset", lambda _: OWN)
    return mycity


@pytest.fixture
def lacking(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> Mycity:
    """Return mycity with data from which an amount is missing."""
    monkeypatch.setattr("mycity_cli.cli.opening.open_dataset", lambda _: LACKING)
    return mycity


# --- conditions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("deals --where city=苏州 --columns id", Result(0, "suzhou-2022-signing\n", "")),
        ("deals --province fujian --columns id", Result(0, "xiamen-2022-signing\n", "")),
        ("deals --partner 库比蒂诺 --columns id", Result(0, "cupertino-memorandum\n", "")),
        (
            "total --where projects>=27",
            Result(0, "79363000000\n", "note: 1 left out, no projects stated: cupertino-memorandum\n"),
        ),
        (
            "total --where projects>=20 --where city!=Suzhou --measure count",
            Result(0, "1\n", "note: 1 left out, no projects stated: cupertino-memorandum\n"),
        ),
        ("conferences --where kind=summit --columns id", Result(0, "smart-city-summit-2018\n", "")),
        (
            "deals --where kind=invest",
            Result(2, "", "error: --where: unknown kind 'invest'\nhelp: did you mean investment?\n"),
        ),
        (
            "deals --where sector=Energy",
            Result(
                2,
                "",
                "error: --where: unknown column 'sector'\nhelp: known: id, date, city, promoter, partner, kind, "
                "conference, source, projects, amount, part_of, province, country, note, fields\n",
            ),
        ),
        (
            "deals --where city<Suzhou",
            Result(
                2,
                "",
                "error: --where: 'Suzhou' is no number or date\n"
                "help: < <= > >= compare numbers or dates; = != ~ compare text\n",
            ),
        ),
        (
            "total --province Hubei",
            Result(
                2,
                "",
                "error: --province: unknown province 'Hubei'\n"
                "help: known: Sichuan, Fujian, Guangdong, Jiangsu, California\n",
            ),
        ),
    ],
)
def test_conditions_on_what_is_known_of_every_signing(mycity: Mycity, command: str, expected: Result) -> None:
    assert mycity(*command.split()) == expected


def test_conditions_on_columns_of_ones_own(own: Mycity) -> None:
    assert own("total", "--where", "Sector=energy") == Result(
        0, "3000000000\n", "note: from 2000000000 yuan to 4000000000 yuan, since these amounts are hedged: c\n"
    )
    assert own("deals", "--where", "jobs>=800", "--columns", "id,Sector,Jobs") == Result(
        0, "a\tEnergy\t1,200\nb\tHealth\t800\n", "note: 1 left out, no Jobs stated: c\n"
    )
    assert own("total", "--where", "Sector=Enegry") == Result(
        2, "", "error: --where: unknown Sector 'Enegry'\nhelp: did you mean Energy?\n"
    )


def test_statements_take_partners_and_provinces(mycity: Mycity) -> None:
    assert mycity("check", "projects(province=江南) = 30").code == 2
    assert mycity("check", "projects(province=江苏) = 30").out.startswith("true\t")
    assert mycity("check", "projects(kind=投资) = 75").out.startswith("true\t")
    assert mycity("check", "projects(province=Jiangsu) = 30").out.startswith("true\t")
    assert mycity("check", "signings(partner=Cupertino) = 1").out.startswith("true\t")


# --- columns ---------------------------------------------------------------------------------------------------------


def test_columns_of_ones_own_are_shown_where_they_are_named(own: Mycity) -> None:
    assert own("deals", "--columns", "city,amount,Sector", "--sort", "-Sector", "-f", "csv").out == (
        "city,amount,Sector\nSuzhou,3000000000,Health\nSuzhou,1000000000,Energy\nXiamen,2000000000,Energy\n"
        "Xiamen,6000000000,\n"
    )
    named = own("deals", "--columns", "id,Jobs", "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["Jobs"] for line in named] == ["1,200", "800", None, "50"]
    assert "Jobs" not in json.loads(own("deals", "-f", "json").out)[0]
    assert own("deals", "--columns", "Secto") == Result(
        2, "", "error: --columns: unknown column 'Secto'\nhelp: did you mean Sector?\n"
    )


def test_what_a_dataset_knows_besides(mycity: Mycity) -> None:
    result = mycity(
        "deals", "--city", "Cupertino", "--columns", "province,country,fields", "-f", "json", "--unit", "yuan"
    )
    assert json.loads(result.out) == [
        {
            "province": "California",
            "country": "US",
            "fields": ["economy", "trade", "science and technology", "culture", "education", "tourism"],
        }
    ]


# --- groups ----------------------------------------------------------------------------------------------------------


def test_one_further_group_looks_as_every_group_does(mycity: Mycity, own: Mycity) -> None:
    assert own("total", "--by", "sector").out == (
        "\t1\t1\t6000000000\tCNY\nEnergy\t2\t2\t3000000000\tCNY\nHealth\t1\t4\t3000000000\tCNY\n"
    )
    assert own("total", "--by", "Sector", "-f", "csv", "--limit", "1").out == (
        "key,signings,projects,amount,currency,bad,skipped,lower_bound,low,high,projects_lower_bound,left_out,perhaps\n"
        ",1,1,6000000000,CNY,0,0,false,5500000000,6500000000,false,,0\n"
    )


def test_provinces_on_a_terminal(mycity: Mycity) -> None:
    assert mycity("total", "--by", "province", "--year", "2022", "--color", "never", columns=80) == Result(
        0,
        "                                     Amount      Share\n"
        "Province   Signings  Projects  billion yuan  of amount\n"
        "Jiangsu           1        30        52.563      56.6%\n"
        "Guangdong         1        27        26.8        28.8%\n"
        "Fujian            1        18        13.55       14.6%\n"
        "Total             3        75        92.913     100.0%\n",
        "3 of 4 signings\n",
    )


LEVELS = (
    "country\tcity\tlevel\tsignings\tprojects\tamount\tcurrency\n"
    "CN\t\t1\t3\t75\t92913000000\tCNY\n"
    "CN\tSuzhou\t2\t1\t30\t52563000000\tCNY\n"
    "CN\tDongguan\t2\t1\t27\t26800000000\tCNY\n"
    "CN\tXiamen\t2\t1\t18\t13550000000\tCNY\n"
    "US\t\t1\t1\t\t\t\n"
    "US\tCupertino\t2\t1\t\t\t\n"
)


@pytest.mark.parametrize(
    "by", [["--by", "country,city"], ["--by", "country", "--by", "city"], ["--by", " Country , CITY,"]]
)
def test_groups_within_groups_in_a_pipe(mycity: Mycity, by: list[str]) -> None:
    assert mycity("total", *by, "--header") == Result(0, LEVELS, "")


def test_groups_within_groups_in_json(mycity: Mycity) -> None:
    rows = json.loads(mycity("total", "--by", "country,city", "-f", "json").out)
    assert [(row["country"], row["city"], row["level"], row["amount"]) for row in rows[:2]] == [
        ("CN", None, 1, "92913000000"),
        ("CN", "Suzhou", 2, "52563000000"),
    ]
    assert list(rows[0]) == [
        "country",
        "city",
        "level",
        "signings",
        "projects",
        "projects_low",
        "projects_high",
        "projects_lower_bound",
        "amount",
        "currency",
        "low",
        "high",
        "without_amount",
        "without_projects",
        "rows",
        "bad",
        "skipped",
        "lower_bound",
        "left_out",
        "perhaps",
    ]
    assert "key" not in rows[0]


def test_groups_within_groups_on_a_terminal(mycity: Mycity) -> None:
    result = mycity("total", "--by", "year,city", "--color", "never", columns=80)
    assert result.out == (
        "                                             Amount      Share\n"
        "Year    City       Signings  Projects  billion yuan  of amount\n"
        "2022                      3        75        92.913     100.0%\n"
        "        Suzhou            1        30        52.563      56.6%\n"
        "        Dongguan          1        27        26.8        28.8%\n"
        "        Xiamen            1        18        13.55       14.6%\n"
        "(none)                    1\n"
        "        Cupertino         1\n"
        "Total                     4        75        92.913     100.0%\n"
    )
    coloured = mycity("total", "--by", "year,city", "--color", "always", columns=80).out.splitlines()
    assert [line.startswith("\x1b[1m") for line in coloured[1:]] == [True, True, False, False, False, True, False, True]


def test_groups_within_groups_in_markdown(mycity: Mycity) -> None:
    assert mycity("total", "--by", "country,city", "-f", "markdown", "--city", "Suzhou").out == (
        "| Country | City | Signings | Projects | Amount, billion yuan | Share, of amount |\n"
        "| --- | --- | ---: | ---: | ---: | ---: |\n"
        "| CN |  | 1 | 30 | 52.563 | 100.0% |\n"
        "|  | Suzhou | 1 | 30 | 52.563 | 100.0% |\n"
        "| Total |  | 1 | 30 | 52.563 | 100.0% |\n"
    )


def test_a_limit_on_groups_within_groups_is_told(mycity: Mycity) -> None:
    result = mycity("total", "--by", "country,city", "--limit", "2", "--columns", "country,city,signings")
    assert result == Result(0, "CN\t\t3\nCN\tSuzhou\t1\n", "note: 2 rows shown of 6\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--by", "city,year", "--chart"], "--chart: draws the groups of one level\nhelp: group by one: --by city"),
        (
            ["--by", "city", "--by", "year", "--sort", "amount"],
            (
                "--sort: groups within groups stand below the one that they are in, the largest first\n"
                "help: group by one: --by city; or say by --measure what is the largest"
            ),
        ),
        (["--by", "city,City"], "--by: 'City' is given twice\nhelp: name each level once"),
        (
            ["--by", ","],
            (
                "--by: names no group\nhelp: known: city, promoter, year, quarter, month, kind, conference, source, "
                "partner, province, country, currency"
            ),
        ),
        (["--by", "provinse"], "--by: unknown group 'provinse'\nhelp: did you mean province?"),
    ],
)
def test_groups_that_cannot_be_made(mycity: Mycity, arguments: list[str], message: str) -> None:
    assert mycity("total", *arguments) == Result(2, "", f"error: {message}\n")


def test_a_chart_of_a_column_of_ones_own(own: Mycity) -> None:
    assert own("total", "--by", "Sector", "--chart", "--color", "never", columns=60).out == (
        "(none)  ██████████████████▋░░░  6 billion yuan  (5.5 to 6.5)\n"
        "Energy  ██████▊░░░░░░░          3 billion yuan  (2 to 4)\n"
        "Health  ████████▌░░░            3 billion yuan  (2.5 to 3.5)\n"
        "        ░ possible\n"
    )


# --- measures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measure", "whole", "out", "err"),
    [
        ("average", "30971000000", "2500000000", f"{GAP}; the average is of the 3 that state one"),
        ("Median", "26800000000", "3000000000", f"{GAP}; the median is of the 3 that state one"),
        ("max", "52563000000", "3000000000", f"{GAP}, so the largest is at least 2500000000 yuan"),
    ],
)
def test_measures_of_the_amounts_in_a_pipe(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch, measure: str, whole: str, out: str, err: str
) -> None:
    assert mycity("total", "--measure", measure) == Result(0, f"{whole}\n", "")
    monkeypatch.setattr("mycity_cli.cli.opening.open_dataset", lambda _: LACKING)
    assert mycity("total", "--measure", measure) == Result(0, f"{out}\n", f"note: {err}\n")


def test_count_is_another_name_for_signings(mycity: Mycity) -> None:
    assert mycity("total", "--measure", "count") == mycity("total", "--measure", "signings") == Result(0, "4\n", "")


def test_a_quotient_without_a_last_digit_is_rounded(own: Mycity) -> None:
    hedged = "note: the average is from 1500 million yuan to 2500 million yuan, since these amounts are hedged: c\n"
    assert own("total", "--measure", "average", "--where", "amount<4 billion yuan", "--unit", "million") == Result(
        0, "2000\n", hedged
    )
    assert own("total", "--measure", "average", "--where", "id!=b", "--unit", "billion").out == "3\n"
    assert own("total", "--measure", "average", "--where", "id!=a", "--unit", "billion").out == "3.666667\n"


def test_no_amount_has_no_average(mycity: Mycity, lacking: Mycity) -> None:
    assert lacking("total", "--measure", "median", "--city", "Mianyang") == Result(0, "\n", f"note: {GAP}\n")


def test_where_no_money_is_ever_stated_there_is_no_average(mycity: Mycity) -> None:
    never = "note: what was signed involves no money\n"
    assert mycity("total", "--measure", "median", "--city", "Cupertino") == Result(0, "\n", never)
    assert mycity("total", "--measure", "max", "--city", "Mianyang") == Result(0, "\n", "")


def test_an_average_on_a_terminal(mycity: Mycity, lacking: Mycity) -> None:
    assert lacking("total", "--measure", "average", "--color", "never", columns=80) == Result(
        0,
        "Signings        4\n"
        "Stated          3\n"
        "Average         2.5 billion yuan\n"
        "Average low     2.15 billion yuan\n"
        "Average high    2.85 billion yuan\n"
        "Currency        CNY\n"
        "Without amount  d\n"
        "Sources         paper\n",
        f"note: {GAP}; the average is of the 3 that state one\n",
    )


def test_the_largest_in_json_has_no_high_end_where_an_amount_is_missing(lacking: Mycity) -> None:
    found = json.loads(lacking("total", "--measure", "max", "-f", "json").out)
    expected = {
        "signings": 4,
        "stated": 3,
        "max": "3000000000",
        "max_low": "2500000000",
        "max_high": None,
        "currency": "CNY",
        "without_amount": ["d"],
        "rows": 4,
        "bad": 0,
        "skipped": 0,
        "lower_bound": True,
        "left_out": [],
        "perhaps": 0,
    }
    assert [list(each.items()) for each in found] == [list(expected.items())]


def test_the_largest_has_no_high_end_where_a_filter_cannot_place_an_amount(lacking: Mycity) -> None:
    # What is missing may be two billion and more, and so the largest.
    (found,) = json.loads(lacking("total", "--measure", "max", "--min-amount", "2 billion yuan", "-f", "json").out)
    assert (found["max"], found["max_low"], found["max_high"]) == ("3000000000", "2500000000", None)
    assert found["lower_bound"] is True


def test_averages_of_groups(own: Mycity) -> None:
    assert own("total", "--by", "city", "--measure", "average", "-f", "csv").out == (
        "key,signings,stated,average,currency,bad,skipped,lower_bound,average_low,average_high,left_out,perhaps\n"
        "Xiamen,2,2,4000000000,CNY,0,0,false,3500000000,4500000000,,0\n"
        "Suzhou,2,2,2000000000,CNY,0,0,false,1500000000,2500000000,,0\n"
    )
    assert own("total", "--by", "city", "--measure", "median", "--color", "never", columns=80).out == (
        "                                     Median\n"
        "City    Signings  Stating one  billion yuan\n"
        "Xiamen         2            2           4\n"
        "Suzhou         2            2           2\n"
        "All            4            4           2.5\n"
    )


def test_levels_of_averages(own: Mycity) -> None:
    assert own("total", "--by", "Sector,city", "--measure", "max", "-f", "csv").out == (
        "Sector,city,level,signings,stated,max,currency,bad,skipped,lower_bound,max_low,max_high,left_out,perhaps\n"
        ",,1,1,1,6000000000,CNY,0,0,false,5500000000,6500000000,,0\n"
        ",Xiamen,2,1,1,6000000000,CNY,0,0,false,5500000000,6500000000,,0\n"
        "Health,,1,1,1,3000000000,CNY,0,0,false,2500000000,3500000000,,0\n"
        "Health,Suzhou,2,1,1,3000000000,CNY,0,0,false,2500000000,3500000000,,0\n"
        "Energy,,1,2,2,2000000000,CNY,0,0,false,1500000000,2500000000,,0\n"
        "Energy,Xiamen,2,1,1,2000000000,CNY,0,0,false,1500000000,2500000000,,0\n"
        "Energy,Suzhou,2,1,1,1000000000,CNY,0,0,false,500000000,1500000000,,0\n"
    )


def test_currencies_have_no_average_together(mycity: Mycity, tmp_path: Path) -> None:
    from examples import raw

    path = tmp_path / "two.json"
    path.write_text(json.dumps(raw(signings=[signing("a", amount="1 yuan"), signing("b", amount="US$3")])), "utf-8")
    for measure in ("average", "median", "max"):
        assert mycity("total", "--measure", measure, "--data", path) == Result(0, "1\tCNY\n3\tUSD\n", "")
    rows = mycity("total", "--measure", "max", "--data", path, "-f", "csv").out
    assert rows == (
        "signings,stated,max,currency,bad,skipped,lower_bound,max_low,max_high,left_out,perhaps\n"
        "1,1,1,CNY,0,0,false,0.5,1.5,,0\n1,1,3,USD,0,0,false,2.5,3.5,,0\n"
    )


def test_a_missing_amount_may_be_the_largest_in_any_currency(mycity: Mycity, tmp_path: Path) -> None:
    from examples import raw

    path = tmp_path / "two.json"
    signings = [signing("a", amount="1 yuan"), signing("b", amount="US$3"), signing("c")]
    path.write_text(json.dumps(raw(signings=signings)), "utf-8")
    rows = json.loads(mycity("total", "--measure", "max", "--data", path, "-f", "json").out)
    assert [(row["currency"], row["max"], row["max_high"], row["lower_bound"]) for row in rows] == [
        ("CNY", "1", None, True),
        ("USD", "3", None, True),
        (None, None, None, True),
    ]


# --- tables ----------------------------------------------------------------------------------------------------------

ROWS = """City,Date,Amount,Projects,Sector
Suzhou,2022-01-03,50 million yuan,3,Energy
Xiamen,2022-02-01,30 million yuan,2,Steel
Xiamen,2021-02-01,20 million yuan,1,Energy
"""


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        ("deals --where city=苏州 --columns id", "1\n"),
        ("deals --where Sector=energy --where projects<3 --columns id,Sector", "3\tEnergy\n"),
        ("total --where Sector~e --province Fujian --measure projects", "3\n"),
        (
            "total --by Sector",
            "Energy\t2\t4\t70000000\tCNY\nSteel\t1\t2\t30000000\tCNY\n",
        ),
        (
            "total --by city,year --columns city,year,level,amount",
            (
                "Suzhou\t\t1\t50000000\nSuzhou\t2022\t2\t50000000\n"
                "Xiamen\t\t1\t50000000\nXiamen\t2022\t2\t30000000\nXiamen\t2021\t2\t20000000\n"
            ),
        ),
        ("total --measure median", "30000000\n"),
        (
            "total --measure average --by Sector --columns key,stated,average",
            "Energy\t2\t35000000\nSteel\t1\t30000000\n",
        ),
    ],
)
@pytest.mark.parametrize("large", [False, True], ids=["in memory", "large"])
def test_a_table_answers_what_a_dataset_does(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: str, out: str, *, large: bool
) -> None:
    if large:
        pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
        monkeypatch.setattr("mycity_cli.tables.opening.MOST_BYTES", 0)
    path = tmp_path / "deals.csv"
    path.write_text(ROWS, encoding="utf-8")
    assert mycity(*arguments.split(), "--data", path) == Result(0, out, "")


def test_a_table_offers_the_columns_that_it_has(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(ROWS, encoding="utf-8")
    assert mycity("total", "--by", "Secto", "--data", path) == Result(
        2, "", "error: --by: unknown group 'Secto'\nhelp: did you mean Sector?\n"
    )
