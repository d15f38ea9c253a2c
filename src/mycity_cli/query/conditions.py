"""Conditions on columns, such as `Sector=Energy`: what they say, and whether records fulfil them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from mycity_cli.errors import UnknownNameError, UsageError, suggestion
from mycity_cli.figure import COUNT, Bound, Figure
from mycity_cli.messages import Language, any_of, say, told
from mycity_cli.period import Period
from mycity_cli.query.aspects import FURTHER, KNOWN, Aspect, Nature, Value, find_aspect, texts_of
from mycity_cli.query.comparing import (
    ORDERS,
    Comparing,
    Order,
    date_in,
    date_order,
    figure_in,
    figure_order,
    is_code,
)
from mycity_cli.query.data import Deal, Event, Records
from mycity_cli.query.names import find_conferences, find_places, find_sources, fold

R = TypeVar("R", bound=Deal | Event)

WHERE = "--where"
_HELP = say(
    "write a column, one of = != < <= > >= ~, and a value: Sector=Energy, 'amount>=10 billion yuan', Sector~power"
)
_SIGNS = re.compile(rf"==|{'|'.join(map(re.escape, Comparing))}")
_SAID = ("city", "promoter", "partner", "kind", "province", "country")
"""The aspects of ours whose values have names in Chinese."""
_LEAST_WITHOUT_UNIT = 10_000
"""Whoever names a smaller number for an amount has a unit in mind, and has not said which."""

Answer = bool | str
"""Whether a record fulfils a condition, or why that cannot be said."""


class Condition(NamedTuple):
    """A column, how its value compares, and what with, as somebody typed it."""

    column: str
    comparing: Comparing
    value: str

    @classmethod
    def parse(cls, text: str) -> Condition:
        """Return the condition that a text states. Raises UsageError where it lacks a part."""
        sign = _SIGNS.search(text)
        if sign is None:
            raise UsageError(say("'{text}' is no condition", text=text), where=WHERE, help=_HELP)
        column, value = text[: sign.start()].strip(), text[sign.end() :].strip()
        if not column:
            raise UsageError(say("'{text}' names no column", text=text), where=WHERE, help=_HELP)
        if not value:
            raise UsageError(say("'{text}' names no value", text=text), where=WHERE, help=_HELP)
        return cls(column, Comparing("=" if sign[0] == "==" else sign[0]), value)

    def __str__(self) -> str:
        return f"{self.column}{self.comparing}{self.value}"


class Gate(NamedTuple):
    """What lets records pass: a condition that is ready to be asked about records of some data."""

    aspect: Aspect
    passes: Callable[[tuple[Value, ...]], Answer]

    def answer(self, dataset: Records, record: Deal | Event, signings: Iterable[Deal]) -> Answer:
        """Return whether a record passes, or why that cannot be said."""
        return self.passes(self.aspect.values(dataset, record, signings))


class _Stated(NamedTuple):
    """What the records state of an aspect: the id of each record, and a value of it."""

    dataset: Records
    aspect: Aspect
    values: Sequence[tuple[str, Value]]

    @property
    def different(self) -> list[Value]:
        """The values, each once."""
        return list(dict.fromkeys(value for _, value in self.values))

    def texts(self) -> list[str]:
        """Return the texts of the values, each once, those first that are shown."""
        return [texts_of(self.dataset, self.aspect, value)[0] for value in self.different]

    def texts_sought(self, value: Value, part: str) -> tuple[str, ...]:
        """Return the texts of a value in which a part is looked for: what is no ASCII also in what it is in Chinese."""
        texts = texts_of(self.dataset, self.aspect, value)
        return texts if part.isascii() else (*texts, told(self._said(value), Language.CHINESE))

    def said(self) -> list[str]:
        """Return the same texts, which are said in each language as they are shown there."""
        return [self._said(value) for value in self.different]

    def _said(self, value: Value) -> str:
        text = texts_of(self.dataset, self.aspect, value)[0]
        if self.aspect.name not in _SAID or self.aspect is not _ours(self.aspect.name):
            return text
        from mycity_cli.query.called import kind_said, own_name, region_said

        if self.aspect.nature is Nature.PLACE:
            place = self.dataset.place(str(value))
            return text if place is None else own_name(place)
        return kind_said(text) if self.aspect.name == "kind" else region_said(text)


def gate_of(
    dataset: Records,
    condition: Condition,
    records: Sequence[R],
    signings_of: Callable[[R], Iterable[Deal]],
) -> Gate:
    """Return the gate of a condition on records. Raises UsageError for a column or value that there is not."""
    aspect = find_aspect(dataset, condition.column, where=WHERE)
    values = [(record.id, value) for record in records for value in aspect.values(dataset, record, signings_of(record))]
    stated = _Stated(dataset, aspect, values)
    if condition.comparing is Comparing.CONTAINS:
        return Gate(aspect, _any_of(_containing(stated, condition.value)))
    if aspect.nature in (Nature.FIGURE, Nature.DATE) or condition.comparing in ORDERS:
        return Gate(aspect, _by_order(stated, condition))
    passes = _any_of(_named(stated, condition.value))
    return Gate(aspect, passes if condition.comparing is Comparing.EQUAL else lambda values: not passes(values))


def among_gate(aspect: Aspect, wanted: frozenset[Value]) -> Gate:
    """Return the gate of a filter by name: one of these values lets a record pass."""
    return Gate(aspect, _any_of(wanted))


def _any_of(wanted: frozenset[Value]) -> Callable[[tuple[Value, ...]], bool]:
    return lambda values: any(value in wanted for value in values)


# --- by name ---------------------------------------------------------------------------------------------------------


def _named(stated: _Stated, name: str) -> frozenset[Value]:
    """Return the values that a name means. Raises UsageError where nothing has it, or several things do."""
    match stated.aspect.nature:
        case Nature.PLACE:
            return frozenset(find_places(stated.dataset, [name], where=WHERE))
        case Nature.CONFERENCE:
            return frozenset(find_conferences(stated.dataset, [name], where=WHERE))
        case Nature.SOURCE:
            return frozenset(find_sources(stated.dataset, [name], where=WHERE))
    number = None if is_code(name) else figure_in(name)
    found = frozenset(
        value
        for value in stated.different
        if fold(str(value)) == fold(name) or (number is not None and _is_number(str(value), number))
    )
    found = found or _called(stated, name)
    if not found:
        raise UnknownNameError(stated.aspect.noun, name, stated.said(), also=stated.texts(), where=WHERE)
    return found


def _called(stated: _Stated, name: str) -> frozenset[Value]:
    """Return the kinds, provinces or countries that are called so in Chinese; nothing of any other aspect."""
    if name.isascii() or stated.aspect.name not in _SAID or stated.aspect is not _ours(stated.aspect.name):
        return frozenset()
    from mycity_cli.query.called import kind_called, regions_called

    known = list(map(str, stated.different))
    if stated.aspect.name == "kind":
        return frozenset(filter(None, [kind_called(name, known)]))
    return frozenset(regions_called(name, known))


def _ours(column: str) -> Aspect | None:
    return KNOWN.get(column) or FURTHER.get(column)


def _is_number(text: str, number: Figure) -> bool:
    figure = None if is_code(text) else figure_in(text)
    return (
        figure is not None
        and figure.bound is Bound.EXACT
        and figure_order(figure, number) == figure_order(number, number)
    )


def _containing(stated: _Stated, part: str) -> frozenset[Value]:
    """Return the values of which a text contains another. Raises UsageError where none does."""
    wanted = fold(part)
    found = frozenset(
        value for value in stated.different if any(wanted in fold(text) for text in stated.texts_sought(value, part))
    )
    if not found:
        help = suggestion(part, stated.said())
        message = say("no {noun} contains '{part}'", noun=stated.aspect.noun, part=part)
        raise UsageError(message, where=WHERE, help=help)
    return found


# --- by order --------------------------------------------------------------------------------------------------------


def _by_order(stated: _Stated, condition: Condition) -> Callable[[tuple[Value, ...]], Answer]:
    """Return what compares figures with a figure, or dates with a date.

    Raises UsageError where the value that is named is none, or a record states something else.
    """
    orders, comparing = _orders(stated, condition), condition.comparing
    # Made once, and not for each of many records.
    unstated = say("no {noun} stated", noun=stated.aspect.noun)
    vague = say("{noun} not known exactly enough", noun=stated.aspect.noun)

    def passes(values: tuple[Value, ...]) -> Answer:
        if not values:
            exact = comparing in (Comparing.EQUAL, Comparing.NOT)
            return comparing is Comparing.NOT if exact else unstated
        return _answer([orders[value] for value in values], vague, comparing)

    return passes


def _answer(orders: Sequence[Order | str], vague: str, comparing: Comparing) -> Answer:
    """Return whether one of some values fulfils a condition, and of `!=` whether all do, or why that is not known.

    `vague` is the reason for a value that may fulfil it or not.
    """
    answers = [order if isinstance(order, str) else order.answer(comparing) for order in orders]
    decides = comparing is not Comparing.NOT
    if decides in answers:
        return decides
    return next((vague if answer is None else answer for answer in answers if answer is not (not decides)), not decides)


def _orders(stated: _Stated, condition: Condition) -> dict[Value, Order | str]:
    """Return how each value lies to the one that is named: as figures where all are, else as dates."""
    aspect = stated.aspect
    figure = None if aspect.nature is Nature.DATE else figure_in(condition.value)
    date = None if aspect.nature is Nature.FIGURE else _date_typed(condition.value)
    unread: tuple[str, Value] | None = None
    if figure is not None:
        _require_limit(aspect, figure)
        figures = {value: _figure(value) for value in stated.different}
        unread = _first_without(stated, figures)
        if unread is None:
            return {value: figure_order(each, figure) for value, each in figures.items() if each is not None}
    if date is not None:
        dates = {value: _date(value) for value in stated.different}
        if (undated := _first_without(stated, dates)) is None:
            return {value: date_order(each, date) for value, each in dates.items() if each is not None}
        unread = unread or undated
    what = any_of(_wanted(aspect, figure, date))
    if unread is not None:
        id, value = unread
        text = texts_of(stated.dataset, aspect, value)[0]
        message = say("{noun} of {id} is no {wanted}: '{text}'", noun=aspect.noun, id=id, wanted=what, text=text)
        raise UsageError(message, where=WHERE, help=_ORDERED)
    message = say("'{value}' is no {wanted}", value=condition.value, wanted=what)
    raise UsageError(message, where=WHERE, help=_EXAMPLES.get(aspect.nature, _ORDERED))


def _date_typed(text: str) -> Period | None:
    """Return the date that somebody typed, in Chinese too: 2022年6月; None for none."""
    if text.isascii():
        return date_in(text)
    from mycity_cli.query.called import period_in

    return date_in(period_in(text.strip()) or text)


_ORDERED = say("< <= > >= compare numbers or dates; = != ~ compare text")
_EXAMPLES = {
    Nature.FIGURE: say("write a figure: 30, 10 billion yuan, 100亿元"),
    Nature.DATE: say("write a year, a month or a day: 2022, 2022-06, 2022-06-15"),
}


def _wanted(aspect: Aspect, figure: Figure | None, date: Period | None) -> Iterator[str]:
    if aspect.nature is not Nature.DATE and (figure is not None or date is None):
        yield say("number")
    if aspect.nature is not Nature.FIGURE and (date is not None or figure is None):
        yield say("date")


def _first_without(
    stated: _Stated, read: dict[Value, Figure | None] | dict[Value, Period | None]
) -> tuple[str, Value] | None:
    return next(((id, value) for id, value in stated.values if read[value] is None), None)


def _figure(value: Value) -> Figure | None:
    return value if isinstance(value, Figure) else figure_in(value) if isinstance(value, str) else None


def _date(value: Value) -> Period | None:
    return value if isinstance(value, Period) else date_in(value) if isinstance(value, str) else None


def _require_limit(aspect: Aspect, figure: Figure) -> None:
    """Raise UsageError for a figure that nothing can be compared with: a hedged one, or an amount without a unit."""
    if figure.bound is not Bound.EXACT:
        help = say("write one figure") if figure.bound is Bound.BETWEEN else say("leave out the hedge")
        raise UsageError(say("a limit is a plain figure, not '{figure}'", figure=figure), where=WHERE, help=help)
    if aspect.name == "amount" and figure.unit == COUNT and 0 < figure.value < _LEAST_WITHOUT_UNIT:
        help = say("which unit is meant: {figure} billion yuan, {figure} million yuan or {figure} yuan?", figure=figure)
        raise UsageError(say("'{figure}' is no amount", figure=figure), where=WHERE, help=help)
