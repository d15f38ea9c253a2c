"""The command `mycity`, also `python -m mycity_cli`."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

from mycity_cli.exit_codes import ExitCode, of_signal


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    # A command lives for a moment and makes almost no garbage. With the default threshold of 700 the collector would
    # look through everything that is imported again and again; a table of fifty thousand rows is as many as ten
    # objects for each, and none of them garbage.
    gc.set_threshold(1_000_000)
    _end_as_asked()
    try:
        code = _run()
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    for stream in (sys.stdout, sys.stderr):
        # A stream may be closed, and is None then.
        with suppress(OSError, AttributeError):
            stream.flush()
    # Everything is written and closed by now. Taking hundreds of modules apart in order, as `sys.exit` would, makes
    # `mycity total` 20 % longer, 2 % where the garbage is not searched; the operating system frees the memory anyway.
    os._exit(code)


def _run() -> int:
    try:
        # Imported here, so that Ctrl-C while modules load ends as quietly as later.
        from mycity_cli.cli.main import run
    except Exception as error:  # noqa: BLE001  # an installation of which a part is missing or broken
        from mycity_cli.cli import streams
        from mycity_cli.cli.unforeseen import unforeseen

        return streams.print_error(unforeseen(error, sys.argv[1:]))
    return run(sys.argv[1:])


def _end_as_asked() -> None:
    """Let SIGTERM and SIGHUP end mycity as Ctrl-C does: what is half written is removed."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # What is ignored (`nohup`) stays ignored.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _ask)


def _ask(number: int, _: object) -> None:
    if not _asked:
        _asked.append(number)
        # Nothing that handles errors handles this, but everything cleans up on its way.
        raise SystemExit(of_signal(number))
    # A closed terminal sends its signal more than once: the clean-up goes on, unless somebody insists.
    if len(_asked) > _PATIENCE:
        os._exit(of_signal(number))
    _asked.append(number)


_asked: list[int] = []
_PATIENCE = 2
"""So many signals more are waited for, where one has been obeyed already."""


if __name__ == "__main__":
    main()
