"""How many questions a command puts to an engine: each may be a look through all of a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from running import Mycity

pytest.importorskip("sqlalchemy", reason="the extra tables is not installed")

ROWS = "city,date,amount\n" + "".join(f"{city},2022-11-0{at},{at} billion yuan\n" for at, city in enumerate("ABCDE", 1))


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """Return the statements of SQL that are put to an engine from now on."""
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    statements: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "five.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


COMMANDS = [
    (["total"], 2),
    (["total", "--city", "A"], 2),
    (["total", "--by", "city"], 3),
    (["total", "--year", "2022", "--min-amount", "2 billion yuan"], 2),
    (["check", "A < B + C"], 3),
    (["check", "total > 5 billion yuan"], 3),
]


@pytest.mark.parametrize(("command", "most"), COMMANDS, ids=lambda each: " ".join(each) if type(each) is list else None)
def test_a_small_table_asks_no_engine(
    mycity: Mycity, asked: list[str], table: Path, command: list[str], most: int
) -> None:
    assert mycity(*command, "--data", table).code == 0
    assert len(asked) == 0 <= most


@pytest.mark.parametrize(("command", "most"), COMMANDS, ids=lambda each: " ".join(each) if type(each) is list else None)
def test_a_large_table_is_asked_few_questions(
    mycity: Mycity, asked: list[str], table: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], most: int
) -> None:
    monkeypatch.setattr("mycity_cli.tables.opening.MOST_BYTES", -1)
    assert mycity(*command, "--data", table).code == 0
    assert 0 < len(asked) <= most, "\n".join(asked)
