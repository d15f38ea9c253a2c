"""Going through a release from number to number."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from mycity_cli.figure import COUNT, RATIO, Figure, Found, Shared
from mycity_cli.release.figures import chinese, elliptic, english, guards, units
from mycity_cli.release.figures.passage import Passage
from mycity_cli.release.figures.sharing import Run, run_from
from mycity_cli.release.figures.topics import Topic
from mycity_cli.release.findings import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mycity_cli.release.findings import Release, Sentence
    from mycity_cli.release.plain import Plain

_LONGEST_PASSAGE = 20_000
"""A longer sentence is read in pieces."""

_HEDGE = 32
"""How far from a figure its hedge may begin or end."""


class Finder:
    """Finds the figures of one release."""

    def __init__(self, release: Release, copy: Plain) -> None:
        self.release = release
        self.copy = copy
        self.found: list[Mention] = []
        self._topic: Topic | None = None
        self._topic_from: Passage | None = None
        self._carried: Topic | None = None
        self._currency: str | None = None
        self._sentence = 0
        self._declared: Shared | None = None
        self._columns: list[units.Column] = []

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
        if not Passage.may_hold_number(text):
            if sentence.language == "zh" and chinese.announces(text):
                self._topic = Topic.DEALS
            return
        for passage in self._passages(start, end, sentence.language):
            self._read(passage)
        self._declared = units.declared(text) or self._declared

    def _row(self, text: str, start: int, end: int, language: str) -> None:
        """Read a row of a table: a number that fills a cell is what the heading of its column says."""
        if units.is_rule(text):
            return
        cells = units.cells(self.copy.text, start, end)
        if not any(units.is_number(self.copy.text[left:right]) for left, right in cells):
            self._declared = units.declared(text) or self._declared
            self._columns = [units.column(self.copy.text[left:right], self._declared) for left, right in cells]
        for (left, right), column in zip_longest(cells, self._columns[: len(cells)]):
            for passage in self._passages(left, right, language):
                if column is None or not units.is_number(passage.text):
                    self._topic = column if isinstance(column, Topic) else self._topic
                    self._read(passage)
                    continue
                at = next(n for n, token in enumerate(passage.tokens) if token.kind == "number")
                shared = column if isinstance(column, Shared) else None
                found = self._find(passage, at, at, shared)
                if found is not None:
                    self._keep(passage, found.figure, found.start, found.end)

    def _passages(self, start: int, end: int, language: str) -> Iterator[Passage]:
        while start < end:
            cut = end
            if end - start > _LONGEST_PASSAGE:
                cut = self.copy.text.rfind(" ", start + _LONGEST_PASSAGE // 2, start + _LONGEST_PASSAGE)
                cut = cut if cut > 0 else start + _LONGEST_PASSAGE
            yield Passage.of(self.copy.text, start, cut, language)
            start = cut

    def _read(self, passage: Passage) -> None:
        after = 0
        for at in passage.may_start_number():
            if at < after or not passage.starts_number(at):
                continue
            before = len(self.found)
            after = max(at + 1, self._number(passage, at))
            if len(self.found) > before:
                passage.read_to = after

    def _number(self, passage: Passage, at: int) -> int:
        """Read the number at a token, keep it if it is a figure, and return the number of the token after it."""
        if guards.is_label(passage, at):
            return passage.after_numeral(at)
        first = passage.with_currency(at)
        if units.declares(passage.text, passage.tokens[first].start):
            return self._after_unit(passage, at)
        shared = units.bracketed_before(passage.text, passage.tokens[at].start)
        found = self._find(passage, first, at, shared)
        if found is None:
            return passage.after_numeral(at)
        if (run := run_from(passage, passage.with_hedge(first), found)) is not None:
            return self._run(passage, run)
        if found.figure.unit == COUNT:
            found = self._implied(passage, found, first, at)
        return self._one(passage, found, first, at)

    def _after_unit(self, passage: Passage, at: int) -> int:
        found = passage.find(at)
        return at + 1 if found is None else found.after

    def _find(self, passage: Passage, first: int, at: int, shared: Shared | None = None) -> Found | None:
        """Return the figure whose number is at a token, with the hedge and the currency before it."""
        hedged = passage.with_hedge(first)
        for start in dict.fromkeys((hedged, first, at)):
            found = passage.find(start, shared)
            if found is None:
                continue
            if start < first and found.figure.unit == COUNT and passage.word(hedged) in ("under", "beyond", "below"):
                continue
            return found._replace(start=max(found.start, passage.tokens[first].start))
        return None

    def _run(self, passage: Passage, run: Run) -> int:
        """Keep the numbers of a row that are figures, and return the number of the token after it."""
        last = run.numbers[-1]
        if last.figure.unit == COUNT:
            before = len(self.found)
            after = self._count(passage, last, run.starts[-1])
            if len(self.found) == before:
                return self._one_by_one(passage, run) or after
            mention = self.found.pop()
            for found, at in zip(run.numbers[:-1], run.starts, strict=False):
                if not (guards.is_no_count(passage, found.figure, at, found.after) or guards.counts_others(found)):
                    self._keep(passage, found.figure, found.start, found.end)
            self.found.append(mention)
            return after
        for found, start in zip(run.numbers, run.starts, strict=True):
            self._one(passage, found, start, start)
        return last.after

    def _one_by_one(self, passage: Passage, run: Run) -> int:
        """Keep the counts of a row whose first says by itself what it counts: thirty contracts and 400 handshakes."""
        if passage.language != "zh" and not run.numbers[0].figure.thing:
            return 0
        before = len(self.found)
        self._count(passage, run.numbers[0], run.starts[0])
        if len(self.found) == before:
            return 0
        return max(self._count(passage, found, at) for found, at in zip(run.numbers[1:], run.starts[1:], strict=True))

    def _one(self, passage: Passage, found: Found, first: int, at: int) -> int:
        figure = found.figure
        if figure.unit == COUNT:
            return self._count(passage, found, at)
        if figure.unit == RATIO:
            if self._is_share(passage, found, at):
                self._keep(passage, figure, found.start, found.end)
            return found.after
        if first == at and not guards.is_money(passage, figure, at, found.end):
            return passage.after_numeral(at)
        self._currency = figure.unit
        self._keep(passage, figure, found.start, found.end)
        return found.after

    def _implied(self, passage: Passage, found: Found, first: int, at: int) -> Found:
        """Return the figure with the currency that its clause leaves unsaid, where it is an amount."""
        unit = self._currency
        if not found.power and self._declared is not None and units.states_amount(passage.text, found.start, found.end):
            return self._find(passage, first, at, self._declared) or found
        if passage.language == "zh":
            if not chinese.is_amount(passage.text, found.start, found.end, found.power, said=unit is not None):
                return found
            unit = unit or "CNY"
        else:
            unit = self._whole(passage, found) or unit
            if unit is None or not english.is_amount(passage.tokens, found.after, found.power):
                return found
        return self._find(passage, first, at, Shared(unit)) or found

    def _whole(self, passage: Passage, found: Found) -> str | None:
        """Return the currency of what a number is a part of: 11.9 billion of 19.5 billion yuan, of the 19.5 billion."""
        whole = found.after + 1
        whole += passage.word(whole) in ("the", "these", "those", "its", "their")
        if passage.word(found.after) != "of" or whole >= len(passage.tokens) or not passage.starts_number(whole):
            return None
        amount = passage.find(whole)
        return amount.figure.unit if amount is not None and amount.figure.is_amount else None

    # --- counts ------------------------------------------------------------------------------------------------------

    def _count(self, passage: Passage, found: Found, at: int) -> int:
        after = at
        while after < len(passage.tokens) and passage.tokens[after].start < found.end:
            after += 1
        if not guards.is_no_count(passage, found.figure, at, after):
            if passage.language == "zh" and not (after < len(passage.tokens) and passage.tokens[after].is_word):
                self._chinese_count(passage, found)
            else:
                self._english_count(passage, found, at, after)
        return after

    def _english_count(self, passage: Passage, found: Found, at: int, after: int) -> None:
        figure, tokens = found.figure, passage.tokens
        noun = english.after_hedge(tokens, after)
        counted = english.counted(tokens, noun, one=figure.value == 1)
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
            topic is None and elliptic.follows_noun(passage.text, found.start, found.end)
        ):
            topic = Topic.DEALS
        is_spread = topic is Topic.OTHER and self._topic is Topic.DEALS and elliptic.is_spread(tokens, at)
        self._topic_is(self._topic if is_spread else topic or self._topic, passage)
        if topic is Topic.DEALS:
            self._keep(passage, figure, found.start, end)

    def _topic_at(self, passage: Passage, at: int) -> Topic | None:
        """Return what was counted last: by a number of this passage, else by a noun in it, else before it.

        Into the next paragraph a topic reaches only where that goes on: "Six are in tourism", 其中.
        """
        if self._topic_from is passage:
            return self._topic
        topic = elliptic.topic_before(passage.tokens, at) or self._topic
        return self._carried if topic is None and elliptic.leads_in(passage.tokens, at) else topic

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
        topic = topic or chinese.topic_before(text, start) or self._topic or chinese.topic_after(text, found.end)
        if topic is None and chinese.leads_in(text):
            topic = self._carried
        self._topic_is(topic, passage)
        if topic is Topic.DEALS and not (found.figure.value == 1 and text[start] == "一"):
            self._keep(passage, found.figure, chinese.start_of_noun(text, start), counted.after)

    def _is_share(self, passage: Passage, found: Found, at: int) -> bool:
        """Return whether a ratio is a figure; half, and a fraction in words, only where it is one of deals or money."""
        if passage.tokens[at].kind == "number" or found.power:
            return chinese.is_tenths(passage.text, found.end)
        if passage.language == "zh":
            return chinese.is_share(passage.text, found.start, found.end)
        of_them = self._topic is Topic.DEALS and english.is_of_them(passage.tokens, found.after)
        return of_them or english.is_share(passage.tokens, at, found.after)

    # --- keeping -----------------------------------------------------------------------------------------------------

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
