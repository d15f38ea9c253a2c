"""Tables to be put into engines: columns with a kind each, and rows whose cells are texts, so no digit is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

Row = tuple[str | None, ...]


class Content(NamedTuple):
    """What is in a table: the kind of each column by its name, and the rows.

    Kinds are text, integer, decimal(p,s), double, date, timestamp and timestamptz. A moment is written with its zone.
    The first column is `id`: whole numbers that ascend, by which an engine can put the rows in the order they have.
    """

    columns: dict[str, str]
    rows: list[Row]


def numbered(columns: dict[str, str], rows: Sequence[Sequence[str | None]]) -> Content:
    """Return rows with a number each as their id."""
    return Content({"id": "integer", **columns}, [(str(at), *row) for at, row in enumerate(rows, start=1)])


def quoted(name: str, mark: str = '"') -> str:
    """Return a name as SQL writes it."""
    return f"{mark}{name.replace(mark, mark * 2)}{mark}"


def create(table: str, content: Content, types: dict[str, str], mark: str = '"', key: str = " PRIMARY KEY") -> str:
    """Return the SQL that makes an empty table; `types` are an engine's own names of kinds, `key` marks the id."""
    columns = ", ".join(
        f"{quoted(name, mark)} {type_of(kind, types)}{key if name == 'id' else ''}"
        for name, kind in content.columns.items()
    )
    return f"CREATE TABLE {quoted(table, mark)} ({columns})"


def type_of(kind: str, types: dict[str, str]) -> str:
    """Return an engine's own name of a kind, that of decimals with its digits."""
    name, bracket, digits = kind.partition("(")
    own = types.get(name, name)
    return f"{own}{bracket}{digits}" if "(" not in own and name == "decimal" and own != "TEXT" else own


def in_utc(content: Content) -> list[Row]:
    """Return the rows with their moments written in UTC, without a zone."""
    zoned = [kind == "timestamptz" for kind in content.columns.values()]
    return [
        tuple(
            datetime.fromisoformat(cell).astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
            if is_zoned and cell is not None
            else cell
            for cell, is_zoned in zip(row, zoned, strict=True)
        )
        for row in content.rows
    ]


DUCKDB = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DECIMAL",
    "double": "DOUBLE",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
    "timestamptz": "TIMESTAMPTZ",
}
"""What DuckDB calls the kinds."""


def write_parquet(folder: Path, content: Content) -> Path:
    """Write the rows to a Parquet file, and again in two files of a folder `parts` beside it; return the first.

    The rows of the file are answered in memory: what that says, every engine has to say.
    """
    import duckdb

    folder.mkdir(parents=True)
    (folder / "parts").mkdir()
    cells = ", ".join(f"CAST(? AS {type_of(kind, DUCKDB)})" for kind in content.columns.values())
    with duckdb.connect(":memory:") as database:
        database.execute(create("rows", content, DUCKDB))
        if content.rows:
            database.executemany(f"INSERT INTO rows VALUES ({cells})", content.rows)  # types of ours
        ordered = "SELECT * FROM rows {} ORDER BY id"
        for where, rows in (
            ("table.parquet", ordered.format("")),
            ("parts/1.parquet", ordered.format("WHERE id % 2 = 0")),
            ("parts/2.parquet", ordered.format("WHERE id % 2 = 1")),
        ):
            database.execute(f"COPY ({rows}) TO '{folder / where}' (FORMAT parquet)")
    return folder / "table.parquet"
