"""The signings that releases report as a dataset of their own, to be merged into another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from mycity_cli.consistency.parts import figures_that_disagree, parts_that_exceed
from mycity_cli.consistency.records import Records
from mycity_cli.errors import FigureError
from mycity_cli.expressions import expression
from mycity_cli.figure import Figure
from mycity_cli.gazetteer import Known, has_namesakes, known, place_key
from mycity_cli.model import Cited, Dataset, Place, Signing, Source
from mycity_cli.query.names import fold
from mycity_cli.release.compare import NEW
from mycity_cli.release.findings import Audit, FoundSigning, RelationKind, Release
from mycity_cli.release.written import canonical

_LONGEST_ID = 60
"""An id has at most 80 letters; this leaves room for what tells it from others."""

_LONGEST_TITLE = 160
_MOST_WHOLES = 60
"""So many signings before a part, and as many after it, are looked at for the one that it is a part of."""
_PART = "A part of a signing that is not among these."
_NO_PLACE = "since the release does not say where they were held"
_EARLIER = "since the release only compares with them, as what an earlier event came to"
_SEVERAL = "since they add up signings of several occasions"
_SAME_OCCASION = "since another total of the same day, place and promoter is already there"
_TIES = expression(r"memorand|\bMoUs?\b|sister|friendship|partnership|备忘录|友好|友城", re.IGNORECASE)
_NO_LETTER = expression(r"[^a-z0-9]+")


def propose(audits: Iterable[Audit], dataset: Dataset | None = None) -> Dataset:
    """Return the signings that audits found, and that no dataset had yet, as a dataset that is valid on its own.

    What a release does not say stays out. A signing needs the place where it was held: one without is left out, and
    the description says how many are. Places that `dataset` records are taken from it as they are, and none of its
    ids is given to another record, so that the two can be merged.
    """
    return _Proposal(dataset or Dataset()).of(audits)


class _Proposal:
    """Collects the records of a proposed dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._ids = set(dataset.by_id)
        self._numbers: dict[str, int] = {}
        self._recorded: dict[str | Known, Place] = {}
        self._proposed: dict[str | Known, Place] = {}
        for place in dataset.places:
            for name in place.all_names:
                self._recorded.setdefault(place_key(name), place)
        self._places: list[Place] = []
        self._sources: list[Source] = []
        self._signings: list[Signing] = []
        self._left_out: Counter[str] = Counter()

    def of(self, audits: Iterable[Audit]) -> Dataset:
        """Return the dataset of the signings of audits."""
        for audit in audits:
            self._add(audit)
        self._leave_out_what_contradicts()
        used = {id for each in self._signings for id in (each.city, each.promoter, each.sources[0].id)}
        return Dataset(
            title="Signings that releases report",
            description="What an audit found; not yet checked by a reader."
            + "".join(
                f" Left out, {why}: {number} signing{'s' * (number > 1)}." for why, number in self._left_out.items()
            ),
            places=tuple(place for place in self._places if place.id in used),
            sources=tuple(source for source in self._sources if source.id in used),
            signings=tuple(self._signings),
        )

    def _leave_out_what_contradicts(self) -> None:
        """Keep of several totals of one occasion the first: a dataset has nothing to tell them apart by."""
        recorded = [
            each.model_copy(update={"promoter": self._dataset.promoter_of(each)}) for each in self._dataset.signings
        ]
        while True:
            together = Dataset.model_construct(signings=(*recorded, *self._signings))
            records = Records.of(together)
            excess = {item.path[1] for item in parts_that_exceed(records)}
            twice = {item.path[1] for item in figures_that_disagree(records)}
            first = len(recorded)
            gone = {each.id for number, each in enumerate(self._signings, first) if number in twice}
            loose = {each.id for number, each in enumerate(self._signings, first) if number in excess}
            if not gone and not loose:
                return
            if gone:
                self._left_out[_SAME_OCCASION] += len(gone)
            self._signings = [
                each.model_copy(update={"part_of": None, "note": _PART})
                if each.part_of in gone | loose or each.id in loose
                else each
                for each in self._signings
                if each.id not in gone
            ]

    def _add(self, audit: Audit) -> None:
        now = self._now(audit)
        totals, summands = _totals_of_several(audit, now)
        kept = self._placed(audit, [number for number in now if number not in totals])
        if totals:
            self._left_out[_SEVERAL] += len(totals)
        if not kept:
            return
        source = self._source(audit)
        parts = {number for number in kept if audit.signings[number].part} - summands
        wholes = sorted(number for number in kept if number not in parts)
        ids: dict[int, str] = {}
        for number in sorted(kept, key=lambda each: (each in parts, each)):
            found = replace(audit.signings[number], part=number in parts)
            whole = _whole_of(audit, number, wholes) if found.part else None
            ids[number] = self._signing(audit, found, source, None if whole is None else ids[whole])

    def _now(self, audit: Audit) -> list[int]:
        """Return the signings of an audit that no dataset has, by number, and count those of earlier events."""
        known = {each.signing for each in audit.compared if each.outcome != NEW}
        new = [number for number, _ in enumerate(audit.signings) if number not in known]
        now = [number for number in new if not audit.signings[number].former]
        if len(now) < len(new):
            self._left_out[_EARLIER] += len(new) - len(now)
        return now

    def _placed(self, audit: Audit, numbers: list[int]) -> list[int]:
        """Return the signings of which the release says where they were held, and count the others."""
        kept = [number for number in numbers if audit.signings[number].host is not None]
        if len(kept) < len(numbers):
            self._left_out[_NO_PLACE] += len(numbers) - len(kept)
        return kept

    def _signing(self, audit: Audit, found: FoundSigning, source: str, part_of: str | None) -> str:
        city = self._place(found.host or "")
        date = "" if found.date is None or found.date.start is None else f"-{found.date.text[:7]}"
        id = self._id(f"{city}{date}-{'part' if found.part else 'signing'}")
        start = min(audit.mentions[number].start for number in found.mentions)
        note = _PART if found.part and part_of is None else None
        signing = Signing(
            id=id,
            kind=_kind(audit, found),
            city=city,
            promoter=None if found.promoter is None else self._place(found.promoter),
            date=found.date,
            projects=_stated(audit, found.projects),
            amount=_stated(audit, found.amount),
            part_of=part_of,
            note=note,
            sources=(Cited(id=source, at=_at(audit.release, start)),),
        )
        self._signings.append(signing)
        return id

    def _source(self, audit: Audit) -> str:
        release = audit.release
        title = next((" ".join(text.split()) for text in _titles(audit) if text.strip()), release.name or "a release")
        languages = Counter(sentence.language for sentence in release.sentences if sentence.language)
        name = release.name.replace("\\", "/").rpartition("/")[2]
        source = Source(
            id=self._id(_slug(name.rpartition(".")[0] or name) or "release"),
            title=title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…",
            publisher="not known",
            date=release.date,
            language=languages.most_common(1)[0][0] if languages else "und",
            note=f"Read from {release.name}." if release.name else None,
        )
        self._sources.append(source)
        return source.id

    def _place(self, name: str) -> str:
        """Return the id of a place: of the dataset's, of one already proposed, or of a new one."""
        key = place_key(name)
        if key not in self._proposed:
            place = self._recorded.get(key) or _new_place(name, self._id)
            self._places.append(place)
            for each in place.all_names:
                self._proposed.setdefault(place_key(each), place)
            self._proposed[key] = place
        return self._proposed[key].id

    def _id(self, wished: str) -> str:
        """Return an id that no record has, as near to the one wished for as can be."""
        wished = wished[:_LONGEST_ID].strip("-")
        number, id = self._numbers.get(wished, 1), wished
        while id in self._ids:
            number += 1
            id = f"{wished}-{number}"
        self._ids.add(id)
        self._numbers[wished] = number
        return id


