"""Comparisons: a figure that is said to be more than another, or than others together."""

from __future__ import annotations

import re
from bisect import bisect

from mycity_cli.expressions import expression
from mycity_cli.gazetteer import known
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading

_MORE = (
    r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outstrip(?:s|ped|ping)?|outnumber(?:s|ed|ing)?"
    r"|out(?:weigh|do|shin|perform|rank|pac)(?:s|es|ed|ing|e)?|outdid|overt(?:akes?|ook|aking)|eclips(?:es|ed|ing)"
    r"|dwarf(?:s|ed|ing)|top(?:s|ped|ping)|beat(?:s|ing)?"
    r"|(?:more|greater|larger|higher|bigger) than|above)\s+(?:even\s+|just\s+)?"
)
_THAN = expression(
    rf"(?i:{_MORE})(?:(?:the|that|those|its|their|both|what|all|last|previous)\b|\w+['’]s\b|[A-Z])"
    r"(?!.*\b(?:double|twice|triple|half|times)\b)[^.,;。；]{0,70}\Z"
)
_CHINESE_MORE = r"(?:超过|超出|高于|多于|大于|高过|胜过|盖过|压过)了?"
_CHINESE_THAN = expression(rf"(?:{_CHINESE_MORE}|比)(?P<whose>[^，。；;,\d]{{1,20}})\Z")
_EARLIER = expression(r"去年|上年|上届|上一|同期|前年|往年|此前|历届")
_TAKEN_UP = expression(
    r"\A\W*(?:the|this|that) (?:sum|total|figure|amount|value|investment|volume)\b[^.;]{0,40}"
    r"\b(?:is|was|are|exceed\w*|surpass\w*)\b",
    re.IGNORECASE,
)
"""What a sentence about the amount begins with that the text stated as the total, some sentences before."""
MORE = expression(rf"(?i:{_MORE})|{_CHINESE_MORE}|比")
"""What says of one figure that it is more than another."""
_FAR = 30
"""How many figures before one the total may stand that it is compared with."""
_FAR_BEFORE = 200
"""How many figures before an amount another is looked for, behind which its own words begin."""
_TOGETHER = expression(r"[^，。；,;]{0,10}(?:之和|总和|合计|相加)")
_STILL_MORE = expression(r"[^，。；,;]{0,10}(?:之和|总和|合计|相加)[^，。；,;]{0,3}(?:多|高|大)")
_JOINT = expression(r"[^.;。；]{0,60}?(?:,|，|、|\band\b|\bplus\b|和|与|及|加)[^.;。；]{0,60}\Z", re.IGNORECASE)
_SUM_OF = (
    r"(?:the\s+)?(?:(?:sum|totals?|combined (?:totals?|amounts?|values?)|amounts?|investment|value|deals)\s+"
    r"(?:of|in|for|from|signed in|at)\s+)?(?:(?:that|those) (?:of|in)\s+|in\s+)?"
)
# A name holds none of the words that join names, so that a text is cut in one way only.
_CHINESE_NAME = r"(?:(?![和与及])[^\W\d_A-Za-z]){2,5}"
_NAMED = expression(
    rf"{_MORE}{_SUM_OF}(?P<en>[A-Z][\w'’-]*(?:(?:,\s*|\s+and\s+|,\s+and\s+)[A-Z][\w'’-]*)+)"
    rf"|{_CHINESE_MORE}(?P<zh>{_CHINESE_NAME}(?:[、和与及]{_CHINESE_NAME})+)"
    r"[两三四]?[市地场个]?(?:之和|的?总和|合计|的?总额之和|相加)",
)


def find_exceeding(reading: Reading, items: Items, parts: frozenset[int] = frozenset()) -> list[Candidate]:
    """Return the comparisons of a release: what is more as the first term, and then what it is more than.

    `parts` are the figures that are known to be parts of others: "the sum" is none of them.
    """
    return [*_with_figures(reading, items, parts), *_with_names(reading, items)]


def _with_figures(reading: Reading, items: Items, parts: frozenset[int]) -> list[Candidate]:
    """Return the comparisons whose right side stands in the sentence: more than the 30 billion yuan of 2017."""
    found = []
    lasts = _lasts_of_lists(reading, items)
    for number in range(1, len(reading.mentions)):
        left = _left(reading, items, number, parts)
        if left is None or _is_growth(reading, number):
            continue
        if _is_said(reading, number, lasts[number]):
            found.append(Candidate(RelationKind.EXCEEDS, (left, *range(number, lasts[number] + 1)), None))
    return found


def _lasts_of_lists(reading: Reading, items: Items) -> list[int]:
    """Return, for each figure, the last of the list that goes on behind it."""
    lasts = list(range(len(reading.mentions)))
    for number in reversed(lasts[:-1]):
        if _goes_on(reading, items, number):
            lasts[number] = lasts[number + 1]
    return lasts


