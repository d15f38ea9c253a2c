"""Figures as statements and reasons write them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from mycity_cli.errors import FigureError
from mycity_cli.exact import Rational, grouped, plain, rational, rounded
from mycity_cli.expressions import expression
from mycity_cli.figure import COUNT, RATIO, Bound, Figure, Scale
from mycity_cli.figure.amount_words import figure_in_words, scale_for, scale_name, with_hedge, with_unit
from mycity_cli.figure.units import is_amount, unit_name
from mycity_cli.messages import Language, Said, say_as, told, worded

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_SIGNS_OF_STATEMENTS = frozenset('+*/=<>()（）×÷≈≠≥≤"“”,，;；')
_MOST_PLACES = 6
_CHINESE_UNIT = expression(r"(?P<scale>万亿|亿|万)(?:人民币)?[^\W\d_]?元\Z")
_CHINESE_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}


def operand(figure: Figure) -> str:
    """Return a figure as a statement holds it: in its own words where they say all of it."""
    own = " ".join(figure.text.split())
    if own and not _SIGNS_OF_STATEMENTS.intersection(own) and _reads_as(own, figure):
        return own
    return canonical(figure)


def canonical(figure: Figure) -> str:
    """Return a figure in words that every statement may hold."""
    if figure.bound is Bound.ODD:
        return _odd(figure)
    return str(with_hedge(figure.bound, _plainly(figure)))


def in_statement(figure: Figure, language: Language) -> str:
    """Return a figure as a statement in a language holds it: what `operand` says, in scales and hedges of the language.

    It is in English where no words of the language say the same.
    """
    english = operand(figure)
    if language is Language.ENGLISH or english != canonical(figure) or english == figure.text:
        return english
    same = Figure.parse(english)
    return next((text for text in _in_scales(same, language) if _reads_as(text, same)), english)


def _in_scales(figure: Figure, language: Language) -> Iterator[str]:
    """Yield a figure in the words of a language, in the scale that suits it first."""
    if not is_amount(figure.unit):
        yield told(with_hedge(figure.bound, _plainly(figure)), language)
        return
    suiting = scale_for([rational(figure.value)], language)
    # A larger one says that the last digits are not known: 1.2万亿元, 0.5亿元.
    larger = [each for each in (Scale.YI, Scale.TRILLION) if 10 * figure.value >= 10**each.power > 10**suiting.power]
    for scale in (suiting, *larger):
        number = plain(Fraction(rational(figure.value), 10**scale.power), places=max(0, scale.power - _power(figure)))
        if figure.bound is Bound.ODD:
            number = say_as("hedge", "{number}-odd", number=number)
        amount = with_unit(number, scale_name(scale, figure.unit))
        yield told(with_hedge(figure.bound, amount), language)


def _odd(figure: Figure) -> str:
    """Return a figure that reaches up to one more of a digit: 10-odd billion yuan; at least it where no words do."""
    unit = "" if figure.unit == COUNT else unit_name(figure.unit)
    for power, scale in (*_SCALES, (0, "")):
        if figure.value < 10**power:
            continue
        odd = f"{plain(Fraction(rational(figure.value), 10**power))}-odd"
        text = " ".join(filter(None, (odd, scale, unit)))
        if _reads_as(text, figure):
            return text
    return str(with_hedge(Bound.AT_LEAST, _plainly(figure)))


def _plainly(figure: Figure) -> str:
    if figure.unit == COUNT:
        return plain(figure.value)
    if figure.unit == RATIO:
        return f"{plain(Fraction(rational(figure.value)) * 100, places=max(0, -_power(figure) - 2))}%"
    power, scale = next(((p, f" {name}") for p, name in _SCALES if figure.value >= 10**p), (0, ""))
    number = plain(Fraction(rational(figure.value), 10**power), places=max(0, power - _power(figure)))
    return f"{number}{scale} {unit_name(figure.unit)}"


def _power(figure: Figure) -> int:
    return figure.step.adjusted()


def as_stated(figure: Figure) -> str:
    """Return a figure as a reason names it: in its own words where they say all of it."""
    own = operand(figure)
    if own != canonical(figure):
        return own
    return worded(lambda language: own if language is Language.ENGLISH else figure_in_words(figure))


def _reads_as(text: str, figure: Figure) -> bool:
    try:
        read = Figure.parse(text)
    except FigureError:
        return False
    return read.unit == figure.unit and read.interval == figure.interval and read.value == figure.value


def in_words(value: Rational, unit: str, like: str = "") -> str:
    """Return a computed value with its unit, cut to at most six decimals: 105.7 billion yuan, 76.2%.

    An amount is written in the unit of `like`, a figure of the release, where that is a Chinese one: 1059亿元. Any
    other is in the scale that suits each language.
    """
    chinese = _CHINESE_UNIT.search(like)
    if chinese is not None and is_amount(unit):
        return f"{_short(Fraction(value) / _CHINESE_SCALES[chinese['scale']], _MOST_PLACES)}{chinese[0]}"
    if unit == COUNT:
        return _short(value, _MOST_PLACES)
    if unit == RATIO:
        return f"{_short(value * 100, 1)}%"
    return worded(lambda language: _computed(value, unit, scale_for([value], language)))


def _computed(value: Rational, currency: str, scale: Scale) -> Said:
    return with_unit(_short(Fraction(value) / 10**scale.power, _MOST_PLACES), scale_name(scale, currency))


def _short(value: Rational, places: int) -> str:
    text = rounded(value, places)
    return grouped(text.rstrip("0").rstrip(".") if "." in text else text)
