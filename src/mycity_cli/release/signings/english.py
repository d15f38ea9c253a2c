"""Who promoted and where it was held, as English sentences say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.release.findings import Sentence
from mycity_cli.release.places import Named
from mycity_cli.release.signings.reading import Draft, Reading
from mycity_cli.release.signings.words import ENGLISH

_EVENT = (
    r"(?:conferences?|fairs?|expos?|expositions?|seminars?|forums?|summits?|ceremon(?:y|ies)|events?|conventions?|symposiums?|roadshows?|road shows?"
    r"|exhibitions?|meetings?|promotions?|salons?|fests?|festivals?|dialogues?|matchmaking|talks|week|drives?|tours?|missions?"
    r"|evenings?|gatherings?|luncheons?|receptions?|briefings?|sessions?|delegations?|pitch(?:es|ed)?)"
)
_IS_EVENT = re.compile(
    rf"\b{_EVENT}\b|\bsign(?:s|ed|ing)\b|\binked\b|\b(?:present|promot|introduc)(?:s|ed|ing) (?:itself|themselves)\b",
    re.IGNORECASE,
)
_FAIR = re.compile(r"\b(?:fair|expo|exposition|exhibition)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:held|hold|took place|takes place|staged|open(?:s|ed)|clos(?:es|ed)|end(?:s|ed)|kick(?:s|ed) off|conclud(?:es|ed)|launched|convened"
    r"|organi[sz]ed|gathered|met|hosted|host|wrapped up|inaugurated|unveiled|signed|inked|sealed|ran|run|mounted|arranged|attended|mark(?:s|ed)|lowered)\b",
    re.IGNORECASE,
)
_TO_PLACE = re.compile(
    r"\b(?:in|at|to)\s(?:the\s)?(?:[\w'’]+\s){0,4}?(?:(?:city|county|district|province|municipality|capital|metropolis|port|region|hub)\sof\s)?\W?$",
    re.IGNORECASE,
)
_RIGHT_IN = re.compile(
    r"\b(?:in|at|to)\s(?:the\s)?(?:(?:[A-Z][\w'’]+|[a-z]+ern|city|host|main|southern|coastal|provincial|capital|neighbou?ring|nearby)\s){0,5}(?:of\s)?$"
)
_HOST_WORD = re.compile(
    r"(?:,)?\s(?:the|this year's)\s(?:host|venue)|\s(?:venue|hosted|is hosting|hosts|played host|plays host)\b"
)
_HOLDS = re.compile(
    r"(?:,[^,]{1,60},)?\s(?:city |municipal(?:ity)? |provincial |people's |government |authorities |officials )*(?:has |also |jointly |recently |again )*"
    r"(?:held|holds|hosted|hosts|staged|stages|organi[sz]ed|convened|launched|mounted|put on|ran)\b",
    re.IGNORECASE,
)
_EVENT_WORD = re.compile(rf"\b{_EVENT}\b", re.IGNORECASE)
_WORD_OF_NAME = re.compile(
    r"(?:[\"“”(]?(?:[^\W_a-z][\w'’&+.-]*|of|for|and|on|the|investment|promotion|in)[\"”)]?|–|-)\s*$"
)
_LONGEST_NAME = 14
_DATELINE = re.compile(
    r"^\W*(?:date \S+ )?[A-Z][A-Za-z'’. ]{2,20}(?:, [A-Z][\w. ]{2,20})?(?:, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2}|\s?\([A-Z][\w ]+\)|: )"
)
_FROM_OTHERS = re.compile(
    r"\b(?:capital of|from|with|between|in|at|to|by|for|near|via)\s(?:[\w'’]+\s){0,3}$", re.IGNORECASE
)
_UNDER = re.compile(r"^[^,;:()]{0,50}\b(?:under|of|by|from)\s(?:the\s)?$")
_OWN = re.compile(r"['’]s?\s|\s(?:delegation|government|authorities)\b")

_DATELINE_END = re.compile(r"^.{0,120}?(?:\s--\s|\s[—–]\s|/PRNewswire/|/TASS/\.?|\(Xinhua\))", re.DOTALL)


def is_event(sentence: str) -> bool:
    """Return whether a sentence speaks of an event or a signing."""
    return _IS_EVENT.search(sentence) is not None


def is_fair(sentence: str) -> bool:
    """Return whether a sentence speaks of a fair of many participants."""
    return _FAIR.search(sentence) is not None


def dateline(text: str, sentence: Sentence, places: tuple[Named, ...]) -> str | None:
    """Return the place that a sentence starts with as a dateline."""
    found = _DATELINE.match(text[sentence.start : sentence.end])
    if found is None or not places or places[0].start - sentence.start >= found.end():
        return None
    return places[0].name


def after_dateline(text: str, sentence: Sentence) -> int:
    """Return where the dateline of a sentence ends; where the sentence starts, if it has none."""
    found = _DATELINE_END.match(text[sentence.start : sentence.end])
    return sentence.start if found is None else sentence.start + found.end()


def scene(text: str, sentence: Sentence, places: tuple[Named, ...]) -> tuple[str | None, str | None, bool]:
    """Return who promotes in a sentence, where the event is held, and whether the sentence says so outright."""
    whole = text[sentence.start : sentence.end]
    if not is_event(whole):
        return None, None, False
    promoter, named_host = _of_name(text, sentence, places)
    scored: list[tuple[int, int, str]] = []
    for place in places:
        before = text[max(sentence.start, place.start - 90) : place.start]
        score = 0
        if _RIGHT_IN.search(before):
            score = 2 + (2 if _HELD.search(before) else 0) - (1 if place.is_region or place.is_country else 0)
        elif _HOST_WORD.match(text, place.end):
            score = 3
        elif _TO_PLACE.search(before) and _HELD.search(before):
            score = 1
        if score:
            scored.append((-score, place.start, place.name))
        if _HOLDS.match(text, place.end):
            promoter = promoter or place.name
            named_host = named_host or place.name
    if scored:
        best = min(scored)
        return promoter, best[2], best[0] <= -2
    return promoter, named_host, False


def _of_name(text: str, sentence: Sentence, places: tuple[Named, ...]) -> tuple[str | None, str | None]:
    """Return the place that the name of an event promotes, and the one it sets in brackets as its venue."""
    promoter = host = None
    for start, end in _names_of_events(text, sentence):
        inside = [place for place in places if start <= place.start and place.end <= end]
        for place in inside:
            if text[place.start - 1 : place.start] in ("(", "（") and len(inside) > 1:
                host = host or place.name
            elif not _RIGHT_IN.search(text[start : place.start]):
                promoter = promoter or place.name
        if promoter is not None and _FAIR.search(text, start, end) and host is None:
            host, promoter = promoter, None
    return promoter, host or promoter


def _names_of_events(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where the names of events are: capitalised words, and those between them, up to the word for the event."""
    after = sentence.start
    for match in _EVENT_WORD.finditer(text, sentence.start, sentence.end):
        start = match.start()
        for _ in range(_LONGEST_NAME):
            space = text.rfind(" ", after, max(after, start - 1))
            word_start = after if space < 0 else space + 1
            if word_start >= start or _WORD_OF_NAME.fullmatch(text, word_start, start) is None:
                break
            start = word_start
        yield start, match.end()
        after = match.end()


def subject(reading: Reading, draft: Draft, places: tuple[Named, ...]) -> str | None:
    """Return the place that signs in the sentence of a draft."""
    sentence = reading.release.sentences[draft.sentence]
    verbs = [match.start() for match in ENGLISH.signed.finditer(reading.text, sentence.start, draft.at)]
    stop = verbs[-1] if verbs else draft.at
    for place in reversed(places):
        if place.start >= stop or place.is_country:
            continue
        before = reading.text[max(sentence.start, place.start - 40) : place.start]
        if _FROM_OTHERS.search(before):
            continue
        between = reading.text[place.end : stop]
        if len(between) <= 60 and not re.search(rf"[.;:()]|\b{_EVENT}\b", between, re.IGNORECASE):
            return place.name
    return _whose(reading, draft, places)


def _whose(reading: Reading, draft: Draft, places: tuple[Named, ...]) -> str | None:
    """Return the place that the projects are said to be of: `106 projects under Hainan's programme were signed`."""
    for place in places:
        lead = reading.text[draft.at : place.start]
        if draft.at < place.start and _UNDER.search(lead) and _OWN.match(reading.text, place.start + len(place.name)):
            return place.name
    return None
