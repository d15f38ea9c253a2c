"""From a result and the options of output to what the user sees."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from mycity_cli.cli import streams
from mycity_cli.cli.configured import OTHER_UNITS, configured
from mycity_cli.cli.json_options import chosen, fields_of, require_fields, through_filter
from mycity_cli.cli.language import language
from mycity_cli.cli.options import Printing
from mycity_cli.cli.terminal import is_color_forced
from mycity_cli.errors import UsageError, suggestion
from mycity_cli.figure import Scale
from mycity_cli.figure.amount_words import scale_name
from mycity_cli.formats import Format, Result, names_of, suffix_of, written_endings
from mycity_cli.messages import advised, clauses, counted, listed, say, told, worded
from mycity_cli.output.nouns import part_of, title_of_list
from mycity_cli.output.render import Pieces, Style, render
from mycity_cli.passwords import hidden_in

if TYPE_CHECKING:
    from mycity_cli.output.grounds import Grounds
    from mycity_cli.output.listing import Card, Listing


_MOST_BESIDE = 2
"""So many notes stand on the line below a list; more would be a paragraph to search."""


class Coverage(NamedTuple):
    """What a listing covers, for the line below it: of how many records of what name, and what was left out and why.

    `shown` is how many it covers, where that is not the number of its rows. `later` gives the notes that are known when
    all rows have been written. `sheet` is what the sheet of a workbook is called, where it is not the records by name.
    `grounds` say what the records are from, which a page tells.
    """

    of: int
    noun: str
    left_out: Sequence[str] = ()
    shown: int | None = None
    later: Callable[[], Sequence[str]] = tuple
    sheet: str = ""
    grounds: Grounds | None = None

    @property
    def title(self) -> str:
        """What the sheet of a workbook is called: `Signings`, `Cities`, unless it has a name of its own."""
        return self.sheet or title_of_list(self.noun)


def format_of(printing: Printing, *results: Result) -> Format:
    """Return the format asked for, by name or by the ending of the file, or that of the destination.

    It is one that shows one of the results, a listing where none is named. Raises UsageError where no such format has
    the name or the ending, and for options and a destination that the format has not.
    """
    format = _format_of(printing, results or (Result.LISTING,))
    if printing.numbers and format not in (Format.JSON, Format.JSONL):
        raise UsageError(say("is for JSON"), where="--numbers", help=say("--format json --numbers"))
    if printing.bom and format not in (Format.CSV, Format.TSV):
        raise UsageError(say("is for CSV and TSV"), where="--bom", help=say("--format csv --bom"))
    if format.form.is_bytes and not streams.names_a_file(printing.output) and streams.on_terminal():
        wrong = say("{format} is no text for a terminal", format=format)
        raise UsageError(wrong, where="--format", help=say("--output FILE.{format}", format=format))
    return format


def _format_of(printing: Printing, results: Sequence[Result]) -> Format:
    if printing.format is not None:
        format = Format(printing.format)
        if not format.shows(*results):
            known = list(names_of(*results))
            wrong = say("{format} shows no such result", format=format)
            raise UsageError(wrong, where="--format", help=suggestion(format, known))
        return format
    if printing.output is None or not streams.names_a_file(printing.output):
        asked = configured("format")
        if asked is not None and Format(asked.value).shows(*results):
            return Format(asked.value)
        return Format.TABLE if streams.on_terminal() or is_color_forced() else Format.TSV
    ending = suffix_of(str(printing.output))
    endings = written_endings(*results)
    if ending not in endings:
        offer = suggestion(ending, list(endings), most=len(endings))
        wrong = say("'{name}' has no ending", name=printing.output)
        if ending:
            wrong = say("no format has the ending '{ending}'", ending=ending)
        raise UsageError(wrong, where="--output", help=clauses([offer, say("or give --format")]))
    return endings[ending]


def is_page(printing: Printing) -> bool:
    """Return whether a list or a record is written as a page, which says what it is from: then the data is hashed."""
    return format_of(printing) is Format.HTML


def are_seen(format: Format, printing: Printing) -> bool:
    """Return whether a terminal shows the notes of a result below it already, so that nobody needs them again."""
    return format is Format.MARKDOWN and not streams.names_a_file(printing.output) and streams.on_terminal()


def require_no_text_options(printing: Printing) -> None:
    """Raise UsageError for options of lists and records, where the result is neither."""
    for option, given in (("--numbers", printing.numbers), ("--bom", printing.bom)):
        if given:
            wrong, help = say("is for lists and records"), say("leave {option} out", option=option)
            raise UsageError(wrong, where=option, help=help)


def style_of(printing: Printing) -> Style:
    """Return how to write for the destination."""
    to_terminal = not streams.names_a_file(printing.output)
    color = printing.color == "always" or (to_terminal and streams.colored(printing.color))
    unit = _unit_of(printing)
    return Style(
        scale=None if unit in (None, "auto") else Scale(unit),
        width=streams.width() if to_terminal else None,
        color=color,
        header=printing.header,
        raw=bool(printing.raw),
        numbers=bool(printing.numbers),
        language=language(),
    )


def _unit_of(printing: Printing) -> str | None:
    """Return the unit of amounts that is asked for, or else configured."""
    if printing.unit is not None:
        return OTHER_UNITS.get(printing.unit, printing.unit)
    asked = configured("unit")
    return None if asked is None else asked.value


def unit_notes(printing: Printing, format: Format) -> list[str]:
    """Return the note that amounts are in a configured unit, where programs read them and no heading says it."""
    asked = configured("unit") if printing.unit is None else None
    if asked is None or asked.value in ("auto", "yuan") or format in (Format.TABLE, Format.MARKDOWN):
        return []
    unit = scale_name(Scale(asked.value), None)
    note = say("amounts are in {unit}, as {place} says", unit=unit, place=asked.place)
    return [advised(note, say("--unit decides"), bracketed=True)]


def present_listing(listing: Listing[Any], printing: Printing, coverage: Coverage) -> None:
    """Write a listing, and say on standard error what it covers."""
    format, style = format_of(printing), style_of(printing)
    listing, notes = _limited(_chosen(listing, printing), printing, coverage)
    if any(column.kind.value == "amount" for column in listing.columns):
        notes += unit_notes(printing, format)
    said = _Told([*coverage.left_out, *notes], coverage.later)
    if format is Format.TABLE:
        listing = listing._replace(records=list(listing.records))
        from mycity_cli.output.table import fitted, lines

        table = fitted(listing, style)
        if table.dropped:
            notes.append(say("columns that do not fit: {columns} (see --columns)", columns=listed(table.dropped)))
            said = _Told([*coverage.left_out, *notes], coverage.later)
        write(_noted(lines(table, style), printing, said), printing, paged=True)
        beside, below = _shared_out(coverage.left_out, notes)
        count = sum(1 for _ in listing.records) if coverage.shown is None else coverage.shown
        streams.print_footer(clauses([part_of(count, coverage.of, coverage.noun), *beside]))
        streams.print_notes([*below, *coverage.later()])
    else:
        if format is Format.TSV and streams.names_a_file(printing.output):
            listing = listing._replace(chosen=listing.in_files)
        from mycity_cli.output.hedges import Hedged

        hedged = Hedged.of(listing, format)
        said = _Told(said.known, lambda: [*coverage.later(), *hedged.notes()])
        title, grounds = listing.title or coverage.title, listing.grounds or coverage.grounds
        listing = hedged.listing._replace(title=title, notes=said.all, grounds=grounds)
        write(_marked(render(listing, format, style), format, printing), printing, paged=True)
        streams.print_notes([] if are_seen(format, printing) else said.all())


def _shared_out(left_out: Sequence[str], notes: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return what is told on the line below a list, and what on lines of its own: many notes, and those of parts."""
    if len(left_out) <= _MOST_BESIDE and not any("; " in note for note in left_out):
        return [*left_out, *notes], []
    return list(notes), list(left_out)


