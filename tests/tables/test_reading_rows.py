from __future__ import annotations

from decimal import Decimal

import pytest

from mycity_cli.errors import DataError, UsageError
from mycity_cli.figure.known import SEEDS
from mycity_cli.tables.profile import profile_of
from mycity_cli.tables.reading_rows import read_rows
from mycity_cli.tables.settings import Layout, Settings
from mycity_cli.tables.sheet import Line, Origin, Sheet
from tables.sheets import amounts, dollars, notes, problems, read, reading, sheet

BARE = "say what numbers are: --amount-unit 'million USD', or a column 'currency'"


def test_a_row_says_all_that_its_columns_hold() -> None:
    table = sheet(
        "id|date|city|promoter|conference|kind|partner|projects|amount|currency|source|at|part_of|fields|note|Sector",
        "t1|2022-11|A|P|c|investment|B|30 projects|5 million|USD|r;s|p1;p2|t0|steel; chips|n|Energy",
    )
    (row,) = read(table, own=True).good
    assert (row.id, str(row.date), row.city, row.promoter, row.conference, row.kind, row.partner) == (
        "t1", "2022-11", "A", "P", "c", "investment", "B",
    )  # fmt: skip
    assert (str(row.projects), str(row.amount), row.part_of, row.fields, row.note) == (
        "30 projects", "5 million USD", "t0", ("steel", "chips"), "n",
    )  # fmt: skip
    assert [str(cited) for cited in row.sources] == ["r (p1)", "s (p2)"]
    assert dict(row.own) == {"Sector": "Energy"}


def test_own_cells_are_those_of_all_columns_that_do_not_have_our_names() -> None:
    (row,) = read(sheet("Host City|amount|Sector|Empty", "A|$5|Energy|"), own=True).good
    assert dict(row.own) == {"Host City": "A", "Sector": "Energy"}
    assert dict(read(sheet("city|amount|Sector", "A|$5|Energy")).good[0].own) == {}


# --- units ----------------------------------------------------------------------------------------------------------


def test_a_scale_is_that_of_every_cell_without_one_of_its_own() -> None:
    table = sheet("city|amount", "A|$1,740", "B|5 million", "C|10K", "D|3.5 billion", "E|1740", "F|$2 million")
    assert dollars(read(table, reading("million USD"))) == list(
        map(Decimal, (1_740_000_000, 5_000_000, 10_000, 3_500_000_000, 1_740_000_000, 2_000_000))
    )
    chinese = sheet("城市|投资额（亿元）", "A|10", "B|5000万", "C|2亿元", "D|约3", "E|5000万元")
    assert amounts(read(chinese)) == [
        (Decimal(value), "CNY") for value in (1_000_000_000, 50_000_000, 200_000_000, 300_000_000, 50_000_000)
    ]


def test_what_was_read_before_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    # As if a thousand other ways of writing amounts had been met: nothing more is kept then.
    monkeypatch.setattr("mycity_cli.figure.known._SHAPES", dict(SEEDS))
    monkeypatch.setattr("mycity_cli.figure.known._MOST", 0)
    row, _ = read(sheet("city|amount", ["A", "50 cents"], "B|7"), reading("million USD")).good
    assert str(row.amount) == "50 cents"


@pytest.mark.parametrize(
    ("cell", "unit", "stated"),
    [
        ("about 5", "million USD", "about 5 million USD"),
        ("5+", "million USD", "5 million USD+"),
        ("$5+", "million USD", "$5 million+"),
        ("10-20", "million USD", "10-20 million USD"),
        ("10多", "亿元", "10多 亿元"),
        ("10亿以上", "亿元", "10亿 CNY 以上"),
        ("3元", "亿元", "3 亿 元"),
        ("50 cents", "million USD", "50 cents"),
    ],
)
def test_a_hedge_keeps_its_place_around_a_number_with_a_unit(cell: str, unit: str, stated: str) -> None:
    (row, _) = read(sheet("city|amount", ["A", cell], "B|7"), reading(unit)).good
    assert str(row.amount) == stated


def test_a_unit_that_touches_no_cell_is_an_error() -> None:
    with pytest.raises(UsageError) as caught:
        read(sheet("city|amount", "A|$5 million", "B|$10K"), reading("million USD"))
    assert str(caught.value) == (
        "error: --amount-unit: 'million USD' touches no cell: every amount of 'amount' names its own unit\n"
        "help: leave the option out"
    )


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("2023年签约项目一览表 单位：万元", 10**5), ("All amounts in million yuan", 10**7), ("Deals, CNY bn", 10**10),
        ("签约情况（亿元）", 10**9),
    ],
)  # fmt: skip
def test_a_unit_is_found_in_a_title(title: str, value: int) -> None:
    assert amounts(read(sheet("city|amount", "A|10", titles=(title,)))) == [(Decimal(value), "CNY")]


