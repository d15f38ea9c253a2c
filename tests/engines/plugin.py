"""The servers that tests ask: started once in a session where they are asked, and told of at its end."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

import pytest

from engines.servers import Engine
from engines.servers.files import DuckDB, SQLite
from engines.servers.mariadb import mariadb as mariadb_started
from engines.servers.postgresql import PostgreSQL, Sharded
from engines.servers.postgresql import postgresql as postgresql_started
from engines.servers.postgresql import sharded as sharded_started
from engines.servers.spark import spark as spark_started
from engines.servers.starting import DoesNotStart, NotInstalled

Server = TypeVar("Server")

FILES = ("duckdb", "sqlite")
SERVERS = ("postgresql", "sharded", "mariadb", "spark")
"""The fixtures of engines; those of servers are asked only with --servers."""

SLOW = ("spark",)
"""Engines that take a second for a question: tests that are marked `every` are not for them."""

SPARED = (*SLOW, "sqlite")
"""Those that tests marked `every` are not for without --servers, where a minute counts."""

_NAMES = {
    "duckdb": "DuckDB",
    "sqlite": "SQLite",
    "postgresql": "PostgreSQL",
    "sharded": "PostgreSQL behind PostgreSQL",
    "mariadb": "MariaDB",
    "spark": "Spark",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--servers", action="store_true", help="ask servers too: those that are installed are started")
    parser.addoption(
        "--every", action="store_true", help="ask slow engines every question, and find the smallest examples"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--servers"):
        # Servers are stopped also where the tests are told to end.
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--every"):
        return
    spared = SLOW if config.getoption("--servers") else SPARED
    left_out = {item for item in items if item.get_closest_marker("every") and _params(item).get("engine") in spared}
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]


def _params(item: pytest.Item) -> dict[str, Any]:
    call = getattr(item, "callspec", None)
    return {} if call is None else dict(call.params)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        asked = (*FILES, *(SERVERS if metafunc.config.getoption("--servers") else ()))
        metafunc.parametrize("engine", asked, indirect=True, scope="session")


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return an engine that takes tables."""
    found: Engine = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def duckdb(tmp_path_factory: pytest.TempPathFactory) -> DuckDB:
    pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    return DuckDB(tmp_path_factory.mktemp("duckdb"))


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> SQLite:
    pytest.importorskip("sqlalchemy", reason="the extra tables is not installed")
    return SQLite(tmp_path_factory.mktemp("sqlite"))


@contextmanager
def _started(request: pytest.FixtureRequest, server: AbstractContextManager[Server]) -> Iterator[Server]:
    """Give a server; where it is not installed the test is skipped, and where it does not start and must, it fails."""
    try:
        found = server.__enter__()
    except NotInstalled as reason:
        pytest.skip(str(reason))
    except DoesNotStart as reason:
        if request.config.getoption("--servers"):
            pytest.fail(str(reason), pytrace=False)
        pytest.skip(str(reason))
    try:
        yield found
    finally:
        server.__exit__(None, None, None)


@pytest.fixture(scope="session")
def postgresql(request: pytest.FixtureRequest) -> Iterator[PostgreSQL]:
    pytest.importorskip("psycopg", reason="psycopg is not installed (pip install 'psycopg[binary]')")
    with _started(request, postgresql_started()) as server:
        yield server


@pytest.fixture(scope="session")
def sharded(request: pytest.FixtureRequest, postgresql: PostgreSQL) -> Iterator[Sharded]:
    with _started(request, sharded_started(postgresql)) as server:
        yield server


@pytest.fixture(scope="session")
def mariadb(request: pytest.FixtureRequest) -> Iterator[Engine]:
    pytest.importorskip("pymysql", reason="PyMySQL is not installed (pip install PyMySQL)")
    with _started(request, mariadb_started()) as server:
        yield server


@pytest.fixture(scope="session")
def spark(request: pytest.FixtureRequest) -> Iterator[Engine]:
    pytest.importorskip("impala", reason="impyla is not installed (pip install impyla)")
    with _started(request, spark_started()) as server:
        yield server


class _Tally:
    """How the questions to each engine ended, and how long they took."""

    def __init__(self) -> None:
        self.ended: dict[str, Counter[str]] = {}
        self.seconds: Counter[str] = Counter()
        self.reasons: dict[str, str] = {}

    def note(self, name: str, report: pytest.TestReport) -> None:
        self.seconds[name] += report.duration  # type: ignore[assignment]  # seconds have fractions
        if report.when == "call" or report.outcome != "passed":
            self.ended.setdefault(name, Counter())[report.outcome] += 1
        if report.outcome == "skipped" and isinstance(report.longrepr, tuple):
            self.reasons.setdefault(name, report.longrepr[2].removeprefix("Skipped: "))
        elif report.when == "setup" and report.outcome == "failed":
            self.reasons.setdefault(name, report.longreprtext.strip().rpartition("\n")[2])

    def line(self, name: str) -> str:
        """Return what is said of an engine."""
        ended = self.ended.get(name, Counter())
        questions = ended["passed"] + ended["failed"]
        took = f"{questions} tests in {self.seconds[name]:.1f} s"
        if ended["failed"]:
            why = f": {self.reasons[name]}" if name in self.reasons else ""
            return f"not the same in {ended['failed']} of {took}{why}"
        if questions == 0:
            return f"skipped because {self.reasons[name]}" if name in self.reasons else "not asked"
        return f"proved, {took}"


_TALLY = _Tally()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    for key, value in report.user_properties:
        if key == "engine":
            _TALLY.note(str(value), report)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    asked = _params(item).get("engine")
    if asked is not None:
        item.user_properties.append(("engine", asked))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not _TALLY.ended:
        return
    terminalreporter.section("engines that answer as rows in memory do")
    for name in (*FILES, *(SERVERS if config.getoption("--servers") else ())):
        terminalreporter.line(f"{_NAMES[name]}: {_TALLY.line(name)}")
