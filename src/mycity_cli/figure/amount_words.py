"""Amounts of money in words, in each language in its own scales: `52.563 billion yuan`, 525.63亿元."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from mycity_cli.exact import Rational, grouped, plain, rational, rounded
from mycity_cli.figure.figure import Figure, Scale
from mycity_cli.figure.units import unit_name
from mycity_cli.messages import Language, Said, say_as

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


class SaidAmount(Said):
    """An amount with its unit: in a scale that somebody chose, else in the one that suits each language."""

    __slots__ = ("_amount", "_currency", "_scale")

    _amount: Figure | Rational
    _currency: str | None
    _scale: Scale | None

    @classmethod
    def of(cls, amount: Figure | Rational, currency: str | None, scale: Scale | None = None) -> SaidAmount:
        """Return an amount of a currency, None for one that is not known, as a text."""
        self = cls(_written(amount, currency, scale, Language.ENGLISH))
        self._amount, self._currency, self._scale = amount, currency, scale
        return self

    def in_language(self, language: Language) -> str:
        """Return the amount as a language writes it."""
        return _written(self._amount, self._currency, self._scale, language)


def _written(amount: Figure | Rational, currency: str | None, scale: Scale | None, language: Language) -> str:
    value = rational(amount.value) if isinstance(amount, Figure) else amount
    chosen = scale or scale_for([value], language)
    number, unit = grouped(amount_text(amount, chosen)), scale_name(chosen, currency)
    return say_as("amount", "{number} {unit}", number=number, unit=unit).in_language(language)
