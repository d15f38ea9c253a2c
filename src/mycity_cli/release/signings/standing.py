"""Whether the figures of an item were signed, or what else the words around them say of them."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from mycity_cli.expressions import expression
from mycity_cli.release.findings import WhyNone
from mycity_cli.release.items import Item, Items
from mycity_cli.release.reading import Reading
from mycity_cli.release.signings.wording import MeaningWord, Wording, Wordings

_REASONS = {
    "planned": WhyNone.PLANNED,
    "offered": WhyNone.OFFERED,
    "statistic": WhyNone.STATISTIC,
    "other": WhyNone.OTHER,
}
_SIGNED = ("signed", "agreement")
_NEAR = 160
"""How far from its figures the words of a clause are looked for."""

_MOST = 60
"""So many items in one sentence are no prose."""


_LINE = expression(
    r"\s*(?:\||[-*•·●▪◦▲△◆◇■□★☆▶►➤※]\s?|\(?\d{1,3}[.)]\s|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[^\n。；:：|]{1,24}(?<!\d)[:：])|[^\n]*\t"
)
"""A line of a list or a table: with a mark or a number before it, a label, or cells."""


class Standing(NamedTuple):
    """What is said of an item: that it was signed, why it was not, or nothing; and whether of an earlier event."""

    signed: bool = False
    reason: WhyNone | None = None
    earlier: str = ""
    """`former` where it is told as of an earlier event, `period` where as of an earlier year."""
    own: bool = False
    """Whether the words stand in its own clause."""


class Standings:
    """What a release says of its items."""

    def __init__(self, reading: Reading, items: Items, wordings: Wordings) -> None:
        self.reading, self.items = reading, items
        self.wording, self._says = wordings.of, wordings.says
        self._text = reading.release.text

    def of(self, item: Item) -> Standing:
        """Return what is said of an item."""
        number = item.first if item.count is None else item.count
        sentence = self.reading.mentions[number].sentence
        words = self.wording(sentence)
        if words.sentence.language == "" or self._crowds.get(sentence, 0) > _MOST:
            return Standing()
        if self._is_market:
            return Standing(reason=WhyNone.STATISTIC, own=True)
        start, end = self._territory(item, number, words)
        found = self._told(words.between(start, end, *_REASONS, *_SIGNED), number, words)
        if found is None:
            found = (self._around(start, end, number, words) or self._of_list(sentence) or Standing())._replace(
                own=False
            )
        if (
            item.count is None
            and found.signed
            and not words.sentence.heading
            and not self._is_sum(words, start, number)
        ):
            found = Standing()
        return found._replace(earlier=self._earlier(words, start, number))

    def _around(self, start: int, end: int, number: int, words: Wording) -> Standing | None:
        """Return what the sentence says before a figure, else behind it; a subject is told of by what follows."""
        before = words.between(max(words.sentence.start, start - 2 * _NEAR), start, *_REASONS, *_SIGNED)[-1:]
        after = words.between(end, end + _NEAR, *_REASONS, *_SIGNED)[:1]
        lead = self._text[start : self.reading.mentions[number].start].strip(" ,")
        subject = words.words["begins"].fullmatch(f"{lead} " if lead else "") is not None
        for said in (after, before) if subject else (before, after):
            if (found := self._told(said, number, words)) is not None:
                return found
        return None

    def _of_list(self, sentence: int) -> Standing | None:
        """Return what the line above a list or a table says of the lines in it, or the first line of a table."""
        lead = self._leads.get(sentence)
        if lead is None:
            return None
        for above in range(lead, min(lead + 2, sentence)):
            words = self.wording(above)
            said = words.between(words.sentence.start, words.sentence.end, *_REASONS, *_SIGNED)
            if said:
                return self._told(said, self.items.all[0].first, words)
        return None

    @cached_property
    def _leads(self) -> dict[int, int]:
        """The sentence above the list or table that each of its lines stands in."""
        found: dict[int, int] = {}
        lead = None
        for number, sentence in enumerate(self.reading.release.sentences):
            own = self._text[sentence.start : min(sentence.end, sentence.start + _NEAR)]
            if number and _LINE.match(own) is not None:
                lead = number - 1 if lead is None else lead
                found[number] = lead
            else:
                lead = None
        return found

    def _told(self, said: list[MeaningWord], number: int, words: Wording) -> Standing | None:
        """Return what some words say together: what was not signed counts for more than what was."""
        reason = next((_REASONS[each.meaning] for each in said if each.meaning in _REASONS), None)
        if reason is not None:
            return Standing(reason=reason, own=True)
        signed = [each for each in said if each.meaning in _SIGNED]
        if not signed:
            return None
        return (
            Standing(reason=WhyNone.OTHER)
            if self._is_company(words, number, signed)
            else Standing(signed=True, own=True)
        )

    def _is_company(self, words: Wording, number: int, signed: list[MeaningWord]) -> bool:
        """Return whether it is a company that the words say signed it, for itself and at no event."""
        start = words.clause(self.reading.mentions[number].start)[0]
        verb = next((each.start for each in signed if each.meaning == "signed"), self.reading.mentions[number].start)
        lead = self._text[max(start, verb - _NEAR) : verb].rstrip()
        if words.words["companies"].search(lead):
            return not self._has_event
        return words.words["company"].search(lead) is not None and not words.says("event")

    def _territory(self, item: Item, number: int, words: Wording) -> tuple[int, int]:
        """Return what stands around a figure in its clause, up to the figures of other items."""
        mentions = self.reading.mentions
        start, end = words.clause(mentions[number].start)
        last = mentions[number].end
        final = mentions[item.last]
        if final.sentence == mentions[number].sentence:
            last = max(last, final.end)
            end = max(end, words.clause(final.start)[1])
        at = self.items.positions[number]
        if at and mentions[self.items.all[at - 1].last].sentence == mentions[number].sentence:
            start = max(start, mentions[self.items.all[at - 1].last].end)
        if at + 1 < len(self.items.all):
            end = min(end, mentions[self.items.all[at + 1].first].start)
        return max(start, mentions[item.first].start - _NEAR), min(max(end, last), last + _NEAR)

    def _earlier(self, words: Wording, start: int, number: int) -> str:
        """Return `former` or `period` where a figure is told as that of an earlier event or of an earlier period."""
        mention = self.reading.mentions[number]
        lead = words.between(start, mention.start, "former", "period")
        if not lead and (number == 0 or self.reading.mentions[number - 1].sentence != mention.sentence):
            lead = words.between(words.sentence.start, mention.start, "former", "period")[:1]
        return min((each.meaning for each in lead), default="")

    def _is_sum(self, words: Wording, start: int, number: int) -> bool:
        """Return whether an amount without a count is the worth of agreements."""
        mention = self.reading.mentions[number]
        lead = self._text[max(start, mention.start - _NEAR) : mention.start]
        if words.words["single"].search(lead) or words.words["kind_of_money"].search(lead):
            return False
        if words.words["sum_before"].search(lead) is not None:
            return True
        return words.words["sum_after"].match(self._text, mention.end) is not None

    def takes(self, item: Item) -> bool:
        """Return whether the words right before an amount say that something takes it: attracted 8 billion yuan."""
        mention = self.reading.mentions[item.first]
        words = self.wording(mention.sentence)
        lead = self._text[max(words.sentence.start, mention.start - _NEAR) : mention.start]
        return words.words["taken"].search(lead) is not None

    def divides(self, item: Item) -> bool:
        """Return whether an amount can be a part of a sum: not the cost of one thing, no kind of the money in all."""
        mention = self.reading.mentions[item.first]
        words = self.wording(mention.sentence)
        lead = self._text[max(words.clause(mention.start)[0], mention.start - _NEAR) : mention.start]
        return words.words["single"].search(lead) is None and words.words["kind_of_money"].search(lead) is None

    @cached_property
    def _crowds(self) -> dict[int, int]:
        """How many items begin in each sentence."""
        found: dict[int, int] = {}
        for item in self.items.all:
            sentence = self.reading.mentions[item.first].sentence
            found[sentence] = found.get(sentence, 0) + 1
        return found

    @cached_property
    def _is_market(self) -> bool:
        """Whether a release speaks of a market or of a period, of no event, and of nothing that only a signing is."""
        if self._has_event:
            return False
        return self._says("statistic") or (self._says("span") and not self._says("strong"))

    @cached_property
    def _has_event(self) -> bool:
        """Whether a release speaks of an event."""
        return self._says("event")
