"""Amounts that were signed without a number of projects: deals worth so much, 签约金额, 合同总额."""

from __future__ import annotations

import re

from mycity_cli.release.signings.breakdown import COLLECTIVE, KIND_OF_MONEY
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


_EVENT_BEFORE = re.compile(
    r"\W*(?:the )?(?:last|previous|preceding) (?:(?:year|spring|autumn|time)(?:['’]s)? |edition(?:['’]s)? )?"
    r"(?:(?:(?-i:[A-Z])[\w'’-]*|of|for|the|(?:\w+ ){0,2}(?:event|fair|conference|edition|session|forum|expo|round)) )"
    r"{1,6}(?:had )?(?:yielded|brought(?: in)?|produced|generated|netted|secured|attracted|drew|garnered|saw|clinched"
    r"|landed|(?:closed|ended) with|resulted in)(?: about| some| only| just| over)? ?"
    r"|\W*(?:a year (?:ago|earlier|before)|last year|the year before),? (?:it|the (?:figure|total|sum|value)|that)"
    r" (?:was|had been|stood at|came to)(?: about| only| just)? ?"
    r"|(?:去年|上年|上届|上一届)(?:同期)?(?:这一数[字据])?(?:为|是|只有|仅为?)[约近]?"
    r"|(?:而|与此相比[，,])?(?:去年|上年|上届|上一届|前一年)(?:的)?[^，。；\d]{0,12}(?:会|节|展|周|活动|专场)[^，。；\d]{0,4}"
    r"(?:带回|揽|收获|斩获|引|落地|成交|拿下|达成)[^，。；\d]{0,4}",
    re.IGNORECASE,
)
_SUM_OF_OTHERS = re.compile(r"(?:\bcombined|\bput together|\btaken together|之和|总和|相加)\s?[(（]\s?$", re.IGNORECASE)
_COMES_TO = re.compile(r"\s*(?:达到?|增[至到]|升至|增长[至到]|增加[至到]|提高到)了?")
_PERCENT = re.compile(r"[同环]?比?(?:增长|增加|上升|提高|下降|减少)了?[\d.]+[%％]\s*$")
_TOGETHER = re.compile(r"^(?:[两二三四五六七八]项|签约)?(?:合计|总计)")


def is_event_before(reading: Reading, n: int) -> bool:
    """Return whether an amount is what an earlier event brought: `Last year's fair yielded $70 million`."""
    start = reading.sentence(n).start
    lead = reading.text[start : reading.mentions[n].start]
    return _EVENT_BEFORE.fullmatch(lead) is not None and reading.words(n).no_total.search(lead) is None


def is_sum_of_others(reading: Reading, n: int) -> bool:
    """Return whether an amount is only what several stated before come to: `more than both others combined ($4m)`."""
    before = reading.text[max(reading.sentence(n).start, reading.mentions[n].start - 20) : reading.mentions[n].start]
    return _SUM_OF_OTHERS.search(before) is not None


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
    if _COMES_TO.fullmatch(lead) and reading.clause_of(n):
        # 签约金额增长8.5%,达到78.1亿元: the clause before says what comes to it.
        before = reading.clauses(mention.sentence)[reading.clause_of(n) - 1]
        lead = _PERCENT.sub("", reading.text[before.start : before.end])
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
    if known and KIND_OF_MONEY.search(lead):
        return False
    if known and COLLECTIVE.search(lead):
        return standing(reading, n) is not Standing.OTHER
    if _AGREEMENTS.search(lead) or _OF_AGREEMENTS.match(rest):
        return standing(reading, n) is not Standing.OTHER
    invested = _INVESTMENT.search(lead) or _INVESTMENT.search(rest[:_NEAR])
    return known and invested is not None and standing(reading, n) is Standing.SIGNED
