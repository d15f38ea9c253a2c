"""Tables of every source at random: what is in a table, the file that it is written to, and how many rows that has.

A table is a value of JSON, so that it can be kept and made smaller: the kind of its file, the types of its columns
where they have some, and its rows. A cell of text may hold bytes that are no text, as surrogates.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

COLUMNS = ("id", "date", "city", "amount", "currency", "projects")
SOURCES = ("csv", "tsv", "jsonl", "json", "xlsx", "parquet", "sqlite", "duckdb")

Table = dict[str, Any]
"""`source`, `types` and `rows`."""


class Written(NamedTuple):
    """A table in a file: what --data names it by, and how many of its rows are not blank."""

    where: str
    rows: int


CELLS: dict[str, tuple[str, ...]] = {
    "id": ("", "", "a", "b", "7", "1"),
    "date": ("2022-11-03", "2022-11", "2022", "", "2022/11/3", "2022-02-30", "20221103", "15/06/2022", "../2018-04",
             "2022-11-03 10:00", "soon", "0000-01-01", "44868", "2022-11-03T23:30:00-08:00"),
    "city": ("Suzhou", "苏州", "Xiamen", "Xi'an", "suzhou", "", "Total", "合计", "é", "7", "San José"),
    "amount": ("7", "12.50", "12 yuan", "$1,740", "约930亿元", "", "1,234.50", "about 30", "-5", "(5)", "0", "none",
               "n/a",
               "1e16", "1e400", "x", "104729", "9" * 40, "over 5 million USD", "1亿2000万元", "NaN", "12\u00a0yuan"),
    "currency": ("CNY", "CNY", "CNY", "USD", "", "元", "XXX"),
    "projects": ("30", "3", "", "about 30", "7个项目", "3.0", "-1", "many", "0"),
}  # fmt: skip
"""What stands in the cells of a column, as text."""

_ODD = ("\0", "\t", "\n", '"', ",", "\\", "\u200b", "\u3000", "\x1f", "\ufeff", "\udcff", "\udce9", "\udcc3", "\ue000",
        "\x1b[31m", "'", "{", "\r")  # fmt: skip
"""What is put into a text once in a while; the surrogates are bytes that are no UTF-8."""

SQLITE_TYPES = ("", "INTEGER", "INT", "REAL", "TEXT", "BLOB", "DECIMAL(18,2)", "DATETIME", "DATE", "TIMESTAMP",
                "BOOLEAN", "NUMERIC", "VARCHAR(20) COLLATE NOCASE", "TEXT COLLATE RTRIM", "BIGINT", "FLOAT", "TIME",
                "JSON", "CLOB", "MONEY")  # fmt: skip
DUCKDB_TYPES = ("VARCHAR", "VARCHAR", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "UINTEGER",
                "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL(4,1)", "DECIMAL(18,2)", "DECIMAL(38,10)", "BOOLEAN",
                "BLOB", "DATE", "TIME", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMPTZ",
                "TIMETZ", "UUID", "INTERVAL", "BIT", "VARCHAR[]", "INTEGER[]", "STRUCT(a VARCHAR)",
                "MAP(VARCHAR, INTEGER)", "ENUM('Suzhou', 'CNY', '7', '')", "JSON")  # fmt: skip
_VALUES: tuple[Any, ...] = (
    0, 7, -5, 20221103, 2022, 44868, 10**17, 2**63 - 1, -(2**63), {"real": "0.1"}, {"real": "1e16"}, {"real": "1e300"},
    {"real": "5e-324"}, {"real": "-0.0"}, {"real": "inf"}, {"real": "12.5"}, {"hex": ""}, {"hex": "ff"},
    {"hex": "3132207975616e"}, {"hex": "20"}, {"hex": "00"},
)  # fmt: skip
"""What SQLite holds besides texts; reals and bytes are told from others by the key of an object."""


# --- making ------------------------------------------------------------------------------------------------------


def some_table(chance: Random, source: str, most: int = 6) -> Table:
    """Return a table of a source."""
    is_wild = chance.random() < 0.6
    make = {"sqlite": _sqlite_cell, "xlsx": _xlsx_cell}.get(source, _text_cell)
    rows: list[Any] = []
    for _ in range(chance.randint(1, most)):
        cells = [make(chance, column, is_wild=is_wild) for column in COLUMNS]
        rows.append(_json_row(chance, cells, source, is_wild=is_wild) if source in ("json", "jsonl") else cells)
        if chance.random() < 0.1:
            rows.append("" if source == "jsonl" else "{}" if source == "json" else [""] * len(COLUMNS))
    if source in ("csv", "tsv") and is_wild and chance.random() < 0.2:
        at = chance.randrange(len(rows))
        rows[at] = [*rows[at], "more"] if chance.random() < 0.5 else rows[at][:-2]
    if source in ("csv", "tsv", "jsonl") and chance.random() < 0.7:
        first = ["", "2022-11-03", "Suzhou", "12.50", "CNY", "30"]
        rows.insert(0, _json_row(chance, first, source, is_wild=False) if source == "jsonl" else first)
    return {"source": source, "types": _types(chance, source), "rows": rows}


def _types(chance: Random, source: str) -> list[str]:
    if source == "sqlite":
        return [chance.choice(SQLITE_TYPES) for _ in COLUMNS]
    if source not in ("parquet", "duckdb"):
        return []
    # Most columns are of text, so that what others hold is not all that is wrong with a row.
    return [chance.choice(DUCKDB_TYPES) if chance.random() < 0.4 else "VARCHAR" for _ in COLUMNS]


def _text_cell(chance: Random, column: str, *, is_wild: bool) -> str:
    choices = CELLS[column]
    if not is_wild:
        return chance.choice(choices[: 2 if column in ("city", "currency") else 3])
    text = chance.choice(choices)
    if chance.random() < 0.06:
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_ODD) + text[at:]
    return text


def _sqlite_cell(chance: Random, column: str, *, is_wild: bool) -> Any:
    if is_wild and chance.random() < 0.3:
        return chance.choice(_VALUES)
    return (
        chance.choice((_text_cell(chance, column, is_wild=is_wild), None, 7))
        if is_wild
        else _text_cell(chance, column, is_wild=False)
    )


def _xlsx_cell(chance: Random, column: str, *, is_wild: bool) -> Any:
    text = _text_cell(chance, column, is_wild=is_wild)
    if not is_wild or chance.random() < 0.6:
        return "".join(each for each in text if not "\ud800" <= each <= "\udfff")
    return chance.choice(
        (None, 7, 44868, 20221103, 2022, {"real": "12.5"}, {"real": "1e16"}, {"real": "-0.5"}, True,
         {"day": "2022-11-03"},
         {"day": "2022-11-03T10:30:00"}, {"formula": "=1/0", "value": "#DIV/0!"}, {"formula": "=A1", "value": "7 yuan"})
    )  # fmt: skip


_JSON_CELLS = ("null", "true", "7", "12.50", "-0", "1e16", "1e400", "NaN", "123456789012345678.25", "[]", "{}",
               "[1, 2]",
               '{"a": 1}', '"\\u0000"', '"\\ud800"', '"x"', "[null]", '[{"a": 1}]', "007", "Infinity")  # fmt: skip
_JSON_LINES = ("not json", "[1]", "7", "null", '"text"', "{", '{"city": "A"} {"city": "B"}', "{}", " \t", "[" * 500,
               '{"city": {"city": "A"}}', '{"city": null}', '{"amount": 7}', '{"city": ""}')  # fmt: skip


def _json_row(chance: Random, cells: list[Any], source: str, *, is_wild: bool) -> str:
    if is_wild and chance.random() < 0.1:
        line = chance.choice(_JSON_LINES)
        return line if source == "jsonl" or _is_json(line) else "{}"
    pairs = [
        (column, chance.choice(_JSON_CELLS) if is_wild and chance.random() < 0.2 else _quoted(cell))
        for column, cell in zip(COLUMNS, cells, strict=True)
        if not is_wild or chance.random() < 0.9
    ]
    if source == "json":
        pairs = [(column, text if _is_json(text) else "null") for column, text in pairs]
    if is_wild and pairs and chance.random() < 0.1:
        pairs.insert(chance.randint(0, len(pairs)), chance.choice(pairs))
    if is_wild and chance.random() < 0.05:
        pairs.append((chance.choice(COLUMNS), chance.choice(("null", '"again"', "7", '""'))))
    return "{" + ", ".join(f'"{column}": {text}' for column, text in pairs) + "}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


# --- writing -----------------------------------------------------------------------------------------------------


def write(table: Table) -> Written:
    """Write a table into the working directory."""
    source = table["source"]
    path = Path(f"deals.{source}")
    match source:
        case "csv" | "tsv":
            path.write_bytes(_separated(table["rows"], "\t" if source == "tsv" else ","))
            return Written(str(path), sum(any(map(_is_filled, row)) for row in table["rows"]))
        case "jsonl":
            # A line end within a text would be the end of a row.
            lines = [row.replace("\n", " ") for row in table["rows"]]
            path.write_bytes("".join(f"{line}\n" for line in lines).encode(errors="surrogateescape"))
            return Written(str(path), sum(map(_is_json_row, lines)))
        case "json":
            path.write_bytes(f"[{', '.join(table['rows'])}]".encode(errors="surrogateescape"))
            return Written(str(path), sum(map(_is_json_row, table["rows"])))
        case "xlsx":
            _write_workbook(path, table["rows"])
            return Written(str(path), sum(any(map(_is_filled, row)) for row in table["rows"]))
        case "sqlite":
            return Written(f"{path}#deals", _write_sqlite(path, table))
        case _:
            where = f"{path}#deals" if source == "duckdb" else str(path)
            return Written(where, _write_duckdb(path, table))


def _is_filled(cell: Any) -> bool:
    return cell is not None and not (isinstance(cell, str) and not cell.strip())


def _separated(rows: list[list[str]], delimiter: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return stream.getvalue().encode(errors="surrogateescape")


class _Pairs(list[tuple[str, Any]]):
    """The keys of an object and their values, one as often as it is given."""


def _is_json_row(text: str) -> bool:
    """Return whether a text of JSON is a row: whether anything stands in it, be it no object."""
    if not text.strip(" \t\r\n"):
        return False
    try:
        value = json.loads(text, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return True
    return not isinstance(value, _Pairs) or _is_filled_json(value)


def _is_filled_json(value: Any) -> bool:
    match value:
        case _Pairs():
            # An object with a key given twice is told as bad.
            return len({key for key, _ in value}) < len(value) or any(_is_filled_json(each) for _, each in value)
        case list() if not any(isinstance(each, list) for each in value):
            return bool("; ".join(str(each) for each in value if each is not None).strip())
    return _is_filled(value)


def _write_workbook(path: Path, rows: list[list[Any]]) -> None:
    import xlsxwriter  # type: ignore[import-untyped]

    book = xlsxwriter.Workbook(str(path))
    days = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    sheet = book.add_worksheet()
    for line, row in enumerate([list(COLUMNS), *rows]):
        for column, cell in enumerate(row):
            match cell:
                case None | "":
                    pass
                case {"day": text}:
                    day = datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
                    sheet.write_datetime(line, column, day, days)
                case {"formula": formula, "value": value}:
                    sheet.write_formula(line, column, formula, None, value)
                case {"real": text}:
                    sheet.write_number(line, column, float(text))
                case bool():
                    sheet.write_boolean(line, column, cell)
                case int():
                    sheet.write_number(line, column, cell)
                case _:
                    sheet.write_string(line, column, cell)
    book.close()


def _write_sqlite(path: Path, table: Table) -> int:
    rows = 0
    with closing(sqlite3.connect(path)) as database:
        columns = ", ".join(f"{name} {kind}" for name, kind in zip(COLUMNS, table["types"], strict=False))
        database.execute(f"CREATE TABLE deals ({columns})")
        for row in table["rows"]:
            cells = [_sqlite_value(cell) for cell in row]
            marks = ", ".join("CAST(? AS TEXT)" if type(cell) is memoryview else "?" for cell in cells)
            database.execute(f"INSERT INTO deals VALUES ({marks})", cells)
            rows += any(map(_is_filled, cells))
        database.commit()
    return rows


def _sqlite_value(cell: Any) -> Any:
    match cell:
        case {"real": text}:
            return float(text)
        case {"hex": digits}:
            return bytes.fromhex(digits)
        case str() if any("\ud800" <= each <= "\udfff" for each in cell):
            return memoryview(cell.encode(errors="surrogateescape"))  # text that is none
    return cell


def _write_duckdb(path: Path, table: Table) -> int:
    import duckdb

    where = str(path) if path.suffix == ".duckdb" else ":memory:"
    with duckdb.connect(where) as database:
        columns = ", ".join(f"{name} {kind}" for name, kind in zip(COLUMNS, table["types"], strict=False))
        database.execute(f"CREATE TABLE deals ({columns})")
        cells = ", ".join(f"TRY_CAST(${at} AS {kind})" for at, kind in enumerate(table["types"], start=1))
        for row in table["rows"]:
            texts = [cell.encode(errors="replace").decode() if cell else None for cell in row]
            database.execute(f"INSERT INTO deals SELECT {cells}", texts)
        for name, kind in zip(COLUMNS, table["types"], strict=False):
            if path.suffix == ".parquet" and kind == "INTERVAL":  # which has no sign there
                database.execute(f"UPDATE deals SET {name} = NULL WHERE {name} < INTERVAL 0 SECONDS")
        rows = database.execute(
            f"SELECT {', '.join(f'CAST({name} AS VARCHAR)' for name in COLUMNS)} FROM deals"
        ).fetchall()
        if path.suffix == ".parquet":
            database.execute(f"COPY deals TO '{path}' (FORMAT parquet)")
    return sum(any(map(_is_filled, row)) for row in rows)
