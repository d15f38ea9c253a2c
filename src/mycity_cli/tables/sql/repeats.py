"""Whether rows state one thing twice: two rows with one id, or one object with a key twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, func, select

from mycity_cli.tables.engines.raw import RawTable
from mycity_cli.tables.sql.gathering import NeedsRowsError


class Repeats:
    """What stands there twice in a table. It is looked for once, and only where the rows fit in memory."""

    def __init__(self, raw: RawTable, fetched: Callable[[Select[*tuple[Any, ...]]], Any], *, fits_memory: bool) -> None:
        self._raw = raw
        self._fetched = fetched
        self._is_searched = not fits_memory
        self.has_unseen_ids = "id" in raw.columns and not fits_memory
        """Whether two rows may have one id, and nobody looks."""
        self.has_unseen_keys = raw.repeated_keys is not None and not fits_memory
        """Whether an object may have a key twice, and nobody looks."""

    def require_none(self) -> None:
        """Raise NeedsRowsError where something may stand there twice: the rows in memory show whether it does."""
        if self._is_searched:
            return
        if "id" in self._raw.columns:
            id = func.nullif(func.trim(self._raw.text(self._raw.rows, "id")), "")
            ((ids, different),) = self._fetched(select(func.count(id), func.count(id.distinct())))
            if ids != different:
                raise NeedsRowsError
        if self._raw.repeated_keys is not None:
            ((rows,),) = self._fetched(self._raw.repeated_keys)
            if rows:
                raise NeedsRowsError
        self._is_searched = True
