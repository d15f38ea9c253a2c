"""Words that people type without an option, and what each is taken for: a place, a kind, a date, an id, or a text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.errors import TextError, UnknownNameError, UsageError
from mycity_cli.figure.known import CODES
from mycity_cli.messages import Message, all_of, any_of, listed, say
from mycity_cli.period import Period, full_year, is_short_year
from mycity_cli.query.called import kind_called, kind_said, own_name, period_in
from mycity_cli.query.comparing import Comparing
from mycity_cli.query.conditions import Condition
from mycity_cli.query.data import SIGNING, Deal, Event, KnownPlace, Records
from mycity_cli.query.names import find_currency, find_places, find_sources, fold, several_called
from mycity_cli.query.selection import Selection
from mycity_cli.query.texts import TextFinder

if TYPE_CHECKING:
    from mycity_cli.model import Dataset, Fact

WORD = "WORD"
ROLES = ("city", "promoter", "partner")
"""What a place may be to a signing; the first that it is to any is what its name selects."""

_NOUNS = {
    "city": say("city"),
    "promoter": say("promoter"),
    "partner": say("partner"),
    "signing": say("signing"),
    "conference": say("conference"),
    "source": say("source"),
    "fact": say("fact"),
}
"""What a word may be of, or taken for."""

_LEAST_BEGINNING = 2


class Names(NamedTuple):
    """The names that the data has, by what they are of.

    `roles` are the ids of the places that are a city, promoter or partner. `conferences` and `sources` are names by id.
    """

    places: Sequence[KnownPlace]
    roles: Mapping[str, Collection[str | None]]
    kinds: Collection[str]
    currencies: Collection[str]
    conferences: Mapping[str, str]
    sources: Mapping[str, str]


class WordsRead(NamedTuple):
    """What words select, with what to say of words that could have been something else."""

    selection: Selection
    notes: tuple[str, ...] = ()


class _Reading(NamedTuple):
    """One thing that a word may be: in words and as an option, what it adds to a selection, and what to say of it."""

    what: str
    option: str
    add: Callable[[Selection], Selection]
    note: str = ""


def names_of(dataset: Records, *, of: str, currencies: Collection[str]) -> Names:
    """Return the names of a dataset; `of` says whether signings or conferences are asked for."""
    asked: Sequence[Deal | Event] = dataset.signings if of == SIGNING else dataset.conferences
    return Names(
        dataset.places,
        {
            "city": {each.city for each in asked},
            "promoter": {dataset.promoter_of(each) for each in asked},
            "partner": {each.partner for each in dataset.signings},
        },
        list(dict.fromkeys(each.kind for each in asked if each.kind is not None)),
        currencies,
        {each.id: each.name for each in dataset.conferences},
        {each.id: each.title for each in dataset.sources},
    )


def read_words(words: Iterable[str], dataset: Records, names: Names, *, of: str) -> WordsRead:
    """Return what words select of some records; what is no name is a beginning of an id, or looked for in all texts.

    Raises UsageError for a word that nothing has, and for one that may be two things.
    """
    read = WordsRead(Selection())
    for word in words:
        reading = reading_by_name(word, names) or _by_id(word, dataset, names, of) or _as_text(word, dataset, names, of)
        read = _with(read, reading)
    return read


def read_names(words: Iterable[str], names: Names) -> WordsRead | None:
    """Return what words select that are all names or dates; None where one is not. Raises as `read_words` does."""
    read = WordsRead(Selection())
    for word in words:
        reading = reading_by_name(word, names)
        if reading is None:
            return None
        read = _with(read, reading)
    return read


def _with(read: WordsRead, reading: _Reading) -> WordsRead:
    notes = (*read.notes, reading.note) if reading.note else read.notes
    return WordsRead(reading.add(read.selection), notes)


def read_fact_words(words: Iterable[str], dataset: Dataset) -> WordsRead:
    """Return what words select of facts: a city, a source, a date, an id; any other is looked for in all texts.

    Raises UsageError as `read_words` does.
    """
    roles: dict[str, Collection[str | None]] = {"city": (), "promoter": (), "partner": ()}
    names = Names(dataset.places, roles, (), (), {}, {each.id: each.title for each in dataset.sources})
    read = WordsRead(Selection())
    for word in words:
        reading = reading_by_name(word, names)
        if reading is None:
            finder = TextFinder(dataset, word)
            if not any(map(finder.finds, dataset.facts)):
                raise unknown_word(word, "fact", [*names_known(names), *(fact.id for fact in dataset.facts)])
            reading = _Reading(say("a text"), "", partial(_with_text, word), _text_note(word))
        read = _with(read, reading)
    return read


def facts_that_match(dataset: Dataset, selection: Selection) -> list[Fact]:
    """Return the facts about cities, by sources and of days, with texts that a selection asks for."""
    cities = find_places(dataset, selection.cities, where="--city")
    sources = find_sources(dataset, selection.sources, where="--source")
    finders = [TextFinder(dataset, word) for word in selection.texts]
    first, last = selection.first_day, selection.last_day
    return [
        fact
        for fact in dataset.facts
        if (not cities or dataset.city_of(fact) in cities)
        and (not sources or any(cited.id in sources for cited in fact.sources))
        and (first is last is None or (fact.date is not None and fact.date.can_fall_in(first, last)))
        and all(finder.finds(fact) for finder in finders)
    ]


def _with_text(word: str, selection: Selection) -> Selection:
    return selection._replace(texts=(*selection.texts, word))


def joined(one: Selection, other: Selection) -> Selection:
    """Return the selection that two ask for together: of names in the same place any, of all else both."""
    fields: dict[str, Any] = {name: (*getattr(one, name), *getattr(other, name)) for name in _LISTS}
    return one._replace(
        **fields,
        since=_later(one.since, other.since),
        until=_earlier(one.until, other.until),
        currency=_one_currency(one.currency, other.currency),
    )


def _one_currency(one: str | None, other: str | None) -> str | None:
    if one is None or other is None or find_currency(one, where="--currency") == other:
        return one or other
    message = say("no amount is in {one} and in {other}", one=one, other=other)
    raise UsageError(message, where=WORD, help=say("name one currency"))


_LISTS = ("cities", "promoters", "kinds", "conferences", "sources", "partners", "provinces", "where", "texts")


# --- names and dates -------------------------------------------------------------------------------------------------


def reading_by_name(word: str, names: Names) -> _Reading | None:
    """Return what a word is the name of, None for nothing. Raises UsageError where it is the name of several things."""
    require_word(word)
    period = period_in(word)
    found = [
        *([] if period is None else [_as_period(period, word)]),
        *_as_place(word, names),
        *_as_kind(word, names),
        *_as_currency(word, names),
        *_as_named("conference", word, names.conferences),
        *_as_named("source", word, names.sources),
    ]
    if len(found) > 1:
        message = say("'{word}' is {things}", word=word, things=all_of(each.what for each in found))
        options = any_of(f"{each.option} {_quoted(word)}" for each in found)
        raise UsageError(message, where=WORD, help=say("say which is meant: {options}", options=options))
    return found[0] if found else None


def _as_period(text: str, word: str) -> _Reading:
    try:
        period = Period.parse(text)
    except TextError as error:
        error.where = WORD
        raise
    return _Reading(say("a date"), f"--since {text} --until", lambda selection: _dated(selection, period, word))


def _dated(selection: Selection, period: Period, word: str) -> Selection:
    if (selection.since, selection.until) != (None, None):
        help = say("a range is one word: 2021/2022")
        raise UsageError(say("'{word}' is a second date, and no date is both", word=word), where=WORD, help=help)
    return selection._replace(
        since=None if period.start is None else period, until=None if period.end is None else period
    )


def _as_place(word: str, names: Names) -> Iterable[_Reading]:
    ids = [place.id for place in names.places if fold(word) in map(fold, place.all_names)]
    if word in ids or len(ids) == 1:
        id = word if word in ids else ids[0]
        roles = [role for role in ROLES if id in names.roles[role]] or ["city"]
        role, others = roles[0], roles[1:]
        note: str = say("'{word}' is taken for the {role}", word=word, role=_NOUNS[role]) if role != "city" else ""
        if others:
            options = any_of(f"--{other} {_quoted(word)}" for other in others)
            note = say(
                "'{word}' is taken for the {role}; for what it is else: {options}",
                word=word,
                role=_NOUNS[role],
                options=options,
            )
        field = {"city": "cities", "promoter": "promoters", "partner": "partners"}[role]
        yield _Reading(say("a place"), f"--{role}", lambda selection: _among(selection, field, word), note)
    elif ids:
        raise several_called(word, ids, where=WORD)


def _as_kind(word: str, names: Names) -> Iterable[_Reading]:
    kind = word if fold(word) in map(fold, names.kinds) else kind_called(word, names.kinds)
    if kind is not None:
        yield _Reading(say("a kind"), "--kind", lambda selection: _among(selection, "kinds", kind))


def _as_currency(word: str, names: Names) -> Iterable[_Reading]:
    code = word.upper() if word.upper() in names.currencies else None
    note: str = ""
    if code is None and word.upper() not in CODES and names.currencies:
        from mycity_cli.figure.lexicon import LEXICON

        code = LEXICON.currency.get(word.lower())
        note = say("'{word}' is taken for the currency {code}", word=word, code=code)
    if code is not None and code in names.currencies:
        yield _Reading(say("a currency"), "--currency", lambda selection: _in_currency(selection, code), note)


def _in_currency(selection: Selection, code: str) -> Selection:
    return selection._replace(currency=_one_currency(selection.currency, code))


def _as_named(what: str, word: str, named: Mapping[str, str]) -> Iterable[_Reading]:
    ids = [id for id, name in named.items() if fold(word) in (fold(id), fold(name))]
    if ids:
        note = "" if word in ids else _id_note(word, what, ids[0])
        thing = say("a source") if what == "source" else say("a conference")
        yield _Reading(thing, f"--{what}", lambda selection: _among(selection, f"{what}s", word), note)


# --- ids and texts ---------------------------------------------------------------------------------------------------


def _by_id(word: str, dataset: Records, names: Names, of: str) -> _Reading | None:
    """Return the one record whose id begins so, if there is one."""
    if len(word) < _LEAST_BEGINNING:
        return None
    asked: Sequence[Deal | Event] = dataset.signings if of == SIGNING else ()
    kinds = {each.id: of for each in asked} | dict.fromkeys(names.conferences, "conference")
    kinds |= dict.fromkeys(names.sources, "source")
    found = [word] if word in kinds else [id for id in kinds if fold(id).startswith(fold(word)) and not id.isdecimal()]
    if len(found) != 1:
        return None
    id, what = found[0], kinds[found[0]]
    note = "" if id == word else _id_note(word, what, id)
    if what == SIGNING:
        condition = Condition("id", Comparing.EQUAL, id)
        return _Reading(say("an id"), "--where", lambda chosen: chosen._replace(where=(*chosen.where, condition)), note)
    return _Reading(say("an id"), f"--{what}", lambda selection: _among(selection, f"{what}s", id), note)


def _id_note(word: str, what: str, id: str) -> Message:
    """Return the note that a word is taken for one record, by its id."""
    return say("'{word}' is taken for the {noun} {id}", word=word, noun=_NOUNS[what], id=id)


def _as_text(word: str, dataset: Records, names: Names, of: str) -> _Reading:
    """Return the reading of a word that is looked for in all texts. Raises UsageError where no record has it."""
    finder = TextFinder(dataset, word)
    asked: Sequence[Deal | Event] = dataset.signings if of == SIGNING else dataset.conferences
    found = sum(map(finder.finds, asked))
    if not found:
        raise _unknown(word, dataset, names, of, finder)
    return _Reading(say("a text"), "--where", partial(_with_text, word), _text_note(word))


def _text_note(word: str) -> str:
    """Return the note that a word is taken for a part of texts; who wrote a year without its century learns that."""
    if is_short_year(word):
        return say("'{word}' is looked for in all texts; the year is {year}", word=word, year=full_year(word))
    return say("'{word}' is looked for in all texts", word=word)


def require_word(word: str) -> None:
    """Raise UsageError for a word of no letters: every text contains it, and nobody asks for all so."""
    if not fold(word):
        raise UsageError(say("a word is empty"), where=WORD, help=say("leave it out; is a variable without a value?"))


def unknown_word(word: str, of: str, known: Sequence[str], *, help: str = "") -> UnknownNameError:
    """Return the error for a word that no record has, with the nearest of the names that are known."""
    error = UnknownNameError(say("word"), word, known, where=WORD)
    error.message = say("unknown word '{word}': no {noun} has it in its texts", word=word, noun=_NOUNS[of])
    error.help = help or error.help
    return error


def _unknown(word: str, dataset: Records, names: Names, of: str, finder: TextFinder) -> UsageError:
    """Return the error for a word that no record has which is asked for; records of other kinds may have it."""
    if word.upper() in CODES and names.currencies:
        known = say("known: {names}", names=listed(sorted(names.currencies)))
        return UsageError(say("no amount is in {currency}", currency=word.upper()), where=WORD, help=known)
    others: dict[str, Sequence[Deal | Event | Fact]] = {"facts": dataset.facts}
    others["conferences" if of == SIGNING else "deals"] = dataset.conferences if of == SIGNING else dataset.signings
    having = next((command for command, records in others.items() if any(map(finder.finds, records))), "")
    command = f"mycity {having} {_quoted(word)}"
    help = say("to look for it elsewhere: {command}", command=command) if having else ""
    return unknown_word(word, of, names_known(names), help=help)


def names_known(names: Names) -> list[str]:
    """Return the names that a word may be."""
    places = map(own_name, names.places)
    others = [name for place in names.places for name in place.all_names[1:]]
    return list(dict.fromkeys([*places, *map(kind_said, names.kinds), *names.conferences, *names.sources, *others]))


def _among(selection: Selection, field: str, name: str) -> Selection:
    longer: dict[str, Any] = {field: (*getattr(selection, field), name)}
    return selection._replace(**longer)


def _quoted(word: str) -> str:
    return word if word.replace("-", "").isalnum() else f"'{word}'"


def _later(one: Period | None, other: Period | None) -> Period | None:
    given = [each for each in (one, other) if each is not None]
    return max(given, key=lambda period: period.start.toordinal() if period.start else 0, default=None)


def _earlier(one: Period | None, other: Period | None) -> Period | None:
    given = [each for each in (one, other) if each is not None]
    return min(given, key=lambda period: period.end.toordinal() if period.end else 10**9, default=None)
