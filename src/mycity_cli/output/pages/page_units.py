"""Amounts in the words of a page: `52.563 billion yuan`, 525.63亿元."""

from __future__ import annotations

from collections.abc import Iterable

from mycity_cli.figure import Scale
from mycity_cli.messages import Language
from mycity_cli.output.amounts import best_scale
from mycity_cli.output.listing import Cell
from mycity_cli.output.pages.words import words_of


def page_scale(amounts: Iterable[Cell], language: Language) -> Scale:
    """Return the scale that the largest of amounts reads best in, of those that the language counts in."""
    scale = best_scale(amounts)
    if language is Language.ENGLISH:
        return scale
    return {Scale.BILLION: Scale.YI, Scale.MILLION: Scale.WAN, Scale.TRILLION: Scale.YI}.get(scale, scale)


def money_unit(scale: Scale, currency: str | None, language: Language) -> str:
    """Return what one of a scale of a currency is called: `billion yuan`, 亿元; of several just the scale."""
    words = words_of(language)
    unit = "" if currency is None else words["currencies"].get(currency, currency)
    return str(words["scales"][scale].format(unit=unit)).strip()
