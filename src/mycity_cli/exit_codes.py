"""What a command says by its exit code: one list of the codes, and which of several counts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    """Yes, or done; an empty result is done too."""
    NO = 1
    """No: a statement or a claim is false, a release or a file has problems."""
    USAGE = 2
    """Wrong usage, or a statement that cannot be read."""
    DATA = 3
    """A file cannot be read or written, or is no valid dataset or table."""
    UNSETTLED = 4
    """Undecided at the stated precision, not checkable, or so much is left out that nothing is settled."""
    UNFORESEEN = 70
    """A mistake in mycity; the code of sysexits.h for one."""
    HANGUP = 129
    """The terminal closed."""
    INTERRUPTED = 130
    """Ctrl-C."""
    TERMINATED = 143
    """Asked to end, as by `kill`."""


_WORST_FIRST = (
    ExitCode.INTERRUPTED,
    ExitCode.TERMINATED,
    ExitCode.HANGUP,
    ExitCode.UNFORESEEN,
    ExitCode.DATA,
    ExitCode.USAGE,
    ExitCode.NO,
    ExitCode.UNSETTLED,
    ExitCode.DONE,
)


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """Return the code that counts where there are several: what was not done first, then no, then what is open."""
    return min(codes, key=_WORST_FIRST.index, default=ExitCode.DONE)


def of_signal(number: int) -> ExitCode:
    """Return the exit code of a process that a signal ends, by the number of the signal."""
    return ExitCode(128 + number)
