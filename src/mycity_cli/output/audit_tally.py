"""What audits found, counted, and in one line of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mycity_cli.output.audits import FOREIGN, foreign
from mycity_cli.output.notes import counted
from mycity_cli.release.findings import Audit
from mycity_cli.statement.verdict import Outcome

COMPARED = {"agrees": "as in the dataset", "differs": "not as in the dataset", "new": "not in the dataset"}
"""What the outcomes of comparing a signing with a dataset are called."""


class Tally:
    """Counts of what audits found, one audit added after the other."""

    def __init__(self) -> None:
        self.audits = 0
        self._figures = 0
        self._related = 0
        self._signings = 0
        self._foreign = 0
        self._unread = 0
        self._relations: Counter[Outcome] = Counter()
        self._compared: Counter[str] = Counter()
        self._statements: Counter[Outcome] = Counter()

    def add(self, audit: Audit) -> None:
        """Count what an audit found."""
        self.audits += 1
        self._figures += len(audit.mentions)
        self._related += len(audit.related)
        self._signings += len(audit.signings)
        self._foreign += len(foreign(audit))
        self._unread += len(audit.unread)
        self._relations.update(relation.outcome for relation in audit.relations)
        for compared in audit.compared:
            self._compared[compared.outcome] += 1
            self._statements.update(outcome for _, outcome in compared.statements)

    @property
    def relations(self) -> int:
        """How many relations were found."""
        return self._relations.total()

    @property
    def has_problems(self) -> bool:
        """Whether a relation is false, or a signing is not as in the dataset."""
        return bool(self._relations[Outcome.FALSE] or self._compared["differs"])

    @property
    def has_doubts(self) -> bool:
        """Whether anything is undecided."""
        return bool(self._relations[Outcome.UNDECIDED] or self._statements[Outcome.UNDECIDED])

    def __str__(self) -> str:
        """Return the counts in words, those that say something."""
        return "; ".join(self._clauses())

    def _clauses(self) -> Iterator[str]:
        if not self._figures:
            yield "no figures"
        else:
            rest = self._figures - self._related
            yield f"{counted(self._figures, 'figure')}: {self._related} in a relation, {rest} not checkable"
        if self._relations:
            outcomes = [f"{self._relations[each]} {each}" for each in Outcome if self._relations[each]]
            yield f"{counted(self.relations, 'relation')}: {', '.join(outcomes)}"
        if self._signings:
            outcomes = [f"{self._compared[name]} {said}" for name, said in COMPARED.items() if self._compared[name]]
            yield ": ".join(filter(None, [counted(self._signings, "signing"), ", ".join(outcomes)]))
        if self._unread:
            yield f"{counted(self._unread, 'number')} not read"
        if self._foreign:
            yield f"{counted(self._foreign, 'passage')} not read, {FOREIGN}"
