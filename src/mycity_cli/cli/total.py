"""`mycity total`: what the signings add up to."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.opening import open_engine
from mycity_cli.cli.options import Data, Printing, Selecting, Tables, with_groups
from mycity_cli.cli.present import (
    Coverage,
    format_of,
    present_card,
    present_listing,
    require_no_text_options,
    style_of,
    write,
    write_text,
)
from mycity_cli.cli.selecting import selection_of
from mycity_cli.errors import UsageError
from mycity_cli.exact import plain
from mycity_cli.figure import Scale
from mycity_cli.output.amounts import amount_text
from mycity_cli.output.notes import gaps, notes_of
from mycity_cli.output.render import Format, Style
from mycity_cli.query import Group, Measure, Total
from mycity_cli.query.engine import Engine, Totals

EPILOG = """Examples:

mycity total

mycity total --city 苏州 --unit billion

mycity total --by city --chart

mycity total --measure projects --year 2022

mycity total --by quarter --format json
"""


@with_groups
def total(
    selecting: Selecting,
    printing: Printing,
    data: Data,
    tables: Tables,
    by: Annotated[
        Group | None,
        typer.Option(
            "--by",
            "-b",
            metavar="GROUP",
            case_sensitive=False,
            show_default=False,
            help="Total each group on its own: city, promoter, year, quarter, month, kind, conference or source.",
        ),
    ] = None,
    measure: Annotated[
        Measure,
        typer.Option(
            "--measure",
            "-m",
            metavar="MEASURE",
            case_sensitive=False,
            help="What to total, sort and share by: amount, projects or signings.",
        ),
    ] = Measure.AMOUNT,
    chart: Annotated[bool, typer.Option("--chart", help="Draw the groups of --by as bars.")] = False,  # noqa: FBT002
) -> None:
    """Add up what was signed, exactly, and say what the rounding of the figures leaves open."""
    if by is None and chart:
        raise UsageError("there are no groups to draw", where="--chart", help="say by what to group: --chart --by city")
    with open_engine(data, tables) as engine:
        found = engine.totals(selection_of(selecting, engine), by, measure, alone=by is None and _is_bare(printing))
        if by is None:
            _present_whole(engine, found, measure, printing)
        elif chart:
            _draw(found.rows, measure, printing, _notes(engine, found, [measure], printing))
        else:
            _present_groups(engine, found, by, measure, printing)


def _notes(engine: Engine, found: Totals, measures: Sequence[Measure], printing: Printing) -> list[str]:
    return [*engine.notes, *notes_of(found.selected), *gaps(found.overall, measures, _scale(printing))]


def _present_groups(engine: Engine, found: Totals, by: Group, measure: Measure, printing: Printing) -> None:
    """Write the total of each group."""
    from mycity_cli.output import records

    notes = _notes(engine, found, [Measure.AMOUNT, Measure.PROJECTS], printing)
    shown = sum(row.signings for row in found.overall)
    if sum(row.signings for row in found.rows) > shown:
        notes.append("a signing with several sources is in the group of each")
    coverage = Coverage(found.selected.of, "signing", notes, shown=shown, sheet=f"By {by}")
    present_listing(records.totals(found.rows, found.overall, by, measure, found.left), printing, coverage)


def _present_whole(engine: Engine, found: Totals, measure: Measure, printing: Printing) -> None:
    """Write the total of everything: in a pipe the bare number, on a terminal a card, else a list of one record.

    Several currencies are as many rows, whatever the format.
    """
    format, style, rows = format_of(printing), style_of(printing), found.overall
    if _is_bare(printing):
        write(_bare(rows, measure, style), printing)
        streams.print_notes(_notes(engine, found, [measure], printing))
        return
    from mycity_cli.output import records

    notes = _notes(engine, found, [Measure.AMOUNT, Measure.PROJECTS], printing)
    if len(rows) == 1 and printing.columns is None and format is Format.TABLE:
        present_card(records.total_card(rows[0]), printing, notes)
        return
    shown = sum(row.signings for row in rows)
    coverage = Coverage(found.selected.of, "signing", notes, shown=shown, sheet="Total")
    present_listing(records.totals(rows, rows, None, measure, found.left), printing, coverage)


def _is_bare(printing: Printing) -> bool:
    """Return whether the total of everything is the bare number of one measure."""
    return format_of(printing) is Format.TSV and printing.columns is None and not printing.header


def _scale(printing: Printing) -> Scale | None:
    """Return the unit of the amounts in notes, that of the result; None for the one that suits them."""
    for_people = format_of(printing) in (Format.TABLE, Format.MARKDOWN)
    return style_of(printing).scale or (None if for_people else Scale.YUAN)


def _bare(rows: Sequence[Total], measure: Measure, style: Style) -> list[str]:
    """Return the one number that a script asks for; an empty line where no signing states it.

    Amounts in several currencies, which do not add, are a line each: the number and its currency.
    """
    values = [(value, row.currency) for row in rows if (value := row.measured(measure)) is not None]
    if measure is not Measure.AMOUNT:
        return [f"{plain(sum((value for value, _ in values), start=0)) if values else ''}\n"]
    texts = [(amount_text(value, style.scale or Scale.YUAN), currency) for value, currency in values]
    if len(texts) > 1:
        return [f"{text}\t{currency}\n" for text, currency in texts]
    return [f"{texts[0][0] if texts else ''}\n"]


def _draw(rows: Sequence[Total], measure: Measure, printing: Printing, notes: Sequence[str]) -> None:
    """Write the groups as bars, each with its value in the unit asked for or that suits the largest."""
    if printing.output is not None and format_of(printing) is not Format.TABLE:
        raise UsageError("a chart is plain text", where="--output", help="give the file the ending .txt")
    require_no_text_options(printing)
    if printing.format is not None:
        raise UsageError("a chart has no other format", where="--format", help="leave out --chart or --format")
    if measure is Measure.AMOUNT:
        _require_one_currency(rows)
    from mycity_cli.output import records
    from mycity_cli.output.chart import chart

    style = style_of(printing)
    write_text(chart(records.bars(rows, measure, style.scale), style.width), printing, lambda: notes)


def _require_one_currency(rows: Sequence[Total]) -> None:
    currencies = sorted({row.currency for row in rows if row.currency is not None})
    if len(currencies) > 1:
        raise UsageError(
            f"the signings are in {len(currencies)} currencies, {' and '.join(currencies)}, which do not add",
            help="choose one with --currency, or see all with --format json",
        )
