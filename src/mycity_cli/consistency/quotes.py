"""What has to hold of the quotations that records carry: short, and of the very figure that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.consistency.records import Inconsistency, Records
from mycity_cli.exact import rational
from mycity_cli.figure import COUNT, Figure
from mycity_cli.messages import any_of, say
from mycity_cli.model import Fact, Signing

MOST_WORDS = 25
MOST_CHARACTERS = 60
"""So many characters of Chinese or Japanese, which has no spaces between its words, are as long as `MOST_WORDS`."""

_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTER = re.compile(r"\w")


def quotes(records: Records) -> Iterator[Inconsistency]:
    """A quotation is short, and has a figure of its record in it, with the same value and hedge."""
    for name in ("signings", "facts"):
        numbers, found = records.columns(name, "number", "record")
        for number, record in zip(numbers, found, strict=True):
            if record.quote is not None and (fault := fault_of(record)) is not None:
                code, message, help = fault
                yield Inconsistency(code, (name, number, "quote"), message, help)


def fault_of(record: Signing | Fact) -> tuple[str, str, str] | None:
    """Return the code, the message and the help for what is wrong with the quotation of a record; None for nothing."""
    quote = record.quote or ""
    if is_too_long(quote):
        message = say(
            "longer than {words} words, or {characters} characters of Chinese",
            words=MOST_WORDS,
            characters=MOST_CHARACTERS,
        )
        return "quote-too-long", message, say("quote the words around the figure alone")
    figures = figures_of(record)
    if not figures:
        message = say("the record states no figure that is quoted")
        return "quote-without-figure", message, say("leave the quotation out")
    if any(has_figure(quote, figure) for figure in figures):
        return None
    message = say("does not have the figure: {figures}", figures=any_of(figures))
    return "quote-without-figure", message, say("quote the words that state it, or correct one")


def is_too_long(quote: str) -> bool:
    """Return whether a quotation has more than 25 words, or 60 Chinese characters, or more of both together."""
    characters = len(_WITHOUT_SPACES.findall(quote))
    words = sum(1 for word in _WITHOUT_SPACES.sub(" ", quote).split() if _LETTER.search(word))
    return words * MOST_CHARACTERS + characters * MOST_WORDS > MOST_WORDS * MOST_CHARACTERS


def figures_of(record: Signing | Fact) -> list[Figure]:
    """Return the figures of a record, of which a quotation has at least one."""
    if isinstance(record, Fact):
        return [] if record.figure is None else [record.figure]
    return [figure for figure in (record.money, record.projects) if figure is not None]


def has_figure(quote: str, figure: Figure) -> bool:
    """Return whether a figure stands in a quotation: the same value and hedge, with the same unit or without one."""
    # It takes a while to load, and few datasets have quotations.
    from mycity_cli.figure.scanning import Found, scan

    return any(
        isinstance(found, Found)
        and found.unit in (figure.unit, COUNT)
        and found.figure.bound is figure.bound
        and rational(found.figure.value) == rational(figure.value)
        for found in scan(quote)
    )
