from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.errors import DataError
from mycity_cli.interval import Interval
from mycity_cli.tables.numbers import evidence_in
from mycity_cli.tables.settings import AmountUnit, Settings
from mycity_cli.tables.sheet import Origin
from tables.sheets import amounts, dollars, notes, problems, read, reading, sheet

USD = reading("USD")


def column(*cells: str, settings: Settings = USD, origin: Origin = Origin.TEXT, separator: str = ",") -> list[str]:
    table = sheet("city|amount", *(["A", cell] for cell in cells), origin=origin, separator=separator)
    return [f"{value:f}" for value in dollars(read(table, settings)) if value is not None]


def refused(*cells: str, header: str = "city|amount", separator: str = ",", more: tuple[str, ...] = ()) -> str:
    table = sheet(header, *(["A", cell, *more] for cell in cells), separator=separator)
    with pytest.raises(DataError) as caught:
        read(table, USD)
    return str(caught.value)


@pytest.mark.parametrize(
    ("numeral", "proved", "doubtful"),
    [
        ("393.269,00", ",", None), ("1,234.50", ".", None), ("32467,02", ",", None), ("0.25", ".", None),
        ("12.5", ".", None), ("0.250", ".", None), ("1234.567", ".", None), ("1.234.567", ",", None),
        ("20,00,00,000", ".", None), ("1,234,567", ".", None), ("1 234,5", ",", None), ("1'234.567", ".", None),
        ("823.171", None, "."), ("1,740", None, ","), ("327356", None, None), ("1.2.3", None, None),
        ("1,23,4", None, None), ("1'234'567", None, None), ("1 234", None, None),
    ],
)  # fmt: skip
def test_what_a_number_proves(numeral: str, proved: str | None, doubtful: str | None) -> None:
    assert evidence_in(numeral) == (proved, doubtful)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["32467,02", "393.269,00"], ["32467.02", "393269.00"]),
        (["1,234.50", "1,740"], ["1234.50", "1740"]),
        (["1.234.567", "1.740"], ["1234567", "1740"]),
        (["20,00,00,000", "80,48,394", "50,000"], ["200000000", "8048394", "50000"]),
        (["1'234'567.50", "1’234"], ["1234567.50", "1234"]),
        (["1 234 567", "12\u00a0345,67", "1\u202f000"], ["1234567", "12345.67", "1000"]),
        (["0.25", "823.171"], ["0.25", "823.171"]),
        (["1,740", "20,000"], ["1740", "20000"]),
        (
            ["5 M", "3.5 B", "10 K", "2 mn", "$4k", "1 cr", "2 lakh"],
            ["5000000", "3500000000", "10000", "2000000", "4000", "10000000", "200000"],
        ),
        (["1.23E+08", "5e3", "1.5E-1"], ["123000000", "5000", "0.15"]),
    ],
)
def test_numbers_are_read_as_their_column_shows(cells: list[str], values: list[str]) -> None:
    assert column(*cells) == values


def test_what_shows_that_commas_are_decimal_is_told() -> None:
    table = sheet("city|amount", "A|32467,02", "B|393.269,00")
    assert notes(table, USD) == ["commas stand before the decimals of 'amount', as row 1 '32467,02' shows"]


def test_a_point_that_may_set_off_groups_is_refused() -> None:
    assert refused("823.171", "327356") == (
        "error: t.csv: row 1 of 'amount' can be read in two ways: '823.171' as 823,171, or as 823 and a part\n"
        "help: say what stands before decimals: --decimal . or --decimal ,"
    )
    assert column("823.171", "327356", settings=USD._replace(decimal=",")) == ["823171", "327356"]
    assert column("823.171", "327356", settings=USD._replace(decimal=".")) == ["823.171", "327356"]
    assert column("823.171", "327356", settings=USD._replace(group=".")) == ["823171", "327356"]


def test_in_chinese_a_point_stands_before_decimals() -> None:
    table = sheet("city|投资额（亿元）", "A|52.563", "B|12.345")
    assert [value for value, _ in filter(None, amounts(read(table)))] == [5_256_300_000, 1_234_500_000]
    assert notes(table)[1:] == ["points stand before the decimals of '投资额（亿元）', such as row 1 '52.563'"]


