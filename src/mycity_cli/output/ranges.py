"""Where a value lies, in words: `52.5625 to 52.5635`, `more than 500`, `or more`."""

from __future__ import annotations

from collections.abc import Callable

from mycity_cli.exact import Rational
from mycity_cli.interval import End, Interval
from mycity_cli.messages import Message, Said, say_as


def between(
    interval: Interval, number: Callable[[Rational], str], last: Callable[[str], str] = lambda text: text
) -> Said:
    """Return an interval in words; `number` writes an end of it, and `last` what stands behind the two of them."""
    match interval:
        case Interval(low=None, high=None):
            return say_as("range", "any number")
        case Interval(low=End() as low, high=None):
            least = number(low.value)
            if low.closed:
                return say_as("range", "at least {low}", low=least)
            return say_as("range", "more than {low}", low=least)
        case Interval(low=None, high=End() as high):
            most = number(high.value)
            if high.closed:
                return say_as("range", "at most {high}", high=most)
            return say_as("range", "less than {high}", high=most)
        case Interval(low=End() as low, high=End() as high):
            return _of_two(low, high, number(low.value), last(number(high.value)))
    raise TypeError(interval)


def _of_two(low: End, high: End, least: str, most: str) -> Message:
    if low.closed and high.closed:
        return say_as("range", "{low} to {high}", low=least, high=most)
    if low.closed:
        return say_as("range", "{low} to below {high}", low=least, high=most)
    if high.closed:
        return say_as("range", "above {low} to {high}", low=least, high=most)
    return say_as("range", "above {low} to below {high}", low=least, high=most)


def spread_text(
    value: Rational,
    interval: Interval,
    number: Callable[[Rational], str],
    last: Callable[[str], str] = lambda text: text,
) -> Said:
    """Return in words what a value may be: `52.5625 to 52.5635`, `or more`.

    `number` writes an end, and `last` what stands behind the last number: words have no unit behind them.
    """
    match interval:
        case Interval(low=None, high=None):
            return say_as("range", "or less, or more")
        case Interval(low=End() as low, high=None) if low == End(value):
            return say_as("range", "or more")
        case Interval(low=End(), high=End()):
            return between(interval, number, last)
    return between(interval, lambda value: last(number(value)))
