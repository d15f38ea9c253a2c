"""Going through a release from number to number."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mycity_cli.errors import FigureError
from mycity_cli.figure import COUNT, RATIO, Bound, Figure, lexicon
from mycity_cli.release.figures import chinese, english
from mycity_cli.release.figures.passage import Passage
from mycity_cli.release.figures.topics import Topic
from mycity_cli.release.findings import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mycity_cli.release.findings import Release, Sentence
    from mycity_cli.release.plain import Plain

_LONGEST_PASSAGE = 20_000
"""A longer sentence is read in pieces."""

_MONTHS = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{0,6})\Z")
_UNSAFE_SUFFIXES = ("won", "rand", "real", "dong", "pound", "pounds", "rm", "块", "reais")


class Finder:
    """Finds the figures of one release."""

    def __init__(self, release: Release, copy: Plain) -> None:
        self.release = release
        self.copy = copy
        self.topic: Topic | None = None
        self.found: list[Mention] = []
        self.sentence = 0

    def find(self) -> tuple[Mention, ...]:
        """Return the figures of the release."""
        paragraph = -1
        for number, sentence in enumerate(self.release.sentences):
            if sentence.paragraph != paragraph:
                self.topic, paragraph = None, sentence.paragraph
            self.sentence = number
            for passage in self._passages(sentence):
                self._read(passage)
        return tuple(self.found)

    def _passages(self, sentence: Sentence) -> Iterator[Passage]:
        if not sentence.language:
            return
        start, end = self.copy.inside(sentence.start), self.copy.inside(sentence.end)
        while start < end:
            cut = end
            if end - start > _LONGEST_PASSAGE:
                cut = self.copy.text.rfind(" ", start + _LONGEST_PASSAGE // 2, start + _LONGEST_PASSAGE)
                cut = cut if cut > 0 else start + _LONGEST_PASSAGE
            yield Passage.of(self.copy.text, start, cut, sentence.language)
            start = cut

    def _read(self, passage: Passage) -> None:
        at = 0
        while at < len(passage.tokens):
            at = max(at + 1, self._figure(passage, at)) if passage.starts_number(at) else at + 1

    def _figure(self, passage: Passage, at: int) -> int:
        """Read the number at a token, keep it if it is a figure, and return the number of the token after it."""
        if self._is_label(passage, at):
            return passage.after_numeral(at)
        first = passage.with_currency(at)
        hedged = passage.with_hedge(first, lexicon.HEDGES_BEFORE)
        for start in dict.fromkeys((hedged, first, at)):
            try:
                figure, after, (left, right) = Figure.find(passage.text, passage.tokens, start)
            except FigureError:
                continue
            break
        else:
            return passage.after_numeral(at)
        left = max(left, passage.tokens[first].start)
        if figure.unit == RATIO:
            if passage.tokens[at].kind != "number" and not self._is_share(passage, at, left):
                return after
            self._keep(passage, figure, left, right)
            return after
        if figure.unit != COUNT:
            if not self._is_money(passage, figure, first, at, right):
                return at + 1
            self._keep(passage, figure, left, right)
            return after
        return self._count(passage, figure, at, left, right)

    def _count(self, passage: Passage, figure: Figure, at: int, left: int, right: int) -> int:
        after = at
        while after < len(passage.tokens) and passage.tokens[after].start < right:
            after += 1
        if self._is_no_count(passage, figure, at, after):
            return after
        if passage.language == "zh" and not passage.word(after).isascii():
            self._chinese_count(passage, figure, left, right)
            return after
        if passage.word(after) == "+":
            after += 1
        counted = english.counted(passage.tokens, after, one=figure.value == 1)
        topic = counted.topic if counted is not None else None
        if counted is not None and topic is None:
            topic = self.topic
            if topic is Topic.DEALS:
                self._keep(passage, figure, left, right)
        elif topic is Topic.DEALS and counted is not None:
            if passage.word(after) == "of" and self._is_superlative(passage, after, counted.after):
                return after
            self._keep(passage, figure, left, passage.tokens[counted.after - 1].end)
        elif self.topic is Topic.DEALS and english.stands_alone(passage.tokens, at, after):
            self._keep(passage, figure, left, right)
            topic = self.topic
        self.topic = topic or self.topic
        return after

    def _chinese_count(self, passage: Passage, figure: Figure, left: int, right: int) -> None:
        text = passage.text
        counted = chinese.counted(text, left, right)
        if counted is None:
            return
        topic = counted.topic
        if topic is None:
            topic = chinese.topic_before(text, left) or self.topic
        self.topic = topic
        if topic is not Topic.DEALS or (figure.value == 1 and text[left] == "一"):
            return
        self._keep(passage, figure, chinese.start_of_noun(text, left), counted.after)

    # --- what is no figure -------------------------------------------------------------------------------------------

    def _is_label(self, passage: Passage, at: int) -> bool:
        """Return whether a number numbers something: a part of a name or of another number."""
        before = passage.word(at - 1)
        if before == "第" or (before in ("几", "数", "每") and passage.language == "zh"):
            return True
        if not passage.is_attached(at):
            return before in ("no", "number", "phase", "category", "fortune", "global", "level", "chapter", "article")
        if passage.tokens[at - 1].is_word:
            return passage.with_currency(at) == at
        return (
            before in ("+", "/", ".", ":") and passage.is_attached(at - 1) and passage.tokens[at - 2].kind == "number"
        )

    def _is_no_count(self, passage: Passage, figure: Figure, at: int, after: int) -> bool:
        if figure.value != int(figure.value) or figure.value <= 0:
            return True
        before, following = passage.word(at - 1), passage.word(after)
        attached = passage.is_attached(after)
        if attached and following in ("-", "/", ":", "'") and not passage.word(after + 1).isdigit():
            return True
        if attached and len(following) <= 2 and following.isascii() and following.isalpha():
            return True
        written = passage.tokens[at].text
        if passage.language == "en" and _MONTHS.match(before) is not None and figure.value <= 31:
            return True
        return len(written) == 4 and written.isdigit() and 1900 <= figure.value <= 2100 and before in (
            "in", "of", "since", "by", "during", "until", "year", "the", "from", "to", "and", "after", "before",
        )  # fmt: skip

    def _is_superlative(self, passage: Passage, start: int, end: int) -> bool:
        found = {token.text for token in passage.tokens[start:end]}
        return any(word.endswith("est") or word in ("most", "first", "few") for word in found)

    def _is_money(self, passage: Passage, figure: Figure, first: int, at: int, right: int) -> bool:
        if first == at:
            last = max(
                (n for n in range(at, min(at + 12, len(passage.tokens))) if passage.tokens[n].end <= right), default=at
            )
            if passage.word(last) in _UNSAFE_SUFFIXES and figure.value < 10_000:
                return False
        written = passage.text[passage.tokens[at].start : right]
        bare = re.fullmatch(r"[一二三两][元块]", written)
        return bare is None

    def _is_share(self, passage: Passage, at: int, left: int) -> bool:
        """Return whether half, or tenths in words, are a share of deals or money."""
        if passage.word(at) not in ("half", "半", "一"):
            return True
        if passage.language == "zh":
            return chinese.topic_before(passage.text, left) is Topic.DEALS
        return self.topic is Topic.DEALS

    # --- keeping -----------------------------------------------------------------------------------------------------

    def _keep(self, passage: Passage, figure: Figure, start: int, end: int) -> None:
        first = self.copy.original(passage.offset + start)
        last = self.copy.original(passage.offset + end - 1) + 1
        self.found.append(Mention(replace(figure, thing=""), first, last, self.sentence))


__all__ = ["Bound", "Finder"]
