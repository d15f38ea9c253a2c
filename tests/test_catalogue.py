"""The catalogues: each message of the code has a translation, with the same fields."""

from __future__ import annotations

from string import Formatter
from typing import Any

import pytest
from scripts.catalogue import file_of, missing, read, updated

from mycity_cli.messages import Language

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
        texts = [message.id] if isinstance(message.id, str) else list(message.id)
        fields = set().union(*map(_fields, texts))
        for said in [message.string] if isinstance(message.string, str) else message.string or ():
            # Without fields, braces are just braces.
            assert "python-brace-format" not in message.flags or _fields(said) == fields, said


def test_a_catalogue_is_compiled_as_it_stands(language: Language) -> None:
    compiled = file_of(language).with_suffix(".mo")
    assert compiled.stat().st_mtime >= file_of(language).stat().st_mtime, "make check compiles it"


def _key(message: Any) -> tuple[Any, Any]:
    return message.context, message.id


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