class _Told(NamedTuple):
    """The notes of a result: those known before its rows are written, and those known afterwards."""

    known: Sequence[str]
    later: Callable[[], Sequence[str]] = tuple

    def all(self) -> list[str]:
        """Return all notes, now that the rows have been written."""
        return list(map(_hidden, (*self.known, *self.later())))


def _hidden(note: str) -> str:
    """Return a note without passwords, in each language."""
    return worded(lambda language: hidden_in(told(note, language)))


def _chosen(listing: Listing[Any], printing: Printing) -> Listing[Any]:
    """Return a listing with the columns or fields and in the order asked for."""
    if printing.json is not None:
        every = tuple(column.name for column in listing.columns)
        fields = listing.fields_named(fields_of(printing.json))
        require_fields(fields, every)
        listing = listing._replace(chosen=fields or every)
    if printing.columns is not None:
        names = tuple(name.strip() for given in printing.columns for name in given.split(",") if name.strip())
        if not names:
            raise UsageError(
                say("names no column"),
                where="--columns",
                help=say("known: {names}", names=listed(column.name for column in listing.columns)),
            )
        listing = listing._replace(chosen=tuple(column.name for column in listing.columns_named(names)))
    return listing if printing.sort is None else listing.sorted_by(printing.sort)


def _limited(listing: Listing[Any], printing: Printing, coverage: Coverage) -> tuple[Listing[Any], list[str]]:
    """Return a listing with as many rows as are asked for, and a note where there are more."""
    if printing.limit is None:
        return listing, []
    # Rows that come one by one are read no further than they are shown.
    # No list is longer than the largest number that `islice` takes.
    most = min(printing.limit, sys.maxsize)
    records = list(listing.records if coverage.shown is not None else islice(listing.records, most))
    more = coverage.shown is not None and len(records) > printing.limit
    cut = counted("{number} row shown of {all}", "{number} rows shown of {all}", printing.limit, all=len(records))
    return listing._replace(records=records[: printing.limit]), [cut] if more else []


