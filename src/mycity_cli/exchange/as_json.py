"""A dataset as the text of its file."""

from __future__ import annotations

import json
from typing import Any

from mycity_cli.model import Dataset, Record


def as_json(dataset: Dataset) -> str:
    """Return a dataset as JSON: the fields in the order of the model, figures and dates as they were stated."""
    return json_text(plain_record(dataset))


def json_text(value: Any) -> str:
    """Return a JSON value as the text of a file: indented by two, with the letters of every language as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def json_line(value: Any) -> str:
    """Return a JSON value on one line."""
    return json.dumps(value, ensure_ascii=False)


def plain_record(record: Record) -> dict[str, Any]:
    """Return a record as JSON has it, without the fields that it leaves empty."""
    return record.model_dump(mode="json", exclude_defaults=True)
