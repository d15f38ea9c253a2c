"""Tables for people: aligned, in one unit, as wide as the terminal and no wider."""

from __future__ import annotations

import re

import pytest
from hypothesis import strategies as st
from rich.cells import cell_len

from listings import BARE, CARD, FULL, HEDGED, HOSTILE, NAMES, SHOWN, SUMMED, Row, every, lines, listing, money, written
from mycity_cli.figure import Scale
from mycity_cli.formats import Format
from mycity_cli.output.listing import Column, Kind, Listing
from mycity_cli.output.render import Style
from mycity_cli.output.table import fitting_columns

TABLE = Format.TABLE
EVERYTHING = every(FULL, HEDGED, BARE, money("苏州工业园", "5亿元"), totals=SUMMED, unit="CNY")

WIDE = """\
                                               Worth
Name        Day          Count  Number  billion yuan   Share  Tags
Suzhou      2022-11-03      30   0.224        52.563   33.3%  a, b
Xiamen      ../2018-04  >1,500   0.5          ~1.5     66.7%  c
Xi'an
苏州工业园                                     0.5
Total                    1,530                54.063  100.0%
"""
FORTY = """\
                               Worth
Name        Day         billion yuan
Suzhou      2022-11-03        52.563
Xiamen      ../2018-04        ~1.5
Xi'an
苏州工业园                     0.5
Total                         54.063
"""
TWENTY = """\
              Worth
            billion
Name           yuan
Suzhou       52.563
Xiamen       ~1.5
Xi'an
苏州工业园    0.5
Total        54.063
"""


@pytest.mark.parametrize(
    ("width", "expected"), [(None, WIDE), (80, WIDE), (66, WIDE), (40, FORTY), (36, FORTY), (20, TWENTY), (19, TWENTY)]
)
def test_a_table_is_no_wider_than_the_terminal(width: int | None, expected: str) -> None:
    assert written(EVERYTHING, TABLE, width=width) == expected


@pytest.mark.parametrize(
    ("width", "dropped"),
    [
        (None, ()),
        (66, ()),
        (65, ("tags",)),
        (60, ("tags",)),
        (59, ("number", "tags")),
        (44, ("number", "share", "tags")),
        (43, ("count", "number", "share", "tags")),
        (35, ("day", "count", "number", "share", "tags")),
        (1, ("day", "count", "number", "share", "tags")),
    ],
)
def test_the_columns_of_the_highest_rank_are_left_out_first(width: int | None, dropped: tuple[str, ...]) -> None:
    kept = tuple(name for name in NAMES if name not in dropped)
    assert fitting_columns(EVERYTHING, Style(width=width)) == (kept, dropped)


def test_chosen_columns_that_would_break_words_stand_one_below_the_other() -> None:
    """As psql does with \\x auto: each row on its own, what it does not state left out."""
    chosen = EVERYTHING._replace(chosen=("name", "day", "count", "amount", "share"))
    assert lines(chosen, TABLE, width=54)[1] == "Name        Day          Count  billion yuan   Share"
    assert written(chosen, TABLE, width=30) == (
        "Name   Suzhou\n"
        "Day    2022-11-03\n"
        "Count  30\n"
        "Worth  52.563 billion yuan\n"
        "Share  33.3%\n"
        "\n"
        "Name   Xiamen\n"
        "Day    ../2018-04\n"
        "Count  >1,500\n"
        "Worth  ~1.5 billion yuan\n"
        "Share  66.7%\n"
        "\n"
        "Name   Xi'an\n"
        "\n"
        "Name   苏州工业园\n"
        "Worth  0.5 billion yuan\n"
        "\n"
        "Name   Total\n"
        "Count  1,530\n"
        "Worth  54.063 billion yuan\n"
        "Share  100.0%\n"
    )


def test_columns_that_the_user_chose_are_all_kept() -> None:
    chosen = EVERYTHING._replace(chosen=("tags", "name", "day"))
    assert fitting_columns(chosen, Style(width=10)) == (("tags", "name", "day"), ())
    assert lines(chosen, TABLE)[0] == "Tags  Name        Day"


