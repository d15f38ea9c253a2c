"""What the tests of tables share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mycity_cli.query.engine import InMemory, Left
from running import Mycity, Result
from tables import oracle

Both = Callable[..., tuple[Result, Result]]

_ONLY_IN_MEMORY = re.compile(r"note: (row \d+ is the same|\d+ rows are the same|\d+ rows? .* left out as).*\n")
"""Notes on rows that stand there twice, which are looked for only among rows in memory."""


def alike(result: Result) -> Result:
    """Return a result without what only rows in memory tell."""
    return replace(result, err=_ONLY_IN_MEMORY.sub("", result.err))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have every table answered by an engine."""
    with monkeypatch.context() as patch:
        patch.setattr("mycity_cli.tables.opening.MOST_BYTES", -1)
        patch.setattr("mycity_cli.tables.opening.MOST_ROWS", -1)
        yield


@pytest.fixture
def both(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> Both:
    """Return what runs a command on a table by an engine, and again on its rows in memory."""

    def run(table: Path | str, *arguments: str) -> tuple[Result, Result]:
        with monkeypatch.context() as patch:
            patch.setattr("mycity_cli.tables.opening.MOST_BYTES", -1)
            patch.setattr("mycity_cli.tables.opening.MOST_ROWS", -1)
            found = mycity(*arguments, "--data", table)
        return alike(found), alike(mycity(*arguments, "--data", table))

    return run


@pytest.fixture
def told(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> Both:
    """Return what runs a command on a table, and again on the dataset that its rows are to the oracle."""

    def run(table: Path | str, rows: list[oracle.Cells], *arguments: str) -> tuple[Result, Result]:
        found = mycity(*arguments, "--as-written", "--data", table)
        data = oracle.dataset(rows)
        bad = len(rows) - len(data.signings)

        @contextmanager
        def in_memory(*_: Any) -> Iterator[InMemory]:
            engine = InMemory(data)
            engine.left = Left(len(rows), bad)
            engine.notes = (f"{bad} bad {'row' if bad == 1 else 'rows'} left out",) if bad else ()
            yield engine

        with monkeypatch.context() as patch:
            patch.setattr("mycity_cli.tables.opening.open_table", in_memory)
            return alike(found), alike(mycity(*arguments, "--as-written", "--data", table))

    return run
