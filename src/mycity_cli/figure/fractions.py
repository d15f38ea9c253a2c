"""Fractions as decimals."""

from __future__ import annotations

from fractions import Fraction

PLACE = -1
"""A fraction in words is stated to a tenth, as `half` is."""

VULGAR = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
"""Fractions that are one sign."""

_FINITE = 6
"""So many places are written out where they state the fraction exactly."""


def decimal_of(parts: int, whole: int) -> tuple[int, int]:
    """Return a fraction as digits and place: exactly, or to three places, and more where a thousandth of it is lost."""
    fraction, places = Fraction(parts, whole), 3
    if (fraction * 10**_FINITE).denominator == 1:
        places = _FINITE
    while True:
        scaled = fraction * 10**places
        digits = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
        if abs(digits - scaled) * 1000 <= scaled:
            break
        places += 1
    place = -places
    while digits % 10 == 0 and place < 0:
        digits, place = digits // 10, place + 1
    return digits, place


def precision_of(whole: int) -> int:
    """Return the place to which a fraction is stated: a tenth, for many parts the place that tells them apart."""
    return PLACE if whole <= 20 else -len(str(whole - 1))


def vulgar(sign: str) -> tuple[int, int] | None:
    """Return the parts and the whole of a sign like ½; None where it is none."""
    if sign not in VULGAR:
        return None
    # Its tables are a library of their own to load, which a text without such a sign does without.
    import unicodedata

    parts, _, whole = unicodedata.normalize("NFKC", sign).partition("\u2044")
    return int(parts), int(whole)
