from __future__ import annotations

import pytest

from mycity_cli.errors import DataError
from mycity_cli.tables.headers import order_of_header, read_headers, unit_of_header
from mycity_cli.tables.profile import profile_of
from mycity_cli.tables.settings import Settings
from tables.sheets import notes, read, reading, sheet


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("投资额（亿元）", "亿元"),
        ("签约金额(人民币亿元)", "亿元人民币"),
        ("投资额/亿元", "亿元"),
        ("投资额亿元", "亿元"),
        ("金额：万美元", "万美元"),
        ("Amount (USD mn)", "mn USD"),
        ("Amount in million yuan", "million yuan"),
        ("Value, US$m", "m US$"),
        ("Quantity in Millions", "Millions"),
        ("AmountInUSD", "USD"),
        ("amount_in_usd", "usd"),
        ("Amount USD mn", "mn USD"),
        ("Value ($000)", "thousand $"),
        ("Investment (millions of USD)", "millions USD"),
        ("Amount (in millions of US dollars)", "millions US dollars"),
        ("Amount ($)", "$"),
        ("Amount (million)", "million"),
        ("Amount (EUR in thousands)", "thousands EUR"),
        ("Investment USD (millions)", "USD millions"),
        ("Amount (mUSD)", "m USD"),
        ("USD amount", "USD"),
        ("Amount (100 million yuan)", "亿 CNY"),
        ("Amount (10 thousand yuan)", "万 CNY"),
    ],
)
def test_a_unit_is_read_in_a_header(header: str, unit: str) -> None:
    found = unit_of_header(header)
    assert found is not None
    assert found.text == unit


@pytest.mark.parametrize(
    "header",
    [
        "amount", "签约金额", "Amount (Original Currency)", "Amount (Constant USD 2021)", "Betrag", "total_cost",
        "Value won", "federal_action_obligation", "Investment mega USD of 2021", "Amount (USD mn) 2021 USD bn",
    ],
)  # fmt: skip
def test_what_is_no_unit_is_none(header: str) -> None:
    assert unit_of_header(header) is None


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Host City", "city"), ("HOST_CITY", "city"), ("签约城市", "city"), ("举办地", "city"), ("Location", "city"),
        ("No. of Projects", "projects"), ("# of projects", "projects"), ("项目数（个）", "projects"),
        ("签约日期", "date"), ("Date (MM/DD/YYYY)", "date"), ("来源", "source"), ("推介方", "promoter"),
        ("币种", "currency"), ("Ref.", "id"), ("Deal ID", "id"), ("备注", "note"), ("Part Of", "part_of"),
    ],
)  # fmt: skip
def test_the_usual_names_are_known(header: str, column: str) -> None:
    names = [name for name in ("city", "amount") if name != column]
    assert read_headers([*names, header], {}, where="t.csv").places[column] == len(names)


def test_our_own_names_win() -> None:
    found = read_headers(["Location", "City", "Value", "Amount"], {}, where="t.csv")
    assert (dict(found.places), found.guessed) == ({"city": 1, "amount": 3}, ())


def test_two_columns_that_could_be_the_amount_are_refused() -> None:
    table = sheet("City|Amount (USD mn)|Value")
    with pytest.raises(DataError) as caught:
        profile_of(table, Settings()).require_all(table, Settings())
    assert str(caught.value) == (
        "error: t.csv: 'Amount (USD mn)' and 'Value' could both be the amount\n"
        "help: say which: --map 'amount=Amount (USD mn)' or --map 'amount=Value'"
    )
    mapped = read_headers(["City", "Amount (USD mn)", "Value"], {"amount": "value"}, where="t.csv")
    assert dict(mapped.places) == {"amount": 2, "city": 0}


