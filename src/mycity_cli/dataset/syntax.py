"""What is said of a text that is no JSON, at the first character that cannot stand where it does."""

from __future__ import annotations

import re

from mycity_cli.dataset.positions import Span, Stop

_RUN = re.compile(r"[\w.+-]+|.", re.DOTALL)
_BAD_TEXT = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_WORDS = {"true", "false", "null", "none", "nan", "infinity", "undefined", "nil"}
_QUOTES = "'‘’“”„«»`"


def unexpected(text: str, expected: str, span: Span, opened: int | None) -> Stop:
    """Return the fault of a token that JSON knows, but not where it stands; `opened` is where what is open starts."""
    found = text[span.start : span.end]
    comma = text.rfind(",", 0, span.start)
    if found in ("]", "}") and comma >= 0 and not text[comma + 1 : span.start].strip():
        return _stop(f"a comma before the closing {found}", "delete the comma", Span(comma, comma + 1))
    if expected.startswith("a comma") and found not in ("]", "}", ":"):
        return _stop(f"expected {_listed(expected)}, found {_shown(found)}", "is a comma missing before it?", span)
    if expected == "the end":
        return _stop(f"expected the end of the file, found {_shown(found)}", "a file holds one object: {...}", span)
    if expected in ("a key", "a key or }"):
        return _stop(f"expected {_listed(expected)}, found {_shown(found)}", "keys are texts in double quotes", span)
    if opened is not None and found in ("]", "}"):
        bracket = text[opened]
        line = text.count("\n", 0, opened) + 1
        return _stop(f"expected {_listed(expected)}, found '{found}'", f"the {bracket} of line {line} is open", span)
    return _stop(f"expected {_listed(expected)}, found {_shown(found)}", "", span)


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
        return _stop(f"expected {_listed(expected)}, found {found}", 'write texts in double quotes: "..."', span)
    if found == "#" or text.startswith(("//", "/*"), at):
        return _stop("a comment, which JSON does not have", "delete it, or use a field `note`", span)
    if run.lower() in _WORDS:
        return _stop(f"'{run}' is no value of JSON", "true, false and null are written in lower case", span)
    if found.isdigit() or (found in "+-." and len(run) > 1):
        return _stop(f"'{_cut(run)}' is no number of JSON", "write figures as texts, in double quotes", span)
    help = "texts and keys stand in double quotes" if found.isalpha() or found == "_" else ""
    return _stop(f"expected {_listed(expected)}, found '{_cut(run)}'", help, span)


def _ended(text: str, expected: str, opened: int | None) -> Stop:
    # The caret stands behind the last character, not in the empty line below it.
    at = len(text.rstrip())
    if opened is None:
        message = "the file is empty"
        return _stop(message, "a dataset is one object: {...}; 'mycity data init' writes one to begin with", Span(0, 0))
    what = "object" if text[opened] == "{" else "list"
    line = text.count("\n", 0, opened) + 1
    message = f"the file ends inside the {what} that starts in line {line}: expected {_listed(expected)}"
    return _stop(message, "is the file cut off?", Span(at, at))


def _bad_text(text: str, at: int) -> Stop:
    match = _BAD_TEXT.match(text, at)
    end = match.end() if match is not None else at + 1
    if end == len(text):
        return _stop("a text that does not end", "is the file cut off, or a double quote missing?", Span(at, at + 1))
    if text[end] == "\\":
        escape = text[end : end + (6 if text[end + 1 : end + 2] == "u" else 2)].split("\n", maxsplit=1)[0]
        help = (
            'JSON knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits; a backslash itself is written \\\\'
        )
        return _stop(f"'{escape}' is no escape of JSON", help, Span(end, end + len(escape)))
    if text[end] in "\r\n":
        return _stop("a text that does not end in its line", "is a double quote missing?", Span(at, end))
    return _stop(
        f"a control character in a text: {text[end]}", "write it as an escape, or delete it", Span(end, end + 1)
    )


def _stop(message: str, help: str, span: Span) -> Stop:
    return Stop("json-syntax", message, help, span)


def _listed(expected: str) -> str:
    return {"a colon": "':'"}.get(expected, expected.replace("]", "']'").replace("}", "'}'"))


def _shown(found: str) -> str:
    return f"'{_cut(found)}'"


def _cut(found: str) -> str:
    return found if len(found) <= 40 else f"{found[:39]}…"
