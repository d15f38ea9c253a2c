"""Finding, reading and validating dataset files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mycity_cli.errors import DataError, MycityError, TextError
from mycity_cli.model import Dataset

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
        return Dataset.model_validate_json(content)
    except ValidationError as error:
        raise DataError("is no valid dataset", where=name, problems=list(_problems(error, content, name))) from error


def _problems(error: ValidationError, content: bytes, name: str) -> Iterator[MycityError]:
    for item in error.errors(include_url=False):
        context = item.get("ctx", {})
        where = f"{name}: {_place(item['loc'], content)}" if item["loc"] else name
        ours = context.get("error")
        if isinstance(ours, TextError):
            ours.where = where
            yield ours
        else:
            yield DataError(_in_words(item["type"], item["msg"]), where=where, help=context.get("help", ""))


def _in_words(kind: str, message: str) -> str:
    match kind:
        case "extra_forbidden":
            return "unknown field"
        case "missing":
            return "this field is missing"
        case _:
            return message.removeprefix("Value error, ")


def _place(path: tuple[int | str, ...], content: bytes) -> str:
    """Return where a problem is: `signings[2].amount of 'suzhou-2022-signing'`."""
    import json

    record: Any = json.loads(content)
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
