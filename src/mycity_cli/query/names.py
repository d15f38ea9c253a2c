"""Names that people type, found among the names that records have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from mycity_cli.errors import UnknownNameError, UsageError
from mycity_cli.expressions import expression
from mycity_cli.figure.known import CODES
from mycity_cli.messages import Language, Said, any_of, say, told
from mycity_cli.query.data import Event, KnownPlace, KnownSource, Records

_DROPPED = {ord(mark): None for mark in "'’‘`"}

_HAN = expression("[\u4e00-\u9fff]+")
"""Letters that have one form only."""

N = TypeVar("N", KnownPlace, Event, KnownSource)


def fold(name: str) -> str:
    """Return a name without what people leave out or vary: case, accents, width of letters, apostrophes, spacing."""
    if _HAN.fullmatch(name):
        return name
    if name.isascii():
        return " ".join(name.translate(_DROPPED).casefold().split())
    # Its tables are a library of their own to load, which a command that names nothing does without.
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", name.translate(_DROPPED))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(letters.casefold().split())


def find_places(dataset: Records, names: Iterable[str], *, where: str = "") -> frozenset[str]:
    """Return the ids of the places with these names, in any language.

    Raises UsageError for a name that no place has, or that several have.
    """
    return _find(lambda: [(place, place.all_names) for place in dataset.places], say("city"), names, where, _own_name)


def find_conferences(dataset: Records, names: Iterable[str], *, where: str = "") -> frozenset[str]:
    """Return the ids of the conferences with these ids or names. Raises UsageError as `find_places` does."""
    return _find(
        lambda: [(each, (each.id, each.name)) for each in dataset.conferences], say("conference"), names, where
    )


def find_sources(dataset: Records, names: Iterable[str], *, where: str = "") -> frozenset[str]:
    """Return the ids of the sources with these ids or titles. Raises UsageError as `find_places` does."""
    return _find(lambda: [(each, (each.id, each.title)) for each in dataset.sources], say("source"), names, where)


def find_provinces(dataset: Records, names: Iterable[str], *, where: str = "") -> frozenset[str]:
    """Return the provinces with these names. Raises UnknownNameError for one that no place is in."""
    return _one_of(say("province"), (place.province for place in dataset.places), names, where, _provinces_called)


def find_kinds(known: Iterable[str | None], names: Iterable[str], *, where: str = "") -> frozenset[str]:
    """Return the kinds with these names. Raises UnknownNameError for a kind that no record has."""
    return _one_of(say("kind"), known, names, where, _kinds_called)


def _provinces_called(name: str, known: Sequence[str]) -> tuple[list[str], list[Said | str]]:
    from mycity_cli.query.called import region_said, regions_called

    return regions_called(name, known), list(map(region_said, known))


def _kinds_called(name: str, known: Sequence[str]) -> tuple[list[str], list[Said | str]]:
    from mycity_cli.query.called import kind_called, kind_said

    kind = kind_called(name, known)
    return ([] if kind is None else [kind]), list(map(kind_said, known))


def _one_of(
    what: str,
    known: Iterable[str | None],
    names: Iterable[str],
    where: str,
    called: Callable[[str, Sequence[str]], tuple[list[str], list[Said | str]]],
) -> frozenset[str]:
    """Return the known names that are meant.

    Of a name that is none `called` says which are called so in Chinese, and all that are known as they are said.
    """
    wanted = list(names)
    if not wanted:
        return frozenset()
    by_name: dict[str, dict[str, None]] = {}
    for each in known:
        if each is not None:
            by_name.setdefault(fold(each), {})[each] = None
    found: set[str] = set()
    for name in wanted:
        meant = list(by_name.get(fold(name), ()))
        if not meant:
            shown = [next(iter(spellings)) for spellings in by_name.values()]
            meant, said = called(name, shown)
            meant = [spelling for each in meant for spelling in by_name[fold(each)]]
            if not meant:
                also = [] if name.isascii() else [told(each, Language.CHINESE) for each in said]
                raise UnknownNameError(what, name, said, also=also, where=where)
        found.update(meant)
    return frozenset(found)


def find_currency(name: str, *, where: str = "") -> str:
    """Return the ISO 4217 code of a currency, by its code or a name. Raises UnknownNameError for a name of none."""
    code: str | None = name.upper()
    if code in CODES:
        return code
    # The names of all currencies are data to load, which a command does without that asks for none or a usual one.
    from mycity_cli.figure.lexicon import LEXICON

    if code not in LEXICON.currencies:
        code = LEXICON.currency.get(name.lower())
    if code is None:
        raise UnknownNameError(
            say("currency"), name, list(LEXICON.currencies), also=list(LEXICON.currency), where=where
        )
    return code


def _find(
    all_named: Callable[[], Sequence[tuple[N, tuple[str, ...]]]],
    what: str,
    names: Iterable[str],
    where: str,
    shown: Callable[[N], str] | None = None,
) -> frozenset[str]:
    """Return the ids of the records with these names; the first name of each is the one that output shows.

    Errors call them so, or as `shown` says.
    """
    wanted = list(names)
    if not wanted:
        return frozenset()
    # Asked for only now: to gather what the rows of a table name takes its time.
    named = all_named()
    by_name: dict[str, list[N]] = {}
    for record, own_names in named:
        for name in {fold(name) for name in own_names}:
            by_name.setdefault(name, []).append(record)
    others = [name for _, own_names in named for name in own_names[1:]]
    found: set[str] = set()
    for name in wanted:
        records = by_name.get(fold(name), [])
        if not records:
            called = [shown(record) if shown else own_names[0] for record, own_names in named]
            raise UnknownNameError(what, name, called, also=others, where=where)
        if len(records) > 1 and name not in {record.id for record in records}:
            raise several_called(name, (record.id for record in records), where=where)
        found.add(name if len(records) > 1 else records[0].id)
    return frozenset(found)


def _own_name(place: KnownPlace) -> str:
    """Return the name of a place by which it is shown, in each language."""
    from mycity_cli.query.called import own_name

    return own_name(place)


def several_called(name: str, ids: Iterable[str], *, where: str) -> UsageError:
    """Return the error for a name that several have, which are told apart by their ids."""
    help = say("say which by its id: {ids}", ids=any_of(ids))
    return UsageError(say("several are called '{name}'", name=name), where=where, help=help)