def test_an_optional_column_that_two_could_be_is_left_out_and_told() -> None:
    table = sheet("city|amount|Data source|Reported by", "A|$1|x|y")
    assert notes(table) == [
        "'Data source' and 'Reported by' could be the source, and none of them is used (--map decides)"
    ]
    assert read(table).good[0].sources == ()


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            {"city": "Citi"},
            "has no column 'Citi', which --map names as city\nhelp: did you mean City? its columns: City, Amount",
        ),
        (
            {"city": ""},
            "has no column 'city'\nhelp: did you mean City?; name the column that holds it: --map city='Its Name'",
        ),
    ],
)
def test_a_name_that_no_column_has_is_told(names: dict[str, str], message: str) -> None:
    table = sheet("City|Amount")
    with pytest.raises(DataError) as caught:
        profile_of(table, Settings(map=names)).require_all(table, Settings(map=names))
    assert str(caught.value) == f"error: t.csv: {message}"


def test_mapped_names_are_trimmed_and_folded() -> None:
    found = read_headers(["Host  City", "Sum"], {"city": " host city ", "amount": "SUM"}, where="t.csv")
    assert dict(found.places) == {"city": 0, "amount": 1}


def test_a_column_is_left_out_by_an_empty_name() -> None:
    table = sheet("city|amount|date", "A|$1|soon")
    assert read(table, reading(names={"date": ""})).good[0].date is None


def test_a_header_that_stands_there_twice_is_refused() -> None:
    with pytest.raises(DataError, match="has 2 columns named 'city'"):
        read_headers(["City", "city", "Amount"], {}, where="t.csv")
    with pytest.raises(DataError, match="has 2 columns named 'Town'"):
        read_headers(["Town", "Town", "Amount"], {"city": "Town"}, where="t.csv")


def test_a_missing_column_is_told_with_the_nearest_name() -> None:
    table = sheet("City|Amounts due")
    with pytest.raises(DataError) as caught:
        profile_of(table, Settings()).require_all(table, Settings())
    assert str(caught.value) == (
        "error: t.csv: has no column 'amount'\n"
        "help: did you mean Amounts due?; name the column that holds it: --map amount='Its Name'"
    )


def test_the_order_of_days_is_read_in_a_header() -> None:
    assert order_of_header("Commitment Date (MM/DD/YYYY)") == "mdy"
    assert order_of_header("Date [dd.mm.yyyy]") == "dmy"
    assert order_of_header("Date (signed)") == ""


def test_what_was_taken_for_what_is_one_note() -> None:
    table = sheet("城市|投资额（亿元）|日期", "绵阳|10|2022")
    told = "'投资额（亿元）' is taken for the amount, in 亿元; '日期' for the date; '城市' for the city (--map decides)"
    assert notes(table) == [told]


@pytest.mark.parametrize("unit", ["USD thousand/million", "mn/bn EUR", "万元/亿元", "millions or billions of USD"])
def test_a_header_that_names_two_scales_says_none(unit: str) -> None:
    assert unit_of_header(f"Investment ({unit})") is None
    assert unit_of_header("Investment (USD/million)") == unit_of_header("Investment (USD million)")


def test_a_title_that_contradicts_the_header_is_told() -> None:
    table = sheet("city|金额（亿元）", "A|10", titles=("单位：万元",))
    assert (
        "amounts are in 亿元, as the header says, not in 万元, as the title '单位：万元' does (--amount-unit decides)"
        in notes(table)
    )
    assert not any("title" in note for note in notes(sheet("city|金额（亿元）", "A|10", titles=("单位：亿元",))))


def test_a_column_of_scales_scales() -> None:
    table = sheet("city|amount|Scale|currency", "A|1.5|bn|USD", "B|20|mn|USD")
    assert [str(row.money) for row in read(table).good] == ["1.5 billion USD", "20 million USD"]


@pytest.mark.parametrize("header", ["Valor (R$ mil)", "Valor (mil BRL)", "Monto (mil COP)"])
def test_a_thousand_in_the_language_of_the_currency_is_no_million(header: str) -> None:
    assert unit_of_header(header) is None


def test_a_column_that_names_what_a_row_is_part_of_is_told() -> None:
    assert "not used: 'Parent ID' (1); choose rows by it with --where" in notes(
        sheet("id|Parent ID|city|amount", "1||A|$3", "2|1|A|$2")
    )
