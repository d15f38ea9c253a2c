"""One row of a table as a signing of a dataset."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mycity_cli.errors import MycityError, UsageError
from mycity_cli.exchange.naming import Names, as_id
from mycity_cli.messages import say
from mycity_cli.tables.rows import CellError, TableRow

UNSTATED = "unstated"
"""The kind of a conference that a table only names, and of signings where it does not say theirs."""

UNKNOWN_PUBLISHER = "not stated"
UNKNOWN_LANGUAGE = "und"
"""The language tag of what is in no known language (ISO 639-2, BCP 47)."""

_KIND_HELP = say("write it in Latin letters, or leave the column out: --map kind=")


class RowSigning:
    """A row as a signing: its `content` as JSON has it, and everything that is wrong with it.

    `ids` are those of signings by the ids of their rows, `file` is what the row cites where it names no source.
    """

    def __init__(self, row: TableRow, names: Names, id: str, ids: Mapping[str, str], file: str) -> None:
        self.row = row
        self.problems: list[CellError] = []
        """What is wrong in each column: whatever follows from it is no problem of its own."""
        self._names = names
        self._file = file
        self.content = self._content(id, ids)

    def add(self, field: str, problem: MycityError) -> None:
        """Take what is wrong with a field of the signing as a problem of its column, unless that has one already."""
        column = field.replace("sources", "source")
        if not self.problems or (column and all(column != other.column for other in self.problems)):
            self._fail(column, "refused", problem)

    def _content(self, id: str, ids: Mapping[str, str]) -> dict[str, Any]:
        row = self.row
        sources = self._sources()
        city = self._place("city", row.city)
        promoter = self._place("promoter", row.promoter)
        stated = {
            "id": id,
            "date": row.date,
            "projects": row.projects,
            "amount": row.amount,
            "part_of": None if row.part_of is None else ids.get(row.part_of, row.part_of),
            "note": row.note,
        }
        signing = {
            **{field: str(value) for field, value in stated.items() if value is not None},
            "kind": self._kind(),
            "city": city,
            # The dataset's city stands in for a promoter that a record leaves out.
            "promoter": promoter if promoter != self._names.like.city else None,
            "partner": self._place("partner", row.partner),
            "conference": self._conference(city, sources),
            "fields": list(row.fields),
            "sources": sources,
        }
        return {field: value for field, value in signing.items() if value}

    def _kind(self) -> str:
        if self.row.kind is None:
            return UNSTATED
        kind = as_id(self.row.kind)
        if not kind:
            self._fail("kind", "bad-id", UsageError(say("'{text}' is no id", text=self.row.kind), help=_KIND_HELP))
        return kind

    def _fail(self, column: str, code: str, error: MycityError) -> None:
        self.problems.append(CellError(error.message, column, code, help=error.help, excerpt=error.excerpt))

    def _named(self, column: str, kind: str, name: str | None, fields: dict[str, Any]) -> str | None:
        if name is None:
            return None
        try:
            return self._names.id_of(kind, name, fields)
        except UsageError as error:
            self._fail(column, "unclear-name", error)
            return None

    def _place(self, column: str, name: str | None) -> str | None:
        return self._named(column, "places", name, {"name": name})

    def _conference(self, city: str | None, sources: list[dict[str, str]]) -> str | None:
        name = self.row.conference
        fields = {"kind": UNSTATED, "name": name, "city": city, "sources": sources[:1]}
        return self._named("conference", "conferences", name, fields)

    def _sources(self) -> list[dict[str, str]]:
        """Return the citations of the row; where it names no source, the table itself is one."""
        cited = [(each.id, each.at) for each in self.row.sources] or [(self._file, f"row {self.row.number}")]
        sources = []
        for title, at in cited:
            fields = {"title": title, "publisher": UNKNOWN_PUBLISHER, "language": UNKNOWN_LANGUAGE}
            id = self._named("source", "sources", title, fields)
            sources.append({"id": id or "", **({"at": at} if at else {})})
        return sources
