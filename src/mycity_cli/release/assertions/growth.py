"""Growth: a percentage by which a figure rose or fell, and what it was before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from mycity_cli.expressions import expression
from mycity_cli.release.assertions.assertion import NO_EARLIER, Assertion, Option
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.lexicon import cue, ending
from mycity_cli.release.reading import Reading, overlap, telling

_SIGN = expression(r"(?:\A|[\s,，(（|])(?P<sign>[+＋−–-])\s?\Z")
_POINTS = expression(r"\s*(?:-?points?\b|个?百分点)", re.IGNORECASE)
_NEAR = 45
_TO = expression(
    r"[^.;,，。；]{0,30}\b(?:to|at|reaching|reached)\s+(?:about |some |nearly )?\Z|[^.;。；]{0,12}(?:至|到|达|为)\s*\Z",
    re.IGNORECASE,
)
_HEDGED = expression(r"\b(?:up to|as many as|as much as|more than|over)\s*\Z", re.IGNORECASE)
_MOST = 14
_NEW, _OLD = 6, 8
_FEW = 2, 3
_SENTENCE = expression(r"[.;；。|](?!\d)")
_CLAUSE_BEFORE = expression(r"[,，](?!\d)")
_CLAUSE_BEHIND = expression(r"[,，.;；。(（]")
_OWN_CLAUSE = expression("[;；。]")
_TIME_SAID = expression(
    r"\b(?:from|over|than|on|compared (?:to|with)|against) (?:the )?(?:\w+ ){0,4}\Z"
    r"|\b(?:year[- ]on[- ]year|y-?o-?y|annual)|同比",
    re.IGNORECASE,
)
_THAN_NEAR, _THAN_BEHIND = ending("than", most=12, within=r"[^.;,，。；]"), ending("than", most=45)


def growth(reading: Reading, items: Items, taken: frozenset[int], converted: frozenset[int]) -> Iterator[Assertion]:
    """Yield what a release says of growth and decreases. `taken` are the percentages that are shares.

    `converted` are amounts in another currency, which are no figures of another time.
    """
    directions = _Directions(reading)
    for number, mention in enumerate(reading.mentions):
        falling = directions.of(number) if mention.kind is Kind.PERCENT else None
        if falling is None or number in taken:
            continue
        grown = _Grown(reading, items, number, converted)
        yield Assertion(
            RelationKind.GROWTH, "growth/since", number, tuple(grown.options(falling=falling)),
            tuple(_doubts(reading, number)), missing=NO_EARLIER,
        )  # fmt: skip


class _Directions:
    """Which percentages are growth or decreases."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._last: tuple[int, bool | None] = (-1, None)

    def of(self, number: int) -> bool | None:
        """Return whether a percentage is a decrease; None where no word makes it growth at all.

        Of a list, the first says what all are: it is asked for one percentage after the other.
        """
        if _POINTS.match(self.reading.after(number, 60)):
            found = None
        elif number and self._last[0] == number - 1 and self.reading.are_listed(number - 1):
            found = self._last[1]
        else:
            found = self._said(number)
        self._last = (number, found)
        return found

    def _said(self, number: int) -> bool | None:
        reading = self.reading
        lead = reading.lead(number, _NEAR)
        sign = _SIGN.search(reading.before(number, 4))
        if sign is not None and (reading.is_in_row(number) or "(" in lead or "（" in lead):
            return sign["sign"] not in "+＋"
        if reading.is_in_row(number):
            return False if _is_growth_column(reading, number) else None
        before = _SENTENCE.split(lead)[-1]
        clause = _CLAUSE_BEFORE.split(before)[-1]
        following = _CLAUSE_BEHIND.split(reading.after(number, 60))[0][:_NEAR]
        # The word next to the percentage says it: up 20 percent, a 20 percent drop, 增长20%.
        places = [
            (distance, falling)
            for falling in (False, True)
            for distance in _distances(cue("falling" if falling else "rising"), (clause, before), following)
        ]
        return min(places)[1] if places else None


