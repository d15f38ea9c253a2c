"""What Spark is asked, as text, and what is made of its answers; no server is needed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

pytest.importorskip("sqlalchemy", reason="the extra tables is not installed")
pytest.importorskip("impala", reason="impyla is not installed (pip install impyla)")

from impala.error import HiveServer2Error, OperationalError, ProgrammingError
from sqlalchemy import Date, Numeric, String, column, literal, make_url, select, table, true
from sqlalchemy.sql.elements import quoted_name
from thrift.transport.TTransport import TTransportException

from mycity_cli.tables.engines.choosing import engine_of
from mycity_cli.tables.engines.spark import ENGINE, type_named
from mycity_cli.tables.engines.spark_dialect import SETTINGS, SparkDialect
from mycity_cli.tables.engines.spark_sessions import Sessions, told
from mycity_cli.tables.engines.types import TEXT, Kind, Type
from mycity_cli.tables.sql.grouping import Sums
from running import Mycity
from tables.engines.compiling import DECIMAL, INTEGER, REAL, cell, question, written

DIALECT = SparkDialect()


def sql(element: Any) -> str:
    return written(element, DIALECT).removeprefix("SELECT ").removesuffix(" FROM deals").removesuffix(" AS x")


def test_the_dialect_is_our_own() -> None:
    url = make_url("impala://host:10000/default?auth_mechanism=PLAIN")
    assert engine_of("impala://host", "x") is ENGINE
    assert str(ENGINE.url(url)) == "spark+impyla://host:10000/default?auth_mechanism=PLAIN"
    assert ENGINE.url(url).get_dialect() is SparkDialect


@pytest.mark.parametrize(
    ("value", "constant"),
    [
        ("Xi'an", r"'Xi\'an'"),
        ("back\\slash", r"'back\\slash'"),
        ("100% :name %s ?", "'100% :name %s ?'"),
        ("${spark.user}", r"'\u0024{spark.user}'"),
        ("苏州", "'苏州'"),
        (7, "7"),
        (-7, "-7"),
        (None, "NULL"),
    ],
)
def test_a_constant_stands_in_the_statement(value: Any, constant: str) -> None:
    assert sql(literal(value)) == constant


def test_constants_of_other_types() -> None:
    assert sql(literal(date(1, 1, 1), Date)) == "DATE '0001-01-01'"
    assert sql(literal(Decimal("1e27"), Numeric)) == "1000000000000000000000000000BD"
    assert sql(literal(Decimal("0.10"), Numeric)) == "0.10BD"
    assert sql(literal(datetime.fromisoformat("2022-11-03T07:00:00"))) == "TIMESTAMP_NTZ '2022-11-03 07:00:00'"
    assert sql(true()) == "true"


def test_names_are_quoted_and_limits_are_numbers() -> None:
    odd = table(quoted_name("t`1", quote=True), column(quoted_name("a:b%", quote=True)), schema="lake.db")
    query = select(odd.c["a:b%"]).where(odd.c["a:b%"].in_(["x", "y'"])).limit(3)
    assert written(query, DIALECT) == (
        "SELECT `lake`.`db`.`t``1`.`a:b%` FROM `lake`.`db`.`t``1` "
        r"WHERE `lake`.`db`.`t``1`.`a:b%` IN ('x', 'y\'') LIMIT 3"
    )


def test_texts_are_compared_letter_by_letter_and_numbers_have_64_bits() -> None:
    assert sql(ENGINE.compared(cell(), TEXT)) == "CAST(deals.`amount` AS STRING)"
    assert sql(ENGINE.compared(cell(), INTEGER)) == "CAST(deals.`amount` AS BIGINT)"
    assert sql(ENGINE.compared(cell(), DECIMAL)) == "deals.`amount`"


def test_a_pattern_ends_where_the_text_does_and_is_not_looked_for_in_a_long_text() -> None:
    assert sql(ENGINE.matches(cell(), "^[0-9.]+$")) == (
        r"CASE WHEN (length(deals.`amount`) <= 10000) THEN deals.`amount` RLIKE '^[0-9.]+\\z' ELSE false END"
    )
    assert sql(ENGINE.found(cell(), "[^0-9]*$")) == (
        r"CASE WHEN (length(deals.`amount`) <= 10000) THEN regexp_extract(deals.`amount`, '[^0-9]*\\z', 0) ELSE '' END"
    )


def test_casts_may_fail() -> None:
    assert sql(ENGINE.integer(cell())) == "TRY_CAST(deals.`amount` AS BIGINT)"
    assert sql(ENGINE.is_day(cell())) == (
        "length(deals.`amount`) = 10 AND CAST(TRY_CAST(deals.`amount` AS DATE) AS STRING) = deals.`amount`"
    )
    assert sql(ENGINE.position(cell(), ".")) == "locate('.', deals.`amount`)"


def test_whole_numbers_are_added_up_in_halves() -> None:
    addends = ENGINE.addends(ENGINE.compared(cell(), INTEGER))
    assert [sql(each) for each in addends] == [
        "shiftright(CAST(deals.`amount` AS BIGINT), 32)",
        "CAST(deals.`amount` AS BIGINT) & 4294967295",
    ]
    numbers = [(1 << 63) - 1, (1 << 63) - 1, 5, 0]
    halves = [sum(n >> 32 for n in numbers), sum(n & 0xFFFFFFFF for n in numbers)]
    assert ENGINE.added_up(halves) == sum(numbers)
    assert ENGINE.added_up([Decimal("1.50")]) == Decimal("1.50")
    assert ENGINE.added_up([None, None]) is None


def test_a_binary_number_is_handed_over_as_text() -> None:
    assert sql(ENGINE.handed_over(cell(), REAL)) == (
        "concat(CAST(deals.`amount` AS STRING), CASE WHEN (typeof(deals.`amount`) = 'float') THEN 'f' ELSE '' END)"
    )


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("int", INTEGER),
        ("bigint", INTEGER),
        ("decimal(18,2)", DECIMAL),
        ("decimal(38,2)", Type(Kind.WIDE)),
        ("float", REAL),
        ("date", Type(Kind.DATE)),
        ("timestamp", Type(Kind.INSTANT)),
        ("timestamp_ntz", Type(Kind.TIME)),
        ("string", TEXT),
        ("string collate UTF8_LCASE", TEXT),
        ("varchar(10)", TEXT),
        ("struct<string:int>", Type(Kind.OTHER)),
        ("boolean", Type(Kind.OTHER)),
    ],
)
def test_types_are_known_by_what_describe_says(name: str, type_: Type) -> None:
    assert type_named(name) == type_


@pytest.mark.parametrize("amount", [TEXT, INTEGER, DECIMAL, REAL], ids=lambda each: each.kind.name)
def test_a_question_has_no_parameters_and_sorts_no_table(amount: Type) -> None:
    found = question(ENGINE, DIALECT, amount, Sums(first=True, projects=False))
    assert "row_number" not in found
    assert "rank() OVER (ORDER BY " in found
    assert found.count("struct(CAST(deals.city AS STRING), ") == 1
    assert "VARCHAR" not in found


# --- sessions ----------------------------------------------------------------------------------------------------


class Session:
    """A cursor of impyla, as far as it is used."""

    def __init__(self, rows: list[tuple[Any, ...]], kinds: list[str]) -> None:
        self.rows = rows
        self.description = [("x", kind, None, None, None, None, None) for kind in kinds]
        self.asked: list[str] = []
        self.broken = False

    def execute(self, statement: str) -> None:
        self.asked.append(statement)

    def fetchmany(self, size: int) -> list[tuple[Any, ...]]:
        found, self.rows = self.rows[:size], self.rows[size:]
        return found

    def fetchall(self) -> list[tuple[Any, ...]]:
        return self.fetchmany(len(self.rows))

    def close_operation(self) -> None:
        if self.broken:
            raise TTransportException(message="gone")

    def close(self) -> None: ...


class Connection:
    def __init__(self, *sessions: Session) -> None:
        self.sessions = list(sessions)
        self.opened: list[dict[str, Any]] = []

    def cursor(self, **options: Any) -> Session:
        self.opened.append(options)
        return self.sessions.pop(0)

    def close(self) -> None: ...


def test_a_session_is_used_again_and_has_our_settings() -> None:
    connection = Connection(Session([("1.50",)], ["DECIMAL"]), Session([], []))
    sessions = Sessions(connection, "ann", {"a": "b"})
    first = sessions.cursor()
    first.execute("SELECT 1")
    assert first.fetchone() == (Decimal("1.50"),)
    assert first.fetchone() is None
    first.close()
    sessions.cursor().execute("SELECT 2")
    assert [each["configuration"] for each in connection.opened] == [{"a": "b"}]
    sessions.cursor()  # the first is in use
    assert len(connection.opened) == 2
    sessions.close()


def test_a_broken_session_is_not_used_again() -> None:
    broken = Session([], [])
    broken.broken = True
    sessions = Sessions(Connection(broken, Session([], [])), None, {})
    sessions.cursor().close()
    assert sessions.cursor()._session is not broken


def test_values_are_exact_and_what_python_does_not_know_stays_text() -> None:
    rows = [
        ("2022-11-03", "2022-11-03 07:00:00.5", "a", None),
        ("+10000-01-01", "+10000-01-01 00:00:00", "b", "2.0"),
    ]
    cursor = Sessions(Connection(Session(rows, ["DATE", "TIMESTAMP", "STRING", "DECIMAL"])), None, {}).cursor()
    cursor.execute("SELECT")
    assert cursor.fetchall() == [
        (date(2022, 11, 3), datetime.fromisoformat("2022-11-03T07:00:00.5"), "a", None),
        ("+10000-01-01", "+10000-01-01 00:00:00", "b", Decimal("2.0")),
    ]


def test_a_server_says_what_is_wrong_in_one_line() -> None:
    said = (
        "org.apache.hive.service.cli.HiveSQLException: Error running query: [TABLE_OR_VIEW_NOT_FOUND] "
        "org.apache.spark.sql.catalyst.ExtendedAnalysisException: [TABLE_OR_VIEW_NOT_FOUND] The table or view `x` "
        "cannot be found. SQLSTATE: 42P01; line 1 pos 14;\n\tat org.apache.spark.Some.method(Some.scala:1)"
    )
    with pytest.raises(ProgrammingError, match=r"^The table or view `x` cannot be found\.$"), told():
        raise HiveServer2Error(said)
    with pytest.raises(OperationalError, match=r"^the server does not answer: gone$"), told():
        raise TTransportException(message="gone")


def test_a_server_that_is_not_there_is_told_in_one_line(mycity: Mycity, free_port: int) -> None:
    url = f"impala://127.0.0.1:{free_port}/default?auth_mechanism=PLAIN#deals"
    result = mycity("total", "--data", url)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"error: {url}: cannot be read: the server does not answer: ")
    assert result.err.count("\n") == 1


def test_settings_say_what_answers_depend_on() -> None:
    assert SETTINGS["spark.sql.session.timeZone"] == "UTC"
    assert SETTINGS["spark.sql.ansi.enabled"] == "true"


def test_an_option_of_the_url_is_a_flag_or_a_number() -> None:
    url = make_url("spark+impyla://ann@host/db?use_ssl=false&timeout=3")
    assert DIALECT.create_connect_args(url) == (
        [],
        {"host": "host", "user": "ann", "password": None, "database": "db", "use_ssl": False, "timeout": "3"},
    )


def test_an_unknown_option_of_the_url_is_told(mycity: Mycity) -> None:
    result = mycity("total", "--data", "impala://127.0.0.1:1/default?colour=red#deals")
    assert (result.code, result.err.count("\n")) == (3, 1)
    assert "unexpected keyword argument 'colour'" in result.err


def test_a_text_is_a_string() -> None:
    assert sql(select(cell()).subquery().c.amount.cast(String)).startswith("CAST(anon_1.`amount` AS STRING)")
