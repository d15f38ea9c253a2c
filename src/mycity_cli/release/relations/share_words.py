"""What the words say of a share, and of its whole."""

from __future__ import annotations

import re
from typing import NamedTuple

ELSEWHERE = re.compile(
    r"\b(?:country|nation\w*|province\w*|provincial|world\w*|global\w*|region\w*|industry['’]s|gdp|market"
    r"|all our|economy|population|output)\b|全国|全省|全市|全球|全区|GDP|经济|市场",
    re.IGNORECASE,
)
TOTAL = re.compile(r"\b(?:total|overall|all|entire)\b|总|合计|全部", re.IGNORECASE)
OF_COUNT = re.compile(
    r"\b(?:number|projects|deals|contracts|agreements)\b(?! (?:value|volume|amount|investment))|(?<!合计)数(?!额)"
    r"|项目(?!总?(?:投资|金额|额|资金))",
    re.IGNORECASE,
)
OF_MONEY = re.compile(r"\b(?:value|worth|investment|amount|volume|funds?|capital|money)\b|额|金|资", re.IGNORECASE)
THE_WHOLE = re.compile(
    r"\s*(?:the|its|their|this|all|of)?\s*(?:\w+(?:ed|ing|ment|ct)\s+)?"
    r"(?:value|amount|investment|volume|number|figure|projects|deals|contracts|agreements|money|sum)\b"
    r"|占(?:签约|协议|合同|投资|计划|引资)+(?:额|金额|项目|数|资金)",
    re.IGNORECASE,
)
COMMON = {"with", "were", "that", "this", "from", "total", "their", "have", "been", "which", "worth", "value"}
COMMON |= {"billion", "million", "yuan", "investment", "projects"}
"""Words that say nothing of what a figure is a figure of."""


class Totals(NamedTuple):
    """The whole of each figure that is known to be a part of a sum, and all such wholes."""

    of: dict[int, int]
    results: frozenset[int]


class Share(NamedTuple):
    """What the words say of a percentage: the figures it may be the share of, and its whole.

    `said` are the words that name the whole; `whole` is its figure where that stands beside the percentage.
    """

    percent: int
    parts: list[int]
    said: str
    whole: int | None = None