@pytest.mark.parametrize(
    "title",
    ["Deals (won)", "Deals (real)", "Deals of 2023", "Part 1: top", "Deals (all)", "Deals, over 100 million yuan"],
)
def test_what_is_more_often_no_unit_is_none(title: str) -> None:
    with pytest.raises(DataError, match="numbers without a currency"):
        read(sheet("city|amount", "A|10", titles=(title,)))


def test_a_unit_in_a_title_counts() -> None:
    table = sheet("city|amount", "A|10", "B|25", titles=("Deals 2023", "(USD million)"))
    assert dollars(read(table)) == [10_000_000, 25_000_000]
    assert notes(table) == ["amounts are in USD million, as the title '(USD million)' says (--amount-unit decides)"]
    assert amounts(read(sheet("city|amount", "A|10", titles=("单位：亿元",)))) == [(Decimal(1_000_000_000), "CNY")]


def test_the_option_and_the_header_complete_each_other() -> None:
    table = sheet("city|Amount in Millions", "A|$500", "B|7")
    assert dollars(read(table, reading("USD"))) == [500_000_000, 7_000_000]
    assert "amounts are in million USD: the header says Millions, --amount-unit USD" in notes(table, reading("USD"))


def test_an_option_that_contradicts_the_header_wins_and_is_told() -> None:
    table = sheet("city|Amount (USD mn)", "A|5")
    assert amounts(read(table, reading("thousand EUR"))) == [(Decimal(5000), "EUR")]
    told = "amounts are in thousand EUR, as --amount-unit says, not in mn USD, as the header does"
    assert told in notes(table, reading("thousand EUR"))


def test_a_column_of_units_is_used() -> None:
    table = sheet("城市|投资额|单位", "A|10|亿元", "B|5000|万元", "C|3|万美元")
    assert amounts(read(table)) == [
        (Decimal(1_000_000_000), "CNY"), (Decimal(50_000_000), "CNY"), (Decimal(30_000), "USD"),
    ]  # fmt: skip
    assert "'单位' names the units of the amounts" in notes(table)
    assert dollars(read(sheet("city|amount|unit", "A|1|million", "B|2|billion"), reading("USD"))) == [10**6, 2 * 10**9]
    assert len(read(sheet("city|amount|unit", "A|1|million"), reading("billion USD")).bad) == 1


@pytest.mark.parametrize(
    ("table", "unit", "told"),
    [
        (sheet("city|amount|currency", "A|€5|USD"), None, "two currencies, EUR and in its own column USD"),
        (
            sheet("city|amount|currency", "A|5|CNY"),
            "USD",
            "two currencies, USD by --amount-unit and in its own column CNY",
        ),
        (sheet("city|amount", "A|€5", "B|1"), "USD", "two currencies, EUR and by --amount-unit USD"),
        (sheet("city|Amount (USD mn)", "A|€5"), None, "two currencies, EUR and in the header USD"),
        (sheet("city|amount|currency", "A|5|EUX"), None, "unknown currency 'EUX'"),
    ],
)
def test_currencies_that_contradict_each_other_are_bad(table: Sheet, unit: str | None, told: str) -> None:
    (problem,) = problems(read(table, reading(unit)))
    assert problem.startswith(f"t.csv: row 1: amount: {told} [wrong-figure]")


def test_a_sign_that_several_currencies_share_is_settled_by_the_column() -> None:
    assert amounts(read(sheet("city|amount|currency", "A|$7|AUD", "B|¥3|JPY"))) == [
        (Decimal(7), "AUD"), (Decimal(3), "JPY"),
    ]  # fmt: skip


def test_numbers_without_any_currency_are_refused() -> None:
    with pytest.raises(DataError) as caught:
        read(sheet("city|amount", "A|10", "B|20"))
    assert str(caught.value) == f"error: t.csv: the amounts are numbers without a currency\nhelp: {BARE}"
    mixed = read(sheet("city|amount", "A|10", "B|$20"))
    assert problems(mixed) == [f"t.csv: row 1: amount: '10' names no currency [wrong-figure] {BARE}"]


# --- what is missing, and what is wrong -----------------------------------------------------------------------------


