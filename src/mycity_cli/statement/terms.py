"""The names and measures of a statement, found in the data and added up, each once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mycity_cli.errors import UnknownNameError, UsageError, suggestion
from mycity_cli.figure import COUNT
from mycity_cli.messages import Said, all_of, counted, listed, say, sentences
from mycity_cli.model import Cited, Fact
from mycity_cli.query import LeftOut, Measure, Selection, Sum
from mycity_cli.query.data import Deal, Event
from mycity_cli.query.engine import Engine
from mycity_cli.query.names import fold
from mycity_cli.query.selection import NO_AMOUNT, NO_DATE
from mycity_cli.query.summed import BAD_ROWS, GAPS, Asked, Summed, cited, ids, missing
from mycity_cli.query.summed import counted as number_between
from mycity_cli.query.sums import MISSING
from mycity_cli.query.totals import ADDED
from mycity_cli.statement.dimensions import SCALED
from mycity_cli.statement.filters import selection_of
from mycity_cli.statement.joined_names import TOTAL
from mycity_cli.statement.nodes import Fault, Filter, Measured, Name, Statement, names_in
from mycity_cli.statement.words import words

CONFERENCES = "conferences"
MEASURES = (*ADDED, CONFERENCES)

_FEW = 3


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A name or measure of a statement and what the data says of it.

    `sum` is None where the figure is not stated. `parts` are the figures that it is the sum of, by what each is the
    figure of: two terms that share one are known to share it. `doubtful` are the ids of records of which the dates do
    not say whether they pass the filters. `stating` are the `records` themselves, and `measure` says which figure of
    each is added up; None where none is.
    """

    name: str
    unit: str
    sum: Sum | None
    parts: Mapping[Hashable, Sum]
    records: Sequence[str]
    sources: Sequence[Cited]
    left_out: tuple[LeftOut, ...] = ()
    doubtful: tuple[str, ...] = ()
    stating: Sequence[Deal | Event | Fact] = ()
    measure: Measure | None = None

    @property
    def gaps(self) -> tuple[LeftOut, ...]:
        """What is missing from the sum and would make it larger."""
        return tuple(each for each in self.left_out if each.reason in GAPS)


