"""How a page says things: amounts, intervals, dates, places and sources in the words of its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.exact import Rational, grouped, plain, rational
from mycity_cli.figure import RATIO, Figure, Scale
from mycity_cli.figure.amount_words import amount_text, number_text
from mycity_cli.interval import End, Interval
from mycity_cli.messages import Language
from mycity_cli.output.amounts import MARKS
from mycity_cli.output.pages.page_units import money_unit, page_scale
from mycity_cli.output.pages.words import words_of
from mycity_cli.period import Period
from mycity_cli.query import Sum
from mycity_cli.query.data import KnownSource, Records
from mycity_cli.statement.dimensions import is_money

if TYPE_CHECKING:
    from mycity_cli.model import Cited

_PARAGRAPH = re.compile(r"paragraph (\d+)")
_MOST_NAMED = 5
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
        self.words: dict[str, Any] = words_of(language)
        self._records = records
        self._sources = {source.id: (number, source) for number, source in enumerate(sources, start=1)}

    def tell(self, name: str, **values: object) -> str:
        """Return a sentence of the language, by its name within `notes`, with values in its fields."""
        return str(self.words["notes"][name].format_map(values))

    # --- numbers ------------------------------------------------------------------------------------------------------

    def scale(self, amounts: Iterable[Rational | Figure | None]) -> Scale:
        """Return the scale in which amounts read best."""
        return page_scale([each for each in amounts if each is not None], self.language)

    def unit(self, scale: Scale, currency: str | None) -> str:
        """Return what one of a scale of a currency is called."""
        return money_unit(scale, currency, self.language)

    def number(self, value: Rational, scale: Scale | None = None) -> str:
        """Return a number, or an amount in a scale, without its unit."""
        return _in(scale)(value)

    def sum(self, sum: Sum | None, unit: str) -> str:
        """Return what a side of a statement comes to, with all that it may be; "" where it has no value."""
        if sum is None:
            return ""
        if unit == RATIO:
            value, spread = (
                f"{self.number(sum.value * 100)}%",
                self.between(sum.value * 100, sum.interval * Interval.exactly(100)),
            )
        elif is_money(unit):
            ends = [end.value for end in (sum.interval.low, sum.interval.high) if end is not None]
            scale = self.scale([sum.value, *ends])
            value, spread = self.money(sum.value, scale, unit), self.between(sum.value, sum.interval, scale)
        else:
            value, spread = self.number(sum.value), self.between(sum.value, sum.interval)
        return str(self.words["interval"]["beside"].format(value=value, spread=spread)) if spread else value

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
        words, number = self.words["interval"], _in(scale)
        match interval:
            case Interval(low=None, high=None):
                text = words["any"]
            case Interval(low=End() as low, high=None) if low == End(value):
                text = words["or_more"]
            case Interval(low=End() as low, high=None):
                text = words["at_least" if low.closed else "more_than"].format(number=number(low.value))
            case Interval(low=None, high=End() as high):
                text = words["at_most" if high.closed else "less_than"].format(number=number(high.value))
            case Interval(low=End() as low, high=End() as high) if low == high:
                text = ""
            case Interval(low=End() as low, high=End() as high):
                name = f"{'from' if low.closed else 'above'}_{'to' if high.closed else 'below'}"
                text = words[name].format(low=number(low.value), high=number(high.value))
        return str(text)

    def between_of(self, figure: Figure) -> str:
        """Return what a figure may be, with its unit; "" where it is just the one number."""
        value, interval = rational(figure.value), figure.interval
        if figure.unit == RATIO:
            text = self.between(value * 100, interval * Interval.exactly(100))
            return text and f"{text}%"
        if not figure.is_amount:
            return self.between(value, interval)
        scale = self.scale([figure])
        text = self.between(value, interval, scale)
        return text and self._joined(text, self.unit(scale, figure.unit))

    def _joined(self, number: str, unit: str) -> str:
        return f"{number}{self.words['unit_gap']}{unit}" if unit else number

    # --- reasons ------------------------------------------------------------------------------------------------------

    @property
    def is_english(self) -> bool:
        """Whether the page is in English, as messages are."""
        return self.language is Language.ENGLISH

    def reason(self, reason: str) -> str:
        """Return a reason in the language of the page, where it knows one for it; else as it is, in English."""
        return str(self.words["reasons"].get(reason, reason))

    def is_translated(self, reason: str) -> bool:
        """Return whether a reason is told in the language of the page."""
        return self.is_english or reason in self.words["reasons"]

    # --- names and dates ----------------------------------------------------------------------------------------------

    def date(self, period: Period | None) -> str:
        """Return a date as far as it is known; "" where nothing is."""
        if period is None:
            return ""
        first, slash, last = str(period).partition("/")
        words = self.words["dates"]
        if not slash:
            return first
        if first == "..":
            return str(words["until"].format(date=last))
        return str(
            words["since"].format(date=first) if last == ".." else words["from_to"].format(first=first, last=last)
        )

    def place(self, id: str | None) -> str:
        """Return the name of a place in the language, as far as it has one; "" for no place."""
        name = self._records.place_name(id)
        return "" if name is None else self.key(name)

    def key(self, key: str | None) -> str:
        """Return what a group is called: a place by its name in the language, none by the word for it."""
        return str(self.words["chart"]["none"]) if key is None else self._names.get(key, key)

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names of places in Chinese by the names that output has."""
        if self.language is Language.ENGLISH:
            return {}
        names = ((self._records.place_name(place.id), chinese_of(place.names)) for place in self._records.places)
        return {name: chinese for name, chinese in names if name and chinese}

    def kind(self, kind: str | None) -> str:
        """Return what a kind of signing is called."""
        return "" if kind is None else str(self.words["kinds"].get(kind, kind))

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
        found = _PARAGRAPH.fullmatch(at or "")
        return str(self.words["paragraph"].format(number=found[1])) if found else at or ""

    def named(self, things: Sequence[object]) -> str:
        """Return ids as a list, cut to the first few where it is long: of those of a table no more are read."""
        shown = self.words["list_comma"].join(map(str, things[:_MOST_NAMED]))
        more = len(things) - _MOST_NAMED
        return str(self.words["and_more"].format(shown=shown, number=more)) if more > 0 else shown


def chinese_of(names: Mapping[str, str]) -> str | None:
    """Return the Chinese one of names by their language tags, the simplified one first; None where there is none."""
    tags = sorted(names, key=lambda tag: (tag not in ("zh", "zh-Hans", "zh-CN"), tag))
    return next((names[tag] for tag in tags if tag == "zh" or tag.startswith("zh-")), None)


def _in(scale: Scale | None) -> Callable[[Rational], str]:
    if scale is None:
        return lambda value: grouped(number_text(value))
    return lambda value: grouped(amount_text(value, scale))
