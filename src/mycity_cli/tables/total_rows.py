"""Rows of a table that add up others, and so are no signings of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from mycity_cli.exact import Rational, grouped, plain, rational, total
from mycity_cli.figure import Figure, Scale
from mycity_cli.interval import Interval
from mycity_cli.tables.amount_units import unit_in
from mycity_cli.tables.cell_words import folded, word_set, words
from mycity_cli.tables.rows import SkippedRow

_MOST_TOLD = 3
_LONGEST = 60
_HAN = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_DIGIT = re.compile(r"\d")
_BRACKETED = re.compile(r"(?P<name>[^(（\[]+?)\s*[(（\[](?P<unit>[^()（）\[\]]+)[)）\]]")
_MOST_PARTS = 5
_NUMBER = re.compile(r"[-+]?[\d.,\s'%]+", re.ASCII)


class TotalsView(NamedTuple):
    """What decides whether rows are totals: for each row its number, its city and what its amount cell says.

    `texts` returns the texts of a column, `width` is how many there are, `city` which holds the city, and `id` which
    the id, where one does. `has_own` says whether a row has an id, a day or words of its own, `is_part` that it is
    part of another, `is_filled` that empty cities mean those above.
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


class TotalRows(NamedTuple):
    """The rows that are left out as totals, by their place, and the notes that tell of them."""

    skipped: Mapping[int, SkippedRow]
    notes: tuple[str, ...]


# --- what rows are called -------------------------------------------------------------------------------------------


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
        kinds = {text: text is None or is_number(text) for text in set(texts)}
        pending = [at for at in pending if kinds[texts[at]]]
    return found


def _labelled(texts: Sequence[str | None], among: Sequence[int]) -> Iterator[tuple[int, str, bool]]:
    """Yield the rows whose texts are the names of totals, each with its text and whether that is sure."""
    different = {text for text in set(texts) if text is not None and _may_be_total(text)}
    known = {text: is_total_name(text) for text in different if is_total_name(text) or _may_name_total(text)}
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


def _may_be_total(text: str) -> bool:
    """Return whether it is worth to look closer whether a text is the name of a total: most of a million are not."""
    if len(text) > _LONGEST:
        return False
    beginnings, endings, letters = _beginnings()
    lower = text.lower().strip(" :.*-–—=()[]【】")
    if lower.startswith(beginnings) or lower.endswith(endings):
        return True
    return not text.isascii() and not letters.isdisjoint(text[:4] + text[-4:])


def is_total_name(text: str) -> bool:
    """Return whether a text as a whole is the name of a total, with how many it counts or without."""
    name = _HAN.sub("", folded(text)).strip(" :.*-–—=()[]【】")
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


def is_number(text: str) -> bool:
    """Return whether a cell holds digits with their marks, and no word."""
    return _NUMBER.fullmatch(text) is not None


def _may_name_total(text: str) -> bool:
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


# --- what rows add up to --------------------------------------------------------------------------------------------


class _Sum:
    """The sum of amounts above a row, by currency, and what is not in it."""

    def __init__(self) -> None:
        self.values: dict[str, Rational] = {}
        self.intervals: dict[str, list[Figure]] = {}
        self.rows = 0
        self.lacks = False

    def add(self, amount: object) -> None:
        self.rows += 1
        if not isinstance(amount, Figure):
            self.lacks = True
            return
        self.values[amount.unit] = self.values.get(amount.unit, 0) + rational(amount.value)
        self.intervals.setdefault(amount.unit, []).append(amount)

    def is_whole(self, amount: object) -> bool:
        """Return whether an amount is exactly this sum, which lacks nothing and is one of several."""
        return self.rows >= 2 and not self.lacks and isinstance(amount, Figure) and self.equals(amount)

    def equals(self, amount: Figure) -> bool:
        """Return whether an amount is exactly this sum."""
        return self.values.get(amount.unit) == rational(amount.value)

    def may_be(self, amount: Figure) -> bool:
        """Return whether an amount is this sum as far as it is stated."""
        if self.equals(amount):
            return True
        figures = self.intervals.get(amount.unit, [])
        added = Interval.sum(figure.interval for figure in figures)
        stated = amount.interval
        return _meet(added, stated)


