"""Numbers in a row that share one unit: "3.2, 4.1 and 5 million dollars respectively", "5 to 10 projects"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from mycity_cli.expressions import expression
from mycity_cli.figure import COUNT, RATIO
from mycity_cli.figure.ranges import upper_end
from mycity_cli.figure.scanning import Found
from mycity_cli.figure.units import is_amount

if TYPE_CHECKING:
    from mycity_cli.release.figures.passage import Passage

_LISTED = (",", "、", "and", "和", "及", "与", "或", "or")
_MOST = 10
"""More numbers than this stand in no such list."""

_IN_ORDER = expression(r"\brespectively\b|分别|依次")
_NEAR = 160


def run_from(passage: Passage, number: int) -> list[Found] | None:
    """Return the row of figures that an item of a passage begins, each with the unit of the row; None where none is."""
    row: list[Found] = []
    is_range = False
    for item in islice(passage.items, number, number + _MOST + 1):
        if not isinstance(item, Found) or len(row) == _MOST or (row and not _follows(passage, row, item)):
            break
        is_range = bool(row) and passage.word(row[-1].after) not in _LISTED
        if is_range and len(row) > 1:
            return None
        row.append(item)
        if is_range:
            break
    if len(row) < 2 or not (is_range or _is_list(passage, row)):
        return None
    if is_range and any(map(_has_unit, row)):
        return None  # the ends of a range of amounts are complete already, or do not belong together
    return _with_unit(row)


def _follows(passage: Passage, row: list[Found], item: Found) -> bool:
    """Return whether only what separates the numbers of a row stands between its last one and an item."""
    after = row[-1].after
    between = passage.words(after, item.first)
    if between in ([",", "and"], [",", "or"]) or (len(between) == 1 and between[0] in _LISTED):
        return True
    return upper_end(passage, row[0].first, after) == item.first


def _is_list(passage: Passage, row: list[Found]) -> bool:
    """Return whether numbers with commas between them are a list, not the ends and beginnings of clauses."""
    all_counts = all(found.unit == COUNT for found in row)
    if all(passage.word(found.after) in ("or", "或") for found in row[:-1]) and not all_counts:
        return True
    bare = all(found.unit == row[-1].unit and not found.power for found in row[:-1])
    if bare and is_amount(row[-1].unit) and row[-1].power >= 6:
        return True  # $5, $6 and $7 billion
    if any(_has_unit(found) for found in row[:-1]) or not _has_unit(row[-1]):
        prefixed = _has_unit(row[0]) and not any(_has_unit(found) for found in row[1:-1])
        if not (prefixed or all_counts):
            return False
    if len(row) == 2 and all_counts and passage.word(row[0].after) == "and":
        return True
    if _IN_ORDER.search(passage.text, max(0, row[0].start - _NEAR), row[-1].end + _NEAR) is not None:
        return True
    return not all_counts and all("." in passage.text[found.start : found.end] for found in row[:-1])


def _has_unit(found: Found) -> bool:
    return found.unit != COUNT


def _with_unit(row: list[Found]) -> list[Found] | None:
    """Return the numbers with the unit and the scale of the row, None where nothing is shared."""
    last = row[-1]
    # A unit before the first number is shared forward, one after the last number backward.
    unit = row[0].unit if row[0].first < row[0].at and not _has_unit(last) else last.unit
    if any(_has_unit(found) and found.unit != unit for found in row):
        return None
    if unit != COUNT and any(found.reading.thing for found in row):
        return None
    if all(_has_unit(found) and found.power for found in row):
        return None
    shared = [_completed(found, last, unit) for found in row]
    return None if None in shared else [found for found in shared if found is not None]


def _completed(found: Found, last: Found, unit: str) -> Found | None:
    power = 0 if found.power or found is last else last.power
    if _has_unit(found) and not power:
        return found
    if found is last and unit not in (COUNT, RATIO) and not found.power:
        return None
    if unit == RATIO and found.power and not _has_unit(found):
        return None
    return found.with_unit(unit, power)
