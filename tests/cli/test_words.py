"""Words that select without an option."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from examples import dataset, signing
from mycity_cli.exchange.as_json import as_json
from running import Mycity

ALL = ["xiamen-2022-signing", "dongguan-2022-signing", "suzhou-2022-signing", "cupertino-memorandum"]
INVESTMENTS = ALL[:3]
NO_SIGNING = "no signing has it in its texts\n"


def ids(mycity: Mycity, *arguments: str) -> tuple[list[str], str]:
    """Return the ids of what is listed, and the notes."""
    result = mycity(*arguments, "--format", "json")
    assert result.code == 0, result.err
    return [each["id"] for each in json.loads(result.out)], result.err


@pytest.mark.parametrize(
    ("words", "found", "notes"),
    [
        (["Suzhou"], ["suzhou-2022-signing"], ""),
        (["苏州"], ["suzhou-2022-signing"], ""),
        (["Mianyang"], ALL, "note: 'Mianyang' is taken for the promoter\n"),
        (
            ["Cupertino"],
            ["cupertino-memorandum"],
            "note: 'Cupertino' is taken for the city; for what it is else: --partner Cupertino\n",
        ),
        (["suzhou", "Xiamen"], ["xiamen-2022-signing", "suzhou-2022-signing"], ""),
        (["Investment"], INVESTMENTS, ""),
        (["2022"], INVESTMENTS, ""),
        (["2022-06/2022-08"], ALL[:2], ""),
        (["2022-Q2"], ALL[:1], ""),
        (["2022q3"], ALL[1:2], ""),
        (["2022年"], INVESTMENTS, ""),
        (["2022年6月"], ALL[:1], ""),
        (["2022年第四季度"], ALL[2:3], ""),
        (["2022年11月3日"], ALL[2:3], ""),
        (["../2018-04"], ["cupertino-memorandum"], ""),
        (["2022", "memorandum"], [], ""),
        (["CNY"], INVESTMENTS, ""),
        (["yuan", "Suzhou"], ["suzhou-2022-signing"], "note: 'yuan' is taken for the currency CNY\n"),
        (["suzhou-2022-signing"], ["suzhou-2022-signing"], ""),
        (["suzhou-2022"], ["suzhou-2022-signing"], ""),
        (
            ["cup"],
            ["cupertino-memorandum"],
            "note: 'cup' is taken for the signing cupertino-memorandum\n",
        ),
        (["ein"], INVESTMENTS, "note: 'ein' is taken for the source ein-2022-11-08\n"),
        (["presswire"], INVESTMENTS, "note: 'presswire' is looked for in all texts\n"),
        (["22"], INVESTMENTS, "note: '22' is looked for in all texts; the year is 2022\n"),
        (
            ["promotion", "Jiangsu"],
            ["suzhou-2022-signing"],
            "note: 'promotion' is looked for in all texts\nnote: 'Jiangsu' is looked for in all texts\n",
        ),
        (["Suzhou", "--city", "Xiamen"], ["xiamen-2022-signing", "suzhou-2022-signing"], ""),
        (["Suzhou", "--year", "2021"], [], ""),
        (["2022", "--since", "2022-07"], ["dongguan-2022-signing", "suzhou-2022-signing"], ""),
    ],
)
def test_a_word_is_what_the_data_knows_it_as(mycity: Mycity, words: list[str], found: list[str], notes: str) -> None:
    assert ids(mycity, "deals", *words) == (found, notes)


def test_a_total_of_words_is_that_of_options(mycity: Mycity) -> None:
    assert mycity("total", "Suzhou") == mycity("total", "--city", "Suzhou")
    assert mycity("total", "2022", "investment", "--by", "city") == mycity(
        "total", "--year", "2022", "--kind", "investment", "--by", "city"
    )


def test_conferences_take_words_of_their_own(mycity: Mycity) -> None:
    assert ids(mycity, "conferences", "expo") == (["high-tech-expo-6"], "")
    assert ids(mycity, "conferences", "Suzhou") == (["suzhou-2022"], "")
    assert ids(mycity, "conferences", "smart")[0] == ["smart-city-summit-2018"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["deals", "panda"],
            f"unknown word 'panda': {NO_SIGNING}help: to look for it elsewhere: mycity facts panda\n",
        ),
        (["deals", "atlantis"], f"unknown word 'atlantis': {NO_SIGNING}help: known: Mianyang, Xiamen, "),
        (["deals", "Suzhuo"], f"unknown word 'Suzhuo': {NO_SIGNING}help: did you mean Suzhou?\n"),
        (["total", "USD"], "no amount is in USD\nhelp: known: CNY\n"),
        (["total", "yuan", "--currency", "USD"], "no amount is in USD and in CNY\nhelp: name one currency\n"),
        (
            ["deals", "2021", "2022"],
            "'2022' is a second date, and no date is both\nhelp: a range is one word: 2021/2022\n",
        ),
        (["deals", "2022年13月"], "there is no month 13\n  2022-13\n"),
        (["deals", "2022-13"], "there is no month 13\n  2022-13\n"),
        (["facts", "atlantis"], "unknown word 'atlantis': no fact has it in its texts\n"),
        (["total", ""], "a word is empty\n"),
        (["cities", " "], "a word is empty\n"),
        (["facts", ""], "a word is empty\n"),
        (["cities", "atlantis"], "unknown word 'atlantis': no city has it in its texts\n"),
    ],
)
def test_a_word_of_nothing_is_an_error(mycity: Mycity, arguments: list[str], message: str) -> None:
    result = mycity(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: WORD: {message}")


def test_a_word_that_may_be_two_things_is_refused_with_the_options(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,kind,amount\nLoan,loan,5 yuan\nSuzhou,loan,7 yuan\n", encoding="utf-8")
    result = mycity("deals", "loan", "--data", table)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: WORD: 'loan' is a place and a kind\nhelp: say which is meant: --city loan or --kind loan\n"
    )
    table.write_text("city,date,amount\n2022,2021,5 yuan\nSuzhou,2022,7 yuan\n", encoding="utf-8")
    result = mycity("deals", "2022", "--data", table)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: WORD: '2022' is a date and a place\n"
        "help: say which is meant: --since 2022 --until 2022 or --city 2022\n"
    )


def test_a_name_of_several_places_is_refused_with_their_ids(mycity: Mycity, tmp_path: Path) -> None:
    data = tmp_path / "d.json"
    raw = json.loads(as_json(dataset(signing("one", city="suzhou"))))
    raw["places"] = [{"id": id, "name": "Suzhou", "aliases": ["S"]} for id in ("suzhou", "suzhou-anhui")]
    raw["signings"][0].pop("promoter", None)
    data.write_text(json.dumps(raw | {"city": None}), encoding="utf-8")
    result = mycity("deals", "S", "--data", data)
    assert result.err == ("error: WORD: several are called 'S'\nhelp: say which by its id: suzhou or suzhou-anhui\n")


def test_columns_of_the_data_are_texts_too(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,amount,Sector\nSuzhou,5 yuan,Solar power\nXiamen,7 yuan,Ports\n", encoding="utf-8")
    result = mycity("total", "SOLAR", "--data", table)
    assert (result.code, result.out, result.err) == (0, "5\n", "note: 'SOLAR' is looked for in all texts\n")


# --- lists of names, and records ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["facts", "panda"], ["pandas", "pandas-share"]),
        (["facts", "Mianyang", "2022", "airport"], ["airport-rank"]),
        (["facts", "ein-2022-11-08", "share"], ["academicians-share", "pandas-share"]),
        (["cities", "su"], ["suzhou"]),
        (["cities", "苏州", "jiangsu"], ["suzhou"]),
        (["sources", "presswire"], ["ein-2022-11-08"]),
    ],
)
def test_lists_are_searched(mycity: Mycity, arguments: list[str], found: list[str]) -> None:
    assert ids(mycity, *arguments)[0] == found


@pytest.mark.parametrize(
    ("id", "shown", "notes"),
    [
        ("ein", "ein-2022-11-08", "note: 'ein' is taken for ein-2022-11-08\n"),
        ("EXPO", "high-tech-expo-6", "note: 'EXPO' is taken for high-tech-expo-6\n"),
        ("pandas", "pandas", ""),
        ("苏州", "suzhou", ""),
    ],
)
def test_a_record_is_shown_by_a_part_of_its_id(mycity: Mycity, id: str, shown: str, notes: str) -> None:
    result = mycity("show", id)
    assert (result.code, result.out.splitlines()[0], result.err) == (0, f"id\t{shown}", notes)


def test_of_several_records_the_choice_is_told(mycity: Mycity) -> None:
    result = mycity("show", "panda")
    assert (result.code, result.out, result.err) == (
        2,
        "",
        "error: ID: 2 records have 'panda' in their ids\nhelp: say which: pandas, pandas-share\n",
    )


# --- groups by their own name -------------------------------------------------------------------------------------


def test_groups_are_sorted_and_shown_by_their_own_name(mycity: Mycity) -> None:
    assert mycity("total", "--by", "city", "--sort", "city") == mycity("total", "--by", "city", "--sort", "key")
    assert mycity("total", "--by", "city", "--sort", "-City").out.startswith("Xiamen\t")
    assert mycity("total", "--by", "year", "--columns", "year,amount").out == "2022\t92913000000\n\t\n"
