"""Finding the signings of a release."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mycity_cli.expressions import expression
from mycity_cli.figure.folding import simplified
from mycity_cli.release.findings import Candidate, FoundSigning, Mention, NoSigning, RelationKind, Release
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading
from mycity_cli.release.signings.drafts import Drafting
from mycity_cli.release.signings.merge import merged
from mycity_cli.release.signings.setting import SettingReader
from mycity_cli.release.signings.wording import Wordings

_WIDE = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
_NARROW = expression(r"(?<!\d)[,;:]|[,;:](?!\d)|[()]")


def find_signings(
    release: Release, mentions: tuple[Mention, ...], relations: Iterable[Candidate]
) -> tuple[tuple[FoundSigning, ...], tuple[NoSigning, ...]]:
    """Return the signings that a release reports, and what looks like one and is none, in the order of the text.

    Better empty than wrong: what the text does not say of a signing is left out.
    """
    relations = tuple(relations)
    # The words around figures are known in simplified characters; character for character, so that all offsets hold.
    reading = Reading(replace(release, text=simplified(release.text)), mentions)
    items = Items(reading, [each for each in relations if each.kind is RelationKind.CONVERSION])
    reading = Reading(replace(release, text=_with_wide_marks(reading.release)), mentions)
    wordings = Wordings(reading)
    drafting = Drafting(reading, items, wordings, relations)
    drafts, unsigned = drafting.drafts()
    drafts = merged(reading, drafts)
    settings = SettingReader(reading, wordings)
    found: list[FoundSigning] = []
    whole = None
    for draft in drafts:
        setting = settings.of(draft, whole)
        whole = whole if draft.part else setting
        numbers = tuple(sorted(set(draft.mentions)))
        found.append(FoundSigning(*setting, draft.projects, draft.amount, draft.part, numbers, draft.former))
    return tuple(found), tuple(unsigned)


def _with_wide_marks(release: Release) -> str:
    """Return the text with the marks of its Chinese sentences in their wide forms, one for one."""
    pieces, at = [], 0
    for sentence in release.sentences:
        if sentence.language == "zh":
            own = release.text[sentence.start : sentence.end]
            pieces += [release.text[at : sentence.start], _NARROW.sub(lambda mark: _WIDE[mark[0]], own)]
            at = sentence.end
    return "".join([*pieces, release.text[at:]])
