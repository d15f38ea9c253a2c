"""What bad rows have in common: many rows that are wrong in one way need one option, and not to be left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mycity_cli.messages import Language, Said, counted, listed, say, told, worded
from mycity_cli.tables.cell_words import folded
from mycity_cli.tables.rows import BARE_HELP, BadRow, CellError

FEWEST = 3
"""So many bad rows of one kind are a pattern."""

_EXAMPLES = 3
_QUOTED = re.compile(r"'[^']*'")
_QUOTED_IN_CHINESE = re.compile("“[^”]*”")
_DIGITS = re.compile(r"\d[\d.,]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_COMMAS = re.compile(r"[^\d]*(?:\d{1,3}(?:\.\d{3})*|\d+),\d+[^\d,.]*")
_OPTION = re.compile(r"--(?:fill|missing|decimal|group|negative|date-order|amount-unit|map)\b[^;:,]*")


class ProblemPattern(NamedTuple):
    """What rows have wrong in one way: the column, its message, how many rows, some of them with their cells.

    `members` are the places of the rows among all bad ones. `option` is the one that reads such cells, "" where none
    does. `explains_most` says that at least half of all bad rows are so, and enough of them.
    """

    column: str
    code: str
    message: str
    rows: int
    members: frozenset[int]
    examples: tuple[tuple[int, str], ...]
    option: str
    explains_most: bool

    @property
    def told(self) -> str:
        """What is wrong in one line: how many rows, and examples."""
        such = listed(
            say("row {row} '{cell}'", row=row, cell=cell) if cell else say("row {row}", row=row)
            for row, cell in self.examples
        )
        message = self.message
        if self.column:
            message = say("{column}: {message}", column=self.column, message=message)
        return counted(
            "{number:,} row: {message}, such as {rows}",
            "{number:,} rows: {message}, such as {rows}",
            self.rows,
            message=message,
            rows=such,
        )


def problem_patterns(bad: Sequence[BadRow]) -> list[ProblemPattern]:
    """Return the patterns of bad rows, those of most rows first; a row counts for each kind of problem that it has."""
    groups: dict[tuple[str, str, str, str], list[tuple[int, CellError]]] = {}
    for at, row in enumerate(bad):
        for problem in row.problems:
            groups.setdefault(_kind(problem), []).append((at, problem))
    found = [_pattern(group, bad) for group in groups.values()]
    return sorted(found, key=lambda pattern: -pattern.rows)


def advice_for(bad: Sequence[BadRow]) -> str:
    """Return the option that reads most of the bad rows, "" where no pattern explains most of them or none does."""
    return next((pattern.option for pattern in problem_patterns(bad) if pattern.explains_most), "")


def cell_of(problem: CellError) -> str:
    """Return the cell that a problem speaks of, as far as it says so."""
    if problem.excerpt is not None:
        return problem.excerpt.line
    match = _QUOTED.search(problem.message)
    return match[0].strip("'") if match is not None else ""


def _kind(problem: CellError) -> tuple[str, str, str, str]:
    cell = cell_of(problem)
    option = _option(problem)
    if option:
        # However they are written, one option reads them all.
        return problem.column, problem.code, "", option
    shape = _LETTERS.sub("a", _DIGITS.sub("9", cell))
    # Words alone are a placeholder or a remark: each is a kind of its own.
    if not any(character.isdigit() for character in cell):
        shape = folded(cell)
    return problem.column, problem.code, _LETTERS.sub("a", _DIGITS.sub("9", _masked(problem.message))), shape


def _masked(message: str) -> str:
    return _QUOTED.sub("…", message)


def _pattern(group: Sequence[tuple[int, CellError]], bad: Sequence[BadRow]) -> ProblemPattern:
    first = group[0][1]
    rows = [bad[at] for at, _ in group[:_EXAMPLES]]
    examples = tuple((r.row or r.line or 0, cell_of(problem)) for r, (_, problem) in zip(rows, group, strict=False))
    message = _message(first, (problem for _, problem in group))
    is_most = len(group) >= FEWEST and 2 * len(group) >= len(bad)
    members = frozenset(at for at, _ in group)
    return ProblemPattern(first.column, first.code, message, len(group), members, examples, _option(first), is_most)


def _message(first: CellError, problems: Iterable[CellError]) -> str:
    """Return the message that problems share, without the cell where that differs."""
    messages = {problem.message for problem in problems}
    if len(messages) == 1:
        return first.message
    return _without_cell(first.message)


def _without_cell(message: str) -> Said:
    """Return a message without what it quotes; a Chinese sentence, which needs that, has an ellipsis in its place."""
    bare = re.sub(r"\s+", " ", _QUOTED.sub("", message)).replace(" :", ":").strip()
    return worded(
        lambda language: (
            bare if language is Language.ENGLISH else _QUOTED_IN_CHINESE.sub("“…”", told(message, language))
        )
    )


def _option(problem: CellError) -> str:
    """Return the option that reads a cell, "" where none does."""
    if problem.help == BARE_HELP:
        return "--amount-unit 'million USD'"
    match = _OPTION.search(problem.help)
    if match is not None:
        return re.split(r"\s+(?:reads|allows|keeps|or)\b", match[0])[0].strip()
    cell = cell_of(problem)
    if problem.code not in ("unreadable-figure", "unreadable-period") or not cell:
        return ""
    if not any(character.isdigit() for character in cell):
        return f"--missing '{folded(cell)}'" if " " in cell else f"--missing {folded(cell)}"
    return "--decimal ," if problem.column != "date" and _COMMAS.fullmatch(cell) else ""