def _is_said(reading: Reading, first: int, last: int) -> bool:
    """Return whether the words before figures, and those after them, say that something is more than they are."""
    if reading.mentions[first - 1].kind is Kind.PERCENT:
        return False
    before, after = reading.before(first, 100), reading.after(last, 30)
    chinese = _CHINESE_THAN.search(before)
    if chinese is not None:
        if chinese[0].startswith("比"):
            return _STILL_MORE.match(after) is not None
        whose = chinese["whose"]
        if whose.endswith("的") and known(whose[:-1]) is not None:
            return True  # 超过重庆的60亿元, and not 超过重庆60亿元, which says by how much
        return bool(_EARLIER.search(whose) or _TOGETHER.match(after) or _TOGETHER.search(chinese["whose"]))
    return _THAN.search(before) is not None


def _left(reading: Reading, items: Items, number: int, parts: frozenset[int]) -> int | None:
    """Return the figure before another that may be compared with it: the nearest of its unit in the sentence."""
    if number not in items.of:
        return None
    if _TAKEN_UP.search(reading.lead(number, 120)) is not None:
        return _total(reading, items, number, parts)
    for other in range(number - 1, max(-1, number - 6), -1):
        if reading.mentions[other].sentence < reading.mentions[number].sentence - 1:
            return None
        if other in items.of and reading.mentions[other].figure.unit == reading.mentions[number].figure.unit:
            return other
    return None


def _total(reading: Reading, items: Items, number: int, parts: frozenset[int]) -> int | None:
    """Return what "the sum" stands for: the largest amount of its unit before it, and none that is a part."""
    unit = reading.mentions[number].figure.unit
    before = [n for n in range(max(0, number - _FAR), number) if n in items.of and n not in parts]
    alike = [n for n in before if reading.mentions[n].figure.unit == unit]
    return max(alike, key=lambda n: reading.mentions[n].figure.value, default=None)


def _goes_on(reading: Reading, items: Items, number: int) -> bool:
    after = number + 1
    return (
        after in items.of
        and reading.mentions[after].sentence == reading.mentions[number].sentence
        and reading.mentions[after].figure.unit == reading.mentions[number].figure.unit
        and _JOINT.match(reading.between(number, after)) is not None
    )


def _is_growth(reading: Reading, number: int) -> bool:
    after = number + 1
    return (
        after < len(reading.mentions)
        and reading.mentions[after].kind is Kind.PERCENT
        and reading.mentions[after].sentence == reading.mentions[number].sentence
    )


def _with_names(reading: Reading, items: Items) -> list[Candidate]:
    """Return the comparisons whose right side is named, each name with one amount: more than Xiamen and Dongguan."""
    found = []
    amounts = [n for n, each in enumerate(reading.mentions) if n in items.of and each.kind is Kind.MONEY]
    for match in _NAMED.finditer(reading.release.text):
        left = _last_before(reading, items, amounts, match.start())
        if left is None:
            continue
        named = match["en"] or match["zh"]
        names = [name for name in re.split(r",\s*(?:and\s+)?|\s+and\s+|、|和|与|及", named) if name]
        right = [_amount_of(reading, items, name, names, left) for name in names]
        terms = [each for each in right if each is not None]
        if len(terms) == len(names) == len(set(terms)):
            found.append(Candidate(RelationKind.EXCEEDS, (left, *terms), None))
    return found


def _last_before(reading: Reading, items: Items, amounts: list[int], at: int) -> int | None:
    """Return the last of some amounts before a place, in its paragraph."""
    before = bisect(amounts, at, key=lambda number: reading.mentions[number].end)
    if not before:
        return None
    own = next(iter(items.of[amounts[before - 1]].money.values()))
    sentence = bisect(reading.release.sentences, at, key=lambda sentence: sentence.start) - 1
    return own if reading.paragraph(own) == reading.release.sentences[sentence].paragraph else None


def _amount_of(reading: Reading, items: Items, name: str, names: list[str], left: int) -> int | None:
    """Return the amount in the unit of `left` that stands behind a name; None unless there is exactly one."""
    found = set()
    unit = reading.mentions[left].figure.unit
    for item in items.near(left):
        amount = item.money.get(unit)
        if amount is not None and amount != left and _is_named(reading, items, item.first, name, names):
            found.add(amount)
    return found.pop() if len(found) == 1 else None


def _is_named(reading: Reading, items: Items, number: int, name: str, names: list[str]) -> bool:
    """Return whether of some names one stands before a figure, in its sentence or the one before, and no item between.

    What stands behind several of them is their total.
    """
    sentence = reading.sentence(number)
    earlier = reading.release.sentences[max(0, reading.mentions[number].sentence - 1)]
    opening = earlier.start if earlier.paragraph == sentence.paragraph else sentence.start
    own = items.of[number]
    near = range(number - 1, max(-1, number - _FAR_BEFORE), -1)
    before = next((n for n in near if n in items.of and items.of[n] is not own), None)
    start = opening if before is None else max(opening, reading.mentions[before].end)
    words = reading.release.text[start : reading.mentions[number].start]
    return name in words and sum(each in words for each in names) == 1
