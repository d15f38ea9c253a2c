"""What a sentence says of the places that it names: who signs, who holds an event, and where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from mycity_cli.expressions import expression
from mycity_cli.gazetteer import CITIES_OF_THEIR_OWN, is_abroad
from mycity_cli.release.findings import Mention, Sentence
from mycity_cli.release.lexicon import either_case, phrases, table
from mycity_cli.release.places import NamedPlace

WHO = ("signer", "promoter", "holder")
"""The roles of those who bring what is signed about."""

_MASK = "§"
_OFFICE = expression(r"(?:市长|书记|主任|主席|省长|局长|县长|区长|会长|部长)[^\W\d_]?\Z")
"""What stands before the name of a person that a place is a part of: 市长杜延安."""

_SHORT = expression(
    r"[赴在来](?P<it>[港澳台京沪深穗渝蓉津杭汉])(?=招商|推介|举[办行]|签约|开展|投资|专场|经贸|洽谈|集中|召开|路演)"
)
"""The characters are those of the lexicon."""

_LONGEST = 1000
"""No sentence is longer; of a longer one the beginning is read."""


class Role(NamedTuple):
    """What a place is in a sentence: `signer`, `promoter`, `holder`, `host` or `fair`, and where it stands."""

    at: int
    role: str
    place: NamedPlace


class _Grammar(NamedTuple):
    roles: dict[str, tuple[re.Pattern[str], ...]]
    neither: tuple[re.Pattern[str], ...]
    apposed: tuple[re.Pattern[str], ...]
    of_fair: re.Pattern[str]
    later: re.Pattern[str]
    here: re.Pattern[str]
    dateline: tuple[re.Pattern[str], ...]


@cache
def _grammar(language: str) -> _Grammar:
    data = table(f"places.{'zh' if language == 'zh' else 'en'}")

    def compiled(name: str) -> tuple[re.Pattern[str], ...]:
        found = phrases(data["patterns"][name])
        return tuple(either_case(_filled(each, data["macros"])) for each in found)

    roles = {name: compiled(name) for name in ("fair", "signer", "promoter", "holder", "host")}
    single = {name: either_case("|".join(each.pattern for each in compiled(name))) for name in ("later", "here")}
    return _Grammar(
        roles,
        compiled("neither"),
        compiled("apposed"),
        either_case(data["macros"]["fair"]),
        single["later"],
        single["here"],
        compiled("dateline"),
    )


def _filled(phrase: str, macros: dict[str, str]) -> str:
    for _ in range(2):
        for name, value in macros.items():
            phrase = phrase.replace(f"<<{name}>>", value)
    return phrase.replace("@", f"(?P<it>{_MASK})", 1)


class Masked:
    """A sentence in which each place is one character, so that patterns say what stands around them."""

    def __init__(self, text: str, sentence: Sentence, places: tuple[NamedPlace, ...]) -> None:
        self.places = places
        self.grammar = _grammar(sentence.language)
        pieces, self.offsets, at, length = [], [], sentence.start, 0
        for place in places:
            end = place.end - 2 * text.endswith(("'s", "’s"), place.start, place.end)
            pieces += [text[at : place.start], _MASK]
            length += place.start - at
            self.offsets.append(length)
            length += 1
            at = max(end, place.start)
        pieces.append(text[at : sentence.end])
        self.text = "".join(pieces)[:_LONGEST]

    def roles(self) -> list[Role]:
        """Return the roles of the places in the order of the text."""
        body, without = self.body, self._without()
        later = self.grammar.later.search(self.text)
        stop = len(self.text) if later is None else later.start()
        found: list[Role] = []
        for role, patterns in self.grammar.roles.items():
            for number, at, words in self._found(patterns):
                if body <= at < stop and number not in without:
                    of_fair = role in ("holder", "promoter") and self.grammar.of_fair.search(words) is not None
                    found.append(Role(self.places[number].start, "fair" if of_fair else role, self.places[number]))
        return _consistent(sorted(set(found)))

    def _without(self) -> set[int]:
        """Return the places of which nothing is told."""
        apposed = (number for number, _, _ in self._found(self.grammar.apposed))
        regions = {n for n in apposed if self.places[n].is_region or self.places[n].is_country}
        return regions | {number for number, _, _ in self._found(self.grammar.neither)}

    def _found(self, patterns: tuple[re.Pattern[str], ...]) -> Iterator[tuple[int, int, str]]:
        """Yield the places that patterns are about, by number, where they stand, and the words around them."""
        for pattern in patterns:
            for match in pattern.finditer(self.text):
                at = match.start("it")
                yield bisect_left(self.offsets, at), at, match[0]

    @cached_property
    def body(self) -> int:
        """Where the sentence begins behind its dateline."""
        ends = (match.end() for pattern in self.grammar.dateline if (match := pattern.match(self.text)) is not None)
        return max(ends, default=0)

    @property
    def dateline(self) -> NamedPlace | None:
        """The place of the dateline, where the sentence says that something was held `here`."""
        before = [place for place, offset in zip(self.places, self.offsets, strict=True) if offset < self.body]
        own = next((place for place in before if not place.is_country), None)
        return own if own is not None and self.grammar.here.search(self.text) else None


def _consistent(roles: list[Role]) -> list[Role]:
    """Return roles without those that others speak against.

    Where something is held does not sign there, and of two that sign with each other the one abroad is the partner.
    """
    hosts = {role.place for role in roles if role.role in ("host", "fair")}
    kept = [role for role in roles if role.role in ("host", "fair") or role.place not in hosts]
    at_home = any(role.role in WHO and not is_abroad(role.place.name) for role in kept)
    return [role for role in kept if not (at_home and role.role in WHO and is_abroad(role.place.name))]


def told(text: str, places: tuple[NamedPlace, ...], mentions: tuple[Mention, ...]) -> tuple[NamedPlace, ...]:
    """Return places without those that name a currency, as US$ does, or a city within, as an east China city does."""
    found = []
    for place in places:
        at = bisect_right(mentions, place.start, key=lambda each: each.start)
        inside = at > 0 and place.start < mentions[at - 1].end
        wide = place.is_country or (place.is_region and place.name not in CITIES_OF_THEIR_OWN)
        other = wide and text.endswith((" city", " county"), place.start, place.end)
        person = _OFFICE.search(text, max(0, place.start - 4), place.start) is not None
        if not (inside or other or person or text.startswith("$", place.end)):
            found.append(place)
    return tuple(found)


def short_named(text: str, sentence: Sentence) -> Iterator[NamedPlace]:
    """Yield the places that one character stands for: 在京举行, 赴港招商."""
    if sentence.language == "zh":
        for match in _SHORT.finditer(text, sentence.start, sentence.end):
            yield NamedPlace(*match.span("it"), _short_names()[match["it"]])


@cache
def _short_names() -> dict[str, str]:
    names: dict[str, str] = table("places.zh")["short"]
    return names
