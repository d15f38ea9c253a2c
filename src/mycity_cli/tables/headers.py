"""What the headers of a table say of its columns: which is which, and the units of their bare numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from mycity_cli.errors import DataError, suggestion
from mycity_cli.messages import any_of, listed, say, sentences
from mycity_cli.tables.amount_units import unit_in
from mycity_cli.tables.cell_words import bare, folded, words
from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.settings import AmountUnit

_BRACKETED = re.compile(r"(?P<before>.*?)\s*[（(\[【［]\s*(?P<within>[^（()）\]】］]*)\s*[）)\]】］]\s*(?P<behind>.*)")
_SET_OFF = re.compile(
    r"(?P<name>.+?)\s*[,，:：/;|–—-]\s*(?P<unit>.+)|(?P<before_in>.+?)[\s_]+in[\s_]+(?P<behind_in>.+)"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SURE = re.compile(r"\b[A-Z]{3}\b|[$£€¥₹₩]|million|billion|thousand|lakh|crore|\bbn\b|\bmn\b|'?000", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:[A-Z]{3}|mil|mio|mrd|mn|bn|m|k|b|(?i:millions?|billions?|thousands?|lakhs?|crores?))\b|[$£€¥₹₩万亿]|'?000"
)


class Headers(NamedTuple):
    """At which place of a table each of our columns stands, and what the header of that of amounts says of numbers.

    `unit_column` is the place of a column that is called the unit of amounts. `doubts` are the columns that several
    headers could be, with these. `guessed` are those that are found by a name that is not ours.
    """

    places: Mapping[str, int]
    unit: AmountUnit | None = None
    unit_column: int | None = None
    doubts: Mapping[str, tuple[str, ...]] = {}
    guessed: tuple[str, ...] = ()


def read_headers(
    there: Sequence[str],
    names: Mapping[str, str],
    *,
    where: str,
    names_from: Mapping[str, str] = MappingProxyType({}),
    is_draft: bool = False,
) -> Headers:
    """Return what the headers of a table say; `names` are those that --map gives to columns, "" for none at all.

    `names_from` says what gives a column its name where that is not --map.

    Raises DataError for a column that --map names and is not there, and for one that is there twice.
    """
    places = {
        column: _mapped(there, column, name, where, names_from.get(column, "--map"))
        for column, name in names.items()
        if name
    }
    taken = set(places.values())
    open_columns = [column for column in COLUMNS if column not in names]
    for column in open_columns:
        found = [n for n, name in enumerate(there) if n not in taken and bare(name) == bare(column)]
        if len(found) > 1 and not is_draft:
            raise DataError(_twice(len(found), column), where=where, help=_choose(there, column, found))
        if len(found) == 1:
            places[column] = found[0]
    taken = set(places.values())
    known = [_known_as(name) if n not in taken else () for n, name in enumerate(there)]
    guessed, doubts = [], {}
    for column in open_columns:
        found = [n for n, meanings in enumerate(known) if column in meanings] if column not in places else []
        if len(found) > 1 and column != "amount":
            literal = bare(words("headers", "names")[column][0])
            found = [n for n in found if bare(there[n]) == literal] or found
        if len(found) == 1:
            places[column] = found[0]
            guessed.append(column)
        elif found:
            doubts[column] = tuple(there[n] for n in found)
    units = [n for n, meanings in enumerate(known) if "unit" in meanings and n not in places.values()]
    unit = None if "amount" not in places else unit_of_header(there[places["amount"]])
    return Headers(places, unit, units[0] if len(units) == 1 else None, doubts, tuple(guessed))


OWN_NAMES = say("give each column a name of its own")
"""What to do where columns have the same name."""


def choose_by_map(column: str, names: Iterable[str]) -> str:
    """Return the help that says how --map chooses one of several columns."""
    return say("say which: {choices}", choices=any_of(f"--map '{column}={name}'" for name in names))


def _choose(there: Sequence[str], column: str, places: Sequence[int]) -> str:
    names = dict.fromkeys(there[n] for n in places)
    return OWN_NAMES if len(names) < len(places) else choose_by_map(column, names)


def _twice(number: int, name: str) -> str:
    return say("has {number} columns named '{name}'", number=number, name=name)


def _mapped(there: Sequence[str], column: str, name: str, where: str, by: str) -> int:
    """Return the place of the column that `by`, such as --map, names: with exactly that name, or one like it."""
    name = name if name in there else " ".join(name.split())
    for like in (str, folded, bare):
        found = [n for n, other in enumerate(there) if like(other) == like(name)] if like(name) else []
        if len(found) > 1:
            raise DataError(_twice(len(found), name), where=where, help=OWN_NAMES)
        if found:
            return found[0]
    named = [other for other in there if other]
    help = say("its columns: {names}", names=listed(named))
    nearest = suggestion(name, named, most=0)
    raise DataError(
        say("has no column '{name}', which {by} names as {column}", name=name, by=by, column=column),
        where=where,
        help=sentences([nearest, help]) if nearest else help,
    )


# --- names with units ---------------------------------------------------------------------------------------------


def columns_called(name: str) -> tuple[str, ...]:
    """Return which of our columns somebody may mean by a name: by `town` a city."""
    offered = [column for column, names in words("headers", "offered").items() if bare(name) in map(bare, names)]
    return _meanings().get(bare(name)) or tuple(offered)


@cache
def _meanings() -> dict[str, tuple[str, ...]]:
    """Return which of our columns each known name may mean, with our own names."""
    found: dict[str, tuple[str, ...]] = {bare(column): (column,) for column in COLUMNS}
    for column, names in words("headers", "names").items():
        for name in names:
            found[bare(name)] = (*found.get(bare(name), ()), column)
    found[bare("unit")] = (*found.get(bare("unit"), ()), "unit")
    return found


def _known_as(name: str) -> tuple[str, ...]:
    """Return which of our columns a header may be, without the unit that stands in it."""
    whole = _meanings().get(bare(name), ())
    if whole or not name:
        return whole
    for base, rest in _split(name):
        meanings = _meanings().get(bare(base), ())
        if "amount" in meanings and unit_in(rest) is not None:
            return meanings
        if meanings and bare(rest) in _fillers():
            return meanings
        if "date" in meanings and date_order_in(rest):
            return meanings
    return ()


@cache
def _fillers() -> frozenset[str]:
    return frozenset(map(bare, words("headers", "labels")["fillers"])) | {""}


def unit_of_header(name: str) -> AmountUnit | None:
    """Return the unit that stands in the header of a column of amounts, None where none does."""
    if re.fullmatch(r"[\w\s]+", name) and bare(name) in _meanings():
        return None
    # A scale or currency that is left in the name belongs to the unit, which is then not read whole: no part counts.
    found = ((base, unit_in(rest)) for base, rest in _split(name))
    base, unit = next(((base, unit) for base, unit in found if unit is not None), ("", None))
    return None if unit is None or _PART.search(base) else unit


def date_order_in(text: str) -> str:
    """Return the order of days that a pattern such as MM/DD/YYYY says, "" for another text."""
    letters = re.sub(r"[^a-z]", "", text.casefold())
    order = re.sub(r"(.)\1*", r"\1", letters)
    is_pattern = re.fullmatch(r"(y{2,4}|m{1,3}|d{1,2}){3}", letters) is not None
    return order if is_pattern and order in ("ymd", "dmy", "mdy") else ""


def order_of_header(name: str) -> str:
    """Return the order of days that stands in the header of a column of days, "" where none does."""
    return next(filter(None, (date_order_in(rest) for _, rest in _split(name))), "")


def _split(name: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to take a header for a name and a unit behind it."""
    spaced = _CAMEL.sub(" ", name)
    match = _BRACKETED.fullmatch(name)
    if match is not None:
        before = match["before"].split()
        if len(before) > 1 and _SURE.search(before[-1]):
            yield " ".join(before[:-1]), f"{before[-1]} {match['within']}"
        yield f"{match['before']} {match['behind']}", match["within"]
        return
    match = _SET_OFF.fullmatch(spaced)
    if match is not None:
        yield match["name"] or match["before_in"], match["unit"] or match["behind_in"]
    parts = re.split(r"[\s_]+", spaced)
    if len(parts) > 1 and parts[0].isupper() and bare(" ".join(parts[1:])) in _meanings():
        yield " ".join(parts[1:]), parts[0]
    for at in range(1, len(parts)):
        rest = " ".join(parts[at:])
        # Without a mark between the two, only what can be nothing else is a unit: "Value won" is in no won.
        if _SURE.search(rest) and (rest.isupper() or not re.fullmatch(r"[a-z]{3}", rest)):
            yield " ".join(parts[:at]), rest
    if not name.isascii():
        for at in range(1, len(name)):
            if not name[at].isascii():
                yield name[:at], name[at:]
