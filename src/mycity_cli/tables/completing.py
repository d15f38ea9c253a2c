"""Completes the figure in a cell with what its column says: the scale it lacks, and its currency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.errors import FigureError
from mycity_cli.exact import rational
from mycity_cli.figure import Figure
from mycity_cli.figure.amount_words import figure_in_words
from mycity_cli.messages import Language, Said, worded
from mycity_cli.tables.amount_units import scale_word

_LAST_NUMBER = re.compile(r"(?P<until>.*\d)(?P<behind>\D*)", re.DOTALL)
_BOUNDARY = re.compile(r"(?<![A-Za-z])|(?![A-Za-z])")


def shown_in_words(figure: Figure) -> Said:
    """Return an amount that was completed: in English as it was, in other languages in their words."""
    return worded(lambda language: figure if language is Language.ENGLISH else figure_in_words(figure))


def completed(text: str, figure: Figure, power: int, currency: str | None, unit: str = "") -> Figure | None:
    """Return the figure in a text times a power of ten, in a currency; None where no way to write it is read so.

    `unit` are the words for both, if there are some; they stand behind the number, or behind what belongs to it.
    """
    for candidate in _candidates(text, figure, power, currency, unit):
        try:
            found = Figure.parse(candidate)
        except FigureError:
            continue
        if _is_same(found, figure, power) and currency in (None, found.unit):
            return found
    return None


def _is_same(found: Figure, figure: Figure, power: int) -> bool:
    """Return whether a figure is another one times a power of ten, with the same hedge and digits."""
    scale = 10**power
    return found.bound is figure.bound and all(
        rational(after) == rational(before) * scale
        for after, before in ((found.value, figure.value), (found.step, figure.step))
    )


def _candidates(text: str, figure: Figure, power: int, currency: str | None, unit: str) -> Iterator[str]:
    scale = scale_word(power)
    if figure.is_amount:
        ending = f" {currency}" if currency not in (None, figure.unit) else ""
        places = _put_in(text, scale) if scale else iter([text])
        yield from (f"{each}{ending}" for each in places)
        return
    words = unit or " ".join(filter(None, (scale, currency)))
    yield f"{text} {words}"
    yield from reversed(list(_put_in(text, words)))


def _put_in(text: str, words: str) -> Iterator[str]:
    """Yield a text with words behind its last number, and behind more and more of what follows that."""
    match = _LAST_NUMBER.fullmatch(text)
    if match is None:
        yield f"{text} {words}"
        return
    until, behind = match.groups()
    for boundary in _BOUNDARY.finditer(behind):
        before, after = behind[: boundary.start()], behind[boundary.start() :]
        yield f"{until}{before} {words}{' ' * after[:1].isalnum()}{after}"
