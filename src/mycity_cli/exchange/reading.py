"""Reading files that somebody else wrote, and what is wrong with what they hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mycity_cli.dataset.findings import findings_of
from mycity_cli.errors import MOST_PROBLEMS, DataError, Excerpt, MycityError
from mycity_cli.files import system_words
from mycity_cli.messages import say
from mycity_cli.model import Dataset

Steps = tuple[str | int, ...]
"""The way to a value of a dataset: `("signings", 2, "amount")`."""

Found = list[tuple[Steps, Callable[[str], MycityError]]]
"""What is wrong at which value: an error for a place that is still to be named."""


def validated(content: dict[str, Any], *, name: str) -> Dataset:
    """Return the dataset with this content. Raises DataError, at `name`, with everything that is wrong with it."""
    found = read(content)
    if isinstance(found, Dataset):
        return found
    told = found[:MOST_PROBLEMS]
    problems = [problem(say("{file}: {place}", file=name, place=_in_words(steps, content))) for steps, problem in told]
    raise DataError(say("is no valid dataset"), where=name, problems=problems, more=len(found) - len(told))


def read(content: dict[str, Any]) -> Dataset | Found:
    """Return the dataset with this content, or everything that is wrong with it."""
    try:
        return Dataset.model_validate_json(json.dumps(content))
    except ValidationError as error:
        return list(_problems(error, content))


def _problems(error: ValidationError, content: Any) -> Iterator[tuple[Steps, Callable[[str], MycityError]]]:
    for finding in findings_of(error.errors(include_url=False), content):
        value: Any = content
        for step in finding.path:
            value = value[step]
        excerpt = None if finding.within is None else Excerpt(str(value), *finding.within)

        def problem(where: str, finding: Any = finding, excerpt: Excerpt | None = excerpt) -> MycityError:
            return MycityError(finding.message, where=where, help=finding.advice, excerpt=excerpt)

        yield finding.path, problem


def _in_words(steps: Steps, content: Any) -> str:
    """Return the way to a value in words: `signings[2].amount of 'suzhou-2022-signing'`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")
    id = content[steps[0]][steps[1]].get("id") if len(steps) > 1 and isinstance(steps[1], int) else None
    return say("{place} of '{id}'", place=text, id=id) if id else text


def require_readable(path: Path) -> None:
    """Raise DataError for a file that cannot be read, before a library says so in words of its own, or waits for it."""
    try:
        # A pipe gives its bytes in one order, and once: such a library reads here and there.
        if path.exists() and not path.is_file() and not path.is_dir():
            raise DataError(
                say("is no file that can be read in parts"), where=str(path), help=say("save it as a file first")
            )
        path.open("rb").close()
    except (OSError, ValueError) as error:
        raise DataError(say("cannot be read: {why}", why=system_words(error)), where=str(path)) from error
