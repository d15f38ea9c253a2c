"""The filters of a measure as the selection that the commands make of their options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mycity_cli.errors import TextError, suggestion
from mycity_cli.figure import COUNT, Bound, Figure
from mycity_cli.messages import say
from mycity_cli.period import Period, full_year, is_short_year
from mycity_cli.query import Selection
from mycity_cli.statement.nodes import Date, Fault, Filter, Name, Number

Value = Name | Number | Date


def selection_of(filters: tuple[Filter, ...]) -> Selection:
    """Return the selection that filters ask for. Raises Fault for a filter that there is not, or a value of none."""
    fields: dict[str, Any] = {}
    for each in filters:
        field, read = _READERS[_name_of(each)]
        value = read(each.value)
        if isinstance(value, tuple):
            fields[field] = (*fields.get(field, ()), *value)
        elif field in fields:
            message = say("'{filter}' is given twice", filter=_name_of(each))
            raise Fault(message, each.span, help=say("one filter holds one year, date or amount"))
        else:
            fields[field] = value
    return Selection(**fields)


def _name_of(given: Filter) -> str:
    """Return the name of a filter; that of a bare year is `year`, of any other bare value `city`."""
    if given.name is None:
        if isinstance(given.value, Date):
            help = say("write {filters}", filters=f"since={given.value}, until={given.value}")
            raise Fault(say("the filter '{date}' has no name", date=given.value), given.span, help=help)
        return "year" if isinstance(given.value, Number) else "city"
    name = given.name.name.lower().replace("_", "-")
    if name not in _READERS:
        message = say("unknown filter '{name}'", name=given.name)
        raise Fault(message, given.name.span, help=suggestion(name, tuple(_READERS), most=20))
    return name


def _names(value: Value) -> tuple[str, ...]:
    return (value.name if isinstance(value, Name) else str(value),)


def _currency(value: Value) -> str:
    return _names(value)[0]


def _year(value: Value) -> int:
    period = _year_of(value)
    if period is None or period.start is None:
        full = full_year(str(value)) if is_short_year(str(value)) else "2022"
        help = say("write a year of four digits: {year}", year=f"year={full}")
        raise Fault(say("'{value}' is no year", value=value), value.span, help=help)
    return period.start.year


def _period(value: Value) -> Period:
    period = value.period if isinstance(value, Date) else _year_of(value)
    if period is None:
        help = say("write a year, a month or a day: 2022, 2022-06, 2022-06-15")
        if is_short_year(str(value)):
            help = say("write a year of four digits: {year}", year=full_year(str(value)))
        raise Fault(say("'{text}' is no date", text=value), value.span, help=help)
    return period


def _year_of(value: Value) -> Period | None:
    if not isinstance(value, Number) or value.figure.unit != COUNT or value.figure.bound is not Bound.EXACT:
        return None
    try:
        return Period.parse(value.figure.text)
    except TextError:
        return None


def _amount(value: Value) -> Figure:
    if not isinstance(value, Number):
        help = say("write an amount: 10 billion, 10 billion yuan, 100亿元")
        raise Fault(say("'{value}' is no amount", value=value), value.span, help=help)
    return value.figure


_READERS: dict[str, tuple[str, Callable[[Value], Any]]] = {
    "city": ("cities", _names),
    "promoter": ("promoters", _names),
    "partner": ("partners", _names),
    "province": ("provinces", _names),
    "kind": ("kinds", _names),
    "conference": ("conferences", _names),
    "source": ("sources", _names),
    "year": ("year", _year),
    "since": ("since", _period),
    "until": ("until", _period),
    "min-amount": ("min_amount", _amount),
    "max-amount": ("max_amount", _amount),
    "currency": ("currency", _currency),
}
"""The filters by name: the field of a selection that each fills, and what it makes of its value."""
