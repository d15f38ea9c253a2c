"""What MariaDB keeps in columns of its own kinds, and what is said where it cannot be asked."""

from __future__ import annotations

import pytest

from engines.servers.mariadb import MariaDB
from tables.conftest import Both

QUESTIONS = [
    ["deals", "--format", "json"],
    ["deals", "--columns", "id,date,city,projects,amount", "--skip-bad", "--max-bad", "100%"],
    ["total", "--by", "city", "--skip-bad", "--max-bad", "100%"], ["total", "--by", "quarter", "--skip-bad"],
]  # fmt: skip

TABLES = {
    "floats": (
        "city varchar(20), amount float, currency varchar(3)",
        "('a', 1234567.9, 'CNY')",
        "('b', 1e10, 'CNY')",
        "('c', 0.1, 'CNY')",
        "('d', 16777216, 'CNY')",
        "('e', 3.4e38, 'CNY')",
        "('f', 1e-30, 'CNY')",
        "('g', 0, 'CNY')",
        "('h', NULL, 'CNY')",
        "('i', 999999.94, 'CNY')",
        "('j', 12345.678, 'CNY')",
    ),
    "shown": (
        "city varchar(20), amount double(15,2), currency varchar(3), projects float(7,0)",
        "('a', 123456789012.34, 'CNY', 7)",
        "('b', 0.1, 'CNY', 30)",
        "('c', 5, 'CNY', NULL)",
    ),
    "wide": (
        "city varchar(20), amount decimal(65,30), currency varchar(3)",
        "('a', 0.000000000000000000000000000001, 'CNY')",
        "('b', 99999999999999999999999999999999999.5, 'CNY')",
    ),
    "whole": (
        "city varchar(20), amount bigint unsigned, projects int(5) zerofill, currency varchar(3)",
        "('a', 18446744073709551615, 42, 'CNY')",
        "('b', 18446744073709551615, 7, 'CNY')",
        "('c', 9223372036854775808, 0, 'CNY')",
    ),
    "numbered": (
        "id int(5) zerofill, city varchar(20), amount int, currency varchar(3)",
        "(42, 'a', 7, 'CNY')",
        "(7, 'b', 1, 'CNY')",
    ),
    "small": (
        "city varchar(20), amount bit(40), projects tinyint(1), currency varchar(3)",
        "('a', b'111', 1, 'CNY')",
        "('b', b'0', 0, 'CNY')",
        "('c', b'1111111111111111111111111111111111111111', NULL, 'CNY')",
    ),
    "years": (
        "city varchar(20), date year, amount int, currency varchar(3)",
        "('a', 2022, 7, 'CNY')",
        "('b', 1901, 5, 'CNY')",
    ),
    "no_days": (
        "city varchar(20), date date, amount int, currency varchar(3)",
        "('a', '0000-00-00', 1, 'CNY')",
        "('b', '2022-11-00', 2, 'CNY')",
        "('c', '2022-00-00', 4, 'CNY')",
        "('d', '2022-11-03', 8, 'CNY')",
        "('e', '2022-02-31', 16, 'CNY')",
        "('f', NULL, 32, 'CNY')",
    ),
    "no_moments": (
        "city varchar(20), date datetime(3), amount int, currency varchar(3)",
        "('a', '0000-00-00', 1, 'CNY')",
        "('b', '2022-11-00', 2, 'CNY')",
        "('d', '2022-11-03 23:59:59.999', 8, 'CNY')",
        "('e', '2022-11-03', 8, 'CNY')",
    ),
    "stamps": (
        "city varchar(20), date timestamp null, amount int, currency varchar(3)",
        "('a', '2022-12-31 23:59:59', 1, 'CNY')",
        "('b', '2023-01-01', 2, 'CNY')",
        "('c', '2022-10-01 00:00:00', 4, 'CNY')",
    ),
    "latin": (
        "city varchar(20) charset latin1, promoter varchar(20) charset utf8mb3, amount text charset gbk, kind char(9)",
        "('Málaga', '苏州', '约930亿元', 'expo')",
        "('Malaga', '苏州', '5 billion yuan', 'Expo ')",
        "('MÁLAGA', '東京', '7 yuan', 'EXPO')",
    ),
    "listed": (
        "city enum('Suzhou','suzhou ','苏州') collate utf8mb4_bin, kind set('a','b'), amount int, currency text",
        "('Suzhou', 'a,b', 7, 'CNY')",
        "('苏州', '', 5, 'USD')",
        "('suzhou', 'b', 3, 'CNY')",
    ),
    "bytes": (
        "city varbinary(20), source blob, kind binary(4), amount varbinary(20)",
        "('苏州', 'x', 'expo', '5 yuan')",
        "(x'e88bff', x'ff', 'EX', '7 yuan')",
        "('SUZHOU', NULL, NULL, '1,234.5 yuan')",
        "(x'e88bfe', x'fe', 'EX', '7 yuan')",
    ),
    "json": (
        "city json, source uuid, kind time, amount int, currency text",
        """('"Suzhou"', '123e4567-e89b-12d3-a456-426614174000', '-12:30:00', 7, 'CNY')""",
        """('"suzhou"', NULL, '838:59:59', 5, 'CNY')""",
    ),
    "lines": (
        "city text, amount text, projects text",
        r"('a', '12\n', '7\n')",
        r"('b\n', '5 yuan\n', '30')",
        r"('c\\d', '1.5 million yuan', ' 7')",
        "('100%', '%5 yuan', '7 %')",
        """('it''s', "7 yuan'", NULL)""",
    ),
    "no key, `odd`; 100%": (
        "`city` text, `amount` text, `a %s :b` text, `currency` text",
        "('b', '5', 'x', 'CNY')",
        "('a', '7', 'y', 'CNY')",
        "('a', '7', 'x', 'CNY')",
        "('c', NULL, 'x', 'CNY')",
    ),
}
"""Columns of a table and its rows, by its name."""


@pytest.fixture(scope="module")
def base(mariadb: MariaDB) -> MariaDB:
    """Return a server with odd tables, each a view too."""
    with mariadb.connect() as to, to.cursor() as cursor:
        cursor.execute("SET sql_mode='ALLOW_INVALID_DATES'")
        for name, (columns, *rows) in TABLES.items():
            own = name.replace("`", "``")
            cursor.execute(f"CREATE TABLE `{own}` ({columns})")
            cursor.execute(f"INSERT INTO `{own}` VALUES {', '.join(rows)}")  # names of ours
            cursor.execute(f"CREATE VIEW `seen {own}` AS SELECT * FROM `{own}`")
    return mariadb


@pytest.mark.parametrize("driver", ["pymysql", "mysqldb"])
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("table", TABLES)
def test_large_tables_are_read_as_small_ones(
    both: Both, base: MariaDB, table: str, question: list[str], driver: str
) -> None:
    if driver == "mysqldb":
        pytest.importorskip("MySQLdb", reason="mysqlclient is not installed")
    found, expected = both(base.url(table, f"mysql+{driver}"), *question)
    assert found == expected
