"""Who promoted and where it was held, as English sentences say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.release.findings import Sentence
from mycity_cli.release.places import CITIES_OF_THEIR_OWN, Named, is_abroad, known
from mycity_cli.release.signings.grammar import Grammar, Told, behind_dateline, first_of_list, in_dateline, of_label
from mycity_cli.release.signings.reading import Draft, Reading
from mycity_cli.release.signings.words import ENGLISH as WORDS

_EVENT = (
    r"(?:conferences?|fairs?|expos?|expositions?|seminars?|forums?|summits?|ceremon(?:y|ies)|events?"
    r"|conventions?|symposiums?|roadshows?|road shows?"
    r"|exhibitions?|meetings?|promotions?|salons?|fests?|festivals?|dialogues?|matchmaking|talks|week|drives?"
    r"|tours?|missions?"
    r"|evenings?|gatherings?|luncheons?|receptions?|briefings?|sessions?|pitch(?:es|ed)?)"
    r"(?! (?:and \w+ )?(?:Cent(?:re|er)|Hall|Room)s?\b)"
)
_IS_EVENT = re.compile(
    rf"\b{_EVENT}\b|\bsign(?:s|ed|ing)\b|\binked\b|\b(?:deals|contracts|agreements|projects|delegation)\b|\b(?:present"
    rf"|promot|introduc)(?:es?|s|ed|ing)? (?:itself|themselves|the|its)\b",
    re.IGNORECASE,
)
_FAIR = re.compile(r"\b(?:fair|expo|exposition|exhibition)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:held|hold|took place|takes place|staged|open(?:s|ed)|clos(?:es|ed)|end(?:s|ed)|kick(?:s|ed) off"
    r"|conclud(?:es|ed)|launched|convened"
    r"|organi[sz]ed|gathered|met|hosted|host|wrapped up|inaugurated|unveiled|signed|inked|sealed|ran|run"
    r"|mounted|arranged|attended|reached|struck|mark(?:s|ed)|lowered)\b",
    re.IGNORECASE,
)
_TO_PLACE = re.compile(
    r"\b(?:in|at|to)\s(?:the\s)?(?:[\w'’]+\s){0,4}?(?:(?:city|county|district|province|municipality|capital"
    r"|metropolis|port|region|hub)\sof\s)?\W?$",
    re.IGNORECASE,
)
_RIGHT_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]t)\s(?:the\s)?(?:(?:[A-Z][\w'’]+|[a-z]+ern|city|host|main|southern|coastal|provincial|capital"
    r"|neighbou?ring|nearby)\s){0,5}(?:of\s|capital,\s)?$"
)
_HOST_WORD = re.compile(
    r"(?:,)?\s(?:the|this year's)\s(?:host|venue)|\s(?:venue|hosted|is hosting|hosts|played host|plays host)\b"
)
_HOLDS = re.compile(
    r"(?:,[^,]{1,60},)?\s(?:city |municipal(?:ity)? |provincial |people's |government |authorities "
    r"|officials )*(?:has |also |jointly |recently |again )*"
    r"(?:held|holds|hosted|hosts|staged|stages|organi[sz]ed|convened|launched|mounted|put on|ran)\b",
    re.IGNORECASE,
)
_EVENT_WORD = re.compile(rf"\b{_EVENT}\b", re.IGNORECASE)
_WORD_OF_NAME = re.compile(
    r"(?:[\"“”(]?(?:[^\W_a-z][\w'’&+.-]*|of|for|and|on|the|investment|promotion|in|trade|economic|business"
    r"|cooperation|international|industrial|annual)[\"”)]?|–|-)\s*$"
)
_LONGEST_NAME = 14
_DATELINE = re.compile(
    r"^\W*(?:date \S+ )?[A-Z][A-Za-z'’. ]{2,20}(?:, [A-Z][\w. ]{2,20})?(?:, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov|Dec)\w*\.? \d{1,2}|\s?\([A-Z][\w ,.]+\)|: "
    r"|, \d{1,2} [A-Z][a-z]+(?: \d{4})?(?: (?:--|—|–)|[.:])|\s(?:--|—|–|-)\s)"
)
_SHORT = 3
_CAPITALS = re.compile(
    r"^(?!(?:UPDATE|CORRECTION|BREAKING|PRESS|MEDIA|NEWS|EXCLUSIVE|FACTBOX|FEATURE|ADVISORY|SUMMARY|NOTE)\b)"
    r"([A-Z][A-Z'’. -]{2,24})(?:, [A-Z][a-z][\w .]{2,20})?"
    r"(?:, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2}(?:, \d{4})?"
    r"|, \d{1,2} [A-Z][a-z]+(?: \d{4})?)?"
    r"(?: \([^()]{2,30}\))? (?:--|—|–|-) "
)
"""A dateline in capitals, of whatever place."""
_DATED_LINE = re.compile(
    r"^\W*[A-Z][A-Za-z'’. ]{2,24}, (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}),? (?:19|20)\d\d\W*$"
)
"""A line that says nothing but where and when."""
_FROM_OTHERS = re.compile(
    r"\b(?:capital of|from|with|between|in|at|to|by|for|near|via)\s(?:[\w'’]+\s){0,3}$|\bcapital,\s$", re.IGNORECASE
)
_OTHERS_OF = re.compile(
    r"\s(?:(?:branch|main|sub) )?(?:venue|session|stop|leg|station|branch|pavilion|roadshow|office)\b"
    r"|(?:['’]s)?\s(?:business(?:es|people|men)?|investors?|companies|firms|entrepreneurs|merchants|partners|enterprises|capital"
    r"|funds)\b"
)
_BETWEEN = re.compile(r"^[^,;:()]{0,50}\bbetween\s(?:the\s)?(?:city\sof\s)?$")
_AND = re.compile(r"(?:,[^,]{0,40},)?\sand\s(?:the\s)?(?:[\w-]+\s){0,3}")
_UNDER = re.compile(r"^[^,;:()]{0,50}\b(?:under|of|by|from)\s(?:the\s)?$")
_OWN = re.compile(r"['’]s?\s|\s(?:delegation|government|authorities)\b")

_DATELINE_END = re.compile(
    r"^.{0,120}?(?:\s--\s|\s[—–]\s|^[A-Z][A-Za-z\' ]{2,24}(?:, [\w .]{2,20}){0,3}(?: \([^()]{2,30}\))?\s-\s"
    r"|/PRNewswire/|/TASS/\.?|\(Xinhua\))",
    re.DOTALL,
)

_OWNS = re.compile(r"['’]s?\s")
_WHOSE_EVENT = re.compile(rf"['’]s?\s(?:[\w-]+\s){{0,5}}{_EVENT}\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:will|planned|plans?|next|upcoming|due|scheduled|forthcoming|(?:expected|set|slated) to"
    r"|(?<!days )(?<!day )(?<!weeks )(?<!week )(?<!months )(?<!month )later|since)\b[^.;]*$",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"[^.;]{0,20}\s(?:is|are) (?:planned|due|scheduled|expected|set|slated)\b")
_THEN = re.compile(
    r"(?:, [A-Z][\w' ]+(?: [Pp]rovince)?,?)?\s(?:on|last|this|from|between|earlier)\s(?:the\s|\d|[A-Z]|week"
    r"|month|year|autumn|spring|summer)"
)
_IN_BRACKETS = re.compile(rf"\b{_EVENT}\s\($", re.IGNORECASE)

_NEAR = 60
_NO_SUBJECT = re.compile(rf"[.;:()]|--|—|\b{_EVENT}\b", re.IGNORECASE)

_DELEGATION = re.compile(
    r"(?:['’]s?)?\s(?:provincial |municipal |city |trade |business |government )*(?:delegation|government)\b"
)
_SIGNS = re.compile(
    r"(?:,[^,]{1,60},)?\s(?:has |have |also |together )*(?:signed|signs|inked|sealed|clinched|secured|landed)\b"
)
_EVENT_OF = re.compile(rf"\b{_EVENT} (?:of|for|by) (?:the )?(?:(?:port |coastal )?city of )?$", re.IGNORECASE)
_SENT_BY = re.compile(
    r"\b(?:officials|delegations?|delegates|leaders|representatives|mission|team) (?:from|of) (?:the )?$", re.IGNORECASE
)
_ITS_OWN = re.compile(r"\s*(?:(?:with|by|had|has|took|signed|won|got|:|-|–)\s+)?(?:about |another |some )?")
_HERE = "\0"
_AT_EVENT = re.compile(
    rf"\bat (?:(?:the|a|an|this)\s)?(?:[\w'’]+\s){{0,3}}{_HERE}(?:\s[\w'’-]+){{0,6}}?\s{_EVENT}\b", re.IGNORECASE
)


def is_event(sentence: str) -> bool:
    """Return whether a sentence speaks of an event or a signing."""
    return _IS_EVENT.search(sentence) is not None


def is_fair(sentence: str) -> bool:
    """Return whether a sentence speaks of a fair of many participants."""
    return _FAIR.search(sentence) is not None


def dateline(text: str, sentence: Sentence, places: tuple[Named, ...]) -> str | None:
    """Return the place that a sentence starts with as a dateline."""
    if sentence.heading:
        return in_dateline(_DATED_LINE, text, sentence, places)
    unlisted = _CAPITALS.match(text[sentence.start : sentence.end])
    if unlisted is not None and (known(unlisted[1]) is None or len(unlisted[1]) <= _SHORT):
        return unlisted[1].title()
    return in_dateline(_DATELINE, text, sentence, places)


def after_dateline(text: str, sentence: Sentence) -> int:
    """Return where the dateline of a sentence ends; where the sentence starts, if it has none."""
    return behind_dateline(_DATELINE_END, text, sentence)


def scene(text: str, sentence: Sentence, places: tuple[Named, ...]) -> Told:
    """Return who promotes in a sentence, where the event is held, and whether the sentence says so outright."""
    whole = text[sentence.start : sentence.end]
    labelled = of_label(text, sentence, places)
    if labelled is not None:
        return labelled
    if not is_event(whole):
        return Told()
    promoter, named_host, sure = _of_name(text, sentence, places)
    scored: list[tuple[int, int, str]] = []
    for place in places:
        before = text[max(sentence.start, place.start - 60) : place.start]
        if _EVENT_OF.search(before) or _SENT_BY.search(before):
            promoter = promoter or place.name
        elif score := _score(text, sentence, place):
            scored.append((-score, place.start, place.name))
        if _HOLDS.match(text, place.end):
            promoter, named_host = promoter or place.name, named_host or place.name
        elif (
            _SIGNS.match(text, place.end)
            or _WHOSE_EVENT.match(text, place.start + len(place.name))
            or _DELEGATION.match(text, place.end)
        ):
            promoter = promoter or place.name
    if scored:
        best = min(scored)
        return Told(promoter, best[2], best[0] <= -_SURE)
    return Told(promoter, named_host, sure)


_SURE = 3


def _score(text: str, sentence: Sentence, place: Named) -> int:
    """Return how much speaks for a place being where the event was held, 0 where nothing does."""
    before = text[max(sentence.start, place.start - 90) : place.start]
    after = place.start + len(place.name)
    if (
        _WHOSE_EVENT.match(text, after)
        or _AT_EVENT.search(f"{before}{_HERE}{text[after : after + 60]}")
        or _LATER.search(before)
    ):
        return 0
    wide = (place.is_region and place.name not in CITIES_OF_THEIR_OWN) or place.is_country
    if place.is_region and before.endswith("the ") and text[place.start : place.end].endswith("city"):
        return 0  # `the Guangdong city` is a city named before
    if place.is_country and _RIGHT_IN.search(before):
        return 2  # where in the country, the dateline says
    if _PLANNED.match(text, place.end):
        return 0
    if _RIGHT_IN.search(before):
        return 3 + 2 * bool(_HELD.search(before)) + 2 * bool(_THEN.match(text, place.end)) - 2 * wide
    if _HOST_WORD.match(text, place.end) or _IN_BRACKETS.search(before):
        return 4
    return 1 if _TO_PLACE.search(before) and _HELD.search(before) else 0


def is_venue(text: str, sentence: Sentence, place: Named) -> bool:
    """Return whether the words before a place say that something was held or signed there: at a ceremony in Nanjing."""
    return not place.is_country and _score(text, sentence, place) >= _SURE


def _of_name(text: str, sentence: Sentence, places: tuple[Named, ...]) -> tuple[str | None, str | None, bool]:
    """Return the place that the name of an event promotes, its venue, and whether it sets that apart."""
    promoter = host = None
    host_is_told = False
    body = after_dateline(text, sentence)
    for start, end in _names_of_events(text, sentence):
        told = any(
            body <= place.start and place.end <= start and not _FROM_OTHERS.search(text, sentence.start, place.start)
            for place in places
        )
        inside = [place for place in places if start <= place.start and place.end <= end]
        owners = [place for place in inside if _OWNS.match(text, place.start + len(place.name))]
        for place in inside:
            bracketed = text[place.start - 1 : place.start] in ("(", "（")
            if len(inside) > 1 and (bracketed or (owners and place not in owners)):
                host, host_is_told = host or place.name, True
            elif told and len(inside) == 1:
                host = host or place.name  # `Wuxi reels in so much at Taipei event`
            elif not _RIGHT_IN.search(text[start : place.start]):
                promoter = promoter or place.name
        if promoter is not None and _FAIR.search(text, start, end) and host is None and not owners:
            host, promoter = promoter, None
    return promoter, host or promoter, host_is_told


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
    text, start = reading.text, after_dateline(reading.text, sentence)
    verbs = [match.start() for match in WORDS.signed.finditer(text, start, draft.at)]
    stop = verbs[-1] if verbs else draft.at
    between = _between(text, draft, places)
    if between is not None:
        return between
    before = [place for place in places if start <= place.start < draft.at and not place.is_country]
    if before and _ITS_OWN.fullmatch(text, before[-1].end, draft.at) and not _is_others(text, start, before[-1]):
        return before[-1].name  # `Liuzhou nine` in a list of places, each with its number
    near = [place for place in before if place.start < stop and _can_sign(text, sentence, places, place, stop)]
    if near:
        own = [place for place in near if not (place.is_region and text.endswith((" of ", " in "), 0, place.start))]
        return (own or near)[-1].name
    return _whose(reading, draft, places)


def _between(text: str, draft: Draft, places: tuple[Named, ...]) -> str | None:
    """Return whose a signing between two places is: that of the one in China, else of the first that is named."""
    for place in places:
        if place.start > draft.at and _BETWEEN.search(text[draft.at : place.start]):
            other = next((each for each in places if each.start >= place.end and not each.is_country), None)
            abroad = place.is_country or is_abroad(place.name)
            linked = other is not None and _AND.fullmatch(text, place.end, other.start) is not None
            return other.name if abroad and other is not None and linked else place.name
    return None


def _is_others(text: str, start: int, place: Named) -> bool:
    """Return whether a place is where something is, or comes from, and not who acts."""
    return _FROM_OTHERS.search(text, max(start, place.start - 40), place.start) is not None


def _can_sign(text: str, sentence: Sentence, places: tuple[Named, ...], place: Named, stop: int) -> bool:
    first = first_of_list(text, places, place)
    if _is_others(text, sentence.start, first):
        return False
    if _OTHERS_OF.match(text, place.end):
        return False
    between = text[place.end : stop]
    return len(between) <= _NEAR and not _NO_SUBJECT.search(between)


def _whose(reading: Reading, draft: Draft, places: tuple[Named, ...]) -> str | None:
    """Return the place that the projects are said to be of: `106 projects under Hainan's programme were signed`."""
    for place in places:
        lead = reading.text[draft.at : place.start]
        if draft.at < place.start and _UNDER.search(lead) and _OWN.match(reading.text, place.start + len(place.name)):
            return place.name
    return None


ENGLISH = Grammar(is_event, is_fair, dateline, after_dateline, scene, is_venue, subject)
