"""How errors are drawn, and which exit code each has."""

from __future__ import annotations

import pytest

from mycity_cli.errors import (
    DataError,
    Excerpt,
    FigureError,
    MycityError,
    PeriodError,
    Place,
    Problem,
    UnknownNameError,
    UsageError,
    suggestion,
    visible,
)

CITIES = ["Suzhou", "Xiamen", "Dongguan", "Mianyang"]


@pytest.mark.parametrize(
    ("error", "exit_code"),
    [
        (MycityError("m"), 1),
        (UsageError("m"), 2),
        (FigureError("m", "text", 0, 1), 2),
        (PeriodError("m", "text", 0, 1), 2),
        (UnknownNameError("city", "x", CITIES), 2),
        (DataError("m"), 3),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_error_knows_its_exit_code(error: MycityError, exit_code: int) -> None:
    assert error.exit_code == exit_code


@pytest.mark.parametrize(
    "error",
    [FigureError("m", "text", 0, 1), PeriodError("m", "text", 0, 1), UnknownNameError("city", "x", CITIES)],
    ids=lambda value: type(value).__name__,
)
def test_an_error_in_a_value_is_a_value_error_so_that_pydantic_gathers_it(error: MycityError) -> None:
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MycityError("it is wrong"), "error: it is wrong"),
        (MycityError("it is wrong", where="deals.json"), "error: deals.json: it is wrong"),
        (MycityError("it is wrong", help="do this"), "error: it is wrong\nhelp: do this"),
        (
            MycityError("it is wrong", where="line 3", help="do this", excerpt=Excerpt("a bad word", 2, 5)),
            "error: line 3: it is wrong\n  a bad word\n    ^^^\nhelp: do this",
        ),
        (UnknownNameError("city", "suzou", CITIES), "error: unknown city 'suzou'\nhelp: did you mean Suzhou?"),
        (
            UnknownNameError("city", "x", CITIES, where="--city"),
            "error: --city: unknown city 'x'\nhelp: known: Suzhou, Xiamen, Dongguan, Mianyang",
        ),
        (UnknownNameError("city", "x", []), "error: unknown city 'x'"),
        (DataError("cannot be read", where="a.json", help="check"), "error: a.json: cannot be read\nhelp: check"),
        (
            DataError("is no dataset", where="a.json", problems=[MycityError("one", where="x"), MycityError("two")]),
            "error: x: one\nerror: two",
        ),
    ],
)
def test_an_error_draws_itself(error: MycityError, expected: str) -> None:
    assert str(error) == expected


@pytest.mark.parametrize(
    ("line", "start", "end", "carets"),
    [
        ("abc", 0, 1, "^"),
        ("abc", 1, 3, " ^^"),
        ("abc", 3, 3, "   ^"),
        ("", 0, 0, "^"),
        ("约五亿元", 0, 1, "^^"),
        ("约五亿元", 2, 4, "    ^^^^"),
        ("１３ yuan", 3, 7, "     ^^^^"),
        ("é is one", 2, 4, "  ^^"),
        ("a\tb", 2, 3, "   ^"),
    ],
)
def test_carets_stand_below_the_cells_that_a_terminal_gives_the_mistake(
    line: str, start: int, end: int, carets: str
) -> None:
    assert Excerpt(line, start, end).draw() == f"  {visible(line)}\n  {carets}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text, 中文, é, 😀", "plain text, 中文, é, 😀"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("\x00\x07\x7f\x85", "\\x00\\x07\\x7f\\x85"),
        ("left\u202eright", "left\\u202eright"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\u200b\ufeff", "\\u200b\\ufeff"),
        ("\ud800", "\\ud800"),
        ("\U000e0001", "\\U000e0001"),
        ("1\u00a0000\u3000元", "1 000 元"),
    ],
)
def test_what_could_act_on_a_terminal_is_written_out(text: str, expected: str) -> None:
    assert visible(text) == expected
    assert visible(text).isprintable()


