"""Growth: a figure, what it was before, and the percentage by which it rose or fell."""

from __future__ import annotations

import re
from itertools import permutations

from mycity_cli.interval import Interval
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading
from mycity_cli.release.relations import cues

_RISING = re.compile(
    r"\b(?:up|rises?|rising|rose|risen|increas\w+|gr[eo]w|grown|grows|growing|growth|gain\w*|climb\w*|jump\w*|surg\w+"
    r"|soar\w*|expan\w+|higher|greater|larger|bigger|more|above|improv\w+|beat(?:s|en|ing)?|exceed\w*|top(?:s|ped)|surpass\w*)\b"
    r"|增长|增加|增幅|增速|上升|提高|提升|上涨|涨幅|攀升|扩大|猛增|激增|增|涨|多",
    re.IGNORECASE,
)
_FALLING = re.compile(
    r"\b(?:down|falls?|falling|fell|fallen|drop\w*|declin\w+|decreas\w+|lower|shr[aiu]nk\w*|slid\w*|slump\w*|less|fewer"
    r"|smaller|reduc\w+|contract(?:ed|ing|ion)|below|cut|lost)\b"
    r"|下降|减少|降低|下滑|回落|下跌|降幅|跌幅|缩减|萎缩|降|减|跌|少",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:\b(?:from|over|above|below)\b[^.;,]{0,50}|[(（](?:19|20)\d\d(?:年)?[:：] ?"
    r"|\b(?:compared (?:with|to)|against|versus|vs\.?|than"
    r"|(?:last|previous|preceding|prior) (?:year|edition|time|event)\w*|(?:a )?year (?:earlier|ago|before)|year-ago"
    r"|(?:in|of|for|over|on|than|from) (?:19|20)\d\d|(?:19|20)\d\d['’]s)\b[^.;)]{0,50}"
    r"|(?:去年|上年|上届|上一年|前一年|上一届|同期|往年|前年|上次|由|从|比|较|(?:19|20)\d\d年)[^。；;]{0,20})\Z",
    re.IGNORECASE,
)
_EARLIER_AFTER = re.compile(
    r"[^.;,，。；(（]{0,30}\b(?:in (?:19|20)\d\d|a year (?:earlier|ago|before)|last year|the same period"
    r"|(?:at )?(?:the )?(?:previous|preceding|last) (?:year|edition|event|conference)|the (?:year|edition) before)\b",
    re.IGNORECASE,
)
_THIS_TIME = re.compile(
    r"(?:今年|本届|本次|此次|今次)[^，。；,;]{0,10}\Z|\bthis (?:year|time|edition)['’]s [^.;,]{0,20}\Z", re.IGNORECASE
)
_OF_OTHERS = re.compile(
    r"\b(?:exports?|imports?|trade|visitors?|output|revenues?|gdp|sales|passengers?|exhibitors?"
    r"|tourism|foreign|jobs?)\b",
    re.IGNORECASE,
)
_PLAIN_CHINESE = set(
    "同环比较上下升滑落回跌涨净扩去今本年届期次增长加减少降提高幅速度为了的总额金项目数量投资签约合同协议引"
)
_PLAIN_CHINESE |= set("约近达超过均分别也则又将其实现并且而较前后者一大")
_DIFFERENCE = re.compile(
    r"(?:(?:增加|增长|减少|下降|多|少|增|减)了?|\b(?:by|(?:increase|decrease|rise|drop|growth) of|added|adding))\s*\Z",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\s*(?:\w+ )?(?:in|for|of) ((?:19|20)\d\d)\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SIGN = re.compile(r"(?:\A|[\s,，(（])(?P<sign>[+＋−–-])\s?\Z")
_HAN = re.compile("[\u4e00-\u9fff]")
_POINTS = re.compile(r"\s*(?:-?points?\b|个?百分点)", re.IGNORECASE)
_JOINED = re.compile(r"[^.;,，。；:：]{0,25}(?:\b(?:and|with|worth)|[、和及与])\s*(?:of\s*)?\Z", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"\W*(?:(?:the|this|that) (?:[\w-]+ )?(?:number|figure|total|sum|amount|value|investment|volume)|that|this)\b",
    re.IGNORECASE,
)
"""What takes up, at the beginning of a sentence, a figure of a paragraph before."""
_FAR = 3
_NEAR = 45
_ABOVE = 3
"""How many paragraphs before a growth the figure may stand that grew, where it agrees."""
_MOST = 20
"""How many figures before and after a percentage are looked at."""


def find_growth(reading: Reading, items: Items, shares: frozenset[int | None]) -> list[Candidate]:
    """Return the growth and the decreases of a release of which both figures are stated in it.

    `shares` are the percentages that are known to be shares.
    """
    found = []
    for number, mention in enumerate(reading.mentions):
        if (
            mention.kind is Kind.PERCENT
            and number not in shares
            and (falling := _direction(reading, number)) is not None
        ):
            pair = _new_and_old(reading, items, number, falling=falling)
            pair = pair or _with_earlier_total(reading, items, number, falling=falling)
            if pair is not None:
                found.append(Candidate(RelationKind.GROWTH, pair, number, falling))
    return found


def _direction(reading: Reading, number: int) -> bool | None:
    """Return whether a percentage is a decrease; None where it is no growth at all."""
    after = reading.after(number, 60)
    if _POINTS.match(after):
        return None
    if _is_joined(reading, number) and reading.mentions[number - 1].kind is Kind.PERCENT:
        return _direction(reading, number - 1)
    before = re.split(r"[.;；。]", reading.lead(number, _NEAR))[-1]
    clause = re.split(r"[,，]", before)[-1]
    sign = _SIGN.search(reading.before(number, 4))
    if sign is not None and not {"(", "（"}.isdisjoint(reading.lead(number, _NEAR)):
        return sign["sign"] not in "+＋"
    following = re.split(r"[,，.;；。]", after)[0][:_NEAR]
    # The word next to the percentage says it: up 20 percent, a 20 percent drop, 增长20%.
    places = [
        (len(text) - match.end(), falling)
        for text in (clause, before)
        for falling, pattern in ((True, _FALLING), (False, _RISING))
        for match in pattern.finditer(text)
    ]
    places += [
        (match.start(), falling)
        for falling, pattern in ((True, _FALLING), (False, _RISING))
        if (match := pattern.search(following)) is not None
    ]
    return min(places)[1] if places else None


def _new_and_old(reading: Reading, items: Items, number: int, *, falling: bool) -> tuple[int, int] | None:
    """Return the new and the old figure: the pair that the words name, the one that agrees where they name several."""
    sentence = reading.mentions[number].sentence
    near = [
        n
        for n in range(max(0, number - _MOST), min(len(reading.mentions), number + _MOST))
        if n in items.of and _is_within(reading, n, number)
    ]
    here = [n for n in near if reading.mentions[n].sentence == sentence]
    old = {n for n in near if _is_earlier(reading, n)}
    amounts = [n for n in near if not _is_difference(reading, n)]
    for group in (here, near):
        pairs = [
            (one, other)
            for one, other in permutations((n for n in group if n in amounts), 2)
            if reading.mentions[one].figure.unit == reading.mentions[other].figure.unit
            and ((other in old and one not in old) or _is_of_later_year(reading, one, other))
        ]
        agreeing = [
            pair
            for pair in pairs
            if _agrees(reading, *pair, number, falling=falling) and (group is here or _is_precise(reading, *pair))
        ]
        if agreeing:
            return min(agreeing, key=lambda pair: abs(pair[0] - number) + abs(pair[1] - number))
        if _is_of_others(reading, number):
            continue
        if len(pairs) == 1 and group is here:
            return pairs[0]
        if (beside := _beside(number, pairs)) is not None:
            return beside
    return None


def _is_of_others(reading: Reading, number: int) -> bool:
    """Return whether the clause of a percentage has a subject of its own: exports grew by 60 percent."""
    clause = re.split(r"[,;，；。]", reading.before(number, _NEAR))[-1]
    return _OF_OTHERS.search(clause) is not None or bool(set(_HAN.findall(clause)) - _PLAIN_CHINESE)


def _with_earlier_total(reading: Reading, items: Items, number: int, *, falling: bool) -> tuple[int, int] | None:
    """Return the figure of a paragraph before that grew from the one old figure of the sentence, where it agrees.

    Last year's event yielded 416 million euros; growth is 25 percent: the total of this year was stated above.
    """
    sentence = reading.mentions[number].sentence
    old = [n for n in range(max(0, number - _MOST), number) if n in items.of and _is_told_before(reading, n, sentence)]
    if len(old) != 1 or not _is_earlier(reading, old[0]) or _is_of_others(reading, number):
        return None
    unit = reading.mentions[old[0]].figure.unit
    here = reading.paragraph(number)
    above = [n for n in range(old[0]) if n in items.of and reading.mentions[n].figure.unit == unit]
    above = [
        n
        for n in above
        if here - _ABOVE <= reading.paragraph(n) < here and not cues.FORMER.search(reading.before(n, 60))
    ]
    agreeing = [n for n in above if _agrees(reading, n, old[0], number, falling=falling)]
    precise = [n for n in agreeing if _is_precise(reading, n, old[0])]
    return (precise[-1], old[0]) if len({reading.mentions[n].figure.value for n in precise}) == 1 else None


def _is_told_before(reading: Reading, n: int, sentence: int) -> bool:
    """Return whether a figure stands in a sentence, and does not say by how much something grew."""
    return reading.mentions[n].sentence == sentence and not _is_difference(reading, n)


def _is_within(reading: Reading, n: int, number: int) -> bool:
    """Return whether a figure stands where a percentage may tell its growth: near by, or taken up as "the number"."""
    apart = reading.mentions[n].sentence - reading.mentions[number].sentence
    if reading.paragraph(n) == reading.paragraph(number):
        return -2 <= apart <= 1
    return -_FAR <= apart < 0 and _TAKEN_UP.match(reading.lead(number, 200)) is not None


def _beside(number: int, pairs: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the pair of which the old figure stands right before the percentage, and the new one right before that."""
    return next((pair for pair in pairs if pair == (number - 2, number - 1)), None)


def _is_joined(reading: Reading, number: int) -> bool:
    """Return whether a figure is joined to the one before it: 365 deals and 471.2 billion yuan."""
    joined = number > 0 and reading.mentions[number - 1].sentence == reading.mentions[number].sentence
    return joined and _JOINED.match(reading.before(number, 40)) is not None


def _is_earlier(reading: Reading, number: int) -> bool:
    before = re.split(r"[;；。]", reading.before(number, 60))[-1]
    if _is_difference(reading, number) or _THIS_TIME.search(before) is not None:
        return False
    if _EARLIER.search(before) is not None or _EARLIER_AFTER.match(reading.after(number, 50)) is not None:
        return True
    return _is_joined(reading, number) and _is_earlier(reading, number - 1)


def _is_of_later_year(reading: Reading, one: int, other: int) -> bool:
    """Return whether two figures are each of a year, and the first of the later one."""
    new, old = _year(reading, one), _year(reading, other)
    return new is not None and old is not None and new > old


def _year(reading: Reading, number: int) -> str | None:
    """Return the year that stands right behind a figure, or else the last one before it in its clause."""
    behind = _IN_YEAR.match(reading.after(number, 30))
    if behind is not None:
        return behind[1]
    years: list[str] = _YEAR.findall(reading.before(number, 30))
    return years[-1] if years else None


def _is_difference(reading: Reading, number: int) -> bool:
    """Return whether a figure is how much something grew: 比去年增加17个."""
    return _DIFFERENCE.search(reading.before(number, 60)) is not None


def _agrees(reading: Reading, new: int, old: int, percent: int, *, falling: bool) -> bool:
    quotient = reading.quotient(new, old)
    if quotient is None:
        return False
    grown = quotient + Interval.exactly(-1)
    return (-grown if falling else grown).meets(reading.mentions[percent].figure.interval)


def _is_precise(reading: Reading, new: int, old: int) -> bool:
    """Return whether two figures are precise enough for their quotient not to agree with any percentage."""
    quotient = reading.quotient(new, old)
    return quotient is not None and quotient.width is not None and 20 * quotient.width < 1