def _distances(found: re.Pattern[str], leads: tuple[str, ...], following: str) -> Iterator[int]:
    """Yield how far from a percentage words stand before it and behind it."""
    for text in leads:
        for match in found.finditer(text):
            if not _HEDGED.fullmatch(match[0] + text[match.end() : match.end() + 8]):
                yield len(text) - match.end()
    behind = found.search(following)
    if behind is not None:
        yield behind.start()


def _is_growth_column(reading: Reading, number: int) -> bool:
    """Return whether a percentage stands at the end of a row with two figures of one unit before it."""
    mentions, sentence = reading.mentions, reading.mentions[number].sentence
    row = [each for each in mentions[max(0, number - 4) : number] if each.sentence == sentence]
    units = [each.figure.unit for each in row if each.kind is not Kind.PERCENT]
    last = number + 1 == len(mentions) or mentions[number + 1].sentence != sentence
    return last and len(units) == 2 and units[0] == units[1]


def _doubts(reading: Reading, number: int) -> Iterator[str]:
    yield "none"
    if _OWN_CLAUSE.search(reading.before(number)) and telling(reading.clause(number)):
        yield "none.own_clause"
    if _TIME_SAID.search(reading.lead(number, 30) + reading.tail(number, 40)):
        yield "none.time_said"


