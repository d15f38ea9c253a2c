"""From the options of selecting to a selection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mycity_cli.cli.options import Selecting
from mycity_cli.errors import UsageError
from mycity_cli.exact import decimal
from mycity_cli.figure import COUNT, Bound, Figure
from mycity_cli.figure.units import unit_name
from mycity_cli.messages import say
from mycity_cli.query import Measure, Selection
from mycity_cli.query.data import SIGNING
from mycity_cli.query.engine import Engine

if TYPE_CHECKING:
    from mycity_cli.query.conditions import Condition

_FAR = 6
"""A bare number is far below an amount that is 10 to this power as large: nobody means so few yuan."""


def selection_of(options: Selecting, engine: Engine, of: str = SIGNING) -> tuple[Selection, Sequence[str]]:
    """Return the selection that words and options ask for, with what to say of words; `of` is what is selected.

    Raises UsageError where they contradict each other, or where a bare number is far below every amount there is.
    """
    for name, limit in (("--min-amount", options.min_amount), ("--max-amount", options.max_amount)):
        if limit is not None and _is_bare(limit):
            _require_near(limit, engine, name)
    given = Selection(
        cities=tuple(options.city or ()),
        promoters=tuple(options.promoter or ()),
        kinds=tuple(options.kind or ()),
        conferences=tuple(options.conference or ()),
        sources=tuple(options.source or ()),
        year=options.year,
        since=options.since,
        until=options.until,
        min_amount=options.min_amount,
        max_amount=options.max_amount,
        currency=options.currency,
        partners=tuple(options.partner or ()),
        provinces=tuple(options.province or ()),
        where=_conditions(options.where or ()),
    )
    if not options.words:
        return given, ()
    from mycity_cli.query.words import joined

    read = engine.words(options.words, of)
    return joined(given, read.selection), read.notes


def described(options: Selecting) -> list[tuple[str, str]]:
    """Return what was selected, by the name of each option, as it was given; each condition by itself."""
    fields = options._replace(where=None)._asdict().items()
    given = [(name, value) for name, value in fields if value not in (None, [])]
    told = [(name, ", ".join(map(str, value)) if isinstance(value, list) else str(value)) for name, value in given]
    return [*told, *(("where", condition) for condition in options.where or ())]


def _conditions(given: Sequence[str]) -> tuple[Condition, ...]:
    """Return the conditions as they are typed. Raises UsageError for what is none."""
    if not given:
        return ()
    from mycity_cli.query.conditions import Condition

    return tuple(map(Condition.parse, given))


def _is_bare(limit: Figure) -> bool:
    """Return whether a limit is a number alone: it has no currency, no scale and no other word."""
    return limit.unit == COUNT and limit.value > 0 and not any(character.isalpha() for character in limit.text)


def _require_near(limit: Figure, engine: Engine, where: str) -> None:
    """Raise UsageError where most amounts are a million times a limit, and more: then another unit was meant."""
    far = Figure(decimal(f"{limit.value:f}", _FAR), COUNT, decimal("1"), Bound.EXACT, text=f"{limit.value:f}")
    below = engine.totals(Selection(max_amount=far), None, Measure.SIGNINGS, alone=True).overall
    overall = engine.totals(Selection(), None, Measure.AMOUNT, alone=True).overall
    stated = sum(total.signings - len(total.without_amount) for total in overall)
    if 2 * sum(total.signings for total in below) >= stated:
        return
    currencies = sorted(engine.currencies())
    if currencies:
        unit = unit_name(currencies[0])
        raise UsageError(
            say("an amount and a plain number cannot be compared"),
            where=where,
            help=say(
                "which unit is meant: {option} '{number} billion {unit}', '{number} million {unit}' or "
                "'{number} {unit}'?",
                option=where,
                number=limit.text,
                unit=unit,
            ),
        )
