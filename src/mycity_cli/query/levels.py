"""Groups within groups: by city and year, by a column of the data's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from mycity_cli.query.aspects import FURTHER, KNOWN, column_key, find_aspect, own_column
from mycity_cli.query.data import Deal, Records
from mycity_cli.query.selection import LeftOut, Selection
from mycity_cli.query.sums import missing_amount
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
    of_group,
    ranked,
    without_parts,
    without_some_amounts,
)

By = Group | tuple[str, ...] | None
"""What to group by: nothing, one of the groups that all data has, or the names of the columns of several levels."""

_FURTHER: dict[str, KeysOf] = {
    "partner": lambda dataset, signing: [dataset.place_name(signing.partner)],
    "province": lambda dataset, signing: _texts(FURTHER["province"].of(dataset, signing)),
    "country": lambda dataset, signing: _texts(FURTHER["country"].of(dataset, signing)),
}
CURRENCY = "currency"
LEVELS = (*Group, *_FURTHER, CURRENCY)
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
    found = list(_nested(dataset, added, (), parts, levels, measure, ()))
    if _currency_of not in levels:
        return found
    # An amount that is missing may be in any currency.
    is_open = _holding(dataset, [each for each in added if each.lacks_amount], levels, _are_of_currency(levels))
    gap = missing_amount(dataset)
    return [without_some_amounts(row, measure, gap) if row.currency and is_open(row) else row for row in found]


def level_names(dataset: Records, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns as the data has them. Raises UnknownNameError as `level_totals` does."""
    return tuple(_level(dataset, name)[0] for name in names)


def _nested(
    dataset: Records,
    signings: Sequence[Deal],
    elsewhere: Sequence[Deal],
    parts: dict[str, list[str]],
    levels: Sequence[KeysOf],
    measure: Measure,
    outer: tuple[str | None, ...],
) -> Iterator[Total]:
    """Yield the totals of signings by their levels.

    `elsewhere` are those without an amount that an outer total of no currency holds: they may be in any.
    """
    if not levels:
        return
    groups, apart = grouped(dataset, signings, levels[0]), grouped(dataset, elsewhere, levels[0])
    gap = missing_amount(dataset)
    rows = {key: of_group(key, members, parts, measure, gap) for key, members in groups.items()}
    for row in ranked((row for each in rows.values() for row in each), measure):
        keys = (*outer, row.key)
        beside = apart.get(row.key, [])
        yield (without_some_amounts(row, measure, gap) if beside and row.currency else row)._replace(keys=keys)
        within = groups[row.key]
        if len(rows[row.key]) > 1:
            beside = [*beside, *(each for each in within if each.lacks_amount)] if row.currency else []
            within = [each for each in within if _currency_of(dataset, each) == [row.currency]]
        yield from _nested(dataset, within, beside, parts, levels[1:], measure, keys)


def open_totals(dataset: Records, left_out: Iterable[LeftOut], by: Group | tuple[str, ...]) -> Callable[[Total], bool]:
    """Return what says whether a total may have some of the signings that a filter left out for what they lack."""
    names = by if isinstance(by, tuple) else (by,)
    levels = [_keys_of(dataset, name) for name in names]
    in_time = [_known(name) in IN_TIME for name in level_names(dataset, names)]
    found = (dataset.signing(id) for each in left_out if is_unplaced(each) for id in each.ids)
    signings = [signing for signing in found if signing is not None]
    may_be_any = [any(each) for each in zip(in_time, _are_of_currency(levels), strict=True)]
    return _holding(dataset, signings, levels, may_be_any)


def _holding(
    dataset: Records, signings: Iterable[Deal], levels: Sequence[KeysOf], may_be_any: Sequence[bool]
) -> Callable[[Total], bool]:
    """Return what says whether a total may hold some of these signings; without a key they may have any at a level."""
    keys = {tuple(tuple(keys_of(dataset, signing)) for keys_of in levels) for signing in signings}
    return lambda row: any(may_hold(each, row, may_be_any) for each in keys)


def _are_of_currency(levels: Iterable[KeysOf]) -> list[bool]:
    return [keys_of is _currency_of for keys_of in levels]


def _keys_of(dataset: Records, name: str) -> KeysOf:
    return _level(dataset, name)[1]


def _level(dataset: Records, name: str) -> tuple[str, KeysOf]:
    """Return the name of a level as the data has it, and the keys of its groups."""
    if (group := _known(name)) is not None:
        return group, KEYS[group]
    if column_key(name) == CURRENCY and CURRENCY not in map(column_key, dataset.own_columns):
        return CURRENCY, _currency_of
    if (ours := level_called(dataset, name)) is not None:
        return _level(dataset, ours)
    aspect = find_aspect(dataset, name, where="--by", among=LEVELS)
    if (group := _known(aspect.name)) is not None and KNOWN.get(aspect.name) is aspect:
        return group, KEYS[group]  # a column of the data's own by another name
    if aspect.name in _FURTHER and aspect.name not in dataset.own_columns:
        return aspect.name, _FURTHER[aspect.name]
    return aspect.name, lambda dataset, signing: _texts(aspect.of(dataset, signing))


def level_called(dataset: Records, name: str) -> str | None:
    """Return which of LEVELS is called so in Chinese, where no column of the data's own is; None for none."""
    if name.isascii() or column_key(name) in dataset.renamed or own_column(dataset, name, where="--by") is not None:
        return None
    from mycity_cli.query.called import column_called

    return column_called(name, LEVELS)


def may_be_in_time(name: str) -> bool:
    """Return whether a name may be that of a part of a year, in Chinese too."""
    if name.isascii():
        return column_key(name) in IN_TIME
    from mycity_cli.query.called import column_called

    return column_called(name, LEVELS) in IN_TIME


def _currency_of(_: Records, signing: Deal) -> list[str | None]:
    return [None if signing.money is None else signing.money.unit]


def _texts(values: Iterable[object]) -> list[str | None]:
    return list(map(str, values)) or [None]
