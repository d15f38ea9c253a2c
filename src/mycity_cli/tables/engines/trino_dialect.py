"""The SQL of Trino, with all constants in it: a parameter is to Trino never the same as another."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from trino.sqlalchemy.compiler import TrinoSQLCompiler
from trino.sqlalchemy.dialect import TrinoDialect


class TrinoStatements(TrinoSQLCompiler):  # type: ignore[misc]
    """Statements without parameters."""

    def visit_bindparam(self, bindparam: Any, *_: Any, **options: Any) -> str:
        """Return a parameter as the constant that it is."""
        return str(super().visit_bindparam(bindparam, **options | {"literal_binds": True}))

    def render_literal_value(self, value: Any, type_: Any) -> str:
        """Return a constant as Trino reads it."""
        del type_
        match value:
            case None:
                return "NULL"
            case bool():
                return "true" if value else "false"
            case int():
                return str(value) if abs(value) < 1 << 63 else f"DECIMAL '{value}'"
            case Decimal():
                return f"DECIMAL '{value:f}'"
            case date():
                return f"DATE '{value.isoformat()}'"
        return "'{}'".format(str(value).replace("'", "''"))


class TrinoAsked(TrinoDialect):  # type: ignore[misc]
    """Trino, asked by its client."""

    statement_compiler = TrinoStatements

    @classmethod
    def import_dbapi(cls) -> Any:
        """Return the module of the driver."""
        import trino.dbapi

        return trino.dbapi

    supports_statement_cache = False
    """Of statements that hold their constants each is another."""
