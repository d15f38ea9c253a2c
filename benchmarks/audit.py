"""What auditing releases costs: start-up, a text, a character as texts grow, and the memory of a thousand files.

Whole processes; the time of one that audits an empty file is taken off. The texts are those of the tests' releases, put
together anew. A loop of plain Python is timed beside them, so that figures of a machine whose speed drifts can be
compared.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from functools import cache
from itertools import cycle
from pathlib import Path
from statistics import median

from benchmarks.measuring import MYCITY, compile_mycity, reference

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from release.annotated import load

TOGETHER = 45_000
"""Bytes of the texts that are audited in one call."""
PAIRS = 11


def main() -> None:
    """Print the figures."""
    compile_mycity()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = folder / "empty.txt"
        empty.touch()
        print(f"start-up: an empty file {ms(median(timed(empty) for _ in range(PAIRS)))}, ", end="")
        print(f"of it mycity total {ms(median(timed_command('total') for _ in range(PAIRS)))}")
        in_one_call(folder, empty)
        as_they_grow(folder, empty)
        as_a_folder(folder, empty)
    print(f"a loop of a million rounds of plain Python takes {ms(reference())} here")


def in_one_call(folder: Path, empty: Path) -> None:
    """Print what the texts together cost beyond start-up, each run paired with one of the empty file."""
    files: list[Path] = []
    length = 0
    for number, text in enumerate(cycle(texts())):
        if length >= TOGETHER:
            break
        files.append(write(folder / f"{number}.txt", text))
        length += len(text.encode())
    taken = median(timed(*files) - timed(empty) for _ in range(PAIRS))
    print(f"{len(files)} releases of {length:,} bytes in one call: {ms(taken)} beyond start-up, ", end="")
    print(f"{ms(taken / len(files))} each")


def as_they_grow(folder: Path, empty: Path) -> None:
    """Print what a character costs in texts of one release after the other, of 10 kB to 1 MB."""
    print("one text, beyond start-up:")
    for length, pairs in ((10_000, PAIRS), (100_000, 5), (1_000_000, 1)):
        file = write(folder / f"of-{length}.txt", text_of(length))
        taken = median(timed(file) - timed(empty) for _ in range(pairs))
        print(f"  {length:9,} characters  {taken:7.2f} s  {taken / length * 1e6:6.1f} µs a character")


def as_a_folder(folder: Path, empty: Path) -> None:
    """Print what folders of releases cost as JSON Lines, in time and in memory."""
    print("a folder of releases as JSON Lines, beyond start-up:")
    for count in (100, 1_000):
        files = folder / f"{count}-files"
        files.mkdir()
        for number in range(count):
            write(files / f"{number:04}.txt", text_of(1_200, seed=number))
        start = timed(empty)
        taken, memory = timed_with_memory(files)
        print(
            f"  {count:5,} files  {taken - start:7.2f} s  {ms((taken - start) / count)} each, {memory:.0f} MB at most"
        )


def text_of(length: int, *, seed: int = 1) -> str:
    """Return a text of so many characters: paragraphs of releases, no two in the same order."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    paragraphs = [paragraph for each in texts() for paragraph in each.split("\n\n")]
    parts = []
    while length > 0:
        text = chance.choice(paragraphs)
        parts.append(text[:length])
        length -= len(text) + 2
    return "\n\n".join(parts)


@cache
def texts() -> list[str]:
    """Return the texts of the tests' releases."""
    return [each.text for each in load() if not each.is_twin]


def write(path: Path, text: str) -> Path:
    """Write a text to a file and return its path."""
    path.write_text(text, encoding="utf-8")
    return path


def timed(*files: Path) -> float:
    """Return the seconds that an audit takes, its JSON Lines thrown away."""
    return timed_command("audit", "--format", "jsonl", *map(str, files))


def timed_command(*arguments: str) -> float:
    """Return the seconds that a command takes."""
    start = time.perf_counter()
    subprocess.run([MYCITY, *arguments], capture_output=True, check=False)
    return time.perf_counter() - start


def timed_with_memory(folder: Path) -> tuple[float, float]:
    """Return the seconds that the audit of a folder takes, and the most megabytes that it holds at once."""
    start = time.perf_counter()
    process = subprocess.Popen([MYCITY, "audit", str(folder), "--format", "jsonl"], stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    kilobytes = usage.ru_maxrss if sys.platform != "darwin" else usage.ru_maxrss / 1024
    return time.perf_counter() - start, kilobytes / 1024


def ms(seconds: float) -> str:
    """Return seconds as milliseconds."""
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
