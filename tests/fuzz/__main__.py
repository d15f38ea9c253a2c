"""Fuzzing as long as one likes: `make fuzz MINUTES=30`, with `OPTIONS='--target statements --seed 7'` for one of all.

As many targets run at once as there are processors, each in processes of its own, one after the other. A process begins
with the corpus and goes on with inputs at random. One that fails is made smaller and put into the corpus; then the exit
code is 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz.fuzzing import CORPUS, Input, Target, corpus, inputs, keep, kind_of, problem_of, read, smallest
from fuzz.targets import TARGETS

_SILENT = 300
"""The seconds after which a target that says nothing is taken for stuck, beyond those that it is given."""

_ROUND = 3
"""The minutes after which a process makes room for the next: what it frees it does not give back."""

_MOST_KINDS = 20
"""So many different failures of a target are enough."""


def main() -> int:
    """Run what the command line asks for, and return 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=1, help="how long each target runs (default 1)")
    parser.add_argument("--target", action="append", choices=TARGETS, help="which to run; repeatable (default all)")
    parser.add_argument("--seed", default=str(time.time_ns()), help="the seed of the inputs (default a new one)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder that failing inputs are put into")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many targets run at once")
    parser.add_argument("--in-process", metavar="FILE", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    asked = [TARGETS[name] for name in given.target or TARGETS]
    if given.in_process is not None:
        return fuzz(asked[0], given.seed, given.minutes * 60, given.corpus, given.in_process)
    sys.stdout.write(f"seed {given.seed}\n")
    with ThreadPoolExecutor(given.jobs) as pool:
        codes = list(pool.map(lambda target: _in_rounds(target, given), asked))
    return max(codes)


def fuzz(target: Target, seed: str, seconds: float, folder: Path, current: Path | None = None) -> int:
    """Try inputs for so long, write those that fail into a folder, and return 1 where any did.

    Each input is in the file `current` while it is tried, so that one that kills the process is known.
    """
    start = time.monotonic()
    found: dict[str, tuple[Input, str]] = {}
    tried = 0

    def attempt(given: Input) -> None:
        nonlocal tried
        tried += 1
        if current is not None:
            current.with_suffix(given.ending).write_bytes(given.content)
        problem = problem_of(target, given)
        if problem and (kind := kind_of(problem)) not in found:
            found[kind] = given, problem

    for path in corpus(target):
        attempt(read(path))
    replayed = tried
    for given in inputs(target, seed):
        if time.monotonic() - start > seconds or len(found) >= _MOST_KINDS:
            break
        attempt(given)
    taken = time.monotonic() - start
    for given, problem in found.values():
        path = keep(target, smallest(target, given), folder)
        sys.stdout.write(f"{target.name}: {path}: {problem}\n")
    sys.stdout.write(
        f"{target.name}: {replayed} of the corpus and {tried - replayed} more in {taken:.0f} s, {len(found)} failed\n"
    )
    return 1 if found else 0


def _in_rounds(target: Target, given: argparse.Namespace) -> int:
    """Fuzz a target for so long as is asked, in one process after the other; return 1 where anything failed."""
    rounds = max(1, ceil(given.minutes / _ROUND))
    return max(_in_process(target, given, given.minutes / rounds, f"{given.seed} {n}") for n in range(rounds))


def _in_process(target: Target, given: argparse.Namespace, minutes: float, seed: str) -> int:
    """Fuzz a target in a process of its own, keep the input that kills it, and return 1 where anything failed."""
    with TemporaryDirectory(prefix="mycity-fuzz-") as folder:
        current = Path(folder, "current")
        asked = ["--target", target.name, "--minutes", str(minutes), "--seed", seed]
        command = [sys.executable, "-m", "fuzz", *asked, "--corpus", str(given.corpus), "--in-process", str(current)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=minutes * 60 + _SILENT)
            code, told = done.returncode, done.stdout + (done.stderr if done.returncode not in (0, 1) else "")
        except subprocess.TimeoutExpired:
            code, told = -1, f"{target.name}: an input did not end\n"
        if code not in (0, 1):
            last = max(Path(folder).iterdir(), key=lambda path: path.stat().st_mtime_ns)
            path = keep(target, read(last), given.corpus)
            told += f"{target.name}: {path}: ends the process with {code}\n"
        sys.stdout.write(told)
        sys.stdout.flush()
        return min(1, abs(code))


if __name__ == "__main__":
    sys.exit(main())
