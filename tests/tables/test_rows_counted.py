"""How many rows leave an engine: no more than an answer has, however many the table has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from running import Mycity

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

ROWS = 100_000
MONTHS, CITIES, KINDS, CONFERENCES = 132, 30, 2, 200
UNREAD, WORDS = 3, 4
"""How many amounts there are that only our own rules read, and how many different words around the others."""

_FIRST = 50
"""So many rows are looked at first, and of so many the ids are told beside an answer."""

_WHOLE = """'1.5 billion yuan', '26.8亿元', (i * 104729 % 1000000007) || ' yuan', '18 billion 180 million yuan',
    '$' || i, 'half a billion yuan', (i * 7 % 1000003) || '.25万元'"""
_TABLE = """
CREATE TABLE {name} AS SELECT i AS id, DATE '2011-01-01' + CAST(i * 7919 % 4000 AS INTEGER) AS date,
    'City ' || i % {cities} AS city, ['investment', 'memorandum'][1 + i % {kinds}] AS kind,
    'Conference ' || i % {conferences} AS conference, CAST(i % 97 AS INTEGER) AS projects,
    [{amounts}][1 + i % {number}] AS amount
FROM range({rows}) AS r(i)
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the URL of a database: the amounts in `whole` are all stated plainly, some of those in `gaps` are not."""
    import duckdb

    path = tmp_path_factory.mktemp("counted") / "deals.ddb"
    sizes = {"cities": CITIES, "kinds": KINDS, "conferences": CONFERENCES, "rows": ROWS}
    with duckdb.connect(str(path)) as database:
        database.execute(_TABLE.format(name="whole", amounts=_WHOLE, number=7, **sizes))
        database.execute(
            _TABLE.format(name="gaps", amounts=f"{_WHOLE}, NULL, 'about 93 billion yuan'", number=9, **sizes)
        )
    return f"duckdb:///{path}"


class Counted:
    """The queries for rows of the table, and how many rows were fetched for them; the catalogue is not counted."""

    def __init__(self) -> None:
        self.queries = self.rows = 0


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counted]:
    from sqlalchemy import event
    from sqlalchemy.engine import Engine
    from sqlalchemy.engine.cursor import CursorResult

    found = Counted()

    def note(_: object, __: object, statement: str, *___: object) -> None:
        found.queries += re.search('"(whole|gaps)"', statement) is not None and not statement.startswith("DESCRIBE")

    def counting(method: str) -> Callable[..., object]:
        plain = getattr(CursorResult, method)

        def counts(self: object, *arguments: object) -> object:
            rows = plain(self, *arguments)
            found.rows += len(rows)
            return rows

        return counts

    for method in ("all", "fetchmany"):
        monkeypatch.setattr(CursorResult, method, counting(method))
    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


COMMANDS = [
    (["total"], 2),
    (["total", "--currency", "USD"], 2),
    (["total", "--year", "2015"], 6),
    (["total", "--min-amount", "1 billion yuan", "--currency", "CNY"], 2 * WORDS),
    (["total", "--by", "month"], 2 * MONTHS),
    (["total", "--by", "quarter"], 2 * MONTHS // 3),
    (["total", "--by", "city"], 2 * CITIES),
    (["total", "--by", "kind"], 2 * KINDS),
    (["check", "amount(currency=CNY, year=2015) > 5 billion yuan"], 6),
]


@pytest.mark.parametrize(
    ("command", "groups"), COMMANDS, ids=lambda each: " ".join(each) if type(each) is list else None
)
@pytest.mark.parametrize("table", ["whole", "gaps"])
def test_as_many_rows_leave_the_engine_as_the_answer_has(
    mycity: Mycity, url: str, counted: Counted, table: str, command: list[str], groups: int
) -> None:
    result = mycity(*command, "--data", f"{url}#{table}")
    assert result.code in (0, 1, 4), result.err
    # The first rows are told of which no amount is stated, and those of which it is hedged.
    lists = 0 if table == "whole" else 2
    assert counted.queries <= 2 + lists
    assert counted.rows <= groups * (UNREAD + WORDS) + _FIRST * (1 + lists)