@pytest.mark.parametrize("width", range(12, 81))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(cell_len, lines(EVERYTHING, TABLE, width=width))) <= width


@pytest.mark.parametrize("width", [20, 40, 80, None])
def test_decimal_points_stand_below_each_other(width: int | None) -> None:
    found = [line for line in lines(listing(*EVERYTHING.records, totals=SUMMED), TABLE, width=width) if "." in line]
    assert len(found) == 4
    assert len({cell_len(line[: line.index(".")]) for line in found}) == 1


def test_wide_letters_take_two_cells() -> None:
    rows = [Row("苏州", tags=("a",)), Row("Suzhou", tags=("b",)), Row("ｗｉｄｅ", tags=("c",))]
    assert lines(listing(*rows, show="name tags"), TABLE) == [
        "Name      Tags",
        "苏州      a",
        "Suzhou    b",
        "ｗｉｄｅ  c",
    ]


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        (None, ["      Worth", "billion USD", "    52.563", "    ~1.5", "     0.000000001"]),
        (Scale.YUAN, ["         Worth", "           USD", "52,563,000,000", "~1,500,000,000", "             1"]),
        (Scale.WAN, ["      Worth", "    wan USD", "5,256,300", " ~150,000", "        0.0001"]),
        (Scale.MILLION, ["      Worth", "million USD", "52,563", "~1,500", "     0.000001"]),
        (Scale.YI, ["Worth", "yi USD", "525.63", "~15", "0.00000001"]),
        (Scale.BILLION, ["Worth", "billion USD", "52.563", "~1.5", "0.000000001"]),
        (Scale.TRILLION, ["Worth", "trillion USD", "0.052563", "~0.0015", "0.000000000001"]),
    ],
)
def test_amounts_are_in_one_unit_that_the_heading_names(scale: Scale | None, expected: list[str]) -> None:
    rows = [money("a", "US$52.563 billion"), money("b", "about US$1.5 billion"), money("c", "US$1")]
    found = lines(listing(*rows, show="amount", unit="USD"), TABLE, scale=scale)
    assert [line.strip() for line in found] == [line.strip() for line in expected]


@pytest.mark.parametrize(
    ("amount", "unit", "heading"),
    [
        (10**12, "CNY", "trillion yuan"),
        (10**12 - 1, "CNY", "billion yuan"),
        (10**9, "CNY", "billion yuan"),
        (10**6, "CNY", "million yuan"),
        (10**6 - 1, "CNY", "yuan"),
        (0, "CNY", "yuan"),
        (-(10**9), "EUR", "billion EUR"),
        (10**9, None, "billion"),
        (5, None, "units"),
        (None, "CNY", "yuan"),
    ],
)
def test_the_unit_suits_the_largest_amount(amount: int | None, unit: str | None, heading: str) -> None:
    found = lines(listing(Row("a", amount=amount), Row("b", amount=0), unit=unit), TABLE)
    assert found[1].removeprefix("Name").strip() == heading


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("5 yuan", "5"),
        ("about 5 yuan", "~5"),
        ("more than 5 yuan", ">5"),
        ("nearly 5 yuan", "<5"),
        ("at least 5 yuan", "≥5"),
        ("up to 5 yuan", "≤5"),
        ("5多元", "≥5"),
        ("-5 yuan", "-5"),
        ("5.00 yuan", "5.00"),
    ],
)
def test_hedges_are_signs_and_digits_are_those_stated(stated: str, shown: str) -> None:
    assert lines(listing(money("a", stated), show="amount"), TABLE)[2].strip() == shown


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_name_is_shown_and_not_obeyed(kind: str) -> None:
    text = written(listing(Row(HOSTILE[kind], tags=(HOSTILE[kind],)), show="name tags"), TABLE, color=False)
    shown = SHOWN.get(kind, HOSTILE[kind])
    assert text.split("\n")[1:] == [f"{shown}  {shown}", ""]
    assert text.replace("\n", "").isprintable()


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("width", [None, 20])
def test_in_colour_only_our_own_codes_are_written(kind: str, width: int | None) -> None:
    text = written(listing(Row(HOSTILE[kind])), TABLE, color=True, width=width)
    assert set(re.findall(r"\x1b[^m]*m", text)) == {"\x1b[1m", "\x1b[0m"}
    assert re.sub(r"\x1b\[[01]m|\n", "", text).isprintable()


