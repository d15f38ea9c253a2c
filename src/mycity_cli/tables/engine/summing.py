"""Several measures of a table, added up at once, so that each knows what it shares with the others.

The rows that pass the same selections are added up apart: `total` and `Suzhou` are made of the rows in Suzhou and, for
the first alone, of those elsewhere. Such a class of rows is to these sums what a signing is to those of a dataset.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.errors import UsageError
from mycity_cli.figure import Figure
from mycity_cli.query import Measure, Sum
from mycity_cli.query.data import Deal
from mycity_cli.query.summed import FIGURE_OF, Asked, Summed, cited, number, unstated
from mycity_cli.query.totals import is_hedged
from mycity_cli.tables.engine.adding import Added, Later
from mycity_cli.tables.engine.chosen import Chosen, keys_of, limits_of
from mycity_cli.tables.engine.groups import Group, added
from mycity_cli.tables.engine.table import Table

if TYPE_CHECKING:
    from mycity_cli.model import Cited


class _Class(NamedTuple):
    """Rows that pass the same selections, by their numbers among those asked for, and state the same currency."""

    passed: frozenset[int]
    currency: str | None


class _Classes:
    """The rows that pass selections, and what each class of them adds up to."""

    def __init__(self, table: Table, asked: Sequence[Asked], *, as_written: bool) -> None:
        self.chosen = [_chosen(table, each) for each in asked]
        self.added: dict[_Class, Added] = {}
        self._as_written = as_written

    def add(self, group: Group) -> None:
        """Take a group more."""
        passed = (at for at, chosen in enumerate(self.chosen) if isinstance(chosen, Chosen) and chosen.add(group))
        amount, projects = group.signing.amount, group.signing.projects
        key = _Class(frozenset(passed), None if amount is None else amount.unit)
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
    rows = sum(each.rows for each in passed.values())
    selected = chosen.selected
    if measure is Measure.SIGNINGS:
        parts: dict[Hashable, Sum] = {}
        total, lacking, left_out = number(rows), 0, selected.left_out
    else:
        sums = {key: each.amount if measure is Measure.AMOUNT else each.projects for key, each in passed.items()}
        parts = {(classes, measure, key): sum for key, sum in sums.items() if sum is not None}
        total = reduce(added, parts.values(), None) or number(0)
        lacking = sum(_lacking(each, measure) for each in passed.values())
        left_out = (*selected.left_out, *unstated(measure, chosen.without(measure, lacking)))
    return Summed(
        sorted(chosen.currencies),
        total,
        parts,
        Later(rows - lacking, lambda: (signing.id for signing in chosen.signings() if _states(signing, measure))),
        Later(None, lambda: _sources(chosen, measure, lacking)),
        left_out,
        selected.perhaps,
    )


def _lacking(added: Added, measure: Measure) -> int:
    return added.without_amount if measure is Measure.AMOUNT else added.without_projects


def _states(signing: Deal, measure: Measure) -> bool:
    return measure is Measure.SIGNINGS or FIGURE_OF[measure](signing) is not None


def _sources(chosen: Chosen, measure: Measure, lacking: int) -> Sequence[Cited]:
    if measure is Measure.PROJECTS and lacking:
        # Rows with and without a number of projects may be in one group: only the rows themselves tell.
        return cited(signing for signing in chosen.signings() if _states(signing, measure))
    return chosen.sources(lambda signing: not lacking or _states(signing, measure))
