"""Bars of text."""

from __future__ import annotations

from fractions import Fraction

import pytest
from rich.cells import cell_len

from mycity_cli.dataset import load
from mycity_cli.figure import Scale
from mycity_cli.output.chart import chart
from mycity_cli.output.listing import Bar
from mycity_cli.output.records import bars
from mycity_cli.query import Group, Measure, group_totals

DATA = load()


def drawn(*given: Bar, width: int | None = 30) -> list[str]:
    text = "".join(chart(given, width))
    return text.split("\n")[:-1]


def test_the_longest_bar_fills_the_width() -> None:
    assert drawn(Bar("苏州", 100, "100"), Bar("b", 50, "50"), Bar("c", None, "none"), Bar("d", 0, "0")) == [
        "苏州  ██████████████████   100",
        "b     █████████             50",
        "c                         none",
        "d                            0",
    ]


@pytest.mark.parametrize(
    ("value", "bar"),
    [(80, "██████████"), (79, "█████████▉"), (41, "█████▏"), (7, "▉"), (1, "▏"), (Fraction(1, 2), ""), (0, "")],
)
def test_bars_are_drawn_to_an_eighth(value: int | Fraction, bar: str) -> None:
    assert drawn(Bar("a", 80, ""), Bar("b", value, ""), width=15)[1] == f"b  {bar}".rstrip()


@pytest.mark.parametrize("values", [[], [None], [0], [0, None]])
def test_without_values_there_are_no_bars(values: list[int | None]) -> None:
    assert drawn(*(Bar("a", value, "x") for value in values)) == [f"a{' ' * 28}x"] * len(values)


def test_a_negative_value_has_no_bar() -> None:
    assert drawn(Bar("a", 100, ""), Bar("b", -5, ""))[1] == "b"


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("[red]x[/red]", "[red]x[/red]"),
        ("a\u202eb", "a\\u202eb"),
        ("a\nb", "a\\nb"),
        ("苏州工业园区和更多", "苏州工业园区和更多"),
    ],
)
def test_a_label_is_shown_and_not_obeyed(label: str, shown: str) -> None:
    [line] = drawn(Bar(label, 1, "1"), width=60)
    assert line.startswith(f"{shown}  █")
    assert cell_len(line) == 60


def test_a_label_takes_a_third_of_the_width_at_most() -> None:
    assert drawn(Bar("0123456789abc", 1, "1"), Bar("苏州工业园区", 1, "1"), width=30) == [
        "012345678…  ███████████████  1",
        "苏州工业…   ███████████████  1",
    ]


def test_in_a_file_no_label_is_cut() -> None:
    label = "advanced manufacturing and new-energy vehicle supply chains of the whole region"
    assert drawn(Bar(label, 2, "2 billion yuan"), Bar("b", 1, "1 billion yuan"), width=None) == [
        f"{label}  ████████████████████  2 billion yuan",
        f"{'b'.ljust(len(label))}  ██████████            1 billion yuan",
    ]


def test_no_line_is_wider_than_a_narrow_terminal() -> None:
    rows = bars(group_totals(DATA, DATA.signings, Group.CITY), Measure.AMOUNT, None)
    assert max(map(cell_len, drawn(*rows, width=20))) <= 20


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (33, ["a          █  52.563 billion yuan", "Cupertino              not stated"]),
        (32, ["a          52.563 billion yuan", "Cupertino  not stated"]),
        (30, ["a          52.563 billion yuan", "Cupertino  not stated"]),
    ],
)
def test_a_terminal_without_room_for_bars_has_the_numbers(width: int, expected: list[str]) -> None:
    assert drawn(Bar("a", 1, "52.563 billion yuan"), Bar("Cupertino", None, "not stated"), width=width) == expected


@pytest.mark.parametrize("width", range(1, 36))
def test_no_line_is_wider_than_any_narrow_terminal(width: int) -> None:
    rows = bars(group_totals(DATA, DATA.signings, Group.CITY), Measure.AMOUNT, None)
    assert max(map(cell_len, drawn(*rows, width=width))) <= width


def test_negative_values_alone_have_no_bars() -> None:
    assert drawn(Bar("a", -5, "-5"), Bar("b", -1, "-1"), width=20) == [f"a{' ' * 17}-5", f"b{' ' * 17}-1"]


@pytest.mark.parametrize("width", [36, 40, 80, 200, None])
def test_no_line_is_wider_than_the_terminal(width: int | None) -> None:
    rows = bars(group_totals(DATA, DATA.signings, Group.CITY), Measure.AMOUNT, None)
    assert max(map(cell_len, drawn(*rows, width=width))) == (width or 80)


@pytest.mark.parametrize(
    ("by", "measure", "scale", "expected"),
    [
        (
            Group.CITY,
            Measure.AMOUNT,
            None,
            [
                ("Suzhou", "52.563 billion yuan"),
                ("Dongguan", "26.8   billion yuan"),
                ("Xiamen", "13.55  billion yuan"),
                ("Cupertino", "not stated"),
            ],
        ),
        (
            Group.KIND,
            Measure.AMOUNT,
            Scale.YI,
            [("investment", "929.13 yi yuan"), ("memorandum", "not stated")],
        ),
        (
            Group.CONFERENCE,
            Measure.PROJECTS,
            None,
            [("suzhou-2022", "30"), ("dongguan-2022", "27"), ("xiamen-2022", "18"), ("(none)", "not stated")],
        ),
        (Group.YEAR, Measure.SIGNINGS, Scale.YI, [("2022", "3"), ("(none)", "1")]),
    ],
)
def test_a_bar_for_each_group(
    by: Group, measure: Measure, scale: Scale | None, expected: list[tuple[str, str]]
) -> None:
    found = bars(group_totals(DATA, DATA.signings, by, measure), measure, scale)
    assert [(bar.label, bar.text) for bar in found] == expected
