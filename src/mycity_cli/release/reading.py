"""A release as assertions look at it: its figures, the words around them, and what those say of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from mycity_cli.expressions import expression
from mycity_cli.figure import Bound
from mycity_cli.release.figures.units import is_row
from mycity_cli.release.findings import CROWD, Kind, Mention, Release, Sentence
from mycity_cli.release.lexicon import LANGUAGES, cue, ending, listed
from mycity_cli.release.places import named_in
from mycity_cli.release.sentences import is_list_item
from mycity_cli.release.times import Times

_ASIDE_AFTER = expression(
    r"\s*(?:[(（]含[)）])?(?:(?:及|或|和)?(?:其)?以[上下内]|级|大?关|台阶|门槛"
    r"|的(?:项目|合同)?(?:有|共)?\s*(?=[\d一二两三四五六七八九十]+[个项家份])"
    r"|(?:each|apiece|or (?:more|above|over|higher)|and (?:above|over))\b"
    r"|per (?:project|deal|contract|year|mu|hectare|head|capita|(?:diluted )?share)\b|annually\b"
    r"|a (?:piece|year(?! (?:earlier|ago|before)))\b)",
    re.IGNORECASE,
)
_ASIDE_BEFORE = expression(
    r"(?:\b(?:each(?! and\b)|averag\w+|per[- ]project|per (?:diluted )?share)\b[^.;:。；：]{0,60}"
    r"|(?:平均|每个|单个|单项|单体|均|个均|户均)[^,，.;。；、]{0,12})\Z",
    re.IGNORECASE,
)
_MORE_BEFORE = expression(
    r"(?:比|较)[^，。；,;]{1,10}(?:增加|增长|减少|净增|多|少|增|减)了?\s?\Z"
    r"|\b(?:increase|decrease|rise|drop|gain) of (?:about |some )?\Z|\b(?:rose|fell|grew|increased|up|down) by \Z",
    re.IGNORECASE,
)
_MORE_AFTER = expression(
    r"\s*(?:\w+ )?(?:more|fewer) than (?:last|a year|the previous|in (?:19|20)\d\d)\b", re.IGNORECASE
)
_CRITERION = expression(r"\s*(?:的|元)?(?:大|重大|重点|特大)?项目")
_TOTAL = expression(r"总(?:投资|金额|额)额?(?:为|达|约)?\s?\Z")
_CLOSED = expression(r"\s*(?:以上)?\s*(?:[，。；,;]|\Z)")
"""What makes an amount the total of all, though a bound stands behind it: 总投资10亿元以上。"""

_LONGEST_HEADING = 80
_FAR_ABOVE = 600
_OPEN = {Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST}
_CLAUSE = expression(r"[,，;；:：。!?！？()（）|—]|\.(?=\s|\Z)|\s[-–]\s")
_LISTED = expression(r"\s*(?:,|，|、|and|和|与|及|, and)\s*(?:about|约|近|nearly)?\s*", re.IGNORECASE)
_CELLS = expression(r"[|\t]")
_STRONG = expression(r"[;；。!?！？|]|\.(?=\s|\Z)")
_WORD = expression(r"[A-Za-z]{3,}|[一-鿿]+")
_COMMON, _COMMON_HAN = (listed(f"assertions.{language}")["common"] for language in LANGUAGES)


@dataclass(frozen=True)
class Reading:
    """A release in simplified characters, with its figures in the order of the text."""

    release: Release
    mentions: tuple[Mention, ...]

    @cached_property
    def is_crowded(self) -> bool:
        """Whether there are so many figures that each is compared only with some of those around it."""
        return len(self.mentions) > CROWD

    def between(self, one: int, other: int) -> str:
        """Return the text from the end of one figure to the start of a later one."""
        return self.release.text[self.mentions[one].end : self.mentions[other].start]

    def sentence(self, number: int) -> Sentence:
        """Return the sentence that a figure stands in."""
        return self.release.sentences[self.mentions[number].sentence]

    def paragraph(self, number: int) -> int:
        """Return the number of the paragraph that a figure stands in."""
        return self.sentence(number).paragraph

    def is_in_heading(self, number: int) -> bool:
        """Return whether a figure stands in a heading, or in a short first line that ends as headings do."""
        return self.sentence(number).heading or self._first_line > self.mentions[number].start

    @cached_property
    def _first_line(self) -> int:
        """Return where a first line ends that is short, stands by itself and is no sentence; 0 without one."""
        line, _, rest = self.release.text.partition("\n")
        is_heading = (
            len(line) <= _LONGEST_HEADING and rest.strip() and not line.rstrip().endswith((".", "。", ";", "；"))
        )
        return len(line) if is_heading else 0

    def is_in_row(self, number: int) -> bool:
        """Return whether a figure stands in a row of a table."""
        return self._is_row(self.mentions[number].sentence)

    def is_in_line(self, number: int) -> bool:
        """Return whether a figure stands in a row of a table or in an item of a list."""
        sentence = self.mentions[number].sentence
        found = self.release.sentences[sentence]
        return self._is_row(sentence) or is_list_item(self.release.text, found.start, found.end)

    def _is_row(self, sentence: int) -> bool:
        if sentence not in self._rows:
            found = self.release.sentences[sentence]
            self._rows[sentence] = is_row(self.release.text[found.start : found.end])
        return self._rows[sentence]

    @cached_property
    def _rows(self) -> dict[int, bool]:
        return {}

    def before(self, number: int, most: int = 80) -> str:
        """Return the text before a figure: of its sentence, back to the figure before it, `most` characters."""
        start = max(self.sentence(number).start, self.mentions[number].start - most)
        if number:
            start = max(start, self.mentions[number - 1].end)
        return self.release.text[start : self.mentions[number].start]

    def lead(self, number: int, most: int = 80) -> str:
        """Return the text before a figure: of its sentence, `most` characters, with the figures in it."""
        start = max(self.sentence(number).start, self.mentions[number].start - most)
        return self.release.text[start : self.mentions[number].start]

    def span(self, one: int, other: int) -> str:
        """Return the text from the start of one figure to the end of a later one."""
        return self.release.text[self.mentions[one].start : self.mentions[other].end]

    def after(self, number: int, most: int = 80) -> str:
        """Return the text after a figure: of its sentence, up to the next figure, `most` characters."""
        end = min(self.sentence(number).end, self.mentions[number].end + most)
        if number + 1 < len(self.mentions):
            end = min(end, self.mentions[number + 1].start)
        return self.release.text[self.mentions[number].end : end]

    def own(self, number: int) -> str:
        """Return a figure as it is written, with the thing counted."""
        return self.release.text[self.mentions[number].start : self.mentions[number].end]

    def clause(self, number: int, most: int = 60) -> str:
        """Return the words before a figure in its clause, back to the figure before it."""
        return _CLAUSE.split(self.before(number, most))[-1]

    def tail(self, number: int, most: int = 60) -> str:
        """Return the words behind a figure in its clause, up to the next figure."""
        return _CLAUSE.split(self.after(number, most))[0]

    def are_in_one_clause(self, one: int, other: int) -> bool:
        """Return whether no sign that ends a clause stands between two figures of a sentence."""
        first, second = sorted((one, other))
        same = self.mentions[one].sentence == self.mentions[other].sentence
        return same and _CLAUSE.search(self.between(first, second)) is None

    def words_of(self, number: int) -> frozenset[str]:
        """Return the telling words around a figure: stems in English, pairs of characters in Chinese."""
        if number not in self._words:
            before = _STRONG.split(self.before(number))[-1]
            self._words[number] = telling(f"{before} {self.own(number)} {self.tail(number)}")
        return self._words[number]

    @cached_property
    def _words(self) -> dict[int, frozenset[str]]:
        return {}

    def places(self, number: int) -> frozenset[str]:
        """Return the places that are named before a figure in its sentence, back to the figure before it."""
        if number not in self._places:
            sentence = self.sentence(number)
            start = max(sentence.start, self.mentions[number - 1].end if number else 0)
            found = named_in(self.release.text, start, self.mentions[number].start, sentence.language or "en")
            self._places[number] = frozenset(each.name for each in found)
        return self._places[number]

    def places_above(self, number: int) -> frozenset[str]:
        """Return the places that are named before a figure in its paragraph, not far before it."""
        if number not in self._places_above:
            first = self.mentions[number].sentence
            start, stop = self.mentions[number].start - _FAR_ABOVE, self.paragraph(number)
            sentences = self.release.sentences
            while first and sentences[first - 1].paragraph == stop and sentences[first].start > start:
                first -= 1
            start = max(start, sentences[first].start)
            language = sentences[first].language or "en"
            found = named_in(self.release.text, start, self.mentions[number].start, language)
            self._places_above[number] = frozenset(each.name for each in found)
        return self._places_above[number]

    @cached_property
    def _places_above(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def _places(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def times(self) -> Times:
        """The time that each figure is of, as far as the words beside it say."""
        return Times(self.release, self.mentions)

    def is_former(self, number: int) -> bool:
        """Return whether a figure is of an earlier time."""
        return self.times.is_former(number)

    @cached_property
    def asides(self) -> frozenset[int]:
        """The amounts that are the total of nothing: thresholds (5亿元以上), averages, amounts of each project."""
        return frozenset(
            n for n, mention in enumerate(self.mentions) if mention.kind is Kind.MONEY and self._is_aside(n)
        )

    @cached_property
    def differences(self) -> frozenset[int]:
        """The figures that say how much more or less there is than before: 比去年多11个, an increase of $4 billion."""
        return frozenset(
            n for n, mention in enumerate(self.mentions) if mention.kind is not Kind.PERCENT and self._is_more(n)
        )

    def _is_more(self, number: int) -> bool:
        behind = self.release.text[self.mentions[number].end : self.mentions[number].end + 30]
        before = self.before(number, 40)
        return bool(_MORE_BEFORE.search(before) or _MORE_AFTER.match(behind) or ending("change", most=3).search(before))

    def _is_aside(self, number: int) -> bool:
        mention = self.mentions[number]
        own = self.own(number)
        if _TOTAL.search(self.before(number, 8)) and _CLOSED.match(self.release.text, mention.end):
            return False
        if re.search(r"以[上下内]\Z", own) or mention.figure.bound in (Bound.AT_LEAST, Bound.AT_MOST):
            return True
        following = self.release.text[mention.end : mention.end + 30]
        if _ASIDE_AFTER.match(following) or _ASIDE_BEFORE.search(self.before(number, 60)):
            return True
        return mention.figure.bound in _OPEN and _CRITERION.match(following) is not None

    def label(self, number: int) -> str:
        """Return what stands before the first figure of the sentence or row of a figure."""
        first = bisect_left(self.mentions, self.mentions[number].sentence, key=lambda each: each.sentence)
        return self.release.text[self.sentence(number).start : self.mentions[first].start]

    def heading_of_column(self, number: int) -> str:
        """Return the cell above the figure of a row in the topmost row of its table; empty without one."""
        sentence = self.mentions[number].sentence
        top = self._top_of_table(sentence)
        if top == sentence:
            return ""
        at = bisect_left(self._cuts_of(sentence), self.mentions[number].start)
        cuts, found = self._cuts_of(top), self.release.sentences[top]
        starts, ends = [found.start - 1, *cuts[at - 1 : at]], [*cuts[at : at + 1], found.end]
        return self.release.text[starts[-1] + 1 : ends[0]].strip() if at <= len(cuts) else ""

    def _cuts_of(self, sentence: int) -> list[int]:
        """Return where the signs stand that part the cells of a row."""
        if sentence not in self._cuts:
            found = self.release.sentences[sentence]
            self._cuts[sentence] = [each.start() for each in _CELLS.finditer(self.release.text, *found[:2])]
        return self._cuts[sentence]

    @cached_property
    def _cuts(self) -> dict[int, list[int]]:
        return {}

    def _top_of_table(self, sentence: int) -> int:
        """Return the topmost row of the rows that a row stands among."""
        top = sentence
        while top and top not in self._tops and self._is_row(top - 1):
            top -= 1
        self._tops[sentence] = self._tops.get(top, top)
        return self._tops[sentence]

    @cached_property
    def _tops(self) -> dict[int, int]:
        return {}

    def is_total(self, number: int) -> bool:
        """Return whether the words beside a figure call it a total."""
        if number not in self._totals:
            self._totals[number] = self._is_called_total(number)
        return self._totals[number]

    @cached_property
    def _totals(self) -> dict[int, bool]:
        return {}

    def _is_called_total(self, number: int) -> bool:
        if self.is_in_row(number):
            return self._is_row_of_total(number)
        return bool(cue("total").search(self.before(number, 40)) or cue("total").search(self.tail(number, 20)))

    def _is_row_of_total(self, number: int) -> bool:
        sentence = self.mentions[number].sentence
        if sentence not in self._total_rows:
            self._total_rows[sentence] = cue("total").search(self.label(number)) is not None
        return self._total_rows[sentence]

    @cached_property
    def _total_rows(self) -> dict[int, bool]:
        return {}

    def are_listed(self, number: int) -> bool:
        """Return whether a figure and the next are percentages of one list."""
        one, other = self.mentions[number], self.mentions[number + 1]
        joined = one.kind is Kind.PERCENT is other.kind and one.sentence == other.sentence
        return joined and _LISTED.fullmatch(self.between(number, number + 1)) is not None

    @cached_property
    def percentages(self) -> list[tuple[int, int]]:
        """The first and the last of the percentages that each figure is listed with; itself where it is in no list."""
        found: list[tuple[int, int]] = []
        first = 0
        for number in range(len(self.mentions)):
            if number + 1 == len(self.mentions) or not self.are_listed(number):
                found += [(first, number)] * (number + 1 - first)
                first = number + 1
        return found


def telling(text: str) -> frozenset[str]:
    """Return the words of a text that say what a figure is a figure of: stems, and pairs of Chinese characters."""
    found: set[str] = set()
    for run in _WORD.findall(text):
        if run[0] >= "一":
            kept = "".join(" " if character in _COMMON_HAN else character for character in run)
            found.update(part[at : at + 2] for part in kept.split() for at in range(max(1, len(part) - 1)))
        elif run.lower() not in _COMMON:
            found.add(re.sub(r"(?:ies|ing|ed|es|y|s)\Z", "", run.lower()))
    return frozenset(found)


def overlap(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Return whether two sets of words share one; None where one of them is empty and nothing can be said."""
    return None if not one or not other else not one.isdisjoint(other)
