"""Sums of all parts of a list but one: more than the other two together, 其余三市之和."""

from __future__ import annotations

import re
from bisect import bisect_left

from mycity_cli.expressions import expression
from mycity_cli.interval import Interval
from mycity_cli.release.findings import Candidate, RelationKind
from mycity_cli.release.reading import Reading

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_TOGETHER = r"(?:combined|together|put together|taken together|added up|in total)"
OTHERS = expression(
    rf"\b(?:the (?:other|remaining)s? (?P<en>two|three|four|five)(?: [\w-]+)?|the (?:others|rest)|all (?:the )?others?)"
    rf" {_TOGETHER}[^.;,\d]{{0,12}}\Z"
    r"|\bthe (?:first|opening) (?:[\w-]+ )?and (?:the )?(?:last|third|closing|final) (?:[\w-]+ )?"
    rf"{_TOGETHER}[^.;,\d]{{0,12}}\Z"
    r"|(?:其余|其他|另外|余下)(?P<zh>[两二三四五])?[^，。；,;\d]{0,6}(?:之和|总和|合计|相加|的?总额)[^，。；,;\d]{0,3}\Z"
    r"|(?:首|第一)[日天场站]?[与和及](?:末|最后一?|第三)[日天场站]?(?:之和|总和|合计|相加)[^，。；,;\d]{0,3}\Z",
    re.IGNORECASE,
)
"""What names, right before a figure, all parts of a list but the one that was spoken of before."""

_NUMBER_OF_OTHERS = expression(r"\b(?:two|three|four|both) others?\b[^.;,\d]{0,8}\Z", re.IGNORECASE)
_FAR = 4
"""How many paragraphs before the figure the list may stand."""
_PAIR = 2
_MOST = 60
"""So many lists before a figure are looked at."""


def names_others(text: str) -> bool:
    """Return whether a text ends with the name of all parts of a list but one."""
    return OTHERS.search(text) is not None or _NUMBER_OF_OTHERS.search(text) is not None


def find_others(reading: Reading, sums: list[Candidate]) -> list[Candidate]:
    """Return the sums of all parts but one, where the one is named by its figure in the sentence or the one before.

    `sums` are the sums that are known. A sum that does not hold is returned where the words count the others, or where
    there is one list only.
    """
    found = []
    stated = {number for each in sums for number in (*each.terms, each.result)}
    by_last = sorted((max(each.terms), rank) for rank, each in enumerate(sums) if len(each.terms) > _PAIR)
    for number, mention in enumerate(reading.mentions):
        named = None if number in stated else OTHERS.search(reading.before(number, 60))
        if named is None:
            continue
        until = bisect_left(by_last, (number,))
        before = by_last[max(0, until - _MOST) : until]
        lists = [sums[rank] for rank in sorted(rank for _, rank in before) if _is_near(reading, sums[rank], number)]
        candidates = [rest for each in lists for rest in [_rest(reading, each, number)] if rest is not None]
        agreeing = [terms for terms in candidates if _added(reading, terms).meets(mention.figure.interval)]
        count = _NUMBERS.get((named["en"] or named["zh"] or "").lower())
        certain = [terms for terms in candidates if count in (None, len(terms))] if len(lists) == 1 else []
        found += [Candidate(RelationKind.SUM, terms, number) for terms in [*agreeing, *certain][:1]]
    return found


def _is_near(reading: Reading, each: Candidate, number: int) -> bool:
    last = max(each.terms)
    same = reading.mentions[last].figure.unit == reading.mentions[number].figure.unit
    return same and reading.paragraph(number) - reading.paragraph(last) <= _FAR


def _rest(reading: Reading, each: Candidate, number: int) -> tuple[int, ...] | None:
    """Return the parts of a sum without the one that is spoken of right before a figure."""
    one = number - 1
    values = [reading.mentions[term].figure.value for term in each.terms]
    if one in each.terms:
        rest = tuple(term for term in each.terms if term != one)
    elif values.count(reading.mentions[one].figure.value) == 1:
        rest = tuple(
            term for term, value in zip(each.terms, values, strict=True) if value != reading.mentions[one].figure.value
        )
    else:
        return None
    return rest


def _added(reading: Reading, terms: tuple[int, ...]) -> Interval:
    return Interval.sum(reading.mentions[term].figure.interval for term in terms)