def _meet(one: Interval, other: Interval) -> bool:
    def is_below(a: Interval, b: Interval) -> bool:
        if a.high is None or b.low is None:
            return False
        return a.high.value < b.low.value or (a.high.value == b.low.value and not (a.high.closed and b.low.closed))

    return not (is_below(one, other) or is_below(other, one))


def find_totals(view: TotalsView) -> TotalRows:
    """Return the rows of a table that are totals of others, and the doubts about rows that may be some."""
    named = labels(view)
    cities = view.texts(view.city)
    parts = part_rows(view)
    nameless = [] if view.is_filled else [at for at, city in enumerate(cities) if city is None and at not in named]
    if not named and not nameless and not parts:
        return TotalRows({}, _doubts(view, cities))
    skipped: dict[int, SkippedRow] = {}
    notes: list[str] = []
    told: list[str] = []
    ever, since = _Sum(), _Sum()
    unnamed = set(nameless)
    for at, amount in enumerate(view.amounts):
        number = view.numbers[at]
        if at in named and _is_left_out(view, cities[at], amount, named[at], (since, ever)):
            text = named[at].text
            skipped[at] = SkippedRow(number, f"is a total ('{text}')")
            # A total of 2020 is not that of all rows above it.
            told += _mismatch(number, amount, since, ever) if _DIGIT.search(text) is None else []
            since = _Sum()
            continue
        if at in named and not named[at].is_sure and _is_sum_of_next(view, at, named):
            skipped[at] = SkippedRow(number, f"is the total of those below ('{named[at].text}')")
            continue
        if at in parts and parts[at].whole not in skipped:
            skipped[at] = SkippedRow(number, f"is part of the one above ('{parts[at].text}')")
            continue
        if at in named and _is_told(view, named[at]):
            notes.append(f"row {number} is called '{named[at].text}' and is counted: it is no sum of those above")
        elif at in unnamed and not view.has_own(at) and since.is_whole(amount):
            skipped[at] = SkippedRow(number, f"has no city, is the sum of the {since.rows} rows above it")
            since = _Sum()
            continue
        if not view.is_part(at):
            ever.add(amount)
            since.add(amount)
    return TotalRows(skipped, (*_left_out_notes(skipped), *told[:_MOST_TOLD], *notes[:_MOST_TOLD]))


def _is_left_out(view: TotalsView, city: str | None, amount: object, label: Label, above: tuple[_Sum, _Sum]) -> bool:
    """Return whether a row that has the name of a total is one: a firm of that name in some city is none."""
    if label.place == view.city or city is None or is_total_name(city) or folded(city) == folded(label.text):
        if label.is_sure:
            return True
        return isinstance(amount, Figure) and any(each.rows >= 2 and each.may_be(amount) for each in above)
    if not label.is_sure and not _may_name_total(label.text):
        return False
    return isinstance(amount, Figure) and any(each.rows >= 2 and each.equals(amount) for each in above)


def _is_told(view: TotalsView, label: Label) -> bool:
    """Return whether it is told that a row which may be called a total is counted."""
    return label.place != view.id and (label.place == view.city or label.is_sure)


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


def _is_sum_of_next(view: TotalsView, at: int, named: Mapping[int, Label]) -> bool:
    """Return whether a row that may be called a total is what the rows below it, until another such, add up to."""
    amount, below = view.amounts[at], _Sum()
    for other in range(at + 1, len(view.amounts)):
        if other in named:
            break
        below.add(view.amounts[other])
    return isinstance(amount, Figure) and below.rows >= 2 and not below.lacks and below.may_be(amount)


def _doubts(view: TotalsView, cities: Sequence[str | None]) -> tuple[str, ...]:
    """Return the notes on what may add up others and has no name of a total, where there is any."""
    return _doubt_of_last(view, cities) or _doubt_of_first(view, cities) or _doubt_of_blocks(view, cities)


