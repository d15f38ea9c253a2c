"""Shares: a percentage that a part is of a whole, as "accounting for", "of the total", 占…的 say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.exact import rational
from mycity_cli.figure import COUNT, Bound
from mycity_cli.release.assertions.assertion import Assertion, Option
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.lexicon import cue, words
from mycity_cli.release.reading import Reading, overlap, telling

_HEDGE = r"(?:about|nearly|some|around|over|more than|almost|roughly|just|or|an?|the|up to|约|近|超过?|逾|大约|达到?)"
_OF = re.compile(r"\s*(?:share |portion |slice )?of\b(?P<whole>[^.;,，。；(（]{0,80})", re.IGNORECASE)
_BEFORE = re.compile(rf"{words('share')}(?P<whole>[^。；;，,]{{0,26}})\Z", re.IGNORECASE)
_ACCOUNTING = re.compile(rf"{words('share')}(?:\s*{_HEDGE})*\s*\Z", re.IGNORECASE)
_APPOSED = re.compile(rf"(?:\bor|[(（–—])(?:\s*{_HEDGE})*\s*\Z", re.IGNORECASE)
_GREW = re.compile(rf"{words('rising', 'falling')}[^,，]{{0,16}}\Z(?<!more than)", re.IGNORECASE)
_A_SHARE = re.compile(r"\s*-?share\b", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|，|、|and|和|与|及|, and)\s*(?:about|约|近|nearly)?\s*", re.IGNORECASE)
_CHANGED = re.compile(rf"\s*{words('rising', 'falling')}|\s*-?points?\b|\s*个?百分点", re.IGNORECASE)
_THE_WHOLE = re.compile(
    r"\s*(?:the|its|their|this|that|all|these|those|them|it|total|overall|entire|combined)\b", re.IGNORECASE
)
_WITHIN_ALL = re.compile(r"(?:分别|在[^，。；]{1,12}中的?|的?总量)")
_TARGET = re.compile(r"(?:完成|达到|实现)了?[^，。；]{0,12}(?:计划|目标|任务)[^，。；]{0,14}的?\s*\Z")
_OTHER_UNITS = re.compile(r"\b(?:men|women|years?|hours?|people|percentage)\b", re.IGNORECASE)
_MOST_PARTS = 5
_FAR = 60


def shares(reading: Reading, items: Items, wholes: dict[int, int]) -> Iterator[Assertion]:
    """Yield what a release says of shares. `wholes` is the total that each figure is said to be a part of."""
    last: int | None = None
    for number, mention in enumerate(reading.mentions):
        if mention.kind is not Kind.PERCENT:
            continue
        said = _said(reading, number)
        if said is None:
            continue
        rule, whole_words, beside = said
        options = tuple(_options(reading, items, number, whole_words, beside, wholes, last))
        if options:
            last = max(options, key=lambda option: len(option.features)).candidate.terms[1]
        yield Assertion(
            RelationKind.SHARE, rule, number, options, tuple(_doubts(reading, number, whole_words)),
            missing="the figure that it is a share of is not stated",
        )  # fmt: skip


def _said(reading: Reading, number: int) -> tuple[str, str, int | None] | None:
    """Return the rule, the words that name the whole, and the figure of the whole where it stands beside them."""
    row = number
    while row + 1 < len(reading.mentions) and _is_joined(reading, row):
        row += 1
    after = reading.after(row)
    if _CHANGED.match(reading.after(number, 30)):
        return None
    of = _OF.match(after)
    if of is not None:
        beside = row + 1 if _leads_to(reading, row, of) else None
        return "share/of", of["whole"], beside
    first = number
    while first and _is_joined(reading, first - 1):
        first -= 1
    lead = reading.before(first, 60)
    if reading.is_in_row(number):
        return ("share/of", "", None) if _is_share_column(reading, number) else None
    target = _TARGET.search(reading.lead(number, 40))
    if target is not None and "超" not in reading.before(number, 16):
        beside = (
            number - 1
            if number
            and reading.mentions[number - 1].start > reading.mentions[number].start - 30
            and "的" in reading.between(number - 1, number)
            else None
        )
        return "share/of", target[0], beside
    before = _BEFORE.search(reading.lead(first, 60) if first and "占" in reading.before(first - 1, 12) else lead)
    if before is not None and not _GREW.search(before["whole"]):
        near = first and len(reading.between(first - 1, first)) <= 14 and "占" in reading.before(first - 1, 14)
        return "share/of", before["whole"], first - 1 if near else None
    if _A_SHARE.match(after):
        return "share/of", "", None
    if _APPOSED.search(lead) and not re.match(
        r"\s*(?:financed|owned|funded|paid|held|complete\w*|by|up|down|more|less|higher|lower)\b", after
    ):
        return "share/of", "", None
    return None


def _is_share_column(reading: Reading, number: int) -> bool:
    """Return whether a percentage of a row stands under words for a share, or behind figures of units of their own."""
    here = reading.mentions[number].sentence
    units = [each.figure.unit for each in reading.mentions[max(0, number - 4) : number] if each.sentence == here]
    return bool(units) and len(units) == len(set(units))


def _is_joined(reading: Reading, number: int) -> bool:
    one, other = reading.mentions[number], reading.mentions[number + 1]
    joined = one.kind is Kind.PERCENT is other.kind and one.sentence == other.sentence
    return joined and _JOINED.fullmatch(reading.between(number, number + 1)) is not None


def _leads_to(reading: Reading, row: int, of: re.Match[str]) -> bool:
    """Return whether the next figure is the whole: 18 percent of the 50 projects."""
    following = row + 1
    if following >= len(reading.mentions) or reading.mentions[following].sentence != reading.mentions[row].sentence:
        return False
    if reading.mentions[following].kind is Kind.PERCENT:
        return False
    return (
        re.fullmatch(
            r"\s*(?:share |portion )?of (?:the|all|its|these|those|a|this|some)?(?: (?!with\b|or\b|at\b|by\b|was\b|were\b)[\w-]+){0,4}\s*",
            reading.between(row, following),
            re.IGNORECASE,
        )
        is not None
    )


def _doubts(reading: Reading, number: int, said: str) -> Iterator[str]:
    yield "none"
    if cue("elsewhere").search(said):
        yield "none.elsewhere"
    if not said.strip():
        yield "none.unsaid"
    elif _THE_WHOLE.match(said) or cue("total").search(said):
        yield "none.of_all"
    if _OTHER_UNITS.search(said):
        yield "none.of_others"
    if cue("owners").search(reading.clause(number)):
        yield "none.owners"
    subject = _subject(reading, number)
    here = reading.words_of(number - 1) if number else frozenset()
    if overlap(subject, here) is False:
        yield "none.own_subject"


def _subject(reading: Reading, number: int) -> frozenset[str]:
    clause = _WITHIN_ALL.sub("", reading.clause(number))
    return telling(re.split("占|比重|比例|份额", clause)[0])


def _options(
    reading: Reading, items: Items, number: int, said: str, beside: int | None, known: dict[int, int], last: int | None
) -> Iterator[Option]:
    parts = list(_parts(reading, items, number))
    for rank, part in parts:
        for whole in _wholes(reading, items, number, part, beside):
            features = [
                *_of_part(reading, items, number, part, rank),
                *_of_whole(reading, items, number, part, whole, said),
            ]
            if known.get(part) == whole:
                features.append("whole.known")
            if beside == whole:
                features.append("whole.beside")
            if last == whole:
                features.append("whole.as_before")
            yield Option(Candidate(RelationKind.SHARE, (part, whole), number), tuple(features))


def _parts(reading: Reading, items: Items, number: int) -> Iterator[tuple[str, int]]:
    """Yield the figures that a percentage may be the share of, each with where it stands."""
    sentence = reading.mentions[number].sentence
    rank = 0
    for each in range(number - 1, max(-1, number - 14), -1):
        if each not in items.of or rank >= _MOST_PARTS:
            continue
        apart = sentence - reading.mentions[each].sentence
        if apart > 1 or (apart and reading.paragraph(each) < reading.paragraph(number) - 1):
            break
        rank += 1
        yield ("sentence_before" if apart else f"rank{rank}"), each
    subject = _subject(reading, number)
    for each in range(number - 1, max(-1, number - _FAR), -1):
        if each in items.of and reading.is_in_row(each) and not reading.is_in_row(number):
            if overlap(subject, telling(reading.label(each))):
                yield "named_row", each
    for each in range(number + 1, min(number + 6, len(reading.mentions))):
        apart = reading.mentions[each].sentence - sentence
        if each in items.of and apart <= 1 and not reading.is_in_row(number):
            yield ("sentence_behind" if apart else "behind" if each <= number + 2 else "far_behind"), each


def _wholes(reading: Reading, items: Items, number: int, part: int, beside: int | None) -> Iterator[int]:
    unit = reading.mentions[part].figure.unit
    if beside is not None:
        if beside != part and beside in items.of and reading.mentions[beside].figure.unit == unit:
            yield beside
        return
    seen = 0
    for each in range(part - 1, max(-1, part - _FAR), -1):
        if each in items.of and reading.mentions[each].figure.unit == unit and each != number:
            seen += 1
            yield each
            if seen > 12:
                return
    for each in range(part + 1, min(part + 12, len(reading.mentions))):
        apart = reading.mentions[each].sentence - reading.mentions[part].sentence
        total = reading.is_total(each) or cue("together").search(reading.before(each, 40))
        if (
            each in items.of
            and reading.mentions[each].figure.unit == unit
            and (total or (not apart and each <= part + 3))
        ):
            yield each


def _of_part(reading: Reading, items: Items, number: int, part: int, rank: str) -> Iterator[str]:
    yield f"part.{rank}"
    if reading.is_in_row(number):
        yield (
            "part.in_row" if reading.mentions[part].sentence == reading.mentions[number].sentence else "part.other_row"
        )
    if (
        rank == "rank2"
        and part in items.of[part].numbers
        and any(n in items.of[part].numbers for n in range(part + 1, number))
    ):
        yield "part.partner"
    if reading.is_former(part):
        yield "part.former"
    shared = overlap(_subject(reading, number), reading.words_of(part))
    if shared is not None:
        yield "part.same_subject" if shared else "part.other_subject"
    if rank == "behind" and re.search(r"[(（,，]\s*(?:or|即|达|共)?\s*\Z", reading.between(number, part)):
        yield "part.apposed"


def _of_whole(reading: Reading, items: Items, number: int, part: int, whole: int, said: str) -> Iterator[str]:
    one, other = reading.mentions[part].figure, reading.mentions[whole].figure
    if rational(one.value) > rational(other.value):
        yield "whole.smaller"
    if reading.is_total(whole):
        yield "whole.total"
    if reading.is_in_heading(whole):
        yield "whole.heading"
    if whole > part:
        yield "whole.behind"
    apart = reading.paragraph(part) - reading.paragraph(whole)
    yield f"whole.paragraphs{min(apart, 3)}" if apart >= 0 else "whole.behind"
    if reading.mentions[part].sentence == reading.mentions[whole].sentence:
        yield "whole.in_sentence"
    if reading.is_former(whole):
        yield "whole.former"
    between = [n for n in range(whole + 1, part) if n in items.of and reading.mentions[n].figure.unit == one.unit]
    if not between:
        yield "whole.nearest"
    if any(rational(reading.mentions[n].figure.value) > rational(other.value) for n in between):
        yield "whole.passes_larger"
    if cue("together").search(reading.before(whole, 40)):
        yield "whole.together"
    if reading.is_in_row(whole):
        yield "whole.in_row"
    earlier = [
        n for n in range(max(0, whole - 6), whole) if n in items.of and reading.mentions[n].figure.unit == one.unit
    ]
    if not earlier:
        yield "whole.first"
    counted, valued = cue("count_word").search(said), cue("money_word").search(said)
    if (counted and not valued and one.unit != COUNT) or (valued and not counted and one.unit == COUNT):
        yield "whole.other_measure"
    elif counted or valued:
        yield "whole.measure_said"
    shared = overlap(telling(said), reading.words_of(whole))
    if shared is not None:
        yield "whole.named" if shared else "whole.other_name"
    if Bound.OVER in (one.bound, other.bound):
        yield "open"
