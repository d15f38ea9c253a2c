"""Asking an engine, and asking the same rows in memory."""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest

from engines.content import Content, write_parquet
from engines.questions import Question
from engines.servers import Engine
from mycity_cli.passwords import hidden
from running import Mycity, Result
from tables.conftest import alike, in_engine


class Tables:
    """The tables of a session: each is written once, and put into an engine once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, Path] = {}
        self._urls: dict[tuple[str, str], str] = {}
        self._expected: dict[tuple[str, Question], Result] = {}

    def parquet(self, table: str, content: Content) -> Path:
        if table not in self._files:
            self._files[table] = write_parquet(self._folder / f"t{len(self._files)}", content)
        return self._files[table]

    def url(self, engine: Engine, table: str, content: Content) -> str:
        asked = (engine.name, table)
        if asked not in self._urls:
            file = self.parquet(table, content)
            self._urls[asked] = engine.load(file.parent.name, content, file)
        return self._urls[asked]

    def expected(self, mycity: Mycity, table: str, content: Content, question: Question) -> Result:
        """Return what the rows in memory answer."""
        if (table, question) not in self._expected:
            file = self.parquet(table, content)
            self._expected[table, question] = nameless(mycity(*question, "--data", file), str(file))
        return self._expected[table, question]


class Asker:
    """What runs a command on a table of an engine, and on the same rows in memory."""

    def __init__(self, tables: Tables, mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
        self._tables = tables
        self._mycity = mycity
        self._monkeypatch = monkeypatch

    def in_engine(self, engine: Engine, table: str, content: Content, question: Question) -> str:
        """Return what is different where an engine answers from where the rows in memory do."""
        with in_engine(self._monkeypatch):
            found = self._answer(engine, table, content, question)
        return difference(self._tables.expected(self._mycity, table, content, question), found)

    def in_memory(self, engine: Engine, table: str, content: Content, question: Question) -> str:
        """Return what is different where the rows that an engine hands over answer from where those of a file do."""
        found = self._answer(engine, table, content, question)
        return difference(self._tables.expected(self._mycity, table, content, question), found)

    def _answer(self, engine: Engine, table: str, content: Content, question: Question) -> Result:
        url = self._tables.url(engine, table, content)
        return nameless(self._mycity(*question, "--data", url), hidden(url))


def nameless(result: Result, name: str) -> Result:
    """Return a result without what only rows in memory tell, and without the name of the table."""
    return alike(replace(result, err=result.err.replace(name, "TABLE")))


def difference(expected: Result, found: Result) -> str:
    """Return the lines that are different, an empty text where two results are the same."""
    if found == expected:
        return ""
    lines = [f"exit code {expected.code}, found {found.code}"]
    for stream, before, after in (("stdout", expected.out, found.out), ("stderr", expected.err, found.err)):
        if before != after:
            pair = before.splitlines(keepends=True), after.splitlines(keepends=True)
            found_lines = unified_diff(*pair, "rows in memory", "engine", lineterm="", n=0)
            lines += [f"{stream}:", *(line.rstrip("\n") for line in found_lines)]
    return "\n".join(lines[:_MOST_LINES])


_MOST_LINES = 40
"""How much of a difference is told."""
