"""A release as signings are read from it: its clauses, and what each amount is an amount of."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from mycity_cli.figure.folding import simplified
from mycity_cli.figure.units import Bound
from mycity_cli.interval import Interval
from mycity_cli.release.findings import Kind, Mention, Release, Sentence
from mycity_cli.release.signings.words import Words, words_of


class Span(NamedTuple):
    """Characters of the text, from `start` up to, not including, `end`."""

    start: int
    end: int


class Role(Enum):
    """What an amount is, seen from the signings."""

    OWN = auto()
    CONVERSION = auto()
    """The amount before it, in another currency."""
    THRESHOLD = auto()
    """What each of several projects reaches, or the average of them."""


@dataclass(slots=True)
class Draft:
    """A signing in the making: what it states, and whether it is a part of one stated before.

    `inherited` says that only its neighbours tell that it was signed, `kept` whether it was. `former` says that it is
    an earlier signing that this one is compared with. `rank` is its place in a list that goes with another
    (`respectively`), and the length of that; `again` are the mentions that restate it.
    """

    sentence: int
    at: int
    projects: int | None = None
    amount: int | None = None
    part: bool = False
    inherited: bool = False
    kept: bool = True
    former: bool = False
    rank: tuple[int, int] | None = None
    again: list[int] = field(default_factory=list)

    @property
    def mentions(self) -> list[int]:
        """The numbers of the mentions that state it, there and elsewhere."""
        own = [n for n in (self.projects, self.amount) if n is not None]
        return sorted({*own, *self.again})


_MOST_FIGURES = 80
_CONVERTED = re.compile(
    r"\s*[,，]?\s*(?:[(（\[][^()（）\[\]]{0,24}|(?:or|i\.e\.,?|equivalent to|equal to|which is|折合|约合|合"
    r"|相当于)(?:\s?[^\s()（），。,]{1,12}){0,3}\s?)"
)
_EACH_BEFORE = re.compile(
    r"(?:\beach|\bper(?! ?cent)|\baverag\w+|平均"
    r"|(?:均|(?<![成首昌丰于宁新花])都(?!江堰|匀))(?:[在为达超过逾]|超过|不低于)?|每[个家项][^，。；]{0,6}|单[个体][^，。；]{0,6})[^,;，；。]{0,24}$"
)
_EACH_AFTER = re.compile(
    r"\s?(?:each|apiece|per project|or more each|(?:and|or) (?:above|more)|(?:[(（][^()（）]*[)）] )?(?:each"
    r"|apiece)\b)|-?plus\b|[及或]?以上|级|的"
)
_TO = re.compile(
    r"[^.;，。]{0,24}?\bto(?: about| around| nearly| almost| over| more than| some)?\s*"
    r"|[^，。；]{0,6}(?:增|减|升|降|长|扩大|提高|下滑)[^，。；]{0,3}[到至为](?:了|约|近)?"
)
_FROM = re.compile(
    r"\b(?:r[io]se|risen|climb\w*|gr[eo]w\w*|fell|fall\w*|dr[oe]pp?\w*|increas\w*|decreas\w*|declin\w*|up|down|jump\w*"
    r"|went|shr[aiu]nk|surg\w*|soar\w*|doubl\w*)\b[^.;]{0,40}?\bfrom\s*(?:about |some )?$|[由从](?:[^，。；]{0,8}的)?$",
    re.IGNORECASE,
)
_THRESHOLD_END = re.compile(r"(?:的)?(?:[^，。；,;]{0,10}项目|大|企业|\s*[\d一二三四五六七八九十百两]+[个项家])")
_ABOVE = re.compile(r"[及或]?以上")
_WHOLE = re.compile(r"(?:总投资|投资总?额|总额|合计|共计|总计|协议(?:投资|资金)|金额)(?:达|为|在|约)?$")
_ALL = re.compile(r"总|合计|共|累计|total|combined|altogether|aggregate|together", re.IGNORECASE)


class Reading:
    """The sentences of a release with their figures, words and clauses; `text` has simplified characters only."""

    def __init__(self, release: Release, mentions: tuple[Mention, ...]) -> None:
        self.release = release
        self.text = simplified(release.text)
        self.mentions = mentions
        self.by_sentence: list[list[int]] = [[] for _ in release.sentences]
        for number, mention in enumerate(mentions):
            self.by_sentence[mention.sentence].append(number)
        # So many figures are a table that was taken for a sentence; nothing in it can be told to belong together.
        self.by_sentence = [numbers if len(numbers) <= _MOST_FIGURES else [] for numbers in self.by_sentence]
        self._kinds = [mention.kind for mention in mentions]
        self._clauses: dict[int, list[Span]] = {}
        self._intervals: dict[int, Interval] = {}
        self._former: dict[int, set[int]] = {}
        self._verbs: dict[Span, tuple[list[Span], list[Span]]] = {}

    def sentence(self, number: int) -> Sentence:
        """Return the sentence of a mention."""
        return self.release.sentences[self.mentions[number].sentence]

    def words(self, number: int) -> Words:
        """Return the words of the language of a mention."""
        return words_of(self.sentence(number).language)

    def counts(self, sentence: int) -> list[int]:
        """Return the counts of a sentence."""
        return [n for n in self.by_sentence[sentence] if self._kinds[n] is Kind.COUNT]

    def amounts(self, sentence: int) -> list[int]:
        """Return the amounts of a sentence."""
        return [n for n in self.by_sentence[sentence] if self._kinds[n] is Kind.MONEY]

    def speaks_of_signing(self, sentence: int) -> bool:
        """Return whether a sentence says that something was signed."""
        whole = self.release.sentences[sentence]
        return words_of(whole.language).agreement.search(self.text, whole.start, whole.end) is not None

    def between(self, one: int, other: int) -> str:
        """Return the text between two mentions."""
        return self.text[self.mentions[one].end : self.mentions[other].start]

    def clauses(self, sentence: int) -> list[Span]:
        """Return the clauses of a sentence; no clause ends within a figure."""
        if sentence not in self._clauses:
            whole = self.release.sentences[sentence]
            inside = [(self.mentions[n].start, self.mentions[n].end) for n in self.by_sentence[sentence]]
            ends = [
                (gap.start(), gap.end())
                for gap in words_of(whole.language).gap.finditer(self.text, whole.start, whole.end)
                if not any(start <= gap.start() < end for start, end in inside)
            ]
            starts = [whole.start, *(end for _, end in ends)]
            stops = [*(start for start, _ in ends), whole.end]
            self._clauses[sentence] = [Span(*pair) for pair in zip(starts, stops, strict=True)]
        return self._clauses[sentence]

    def clause_of(self, number: int) -> int:
        """Return the number, within its sentence, of the clause that a mention starts in."""
        mention = self.mentions[number]
        clauses = self.clauses(mention.sentence)
        return max(0, bisect_right(clauses, mention.start, key=lambda clause: clause.start) - 1)

    def interval(self, number: int) -> Interval:
        """Return every number that the figure of a mention may stand for."""
        if number not in self._intervals:
            self._intervals[number] = self.mentions[number].figure.interval
        return self._intervals[number]

    def verbs(self, sentence: int, clause: Span) -> tuple[list[Span], list[Span]]:
        """Return the words in a clause that say signed, and those that say anything but signed."""
        if clause not in self._verbs:
            words = words_of(self.release.sentences[sentence].language)
            others = [Span(*match.span()) for match in words.other.finditer(self.text, *clause)]
            signed = [
                Span(*match.span())
                for match in words.signed.finditer(self.text, *clause)
                if not any(start < match.end() and match.start() < end for start, end in others)
            ]
            self._verbs[clause] = signed, others
        return self._verbs[clause]

    def former(self, sentence: int) -> set[int]:
        """Return the figures of a sentence that are what another grew or fell from: `from 12 to 15 projects`."""
        if sentence not in self._former:
            numbers = self.by_sentence[sentence]
            start = self.release.sentences[sentence].start
            self._former[sentence] = {
                one
                for one, other in pairwise(numbers)
                if self.mentions[one].figure.unit == self.mentions[other].figure.unit
                and _TO.fullmatch(self.text, self.mentions[one].end, self.mentions[other].start)
                and _FROM.search(self.text[max(start, self.mentions[one].start - 60) : self.mentions[one].start])
            }
        return self._former[sentence]

    def role(self, number: int) -> Role:
        """Return what an amount is, seen from the signings."""
        mention = self.mentions[number]
        before = [n for n in self.amounts(mention.sentence) if n < number]
        other = bool(before) and self.mentions[before[-1]].figure.unit != mention.figure.unit
        if other and _CONVERTED.fullmatch(self.between(before[-1], number)):
            return Role.CONVERSION
        clause = self.clauses(mention.sentence)[self.clause_of(number)]
        lead = self.text[max(clause.start, mention.start - 40) : mention.start]
        if _EACH_BEFORE.search(lead):
            return Role.THRESHOLD
        if _WHOLE.search(lead) and not _THRESHOLD_END.match(self.text, _after_above(self.text, mention.end)):
            return Role.OWN  # `总投资10亿元以上` at the end of a clause is what all of them come to
        if _EACH_AFTER.match(self.text, mention.end):
            return Role.THRESHOLD
        if self.text[max(mention.start, mention.end - 2) : mention.end] in ("以上", "级"):
            return Role.THRESHOLD
        return Role.OWN

    def is_limit(self, count: int, amount: int, whole: int | None = None) -> bool:
        """Return whether an open amount beside a part says what each of its projects reaches, not what all do.

        Where so many of them would exceed the `whole`, it is what all do.
        """
        figure, bound = self.mentions[count].figure, self.mentions[amount].figure.bound
        if whole is not None and self.mentions[whole].figure.unit == self.mentions[amount].figure.unit:
            most = self.mentions[whole].figure.value
            if figure.value * self.mentions[amount].figure.value > most >= self.mentions[amount].figure.value:
                return False
        gap = self.between(count, amount)
        return bound in (Bound.OVER, Bound.AT_LEAST) and _ALL.search(gap) is None and "," not in gap and "，" not in gap


def _after_above(text: str, end: int) -> int:
    """Return where the words for `and above` end that may follow an amount."""
    found = _ABOVE.match(text, end)
    return end if found is None else found.end()
