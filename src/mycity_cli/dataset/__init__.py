"""Finding, reading and validating dataset files."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING

from mycity_cli.bundled import bundled
from mycity_cli.dataset.reading import read_file
from mycity_cli.errors import DataError
from mycity_cli.messages import say
from mycity_cli.model import Dataset

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = ["bundled", "load", "parse"]


def load(path: str | Path | None = None) -> Dataset:
    """Return the dataset in a file, or the bundled one. Raises DataError with the problems that the file has."""
    file = bundled() if path is None else Path(path)
    return parse(read_file(file), name=str(file))


def parse(content: bytes, *, name: str) -> Dataset:
    """Return the dataset in the content of a file called `name`. Raises DataError with the problems that it has."""
    from pydantic import ValidationError

    from mycity_cli.dataset.keys import are_unique

    try:
        dataset = Dataset.model_validate_json(content.removeprefix(BOM_UTF8))
    except ValidationError as error:
        raise _refused(content, name, error) from error
    if not are_unique(content, dataset):
        raise _refused(content, name, None)
    return dataset


def _refused(content: bytes, name: str, error: ValidationError | None) -> DataError:
    # Where things stand is found out only now: of a file without problems nobody asks.
    from mycity_cli.dataset.problems import problems_of

    problems, more = problems_of(content, name, error)
    return DataError(say("is no valid dataset"), where=name, problems=problems, more=more)
