"""Every engine answers as the same rows in memory do: the same words, digit for digit."""

from __future__ import annotations

import pytest

from engines.asking import Asker
from engines.contents import BAD, CONTENTS
from engines.questions import Question, fewer, questions
from engines.servers import Engine

TABLES = {**CONTENTS, **BAD}


def _asked() -> list[object]:
    """Return the tables and questions; those that slow engines are not asked are marked."""
    found: list[object] = []
    for at, (name, content) in enumerate(TABLES.items()):
        asked = questions(name, content.columns)
        few = fewer(asked, at)
        found += [
            pytest.param(name, each, id=f"{name}-{' '.join(each)}", marks=() if each in few else pytest.mark.every)
            for each in asked
        ]
    return found


@pytest.mark.parametrize(("table", "question"), _asked())
def test_an_engine_answers_as_rows_in_memory(engine: Engine, asker: Asker, table: str, question: Question) -> None:
    found, expected = asker.in_engine(engine, table, TABLES[table], question)
    assert found == expected


@pytest.mark.parametrize("question", [("deals", "--format", "json"), ("total", "--by", "city")], ids=" ".join)
@pytest.mark.parametrize("table", CONTENTS)
def test_a_driver_hands_over_the_rows_as_they_are(engine: Engine, asker: Asker, table: str, question: Question) -> None:
    found, expected = asker.in_memory(engine, table, CONTENTS[table], question)
    assert found == expected
