from __future__ import annotations

import pytest

from mycity_cli.tables.patterns import advice_for, problem_patterns
from mycity_cli.tables.settings import Settings
from tables.sheets import read, reading, sheet


def test_a_pattern_is_one_line_with_three_examples() -> None:
    table = sheet("city|amount", *(["A", f"{n},5"] for n in range(10, 3010)))
    bad = read(table, reading("USD")._replace(decimal=".")).bad
    (pattern,) = problem_patterns(bad)
    assert pattern.told == (
        "3,000 rows: amount: cannot read the number: commas stand before groups of three digits, one point before "
        "decimals, such as row 1 '10,5', row 2 '11,5', row 3 '12,5'"
    )
    assert (pattern.option, pattern.explains_most, advice_for(bad)) == ("--decimal ,", True, "--decimal ,")


@pytest.mark.parametrize(
    ("cells", "option"),
    [
        (["Awaited", "awaited", "AWAITED"], "--missing awaited"),
        (["to follow"] * 3, "--missing 'to follow'"),
        (["-5 USD", "($50,000)", "−1 USD"], "--negative allow"),
        (["5", "6", "1,000"], "--amount-unit 'million USD'"),
        (["-", "5%", "6%", "7%"], ""),
        (["Awaited", "awaited"], ""),
        (["Awaited"] * 3 + ["red", "blue", "green", "black"], ""),
    ],
)
def test_the_option_that_reads_most_bad_rows_is_advised(cells: list[str], option: str) -> None:
    table = sheet("city|amount", *([f"A{n}", cell] for n, cell in enumerate(cells)), ["B", "$1 million"])
    assert advice_for(read(table).bad) == option


def test_merged_cells_and_days_have_options_too() -> None:
    merged = sheet("city|amount", "A|$1", "|$2", "|$4", "|$9")
    assert advice_for(read(merged).bad) == "--fill city"
    days = sheet(
        "city|amount|date", *(f"A|${n}|{n}/13/2020" for n in range(1, 4)), *(f"A|${n}|13/{n}/2020" for n in range(1, 4))
    )
    assert advice_for(read(days, Settings()).bad) == "--date-order dmy"
