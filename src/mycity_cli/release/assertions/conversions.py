"""Conversions: one amount in two currencies, side by side."""

from __future__ import annotations

import re

from mycity_cli.expressions import expression
from mycity_cli.release.findings import Candidate, Kind, RelationKind
from mycity_cli.release.reading import Reading

_HEDGE = (
    r"(?:about|around|some|approximately|approx\.?|roughly|then|now|nearly|almost|over|more than|an?|the|estimated"
    r"|大?约为?|近|超过?|将近)"
)
_EQUALS = (
    r"(?:or|i\.e\.,?|that is,?|which is|which equals|equal(?:ling|ing)(?: to)?|equals?(?: to)?|is"
    r"|equivalent(?: of| to)?"
    r"|the equivalent (?:of|to)|amounting to|worth|corresponding to|converted (?:in)?to|as much as|=|≈"
    r"|折合成?|约?合计?|折算|折|约?相当于|即|等于|换算成?|人民币|美元|港币|欧元|rmb|cny|usd|us|hkd|eur)"
)
# Taken or left as a whole, so that no text makes the match try its words in every way.
_LEAD = rf"(?:\s*(?:{_EQUALS}|{_HEDGE}))*+\s*\Z"
_IN_BRACKETS = expression(rf"[^()（）.;:。；：，,\d]{{0,40}}[(（\[［]{_LEAD}", re.IGNORECASE)
_BESIDE = expression(rf"\s*[,，、]?\s*(?:[-–—]+\s*)?{_EQUALS}{_LEAD}", re.IGNORECASE)
_DASHED = expression(rf"\s*(?:[-–—]{{1,2}}|/|／|=|≈)\s*(?:{_HEDGE}\s*)?\Z", re.IGNORECASE)
_SAID = expression(
    r"[^()（）;；\d]{0,60}"
    r"(?:\bequivalent to|\bequals|\bconverts? (?:in)?to|\bconverted (?:in)?to|折合|约合|相当于|折算)"
    rf"{_LEAD}",
    re.IGNORECASE,
)
_AT_RATE = expression(
    rf"[，,]?\s*(?:按|以)[^，。；\d]{{0,12}}汇率(?:计算|折算|换算|计)?[，,]?{_LEAD}"
    rf"|\s*[,(]?\s*at (?:the )?(?:[\w'’-]+ ){{0,3}}(?:exchange )?rates?(?: of exchange)?,?{_LEAD}"
    rf"|\s*[（(][^()（）\d]{{0,12}}(?:汇率|牌价)[^()（），。；\d]{{0,6}}?[，,]?{_LEAD}",
    re.IGNORECASE,
)
_MONEY = r"(?:local |Chinese |US |Hong Kong )?(?:yuan|renminbi|RMB|dollars?|euros?|currency)"
_RATE = (
    r"(?:the|today['’]s|that day['’]s|this|a|current|prevailing)"
    r" (?:(?:day['’]s|current|prevailing|official) )?(?:exchange )?rate"
)
_NEXT_SENTENCE = expression(
    r"[^.;。；\d]{0,30}[.。]\s*"
    rf"(?:Converted(?: (?:in)?to {_MONEY})?,?|In {_MONEY} terms,?|At {_RATE},?|折合成?|折算|换算)\s*"
    rf"(?:(?:that|this|it|these) (?:is|are|makes?|comes? to|equals?|corresponds? to|works? out at)\s*)?{_LEAD}",
    re.IGNORECASE,
)
"""What opens a sentence that converts the amount at the end of the one before."""

_THIRD = expression(rf"\s*(?:[,，;；、/]|or|and|或|和)\s*{_LEAD}", re.IGNORECASE)

SAME = expression(rf"(?<!\w)(?:{_EQUALS})(?![a-z])", re.IGNORECASE)
"""The words that say that an amount is another in another currency."""

_FARTHEST = 120


def find_conversions(reading: Reading) -> list[Candidate]:
    """Return the conversions of a release: the amount, and as the result the amount that it is converted to."""
    found: list[Candidate] = []
    for number in range(1, len(reading.mentions)):
        source = _source(reading, number, found[-1] if found else None)
        if source is not None:
            found.append(Candidate(RelationKind.CONVERSION, (source,), number))
    return found


def _source(reading: Reading, number: int, last: Candidate | None) -> int | None:
    """Return the number of the amount that another is a conversion of; None where it is none."""
    before = number - 1
    if reading.mentions[number].kind is not Kind.MONEY or reading.mentions[before].kind is not Kind.MONEY:
        return None
    if not (reading.mentions[number].figure.value and reading.mentions[before].figure.value):
        return None  # Nothing is converted at any rate.
    if reading.paragraph(number) != reading.paragraph(before):
        return None
    gap = reading.between(before, number)
    if len(gap) > _FARTHEST:
        return None
    units = [reading.mentions[each].figure.unit for each in (before, number)]
    if last is not None and last.result == before and _THIRD.match(gap):
        first = last.terms[0]
        return first if reading.mentions[first].figure.unit not in units and units[0] != units[1] else None
    if units[0] == units[1]:
        return None
    patterns = (_IN_BRACKETS, _BESIDE, _DASHED, _SAID, _AT_RATE, _NEXT_SENTENCE)
    return before if any(pattern.match(gap) for pattern in patterns) else None
