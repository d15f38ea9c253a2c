"""From what the parsers find wrong in a file to problems with their place in it."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from mycity_cli.dataset.formats import CODE as OTHER_FORMAT
from mycity_cli.dataset.formats import format_of
from mycity_cli.dataset.positions import MOST_DIGITS, Fault, Layout, Path, Span, in_text, lay_out
from mycity_cli.errors import MOST_PROBLEMS, Excerpt, Place, Problem
from mycity_cli.messages import say

if TYPE_CHECKING:
    from pydantic import ValidationError

_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_EXCERPT = 2000
"""Of a longer line an error keeps a part: a file may be one line, and have a problem in each of its records."""

_SAVE = say("save the file as UTF-8")


class Finding(NamedTuple):
    """Something wrong at a path of a file: with its key, with a part of its text, or with its value.

    A help that takes long to find is found where it is told.
    """

    code: str
    path: Path
    message: str
    help: str | Callable[[], str] = ""
    key: bool = False
    within: Span | None = None

    @property
    def advice(self) -> str:
        """What to do."""
        return self.help if isinstance(self.help, str) else self.help()


class Problems(NamedTuple):
    """The first problems of a file in the order in which they stand there, and how many more there are."""

    told: list[Problem]
    more: int = 0

    def and_also(self, others: Problems) -> Problems:
        """Return these problems with others of the same file."""
        told = sorted([*self.told, *others.told], key=lambda problem: problem.place[1:3])
        return Problems(told[:MOST_PROBLEMS], self.more + others.more + max(0, len(told) - MOST_PROBLEMS))


def problems_of(content: bytes, name: str, error: ValidationError | None) -> Problems:
    """Return the problems of a file; `error` is what Pydantic says of it."""
    from mycity_cli.dataset.findings import findings_of

    text = _text(content, name)
    if isinstance(text, Problem):
        return Problems([text])
    details = error.errors(include_url=False, include_input=False) if error is not None else []
    syntax = next((item["msg"] for item in details if item["type"] == "json_invalid"), None)
    if syntax is not None:
        found = _located(text, name, [], lay_out(text), None)
        return found if found.told else Problems([Problem("json-syntax", syntax, Place(name, 1, 1, ""))])
    raw = raw_of(text)
    findings = [] if error is None else list(findings_of(details, raw))
    return _located(text, name, findings, lay_out(text, {finding.path for finding in findings}), raw)


def locate(text: str, name: str, findings: list[Finding]) -> Problems:
    """Return the findings in a text that is JSON as problems of the file called `name`."""
    layout = lay_out(text, {finding.path for finding in findings})
    return _located(text, name, findings, layout._replace(faults=[]), raw_of(text))


def raw_of(text: str) -> Any:
    """Return what a text holds as JSON, None for numbers that no figure can be. Raises ValueError for other texts."""
    try:
        return json.loads(text, parse_float=_no_figure, parse_constant=_no_figure, parse_int=_whole)
    except RecursionError as error:
        raise ValueError(str(error)) from error


def _no_figure(_: str) -> None:
    return None


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= MOST_DIGITS else None


def decoded(content: bytes) -> str:
    """Return the text of a file that is in UTF-8."""
    return content.removeprefix(BOM_UTF8).decode()


def _located(text: str, name: str, findings: list[Finding], layout: Layout, raw: Any) -> Problems:
    told = {fault.path for fault in layout.faults if fault.code in ("no-number", "number-too-large")}
    found: list[tuple[Span, Fault | Finding]] = [(fault.span, fault) for fault in layout.faults]
    # Behind a fault that ends the reading nothing has a place.
    placed = (each for each in findings if each.path in (layout.keys if each.key else layout.values))
    found += [(_span(text, each, layout), each) for each in placed if each.path not in told]
    found.sort(key=itemgetter(0))
    lines = _Lines(text, name)
    # A file may have a problem in each of its values: only those that are told get an excerpt, which takes memory.
    problems = [lines.problem(each, span, raw) for span, each in found[:MOST_PROBLEMS]]
    return Problems(problems, len(found) - len(problems))


def _span(text: str, finding: Finding, layout: Layout) -> Span:
    """Return the characters that an error marks: of what takes more than a line, or lacks something, the first."""
    if finding.key:
        return layout.keys[finding.path]
    span = layout.values[finding.path]
    if finding.within is not None:
        return in_text(text, span, *finding.within)
    return Span(span.start, span.start + 1) if text[span.start : span.start + 1] in ("{", "[") else span


class _Lines:
    """The lines of a text, which are counted once."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.starts = [0, *_behind_line_ends(text)]

    def problem(self, found: Fault | Finding, span: Span, raw: Any) -> Problem:
        line = bisect_right(self.starts, span.start)
        start = self.starts[line - 1]
        place = Place(self.name, line, span.start - start + 1, pointer(found.path))
        record, excerpt = _record(found.path, raw), self.excerpt(start, span)
        help = found.help if isinstance(found, Fault) else found.advice
        return Problem(found.code, found.message, place, record=record, help=help, excerpt=excerpt)

    def excerpt(self, start: int, span: Span) -> Excerpt | None:
        first = max(start, span.start - _LONGEST_EXCERPT)
        ending = _LINE_END.search(self.text, span.start, span.start + _LONGEST_EXCERPT)
        last = ending.start() if ending is not None else min(len(self.text), span.start + _LONGEST_EXCERPT)
        line = self.text[first:last]
        return Excerpt(line, span.start - first, min(span.end, last) - first) if line else None