class Terms:
    """The terms of some data. `as_written` takes each plain figure as exactly what is written, without rounding."""

    def __init__(self, engine: Engine, *, as_written: bool = False) -> None:
        self.as_written = as_written
        self._engine = engine
        # Figures and dates are equal that are written in two ways. Which way decides what they may mean, and is told.
        self._summed: dict[tuple[Asked, str], Summed | UsageError] = {}
        self._found: dict[tuple[Name | Measured, str], Term] = {}
        self._names: set[str] | None = None

    def meet(self, statement: Statement) -> None:
        """Make ready for the terms of a statement, where that has to be done for all of them at once."""
        if not self._engine.adds_at_once:
            return
        asked = {_as_said(each): each for node in names_in(statement) if (each := _asked(node)) is not None}
        if not asked.keys() <= self._summed.keys():
            self._found.clear()
            answers = self._engine.summed(list(asked.values()), as_written=self.as_written)
            self._summed = dict(zip(asked, answers, strict=True))

    def of(self, node: Name | Measured) -> Term:
        """Return the term of a name or measure, always the same one.

        Raises Fault for what the data does not know, or what does not add up.
        """
        key = node, str(node)
        found = self._found.get(key)
        if found is None:
            found = self._named(node) if isinstance(node, Name) else self._measured(node)
            self._found[key] = found
        return found

    def knows(self, name: str) -> bool:
        """Return whether a place or a fact of the data has a name."""
        if self._names is None:
            places = self._engine.places().places
            facts = [fact.id for fact in self._engine.dataset.facts]
            self._names = {fold(each) for place in places for each in (place.id, *place.all_names)} | {
                *map(fold, facts)
            }
        return fold(name) in self._names

    # --- names ---------------------------------------------------------------------------------------------------

    def _named(self, node: Name) -> Term:
        try:
            return self._term(node, Asked(_place(node), Measure.AMOUNT))
        except UnknownNameError:
            fact = self._fact(node)
            if fact is None:
                raise self._unknown(node) from None
        except UsageError as error:  # several places have the name
            raise Fault(error.message, node.span, help=error.help) from None
        if fact.figure is None:
            help = say("facts with a figure: {facts}", facts=listed(self._fact_ids()[:8]))
            raise Fault(say("the fact '{id}' is a text, not a figure", id=fact.id), node.span, help=help)
        stated = Sum.as_written([fact.figure]) if self.as_written else Sum.of([fact.figure])
        parts: dict[Hashable, Sum] = {("fact", fact.id): stated}
        return Term(str(node), fact.figure.unit, stated, parts, (fact.id,), fact.sources, stating=(fact,))

    def _fact(self, node: Name) -> Fact | None:
        dataset = self._engine.dataset
        return dataset.fact(node.name) or dataset.fact(node.name.lower())

    def _unknown(self, node: Name) -> Fault:
        places = self._engine.places().places
        names = [place.name for place in places]
        more = [name for place in places for name in place.all_names[1:]]
        known = [*names, *self._fact_ids(), TOTAL, *more]
        measure = node.name.lower()
        help = suggestion(node.name, list(dict.fromkeys(known)), also=[f"{each}()" for each in MEASURES])
        if measure in MEASURES:
            help = say("a measure has parentheses: {measure}(), or with filters {measure}(year=2022)", measure=measure)
        elif node.name[0].isdecimal() and not node.quoted:
            help = say("a figure has its unit after it: 93 billion yuan, 930亿元, 30 projects, 22.4%")
        elif "-" in node.name and not node.quoted:
            apart = " - ".join(node.name.split("-"))
            joined = say("Joined by hyphens it is one name; subtraction has spaces: {difference}", difference=apart)
            help = sentences([suggestion(node.name, known, most=0), joined])
        elif (letter := words().letter_in(node.name)) and not node.quoted:
            apart = f" {letter} ".join(node.name.split(letter))
            help = say(
                "without spaces it is one name; as a word of its own {letter} has spaces: {apart}",
                letter=letter,
                apart=apart,
            )
        return Fault(say("unknown name '{name}'", name=node.name), node.span, help=help, name=node.name)

    def _fact_ids(self) -> list[str]:
        return [fact.id for fact in self._engine.dataset.facts if fact.figure is not None]

    # --- measures ------------------------------------------------------------------------------------------------

    def _measured(self, node: Measured) -> Term:
        measure = node.measure.name.lower()
        if measure not in MEASURES:
            message = say("unknown measure '{name}'", name=node.measure)
            raise Fault(message, node.measure.span, help=self._in_place_of(node))
        selection = selection_of(node.filters)
        if measure != CONFERENCES:
            asked = Asked(selection, Measure(measure))
            self._require(node, lambda chosen: self._answer(Asked(chosen, asked.measure)))
            return self._term(node, asked)
        self._require(node, self._engine.conferences)
        held, _, bad = self._engine.conferences(selection)
        records = [*held.records]
        perhaps = sum(len(each.ids) for each in held.left_out if each.reason == NO_AMOUNT)
        found = number_between(len(records), len(records), len(records) + perhaps)
        if bad:
            # Each of them may name a conference that no good row does.
            found = found.beside(MISSING)
        return Term(
            name=str(node),
            unit=COUNT,
            sum=found,
            parts={(CONFERENCES, selection): found} if perhaps or bad else {},
            records=ids(records),
            sources=cited(records),
            left_out=(*held.left_out, *missing(BAD_ROWS, bad)),
            doubtful=_doubtful(held.left_out, held.perhaps),
            stating=records,
        )

    def _in_place_of(self, node: Measured) -> str:
        """Return the help for what is written like a measure and is none; it may be the name of something else."""
        try:
            self.of(node.measure)
        except Fault:
            return suggestion(node.measure.name.lower(), MEASURES)
        if not node.filters or self._fact(node.measure) is not None:
            return say("did you mean {name}, without parentheses?", name=node.measure)
        city = [] if node.measure.name == TOTAL else [str(node.measure)]
        return _did_you_mean(_amount_of([*city, *map(str, node.filters)]))

    def _require(self, node: Measured, choose: Callable[[Selection], object]) -> None:
        """Raise Fault at the first filter that cannot stand; `choose` raises UsageError for filters that cannot."""
        try:
            choose(selection_of(node.filters))
        except UsageError:
            for count, each in enumerate(node.filters, start=1):
                try:
                    choose(selection_of(node.filters[:count]))
                except UsageError as error:
                    help = _named_filter(choose, each) if each.name is None else ""
                    name = error.name if isinstance(error, UnknownNameError) else ""
                    raise Fault(error.message, each.span, help=help or error.help, name=name) from None
            raise

    # --- figures -------------------------------------------------------------------------------------------------

    def _answer(self, asked: Asked) -> Summed:
        """Return what is asked for. Raises UsageError for filters that cannot stand."""
        key = _as_said(asked)
        found = self._summed.get(key)
        if found is None:
            (found,) = self._engine.summed([asked], as_written=self.as_written)
            if not self._engine.adds_at_once:
                self._summed[key] = found
        if isinstance(found, UsageError):
            raise found
        return found

    def _term(self, node: Name | Measured, asked: Asked) -> Term:
        """Return the sum of figures; not stated where there are none, and signings that should have had one."""
        found = self._answer(asked)
        if asked.measure is Measure.AMOUNT and len(found.currencies) > 1:
            raise _in_several(node, found.currencies)
        return Term(
            name=str(node),
            unit=self._currency(found) if asked.measure is Measure.AMOUNT else COUNT,
            sum=found.sum,
            parts=found.parts,
            records=found.records,
            sources=found.sources,
            left_out=tuple(found.left_out),
            doubtful=_doubtful(found.left_out, found.perhaps),
            stating=found.signings,
            measure=asked.measure,
        )

    def _currency(self, found: Summed) -> str:
        """Return the unit of an amount; of one that nothing states the only currency of the data, or any."""
        if found.currencies:
            return found.currencies[0]
        units = self._engine.currencies()
        return next(iter(units)) if len(units) == 1 else SCALED


