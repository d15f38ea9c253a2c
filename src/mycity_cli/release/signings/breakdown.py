"""The parts of a sum that was signed, where a text states only amounts: by sector, by region, by investor."""

from __future__ import annotations

import re

from mycity_cli.release.findings import Kind
from mycity_cli.release.signings.reading import Reading
from mycity_cli.release.signings.standing import Standing, is_by_company, standing

KIND_OF_MONEY = re.compile(
    r"\b(?:foreign|overseas|outside|domestic|registered) (?:capital|funds?|funding|investment)(?: of| is| was| at)?\s*$"
    r"|(?:合同外资|利用外资|到位资金|(?:来源的|[境省市国海]外|外来|自筹|社会)(?:资金|资本))(?:额|约|为|达)?$",
    re.IGNORECASE,
)
"""What is no part of a signing, but a part of the money for all of it."""

_OF_KIND = re.compile(
    r"\s(?:(?:of|in) )?(?:foreign|overseas|domestic|outside|regional|fixed)(?:[ -]\w+)? (?:capital"
    r"|funds?|funding|investment|cooperation|assets?)\b"
)
_MARKED = re.compile(
    r"\b(?:of|among) (?:this|that|these|them|those|which|the (?:total|sum|amount|money))\b|\binclud(?:es|ed|ing)\b"
    r"|\balone\b|\bthe (?:largest|biggest|lion['’]s) (?:share|part|slice|portion|amount)\b|其中|包括"
    r"|项目中|^按|^分|^从",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:took|takes|attracted|accounted for|accounts for|contributed|brought(?: in)?|drew|received"
    r"|gained|got|pledged|absorbed|won|follow(?:s|ed)|came|went|makes? up|made up|signed)\b",
    re.IGNORECASE,
)
COLLECTIVE = re.compile(
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
_SHARE_BEFORE = re.compile(
    r"(?:\s?\([^()]*\))?,?\s(?:accounting for |representing |making up |equal to |which is |or |and )?"
    r"(?:about |some |nearly |over )?|[，,]?占[^，。；]{0,14}"
)
_OF_ALL = re.compile(
    r"\s?(?:of|in) (?:the|all|its|that|this)\b[^.;]{0,12}"
    r"\b(?:total|contract|sum|investment|amount|money|value|all|signed)"
)
_LONGEST_LABEL = 70
_LABEL = re.compile(r"[，,、；]?\s?[^，,；;。、\d]{1,16}$")


def is_kind_of_money(reading: Reading, n: int) -> bool:
    """Return whether an amount is called foreign capital or the like: a part of the money for every project."""
    mention = reading.mentions[n]
    lead = reading.text[max(reading.sentence(n).start, mention.start - 40) : mention.start]
    return _OF_KIND.match(reading.text, mention.end) is not None or KIND_OF_MONEY.search(lead) is not None


def breaks_down(reading: Reading, amounts: list[int], whole: int) -> list[int]:
    """Return those amounts of a sentence that are parts of a sum signed before, by the words around them."""
    found = [n for n in amounts if _is_less(reading, n, whole)]
    return [n for n in found if _is_marked(reading, n, several=len(found) > 1)]


def _is_less(reading: Reading, n: int, whole: int) -> bool:
    one, other = reading.mentions[n].figure, reading.mentions[whole].figure
    return one.unit == other.unit and 0 < one.value < other.value


def _is_share(reading: Reading, n: int) -> bool:
    """Return whether a percentage follows an amount as its share of what was signed."""
    following = [k for k in reading.by_sentence[reading.mentions[n].sentence] if k > n][:1]
    if not following or reading.mentions[following[0]].kind is not Kind.PERCENT:
        return False
    end = reading.mentions[following[0]].end
    if _SHARE_BEFORE.fullmatch(reading.between(n, following[0])) is None:
        return False
    return reading.sentence(n).language == "zh" or _OF_ALL.match(reading.text, end) is not None


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
    if standing(reading, n) is Standing.OTHER:
        return False
    if _is_share(reading, n):
        return True
    if _EXAMPLE.search(before) or any(each.search(lead) for each in (words.no_total, _ONE, KIND_OF_MONEY)):
        return False
    if is_by_company(reading, n):
        return False
    if reading.sentence(n).language == "zh":
        return _LABEL.search(lead) is not None and (several or _MARKED.search(before) is not None)
    return COLLECTIVE.search(lead) is not None or (
        (several and _TAKES.search(before) is not None) or _MARKED.search(before) is not None
    )
