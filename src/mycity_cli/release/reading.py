"""A release as the rules for relations look at it: its figures, and the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from mycity_cli.figure import Bound, Figure
from mycity_cli.interval import Interval
from mycity_cli.release.findings import Kind, Mention, Release, Sentence

_ASIDE_AFTER = re.compile(
    r"\s*(?:[(（]含[)）])?(?:(?:及|或|和)?(?:其)?以[上下内]|级|大?关|台阶|门槛"
    r"|的(?:项目|合同)?(?:有|共)?\s*(?=[\d一二两三四五六七八九十]+[个项家份])"
    r"|(?:each|apiece|or (?:more|above|over|higher)|and (?:above|over))\b"
    r"|per (?:project|deal|contract|year|mu|hectare|head|capita)\b|annually\b"
    r"|a (?:piece|year(?! (?:earlier|ago|before)))\b)",
    re.IGNORECASE,
)
_ASIDE_BEFORE = re.compile(
    r"(?:\b(?:each(?! and\b)|averag\w+|per[- ]project)\b[^.;:。；：]{0,60}"
    r"|(?:平均|每个|单个|单项|单体|均|个均|户均)[^,，.;。；、]{0,12})\Z",
    re.IGNORECASE,
)
_MORE_BEFORE = re.compile(
    r"(?:比|较)[^，。；,;]{1,10}(?:增加|增长|减少|净增|多|少|增|减)了?\s?\Z"
    r"|\b(?:increase|decrease|rise|drop|gain) of (?:about |some )?\Z|\b(?:rose|fell|grew|increased|up|down) by \Z",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(
    r"\s*(?:\w+ )?(?:more|fewer) than (?:last|a year|the previous|in (?:19|20)\d\d)\b", re.IGNORECASE
)
_CRITERION = re.compile(r"\s*(?:的|元)?(?:大|重大|重点|特大)?项目")
_TOTAL = re.compile(r"总(?:投资|金额|额)额?(?:为|达|约)?\s?\Z")
_CLOSED = re.compile(r"\s*(?:以上)?\s*(?:[，。；,;]|\Z)")
"""What makes an amount the total of all, though a bound stands behind it: 总投资10亿元以上。"""

_LONGEST_HEADING = 80
_OPEN = {Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST}


@dataclass(frozen=True)
class Reading:
    """A release with its figures in the order of the text."""

    release: Release
    mentions: tuple[Mention, ...]

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

    def quotient(self, one: int, other: int) -> Interval | None:
        """Return every quotient that two figures allow; None where the divisor may be zero."""
        divisor = self.mentions[other].figure.interval
        return None if 0 in divisor else self.mentions[one].figure.interval / divisor

    @cached_property
    def asides(self) -> frozenset[int]:
        """The amounts that are the total of nothing: thresholds (5亿元以上), averages, amounts of each project."""
        return frozenset(
            n for n, mention in enumerate(self.mentions) if mention.kind is Kind.MONEY and self._is_aside(n)
        )

    @cached_property
    def differences(self) -> frozenset[int]:
        """The counts that say how many more or fewer there are than before: 比去年多11个, 11 more than last year."""
        return frozenset(
            n for n, mention in enumerate(self.mentions) if mention.kind is Kind.COUNT and self._is_more(n)
        )

    def _is_more(self, number: int) -> bool:
        behind = self.release.text[self.mentions[number].end : self.mentions[number].end + 30]
        return bool(_MORE_BEFORE.search(self.before(number, 30)) or _MORE_AFTER.match(behind))

    def _is_aside(self, number: int) -> bool:
        mention = self.mentions[number]
        own = self.release.text[mention.start : mention.end]
        if _TOTAL.search(self.before(number, 8)) and _CLOSED.match(self.release.text, mention.end):
            return False
        if re.search(r"以[上下内]\Z", own) or mention.figure.bound in (Bound.AT_LEAST, Bound.AT_MOST):
            return True
        following = self.release.text[mention.end : mention.end + 30]
        if _ASIDE_AFTER.match(following) or _ASIDE_BEFORE.search(self.before(number, 60)):
            return True
        return mention.figure.bound in _OPEN and _CRITERION.match(following) is not None


def digits(figure: Figure) -> tuple[int, ...]:
    """Return the digits of a figure that say something: those of 4.88 billion are three, that of 50 million is one."""
    return figure.value.normalize().as_tuple().digits
