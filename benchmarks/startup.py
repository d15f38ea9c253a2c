"""How long a command takes beside an empty Typer program, which is what any Typer command costs at least.

Whole processes, interleaved so that a machine whose speed drifts is the same for all of them; medians and ratios, of
the time that passes, which is what users wait for, and of that of the processor, which other processes disturb less.
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
from typing import NamedTuple

from benchmarks.measuring import MYCITY, compile_mycity, verdict

FLOOR = """
import typer

app = typer.Typer()


@app.command()
def main(name: str = typer.Option("nobody")) -> None:
    print(name)


app()
"""

RELEASE = """\
Xiamen signs 19 projects at Fujian promotion event

Fujian signed a total of 92 projects at its investment conference in Fuzhou on July 14, 2021, with a total investment of
105.7 billion yuan. They break down into 69 projects using foreign investment, worth 75.1 billion yuan in total, and 23
outward investment projects totalling 30.9 billion yuan.
"""


class Command(NamedTuple):
    """A command that is timed, and how many times as long as the floor it may take, in hundredths."""

    arguments: tuple[str, ...]
    most: int
    on_terminal: bool = False


COMMANDS = {
    "mycity total, in a pipe": Command(("total",), 100),
    "mycity deals, as a table": Command(("deals",), 115, on_terminal=True),
    "mycity --help": Command(("--help",), 150),
    "mycity total --help": Command(("total", "--help"), 150),
    "mycity claims": Command(("claims",), 200),
    "mycity audit, of one text": Command(("audit", "release.txt"), 200),
}


def main() -> None:
    """Print the medians and the ratios to the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21, help="runs of each command (default 21)")
    runs = parser.parse_args().runs
    compile_mycity()
    # Beside no file that mycity reads unasked, such as a pyproject.toml.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "floor.py").write_text(FLOOR, encoding="utf-8")
        Path(folder, "release.txt").write_text(RELEASE, encoding="utf-8")
        os.chdir(folder)
        taken = measured(runs)
        os.chdir("/")
    print(f"{runs} interleaved runs of each, whole processes; time that passes, and of the processor:")
    base, *times = taken.values()
    tell("an empty Typer program (the floor)", base, base)
    for (name, command), found in zip(COMMANDS.items(), times, strict=True):
        kept = verdict(kept=median(each[0] for each in found) * 100 <= median(each[0] for each in base) * command.most)
        tell(name, found, base, f"  at most {command.most / 100:.2f}: {kept}")


def measured(runs: int) -> dict[str, list[tuple[float, float]]]:
    """Return what the runs of each command took, the floor first: seconds, and seconds of the processor."""
    lines = {name: ([MYCITY, *each.arguments], each.on_terminal) for name, each in COMMANDS.items()}
    commands = {"floor": ([sys.executable, "floor.py"], False), **lines}
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, (command, on_terminal) in commands.items():
            seconds = timed(command, on_terminal=on_terminal)
            if run:  # the first run of each fills caches
                taken[name].append(seconds)
    return taken


def tell(name: str, times: list[tuple[float, float]], base: list[tuple[float, float]], more: str = "") -> None:
    """Print the medians of what a command took, and how many times as long as the floor that is."""
    said = [
        f"{median(mine) * 1000:6.1f} ms {median(mine) / median(floor):5.3f} x"
        for mine, floor in zip(zip(*times, strict=True), zip(*base, strict=True), strict=True)
    ]
    print(f"  {name:36}{'   '.join(said)}{more}")


def timed(command: list[str], *, on_terminal: bool) -> tuple[float, float]:
    """Return the seconds that a command takes, and those of its processor; it writes to a pipe or a terminal."""
    start = time.perf_counter()
    if on_terminal:
        pid, descriptor = pty.fork()
        if pid == 0:
            os.execv(command[0], command)  # noqa: S606  # the child becomes the command that is timed
        drain(descriptor)
    else:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        pid, descriptor = process.pid, process.stdout.fileno() if process.stdout is not None else -1
        while os.read(descriptor, 65536):
            pass
    _, status, usage = os.wait4(pid, 0)
    if not on_terminal:
        process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


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
