"""How the rows of a table are called that add up others, or are part of one: `Total`, 合计, `of which: Mitte`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from mycity_cli.tables.amount_units import unit_in
from mycity_cli.tables.cell_words import folded, word_set, words

_LONGEST = 60
_HAN = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_BRACKETED = re.compile(r"(?P<name>[^(（\[]+?)\s*[(（\[](?P<unit>[^()（）\[\]]+)[)）\]]")
_MOST_PARTS = 5
_NUMBER = re.compile(r"[-+]?[\d.,\s'%]+", re.ASCII)


class TotalsView(NamedTuple):
    """What decides whether rows are totals: for each row its number, its city and what its amount cell says.

    `texts` returns the texts of a column, `width` is how many there are, `city` which holds the city, and `id` which
    the id, where one does. `counts` returns what the cells of projects say. `has_own` says whether a row has an id, a
    day or words of its own, `is_part` that it is part of another, `is_filled` that empty cities mean those above.
    """

    numbers: Sequence[int]
    width: int
    texts: Callable[[int], Sequence[str | None]]
    city: int
    id: int | None
    amounts: Sequence[object]
    has_own: Callable[[int], bool]
    is_part: Callable[[int], bool]
    is_filled: bool
    counts: Callable[[], Sequence[object]] = tuple
    may_be_negative: bool = False


_MARKS = " :.*-–—=()[]【】"
"""What may stand around the name of a total."""


class Label(NamedTuple):
    """What a row is called, the place of the column that says so, and whether that is the name of a total for sure."""

    text: str
    place: int
    is_sure: bool


def labels(view: TotalsView) -> dict[int, Label]:
    """Return the rows whose city, or whose first text, is the name of a total or may be one."""
    found = {
        at: Label(text, view.city, sure)
        for at, text, sure in _labelled(view.texts(view.city), range(len(view.numbers)))
    }
    pending: Sequence[int] = range(len(view.numbers))
    for place in range(view.width):
        if not pending:
            break
        texts = view.texts(place)
        for at, text, is_sure in _labelled(texts, pending):
            found.setdefault(at, Label(text, place, is_sure))
        numbers = {text for text in set(texts) if text is not None and not text[:1].isalpha() and is_number(text)}
        pending = [at for at in pending if texts[at] is None or texts[at] in numbers]
    return found


def _labelled(texts: Sequence[str | None], among: Sequence[int]) -> Iterator[tuple[int, str, bool]]:
    """Yield the rows whose texts are the names of totals, each with its text and whether that is sure."""
    different = set(_worth_a_look({text for text in set(texts) if text is not None}))
    known = {text: is_total_name(text) for text in different if is_total_name(text) or may_name_total(text)}
    maybe = {text: group for text in different if text not in known and (group := _group_of(text))}
    if maybe:
        names = {folded(text) for text in set(texts) if text is not None}
        known |= {text: group in names for text, group in maybe.items()}
    if known:
        yield from ((at, text, known[text]) for at in among if (text := texts[at]) is not None and text in known)


@cache
def _beginnings() -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Return how names of totals in Latin letters begin and end, and the letters of the others at either end."""
    names = word_set("totals", "words") | word_set("totals", "doubtful")
    of_group = words("cells", "totals")["of_group"]
    latin = {name[:2] for name in names if name.isascii()}
    others = {letter for name in (*names, *of_group) if not name.isascii() for letter in (name[0], name[-1])}
    endings = {name[-3:] for name in of_group if name.isascii()}
    return (
        tuple(latin),
        tuple(endings),
        frozenset(others | {letter.upper() for letter in others} | set("ＴｔＳｓＧｇＡａ")),
    )


