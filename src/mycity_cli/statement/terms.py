"""The names and measures of a statement, found in a dataset and added up, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mycity_cli.errors import UnknownNameError, UsageError, suggestion
from mycity_cli.exact import rational
from mycity_cli.figure import COUNT, Bound, Figure
from mycity_cli.interval import Interval
from mycity_cli.model import Cited, Conference, Dataset, Fact, Signing, Stated
from mycity_cli.query import LeftOut, Measure, Selected, Selection, Sum, select_conferences, select_signings, total
from mycity_cli.query.selection import NO_DATE
from mycity_cli.statement.dimensions import SCALED
from mycity_cli.statement.filters import selection_of
from mycity_cli.statement.nodes import Fault, Filter, Measured, Name

TOTAL = "total"
CONFERENCES = "conferences"
MEASURES = (*Measure, CONFERENCES)

S = TypeVar("S", Signing, Conference)


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A name or measure of a statement and what the dataset says of it.

    `sum` is None where the figure is not stated. `parts` are the figures that it is the sum of, by what each is the
    figure of: two terms that share one are known to share it. `doubtful` are the ids of records of which the dates do
    not say whether they pass the filters.
    """

    name: str
    unit: str
    sum: Sum | None
    parts: Mapping[tuple[str, str], Sum]
    records: tuple[str, ...]
    sources: tuple[Cited, ...]
    left_out: tuple[LeftOut, ...] = ()
    doubtful: tuple[str, ...] = ()


class Terms:
    """The terms of one dataset. `as_written` takes each plain figure as exactly what is written, without rounding."""

    def __init__(self, dataset: Dataset, *, as_written: bool = False) -> None:
        self.dataset = dataset
        self.as_written = as_written
        self._found: dict[Name | Measured, Term] = {}

    def of(self, node: Name | Measured) -> Term:
        """Return the term of a name or measure, always the same one.

        Raises Fault for what the dataset does not know, or what does not add up.
        """
        found = self._found.get(node)
        if found is None:
            found = self._named(node) if isinstance(node, Name) else self._measured(node)
            self._found[node] = found
        return found

    # --- names ---------------------------------------------------------------------------------------------------

    def _named(self, node: Name) -> Term:
        if node.name == TOTAL and not node.quoted:
            return self._amount(node, Selection())
        try:
            return self._amount(node, Selection(cities=(node.name,)))
        except UnknownNameError:
            fact = self.dataset.find(Fact, node.name) or self.dataset.find(Fact, node.name.lower())
            if fact is None:
                raise self._unknown(node) from None
        except UsageError as error:  # several places have the name
            raise Fault(error.message, node.span, help=error.help) from None
        if fact.figure is None:
            help = "facts with a figure: " + ", ".join(self._fact_ids()[:8])
            raise Fault(f"the fact '{fact.id}' is a text, not a figure", node.span, help=help)
        stated = self._sum([fact.figure])
        return Term(str(node), fact.figure.unit, stated, {("fact", fact.id): stated}, (fact.id,), fact.sources)

    def _unknown(self, node: Name) -> Fault:
        names = [place.name for place in self.dataset.places]
        more = [name for place in self.dataset.places for name in place.all_names[1:]]
        known = [*names, *self._fact_ids(), TOTAL, *more]
        measure = node.name.lower()
        help = suggestion(node.name, list(dict.fromkeys(known)), also=[f"{each}()" for each in MEASURES])
        if measure in MEASURES:
            help = f"a measure has parentheses: {measure}(), or with filters {measure}(year=2022)"
        elif node.name[0].isdecimal() and not node.quoted:
            help = "a figure has its unit after it: 93 billion yuan, 930亿元, 30 projects, 22.4%"
        elif "-" in node.name and not node.quoted:
            apart = " - ".join(node.name.split("-"))
            nearest = suggestion(node.name, known, most=0)
            help = f"{nearest} Joined by hyphens it is one name; subtraction has spaces: {apart}".strip()
        return Fault(f"unknown name '{node.name}'", node.span, help=help)

    def _fact_ids(self) -> list[str]:
        return [fact.id for fact in self.dataset.facts if fact.figure is not None]

    # --- measures ------------------------------------------------------------------------------------------------

    def _measured(self, node: Measured) -> Term:
        measure = node.measure.name.lower()
        if measure not in MEASURES:
            raise Fault(f"unknown measure '{node.measure}'", node.measure.span, help=self._in_place_of(node))
        selection = selection_of(node.filters)
        if measure == CONFERENCES:
            chosen = self._chosen(select_conferences, node)
            return replace(_count(node, [*chosen.records], chosen.left_out), doubtful=_doubtful(chosen))
        doubtful = _doubtful(self._chosen(select_signings, node))
        if measure == Measure.AMOUNT:
            return replace(self._amount(node, selection), doubtful=doubtful)
        return replace(self._number(node, selection, Measure(measure)), doubtful=doubtful)

    def _in_place_of(self, node: Measured) -> str:
        """Return the help for what is written like a measure and is none; it may be the name of something else."""
        try:
            named = self.of(node.measure)
        except Fault:
            return suggestion(node.measure.name.lower(), MEASURES)
        if not node.filters or any(kind == "fact" for kind, _ in named.parts):
            return f"did you mean {node.measure}, without parentheses?"
        city = [] if node.measure.name == TOTAL else [str(node.measure)]
        return f"did you mean amount({', '.join([*city, *map(str, node.filters)])})?"

    def _chosen(self, select: Callable[[Dataset, Selection], Selected[S]], node: Measured) -> Selected[S]:
        """Return the records that pass the filters. Raises Fault at the first filter that cannot stand."""
        try:
            return select(self.dataset, selection_of(node.filters))
        except UsageError:
            for count, each in enumerate(node.filters, start=1):
                try:
                    select(self.dataset, selection_of(node.filters[:count]))
                except UsageError as error:
                    help = self._named_filter(select, each) if each.name is None else ""
                    raise Fault(error.message, each.span, help=help or error.help) from None
            raise

    def _named_filter(self, select: Callable[[Dataset, Selection], Selected[S]], bare: Filter) -> str:
        """Return the help for a filter without a name that is no city: it may be a kind, a conference or a source."""
        for name in ("kind", "conference", "source"):
            named = replace(bare, name=Name(name, quoted=False, span=bare.span))
            try:
                select(self.dataset, selection_of((named,)))
            except UsageError:
                continue
            return f"did you mean {named}?"
        return ""

    def _amount(self, node: Name | Measured, selection: Selection) -> Term:
        chosen = select_signings(self.dataset, selection)
        rows = total(self.dataset, chosen.records)
        currencies = [row.currency for row in rows if row.currency is not None]
        if len(currencies) > 1:
            raise _in_several(node, currencies)
        added, left_out = _added(chosen, [id for row in rows for id in row.parts])
        stated = [signing for signing in added if signing.amount is not None]
        figures = {("amount", signing.id): signing.amount for signing in stated if signing.amount is not None}
        unit = currencies[0] if currencies else self._only_currency()
        missing = tuple(id for row in rows for id in row.without_amount)
        return self._term(node, unit, figures, stated, [*left_out, *_missing("no amount stated", missing)])

    def _number(self, node: Measured, selection: Selection, measure: Measure) -> Term:
        """Return the number of projects, or of signings."""
        chosen = select_signings(self.dataset, selection)
        rows = total(self.dataset, chosen.records)
        added, left_out = _added(chosen, [id for row in rows for id in row.parts])
        if measure is Measure.SIGNINGS:
            return _count(node, added, left_out)
        stated = [signing for signing in added if signing.projects is not None]
        figures = {("projects", signing.id): signing.projects for signing in stated if signing.projects is not None}
        missing = tuple(id for row in rows for id in row.without_projects)
        return self._term(node, COUNT, figures, stated, [*left_out, *_missing("no number of projects stated", missing)])

    def _term(
        self,
        node: Name | Measured,
        unit: str,
        figures: Mapping[tuple[str, str], Figure],
        stated: Sequence[Signing],
        left_out: Sequence[LeftOut],
    ) -> Term:
        """Return the sum of figures; not stated where there are none, and signings that should have had one."""
        known = bool(figures) or not left_out
        return Term(
            name=str(node),
            unit=unit,
            sum=self._sum(list(figures.values())) if known else None,
            parts={key: self._sum([figure]) for key, figure in figures.items()},
            records=tuple(record.id for record in stated),
            sources=_sources(stated),
            left_out=tuple(left_out),
        )

    def _sum(self, figures: list[Figure]) -> Sum:
        added = Sum.of(figures)
        return Sum(added.value, Interval.sum(map(as_written, figures))) if self.as_written else added

    def _only_currency(self) -> str:
        """Return the unit of an amount that nothing states: the only currency of the dataset, or any."""
        units = {signing.amount.unit for signing in self.dataset.signings if signing.amount is not None}
        return next(iter(units)) if len(units) == 1 else SCALED


