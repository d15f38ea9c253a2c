from __future__ import annotations

import pytest

from mycity_cli.tables.settings import Layout, Settings
from tables.sheets import dollars, notes, problems, read, reading, sheet

KEEP = "--keep-totals keeps it"


@pytest.mark.parametrize(
    "label",
    [
        "Total",
        "TOTAL:",
        "Grand total",
        "Sub-total",
        "Total (2 projects)",
        "合计",
        "合 计",
        "总计：",
        "小计",
        "Summe",
        "Gesamt",
    ],
)
def test_a_row_that_is_called_a_total_is_left_out(label: str) -> None:
    table = sheet("city|amount", "A|$10", "B|$20", [label, "$30"])
    rows = read(table)
    assert dollars(rows) == [10, 20]
    assert [row.number for row in rows.skipped] == [3]
    assert notes(table) == [f"row 3 is a total ('{label}') and is left out; {KEEP}"]
    assert dollars(read(table, Settings(keep_totals=True))) == [10, 20, 30]


def test_the_name_may_stand_in_the_first_text_of_the_row() -> None:
    table = sheet("No|name|city|amount", "1|X|A|$10", "2|Y|B|$20", "3|合计||$30")
    assert [row.number for row in read(table).skipped] == [3]


def test_a_total_that_does_not_add_up_is_told() -> None:
    table = sheet("city|amount", "A|$10 million", "B|$25 million", "Total|$30 million")
    assert notes(table) == [
        f"row 3 is a total ('Total') and is left out; {KEEP}",
        "the total of row 3 is wrong: its 30 million USD is not the 35 million USD above it",
    ]


def test_a_total_that_may_be_rounded_is_not_told_to_be_wrong() -> None:
    table = sheet("city|amount", "A|$10.4 million", "B|$20.4 million", "Total|$31 million")
    assert notes(table) == [f"row 3 is a total ('Total') and is left out; {KEEP}"]


def test_totals_of_groups_and_of_all() -> None:
    table = sheet(
        "city|amount", "A|$10", "A|$20", "A Total|$30", "B|$5", "B Total|$5", "C|$1", "C Total|$1", "Total|$36"
    )
    rows = read(table)
    assert dollars(rows) == [10, 20, 5, 1]
    first = ", ".join(f"row {row} is a total ('{city} Total')" for row, city in ((3, "A"), (5, "B"), (7, "C")))
    assert notes(table) == [
        f"4 rows are totals of others and are left out: {first}, …; --keep-totals keeps them",
    ]


def test_a_firm_whose_name_is_that_of_a_total_is_counted() -> None:
    table = sheet("company|city|amount", "Total Energies|Paris|$10", "Total|Paris|$25", "X|Lyon|$3", "Total||$38")
    assert dollars(read(table)) == [10, 25, 3]
    assert notes(table) == [
        f"row 4 is a total ('Total') and is left out; {KEEP}",
        "row 2 is called 'Total' and is counted: it is no sum of those above",
    ]


def test_a_row_without_city_that_is_the_sum_of_those_above_is_left_out() -> None:
    table = sheet("city|amount", "A|$10", "B|$20", "|$30")
    assert dollars(read(table)) == [10, 20]
    assert notes(table) == [f"row 3 has no city, is the sum of the 2 rows above it and is left out; {KEEP}"]


@pytest.mark.parametrize(
    "rows",
    [
        ["1|A|$10", "2||$10"],
        ["1|A|$10", "2|B|$20", "3||$30"],
        ["|A|$10", "|B|$20", "||$31"],
        ["|A|$10", "|B|-", "||$10"],
        ["|A|$10|Steel", "|B|$20|Gas", "||$30|Steel"],
    ],
    ids=["one row above", "an id of its own", "no sum", "a gap above", "words of its own"],
)
def test_what_may_be_a_signing_without_city_is_bad(rows: list[str]) -> None:
    header = "|".join(["id", "city", "amount", "Sector"][: rows[0].count("|") + 1])
    told = "is missing [missing-field] every row needs one; a merged cell is filled down by --fill city"
    assert problems(read(sheet(header, *rows))) == [f"t.csv: row {len(rows)}: city: {told}"]


def test_a_name_that_may_be_another_is_that_of_a_total_where_it_adds_up() -> None:
    assert dollars(read(sheet("city|amount", "A|$10", "B|$20", "All|$30"))) == [10, 20]
    table = sheet("city|amount", "A|$10", "Somme|$25", "B|$20")
    assert dollars(read(table)) == [10, 25, 20]
    assert notes(table) == ["row 2 is called 'Somme' and is counted: it is no sum of those above"]


