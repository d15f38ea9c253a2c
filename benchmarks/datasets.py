"""How long `mycity total --data FILE` takes, and how much memory, for files of 1,000 to 300,000 signings.

Whole processes that write into a pipe; the files are written here, in a temporary folder. A loop of plain Python is
timed beside them, so that figures from a machine whose speed drifts can be compared.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.measuring import MYCITY, compile_mycity, reference

SIZES = (1_000, 10_000, 100_000, 300_000)
CITIES = [f"city-{number}" for number in range(200)]
SOURCES = [f"paper-{number}" for number in range(1_000)]


def main() -> None:
    """Print the size of each file, and the seconds and the peak memory of a total of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of signings")
    sizes = parser.parse_args().sizes
    compile_mycity()
    print("mycity total --data FILE, in a pipe, the fastest of three runs; the time of the processor in brackets:")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder, f"{size}.json")
            path.write_text(json.dumps(dataset(size), ensure_ascii=False, indent=1), encoding="utf-8")
            runs = [measured(path) for _ in range(3)]
            seconds, used, megabytes = min(runs)
            length = path.stat().st_size / 1e6
            print(f"  {size:7,} signings  {length:5.1f} MB file  {seconds:6.2f} s ({used:.2f} s)  {megabytes:5.0f} MB")
            path.unlink()
    print(f"  a loop of a million rounds of plain Python takes {reference() * 1000:.0f} ms here")


def dataset(size: int) -> dict[str, Any]:
    """Return a dataset of so many signings, with figures of the shapes that people write."""
    chance = random.Random(1)  # noqa: S311  # no secret
    cited = [{"id": SOURCES[0]}]
    conferences = [
        {
            "id": f"conference-{number}",
            "kind": "promotion",
            "name": f"Conference {number}",
            "city": CITIES[number % len(CITIES)],
            "date": f"{2000 + number % 24}",
            "sources": cited,
        }
        for number in range(max(1, size // 100))
    ]
    return {
        "title": "Made up",
        "city": CITIES[0],
        "places": [{"id": id, "name": id.title(), "names": {"zh-Hans": f"城{id}"}} for id in CITIES],
        "sources": [{"id": id, "title": id.title(), "publisher": "Nobody", "language": "en"} for id in SOURCES],
        "conferences": conferences,
        "signings": [signing(chance, number, conferences) for number in range(size)],
    }


def signing(chance: random.Random, number: int, conferences: list[dict[str, Any]]) -> dict[str, Any]:
    """Return one signing: one in fifty is a part of another, one in ten states no amount."""
    conference = chance.choice(conferences)
    projects = chance.randint(1, 400)
    amount = f"{chance.randint(1, 999)}.{chance.randint(0, 999):03}"
    day = f"{conference['date']}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    record: dict[str, Any] = {
        "id": f"signing-{number}",
        "kind": chance.choice(("investment", "memorandum")),
        "city": conference["city"],
        "promoter": chance.choice(CITIES),
        "conference": conference["id"],
        "date": day,
        "projects": (projects, f"{projects} projects", f"{projects}个项目", f"about {projects}")[number % 4],
        "sources": [{"id": chance.choice(SOURCES), "at": f"paragraph {chance.randint(1, 30)}"}],
    }
    if number % 10:
        shapes = (f"{amount} billion yuan", f"{amount}亿元", f"about {amount} million yuan", f"RMB {amount} billion")
        record["amount"] = chance.choice(shapes)
    if number % 50 == 49:
        # A part states nothing that could be more than its whole.
        record["part_of"] = f"signing-{number - 1}"
        record.pop("amount", None)
        record.pop("projects")
    return record


def measured(path: Path) -> tuple[float, float, float]:
    """Return the seconds that a total of a file takes, those of the processor, and the most megabytes held at once."""
    start = time.perf_counter()
    command = [MYCITY, "total", "--data", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        shown = running.stdout.read() if running.stdout is not None else b""
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    taken = time.perf_counter() - start
    if running.returncode or not shown.strip().isdigit():
        raise SystemExit(f"{path}: no total: {shown.decode()}")
    return taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


if __name__ == "__main__":
    main()
