"""How many things of a kind there are, and which: `2 signings`, `2 of 4 signings`, `signings 12, 13`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mycity_cli.messages import Message, Said, counted, listed, say_as

# A message is found by its text, so each stands here as it is said.

_NUMBER: Mapping[str, Callable[[int], Message]] = {
    "signing": lambda n: counted("{number} signing", "{number} signings", n),
    "conference": lambda n: counted("{number} conference", "{number} conferences", n),
    "source": lambda n: counted("{number} source", "{number} sources", n),
    "city": lambda n: counted("{number} city", "{number} cities", n),
    "place": lambda n: counted("{number} place", "{number} places", n),
    "fact": lambda n: counted("{number} fact", "{number} facts", n),
    "claim": lambda n: counted("{number} claim", "{number} claims", n),
    "row": lambda n: counted("{number} row", "{number} rows", n),
    "setting": lambda n: counted("{number} setting", "{number} settings", n),
    "statement": lambda n: counted("{number} statement", "{number} statements", n),
    "rule": lambda n: counted("{number} rule", "{number} rules", n),
    "relation": lambda n: counted("{number} relation", "{number} relations", n),
    "group": lambda n: counted("{number} group", "{number} groups", n),
    "file": lambda n: counted("{number} file", "{number} files", n),
    "release": lambda n: counted("{number} release", "{number} releases", n),
    "passage": lambda n: counted("{number} passage", "{number} passages", n),
    "problem": lambda n: counted("{number} problem", "{number} problems", n),
    "second": lambda n: counted("{number} second", "{number} seconds", n),
    "record": lambda n: counted("{number} record", "{number} records", n),
    "quotation": lambda n: counted("{number} quotation", "{number} quotations", n),
}
"""A number of things, by what one of them is called."""

_PART: Mapping[str, Callable[[int, int], Message]] = {
    "signing": lambda n, shown: counted("{shown} of {number} signing", "{shown} of {number} signings", n, shown=shown),
    "conference": lambda n, shown: counted(
        "{shown} of {number} conference", "{shown} of {number} conferences", n, shown=shown
    ),
    "source": lambda n, shown: counted("{shown} of {number} source", "{shown} of {number} sources", n, shown=shown),
    "city": lambda n, shown: counted("{shown} of {number} city", "{shown} of {number} cities", n, shown=shown),
    "fact": lambda n, shown: counted("{shown} of {number} fact", "{shown} of {number} facts", n, shown=shown),
    "claim": lambda n, shown: counted("{shown} of {number} claim", "{shown} of {number} claims", n, shown=shown),
    "row": lambda n, shown: counted("{shown} of {number} row", "{shown} of {number} rows", n, shown=shown),
    "setting": lambda n, shown: counted("{shown} of {number} setting", "{shown} of {number} settings", n, shown=shown),
    "statement": lambda n, shown: counted(
        "{shown} of {number} statement", "{shown} of {number} statements", n, shown=shown
    ),
    "rule": lambda n, shown: counted("{shown} of {number} rule", "{shown} of {number} rules", n, shown=shown),
    "relation": lambda n, shown: counted(
        "{shown} of {number} relation", "{shown} of {number} relations", n, shown=shown
    ),
}
"""A number of things out of how many there are, by what one of them is called."""

_NAMED: Mapping[str, Callable[[int, Said], Message]] = {
    "signing": lambda n, ids: counted("signing {ids}", "signings {ids}", n, ids=ids),
    "conference": lambda n, ids: counted("conference {ids}", "conferences {ids}", n, ids=ids),
    "source": lambda n, ids: counted("source {ids}", "sources {ids}", n, ids=ids),
    "record": lambda n, ids: counted("record {ids}", "records {ids}", n, ids=ids),
}
"""The ids of things, by what one of them is called."""

_TITLES: Mapping[str, Message] = {
    "signing": say_as("title", "Signings"),
    "conference": say_as("title", "Conferences"),
    "source": say_as("title", "Sources"),
    "city": say_as("title", "Cities"),
    "fact": say_as("title", "Facts"),
    "claim": say_as("title", "Claims"),
    "row": say_as("title", "Rows"),
    "setting": say_as("title", "Settings"),
    "statement": say_as("title", "Statements"),
    "rule": say_as("title", "Rules"),
    "relation": say_as("title", "Relations"),
}
"""What a list of things is called."""


def number_of(number: int, noun: str) -> Message:
    """Return a number of things: `1 signing`, `2 signings`, `2 cities`."""
    return _NUMBER[noun](number)


def part_of(shown: int, number: int, noun: str) -> Message:
    """Return a number of things out of all that there are: `2 of 4 signings`."""
    return _PART[noun](number, shown)


def ids_named(ids: Sequence[str], noun: str) -> Message:
    """Return ids with what they are of: `signing 12`, `signings 12, 13`."""
    return _NAMED[noun](len(ids), listed(ids))


def title_of_list(noun: str) -> Message:
    """Return what a list of things is called: `Signings`, `Cities`."""
    return _TITLES[noun]
