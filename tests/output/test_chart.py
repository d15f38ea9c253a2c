"""Bars of text."""

from __future__ import annotations

from fractions import Fraction

import pytest
from rich.cells import cell_len

from mycity_cli.dataset import load
from mycity_cli.figure import Scale
from mycity_cli.interval import End, Interval
from mycity_cli.output.bars import Bar, bars
from mycity_cli.output.chart import chart
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


def test_a_negative_value_lies_on_the_other_side_of_zero() -> None:
    assert drawn(Bar("a", 100, "100"), Bar("b", -50, "-50"), Bar("c", -1, "-1"), Bar("d", 0, "0"), width=30) == [
        "a         │██████████████  100",
        "b  ███████│                -50",
        "c         │                 -1",
        "d         │                  0",
    ]


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
    rows += [about("x", -5 * 10**10, None, 10**10, "at most 10"), about("y", 10**10, 5, None, "at least 5")]
    assert max(map(cell_len, drawn(*rows, width=width))) <= width


def test_negative_values_alone_end_at_zero() -> None:
    assert drawn(Bar("a", -5, "-5"), Bar("b", -1, "-1"), width=20) == ["a  ████████████│  -5", "b           ▐██│  -1"]


def about(label: str, value: int, low: int | None, high: int | None, spread: str = "") -> Bar:
    interval = Interval(None if low is None else End(low), None if high is None else End(high))
    return Bar(label, value, str(value), interval, spread)


def test_what_is_within_the_rounding_is_drawn_lighter_and_explained() -> None:
    assert drawn(about("a", 90, 80, 100), about("b", 50, 40, 60), about("c", 10, 0, 20), width=27) == [
        "a  ████████████████░░░░  90",
        "b  ████████░░░░          50",
        "c  ░░░░                  10",
        "   ░ possible",
    ]


def test_what_has_no_end_has_an_arrow() -> None:
    assert drawn(about("a", 100, 100, None), about("b", 50, 40, 60), about("c", 10, None, None), width=48) == [
        "a   ██████████████████████████████████████▸  100",
        "b   ███████████████▎░░░░░░░                   50",
        "c  ◂▸                                         10",
        "   ░ possible   ▸ or more   ◂ or less",
    ]


def test_what_is_certain_has_a_colour_where_there_are_any() -> None:
    lines = list(chart([about("█", 90, 80, 100)], 27, color=True))
    assert lines == ["█  \x1b[36m████████████████\x1b[39m░░░░  90\n", "   ░ possible\n"]


def test_an_interval_around_zero_lies_on_both_sides_of_it() -> None:
    assert drawn(about("a", 0, -50, 50), about("b", -75, -100, -50), about("c", 50, 50, 50), width=28) == [
        "a         ░░░░░░│░░░░░░    0",
        "b  ░░░░░░▐██████│        -75",
        "c               │██████   50",
        "   ░ possible",
    ]


def test_what_a_bar_may_be_stands_behind_its_value_where_there_is_room() -> None:
    bar = about("a", 90, 80, 100, "80 to 100")
    assert drawn(bar, width=39)[0] == "a  █████████████████████████▋░░░░░░  90"
    assert drawn(bar, width=40)[0] == "a  ████████████████░░░░  90  (80 to 100)"


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
