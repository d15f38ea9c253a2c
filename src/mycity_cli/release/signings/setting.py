"""Where, when and by whom: the places and dates that a release gives for the signings it reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from mycity_cli.expressions import expression
from mycity_cli.figure import COUNT
from mycity_cli.gazetteer import CITIES_OF_THEIR_OWN
from mycity_cli.period import Period
from mycity_cli.release.capitals import region_of, with_capitals
from mycity_cli.release.dates import Dated, dates_in, event_year
from mycity_cli.release.findings import Mention, Sentence
from mycity_cli.release.places import NamedPlace, named_in
from mycity_cli.release.reading import Reading
from mycity_cli.release.signings.drafts import Draft
from mycity_cli.release.signings.roles import WHO, Masked, Role, short_named, told
from mycity_cli.release.signings.wording import Wording, Wordings

_LISTED = expression(r"[、和及与]?|, |,? and | & ")
_WHERE = (("host",), ("holder", "fair"))
"""What says where: outright; and less surely, since who holds an event mostly does so at home."""

_MOST = 60
"""Of so many places that sign a total is told together."""

_OPENING = 4
"""In so many sentences a release says what event it is about."""

_FULL = expression(r"(?:19|20)\d\d")
_RESPECTIVELY = expression(r"\brespectively\b|分别", re.IGNORECASE)


class Setting(NamedTuple):
    """Who promoted, where it was held, and when, as far as the text says so."""

    promoter: str | None
    host: str | None
    date: Period | None


class _HeldWhere(NamedTuple):
    """Where something was held, as roles of some kinds say, by sentence; and the one place, if all say the same."""

    kinds: tuple[str, ...]
    numbers: list[int]
    roles: list[list[Role]]
    only: str | None

    @classmethod
    def of(cls, numbered: list[tuple[int, list[Role]]], kinds: tuple[str, ...]) -> _HeldWhere:
        """Return the sentences that have roles of some kinds."""
        own = [(number, [role for role in roles if role.role in kinds]) for number, roles in numbered]
        own = [(number, roles) for number, roles in own if roles]
        return cls(kinds, [n for n, _ in own], [r for _, r in own], _only([role for _, r in own for role in r]))


class SettingReader:
    """The places and dates of a release, sentence by sentence."""

    def __init__(self, reading: Reading, wordings: Wordings) -> None:
        self.reading = reading
        self.wording = wordings.of
        self.text = reading.release.text
        self._roles: list[list[Role]] = []
        self._dates: list[list[Dated]] = []
        self._places: list[tuple[NamedPlace, ...]] = []
        self._dateline: NamedPlace | None = None
        self._told_date = False
        region: str | None = None
        year = event_year(self.text)
        for number, sentence in enumerate(reading.release.sentences):
            named = named_in(self.text, sentence.start, sentence.end, sentence.language)
            named = with_capitals(self.text, sentence.start, sentence.end, named, region)
            region = region_of(list(named), region)
            places = tuple(sorted((*told(self.text, named, reading.mentions), *short_named(self.text, sentence))))
            masked = Masked(self.text, sentence, places)
            self._places.append(places)
            words = self.wording(number)
            speaks = words.says("event") or words.says("signed")
            self._roles.append(masked.roles())
            self._dateline = self._dateline or masked.dateline
            self._dates.append(self._dates_of(sentence, year, masked) if speaks else [])
        self._turn_venues()
        numbered = list(enumerate(self._roles))
        self._who = [role for n, roles in numbered for role in roles if role.role in WHO and not self._of_part(n, role)]
        self._held = [_HeldWhere.of(numbered, kinds) for kinds in _WHERE]
        self._all_dates = [each for dates in self._dates for each in dates]
        self._one_date = len({str(each.period) for each in self._all_dates}) == 1
        opening = range(min(_OPENING, len(reading.release.sentences)))
        self._is_fair = any(self.wording(number).says("fair") for number in opening)

    def _turn_venues(self) -> None:
        """Take a city where an event of another was held for a venue wherever it is named: 厦门推介会签约34个."""
        who = next((role.place.name for roles in self._roles for role in roles if role.role in WHO), None)
        venues = {role.place.name for roles in self._roles for role in roles if role.role == "host"} - {who}
        self._roles = [
            [
                role._replace(role="host")
                if role.role in ("signer", "promoter") and role.place.name in venues
                else role
                for role in roles
            ]
            for roles in self._roles
        ]

    def of(self, draft: Draft, before: Setting | None) -> Setting:
        """Return the setting of a signing; `before` is that of the one before it, which a part shares."""
        own = self._roles[draft.sentence]
        promoter = self._turn(draft, {"signer", "promoter", "holder"}) or self._promoter(draft, own, before)
        host = self._turn(draft, {"host"}) or self._host(draft, own)
        return Setting(promoter, host, self._date(draft))

    def _promoter(self, draft: Draft, own: list[Role], before: Setting | None) -> str | None:
        found = _nearest([role for role in own if role.role in WHO], draft.at)
        if found is not None:
            return found.place.name
        if draft.part and before is not None:
            return before.promoter
        after = bisect_left(self._who, draft.at, key=lambda role: role.at)
        if not after or self._is_fair:
            return None
        sentence, words = self.reading.release.sentences[draft.sentence], self._words(draft).words
        if words["together"].search(self.text, sentence.start, draft.at):
            return _only(self._who[max(0, after - _MOST) : after])
        whole = words["whole"].search(self.text, sentence.start, draft.at)
        return self._who[0 if whole else after - 1].place.name

    def _of_part(self, number: int, role: Role) -> bool:
        """Return whether a place signed a part only, which says nothing of what is told after it."""
        words = self.wording(number)
        return role.role == "signer" and bool(words.between(words.clause(role.at)[0], role.at, "part", "back"))

    def _host(self, draft: Draft, own: list[Role]) -> str | None:
        """Return where a signing was held; of several places none, unless its own clause names one."""
        hosts = [role for role in own if role.role == "host"]
        start = max((m.end for m in self._figures(draft.sentence) if m.end <= draft.at), default=0)
        for near in ([role for role in hosts if start <= role.at < draft.at], hosts):
            if near:
                return _only(near)
        for held in self._held:
            at = bisect_right(held.numbers, draft.sentence)
            if at:
                home = "holder" in held.kinds and self.wording(held.numbers[at - 1]).says("several")
                return None if home else _only(held.roles[at - 1])
            if held.only is not None:
                return held.only
        return None if self._dateline is None else self._dateline.name

    def _figures(self, sentence: int) -> list[Mention]:
        mentions = self.reading.mentions
        first = bisect_left(mentions, sentence, key=lambda each: each.sentence)
        return list(takewhile(lambda each: each.sentence == sentence, islice(mentions, first, None)))

    def _words(self, draft: Draft) -> Wording:
        return self.wording(draft.sentence)

    def _turn(self, draft: Draft, roles: set[str]) -> str | None:
        """Return the place whose turn it is where a sentence lists as many places as counts, respectively."""
        sentence = self.reading.release.sentences[draft.sentence]
        if draft.projects is None or not _RESPECTIVELY.search(self.text, sentence.start, sentence.end):
            return None
        counts = [each.start for each in self._figures(draft.sentence) if each.figure.unit == COUNT]
        own = self.reading.mentions[draft.projects].start
        places = [each for each in self._places[draft.sentence] if each.start < counts[0]]
        for first in range(len(places) - len(counts) + 1 if len(counts) > 1 else 0):
            run = places[first : first + len(counts)]
            if all(_LISTED.fullmatch(self.text, one.end, other.start) for one, other in pairwise(run)):
                held = any(role.role == "host" and role.place in run for role in self._roles[draft.sentence])
                return run[counts.index(own)].name if held == ("host" in roles) else None
        return None

    def _date(self, draft: Draft) -> Period | None:
        own = self._dates[draft.sentence]
        if own:
            before = [each for each in own if each.start < draft.at]
            return (before[-1] if before else own[0]).period
        at = bisect_left(self._all_dates, draft.at, key=lambda each: each.start)
        if draft.former or not (at or self._one_date):
            return None
        return self._all_dates[at - 1].period

    def _dates_of(self, sentence: Sentence, year: int | None, masked: Masked) -> list[Dated]:
        """Return the dates of a sentence, but for one that only dates the release: in a dateline, or the first."""
        release = self.reading.release
        found = dates_in(self.text, sentence.start, sentence.end, sentence.language, told=release.date, year=year)
        start = sentence.start + masked.body
        return [each for each in found if each.start >= start and not self._is_of_release(each)]

    def _is_of_release(self, dated: Dated) -> bool:
        """Return whether a date is where the release states its own."""
        own = self.reading.release.date
        if own is None or dated.period != own or not _FULL.search(self.text, dated.start, dated.end):
            return False
        first, self._told_date = self._told_date, True
        return not first


def _nearest(roles: list[Role], at: int) -> Role | None:
    """Return the last role before a character, else the first behind it."""
    before = [role for role in roles if role.at < at]
    return before[-1] if before else (roles[0] if roles else None)


def _only(roles: list[Role]) -> str | None:
    """Return the one place that roles are of; None where they are of several. A city tells more than what it is in."""
    places = {role.place.name: role.place for role in roles}
    for is_wide in (_is_country, _is_region):
        narrow = {name: place for name, place in places.items() if not is_wide(place)}
        places = narrow or places
    return next(iter(places)) if len(places) == 1 else None


def _is_country(place: NamedPlace) -> bool:
    return place.is_country


def _is_region(place: NamedPlace) -> bool:
    return place.is_region and place.name not in CITIES_OF_THEIR_OWN
