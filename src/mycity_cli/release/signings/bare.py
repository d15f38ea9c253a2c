"""Amounts that were signed without a number of projects: deals worth so much, 签约金额, 合同总额."""

from __future__ import annotations

import re

from mycity_cli.release.signings.reading import Reading
from mycity_cli.release.signings.standing import Standing, is_by_company, standing

_AGREEMENTS = re.compile(
    r"\b(?:deals?|contracts?|agreements?|orders|pacts?|memorand(?:ums|a)|transactions|signings?|letters of intent"
    r"|contracted (?:investment|value|amount)|contract (?:value|amount)s?)\b",
    re.IGNORECASE,
)
_OF_AGREEMENTS = re.compile(
    r"\s*(?:worth )?(?:of |in |through |for )?(?:\w+ ){0,2}(?:deals|contracts|agreements|orders|pacts|signings)\b"
    r"|\s*(?:was |were |has been |have been |had been )?(?:signed|contracted|inked|sealed|agreed)\b",
    re.IGNORECASE,
)
_INVESTMENT = re.compile(r"\b(?:investments?|funds|funding|capital)\b", re.IGNORECASE)
_NEAR = 40
_SINGLE = re.compile(r"\ban?\s+(?:[\w-]+\s+){0,3}(?:deal|contract|agreement)\b(?!s)|\ban?\s*$", re.IGNORECASE)
_A = re.compile(r"an?\s", re.IGNORECASE)
_SIGNED_CHINESE = re.compile(
    r"(?:签|合同|协议|成交|引资|订单|意向|[揽吸]金|引进资金|[两二三四五六七八]项合计)[^，。；]{0,14}$"
)


_TOGETHER = re.compile(r"^(?:[两二三四五六七八]项|签约)?(?:合计|总计)")
_KIND_OF_MONEY = re.compile(
    r"\b(?:foreign|overseas|outside|domestic|registered) (?:capital|funds?|funding|investment)(?: of| is| was| at)?\s*$"
    r"|(?:合同外资|利用外资|到位资金)(?:额|约|为|达)?$",
    re.IGNORECASE,
)
"""What is no part of a signing, but a part of the money for all of it."""

_OF_KIND = re.compile(
    r"\s(?:(?:of|in) )?(?:foreign|overseas|domestic|outside|regional|fixed)(?:[ -]\w+)? (?:capital|funds?"
    r"|funding|investment|cooperation|assets?)\b"
)
_MARKED = re.compile(
    r"\b(?:of|among) (?:this|that|these|them|those|which|the (?:total|sum|amount|money))\b|\binclud(?:es|ed|ing)\b"
    r"|其中|包括|项目中|^按|^分|^从",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:took|takes|attracted|accounted for|accounts for|contributed|brought(?: in)?|drew|received|gained"
    r"|got|pledged|absorbed|won|follow(?:s|ed)|came|went|makes? up|made up|signed)\b",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"\b(?:entrepreneurs|businesses|companies|firms|investors|enterprises|those|makers|manufacturers|industry|industries"
    r"|sectors?|builders|groups|partners|banks|developers)\b[^.;]{0,60}"
    r"\b(?:agreed to invest|pledged|committed|promised|will invest)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\ban?\s(?!total|further|combined|sum|bit|little)|\b(?:one|single|each)\b"
    r"|基地|园区?$|小镇|生产线|厂|中心|最大|单个|公司|集团|一个|首期|一期|基金|贷款|产值|收入|税",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"\b(?:such as|for (?:example|instance))\b|例如|比如|[，,]如")
_LONGEST_LABEL = 70
_LABEL = re.compile(r"[，,、；]?\s?[^，,；;。、\d]{1,16}$")


def is_kind_of_money(reading: Reading, n: int) -> bool:
    """Return whether an amount is called foreign capital or the like: a part of the money for every project."""
    return _OF_KIND.match(reading.text, reading.mentions[n].end) is not None


def breaks_down(reading: Reading, amounts: list[int], whole: int) -> list[int]:
    """Return those amounts of a sentence that are parts of a sum signed before, by the words around them."""
    found = [n for n in amounts if _is_less(reading, n, whole)]
    return [n for n in found if _is_marked(reading, n, several=len(found) > 1)]


def _is_less(reading: Reading, n: int, whole: int) -> bool:
    one, other = reading.mentions[n].figure, reading.mentions[whole].figure
    return one.unit == other.unit and 0 < one.value < other.value


def _is_marked(reading: Reading, n: int, *, several: bool) -> bool:
    """Return whether an amount is said to be a part, or is one of several that stand beside their names."""
    mention = reading.mentions[n]
    words, start = reading.words(n), reading.sentence(n).start
    ends = [reading.mentions[k].end for k in reading.by_sentence[mention.sentence] if k < n]
    lead = reading.text[max([start, *ends]) : mention.start]
    before = reading.text[max(start, mention.start - 400) : mention.start]
    lead = _MARKED.split(lead)[-1]
    if len(lead) > _LONGEST_LABEL and not ends:
        lead = lead[-_LONGEST_LABEL:]
    if (
        _EXAMPLE.search(before)
        or words.no_total.search(lead)
        or _ONE.search(lead)
        or _KIND_OF_MONEY.search(lead)
        or is_by_company(reading, n)
    ):
        return False
    if standing(reading, n) is Standing.OTHER:
        return False
    if reading.sentence(n).language == "zh":
        return _LABEL.search(lead) is not None and (several or _MARKED.search(before) is not None)
    return _COLLECTIVE.search(lead) is not None or (
        (several and _TAKES.search(before) is not None) or _MARKED.search(before) is not None
    )


def is_sum_signed(reading: Reading, n: int, *, known: bool) -> bool:
    """Return whether an amount is the worth of agreements, or of investment that was signed.

    `known` says that the release has spoken of a signing before.
    """
    mention = reading.mentions[n]
    clause = reading.clauses(mention.sentence)[reading.clause_of(n)]
    words = reading.words(n)
    ends = [reading.mentions[k].end for k in reading.by_sentence[mention.sentence] if k < n]
    lead = reading.text[max([clause.start, *ends]) : mention.start]
    rest = reading.text[mention.end : clause.end]
    if (
        words.no_total.search(lead)
        or is_by_company(reading, n)
        or _SINGLE.search(lead)
        or _A.match(reading.text, mention.start)
    ):
        return False
    if reading.sentence(n).language == "zh":
        if known and _TOGETHER.search(lead):
            return standing(reading, n) is not Standing.OTHER
        return _SIGNED_CHINESE.search(lead) is not None and standing(reading, n) is not Standing.OTHER
    if known and _KIND_OF_MONEY.search(lead):
        return False
    if _AGREEMENTS.search(lead) or _OF_AGREEMENTS.match(rest):
        return standing(reading, n) is not Standing.OTHER
    invested = _INVESTMENT.search(lead) or _INVESTMENT.search(rest[:_NEAR])
    return known and invested is not None and standing(reading, n) is Standing.SIGNED
