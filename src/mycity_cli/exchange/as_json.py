"""A dataset as the text of its file."""

from __future__ import annotations

import json
from typing import Any

from pydantic_core import to_json

from mycity_cli.json_text import harmless
from mycity_cli.model import Dataset, Record


def as_json(dataset: Dataset) -> str:
    """Return a dataset as JSON: the fields in the order of the model, figures and dates as they were stated."""
    return json_text(plain_record(dataset))


def json_text(value: Any) -> str:
    """Return a JSON value as the text of a file: indented by two, with the letters of every language as they are."""
    # Python's own module writes the same text, but takes eight times as long where it indents.
    return harmless(to_json(value, indent=2).decode()) + "\n"


def json_line(value: Any) -> str:
    """Return a JSON value on one line."""
    return harmless(json.dumps(value, ensure_ascii=False))


def plain_record(record: Record, *, only: set[str] | None = None) -> dict[str, Any]:
    """Return a record as JSON has it, without the fields that it leaves empty, or only some of its fields."""
    return record.model_dump(mode="json", exclude_defaults=True, include=only)
