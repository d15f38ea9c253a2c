"""The arithmetic of intervals, example by example; the laws are tested as properties."""

from __future__ import annotations

from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import TYPE_CHECKING

import pytest

from mycity_cli.interval import End, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from mycity_cli.exact import Rational


def interval(text: str) -> Interval:
    """Return the interval written as mathematicians do: `[1, 2)`, `(-∞, 1/3]`."""
    low, high = text[1:-1].split(", ")
    return Interval(
        None if low == "-∞" else End(_number(low), closed=text[0] == "["),
        None if high == "∞" else End(_number(high), closed=text[-1] == "]"),
    )


def _number(text: str) -> Rational:
    number = Fraction(text)
    return number.numerator if number.denominator == 1 else number


@pytest.mark.parametrize(
    "text", ["[1, 2]", "(1, 2)", "[1, 2)", "(-1, 2]", "[1, 1]", "(-∞, 1/3]", "[-1/2, ∞)", "(-∞, ∞)"]
)
def test_an_interval_is_written_as_mathematicians_do(text: str) -> None:
    assert str(interval(text)) == text


@pytest.mark.parametrize("text", ["[2, 1]", "(1, 1)", "[1, 1)", "(1, 1]"])
def test_an_interval_is_never_empty(text: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the whole message is compared below
        interval(text)
    assert str(caught.value) == f"no number lies in {text}"


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (Interval.exactly(3), "[3, 3]"),
        (Interval.around(3, Fraction(1, 2)), "[5/2, 7/2]"),
        (Interval.around(3, 0), "[3, 3]"),
        (Interval.sum([]), "[0, 0]"),
        (Interval.sum([Interval.around(1, 1), Interval.exactly(5)]), "[5, 7]"),
        (Interval.around(3, 1).widened(2), "[0, 6]"),
        (Interval(End(0, closed=False), None).widened(2), "(-2, ∞)"),
        (-Interval(End(1, closed=False), End(2)), "[-2, -1)"),
        (-Interval(End(1), None), "(-∞, -1]"),
    ],
)
def test_building(built: Interval, expected: str) -> None:
    assert str(built) == expected


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("[1, 2]", [1, Fraction(3, 2), 2], [Fraction(99, 100), Fraction(201, 100)]),
        ("(1, 2)", [Fraction(101, 100), Fraction(199, 100)], [1, 2]),
        ("(1, ∞)", [2, 10**30], [1, -(10**30)]),
        ("(-∞, 1]", [1, -(10**30)], [2]),
        ("(-∞, ∞)", [0, 10**30], []),
    ],
)
def test_membership(text: str, inside: list[Rational], outside: list[Rational]) -> None:
    assert all(number in interval(text) for number in inside)
    assert not any(number in interval(text) for number in outside)


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        ("[1, 2]", add, "[10, 20]", "[11, 22]"),
        ("[1, 2)", add, "(10, 20]", "(11, 22)"),
        ("(1, ∞)", add, "[10, 20]", "(11, ∞)"),
        ("(-∞, 1]", add, "[1, ∞)", "(-∞, ∞)"),
        ("[1, 2]", sub, "[10, 20]", "[-19, -8]"),
        ("[1, 2)", sub, "(10, 20]", "[-19, -8)"),
        ("[1, 2)", sub, "[1, 2)", "(-1, 1)"),
        ("(1, ∞)", sub, "(1, ∞)", "(-∞, ∞)"),
        ("[1, 2]", mul, "[10, 20]", "[10, 40]"),
        ("[1, 2)", mul, "[-3, -3]", "(-6, -3]"),
        ("[-1, 2)", mul, "[-3, 4]", "(-6, 8)"),
        ("[-1, 1]", mul, "[-1, 1)", "[-1, 1]"),
        ("(-1, 1)", mul, "(-1, 1)", "(-1, 1)"),
        ("[0, 0]", mul, "(-∞, ∞)", "[0, 0]"),
        ("[0, 1]", mul, "(5, ∞)", "[0, ∞)"),
        ("(0, 1)", mul, "(5, ∞)", "(0, ∞)"),
        ("(0, 1)", mul, "[0, 5]", "[0, 5)"),
        ("[1, ∞)", mul, "[-2, ∞)", "(-∞, ∞)"),
        ("[1, ∞)", mul, "(-∞, -2)", "(-∞, -2)"),
        ("[1, 2]", truediv, "[4, 5]", "[1/5, 1/2]"),
        ("[1, 2)", truediv, "(4, 5]", "[1/5, 1/2)"),
        ("[1, 2]", truediv, "(0, 1]", "[1, ∞)"),
        ("[1, 2]", truediv, "[4, ∞)", "(0, 1/2]"),
        ("[1, 2]", truediv, "(-∞, 0)", "(-∞, 0)"),
        ("[1, 2]", truediv, "(-∞, -4]", "[-1/2, 0)"),
        ("[-1, 2]", truediv, "(0, ∞)", "(-∞, ∞)"),
        ("[0, 2]", truediv, "[2, 2]", "[0, 1]"),
    ],
)
def test_arithmetic_keeps_ends_open_or_closed(
    left: str, operator: Callable[[Interval, Interval], Interval], right: str, expected: str
) -> None:
    assert str(operator(interval(left), interval(right))) == expected


@pytest.mark.parametrize("divisor", ["[0, 0]", "[0, 1]", "[-1, 0]", "(-1, 1)", "(-∞, ∞)", "(-1, ∞)"])
def test_nothing_is_divided_by_an_interval_that_holds_zero(divisor: str) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        interval("[1, 2]") / interval(divisor)
    assert str(caught.value) == f"{divisor} holds zero"


@pytest.mark.parametrize(
    ("left", "right", "above", "not_below", "meets"),
    [
        ("[3, 4]", "[1, 2]", True, True, False),
        ("[2, 3]", "[1, 2]", False, True, True),
        ("(2, 3]", "[1, 2]", True, True, False),
        ("[2, 3]", "[1, 2)", True, True, False),
        ("(2, 3]", "[1, 2)", True, True, False),
        ("[1, 3]", "[1, 2]", False, False, True),
        ("[1, 2]", "[3, 4]", False, False, False),
        ("[1, 2)", "[2, 4]", False, False, False),
        ("[1, 2]", "[2, 4]", False, False, True),
        ("[1, 1]", "[1, 1]", False, True, True),
        ("(1, ∞)", "(-∞, 1]", True, True, False),
        ("[1, ∞)", "(-∞, 1]", False, True, True),
        ("(5, ∞)", "(9, ∞)", False, False, True),
        ("(-∞, ∞)", "[0, 0]", False, False, True),
    ],
)
def test_comparing_asks_every_pair_of_members(
    left: str,
    right: str,
    *,
    above: bool,
    not_below: bool,
    meets: bool,
) -> None:
    a, b = interval(left), interval(right)
    assert (a.above(b), a.not_below(b), a.meets(b), b.meets(a)) == (above, not_below, meets, meets)


@pytest.mark.parametrize(
    ("text", "width"), [("[1, 3]", 2), ("(1, 3)", 2), ("[1, 1]", 0), ("[0, 1/3]", Fraction(1, 3)), ("[1, ∞)", None)]
)
def test_width(text: str, width: Rational | None) -> None:
    assert interval(text).width == width
