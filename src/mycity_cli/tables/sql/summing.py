"""Several measures of a table, added up at once, so that each knows what it shares with the others.

The rows that pass the same selections are added up apart: `total` and `Suzhou` are made of the rows in Suzhou and, for
the first alone, of those elsewhere. Such a class of rows is to these sums what a signing is to those of a dataset.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.errors import UsageError
from mycity_cli.figure import Figure
from mycity_cli.interval import End, Interval
from mycity_cli.query import Measure, Sum
from mycity_cli.query.selection import NO_AMOUNT
from mycity_cli.query.summed import FIGURE_OF, Asked, Summed, cited, counted, number, unstated
from mycity_cli.query.sums import MISSING, is_hedged
from mycity_cli.tables.later import Later
from mycity_cli.tables.rows import TableRow
from mycity_cli.tables.sql.adding import Added
from mycity_cli.tables.sql.chosen import Chosen, keys_of, limits_of
from mycity_cli.tables.sql.day_keys import DayKeys
from mycity_cli.tables.sql.groups import Group, added
from mycity_cli.tables.sql.table import Table

if TYPE_CHECKING:
    from mycity_cli.model import Cited


class _Class(NamedTuple):
    """Rows that pass the same selections, by their numbers among those asked for, and state the same currency.

    `perhaps` are the selections that they pass or not, as their missing amount decides.
    """

    passed: frozenset[int]
    perhaps: frozenset[int]
    currency: str | None


class _Classes:
    """The rows that pass selections, and what each class of them adds up to."""

    def __init__(self, table: Table, asked: Sequence[Asked], *, as_written: bool) -> None:
        self.chosen = [_chosen(table, each) for each in asked]
        self.added: dict[_Class, Added] = {}
        self._as_written = as_written

    def add(self, group: Group) -> None:
        """Take a group more."""
        answers = {at: chosen.add(group) for at, chosen in enumerate(self.chosen) if isinstance(chosen, Chosen)}
        passed, perhaps = (frozenset(at for at in answers if answers[at] == wanted) for wanted in (True, NO_AMOUNT))
        amount, projects = group.signing.money, group.signing.projects
        key = _Class(passed, perhaps, None if amount is None else amount.unit)
        if self._as_written:
            group = group._replace(
                amount=_as_written(group.amount, amount), projects=_as_written(group.projects, projects)
            )
        self.added.setdefault(key, Added()).add(group)


def _as_written(sum: Sum | None, figure: Figure | None) -> Sum | None:
    """Return the sum of figures that are stated like one; without a hedge they are exactly what is written."""
    return sum if sum is None or is_hedged(figure) else number(sum.value)


def _chosen(table: Table, asked: Asked) -> Chosen | UsageError:
    try:
        return Chosen(table, asked.selection)
    except UsageError as error:
        return error


def summed(table: Table, asked: Sequence[Asked], *, as_written: bool) -> list[Summed | UsageError]:
    """Return what each of several measures comes to, or what is wrong with the filters of one."""
    selections = [each.selection for each in asked]
    classes = table.gather(
        table.having(sorted(keys_of(selections))),
        lambda: _Classes(table, asked, as_written=as_written),
        limits=limits_of(selections),
        days=DayKeys.of(selections),
        projects=any(each.measure is Measure.PROJECTS for each in asked),
    )
    return [_summed(classes, at, each.measure) for at, each in enumerate(asked)]


def _summed(classes: _Classes, at: int, measure: Measure) -> Summed | UsageError:
    chosen = classes.chosen[at]
    if isinstance(chosen, UsageError):
        return chosen
    try:
        chosen.require_found()
    except UsageError as error:
        return error
    passed = {key: each for key, each in classes.added.items() if at in key.passed}
    rows, selected = sum(each.rows for each in passed.values()), chosen.selected
    more = _more(classes, at, measure)
    if measure is Measure.SIGNINGS:
        perhaps = sum(each.rows for key, each in classes.added.items() if at in key.perhaps)
        total = counted(rows, rows, rows + perhaps)
        parts: dict[Hashable, Sum] = {(classes, at): total} if total.interval.width else {}
        known: Sum | None = total
        lacking, moneyless, left_out = 0, 0, selected.left_out
    else:
        sums = {key: each.amount if measure is Measure.AMOUNT else each.projects for key, each in passed.items()}
        stated: dict[Hashable, Sum] = {(classes, measure, key): sum for key, sum in sums.items() if sum is not None}
        total = (reduce(added, stated.values(), None) or number(0)).with_more(more.values())
        known = total if stated or not (rows or selected.left_out) else None
        parts = stated | more
        lacking = sum(_lacking(each, measure) for each in passed.values())
        moneyless = sum(each.moneyless for each in passed.values()) if measure is Measure.AMOUNT else 0
        left_out = (*selected.left_out, *unstated(measure, chosen.without(measure, lacking)))
    silent = lacking + moneyless

    def stating() -> Iterator[TableRow]:
        return (signing for signing in chosen.signings() if _states(signing, measure))

    return Summed(
        sorted(chosen.currencies),
        known,
        parts,
        Later(rows - silent, lambda: (signing.id for signing in stating())),
        Later(None, lambda: _sources(chosen, measure, silent)),
        left_out,
        selected.perhaps,
        Later(rows - silent, stating),
    )


def _more(classes: _Classes, at: int, measure: Measure) -> dict[Hashable, Sum]:
    """Return what may come on top of what is stated: figures that are missing, and those of rows that match perhaps."""
    more: dict[Hashable, Sum] = {}
    for key, each in classes.added.items():
        if (at in key.passed or (at in key.perhaps and measure is Measure.AMOUNT)) and _lacking(each, measure):
            more[classes, measure, key, "missing"] = Sum(0, MISSING)
        elif at in key.perhaps and measure is Measure.PROJECTS:
            high = each.projects.interval.high if each.projects is not None else End(0)
            more[classes, measure, key, at] = Sum(0, MISSING if each.without_projects else Interval(End(0), high))
    return more


def _lacking(added: Added, measure: Measure) -> int:
    return added.without_amount if measure is Measure.AMOUNT else added.without_projects


def _states(signing: TableRow, measure: Measure) -> bool:
    return measure is Measure.SIGNINGS or FIGURE_OF[measure](signing) is not None


def _sources(chosen: Chosen, measure: Measure, silent: int) -> Sequence[Cited]:
    if measure is Measure.PROJECTS and silent:
        # Rows with and without a number of projects may be in one group: only the rows themselves tell.
        return cited(signing for signing in chosen.signings() if _states(signing, measure))
    return chosen.sources(lambda signing: not silent or _states(signing, measure))
