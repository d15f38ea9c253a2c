"""A first dataset to change into one's own."""

from __future__ import annotations

from pathlib import Path

from mycity_cli.exchange.as_json import json_text
from mycity_cli.exchange.json_schema import json_schema
from mycity_cli.messages import Language

_FILES = Path(__file__).parent / "starter_files"

DATASET = "dataset.json"
README = "README.md"


def starter(language: Language = Language.ENGLISH) -> dict[str, str]:
    """Return the files of a small dataset, each name with its text: the dataset first, what explains it, its schema.

    What explains it is in a language; the dataset and the schema are the same in every one.
    """
    explained = README if language is Language.ENGLISH else f"README.{language}.md"
    texts = {
        name: (_FILES / file).read_text(encoding="utf-8") for name, file in ((DATASET, DATASET), (README, explained))
    }
    return {**texts, "schema.json": json_text(json_schema())}
