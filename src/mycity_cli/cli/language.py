"""The language that mycity speaks: what `--lang` says, else what is configured, else that of the system."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache

from mycity_cli.cli.configured import configured_or_none
from mycity_cli.errors import DataError
from mycity_cli.messages import Language, Message, language_of, say, speaks

OPTION = "--lang"
_VARIABLE = "MYCITY_LANG"
"""The variable that is asked before all others are, one of which may be wrong: that is told in this language too."""

_asked: list[Language] = []


def choose(arguments: Sequence[str]) -> None:
    """Note the language that a command line asks for, before anything of it is understood: errors are told in it too.

    Raises DataError where there is no catalogue of the language.
    """
    language.cache_clear()
    _asked[:] = [each for tag in _given(arguments) if (each := language_of(tag)) is not None][-1:]
    if _asked and not speaks(_asked[0]):
        where = f"{OPTION} {_asked.pop()}"
        raise DataError(say("has no catalogue of messages here"), where=where, help=say("install mycity again"))


def _given(arguments: Sequence[str]) -> Iterator[str]:
    """Yield what stands behind `--lang`, each time that it is given."""
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for at, each in enumerate(own):
        name, sign, value = each.partition("=")
        if name == OPTION:
            yield value if sign else "".join(own[at + 1 : at + 2])


def behind(arguments: Sequence[str]) -> Sequence[str]:
    """Return the arguments of a command line that begin with its command, without a language that stands before it."""
    at = 0
    while at < len(arguments) and arguments[at].partition("=")[0] == OPTION:
        at += 1 if "=" in arguments[at] else 2
    return arguments[at:]


@cache
def language() -> Language:
    """Return the language in which people are told things."""
    if _asked:
        return _asked[0]
    found = _expected()
    return found if speaks(found) else Language.ENGLISH


def unspoken() -> list[Message]:
    """Return a note where a language is expected that there is no catalogue of: all is told in English then."""
    if language() is not Language.ENGLISH or _asked or (found := _expected()) is Language.ENGLISH:
        return []
    return [
        say(
            "this is in English: there is no catalogue of messages in {language} that can be read; "
            "install mycity again",
            language=found.value,
        )
    ]


def _expected() -> Language:
    """Return the language that is configured, else that of the system."""
    return language_of(os.environ.get(_VARIABLE, "")) or _of_files() or of_system()


def _of_files() -> Language | None:
    """Return the language that is configured; None where none is, or what is configured cannot be used."""
    setting = configured_or_none("lang")
    return None if setting is None else Language(setting.value)


def of_system() -> Language:
    """Return the language that the variables of POSIX and of gettext name, English where it is none of ours.

    It is English too where the standard streams have no such letters: nobody asked for what nobody can read.
    """
    named = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "C")
    if _is_plain(named):
        return Language.ENGLISH
    # As gettext does it: the list goes before the locale, and only the locale says that there is none.
    for tag in (os.environ.get("LANGUAGE") or named).split(":"):
        if _is_plain(tag):
            break
        found = language_of(tag)
        if found is not None:
            return found if _can_be_shown(found) else Language.ENGLISH
    return Language.ENGLISH


def _is_plain(locale: str) -> bool:
    """Return whether a locale is that of programs, which has no language."""
    return locale.partition(".")[0] in ("C", "POSIX")


def _can_be_shown(language: Language) -> bool:
    """Return whether the encodings of the standard streams have the letters of a language."""
    letters = _LETTERS.get(language, "")
    for stream in (sys.stdout, sys.stderr):
        try:
            letters.encode(getattr(stream, "encoding", None) or "utf-8")
        except (UnicodeEncodeError, LookupError):
            return False
    return True


_LETTERS = {Language.CHINESE: "中文错误说认"}
"""Letters that show whether an encoding has all: simplified ones are none of Big5, nor of those of Japan and Korea."""
