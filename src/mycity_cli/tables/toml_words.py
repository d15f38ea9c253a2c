"""What the reader of TOML says of a text that is none, as messages."""

from __future__ import annotations

import re
from functools import cache

from mycity_cli.messages import Message, say

_AT_END = re.compile(r"(.+) \(at end of document\)")


def why_no_toml(words: str) -> str:
    """Return what the reader says, as a message; what is not known stays as it is."""
    if match := _AT_END.fullmatch(words):
        return say("{why} (at end of document)", why=why_no_toml(match[1]))
    return _fixed().get(words) or _about_part(words) or words


@cache
def _fixed() -> dict[str, Message]:
    every = (
        say("Cannot overwrite a value"),
        say("Escaped character is not a Unicode scalar value"),
        say("Expected '=' after a key in a key/value pair"),
        say("Expected ']' at the end of a table declaration"),
        say("Expected ']]' at the end of an array declaration"),
        say("Expected newline or end of document after a statement"),
        say("Invalid date or datetime"),
        say("Invalid hex value"),
        say("Invalid initial character for a key part"),
        say("Invalid statement"),
        say("Invalid value"),
        say("Unclosed array"),
        say("Unclosed inline table"),
        say("Unescaped '\\' in a string"),
        say("Unterminated string"),
    )
    return {str(each): each for each in every}


def _about_part(words: str) -> Message | None:
    """Return what is said of a part of the text, such as a key."""
    if match := re.fullmatch("Cannot declare (.+) twice", words):
        return say("Cannot declare {key} twice", key=match[1])
    if match := re.fullmatch("Cannot mutate immutable namespace (.+)", words):
        return say("Cannot mutate immutable namespace {key}", key=match[1])
    if match := re.fullmatch("Cannot redefine namespace (.+)", words):
        return say("Cannot redefine namespace {key}", key=match[1])
    if match := re.fullmatch("Duplicate inline table key (.+)", words):
        return say("Duplicate inline table key {key}", key=match[1])
    if match := re.fullmatch("(?:Found invalid|Illegal) character (.+)", words):
        if words.startswith("Illegal"):
            return say("Illegal character {character}", character=match[1])
        return say("Found invalid character {character}", character=match[1])
    if match := re.fullmatch("Expected (.+)", words):
        return say("Expected {text}", text=match[1])
    return None
