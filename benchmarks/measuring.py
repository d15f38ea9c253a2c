"""What the benchmarks share: the program that they measure, and a measure of the machine itself."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import mycity_cli

MYCITY = str(Path(sys.executable).with_name("mycity"))


def compile_mycity() -> None:
    """Compile the package, as installers do. Python does so for a checkout only where it may write bytecode."""
    compileall.compile_dir(str(Path(mycity_cli.__file__).parent), quiet=1)


def reference() -> float:
    """Return the seconds that a million rounds of a plain loop take, beside which other times can be compared."""
    start = time.perf_counter()
    total = 0
    for number in range(1_000_000):
        total += number & 7
    return time.perf_counter() - start


class Taken(NamedTuple):
    """What one run took: its seconds, those of its processor, the peak of its memory, and what it printed."""

    seconds: float
    processor: float
    megabytes: float
    answer: str


def timed(command: Sequence[str], env: Mapping[str, str] | None = None) -> Taken:
    """Return what a command takes, whose errors are not shown. Ends the program where it fails."""
    start = time.perf_counter()
    whole = {**os.environ, **(env or {})}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=whole) as process:
        answer = process.stdout.read() if process.stdout is not None else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    seconds = time.perf_counter() - start
    return Taken(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, answer.strip())


def program(name: str) -> str | None:
    """Return where a program is: beside Python, or on the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def verdict(*, kept: bool) -> str:
    """Return what is said of a target."""
    return "kept" if kept else "missed"
