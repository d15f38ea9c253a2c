"""The rules of an audit under their columns."""

from __future__ import annotations

from mycity_cli.output.listing import Column, Kind, Listing
from mycity_cli.release.rules import RULES, Rule


def rules() -> Listing[Rule]:
    """Return the rules."""
    columns = (
        Column[Rule]("code", lambda rule: rule.code),
        Column[Rule]("title", lambda rule: rule.title, Kind.PROSE),
        Column[Rule]("meaning", lambda rule: rule.meaning, Kind.PROSE, rank=2),
        Column[Rule]("example", lambda rule: rule.example, Kind.PROSE, rank=1),
    )
    names = tuple(column.name for column in columns)
    return Listing(columns, RULES, default=names, on_terminal=("code", "title", "example"), in_json=names)