def _new_place(name: str, unused: Callable[[str], str]) -> Place:
    """Return the record of a place: with both names where the gazetteer knows which place it is."""
    place = known(name)
    if place is None or has_namesakes(name):
        letters = _slug(name) or "place-" + "-".join(f"{ord(letter):x}" for letter in name)
        return Place(id=unused(letters), name=name)
    within = known(place.within) if place.within else None
    province = place.within if within is not None and not within.is_country else None
    return Place(
        id=unused(_slug(place.english)),
        name=place.english,
        names={"zh-Hans": place.chinese},
        aliases=() if fold(name) in (fold(place.english), fold(place.chinese)) else (name,),
        province=province,
    )


def _totals_of_several(audit: Audit, kept: list[int]) -> tuple[set[int], set[int]]:
    """Return the signings that only add up others of several occasions, and those others, by number.

    They were held at several places or days, or the text reports them as signings of their own: what they come to is no
    occasion, and would count them twice.
    """
    of = {mention: number for number in kept for mention in audit.signings[number].mentions}
    totals: set[int] = set()
    summands: set[int] = set()
    for candidate in (relation.candidate for relation in audit.relations):
        whole = None if candidate.result is None else of.get(candidate.result)
        found = {of[term] for term in candidate.terms if term in of} - {whole}
        if candidate.kind is not RelationKind.SUM or whole is None or not found:
            continue
        occasions = {(audit.signings[number].host, str(audit.signings[number].date)) for number in found}
        if len(occasions) > 1 or not all(audit.signings[number].part for number in found):
            totals.add(whole)
            summands |= found
    return totals, summands - totals


