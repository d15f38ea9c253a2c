"""`mycity deals`, `conferences`, `facts`, `sources`, `cities`, `show`: in a pipe and on a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from examples import conference, dataset, signing
from mycity_cli.exchange.as_json import as_json
from running import Mycity, Result


def test_deals_in_a_pipe(mycity: Mycity) -> None:
    assert mycity("deals", "--city", "Suzhou") == Result(
        0,
        "suzhou-2022-signing\t2022-11-03\tSuzhou\tMianyang\tinvestment\t30\t52563000000\tCNY\tein-2022-11-08\n",
        "",
    )


@pytest.mark.parametrize(
    "name", ["Suzhou", "suzhou", "SUZHOU", "Sūzhōu", "苏州", "蘇州", "苏州市", "Ｓｕｚｈｏｕ", " suzhou "]
)
def test_a_city_is_found_by_any_of_its_names(mycity: Mycity, name: str) -> None:
    assert mycity("deals", "--city", name, "--columns", "id").out == "suzhou-2022-signing\n"


def test_deals_on_a_terminal(mycity: Mycity) -> None:
    assert mycity("deals", "--color", "never", columns=120) == Result(
        0,
        "                                                   Amount\n"
        "Date        City       Kind        Projects  billion yuan  Sources                  ID\n"
        "2022-06-15  Xiamen     investment        18        13.55   ein-2022-11-08           xiamen-2022-signing\n"
        "2022-08-31  Dongguan   investment        27        26.8    ein-2022-11-08           dongguan-2022-signing\n"
        "2022-11-03  Suzhou     investment        30        52.563  ein-2022-11-08           suzhou-2022-signing\n"
        "../2018-04  Cupertino  memorandum                none      mianyang-news-cupertino  cupertino-memorandum\n",
        "4 of 4 signings\n",
    )


def test_a_narrow_terminal_shows_the_most_important_columns_and_says_which_it_leaves_out(mycity: Mycity) -> None:
    assert mycity("deals", "--year", "2022", "--color", "never", columns=40) == Result(
        0,
        "                            Amount\n"
        "Date        City      billion yuan\n"
        "2022-06-15  Xiamen          13.55\n"
        "2022-08-31  Dongguan        26.8\n"
        "2022-11-03  Suzhou          52.563\n",
        "3 of 4 signings; columns that do not\nfit: kind, projects, sources, id (see\n--columns)\n",
    )
    assert mycity("deals", "--city", "Suzhou", "--color", "never", columns=20).out == (
        "              Amount\nCity    billion yuan\nSuzhou        52.563\n"
    )


def test_columns_that_the_user_names_are_all_there_however_narrow(mycity: Mycity) -> None:
    result = mycity("deals", "--city", "Suzhou", "--columns", "id,stated", "--color", "never", columns=20)
    assert "".join(result.out.split()) == "IDStatedsuzhou-2052.5622-signi3ngbillionyuan" or "52.56" in result.out
    assert max(len(line) for line in result.out.splitlines()) <= 20


def test_deals_in_json(mycity: Mycity) -> None:
    deals = json.loads(mycity("deals", "--format", "json", "--since", "2022-11").out)
    assert deals == [
        {
            "id": "suzhou-2022-signing",
            "date": "2022-11-03",
            "city": "Suzhou",
            "promoter": "Mianyang",
            "conference": "suzhou-2022",
            "kind": "investment",
            "partner": None,
            "projects": 30,
            "amount": "52563000000",
            "currency": "CNY",
            "stated": "52.563 billion yuan",
            "part_of": None,
            "sources": ["ein-2022-11-08"],
        }
    ]


@pytest.mark.parametrize(("format", "empty"), [("json", "[]\n"), ("jsonl", ""), ("tsv", ""), ("csv", "id\n")])
def test_nothing_found_is_success(mycity: Mycity, format: str, empty: str) -> None:
    assert mycity("deals", "--year", "2030", "-f", format, "--columns", "id") == Result(0, empty, "")


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        ("--sort amount", ["xiamen", "dongguan", "suzhou", "cupertino"]),
        ("--sort=-amount", ["suzhou", "dongguan", "xiamen", "cupertino"]),
        ("--sort -amount", ["suzhou", "dongguan", "xiamen", "cupertino"]),
        ("--sort city", ["cupertino", "dongguan", "suzhou", "xiamen"]),
        ("--sort date", ["cupertino", "xiamen", "dongguan", "suzhou"]),
        ("--sort -date --limit 1", ["suzhou"]),
        ("--limit 0", []),
        ("--min-amount 26800000000", ["dongguan", "suzhou"]),
        ("--min-amount 26.8bn --max-amount 268亿元", ["dongguan"]),
        ("--kind memorandum", ["cupertino"]),
        ("--city Xiamen --city 东莞", ["xiamen", "dongguan"]),
        ("--until 2018-04", ["cupertino"]),
        ("--since 2017 --until 2017", ["cupertino"]),
        ("--conference suzhou-2022", ["suzhou"]),
        ("--source mianyang-news-cupertino", ["cupertino"]),
        ("--promoter Mianyang --currency cny --year 2022 --since 2022-07", ["dongguan", "suzhou"]),
    ],
)
def test_selecting_and_sorting(mycity: Mycity, arguments: str, ids: list[str]) -> None:
    result = mycity("deals", *arguments.split(), "--columns", "id")
    assert result.code == 0
    assert [line.split("-")[0] for line in result.out.splitlines()] == ids


def test_what_has_no_money_to_state_is_told_from_what_is_missing(mycity: Mycity, tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    listed = [
        signing("a", conference="expo", amount="5 billion yuan", projects=1),
        signing("b", conference="expo", projects=1),
        signing("c", conference="fair", amount="none"),
    ]
    found = dataset(*listed, conferences=[conference("expo"), conference("fair")])
    data.write_text(as_json(found), encoding="utf-8")
    columns = ["--data", str(data), "--columns", "id,amount,stated"]
    assert mycity("deals", *columns) == Result(0, "a\t5000000000\t5 billion yuan\nb\t\t\nc\t\tnone\n", "")
    assert [json.loads(line) for line in mycity("deals", *columns, "-f", "jsonl").out.splitlines()] == [
        {"id": "a", "amount": "5000000000", "stated": "5 billion yuan"},
        {"id": "b", "amount": None, "stated": None},
        {"id": "c", "amount": None, "stated": "none"},
    ]
    assert "| c | none | none |" in mycity("deals", *columns, "-f", "markdown").out.replace("  ", "")
    limits = mycity("deals", *columns, "--min-amount", "1 yuan")
    assert (limits.out, limits.err) == ("a\t5000000000\t5 billion yuan\n", "note: 1 left out, no amount stated: b\n")
    assert mycity("conferences", "--data", data, "--columns", "id,amount") == Result(
        0,
        "expo\t5000000000\nfair\t\n",
        "note: at least so much, since an amount is missing: expo\n",
    )


def test_what_a_filter_cannot_place_is_left_out_and_counted(mycity: Mycity) -> None:
    assert mycity("conferences", "--since", "2022", "--columns", "id") == Result(
        0, "xiamen-2022\ndongguan-2022\nsuzhou-2022\n", "note: 1 left out, no date stated: high-tech-expo-6\n"
    )
    # A memorandum about which no money is ever stated has no amount to place.
    assert mycity("deals", "--min-amount", "1 yuan", "--columns", "id").err == ""
    table = mycity("conferences", "--since", "2022-11", columns=100)
    assert table.err == "1 of 5 conferences; 1 left out, no date stated: high-tech-expo-6\n"


def test_conferences_in_a_pipe(mycity: Mycity) -> None:
    assert mycity("conferences").out == (
        "xiamen-2022\t2022-06-15\tXiamen\tMianyang\tpromotion\t1\t18\t13550000000\tCNY\tein-2022-11-08\n"
        "dongguan-2022\t2022-08-31\tDongguan\tMianyang\tpromotion\t1\t27\t26800000000\tCNY\tein-2022-11-08\n"
        "suzhou-2022\t2022-11-03\tSuzhou\tMianyang\tpromotion\t1\t30\t52563000000\tCNY\tein-2022-11-08\n"
        "high-tech-expo-6\t\tMianyang\tMianyang\texpo\t0\t\t\t\tmianyang-news-cupertino\n"
        "smart-city-summit-2018\t2018-04\tCupertino\tCupertino\tsummit\t0\t\t\t\tmianyang-news-cupertino\n"
    )


def test_facts_in_a_pipe(mycity: Mycity) -> None:
    assert mycity("facts", "--columns", "id,stated,value,unit,low,high", "--limit", "8").out == (
        "products\tmore than 500\t500\tcount\t500\t\n"
        "research-institutes\t18\t18\tcount\t18\t18\n"
        "academicians\t30\t30\tcount\t30\t30\n"
        "academicians-share\tnearly half\t0.5\tratio\t0.45\t0.5\n"
        "airport-rank\ttop 50\t50\tcount\t0\t50\n"
        "pandas\t418\t418\tcount\t418\t418\n"
        "pandas-share\t22.4%\t0.224\tratio\t0.2235\t0.2245\n"
        "sister-cities\t25\t25\tcount\t25\t25\n"
    )


def test_facts_of_a_city_and_a_source(mycity: Mycity) -> None:
    assert mycity("facts", "--city", "Cupertino", "--columns", "id,stated").out == (
        "zhang-zhaofu\tcouncilman and former mayor of Cupertino\n"
    )
    from_daily = mycity("facts", "--source", "mianyang-news-cupertino", "--columns", "id").out.split()
    assert from_daily == ["sister-cities", "city-of-science", "jing-dazhong", "zhang-zhaofu"]


def test_sources_and_cities_in_a_pipe(mycity: Mycity) -> None:
    assert mycity("sources", "--columns", "id,date,publisher,language").out == (
        "ein-2022-11-08\t2022-11-08\tEIN Presswire\ten\n"
        "mianyang-news-cupertino\t../2018-03\tMianyang News (Mianyang Daily)\ten\n"
    )
    assert mycity("cities", "--columns", "name,names,province,country,conferences,signings").out == (
        "Mianyang\t绵阳;綿陽\tSichuan\tCN\t1\t0\n"
        "Xiamen\t厦门;廈門\tFujian\tCN\t1\t1\n"
        "Dongguan\t东莞;東莞\tGuangdong\tCN\t1\t1\n"
        "Suzhou\t苏州;蘇州\tJiangsu\tCN\t1\t1\n"
        "Cupertino\t库比蒂诺;庫比蒂諾\tCalifornia\tUS\t1\t1\n"
    )


def test_chinese_names_are_aligned_by_the_cells_they_take(mycity: Mycity) -> None:
    assert mycity("cities", "--columns", "names,name", "--color", "never", columns=40).out == (
        "Names               Name\n"
        "绵阳, 綿陽          Mianyang\n"
        "厦门, 廈門          Xiamen\n"
        "东莞, 東莞          Dongguan\n"
        "苏州, 蘇州          Suzhou\n"
        "库比蒂诺, 庫比蒂諾  Cupertino\n"
    )


def test_show_a_signing(mycity: Mycity) -> None:
    assert mycity("show", "suzhou-2022-signing", "--color", "never", columns=100) == Result(
        0,
        "ID               suzhou-2022-signing\n"
        "Record           signing\n"
        "Kind             investment\n"
        "Date             2022-11-03\n"
        "City             Suzhou\n"
        "Promoter         Mianyang\n"
        "Conference       suzhou-2022\n"
        "Conference name  China (Mianyang) Science and Technology City Promotion Conference, Suzhou\n"
        "Projects         30\n"
        "Amount           52.563 billion yuan\n"
        "Currency         CNY\n"
        "Stated           52.563 billion yuan\n"
        "Low              52.5625 billion yuan\n"
        "High             52.5635 billion yuan\n"
        "Sources          ein-2022-11-08 (paragraph 11)\n",
        "",
    )


@pytest.mark.parametrize(
    ("id", "record"),
    [
        ("pandas", "fact"),
        ("xu-chen", "fact"),
        ("ein-2022-11-08", "source"),
        ("suzhou-2022", "conference"),
        ("suzhou", "place"),
        ("苏州", "place"),
        ("cupertino-memorandum", "signing"),
        ("suzhou-exceeds", "claim"),
    ],
)
def test_show_any_record(mycity: Mycity, id: str, record: str) -> None:
    shown = json.loads(mycity("show", id, "-f", "json").out)
    assert shown["record"] == record
    lines = dict(line.split("\t") for line in mycity("show", id).out.splitlines())
    assert lines["record"] == record


def test_show_an_unknown_record(mycity: Mycity) -> None:
    assert mycity("show", "pandsa") == Result(2, "", "error: ID: unknown record 'pandsa'\nhelp: did you mean pandas?\n")


@pytest.mark.parametrize(
    "command",
    [["deals"], ["total"], ["total", "--by", "city"], ["conferences"], ["facts"], ["cities"], ["show", "expo"]],
)
def test_the_page_of_a_list_says_what_it_is_from(mycity: Mycity, command: list[str]) -> None:
    pytest.importorskip("jinja2", reason="the extra report is not installed")
    page = mycity(*command, "-f", "html").out
    for part in (
        '<p class="lead">Mianyang&#39;s promotion conferences and what was signed at them</p>',
        "<dt>Tool</dt><dd>mycity ",
        "<dt>Dataset</dt><dd>deals.json</dd>",
        '<dt>Data as of</dt><dd><span class="whole">2022-11-08</span></dd>',
        "<dt>SHA-256 of the data</dt>",
    ):
        assert part in page
    if command[0] in ("deals", "total", "facts"):
        assert '<a href="https://www.einpresswire.com/article/600083461/' in page


def test_the_page_of_claims_is_headed_by_what_they_say(mycity: Mycity) -> None:
    pytest.importorskip("jinja2", reason="the extra report is not installed")
    page = mycity("claims", "-f", "html").out
    assert "<h2>Mianyang held three promotion conferences in 2022.</h2>" in page
    assert "<h2>conferences(" not in page
