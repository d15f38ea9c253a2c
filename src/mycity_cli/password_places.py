"""Where passwords stand in the URLs of databases, and in sentences that hold such a URL.

A URL is written by people: with signs in its password that should be encoded, without a host, with a slash too few. In
doubt more is taken for the password than is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus

from mycity_cli.passwords import SHOWN

# One slash is what is left of two where a URL was taken for the path of a file.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{1,40}:/+")
_IN_FILES = re.compile(r"(sqlite|duckdb)[a-z+]*:/{3,}\Z", re.IGNORECASE)
"""How URLs begin that name no server, and so nobody who logs in."""

_KEY = r"passw|passphrase|passcode|pwd|secret|token|credential|api_?key|jwt|odbc_connect"
_IS_KEY = re.compile(rf"{_KEY}|^pass$", re.IGNORECASE)
_ASSIGNED = re.compile(r"(?:^|[?&;,\s])([^\s=?&;,'\"]+)\s*=")
_TABLE = re.compile(r"#[\w.]*\Z")
_BARE = re.compile(r"\A/*[^\s:/@'\"]+:[^@]+@[\w.\[-]")
"""User, password and host without a scheme before them."""

_AFTER_PORT = re.compile(rf"\d*[/?][^@]*[?&][^=&@]*(?:{_KEY}|pass)[^=&@]*=", re.IGNORECASE)
"""What is no password before an @, but a port and a query in which a password is named."""

_STOPS = "”，。；：、）"
"""What ends a part of a sentence in Chinese: no space stands behind it, where English has one."""

_NO_PORT = re.compile(rf"[^:/?#@\[\s]+:(?!\d+(?:[/?#:{_STOPS}]|$))(?=[^\s/?#])")
_IS_HIDDEN = re.compile(rf"\*\*\*(?=[#&:\s{_STOPS}]|\Z)")

# What is looked for anywhere in a text has a length, lest a long text take its length times itself.
_IN_WORDS = re.compile(
    r"([A-Za-z][A-Za-z0-9+.\-]{1,40}:/+)"
    r"(?:([^\s:'\"”]{0,200}):([^\s'\"”]{0,500})@"
    rf"|([^\s:/?#\['\"{_STOPS}]{{1,200}}):(?!\d+(?:[/?#:.,;)\s'\"{_STOPS}]|$))([^\s/?#'\"{_STOPS}][^\s'\"{_STOPS}]*))"
)
_ASSIGNED_IN_WORDS = re.compile(
    rf"\b((?:[\w.%\-]{{0,40}}(?:{_KEY})[\w.\-]{{0,40}}|pass)=|password\s{{0,9}}=\s{{0,9}})"
    rf"(?!\*\*\*)('[^']*'|\"[^\"]*\"|“[^”]*”|[^\s'\"{_STOPS}]+)",
    re.IGNORECASE,
)


class Span(NamedTuple):
    """Where a password stands; it may be the value of a name before it, and others follow it."""

    start: int
    end: int
    is_value: bool = False


def passwords_in(name: str) -> Iterator[str]:
    """Yield the passwords in a name that is or holds a URL, as they stand there, and as they are decoded."""
    for span in spans(name):
        password = name[span.start : span.end]
        if password != SHOWN:
            first = re.split(r"[&;\s]", password.strip())[0] if span.is_value else password
            yield from {each for one in (password, first) for each in (one, unquote(one), unquote_plus(one))} - {""}
            for key, value in _assigned(unquote_plus(password)):
                if _IS_KEY.search(key):
                    yield from {value, value.strip("{}")} - {""}


def parts_in(password: str) -> list[str]:
    """Return the parts of a password that a reader of URLs may take for something else: a host, a port, a query."""
    return re.split(r"[@/#?&:;=]", password)


def in_words(text: str) -> str:
    """Return a sentence without the passwords of URLs in it."""
    return _ASSIGNED_IN_WORDS.sub(rf"\1{SHOWN}", _IN_WORDS.sub(_shown, text))


def spans(name: str) -> Iterator[Span]:
    """Yield where the passwords of a name stand, from the left, none within another."""
    scheme = _SCHEME.search(name)
    user = None if scheme is not None and _IN_FILES.match(scheme[0]) else _of_user(name, scheme)
    start = 0
    if user is not None and not _AFTER_PORT.match(name, user.start, user.end):
        yield user
        start = user.end
    for found in _ASSIGNED.finditer(name, start):
        if _IS_KEY.search(unquote(found[1])) and not _IS_HIDDEN.match(name, found.end()):
            yield Span(found.end(), _end_of(name, found.end()), is_value=True)
            return


def _end_of(name: str, start: int) -> int:
    """Return where the name of a table begins behind a password that ends nowhere else, or the name ends."""
    table = _TABLE.search(name, start)
    return len(name) if table is None else table.start()


def _of_user(name: str, scheme: re.Match[str] | None) -> Span | None:
    """Return where the password stands that is before the host; the host itself may be missing."""
    if scheme is None and _BARE.match(name) is None:
        return None
    start = len(name) - len(name.lstrip("/")) if scheme is None else scheme.end()
    at, colon = name.rfind("@"), name.find(":", start)
    if name.startswith(f"{SHOWN}@", colon + 1):
        return None
    if 0 <= colon < at:
        return Span(colon + 1, at)
    if (host := _NO_PORT.match(name, max(start, at + 1))) is not None:
        return Span(host.end(), _end_of(name, host.end()))
    return None


def _assigned(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names and values in what a driver of ODBC is told: UID=me;PWD=secret."""
    for part in text.split(";"):
        key, sign, value = part.partition("=")
        if sign:
            yield key.strip(), value.strip()


def _shown(found: re.Match[str]) -> str:
    scheme, user, password, host, _ = found.groups()
    if _IN_FILES.match(scheme):
        return found[0]
    return f"{scheme}{host}:{SHOWN}" if password is None else f"{scheme}{user}:{SHOWN}@"
