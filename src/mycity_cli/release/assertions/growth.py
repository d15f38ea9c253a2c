"""Growth: a percentage by which a figure rose or fell, and what it was before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.release.assertions.assertion import Assertion, Option
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.lexicon import cue, ending
from mycity_cli.release.reading import Reading, overlap, telling

_SIGN = re.compile(r"(?:\A|[\s,，(（|])(?P<sign>[+＋−–-])\s?\Z")
_POINTS = re.compile(r"\s*(?:-?points?\b|个?百分点)", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|，|、|and|和|与|及|, and)\s*(?:about|约|近|nearly)?\s*", re.IGNORECASE)
_NEAR = 45
_TO = re.compile(
    r"[^.;,，。；]{0,30}\b(?:to|at|reaching|reached)\s+(?:about |some |nearly )?\Z|[^.;。；]{0,12}(?:至|到|达|为)\s*\Z",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|of|than|over|above|below|against|compared (?:to|with)|versus|on)\s+(?:(?:the|a|an|its|their|last year['’]s|only|about|some|nearly)\s+)*\Z",
    re.IGNORECASE,
)
_FROM_HAN = re.compile(r"(?:比|较|由|从|去年同期的?|上届的?|上年的?|同期的?|上一年的?)[^，。；]{0,14}\Z")
_HEDGED = re.compile(r"\b(?:up to|as many as|as much as|more than|over)\s*\Z", re.IGNORECASE)
_SENTENCES = 2
_MOST = 14
_NEW, _OLD = 6, 8
_RATIO = re.compile(r"\b(?:share|rate|margin|proportion|ratio|success)\b|比重|比率|占比|率(?!先)", re.IGNORECASE)


def growth(reading: Reading, items: Items, taken: frozenset[int]) -> Iterator[Assertion]:
    """Yield what a release says of growth and decreases. `taken` are the percentages that are shares."""
    for number, mention in enumerate(reading.mentions):
        if mention.kind is not Kind.PERCENT or number in taken:
            continue
        falling = direction(reading, number)
        if falling is None:
            continue
        options = [
            *_pairs(reading, items, number, falling=falling),
            *_by_amount(reading, items, number, falling=falling),
        ]
        yield Assertion(
            RelationKind.GROWTH, "growth/since", number, tuple(options), tuple(_doubts(reading, number)),
            missing="the figure of the time before is not stated",
        )  # fmt: skip


def direction(reading: Reading, number: int) -> bool | None:
    """Return whether a percentage is a decrease; None where no word makes it growth at all."""
    after = reading.after(number, 60)
    if _POINTS.match(after):
        return None
    if number and _joined_to_percent(reading, number):
        return direction(reading, number - 1)
    before = re.split(r"[.;；。|](?!\d)", reading.lead(number, _NEAR))[-1]
    clause = re.split(r"[,，](?!\d)", before)[-1]
    sign = _SIGN.search(reading.before(number, 4))
    if sign is not None and (reading.is_in_row(number) or not {"(", "（"}.isdisjoint(reading.lead(number, _NEAR))):
        return sign["sign"] not in "+＋"
    if reading.is_in_row(number):
        return False if _is_growth_column(reading, number) else None
    following = re.split(r"[,，.;；。(（]", after)[0][:_NEAR]
    # The word next to the percentage says it: up 20 percent, a 20 percent drop, 增长20%.
    places = []
    for falling in (False, True):
        found = cue("falling" if falling else "rising")
        places += [
            (len(text) - match.end(), falling)
            for text in (clause, before)
            for match in found.finditer(text)
            if not _HEDGED.fullmatch(match[0] + text[match.end() : match.end() + 8])
        ]
        places += [(match.start(), falling) for match in [found.search(following)] if match is not None]
    return min(places)[1] if places else None


def _is_growth_column(reading: Reading, number: int) -> bool:
    """Return whether a percentage stands at the end of a row with two figures of one unit before it."""
    row = [
        n
        for n in range(max(0, number - 4), number)
        if reading.mentions[n].sentence == reading.mentions[number].sentence
    ]
    units = [reading.mentions[n].figure.unit for n in row if reading.mentions[n].kind is not Kind.PERCENT]
    last = (
        number + 1 == len(reading.mentions)
        or reading.mentions[number + 1].sentence != reading.mentions[number].sentence
    )
    return last and len(units) == 2 and units[0] == units[1]


def _joined_to_percent(reading: Reading, number: int) -> bool:
    one, other = reading.mentions[number - 1], reading.mentions[number]
    same = one.kind is Kind.PERCENT and one.sentence == other.sentence
    return same and _JOINED.fullmatch(reading.between(number - 1, number)) is not None


def _doubts(reading: Reading, number: int) -> Iterator[str]:
    yield "none"
    clause = reading.clause(number, _NEAR)
    if cue("unrelated").search(clause) or cue("unrelated").search(reading.tail(number, 30)):
        yield "none.unrelated"
    if not reading.before(number, 20).strip(" ,，") or re.search(r"\A\W*(?:and|和)?\W*\Z", reading.before(number)):
        yield "none.in_list"
    if re.search(
        r"\b(?:from|over|than|on|compared (?:to|with)|against) (?:the )?(?:\w+ ){0,4}\Z|\b(?:year[- ]on[- ]year|y-?o-?y|annual)|同比",
        reading.lead(number, 30) + reading.tail(number, 40),
        re.IGNORECASE,
    ):
        yield "none.time_said"


def _around(reading: Reading, items: Items, number: int) -> list[int]:
    """Return the figures near a percentage that may be what grew, or what it grew from."""
    here = reading.mentions[number].sentence
    paragraph = reading.paragraph(number)
    found = []
    for each in range(max(0, number - _MOST), min(len(reading.mentions), number + _MOST)):
        apart = reading.mentions[each].sentence - here
        near = (
            -3 <= apart <= 2 if reading.paragraph(each) == paragraph else abs(reading.paragraph(each) - paragraph) <= 2
        )
        if near and (each in items.of or reading.is_in_row(each)) and reading.mentions[each].kind is not Kind.PERCENT:
            found.append(each)
    return found


def _pairs(reading: Reading, items: Items, number: int, *, falling: bool) -> Iterator[Option]:
    near = _around(reading, items, number)
    news = sorted(near, key=lambda each: abs(each - number))[:_NEW]
    olds = sorted(near, key=lambda each: abs(each - number))[:_OLD]
    for new in news:
        for old in olds:
            if new == old or reading.mentions[new].figure.unit != reading.mentions[old].figure.unit:
                continue
            features = (
                *_of_new(reading, items, number, new), *_of_old(reading, items, number, new, old),
                *_of_pair(reading, number, new, old),
            )  # fmt: skip
            yield Option(Candidate(RelationKind.GROWTH, (new, old), number, falling), features)


def _place(reading: Reading, number: int, each: int, role: str) -> str:
    apart = reading.mentions[number].sentence - reading.mentions[each].sentence
    if apart == 0:
        between = range(min(each, number) + 1, max(each, number))
        rank = sum(reading.mentions[n].kind is not Kind.PERCENT for n in between)
        return f"{role}.{'before' if each < number else 'behind'}{min(rank, 2)}"
    if reading.paragraph(each) != reading.paragraph(number):
        return f"{role}.other_paragraph"
    return f"{role}.sentence_{'before' if apart > 0 else 'behind'}"


def _of_new(reading: Reading, items: Items, number: int, new: int) -> Iterator[str]:
    yield _place(reading, number, new, "new")
    said = telling(reading.clause(number, _NEAR) + " " + reading.tail(number, 30))
    shared = overlap(said, reading.words_of(new) | reading.words_of(items.of[new].first if new in items.of else new))
    if shared is not None and not reading.are_in_one_clause(new, number):
        yield "new.named" if shared else "new.other_name"
    unrelated = cue("unrelated").search(reading.clause(number, _NEAR) + " " + reading.tail(number, 24))
    if unrelated is not None and telling(unrelated[0]).isdisjoint(reading.words_of(new)):
        yield "new.unrelated"
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
    if ending("than", most=12, within=r"[^.;,，。；]").search(reading.before(new, 30)):
        yield "new.compared"


def _of_old(reading: Reading, items: Items, number: int, new: int, old: int) -> Iterator[str]:
    yield _place(reading, number, old, "old")
    before = reading.before(old, 40)
    if reading.is_former(old):
        yield "old.former"
    if _FROM.search(before) or _FROM_HAN.search(before):
        yield "old.from"
    elif ending("than", most=25, within=r"[^.;,，。；]").search(before):
        yield "old.compared"
    if old == number + 1 and ending("than", most=45, within=r"[^.;。；]").search(before):
        yield "old.than_behind"
    if old in reading.differences:
        yield "old.difference"


def _of_pair(reading: Reading, number: int, new: int, old: int) -> Iterator[str]:
    one, other = reading.times.year(new), reading.times.year(old)
    if one and other and one != other:
        yield "pair.later_year" if one > other else "pair.earlier_year"
    elif (
        reading.times.names(new) and reading.times.names(new) == reading.times.names(old) and not reading.is_former(old)
    ):
        yield "pair.same_time"
    moments = reading.times.within(reading.mentions[number].start - 50, reading.mentions[number].start)
    said = [each.value for each in moments if each.kind not in ("former", "now")]
    tail = reading.times.within(reading.mentions[number].end, reading.mentions[number].end + 60)
    said += [each.value for each in tail if each.kind not in ("former", "now")]
    names = reading.times.names(old)
    if names and said:
        yield "pair.time_named" if names & set(said[-1:]) else "pair.other_time"
    shared = overlap(reading.words_of(new), reading.words_of(old))
    if shared is not None:
        yield "pair.same_subject" if shared else "pair.other_subject"
    if reading.is_in_row(number):
        same = reading.mentions[new].sentence == reading.mentions[old].sentence == reading.mentions[number].sentence
        yield "pair.in_row" if same and new < old < number else "pair.out_of_row"
    counted, valued = (
        cue(each).search(reading.clause(number, _NEAR) + reading.tail(number, 20))
        for each in ("count_word", "money_word")
    )
    if bool(counted) != bool(valued):
        is_count = reading.mentions[new].kind is Kind.COUNT
        yield "pair.measure_said" if is_count == bool(counted) else "pair.other_measure"
    if abs(new - old) == 1:
        yield "pair.adjacent"


def _by_amount(reading: Reading, items: Items, number: int, *, falling: bool) -> Iterator[Option]:
    """Yield a figure and by how much it changed: 比上届减少53.2亿, 减幅16.9%."""
    sentence = reading.mentions[number].sentence
    for change in range(max(0, number - 2), min(len(reading.mentions), number + 2)):
        if change not in reading.differences or reading.mentions[change].sentence != sentence:
            continue
        unit = reading.mentions[change].figure.unit
        for new in range(change - 1, max(-1, change - 5), -1):
            if (
                new in items.of
                and reading.mentions[new].figure.unit == unit
                and sentence - reading.mentions[new].sentence <= 1
            ):
                features = ("by_amount", *_of_new(reading, items, number, new))
                yield Option(Candidate(RelationKind.GROWTH, (new, change), number, falling, by_amount=True), features)
                break
