"""The exchange rates that have been: yuan for one unit of a currency, from 1994, when China unified its rates, to 2025.

The ranges are rounded outwards from the middle rates that the State Administration of Foreign Exchange publishes
(dollar, euro, yen, Hong Kong dollar, pound and others), and for the rest from their rates to the dollar; the annual
averages of dollar, yen, Hong Kong dollar and euro are in the China Statistical Yearbook. The dollar, for example, was
at 8.7 yuan at the start of 1994 and at 6.04 in January 2014. Currencies that lost most of their value in this time
have no useful range.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from mycity_cli.exact import rational, rounded
from mycity_cli.interval import End, Interval

SINCE = 1994

_YUAN = {
    "CNY": ("1", "1"),
    "USD": ("6", "8.8"),
    "EUR": ("6.4", "11.4"),
    "HKD": ("0.77", "1.14"),
    "MOP": ("0.74", "1.12"),
    "GBP": ("7.5", "16"),
    "JPY": ("0.044", "0.108"),
    "TWD": ("0.19", "0.34"),
    "KRW": ("0.004", "0.0113"),
    "SGD": ("4.3", "6.1"),
    "MYR": ("1.4", "3.6"),
    "THB": ("0.14", "0.36"),
    "AUD": ("3.9", "7.1"),
    "NZD": ("3.1", "6.2"),
    "CAD": ("4.4", "8.2"),
    "CHF": ("4.5", "9.3"),
    "AED": ("1.6", "2.4"),
    "SAR": ("1.6", "2.4"),
}
"""The lowest and the highest rate of each currency; the euro from 1999."""


_PER_DOLLAR = {
    "USD": ("1", "1"),
    "AED": ("3.67", "3.68"),
    "SAR": ("3.74", "3.77"),
    "QAR": ("3.63", "3.65"),
    "OMR": ("0.384", "0.386"),
    "BHD": ("0.375", "0.378"),
    "HKD": ("7.70", "7.86"),
    "MOP": ("7.93", "8.1"),
    "INR": ("31", "95"),
    "PHP": ("24", "61"),
    "IDR": ("2000", "17500"),
    "VND": ("10800", "27000"),
    "THB": ("24", "57"),
    "MYR": ("2.4", "4.9"),
    "SGD": ("1.19", "1.86"),
    "KRW": ("750", "2000"),
    "TWD": ("25", "36"),
    "JPY": ("75", "162"),
}
"""The lowest and the highest rate to the dollar since 1994.

The dirham, the riyals of Saudi Arabia and Qatar, the rial of Oman and the dinar of Bahrain are pegged to it (3.6725,
3.75, 3.64, 0.3845, 0.376), the Hong Kong dollar is kept within 7.75 to 7.85, and the pataca follows it at 1.03; the
others are rounded outwards from what their central banks publish.
"""


class Rates(NamedTuple):
    """Every rate that a pair of currencies has had: units of the one for one unit of the other."""

    priced: str
    per: str
    interval: Interval

    @property
    def ends(self) -> tuple[str, str]:
        """The lowest and the highest rate as plain decimals, with the digits that say something."""
        low, high = self.interval.low, self.interval.high
        if low is None or high is None:
            raise ValueError("a rate has both ends")
        places = max(2, 1 - _magnitude(Decimal(low.value.numerator) / low.value.denominator))
        return rounded(low.value, places), rounded(high.value, places)


def rates_of(priced: str, per: str) -> Rates | None:
    """Return the rates of a pair of currencies since 1994; None where those of one of them are not known.

    Two that are known to the dollar are compared by it: pegs to it are narrow.
    """
    if priced in _PER_DOLLAR and per in _PER_DOLLAR:
        return Rates(priced, per, _range(_PER_DOLLAR[priced]) / _range(_PER_DOLLAR[per]))
    one, other = _in_yuan(per), _in_yuan(priced)
    return None if one is None or other is None else Rates(priced, per, one / other)


def _in_yuan(currency: str) -> Interval | None:
    """Return what one unit of a currency has been in yuan, by way of the dollar where no other rate is known."""
    if currency in _YUAN:
        return _range(_YUAN[currency])
    if currency in _PER_DOLLAR:
        return _range(_YUAN["USD"]) / _range(_PER_DOLLAR[currency])
    return None


def _range(ends: tuple[str, str]) -> Interval:
    low, high = (End(rational(Decimal(end))) for end in ends)
    return Interval(low, high)


def _magnitude(value: Decimal) -> int:
    return value.adjusted()
