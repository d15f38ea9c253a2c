"""What holds of every table: each row is read, told as bad or told as left out, and all commands count alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from fuzz.fuzzing import Failed, Ran, ran

ANY_BAD = ("--skip-bad", "--max-bad", "100%")
_BAD = re.compile(r"^note: (\d+) bad rows? left out$", re.MULTILINE)
_REMARKS = re.compile(r"^note: left out below the table: (?:(\d+) rows from )?row \d+", re.MULTILINE)
_HEADER = re.compile(r"^note: the header is row \d+", re.MULTILINE)
_REPEATS = re.compile(r"the id of row|is row \d+ again|stand there again|has '.*' twice")


class Counts(NamedTuple):
    """How many rows are read, bad, and left out as what they are."""

    read: int
    bad: int
    skipped: int


_Both = tuple[Counts | None, Counts | None]


@contextmanager
def in_engine(*, blindly: bool = False) -> Iterator[None]:
    """Have every table answered by an engine as long as this lasts; `blindly` where only its first rows are seen."""
    with ExitStack() as stack:
        limits = {"opening.MOST_BYTES": -1, "opening.MOST_ROWS": -1}
        if blindly:
            limits |= {"opening.MOST_BYTES_IF_ODD": -1, "sampling._HEAD": _HEAD, "sampling._TAIL": 1}
        for name, value in limits.items():
            stack.enter_context(patch(f"mycity_cli.tables.{name}", value))
        yield


_HEAD = 220
"""The bytes of a header and a row or two."""


def require_laws(where: str, rows: int | None = None) -> None:
    """Ask a table by every command, in memory and by an engine. Raises Failed where rows are lost, or counts differ.

    `rows` is how many rows are there, where it is known. Dates are read only where they are asked for: what `total` and
    `check` count is what the rows say without them, and of `total --by year`, `deals`, `validate` and `convert` with.
    """
    told = ran("data", "validate", where, "--format", "json")
    undated, dated = _counts(where)
    _require_whole(where, told, undated, dated, rows)
    _require_converted(where, told, dated)
    with in_engine():
        by_engine = _counts(where)
    has_repeats = _REPEATS.search(told.err + told.out) is not None
    with in_engine(blindly=True):
        large = _counts(where, blindly=True)
    _require_none_lost(where, large, (undated, dated), _remarks(told), has_repeats=has_repeats)
    for found, expected in zip(by_engine, (undated, dated), strict=True):
        # What is refused in memory as it is wrong in all rows may be told of each of them instead. A table that is
        # added up where it is is not searched for rows that stand there twice.
        if found == expected or (expected is None and found is not None and found.bad):
            continue
        if not (has_repeats and found and expected and sum(found) == sum(expected)):
            raise Failed(f"{where}: an engine finds {found}, in memory there are {expected}")


def _require_none_lost(where: str, found: _Both, expected: _Both, remarks: int, *, has_repeats: bool) -> None:
    """Raise Failed where a file that is too large for memory loses rows, or takes for good what is not.

    A remark below the table is a bad row of it, where too little is seen above the remark.
    """
    for each, known in zip(found, expected, strict=True):
        # What only all its rows together say is not known of it: it may be refused, or more of it told as bad.
        if each is None or known is None:
            continue
        is_whole = sum(known) <= sum(each) <= sum(known) + remarks
        if not is_whole or (each.read > known.read + known.skipped and not has_repeats):
            raise Failed(f"{where}: of a large file {each} would be found, in memory there are {known}")


def _counts(where: str, *, blindly: bool = False) -> _Both:
    """Return what is counted without dates and with them, None where the table is refused.

    A file that is too large for memory may be refused without its dates alone: with them the engine rejects the row
    of a total, where a byte of its day is no UTF-8, and the rest can be read.
    """
    undated = _undated(where)
    return undated, _dated(where, undated, blindly=blindly)


def _undated(where: str) -> Counts | None:
    """Return what `total` and `check` count, None where they refuse the table."""
    total = ran("total", "--format", "json", *ANY_BAD, "--data", where)
    check = ran("check", "--format", "json", *ANY_BAD, "--data", where, "--", "signings() = 0")
    if total.is_refused or check.is_refused:
        if total.code != check.code:
            raise Failed(f"{total}, and {check}")
        return None
    sums = json.loads(total.out)
    counts = _counted(total, sum(each["signings"] for each in sums), sums)
    left = json.loads(check.out)["left"]
    if (left["low"], left["high"]) != (counts.read, counts.read + counts.bad):
        raise Failed(f"{check}: {left}, but total counts {counts}")
    if not counts.bad:
        _require_checked(where, counts.read)
    return counts


def _counted(total: Ran, read: int, sums: list[dict[str, int]]) -> Counts:
    """Return what a total counts; it must be all its rows, and the same beside each sum."""
    (beside,) = {(each["rows"], each["bad"], each["skipped"]) for each in sums}
    rows, bad, skipped = beside
    if read + bad + skipped != rows or bad != _noted_as_bad(total):
        raise Failed(f"{total}: {read} read, {bad} bad and {skipped} left out of {rows}")
    return Counts(read, bad, skipped)


def _noted_as_bad(found: Ran) -> int:
    noted = _BAD.search(found.err)
    return int(noted[1]) if noted else 0


def _require_checked(where: str, read: int) -> None:
    for number, code in ((read, 0), (read + 1, 1)):
        found = ran("check", "--data", where, "--", f"signings() = {number}")
        if found.code != code:
            raise Failed(f"{found}: total counts {read}")


def _dated(where: str, undated: Counts | None, *, blindly: bool) -> Counts | None:
    """Return what `total --by year` and `deals` count, None where they refuse the table."""
    total = ran("total", "--by", "year", "--format", "json", *ANY_BAD, "--data", where)
    deals = ran("deals", "--format", "jsonl", "--skip-bad", "--data", where)
    if total.is_refused or deals.is_refused:
        if total.code != deals.code:
            raise Failed(f"{total}, and {deals}")
        return None
    read, bad = len(deals.out.splitlines()), _noted_as_bad(deals)
    sums = json.loads(total.out)
    if sum(each["signings"] for each in sums) != read or _noted_as_bad(total) != bad:
        raise Failed(f"{total}: {sums}, but {deals} lists {read}")
    if undated is None:
        if blindly:
            return None
        raise Failed(f"{where}: is refused only without its dates")
    return _counted(total, read, sums) if sums else Counts(read, bad, undated.skipped)


def _require_whole(where: str, told: Ran, undated: Counts | None, dated: Counts | None, rows: int | None) -> None:
    """Raise Failed where commands do not agree, or what they count is not all that is there."""
    if (dated is None) != (told.code == 3):
        raise Failed(f"{told}, but deals counts {dated}")
    if dated is None:
        return
    # A total that is wrong is no signing, and left out all the same.
    problems = [each for each in json.loads(told.out) if each["code"] != "wrong-total"]
    # What is no row at all has no number, and one problem.
    bad = len({(each["file"], each["row"]) for each in problems if each["row"] is not None})
    bad += sum(each["row"] is None for each in problems)
    if bad != dated.bad:
        raise Failed(f"{told}: {bad} rows are bad, but deals counts {dated}")
    assert undated is not None
    if undated.bad > dated.bad or undated.skipped != dated.skipped or sum(undated) != sum(dated):
        raise Failed(f"{where}: {undated} without dates, {dated} with them")
    if rows is not None and _HEADER.search(told.err) is None:
        remarks = _remarks(told)
        if sum(undated) + remarks != rows:
            raise Failed(f"{where}: {undated} and {remarks} remarks, of {rows} rows")


def _remarks(told: Ran) -> int:
    """Return how many rows are told to be remarks below the table."""
    return sum(int(each[1] or 1) for each in _REMARKS.finditer(told.err))


def _require_converted(where: str, told: Ran, dated: Counts | None) -> None:
    """Raise Failed where `convert` writes other signings than `deals` lists."""
    found = ran("data", "convert", where, "converted.json", "--force", "--skip-bad")
    if "has no column 'amount'" in told.err:
        return  # a dataset may be without any
    if found.is_refused or dated is None:
        if (dated is None) != found.is_refused:
            raise Failed(f"{found}, but deals counts {dated} and {told}")
        return
    written = len(json.loads(Path("converted.json").read_bytes()).get("signings", []))
    if (written, _noted_as_bad(found)) != (dated.read, dated.bad):
        raise Failed(f"{found}: {written} signings are written, but deals counts {dated}")
