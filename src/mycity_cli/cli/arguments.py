"""What a command line says that Typer would read otherwise, written so that it reads it as it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mycity_cli.cli.language import behind

FIELDS = frozenset((
    "aliases", "amount", "asserted", "average", "average_high", "average_low", "bad", "checked", "city",
    "claimed_by", "code", "column", "conference", "conference_name", "conferences", "country", "coverage",
    "currency", "dataset", "date", "dateline", "fields", "figures", "file", "help", "high", "id", "ignored",
    "key", "kind", "lang", "language", "left", "left_out", "level", "line", "low", "lower_bound", "margin",
    "max", "max_high", "max_low", "median", "median_high", "median_low", "message", "name", "names", "note",
    "others", "paragraph", "part_of", "partner", "parts", "perhaps", "place", "pointer", "projects",
    "projects_high", "projects_low", "projects_lower_bound", "projects_stated", "promoter", "provenance",
    "province", "publisher", "quote", "read_as", "reason", "record", "records", "relations", "right", "row",
    "rows", "rule", "sha256", "share", "signings", "skipped", "sources", "stated", "statement", "states",
    "terms", "text", "title", "tolerance", "unit", "unread", "url", "value", "verdict", "without_amount",
    "without_projects", "words",
))  # fmt: skip
"""The fields that JSON may have: a word behind `--json` that is none of them is no list of fields."""

_JSON = "--json"
_LISTED = re.compile(r"[^\s,-][^,]*(,[^,]*)+")
_LISTED_FIELDS = re.compile(r"[a-z_]+(\s*,\s*[a-z_]*)+")
"""Names with commas between them: any, and those of fields, where a statement may stand in their place."""
_STATEMENT = re.compile(r"-[^-].*([<>≤≥=≠≈]|\s(is|not|and|or)\s|[超高低等])", re.DOTALL)


def as_meant(arguments: Sequence[str]) -> list[str]:
    """Return arguments in which `--json` has its fields, or none, and no statement looks like an option.

    `--json id,amount` names fields, while in `--json Suzhou` the word is one of the command's own.
    """
    if not any(each == _JSON or each.startswith("-") for each in arguments):
        return list(arguments)
    found = list(_as_meant(arguments))
    if all(map(str.isascii, found)):
        return found
    from mycity_cli.cli.chinese_values import in_english

    return in_english(found)


def _as_meant(arguments: Sequence[str]) -> Iterator[str]:
    is_check = "check" in behind(arguments)[:1]
    listed = _LISTED_FIELDS if is_check else _LISTED
    waiting = iter(enumerate(arguments))
    for at, each in waiting:
        if each == "--":
            yield from arguments[at:]
            return
        if each == _JSON:
            following = arguments[at + 1] if at + 1 < len(arguments) else ""
            if following in FIELDS or listed.fullmatch(following) or _are_titles(following):
                yield f"{_JSON}={following}"
                next(waiting)
            else:
                yield f"{_JSON}="
        elif is_check and _STATEMENT.match(each):
            # Behind a space a minus begins no option.
            yield f" {each}"
        else:
            yield each


def _are_titles(text: str) -> bool:
    """Return whether a text is the Chinese title of a field, or several with commas between them."""
    if text.isascii():
        return False
    from mycity_cli.cli.chinese_values import is_field

    return all(each.strip() in FIELDS or is_field(each.strip(), FIELDS) for each in text.split(","))
