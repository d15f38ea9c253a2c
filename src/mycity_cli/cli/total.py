"""`mycity total`: what the signings add up to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.charts import Drawn, draw, is_pictured
from mycity_cli.cli.opening import Opened, opened
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.options import LISTED, Data, Printing, Selecting, complete, format_option
from mycity_cli.cli.present import (
    Coverage,
    format_of,
    is_page,
    present_card,
    present_listing,
    style_of,
    unit_notes,
    write,
)
from mycity_cli.cli.selecting import described, selection_of
from mycity_cli.cli.table_options import Tables
from mycity_cli.cli.unsettled import unsettled_of
from mycity_cli.errors import UsageError
from mycity_cli.exact import plain
from mycity_cli.exit_codes import ExitCode
from mycity_cli.figure import Scale
from mycity_cli.figure.amount_words import amount_text
from mycity_cli.formats import Format, Result, choices_of
from mycity_cli.messages import listed, say, say_as
from mycity_cli.output.notes import gaps, mixed_currencies, notes_of
from mycity_cli.output.render import Style
from mycity_cli.query import By, Group, Measure, Total
from mycity_cli.query.aspects import column_key
from mycity_cli.query.engine import Engine, Totals
from mycity_cli.query.levels import LEVELS, by_levels
from mycity_cli.query.totals import OF_AMOUNTS

if TYPE_CHECKING:
    from mycity_cli.output.listing import Listing
    from mycity_cli.output.naming import Naming

EPILOG = """Examples:

mycity total

mycity total 苏州 --unit billion

mycity total --by city --chart

mycity total --by year --chart --output chart.svg

mycity total --measure projects --year 2022

mycity total --by quarter --format json

mycity total --by province,year

