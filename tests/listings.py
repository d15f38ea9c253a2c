"""A small listing of every kind of cell, and how a format writes it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from mycity_cli.figure import Figure
from mycity_cli.formats import Format, Result
from mycity_cli.output.listing import Card, Column, Kind, Listing, field
from mycity_cli.output.render import Style, render
from mycity_cli.period import Period

if TYPE_CHECKING:
    from mycity_cli.exact import Rational


@dataclass(frozen=True)
class Row:
    """One record: a cell of each kind, most of them missing unless a test says otherwise."""

    name: str | None = None
    day: Period | None = None
    count: Figure | Rational | None = None
    number: Figure | Rational | None = None
    amount: Figure | Rational | None = None
    share: Rational | None = None
    tags: tuple[str, ...] = ()


COLUMNS: tuple[Column[Row], ...] = (
    Column("name", lambda row: row.name),
    Column("day", lambda row: row.day, Kind.DATE, rank=2),
    Column("count", lambda row: row.count, Kind.COUNT, rank=3),
    Column("number", lambda row: row.number, Kind.NUMBER, rank=5),
    Column("amount", lambda row: row.amount, Kind.AMOUNT, "Worth"),
    Column("share", lambda row: row.share, Kind.SHARE, rank=4),
    Column("tags", lambda row: row.tags, Kind.LIST, rank=6),
)
NAMES = tuple(column.name for column in COLUMNS)


def listing(*rows: Row, show: str = "name amount", **fields: Any) -> Listing[Row]:
    """Return rows under the columns to show, in every format alike."""
    names = tuple(show.split())
    return Listing(COLUMNS, rows, **{"default": names, "on_terminal": names, "in_json": names, **fields})


def every(*rows: Row, **fields: Any) -> Listing[Row]:
    """Return rows under every column."""
    return listing(*rows, show=" ".join(NAMES), **fields)


def money(name: str, text: str) -> Row:
    return Row(name, amount=Figure.parse(text))


FULL = Row(
    "Suzhou",
    Period.parse("2022-11-03"),
    Figure.parse("30 projects"),
    Figure.parse("22.4%"),
    Figure.parse("52.563 billion yuan"),
    Fraction(1, 3),
    ("a", "b"),
)
HEDGED = Row(
    "Xiamen",
    Period.parse("../2018-04"),
    Figure.parse("more than 1500"),
    Figure.parse("nearly half"),
    Figure.parse("about 1.5 billion yuan"),
    Fraction(2, 3),
    ("c",),
)
BARE = Row("Xi'an")
SUMMED = Row("Total", count=1530, amount=54_063_000_000, share=1)

CARD = Card(
    [
        field("id", "a-signing"),
        field("missing", None),
        field("projects", Figure.parse("30"), Kind.COUNT),
        field("amount", Figure.parse("52.563 billion yuan"), Kind.AMOUNT),
        field("low", 52_562_500_000, Kind.AMOUNT, "Low, by rounding"),
        field("tags", ("a", "b"), Kind.LIST),
        field("parts", (), Kind.LIST),
    ],
    "CNY",
)

HOSTILE = {
    "tab": "a\tb",
    "newline": "a\nb\r\nc",
    "escape": "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "markup": "[red]x[/red] [link=http://a]y[/link] [/]",
    "override": "a\u202eb\u2066c",
    "separator": "a\u2028b\u0085c\x00d",
    "pipe": "a|b \\| `c` *d* _e_ <b>f</b> ~g~ #h &amp; [i](j)",
    "quotes": 'say "hello", ok',
    "wide": "苏州，ｗｉｄｅ 👍",
    "spaces": "a\u00a0b\u3000c",
}
"""Names that a careless format would obey, break on or lose."""

SHOWN = {
    "tab": "a\\tb",
    "newline": "a\\nb\\r\\nc",
    "escape": "\\x1b[31mred\\x1b[0m\\x1b]0;title\\x07",
    "override": "a\\u202eb\\u2066c",
    "separator": "a\\u2028b\\x85c\\x00d",
    "spaces": "a b c",
}
"""How those of them that could act on a terminal are shown."""


TEXTS = [format for format in Format if format.shows(Result.LISTING) and not format.form.is_bytes]
"""The formats of listings that are text."""


def written(result: Listing[Any] | Card, format: Format, **style: Any) -> str:
    return "".join(map(str, render(result, format, Style(**style))))


def lines(result: Listing[Any] | Card, format: Format, **style: Any) -> list[str]:
    """Return the lines written, each of which ends as a line does."""
    text = written(result, format, **style)
    assert text == "" or text.endswith("\n")
    return text.split("\n")[:-1]