def _marked(pieces: Pieces, format: Format, printing: Printing) -> Pieces:
    """Return a text with a byte order mark, by which Excel knows UTF-8: CSV in a file has one where it matters."""
    if printing.bom or (printing.bom is None and format is Format.CSV and streams.names_a_file(printing.output)):
        from mycity_cli.cli.destination import marked, with_mark

        text = cast("Iterator[str]", pieces)  # of CSV and TSV: no other format has the option
        return with_mark(text) if printing.bom else marked(text)
    return pieces


def _noted(pieces: Iterable[str], printing: Printing, said: _Told) -> Iterator[str]:
    """Yield a text for people, and in a file below it what it lacks."""
    yield from pieces
    if streams.names_a_file(printing.output):
        yield from notes_below(said.all())


def notes_below(notes: Iterable[str]) -> Iterator[str]:
    """Yield the notes that stand below a text in a file."""
    for number, note in enumerate(notes):
        yield "\n" if not number else ""
        yield f"{streams.shown(say('note: {note}', note=note))}\n"


def exhaust(rest: Iterable[object]) -> None:
    """Go through what is not shown, for the exit code that it adds to."""
    for _ in rest:
        pass


def present_card(card: Card, printing: Printing, notes: Sequence[str] = ()) -> None:
    """Write one record in full, and the notes on standard error."""
    format, style = format_of(printing), style_of(printing)
    said = _Told([*notes, *unit_notes(printing, format)])
    if format is Format.TABLE:
        from mycity_cli.output.table import card as as_table

        write(_noted(as_table(card, style), printing, said), printing, paged=True)
    else:
        if printing.json is not None:
            by_name = {column.name: (column, cell) for column, cell in card.fields}
            card = card._replace(fields=list(chosen(by_name, _fields_of_card(card, printing.json)).values()))
        write(_marked(render(card._replace(notes=said.all), format, style), format, printing), printing, paged=True)
    streams.print_notes([] if are_seen(format, printing) else said.known)


def _fields_of_card(card: Card, json: str) -> str:
    """Return the fields that are asked for by the names that a record has for them."""
    from mycity_cli.output.listing import column_headed

    columns = [column for column, _ in card.fields]
    return ",".join(column_headed(columns, name) or name for name in fields_of(json))


def write_text(
    pieces: Iterable[str], printing: Printing, later: Callable[[], Sequence[str]], *, paged: bool = True
) -> None:
    """Write plain text; in a file the notes stand below it, and on standard error in any case."""
    write(_noted(pieces, printing, _Told((), later)), printing, paged=paged)
    streams.print_notes(later())


def write(pieces: Iterable[str] | Iterable[bytes], printing: Printing, *, paged: bool = False) -> None:
    """Write text or bytes to the file, or to standard output; what is to be `paged`, and long, by a pager there."""
    if printing.jq is not None:
        pieces = through_filter("".join(cast("Iterable[str]", pieces)), printing.jq)  # of JSON, which is text
    to_terminal = not streams.names_a_file(printing.output) and streams.on_terminal()
    if paged and to_terminal and not printing.no_pager:
        from mycity_cli.cli.pager import unpaged

        pieces = unpaged(cast("Iterable[str]", pieces))  # no bytes go to a terminal
    streams.write_result(pieces, printing.output, replace=bool(printing.force))
