"""Limits to the time that a piece of work may take: ours, and that of whoever waits for it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

_AGAIN = 1
"""Seconds after which work is told again to end: a library may have taken the first time for an error of its own."""


class TooLong(BaseException):  # no error: nothing that handles errors should handle it
    """The time for a piece of work is over."""


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raise TooLong where what is done within takes more than so many seconds.

    That needs the main thread and a timer of the system: elsewhere, and with 0, there is no limit.
    """
    if not seconds or not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        yield
    finally:
        try:
            signal.setitimer(signal.ITIMER_REAL, 0)
        except TooLong:
            # Over in the moment of the end: the work is done, and the timer goes on until it is stopped.
            signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def endable() -> Iterator[None]:
    """Let Ctrl-C and its like end mycity at once where a library does not come back to hear of them.

    Nothing is cleaned up then: nothing may be half written meanwhile.
    """
    before = {}
    if current_thread() is main_thread():
        numbers = [getattr(signal, name) for name in _ASKING if hasattr(signal, name)]
        # What is ignored stays ignored.
        before = {number: found for number in numbers if callable(found := signal.getsignal(number))}
    for number in before:
        signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        for number, found in before.items():
            signal.signal(number, found)


_ASKING = ("SIGINT", "SIGTERM", "SIGHUP")


def _stop(_: int, __: object) -> None:
    raise TooLong