def _whole_of(audit: Audit, number: int, wholes: list[int]) -> int | None:
    """Return the whole that a part can be a part of: the nearest before it, else the first after it."""
    at = bisect_left(wholes, number)
    near = (*reversed(wholes[max(0, at - _MOST_WHOLES) : at]), *wholes[at : at + _MOST_WHOLES])
    return next((whole for whole in near if _can_hold(audit, audit.signings[whole], audit.signings[number])), None)


def _can_hold(audit: Audit, whole: FoundSigning, part: FoundSigning) -> bool:
    """Return whether no figure of a part is more than that of the whole."""
    pairs = ((whole.projects, part.projects), (whole.amount, part.amount))
    for more, less in pairs:
        if more is None or less is None:
            continue
        one, other = audit.mentions[more].figure, audit.mentions[less].figure
        if one.unit == other.unit and other.value > one.value:
            return False
    return True


def _kind(audit: Audit, found: FoundSigning) -> str:
    """Return `memorandum` where the words of the count say so, else `investment`."""
    words = (audit.release.text[audit.mentions[n].start : audit.mentions[n].end] for n in found.mentions)
    return "memorandum" if any(_TIES.search(each) for each in words) else "investment"


def _stated(audit: Audit, number: int | None) -> Figure | None:
    """Return a figure in words that a dataset can hold: the release's own where they say all of it."""
    if number is None:
        return None
    figure = audit.mentions[number].figure
    try:
        own = Figure.parse(" ".join(figure.text.split()))
    except FigureError:
        return Figure.parse(canonical(figure))
    same = own.unit == figure.unit and own.value == figure.value and own.interval == figure.interval
    return own if same else Figure.parse(canonical(figure))


def _at(release: Release, offset: int) -> str:
    """Return where a character stands, as sources are cited: by lines only where the text has those of the file."""
    return f"paragraph {release.paragraph(offset)}" if release.extracted else f"line {release.place(offset)[0]}"


def _titles(audit: Audit) -> Iterator[str]:
    """Yield what may be the title of a release: its first heading, its first sentence."""
    sentences = audit.release.sentences
    for sentence in (*(each for each in sentences if each.heading), *sentences[:1]):
        yield audit.release.text[sentence.start : sentence.end]


def _slug(name: str) -> str:
    return _NO_LETTER.sub("-", fold(name)).strip("-")
