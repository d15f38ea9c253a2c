"""Whether what a release says about its figures can be so, from the annotation alone, by arithmetic of our own."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from release.annotated import Json

MANY = Fraction(10) ** 40
"""Above everything that a city signs: the upper end of what has none."""

RATES = {"USD": ("6", "9"), "EUR": ("6", "12"), "HKD": ("0.7", "1.2"), "GBP": ("8", "16"), "JPY": ("0.04", "0.14")}
"""Yuan for one unit of a currency: what the rate has been since 1994, generously."""


class Range(NamedTuple):
    """From the least to the greatest that a figure can be."""

    low: Fraction
    high: Fraction

    def meets(self, other: Range) -> bool:
        return max(self.low, other.low) <= min(self.high, other.high)

    def over(self, other: Range) -> Range:
        return Range(self.low / other.high, self.high / other.low)


def possible(figure: Json) -> Range:
    """Return what a figure can be at the precision stated, percentages as numbers of percent."""
    value, step = Fraction(figure["value"]), Fraction(figure["step"])
    match figure["bound"]:
        case "over" | "at_least":
            return Range(value, MANY)
        case "at_most":
            return Range(Fraction(0), value)
        case "nearly":
            return Range(value * Fraction(9, 10), value)
        case "about" if figure["kind"] == "count":
            while value % (step * 10) == 0:
                step *= 10
        case _ if figure["kind"] == "count":
            step = Fraction(0)
    return Range(value - step / 2, value + step / 2)


def total(ranges: Iterable[Range]) -> Range:
    lows, highs = zip(*ranges, strict=True)
    return Range(sum(lows, Fraction(0)), sum(highs, Fraction(0)))


def holds(relation: Json, figures: list[Json]) -> bool:
    """Return whether a relation of an annotation can be so."""

    def of(field: str) -> Range:
        numbers = relation[field]
        return total(possible(figures[n]) for n in (numbers if isinstance(numbers, list) else [numbers]))

    match relation["kind"]:
        case "share" | "growth" as kind:
            percent = Range(*(end / 100 for end in of("percent")))
            quotient = of("part").over(of("whole")) if kind == "share" else change(of("new"), of("old"), relation)
            return quotient.meets(percent)
        case "conversion":
            return convertible(figures[relation["from"]], figures[relation["to"]])
        case "exceeds":
            return of("left").low > of("right").high
        case "average":
            return of("total").over(of("count")).meets(of("result"))
        case "sum":
            return of("terms").meets(of("result"))
        case "restated":
            return of("a").meets(of("b"))
    raise ValueError(relation["kind"])


def change(new: Range, old: Range, relation: Json) -> Range:
    """Return the growth from `old` to `new`, or the decrease where the annotation calls it one."""
    low, high = (end - 1 for end in new.over(old))
    return Range(-high, -low) if "direction" in relation else Range(low, high)


def convertible(one: Json, other: Json) -> bool:
    """Return whether two amounts, one of them in yuan, can be the same at a rate that there has been."""
    yuan, foreign = (one, other) if one["currency"] == "CNY" else (other, one)
    low, high = RATES[foreign["currency"]]
    return possible(yuan).over(possible(foreign)).meets(Range(Fraction(low), Fraction(high)))