class _Grown:
    """The figures that a percentage may be the growth of, from what to what, and what speaks for them."""

    def __init__(self, reading: Reading, items: Items, number: int, converted: frozenset[int]) -> None:
        self.reading, self.items, self.number, self.converted = reading, items, number, converted
        self.sentence = reading.mentions[number].sentence
        self._new = cache(lambda new: tuple(self._of_new(new)))
        self._old = cache(lambda old: tuple(self._of_old(old)))

    def options(self, *, falling: bool) -> Iterator[Option]:
        """Yield the pairs of figures that may be meant, and figures with by how much they changed."""
        mentions = self.reading.mentions
        near = sorted(
            (each for each in self._around() if each not in self.converted), key=lambda each: abs(each - self.number)
        )
        most_new, most_old = _FEW if self.reading.is_crowded else (_NEW, _OLD)
        for new in near[:most_new]:
            for old in near[:most_old]:
                if new == old or mentions[new].figure.unit != mentions[old].figure.unit:
                    continue
                features = (*self._new(new), *self._old(old), *self._of_pair(new, old))
                yield Option(Candidate(RelationKind.GROWTH, (new, old), self.number, falling), features)
        for new, change in self._changes():
            candidate = Candidate(RelationKind.GROWTH, (new, change), self.number, falling, by_amount=True)
            yield Option(candidate, ("by_amount", *self._new(new)))

    def _around(self) -> Iterator[int]:
        """Yield the figures near a percentage that may be what grew, or what it grew from."""
        reading, paragraph = self.reading, self.reading.paragraph(self.number)
        for each in range(max(0, self.number - _MOST), min(len(reading.mentions), self.number + _MOST)):
            mention, here = reading.mentions[each], reading.paragraph(each)
            near = -3 <= mention.sentence - self.sentence <= 2 if here == paragraph else abs(here - paragraph) <= 2
            if near and mention.kind is not Kind.PERCENT and (each in self.items.of or reading.is_in_row(each)):
                yield each

    def _changes(self) -> Iterator[tuple[int, int]]:
        """Yield a figure and by how much it changed: 比上届减少53.2亿, 减幅16.9%."""
        mentions = self.reading.mentions
        for change in range(max(0, self.number - 2), min(len(mentions), self.number + 2)):
            if change not in self.reading.differences or mentions[change].sentence != self.sentence:
                continue
            for new in range(change - 1, max(-1, change - 5), -1):
                alike = new in self.items.of and mentions[new].figure.unit == mentions[change].figure.unit
                if alike and self.sentence - mentions[new].sentence <= 1:
                    yield new, change
                    break

    # --- what speaks for them ---------------------------------------------------------------------------------------

    def _place(self, each: int, role: str) -> str:
        reading, number = self.reading, self.number
        apart = self.sentence - reading.mentions[each].sentence
        if apart == 0:
            between = range(min(each, number) + 1, max(each, number))
            rank = sum(reading.mentions[n].kind is not Kind.PERCENT for n in between)
            return f"{role}.{'before' if each < number else 'behind'}{min(rank, 2)}"
        if reading.paragraph(each) != reading.paragraph(number):
            return f"{role}.other_paragraph"
        return f"{role}.sentence_{'before' if apart > 0 else 'behind'}"

    def _of_new(self, new: int) -> Iterator[str]:
        reading, number = self.reading, self.number
        yield self._place(new, "new")
        yield from self._of_new_words(new)
        if reading.is_former(new):
            yield "new.former"
        if new > number and _TO.search(reading.between(number, new)[-40:]):
            yield "new.to"
        if new < number and reading.are_in_one_clause(new, number):
            yield "new.in_clause"
        if reading.is_in_heading(new) and not reading.is_in_heading(number):
            yield "new.heading"
        if new in reading.differences:
            yield "new.difference"
        if _THAN_NEAR.search(reading.before(new, 30)):
            yield "new.compared"

    def _of_new_words(self, new: int) -> Iterator[str]:
        reading = self.reading
        own = reading.words_of(new)
        first = self.items.of[new].first if new in self.items.of else new
        shared = overlap(self._subject, own | reading.words_of(first))
        if shared is not None and not reading.are_in_one_clause(new, self.number):
            yield "new.named" if shared else "new.other_name"
        if self._unrelated is not None and self._unrelated.isdisjoint(own):
            yield "new.unrelated"

    @cached_property
    def _subject(self) -> frozenset[str]:
        """The telling words of the clause of the percentage."""
        return telling(self.reading.clause(self.number, _NEAR) + " " + self.reading.tail(self.number, 30))

    @cached_property
    def _unrelated(self) -> frozenset[str] | None:
        """What grew, where the words beside the percentage name something that is not signed."""
        beside = self.reading.clause(self.number, _NEAR) + " " + self.reading.tail(self.number, 24)
        found = cue("unrelated").search(beside)
        return None if found is None else telling(found[0])

    def _of_old(self, old: int) -> Iterator[str]:
        reading = self.reading
        yield self._place(old, "old")
        before = reading.before(old, 40)
        if reading.is_former(old):
            yield "old.former"
        if old == self.number + 1 and _THAN_BEHIND.search(before):
            yield "old.than_behind"
        if old in reading.differences:
            yield "old.difference"

    def _of_pair(self, new: int, old: int) -> Iterator[str]:
        reading = self.reading
        yield from self._of_times(new, old)
        shared = overlap(reading.words_of(new), reading.words_of(old))
        if shared is not None:
            yield "pair.same_subject" if shared else "pair.other_subject"
        if reading.is_in_row(self.number):
            same = reading.mentions[new].sentence == reading.mentions[old].sentence == self.sentence
            yield "pair.in_row" if same and new < old < self.number else "pair.out_of_row"
        if self._measure not in (None, reading.mentions[new].kind):
            yield "pair.other_measure"
        if abs(new - old) == 1:
            yield "pair.adjacent"

    def _of_times(self, new: int, old: int) -> Iterator[str]:
        times = self.reading.times
        one, other = times.year(new), times.year(old)
        names = times.names(old)
        if one and other and one != other:
            yield "pair.later_year" if one > other else "pair.earlier_year"
        elif names and times.names(new) == names and not self.reading.is_former(old):
            yield "pair.same_time"
        if names and self._time is not None:
            yield "pair.time_named" if self._time in names else "pair.other_time"

    @cached_property
    def _time(self) -> str | None:
        """The time that the percentage is told of: the last that is named beside it."""
        mention, times = self.reading.mentions[self.number], self.reading.times
        moments = [
            *times.within(mention.start - 50, mention.start),
            *times.within(mention.end, mention.end + 60),
        ]
        said = [each.value for each in moments if each.kind not in ("former", "now")]
        return said[-1] if said else None

    @cached_property
    def _measure(self) -> Kind | None:
        """The measure that the words beside the percentage name: the number or the worth; None for neither, or both."""
        beside = self.reading.clause(self.number, _NEAR) + self.reading.tail(self.number, 20)
        counted, valued = (cue(each).search(beside) is not None for each in ("count_word", "money_word"))
        if counted == valued:
            return None
        return Kind.COUNT if counted else Kind.MONEY
