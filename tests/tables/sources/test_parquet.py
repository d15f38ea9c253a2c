"""Parquet files as sheets."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from mycity_cli.errors import DataError
from mycity_cli.tables.sheet import Line, Origin, Sheet
from mycity_cli.tables.sources.parquet import sheet_of_parquet, sheet_of_parquet_bytes

MOMENT = datetime.fromisoformat("2022-11-02T16:30")

QUERY = """
SELECT 'A' AS city, 1.5::DOUBLE AS amount, 2::FLOAT AS f, 12.30::DECIMAL(9, 2) AS dec,
    9007199254740993 AS h, 3::UTINYINT AS n, DATE '2022-01-02' AS d, TIMESTAMP '2022-01-01 00:00:00' AS ts,
    make_timestamp(1667406600000000)::TIMESTAMP AS moment, true AS flag, [1, 2] AS l, {'a': 1} AS s, 'x'::BLOB AS b,
    'nan'::DOUBLE AS nan, NULL::INTEGER AS nothing
UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
UNION ALL SELECT 'B', 1e22, 0.1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
"""

EXPECTED = Sheet(
    "p",
    Origin.TYPED,
    ("city", "amount", "f", "dec", "h", "n", "d", "ts", "moment", "flag", "l", "s", "b", "nan", "nothing"),
    [
        Line(
            1,
            [
                *("A", Decimal("1.5"), 2, Decimal("12.30"), 9007199254740993, 3, date(2022, 1, 2)),
                *(date(2022, 1, 1), MOMENT, "true", "[1, 2]", "{'a': 1}", "x", "nan", None),
            ],
        ),
        Line(3, ["B", 10**22, Decimal("0.1"), *[None] * 12]),
    ],
)


def test_values_are_typed(tmp_path: Path) -> None:
    path = tmp_path / "a[1].parquet"
    duckdb.connect().execute(f"COPY ({QUERY}) TO '{path}' (FORMAT parquet)")
    assert sheet_of_parquet(path, "p") == EXPECTED
    assert sheet_of_parquet_bytes(path.read_bytes(), "p") == EXPECTED


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/New_York"])
def test_a_moment_is_its_day_in_utc(zone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    path = tmp_path / "a.parquet"
    query = "SELECT make_timestamp(1667406600000000)::TIMESTAMPTZ AS t"
    with duckdb.connect() as database:
        database.execute("SET TimeZone = 'UTC'")
        database.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    assert list(sheet_of_parquet(path, "p").lines) == [Line(1, [MOMENT])]


def test_what_is_no_parquet_is_told() -> None:
    with pytest.raises(DataError, match=r"^error: p: is no Parquet file that can be read: "):
        sheet_of_parquet_bytes(b"PAR1 nonsense", "p")
