"""From a result and the options of output to what the user sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.cli import streams
from mycity_cli.cli.options import Printing
from mycity_cli.errors import UsageError, suggestion
from mycity_cli.figure import Scale
from mycity_cli.output.notes import counted
from mycity_cli.output.render import ENDINGS, Format, Style, render

if TYPE_CHECKING:
    from mycity_cli.output.listing import Card, Listing


class Coverage(NamedTuple):
    """What a listing covers, for the line below it: of how many records of what name, and what was left out and why.

    `shown` is how many it covers, where that is not the number of its rows.
    """

    of: int
    noun: str
    left_out: Sequence[str] = ()
    shown: int | None = None


def format_of(printing: Printing) -> Format:
    """Return the format asked for, by name or by the ending of the file, or that of the destination."""
    if printing.format is not None:
        return printing.format
    if printing.output is None or not streams.names_a_file(printing.output):
        return Format.TABLE if streams.on_terminal() else Format.TSV
    ending = printing.output.suffix.lower()
    if ending not in ENDINGS:
        offer = suggestion(ending, list(ENDINGS))
        wrong = f"no format has the ending '{ending}'" if ending else f"'{printing.output}' has no ending"
        raise UsageError(wrong, where="--output", help=f"{offer}; or give --format")
    return ENDINGS[ending]


def style_of(printing: Printing) -> Style:
    """Return how to write for the destination."""
    to_terminal = not streams.names_a_file(printing.output)
    color = printing.color == "always" or (printing.color != "never" and to_terminal and streams.colored())
    return Style(
        scale=None if printing.unit in (None, "auto") else Scale(printing.unit),
        width=streams.width() if to_terminal else None,
        color=color,
        header=printing.header,
        raw=bool(printing.raw),
    )


def present_listing(listing: Listing[Any], printing: Printing, coverage: Coverage) -> None:
    """Write a listing, and say on standard error what it covers."""
    format, style = format_of(printing), style_of(printing)
    if printing.columns is not None:
        names = tuple(name.strip() for given in printing.columns for name in given.split(",") if name.strip())
        if not names:
            raise UsageError(
                "names no column",
                where="--columns",
                help=f"known: {', '.join(column.name for column in listing.columns)}",
            )
        listing.columns_named(names)
        listing = listing._replace(chosen=names or None)
    if printing.sort is not None:
        listing = listing.sorted_by(printing.sort)
    notes = list(coverage.left_out)
    if printing.limit is not None:
        # Rows that come one by one are read no further than they are shown.
        records = list(listing.records if coverage.shown is not None else islice(listing.records, printing.limit))
        listing = listing._replace(records=records[: printing.limit])
        if coverage.shown is not None and len(records) > printing.limit:
            notes.append(f"{counted(printing.limit, 'row')} shown of {len(records)}")
    if format is Format.TABLE:
        listing = listing._replace(records=list(listing.records))
        from mycity_cli.output.table import fitting_columns

        kept, dropped = fitting_columns(listing, style)
        listing = listing._replace(on_terminal=kept)
        if dropped:
            notes.append(f"columns that do not fit: {', '.join(dropped)} (see --columns)")
    write(render(listing, format, style), printing)
    if format is Format.TABLE:
        count = sum(1 for _ in listing.records) if coverage.shown is None else coverage.shown
        streams.print_footer("; ".join([f"{count} of {counted(coverage.of, coverage.noun)}", *notes]))
    else:
        streams.print_notes(notes)


def exhaust(rest: Iterable[object]) -> None:
    """Go through what is not shown, for the exit code that it adds to."""
    for _ in rest:
        pass


def present_card(card: Card, printing: Printing, notes: Sequence[str] = ()) -> None:
    """Write one record in full, and the notes on standard error."""
    format = format_of(printing)
    write(render(card, format, style_of(printing)), printing)
    streams.print_notes(notes)


def write(pieces: Iterable[str], printing: Printing) -> None:
    """Write text to standard output, or to the file asked for."""
    streams.write_result(pieces, printing.output)
