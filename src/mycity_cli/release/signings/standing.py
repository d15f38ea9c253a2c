"""Whether what a figure counts was signed, or offered, planned, built, or signed by a single company."""

from __future__ import annotations

import re
from enum import Enum, auto

from mycity_cli.release.findings import Mention
from mycity_cli.release.signings.reading import Reading, Span

_LONGEST_ITEM = 60
_LISTED = re.compile(r"[^.;；。]*(?:,| and|，|、|和|及|与)\s*(?:about |around |some |another |约)?")


_BEGINS = re.compile(
    r"\s*(?:and |while |but )?(?:the )?(?:another |a further |other |about |some |around )?(?:a total of )?",
    re.IGNORECASE,
)


class Standing(Enum):
    """What a release says about the projects that it counts."""

    SIGNED = auto()
    OTHER = auto()
    """Anything but signed, or not signed by a place."""
    OPEN = auto()
    """The sentence does not say."""


def standing(reading: Reading, number: int) -> Standing:
    """Return what the sentence of a mention says about it: the words in its own clause first, then the nearest."""
    mention = reading.mentions[number]
    words = reading.words(number)
    clauses = reading.clauses(mention.sentence)
    own = reading.clause_of(number)
    found = _nearest(reading, clauses[own], number)
    if found is not None:
        return found
    if words.agreement.search(reading.text, clauses[own].start, mention.end):
        return Standing.SIGNED
    earlier = list(reversed(clauses[:own]))
    numbers = [reading.mentions[n].start for n in reading.counts(mention.sentence) if n > number]
    stop = min(numbers, default=clauses[-1].end)
    later = [Span(clause.start, min(clause.end, stop)) for clause in clauses[own + 1 :]]
    lead = reading.text[clauses[own].start : mention.start]
    # A count that begins its clause is the subject of the verb that follows: `23 projects, worth so much, await land`.
    leads = reading.sentence(number).language != "zh" and _BEGINS.fullmatch(lead) is not None
    for clause in [*later, *earlier] if leads else [*earlier, *later]:
        found = _nearest(reading, clause, number)
        if found is not None:
            return found
    return Standing.OPEN


def is_listed_after(reading: Reading, first: int, second: int) -> bool:
    """Return whether a count stands in a list with the one before it: no word between them says what became of it."""
    one, other = reading.mentions[first], reading.mentions[second]
    if one.sentence != other.sentence or other.start - one.end > _LONGEST_ITEM:
        return False
    words, between = reading.words(second), reading.between(first, second)
    if words.signed.search(between) or words.other.search(between):
        return False
    return _LISTED.fullmatch(between) is not None


def is_by_company(reading: Reading, number: int) -> bool:
    """Return whether what stands before the verb of the clause is a company."""
    mention = reading.mentions[number]
    words = reading.words(number)
    clause = reading.clauses(mention.sentence)[reading.clause_of(number)]
    verb = words.signed.search(reading.text, clause.start, mention.start)
    end = verb.start() if verb is not None else mention.start
    return words.company.search(reading.text[clause.start : end].rstrip()) is not None


def _nearest(reading: Reading, clause: Span, number: int) -> Standing | None:
    """Return what the word nearest to the mention says."""
    if clause.end <= clause.start:
        return None
    mention = reading.mentions[number]
    signed, others = reading.verbs(mention.sentence, clause)
    best = min((_distance(span, mention) for span in signed), default=None)
    worst = min((_distance(span, mention) for span in others), default=None)
    if best is None and worst is None:
        return None
    if worst is None or (best is not None and best <= worst):
        return Standing.OTHER if is_by_company(reading, number) else Standing.SIGNED
    return Standing.OTHER


def _distance(span: tuple[int, int], mention: Mention) -> int:
    return max(0, span[0] - mention.end, mention.start - span[1])
