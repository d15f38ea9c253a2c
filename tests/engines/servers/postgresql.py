"""PostgreSQL: a server of its own, and several of them behind one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engines.content import Content, create, quoted
from engines.servers.starting import NotInstalled, as_user, done, free_port, own_folder

if TYPE_CHECKING:
    from psycopg import Connection

PASSWORD = "s3cret word"  # noqa: S105  # of a server that lives as long as these tests

_TYPES = {"integer": "bigint", "decimal": "numeric", "double": "double precision"}


class PostgreSQL:
    """A server that listens on a port of loopback."""

    name = "PostgreSQL"

    def __init__(self, port: int) -> None:
        self.port = port
        self.address = f"127.0.0.1:{port}/postgres"

    def url(self, table: str, password: str = PASSWORD) -> str:
        """Return the URL of a table."""
        return f"postgresql+psycopg://mycity:{password.replace(' ', '%20')}@{self.address}#{table}"

    def connect(self) -> Connection[Any]:
        """Return a connection that may write."""
        import psycopg

        return psycopg.connect(host="127.0.0.1", port=self.port, dbname="postgres", user="mycity", password=PASSWORD)

    def load(self, table: str, content: Content, parquet: Path) -> str:
        """Put rows down as a table; return its URL."""
        with self.connect() as to:
            to.execute(create(table, content, _TYPES))
            fill(to, table, content)
        return self.url(table)


class Sharded:
    """A server whose tables lie in parts on others."""

    name = "PostgreSQL behind PostgreSQL"

    def __init__(self, front: PostgreSQL, others: list[PostgreSQL]) -> None:
        self._front = front
        self._others = others
        with front.connect() as to:
            to.execute("CREATE EXTENSION postgres_fdw")
            for at, other in enumerate(others):
                to.execute(
                    f"CREATE SERVER other_{at} FOREIGN DATA WRAPPER postgres_fdw "
                    f"OPTIONS (host '127.0.0.1', port '{other.port}', dbname 'postgres')"
                )
                to.execute(
                    f"CREATE USER MAPPING FOR mycity SERVER other_{at} OPTIONS (user 'mycity', password '{PASSWORD}')"
                )

    def load(self, table: str, content: Content, parquet: Path) -> str:
        """Put rows down as a table in parts; return its URL. Such a table has no key."""
        whole, count = f"{table}_parted", len(self._others)
        with self._front.connect() as to:
            to.execute(f"{create(whole, content, _TYPES, key='')} PARTITION BY HASH (id)")
            for at, other in enumerate(self._others):
                part = f"{whole}_{at}"
                with other.connect() as beyond:
                    beyond.execute(create(part, content, _TYPES))
                to.execute(
                    f"CREATE FOREIGN TABLE {quoted(part)} PARTITION OF {quoted(whole)} "
                    f"FOR VALUES WITH (MODULUS {count}, REMAINDER {at}) SERVER other_{at}"
                )
            fill(to, whole, content)
        return self._front.url(whole)


def fill(to: Connection[Any], table: str, content: Content) -> None:
    """Put rows into a table that is there."""
    marks = ", ".join(["%s"] * len(content.columns))
    with to.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quoted(table)} VALUES ({marks})", content.rows)  # names of ours


def _programs() -> Path:
    """Return the folder of the server's programs. Raises NotInstalled."""
    found = [Path(where).parent for name in ("pg_ctl",) if (where := shutil.which(name)) is not None]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    programs = next((folder for folder in found if (folder / "initdb").exists()), None)
    if programs is None:
        raise NotInstalled("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    return programs


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Give a server, started for this. Its time zone is far from UTC: answers must not depend on it."""
    programs = _programs()
    user = as_user("postgres", "PostgreSQL")
    with own_folder("postgresql", "postgres") as folder:
        words, data, port = folder / "password", folder / "data", free_port()
        words.write_text(PASSWORD)
        words.chmod(0o644)
        made = ["-A", "scram-sha-256", f"--pwfile={words}", "-E", "UTF8", "--locale=C"]
        done([*user, programs / "initdb", "-D", data, "-U", "mycity", *made], folder, "PostgreSQL")
        options = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off "
            "-c timezone=Asia/Shanghai"
        )
        start: list[str | Path] = [programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start"]
        done([*user, *start], folder, "PostgreSQL")
        try:
            yield PostgreSQL(port)
        finally:
            with suppress(Exception):
                done([*user, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], folder, "PostgreSQL")


@contextmanager
def sharded(front: PostgreSQL) -> Iterator[Sharded]:
    """Give two servers behind one that is there. Raises NotInstalled without the extension that reaches them."""
    with front.connect() as to:
        there = to.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'postgres_fdw'").fetchone()
    if there is None:
        raise NotInstalled("postgres_fdw is not installed (Debian: apt-get install postgresql-contrib)")
    with postgresql() as one, postgresql() as two:
        yield Sharded(front, [one, two])
