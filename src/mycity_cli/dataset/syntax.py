"""What is said of a text that is no JSON, at the first character that cannot stand where it does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mycity_cli.dataset.positions import (
    COLON,
    COMMA_IN_LIST,
    COMMA_IN_OBJECT,
    END,
    KEY,
    KEY_OR_END,
    VALUE,
    VALUE_OR_END,
    Span,
    Stop,
)
from mycity_cli.messages import Message, say

_RUN = re.compile(r"[\w.+-]+|.", re.DOTALL)
_BAD_TEXT = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_WORDS = {"true", "false", "null", "none", "nan", "infinity", "undefined", "nil"}
_QUOTES = "'‘’“”„«»`"


def unexpected(text: str, expected: str, span: Span, opened: int | None) -> Stop:
    """Return the fault of a token that JSON knows, but not where it stands; `opened` is where what is open starts."""
    found = text[span.start : span.end]
    comma = text.rfind(",", 0, span.start)
    if found in ("]", "}") and comma >= 0 and not text[comma + 1 : span.start].strip():
        message = say("a comma before the closing {bracket}", bracket=found)
        return _stop(message, say("delete the comma"), Span(comma, comma + 1))
    message = _found(expected, found)
    if expected in (COMMA_IN_LIST, COMMA_IN_OBJECT) and found not in ("]", "}", ":"):
        return _stop(message, say("is a comma missing before it?"), span)
    if expected == END:
        message = say("expected the end of the file, found '{found}'", found=_cut(found))
        return _stop(message, say("a file holds one object: {...}"), span)
    if expected in (KEY, KEY_OR_END):
        return _stop(message, say("keys are texts in double quotes"), span)
    if opened is not None and found in ("]", "}"):
        line = text.count("\n", 0, opened) + 1
        return _stop(message, say("the {bracket} of line {line} is open", bracket=text[opened], line=line), span)
    return _stop(message, "", span)


def unreadable(text: str, expected: str, at: int, opened: int | None) -> Stop:
    """Return the fault of what no token of JSON starts with, or of a text that ends too early."""
    if at == len(text):
        return _ended(text, expected, opened)
    found = text[at]
    if found == '"':
        return _bad_text(text, at)
    match = _RUN.match(text, at)
    run = match[0] if match is not None else found
    span = Span(at, at + min(len(run), 40))
    if found in _QUOTES:
        message = say("expected {expected}, found {found}", expected=_EXPECTED[expected], found=found)
        return _stop(message, say('write texts in double quotes: "..."'), span)
    if found == "#" or text.startswith(("//", "/*"), at):
        return _stop(say("a comment, which JSON does not have"), say("delete it, or use a field `note`"), span)
    if run.lower() in _WORDS:
        message = say("'{word}' is no value of JSON", word=run)
        return _stop(message, say("true, false and null are written in lower case"), span)
    if found.isdigit() or (found in "+-." and len(run) > 1):
        message = say("'{word}' is no number of JSON", word=_cut(run))
        return _stop(message, say("write figures as texts, in double quotes"), span)
    help = say("texts and keys stand in double quotes") if found.isalpha() or found == "_" else ""
    return _stop(_found(expected, run), help, span)


def _ended(text: str, expected: str, opened: int | None) -> Stop:
    # The caret stands behind the last character, not in the empty line below it.
    at = len(text.rstrip())
    if opened is None:
        help = say("a dataset is one object: {...}; 'mycity data init' writes one to begin with")
        return _stop(say("the file is empty"), help, Span(0, 0))
    line, wanted = text.count("\n", 0, opened) + 1, _EXPECTED[expected]
    if text[opened] == "{":
        message = say(
            "the file ends inside the object that starts in line {line}: expected {expected}",
            line=line,
            expected=wanted,
        )
    else:
        message = say(
            "the file ends inside the list that starts in line {line}: expected {expected}", line=line, expected=wanted
        )
    return _stop(message, say("is the file cut off?"), Span(at, at))


def _bad_text(text: str, at: int) -> Stop:
    match = _BAD_TEXT.match(text, at)
    end = match.end() if match is not None else at + 1
    if end == len(text):
        help = say("is the file cut off, or a double quote missing?")
        return _stop(say("a text that does not end"), help, Span(at, at + 1))
    if text[end] == "\\":
        escape = text[end : end + (6 if text[end + 1 : end + 2] == "u" else 2)].split("\n", maxsplit=1)[0]
        help = say(
            'JSON knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits; a backslash itself is written \\\\'
        )
        return _stop(say("'{escape}' is no escape of JSON", escape=escape), help, Span(end, end + len(escape)))
    if text[end] in "\r\n":
        return _stop(say("a text that does not end in its line"), say("is a double quote missing?"), Span(at, end))
    message = say("a control character in a text: {character}", character=text[end])
    return _stop(message, say("write it as an escape, or delete it"), Span(end, end + 1))


def _stop(message: str, help: str, span: Span) -> Stop:
    return Stop("json-syntax", message, help, span)


def _found(expected: str, found: str) -> Message:
    return say("expected {expected}, found '{found}'", expected=_EXPECTED[expected], found=_cut(found))


_EXPECTED: Mapping[str, Message] = {
    VALUE: say("a value"),
    VALUE_OR_END: say("a value or ']'"),
    KEY: say("a key"),
    KEY_OR_END: say("a key or '}'"),
    COLON: say("':'"),
    COMMA_IN_LIST: say("a comma or ']'"),
    COMMA_IN_OBJECT: say("a comma or '}'"),
    END: say("the end"),
}
"""What may stand next, in words."""


def _cut(found: str) -> str:
    return found if len(found) <= 40 else f"{found[:39]}…"
