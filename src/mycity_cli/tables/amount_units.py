"""The units of amounts that headers and titles name: `USD mn`, `in million yuan`, `US$m`, `单位：亿元`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import permutations

from mycity_cli.errors import FigureError, UsageError
from mycity_cli.figure import Bound, Figure, Scale
from mycity_cli.figure.amount_words import scale_name
from mycity_cli.figure.units import unit_name
from mycity_cli.messages import Language, Said, say, say_as, worded
from mycity_cli.tables.cell_words import bare, words
from mycity_cli.tables.settings import AmountUnit

_LONGEST = 40
_BRACKETS = re.compile(r"[()\[\]【】{}]")
_THOUSANDS = re.compile(r"'?000'?s?\b", re.IGNORECASE)
_JOINED = re.compile(r"(?P<money>[A-Z]{0,3}[$£€¥₹₩]|[A-Z]{3})[\s./-]*(?P<scale>mm|mn|m|bn|b|k|tn)", re.IGNORECASE)
_JOINED_BEFORE = re.compile(r"(?P<scale>mn|m|bn|b|k)(?P<money>[A-Z]{3})")
_LABEL = re.compile(r"(?P<label>.{1,30}?)\s*[:：]\s*(?P<unit>.+)|(?P<words>[A-Za-z ]{0,20}?\bin)\s+(?P<rest>.+)")
_WITHIN = re.compile(r"[(（\[【]([^()（）\[\]【】]+)[)）\]】]")
_BEHIND_LABEL = re.compile(r"(?:单位|[Uu]nits?)\s*[:：]?\s*([^\s,，;；:：()（）]+)")
_MAY_BE_UNIT = re.compile(
    r"[A-Z]{3}|[$£€¥₹₩元币镑盾铢卢]|(?i:illion|thousand|lakh|crore|yuan|dollar|euro|pound|yen|\b[bm]n\b)"
)
_TENS = re.compile(r"(?<![\d.,])10{0,3}(?![\d.,])", re.ASCII)
_IBERIAN_THOUSAND = re.compile(
    r"\bmil\b(?!\.).*(?:R\$|BRL|MXN|COP|CLP|ARS|PEN)|(?:R\$|BRL|MXN|COP|CLP|ARS|PEN).*\bmil\b(?!\.)", re.IGNORECASE
)
"""A thousand in the languages of these currencies, and short for a million in others: no unit to be guessed."""
_ONE_LETTER = ("k", "m", "w", "mm", "b")
_NO_UNIT = ("t", "p", "g", "l", "f", "d", "c", "real", "won", "all", "top", "colon")
"""What scales a figure or names its currency, and more often is something else in a header: real terms, deals won."""

_SCALES = {
    0: "", 2: "hundred", 3: "thousand", 4: "万", 5: "lakh", 6: "million", 7: "crore", 8: "亿", 9: "billion",
    12: "trillion",
}  # fmt: skip


def power_of(unit: AmountUnit) -> int:
    """Return the power of ten of one of a unit."""
    return Figure.parse(f"1 {unit.text}").value.adjusted()


def scale_word(power: int) -> str:
    """Return the word that scales by a power of ten, "" for none. Raises UsageError where there is no such word."""
    if power not in _SCALES:
        raise UsageError(say("there is no word for 10 to the power of {power}", power=power), where="--amount-unit")
    return _SCALES[power]


def joined_unit(power: int, currency: str | None) -> AmountUnit:
    """Return the unit of a scale and a currency."""
    return AmountUnit(f"{scale_word(power)} {currency or ''}".strip(), currency)


def unit_in_words(unit: AmountUnit) -> Said:
    """Return a unit of bare numbers: in English as it is written, in other languages by their words for it.

    One that is written in other letters than English stays as it is.
    """
    return worded(lambda language: unit.text if language is Language.ENGLISH else _translated(unit))


def _translated(unit: AmountUnit) -> str:
    power = power_of(unit) if unit.text.isascii() else None
    scale = next((scale for scale in Scale if scale.power == power), None)
    if scale is not None:
        return scale_name(scale, unit.currency)
    name = None if power is None else _OTHER_SCALES.get(power)
    if name is None or unit.currency is None:
        return name or unit.text
    return say_as("scale", "{scale} {currency}", scale=name, currency=unit_name(unit.currency))


_OTHER_SCALES = {
    2: say_as("scale", "hundred"),
    3: say_as("scale", "thousand"),
    5: say_as("scale", "lakh"),
    7: say_as("scale", "crore"),
}
"""What scales are called in which no amount is shown."""


@cache
def unit_in(text: str) -> AmountUnit | None:
    """Return the unit that a whole text names, by itself or behind what says that one follows; None where none is."""
    text = unicodedata.normalize("NFKC", text).strip().strip("()[]【】,;:.").strip()
    if not text or len(text) > _LONGEST:
        return None
    if re.search(r"[1-9%]", text):
        return _of_ten(text)
    match = _LABEL.fullmatch(text)
    if match is not None:
        label, unit = match["label"] or match["words"], match["unit"] or match["rest"]
        if bare(label) in _labels():
            return unit_in(unit)
    for label in _labels_in_front():
        if text.startswith(label):
            return unit_in(text[len(label) :])
    if _names_two_scales(text) or _IBERIAN_THOUSAND.search(text):
        return None
    return next(filter(None, map(_parsed, _ways_to_write(text))), None)


def _names_two_scales(text: str) -> bool:
    """Return whether a text leaves open which of two scales it means: USD thousand/million."""
    parts = [part.split() for part in re.split(r"/|\bor\b|或", text)]
    if len(parts) == 1:
        return False
    return sum(any(word.lower() not in _NO_UNIT and _scales(word) for word in part) for part in parts) > 1


def _scales(word: str) -> bool:
    unit = _parsed(word.lower()) or _parsed(word)
    return unit is not None and power_of(unit) > 0


@cache
def unit_in_title(title: str) -> AmountUnit | None:
    """Return the unit that a title says amounts are in, None where it says none."""
    parts = [title, *_WITHIN.findall(title), *_BEHIND_LABEL.findall(title), *re.split(r"[,，;；:：]|\bin\b", title)[1:]]
    return next(filter(None, (unit_in(part) for part in parts if _MAY_BE_UNIT.search(part))), None)


@cache
def _labels() -> frozenset[str]:
    return frozenset(map(bare, words("headers", "labels")["before_units"]))


@cache
def _labels_in_front() -> tuple[str, ...]:
    """Return the labels that no space sets off from their unit."""
    return tuple(label for label in words("headers", "labels")["before_units"] if not label.isascii())


def _ways_to_write(text: str) -> Iterator[str]:
    """Yield the text and what else it may be written as for the reader of figures, which knows one order of words."""
    if text.lower() in _NO_UNIT:
        return
    if text.lower() in _ONE_LETTER:
        yield text.lower()
        return
    text = _THOUSANDS.sub(" thousand", _BRACKETS.sub(" ", text)).strip()
    text = re.sub(r"\b(?:of|in)\s+", "", text)
    match = _JOINED.fullmatch(text)
    match = match or _JOINED_BEFORE.fullmatch(text)
    if match is not None:
        yield f"{match['scale'].lower()} {match['money'].upper()}"
    yield text
    parts = re.split(r"[\s/,_-]+", text)
    if 2 <= len(parts) <= 3:
        yield from map(" ".join, permutations(parts))
    if not text.isascii():
        together = "".join(parts)
        yield from (together[at:] + together[:at] for at in range(len(together)))


def _of_ten(text: str) -> AmountUnit | None:
    """Return the unit that an amount is which is a power of ten: 100 million yuan; None for another text."""
    if _TENS.search(text) is None:
        return None
    try:
        figure = Figure.parse(text)
    except FigureError:
        return None
    is_one = figure.value.as_tuple().digits.count(1) == 1 and not figure.value.normalize().as_tuple().digits[1:]
    if not (figure.is_amount and figure.bound is Bound.EXACT and is_one) or figure.value.adjusted() not in _SCALES:
        return None
    return joined_unit(figure.value.adjusted(), figure.unit)


def _parsed(text: str) -> AmountUnit | None:
    # A letter that touches its number scales it.
    if text in _ONE_LETTER:
        power = Figure.parse(f"1{text} USD").value.adjusted()
        return joined_unit(power, None)
    try:
        return AmountUnit.parse(text)
    except UsageError:
        return None
