"""What audits found, counted, and in one line of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mycity_cli.output.audit_places import quoted
from mycity_cli.output.audit_words import unchecked
from mycity_cli.output.audits import FOREIGN, foreign
from mycity_cli.output.notes import counted, named
from mycity_cli.release.findings import Audit
from mycity_cli.statement.verdict import Outcome

COMPARED = {"agrees": "as in the dataset", "differs": "not as in the dataset", "new": "not in the dataset"}
"""What the outcomes of comparing a signing with a dataset are called."""

_MOST_UNREAD = 3


class Tally:
    """Counts of what audits found, one audit added after the other."""

    def __init__(self) -> None:
        self.audits = 0
        self.unchecked = 0
        """Of how many releases nothing was checked."""
        self.crowded = 0
        """How many releases have too many figures to compare each with all around it."""
        self.ignored: Counter[str] = Counter()
        """How many relations are ignored, by their rule."""
        self.fitting = 0
        """How many relations fit, though no word asserts them."""
        self._figures = 0
        self._groups: Counter[str] = Counter()
        self._signings = 0
        self._foreign = 0
        self._unread: list[str] = []
        self._relations: Counter[Outcome] = Counter()
        self._compared: Counter[str] = Counter()
        self._statements: Counter[Outcome] = Counter()

    def add(self, audit: Audit) -> None:
        """Count what an audit found."""
        self.audits += 1
        self.unchecked += bool(unchecked(audit))
        self.crowded += audit.is_crowded
        self.ignored.update(relation.rule for relation in audit.ignored)
        self.fitting += len(audit.relations) - len(audit.asserted)
        self._figures += len(audit.mentions)
        self._groups.update({name: len(group) for name, group in audit.accounted._asdict().items()})
        self._signings += len(audit.signings)
        self._foreign += len(foreign(audit))
        self._unread += [quoted(audit.release, each.start, each.end) for each in audit.unread]
        self._relations.update(relation.outcome for relation in audit.asserted)
        for compared in audit.compared:
            self._compared[compared.outcome] += 1
            self._statements.update(outcome for _, outcome in compared.statements)

    @property
    def relations(self) -> int:
        """How many relations the releases assert."""
        return self._relations.total()

    @property
    def has_problems(self) -> bool:
        """Whether a relation is false, or a signing is not as in the dataset."""
        return bool(self._relations[Outcome.FALSE] or self._compared["differs"])

    @property
    def has_doubts(self) -> bool:
        """Whether anything is undecided, not checkable or unread, or nothing was checked, or not all of it."""
        unsettled = (Outcome.UNDECIDED, Outcome.NOT_CHECKABLE)
        found = any(self._relations[each] or self._statements[each] for each in unsettled)
        return found or bool(self._unread or self._foreign or self.unchecked or self.crowded)

    def __str__(self) -> str:
        """Return the counts in words, those that say something; the figures add up to all there are."""
        return "; ".join(self._clauses())

    def _clauses(self) -> Iterator[str]:
        if not self._figures:
            yield "no figures"
        else:
            yield f"figures: {self._figures}{self._crowded()}"
            yield ", ".join(self._accounted())
        if self._unread:
            # Places of several files would each need the name of its file.
            listed = f" ({named(self._unread, most=_MOST_UNREAD)})" if self.audits == 1 else ""
            yield f"{len(self._unread)} unread{listed}"
        if self._foreign:
            yield f"{counted(self._foreign, 'passage')} unread, {FOREIGN}"
        if self._signings:
            outcomes = [f"{self._compared[name]} {said}" for name, said in COMPARED.items() if self._compared[name]]
            yield ": ".join(filter(None, [counted(self._signings, "signing"), ", ".join(outcomes)]))

    def _crowded(self) -> str:
        """Return that relations may have been missed: figures were too many to compare each with all around it."""
        if not self.crowded:
            return ""
        where = "" if self.audits == 1 else f" of {counted(self.crowded, 'release')}"
        return f" (those{where} are so many that only the likeliest relations were looked at)"

    def _accounted(self) -> Iterator[str]:
        yield f"in a relation {self._groups['decided']}{self._outcomes()}"
        yield f"stated alone {self._groups['alone']}"
        if self._groups["not_checkable"]:
            yield f"asserted but not checkable {self._groups['not_checkable']}"
        if self._groups["ignored"]:
            yield f"in ignored relations only {self._groups['ignored']}"

    def _outcomes(self) -> str:
        """Return how the relations came out: ` (2 relations true, 1 false)`."""
        numbers = {each: self._relations[each] for each in Outcome if each is not Outcome.NOT_CHECKABLE}
        found = [(number, outcome) for outcome, number in numbers.items() if number]
        words = [f"{number if at else counted(number, 'relation')} {each}" for at, (number, each) in enumerate(found)]
        return f" ({', '.join(words)})" if words else ""
