"""The signings of a release beside those of a dataset: which are recorded, whether they agree, which are new."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from mycity_cli.figure import Figure
from mycity_cli.model import Dataset, Signing
from mycity_cli.period import Period
from mycity_cli.release.findings import Compared, FoundSigning, Mention, Release
from mycity_cli.release.places import is_same
from mycity_cli.release.relations.recompute import decided
from mycity_cli.statement.verdict import Outcome

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
    these is not known, it is the record only if the figures agree too. A record is one signing of a release.
    """
    named = _Named(dataset)
    pairs = [
        pair
        for number, signing in enumerate(signings)
        for record in dataset.signings
        if (pair := _pair(number, signing, record, mentions, named)) is not None
    ]
    pairs.sort(key=lambda pair: (not pair.agrees, -pair.fit, -len(pair.statements), pair.signing))
    taken: dict[int, _Pair] = {}
    records: set[str] = set()
    for pair in pairs:
        if pair.signing not in taken and pair.record.id not in records:
            taken[pair.signing] = pair
            records.add(pair.record.id)
    return tuple(_compared(number, taken.get(number)) for number in range(len(signings)))


def _compared(number: int, pair: _Pair | None) -> Compared:
    if pair is None:
        return Compared(number, None, NEW)
    return Compared(number, pair.record.id, AGREES if pair.agrees else DIFFERS, pair.statements)


def _pair(
    number: int, signing: FoundSigning, record: Signing, mentions: tuple[Mention, ...], named: _Named
) -> _Pair | None:
    """Return a signing with a record that it can be; None where they are two, or have no figures to compare."""
    if signing.part != (record.part_of is not None):
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


def _fit_of_date(found: Period | None, recorded: Period | None) -> _Fit:
    if found is None or recorded is None:
        return _Fit.YES
    return _Fit.YES if recorded.can_fall_in(found.start, found.end) else _Fit.NO


def _statements(signing: FoundSigning, record: Signing, mentions: tuple[Mention, ...]) -> list[tuple[str, Outcome]]:
    """Return the statements that the figures of both are the same, where both state them in one unit."""
    compared = ((signing.projects, record.projects), (signing.amount, record.amount))
    return [
        _decided(mentions[number].figure, recorded)
        for number, recorded in compared
        if number is not None and recorded is not None and mentions[number].figure.unit == recorded.unit
    ]


def _decided(stated: Figure, recorded: Figure) -> tuple[str, Outcome]:
    verdict = decided(lambda write: f"{write(stated)} = {write(recorded)}")
    return verdict.statement, verdict.outcome
