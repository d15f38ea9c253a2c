"""What the options say of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple

from mycity_cli.errors import FigureError, UsageError
from mycity_cli.figure import COUNT, RATIO, Bound, Figure
from mycity_cli.formats import FileFormat


class AmountUnit(NamedTuple):
    """What --amount-unit says of bare numbers: the words that belong behind them, and the currency among the words."""

    text: str
    currency: str | None

    @classmethod
    def parse(cls, text: str, *, where: str = "--amount-unit") -> AmountUnit:
        """Return the unit that a text names. Raises UsageError where it is none: `million USD`, `yuan`, `亿元`."""
        try:
            one = Figure.parse(f"1 {text}")
        except FigureError as error:
            raise UsageError(f"'{text}' is no unit of amounts", where=where, help=_UNIT_HELP) from error
        if (
            one.bound is not Bound.EXACT
            or one.thing
            or one.step != one.value
            or not (one.is_amount or one.unit == COUNT)
        ):
            raise UsageError(f"'{text}' is no unit of amounts", where=where, help=_UNIT_HELP)
        return cls(text, one.unit if one.is_amount else None)


_UNIT_HELP = "write a scale, a currency or both: 'million USD', yuan, 亿元"


Progress = Callable[[str], AbstractContextManager[None]]
"""Shows what is being done, as long as it is being done."""


def no_progress(_: str) -> AbstractContextManager[None]:
    """Show nothing."""
    return nullcontext()


class Layout(NamedTuple):
    """What the options say of where things are in a file; None is for what is to be found out.

    `header_row` counts the lines or rows of the file from 1. `fill` are columns, by their own names or ours, whose
    empty cells mean what stands above them.
    """

    format: FileFormat | None = None
    encoding: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    fill: tuple[str, ...] = ()


class Settings(NamedTuple):
    """What the options say of a table; None is for what is to be found out.

    `map` are the names that columns have there, by ours; the empty name leaves a column out. `decimal` and `group` are
    the signs within numbers. `max_bad` is the share of bad rows beyond which no total is given. `map_from` says what
    names a column where that is not --map, `unit_from` what says the unit. A unit that is a default may belong to no
    cell. `notes` say where options are from that were not given on the command line.
    """

    map: Mapping[str, str] = MappingProxyType({})
    unit: AmountUnit | None = None
    layout: Layout = Layout()
    decimal: Literal[".", ","] | None = None
    group: str | None = None
    negative: bool = False
    missing: tuple[str, ...] = ()
    date_order: Literal["ymd", "dmy", "mdy"] | None = None
    keep_totals: bool = False
    as_written: bool = False
    max_errors: int = 20
    skip_bad: bool = False
    max_bad: Fraction = Fraction(1, 100)
    map_from: Mapping[str, str] = MappingProxyType({})
    unit_from: str = "--amount-unit"
    is_unit_default: bool = False
    notes: tuple[str, ...] = ()


def parse_share(text: str) -> Fraction:
    """Return the share that --max-bad names. Raises UsageError for what is none between 0 and 100 %."""
    try:
        share = Figure.parse(text)
    except FigureError as error:
        raise UsageError(f"'{text}' is no share", where="--max-bad", help="write 5% or 0.5%") from error
    if share.unit != RATIO or share.bound is not Bound.EXACT or not 0 <= share.value <= 1:
        raise UsageError(f"'{text}' is no share", where="--max-bad", help="write 5% or 0.5%")
    return Fraction(share.value)


def bad_rows(bad: int, of: int, *, shown: int, name: str) -> UsageError:
    """Return the error that ends those of the bad rows of a table: how many there are, and what to do."""
    more = f", of which {shown} are shown" if shown < bad else ""
    help = "put them right, or leave them out with --skip-bad"
    if more:
        help += f"; --max-errors {bad} shows all"
    return UsageError(f"{bad} of {of} {'row is' if of == 1 else 'rows are'} bad{more}", where=name, help=help)
