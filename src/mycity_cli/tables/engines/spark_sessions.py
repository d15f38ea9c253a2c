"""Sessions of Spark, by impyla: what is set in one stays, and rows come in blocks, as exact values.

A cursor of impyla is a session of its own, which takes its time to open and forgets what was set in another. Here a
session that has been read to its end is used again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from impala.error import Error, InterfaceError, InternalError, OperationalError, ProgrammingError
from thrift.Thrift import TException

from mycity_cli.messages import say

Cells = tuple[Any, ...]

_REASON = re.compile(r"\[[A-Z][A-Z0-9_.]*\] (?!org\.|java\.)(.+?)(?: SQLSTATE: \w+.*)?$", re.MULTILINE)
"""What is wrong, in words, within what a server says of an error: it names classes of Java before."""


class Sessions:
    """A connection of which the cursors are sessions that have the same settings, as DB-API has connections."""

    def __init__(self, connection: Any, user: str | None, settings: Mapping[str, str]) -> None:
        self._connection = connection
        self._user = user
        self._settings = settings
        self._free: list[Any] = []

    def cursor(self) -> SparkCursor:
        """Return what asks one question: a session that is free, or else a new one."""
        if self._free:
            return SparkCursor(self._free.pop(), self._free)
        with told():
            # The log that impyla asks for at the end of a query need not be kept by the server.
            session = self._connection.cursor(
                user=self._user,
                configuration=dict(self._settings),
                convert_types=False,
                close_finished_queries=False,
            )
        return SparkCursor(session, self._free)

    def commit(self) -> None:
        """Do nothing: nothing is written."""

    def rollback(self) -> None:
        """Do nothing: nothing is written."""

    def close(self) -> None:
        """Close the sessions, and the connection."""
        with told():
            try:
                for session in self._free:
                    session.close()
            finally:
                self._connection.close()


class SparkCursor:
    """One question at a time, as DB-API has cursors. A number or a time that Python does not know stays a text."""

    def __init__(self, session: Any, free: list[Any]) -> None:
        self._session = session
        self._free = free
        self._readers: list[Callable[[str], Any] | None] = []
        self.arraysize = 1

    @property
    def description(self) -> Sequence[Any] | None:
        """The names of columns with their types, None where a statement has no rows."""
        with told():
            found: Sequence[Any] | None = self._session.description
        return found

    @property
    def rowcount(self) -> int:
        """How many rows there are, which nobody knows before they are read."""
        return -1

    def execute(self, statement: str, parameters: object = None) -> None:
        """Put a question. Its parameters stand in it already."""
        del parameters
        with told():
            self._session.execute(statement)
            self._readers = [_READERS.get(kind) for _, kind, *_ in self._session.description or ()]

    def fetchone(self) -> Cells | None:
        """Return the next row, None behind the last."""
        rows = self.fetchmany(1)
        return rows[0] if rows else None

    def fetchmany(self, size: int | None = None) -> list[Cells]:
        """Return the next rows, fewer than asked for only at the end."""
        with told():
            return self._read(self._session.fetchmany(size or self.arraysize))

    def fetchall(self) -> list[Cells]:
        """Return all rows that are left."""
        with told():
            return self._read(self._session.fetchall())

    def close(self) -> None:
        """Give up the rows that are left, and make the session free for others."""
        if self._session is None:
            return
        session, self._session = self._session, None
        try:
            session.close_operation()
        except (Error, TException, OSError):
            return  # the connection is broken, or the server has forgotten the question
        self._free.append(session)

    def _read(self, rows: list[Cells]) -> list[Cells]:
        readers = self._readers
        if not any(readers):
            return rows
        return [
            tuple(cell if read is None or cell is None else read(cell) for read, cell in zip(readers, row, strict=True))
            for row in rows
        ]


def _known(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def value(text: str) -> Any:
        try:
            return read(text)
        except ValueError:
            return text  # such as the year 10000

    return value


_READERS: Mapping[str, Callable[[str], Any]] = {
    "DECIMAL": Decimal,
    "DATE": _known(date.fromisoformat),
    "TIMESTAMP": _known(datetime.fromisoformat),
}


@contextmanager
def told() -> Iterator[None]:
    """Raise what goes wrong as an error of DB-API: OperationalError for a server that cannot be reached or is lost.

    ProgrammingError is for what Spark says of a question, InternalError for what is said otherwise.
    """
    try:
        yield
    except (TException, OSError) as error:
        why = str(error) or type(error).__name__
        raise OperationalError(say("the server does not answer: {why}", why=why)) from error
    except InterfaceError:
        raise
    except Error as error:
        reason = _REASON.search(str(error))
        raise (InternalError(str(error)) if reason is None else ProgrammingError(reason[1])) from error
