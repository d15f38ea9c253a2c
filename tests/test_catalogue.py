"""The catalogues: each message of the code has a translation, with the same fields."""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

import pytest
from scripts.catalogue import file_of, missing, read, updated

from mycity_cli.cli.app import COMMANDS
from mycity_cli.cli.arguments import FIELDS
from mycity_cli.cli.configured import CHOICES, SETTINGS
from mycity_cli.cli.data import COMMANDS as DATA_COMMANDS
from mycity_cli.cli.tab_key import SHELLS
from mycity_cli.formats import Format
from mycity_cli.manual import TOPICS
from mycity_cli.messages import Language
from mycity_cli.query.levels import LEVELS
from mycity_cli.release.rules import KINDS
from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.saved import KEYS

LANGUAGES = [language for language in Language if language is not Language.ENGLISH]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


def test_each_message_has_a_translation(language: Language) -> None:
    assert missing(language) == []


def test_a_catalogue_has_just_the_messages_of_the_code(language: Language) -> None:
    assert {_key(each) for each in read(language)} == {_key(each) for each in updated(language)}


def test_a_translation_has_the_fields_of_its_message(language: Language) -> None:
    for message in read(language):
        if "python-brace-format" not in message.flags:
            continue  # without fields, braces are just braces
        texts = [message.id] if isinstance(message.id, str) else list(message.id)
        fields = set().union(*map(_fields, texts))
        for said in [message.string] if isinstance(message.string, str) else message.string or ():
            assert _fields(said) == fields, said


def test_a_catalogue_is_compiled_as_it_stands(language: Language) -> None:
    compiled = file_of(language).with_suffix(".mo")
    assert compiled.stat().st_mtime >= file_of(language).stat().st_mtime, "make check compiles it"


def _key(message: Any) -> tuple[Any, Any]:
    return message.context, message.id


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_a_translation_has_no_english_word_but_what_is_typed_and_names(language: Language) -> None:
    left = {
        word: said
        for message in read(language)
        if message.id
        for said in ([message.string] if isinstance(message.string, str) else message.string or ())
        for word in _WORD.findall(_TYPED.sub(" ", said))
        if word not in KNOWN
    }
    assert left == {}


_TYPED = re.compile(
    r"""
      \{[^{}]*\}                  # a field
    | `[^`]*` | “[^”]*” | '[^']*' # what is typed, or quoted
    | --?[a-z][\w-]*              # an option
    | \b(?:mycity|pip)(?:[ ][a-z]+)+ # a command
    | \\u\w+                      # an escape
    | [\w*]*[._/:@#=~][\w*./]+    # a file, an ending, a variable, a condition, a URL
    | \b[a-z]+-?\d+\b             # an encoding
    | \b[A-Z0-9]{2,}\b            # a placeholder, an abbreviation
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]{2,}")
KNOWN = {
    *FIELDS,
    *COMMANDS,
    *COLUMNS,
    *SETTINGS,
    *(choice for choices in CHOICES.values() for choice in choices),
    *(word for key in KEYS for word in (key, *key.split("-"))),
    *map(str, Format),
    *("Jinja", "XlsxWriter", "resvg", "jq", "pip", "install", "KiB"),
    *SHELLS,
    *DATA_COMMANDS,
    *LEVELS,
    *(word for topic in TOPICS for word in topic.split("-")),
    *KINDS,
    *("investment", "memorandum", "promotion", "count", "dmy", "mdy", "none", "parquet", "schema", "draft"),
    *("jq", "shell", "eval", "Tab", "JSON", "Lines", "Schema", "Markdown", "Parquet", "SQLite", "Word"),
    *("Suzhou", "Total"),
    *("mycity", "Typer", "DuckDB", "Excel", "GitHub", "Python", "Unicode"),
    *("Office", "MiB", "gunzip", "pip", "install"),
    *("Parquet", "SQLite", "gzip"),
    *("true", "false", "null", "none", "NaN", "Infinity"),
    *("ClickHouse", "postgresql", "SQLAlchemy", "duckdb", "Spark", "Impala", "Hive", "Thrift"),
    *("zstandard", "python", "tables", "documents", "MiB"),
    *("allow", "map", "ls"),
}
"""Words that are typed as they are in every language: commands, columns, settings, formats; and names."""
