"""Restatements: a figure that a release states again, as its headline and its text do, or "the 57 projects"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.figure import COUNT, Bound
from mycity_cli.release.assertions.assertion import Assertion, Option
from mycity_cli.release.findings import Candidate, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.lexicon import cue, opening
from mycity_cli.release.reading import Reading, overlap

_DEFINITE = re.compile(
    r"\b(?:the|these|those|all(?: of)?(?: the)?|this|that)\s+(?:above\s+)?\Z|(?:这|该|此次|上述|以上|全部|在)(?:批|次)?\s*\Z",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"\b(?:of|among) (?:the|these|those|its|all)\s+\Z|\b(?:of|among) (?:the |these )?\Z", re.IGNORECASE
)
_WITHIN = re.compile(r"\s*(?:项目|合同)?(?:中|里|、[^，。；]{1,20}[中里])")
_PER = re.compile(r"\s*(?:per|a) (?:diluted )?share\b|.{0,20}\bper (?:diluted )?share\b", re.IGNORECASE)
_REACHED = re.compile(r"\A[^。.;；]{0,20}(?:达到?|接近|reach\w*|precisely|exactly)[^。.;；]{0,8}\Z", re.IGNORECASE)
"""What stands between a round figure and the exact one: 突破7000亿元，达到7469.13亿元."""
_APPROACHED = (Bound.OVER, Bound.NEARLY, Bound.ABOUT, Bound.AT_LEAST)
_MOST = 8
_FAR = 40


def restated(reading: Reading, items: Items, parts: frozenset[int], converted: frozenset[int]) -> Iterator[Assertion]:
    """Yield what a release may state twice. `parts` are parts of sums, `converted` what amounts are converted to."""
    for number in range(1, len(reading.mentions)):
        if not _may_restate(reading, items, number) or reading.is_in_heading(number):
            continue
        options = tuple(_options(reading, items, number, parts, converted))
        if options:
            yield Assertion(
                RelationKind.RESTATED, "restated/again", number, options, tuple(_doubts(reading, items, number, parts))
            )


def _doubts(reading: Reading, items: Items, number: int, parts: frozenset[int]) -> Iterator[str]:
    yield "none"
    yield "none.count" if reading.mentions[number].figure.unit == COUNT else "none.money"
    before = reading.before(number, 40)
    if cue("another").search(before) or opening("another").match(reading.after(number, 12)):
        yield "none.another"
    if cue("examples").search(before):
        yield "none.example"
    if number in parts:
        yield "none.part"
    if reading.is_in_line(number):
        yield "none.in_line"
    if cue("belongs").search(before):
        yield "none.belongs"
    if cue("unrelated").search(before):
        yield "none.unrelated"
    if reading.is_former(number):
        yield "none.former"
    if cue("planned").search(before):
        yield "none.planned"


def _options(
    reading: Reading, items: Items, number: int, parts: frozenset[int], converted: frozenset[int]
) -> Iterator[Option]:
    unit = reading.mentions[number].figure.unit
    found = 0
    for each in range(number - 1, -1, -1):
        if reading.mentions[each].figure.unit != unit or not _may_restate(reading, items, each):
            continue
        far = found >= _MOST or number - each > _FAR
        kept = reading.is_in_heading(each) or (reading.is_in_row(number) and not reading.is_in_row(each))
        if (far and not kept) or (each in items.of and items.of[each] is items.of.get(number)):
            continue
        same = reading.mentions[each].sentence == reading.mentions[number].sentence
        if same and not reading.is_in_heading(each) and not _REACHED.search(reading.between(number - 1, number)):
            continue
        found += 1
        features = tuple(_features(reading, items, number, each, parts, converted))
        yield Option(
            Candidate(RelationKind.RESTATED, (each,), number), features, _companion(reading, items, number, each)
        )


def _may_restate(reading: Reading, items: Items, number: int) -> bool:
    """Return whether a figure may be told twice: it is that of an item, or an amount for each share."""
    return (
        number in items.of
        or _PER.match(reading.after(number, 24)) is not None
        or _PER.search(reading.before(number, 30)) is not None
    )


def _companion(reading: Reading, items: Items, number: int, each: int) -> Candidate | None:
    """Return the restatement of the other measure of two items: the projects of the one and those of the other."""
    one, other = items.of.get(each), items.of.get(number)
    if one is None or other is None:
        return None
    for unit in one.units:
        first, second = one.measure(unit), other.measure(unit)
        if (
            first is not None
            and second is not None
            and first != each
            and second != number
            and not {first, second} & {each, number}
        ):
            return Candidate(RelationKind.RESTATED, (first,), second)
    return None


def _features(
    reading: Reading, items: Items, number: int, each: int, parts: frozenset[int], converted: frozenset[int]
) -> Iterator[str]:
    heading = reading.is_in_heading(each)
    unit = reading.mentions[number].figure.unit
    between = [n for n in range(each + 1, number) if n in items.of and reading.mentions[n].figure.unit == unit]
    kind = "count" if unit == COUNT else "money"
    if heading:
        yield "heading"
        yield f"heading.{kind}"
        body = [n for n in between if not reading.is_in_heading(n)]
        yield f"heading.{kind}.{'first' if not body else 'second' if len(body) == 1 else 'later'}"
        if reading.is_total(number):
            yield "heading.total"
    else:
        yield f"{kind}.between{min(len(between), 3)}"
        before = reading.before(number, 24)
        if _OF_THE.search(before):
            yield f"{kind}.of_the"
        elif _DEFINITE.search(before):
            yield f"{kind}.definite"
        if _WITHIN.match(reading.after(number, 24)):
            yield f"{kind}.within"
        totals = reading.is_total(each), reading.is_total(number)
        yield f"{kind}.both_total" if all(totals) else f"{kind}.one_total" if any(totals) else f"{kind}.no_total"
        yield f"paragraphs{min(reading.paragraph(number) - reading.paragraph(each), 3)}"
    if reading.is_former(each) != reading.is_former(number):
        yield "other_time"
    names = reading.times.names(each), reading.times.names(number)
    if all(names) and names[0].isdisjoint(names[1]):
        yield "other_year"
    places = [reading.places(items.of[n].first if n in items.of else n) for n in (each, number)]
    if all(places) and places[0].isdisjoint(places[1]):
        yield "other_place"
    if each in parts:
        yield "earlier.part"
    if cue("belongs").search(reading.before(each, 30)) or cue("examples").search(reading.before(each, 30)):
        yield "earlier.belongs"
    if cue("planned").search(reading.before(each, 40)) != cue("planned").search(reading.before(number, 40)):
        yield "one_planned"
    own, others = (
        reading.words_of(n) | (reading.words_of(items.of[n].first) if n in items.of else frozenset())
        for n in (each, number)
    )
    shared = overlap(own, others)
    if shared is not None:
        yield f"{kind}.same_subject" if shared else f"{kind}.other_subject"
    one, other = items.of.get(each), items.of.get(number)
    if one is None or other is None:
        yield "no_item"
    elif len(one.numbers) > 1 and len(other.numbers) > 1:
        yield "both_paired"
    if each in converted or number in converted:
        yield "both_converted" if each in converted and number in converted else "one_converted"
    if reading.mentions[each].sentence == reading.mentions[number].sentence:
        yield "in_sentence"
    if reading.is_in_row(number):
        yield "in_row" if reading.is_in_row(each) else "row_of_text"
    if reading.mentions[each].figure.bound in _APPROACHED or reading.mentions[number].figure.bound in _APPROACHED:
        yield "hedged"
    if dealt(reading, each) and dealt(reading, number):
        yield "both_dealt"


def dealt(reading: Reading, number: int) -> bool:
    """Return whether the words around a figure say that deals were made."""
    return bool(cue("dealt").search(reading.before(number, 40) + reading.own(number) + reading.tail(number, 30)))
