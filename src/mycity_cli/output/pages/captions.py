"""What pictures and pages say of what they show: what was asked for, and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from mycity_cli.messages import Language
from mycity_cli.output.bars import Caption
from mycity_cli.output.pages.words import words_of
from mycity_cli.provenance import Provenance
from mycity_cli.query import Measure
from mycity_cli.query.conditions import Condition


def caption_of(
    measure: Measure, by: str, selected: Sequence[tuple[str, str]], notes: Sequence[str], provenance: Provenance
) -> Caption:
    """Return the caption of a chart of groups."""
    words = words_of(Language.ENGLISH)
    title = words["chart"]["title"].format(measure=words["measures"][measure], group=words["groups"].get(by, by))
    lead = "; ".join([named(provenance), *_selection(selected)])
    made = "; ".join(f"{name}: {value}" for name, value in origin(provenance, Language.ENGLISH))
    return Caption(title, lead, [_ADVICE.sub("", note) for note in notes], made)


_ADVICE = re.compile(r"(?:; --[a-z-]+ [a-z]+(?: it)?| \(--[a-z-]+ [a-z]+\))$")
"""The end of a note that says which option would change the result: who looks at a picture gives none."""
_SENTENCES = ("words", "where")
"""What is selected by no name of its own."""


def _selection(selected: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield in words what was selected: `year: 2022`, `only CNY`, `where id is not 12`."""
    for (option, _), (name, value) in zip(selected, chosen_in_words(selected, Language.ENGLISH), strict=True):
        yield f"{name} {value}" if option in _SENTENCES else f"{name}: {value}"


def chosen_in_words(selected: Sequence[tuple[str, str]], language: Language) -> list[tuple[str, str]]:
    """Return what was selected in the words of a language: the name of each option, and what was asked for."""
    words = words_of(language)
    return [
        (words["options"].get(option, option), _condition(value, words) if option == "where" else value)
        for option, value in selected
    ]


def _condition(text: str, words: Mapping[str, Any]) -> str:
    condition = Condition.parse(text)
    return str(words["conditions"][condition.comparing].format(column=condition.column, value=condition.value))


def named(provenance: Provenance) -> str:
    """Return what data is called: its title, or else the name of its file."""
    return provenance.title or PurePath(provenance.origin.name).name


def origin(provenance: Provenance, language: Language) -> list[tuple[str, str]]:
    """Return what a result rests on, each by its name in a language: the tool, the data, its hash and its date."""
    words = words_of(language)["origin"]
    data = provenance.origin
    rows = [(words["version"], f"mycity {provenance.version}"), (words["dataset"], data.name)]
    if data.table is not None:
        rows.append((words["table"], data.table))
    if provenance.date is not None:
        rows.append((words["dated"], str(provenance.date)))
    alone = len(data.files) == 1
    return [
        *rows,
        *((words["hash"] if alone else f"{words['hash']} ({each.name})", each.sha256) for each in data.files),
    ]
