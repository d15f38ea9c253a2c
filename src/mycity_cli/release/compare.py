"""The signings of a release beside those of a dataset: which are recorded, whether they agree, which are new."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from typing import NamedTuple

from mycity_cli.figure import Figure
from mycity_cli.gazetteer import is_same
from mycity_cli.model import Dataset, Signing
from mycity_cli.period import Period
from mycity_cli.release.findings import Compared, FoundSigning, Mention, Release
from mycity_cli.release.places import named_in
from mycity_cli.release.statements import added, decided, equal
from mycity_cli.statement.verdict import Outcome

_SEVERAL = 2
_LONGEST = 1000
"""How many characters before a total the cities stand that it is told of, at the most."""

AGREES, DIFFERS, NEW = "agrees", "differs", "new"


class _Fit(IntEnum):
    """How well a signing that was found fits a record."""

    NO = 0
    MAYBE = 1
    """Nothing speaks against it, but a place or the date is unknown: their figures decide."""
    YES = 2


class _Pair(NamedTuple):
    """A signing found, a record that it may be, and the statements that compare their figures."""

    signing: int
    record: Signing
    fit: _Fit
    statements: tuple[tuple[str, Outcome], ...]

    @property
    def agrees(self) -> bool:
        """Whether no statement is false."""
        return all(outcome is not Outcome.FALSE for _, outcome in self.statements)


class _Named:
    """The places of a dataset by the names that a release calls them; each name is looked up once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._ids: dict[str, frozenset[str]] = {}

    def fit(self, name: str | None, id: str | None) -> _Fit:
        """Return how well a name fits the id of a place."""
        if name is None or id is None:
            return _Fit.MAYBE
        if name not in self._ids:
            places = self.dataset.places
            self._ids[name] = frozenset(p.id for p in places if any(is_same(name, each) for each in p.all_names))
        return _Fit.YES if id in self._ids[name] else _Fit.NO


def compare(
    release: Release, mentions: tuple[Mention, ...], signings: tuple[FoundSigning, ...], dataset: Dataset
) -> tuple[Compared, ...]:
    """Return, for each signing found, the record of the dataset that it is, and whether their figures agree.

    It is a record where promoter, place and date can be the same, and both are wholes or both are parts. Where one of
    these is not known, it is the record only if the figures agree too. A record is one signing of a release; a total
    told of several places is compared with what the records of those places come to.
    """
    named = _Named(dataset)
    held = frozenset(each.host for each in signings if not each.part)
    told = [_ToldSigning(number, signing, _is_part(signing, held)) for number, signing in enumerate(signings)]
    cities = {each.number: _cities_told(each, release, mentions) for each in told}
    pairs = [
        pair
        for each in told
        if len(cities[each.number]) < _SEVERAL
        for record in dataset.signings
        if (pair := _pair(each, record, mentions, named)) is not None
    ]
    pairs.sort(key=lambda pair: (not pair.agrees, -pair.fit, -len(pair.statements), pair.signing))
    taken: dict[int, _Pair] = {}
    records: set[str] = set()
    for pair in pairs:
        if pair.signing not in taken and pair.record.id not in records:
            taken[pair.signing] = pair
            records.add(pair.record.id)
    found = [_compared(number, taken.get(number)) for number in range(len(signings))]
    for each in told:
        if (total := _total(each, cities[each.number], mentions, named)) is not None:
            found[each.number] = total
    return tuple(found)


def _compared(number: int, pair: _Pair | None) -> Compared:
    if pair is None:
        return Compared(number, None, NEW)
    return Compared(number, pair.record.id, AGREES if pair.agrees else DIFFERS, pair.statements)


class _ToldSigning(NamedTuple):
    """A signing of the release, and whether it is a part of one occasion."""

    number: int
    signing: FoundSigning
    part: bool


def _is_part(signing: FoundSigning, held: frozenset[str | None]) -> bool:
    """Return whether a signing is a part of one held where it was: a part of what several places come to is a whole.

    `held` is where the wholes were held.
    """
    elsewhere = signing.host is not None and signing.host not in held
    return signing.part and not elsewhere


