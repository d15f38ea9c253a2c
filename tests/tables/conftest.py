"""What the tests of tables share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mycity_cli.query.engine import InMemory
from running import Mycity, Result
from tables import oracle

Both = Callable[..., tuple[Result, Result]]


@pytest.fixture
def both(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> Both:
    """Return what runs a command on a table, and again on the dataset that its rows are to the oracle."""

    def run(table: Path | str, rows: list[oracle.Cells], *arguments: str) -> tuple[Result, Result]:
        found = mycity(*arguments, "--data", table)
        data = oracle.dataset(rows)
        bad = len(rows) - len(data.signings)

        @contextmanager
        def in_memory(*_: Any) -> Iterator[InMemory]:
            engine = InMemory(data)
            engine.notes = (f"{bad} bad {'row' if bad == 1 else 'rows'} left out",) if bad else ()
            yield engine

        with monkeypatch.context() as patch:
            patch.setattr("mycity_cli.tables.opening.open_table", in_memory)
            return found, mycity(*arguments, "--data", table)

    return run
