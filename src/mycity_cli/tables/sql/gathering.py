"""What groups of rows are gathered in, and that an engine may not be enough for it."""

from __future__ import annotations

from typing import Protocol

from mycity_cli.tables.sql.groups import Group


class NeedsRowsError(Exception):
    """A question, or a row that was found, for which an engine is not enough: the rows must be read one by one."""


class Gathering(Protocol):
    """What groups are gathered in."""

    def add(self, group: Group) -> object:
        """Take one group more."""


class Nothing:
    """Gathers nothing: for what only has to be read."""

    def add(self, group: Group) -> None:
        """Pass over a group."""
