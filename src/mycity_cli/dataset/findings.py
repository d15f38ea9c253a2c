"""What Pydantic and the checks between records find, in our words and with our codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

from mycity_cli import consistency
from mycity_cli.dataset.codes import CODES
from mycity_cli.dataset.positions import Path, Span
from mycity_cli.dataset.problems import Finding, raw_of, step_into
from mycity_cli.errors import FigureError, TextError, message_of, suggestion
from mycity_cli.messages import Message, say
from mycity_cli.model import LISTS, Dataset

_OBJECT = ("wrong-type", say("not an object: {...}"), say("write its fields in braces, each with its name"))
_ADD = say("add it to the record")
_IDS = say("ids are lower-case letters and digits, with single hyphens between: suzhou-2022-signing")
_WORDS: Mapping[str, tuple[str, str, str]] = {
    "model_type": _OBJECT,
    "dict_type": _OBJECT,
    "tuple_type": ("wrong-type", say("not a list: [...]"), say("write it in brackets, also one entry alone")),
    "string_type": ("wrong-type", say("not a text"), say("write it in double quotes")),
    "too_short": ("empty-value", say("empty, but needs at least one entry"), say("add an entry")),
    "string_too_short": ("empty-value", say("empty"), say("write what is known, or leave the field out")),
    "string_too_long": ("bad-id", say("longer than 80 letters"), _IDS),
    "string_pattern_mismatch": ("bad-id", say("no id"), _IDS),
}
"""What Pydantic's kinds of error are called to people who have never heard of Pydantic, and what to do."""


def findings_of(details: list[Any], raw: Any) -> Iterator[Finding]:
    """Yield what is wrong with the values of a file, of which Pydantic found these details. The list is used up."""
    paths = {tuple(item["loc"]) for item in details}
    above = {path[:length] for path in paths for length in range(len(path))}
    is_ours = bool(details) and details[0]["type"] in CODES
    # There may be hundreds of thousands: each is let go as soon as it is told in our words.
    details.reverse()
    while details:
        item = details.pop()
        # A list counts what could be read: it is not too short where something in it is wrong.
        if item["type"] != "too_short" or tuple(item["loc"]) not in above:
            yield _finding(item, raw)
    if is_ours:
        return
    for found in consistency.inconsistencies(consistency.Records.readable(raw)):
        # Pydantic asks whether the records fit together only where all of them can be read.
        if found.path not in paths:
            yield Finding(*found)


def doubts_in(content: Dataset | str) -> list[Finding]:
    """Return what somebody should look at in a dataset, or in the text of a JSON file that is none."""
    if isinstance(content, Dataset):
        records = consistency.Records.of(content)
    else:
        records = consistency.Records.readable(raw_of(content))
    return [Finding(*found) for found in consistency.doubts(records)]


def _finding(item: Mapping[str, Any], raw: Any) -> Finding:
    kind, path, context = item["type"], _existing(item["loc"], raw), item.get("ctx", {})
    error = context.get("error")
    if isinstance(error, TextError) and error.excerpt is not None:
        code = "unreadable-figure" if isinstance(error, FigureError) else "unreadable-period"
        return Finding(code, path, error.message, error.help, within=Span(error.excerpt.start, error.excerpt.end))
    if kind in CODES:
        return Finding(kind, path, context["message"], context["help"])
    if kind == "extra_forbidden":
        name = str(item["loc"][-1])
        return Finding("unknown-field", path, _unknown_field(name), partial(_nearest_field, name, path), key=True)
    if kind == "missing":
        return Finding("missing-field", path, _missing_field(str(item["loc"][-1])), _ADD)
    field = str(path[-1]) if path else ""
    if kind in _WORDS:
        code, message, help = _WORDS[kind]
        return Finding(code, path, message, _FIGURES.get(field, help) if kind == "string_type" else help)
    # Our own validators raise a ValueError: of a record as a whole, or of one figure.
    message = item["msg"] if error is None else message_of(error)
    if len(path) == 2:
        return Finding("one-of-two-fields", path, message, say("add one of the two, or leave one out"))
    return Finding("wrong-figure", path, message, _FIGURES.get(field, ""))


# There may be hundreds of thousands of these, of few fields.
@lru_cache(maxsize=1000)
def _unknown_field(name: str) -> Message:
    return say("unknown field '{name}'", name=name)


@lru_cache(maxsize=1000)
def _missing_field(name: str) -> Message:
    return say("the field '{name}' is missing", name=name)


_FIGURES = {
    "projects": say('write how many as the source does: 30, "30 projects", "more than 500"'),
    "amount": say(
        'write an amount as the source does: "52.563 billion yuan", "about 93 billion yuan", "525.63亿元"; '
        '"none" says that no money is involved'
    ),
    "figure": say('write the figure as the source does: 418, "22.4%", "about 93 billion yuan"'),
}
"""What the figures of fields look like."""


def _existing(path: tuple[int | str, ...], raw: Any) -> Path:
    """Return the part of a path that leads somewhere: Pydantic adds what is missing, and the names of validators."""
    value = raw
    for number, step in enumerate(path):
        known = step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int)
        if not known:
            return path[:number]
        value = step_into(value, step)
    return path


def _nearest_field(name: str, path: Path) -> str:
    """Return the help for a field that no record of its list has: the nearest that it may have."""
    if len(path) > 3:
        return ""
    record = LISTS.get(str(path[0])) if len(path) == 3 else Dataset
    fields = record.model_fields.items() if record is not None else ()
    return suggestion(name, [field.alias or own for own, field in fields], most=30)
