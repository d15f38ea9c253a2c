"""Numbers that share one unit: "3 to 5 billion yuan", 10亿至20亿元, "3.2, 4.1 and 5 million dollars respectively"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.figure import COUNT, RATIO, Found, Shared

if TYPE_CHECKING:
    from mycity_cli.release.figures.passage import Passage

_TO = ("to", "-", "~", "—", "至", "到")
_LISTED = (",", "、", "and", "和", "及", "与", "或", "or")
_MOST = 10
"""More numbers than this stand in no such list."""

_IN_ORDER = re.compile(r"\brespectively\b|分别|依次")
_NEAR = 160


class Run(NamedTuple):
    """Numbers that stand in one row, the tokens that they start at, and whether they are two ends of a range."""

    numbers: list[Found]
    starts: list[int]
    is_range: bool


def run_from(passage: Passage, at: int, found: Found) -> Run | None:
    """Return the row of numbers that one begins, each with the unit of the row; None where it stands alone."""
    numbers, starts, ranges = [found], [at], 0
    while len(numbers) < _MOST:
        after, is_range = _separator(passage, numbers[-1].after, starts[0])
        following = None if after is None else _number(passage, after)
        if after is None or following is None:
            break
        numbers.append(following)
        starts.append(after)
        ranges += is_range
        if is_range:
            break
    if len(numbers) == 1:
        return None
    if ranges:
        if len(numbers) != 2:
            return None
    elif not _is_list(passage, numbers):
        return None
    return _with_units(passage, numbers, starts, is_range=bool(ranges))


def _separator(passage: Passage, at: int, first: int) -> tuple[int | None, bool]:
    """Return the number of the token after what separates two numbers, and whether it says "to"."""
    word = passage.word(at)
    if word in _TO:
        return (at + 2 if word == "—" == passage.word(at + 1) else at + 1), True
    if word == "and" and "between" in {passage.word(n) for n in range(first - 4, first)}:
        return at + 1, True
    if word in _LISTED:
        return (at + 2 if word == "," and passage.word(at + 1) in ("and", "or") else at + 1), False
    return None, False


def _number(passage: Passage, at: int) -> Found | None:
    if at >= len(passage.tokens) or not (passage.starts_number(at) or passage.with_currency_after(at) > at):
        return None
    return passage.find(at)


def _is_list(passage: Passage, numbers: list[Found]) -> bool:
    """Return whether numbers with commas between them are a list, not the ends and beginnings of clauses."""
    if any(_has_unit(found) for found in numbers[:-1]) or not _has_unit(numbers[-1]):
        prefixed = _has_unit(numbers[0]) and not any(_has_unit(found) for found in numbers[1:-1])
        if not (prefixed or _all_counts(numbers)):
            return False
    if len(numbers) == 2 and _all_counts(numbers) and passage.word(numbers[0].after) == "and":
        return True
    if _IN_ORDER.search(passage.text, max(0, numbers[0].start - _NEAR), numbers[-1].end + _NEAR) is not None:
        return True
    return not _all_counts(numbers) and all("." in passage.text[f.start : f.end] for f in numbers[:-1])


def _all_counts(numbers: list[Found]) -> bool:
    return all(found.figure.unit == COUNT for found in numbers)


def _has_unit(found: Found) -> bool:
    return found.figure.unit != COUNT


def _with_units(passage: Passage, numbers: list[Found], starts: list[int], *, is_range: bool) -> Run | None:
    """Return the numbers with the unit and the scale of the row, None where nothing is shared."""
    last = numbers[-1]
    # A unit before the first number is shared forward, one after the last number backward.
    prefixed = passage.with_currency_after(starts[0]) > starts[0]
    unit = numbers[0].figure.unit if prefixed and not _has_unit(last) else last.figure.unit
    if any(_has_unit(found) and found.figure.unit != unit for found in numbers):
        return None
    if unit != COUNT and any(found.figure.thing for found in numbers):
        return None
    if all(_has_unit(found) and found.power for found in numbers):
        return None
    completed = [
        _completed(passage, found, start, last, unit, is_last=found is last)
        for found, start in zip(numbers, starts, strict=True)
    ]
    if any(found is None for found in completed):
        return None
    rising = [found for found in completed if found is not None]
    if is_range and not rising[0].figure.value <= rising[1].figure.value:
        return None
    return Run(rising, starts, is_range)


def _completed(passage: Passage, found: Found, start: int, last: Found, unit: str, *, is_last: bool) -> Found | None:
    power = 0 if found.power or is_last else last.power
    if _has_unit(found) and not power:
        return found
    if is_last and unit not in (COUNT, RATIO) and not found.power:
        return None
    if unit == RATIO and found.power and not _has_unit(found):
        return None
    return passage.find(start, Shared(unit, power or found.power))