def test_headings_and_totals_are_bold_in_colour() -> None:
    plain, coloured = (written(EVERYTHING, TABLE, color=color) for color in (False, True))
    assert "\x1b" not in plain
    # What is bold keeps the spaces at its end.
    stripped = re.sub(r"\x1b\[[01]m", "", coloured)
    assert [line.rstrip() for line in stripped.split("\n")] == plain.split("\n")
    assert ["\x1b[1m" in line for line in coloured.split("\n")] == [True, True, False, False, False, False, True, False]


@pytest.mark.parametrize(
    ("header", "expected"), [(None, ["Name  Tags", "Xi'an"]), (True, ["Name  Tags", "Xi'an"]), (False, ["Xi'an"])]
)
def test_a_header_is_there_unless_turned_off(header: bool | None, expected: list[str]) -> None:  # noqa: FBT001
    assert lines(listing(BARE, show="name tags"), TABLE, header=header) == [
        line.replace("Name  ", "Name   ") for line in expected
    ]


def test_an_empty_listing_is_its_header() -> None:
    assert lines(listing(show="name day tags"), TABLE) == ["Name  Day  Tags"]
    assert lines(listing(totals=SUMMED, show="name count"), TABLE) == ["Name   Count", "Total  1,530"]


PROSE: Listing[Row] = Listing(
    (
        Column("name", lambda row: row.name),
        Column("text", lambda row: ", ".join(row.tags), Kind.PROSE, rank=1),
        Column("count", lambda row: row.count, Kind.COUNT, rank=2),
    ),
    [Row("a", count=1, tags=("one two three", "four five six")), Row("b", count=20, tags=("seven",))],
    ("name", "text"),
    ("name", "text", "count"),
    ("name", "text"),
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            None,
            [
                "Name  Text                          Count",
                "a     one two three, four five six      1",
                "b     seven                            20",
            ],
        ),
        (
            31,
            [
                "Name  Text                Count",
                "a     one two three,          1",
                "      four five six",
                "b     seven                  20",
            ],
        ),
        (30, ["Name  Text", "a     one two three, four five", "      six", "b     seven"]),
    ],
)
def test_prose_wraps_at_words_before_a_column_is_left_out(width: int | None, expected: list[str]) -> None:
    assert lines(PROSE, TABLE, width=width) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            {},
            [
                "ID                a-signing",
                "Projects          30",
                "Amount            52.563 billion yuan",
                "Low, by rounding  52.5625 billion yuan",
                "Tags              a, b",
            ],
        ),
        (
            {"scale": Scale.YI},
            [
                "ID                a-signing",
                "Projects          30",
                "Amount            525.63 yi yuan",
                "Low, by rounding  525.625 yi yuan",
                "Tags              a, b",
            ],
        ),
        (
            {"width": 20},
            [
                "ID        a-signing",
                "Projects  30",
                "Amount    52.563",
                "          billion",
                "          yuan",
                "Low, by   52.5625",
                "rounding  billion",
                "          yuan",
                "Tags      a, b",
            ],
        ),
    ],
)
def test_a_card_is_its_fields_that_are_stated(style: dict[str, object], expected: list[str]) -> None:
    assert lines(CARD, TABLE, **style) == expected


def test_the_names_of_a_card_are_bold_in_colour() -> None:
    assert lines(CARD, TABLE, color=True)[0] == "\x1b[1mID              \x1b[0m  a-signing"


def test_a_long_text_is_never_cut() -> None:
    assert written(listing(Row("x" * 12_000), show="name"), TABLE).count("x") == 12_000


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "",
        " ",
        "苏州工业园",
        "e\u0301",
        "👩‍👧",
        "a\tb",
        "two\nlines",
        "[bold]x",
        "ends in spaces  ",
        "\u3000wide",
        "\u200b",
        "\xad",
    ]
)
