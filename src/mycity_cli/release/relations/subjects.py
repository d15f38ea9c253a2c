"""Shares of what the subject names, stated apart from its figures: in an earlier sentence, or in a row of a table."""

from __future__ import annotations

import re

from mycity_cli.figure import COUNT
from mycity_cli.release.figures.units import is_row
from mycity_cli.release.items import Item, Items
from mycity_cli.release.reading import Reading, digits
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

_WORDS_OF_NAMES = re.compile(r"[A-Za-z]{4,}")
_NAME_FIRST = re.compile(
    r"\W*((?:[A-Z][\w'’-]+ )+)(?:alone |thus |therefore |by itself |now |also )*"
    r"\w+(?: for| up)?(?: about| some| over)?\s*\Z"
)
_PLAIN_CHINESE = set(
    "说明注其中一市县区地类的项目签约协议合同投资计划引资金额总数合计量产业行领域占比重例为达到高约近超已就"
)
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_NO_SUBJECT = {"account", "accounts", "accounted", "accounting", "make", "makes", "made", "making", "represent"}
_NO_SUBJECT |= {"represents", "alone", "about", "some", "over", "thus", "them", "together", "these", "those", "sector"}
_NO_SUBJECT |= {
    "signed",
    "deals",
    "contracts",
    "agreements",
    "industry",
    "field",
    "share",
    "have",
    "more",
    "than",
    "another",
}
_COMMON_CHINESE = {"项目", "投资", "签约", "其中", "金额", "总额", "合计", "产业", "行业", "领域", "资额", "总投"}
_COMMON_CHINESE |= {"协议", "合同", "占总", "约占", "额占", "业占", "目占", "资占"}
_PRONOUNS = set("其者后前这此该两三分别各均在里中")
_REACH = 12
"""How many paragraphs before a share the part of a sum may stand that it is of: the rows of a table are one each."""


def named_before(reading: Reading, items: Items, share: Share, totals: Totals) -> tuple[int, int] | None:
    """Return the figure of the part that the subject names, given in an earlier sentence, and the one larger figure."""
    of_all = TOTAL.search(share.said) or THE_WHOLE.match(share.said) or share.said.startswith("占比")
    if share.parts or share.whole is not None or not of_all:
        return None
    words = reading.before(share.percent, 80)
    subject = _stems(words)
    if ELSEWHERE.search(share.said) or ELSEWHERE.search(words) or not subject:
        return None
    here = reading.paragraph(share.percent)
    near = [
        item
        for item in items.near(share.percent)
        if item.last < share.percent
        and reading.paragraph(item.first) >= here - (_REACH if _is_in_row(reading, item) else 1)
    ]
    named = [item for item in near if subject & _stems(_own_words(reading, item))]
    if len(named) != 1:
        return None
    pairs = _with_wholes(reading, named[0], near, totals, _saying_measure(share.said, words))
    percent = reading.mentions[share.percent].figure.interval
    fitting = [pair for pair in pairs if (quotient := reading.quotient(*pair)) is not None and quotient.meets(percent)]
    certain = len(pairs) == 1 or not _is_in_row(reading, named[0])
    firm = certain and _is_all_named(words, _own_words(reading, named[0]))
    return next(iter([*fitting, *(pairs[::-1] if firm else [])]), None)


def _with_wholes(
    reading: Reading, named: Item, near: list[Item], totals: Totals, measured: str
) -> list[tuple[int, int]]:
    """Return the figures of a part, each with the total that is known for it, or the one larger figure near it."""
    pairs = []
    for unit in named.units:
        if not _measures(measured, unit):
            continue
        part = named.measure(unit)
        wholes = {
            n
            for item in near
            if (n := item.measure(unit)) is not None
            and part is not None
            and reading.mentions[n].figure.value > reading.mentions[part].figure.value
        }
        if part in totals.of:
            pairs.append((part, totals.of[part]))
        elif part is not None and len({reading.mentions[n].figure.value for n in wholes}) == 1:
            pairs.append((part, max(wholes)))
    return pairs


def has_another_subject(reading: Reading, items: Items, share: Share) -> bool:
    """Return whether the clause of a share names something else than the figure before it: 投资540亿元，国资占比70%."""
    clause = re.split(r"[,，;；。]", reading.before(share.percent, 40))
    if share.parts[0] > share.percent or len(clause) == 1:
        return False
    subject = set(re.findall("[\u4e00-\u9fff]", clause[-1].partition("占")[0]))
    return bool(subject - set(_own_words(reading, items.of[share.parts[0]])) - _PLAIN_CHINESE - _PRONOUNS)


def _is_in_row(reading: Reading, item: Item) -> bool:
    """Return whether an item stands in a row of a table."""
    sentence = reading.sentence(item.first)
    return is_row(reading.release.text[sentence.start : sentence.end])


def _saying_measure(said: str, words: str) -> str:
    """Return the words that say whether a share is of counts or amounts: those of its whole, else those before it."""
    is_said = OF_COUNT.search(said) or OF_MONEY.search(said)
    return said if is_said and not said.startswith("占比") else words


def _is_all_named(words: str, own: str) -> bool:
    """Return whether the words before a share name what an item is of and nothing more, as a kind of it or a year."""
    if _HAN.search(words) is not None:
        return not set(re.findall("[\u4e00-\u9fff]", words)) - set(own) - _PLAIN_CHINESE
    named = _NAME_FIRST.match(words)
    return (named is not None and _stems(named[1]) <= _stems(own)) or _stems(words) <= _stems(own)


def _own_words(reading: Reading, item: Item) -> str:
    """Return the words before and behind an item, in its clause."""
    behind = re.split(r"[,;，；、]", reading.after(item.last, 60))[0]
    before = re.split(r"[;；。，]", reading.before(item.first, 40))[-1]
    return f"{before} {behind}"


def _stems(text: str) -> set[str]:
    """Return the telling words of a text, without the ending of a plural."""
    words = {word.lower() for word in _WORDS_OF_NAMES.findall(text)}
    chinese = {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
    return {re.sub(r"(?:ies|y|s)\Z", "", word) for word in words - COMMON - _NO_SUBJECT} | (chinese - _COMMON_CHINESE)


def of_one_part(reading: Reading, share: Share, totals: Totals) -> tuple[int, int] | None:
    """Return the one part of a sum near by that has a share of the total, where its subject is not named as before.

    A share of three digits agrees with no other by chance, so that nothing is found where none agrees.
    """
    of_all = TOTAL.search(share.said) or THE_WHOLE.match(share.said)
    figure = reading.mentions[share.percent].figure
    if share.parts or share.whole is not None or not of_all or ELSEWHERE.search(share.said):
        return None
    here = reading.paragraph(share.percent)
    agreeing = [
        (part, whole)
        for part, whole in totals.of.items()
        if part < share.percent
        and reading.paragraph(part) >= here - _REACH
        and _measures(share.said, reading.mentions[part].figure.unit)
        and (quotient := reading.quotient(part, whole)) is not None
        and quotient.meets(figure.interval)
    ]
    return agreeing[0] if len(agreeing) == 1 and len(digits(figure)) > 2 else None


def _measures(said: str, unit: str) -> bool:
    """Return whether the words that name a whole may name one in a unit."""
    counted, valued = OF_COUNT.search(said), OF_MONEY.search(said)
    return not ((counted and not valued and unit != COUNT) or (valued and not counted and unit == COUNT))
