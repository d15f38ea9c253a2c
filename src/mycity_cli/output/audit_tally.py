"""What audits found, counted, and in one line of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mycity_cli.messages import Said, clauses, counted, listed, say, say_as
from mycity_cli.output.audit_places import quoted
from mycity_cli.output.notes import named
from mycity_cli.output.nouns import number_of
from mycity_cli.output.outcome_words import outcome_word
from mycity_cli.release.answer import foreign, is_checked
from mycity_cli.release.findings import Audit
from mycity_cli.statement.verdict import Outcome

COMPARED = {
    "agrees": say("as in the dataset"),
    "differs": say("not as in the dataset"),
    "new": say("not in the dataset"),
}
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

    def add(self, audit: Audit) -> None:
        """Count what an audit found."""
        self.audits += 1
        self.unchecked += not is_checked(audit)
        self.crowded += audit.is_crowded
        self.ignored.update(relation.rule for relation in audit.ignored)
        self.fitting += len(audit.relations) - len(audit.asserted)
        self._figures += len(audit.mentions)
        self._groups.update({name: len(group) for name, group in audit.accounted._asdict().items()})
        self._signings += len(audit.signings)
        self._foreign += len(foreign(audit))
        self._unread += [quoted(audit.release, each.start, each.end) for each in audit.unread]
        self._relations.update(relation.outcome for relation in audit.asserted)
        self._compared.update(compared.outcome for compared in audit.compared)

    @property
    def relations(self) -> int:
        """How many relations the releases assert."""
        return self._relations.total()

    @property
    def differing(self) -> int:
        """How many signings are not as in the dataset."""
        return self._compared["differs"]

    def __str__(self) -> str:
        """Return the counts in English."""
        return str(self.in_words())

    def in_words(self) -> Said:
        """Return the counts in words, those that say something; the figures add up to all there are."""
        return clauses(self._clauses())

    def _clauses(self) -> Iterator[Said]:
        if not self._figures:
            yield say("no figures")
        else:
            yield self._all_figures()
            yield listed(self._accounted())
        if unread := len(self._unread):
            # Places of several files would each need the name of its file.
            if self.audits == 1:
                places = named(self._unread, most=_MOST_UNREAD)
                yield say("{number} unread ({places})", number=unread, places=places)
            else:
                yield say("{number} unread", number=unread)
        if self._foreign:
            yield counted(
                "{number} passage unread, neither English nor Chinese",
                "{number} passages unread, neither English nor Chinese",
                self._foreign,
            )
        if self._signings:
            yield self._of_dataset()

    def _all_figures(self) -> Said:
        """Return how many figures there are, and whether they were too many to compare each with all around it."""
        if not self.crowded:
            return say("figures: {number}", number=self._figures)
        if self.audits == 1:
            return say(
                "figures: {number} (those are so many that only the likeliest relations were looked at)",
                number=self._figures,
            )
        return counted(
            "figures: {figures} (those of {number} release are so many that only the likeliest relations were looked "
            "at)",
            "figures: {figures} (those of {number} releases are so many that only the likeliest relations were looked "
            "at)",
            self.crowded,
            figures=self._figures,
        )

    def _accounted(self) -> Iterator[Said]:
        number, outcomes = self._groups["decided"], listed(self._outcomes())
        if outcomes:
            yield say("in a relation {number} ({outcomes})", number=number, outcomes=outcomes)
        else:
            yield say("in a relation {number}", number=number)
        yield say("stated alone {number}", number=self._groups["alone"])
        if number := self._groups["not_checkable"]:
            yield say("asserted but not checkable {number}", number=number)
        if number := self._groups["ignored"]:
            yield say("in ignored relations only {number}", number=number)

    def _outcomes(self) -> Iterator[Said]:
        """Yield how the relations came out: `2 relations true`, `1 false`."""
        found = [each for each in Outcome if each is not Outcome.NOT_CHECKABLE and self._relations[each]]
        for each in found:
            number, word = self._relations[each], outcome_word(each)
            if each is found[0]:
                yield counted("{number} relation {outcome}", "{number} relations {outcome}", number, outcome=word)
            else:
                yield say_as("relations", "{number} {outcome}", number=number, outcome=word)

    def _of_dataset(self) -> Said:
        """Return how many signings there are, and how they compare with a dataset."""
        number = self._signings
        outcomes = listed(
            say_as("signings", "{number} {outcome}", number=self._compared[name], outcome=word)
            for name, word in COMPARED.items()
            if self._compared[name]
        )
        if not outcomes:
            return number_of(number, "signing")
        return counted("{number} signing: {outcomes}", "{number} signings: {outcomes}", number, outcomes=outcomes)