def test_what_states_nothing_is_counted_in_one_note() -> None:
    table = sheet(
        "city|Amount|projects", "A|-|1", "B|undisclosed|2", "C|undisclosed|n/a", "D|未披露|3", "E||4", "F|0 USD|5"
    )
    assert dollars(read(table)) == [None, None, None, None, None, 0]
    assert notes(table) == [
        "4 cells of 'Amount' state nothing: 2 × 'undisclosed', 1 × '-', 1 × '未披露'",
        "1 cell of 'projects' states nothing: 1 × 'n/a'",
    ]


def test_other_words_may_state_nothing_too() -> None:
    table = sheet("city|amount", "A|Pending ", "B|$5")
    assert [problem.partition(" [")[0] for problem in problems(read(table))] == [
        "t.csv: row 1: amount: expected a number, found 'Pending'"
    ]
    assert dollars(read(table, Settings(missing=("pending",)))) == [None, 5]


def test_a_missing_city_is_bad_or_filled_down() -> None:
    table = sheet("city|amount", "A|$10", "|$20", "B|$30")
    told = "is missing [missing-field] every row needs one; a merged cell is filled down by --fill city"
    assert problems(read(table)) == [f"t.csv: row 2: city: {told}"]
    filled = read(table, Settings(layout=Layout(fill=("city",))))
    assert [row.city for row in filled.good] == ["A", "A", "B"]
    with pytest.raises(UsageError, match="there is no column 'Citi'"):
        read(table, Settings(layout=Layout(fill=("Citi",))))


def test_places_may_be_looked_up() -> None:
    def id_of(name: str, column: str) -> str:
        assert column in ("city", "partner")
        if name == "Springfield":
            raise UsageError("several are called 'Springfield'", help="say which by its id: a or b")
        return name.lower()

    table = sheet("city|partner|amount", "A|B|$1", "Springfield||$2")
    rows = read_rows(table, profile_of(table, Settings()), Settings(), id_of)
    assert [(row.city, row.partner) for row in rows.good] == [("a", "b")]
    assert problems(rows) == [
        "t.csv: row 2: city: several are called 'Springfield' [unclear-name] say which by its id: a or b"
    ]


def test_sources_and_places_in_them_must_be_as_many() -> None:
    rows = read(sheet("city|amount|source|at", "A|$1|r;s|p1;p2", "B|$2|r|p1;p2"))
    assert problems(rows) == ["t.csv: row 2: at: has 2 items for 1 in source [wrong-items] separate both by ';'"]


def test_what_is_no_row_at_all_is_bad_with_its_line() -> None:
    table = Sheet(
        "t.csv", Origin.TEXT, ("city", "amount"), [Line(1, ["A", "$1"], 2), Line(2, [], 3, "has 3 cells, not 2")]
    )
    rows = read(table)
    assert dollars(rows) == [1]
    assert [problem.partition(" [")[0] for problem in problems(rows)] == ["t.csv: line 3: has 3 cells, not 2"]


# --- repeats and unused columns -------------------------------------------------------------------------------------


def test_an_id_of_two_rows_is_bad_and_a_row_that_stands_there_twice_is_skipped() -> None:
    table = sheet("id|city|amount", "t1|A|$1", "t1|A|$2", "t2|B|$3", "t2|B|$3", "|C|$1", "|C|$1")
    rows = read(table)
    help = "give each row an id of its own, or leave the column out with --map id="
    assert problems(rows) == [f"t.csv: row 2: id: 't1' is the id of row 1 too [duplicate-id] {help}"]
    assert [row.number for row in rows.skipped] == [4]
    assert dollars(rows) == [1, 3, 1, 1]
    assert notes(table) == [
        "row 6 is the same as row 5, and both are counted",
        "row 4 is row 3 again, and is left out",
    ]


def test_rows_that_are_the_same_are_told_and_counted() -> None:
    table = sheet("city|amount", "A|$1", "B|$2", "A|$1", "A|$1")
    assert dollars(read(table)) == [1, 2, 1, 1]
    assert notes(table) == ["2 rows are the same as others, and all are counted: row 3 as row 1, row 4 as row 1"]


def test_columns_that_look_as_if_they_mattered_are_told() -> None:
    table = sheet("city|amount|Status|Code|Sector", "A|$1|signed|USD|Steel", "B|$2|cancelled|EUR|Steel")
    assert notes(table) == ["not used: 'Status' (signed, cancelled), 'Code' (USD, EUR); choose rows by it with --where"]


def test_a_unit_that_says_whose_dollars_they_are_touches_its_cells() -> None:
    table = sheet("city|amount", "Ottawa|$5 million", "Regina|$2,500")
    assert amounts(read(table, reading("CAD"))) == [(Decimal(5_000_000), "CAD"), (Decimal(2_500), "CAD")]
