"""Groups within groups: by city and year, by a column of the data's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from mycity_cli.query.aspects import FURTHER, KNOWN, column_key, find_aspect
from mycity_cli.query.data import Deal, Records
from mycity_cli.query.selection import LeftOut, Selection
from mycity_cli.query.totals import (
    IN_TIME,
    KEYS,
    OF_AMOUNTS,
    Group,
    KeysOf,
    Measure,
    Total,
    grouped,
    is_unplaced,
    may_hold,
    missing_amount,
    of_group,
    ranked,
    without_parts,
)

By = Group | tuple[str, ...] | None
"""What to group by: nothing, one of the groups that all data has, or the names of the columns of several levels."""

_FURTHER: dict[str, KeysOf] = {
    "partner": lambda dataset, signing: [dataset.place_name(signing.partner)],
    "province": lambda dataset, signing: _texts(FURTHER["province"].of(dataset, signing)),
    "country": lambda dataset, signing: _texts(FURTHER["country"].of(dataset, signing)),
}
LEVELS = (*Group, *_FURTHER)
"""What signings can be grouped by, besides the columns of the data's own."""


def needs_rows(selection: Selection, by: By, measure: Measure) -> bool:
    """Return whether a question can be answered only by who looks at each row, and not by groups of alike ones."""
    asked = selection.where or selection.texts or selection.partners or selection.provinces
    return bool(asked) or isinstance(by, tuple) or measure in OF_AMOUNTS


def by_levels(names: Sequence[str]) -> By:
    """Return what these names ask to group by, from the outermost level inwards."""
    levels = tuple(_known(name) or name for name in names)
    if len(levels) == 1 and isinstance(levels[0], Group):
        return levels[0]
    return levels or None


def _known(name: str) -> Group | None:
    key = column_key(name)
    return Group(key) if key in list(Group) else None


def level_totals(
    dataset: Records, signings: Iterable[Deal], names: Sequence[str], measure: Measure = Measure.AMOUNT
) -> list[Total]:
    """Return the total of each group, and after it those of the groups within it, the largest of each level first.

    Where a group has a total for each of several currencies, those within it stand after that of their own.

    Raises UnknownNameError for a name that nothing can be grouped by.
    """
    levels = [_keys_of(dataset, name) for name in names]
    added, parts = without_parts(dataset, list(signings))
    return list(_nested(dataset, added, parts, levels, measure, ()))


def level_names(dataset: Records, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns as the data has them. Raises UnknownNameError as `level_totals` does."""
    return tuple(_level(dataset, name)[0] for name in names)


def _nested(
    dataset: Records,
    signings: Sequence[Deal],
    parts: dict[str, list[str]],
    levels: Sequence[KeysOf],
    measure: Measure,
    outer: tuple[str | None, ...],
) -> Iterator[Total]:
    if not levels:
        return
    groups = grouped(dataset, signings, levels[0])
    gap = missing_amount(dataset)
    rows = {key: of_group(key, members, parts, measure, gap) for key, members in groups.items()}
    for row in ranked((row for each in rows.values() for row in each), measure):
        keys = (*outer, row.key)
        yield row._replace(keys=keys)
        within = _nested(dataset, groups[row.key], parts, levels[1:], measure, keys)
        is_only = len(rows[row.key]) == 1
        yield from (each for each in within if is_only or each.currency == row.currency)


def open_totals(dataset: Records, left_out: Iterable[LeftOut], by: Group | tuple[str, ...]) -> Callable[[Total], bool]:
    """Return what says whether a total may have some of the signings that a filter left out for what they lack."""
    names = by if isinstance(by, tuple) else (by,)
    levels = [_keys_of(dataset, name) for name in names]
    in_time = [_known(name) in IN_TIME for name in names]
    signings = [dataset.signing(id) for each in left_out if is_unplaced(each) for id in each.ids]
    keys = {
        tuple(tuple(keys_of(dataset, signing)) for keys_of in levels) for signing in signings if signing is not None
    }
    return lambda row: any(may_hold(each, row, in_time) for each in keys)


def _keys_of(dataset: Records, name: str) -> KeysOf:
    return _level(dataset, name)[1]


def _level(dataset: Records, name: str) -> tuple[str, KeysOf]:
    """Return the name of a level as the data has it, and the keys of its groups."""
    if (group := _known(name)) is not None:
        return group, KEYS[group]
    aspect = find_aspect(dataset, name, where="--by", among=LEVELS)
    if (group := _known(aspect.name)) is not None and KNOWN.get(aspect.name) is aspect:
        return group, KEYS[group]  # a column of the data's own by another name
    if aspect.name in _FURTHER and aspect.name not in dataset.own_columns:
        return aspect.name, _FURTHER[aspect.name]
    return aspect.name, lambda dataset, signing: _texts(aspect.of(dataset, signing))


def _texts(values: Iterable[object]) -> list[str | None]:
    return list(map(str, values)) or [None]
