"""The pager of the user, for a list that is longer than the terminal."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import UnsupportedOperation
from itertools import chain

from mycity_cli.cli import streams
from mycity_cli.cli.configured import configured_or_none

_OPTIONS = "FRX"
"""What `less` is told where LESS does not: end at once where all fits, show colours, leave the list on the screen."""


def unpaged(pieces: Iterable[str]) -> Iterator[str]:
    """Yield a text that the terminal has room for; a longer one is shown by the pager, and nothing of it is yielded."""
    command = _command()
    if command is None:
        yield from pieces
        return
    rest = iter(pieces)
    size = shutil.get_terminal_size()
    held: list[str] = []
    lines = 0
    for piece in rest:
        held.append(piece)
        lines += _lines(piece, size.columns)
        if lines >= size.lines:
            break
    else:
        yield from held
        return
    pager = _started(command)
    if pager is None:
        yield from held
        yield from rest
    else:
        _feed(pager, chain(held, rest))


def print_paged(pieces: Iterable[str], *, paged: bool = True) -> None:
    """Write a text to standard output, by the pager where it is longer than the terminal and is to be `paged`."""
    streams.print_result(unpaged(pieces) if paged and streams.on_terminal() else pieces)


def _command() -> list[str] | None:
    """Return what starts the pager; None where there is none, or results go elsewhere than to a terminal."""
    try:
        # A stream may say that it is a terminal; the pager needs one of the system.
        terminal = os.isatty(sys.stdout.fileno())
    except (OSError, ValueError, UnsupportedOperation):
        return None
    if not terminal or os.environ.get("TERM") == "dumb":
        return None
    named = configured_or_none("pager")
    asked = os.environ.get("PAGER") if named is None else named.value
    if asked is None:
        return ["less"] if shutil.which("less") else None
    try:
        command = shlex.split(asked)
    except ValueError:
        return None
    return command if command and command != ["cat"] else None


def _lines(text: str, columns: int) -> int:
    """Return how many lines of a terminal a text takes, about: a longer line takes several."""
    return sum(1 + max(0, len(line) - 1) // max(1, columns) for line in text.splitlines())


def _started(command: list[str]) -> subprocess.Popen[bytes] | None:
    # Options of the user's own stand; `less` without any would show colours as codes.
    env = {"LESS": _OPTIONS, "LV": "-c", **os.environ}
    if sys.stdout.encoding.lower() in ("utf-8", "utf8"):
        env.setdefault("LESSCHARSET", "utf-8")
    sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.flush()
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=sys.stdout.fileno(), env=env)  # noqa: S603  # the user's own
    except OSError:
        return None


def _feed(pager: subprocess.Popen[bytes], pieces: Iterable[str]) -> None:
    """Give a text to the pager and wait until the user has seen enough; one who leaves early has."""
    stream = pager.stdin
    assert stream is not None  # noqa: S101  # it was asked for as a pipe
    try:
        for piece in pieces:
            stream.write(piece.encode(sys.stdout.encoding, "backslashreplace"))
    except BrokenPipeError:
        pass
    finally:
        _close(pager)


def _close(pager: subprocess.Popen[bytes]) -> None:
    try:
        if pager.stdin is not None:
            pager.stdin.close()
    except BrokenPipeError:
        pass
    while True:
        try:
            pager.wait()
        except KeyboardInterrupt:
            # It is for the pager, which stops what it does and goes on.
            continue
        return
