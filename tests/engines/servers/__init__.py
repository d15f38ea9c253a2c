"""Engines that hold tables: servers that are started here, and databases in files; each takes the same rows."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from engines.content import Content


class Engine(Protocol):
    """What holds tables; `name` is what the summary calls it."""

    name: str

    def load(self, table: str, content: Content, parquet: Path) -> str:
        """Put rows down as a table, which a Parquet file holds too; return what `--data` is told."""
        ...