mycity total --measure median --where 'projects>=20'
"""

_FOR_PEOPLE = (Format.TABLE, Format.MARKDOWN)
if TYPE_CHECKING:
    TotalFormat = Format
else:
    TotalFormat = Literal[choices_of(Result.LISTING, Result.CHART)]

_Format = Annotated[
    TotalFormat | None,
    format_option(
        f"{', '.join(LISTED)}; svg and png are charts of --by. A table on a terminal and TSV in a pipe where it "
        "is not given."
    ),
]


_TOTAL = say_as("title", "Total")
_TOTAL = say_as("title", "Total")
_COUNT = "count"
"""Another name for the measure `signings`."""


@with_groups
def total(
    selecting: Selecting,
    printing: Printing,
    data: Data,
    tables: Tables,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            "-b",
            metavar="GROUP",
            autocompletion=complete("by"),
            show_default=False,
            help="Total each group on its own: city, promoter, partner, province, country, year, quarter, month, kind, "
            "conference, source, currency, or a column of the data's own. Several are groups within groups: city,year.",
        ),
    ] = None,
    measure: Annotated[
        Literal["amount", "projects", "signings", "count", "average", "median", "max"] | None,
        typer.Option(
            "--measure",
            "-m",
            metavar="MEASURE",
            case_sensitive=False,
            show_default=False,
            help="What to total, sort and share by: amount where it is not given, projects or signings (also: count); "
            "or the average, median or max of the amounts.",
        ),
    ] = None,
    chart: Annotated[bool, typer.Option("--chart", help="Draw the groups of --by as bars.")] = False,  # noqa: FBT002
    format: _Format = None,
) -> ExitCode:
    """Add up what was signed, exactly, and say what the rounding of the figures leaves open."""
    measured = Measure.SIGNINGS if measure == _COUNT else Measure(measure or Measure.AMOUNT)
    printing = printing._replace(format=None if format is None else Format(format))
    groups, pictured = _groups_of(by), is_pictured(printing)
    _require_drawable(groups, printing, chart=chart or pictured)
    if pictured:
        from mycity_cli.output.pages.paper import require

        require()
    proving = pictured or (not chart and is_page(printing))
    with opened(data, tables, proving=proving) as answering:
        engine, most, _ = answering
        alone = groups is None and _is_bare(printing)
        selection, told = selection_of(selecting, engine)
        found = engine.totals(selection, groups, measured, alone=alone)._replace(told=tuple(told))
        groups = _as_found(groups, found)
        unsettled = unsettled_of(found.left, most, data)
        if unsettled is not None and alone:
            # A number by itself would be taken for the answer.
            streams.print_notes([*told, *engine.notes])
            raise unsettled
        if unsettled is not None and _holds_notes(printing, pictured=pictured):
            # Whoever is handed the file sees no error beside it.
            found = found._replace(told=(*found.told, unsettled.message))
        with streams.unless_closed():
            if groups is None:
                _present_whole(answering, found, measured, printing)
            elif chart or pictured:
                _draw(Drawn(answering, found, groups, measured, described(selecting)), printing)
            else:
                _present_groups(answering, found, found.levels or groups, measured, printing)
    return ExitCode.DONE if unsettled is None else streams.print_error(unsettled)


def _holds_notes(printing: Printing, *, pictured: bool) -> bool:
    """Return whether what is written holds notes, and is kept: a file, a page, a picture."""
    return pictured or streams.names_a_file(printing.output) or format_of(printing) in (Format.MARKDOWN, Format.HTML)


def _groups_of(given: Sequence[str] | None) -> By:
    """Return what to group by: the names of all options, each with one or several."""
    if not given:
        return None
    names = [name.strip() for each in given for name in each.split(",") if name.strip()]
    if not names:
        raise UsageError(say("names no group"), where="--by", help=say("known: {names}", names=listed(LEVELS)))
    twice = [name for number, name in enumerate(names) if column_key(name) in map(column_key, names[:number])]
    if twice:
        raise _given_twice(twice[0])
    return by_levels(names)


def _as_found(groups: By, found: Totals) -> By:
    """Return what is grouped by, as the data calls it. Raises UsageError where two names are of one level."""
    twice = [at for at, level in enumerate(found.levels) if level in found.levels[:at]]
    if twice and isinstance(groups, tuple):
        raise _given_twice(groups[twice[0]])
    return by_levels(found.levels) if len(found.levels) == 1 else groups


def _given_twice(name: str) -> UsageError:
    wrong = say("'{name}' is given twice", name=name)
    return UsageError(wrong, where="--by", help=say("name each level once"))


def _require_drawable(groups: By, printing: Printing, *, chart: bool) -> None:
    """Raise UsageError for a chart without groups, and for what groups within groups do not have."""
    outermost = groups[0] if isinstance(groups, tuple) and len(groups) > 1 else None
    if chart and groups is None:
        help = say("say by what to group: --chart --by city")
        raise UsageError(say("there are no groups to draw"), where="--chart", help=help)
    if chart and outermost is not None:
        help = say("group by one: --by {level}", level=outermost)
        raise UsageError(say("draws the groups of one level"), where="--chart", help=help)
    if printing.sort is not None and outermost is not None:
        raise UsageError(
            say("groups within groups stand below the one that they are in, the largest first"),
            where="--sort",
            help=say("group by one: --by {level}; or say by --measure what is the largest", level=outermost),
        )


def _draw(drawn: Drawn, printing: Printing) -> None:
    """Draw the groups as bars, sorted by the columns that a table of them has."""
    from mycity_cli.output import total_listing

    notes = _notes(drawn.opened.engine, drawn.totals, [drawn.measure], printing, style_of(printing).scale)
    columns = [column.name for column in total_listing.totals([], [], drawn.by, drawn.measure).columns]
    draw(drawn, _by_own_name(printing, drawn.by, columns), notes)


def _notes(
    engine: Engine, found: Totals, measures: Sequence[Measure], printing: Printing, scale: Scale | None
) -> list[str]:
    told = [*found.told, *engine.notes, *notes_of(found.selected, ids=printing.ids)]
    return [*told, *gaps(found.overall, measures, scale, found.left, ids=printing.ids)]


def _present_groups(
    answering: Opened, found: Totals, by: Group | tuple[str, ...], measure: Measure, printing: Printing
) -> None:
    """Write the total of each group."""
    from mycity_cli.output import total_listing
    from mycity_cli.output.naming import LocalNames

    notes = _notes(answering.engine, found, _told(measure), printing, _scale(printing))
    shown = sum(row.signings for row in found.overall)
    innermost = len(by) if isinstance(by, tuple) else 0
    if sum(row.signings for row in found.rows if len(row.keys) == innermost) > shown:
        notes.append(say("a signing with several sources is in the group of each"))
    places = LocalNames(lambda: answering.engine.dataset)
    levels = by if isinstance(by, tuple) else (by,)
    notes += mixed_currencies(found.rows, total_listing.naming_of(levels[-1], places))
    sheet = _sheet_of(levels)
    coverage = Coverage(found.selected.of, "signing", notes, shown=shown, sheet=sheet, grounds=answering.grounds)
    for_people = format_of(printing) in _FOR_PEOPLE
    listing = total_listing.totals(
        found.rows,
        found.overall,
        by,
        measure,
        found.left,
        selected=found.selected,
        places=places,
        for_people=for_people,
    )
    printing = _by_own_name(printing, by, [column.name for column in listing.columns])
    if isinstance(by, tuple) and format_of(printing) is Format.XLSX:
        listing = listing._replace(sheets=_sheets(found, by, measure, places))
    present_listing(listing, printing, coverage)


def _by_own_name(printing: Printing, by: By, columns: Sequence[str]) -> Printing:
    """Return how to write, with the column of the groups by its name where it is called what they are: `--sort year`.

    A column of what is added up that has the name keeps it.
    """
    (group, *further) = by if isinstance(by, tuple) else (by,)
    if group is None or further:
        return printing
    level = str(group)

    def named(given: str) -> str:
        sign, name = given[: given.startswith("-")], given.removeprefix("-")
        is_group = column_key(name) == column_key(level) or _is_called(name, level)
        return f"{sign}key" if name not in columns and is_group else given

    sort = None if printing.sort is None else named(printing.sort)
    chosen = printing.columns and [named(each.strip()) for given in printing.columns for each in given.split(",")]
    return printing._replace(sort=sort, columns=chosen)


def _is_called(name: str, level: str) -> bool:
    if name.isascii():
        return False
    from mycity_cli.query.called import column_called

    return column_called(name, [level]) is not None


def _sheets(found: Totals, by: tuple[str, ...], measure: Measure, places: "Naming") -> "list[Listing[Any]]":
    """Return the sheets of a workbook of groups within groups: one for each level, the outermost first."""
    from mycity_cli.output import total_listing

    sheets = []
    for depth in range(1, len(by) + 1):
        rows = [row for row in found.rows if len(row.keys) == depth]
        listing = total_listing.totals(
            rows, found.overall, by[:depth], measure, found.left, selected=found.selected, places=places
        )
        sheets.append(listing._replace(title=_sheet_of(by[:depth])))
    return sheets


def _sheet_of(levels: Sequence[str]) -> str:
    """Return what a sheet of groups is called."""
    from mycity_cli.output.naming import level_word

    return say_as("title", "By {levels}", levels=listed(map(level_word, levels)))


def _told(measure: Measure) -> list[Measure]:
    """Return the measures that are shown where one is asked for."""
    return [measure] if measure in OF_AMOUNTS else [Measure.AMOUNT, Measure.PROJECTS]


def _present_whole(answering: Opened, found: Totals, measure: Measure, printing: Printing) -> None:
    """Write the total of everything: in a pipe the bare number, on a terminal a card, else a list of one record.

    Several currencies are as many rows, whatever the format.
    """
    format, style, rows, engine = format_of(printing), style_of(printing), found.overall, answering.engine
    if _is_bare(printing):
        write(_bare(rows, measure, style), printing)
        amounts = measure is Measure.AMOUNT or measure in OF_AMOUNTS
        notes = unit_notes(printing, format) if amounts else []
        streams.print_notes([*_notes(engine, found, [measure], printing, _scale(printing)), *notes])
        return
    from mycity_cli.output import total_listing

    notes = _notes(engine, found, _told(measure), printing, _scale(printing))
    if len(rows) == 1 and printing.columns is None and format is Format.TABLE:
        present_card(total_listing.total_card(rows[0], measure, ids=printing.ids), printing, notes)
        return
    shown = sum(row.signings for row in rows)
    coverage = Coverage(found.selected.of, "signing", notes, shown=shown, sheet=_TOTAL, grounds=answering.grounds)
    listing = total_listing.totals(rows, rows, None, measure, found.left, selected=found.selected)
    present_listing(listing, printing, coverage)


def _is_bare(printing: Printing) -> bool:
    """Return whether the total of everything is the bare number of one measure; in a file what it lacks stands too."""
    is_bare = format_of(printing) is Format.TSV and printing.columns is None and not printing.header
    return is_bare and not streams.names_a_file(printing.output)


def _scale(printing: Printing) -> Scale | None:
    """Return the unit of the amounts in notes, that of the result; None for the one that suits them."""
    return style_of(printing).scale or (None if format_of(printing) in _FOR_PEOPLE else Scale.YUAN)


def _bare(rows: Sequence[Total], measure: Measure, style: Style) -> list[str]:
    """Return the one number that a script asks for; an empty line where no signing states it.

    Amounts in several currencies, which do not add, are a line each: the number and its currency.
    """
    values = [(value, row.currency) for row in rows if (value := row.measured(measure)) is not None]
    if measure is not Measure.AMOUNT and measure not in OF_AMOUNTS:
        return [f"{plain(sum((value for value, _ in values), start=0)) if values else ''}\n"]
    texts = [(amount_text(value, style.scale or Scale.YUAN), currency) for value, currency in values]
    if len(texts) > 1:
        return [f"{text}\t{currency}\n" for text, currency in texts]
    return [f"{texts[0][0] if texts else ''}\n"]
