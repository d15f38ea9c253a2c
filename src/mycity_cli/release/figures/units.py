"""Units that stand apart from their numbers: in brackets, in a label, in a note "unit: 100 million yuan"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mycity_cli.errors import FigureError
from mycity_cli.expressions import expression
from mycity_cli.figure import COUNT, RATIO, Bound, Figure
from mycity_cli.release.figures import chinese, english


class Shared(NamedTuple):
    """The unit, and the power of ten, that a number without them has from elsewhere: from its column, its sentence."""

    unit: str
    power: int = 0


_DECLARED = expression(
    r"(?:\b(?:units?:|amounts? (?:are )?in|figures (?:are )?in|all amounts in|currency:)|[（(]units? |单位[:：为])\s?"
    r"(?P<unit>[^\n()（）|。;；.]{1,32}?)\s?(?=[\n()（）|。;；.,，]|$)",
    re.IGNORECASE,
)
_DECLARING = expression(r"(?:\bunits?\s?:|[（(]units? |单位\s?[:：为])\s?(?:in )?$", re.IGNORECASE)
_BEFORE = expression(
    r"[（(](?:in |unit:? |单位[:：]?\s?)?(?P<unit>[^()（）\n]{1,32})[)）]\s?(?:[:：=]|为|was|is|of)?\s?$", re.IGNORECASE
)
_REACH = 44
_RULE = expression(r"[\s|:+=-]*")


@lru_cache(maxsize=256)
def unit_named(text: str) -> Shared | None:
    """Return the unit that a text names: 亿元, "100 million yuan", "RMB million", "%"; None where it names none."""
    for written in (text, f"1 {text}", text.replace(" ", " 1 ", 1)):
        try:
            figure = Figure.parse(written)
        except FigureError:
            continue
        power = _power_of_ten(figure)
        if figure.unit != COUNT and figure.bound is Bound.EXACT and power is not None:
            return Shared(figure.unit, power)
    return None


def _power_of_ten(figure: Figure) -> int | None:
    sign, digits, exponent = figure.value.normalize().as_tuple()
    return exponent if digits == (1,) and not sign and isinstance(exponent, int) else None


def declared(text: str) -> Shared | None:
    """Return the unit that a sentence declares for the numbers after it: (unit: 100 million yuan), 单位：亿元."""
    for found in _DECLARED.finditer(text):
        unit = unit_named(found["unit"].strip())
        if unit is not None and unit.unit != RATIO:
            return unit
    return None


def declares(text: str, start: int) -> bool:
    """Return whether a number belongs to the name of a unit that is being declared: unit: 100 million yuan."""
    return _DECLARING.search(text, max(0, start - 16), start) is not None


def bracketed_before(text: str, start: int) -> Shared | None:
    """Return the unit that stands in brackets before a number: Investment (billion yuan): 23.8."""
    # Most numbers follow nothing of the kind.
    if not {")", "）"} & set(text[max(0, start - 5) : start]):
        return None
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    return None if found is None else unit_named(found["unit"].strip())


def is_row(text: str) -> bool:
    """Return whether a line is a row of a table: cells between bars or tabs."""
    return "|" in text or "\t" in text


def is_rule(row: str) -> bool:
    """Return whether a row only draws a line below the headings."""
    return _RULE.fullmatch(row) is not None


_LABELLED = expression(r"(?P<label>[^\d,;，；。]{2,40}?)(?:[:：]|\s)\s?$")
_ENDS = expression(r"\s?(?:[,，;；。.、)）\n]|$)")


def states_amount(text: str, start: int, end: int) -> bool:
    """Return whether a bare number states what a label before it names, and the label names money: Investment: 23.8."""
    label = _LABELLED.search(text, max(0, start - _REACH), start)
    if label is None or _ENDS.match(text, end) is None:
        return False
    return english.names_money(label["label"]) or chinese.names_money(label["label"])