def _behind_line_ends(text: str) -> Iterator[int]:
    """Yield where each line but the first starts."""
    if "\r" in text:
        yield from (match.end() for match in _LINE_END.finditer(text))
        return
    # Of a text that is one line of 200 MB the pattern takes six seconds, this a few hundredths.
    at = text.find("\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)


def pointer(path: Path) -> str:
    """Return a path as a JSON pointer (RFC 6901, 3)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def _record(path: Path, raw: Any) -> str:
    """Return the id of the record on the way to a value; "" where it has none, and for a value of the file itself."""
    record = raw
    for step in path[:2]:
        record = step_into(record, step)
    id = record.get("id") if isinstance(record, dict) and len(path) > 1 else None
    return id if isinstance(id, str) else ""


def step_into(value: Any, step: int | str) -> Any:
    """Return what a step leads to; None where it leads nowhere."""
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _text(content: bytes, name: str) -> str | Problem:
    """Return the text of a file, or the problem that it is of another format or not in UTF-8."""
    format = format_of(content, name)
    if format is not None:
        message = say("{noun}, not JSON", noun=format.noun)
        return Problem(OTHER_FORMAT, message, Place(name, 1, 1, ""), help=format.help)
    encoding = _other_encoding(content)
    if encoding:
        message = say("in {encoding}, not in UTF-8", encoding=encoding)
        return Problem("not-utf8", message, Place(name, 1, 1, ""), help=_SAVE)
    try:
        return decoded(content)
    except UnicodeDecodeError as error:
        # The decoder counts from behind a byte order mark.
        bad = error.object[error.start]
        before = error.object[: error.start].decode()
        start = max((match.end() for match in _LINE_END.finditer(before)), default=0)
        line = sum(1 for _ in _LINE_END.finditer(before)) + 1
        rest = error.object[error.start : error.start + _LONGEST_EXCERPT].splitlines()[0]
        shown = before[start:][-_LONGEST_EXCERPT:]
        excerpt = Excerpt(shown + rest.decode(errors="backslashreplace"), len(shown), len(shown) + 4)
        place = Place(name, line, len(before) - start + 1, "")
        message = say("not in UTF-8: the byte {byte}", byte=f"{bad:#04x}")
        return Problem("not-utf8", message, place, help=_SAVE, excerpt=excerpt)


def _other_encoding(content: bytes) -> str:
    """Return UTF-16 or UTF-32 where the file is in that, by its byte order mark or by the NULs of its first letters."""
    if content.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        return "UTF-32"
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "UTF-16"
    # JSON starts with two ASCII characters (RFC 4627, 3): the NULs beside them tell how wide each is.
    nuls = [not byte for byte in content[:4]]
    if nuls in ([False, True, True, True], [True, True, True, False]):
        return "UTF-32"
    return "UTF-16" if nuls in ([False, True, False, True], [True, False, True, False]) else ""
