"""The last line of defence: an exception that nobody foresaw, told in one line, with an exit code of its own."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable

from mycity_cli.errors import DataError, MycityError, UnforeseenError
from mycity_cli.files import system_words
from mycity_cli.messages import say
from mycity_cli.passwords import hidden_in, hidden_of

DEBUG = "MYCITY_DEBUG"
"""The variable of the environment that asks for the traceback."""

_MOST = 300
"""So many characters of a message are shown; some libraries put all that they were given into theirs."""


def unforeseen(error: BaseException, given: Iterable[str | None], *, where: str = "") -> MycityError:
    """Return the error of mycity for an exception that it did not foresee, with its trace where that is asked for.

    What the system cannot do to a file is no mistake of mycity, whichever step it comes from.

    `given` is what the user gave, `where` the part of it that the exception concerns. No password that stands in what
    was given, or in a URL of the message, is told.
    """
    known = [each for each in (*given, os.environ.get("MYCITY_DATA")) if each]
    if isinstance(error, OSError) and error.filename is not None:
        return DataError(system_words(error), where=os.fsdecode(error.filename))
    trace = ""
    if os.environ.get(DEBUG, "0") not in ("", "0"):
        trace = _without_passwords("".join(traceback.format_exception(error)), known)
    place = say("{place}: unexpected", place=where) if where else say("unexpected")
    help = say(
        "this is a mistake in mycity: please report it, with the command; {variable} shows where it happened",
        variable=f"{DEBUG}=1",
    )
    return UnforeseenError(_in_one_line(error, known), where=place, help=help, trace=trace)


def _in_one_line(error: BaseException, given: Iterable[str]) -> str:
    """Return the type of an exception and the first line of its message."""
    name = type(error).__name__
    try:
        text = _without_passwords(str(error), given).strip()
    except Exception:  # noqa: BLE001  # an exception may fail to say what it is
        return name
    first = text.splitlines()[0] if text else ""
    return f"{name}: {first[:_MOST]}{'…' * (len(first) > _MOST)}" if first else name


def _without_passwords(text: str, given: Iterable[str]) -> str:
    for each in given:
        text = hidden_of(each, text)
    return hidden_in(text)
