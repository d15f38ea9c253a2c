"""The command `mycity`, also `python -m mycity_cli`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    # A command lives for a moment and makes almost no garbage. With the default threshold of 700 the collector would
    # look through everything that is imported again and again; a table of fifty thousand rows is as many as ten
    # objects for each, and none of them garbage.
    gc.set_threshold(1_000_000)
    try:
        code = _run()
        for stream in (sys.stdout, sys.stderr):
            # A stream may be closed, and is None then.
            with suppress(OSError, AttributeError):
                stream.flush()
    except KeyboardInterrupt:
        code = 130
    # Everything is written and closed by now. Taking hundreds of modules apart in order, as `sys.exit` would, costs a
    # tenth of the time of a command, and the operating system frees the memory anyway.
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


if __name__ == "__main__":
    main()
