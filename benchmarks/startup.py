"""How long a command takes beside an empty Typer program, which is what any Typer command costs at least.

Whole processes, interleaved so that a machine whose speed drifts is the same for all of them; medians and ratios.
"""

from __future__ import annotations

import argparse
import os
import pty
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.measuring import MYCITY, compile_mycity

FLOOR = """
import typer

app = typer.Typer()


@app.command()
def main(name: str = typer.Option("nobody")) -> None:
    print(name)


app()
"""


def main() -> None:
    """Print the medians and the ratios to the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21, help="runs of each command (default 21)")
    runs = parser.parse_args().runs
    compile_mycity()
    with tempfile.TemporaryDirectory() as folder:
        floor = Path(folder, "floor.py")
        floor.write_text(FLOOR)
        commands = {
            "an empty Typer program (the floor)": ([sys.executable, str(floor)], False),
            "mycity total, in a pipe": ([MYCITY, "total"], False),
            "mycity deals, as a table": ([MYCITY, "deals"], True),
        }
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for run in range(runs + 1):
            for name, (command, on_terminal) in commands.items():
                taken = timed(command, on_terminal=on_terminal)
                if run:  # the first run of each fills caches
                    seconds[name].append(taken)
    base = median(next(iter(seconds.values())))
    print(f"{runs} interleaved runs of each, whole processes:")
    for name, times in seconds.items():
        print(f"  {name:36}  median {median(times) * 1000:6.1f} ms   {median(times) / base:.3f} x the floor")


def timed(command: list[str], *, on_terminal: bool) -> float:
    """Return the seconds that a command takes, its output read through a pipe or a terminal."""
    start = time.perf_counter()
    if on_terminal:
        pid, descriptor = pty.fork()
        if pid == 0:
            os.execv(command[0], command)  # noqa: S606  # the child becomes the command that is timed
        drain(descriptor)
        os.waitpid(pid, 0)
    else:
        subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def drain(descriptor: int) -> None:
    """Read everything that a terminal shows, until its program ends."""
    try:
        while os.read(descriptor, 65536):
            pass
    except OSError:  # Linux reports the end of a terminal as an input/output error
        pass
    finally:
        os.close(descriptor)


if __name__ == "__main__":
    main()
