"""The signings of a release in the report of an audit: each part below its whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from mycity_cli.messages import Language, Said, listed, say, say_as, told
from mycity_cli.output.audit_places import place_of
from mycity_cli.output.audit_sentences import INDENT, indented, narrower, one_line
from mycity_cli.output.audit_tally import COMPARED
from mycity_cli.output.audit_words import one_by_one, why_none
from mycity_cli.output.audits import stated
from mycity_cli.output.listing import Card, Column, Kind, Listing, field
from mycity_cli.output.render import Style
from mycity_cli.output.table import card, drawn, fitting_columns, listing
from mycity_cli.release.compare import NEW
from mycity_cli.release.findings import Audit, Compared, FoundSigning

_SHARED = ("date", "city", "promoter", "dataset")
"""The columns that are said once above the table where all signings have the same there."""


class SigningRow(NamedTuple):
    """A signing under its number, what the dataset says of it, and whether it is a part, shown below its whole."""

    number: int
    found: FoundSigning
    compared: Compared | None
    is_part: bool


def signings(audit: Audit, style: Style) -> Iterator[str]:
    """Yield the signings as a table and an empty line; one below the other where there is no room for every column.

    What is the same for all of them is said once, above.
    """
    rows = by_whole(audit)
    shown = _listing(audit, rows, style.language)
    same = _same(shown) if len(rows) > 1 else {}
    if same:
        shared = listed(_said_once(name, one_line(value)) for name, value in same.items())
        yield drawn(Text(told(say("signings: {shared}", shared=shared), style.language)), style)
        names = tuple(name for name in shown.on_terminal if name not in same)
        shown = shown._replace(on_terminal=names, default=names, in_json=names)
    if not fitting_columns(shown, style)[1]:
        yield from listing(shown, style._replace(header=None))
        yield "\n"
        return
    columns = shown.columns_named(shown.on_terminal)
    for row in rows:
        fields = [field(each.name, _unindented(each, row), each.kind, each.heading) for each in columns]
        lines = "".join(card(Card(fields), narrower(style) if row.is_part else style))
        yield "".join(f"{INDENT * row.is_part}{line}\n" for line in lines.splitlines())
        yield "\n"


def no_signings(audit: Audit, style: Style) -> Iterator[str]:
    """Yield what looks like a signing and is none, a line for each, with the reason."""
    if not audit.others:
        return
    yield drawn(Text(told(say("no signing:"), style.language)), style)
    for each in audit.others:
        found = sorted((audit.mentions[number] for number in each.mentions), key=lambda mention: mention.start)
        words = ", ".join(one_line(audit.release.text[mention.start : mention.end]) for mention in found)
        place = f"{told(place_of(audit.release, found[0].start), style.language)}  " if found else ""
        why = told(one_by_one((words, why_none(each.reason))), style.language)
        yield indented(f"{place}{why}", style)
    yield "\n"


def by_whole(audit: Audit) -> list[SigningRow]:
    """Return the signings in the order of the text, but each part behind its whole."""
    compared = {each.signing: each for each in audit.compared}
    wholes = [number for number, each in enumerate(audit.signings) if not each.part]
    said = _said_of_terms(audit, wholes)
    owners = {number: _whole_of(audit, number, wholes, said) for number, each in enumerate(audit.signings) if each.part}

    def place(number: int) -> tuple[int, bool, int]:
        owner = owners.get(number)
        return (number if owner is None else owner, owner is not None, number)

    return [
        SigningRow(number, audit.signings[number], compared.get(number), owners.get(number) is not None)
        for number in sorted(range(len(audit.signings)), key=place)
    ]


def _said_of_terms(audit: Audit, wholes: list[int]) -> dict[int, int]:
    """Return the whole that each figure is a part of, as the relations of the text say."""
    owners = {mention: whole for whole in wholes for mention in audit.signings[whole].mentions}
    return {
        term: owners[relation.candidate.result]
        for relation in reversed(audit.asserted)
        if relation.candidate.result in owners
        for term in relation.candidate.terms
    }


def _whole_of(audit: Audit, part: int, wholes: list[int], said: dict[int, int]) -> int | None:
    """Return the whole that a part is shown below: the one that a relation says, else the nearest before it or after.

    Without any whole a part stands for itself.
    """
    owner = next((said[mention] for mention in audit.signings[part].mentions if mention in said), None)
    if owner is not None:
        return owner
    before = bisect_left(wholes, part)
    return wholes[max(0, before - 1)] if wholes else None


def _listing(audit: Audit, rows: list[SigningRow], language: Language) -> Listing[SigningRow]:
    """Return the signings under the columns that say something of any of them, as the release states them."""

    def start(row: SigningRow) -> int | None:
        return min((audit.mentions[number].start for number in row.found.mentions), default=None)

    def place(row: SigningRow) -> str:
        at = start(row)
        return "" if at is None else f"{INDENT * row.is_part}{told(place_of(audit.release, at), language)}"

    columns: tuple[Column[SigningRow], ...] = (
        Column("place", place),
        Column("date", lambda row: row.found.date, Kind.DATE, rank=3),
        Column("city", lambda row: row.found.host, rank=2),
        Column("promoter", lambda row: row.found.promoter, rank=2),
        Column("projects", lambda row: stated(audit, row.found.projects), Kind.COUNT, rank=1),
        Column("amount", lambda row: one_line(str(stated(audit, row.found.amount) or ""))),
        Column("dataset", lambda row: row.compared and (row.compared.record or COMPARED[row.compared.outcome]), rank=5),
    )
    # That none of them is in the dataset stands below, where they are counted.
    all_new = all(row.compared is None or row.compared.outcome == NEW for row in rows)
    said = [each for each in columns if any(each.get(row) not in (None, "") for row in rows)]
    names = tuple(each.name for each in said if not (all_new and each.name == "dataset"))
    return Listing(columns, rows, default=names, on_terminal=names, in_json=names)


def _same(shown: Listing[SigningRow]) -> dict[str, str]:
    """Return what all signings have the same, by its column."""
    found = {}
    for column in shown.columns_named([name for name in shown.on_terminal if name in _SHARED]):
        values = {str(column.get(row) or "") for row in shown.records}
        if len(values) == 1:
            found[column.name] = values.pop()
    return found


def _said_once(name: str, value: str) -> Said:
    """Return what all signings have the same, with the name of its column."""
    match name:
        case "date":
            said = say_as("signings", "date {value}", value=value)
        case "city":
            said = say_as("signings", "city {value}", value=value)
        case "promoter":
            said = say_as("signings", "promoter {value}", value=value)
        case _:
            said = say_as("signings", "dataset {value}", value=value)
    return said


def _unindented(column: Column[SigningRow], row: SigningRow) -> str | None:
    value = column.get(row)
    return value.strip() if isinstance(value, str) else value  # type: ignore[return-value]  # a cell as it is