def as_written(figure: Figure) -> Interval:
    """Return exactly what is written: the number itself, or what its hedge word says that it may be."""
    return Interval.exactly(rational(figure.value)) if figure.bound is Bound.EXACT else figure.interval


def _count(node: Measured, records: Sequence[Stated], left_out: Iterable[LeftOut]) -> Term:
    value = len(records)
    exact = Sum(value, Interval.exactly(value))
    return Term(str(node), COUNT, exact, {}, tuple(record.id for record in records), _sources(records), tuple(left_out))


def _added(chosen: Selected[Signing], parts: Sequence[str]) -> tuple[list[Signing], list[LeftOut]]:
    """Return the signings that are added up, and those that are not because their whole is, or a filter leaves out."""
    added = [signing for signing in chosen.records if signing.id not in parts]
    return added, [*chosen.left_out, *_missing("part of another signing", tuple(parts))]


def _doubtful(chosen: Selected[S]) -> tuple[str, ...]:
    undated = [each.ids for each in chosen.left_out if each.reason == NO_DATE]
    return sum(undated, chosen.perhaps)


def _missing(reason: str, ids: tuple[str, ...]) -> list[LeftOut]:
    return [LeftOut(reason, ids)] if ids else []


def _sources(records: Iterable[Stated]) -> tuple[Cited, ...]:
    return tuple(dict.fromkeys(cited for record in records for cited in record.sources))


def _in_several(node: Name | Measured, currencies: list[str]) -> Fault:
    filters = [f"currency={currencies[0]}"]
    if isinstance(node, Measured):
        filters = [*map(str, node.filters), *filters]
    elif node.name != TOTAL:
        filters = [str(node), *filters]
    message = f"'{node}' is in {len(currencies)} currencies, {' and '.join(currencies)}, which do not add"
    return Fault(message, node.span, help=f"choose one: amount({', '.join(filters)})")
