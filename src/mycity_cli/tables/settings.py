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
from mycity_cli.messages import clauses, counted, say


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
            raise UsageError(say("'{text}' is no unit of amounts", text=text), where=where, help=_UNIT_HELP) from error
        if (
            one.bound is not Bound.EXACT
            or one.thing
            or one.step != one.value
            or not (one.is_amount or one.unit == COUNT)
        ):
            raise UsageError(say("'{text}' is no unit of amounts", text=text), where=where, help=_UNIT_HELP)
        return cls(text, one.unit if one.is_amount else None)


_UNIT_HELP = say("write a scale, a currency or both: 'million USD', yuan, 亿元")


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
        raise _no_share(text) from error
    if share.unit != RATIO or share.bound is not Bound.EXACT or not 0 <= share.value <= 1:
        raise _no_share(text)
    return Fraction(share.value)


def _no_share(text: str) -> UsageError:
    return UsageError(say("'{text}' is no share", text=text), where="--max-bad", help=say("write 5% or 0.5%"))


MEND = say("put them right, or leave them out with --skip-bad")
"""What to do with bad rows."""


def mend_or_show(bad: int, *, is_cut: bool) -> str:
    """Return what to do with so many bad rows; where they are not all shown, how to see them too."""
    return clauses([MEND, say("--max-errors {number} shows all", number=bad)]) if is_cut else MEND


def bad_rows(bad: int, of: int, *, shown: int, name: str) -> UsageError:
    """Return the error that ends those of the bad rows of a table: how many there are, and what to do."""
    wrong = counted("{bad} of {number} row is bad", "{bad} of {number} rows are bad", of, bad=bad)
    if shown < bad:
        wrong = say("{bad} of {of} rows are bad, of which {shown} are shown", bad=bad, of=of, shown=shown)
    return UsageError(wrong, where=name, help=mend_or_show(bad, is_cut=shown < bad))
