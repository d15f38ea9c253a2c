"""Kills a process again and again while it overwrites a file, and prints which version the file holds each time.

Run as `killed_writers.py FOLDER text|database|.csv|... TIMES`; an ending is a format of `data convert`. Exits with 1
where the file is neither the old one nor the new.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

from examples import dataset, signing
from mycity_cli.exchange import converting
from mycity_cli.files import made_whole, write_whole

LINES = 10_000


def write_text(target: Path, version: int) -> None:
    write_whole(target, (f"{version:08} 52.563 billion yuan\n" for _ in range(LINES)))


def read_text(target: Path) -> set[int]:
    lines = target.read_text(encoding="utf-8").splitlines()
    return {int(line.split()[0]) for line in lines} if len(lines) == LINES else set()


def write_database(target: Path, version: int) -> None:
    with made_whole(target) as beside:
        connection = sqlite3.connect(beside)
        connection.executescript("PRAGMA journal_mode = OFF; CREATE TABLE figures (version INTEGER)")
        connection.executemany("INSERT INTO figures VALUES (?)", ((version,) for _ in range(LINES)))
        connection.commit()
        connection.close()


def read_database(target: Path) -> set[int]:
    connection = sqlite3.connect(target)
    rows = connection.execute("SELECT version FROM figures").fetchall()
    whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and len(rows) == LINES
    connection.close()
    return {version for (version,) in rows} if whole else set()


SIGNINGS = 200


def write_dataset(target: Path, version: int) -> None:
    note = {"note": str(version)}
    converting.write(dataset(*(signing(f"s{n}", **note) for n in range(SIGNINGS))), target, replace=True)


def read_dataset(target: Path) -> set[int]:
    """Read in a process of its own: threads of a library must not be there when the next writer is forked."""
    code = (
        "import sys, pathlib; from mycity_cli.exchange import converting; "
        "print(*(each.note for each in converting.read(pathlib.Path(sys.argv[1])).dataset.signings))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(target)], capture_output=True, text=True, check=True)
    notes = done.stdout.split()
    return set(map(int, notes)) if len(notes) == SIGNINGS else set()


def main(folder: str, kind: str, times: str) -> int:
    target = Path(folder) / (f"target{kind}" if kind.startswith(".") else "target")
    kinds = {"text": (write_text, read_text), "database": (write_database, read_database)}
    write, read = kinds.get(kind, (write_dataset, read_dataset))
    version = 0
    started = time.monotonic()
    first = os.fork()
    if first == 0:
        write(target, version)
        os._exit(0)
    os.waitpid(first, 0)
    # Twice as long as a write takes: the moments fall before, within and after the first write. How long that is
    # changes with what else the machine does: where the last write was not over, the next has more time, and else less.
    longest = 2 * (time.monotonic() - started)
    for _ in range(int(times)):
        child = os.fork()
        if child == 0:
            for later in count(version + 1):
                write(target, later)
        time.sleep(random.uniform(0, longest))  # noqa: S311  # a moment, not a secret
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = read(target)
        if len(found) != 1 or min(found) < version:
            return 1
        longest *= 0.8 if min(found) > version else 1.25
        (version,) = found
        sys.stdout.write(f"{version}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
