"""Finding, reading and validating dataset files."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mycity_cli.errors import DataError, MycityError, TextError, suggestion
from mycity_cli.model import LISTS, Dataset

if TYPE_CHECKING:
    from pydantic import ValidationError

_PACKAGE = Path(__file__).parent
_BUNDLED = (_PACKAGE / "data" / "deals.json", _PACKAGE.parents[1] / "data" / "deals.json")
"""Where the one bundled file is: in an installed wheel, or in a checkout."""


def load(path: str | Path | None = None) -> Dataset:
    """Return the dataset in a file, or the bundled one. Raises DataError with every problem that the file has."""
    file = bundled() if path is None else Path(path)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", where=str(file)) from error
    return parse(content, name=str(file))


def bundled() -> Path:
    """Return the path of the bundled dataset. Raises DataError where the installation lacks it."""
    for path in _BUNDLED:
        if path.is_file():
            return path
    raise DataError("the bundled dataset is missing", where=str(_BUNDLED[0]), help="install mycity-cli again")


def parse(content: bytes, *, name: str) -> Dataset:
    """Return the dataset in the content of a file called `name`. Raises DataError with every problem that it has."""
    from pydantic import ValidationError

    try:
        content.decode()
    except UnicodeDecodeError as error:
        message = f"not in UTF-8: the byte {content[error.start]:#04x} at {error.start}"
        raise DataError(message, where=name, help="save the file as UTF-8") from error
    content = content.removeprefix(BOM_UTF8)
    try:
        return Dataset.model_validate_json(content)
    except ValidationError as error:
        problems = list(_problems(error, content, name))
        raise DataError("is no valid dataset", where=name, problems=problems) from error


def _problems(error: ValidationError, content: bytes, name: str) -> Iterator[MycityError]:
    errors = error.errors(include_url=False)
    if errors[0]["type"] == "json_invalid":
        yield DataError(_in_words("json_invalid", errors[0]["msg"]), where=name)
        return
    import json

    from mycity_cli import consistency

    raw = json.loads(content)
    paths = [item["loc"] for item in errors]
    for item in errors:
        # A list counts what could be read: it is not too short where something in it is wrong.
        if item["type"] == "too_short" and any(_below(path, item["loc"]) for path in paths):
            continue
        context = item.get("ctx", {})
        where = f"{name}: {_place(item['loc'], raw)}" if item["loc"] else name
        ours = context.get("error")
        if isinstance(ours, TextError):
            ours.where = where
            yield ours
        else:
            help = context.get("help", "") or _nearest_field(item["type"], item["loc"])
            yield DataError(_in_words(item["type"], item["msg"]), where=where, help=help)
    for found in consistency.inconsistencies(consistency.Records.readable(raw)):
        # Pydantic asks whether the records fit together only where all of them can be read.
        if found.path not in paths:
            yield DataError(found.message, where=f"{name}: {_place(found.path, raw)}", help=found.help)


def _below(path: tuple[int | str, ...], other: tuple[int | str, ...]) -> bool:
    return len(path) > len(other) and path[: len(other)] == other


_WORDS = {
    "extra_forbidden": "unknown field",
    "missing": "this field is missing",
    "model_type": "not an object: {...}",
    "dict_type": "not an object: {...}",
    "tuple_type": "not a list: [...]",
    "too_short": "empty, but needs at least one entry",
    "string_type": "not a text: write it in quotes",
    "string_too_short": "empty",
    "string_too_long": "longer than 80 letters",
    "string_pattern_mismatch": "no id: ids are lower-case letters and digits, with single hyphens between",
}
"""What Pydantic's kinds of error are called to people who have never heard of Pydantic."""


def _in_words(kind: str, message: str) -> str:
    return _WORDS.get(kind) or message.removeprefix("Value error, ").replace("Invalid JSON", "no valid JSON")


def _nearest_field(kind: str, path: tuple[int | str, ...]) -> str:
    """Return the help for a field that no record of its list has: the nearest that it may have."""
    if kind != "extra_forbidden" or len(path) > 3:
        return ""
    record = LISTS.get(str(path[0])) if len(path) == 3 else Dataset
    return suggestion(str(path[-1]), list(record.model_fields), most=0) if record is not None else ""


def _place(path: tuple[int | str, ...], raw: Any) -> str:
    """Return where a problem is: `signings[2].amount of 'suzhou-2022-signing'`."""
    record = raw
    text, id = "", None
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        # Pydantic adds steps of its own (the names of validators), which lead nowhere in the file.
        record = _at(record, step)
        if isinstance(record, dict) and isinstance(record.get("id"), str) and len(path) > 1 and id is None:
            id = record["id"]
    return f"{text} of '{id}'" if id is not None else text


def _at(record: Any, step: int | str) -> Any:
    """Return what a step leads to; None where it leads nowhere."""
    if isinstance(record, dict):
        return record.get(step)
    return record[step] if isinstance(record, list) and isinstance(step, int) and step < len(record) else None
