"""Groups within groups: by city and year, by a column of the data's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mycity_cli.query.aspects import FURTHER, column_key, find_aspect
from mycity_cli.query.data import Deal, Records
from mycity_cli.query.selection import Selection
from mycity_cli.query.totals import (
    KEYS,
    OF_AMOUNTS,
    Group,
    KeysOf,
    Measure,
    Total,
    by_currency,
    grouped,
    missing_amount,
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
    rows = {key: by_currency(key, members, parts, measure, gap) for key, members in groups.items()}
    order = dict.fromkeys(row.key for row in ranked((row for each in rows.values() for row in each), measure))
    for key in order:
        keys = (*outer, key)
        yield from (row._replace(keys=keys) for row in ranked(rows[key], measure))
        yield from _nested(dataset, groups[key], parts, levels[1:], measure, keys)


def _keys_of(dataset: Records, name: str) -> KeysOf:
    return _level(dataset, name)[1]


def _level(dataset: Records, name: str) -> tuple[str, KeysOf]:
    """Return the name of a level as the data has it, and the keys of its groups."""
    if (group := _known(name)) is not None:
        return group, KEYS[group]
    aspect = find_aspect(dataset, name, where="--by", among=LEVELS)
    if aspect.name in _FURTHER and aspect.name not in dataset.own_columns:
        return aspect.name, _FURTHER[aspect.name]
    return aspect.name, lambda dataset, signing: _texts(aspect.of(dataset, signing))


def _texts(values: Iterable[object]) -> list[str | None]:
    return list(map(str, values)) or [None]