def test_a_last_row_that_is_the_sum_of_all_is_counted_and_told() -> None:
    table = sheet("city|amount", "A|$10", "B|$20", "The rest|$30")
    assert dollars(read(table)) == [10, 20, 30]
    assert notes(table) == ["row 3 ('The rest') is exactly the sum of all rows above it, and is counted"]


def test_what_is_part_of_another_row_is_not_in_the_sum() -> None:
    table = sheet("id|city|amount|part_of", "a|A|$10|", "b|A|$4|a", "c|A|$6|a", "d|B|$5|", "|Total|$15|")
    assert notes(table) == [f"row 5 is a total ('Total') and is left out; {KEEP}"]


def test_a_total_fills_nothing_down() -> None:
    table = sheet("city|amount", "A|$1", "|$2", "Total|$3", "|$4")
    rows = read(table, Settings(layout=Layout(fill=("city",))))
    assert [(row.city, str(row.amount)) for row in rows.good] == [("A", "$1"), ("A", "$2")]
    assert [row.row for row in rows.bad] == [4]


def test_a_merged_city_whose_last_amount_is_the_sum_of_the_others_is_kept_where_it_is_filled() -> None:
    table = sheet("city|amount", "A|10", "|20", "|30", "B|1")
    filled = reading("USD")._replace(layout=Layout(fill=("city",)))
    assert dollars(read(table, filled)) == [10, 20, 30, 1]


@pytest.mark.parametrize(
    "label", ["Total USD", "Total (USD m)", "USD total", "Total in US$", "合计（万美元）", "Total general", "総計"]
)
def test_a_total_may_name_its_unit_and_many_languages_have_words(label: str) -> None:
    table = sheet("city|amount", "A|$10", "B|$20", [label, "$35"])
    assert dollars(read(table)) == [10, 20]


def test_totals_of_each_currency() -> None:
    table = sheet("city|amount", "A|$10", "B|€5", "Total USD|$10", "Total EUR|€5")
    assert [row.number for row in read(table).skipped] == [3, 4]


@pytest.mark.parametrize("label", ["Total of all projects", "Total - Lot 3", "全市合计", "Reno & Boise total"])
def test_a_name_with_the_word_for_a_total_in_it_is_one_where_it_adds_up(label: str) -> None:
    table = sheet("city|amount", "A|$10", "B|$20", [label, "$30"])
    assert dollars(read(table)) == [10, 20]
    assert dollars(read(sheet("city|amount", "A|$10", "B|$25", [label, "$30"]))) == [10, 25, 30]
    assert notes(sheet("city|amount", "A|$10", "B|$25", [label, "$30"])) == [
        f"row 3 is called '{label}' and is counted: it is no sum of those above"
    ]


def test_a_firm_with_the_word_for_a_total_in_its_name_is_none() -> None:
    table = sheet("firm|city|amount", "X|A|$10", "Y|B|$20", "Total Wines|C|$30", "Sum Labs|D|$60")
    assert dollars(read(table)) == [10, 20, 30, 60]


def test_a_row_without_a_city_whose_name_of_a_total_does_not_add_up_is_bad() -> None:
    table = sheet("firm|city|amount", "X|A|$10", "Y|B|$20", "Total Wines||$50")
    assert [row.row for row in read(table).bad] == [3]
    assert dollars(read(sheet("firm|city|amount", "X|A|$10", "Y|B|$20", "Total of firms||$30"))) == [10, 20]


def test_a_total_may_stand_above_what_it_adds_up() -> None:
    table = sheet("city|amount", "全市|$100", "其中：A|$60", "B|$40")
    assert dollars(read(table)) == [60, 40]
    assert notes(table) == [f"row 1 is the total of those below ('全市') and is left out; {KEEP}"]


def test_what_is_part_of_the_row_above_is_left_out() -> None:
    table = sheet("city|amount", "A|$100", "of which: B|$60", "Of which C|$40", "D|$10")
    assert dollars(read(table)) == [100, 10]
    assert notes(table) == [
        f"row 2 is part of the one above ('of which: B') and is left out; {KEEP}",
        f"row 3 is part of the one above ('Of which C') and is left out; {KEEP}",
    ]
    assert dollars(read(table, Settings(keep_totals=True))) == [100, 60, 40, 10]


def test_a_first_row_that_is_the_sum_of_all_others_is_told() -> None:
    assert notes(sheet("city|amount", "X|$30", "A|$10", "B|$20")) == [
        "row 1 ('X') is exactly the sum of all rows below it, and is counted"
    ]
    assert notes(sheet("city|amount", "X|$30", "A|$10", "X|$20")) == []


