"""Shares: a percentage that a part is of a whole, as "accounting for", "of the total", 占…的 say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mycity_cli.expressions import expression
from mycity_cli.figure import COUNT, Bound
from mycity_cli.interval import Interval
from mycity_cli.release.assertions.assertion import NO_WHOLE, OVER_100, Assertion, Option
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.lexicon import cue, words
from mycity_cli.release.reading import Reading, overlap, telling

_HEDGE = r"(?:about|nearly|some|around|over|more than|almost|roughly|just|or|an?|the|up to|约|近|超过?|逾|大约|达到?)"
OF = expression(r"\s*(?:share |portion |slice )?of\b(?P<whole>[^.;,，。；(（]{0,80})", re.IGNORECASE)
_BEFORE = expression(rf"{words('share')}(?P<whole>[^。；;，,]{{0,26}})\Z", re.IGNORECASE)
APPOSED = expression(rf"(?:\bor|[(（–—])(?:\s*{_HEDGE})*\s*\Z", re.IGNORECASE)
_GREW = expression(rf"{words('rising', 'falling')}[^,，]{{0,16}}\Z(?<!more than)", re.IGNORECASE)
SHARE_BEHIND = expression(r"\s*-?share\b", re.IGNORECASE)
_CHANGED = expression(rf"\s*{words('rising', 'falling')}|\s*-?points?\b|\s*个?百分点", re.IGNORECASE)
_WITHIN_ALL = expression(r"(?:分别|在[^，。；]{1,12}中的?|的?总量)")
_SHARING = expression(rf"\W*(?:已)?{words('share')}.*\Z", re.IGNORECASE)
_NO_MORE = expression(
    r"(?:(?:alone|thus|therefore|by itself|now|also|has|had)\b ?)*"
    r"|[一两市县区州的签约金额项目数投资总合同协议引已约共]*"
)
"""What the name of a row may be followed by that makes it no other subject."""
TARGET = expression(r"(?:完成|达到|实现)了?[^，。；]{0,12}(?:计划|目标|任务)[^，。；]{0,14}的?\s*\Z")
_OTHER_UNITS = expression(r"\b(?:men|women|years?|hours?|people|percentage)\b", re.IGNORECASE)
_OF_NEXT = expression(
    r"\s*(?:share |portion )?of (?:the|all|its|these|those|a|this|some)?"
    r"(?: (?!with\b|or\b|at\b|by\b|was\b|were\b)[\w-]+){0,4}\s*",
    re.IGNORECASE,
)
_NO_SHARE = expression(r"\s*(?:financed|owned|funded|paid|held|complete\w*|by|up|down|more|less|higher|lower)\b")
_ACCOUNTS = expression("占|比重|比例|份额")
_ALL = Interval.exactly(1)
_MOST_JOINED = 60
_MOST_PARTS = 5
_MOST_WHOLES = 12
_FEW_PARTS, _FEW_WHOLES = 2, 3
"""The same where there are very many figures."""
_FAR = 60
_FAR_APART = 3
"""How many paragraphs apart a part and its whole stand far from each other."""


def shares(reading: Reading, items: Items, wholes: dict[int, int]) -> Iterator[Assertion]:
    """Yield what a release says of shares. `wholes` is the total that each figure is said to be a part of."""
    for number, mention in enumerate(reading.mentions):
        if mention.kind is not Kind.PERCENT:
            continue
        said = _said(reading, number)
        if said is None:
            continue
        rule, whole_words, beside = said
        options = tuple(_Share(reading, items, number, whole_words, beside).options(wholes))
        yield Assertion(
            RelationKind.SHARE, rule, number, options, tuple(_doubts(reading, number, whole_words)),
            missing=NO_WHOLE,
        )  # fmt: skip


def _said(reading: Reading, number: int) -> tuple[str, str, int | None] | None:
    """Return the rule, the words that name the whole, and the figure of the whole where it stands beside them."""
    if _CHANGED.match(reading.after(number, 30)):
        return None
    first, row = row_of(reading, number)
    after = reading.after(row)
    of = OF.match(after)
    target = _of_target(reading, number)
    accounted = _accounted(reading, first)
    # A plan may be more than fulfilled; nothing else has a part of more than all of it.
    exceeds = accounted is not None and target is None and reading.mentions[number].figure.interval.above(_ALL)
    rule = OVER_100 if exceeds else "share/of"
    if of is not None:
        return rule, of["whole"], row + 1 if _leads_to(reading, row) else None
    if reading.is_in_row(number):
        return ("share/of", "", None) if _is_share_column(reading, number) else None
    said = target or accounted
    if said is not None:
        return (rule, *said)
    is_apposed = APPOSED.search(reading.before(first, 60)) and not _NO_SHARE.match(after)
    return ("share/of", "", None) if SHARE_BEHIND.match(after) or is_apposed else None


def row_of(reading: Reading, number: int) -> tuple[int, int]:
    """Return the first and the last of the percentages that are listed with one, so far as the list is no crowd."""
    first, last = reading.percentages[number]
    return max(first, number - _MOST_JOINED), min(last, number + _MOST_JOINED)


def _of_target(reading: Reading, number: int) -> tuple[str, int | None] | None:
    """Return the target that a percentage is said to be reached of, and its figure where that stands beside it."""
    target = TARGET.search(reading.lead(number, 40))
    if target is None or "超" in reading.before(number, 16):
        return None
    before = number - 1
    is_near = number > 0 and reading.mentions[before].start > reading.mentions[number].start - 30
    return target[0], before if is_near and "的" in reading.between(before, number) else None


def _accounted(reading: Reading, first: int) -> tuple[str, int | None] | None:
    """Return what a percentage accounts for, by the words before it, and its figure where that stands beside it."""
    is_behind_whole = first > 0 and "占" in reading.before(first - 1, 12)
    before = _BEFORE.search(reading.lead(first, 60) if is_behind_whole else reading.before(first, 60))
    if before is None or _GREW.search(before["whole"]):
        return None
    near = first and len(reading.between(first - 1, first)) <= 14 and "占" in reading.before(first - 1, 14)
    return before["whole"], first - 1 if near else None


def _is_share_column(reading: Reading, number: int) -> bool:
    """Return whether a percentage of a row stands under words for a share, or behind figures of units of their own."""
    if cue("rising", "falling").search(reading.heading_of_column(number)):
        return False
    here = reading.mentions[number].sentence
    units = [each.figure.unit for each in reading.mentions[max(0, number - 4) : number] if each.sentence == here]
    return bool(units) and len(units) == len(set(units))


def _leads_to(reading: Reading, row: int) -> bool:
    """Return whether the next figure is the whole: 18 percent of the 50 projects."""
    following = row + 1
    if following >= len(reading.mentions) or reading.mentions[following].sentence != reading.mentions[row].sentence:
        return False
    if reading.mentions[following].kind is Kind.PERCENT:
        return False
    return _OF_NEXT.fullmatch(reading.between(row, following)) is not None


def _doubts(reading: Reading, number: int, said: str) -> Iterator[str]:
    if cue("elsewhere").search(said):
        yield "none.elsewhere"
    if not said.strip():
        yield "none.unsaid"
    if _OTHER_UNITS.search(said):
        yield "none.of_others"
    if cue("former").search(reading.lead(number, 60)):
        yield "none.former"
    if cue("owners").search(reading.clause(number)):
        yield "none.owners"
    subject = _subject(reading, number)
    here = reading.words_of(number - 1) if number else frozenset()
    if overlap(subject, here) is False:
        yield "none.own_subject"


def _subject(reading: Reading, number: int) -> frozenset[str]:
    clause = _WITHIN_ALL.sub("", reading.clause(number))
    said = telling(_ACCOUNTS.split(clause)[0])
    return frozenset(word for word in said if len(word) > 1)


class _Share:
    """The figures that a percentage may be the share of, and of what, and what speaks for them."""

    def __init__(self, reading: Reading, items: Items, number: int, said: str, beside: int | None) -> None:
        self.reading, self.items, self.number, self.beside = reading, items, number, beside
        self.subject = _subject(reading, number)
        self.said = telling(said)
        self._counted, self._valued = cue("count_word").search(said), cue("money_word").search(said)
        self._whole = cache(lambda whole: tuple(self._of_whole(whole)))

    def options(self, known: dict[int, int]) -> Iterator[Option]:
        """Yield the parts and wholes that may be meant. `known` is the total that each part of one is a part of."""
        for rank, part in self._parts():
            own = tuple(self._of_part(part, rank))
            for whole in self._wholes(part):
                features = [*own, *self._whole(whole), *self._of_both(part, whole)]
                if known.get(part) == whole:
                    features.append("whole.known")
                yield Option(Candidate(RelationKind.SHARE, (part, whole), self.number), tuple(features))

    # --- which figures may be meant -----------------------------------------------------------------------------------

    def _parts(self) -> Iterator[tuple[str, int]]:
        """Yield the figures that a percentage may be the share of, each with where it stands."""
        reading, number = self.reading, self.number
        yield from self._parts_before()
        if reading.is_in_row(number):
            return
        for each in range(number - 1, max(-1, number - _FAR), -1):
            if each in self.items.of and reading.is_in_row(each) and _is_named(reading, number, each):
                yield "named_row", each
        for each in range(number + 1, min(number + 6, len(reading.mentions))):
            apart = reading.mentions[each].sentence - reading.mentions[number].sentence
            if each in self.items.of and apart <= 1:
                yield ("sentence_behind" if apart else "behind" if each <= number + 2 else "far_behind"), each

    def _parts_before(self) -> Iterator[tuple[str, int]]:
        reading, number = self.reading, self.number
        rank = 0
        for each in range(number - 1, max(-1, number - 14), -1):
            if each not in self.items.of or rank >= (_FEW_PARTS if reading.is_crowded else _MOST_PARTS):
                continue
            apart = reading.mentions[number].sentence - reading.mentions[each].sentence
            if apart > 1 or (apart and reading.paragraph(each) < reading.paragraph(number) - 1):
                break
            rank += 1
            yield ("sentence_before" if apart else f"rank{rank}"), each

    def _wholes(self, part: int) -> Iterator[int]:
        if self.beside is not None:
            if self.beside != part and self._is_alike(self.beside, part):
                yield self.beside
            return
        before = (each for each in range(part - 1, max(-1, part - _FAR), -1) if self._is_alike(each, part))
        for seen, each in enumerate(before, 1):
            yield each
            if seen > (_FEW_WHOLES if self.reading.is_crowded else _MOST_WHOLES):
                return
        mentions = self.reading.mentions
        for each in range(part + 1, min(part + 12, len(mentions))):
            if self._is_alike(each, part):
                near = mentions[each].sentence == mentions[part].sentence and each <= part + 3
                if near or self.reading.is_total(each) or cue("together").search(self.reading.before(each, 40)):
                    yield each

    def _is_alike(self, each: int, part: int) -> bool:
        mentions = self.reading.mentions
        return each in self.items.of and mentions[each].figure.unit == mentions[part].figure.unit

    # --- what speaks for them -----------------------------------------------------------------------------------------

    def _of_part(self, part: int, rank: str) -> Iterator[str]:
        reading, number = self.reading, self.number
        yield f"part.{rank}"
        if reading.is_in_row(number):
            same = reading.mentions[part].sentence == reading.mentions[number].sentence
            yield "part.in_row" if same else "part.other_row"
        numbers = self.items.of[part].numbers
        if rank == "rank2" and part in numbers and any(n in numbers for n in range(part + 1, number)):
            yield "part.partner"
        if reading.is_former(part):
            yield "part.former"
        shared = overlap(self.subject, reading.words_of(part))
        if shared is not None:
            yield "part.same_subject" if shared else "part.other_subject"

    def _of_whole(self, whole: int) -> Iterator[str]:
        """Yield what is said of a whole, whatever the part."""
        reading = self.reading
        unit = reading.mentions[whole].figure.unit
        if reading.is_in_heading(whole):
            yield "whole.heading"
        if reading.is_former(whole):
            yield "whole.former"
        if cue("together").search(reading.before(whole, 40)):
            yield "whole.together"
        if reading.is_in_row(whole):
            yield "whole.in_row"
        if not any(self._is_alike(n, whole) for n in range(max(0, whole - 6), whole)):
            yield "whole.first"
        counted, valued = self._counted, self._valued
        if (counted and not valued and unit != COUNT) or (valued and not counted and unit == COUNT):
            yield "whole.other_measure"
        if overlap(self.said, reading.words_of(whole)):
            yield "whole.named"

    def _of_both(self, part: int, whole: int) -> Iterator[str]:
        reading, mentions = self.reading, self.reading.mentions
        one, other = mentions[part].figure, mentions[whole].figure
        if one.value > other.value:
            yield "whole.smaller"
        if reading.paragraph(part) - reading.paragraph(whole) >= _FAR_APART:
            yield "whole.far"
        if Bound.OVER in (one.bound, other.bound):
            yield "open"


def _is_named(reading: Reading, number: int, each: int) -> bool:
    """Return whether the subject of a share is what the row of a figure is called, and nothing more."""
    label = reading.label(each).strip(" |*_\t")
    subject = _SHARING.sub("", reading.clause(number)).strip()
    if not label or not subject.lower().startswith(label.lower()):
        return False
    return _NO_MORE.fullmatch(subject[len(label) :].strip()) is not None