def test_a_figure_in_words_is_as_the_reader_of_figures_has_it() -> None:
    assert column("1.235 billion USD", settings=Settings()) == ["1235000000"]
    assert "'1.235' as 1,235, or as 1 and a part" in refused("1.235 billion USD", separator=";")


def test_a_comma_is_in_doubt_where_the_file_writes_decimals_with_it() -> None:
    assert "'1,740' as 1,740, or as 1 and a part" in refused("1,740", separator=";")
    assert "'1,740' as 1,740, or as 1 and a part" in refused("1,740", header="city|amount|Area", more=("3,5",))
    assert column("1,740", "2,5", separator=";") == ["1.740", "2.5"]


def test_cells_that_contradict_each_other_are_refused() -> None:
    assert refused("1,5", "1,234.50") == (
        "error: t.csv: row 1 '1,5' and row 2 '1,234.50' of 'amount' write their decimals in two ways\n"
        "help: put one right, or say which are: --decimal . or --decimal ,"
    )


def test_what_the_option_contradicts_is_a_bad_row() -> None:
    table = sheet("city|amount", "A|1,234,567", "B|1,5")
    told = "cannot read the number '1,234,567': a comma stands before decimals [wrong-figure] --decimal . reads it"
    assert problems(read(table, USD._replace(decimal=","))) == [f"t.csv: row 1: amount: {told}"]


def test_numbers_of_a_file_that_has_types_are_never_in_doubt() -> None:
    table = sheet("city|amount", ["A", Decimal("823.171")], ["B", 327356], origin=Origin.EXCEL)
    assert dollars(read(table, USD)) == [Decimal("823.171"), Decimal(327356)]
    assert column("823.171", "1e3", origin=Origin.JSON) == ["823.171", "1000"]


def test_numbers_below_zero_are_bad_until_they_are_allowed() -> None:
    table = sheet("city|amount", "A|-5", "B|−5", "C|(1,234)", "D|($50,000)", "E|7-", "F|100")
    rows = read(table, USD)
    told = "is below zero [wrong-figure] --negative allow reads it as a loss or a correction"
    assert problems(rows)[2:4] == [
        f"t.csv: row 3: amount: '-1,234 USD' {told}",
        f"t.csv: row 4: amount: '-$50,000' {told}",
    ]
    assert len(rows.bad) == 5
    allowed = read(table, USD._replace(negative=True))
    assert dollars(allowed) == list(map(Decimal, ("-5", "-5", "-1234", "-50000", "-7", "100")))
    third = allowed.good[2].money
    assert third is not None
    assert third.interval == Interval.around(-1234, Fraction(1, 2))


LOCALES = {
    "english": (",", "."),
    "german": (".", ","),
    "swiss": ("'", "."),
    "french": ("\u202f", ","),
    "plain": ("", ","),
}


def written(value: Decimal, group: str, point: str) -> str:
    whole, _, decimals = f"{value:,.2f}".partition(".")
    return f"{whole.replace(',', group)}{point}{decimals}"


@given(st.lists(st.decimals("0", "99999999", places=2), min_size=1, max_size=8), st.sampled_from(sorted(LOCALES)))
def test_a_column_says_the_same_in_every_way_to_write_it(values: list[Decimal], locale: str) -> None:
    cells = [written(value, *LOCALES[locale]) for value in values]
    table = sheet("city|amount", *([f"A{n}", cell] for n, cell in enumerate(cells)))
    settings = reading("USD")._replace(keep_totals=True)
    assert dollars(read(table, settings)) == values


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=8), st.sampled_from(["german", "english"]))
def test_one_cell_that_proves_it_settles_whole_numbers(values: list[int], locale: str) -> None:
    group, point = LOCALES[locale]
    cells = [f"{value:,}".replace(",", group) for value in values]
    table = sheet("city|amount", *(["A", cell] for cell in cells), ["B", f"12{point}5"])
    assert dollars(read(table, reading("USD")._replace(keep_totals=True)))[:-1] == list(map(Decimal, values))


def test_other_currencies_stay_apart() -> None:
    table = sheet("city|amount", "A|$5", "B|€2")
    assert amounts(read(table)) == [(Decimal(5), "USD"), (Decimal(2), "EUR")]


def test_a_number_with_an_exponent_is_scaled_by_the_unit_of_its_column() -> None:
    assert column("1.5E+03", settings=Settings(unit=AmountUnit.parse("million USD"))) == ["1500000000"]
