"""What a release asserts of its own figures: every assertion with its options, kind after kind.

A later kind is told what the earlier came to: which figures are parts of which totals, which percentages are shares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from mycity_cli.release.arithmetic import Arithmetic
from mycity_cli.release.assertions.assertion import Assertion
from mycity_cli.release.assertions.averages import averages
from mycity_cli.release.assertions.conversions import find_conversions
from mycity_cli.release.assertions.exceeding_parts import exceeding_parts
from mycity_cli.release.assertions.exceeds import find_exceeding
from mycity_cli.release.assertions.growth import growth
from mycity_cli.release.assertions.others import find_others
from mycity_cli.release.assertions.restated import restated
from mycity_cli.release.assertions.shares import shares
from mycity_cli.release.assertions.sums import sums
from mycity_cli.release.cue_words import CueWords
from mycity_cli.release.decide import compared_relation, converted_relations, impossible_relation, relation
from mycity_cli.release.findings import Candidate, Relation, RelationKind, numbers_of
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading
from mycity_cli.release.settle import Settled, settle, settle_sums
from mycity_cli.statement.verdict import Outcome


class Asserted:
    """The assertions of one release, settled in the order in which they depend on each other."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.arithmetic = Arithmetic([mention.figure for mention in reading.mentions])
        self.conversions: list[Candidate] = find_conversions(reading)
        self.converted = frozenset(each.result for each in self.conversions if each.result is not None)
        self.items = Items(reading, self.conversions)

    @cached_property
    def sums(self) -> list[Settled]:
        """The sums, also those that only fit."""
        return settle_sums(sums(self.reading, self.items, self.converted), self.arithmetic)

    @cached_property
    def asserted_sums(self) -> list[Candidate]:
        """The sums that words assert."""
        return [each.candidate for each in self.sums if each.asserted]

    @cached_property
    def wholes(self) -> dict[int, int]:
        """The total of each figure that is a part of one."""
        return {term: each.result for each in self.asserted_sums for term in each.terms if each.result is not None}

    @cached_property
    def parts(self) -> frozenset[int]:
        """The figures that are parts of others."""
        return frozenset(self.wholes)

    def assertions(self, kind: str) -> Iterator[Assertion]:
        """Yield the assertions of a kind, not settled."""
        match kind:
            case "sum":
                yield from sums(self.reading, self.items, self.converted)
            case "share":
                yield from self.shares
            case "growth":
                yield from growth(self.reading, self.items, self.taken, self.converted)
            case "average":
                yield from averages(self.reading, self.items)
            case "restated":
                yield from restated(self.reading, self.items, self.parts, self.converted)

    @cached_property
    def shares(self) -> list[Assertion]:
        """The assertions of shares, not settled."""
        return list(shares(self.reading, self.items, self.wholes))

    @cached_property
    def taken(self) -> frozenset[int]:
        """The percentages that are told as shares."""
        return frozenset(each.anchor for each in self.shares)

    def settled(self) -> Iterable[Settled]:
        """Yield every assertion with what it comes to."""
        yield from self.sums
        for kind in ("share", "growth", "average", "restated"):
            for assertion in self.assertions(kind):
                found = settle(assertion, self.arithmetic)
                if found is not None:
                    yield found


def relations_of(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations of a release, decided, in the order of the text."""
    asserted = Asserted(reading)
    arithmetic, added = asserted.arithmetic, asserted.asserted_sums
    found = [
        *converted_relations(asserted.conversions, arithmetic),
        *(relation(each, arithmetic) for each in asserted.settled()),
        *(compared_relation(each, arithmetic) for each in find_exceeding(reading, asserted.items, asserted.parts)),
        *(relation(Settled(_OTHERS, each, Outcome.TRUE, 0), arithmetic) for each in find_others(reading, added)),
    ]
    sums_of: dict[int | None, list[frozenset[int]]] = {}
    for one in added:
        sums_of.setdefault(one.result, []).append(frozenset(one.terms))
    found += [
        impossible_relation(each, arithmetic)
        for each in exceeding_parts(reading, asserted.items)
        if not any(terms.issuperset(each.terms) for terms in sums_of.get(each.result, ()))
    ]
    words = CueWords(reading, asserted.items)
    told = (each._replace(words=words.of(each.candidate)) for each in found)
    return tuple(sorted(told, key=lambda each: numbers_of(each.candidate)))


_OTHERS = Assertion(RelationKind.SUM, "sum/remaining", 0, ())
