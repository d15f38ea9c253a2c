"""What the tests of tables share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mycity_cli.query.engine import InMemory
from running import Mycity, Result
from tables import oracle

Both = Callable[..., tuple[Result, Result]]

_ONLY_IN_MEMORY = re.compile(
    r"note: (row \d+ is the same|\d+ rows are the same|\d+ rows? .* left out as|"
    r"in so large a (table ids|file keys) are not).*\n"
)
"""Notes on rows that stand there twice, which are looked for only among rows in memory, and that they are not."""


_ROW = re.compile(r'"row": \d+')
"""The number of a row in a proof, which rows in memory have."""
_PROVENANCE = re.compile(r'"provenance": \{.*?"table": (?:null|"[^"]*")\s*\}', re.DOTALL)
"""Where the data of a proof is from, which is not the same where it was copied into an engine."""


def alike(result: Result) -> Result:
    """Return a result without what only rows in memory tell, and without where the data is from."""
    out = _PROVENANCE.sub('"provenance": null', _ROW.sub('"row": null', result.out))
    return replace(result, out=out, err=_ONLY_IN_MEMORY.sub("", result.err))


@contextmanager
def in_engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have every table answered by an engine as long as this lasts."""
    with monkeypatch.context() as patch:
        patch.setattr("mycity_cli.tables.opening.MOST_BYTES", -1)
        patch.setattr("mycity_cli.tables.opening.MOST_ROWS", -1)
        yield


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have every table answered by an engine."""
    with in_engine(monkeypatch):
        yield


@pytest.fixture
def both(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> Both:
    """Return what runs a command on a table by an engine, and again on its rows in memory."""

    def run(table: Path | str, *arguments: str) -> tuple[Result, Result]:
        with in_engine(monkeypatch):
            found = mycity(*arguments, "--data", table)
        return alike(found), alike(mycity(*arguments, "--data", table))

    return run


@pytest.fixture
def told(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> Both:
    """Return what runs a command on a table, and again on the dataset that its rows are to the oracle."""

    def run(table: Path | str, rows: list[oracle.Cells], *arguments: str) -> tuple[Result, Result]:
        found = mycity(*arguments, "--as-written", "--data", table)
        data = oracle.dataset(rows)
        # A row without any cell is none.
        bad = [
            f"row {number}"
            for number, cells in enumerate(rows, start=1)
            if any(text is not None and text.strip() for text in cells.values())
            and oracle.signing(number, cells) is None
        ]

        @contextmanager
        def in_memory(*_: Any) -> Iterator[InMemory]:
            engine = InMemory(data, bad)
            engine.notes = (f"{len(bad)} bad {'row' if len(bad) == 1 else 'rows'} left out",) if bad else ()
            yield engine

        with monkeypatch.context() as patch:
            patch.setattr("mycity_cli.tables.opening.open_table", in_memory)
            return alike(found), alike(mycity(*arguments, "--as-written", "--data", table))

    return run
