"""The signings that the items of a release are, each as it is stated: what was signed, and what it is a part of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mycity_cli.release.findings import Candidate, Mention, NoSigning, RelationKind, WhyNone
from mycity_cli.release.items import Item, Items
from mycity_cli.release.reading import Reading
from mycity_cli.release.signings.standing import Standing, Standings
from mycity_cli.release.signings.wording import Wording, Wordings

_NEXT = 2
"""The same for a part that no words announce."""

_REACH = 6
"""How many sentences behind a signing a part of it stands at the most, by words that refer back."""


@dataclass
class Draft:
    """A signing as an item states it; `mentions` are the figures that state it, there and where it is told again."""

    sentence: int
    at: int
    projects: int | None
    amount: int | None
    part: bool = False
    former: bool = False
    heading: bool = False
    apart: bool = False
    """Whether the words say that it is another than those stated before."""
    mentions: list[int] = field(default_factory=list)


class Drafting:
    """Finds the signings among the items of a release."""

    def __init__(self, reading: Reading, items: Items, wordings: Wordings, relations: Iterable[Candidate]) -> None:
        self.reading, self.items = reading, items
        self.standings = Standings(reading, items, wordings)
        self._told = [self.standings.of(item) for item in items.all]
        relations = tuple(relations)
        self._whole_of = _wholes(relations)
        self._shares = {each.terms[0] for each in relations if each.kind is RelationKind.SHARE}
        self._signed: set[int] = set()
        self._parts: set[int] = set()

    def drafts(self) -> tuple[list[Draft], list[NoSigning]]:
        """Return the signings in the order of the text, and what is none."""
        self._signed = {at for at, told in enumerate(self._told) if told.signed and not self._is_one(at)}
        self._add_related()
        self._add_what_goes_on()
        self._add_related()
        drafts: list[Draft] = []
        unsigned: list[NoSigning] = []
        for at, told in enumerate(self._told):
            item = self.items.all[at]
            reason = self._reason(at, told)
            if at in self._signed and reason is None:
                drafts.append(self._draft(at, told))
            elif reason is not None:
                unsigned.append(NoSigning(tuple(n for n in (item.count, _first(item)) if n is not None), reason))
        return drafts, unsigned

    def _reason(self, at: int, told: Standing) -> WhyNone | None:
        if at in self._signed:
            return WhyNone.FORMER if told.earlier == "period" else None
        return told.reason

    def _draft(self, at: int, told: Standing) -> Draft:
        item = self.items.all[at]
        mention = self.reading.mentions[item.first]
        return Draft(
            mention.sentence,
            mention.start,
            item.count,
            _first(item),
            part=at in self._parts and not told.earlier,
            former=bool(told.earlier),
            heading=self._leads(mention),
            apart=bool(self._said(at, "apart")),
            mentions=item.numbers,
        )

    def _leads(self, mention: Mention) -> bool:
        """Return whether a figure stands in a heading, or in a first paragraph above others."""
        sentences = self.reading.release.sentences
        sentence = sentences[mention.sentence]
        return sentence.heading or sentence.paragraph == sentences[0].paragraph < sentences[-1].paragraph

    def _said(self, at: int, meaning: str) -> bool:
        """Return whether the clause of an item says something before its figures."""
        words, start, stop = self._lead(at)
        return bool(words.between(max(start, words.clause(stop)[0]), stop, meaning))

    def _lead(self, at: int) -> tuple[Wording, int, int]:
        """Return the words before an item in its sentence, back to the item before, and where they begin and end."""
        mention = self.reading.mentions[self.items.all[at].first]
        words = self.standings.wording(mention.sentence)
        start = words.sentence.start
        if at:
            start = max(start, self.reading.mentions[self.items.all[at - 1].last].end)
        return words, start, mention.start

    def _is_one(self, at: int) -> bool:
        """Return whether an item counts one project: no signing of a place, but where it is one of several."""
        count = self.items.all[at].count
        if count is None or self.reading.mentions[count].figure.value != 1:
            return False
        mention = self.reading.mentions[count]
        return " of " not in self.reading.release.text[mention.start : mention.end + 4]

    def _add_related(self) -> None:
        """Add the parts of what was signed and the totals of it, as far as relations say which they are."""
        for _ in range(2):
            for part, whole in self._whole_of.items():
                one, other = self.items.positions.get(part), self.items.positions.get(whole)
                if one is None or other is None or one == other:
                    continue
                if other in self._signed and self._may_be(one) and self._is_alike(one, other):
                    self._signed.add(one)
                elif one in self._signed and self._may_be(other):
                    self._signed.add(other)
                if one in self._signed and other in self._signed:
                    self._parts.add(one)

    def _is_alike(self, part: int, whole: int) -> bool:
        """Return whether a part is told as its whole is: projects divide into projects, and only sums into sums."""
        item = self.items.all[part]
        if item.count is not None:
            return True
        shared = not self._shares.isdisjoint(item.numbers)
        return (shared or self.items.all[whole].count is None) and self.standings.divides(item)

    def _may_be(self, at: int) -> bool:
        """Return whether nothing in the clause of an item says that it was not signed."""
        told = self._told[at]
        return not (told.reason is not None and told.own)

    def _add_what_goes_on(self) -> None:
        """Add what is told beside what was signed: parts that words announce, and what an earlier event came to."""
        last: int | None = None
        for at, item in enumerate(self.items.all):
            mention = self.reading.mentions[item.first]
            told = self._told[at]
            if (
                last is not None
                and mention.sentence - self.reading.mentions[self.items.all[last].first].sentence <= _REACH
            ):
                if told.earlier:
                    if at not in self._signed and self._may_be(at) and last == at - 1 and item.count is None:
                        self._signed.add(at)
                elif told == Standing() and self._is_again(item, self.items.all[last]):
                    self._signed.add(at)
                elif self._refers_back(at) or self._goes_on(at, last):
                    self._take_part(at, last)
                elif item.count is None and at - 1 in self._signed and self._is_beside(at) and self.items.is_of_all(at):
                    self._signed.add(at)
            if at in self._signed and not told.earlier:
                last = at

    def _goes_on(self, at: int, last: int) -> bool:
        """Return whether projects and their worth are told right after what was signed, and are less of both."""
        one, other = self.items.all[at], self.items.all[last]
        mentions = self.reading.mentions
        if self._told[at] != Standing() or mentions[one.first].sentence - mentions[other.last].sentence > _NEXT:
            return False
        if one.count is None:
            return other.count is None and self.standings.takes(one) and self._is_less(one, other)
        return bool(one.money) and self._is_less(one, other)

    def _is_less(self, one: Item, other: Item) -> bool:
        """Return whether the figures of an item are less than those of another, as far as both are stated."""
        pairs = [(n, other.measure(self.reading.mentions[n].figure.unit)) for n in one.numbers]
        both = [(n, m) for n, m in pairs if m is not None]
        values = self.reading.mentions
        return bool(both) and all(values[n].figure.value < values[m].figure.value for n, m in both)

    def _take_part(self, at: int, last: int) -> None:
        """Add an item as a part: projects of what was signed, or a sum of a sum."""
        item, whole = self.items.all[at], self.items.all[last]
        if self._is_again(item, whole):
            self._signed.add(at)
            return
        if at not in self._signed:
            if not self._may_be(at) or self._told[at].reason is WhyNone.OTHER or self._is_one(at):
                return
            if item.count is None and not (whole.count is None and self.standings.divides(item)):
                return
            if at and self._told[at - 1].reason is not None and self._is_beside(at):
                return  # a part of what was not signed
        self._signed.add(at)
        self._parts.add(at)

    def _is_again(self, item: Item, whole: Item) -> bool:
        """Return whether an item only takes up the count of what it is told to be a part of: of the 22 projects."""
        if item.count is None or whole.count is None or item.money:
            return False
        return self.reading.mentions[item.count].figure.value == self.reading.mentions[whole.count].figure.value

    def _is_beside(self, at: int) -> bool:
        """Return whether the item before one stands in its sentence."""
        one, other = self.items.all[at - 1].last, self.items.all[at].first
        return at > 0 and self.reading.mentions[one].sentence == self.reading.mentions[other].sentence

    def _is_listed(self, at: int) -> bool:
        """Return whether a semicolon leads from the sentence of the item before one to its own."""
        one, other = self.items.all[at - 1].last, self.items.all[at].first
        gap = self.reading.between(one, other) if at and one < other else ""
        return self.reading.mentions[other].sentence - self.reading.mentions[one].sentence == 1 and (
            ";" in gap or "；" in gap
        )

    def _refers_back(self, at: int) -> bool:
        words, start, stop = self._lead(at)
        before = self._is_beside(at)
        if (
            (before or self._is_listed(at))
            and at - 1 in self._parts
            and not words.between(start, stop, "signed", "planned", "offered", "other")
        ):
            return True  # a list of parts goes on
        if words.between(start, stop, "part" if before else "back"):
            return True
        mention = self.reading.mentions[self.items.all[at].first]
        own = self.reading.release.text[mention.start : mention.end + len(" of which")]
        return any(of in own for of in (" of which", " of them", " of those", " of the "))


def _first(item: Item) -> int | None:
    """Return the amount of an item, in the currency that it is stated in first."""
    return next(iter(item.money.values()), None)


def _wholes(relations: Iterable[Candidate]) -> dict[int, int]:
    """Return, for each figure that relations call a part, the figure that it is a part of."""
    found: dict[int, int] = {}
    for each in relations:
        if each.kind is RelationKind.SUM and each.result is not None:
            found.update(dict.fromkeys(each.terms, each.result))
        elif each.kind is RelationKind.SHARE:
            found.setdefault(each.terms[0], each.terms[1])
    return found
