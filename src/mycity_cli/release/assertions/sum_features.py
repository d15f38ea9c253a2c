"""What speaks for and against a list of items as the parts of a total: the words, the place, and the parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from mycity_cli.expressions import expression
from mycity_cli.figure import Bound
from mycity_cli.interval import Interval
from mycity_cli.release.assertions.listed import ListedItems
from mycity_cli.release.assertions.opposites import are_opposites
from mycity_cli.release.findings import Kind, RelationKind
from mycity_cli.release.lexicon import cue, opening, words
from mycity_cli.release.reading import Reading
from mycity_cli.release.weights import weights

_COMPLETE = (
    "lead.closed", "lead.belongs", "lead.colon", "lead.respectively", "gap.rest", "gap.and", "parts.opposites",
    "whole.opens",
)  # fmt: skip
_LATE = ("parts.", "whole.beside")
"""How the features begin that are looked at last."""
_COLON = expression(r"[:：][^.;。；]{0,30}\Z")
_AND = expression(r"\b(?:and|with|plus|while|against)\b|[和及与以]|\bthe (?:other|second)\b", re.IGNORECASE)
_MARKS = (
    ("stops", expression(r"[。！？\n]|[.!?](?=\s|\Z)")),
    ("semicolons", expression("[;；]")),
    ("commas", expression("[,，]")),
    ("joined", expression(r"[、和及与]|\band\b")),
)
"""What sets the parts of a list apart, the strongest first."""
_THE = expression(r"(?:\A|[.;] )(?:the|these|all)\s+\Z|(?:这|上述)\s*\Z", re.IGNORECASE)
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
_NAMES = expression(
    rf"(?:[^，。、；,;\s]{{2,12}}、)+[^，。、；,;\s]{{2,12}}(?=分别)|{_NAME}(?:, {_NAME})*,? and {_NAME}"
)
_BETWEEN_NAMES = expression(r"、|,? and |, ")
_SHARE = expression(rf"{words('share')}|[(（]\s*\Z|\bor\s*\Z", re.IGNORECASE)
_ALL = Interval.exactly(1)
_OF_WHOLE = expression(r"\b(?:of|among)(?: the| these| those| its| all)?(?: \w+){0,2}\s+\Z|在\Z", re.IGNORECASE)
_IN_WHOLE = expression(r"\s*(?:项目|合同)?(?:中|里)")


class _Gap(NamedTuple):
    """What stands between two parts of a list."""

    rest: bool
    joins: bool
    belongs: bool
    total: bool
    compared: bool
    mark: str


class _Part(NamedTuple):
    """What is said of a part of a list, whatever it is a part of."""

    criterion: bool
    invests: bool
    may_overlap: bool
    places: frozenset[str]


def most_of(at_once: tuple[str, ...], parts: int) -> int:
    """Return how much the features of a list that are looked at last weigh at the most, beside those known at once."""
    return _most_late()["two" if parts == 2 else "more"] + _most_complete(at_once)


@cache
def _most_late() -> dict[str, int]:
    known = weights()[RelationKind.SUM]
    late = {each: max(0, weight) for each, weight in known.items() if each.startswith(_LATE)}
    opposites = late.pop("parts.opposites", 0) + max(0, known.get("whole_list.parts.opposites", 0))
    return {"two": sum(late.values()) + opposites, "more": sum(late.values())}


def _most_complete(at_once: tuple[str, ...]) -> int:
    known = weights()[RelationKind.SUM]
    return sum([max(0, known.get(each, 0)) for each in _complete(at_once)])


class SumFeatures:
    """The features of the lists of a release: those that are cheap at once, the others when they are asked for."""

    def __init__(self, reading: Reading, listed: ListedItems) -> None:
        self.reading = reading
        self.listed = listed
        self._stated = {unit: sorted(numbers) for unit, numbers in listed.numbers.items()}
        self._lead = cache(self._lead_of)
        self._lead_back = cache(self._lead_back_of)
        self._says_respectively = cache(self._respectively_behind)
        self._end = cache(self._end_of)
        self._of_whole = cache(self._of_whole_of)
        self._gap = cache(self._gap_of)
        self._part = cache(self._part_of)
        self._names = cache(self._names_before)
        self._share = cache(self._share_of)
        self._around = cache(self._words_around)
        self._are_opposites = cache(self._opposites)

    def at_once(self, at: int, run: tuple[int, ...], unit: str) -> tuple[str, ...]:
        """Return the features of a list that ask for where it stands, and for the words around it and in it."""
        beside = self._of_whole(at, unit), self._of_gaps(run)
        count = f"parts{min(len(run), 5)}"
        if run[-1] < at:
            return ("backward", count, *self._lead_back(at), *self._of_place(run, run[0], at), *chain(*beside))
        lead = self._lead(at, run[0])
        if "lead.respectively" not in lead and self._says_respectively(run[-1]):
            lead = (*lead, "lead.respectively")
        lead = (*lead, *self._of_names(at, run, lead))
        end = self._end(run[-1], unit)
        told = self._of_occasions(at, run), self._of_shares(run)
        return ("forward", count, *lead, *self._of_place(run, at, run[-1]), *end, *chain(*beside, *told))

    def more(self, at: int, run: tuple[int, ...], unit: str, at_once: tuple[str, ...]) -> tuple[str, ...]:
        """Return the features of a list besides those known at once: what is said of its parts."""
        found = tuple(self._of_parts(at, run, unit))
        return (*found, *_complete((*at_once, *found)))

    def adds_up(self, at: int) -> bool:
        """Return whether words beside an item say that it adds up what stands before it."""
        first = self.listed.first[at]
        if opening("together", most=12).match(self.reading.after(self.listed.last[at], 30)):
            return True
        return bool(cue("together").search(self.reading.before(first, 80)) or _THE.search(self.reading.lead(first, 60)))

    # --- the words that lead to a list ------------------------------------------------------------------------------

    def _lead_of(self, at: int, first: int) -> tuple[str, ...]:
        start = self.reading.mentions[self.listed.last[at]].end
        end = self.reading.mentions[self.listed.first[first]].start
        lead = self.reading.release.text[max(start, end - 120) : end]
        opened = _opened_by(lead)
        # Of which some are named is not divided into them.
        others = ("examples", "classified", "respectively", *(() if opened == "lead.belongs" else ("closed",)))
        found = [
            f"skips{min(first - at - 1, 3)}",
            opened,
            *(f"lead.{each}" for each in others if cue(each).search(lead)),
        ]
        before, after = self.reading.before(self.listed.first[at], 30), self.reading.after(self.listed.last[at], 8)
        if _OF_WHOLE.search(before) or _IN_WHOLE.match(after):
            found.append("whole.opens")
        return tuple(found)

    def _of_names(self, at: int, run: tuple[int, ...], lead: tuple[str, ...]) -> Iterator[str]:
        """Yield whether as many names stand before a list as it has parts, and whether its total is one of them."""
        if "lead.respectively" in lead and "lead.belongs" not in lead and self._names(at, run[0]) == len(run):
            yield "lead.as_many_names"
        if "lead.none" in lead:
            marks = {self._gap(one, other).mark for one, other in pairwise((at, *run))}
            if len(marks) == 1 and "stops" not in marks and not set(":：").intersection(self.listed.gap(at, run[0])):
                yield "whole.in_list"

    def _names_before(self, at: int, first: int) -> int:
        """Return how many names are listed before a list: three in 徐州、宿迁、连云港分别, two in "Suqian and Wuxi"."""
        listed = _NAMES.search(self.listed.gap(at, first))
        return 0 if listed is None else len(_BETWEEN_NAMES.findall(listed[0])) + 1

    def _of_occasions(self, at: int, run: tuple[int, ...]) -> Iterator[str]:
        """Yield whether a total is told of as many cities as there are parts, and each part of another of them."""
        cities = self.reading.places_above(self.listed.first[at])
        if len(cities) < len(run):
            return
        firsts = [self.listed.first[each] for each in run]
        named = [(self.reading.places(n) & cities) or (self.reading.places_above(n) & cities) for n in firsts]
        # The city that holds the conferences elsewhere is named beside each of them.
        own = [each - frozenset.intersection(*named) for each in named]
        if all(len(each) == 1 for each in own) and len(frozenset().union(*own)) == len(run):
            yield "occasions"

    def _of_shares(self, run: tuple[int, ...]) -> Iterator[str]:
        """Yield whether the shares that are told right behind the parts come to all, where each has one."""
        found = [self._share(each) for each in run[-1:] + run[:-1]] if self._share(run[-1]) else [None]
        shares = [each for each in found if each is not None]
        if len(shares) == len(run):
            yield "shares_of_all" if Interval.sum(shares).meets(_ALL) else "shares_of_some"

    def _share_of(self, at: int) -> Interval | None:
        """Return the share that is told right behind an item."""
        behind, mentions = self.listed.last[at] + 1, self.reading.mentions
        if behind >= len(mentions) or mentions[behind].kind is not Kind.PERCENT:
            return None
        told = mentions[behind].sentence == self.listed.sentence[at] and _SHARE.search(self.reading.before(behind, 24))
        return mentions[behind].figure.interval if told else None

    def _respectively_behind(self, last: int) -> bool:
        return cue("respectively").search(self.reading.after(self.listed.last[last], 20)) is not None

    def _lead_back_of(self, at: int) -> tuple[str, ...]:
        first = self.listed.first[at]
        before = self.reading.before(first, 60)
        found = []
        if cue("together").search(before):
            found.append("back.together")
        elif _THE.search(self.reading.lead(first, 60)):
            found.append("back.definite")
        if cue("of_the_year").search(before):
            found.append("back.of_the_year")
        if self.listed.is_in_row[at]:
            found.append("back.row")
        if cue("belongs").search(before):
            found.append("back.belongs")
        return tuple(found)

    # --- where a list stands ----------------------------------------------------------------------------------------

    def _of_place(self, run: tuple[int, ...], one: int, other: int) -> Iterator[str]:
        first, last = self.listed.first[one], self.listed.last[other]
        sentences = self.reading.mentions[last].sentence - self.reading.mentions[first].sentence
        yield "place.lines" if self.listed.is_in_line[run[0]] else f"place.sentences{min(sentences, 3)}"
        if self.listed.is_in_row[run[0]]:
            yield "place.rows"
        if self.listed.paragraph[one] != self.listed.paragraph_of_last[other]:
            yield "place.paragraphs"
        if self.listed.sentence[run[0]] == self.listed.sentence[run[-1]]:
            yield "place.parts_in_sentence"

    def _end_of(self, last: int, unit: str) -> tuple[str, ...]:
        tail = self.reading.after(self.listed.last[last], 40)
        found = []
        if opening("examples", most=12).match(tail):
            found.append("end.examples")
        if cue("not_all").search(tail):
            found.append("end.not_all")
        return (*found, f"end.{self._ended_by(last, unit)}")

    def _ended_by(self, last: int, unit: str) -> str:
        """Return what ends a list: a bracket, the text, a paragraph, a sentence, a cue; `open` where nothing does."""
        stated = self._stated[unit]
        at = bisect_right(stated, last)
        following = stated[at] if at < len(stated) else None
        owner = self.listed.owners.get(last)
        if owner is not None and (following is None or self.listed.owners.get(following) != owner):
            return "bracket"
        if following is None:
            return "text"
        if self.listed.paragraph[following] != self.listed.paragraph_of_last[last]:
            return "paragraph"
        if self.listed.sentence[following] != self.listed.sentence[last]:
            return "sentence"
        return "cue" if cue("parts", "rest").search(self.listed.gap(last, following)) else "open"

    # --- what stands between the parts --------------------------------------------------------------------------------

    def _of_gaps(self, run: tuple[int, ...]) -> Iterator[str]:
        gaps = [self._gap(one, other) for one, other in pairwise(run)]
        if gaps[-1].rest:
            yield "gap.rest"
        if gaps[-1].joins:
            yield "gap.and"
        if any(gap.belongs for gap in gaps):
            yield "gap.belongs"
        if run[-1] - run[0] >= len(run):
            yield "gap.skips"
        marks = {gap.mark for gap in gaps}
        yield f"gap.{marks.pop()}" if len(marks) == 1 else "gap.uneven"
        if any(gap.total for gap in gaps):
            yield "gap.total"
        if any(gap.compared for gap in gaps):
            yield "gap.compared"

    def _gap_of(self, one: int, other: int) -> _Gap:
        gap = self.listed.gap(one, other)
        rest, belongs, total, than = (
            cue(each).search(gap) is not None for each in ("rest", "belongs", "total", "than")
        )
        compared = than and cue("rising", "falling").search(gap) is not None
        mark = next((mark for mark, pattern in _MARKS if pattern.search(gap)), "none")
        return _Gap(rest, _AND.search(gap) is not None, belongs, total, compared, mark)

    # --- the parts themselves -----------------------------------------------------------------------------------------

    def _of_parts(self, at: int, run: tuple[int, ...], unit: str) -> Iterator[str]:
        yield from self._of_times(at, run, unit)
        yield from self._of_measures(at, run)
        parts = [self._part(each) for each in run]
        criteria = [part.criterion for part in parts]
        if any(criteria):
            yield "parts.criteria" if all(criteria) else "parts.criterion"
        own = self._part(at).places
        if own and all(part.places for part in parts) and all(own.isdisjoint(part.places) for part in parts):
            yield "whole.beside"
        if all(part.invests for part in parts):
            yield "parts.investors"
        if any(part.may_overlap for part in parts):
            yield "parts.may_overlap"
        if len(run) == 2 and self._are_opposites(*run):
            yield "parts.opposites"

    def _of_times(self, at: int, run: tuple[int, ...], unit: str) -> Iterator[str]:
        reading, numbers = self.reading, [self.listed.numbers[unit][each] for each in run]
        whole = self.listed.number(at, unit)
        former = reading.is_former(whole)
        if any(reading.is_former(n) != former for n in numbers):
            yield "parts.other_time"
        own = reading.times.year(whole)
        years = {reading.times.year(n) for n in numbers} - {None} if own is not None else set()
        if years and own not in years:
            yield "parts.other_year"
        if any(reading.is_in_heading(n) for n in numbers):
            yield "parts.in_heading"

    def _of_whole_of(self, at: int, unit: str) -> tuple[str, ...]:
        whole = self.listed.number(at, unit)
        found = {"whole.total": self.reading.is_total(whole), "whole.former": self.reading.is_former(whole)}
        return tuple(each for each, holds in found.items() if holds)

    def _of_measures(self, at: int, run: tuple[int, ...]) -> Iterator[str]:
        items = self.listed.items
        if len({frozenset(items[each].units) for each in run}) == 1:
            yield "parts.alike"
        both = set(items[at].units[:2])
        if len(both) > 1 and all(both <= set(items[each].units) for each in run):
            yield "parts.both_measures"

    def _part_of(self, at: int) -> _Part:
        around = self._around(at)
        return _Part(
            any(self._is_criterion(n) for n in self.listed.items[at].numbers),
            cue("investors").search(around) is not None,
            cue("may_overlap").search(around) is not None,
            self.reading.places(self.listed.first[at]),
        )

    def _is_criterion(self, number: int) -> bool:
        before = number - 1
        near = before >= 0 and before in self.reading.asides and len(self.reading.between(before, number)) <= 8
        return near or self.reading.mentions[number].figure.bound in (Bound.AT_LEAST, Bound.AT_MOST)

    def _words_around(self, at: int) -> str:
        reading, first, last = self.reading, self.listed.first[at], self.listed.last[at]
        return reading.before(first, 40) + reading.span(first, last) + reading.after(last, 40)

    def _opposites(self, one: int, other: int) -> bool:
        return are_opposites(self._around(one), self._around(other))


def _opened_by(lead: str) -> str:
    if cue("belongs").search(lead):
        return "lead.belongs"
    if cue("parts").search(lead):
        return "lead.parts"
    return "lead.colon" if _COLON.search(lead) else "lead.none"


def _complete(features: tuple[str, ...]) -> Iterator[str]:
    """Yield what a list that is told without a gap is said to be: closed, of two opposites, with the rest."""
    near = {"place.sentences0", "place.sentences1", "place.lines"}.intersection(features)
    if near and "skips0" in features and "end.open" not in features and "gap.skips" not in features:
        yield from (f"whole_list.{each}" for each in _COMPLETE if each in features)
