"""Where everything stands in a JSON text, and what is wrong with it as JSON: asked only where there is a problem.

The parsers of Python and of Pydantic, which read every file, tell neither where a value stands nor that a key is given
twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import NamedTuple

from mycity_cli.messages import say

Path = tuple[str | int, ...]
"""The way to a value in a file: keys of objects and indices of lists."""

MOST_NESTED = 100
"""No dataset nests as deep; a text that does is a mistake, or an attack on what reads it."""

MOST_DIGITS = 4300
"""The most digits of a number that Python turns into an integer."""

_TOKEN = re.compile(
    r"""[ \t\r\n]*+(?:
    ("(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+")
    |(-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?(?![\w.+-]))
    |((?:true|false|null|NaN|-?Infinity)(?!\w))
    |([\[\]{}:,]))""",
    re.VERBOSE,
)
_TEXT, _NUMBER, _WORD, _SIGN = 1, 2, 3, 4
_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)
"""A character of a text as it is written: itself, an escape, or the two escapes of one outside the basic plane."""


VALUE, VALUE_OR_END, KEY, KEY_OR_END = "value", "value]", "key", "key}"
COLON, COMMA_IN_LIST, COMMA_IN_OBJECT, END = ":", ",]", ",}", ""
"""What may stand next in a text; each holds the bracket that may."""

_HALVES = ("d8", "d9", "da", "db", "dc", "dd", "de", "df")
"""How the codes of halves of characters begin (surrogates)."""


_KEEP_ONE = say("keep one of the two")


class Span(NamedTuple):
    """The characters of a text from `start` up to, not including, `end`."""

    start: int
    end: int


class Fault(NamedTuple):
    """What is wrong with a text as JSON: its code, what, what to do, the way to it, and where it stands."""

    code: str
    message: str
    help: str
    path: Path
    span: Span


class Layout(NamedTuple):
    """Where wanted values stand, and the keys that they have in objects; and everything wrong with the text as JSON.

    A fault of the code `json-syntax` or `nested-too-deep` is the last one: what follows it cannot be read.
    """

    values: dict[Path, Span]
    keys: dict[Path, Span]
    faults: list[Fault]


class Stop(Exception):  # noqa: N818  # no error of its own: it carries the fault at which reading ends
    """Reading ends at a fault."""

    def __init__(self, code: str, message: str, help: str, span: Span) -> None:
        super().__init__(message)
        self.code, self.message, self.help, self.span = code, message, help, span


class _Open:
    """An object or list that is not closed yet: where it starts, the keys it has, and the key or index of its value."""

    __slots__ = ("keys", "start", "step")

    def __init__(self, start: int, keys: dict[str, Span] | None) -> None:
        self.start = start
        self.keys = keys
        self.step: str | int = 0


def lay_out(text: str, wanted: Collection[Path] = ()) -> Layout:
    """Return where the values at the wanted paths stand in a text, and every fault of it."""
    return _Scan(text, wanted).run()


def in_text(text: str, span: Span, start: int, end: int) -> Span:
    """Return where some characters of a value stand in the text; `span` is that of the literal of the value."""
    if text[span.start] != '"':
        return Span(span.start + start, span.start + end)
    # Each character may be written as an escape of several.
    offsets = [span.start + 1 + match.start() for match in _CHARACTER.finditer(text[span.start + 1 : span.end - 1])]
    offsets.append(span.end - 1)
    return Span(offsets[min(start, len(offsets) - 1)], offsets[min(end, len(offsets) - 1)])


class _Scan:
    """One walk through a text, token by token, without recursion."""

    def __init__(self, text: str, wanted: Collection[Path]) -> None:
        self.text = text
        self.wanted = frozenset(wanted)
        self.depths = frozenset(map(len, self.wanted))
        self.layout = Layout({}, {}, [])
        self.open: list[_Open] = []
        self.expected = VALUE
        self.at = 0

    def run(self) -> Layout:
        """Walk to the end of the text, or to the fault that ends it."""
        try:
            while self.expected != END or self.text[self.at :].strip(" \t\r\n"):
                self.token()
        except Stop as stop:
            # What cannot be read has no place of its own: the object or list that holds it does.
            path = () if stop.code == "nested-too-deep" else self.path()[:-1]
            self.layout.faults.append(Fault(stop.code, stop.message, stop.help, path, stop.span))
        return self.layout

    def path(self) -> Path:
        return tuple([each.step for each in self.open])

    def token(self) -> None:
        match = _TOKEN.match(self.text, self.at)
        kind = match.lastindex if match is not None else None
        if match is None or kind is None:
            raise self.unreadable()
        span = Span(*match.span(kind))
        if kind == _SIGN:
            self.sign(match[kind], span)
        elif kind == _TEXT and self.expected in (KEY, KEY_OR_END):
            self.key(match[kind], span)
        elif self.expected in (VALUE, VALUE_OR_END):
            self.leaf(match[kind], kind, span)
        else:
            raise self.unexpected(span)
        self.at = span.end

    def sign(self, sign: str, span: Span) -> None:
        expected = self.expected
        if sign in "[{" and expected in (VALUE, VALUE_OR_END):
            if len(self.open) == MOST_NESTED:
                message = say("nested more than {number} deep", number=MOST_NESTED)
                raise Stop("nested-too-deep", message, say("a dataset nests less"), span)
            self.open.append(_Open(span.start, {} if sign == "{" else None))
            self.expected = KEY_OR_END if sign == "{" else VALUE_OR_END
        elif sign in "]}" and sign in expected:
            opened = self.open.pop()
            self.ended(Span(opened.start, span.end))
        elif sign == ":" and expected == COLON:
            self.expected = VALUE
        elif sign == "," and expected in (COMMA_IN_OBJECT, COMMA_IN_LIST):
            self.expected = KEY if self.open[-1].keys is not None else VALUE
            step = self.open[-1].step
            self.open[-1].step = step + 1 if isinstance(step, int) else step
        else:
            raise self.unexpected(span)

    def key(self, literal: str, span: Span) -> None:
        self.require_whole_characters(literal, span)
        name = json.loads(literal) if "\\" in literal else literal[1:-1]
        opened = self.open[-1]
        opened.step = name
        keys = opened.keys if opened.keys is not None else {}
        if name in keys:
            line = self.text.count("\n", 0, keys[name].start) + 1
            message = say("the key '{name}' is given twice, first in line {line}", name=name, line=line)
            self.fault("duplicate-key", message, _KEEP_ONE, span)
        else:
            keys[name] = span
        if len(self.open) in self.depths and (path := self.path()) in self.wanted:
            self.layout.keys[path] = span
        self.expected = COLON

    def leaf(self, literal: str, kind: int, span: Span) -> None:
        if kind == _TEXT:
            self.require_whole_characters(literal, span)
        elif kind == _NUMBER and len(literal) > MOST_DIGITS:
            message = say("a number of more than {number} digits", number=MOST_DIGITS)
            self.fault("number-too-large", message, say("write a smaller one"), span)
        elif literal.lstrip("-") in ("NaN", "Infinity"):
            message = say("{word} is no number", word=literal)
            self.fault("no-number", message, say("leave the field out where nothing is known"), span)
        self.ended(span)

    def ended(self, span: Span) -> None:
        """A value ended."""
        if len(self.open) in self.depths and (path := self.path()) in self.wanted:
            self.layout.values[path] = span
        if not self.open:
            self.expected = END
        else:
            self.expected = COMMA_IN_LIST if self.open[-1].keys is None else COMMA_IN_OBJECT

    def fault(self, code: str, message: str, help: str, span: Span) -> None:
        self.layout.faults.append(Fault(code, message, help, self.path(), span))

    def require_whole_characters(self, literal: str, span: Span) -> None:
        """Raise Stop for half of a character that is written as two escapes."""
        if "\\u" not in literal:
            return
        for match in _CHARACTER.finditer(literal):
            if len(match[0]) == 6 and match[0][2:4].lower() in _HALVES:
                half = Span(span.start + match.start(), span.start + match.end())
                help = say("write the character itself, or both of its halves")
                raise Stop("json-syntax", say("{escape} is half a character", escape=match[0]), help, half)

    # --- failing ---------------------------------------------------------------------------------------------------

    def unexpected(self, span: Span) -> Stop:
        from mycity_cli.dataset.syntax import unexpected

        return unexpected(self.text, self.expected, span, self.opened())

    def unreadable(self) -> Stop:
        from mycity_cli.dataset.syntax import unreadable

        start = re.compile(r"[ \t\r\n]*").match(self.text, self.at)
        return unreadable(self.text, self.expected, self.at if start is None else start.end(), self.opened())

    def opened(self) -> int | None:
        """Return where the object or list starts that is open."""
        return self.open[-1].start if self.open else None
