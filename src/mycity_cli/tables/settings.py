"""What the options say of a table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

from mycity_cli.errors import FigureError, UsageError
from mycity_cli.figure import COUNT, Bound, Figure


class AmountUnit(NamedTuple):
    """What --amount-unit says of bare numbers: the words that belong behind them, and the currency among the words."""

    text: str
    currency: str | None

    @classmethod
    def parse(cls, text: str) -> AmountUnit:
        """Return the unit that a text names. Raises UsageError where it is none: `million USD`, `yuan`, `亿元`."""
        try:
            one = Figure.parse(f"1 {text}")
        except FigureError as error:
            raise UsageError(f"'{text}' is no unit of amounts", where="--amount-unit", help=_UNIT_HELP) from error
        if (
            one.bound is not Bound.EXACT
            or one.thing
            or one.step != one.value
            or not (one.is_amount or one.unit == COUNT)
        ):
            raise UsageError(f"'{text}' is no unit of amounts", where="--amount-unit", help=_UNIT_HELP)
        return cls(text, one.unit if one.is_amount else None)


_UNIT_HELP = "write a scale, a currency or both: 'million USD', yuan, 亿元"


Progress = Callable[[str], AbstractContextManager[None]]
"""Shows what is being done, as long as it is being done."""


def no_progress(_: str) -> AbstractContextManager[None]:
    """Show nothing."""
    return nullcontext()


class Settings(NamedTuple):
    """What the options say of a table."""

    unit: AmountUnit | None = None
    max_errors: int = 20
    skip_bad: bool = False


def bad_rows(bad: int, of: int, *, shown: int, name: str) -> UsageError:
    """Return the error that ends those of the bad rows of a table: how many there are, and what to do."""
    more = f", of which {shown} are shown" if shown < bad else ""
    help = "put them right, or leave them out with --skip-bad"
    if more:
        help += f"; --max-errors {bad} shows all"
    return UsageError(f"{bad} of {of} {'row is' if of == 1 else 'rows are'} bad{more}", where=name, help=help)


def left_out(bad: int) -> list[str]:
    """Return the note that bad rows were left out, if any were."""
    return [f"{bad} bad {'row' if bad == 1 else 'rows'} left out"] if bad else []
