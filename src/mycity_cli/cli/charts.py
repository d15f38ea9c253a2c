"""Groups of `mycity total` drawn as bars: on a terminal, in a file of text, as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from mycity_cli.cli import streams
from mycity_cli.cli.opening import Opened
from mycity_cli.cli.options import Printing
from mycity_cli.cli.present import format_of, require_no_text_options, style_of, write, write_text
from mycity_cli.errors import UsageError
from mycity_cli.formats import Format, Result, ending_of, names_of
from mycity_cli.messages import all_of, counted, listed, say
from mycity_cli.output.render import render_chart
from mycity_cli.query import By, Measure, Total
from mycity_cli.query.engine import Totals

_PICTURES = tuple(each for each in Format if each.shows(Result.CHART) and not each.shows(Result.LISTING))
"""The formats of nothing but charts."""


class Drawn(NamedTuple):
    """What is drawn: the totals of groups, by what and of what, and what was selected, which a picture says itself."""

    opened: Opened
    totals: Totals
    by: By
    measure: Measure
    selected: Sequence[tuple[str, str]]


def draw(drawn: Drawn, printing: Printing, notes: Sequence[str]) -> None:
    """Write the groups as bars, each with its value in the unit asked for or that suits the largest."""
    format = _format_of_chart(printing)
    require_no_text_options(printing)
    if printing.columns is not None:
        help = say("leave out --chart or --columns")
        raise UsageError(say("a chart has bars and no columns"), where="--columns", help=help)
    from mycity_cli.output.bars import chart_of, is_of_amounts
    from mycity_cli.output.naming import LocalNames
    from mycity_cli.output.total_listing import naming_of

    if is_of_amounts(drawn.measure):
        _require_one_currency(drawn.totals.rows)
    rows, cut = _rows(drawn, printing, pictured=format in _PICTURES)
    notes, style = [*notes, *cut], style_of(printing)
    by = drawn.totals.levels[0] if drawn.totals.levels else str(drawn.by)
    naming = naming_of(by, LocalNames(lambda: drawn.opened.engine.dataset))
    chart = chart_of(rows, drawn.measure, style.scale, style.language, naming)
    if format is Format.TABLE:
        write_text(cast("Iterator[str]", render_chart(chart, format, style)), printing, lambda: notes)
        return
    from mycity_cli.output.pages.captions import caption_of

    # How the data was read is no matter of whoever looks at a picture: what it does not hold is.
    seen = [note for note in notes if note not in drawn.opened.engine.readings]
    caption = caption_of(drawn.measure, by, drawn.selected, seen, drawn.opened.provenance(), style.language)
    chart = chart._replace(caption=caption)
    write(render_chart(chart, format, style), printing)
    if format is Format.PNG:
        from mycity_cli.output.pages.png import notes_of_fonts

        notes = [*notes, *notes_of_fonts(chart, style.language)]
    streams.print_notes(notes)


def _format_of_chart(printing: Printing) -> Format:
    """Return the format that a chart is drawn in: text, unless another is asked for or the ending of a file says so."""
    if printing.format is not None and not Format(printing.format).shows(Result.CHART):
        raise UsageError(
            say("a chart has no format {format}", format=printing.format),
            where="--format",
            help=say("known: {names}; or leave out --chart", names=listed(names_of(Result.CHART))),
        )
    if printing.format is None and not streams.names_a_file(printing.output):
        return Format.TABLE
    return format_of(printing, Result.CHART)


def is_pictured(printing: Printing) -> bool:
    """Return whether a picture is asked for, by the name of its format or by the ending of a file."""
    if printing.format is not None:
        return Format(printing.format) in _PICTURES
    return printing.output is not None and ending_of(str(printing.output)).written in _PICTURES


def _rows(drawn: Drawn, printing: Printing, *, pictured: bool) -> tuple[list[Total], list[str]]:
    """Return the totals to draw, and a note where some are not: in the order asked for, else the usual one.

    That is the order of time for years, quarters and months, and for others the largest first.
    """
    from mycity_cli.output import total_listing
    from mycity_cli.output.bars import IN_TIME, MOST_PICTURED, in_time_order

    found, by = drawn.totals, drawn.by
    rows = in_time_order(found.rows) if by in IN_TIME else found.rows
    listing = total_listing.totals(rows, found.overall, found.levels or by, drawn.measure)
    if printing.sort is not None:
        listing = listing.sorted_by(printing.sort)
    rows = list(listing.records)
    most = min(len(rows) if printing.limit is None else printing.limit, MOST_PICTURED if pictured else len(rows))
    cut = counted("{number} group shown of {all}", "{number} groups shown of {all}", most, all=len(rows))
    return rows[:most], [cut] if most < len(rows) else []


def _require_one_currency(rows: Sequence[Total]) -> None:
    currencies = sorted({row.currency for row in rows if row.currency is not None})
    if len(currencies) > 1:
        raise UsageError(
            say(
                "the signings are in {number} currencies, {currencies}, which do not add",
                number=len(currencies),
                currencies=all_of(currencies),
            ),
            help=say("choose one with --currency, or see all with --format json"),
        )
