"""What a release asserts: words that say that a relation holds, and the figures that may fill its roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mycity_cli.messages import say
from mycity_cli.release.findings import Candidate, RelationKind

NO_WHOLE = (
    say("the figure that it is a share of is not stated"),
    say("the figure that it is a share of is not stated clearly"),
)
NO_EARLIER = (
    say("the figure of the time before is not stated"),
    say("the figure of the time before is not stated clearly"),
)
NO_TOTAL = (
    say("the total or the number that it is the average of is not stated"),
    say("the total or the number that it is the average of is not stated clearly"),
)
"""What words lack that a relation needs: without any figure near that may be meant, and with some."""
OVER_100 = "share/over-100"
"""The rule of shares that no figures can have."""


class Option(NamedTuple):
    """Figures that may be meant, and what speaks for and against them: the names of features, see `weights.toml`.

    `companion` is the same relation in the other measure, count or amount: where that holds, this one is meant too.
    Of many options most are out of the question whatever else speaks for them: `more` returns the features that are
    looked at only of the others, and `most` is what those weigh at the most.
    """

    candidate: Candidate
    features: tuple[str, ...]
    companion: Candidate | None = None
    more: Callable[[], tuple[str, ...]] | None = None
    most: int = 0


class Assertion(NamedTuple):
    """Words that say that a relation holds, and the options for its figures, whether they fit or not.

    `anchor` is the figure that the words speak of. `doubts` are the features that speak for none of the options being
    meant, and `missing` says what is not stated in that case, and how it is said where figures near it may be meant;
    where it is empty, words that leave open what they speak of assert nothing.
    """

    kind: RelationKind
    rule: str
    anchor: int
    options: tuple[Option, ...]
    doubts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
