"""What an assertion comes to: the figures that are meant, and whether that is clear."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mycity_cli.release.arithmetic import Arithmetic
from mycity_cli.release.assertions.assertion import OVER_100, Assertion
from mycity_cli.release.findings import Candidate
from mycity_cli.release.weigh import Fit, Weighed, weigh
from mycity_cli.statement.verdict import Outcome

_FALSE_FROM = {"sum": -6, "share": -15, "growth": -15, "average": -5, "restated": -7}
"""The weight, in decibans, from which an option that does not fit is what is meant, and wrong."""
_UNDECIDED_FROM = {"sum": -14, "share": -22, "growth": -20, "average": -18, "restated": -19}
_ASSERTED_FROM = -15
"""What words and structure have to weigh for figures that fit to be asserted, and not only to fit."""
_DOUBTED_FROM = -9
"""What they have to weigh for figures that do not even fit but for a slip to be doubted."""
_CLEAR = 3
"""How much more the best option that does not fit weighs than the second, for it to be clear."""


class Settled(NamedTuple):
    """An assertion with the relation that is meant, and how that was settled.

    `outcome` is what structure and arithmetic say; `candidate` may lack terms where nothing near can be them.
    """

    assertion: Assertion
    candidate: Candidate
    outcome: Outcome
    weight: int
    features: tuple[str, ...] = ()
    asserted: bool = True

    @property
    def rule(self) -> str:
        """The code of the rule that the relation is under."""
        usual = self.assertion.rule
        return next((rule for feature, rule in _RULES.get(usual, ()) if feature in self.features), usual)


_RULES = {
    "growth/since": (("by_amount", "growth/by-amount"), ("new.to", "growth/from-to")),
    "sum/of-which": (
        ("back.row", "sum/rows"), ("backward", "sum/total"), ("place.rows", "sum/rows"), ("place.lines", "sum/listed"),
        ("gap.rest", "sum/remaining"), ("lead.respectively", "sum/respectively"),
    ),
    "restated/again": (("heading", "restated/heading"),),
}  # fmt: skip
"""The features of an option that put it under a rule of its own."""


def settle(assertion: Assertion, arithmetic: Arithmetic) -> Settled | None:
    """Return what an assertion comes to; None where its words leave open whether they assert anything."""
    if assertion.rule == OVER_100:
        return Settled(assertion, Candidate(assertion.kind, (), assertion.anchor), Outcome.FALSE, 0)
    weighed = weigh(assertion, arithmetic, _UNDECIDED_FROM[assertion.kind])
    best = weighed[0] if weighed else None
    if best is not None:
        if not assertion.missing and _only_fits(best):
            return _settled(assertion, best, Outcome.TRUE, asserted=False)
        outcome = _outcome(assertion, best, weighed)
        if outcome is not None:
            return _settled(assertion, best, outcome)
    if not assertion.missing:
        return None
    return Settled(assertion, Candidate(assertion.kind, (), assertion.anchor), Outcome.NOT_CHECKABLE, 0)


def _settled(assertion: Assertion, found: Weighed, outcome: Outcome, *, asserted: bool = True) -> Settled:
    return Settled(assertion, found.option.candidate, outcome, found.weight, found.option.features, asserted)


def _only_fits(found: Weighed) -> bool:
    """Return whether figures fit though nothing says that they should."""
    return found.fit is Fit.FITS and found.weight >= 0 and found.told < _ASSERTED_FROM


def _outcome(assertion: Assertion, best: Weighed, weighed: list[Weighed]) -> Outcome | None:
    if best.fit is Fit.FITS:
        return Outcome.TRUE if best.weight >= 0 and best.told >= _ASSERTED_FROM else None
    if best.told < (_ASSERTED_FROM if best.fit is Fit.SLIPS else _DOUBTED_FROM):
        return None
    clear = all(best.weight - other.weight >= _CLEAR for other in weighed[1:2])
    if best.weight >= _FALSE_FROM[assertion.kind]:
        return Outcome.FALSE if clear else Outcome.UNDECIDED
    return Outcome.UNDECIDED if best.weight >= _UNDECIDED_FROM[assertion.kind] else None


def settle_sums(assertions: Iterable[Assertion], arithmetic: Arithmetic) -> list[Settled]:
    """Return the sums, of which no figure is a part of two totals: the likelier one has it.

    A total may be broken down several times.
    """
    found = []
    for assertion in assertions:
        for weighed in weigh(assertion, arithmetic, _UNDECIDED_FROM[assertion.kind]):
            outcome = _outcome(assertion, weighed, [weighed])
            if outcome is not None:
                found.append(_settled(assertion, weighed, outcome))
            elif _only_fits(weighed):
                found.append(_settled(assertion, weighed, Outcome.TRUE, asserted=False))
    # What only fits takes no figure from what is asserted.
    found.sort(key=lambda each: (not each.asserted, -each.weight))
    taken: set[int] = set()
    broken_down: set[int] = set()
    kept = []
    for each in found:
        terms, whole = each.candidate.terms, each.candidate.result
        if taken.intersection(terms) or whole is None:
            continue
        if whole in broken_down and each.outcome is not Outcome.TRUE:
            continue
        kept.append(each)
        taken.update(terms)
        broken_down.add(whole)
    return kept