def _doubt_of_first(view: TotalsView, cities: Sequence[str | None]) -> tuple[str, ...]:
    """Return the note that the first row, with a city like no other, is exactly the sum of all others, if it is."""
    if len(view.amounts) < 3 or view.has_own(0) or cities[0] in cities[1:]:
        return ()
    below = _Sum()
    for amount in view.amounts[1:]:
        below.add(amount)
    if not below.is_whole(view.amounts[0]) or len(below.values) > 1:
        return ()
    return (f"row {view.numbers[0]} ('{cities[0]}') is exactly the sum of all rows below it, and is counted",)


def _doubt_of_blocks(view: TotalsView, cities: Sequence[str | None]) -> tuple[str, ...]:
    """Return the note that rows below a heading add up to what those above do, and may be them once more."""
    first: _Sum | None = None
    block, heading, start = _Sum(), "", 0
    for at in range(len(view.amounts) + 1):
        is_end = at == len(view.amounts)
        if not is_end and (view.amounts[at] is not None or cities[at] is None or view.has_own(at)):
            block.add(view.amounts[at])
            continue
        if block.rows >= 2 and not block.lacks and len(block.values) == 1:
            if first is not None and first.values == block.values:
                rows = f"rows {view.numbers[start]} to {view.numbers[at - 1]}"
                told = f"{rows}, below '{heading}', add up to exactly what those above do, and are counted"
                return (f"{told}: they may be the same once more",)
            first = first or block
        block, heading, start = _Sum(), "" if is_end else str(cities[at]), at + 1
    return ()


def _doubt_of_last(view: TotalsView, cities: Sequence[str | None]) -> tuple[str, ...]:
    """Return the note that the last row, which has a city like no other, is exactly the sum of all others, if it is."""
    if len(view.amounts) < 3 or not isinstance(view.amounts[-1], Figure):
        return ()
    last, others = view.amounts[-1], view.amounts[:-1]
    figures = [each for each in others if isinstance(each, Figure)]
    if len(figures) < len(others) or any(each.unit != last.unit for each in figures):
        return ()
    if (
        view.has_own(len(others))
        or cities[-1] in cities[:-1]
        or total(each.value for each in figures) != rational(last.value)
    ):
        return ()
    return (f"row {view.numbers[-1]} ('{cities[-1]}') is exactly the sum of all rows above it, and is counted",)


# --- what is told ---------------------------------------------------------------------------------------------------


def _left_out_notes(skipped: Mapping[int, SkippedRow]) -> list[str]:
    rows = list(skipped.values())
    if len(rows) <= _MOST_TOLD:
        return [f"row {row.number} {row.why} and is left out; --keep-totals keeps it" for row in rows]
    first = ", ".join(f"row {row.number} {row.why}" for row in rows[:_MOST_TOLD])
    kinds = (
        "totals of others"
        if all("total" in row.why or "sum" in row.why for row in rows)
        else "totals or parts of others"
    )
    return [f"{len(rows)} rows are {kinds} and are left out: {first}, …; --keep-totals keeps them"]


def _mismatch(number: int, amount: object, since: _Sum, ever: _Sum) -> list[str]:
    """Return the note that a total is not what the rows above it add up to, where it is not."""
    if not isinstance(amount, Figure) or since.lacks or ever.lacks or not ever.rows:
        return []
    if any(each.may_be(amount) for each in (since, ever)):
        return []
    above = (since if since.rows else ever).values.get(amount.unit)
    if above is None:
        return [f"the total of row {number}, {amount}, is in a currency that no row above it has"]
    stated, added = _shown(amount.value, amount), _shown(above, amount)
    return [f"the total of row {number} is wrong: its {stated} is not the {added} above it"]


def _shown(value: object, like: Figure) -> str:
    """Return an amount in the scale of the value of a figure."""
    size = abs(like.value)
    scales = (Scale.TRILLION, Scale.BILLION, Scale.MILLION)
    scale = next((scale for scale in scales if size >= 10**scale.power), None)
    number = Fraction(str(value)) / 10 ** (0 if scale is None else scale.power)
    return f"{grouped(plain(number))} {'' if scale is None else f'{scale.value} '}{like.unit}"
