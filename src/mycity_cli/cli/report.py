"""`mycity report`: the fact sheet of a selection, as a page."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.language import language
from mycity_cli.cli.opening import Opened, opened
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.options import Data, Saving, Selecting
from mycity_cli.cli.selecting import described, selection_of
from mycity_cli.cli.table_options import Tables
from mycity_cli.cli.unsettled import unsettled_of
from mycity_cli.errors import UsageError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.formats import Result, suffix_of, written_endings
from mycity_cli.messages import listed, say
from mycity_cli.query import Group, Measure, Selection
from mycity_cli.query.engine import Engine

if TYPE_CHECKING:
    from mycity_cli.claims import CheckedClaim
    from mycity_cli.model import Fact
    from mycity_cli.output.pages.fact_sheet import FactSheet
    from mycity_cli.statement.verdict import Verdict

EPILOG = """Examples:

mycity report --output sheet.html

mycity report --city Suzhou --lang zh --output suzhou.html

mycity report --data deals.xlsx --year 2022 --title 'Signed in 2022' --output 2022.html

The page is one file that needs no network: to open, to print, to send. The extra 'report' makes it.
"""

_OUTPUT = "Output"
_GROUPS = (Group.CITY, Group.YEAR)
_MOST = 200
_OF_FACTS = frozenset({"city", "source"})
"""The options of selecting that choose among facts too."""


@with_groups
def report(
    selecting: Selecting,
    saving: Saving,
    data: Data,
    tables: Tables,
    title: Annotated[
        str | None,
        typer.Option(
            "--title",
            metavar="TEXT",
            show_default=False,
            rich_help_panel=_OUTPUT,
            help="The title of the page; that of the dataset where it is not given.",
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit", "-n", metavar="N", min=0, rich_help_panel=_OUTPUT, help="Show the first N signings at most."
        ),
    ] = _MOST,
) -> ExitCode:
    """Write a fact sheet as a page: totals, charts, signings, claims and facts, each with its source."""
    _require_page(saving.output)
    from mycity_cli.output.pages.paper import require
    from mycity_cli.output.pages.result_pages import sheet

    require()
    with opened(data, tables, proving=True) as found:
        made = _made(found, selecting, limit, title or "")
        unsettled = unsettled_of(made.totals.left, found.max_bad, data)
        if unsettled is not None:
            # Whoever is handed the page sees no error beside it.
            made = made._replace(told=[*made.told, unsettled.message])
        with streams.unless_closed():
            streams.write_result(sheet(made, language()), saving.output, replace=bool(saving.force))
            streams.print_notes([*made.readings, *made.told])
    return ExitCode.DONE if unsettled is None else streams.print_error(unsettled)


def _require_page(output: Path | None) -> None:
    """Raise UsageError where the page would go to a terminal, or to a file of another ending."""
    if not streams.names_a_file(output):
        if streams.on_terminal():
            wrong = say("a page is no text for a terminal")
            raise UsageError(wrong, where="--output", help=say("--output sheet.html"))
        return
    ending, known = suffix_of(str(output)), written_endings(Result.SHEET)
    if ending not in known:
        wrong = say("'{name}' has no ending", name=output)
        if ending:
            wrong = say("no page has the ending '{ending}'", ending=ending)
        raise UsageError(wrong, where="--output", help=say("known: {names}", names=listed(known)))


def _made(found: Opened, selecting: Selecting, limit: int, title: str) -> "FactSheet":
    """Return what the fact sheet is made of."""
    from mycity_cli.output.pages.fact_sheet import FactSheet

    engine = found.engine
    selection, told = selection_of(selecting, engine)
    answers = [engine.totals(selection, group, Measure.AMOUNT) for group in _GROUPS]
    deals = engine.deals(selection).selected
    records = iter(deals.records)
    signings = list(islice(records, limit))
    more = next(records, None) is not None
    facts, claims = _stated(engine, selecting, selection)
    dataset = engine.dataset
    return FactSheet(
        records=dataset,
        totals=answers[0],
        groups=[(group, answer.rows) for group, answer in zip(_GROUPS, answers, strict=True)],
        signings=signings,
        more=more,
        claims=claims,
        facts=facts,
        apart=(len(dataset.facts) - len(facts), len(getattr(dataset, "claims", ())) - len(claims)),
        sources=engine.sources().sources,
        told=[*told, *(note for note in engine.notes if note not in engine.readings)],
        readings=list(engine.readings),
        selected=described(selecting),
        provenance=found.provenance(),
        title=title,
    )


def _stated(engine: Engine, selecting: Selecting, selection: Selection) -> "tuple[Sequence[Fact], list[CheckedClaim]]":
    """Return the facts and the claims that belong to a selection.

    Facts are of a city and a source, so that no other option chooses among them. Claims are those that a source makes,
    and that rest on what is selected. A table has neither.
    """
    from mycity_cli.model import Dataset

    dataset = engine.dataset
    if not isinstance(dataset, Dataset):
        return [], []
    from mycity_cli.claims import check_claims
    from mycity_cli.query.names import find_places, find_sources

    given = {name for name, _ in described(selecting)}
    cities = find_places(dataset, selection.cities, where="--city")
    sources = find_sources(dataset, selection.sources, where="--source")
    facts = [
        fact
        for fact in dataset.facts
        if given <= _OF_FACTS
        and (not cities or dataset.city_of(fact) in cities)
        and (not sources or any(cited.id in sources for cited in fact.sources))
    ]
    by_source = [
        claim for claim in dataset.claims if not sources or any(cited.id in sources for cited in claim.sources)
    ]
    checked = check_claims(dataset, by_source)
    if given <= {"source"}:
        return facts, checked
    deals = list(engine.deals(selection).selected.records)
    chosen = {id for signing in deals for id in (signing.id, signing.conference)}
    return facts, [
        each for each in checked if each.verdict is not None and not chosen.isdisjoint(_records(each.verdict))
    ]


def _records(verdict: "Verdict | None") -> Iterator[str]:
    """Yield the ids of the records that a verdict rests on."""
    for term in () if verdict is None else verdict.terms:
        yield from term.records
