"""The last line of defence: an exception that nobody foresaw, told in one line, with an exit code of its own."""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from mycity_cli.cli import streams
from mycity_cli.errors import UnforeseenError

DEBUG = "MYCITY_DEBUG"
"""The variable of the environment that asks for the traceback."""

_HELP = f"this is a mistake in mycity: please report it, with the command; {DEBUG}=1 shows where it happened"
_MOST = 300
"""So many characters of a message are shown; some libraries put all that they were given into theirs."""

_PASSWORD = re.compile(r"://[^:/\s]*:(.*)@", re.DOTALL)
_IN_QUERY = re.compile(r"[?&](?:password|passwd|pwd)=([^&#\s]*)", re.IGNORECASE)


def tell(error: BaseException, arguments: Sequence[str]) -> int:
    """Tell an unforeseen exception on standard error, or its traceback where that is asked for; return the exit code.

    No password that stands in one of the arguments, or in a URL of the message, is shown.
    """
    given = (*arguments, os.environ.get("MYCITY_DATA", ""))
    if os.environ.get(DEBUG, "0") not in ("", "0"):
        lines = "".join(traceback.format_exception(error)).splitlines()
        streams.print_lines(_without_passwords("\n".join(lines), given).split("\n"))
        return UnforeseenError.exit_code
    return streams.print_error(UnforeseenError(_in_one_line(error, given), where="unexpected", help=_HELP))


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
    from mycity_cli.tables.location import hidden

    found = {password for each in given for pattern in (_PASSWORD, _IN_QUERY) for password in pattern.findall(each)}
    # The longest first: one may be a part of another.
    for password in sorted(filter(None, {*found, *map(unquote, found)}), key=len, reverse=True):
        text = text.replace(password, "***")
    return "\n".join(hidden(line) for line in text.split("\n"))
