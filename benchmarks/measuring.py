"""What the benchmarks share: the program that they measure, and a measure of the machine itself."""

from __future__ import annotations

import compileall
import sys
import time
from pathlib import Path

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
