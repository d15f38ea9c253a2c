"""Which row of its file a row of a table is, where the table is several files, or has lines that are no rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mycity_cli.tables.engines.raw import RawTable, Rejected


class RowPlaces:
    """Where the rows of a table are in their files. `starts` are how many rows are before those of each file."""

    def __init__(self, raw: RawTable, rejected: Sequence[Rejected], starts: Mapping[str, int]) -> None:
        self._name = raw.name
        self._header = raw.header
        self._starts = starts
        self._rejected: dict[str, list[int]] = {}
        for each in sorted(rejected, key=lambda rejected: rejected.line):
            self._rejected.setdefault(each.file, []).append(each.line)

    def of(self, number: int, file: str | None) -> tuple[str, int]:
        """Return the file of a row, and its number there, counted with the lines before it that are no rows."""
        name = file or self._name
        row = number - self._starts.get(name, 0)
        for line in self._rejected.get(name, ()):
            if line - self._header <= row:
                row += 1
        return name, row