def _worth_a_look(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts that `_may_be_total`: of those that are plain, which most are, it is found out at once."""
    plain: list[str] = []
    for text in texts:
        if text.isascii() and "\n" not in text:
            plain.append(text)
        elif _may_be_total(text):
            yield text
    joined = "\n".join(("", *plain, ""))
    for pattern in _ends_of_totals():
        for match in pattern.finditer(joined):
            start = joined.rfind("\n", 0, match.end()) + 1
            text = joined[start : joined.index("\n", start)]
            if _may_be_total(text):
                yield text


@cache
def _ends_of_totals() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds, of lines of ASCII, those that begin or that end as names of totals may."""
    beginnings, endings, _ = _beginnings()
    marks = rf"[{re.escape(_MARKS)}]*"
    begin, end = ("|".join(map(re.escape, sorted(each))) for each in (beginnings, endings))
    return (
        re.compile(rf"\n{marks}(?:{begin})", re.IGNORECASE),
        re.compile(rf"(?:{end}){marks}(?=\n)", re.IGNORECASE),
    )


def _may_be_total(text: str) -> bool:
    """Return whether it is worth to look closer whether a text is the name of a total: most of a million are not."""
    if len(text) > _LONGEST:
        return False
    beginnings, endings, letters = _beginnings()
    lower = text.lower().strip(_MARKS)
    if lower.startswith(beginnings) or lower.endswith(endings):
        return True
    return not text.isascii() and not letters.isdisjoint(text[:4] + text[-4:])


def is_total_name(text: str) -> bool:
    """Return whether a text as a whole is the name of a total, with how many it counts or without."""
    name = _HAN.sub("", folded(text)).strip(_MARKS)
    if name in word_set("totals", "words"):
        return True
    match = _counting().fullmatch(name)
    if match is not None and match["name"].strip(" :(,") in word_set("totals", "words"):
        return True
    return any(folded(name) in word_set("totals", "words") and unit_in(unit) for name, unit in _with_unit(text))


def _with_unit(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to take a text for a name and a unit, which stands behind or before it: `Total (USD mn)`."""
    match = _BRACKETED.fullmatch(text.strip(" :："))
    if match is not None:
        yield match["name"], match["unit"]
    parts = re.split(r"[\s,;:：/–-]+", text.strip(" :："))
    if len(parts) <= _MOST_PARTS:
        for at in range(1, len(parts)):
            yield " ".join(parts[:at]), " ".join(parts[at:])
            yield " ".join(parts[at:]), " ".join(parts[:at])


def is_about_others(text: str) -> bool:
    """Return whether a text says that its row is no signing, and no sum, but an average or the like of others."""
    return len(text) < _LONGEST and folded(text).strip(_MARKS) in word_set("totals", "others")


def other_rows(view: TotalsView) -> dict[int, str]:
    """Return the rows that are averages and the like of others, as their city says, or their first text without one."""
    cities = view.texts(view.city)
    found = dict(_about_others(cities, range(len(cities))))
    nameless = [at for at, city in enumerate(cities) if city is None]
    for place in range(view.width) if nameless else ():
        for at, text in _about_others(view.texts(place), nameless):
            found.setdefault(at, text)
    return found


def _about_others(texts: Sequence[str | None], among: Sequence[int]) -> Iterator[tuple[int, str]]:
    known = {text for text in {texts[at] for at in among} if text is not None and is_about_others(text)}
    if known:
        yield from ((at, text) for at in among if (text := texts[at]) is not None and text in known)


def is_number(text: str) -> bool:
    """Return whether a cell holds digits with their marks, and no word."""
    return _NUMBER.fullmatch(text) is not None


def may_name_total(text: str) -> bool:
    """Return whether a text is the name of a total only where the amounts above add up to it."""
    return folded(text).strip(" :.") in word_set("totals", "doubtful")


def names_total(text: str, above: object) -> bool:
    """Return whether a text is the name of a total, or of the total of the group that stands above it."""
    return is_total_name(text) or (isinstance(above, str) and _group_of(text) == folded(above))


@cache
def _counting() -> re.Pattern[str]:
    things = "|".join(map(re.escape, words("cells", "totals")["counted"]))
    return re.compile(rf"(?P<name>[^\d]+?)[\s:(,]*\d+\s*(?:{things})?\)?")


@cache
def _of_group() -> re.Pattern[str]:
    names = "|".join(map(re.escape, words("cells", "totals")["of_group"]))
    return re.compile(rf"(?P<before>.+?)[\s:–-]*(?:{names})|(?:{names})(?:\s+(?:for|of|in))?[\s:–-]*(?P<behind>.+)")


def _group_of(text: str) -> str:
    """Return the name of the group that a text says it is the total of, "" for another text."""
    match = _of_group().fullmatch(folded(text).rstrip(" :"))
    return (match["before"] or match["behind"]).strip() if match is not None else ""


class PartRow(NamedTuple):
    """What a row is called that says to be part of another, and the place of that other one."""

    text: str
    whole: int


def part_rows(view: TotalsView) -> dict[int, PartRow]:
    """Return the rows that say to be part of the one above them: `其中：涪城区`, `of which: Mitte`."""
    pattern = _parts()
    cities = view.texts(view.city)
    known = {text for text in set(cities) if text is not None and pattern.match(folded(text))}
    found: dict[int, PartRow] = {}
    whole = -1
    for at, city in enumerate(cities) if known else ():
        if city is None or city not in known:
            whole = at
        elif whole >= 0:
            found[at] = PartRow(city, whole)
    return found


@cache
def _parts() -> re.Pattern[str]:
    names = words("cells", "totals")["parts"]
    latin = "|".join(re.escape(name) for name in names if name.isascii())
    others = "|".join(re.escape(name) for name in names if not name.isascii())
    return re.compile(rf"\W*(?:(?:{latin})(?=[\s:]|$)|(?:{others}))")
