"""Bytes as text: in UTF-8, by the mark they begin with, by what --encoding says, or by what the bytes look like."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from mycity_cli.errors import DataError, UsageError
from mycity_cli.messages import say

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"SQLite format 3\0")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x19\x1b-\x1f]")


class Decoded(NamedTuple):
    """A text, the notes on how it was read, and the encoding where one was said or recognised by how it reads."""

    text: str
    notes: tuple[str, ...] = ()
    encoding: str = ""


def decode(content: bytes, name: str, encoding: str | None) -> Decoded:
    """Return the text that bytes are, its line ends as they are.

    Raises DataError for what is no text, or none of an encoding that can be told, UsageError for an unknown encoding.
    """
    if content.startswith(_BINARY):
        raise _no_text(name)
    if encoding is not None:
        return Decoded(_plain(_in(content, encoding, name), name), (), encoding)
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return Decoded(_plain(_in(content, codec, name), name))
    try:
        return Decoded(_plain(content.decode(), name))
    except UnicodeDecodeError as error:
        _require_no_damage(content, error, name)
    if b"\0" in content:
        raise _with_nul(content, name)
    from mycity_cli.tables.sources.encodings import recognised

    found = recognised(content, name)
    return found._replace(text=_plain(found.text, name))


def _in(content: bytes, encoding: str, name: str) -> str:
    try:
        # Of nothing Python would not even look for the encoding.
        b"a".decode(encoding, errors="replace")
    except (LookupError, UnicodeError, ValueError) as error:
        help = say(
            "usual names are utf-8, utf-16, gb18030, big5, cp1252 (Western Europe), cp1250 (Central), cp1251 (East)"
        )
        raise UsageError(
            say("unknown encoding '{encoding}'", encoding=encoding), where="--encoding", help=help
        ) from error
    try:
        return content.decode(encoding)
    except UnicodeError as error:
        message = say("is not in {encoding}", encoding=encoding)
        if isinstance(error, UnicodeDecodeError):
            message = say(
                "is not in {encoding}: the byte {byte:#04x} on line {line}", encoding=encoding, **_place(content, error)
            )
        raise DataError(message, where=name, help=say("--encoding names another")) from error


def _place(content: bytes, error: UnicodeDecodeError) -> dict[str, int]:
    """Return the byte that is wrong, and the line that it is on."""
    return {"byte": content[error.start], "line": content.count(b"\n", 0, error.start) + 1}


def _plain(text: str, name: str) -> str:
    """Return a text without its mark. Raises DataError where characters say that it is none."""
    if "\0" in text:
        raise _with_nul(text.encode(errors="replace"), name)
    head = text[:100_000]
    if len(_CONTROLS.findall(head)) * 100 > len(head):
        raise _no_text(name)
    return text.removeprefix("\ufeff").removesuffix("\x1a")


def _no_text(name: str) -> DataError:
    help = say("a table is CSV, TSV, JSON, a spreadsheet or Parquet; the ending of the file or --from says which")
    return DataError(say("is no text"), where=name, help=help)


def _with_nul(content: bytes, name: str) -> DataError:
    """Return the error for what holds NUL, with the encoding that would explain it."""
    head = content[: 4096 * 2]
    for at, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[at::2].count(0) * 10 > len(head) * 3 and not head[1 - at :: 2].count(0):
            help = say("--encoding {encoding} may read it", encoding=codec)
            return DataError(say("holds NUL, as no text does"), where=name, help=help)
    return DataError(say("holds NUL, as no text does"), where=name, help=say("save the file as UTF-8"))


_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")


def _require_no_damage(content: bytes, error: UnicodeDecodeError, name: str) -> None:
    """Raise DataError where bytes are UTF-8 but for a few: in any other encoding the rest would be nonsense."""
    right = len(_SEQUENCE.findall(content))
    wrong = len(_HIGH.findall(_SEQUENCE.sub(b"", content)))
    if right >= 3 and right > 2 * wrong:
        message = say("is in UTF-8 but for some bytes: the byte {byte:#04x} on line {line}", **_place(content, error))
        raise DataError(message, where=name, help=say("save the file as UTF-8; or --encoding names another"))
