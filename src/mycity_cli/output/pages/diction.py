"""How a page says things: amounts, intervals, dates, places and sources in the words of its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.exact import Rational, grouped, plain, rational
from mycity_cli.figure import RATIO, Bound, Figure, Scale
from mycity_cli.figure.amount_words import amount_text, number_text, scale_name, with_unit
from mycity_cli.interval import Interval
from mycity_cli.messages import Language, Said, say, say_as, told
from mycity_cli.output.amounts import MARKS, best_scale
from mycity_cli.output.naming import LocalNames, at_text, group_word, kind_in
from mycity_cli.output.pages.words import words_of
from mycity_cli.output.ranges import spread_text
from mycity_cli.period import Period
from mycity_cli.query import Sum
from mycity_cli.query.data import KnownSource, Records
from mycity_cli.statement.dimensions import is_money

if TYPE_CHECKING:
    from mycity_cli.model import Cited

_SHORT = 20
"""Characters of a place in a source that stand on one line."""


class CitedPlace(NamedTuple):
    """Where a source states something, as a page shows it: what the source is called, where in it, and its address.

    `number` is that of the source in the list of sources, "" where it is not there.
    """

    source: str
    at: str
    url: str
    number: str

    @property
    def is_short(self) -> bool:
        """Whether the place is told in so few words that a line need not break in them."""
        return len(self.at) <= _SHORT


class Diction:
    """The words of a language, and how they say what some records hold."""

    def __init__(self, records: Records, sources: Sequence[KnownSource], language: Language) -> None:
        self.language = language
        self.words: Mapping[str, Any] = words_of(language)
        self.places = LocalNames(lambda: records)
        self._records = records
        self._sources = {source.id: (number, source) for number, source in enumerate(sources, start=1)}

    def said(self, text: object) -> str:
        """Return a message as it is said in the language."""
        return told(text, self.language)

    # --- numbers ------------------------------------------------------------------------------------------------------

    def scale(self, amounts: Iterable[Rational | Figure | None]) -> Scale:
        """Return the scale in which amounts read best."""
        return best_scale(amounts, self.language)

    def unit(self, scale: Scale, currency: str | None) -> str:
        """Return what one of a scale of a currency is called."""
        return "" if scale is Scale.YUAN and currency is None else self.said(scale_name(scale, currency))

    def number(self, value: Rational, scale: Scale | None = None) -> str:
        """Return a number, or an amount in a scale, without its unit."""
        return _in(scale)(value)

    def sum(self, sum: Sum | None, unit: str) -> str:
        """Return what a side of a statement comes to, with all that it may be; "" where it has no value."""
        if sum is None:
            return ""
        if unit == RATIO:
            value, spread = f"{self.number(sum.value * 100)}%", self._shares(sum.value, sum.interval)
        elif is_money(unit):
            ends = [end.value for end in (sum.interval.low, sum.interval.high) if end is not None]
            scale = self.scale([sum.value, *ends])
            value, spread = self.money(sum.value, scale, unit), self.between(sum.value, sum.interval, scale)
        else:
            value, spread = self.number(sum.value), self.between(sum.value, sum.interval)
        return self.said(say("{value} ({possible})", value=value, possible=spread)) if spread else value

    def money(self, value: Rational, scale: Scale, currency: str | None) -> str:
        """Return an amount with its unit: `52.563 billion yuan`, 525.63亿元."""
        return self._joined(grouped(amount_text(value, scale)), self.unit(scale, currency))

    def figure(self, figure: Figure) -> str:
        """Return a figure in the words of the language, a hedge as a sign: `~93 billion yuan`, `>500`, `22.4%`."""
        if figure.unit == RATIO:
            return f"{MARKS[figure.bound]}{grouped(plain(figure.value * 100))}%"
        if not figure.is_amount:
            return MARKS[figure.bound] + grouped(plain(figure.value))
        scale = self.scale([figure])
        return MARKS[figure.bound] + self._joined(grouped(amount_text(figure, scale)), self.unit(scale, figure.unit))

    def between(self, value: Rational, interval: Interval, scale: Scale | None = None) -> str:
        """Return what a value may be, without its unit, in a scale; "" where it is just the one number."""
        return self._spread(value, interval, _in(scale))

    def between_of(self, figure: Figure) -> str:
        """Return what a figure may be, with its unit; "" where it is just the one number."""
        value, interval = rational(figure.value), figure.interval
        if figure.unit == RATIO:
            return self._shares(value, interval, "%")
        if not figure.is_amount:
            return self.between(value, interval)
        scale = self.scale([figure])
        unit = self.unit(scale, figure.unit)
        return self._spread(value, interval, _in(scale), lambda text: self._joined(text, unit))

    def with_between(self, figure: Figure) -> str:
        """Return a figure, and what it may be, where that is more than its hedge says."""
        value, between = self.figure(figure), self.between_of(figure)
        if not between:
            return value
        if self.language is not Language.ENGLISH and (end := figure.interval.low) and figure.interval.high is None:
            # The words of an open end say all that the sign of a hedge does.
            return self.said(_OPEN[end.closed](self.figure(replace(figure, bound=Bound.EXACT))))
        return self.said(say("{value}, {between}", value=value, between=between))

    def _shares(self, value: Rational, interval: Interval, sign: str = "") -> str:
        """Return what a share may be, with a sign behind it; in Chinese a sign stands behind each of its numbers."""
        each = "" if self.language is Language.ENGLISH else "%"
        return self._spread(
            value * 100,
            interval * Interval.exactly(100),
            lambda number: f"{self.number(number)}{each}",
            lambda text: text if each else f"{text}{sign}",
        )

    def _spread(
        self,
        value: Rational,
        interval: Interval,
        number: Callable[[Rational], str],
        last: Callable[[str], str] = lambda text: text,
    ) -> str:
        if interval.low is not None and interval.low == interval.high:
            return ""
        return self.said(spread_text(value, interval, number, last))

    def _joined(self, number: str, unit: str) -> str:
        return self.said(with_unit(number, unit)) if unit else number

    # --- names and dates ----------------------------------------------------------------------------------------------

    def date(self, period: Period | None) -> str:
        """Return a date as far as it is known; "" where nothing is."""
        if period is None:
            return ""
        first, slash, last = str(period).partition("/")
        if not slash:
            return first
        if first == "..":
            return self.said(say_as("date", "by {date}", date=last))
        if last == "..":
            return self.said(say_as("date", "since {date}", date=first))
        return self.said(say_as("date", "{first} to {last}", first=first, last=last))

    def place(self, id: str | None) -> str:
        """Return the name of a place in the language, as far as it has one; "" for no place."""
        name = self._records.place_name(id)
        return "" if name is None else self.key(name)

    def key(self, key: str | None) -> str:
        """Return what a group is called: a place by its name in the language, none by the word for it."""
        return self.said(group_word(key, self.places))

    def kind(self, kind: str | None) -> str:
        """Return what a kind of signing is called."""
        return "" if kind is None else kind_in(kind, self.language)

    def cited(self, sources: Iterable[Cited]) -> list[CitedPlace]:
        """Return where sources state something."""
        return [self._cited(each) for each in sources]

    def _cited(self, cited: Cited) -> CitedPlace:
        number, source = self._sources.get(cited.id, (0, None))
        if source is None:
            return CitedPlace(cited.id, self.at(cited.at), "", "")
        return CitedPlace(source.publisher or source.title, self.at(cited.at), source.url or "", str(number))

    def at(self, at: str | None) -> str:
        """Return a place in a source; paragraphs are counted in the words of the language."""
        return self.said(at_text(at))


_OPEN: Mapping[bool, Callable[[str], Said]] = {
    True: lambda low: say_as("range", "at least {low}", low=low),
    False: lambda low: say_as("range", "more than {low}", low=low),
}
"""What says that a number has but a lower end, which is itself one of those that it may be, or not."""


def _in(scale: Scale | None) -> Callable[[Rational], str]:
    if scale is None:
        return lambda value: grouped(number_text(value))
    return lambda value: grouped(amount_text(value, scale))
