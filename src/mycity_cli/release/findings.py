"""What an audit finds in a release: sentences, figures, signings, relations, and how they compare with a dataset."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from mycity_cli.figure import COUNT, RATIO, Figure
from mycity_cli.figure.scanning import Unread
from mycity_cli.period import Period
from mycity_cli.statement.verdict import Outcome


class Sentence(NamedTuple):
    """A sentence, heading or line of a release: where it stands in the text, and its language.

    `language` is `en` or `zh`, and "" where the sentence is in neither. `paragraph` counts from 0.
    """

    start: int
    end: int
    language: str
    paragraph: int
    heading: bool = False


@dataclass(frozen=True)
class Release:
    """A text to be audited. `date` is the date that it states of itself, None where it states none.

    A text that was `extracted` was read out of a document: its lines are not those of the file.
    """

    name: str
    text: str
    sentences: tuple[Sentence, ...]
    date: Period | None = None
    extracted: bool = False

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a character, both from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph of a character, from 1."""
        if not self.sentences:
            return 1
        at = bisect_right(self.sentences, offset, key=lambda each: each.start)
        return self.sentences[max(0, at - 1)].paragraph + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]


class Kind(StrEnum):
    """What a figure of a release is a figure of."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure, and the characters of the release that state it: from `start` up to, not including, `end`.

    `sentence` is the number of its sentence. The characters of a count hold the thing counted where it stands beside
    the number (`92 investment projects`, 55个项目).
    """

    figure: Figure
    start: int
    end: int
    sentence: int

    @property
    def kind(self) -> Kind:
        """What the figure is a figure of."""
        return {COUNT: Kind.COUNT, RATIO: Kind.PERCENT}.get(self.figure.unit, Kind.MONEY)


@dataclass(frozen=True, slots=True)
class FoundSigning:
    """A signing that a release reports. `projects`, `amount` and `mentions` are numbers of mentions.

    `part` says that it is a part, or a subset, of another that the release reports, and `former` that it is of an
    earlier event, which the release only compares with. Places are named as in the text.
    """

    promoter: str | None
    host: str | None
    date: Period | None
    projects: int | None
    amount: int | None
    part: bool
    mentions: tuple[int, ...]
    former: bool = False


class RelationKind(StrEnum):
    """What a release can say about its own figures."""

    SUM = "sum"
    SHARE = "share"
    GROWTH = "growth"
    AVERAGE = "average"
    CONVERSION = "conversion"
    RESTATED = "restated"
    EXCEEDS = "exceeds"


class Candidate(NamedTuple):
    """A relation that a release asserts, not yet recomputed. `terms` and `result` are numbers of mentions.

    The terms are the parts of a sum; part and whole of a share; new and old of growth; total and count of an average;
    the one figure of a conversion or a restatement; for `exceeds` the left side and then what the right side adds up,
    without a result. `falling` says that growth is a decrease, and `by_amount` that its second term is by how much.
    """

    kind: RelationKind
    terms: tuple[int, ...]
    result: int | None
    falling: bool = False
    by_amount: bool = False


class Relation(NamedTuple):
    """A relation, recomputed: the statement that was decided, its outcome, and the reason in words.

    `rule` is the code of the rule that found it, and `words` are the places in the text of the words that it rests on:
    from, and up to. Of a relation that is not `asserted` the figures fit, though no word says that they do. One that is
    not checkable may lack terms: it has then no statement.
    """

    candidate: Candidate
    statement: str
    outcome: Outcome
    reason: str
    rule: str = ""
    words: tuple[tuple[int, int], ...] = ()
    asserted: bool = True

    @property
    def is_decided(self) -> bool:
        """Whether the text asserts it, and there was something to recompute."""
        return self.asserted and self.outcome is not Outcome.NOT_CHECKABLE


class WhyNone(StrEnum):
    """Why figures that look like those of a signing are of none."""

    PLANNED = "planned"
    """Hoped for, forecast, still talked about, or denied."""
    OFFERED = "offered"
    """Put up for investors."""
    FORMER = "former"
    """Of an earlier year or period, which the release only compares with."""
    STATISTIC = "statistic"
    """Of a period, a market or a country, and of no occasion."""
    OTHER = "other"
    """Built, running, rewarded, lent, sold; or signed by a company for itself."""


class NoSigning(NamedTuple):
    """Figures, by their numbers, that are of no signing of the release, and why."""

    mentions: tuple[int, ...]
    reason: WhyNone


class Accounted(NamedTuple):
    """Every figure of a release, by its number, in one of four groups.

    A figure is `decided` where it stands in a relation that was decided, `not_checkable` where it stands only in
    relations that the text asserts and nothing can be recomputed of, `ignored` where it stands only in relations of
    rules that are switched off, and `alone` where the text asserts nothing of it.
    """

    decided: frozenset[int]
    not_checkable: frozenset[int]
    ignored: frozenset[int]
    alone: frozenset[int]


class Compared(NamedTuple):
    """A signing found (its number) and the record of the dataset that it is: None where it is new.

    A total told of several places is compared with several records, whose ids stand with ` + ` between them.

    `outcome` is `agrees`, `differs` or `new`; `statements` are those that were decided, each with its outcome.
    """

    signing: int
    record: str | None
    outcome: str
    statements: tuple[tuple[str, Outcome], ...] = ()


CROWD = 1000
"""Of a release with more figures than that each is compared with fewer of those around it: no prose has so many."""


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that was found in a release."""

    release: Release
    mentions: tuple[Mention, ...]
    signings: tuple[FoundSigning, ...]
    relations: tuple[Relation, ...]
    compared: tuple[Compared, ...] = ()
    unread: tuple[Unread, ...] = ()
    """The numbers of the release that cannot be read whole."""

    others: tuple[NoSigning, ...] = ()
    """Figures that look like those of a signing and are of none."""
    ignored: tuple[Relation, ...] = ()
    """Relations of rules that are switched off; they are not among the `relations`."""

    @property
    def is_crowded(self) -> bool:
        """Whether there are so many figures that each was compared only with some of those around it."""
        return len(self.mentions) > CROWD

    @property
    def asserted(self) -> tuple[Relation, ...]:
        """The relations that the text asserts."""
        return tuple(relation for relation in self.relations if relation.asserted)

    @property
    def related(self) -> frozenset[int]:
        """The numbers of the mentions that stand in a relation which the text asserts."""
        return _standing_in(self.asserted)

    @property
    def accounted(self) -> Accounted:
        """Every mention by what is known of it."""
        decided = _standing_in(relation for relation in self.asserted if relation.is_decided)
        ignored = _standing_in(relation for relation in self.ignored if relation.asserted) - self.related
        alone = frozenset(range(len(self.mentions))) - self.related - ignored
        return Accounted(decided, self.related - decided, ignored, alone)


def numbers_of(candidate: Candidate) -> tuple[int, ...]:
    """Return the numbers of the mentions of a relation."""
    return candidate.terms if candidate.result is None else (*candidate.terms, candidate.result)


def _standing_in(relations: Iterable[Relation]) -> frozenset[int]:
    """Return the numbers of the mentions that stand in relations."""
    return frozenset(number for relation in relations for number in numbers_of(relation.candidate))