def test_rows_below_a_heading_that_add_up_to_those_above_are_told() -> None:
    table = sheet("city|amount", "A|$10", "B|$20", "By sector|", "Energy|$25", "Water|$5")
    assert (
        "rows 4 to 5, below 'By sector', add up to exactly what those above do, and are counted:"
        " they may be the same once more"
    ) in notes(table)
    assert notes(sheet("city|amount", "A|$10", "B|$20", "By sector|", "Energy|$25", "Water|$6")) == []


@pytest.mark.parametrize("label", ["Average", "平均", "Median:", "均值"])
def test_an_average_is_no_signing(label: str) -> None:
    table = sheet("city|amount", "A|$10", "B|$20", [label, "$15"], "Total|$30")
    assert dollars(read(table)) == [10, 20]
    assert notes(table) == [
        f"row 3 is no signing ('{label}') and is left out; {KEEP}",
        f"row 4 is a total ('Total') and is left out; {KEEP}",
    ]
    assert dollars(read(sheet("No|city|amount", "1|A|$10", [label, "", "$10"]))) == [10]
    assert dollars(read(sheet("firm|city|amount", "X|A|$10", [label, "B", "$10"]))) == [10, 10]


def test_rows_below_the_total_of_all_are_told() -> None:
    table = sheet("city|amount", "A|$10", "B|$20", "Total|$30", "Goal|$50")
    assert dollars(read(table)) == [10, 20, 50]
    assert notes(table)[1:] == ["row 4 stands below the total of row 3, which lacks what is there, and is counted"]
    table = sheet("city|amount", "A|$10", "B|$20", "Total|$30", "C|$5", "D|$6", "Total|$11")
    assert len(notes(table)) == 2


@pytest.mark.parametrize("label", ["Target", "% of plan", "同比", "项目个数"])
def test_what_is_compared_or_counted_below_is_no_signing(label: str) -> None:
    assert dollars(read(sheet("city|amount", "A|$10", "B|$20", "Total|$30", [label, "$50"]))) == [10, 20]


def test_a_subtotal_of_one_row_may_repeat_its_city() -> None:
    table = sheet("No|city|amount", "1|A|$10", "2|A|$20", "小计|A|$30", "3|B|$5", "小计|B|$5", "总计||$35")
    assert dollars(read(table)) == [10, 20, 5]


@pytest.mark.parametrize("label", ["Carried forward", "本年累计"])
def test_what_is_carried_forward_is_a_total_where_it_adds_up(label: str) -> None:
    assert dollars(read(sheet("city|amount", "A|$10", "B|$20", [label, "$30"]))) == [10, 20]


@pytest.mark.parametrize("missing", ["", "TBD", "待定", "-"])
def test_a_total_less_than_what_is_stated_is_wrong_whatever_is_missing(missing: str) -> None:
    table = sheet("city|amount", "A|$10 million", f"B|{missing}", "C|$25 million", "Total|$30 million")
    assert "the total of row 4 is wrong: its 30 million USD is less than the 35 million USD stated above it" in notes(
        table
    )
    enough = sheet("city|amount", "A|$10 million", f"B|{missing}", "Total|$30 million")
    assert not any("wrong" in note for note in notes(enough))
    assert not any("wrong" in note for note in notes(table, Settings(negative=True)))


def test_a_total_of_a_hedged_amount_may_be_less_than_its_value() -> None:
    table = sheet("city|amount", "A|近$100 million", "B|", "Total|$95 million")
    assert not any("wrong" in note for note in notes(table))


def test_a_total_of_projects_that_does_not_add_up_is_told() -> None:
    table = sheet("city|projects|amount", "A|3|$10", "B|4|$20", "Total|9|$30")
    assert notes(table) == [
        f"row 3 is a total ('Total') and is left out; {KEEP}",
        "the total of row 3 is wrong: its 9 projects are not the 7 projects above it",
    ]
    assert not any(
        "wrong" in note for note in notes(sheet("city|projects|amount", "A|3|$10", "B|4|$20", "Total|7|$30"))
    )
    for cells in ("B|4|$20", "B||$20", "B|—|$20"):
        right = sheet("city|projects|amount", "A|3|$10", cells, "Total|7|$30")
        assert not any("wrong" in note for note in notes(right))


def test_each_total_of_a_group_is_compared_with_its_own_projects() -> None:
    rows = ("A|1|$10", "A|2|$20", "A Total|3|$30", "B|4|$5", "B Total|5|$5", "Total|7|$35")
    found = read(sheet("city|projects|amount", *rows))
    assert [(row.number, bool(row.wrong)) for row in found.skipped] == [(3, False), (5, True), (6, False)]
