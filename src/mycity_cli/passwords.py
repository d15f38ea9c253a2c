"""Texts without passwords: one place decides for all of them what is not shown.

What looks for passwords is loaded where a text may hold one: few do, and every command passes here.
"""

from __future__ import annotations

from collections.abc import Iterable

SHOWN = "***"
"""What stands in the place of a password."""

_LEAST = 4
"""A password of fewer characters is told apart from other words only where it stands in a URL."""

_LEAST_PART = 8
"""So many characters has the part of a password that is no common word."""

_WORDS = ("pass", "pwd", "secret", "token", "credential", "key", "jwt", "odbc")
"""What the name of a password has in it, before = or its like."""


def hidden(name: str) -> str:
    """Return a name that the user gave, or an error has for a place, without a password where it is or holds a URL."""
    if not _may_hold_one(name):
        return name
    from mycity_cli.password_places import spans

    for span in reversed(list(spans(name))):
        name = f"{name[: span.start]}{SHOWN}{name[span.end :]}"
    return name


def hidden_in(text: str) -> str:
    """Return a sentence without the passwords of URLs in it, and without those that the user gave."""
    if _KNOWN:
        text = _without(text, _KNOWN)
    if not _may_hold_one(text):
        return text
    from mycity_cli.password_places import in_words

    return in_words(text)


def hidden_of(url: str, text: str) -> str:
    """Return what a driver says of a URL without its passwords, in parts too: it may have taken it apart otherwise."""
    if not _may_hold_one(url):
        return hidden_in(text)
    from mycity_cli.password_places import parts_in, passwords_in

    found = set(passwords_in(url))
    parts = (part for each in found for part in parts_in(each) if len(part) >= _LEAST)
    return hidden_in(_without(text, _longest_first({*found, *parts})))


def has_password(text: str) -> bool:
    """Return whether a text is or holds a URL with a password."""
    return hidden(text) != text


# --- what the user gave -----------------------------------------------------------------------------------------------

_KNOWN: list[str] = []
"""The passwords of the URLs that this process was given, the longest first."""


def forget() -> None:
    """Know no password any more: another command begins."""
    _KNOWN.clear()


def remember(given: Iterable[str]) -> None:
    """Know the passwords of URLs that the user gave: no sentence shows them, however it came to hold them."""
    for text in given:
        if ":" not in text or not _may_hold_one(text):
            continue
        from mycity_cli.password_places import parts_in, passwords_in

        for each in passwords_in(text):
            parts = (part for part in parts_in(each) if len(part) >= _LEAST_PART)
            _KNOWN[:] = _longest_first({*_KNOWN, *parts, *([each] if len(each) >= _LEAST else [])})


def _longest_first(passwords: Iterable[str]) -> list[str]:
    # Errors write some signs out.
    written = {each for one in passwords for each in (one, repr(one)[1:-1], one.encode("unicode_escape").decode())}
    return sorted(written - {""}, key=lambda each: (-len(each), each))


def _without(text: str, passwords: Iterable[str]) -> str:
    for each in passwords:
        text = text.replace(each, SHOWN)
    return text


def _may_hold_one(text: str) -> bool:
    if ":" in text and ("@" in text or ":/" in text):
        return True
    if "=" not in text:
        return False
    lower = text.lower()
    return any(word in lower for word in _WORDS)
