"""Going through a release from number to number."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from mycity_cli.expressions import expression
from mycity_cli.figure import COUNT, POINTS, RATIO, Bound, Figure
from mycity_cli.figure.scanning import VAGUE, Found, Unread, may_hold_number
from mycity_cli.figure.units import is_amount
from mycity_cli.release.figures import chinese, elliptic, english, guards, headings, numbered, units
from mycity_cli.release.figures.local_yuan import local_yuan
from mycity_cli.release.figures.passage import Passage
from mycity_cli.release.figures.sharing import run_from
from mycity_cli.release.figures.topics import Topic
from mycity_cli.release.findings import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mycity_cli.release.findings import Release, Sentence
    from mycity_cli.release.plain import Plain

_LONGEST_PASSAGE = 20_000
"""A longer sentence is read in pieces."""

_BRACKET = 45
"""So far before a sign a bracket may open."""

_HEDGE = 32
"""How far from a figure its hedge may begin or end."""

_CRORES = expression(r"\b(?:lakhs?|crores?|cr)\b", re.IGNORECASE)
_RUPEES = expression(r"\bINR\b|\bRs\b|₹|\b[Rr]upees?\b")


class Finder:
    """Finds the figures of one release."""

    def __init__(self, release: Release, copy: Plain) -> None:
        self.release = release
        self.copy = copy
        self.found: list[Mention] = []
        self.unread: list[Unread] = []
        self._topic: Topic | None = None
        self._topic_from: Passage | None = None
        self._carried: Topic | None = None
        self._currency: str | None = None
        self._yuan = local_yuan(release.text, copy.text)
        self._sentence = 0
        self._declared: units.Shared | None = None
        self._columns: list[headings.Column] = []

    def find(self) -> tuple[Mention, ...]:
        """Return the figures of the release."""
        paragraph = -1
        for number, sentence in enumerate(self.release.sentences):
            if sentence.paragraph != paragraph:
                self._next_paragraph()
                paragraph = sentence.paragraph
            self._sentence, self._currency = number, None
            if sentence.language:
                self._one_sentence(sentence)
        return tuple(self.found)

    def _next_paragraph(self) -> None:
        self._carried = self._topic or self._carried
        self._topic = None

    def _one_sentence(self, sentence: Sentence) -> None:
        start, end = self.copy.inside(sentence.start), self.copy.inside(sentence.end)
        text = self.copy.text[start:end]
        if units.is_row(text):
            self._row(text, start, end, sentence.language)
            return
        self._columns = []
        if may_hold_number(text):
            for passage in self._passages(start, end, sentence.language):
                self._read(passage)
            self._declared = units.declared(text) or self._declared
        elif sentence.language == "zh" and chinese.announces(text):
            self._topic = Topic.DEALS
        if numbered.announces(text):
            self._topic = Topic.DEALS

    def _row(self, text: str, start: int, end: int, language: str) -> None:
        """Read a row of a table: a number that fills a cell is what the heading of its column says."""
        if units.is_rule(text):
            return
        cells = headings.cells(self.copy.text, start, end)
        written = [self.copy.text[left:right] for left, right in cells]
        row = headings.Row(written)
        if row.is_of_headings:
            self._declared = units.declared(text) or self._declared
            self._columns = headings.columns(written, self._declared, self._topic or self._carried)
        for (left, right), held in zip(cells, row.holds(self._columns), strict=True):
            for passage in self._passages(left, right, language):
                if held is None or not headings.is_number(passage.text):
                    self._topic = held if isinstance(held, Topic) else self._topic
                    self._read(passage)
                    continue
                for item in passage.items:
                    if isinstance(item, Unread):
                        self._unread(passage, item)
                    else:
                        self._cell(passage, item.with_unit(*held) if isinstance(held, units.Shared) else item)

    def _cell(self, passage: Passage, found: Found) -> None:
        place = found.figure, found.start, found.end
        self._keep(passage, *(_without_sign(passage, found, in_row=True) if found.unit == RATIO else place))

    def _passages(self, start: int, end: int, language: str) -> Iterator[Passage]:
        while start < end:
            cut = end
            if end - start > _LONGEST_PASSAGE:
                cut = self.copy.text.rfind(" ", start + _LONGEST_PASSAGE // 2, start + _LONGEST_PASSAGE)
                cut = cut if cut > 0 else start + _LONGEST_PASSAGE
            yield Passage(self.copy.text[start:cut], start, language)
            start = cut

    def _read(self, passage: Passage) -> None:
        read = 0
        for number, item in enumerate(passage.items):
            if isinstance(item, Unread):
                self._unread(passage, item)
            elif number >= read and not units.declares(passage.text, item.start):
                read = number + self._found(passage, number, item)

    def _found(self, passage: Passage, number: int, found: Found) -> int:
        """Keep what a number of a passage states, and the row that it begins; return how many numbers that were."""
        shared = units.bracketed_before(passage.text, passage.tokens[found.at].start)
        if shared is not None and found.unit == COUNT and found.first == found.at:
            found = found.with_unit(*shared)
        elif (run := run_from(passage, number)) is not None:
            return self._run(passage, run)
        self._one(passage, self._implied(passage, number, found) if found.unit == COUNT else found)
        return 1

    def _run(self, passage: Passage, run: list[Found]) -> int:
        """Keep the numbers of a row that are figures, and return how many were read."""
        last = run[-1]
        if last.unit != COUNT:
            for found in run:
                self._one(passage, found)
            return len(run)
        before = len(self.found)
        self._count(passage, last)
        if len(self.found) == before:
            return self._one_by_one(passage, run)
        mention = self.found.pop()
        for found in run[:-1]:
            if not (guards.is_no_count(passage, found, found.reading.behind) or guards.counts_others(found)):
                self._keep(passage, found.figure, found.start, found.end)
        self.found.append(mention)
        return len(run)

    def _one_by_one(self, passage: Passage, run: list[Found]) -> int:
        """Keep the counts of a row whose first says by itself what it counts: thirty contracts and 400 handshakes."""
        if passage.language != "zh" and not run[0].reading.thing:
            return len(run)
        before = len(self.found)
        self._count(passage, run[0])
        if len(self.found) > before:
            for found in run[1:]:
                self._count(passage, found)
        return len(run)

    def _one(self, passage: Passage, found: Found) -> None:
        if found.unit == COUNT:
            self._count(passage, found)
        elif found.unit == RATIO:
            if self._is_share(passage, found):
                self._keep(passage, *_without_sign(passage, found, in_row=bool(self._columns)))
        elif found.reading.bound is Bound.BETWEEN:
            self._unread(passage, Unread(found.start, found.end, VAGUE))
        elif found.unit != POINTS:
            if found.unit == "CNY" and passage.text.endswith("元", found.start, found.end) and found.first == found.at:
                found = found.with_unit(self._yuan, 0)
            self._currency = found.unit
            self._keep(passage, found.figure, found.start, found.end)

    def _implied(self, passage: Passage, number: int, found: Found) -> Found:
        """Return the figure with the currency that its clause leaves unsaid, where it is an amount."""
        unit = self._currency
        if not found.power and self._declared is not None and units.states_amount(passage.text, found.start, found.end):
            return found.with_unit(*self._declared)
        if passage.language == "zh":
            if not chinese.is_amount(passage.text, found.start, found.end, found.power, said=unit is not None):
                return found
            unit = unit or self._yuan
        else:
            unit = self._whole(passage, number, found) or unit or self._of_crores(passage, found)
            if unit is None or not english.is_amount(passage.tokens, found.after, found.power):
                return found
        return found.with_unit(unit, 0)

    def _of_crores(self, passage: Passage, found: Found) -> str | None:
        """Return the rupee for lakhs and crores of a text that names it."""
        said = found.power >= 5 and _CRORES.search(passage.text, found.start, found.end)
        return "INR" if said and self._names_rupees else None

    @cached_property
    def _names_rupees(self) -> bool:
        return _RUPEES.search(self.copy.text) is not None

    def _whole(self, passage: Passage, number: int, found: Found) -> str | None:
        """Return the currency of what a number is a part of: 11.9 billion of 19.5 billion yuan, of the 19.5 billion."""
        whole = found.after + 1
        whole += passage.word(whole) in ("the", "these", "those", "its", "their")
        following = passage.items[number + 1] if number + 1 < len(passage.items) else None
        if passage.word(found.after) != "of" or not isinstance(following, Found) or following.first != whole:
            return None
        return following.unit if is_amount(following.unit) else None

    # --- counts ------------------------------------------------------------------------------------------------------

    def _count(self, passage: Passage, found: Found) -> None:
        after = found.reading.behind
        if guards.is_no_count(passage, found, after):
            return
        if found.reading.bound is Bound.BETWEEN:
            self._unread(passage, Unread(found.start, found.end, VAGUE))
        elif passage.language == "zh" and not (after < len(passage.tokens) and passage.tokens[after].is_word):
            self._chinese_count(passage, found)
        else:
            self._english_count(passage, found, found.at, after)

    def _english_count(self, passage: Passage, found: Found, at: int, after: int) -> None:
        tokens = passage.tokens
        noun = english.after_hedge(tokens, after)
        counted = english.counted(tokens, noun, one=found.whole == 1)
        topic, end = counted.topic if counted is not None else None, found.end
        if topic is Topic.DEALS and counted is not None:
            if passage.word(noun) == "of" and guards.is_superlative(passage, noun, counted.after):
                return
            end = max(end, tokens[counted.after - 1].end)
        elif (counted is not None and topic is None) or (
            found.power < 6 and elliptic.stands_alone(passage.text, tokens, at, after)
        ):
            topic = self._topic_at(passage, at)
        elif elliptic.shares_noun(tokens, after) or (
            topic is None and numbered.follows_noun(passage.text, tokens, found.first, after)
        ):
            topic = Topic.DEALS
        is_spread = topic is Topic.OTHER and self._topic is Topic.DEALS and elliptic.is_spread(tokens, at)
        self._topic_is(self._topic if is_spread else topic or self._topic, passage)
        if topic is Topic.DEALS:
            self._keep(passage, found.figure, found.start, end)

    def _topic_at(self, passage: Passage, at: int) -> Topic | None:
        """Return what was counted last: by a number of this passage, else by a noun for deals in it, else before it."""
        if self._topic_from is passage:
            return self._topic
        if not numbered.closes_row(passage.tokens, at) and numbered.names_deals_before(passage.tokens, at):
            return Topic.DEALS
        return self._topic or self._carried

    def _topic_is(self, topic: Topic | None, passage: Passage) -> None:
        if topic is not self._topic or topic is not None:
            self._topic, self._topic_from = topic, passage

    def _chinese_count(self, passage: Passage, found: Found) -> None:
        text, start = passage.text, found.start
        counted = chinese.counted(text, start, found.end + (text[found.end : found.end + 1] == "+"))
        if counted is None:
            return
        topic = counted.topic
        if topic is Topic.OTHER and text[start] == "一":
            # 最大的一个105亿元: what it is one of is counted before, and goes on.
            return
        if topic is None and text.endswith("的", 0, start):
            # 长三角企业投资的29个: what stands before 的 describes what is counted.
            topic = self._topic
        topic = (
            topic or chinese.topic_before(text, start, found.end) or self._topic or chinese.topic_after(text, found.end)
        )
        if topic is None and chinese.leads_in(text, start):
            topic = self._carried
        if topic is None and chinese.is_case(text, found.end) and self._counts_cases:
            topic = Topic.DEALS
        self._topic_is(topic, passage)
        if topic is Topic.DEALS and not (found.whole == 1 and text[start] == "一"):
            self._keep(passage, found.figure, chinese.start_of_noun(text, start), counted.after)

    @cached_property
    def _counts_cases(self) -> bool:
        return chinese.counts_cases(self.copy.text)

    def _is_share(self, passage: Passage, found: Found) -> bool:
        """Return whether a ratio is a figure; half, and a fraction in words, only where it is one of deals or money."""
        if passage.tokens[found.at].kind == "number" or found.power:
            return chinese.is_tenths(passage.text, found.end)
        if passage.language == "zh":
            return chinese.is_share(passage.text, found.start, found.end)
        of_them = self._topic is Topic.DEALS and english.is_of_them(passage.tokens, found.after)
        return of_them or english.is_share(passage.tokens, found.first, found.after)

    # --- keeping -----------------------------------------------------------------------------------------------------

    def _unread(self, passage: Passage, unread: Unread) -> None:
        first = self.copy.original(passage.offset + unread.start)
        self.unread.append(Unread(first, self.copy.original(passage.offset + unread.end - 1) + 1, unread.reason))

    def _keep(self, passage: Passage, figure: Figure, start: int, end: int) -> None:
        first = self.copy.original(passage.offset + start)
        last = self.copy.original(passage.offset + end - 1) + 1
        if self.found and first < self.found[-1].end:
            first = self._apart(first, last)
        written = self.release.text
        # Where the copy differs, the figure is quoted as it stands in the text itself.
        text = figure.text if figure.text in written[max(0, first - _HEDGE) : last + _HEDGE] else written[first:last]
        if figure.thing or figure.text != text:
            figure = replace(figure, thing="", text=text)
        self.found.append(Mention(figure, first, last, self._sentence))

    def _apart(self, first: int, last: int) -> int:
        """Return where a figure starts that would overlap the one before it, which then ends there.

        A noun between two numbers is the first one's (9份协议12件), a noun that both reach is the second one's.
        """
        before = self.found[-1]
        if before.end < last:
            return before.end
        first = max(first, before.start + 1)
        self.found[-1] = replace(before, end=first)
        return first


def _without_sign(passage: Passage, found: Found, *, in_row: bool) -> tuple[Figure, int, int]:
    """Return a percentage with its place; the sign in "(-8%)" and in a cell says that it fell, as a word would."""
    sign, before = passage.word(found.first), passage.text[max(0, found.start - _BRACKET) : found.start]
    falls = sign == "-" and ((in_row and not before.strip()) or before.rfind("(") > before.rfind(")"))
    if sign != "+" and not falls:
        return found.figure, found.start, found.end
    figure = found.figure
    value = figure.value.copy_abs()
    return replace(figure, value=value, text=figure.text.lstrip("-−–+")), found.start + 1, found.end