def test_no_part_of_an_error_acts_on_a_terminal() -> None:
    bad = "\x1b]0;\x07\n"
    error = MycityError(bad, where=bad, help=bad, excerpt=Excerpt(bad, 0, 1))
    shown = "\\x1b]0;\\x07\\n"
    assert str(error) == f"error: {shown}: {shown}\n  {shown}\n  ^^^^\nhelp: {shown}"


@pytest.mark.parametrize(
    ("name", "known", "most", "expected"),
    [
        ("Suzhuo", CITIES, 8, "did you mean Suzhou?"),
        ("XIAMEN", CITIES, 8, "did you mean Xiamen?"),
        ("qqq", CITIES, 8, "known: Suzhou, Xiamen, Dongguan, Mianyang"),
        ("qqq", CITIES, 4, "known: Suzhou, Xiamen, Dongguan, Mianyang"),
        ("qqq", CITIES, 2, "known: Suzhou, Xiamen and 2 more"),
        ("qqq", CITIES, 0, ""),
        ("qqq", [], 8, ""),
    ],
)
def test_an_unknown_name_gets_the_nearest_known_one_or_the_list(
    name: str, known: list[str], most: int, expected: str
) -> None:
    assert suggestion(name, known, most=most) == expected


@pytest.mark.parametrize("name", ["signing-12345x", "signng-12345", "sigingn-12345", "SIGNING-12345", "xigning-12345"])
def test_of_very_many_names_the_one_that_a_slip_makes_is_offered(name: str) -> None:
    known = [f"signing-{number}" for number in range(12_345, 15_000)]
    offers = {"sigingn-12345": f"known: {known[0]} and 2654 more"}
    assert suggestion(name, known, most=1) == offers.get(name, "did you mean signing-12345?")


def test_a_problem_knows_its_place_and_its_code() -> None:
    place = Place("a.json", 3, 5, "/signings/0/amount")
    problem = Problem("wrong-figure", "m", place, record="a", help="h", excerpt=Excerpt("  abc", 4, 5))
    assert problem.exit_code == 3
    assert str(problem) == ("error: a.json:3:5: /signings/0/amount of 'a': m [wrong-figure]\n    abc\n      ^\nhelp: h")
    assert str(Problem("not-utf8", "m", Place("a.json", 1, 1, ""))) == "error: a.json:1:1: m [not-utf8]"


@pytest.mark.parametrize(
    ("line", "start", "end", "width", "drawn"),
    [
        ("abcdefghij", 5, 6, 10, "  abcdefghij\n       ^"),
        ("abcdefghijklmnop", 8, 9, 10, "  …defghijklm…\n        ^"),
        ("abcdefghijklmnop", 0, 16, 10, "  abcdefghij…\n  ^^^^^^^^^^"),
        ("abcdefghijklmnop", 15, 16, 10, "  …ghijklmnop\n            ^"),
        ("五亿元五亿元五亿元", 4, 5, 10, "  …元五亿元五…\n       ^^"),
    ],
)
def test_an_excerpt_is_as_wide_as_there_is_room(line: str, start: int, end: int, width: int, drawn: str) -> None:
    assert Excerpt(line, start, end).draw(width) == drawn


def test_of_many_problems_the_first_are_told_and_how_many_more_there_are() -> None:
    error = DataError("has problems", where="a", problems=[MycityError(f"{n}", where="a") for n in range(1, 1003)])
    lines = str(error).split("\n")
    assert len(error.problems) == 1000
    assert lines[-2:] == ["error: a: 1000", "error: a: 2 more problems, not shown"]
    one = DataError("has problems", problems=[MycityError(f"{n}") for n in range(1001)])
    assert str(one).endswith("\nerror: 1 more problem, not shown")
    assert "not shown" not in str(DataError("has problems", problems=[MycityError("m")] * 1000))
