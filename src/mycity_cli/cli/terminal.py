"""What the terminal can show, and what the environment says of it: width, colour, and output as for a terminal."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from typing import Protocol

from mycity_cli.cli.configured import configured_or_none
from mycity_cli.messages import Language, say, told

FORCE_TTY = "MYCITY_FORCE_TTY"
"""The variable of the environment that asks for output as for a terminal, also where it goes elsewhere."""

_USUAL = 80
_RED, _CYAN, _PLAIN = "\x1b[1;31m", "\x1b[1;36m", "\x1b[0m"


class _Output(Protocol):
    def isatty(self) -> bool: ...


def is_terminal(stream: _Output) -> bool:
    """Return whether a stream is a terminal, or to be written to as if it were."""
    return stream.isatty() or _forced() != ""


def columns() -> int:
    """Return how many cells wide the terminal is, or is to be taken for: nobody has one of a single column."""
    forced = _forced()
    if forced != "1" and forced.isascii() and forced.isdigit():
        return int(forced)
    share = re.fullmatch(r"([0-9]+)%", forced)
    width = _real_columns() if forced else shutil.get_terminal_size().columns
    return max(1, width * int(share[1]) // 100 if share else width)


def _forced() -> str:
    """Return what the variable says; nothing where it says nothing, or 0."""
    text = os.environ.get(FORCE_TTY, "").strip()
    return "" if text.strip("0") == "" else text


def _real_columns() -> int:
    """Return how wide the terminal is that any of the standard streams goes to."""
    if os.environ.get("COLUMNS", "").isdigit():
        return shutil.get_terminal_size().columns
    for descriptor in (1, 2, 0):
        with suppress(OSError):
            return os.get_terminal_size(descriptor).columns or _USUAL
    return _USUAL


def is_colored(stream: _Output, asked: str | None = None) -> bool:
    """Return whether what goes to a stream may be coloured: `asked` is what the option --color says.

    The configuration goes before the variables (https://no-color.org, https://force-color.org), of which the one that
    turns colour off goes before those that turn it on.
    """
    setting = configured_or_none("color") if asked is None else None
    match asked or (setting and setting.value):
        case "always":
            return True
        case "never":
            return False
    named = color_variable()
    if named is not None:
        return named[1]
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def color_variable() -> tuple[str, bool] | None:
    """Return the variable that decides about colour, and what it says; None where none does."""
    if os.environ.get("NO_COLOR"):
        return "NO_COLOR", False
    if os.environ.get("CLICOLOR") == "0":
        return "CLICOLOR", False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if os.environ.get(name, "0") not in ("", "0"):
            return name, True
    return None


def is_color_forced() -> bool:
    """Return whether a list is to be coloured wherever it goes, and so is a table: TSV has no colour.

    Where CI is set the variables are set for everything that runs there, scripts that read TSV included.
    """
    named = color_variable()
    return named is not None and named[1] and not os.environ.get("CI")


def painted(text: str, language: Language) -> str:
    """Return an error in a language with its labels and the carets below its excerpt in colour."""
    # The labels are what stands before what they label: `error:` and `help:` in English.
    error = told(say("error: {wrong}", wrong=""), language).rstrip()
    help = told(say("help: {help}", help=""), language).rstrip()
    marked = re.compile(rf"^({re.escape(error)})|^({re.escape(help)})|^ +(\^+)$", re.MULTILINE)
    return marked.sub(_painted, text)


def _painted(found: re.Match[str]) -> str:
    part = found[found.lastindex or 0]
    before = found[0].removesuffix(part)
    return f"{before}{_CYAN if found[2] else _RED}{part}{_PLAIN}"
