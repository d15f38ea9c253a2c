"""What pictures and pages say of what they show: what was asked for, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from mycity_cli.output.bars import Caption
from mycity_cli.output.pages.words import Language, words_of
from mycity_cli.provenance import Provenance
from mycity_cli.query import Measure


def caption_of(
    measure: Measure, by: str, selected: Sequence[tuple[str, str]], notes: Sequence[str], provenance: Provenance
) -> Caption:
    """Return the caption of a chart of groups."""
    words = words_of(Language.ENGLISH)
    title = words["chart"]["title"].format(measure=words["measures"][measure], group=words["groups"].get(by, by))
    lead = "; ".join([named(provenance), *(f"{name}: {value}" for name, value in selected)])
    made = "; ".join(f"{name}: {value}" for name, value in origin(provenance, Language.ENGLISH))
    return Caption(title, lead, notes, made)


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
