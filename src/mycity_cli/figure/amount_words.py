"""Amounts of money in words, in each language in its own scales: `52.563 billion yuan`, 525.63亿元."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from mycity_cli.exact import Rational, grouped, plain, rational, rounded
from mycity_cli.figure.figure import Figure, Scale
from mycity_cli.figure.units import COUNT, RATIO, Bound, unit_name
from mycity_cli.messages import Language, Said, say_as, worded

QUOTIENT_PLACES = 6
"""Digits after the point of a quotient: it may have no last digit, so that here, alone, something is rounded."""

_SCALES = {
    Language.ENGLISH: (Scale.TRILLION, Scale.BILLION, Scale.MILLION),
    Language.CHINESE: (Scale.YI, Scale.WAN),
}
"""The scales in which a language counts money, from the largest."""

_NAMES = {
    Scale.WAN: say_as("scale", "wan"),
    Scale.MILLION: say_as("scale", "million"),
    Scale.YI: say_as("scale", "yi"),
    Scale.BILLION: say_as("scale", "billion"),
    Scale.TRILLION: say_as("scale", "trillion"),
}


def scale_for(values: Iterable[Rational], language: Language) -> Scale:
    """Return the largest scale of a language that the largest of values reaches, else single units."""
    largest: Rational = max(map(_size, values), default=0)
    return next((scale for scale in _SCALES[language] if largest >= 10**scale.power), Scale.YUAN)


def _size(value: Rational) -> Rational:
    return -value if value < 0 else value


def scale_name(scale: Scale, currency: str | None) -> Said:
    """Return what amounts in a scale are called in a heading: `billion yuan`, `million USD`, `billion`."""
    if scale is Scale.YUAN:
        return say_as("scale", "units") if currency is None else unit_name(currency)
    if currency is None:
        return _NAMES[scale]
    return say_as("scale", "{scale} {currency}", scale=_NAMES[scale], currency=unit_name(currency))


def amount_text(amount: Figure | Rational, scale: Scale) -> str:
    """Return an amount in a scale as a plain decimal: a figure with its digits as stated, another as `number_text`."""
    if isinstance(amount, Figure):
        value = amount.value
        if scale is Scale.YUAN and value.same_quantum(amount.step) and not value.is_signed():
            return f"{value:f}"  # the same digits, in a tenth of the time
        return amount.in_scale(scale)
    return number_text(Fraction(amount, 10**scale.power))


def number_text(number: Rational) -> str:
    """Return a number as a plain decimal: exactly, or where it has no last digit, to QUOTIENT_PLACES."""
    try:
        return plain(number)
    except ValueError:
        return rounded(number, QUOTIENT_PLACES)


def with_unit(number: str, unit: str) -> Said:
    """Return a number with its unit behind it: `52.563 billion yuan`, 525.63亿元."""
    return say_as("amount", "{number} {unit}", number=number, unit=unit)


def amount_in_words(amount: Rational, currency: str | None, like: Rational | None = None) -> Said:
    """Return an amount with its unit, in each language in the scale that suits it, or an amount that it is `like`."""

    def written(language: Language) -> Said:
        scale = scale_for([amount if like is None else like], language)
        return with_unit(grouped(amount_text(amount, scale)), scale_name(scale, currency))

    return worded(written)


def figure_in_words(figure: Figure) -> str:
    """Return a figure with its hedge, its amount in the scale that suits each language."""
    amount, high = _value_in_words(figure, rational(figure.value)), figure.interval.high
    if figure.bound in (Bound.ODD, Bound.BETWEEN) and high is not None:
        return say_as("hedge", "from {low} to {high}", low=amount, high=_value_in_words(figure, high.value))
    return with_hedge(figure.bound, amount)


def with_hedge(bound: Bound, amount: str) -> str:
    """Return an amount with the words for a bound that needs but one number."""
    match bound:
        case Bound.ABOUT:
            return say_as("hedge", "about {amount}", amount=amount)
        case Bound.OVER:
            return say_as("hedge", "more than {amount}", amount=amount)
        case Bound.NEARLY:
            return say_as("hedge", "nearly {amount}", amount=amount)
        case Bound.AT_LEAST:
            return say_as("hedge", "at least {amount}", amount=amount)
        case Bound.AT_MOST:
            return say_as("hedge", "at most {amount}", amount=amount)
    return amount


def _value_in_words(figure: Figure, value: Rational) -> str:
    if figure.unit == COUNT:
        return plain(value)
    return f"{plain(value * 100)}%" if figure.unit == RATIO else amount_in_words(value, figure.unit)
