"""Kinds of which a thing is one or the other, so that the two make up the whole."""

from __future__ import annotations

import re

_OPPOSITES = (
    (r"\bdomestic\w*|\bchinese[- ]funded", r"\b(?:foreign|overseas|international|outside)\b"),
    (r"\b(?:inbound|inward)\b", r"\b(?:outbound|outward|overseas)\b"),
    (r"\bforeign[- ](?:invest|capital|fund)\w*|\b(?:using|with) foreign", r"\b(?:outward|outbound|overseas)\b"),
    (r"\bonline\b|\bremote\w*|\bby video\b", r"\b(?:on[- ]?site|on the spot|offline|in person|at the venue)\b"),
    (r"\bimports?\b", r"\bexports?\b"),
    (r"\binvestment (?:projects|contracts|deals)\b", r"\btrade (?:projects|contracts|deals)\b"),
    (r"\bstate[- ]owned\b", r"\bprivate\w*"),
    (r"\b(?:new|newly)\b", r"\b(?:expan\w+|existing|renewed|upgrad\w+)\b"),
    (r"\bmanufactur\w+|\bindustr(?:y|ial)\b", r"\bservices?\b"),
    (r"\b(?:formal|binding|firm)\b|\bcontracts\b", r"\b(?:intent\w*|letters? of intent|memorand\w+|framework\w*)\b"),
    (r"\bpublic\w*|\bgovernment\b", r"\bprivate\w*"),
    (r"内资|国内|境内|省内|市内", r"外资|国外|境外|海外|省外|市外"),
    (r"线上|云上|云签约", r"线下|现场"),
    (r"进口", r"出口"),
    (r"国企|国有|央企", r"民企|民营|民间"),
    (r"投资类|投资项目", r"贸易类|贸易项目"),
    (r"新建|新签", r"续建|扩建|增资|技改"),
    (r"制造|工业", r"服务"),
    (r"合同", r"协议|意向"),
)
"""Kinds of which a thing is one or the other, so that the two make up the whole."""

_PAIRS = [(re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE)) for one, other in _OPPOSITES]


def are_opposites(one: str, other: str) -> bool:
    """Return whether two texts speak of the two kinds that make up a whole: domestic and foreign, 内资 and 外资."""
    return any(
        (first.search(one) and second.search(other)) or (second.search(one) and first.search(other))
        for first, second in _PAIRS
    )
