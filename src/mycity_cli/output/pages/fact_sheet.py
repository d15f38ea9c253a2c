"""The fact sheet of a selection: what it adds up to, its groups, its signings, and what else the sources say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.exact import grouped, rational
from mycity_cli.figure import Scale
from mycity_cli.figure.required import NoMoney
from mycity_cli.interval import End
from mycity_cli.messages import Language, say
from mycity_cli.output.bars import IN_TIME, Caption, chart_of, in_time_order
from mycity_cli.output.human import aligned, cell_text
from mycity_cli.output.listing import Kind
from mycity_cli.output.notes import named as named_first
from mycity_cli.output.pages.bar_lines import BarTable, bar_table, column
from mycity_cli.output.pages.captions import chart_title, chosen_in_words, measure_word, named, origin
from mycity_cli.output.pages.diction import Diction
from mycity_cli.output.pages.fact_sheet_notes import notes_of_sheet
from mycity_cli.output.pages.paper import page
from mycity_cli.output.total_listing import naming_of
from mycity_cli.provenance import Provenance
from mycity_cli.query import Group, Measure, Sum, Total
from mycity_cli.query.data import Deal, KnownSource, Records
from mycity_cli.query.engine import Totals
from mycity_cli.query.titles import heading_of

if TYPE_CHECKING:
    from markupsafe import Markup

    from mycity_cli.claims import CheckedClaim
    from mycity_cli.model import Fact

MOST_GROUPS = 30
"""So many bars a chart of a sheet has at most."""


class FactSheet(NamedTuple):
    """What a fact sheet is made of: the answers to one selection.

    `signings` are those that are shown, and `more` says that there are others. `apart` is how many facts and claims are
    left out, since the selection says nothing of them. `told` are the notes of whatever answered, and `readings` those
    on how the data was read.
    """

    records: Records
    totals: Totals
    groups: Sequence[tuple[Group, Sequence[Total]]]
    signings: Sequence[Deal]
    more: bool
    claims: Sequence[CheckedClaim]
    facts: Sequence[Fact]
    apart: tuple[int, int]
    sources: Sequence[KnownSource]
    told: Sequence[str]
    readings: Sequence[str]
    selected: Sequence[tuple[str, str]]
    provenance: Provenance
    title: str = ""


def sheet_page(sheet: FactSheet, language: Language) -> str:
    """Return the page of a fact sheet. Raises MissingExtraError where the extra for it is not installed."""
    sources = list(_cited(sheet))
    diction = Diction(sheet.records, sources, language)
    return page(
        "sheet.html.jinja",
        language,
        title=sheet.title or named(sheet.provenance),
        kicker=diction.words["sheet"]["kicker"],
        origin=origin(sheet.provenance, language),
        selected=chosen_in_words(sheet.selected, language),
        wholes=[_whole(row, diction) for row in sheet.totals.overall],
        notes=list(map(diction.said, notes_of_sheet(sheet.totals, sheet.signings, sheet.told))),
        readings=list(map(diction.said, sheet.readings)),
        charts=list(_charts(sheet, diction)),
        signings=_signings(sheet, diction),
        counted=_counted(sheet, diction),
        claims=[_claim(each, diction) for each in sheet.claims],
        facts=[_fact(each, diction) for each in sheet.facts],
        apart=_apart(sheet, diction),
        sources=[_source(source, diction) for source in sources],
    )


def _cited(sheet: FactSheet) -> Iterator[KnownSource]:
    """Yield the sources of what is on the sheet."""
    stated: list[Iterable[Any]] = [sheet.signings, sheet.facts, (each.claim for each in sheet.claims)]
    cited = {each.id for records in stated for record in records for each in record.sources}
    cited |= {id for row in sheet.totals.overall for id in row.sources}
    return (source for source in sheet.sources if source.id in cited)


def _whole(row: Total, diction: Diction) -> dict[str, str]:
    """Return what signings of a currency add up to, in words."""
    amount, scale = row.amount, diction.scale([None if row.amount is None else row.amount.value])
    return {
        "amount": "" if amount is None else diction.number(amount.value, scale),
        "unit": "" if amount is None else diction.unit(scale, row.currency),
        "between": _possible(amount, scale, diction),
        "projects": "" if row.projects is None else diction.number(row.projects.value),
        "projects_between": _between(row.projects, None, diction),
        "projects_possible": _possible(row.projects, None, diction),
        "signings": grouped(str(row.signings)),
        "currency": row.currency or "",
    }


def _possible(sum: Sum | None, scale: Scale | None, diction: Diction) -> str:
    """Return what a total may be; what only goes on from the number itself needs no name."""
    between = _between(sum, scale, diction)
    if sum is None or not between or (sum.interval.high is None and sum.interval.low in (None, End(sum.value))):
        return between
    return diction.said(say("Possible values: {between}", between=between))


def _between(sum: Sum | None, scale: Scale | None, diction: Diction) -> str:
    return "" if sum is None else diction.between(sum.value, sum.interval, scale)


def _charts(sheet: FactSheet, diction: Diction) -> Iterator[tuple[BarTable, list[str]]]:
    """Yield a chart for each group and currency, where there is more than one to compare, and what it does not show."""
    for group, rows in sheet.groups:
        ordered = in_time_order(rows) if group in IN_TIME else list(rows)
        currencies: list[str | None] = [*sorted({row.currency for row in ordered if row.currency is not None})]
        for currency in currencies or [None]:
            measure = Measure.AMOUNT if currency is not None else Measure.PROJECTS
            chosen, beside = _of_currency(ordered, currency)
            if len([row for row in chosen if row.measured(measure) is not None]) < 2:
                continue
            # Of many years the latest, of others the largest.
            shown = chosen[-MOST_GROUPS:] if group in IN_TIME else chosen[:MOST_GROUPS]
            scale = diction.scale([row.measured(measure) for row in shown])
            chart = chart_of(shown, measure, scale, diction.language, naming_of(group, diction.places))
            title = diction.said(chart_title(measure, group))
            chart = chart._replace(caption=Caption(title), currency=currency)
            heading, measured = diction.said(heading_of(group)), diction.said(measure_word(measure))
            more = list(map(diction.said, _not_shown(len(shown), len(chosen), [*map(diction.key, beside)])))
            yield bar_table(chart, diction, group=heading, measure=measured), more


def _not_shown(shown: int, number: int, beside: Sequence[str]) -> Iterator[str]:
    """Yield what a chart does not show: further groups, and signings of some groups."""
    if number > shown:
        yield say("{shown} of {of} groups are shown.", shown=shown, of=number)
    if beside:
        yield say("Of some signings no amount is stated: {groups}.", groups=named_first(beside))


def _of_currency(rows: Sequence[Total], currency: str | None) -> tuple[list[Total], list[str | None]]:
    """Return the totals of groups in a currency, and the groups with signings of which no amount is stated beside them.

    A group is there once: of one that has amounts in any currency those signings are no group of their own.
    """
    stated = {row.key for row in rows if row.currency is not None}
    chosen = [row for row in rows if row.currency == currency or (row.currency is None and row.key not in stated)]
    shown = {row.key for row in chosen}
    return chosen, [row.key for row in rows if row.currency is None and row.key in stated & shown and currency]


def _signings(sheet: FactSheet, diction: Diction) -> dict[str, Any]:
    """Return the table of signings: amounts of one currency in one unit, of several each in its own."""
    money = [signing.money for signing in sheet.signings]
    currencies = {each.unit for each in money if each is not None}
    scale = diction.scale(money) if len(currencies) == 1 else None
    if scale is None:
        amounts: Sequence[Markup | str] = ["" if each is None else diction.figure(each) for each in money]
    else:
        amounts = column(aligned([cell_text(each, Kind.AMOUNT, scale) for each in money]))
    rows = [_signing(*each, scale, diction) for each in zip(sheet.signings, amounts, strict=True)]
    return {
        "rows": rows,
        "unit": "" if scale is None else diction.unit(scale, next(iter(currencies))),
        "has_kinds": any(row["kind"] for row in rows),
        "has_sources": any(row["cited"] for row in rows),
    }


def _signing(signing: Deal, amount: Markup | str, scale: Scale | None, diction: Diction) -> dict[str, Any]:
    money = signing.money
    own = scale or diction.scale([money])
    return {
        "id": signing.id,
        "city": diction.place(signing.city) or signing.id,
        "date": diction.date(signing.date),
        "kind": diction.kind(signing.kind),
        "projects": "" if signing.projects is None else diction.figure(signing.projects),
        "amount": amount,
        "none": signing.amount is NoMoney.NONE,
        "between": "" if money is None else diction.between(rational(money.value), money.interval, own),
        "stated": "" if money is None else str(money),
        "part_of": "" if signing.part_of is None else diction.said(say("part of {id}", id=signing.part_of)),
        "cited": diction.cited(signing.sources),
    }


def _counted(sheet: FactSheet, diction: Diction) -> str:
    """Return how many signings are shown, where not all are."""
    shown = grouped(str(len(sheet.signings)))
    if sheet.more:
        return diction.said(
            say("The first {shown} signings are shown; there are more. The totals are of all of them.", shown=shown)
        )
    return diction.said(
        say("{shown} of {of} signings are shown.", shown=shown, of=grouped(str(sheet.totals.selected.of)))
    )


def _claim(checked: CheckedClaim, diction: Diction) -> dict[str, Any]:
    verdict = checked.verdict
    sides = () if verdict is None else (("left", verdict.left), ("right", verdict.right))
    unit = "" if verdict is None else verdict.unit
    return {
        "outcome": checked.outcome.value,
        "text": checked.claim.text,
        "statement": checked.claim.statement or "",
        "sides": [
            (diction.said(heading_of(name)), diction.sum(side, unit)) for name, side in sides if side is not None
        ],
        "reason": diction.said(checked.reason),
        "cited": diction.cited(checked.claim.sources),
    }


def _fact(fact: Fact, diction: Diction) -> dict[str, Any]:
    figure = fact.figure
    return {
        "name": fact.name,
        "stated": str(figure) if figure is not None else fact.text or "",
        "between": "" if figure is None else diction.between_of(figure),
        "date": diction.date(fact.date),
        "cited": diction.cited(fact.sources),
    }


def _apart(sheet: FactSheet, diction: Diction) -> str:
    facts, claims = sheet.apart
    if not facts and not claims:
        return ""
    return diction.said(
        say(
            "Facts and claims are of the whole dataset: {facts} facts and {claims} claims are left out of this "
            "selection.",
            facts=facts,
            claims=claims,
        )
    )


def _source(source: KnownSource, diction: Diction) -> dict[str, str]:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher or "",
        "date": diction.date(source.date),
        "language": source.language or "",
        "url": source.url or "",
    }
