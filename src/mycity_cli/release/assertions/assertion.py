"""What a release asserts: words that say that a relation holds, and the figures that may fill its roles."""

from __future__ import annotations

from typing import NamedTuple

from mycity_cli.release.findings import Candidate, RelationKind


class Option(NamedTuple):
    """Figures that may be meant, and what speaks for and against them: the names of features, see `weights.toml`.

    `companion` is the same relation in the other measure, count or amount: where that holds, this one is meant too.
    """

    candidate: Candidate
    features: tuple[str, ...]
    companion: Candidate | None = None


class Assertion(NamedTuple):
    """Words that say that a relation holds, and the options for its figures, whether they fit or not.

    `anchor` is the figure that the words speak of, `words` are the places of the words in the text. `doubts` are the
    features that speak for none of the options being meant, and `missing` says what is not stated in that case; where
    it is empty, words that leave open what they speak of assert nothing.
    """

    kind: RelationKind
    rule: str
    anchor: int
    options: tuple[Option, ...]
    doubts: tuple[str, ...] = ()
    words: tuple[tuple[int, int], ...] = ()
    missing: str = ""
