"""Which signings are parts of one stated before: what is less than it, and no signing of another occasion."""

from __future__ import annotations

import re

from mycity_cli.release.signings.lists import are_beside
from mycity_cli.release.signings.reading import Draft, Reading
from mycity_cli.release.signings.words import words_of

_REACH = 2
"""How many sentences after a signing, or a part of it, its parts are stated."""

_OCCASION = re.compile(
    r"\b(?:also|another|besides|moreover|separate(?:ly)?|in addition|additionally|meanwhile|later|earlier|same day"
    r"|next day|second|since|so far|last year|previous|Jan|Feb|Mar|Apr|June|July|Aug|Sept?|Oct|Nov"
    r"|Dec|January|February|March|April|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|conference|ceremony|forum|seminar|roadshow)\b"
    r"|\bin (?:19|20)\d\d\b|\bon \d|\d月|\d日|另|此外|还签|同日|同期|次日|随后|截至|累计|今年|去年|上届|年初|以来",
    re.IGNORECASE,
)
_SAME = re.compile(r"其中|\b(?:of|among) (?:which|these|those|them|the)\b|\bincluding\b|\bremaining\b", re.IGNORECASE)


def mark_smaller(reading: Reading, drafts: list[Draft]) -> None:
    """Mark as parts what follows a signing and is less than it, in its numbers, and is no signing of another occasion.

    What was taken for a part only because it stands near is none where its sentence tells of another occasion.
    """
    sentences = reading.release.sentences
    whole: Draft | None = None
    last = 0
    for draft in drafts:
        if draft.former:
            continue
        another = draft is not whole and _is_another(reading, draft, last)
        near = draft.sentence - last <= _REACH
        if draft.part and draft.inherited and another and near:
            draft.part = False
        if draft.part and whole is not None and _is_less(reading, whole, draft):
            draft.part = False
        signs = words_of(sentences[draft.sentence].language).signed.search(reading.text, *_before(reading, draft))
        told = draft.part or another or signs or whole is None or are_beside(reading, whole.sentence, draft.sentence)
        if not told and whole is not None and near and _is_less(reading, draft, whole):
            draft.part = True
        if not draft.part:
            whole = draft
        last = draft.sentence


def _before(reading: Reading, draft: Draft) -> tuple[int, int]:
    """Return where the sentence of a signing starts, and where the signing does."""
    return reading.release.sentences[draft.sentence].start, draft.at


def _is_another(reading: Reading, draft: Draft, last: int) -> bool:
    """Return whether the words before a signing, since the sentence before, tell of another occasion."""
    sentence = reading.release.sentences[draft.sentence]
    numbers = [n for n in reading.by_sentence[draft.sentence] if reading.mentions[n].start < draft.at]
    start = reading.mentions[numbers[-1]].end if numbers and draft.sentence == last else sentence.start
    lead = reading.text[start : draft.at]
    return _OCCASION.search(lead) is not None and _SAME.search(lead) is None


def _is_less(reading: Reading, draft: Draft, whole: Draft) -> bool:
    """Return whether a signing states less than a whole, and nothing that is more or not comparable."""
    pairs = [(draft.projects, whole.projects), (draft.amount, whole.amount)]
    figures = [
        (reading.mentions[one].figure, reading.mentions[other].figure)
        for one, other in pairs
        if one is not None and other is not None
    ]
    if not figures or any(one.unit != other.unit for one, other in figures):
        return False
    return all(one.value < other.value for one, other in figures)
