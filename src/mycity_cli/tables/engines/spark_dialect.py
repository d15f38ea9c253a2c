"""The SQL of Spark, asked by impyla, of which the dialect knows Impala only: names, constants, types and catalogue."""

from __future__ import annotations

import logging
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from impala.dbapi import connect
from impala.error import InterfaceError
from impala.sqlalchemy import (
    ImpalaDialect,
    ImpalaIdentifierPreparer,
    ImpalaTypeCompiler,
)
from sqlalchemy import Connection
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.sql.compiler import IdentifierPreparer, SQLCompiler

from mycity_cli.messages import say
from mycity_cli.tables.engines.spark_sessions import Sessions, told

for _name in ("impala", "thrift"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # they would write errors that are told anyway

TIMEOUT = 10
"""Seconds after which a server that does not answer is given up; afterwards a question may take its time."""

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",  # a sum that is too large is an error
    "spark.sql.ansi.doubleQuotedIdentifiers": "false",
    "spark.sql.ansi.enforceReservedKeywords": "false",
    "spark.sql.parser.escapedStringLiterals": "false",
    "spark.sql.variable.substitute": "false",  # ${...} in a name is no variable
    "spark.sql.groupByOrdinal": "false",
    "spark.sql.orderByOrdinal": "false",
    "spark.sql.thriftServer.incrementalCollect": "true",  # the server holds no more of a long answer than a block
}
"""What every session is told."""

_FLAGS = ("use_ssl", "use_http_transport", "verify_cert")


class SparkPreparer(ImpalaIdentifierPreparer):  # type: ignore[misc]
    """Names in backticks. A schema may be one of a catalogue, with a point between them."""

    def __init__(self, dialect: Any) -> None:
        IdentifierPreparer.__init__(self, dialect, initial_quote="`", escape_quote="`")

    def quote_schema(self, schema: str) -> str:
        """Return the name of a schema, each part of it quoted."""
        return ".".join(self.quote_identifier(part) for part in schema.split("."))


class SparkTypes(ImpalaTypeCompiler):  # type: ignore[misc]
    """The names of types: a text is a STRING, and there are days without a time."""

    def visit_VARCHAR(self, type_: object, **_: Any) -> str:  # noqa: N802  # the name is SQLAlchemy's
        """Return the type of texts."""
        del type_
        return "STRING"

    visit_CHAR = visit_TEXT = visit_NVARCHAR = visit_NCHAR = visit_CLOB = visit_VARCHAR  # noqa: N815

    def visit_DATE(self, type_: object, **_: Any) -> str:  # noqa: N802
        """Return the type of days."""
        del type_
        return "DATE"


class SparkCompiler(SQLCompiler):
    """Statements with all of their parameters in them: the driver would put them there, and none too well."""

    def visit_bindparam(self, bindparam: Any, *_: Any, **options: Any) -> str:
        """Return a parameter as the constant that it is."""
        return str(super().visit_bindparam(bindparam, **options | {"literal_binds": True}))  # type: ignore[no-untyped-call]

    def visit_try_cast(self, element: Any, **options: Any) -> str:
        """Return a cast that is NULL where it fails."""
        return f"TRY_{self.visit_cast(element, **options)}"  # type: ignore[no-untyped-call]

    def render_literal_value(self, value: Any, type_: Any) -> str:
        """Return a constant as Spark reads it."""
        del type_
        match value:
            case None:
                return "NULL"
            case bool():
                return "true" if value else "false"
            case int():
                return str(value)
            case Decimal():
                return f"{value:f}BD"
            case datetime():
                return f"TIMESTAMP_NTZ {written(value.isoformat(sep=' '))}"
            case date():
                return f"DATE {written(value.isoformat())}"
        return written(str(value))


def written(value: str) -> str:
    r"""Return a text as a constant of Spark: \ escapes, and ${ would begin a variable where these are put in."""
    escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("$", "\\u0024").replace("\0", "\\u0000")
    return f"'{escaped}'"


class SparkContext(DefaultExecutionContext):
    """One statement, which asks for its rows in blocks."""

    def create_cursor(self) -> Any:
        """Return a cursor: any of them hands over its rows as they come."""
        self._is_server_side = False
        return self._dbapi_connection.cursor()


class SparkDialect(ImpalaDialect):  # type: ignore[misc]
    """Spark behind its Thrift server."""

    name: ClassVar[str] = "spark"
    driver: ClassVar[str] = "impyla"
    preparer = SparkPreparer
    type_compiler = type_compiler_cls = SparkTypes
    statement_compiler = SparkCompiler
    execution_ctx_cls = SparkContext
    supports_statement_cache: ClassVar[bool] = False
    """Of statements that hold their parameters each is another."""

    @classmethod
    def import_dbapi(cls) -> Any:
        """Return the module of the driver."""
        import impala.dbapi

        return impala.dbapi

    def __init__(self, **options: Any) -> None:
        # Signs of percent are not doubled then. There are no parameters that would be named.
        super().__init__(**options | {"paramstyle": "named"})

    def create_connect_args(self, url: Any) -> tuple[list[Any], dict[str, Any]]:
        """Return what the driver is told, of which a URL has only texts."""
        _, options = super().create_connect_args(url)
        for flag in _FLAGS:
            if flag in options:
                options[flag] = str(options[flag]).lower() in ("1", "true", "yes")
        if options["port"] is None:
            del options["port"]
        return [], options

    def connect(self, *_: Any, **options: Any) -> Any:
        """Return a connection. Raises an error of DB-API where the server cannot be reached or does not answer."""
        options = {"port": 10000, "auth_mechanism": "PLAIN", **options}
        database = options.pop("database", None)
        wait = options.pop("timeout", TIMEOUT)
        with told():
            try:
                connect(**options, timeout=int(wait)).close()  # who answers once is waited for
                connection = connect(**options)
            except (TypeError, ValueError) as error:
                raise InterfaceError(say("the driver does not take this URL: {why}", why=str(error))) from error
        settings = {f"set:hiveconf:{name}": value for name, value in SETTINGS.items()}
        if database:
            settings["use:database"] = f"`{database}`"
        return Sessions(connection, options.get("user"), settings)

    def initialize(self, connection: Connection) -> None:
        """Ask for nothing: what has to be known of the server is asked for where it is used."""

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Put a question."""
        del parameters, context
        cursor.execute(statement)

    def get_table_names(self, connection: Connection, schema: str | None = None, **_: Any) -> list[str]:
        """Return the names of tables and views."""
        place = "" if schema is None else f" IN {self.identifier_preparer.quote_schema(schema)}"
        return [str(name) for _, name, *_ in connection.exec_driver_sql(f"SHOW TABLES{place}")]