def why(left_out: LeftOut) -> Said:
    """Return in words what a sum does not hold, and why."""
    if left_out.reason != BAD_ROWS:
        return say("{reason} for {records}", reason=left_out.reason, records=few(left_out.ids))
    number = len(left_out.ids)
    if number > _FEW:
        return counted("{number} bad row is left out", "{number} bad rows are left out", number)
    return say("bad rows are left out: {rows}", rows=few(left_out.ids))


def few(ids: Sequence[str]) -> Said:
    """Return ids as a list, of many how many they are: those of a table are read one by one."""
    return counted("{number} record", "{number} records", len(ids)) if len(ids) > _FEW else listed(ids)


def _asked(node: Name | Measured) -> Asked | None:
    """Return what a name or measure asks for; None for conferences, and for what is wrong whatever the data."""
    if isinstance(node, Name):
        return Asked(_place(node), Measure.AMOUNT)
    measure = node.measure.name.lower()
    try:
        return Asked(selection_of(node.filters), Measure(measure)) if measure in ADDED else None
    except Fault:
        return None


def _as_said(asked: Asked) -> tuple[Asked, str]:
    """Return what is asked for with the figures and dates in it as they are written."""
    chosen = asked.selection
    amounts = (each and each.text for each in (chosen.min_amount, chosen.max_amount))
    return asked, "\n".join(map(str, (*amounts, chosen.since, chosen.until)))


def _place(node: Name) -> Selection:
    """Return the selection of what was signed at the place that a name says, or of everything."""
    return Selection() if node.name == TOTAL and not node.quoted else Selection(cities=(node.name,))


def _named_filter(choose: Callable[[Selection], object], bare: Filter) -> str:
    """Return the help for a filter without a name that is no city: it may be a kind, a conference or a source."""
    for name in ("kind", "conference", "source"):
        named = replace(bare, name=Name(name, quoted=False, span=bare.span))
        try:
            choose(selection_of((named,)))
        except UsageError:
            continue
        return _did_you_mean(str(named))
    return ""


def _did_you_mean(name: str) -> Said:
    return say("did you mean {name}?", name=name)


def _amount_of(filters: Sequence[str]) -> str:
    """Return the measure of an amount with filters, as a statement has it."""
    return f"amount({', '.join(filters)})"


def _doubtful(left_out: Iterable[LeftOut], perhaps: Sequence[str]) -> tuple[str, ...]:
    undated = [tuple(each.ids) for each in left_out if each.reason == NO_DATE]
    return sum(undated, tuple(perhaps))


def _in_several(node: Name | Measured, currencies: Sequence[str]) -> Fault:
    filters = [f"currency={currencies[0]}"]
    if isinstance(node, Measured):
        filters = [*map(str, node.filters), *filters]
    elif node.name != TOTAL:
        filters = [str(node), *filters]
    message = say(
        "'{name}' is in {number} currencies, {currencies}, which do not add",
        name=node,
        number=len(currencies),
        currencies=all_of(currencies),
    )
    return Fault(message, node.span, help=say("choose one: {measure}", measure=_amount_of(filters)))
