"""What a dataset file may hold, as JSON Schema."""

from __future__ import annotations

from typing import Any

from mycity_cli.model import Dataset


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a dataset file.

    It says what each record may hold on its own, not whether figures can be read and references lead somewhere.
    """
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:mycity:dataset",
        "title": "A dataset of mycity",
    }
    return {**head, **Dataset.model_json_schema(), "title": head["title"]}
