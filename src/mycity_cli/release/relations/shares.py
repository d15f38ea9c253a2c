"""Shares: a part, the whole, and the percentage that the one is of the other."""

from __future__ import annotations

import re

from mycity_cli.figure import COUNT
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading
from mycity_cli.release.relations import cues
from mycity_cli.release.relations.columns import shares_in_rows
from mycity_cli.release.relations.pairs import of_pairs
from mycity_cli.release.relations.share_words import (
    COMMON,
    ELSEWHERE,
    OF_COUNT,
    OF_MONEY,
    THE_WHOLE,
    TOTAL,
    Share,
    Totals,
)
from mycity_cli.release.relations.subjects import has_another_subject, named_before, of_one_part

_OF = re.compile(r"\s*(?:share |portion )?of\b(?P<whole>[^.;,，]{0,80})", re.IGNORECASE)
_OF_FIGURE = re.compile(
    r"\s*(?:share |portion )?of (?:the|all|its|these|those|a|this|some)?(?: (?!with\b|or\b|at\b|by\b)\w+){0,3}\s*",
    re.IGNORECASE,
)
_ITS_WHOLE = re.compile(
    r"\s*(?:the|its|their|this|that|all|these|those|them|it|total|overall|entire|combined)\b", re.IGNORECASE
)
_CHINESE = re.compile(r"(?:占|比重|比例|份额)[^。；;，,]{0,24}\Z")
_APPOSED = re.compile(r"(?:\bor|[(（])\s*(?:about|nearly|some|around|over|more than|约|近|超)?\s*\Z", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s*[(（]\s*(?:or|about|nearly|some|around|over|约|近|超|占比?)?\s*|\s*[,，]\s*占比?(?:约|近|超|达)?\s*"
)
"""What stands between a figure and a share that is its own: 225 million euros (25 percent)."""
_IS_TOTAL = re.compile(r"\b(?:total|overall|altogether|all told|in all)\b|总|合计|共", re.IGNORECASE)
"""What names a total that stands behind its part: it is meant where it agrees."""
_GOES_ON = re.compile(
    r"\s*(?:financed|owned|funded|paid|held|foreign|complete\w*|from|in|by|up|down|more|less|higher|lower)\b"
)
"""What says of a percentage in brackets that it is no share of a total."""
_A_SHARE = re.compile(r"\s*-?share\b", re.IGNORECASE)
_APPOSED_AFTER = re.compile(r"\s*(?:[(（,，]\s*)?(?:即|or|that is)?\s*(?:about|some|约|共)?\s*", re.IGNORECASE)
_IN_A_ROW = re.compile(r"\s*(?:,|，|、|and|和|与|及|, and)\s*(?:about|约|近|nearly)?\s*", re.IGNORECASE)
_WORDS = re.compile(r"[a-z]{4,}|[\u4e00-\u9fff]{2}", re.IGNORECASE)
_ACCOUNTS = re.compile(r"\b(?:account|mak|represent|constitut|form)\w*(?: for| up)?\b[^,.;]{0,20}\Z", re.IGNORECASE)
_ACCOUNTING = re.compile(
    r"\b(?:account|mak|represent|constitut)\w*(?: for| up)?\s*(?:about |some |nearly |around )?\Z", re.IGNORECASE
)
_CLOSED = re.compile(r"\s*(?:[.,;)]|\Z)")
_OF_THESE = re.compile(r"\b(?:of|among) (?:these|those|them),?\s*(?:about |some )?\Z", re.IGNORECASE)
_OF_THEM = re.compile(r"\s*of (?:them|these|those|which)\s*[(,]\s*(?:about |some )?", re.IGNORECASE)
"""What stands between a share and the number that it comes to: a quarter of them (8)."""
_THEM = re.compile(r"\s*(?:these|those|them|which)\b(?! (?:projects|deals) worth)", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\bof (?:the )?(?:them|these|those|projects|deals|contracts|agreements),\s*\Z"
    r"|[,，]\s*(?:or|即|达|共)|[(（])\s*(?:about|some|约)?\s*\Z",
    re.IGNORECASE,
)
_CLOSEST = 70
_REACH = 3
_MOST = 60
"""How many figures before a part may be its whole."""


def find_shares(reading: Reading, items: Items, totals: Totals) -> list[Candidate]:
    """Return the shares of a release whose part and whole are certain."""
    found: dict[int, tuple[int, int]] = {}
    for number, mention in enumerate(reading.mentions):
        if mention.kind is Kind.PERCENT and (share := _share(reading, items, number)) is not None:
            pair = (
                _agreeing(reading, items, share, totals)
                or _certain(reading, items, share, totals, found)
                or _of_other_measure(reading, items, share, found)
                or named_before(reading, items, share, totals)
                or of_one_part(reading, share, totals)
            )
            if pair is not None:
                found[number] = pair
    found = {**shares_in_rows(reading, items, totals), **found}
    found = {**found, **{n: pair for n, pair in of_pairs(reading).items() if n not in found}}
    return [Candidate(RelationKind.SHARE, pair, number) for number, pair in found.items()]


# --- what the words say -------------------------------------------------------------------------------------------


def _share(reading: Reading, items: Items, number: int) -> Share | None:
    """Return what a percentage says of a share; None where it says nothing of one."""
    clause = re.split(r"[;；。]", reading.lead(number, 60))[-1]
    of = _OF.match(reading.after(_row(reading, number)[-1], 80))
    if of is not None:
        whole = number + 1 if _stands_beside(reading, items, number) else None
        if whole is None and not _ITS_WHOLE.match(of["whole"]):
            return None
        told = number + 1 in items.of and _OF_THEM.fullmatch(reading.between(number, number + 1))
        parts = [number + 1] if told else _parts(reading, items, number, of["whole"], whole)
        return Share(number, parts, of["whole"], whole)
    if _CHINESE.search(clause):
        said = clause[clause.rfind("占") :] if "占" in clause else clause[-12:]
        beside = number - 1 in items.of and "占" in reading.before(number - 1, 12)
        whole = number - 1 if beside and len(reading.between(number - 1, number)) <= 14 else None
        return Share(number, _parts(reading, items, number, said, whole), said, whole)
    if (_APPOSED.search(clause) and not _GOES_ON.match(reading.after(number))) or _A_SHARE.match(reading.after(number)):
        parts = _parts(reading, items, number, "", None)
        if parts and len(reading.between(*sorted((parts[0], number)))) < 20:
            return Share(number, parts, "")
    if _ACCOUNTING.search(clause) and _CLOSED.match(reading.after(number)):
        return Share(number, _parts(reading, items, number, "", None), "")
    if number + 1 in items.of and _APPOSED_AFTER.fullmatch(reading.between(number, number + 1)):
        return Share(number, [number + 1], "")
    return None


def _stands_beside(reading: Reading, items: Items, number: int) -> bool:
    """Return whether the next figure is the whole: 18 percent of the 50 projects."""
    return number + 1 in items.of and _OF_FIGURE.fullmatch(reading.between(number, number + 1)) is not None


def _parts(reading: Reading, items: Items, number: int, said: str, whole: int | None) -> list[int]:
    """Return the figures that a percentage may be the share of, the likeliest first."""
    sentence = reading.mentions[number].sentence
    here = [
        n
        for n in range(max(0, number - 12), min(number + 4, len(reading.mentions)))
        if n in items.of and n != whole and reading.mentions[n].sentence == sentence
    ]
    row = _row(reading, number)
    if len(row) > 1:
        before = [n for n in here if n < row[0]][-len(row) :]
        return [before[row.index(number)]] if len(before) == len(row) else []
    counted, valued = OF_COUNT.search(said), OF_MONEY.search(said)
    if (counted is None) != (valued is None):
        here = [n for n in here if (reading.mentions[n].figure.unit == COUNT) == (counted is not None)]
    before = [n for n in here if n < number and len(reading.between(n, number)) <= _CLOSEST]
    if before and _BESIDE.fullmatch(reading.between(before[-1], number)):
        return before[::-1][:2]
    after = [n for n in here if n > number and len(reading.between(number, n)) <= _CLOSEST]
    return before[::-1][:2] + after[:1]


def _row(reading: Reading, number: int) -> list[int]:
    """Return the percentages that stand in a row: 38% and 41%."""
    row = [number]
    for step in (-1, 1):
        at = number
        while 0 <= at + step < len(reading.mentions) and reading.mentions[at + step].kind is Kind.PERCENT:
            if not _IN_A_ROW.fullmatch(reading.between(*sorted((at, at + step)))):
                break
            at += step
            row.append(at)
    return sorted(row)


# --- which figures are meant --------------------------------------------------------------------------------------


def _agreeing(reading: Reading, items: Items, share: Share, totals: Totals) -> tuple[int, int] | None:
    """Return the likeliest part and whole that have the share that is stated."""
    percent = reading.mentions[share.percent].figure.interval
    for part in share.parts:
        for whole in _wholes(reading, items, share, part, totals):
            quotient = reading.quotient(part, whole)
            if quotient is not None and quotient.meets(percent):
                return part, whole
    return None


def _wholes(reading: Reading, items: Items, share: Share, part: int, totals: Totals) -> list[int]:
    """Return the figures that a part may be a share of, the likeliest first."""
    figure = reading.mentions[part].figure
    larger = [
        n
        for n in range(max(0, part - _MOST), max(part, share.percent) + 2)
        if n in items.of
        and (n < max(part, share.percent) or n == share.whole)
        and reading.mentions[n].figure.unit == figure.unit
        and reading.mentions[n].figure.value > figure.value
        and items.of[n] is not items.of[part]
    ]
    larger += [
        n
        for n in range(max(part, share.percent) + 1, min(share.percent + 4, len(reading.mentions)))
        if n in items.of
        and n not in larger
        and not ELSEWHERE.search(share.said)
        and reading.mentions[n].figure.unit == figure.unit
        and reading.mentions[n].figure.value > figure.value
        and _IS_TOTAL.search(reading.before(n, 40)) is not None
        and reading.mentions[n].sentence - reading.mentions[part].sentence <= 1
    ]
    known = totals.of.get(part)
    if known is not None and known not in larger:
        larger.append(known)  # A total may stand behind its parts, and their shares before it.
    return sorted(larger, key=lambda n: (n != share.whole, n != known, n not in totals.results, abs(n - part)))


def _certain(
    reading: Reading, items: Items, share: Share, totals: Totals, found: dict[int, tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the part and the whole that the words alone make certain, though the share is another."""
    if not share.parts or ELSEWHERE.search(share.said) or has_another_subject(reading, items, share):
        return None
    part = share.parts[0]
    if part > share.percent and not _is_named_behind(reading, share, part):
        return None
    wholes = _wholes(reading, items, share, part, totals)
    if share.whole in wholes:
        return part, wholes[0]
    if not share.said:
        return _apposed(reading, part, wholes, totals)
    of_it = share.said.startswith("占比") or re.fullmatch(r"占[约近超了为达]*", share.said)
    if _THEM.match(share.said):
        return _of_the_last(reading, items, share, wholes)
    if not (TOTAL.search(share.said) or of_it or THE_WHOLE.match(share.said)):
        return None
    if part in totals.of or not wholes:
        return (part, totals.of[part]) if part in totals.of else None
    # What has a share itself is a part, and no whole where its own whole could be that too.
    parts = {one for one, other in found.values() if other in wholes}
    wholes = [n for n in wholes if n not in parts]
    alike = [n for n in wholes if len(_subject(reading, n) & _subject(reading, part)) >= 2]
    apart = reading.paragraph(part) - reading.paragraph(wholes[0])
    in_a_row = len(_row(reading, share.percent)) > 1
    beside = part > share.percent or in_a_row or len(reading.between(part, share.percent)) <= 30
    near = beside and apart <= _REACH
    for certain in (alike, wholes if near else []):
        if len({reading.mentions[n].figure.value for n in certain}) == 1:
            return part, certain[0]
    return None


def _of_the_last(reading: Reading, items: Items, share: Share, wholes: list[int]) -> tuple[int, int] | None:
    """Return the part and the figure before it that "them" stands for, where that is of its unit and near by."""
    part = share.parts[0]
    if part < share.percent and not _ACCOUNTS.search(reading.before(share.percent, 40)):
        return None
    unit = reading.mentions[part].figure.unit
    before = [n for n in range(part) if n in items.positions and reading.mentions[n].figure.unit in (unit, COUNT)]
    last = max(before, default=None)
    if last is None or last not in wholes or reading.mentions[part].sentence - reading.mentions[last].sentence > 1:
        return None
    return part, last


def _of_other_measure(
    reading: Reading, items: Items, share: Share, found: dict[int, tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the amounts whose counts have a share: 60 percent of the number and 80 percent of the investment."""
    last = max((n for n in found if n < share.percent), default=None)
    counted, valued = OF_COUNT.search(share.said), OF_MONEY.search(share.said)
    if last is None or reading.mentions[last].sentence != reading.mentions[share.percent].sentence:
        return None
    if (counted is None) == (valued is None) or ELSEWHERE.search(share.said) or share.percent - last != 1:
        return None
    part, whole = (items.of[n] for n in found[last])
    unit = COUNT if counted else next((each for each in part.money if each in whole.money), "")
    numbers = part.measure(unit), whole.measure(unit)
    if None in numbers or numbers == found[last]:
        return None
    return numbers[0], numbers[1]  # type: ignore[return-value]


def _is_named_behind(reading: Reading, share: Share, part: int) -> bool:
    """Return whether a part is told right behind its share: 59 percent of the total, or 15 billion yuan."""
    if part == share.percent + 2 and share.whole == share.percent + 1:
        # A third of the 30 projects (14); half of the 40 projects, 20, are
        gap = reading.between(share.whole, part)
        return re.fullmatch(r"\s*(?:\(|,|, or)\s*(?:about |some )?", gap) is not None
    return part == share.percent + 1 and _BEHIND.search(reading.between(share.percent, part)) is not None


def _apposed(reading: Reading, part: int, wholes: list[int], totals: Totals) -> tuple[int, int] | None:
    """Return the part and the whole of a bare percentage: a part of a sum, or of "of the 44 projects, 26"."""
    if part in totals.of:
        return part, totals.of[part]
    before = max((n for n in wholes if n < part), default=None)
    if before is None:
        return None
    apart = reading.mentions[part].sentence - reading.mentions[before].sentence
    if apart:
        return (part, before) if apart == 1 and _OF_THESE.search(reading.lead(part, 30)) else None
    of_it = cues.OF_THE_WHOLE.search(reading.before(before, 40)) or cues.WITHIN.search(reading.between(before, part))
    return (part, before) if of_it or reading.between(before, part).startswith("中") else None


def _subject(reading: Reading, number: int) -> set[str]:
    """Return the words that say what a figure is a figure of."""
    return {word.lower() for word in _WORDS.findall(reading.before(number, 60))} - COMMON
