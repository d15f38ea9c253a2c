"""A first dataset to change into one's own."""

from __future__ import annotations

from pathlib import Path

from mycity_cli.exchange.as_json import json_text
from mycity_cli.exchange.json_schema import json_schema

_FILES = Path(__file__).parent / "starter_files"

DATASET = "dataset.json"
README = "README.md"


def starter() -> dict[str, str]:
    """Return the files of a small dataset, each name with its text: the dataset first, what explains it, its schema."""
    texts = {name: (_FILES / name).read_text(encoding="utf-8") for name in (DATASET, README)}
    return {**texts, "schema.json": json_text(json_schema())}
