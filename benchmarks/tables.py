"""How long the total of one city in a large table takes beside the `duckdb` tool and `jq`, and how much memory.

The files are made here, by DuckDB: CSV and JSON Lines of a million rows, Parquet of ten million. Whole processes,
interleaved, so that a machine whose speed drifts is the same for all of them; medians, ratios and the peak of memory.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

CITY = "Suzhou"
_ROWS = """
SELECT printf('d%08d', i) AS id, DATE '2015-01-01' + CAST(i * 7919 % 4000 AS INTEGER) AS date,
    ['Suzhou', 'Xiamen', 'Dongguan', 'Shenzhen', 'Chengdu', 'Beijing', 'Shanghai', 'Guangzhou', 'Wuhan', 'Nanjing']
    [1 + i * 31 % 10] AS city, 'Mianyang' AS promoter, 'Conference ' || i % 200 AS conference,
    ['investment', 'memorandum'][1 + i % 2] AS kind, CAST(i % 97 AS INTEGER) AS projects,
    i * 104729 % 1000000007 AS amount, 'CNY' AS currency, 'source-' || i % 50 AS source
FROM range({rows}) AS r(i)
"""
FILES = {"deals.csv": 1_000_000, "deals.jsonl": 1_000_000, "deals.parquet": 10_000_000}
_OPTIONS = {".csv": "HEADER", ".jsonl": "FORMAT json", ".parquet": "FORMAT parquet"}


class Taken(NamedTuple):
    """What one run took, and what it printed."""

    seconds: float
    megabytes: float
    answer: str


def main() -> None:
    """Print what each tool takes for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default 5)")
    parser.add_argument("--scale", type=int, default=1, help="divide the number of rows by this (default 1)")
    options = parser.parse_args()
    duckdb = _program("duckdb")
    if duckdb is None:
        sys.exit("the duckdb tool is not installed: pip install duckdb-cli")
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in FILES.items():
            path = Path(folder, name)
            query = f"COPY ({_ROWS.format(rows=rows // options.scale)}) TO '{path}' ({_OPTIONS[path.suffix]})"
            subprocess.run([duckdb, "-c", query], check=True, capture_output=True)
            print(f"{name}, {rows // options.scale:,} rows, {path.stat().st_size / 1e6:.0f} MB: total of one city")
            _measure(commands(path, duckdb), options.runs)
            path.unlink()


def commands(path: Path, duckdb: str) -> dict[str, list[str]]:
    """Return the commands that answer the question, by the name of their tool."""
    query = f"SELECT CAST(sum(CAST(amount AS DECIMAL(38, 0))) AS VARCHAR) FROM '{path}' WHERE city = '{CITY}'"  # noqa: S608
    found = {
        "duckdb": [duckdb, "-noheader", "-list", "-c", query],
        "mycity": [str(_program("mycity")), "total", "--city", CITY, "--data", str(path)],
    }
    jq = _program("jq")
    if path.suffix == ".jsonl" and jq is not None:
        sum_up = f'reduce (inputs | select(.city == "{CITY}") | .amount) as $each (0; . + $each)'
        found["jq"] = [jq, "-n", sum_up, str(path)]
    elif path.suffix == ".jsonl":
        print("  jq is not installed")
    return found


def _measure(tools: dict[str, list[str]], runs: int) -> None:
    taken: dict[str, list[Taken]] = {name: [] for name in tools}
    for run in range(runs + 1):
        for name, command in tools.items():
            if name == "jq" and run > 1:
                continue  # it takes many times as long: one run tells enough
            one = timed(command)
            if run:  # the first run of each fills caches
                taken[name].append(one)
    base = median(each.seconds for each in taken["duckdb"])
    answers = {each.answer for runs_of in taken.values() for each in runs_of}
    for name, of in taken.items():
        seconds = median(each.seconds for each in of)
        peak = max(each.megabytes for each in of)
        print(f"  {name:8} {seconds:6.2f} s   {seconds / base:5.2f} x duckdb   {peak:5.0f} MB at most")
    mycity = median(each.seconds for each in taken["mycity"])
    allowed = base * 1.5 + 0.6
    verdict = "kept" if mycity <= allowed and max(each.megabytes for each in taken["mycity"]) <= 500 else "missed"
    print(f"  target: {allowed:.2f} s (duckdb x 1.5 + 0.6 s) and 500 MB: {verdict}; ", end="")
    print(f"all answer {answers.pop()}" if len(answers) == 1 else f"THE ANSWERS DIFFER: {sorted(answers)}")


def timed(command: list[str]) -> Taken:
    """Return what a command takes: seconds, the peak of its memory, and its answer."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        answer = process.stdout.read() if process.stdout is not None else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    return Taken(time.perf_counter() - start, usage.ru_maxrss / 1024, answer.strip())


def _program(name: str) -> str | None:
    """Return where a program is: beside Python, or on the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


if __name__ == "__main__":
    main()
