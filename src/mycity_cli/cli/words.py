"""Words that lists of names are searched for.

No `from __future__ import annotations` here: Typer reads the annotations as they are.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, TypeVar

import typer

from mycity_cli.cli.options import complete
from mycity_cli.query.called import own_name, region_texts
from mycity_cli.query.data import KnownPlace, KnownSource
from mycity_cli.query.names import fold

T = TypeVar("T")

Sought = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORD...",
        show_default=False,
        autocompletion=complete("sought"),
        help="Only those with these words in their texts.",
    ),
]
"""The argument of a list that is searched."""


def containing(
    records: Sequence[T], words: Iterable[str], texts_of: Callable[[T], Sequence[str]], noun: str
) -> Sequence[T]:
    """Return the records of which each word is in some text. Raises UsageError for a word that is in none of any."""
    passed = [True] * len(records)
    for word in words:
        from mycity_cli.query.words import require_word, unknown_word

        require_word(word)
        wanted = fold(word)
        having = [any(wanted in fold(text) for text in texts_of(each)) for each in records]
        if not any(having):
            raise unknown_word(word, noun, [texts_of(each)[0] for each in records])
        passed = [old and new for old, new in zip(passed, having, strict=True)]
    return [each for each, passes in zip(records, passed, strict=True) if passes]


def texts_of_city(place: KnownPlace) -> list[str]:
    """Return all names of a place, and the province and country that it is in; the first name as it is shown."""
    return [own_name(place), *place.all_names, *filter(None, (place.province, place.country))]


def texts_of_city_for(words: Iterable[str]) -> Callable[[KnownPlace], Sequence[str]]:
    """Return what gives the texts of a city that words are looked for in: in Chinese too where a word is."""
    chinese = [word for word in words if not word.isascii()]
    if not chinese:
        return texts_of_city

    def texts_of(place: KnownPlace) -> list[str]:
        regions = (place.province, place.country)
        return [
            *texts_of_city(place),
            *(text for word in chinese for each in regions for text in region_texts(each, word)),
        ]

    return texts_of


def texts_of_source(source: KnownSource) -> list[str]:
    """Return the id, title and publisher of a source."""
    return [source.id, source.title, *filter(None, (source.publisher,))]
