"""Where, when and by whom: the places and dates that a release gives for the signings it reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise
from typing import NamedTuple, TypeVar

from mycity_cli.period import Period
from mycity_cli.release.capitals import region_of, with_capitals
from mycity_cli.release.dates import Dated, dates_in, event_year
from mycity_cli.release.findings import Sentence
from mycity_cli.release.places import Named, holds, is_abroad, is_same, named_in
from mycity_cli.release.signings.chinese import CHINESE
from mycity_cli.release.signings.english import ENGLISH
from mycity_cli.release.signings.grammar import Grammar, first_of_list, without_regions
from mycity_cli.release.signings.lists import is_row
from mycity_cli.release.signings.reading import Draft, Reading

T = TypeVar("T")


class Scene(NamedTuple):
    """What one sentence says about an event: who promotes, where it is held, and when."""

    promoter: str | None
    promoter_at: int
    host: str | None
    host_is_sure: bool
    date: Dated | None


_SINCE = re.compile(
    r"\bso far\b|\bsince\b|\bin (?:the (?:past|last) )?(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|\d+) years\b|\bto date\b|\bfirst (?:\w+ )?(?:months|quarters?|half)\b|\byear['’]s total\b"
    r"|全年|上半年|以来|累计|截至|截止",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"各[县区市省]|全[市省区县]|[我本]市|[两三四五六七八九十\d][市省县区地]|共计"
    r"|\bthe (?:city|province|region|municipality)\b|\bin (?:total"
    r"|all)\b|\btogether\b",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(r"\b(?:from|with|between|and)\s$|[从自与和来、]$")
_LISTED = re.compile(r"[,，、和与及]\s?(?:and )?|\s?and\s")
_OWN_EVENT = re.compile(
    r"(?:专场)?(?:推介|招商|洽谈|签约|对接|恳谈|说明)?(?:会|专场|站)(?:上|现场|共|集中|[，,：:])*签"
    r"|\s(?:event|venue|stop|leg|roadshow|session|station|branch)\b"
)
"""What follows a place whose event is told beside those of others: 厦门推介会签约34个."""

_TIES = re.compile(r"partnership|sister|友好|友城", re.IGNORECASE)
"""What ties two cities: neither of them is the one that promotes."""


class Settings:
    """The places and dates of a release, sentence by sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        release, text = reading.release, reading.text
        year = event_year(text)
        self._places: list[tuple[Named, ...]] = []
        self._dates: list[list[Dated]] = []
        region: str | None = None
        for sentence in release.sentences:
            named = named_in(text, sentence.start, sentence.end, sentence.language)
            named = with_capitals(text, sentence.start, sentence.end, named, region)
            region = region_of(list(named), region)
            self._places.append(without_regions(text, named))
            self._dates.append(self._dates_of(sentence, year))
        scenes = list(enumerate(map(self._scene, range(len(release.sentences)))))
        self._promoters = sorted((scene.promoter_at, scene.promoter) for _, scene in scenes if scene.promoter)
        self._sure_hosts = [(number, scene.host) for number, scene in scenes if scene.host and scene.host_is_sure]
        self._hosts = [(number, scene.host) for number, scene in scenes if scene.host]
        self._promoters = self._without_venues(self._promoters)
        self._dated = [(number, scene.date) for number, scene in scenes if scene.date is not None]
        self._main: dict[str | None, str | None] = {}
        self._dateline = self._find_dateline()
        self._is_fair = any(self._speaks(s).is_fair(text[s.start : s.end]) for s in release.sentences[:4])

    def _without_venues(self, promoters: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Return who promotes, without a city where another that was told first only held its event."""
        if not all(is_abroad(each.name) for places in self._places for each in places):
            promoters = [(at, name) for at, name in promoters if not is_abroad(name)]
        venues = {host for _, host in self._sure_hosts}
        return [(at, name) for at, name in promoters if name not in venues or is_same(name, promoters[0][1])]

    def promoters(self, drafts: list[Draft]) -> list[str | None]:
        """Return the place whose each signing is: the subject of its sentence, or who promotes at the event."""
        found: list[str | None] = []
        subject = None
        for draft in drafts:
            sentence = self.reading.release.sentences[draft.sentence]
            own = self._speaks(sentence).subject(self.reading, draft, self._places[draft.sentence])
            ranked = self._ranked(draft)
            if ranked is not None:
                # 分别在南宁、东莞举行: the places are where it was held, and not who signed there.
                first = first_of_list(self.reading.text, self._places[draft.sentence], ranked)
                own = None if self._is_venue(sentence, first) else ranked.name
            if own is not None and not sentence.heading:
                subject = own
            elif own is None and not draft.part and _ALL.search(self.reading.text, sentence.start, draft.at):
                subject = None
            elif own is None and draft.part and found:
                subject = found[-1]
            found.append(own or subject or self._promoter_of_event(draft))
        return found

    def _ranked(self, draft: Draft) -> Named | None:
        """Return the place whose turn it is where the sentence lists as many as it lists figures."""
        if draft.rank is None:
            return None
        rank, length = draft.rank
        places = [place for place in self._places[draft.sentence] if place.start < draft.at]
        text = self.reading.text
        for first in range(len(places) - length + 1):
            run = places[first : first + length]
            if all(_LISTED.fullmatch(text, one.end, other.start) for one, other in pairwise(run)):
                return run[rank]
        return None

    def _promoter_of_event(self, draft: Draft) -> str | None:
        """Return who promotes by what was said before a signing, else by the name of the event after it."""
        words = (self.reading.text[m.start : m.end] for m in map(self.reading.mentions.__getitem__, draft.mentions))
        if any(_TIES.search(each) for each in words):
            return None
        before = bisect_left(self._promoters, draft.at, key=lambda told: told[0])
        if before:
            sentence = self.reading.release.sentences[draft.sentence]
            # `The city` is whose release it is, not the district that was named last.
            whole = _ALL.search(self.reading.text, sentence.start, draft.at)
            return self._promoters[0 if whole else before - 1][1]
        if self._is_fair and not is_abroad(self.host(draft) or ""):
            return None
        return self._promoters[0][1] if self._promoters else self._other_than(self.host(draft))

    def host(self, draft: Draft) -> str | None:
        """Return where the signing was held."""
        sentence = self.reading.release.sentences[draft.sentence]
        place = next((each for each in reversed(self._places[draft.sentence]) if each.start < draft.at), None)
        own = place is not None and _OWN_EVENT.match(self.reading.text, place.end, sentence.end) is not None
        if own and place is not None and self._promoters and not is_same(place.name, self._promoters[0][1]):
            return place.name
        ranked = self._ranked(draft)
        if ranked is not None:
            first = first_of_list(self.reading.text, self._places[draft.sentence], ranked)
            if self._is_venue(sentence, first):
                return ranked.name
        venues = [each for each in self._places[draft.sentence] if self._is_venue(sentence, each)]
        if len({each.name for each in venues}) > 1 and venues[0].start < draft.at:
            # In Nanjing it signed 22 agreements, in Shanghai 18: each was held where the words before it say.
            return [each for each in venues if each.start < draft.at][-1].name
        sure = _nearest(self._sure_hosts, draft.sentence)
        return sure or self._dateline or _nearest(self._hosts, draft.sentence)

    def _is_venue(self, sentence: Sentence, place: Named) -> bool:
        return self._speaks(sentence).is_venue(self.reading.text, sentence, place)

    def date(self, draft: Draft) -> Period | None:
        """Return when the signing was held, as far as the release says so for certain."""
        if draft.former:
            return None
        own = self._dates[draft.sentence]
        before = [each for each in own if each.start < draft.at]
        sentence = self.reading.release.sentences[draft.sentence]
        if before and sentence.language == "zh":
            return before[-1].period
        if own:
            return min(own, key=lambda dated: abs(dated.start - draft.at)).period
        if _SINCE.search(self.reading.text, sentence.start, sentence.end):
            return None
        dated = _nearest(self._dated, draft.sentence)
        return None if dated is None else dated.period

    def _scene(self, number: int) -> Scene:
        sentence = self.reading.release.sentences[number]
        speaks = self._speaks(sentence)
        text, places = self.reading.text, self._places[number]
        promoter, host, sure = speaks.scene(text, sentence, places)
        at = next((place.start for place in places if place.name == promoter), sentence.start)
        date = next(iter(self._dates[number]), None) if speaks.is_event(text[sentence.start : sentence.end]) else None
        return Scene(promoter, at, host, sure, date)

    def _dates_of(self, sentence: Sentence, year: int | None) -> list[Dated]:
        """Return the dates of a sentence, without those that only date the release."""
        release, text = self.reading.release, self.reading.text
        found = dates_in(text, sentence.start, sentence.end, sentence.language, told=release.date, year=year)
        start = self._speaks(sentence).after_dateline(text, sentence)
        own = None if release.date is None else release.date.text
        return [each for each in found if each.start >= start and text[each.start : each.end] != own]

    def _find_dateline(self) -> str | None:
        for sentence, places in zip(self.reading.release.sentences, self._places, strict=True):
            found = self._speaks(sentence).dateline(self.reading.text, sentence, places)
            if found is not None:
                return found
        return None

    def _other_than(self, host: str | None) -> str | None:
        if host not in self._main:
            self._main[host] = self._find_main(host)
        return self._main[host]

    def _find_main(self, host: str | None) -> str | None:
        """Return the place that the release names most often beside the host; the host, where it names no other."""
        rows = [is_row(self.reading, number) for number in range(len(self._places))]
        told = [places for places, row in zip(self._places, rows, strict=True) if all(rows) or not row]
        named = [place for places in told for place in places if not place.is_country]
        text = self.reading.text
        own = [each.name for each in named if not _OUTSIDER.search(text[max(0, each.start - 12) : each.start])]
        if host is not None and is_abroad(host):
            cities = [each for each in named if not is_abroad(each.name)]
            own = [each.name for each in cities if not each.is_region] or [each.name for each in cities] or own
        counts = Counter(own)
        if host is not None and own and own[0] == host and counts[host] == max(counts.values()):
            return host
        for name, _ in counts.most_common():
            if host is None or not (is_same(name, host) or holds(name, host)):
                return name
        return host if any(name == host for name in own) else None

    @staticmethod
    def _speaks(sentence: Sentence) -> Grammar:
        return CHINESE if sentence.language == "zh" else ENGLISH


def _nearest(told: list[tuple[int, T]], sentence: int) -> T | None:
    """Return what a sentence tells, else the nearest before it, else the first after it."""
    after = bisect_right(told, sentence, key=lambda each: each[0])
    if after:
        return told[after - 1][1]
    return told[0][1] if told else None
