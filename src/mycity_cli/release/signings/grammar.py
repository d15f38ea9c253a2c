"""What the grammar of a language has to say about the places of an event."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mycity_cli.release.findings import Sentence
from mycity_cli.release.places import Named
from mycity_cli.release.signings.reading import Draft, Reading

Places = tuple[Named, ...]


class Told(NamedTuple):
    """What a sentence tells of an event: who promotes, where it is held, and whether it says where outright."""

    promoter: str | None = None
    host: str | None = None
    host_is_sure: bool = False


class Grammar(NamedTuple):
    """How a language says where an event is held, and whose signings are signed there."""

    is_event: Callable[[str], bool]
    """Whether a sentence speaks of an event or a signing."""
    is_fair: Callable[[str], bool]
    """Whether a sentence speaks of a fair of many participants."""
    dateline: Callable[[str, Sentence, Places], str | None]
    """The place that a sentence starts with as a dateline."""
    after_dateline: Callable[[str, Sentence], int]
    """Where the dateline of a sentence ends; where the sentence starts, if it has none."""
    scene: Callable[[str, Sentence, Places], Told]
    """What a sentence tells of an event."""
    subject: Callable[[Reading, Draft, Places], str | None]
    """The place that signs in the sentence of a draft."""
