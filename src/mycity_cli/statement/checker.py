"""Checking statements against a dataset: parse, find the names, join the units, evaluate, judge."""

from __future__ import annotations

from collections.abc import Iterable

from mycity_cli.dataset import load
from mycity_cli.figure import COUNT
from mycity_cli.interval import Interval
from mycity_cli.messages import Said, clauses, say
from mycity_cli.model import Dataset
from mycity_cli.query.engine import Engine, InMemory
from mycity_cli.statement.dimensions import NUMBER, SCALED, is_rate
from mycity_cli.statement.evaluate import Evaluation, NoValueError
from mycity_cli.statement.forms import Opaque
from mycity_cli.statement.joined_names import with_parts
from mycity_cli.statement.judge import judge, reason, reason_of_parts, reason_with_tolerance
from mycity_cli.statement.logic import all_of, whole
from mycity_cli.statement.nodes import Chain, Expression, Fault, Relation, Statement, chains_in
from mycity_cli.statement.parse import parse, told
from mycity_cli.statement.terms import Term, Terms, few, why
from mycity_cli.statement.tolerance import Tolerance
from mycity_cli.statement.units import units_of
from mycity_cli.statement.verdict import Outcome, Verdict
from mycity_cli.statement.words import words


def check(
    statement: str, dataset: Dataset | None = None, *, as_stated: bool = False, tolerance: str | None = None
) -> Verdict:
    """Return the verdict on a statement about a dataset, or about the bundled one.

    Raises StatementError for a text that is no statement, and for one that no verdict can be given on.
    """
    engine = InMemory(load() if dataset is None else dataset)
    return Checker(engine, as_stated=as_stated, tolerance=tolerance).check(statement)


class Checker:
    """Checks statements about the data that one engine has, in which each name is looked up and added up once.

    `as_stated` ignores rounding: figures are taken as exactly what is written. `tolerance`, a percentage of the right
    side or an amount, widens what is compared: `=` holds for sides that are so far apart, and an order is settled only
    where the sides are further apart.
    """

    def __init__(self, engine: Engine, *, as_stated: bool = False, tolerance: str | None = None) -> None:
        self._terms = Terms(engine, as_written=as_stated)
        self._combined: dict[object, Opaque] = {}
        self._tolerance = None if tolerance is None else Tolerance.parse(tolerance)

    def check(self, text: str) -> Verdict:
        """Return the verdict on a statement. Raises StatementError, and UsageError for a tolerance of another unit."""
        return self._judged(parse(text), text)

    def decide(self, statement: Statement) -> Verdict:
        """Return the verdict on a statement that was built and not read. Raises as `check` does."""
        return self._judged(statement, str(statement))

    def _judged(self, statement: Statement, text: str) -> Verdict:
        try:
            statement = with_parts(statement, self._terms.knows)
        except Fault as fault:
            raise told(fault, text) from None
        self._terms.meet(statement)
        chains = [*chains_in(statement)]
        try:
            # What is wrong with any part is told before the first is added up.
            units = [units_of(chain, self._terms) for chain in chains]
            if isinstance(statement, Chain):
                verdict = self._verdict(text.strip(), statement, units[0])
            else:
                parts = [self._verdict(str(chain), chain, own) for chain, own in zip(chains, units, strict=True)]
                verdict = _combined(text.strip(), statement, parts)
        except Fault as fault:
            raise told(fault, text) from None
        return verdict if text == str(statement) else verdict._replace(read_as=_read_as(text, statement))

    def _verdict(self, text: str, chain: Chain, units: list[str]) -> Verdict:
        """Return the verdict of the comparison that decides: in a chain the first of those with the worst outcome."""
        evaluation = Evaluation(self._terms, self._combined)
        verdicts = [
            self._compared(text, evaluation, *comparison, unit)
            for comparison, unit in zip(chain.comparisons, units, strict=True)
        ]
        worst = all_of(verdict.outcome for verdict in verdicts)
        decisive = next(verdict for verdict in verdicts if verdict.outcome is worst)
        verdict = decisive._replace(terms=tuple(evaluation.used))
        doubtful = list(dict.fromkeys(id for term in verdict.terms for id in term.doubtful))
        if doubtful and verdict.outcome in (Outcome.TRUE, Outcome.FALSE):
            reason = say("the dates do not say whether this belongs to it: {records}", records=few(doubtful))
            return verdict._replace(outcome=Outcome.UNDECIDED, reason=reason)
        return verdict

    def _compared(
        self, text: str, evaluation: Evaluation, left: Expression, relation: Relation, right: Expression, unit: str
    ) -> Verdict:
        unit = COUNT if unit in (NUMBER, SCALED) or is_rate(unit) else unit
        tolerance = None if self._tolerance is None else str(self._tolerance)
        try:
            one, other = (evaluation.form(side, threshold=relation.is_order) for side in (left, right))
        except NoValueError as gap:
            outcome = Outcome.UNDECIDED if gap.may_have_one else Outcome.NOT_CHECKABLE
            return Verdict(text, outcome, gap.reason, relation, unit, tolerance=tolerance)
        sides = one.sum, other.sum
        margin = one.less(other, sides)
        strict = outcome = judge(relation, margin.interval)
        if self._tolerance is not None:
            outcome = judge(relation, margin.interval.widened(self._tolerance.slack(unit, sides[1].value)))
        because: Said = reason(outcome, relation, as_stated=self._terms.as_written)
        if outcome is not strict:
            because = reason_with_tolerance(outcome, str(tolerance), strict)
        if gaps := _deciding(evaluation.used, outcome, relation, margin.interval):
            undecided = outcome is Outcome.UNDECIDED
            because = clauses([say("the figures that are stated do not settle it") if undecided else because, gaps])
        verdict = Verdict(text, outcome, because, relation, unit, *sides, margin, tolerance=tolerance)
        return verdict if outcome is strict else verdict._replace(without_tolerance=strict)


def _combined(text: str, statement: Statement, parts: list[Verdict]) -> Verdict:
    """Return the verdict on a statement that is made of several, or denies one."""
    outcome = whole(statement, iter([part.outcome for part in parts]))
    strict = whole(statement, iter([part.without_tolerance or part.outcome for part in parts]))
    return Verdict(
        text,
        outcome,
        reason_of_parts(tuple(part.outcome for part in parts)),
        terms=tuple(dict.fromkeys(term for part in parts for term in part.terms)),
        tolerance=parts[0].tolerance,
        without_tolerance=None if strict is outcome else strict,
        parts=tuple(parts),
    )


def _read_as(text: str, statement: Statement) -> str:
    """Return a statement in signs, where it has words in their place and does not read so already."""
    if not words().are_in(text):
        return ""
    signs = str(statement)
    return "" if "".join(signs.split()) == "".join(text.split()) else signs


def _deciding(terms: Iterable[Term], outcome: Outcome, relation: Relation, difference: Interval) -> str:
    """Return what figures are missing from sums, where the outcome is what it is since they may be of any size."""
    if difference.low is not None and difference.high is not None:
        return ""
    if outcome is not Outcome.UNDECIDED and relation.is_order:
        return ""
    found = [*terms]
    gaps = dict.fromkeys(each for term in found for each in term.gaps)
    if not gaps:
        return ""
    bounded = all(term.sum is None or term.sum.interval.low is not None for term in found)
    reasons = clauses(map(why, gaps))
    if bounded:
        return say("a sum is a lower bound, {reasons}", reasons=reasons)
    return say("a sum may be any number, since amounts may be below zero, {reasons}", reasons=reasons)
