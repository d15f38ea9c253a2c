"""Averages: an amount for each of a number of projects that have a total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.figure import Bound
from mycity_cli.release.assertions.assertion import Assertion, Option
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading, overlap

_BEFORE = re.compile(
    r"\b(?:averag\w+|mean|per (?:contract|project|deal|agreement))\b[^.;]{0,70}\Z"
    r"|(?:平均|[项户个]均)[^。；;，,]{0,24}\Z",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b(?:the|their|an) average\b|\bon average,? each\b|平均", re.IGNORECASE)
_IS = re.compile(r"(?:\b(?:is|was|were|reache[sd]|stands at|comes to|came to)(?: worth)?|为|达到?)\s*\Z", re.IGNORECASE)
_EACH = re.compile(
    r"\s*(?:(?:for )?each\b|apiece\b|(?:per|a|for every) (?:project|deal|contract|agreement)\b)", re.IGNORECASE
)
_BEHIND = re.compile(r"[^.;,]{0,30}\bon average\b|\s*[(（]?(?:平均|on average)", re.IGNORECASE)
_OPEN = (Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST)
"""`More than 1 billion yuan each` is what every one of them reaches, and no average."""
_RANGE = re.compile(r"\s*(?:to|至|到|and|提高到|增至)\s*", re.IGNORECASE)
_SENTENCES = 5
_MOST = 16
_FAR = 60


def averages(reading: Reading, items: Items, parts: frozenset[int]) -> Iterator[Assertion]:
    """Yield what a release says of averages. `parts` are the figures that are known to be parts of others."""
    for number, mention in enumerate(reading.mentions):
        if mention.kind is not Kind.MONEY:
            continue
        after = reading.after(number, 50)
        said = _is_said(reading, number) or _BEHIND.match(after) is not None
        if not said and (not _EACH.match(after) or mention.figure.bound in _OPEN):
            continue
        options = tuple(_options(reading, items, number, parts))
        doubts = ["none"]
        if not said:
            doubts.append("none.each")
        if reading.is_former(number):
            doubts.append("none.former")
        if (
            number
            and re.search(r"\b(?:and|,|from)\s*\Z|[、和]\s*\Z", reading.before(number, 12))
            and reading.mentions[number - 1].sentence == mention.sentence
        ):
            doubts.append("none.in_list")
        yield Assertion(
            RelationKind.AVERAGE, "average/each", number, options, tuple(doubts),
            missing="the total or the number that it is the average of is not stated",
        )  # fmt: skip


def _is_said(reading: Reading, number: int) -> bool:
    """Return whether the words before an amount make it an average: those right before it, or its subject."""
    if _BEFORE.search(reading.before(number, 90)):
        return True
    lead = reading.lead(number, 120)
    if number and _RANGE.fullmatch(reading.between(number - 1, number)) and _is_said(reading, number - 1):
        return True
    return _SUBJECT.search(lead) is not None and _IS.search(lead) is not None


def _options(reading: Reading, items: Items, number: int, parts: frozenset[int]) -> Iterator[Option]:
    unit = reading.mentions[number].figure.unit
    here = reading.mentions[number].sentence
    near = [
        n
        for n in range(max(0, number - _MOST), min(len(reading.mentions), number + 4))
        if n != number and -1 <= here - reading.mentions[n].sentence <= _SENTENCES
    ]
    first = [n for n in range(max(0, number - _FAR), number) if n in items.of and n not in near]
    totals = [n for n in near if reading.mentions[n].figure.unit == unit and n not in reading.asides][-6:]
    counts = [n for n in near if reading.mentions[n].kind is Kind.COUNT][-6:]
    totals += [n for n in first if reading.mentions[n].figure.unit == unit and n not in reading.asides][:2]
    counts += [n for n in first if reading.mentions[n].kind is Kind.COUNT][:2]
    for total in totals:
        for count in counts:
            yield Option(
                Candidate(RelationKind.AVERAGE, (total, count), number),
                tuple(_features(reading, items, number, total, count, parts)),
            )


def _features(
    reading: Reading, items: Items, number: int, total: int, count: int, parts: frozenset[int]
) -> Iterator[str]:
    own = items.of.get(total)
    yield "pair.item" if own is not None and own is items.of.get(count) else "pair.apart"
    for role, each in (("total", total), ("count", count)):
        if each not in items.of:
            yield f"{role}.no_item"
    last = max(total, count)
    if last < number and not any(n in items.of and n not in (total, count) for n in range(last + 1, number)):
        yield "pair.nearest"
    if min(total, count) > number:
        yield "pair.behind"
    here = reading.mentions[number].sentence
    apart = here - reading.mentions[total].sentence
    yield f"total.sentences{min(apart, 3)}" if apart >= 0 else "total.behind"
    if reading.mentions[count].sentence == reading.mentions[total].sentence:
        yield "pair.in_sentence"
    if total in parts:
        yield "total.part"
    if reading.is_total(total):
        yield "total.total"
    if reading.is_former(total) != reading.is_former(number) or reading.is_former(count) != reading.is_former(number):
        yield "pair.other_time"
    years = [reading.times.year(each) for each in (number, total, count)]
    if years[0] and years[0] not in years[1:]:
        yield "pair.other_year"
    shared = overlap(reading.words_of(number), reading.words_of(total) | reading.words_of(count))
    if shared is not None:
        yield "pair.same_subject" if shared else "pair.other_subject"
    if reading.is_in_heading(total):
        yield "total.heading"