def _pair(told: _ToldSigning, record: Signing, mentions: tuple[Mention, ...], named: _Named) -> _Pair | None:
    """Return a signing with a record that it can be; None where they are two, or have no figures to compare."""
    number, signing, part = told
    if part != (record.part_of is not None):
        return None
    fit = min(
        named.fit(signing.promoter, named.dataset.promoter_of(record)),
        named.fit(signing.host, record.city),
        _fit_of_date(signing.date, record.date),
    )
    places = (signing.promoter, signing.host)
    if fit is _Fit.NO or not any(places):
        return None
    statements = tuple(_statements(signing, record, mentions))
    pair = _Pair(number, record, fit, statements)
    return pair if statements and (fit is _Fit.YES or pair.agrees) else None


def _total(told: _ToldSigning, cities: list[str], mentions: tuple[Mention, ...], named: _Named) -> Compared | None:
    """Return how a total told of several places compares with their records; None where not all of them are known."""
    if len(cities) < _SEVERAL:
        return None
    signing = told.signing
    records = [
        record
        for record in named.dataset.signings
        if record.part_of is None
        and named.fit(signing.promoter, named.dataset.promoter_of(record)) is _Fit.YES
        and any(named.fit(city, record.city) is _Fit.YES for city in cities)
        and _fit_of_date(signing.date, record.date) is _Fit.YES
    ]
    if len({record.city for record in records}) < len(cities):
        return None
    statements = tuple(_sums(signing, records, mentions))
    if not statements:
        return None
    outcome = DIFFERS if any(outcome is Outcome.FALSE for _, outcome in statements) else AGREES
    return Compared(told.number, " + ".join(record.id for record in records), outcome, statements)


def _cities_told(told: _ToldSigning, release: Release, mentions: tuple[Mention, ...]) -> list[str]:
    """Return the cities that the paragraph names up to a total without a host, but for the one that signs."""
    signing = told.signing
    if told.part or signing.host is not None or signing.promoter is None:
        return []
    sentence = release.sentences[min(mentions[number].sentence for number in signing.mentions)]
    start = release.sentences[bisect_left(release.sentences, sentence.paragraph, key=lambda each: each.paragraph)].start
    named = named_in(release.text, max(start, sentence.end - _LONGEST), sentence.end, sentence.language)
    cities = {place.name for place in named if not place.is_country and not place.is_region}
    return sorted(name for name in cities if not is_same(name, signing.promoter))


def _sums(signing: FoundSigning, records: list[Signing], mentions: tuple[Mention, ...]) -> list[tuple[str, Outcome]]:
    """Return the statements that the figures of a total are what those of the records add up to."""
    found = []
    for number, recorded in (
        (signing.projects, [record.projects for record in records]),
        # A record about which no money is stated adds none.
        (signing.amount, [record.money for record in records if record.money is not None or record.lacks_amount]),
    ):
        figures = [each for each in recorded if each is not None]
        if number is None or not figures or len(figures) < len(recorded):
            continue
        total = mentions[number].figure
        if all(each.unit == total.unit for each in figures):
            found.append(_summed(total, figures))
    return found


def _summed(total: Figure, figures: list[Figure]) -> tuple[str, Outcome]:
    verdict = decided((total, *figures), lambda numbers: equal(numbers[0], added(numbers[1:])))
    return verdict.statement, verdict.outcome


def _fit_of_date(found: Period | None, recorded: Period | None) -> _Fit:
    if found is None or recorded is None:
        return _Fit.YES
    return _Fit.YES if recorded.can_fall_in(found.start, found.end) else _Fit.NO


def _statements(signing: FoundSigning, record: Signing, mentions: tuple[Mention, ...]) -> list[tuple[str, Outcome]]:
    """Return the statements that the figures of both are the same, where both state them in one unit."""
    compared = ((signing.projects, record.projects), (signing.amount, record.money))
    return [
        _decided(mentions[number].figure, recorded)
        for number, recorded in compared
        if number is not None and recorded is not None and mentions[number].figure.unit == recorded.unit
    ]


def _decided(stated: Figure, recorded: Figure) -> tuple[str, Outcome]:
    verdict = decided((stated, recorded), lambda numbers: equal(*numbers))
    return verdict.statement, verdict.outcome
