"""The settings under their columns: what each is, by whom it was set, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mycity_cli.messages import Language, Message, say_as, told
from mycity_cli.output.listing import Column, Kind, Listing

_BY: Mapping[str, Message] = {
    "environment": say_as("set by", "environment"),
    "project": say_as("set by", "project"),
    "user": say_as("set by", "user"),
    "default": say_as("set by", "default"),
}
"""By whom a setting may be set."""


class Setting(NamedTuple):
    """A setting: its value, None where nobody set it, what `by` set it, and where that is said."""

    key: str
    value: str | None
    by: str
    place: str
    shown: str
    """What people read in place of the value: what holds where nobody set it, too."""


def _by(by: str, language: Language) -> str:
    return told(_BY.get(by, by), language)


def settings(found: Sequence[Setting], *, for_people: bool) -> Listing[Setting]:
    """Return settings."""
    columns = (
        Column[Setting]("key", lambda setting: setting.key, title=say_as("column", "Setting")),
        Column[Setting](
            "value",
            lambda setting: setting.shown if for_people else setting.value,
            Kind.PROSE,
            title=say_as("setting", "Value"),
        ),
        Column[Setting]("by", lambda setting: setting.by, title=say_as("column", "Set by"), said=_by),
        Column[Setting](
            "place", lambda setting: setting.place or None, Kind.PROSE, title=say_as("column", "Where"), rank=1
        ),
    )
    names = tuple(column.name for column in columns)
    return Listing(columns, found, default=names, on_terminal=names, in_json=names)
