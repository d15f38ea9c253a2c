"""MariaDB: a server of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engines.content import Content, create, in_utc, quoted
from engines.servers.starting import NotInstalled, as_user, done, free_port, own_folder, serving

_TYPES = {"integer": "bigint", "timestamp": "datetime", "timestamptz": "timestamp NULL"}


class MariaDB:
    """A server that listens on a port of loopback, and on a socket in its folder."""

    name = "MariaDB"

    def __init__(self, port: int) -> None:
        self.port = port

    def connect(self, base: str = "mycity") -> Any:
        """Return a connection that may write; its moments are in UTC."""
        import pymysql

        return pymysql.connect(
            host="127.0.0.1",
            port=self.port,
            user="mycity",
            password="mycity",  # noqa: S106  # of a server that lives as long as these tests
            database=base,
            charset="utf8mb4",
            autocommit=True,
            init_command="SET time_zone = '+00:00'",
        )

    def url(self, table: str, name: str = "mysql+pymysql") -> str:
        """Return the URL of a table, with the name of an engine and its driver."""
        return f"{name}://mycity:mycity@127.0.0.1:{self.port}/mycity#{table}"

    def load(self, table: str, content: Content, parquet: Path) -> str:
        """Put rows down as a table; return its URL."""
        marks = ", ".join(["%s"] * len(content.columns))
        with self.connect() as to, to.cursor() as cursor:
            cursor.execute(create(table, content, _TYPES, "`"))
            cursor.executemany(f"INSERT INTO {quoted(table, '`')} VALUES ({marks})", in_utc(content))
        return self.url(table)


@contextmanager
def mariadb() -> Iterator[MariaDB]:
    """Give a server, started for this, with the collation that Debian gives it; its time zone is far from UTC."""
    program, install = shutil.which("mariadbd", path=_PATH), shutil.which("mariadb-install-db", path=_PATH)
    if program is None or install is None:
        raise NotInstalled("MariaDB is not installed (Debian: apt-get install mariadb-server)")
    user = as_user("mysql", "MariaDB")
    with own_folder("mariadb", "mysql") as folder:
        port, data = free_port(), folder / "data"
        made = ["--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"]
        done([*user, install, "--no-defaults", f"--datadir={data}", *made], folder, "MariaDB")
        first = folder / "first.sql"
        first.write_text(
            "CREATE DATABASE mycity;\nCREATE USER mycity@'127.0.0.1' IDENTIFIED BY 'mycity';\n"
            "GRANT ALL ON *.* TO mycity@'127.0.0.1';\n"
        )
        first.chmod(0o644)
        start = [
            program, "--no-defaults", f"--datadir={data}", f"--port={port}", "--bind-address=127.0.0.1",
            f"--socket={folder / 'socket'}", f"--pid-file={folder / 'pid'}", f"--init-file={first}",
            # Servers that share a folder for what they put down for a time delete each other's when they start.
            f"--tmpdir={folder}",
            "--skip-name-resolve", "--innodb-flush-log-at-trx-commit=0", "--default-time-zone=+08:00",
            "--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci",
        ]  # fmt: skip
        with serving([*user, *start], folder, port, "MariaDB"):
            yield MariaDB(port)


_PATH = "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"
"""Where the server lies: its folder is not among those of every user."""
