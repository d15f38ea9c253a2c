"""JSON through a filter in the language of jq: each result on a line, texts as they are."""

from __future__ import annotations

import json
import re
from typing import Any

from mycity_cli.errors import Excerpt, MissingExtraError, UsageError, visible
from mycity_cli.messages import say

OPTION = "--jq"
_OURS = "def\thalt_error:\terror;\ndef\thalt_error($code):\terror;\n"
"""What stands before each filter: the library ends without a word where jq would fail, as if that were all."""
_MOST, _DIGITS = 2**53, 17
"""The largest number up to which the library, which computes in binary, keeps every whole one; and no more digits."""
_LONG, _SPACE = re.compile(r"\d{16}"), re.compile(r"\s*")
_EXTRA = say("pip install 'mycity-cli[jq]'")
_AT = re.compile(
    r"^jq: error: (?P<what>.*) at <top-level>, line (?P<line>\d+), column \d+:\n"
    r" {4}.*\n {4}(?P<before> *)(?P<marked>\^+)"
)


def compiled(expression: str) -> Any:
    """Return the program that an expression is.

    Raises UsageError, with what jq says and where, for one that is none, and MissingExtraError without jq.
    """
    try:
        import jq
    except ImportError as error:
        wrong = say("filters are run by jq, which is not installed")
        raise MissingExtraError(wrong, where=OPTION, help=_EXTRA) from error
    try:
        jq.compile(expression)
    except ValueError as error:
        raise _no_program(expression, str(error)) from None
    return jq.compile(_OURS + expression)


def filtered(text: str, expression: str) -> list[str]:
    """Return what a filter makes of JSON values, each on a line: texts without quotes, null as an empty line.

    Raises UsageError where the filter fails on any of the values, and where one is a number that it would round.
    """
    _require_exact(text)
    try:
        # Whoever reads half of a result does not see that it is one.
        return [_line(each) for each in compiled(expression).input_text(text)]
    except ValueError as error:
        raise UsageError(str(error), where=OPTION, help=say("see what it is given without --jq")) from None


def _require_exact(text: str) -> None:
    if _LONG.search(text) is None:
        return
    decoder, at = json.JSONDecoder(parse_int=_exact), 0
    while at < len(text):
        # Of JSON Lines each line is a value.
        end = decoder.raw_decode(text, at)[1]
        at = end + len(_SPACE.match(text, end)[0])  # type: ignore[index]  # it matches everywhere


def _exact(digits: str) -> int:
    if len(digits) > _DIGITS or abs(int(digits)) > _MOST:
        message = say(
            "a filter computes with {most} digits, and would round {digits}", most=_DIGITS, digits=digits[:40]
        )
        raise UsageError(message, where=OPTION, help=say("leave out --jq, and the JSON has all digits"))
    return int(digits)


def _line(value: Any) -> str:
    if value is None:
        return "\n"
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # What a filter such as @tsv puts between texts stays; what acts on a terminal is written out.
    parts = re.split(r"([\t\n])", shown)
    return "".join(part if part in "\t\n" else visible(part) for part in parts) + "\n"


def _no_program(expression: str, told: str) -> UsageError:
    """Return the error for an expression that jq does not understand, with the place that it names."""
    found = _AT.match(told)
    lines = expression.splitlines()
    if found is None or not 0 < int(found["line"]) <= len(lines):
        return UsageError(re.sub(r"\Ajq: error: ", "", told).partition("\n")[0], where=OPTION)
    line = lines[int(found["line"]) - 1]
    start = min(len(found["before"]), len(line))
    error = UsageError(found["what"], where=OPTION, help=say("the language is that of jq: '.[] | .city'"))
    error.excerpt = Excerpt(line, start, min(start + len(found["marked"]), max(len(line), start + 1)))
    return error
