"""What numbers count: deals, which are figures of an audit, or anything else, which is not."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Topic(Enum):
    """What was counted last."""

    DEALS = auto()
    OTHER = auto()


class Counted(NamedTuple):
    """What a number counts, and where its noun ends; no topic where a pronoun stands for what was counted before."""

    topic: Topic | None
    after: int
