"""The settings under their columns: what each is, by whom it was set, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mycity_cli.output.listing import Column, Kind, Listing


class Setting(NamedTuple):
    """A setting: its value, None where nobody set it, what `by` set it, and where that is said."""

    key: str
    value: str | None
    by: str
    place: str
    shown: str
    """What people read in place of the value: what holds where nobody set it, too."""


def settings(found: Sequence[Setting], *, for_people: bool) -> Listing[Setting]:
    """Return settings."""
    columns = (
        Column[Setting]("key", lambda setting: setting.key, title="Setting"),
        Column[Setting]("value", lambda setting: setting.shown if for_people else setting.value, Kind.PROSE),
        Column[Setting]("by", lambda setting: setting.by, title="Set by"),
        Column[Setting]("place", lambda setting: setting.place or None, Kind.PROSE, title="Where", rank=1),
    )
    names = tuple(column.name for column in columns)
    return Listing(columns, found, default=names, on_terminal=names, in_json=names)
