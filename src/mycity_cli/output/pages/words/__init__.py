"""The words of pages by language: one TOML file each beside this module, all with the same names."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from mycity_cli.messages import Language


@cache
def words_of(language: Language) -> dict[str, Any]:
    """Return the words and sentences of a language by their names; fields of sentences stand in braces."""
    data: dict[str, Any] = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
    return data
