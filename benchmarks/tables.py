"""How long large tables take beside the tools that only read them, and how much memory.

The total of one city is measured beside the `duckdb` tool and `jq`, a workbook beside a process that does no more than
read it with python-calamine, and a long list on a terminal by its processor time. The files are made here: CSV and
JSON Lines of a million rows, Parquet of ten and of a hundred million (which take two gigabytes of disk at full scale),
a workbook of fifty thousand. Whole processes, interleaved, so that a machine whose speed drifts is the same for all of
them; medians, ratios and the peak of memory.

Every program that answers from tables has to start Typer and SQLAlchemy: the start of an empty one with both is
measured in the same run, and allowed on top of the tool.
"""

from __future__ import annotations

import argparse
import os
import pty
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.measuring import MYCITY, Taken, compile_mycity, program, timed, verdict
from benchmarks.startup import FLOOR, drain

CITY = "Suzhou"
_ROWS = """
SELECT printf('d%08d', i) AS id, DATE '2015-01-01' + CAST(i * 7919 % 4000 AS INTEGER) AS date,
    ['Suzhou', 'Xiamen', 'Dongguan', 'Shenzhen', 'Chengdu', 'Beijing', 'Shanghai', 'Guangzhou', 'Wuhan', 'Nanjing']
    [1 + i * 31 % 10] AS city, 'Mianyang' AS promoter, 'Conference ' || i % 200 AS conference,
    ['investment', 'memorandum'][1 + i % 2] AS kind, CAST(i % 97 AS INTEGER) AS projects,
    i * 104729 % 1000000007 AS amount, 'CNY' AS currency, 'source-' || i % 50 AS source
FROM range({rows}) AS r(i)
"""
FILES = {
    "deals.csv": 1_000_000,
    "deals.jsonl": 1_000_000,
    "deals.parquet": 10_000_000,
    "deals100.parquet": 100_000_000,
}
_TOOL, _START, _MEGABYTES = 1.3, 1.0, 400
"""What is allowed: so many times the tool and so many empty programs, and so much memory."""

_SHEET_ROWS, _SHEET_COLUMNS, _READING = 50_000, 8, 1.5
_LIST_ROWS, _LIST_SECONDS = 20_000, 2.0

_OPTIONS = {".csv": "HEADER", ".jsonl": "FORMAT json", ".parquet": "FORMAT parquet"}


_MAKE_WORKBOOK = """
import sys
import duckdb, xlsxwriter

path, query = sys.argv[1:]
with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
    sheet = book.add_worksheet("deals")
    found = duckdb.sql(query)
    for at, row in enumerate([found.columns, *found.fetchall()]):
        sheet.write_row(at, 0, row)
"""
_READ_WORKBOOK = """
import sys
from python_calamine import load_workbook

print(len(load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()))
"""


def main() -> None:
    """Print what each tool takes for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default 5)")
    parser.add_argument("--scale", type=int, default=1, help="divide the number of rows by this (default 1)")
    parser.add_argument("--only", action="append", metavar="FILE", help="measure this file alone (repeatable)")
    options = parser.parse_args()
    duckdb = program("duckdb")
    if duckdb is None:
        sys.exit("the duckdb tool is not installed: pip install duckdb-cli")
    compile_mycity()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        floor = folder / "floor.py"
        floor.write_text(FLOOR.replace("import typer\n", "import sqlalchemy\nimport typer\n", 1))
        for name, rows in FILES.items():
            if not options.only or name in options.only:
                path = folder / name
                make_file(path, rows // options.scale, duckdb)
                size = path.stat().st_size / 1e6
                print(f"{name}, {rows // options.scale:,} rows, {size:.0f} MB: total of one city")
                _measure({"start": [sys.executable, str(floor)], **commands(path, duckdb)}, options.runs)
                path.unlink()
        if not options.only or "deals.xlsx" in options.only:
            _measure_workbook(folder / "deals.xlsx", _SHEET_ROWS // options.scale, options.runs)
        if not options.only or "list" in options.only:
            path = folder / "list.csv"
            make_file(path, _LIST_ROWS // options.scale, duckdb)
            _measure_list(path, _LIST_ROWS // options.scale, options.runs)


def make_file(path: Path, rows: int, duckdb: str) -> None:
    """Make a file of so many rows in the format of its ending, by the `duckdb` tool."""
    # In no order: a hundred million rows would otherwise be held in memory.
    query = f"COPY ({_ROWS.format(rows=rows)}) TO '{path}' ({_OPTIONS[path.suffix]})"
    quick = "SET preserve_insertion_order = false; " if rows > 10_000_000 else ""
    subprocess.run([duckdb, "-c", f"{quick}{query}"], check=True, capture_output=True)


def commands(path: Path, duckdb: str) -> dict[str, list[str]]:
    """Return the commands that answer the question, by the name of their tool."""
    query = f"SELECT CAST(sum(CAST(amount AS DECIMAL(38, 0))) AS VARCHAR) FROM '{path}' WHERE city = '{CITY}'"  # noqa: S608
    found = {
        "duckdb": [duckdb, "-noheader", "-list", "-c", query],
        "mycity": [MYCITY, "total", "--city", CITY, "--data", str(path)],
    }
    jq = program("jq")
    if path.suffix == ".jsonl" and jq is not None:
        sum_up = f'reduce (inputs | select(.city == "{CITY}") | .amount) as $each (0; . + $each)'
        found["jq"] = [jq, "-n", sum_up, str(path)]
    elif path.suffix == ".jsonl":
        print("  jq is not installed")
    return found


def _measure(tools: dict[str, list[str]], runs: int) -> None:
    taken = _taken(tools, runs)
    answers = {each.answer for name, of in taken.items() if name != "start" for each in of}
    base, start = (median(each.seconds for each in taken[name]) for name in ("duckdb", "start"))
    for name, of in taken.items():
        seconds = median(each.seconds for each in of)
        print(f"  {name:8} {seconds:6.2f} s   {seconds / base:5.2f} x duckdb   {_peak(of):5.0f} MB at most")
    mycity = median(each.seconds for each in taken["mycity"])
    allowed = base * _TOOL + start * _START
    kept = mycity <= allowed and _peak(taken["mycity"]) <= _MEGABYTES
    print(f"  target: {allowed:.2f} s (duckdb x {_TOOL} + start x {_START}) and {_MEGABYTES} MB: ", end="")
    print(f"{verdict(kept=kept)}; ", end="")
    print(f"all answer {answers.pop()}" if len(answers) == 1 else f"THE ANSWERS DIFFER: {sorted(answers)}")


def _measure_workbook(path: Path, rows: int, runs: int) -> None:
    columns = "id, date::VARCHAR AS date, city, promoter, projects, amount, currency, source"
    query = f"SELECT {columns} FROM ({_ROWS.format(rows=rows)})"  # noqa: S608
    subprocess.run([sys.executable, "-c", _MAKE_WORKBOOK, str(path), query], check=True)
    print(f"{path.name}, {rows:,} rows, {_SHEET_COLUMNS} columns: total of one city")
    total = [MYCITY, "total", "--city", CITY, "--data", str(path)]
    if (done := subprocess.run(total, capture_output=True, text=True, check=False)).returncode:
        print(f"  mycity cannot read it: {done.stderr.partition(chr(10))[0]}")
        return
    reading = [sys.executable, "-c", _READ_WORKBOOK, str(path)]
    taken = _taken({"calamine": reading, "mycity": total}, runs)
    base = median(each.seconds for each in taken["calamine"])
    for name, of in taken.items():
        seconds = median(each.seconds for each in of)
        print(f"  {name:8} {seconds:6.2f} s   {seconds / base:5.2f} x calamine {_peak(of):5.0f} MB at most")
    mycity = median(each.seconds for each in taken["mycity"])
    print(f"  target: {base * _READING:.2f} s (calamine x {_READING}): {verdict(kept=mycity <= base * _READING)}")


def _measure_list(path: Path, rows: int, runs: int) -> None:
    print(f"{path.name}, {rows:,} rows: deals as a table on a terminal")
    seconds = median(_on_terminal([MYCITY, "deals", "--data", str(path)]) for _ in range(runs))
    told = verdict(kept=seconds <= _LIST_SECONDS)
    print(f"  mycity   {seconds:6.2f} s of processor\n  target: {_LIST_SECONDS:.2f} s of processor: {told}")


def _on_terminal(command: Sequence[str]) -> float:
    """Return the seconds of processor, of the user and the system, that a command takes that writes to a terminal."""
    pid, descriptor = pty.fork()
    if pid == 0:
        os.environ["PAGER"] = "cat"  # nobody is there to leave one
        os.execv(command[0], list(command))  # noqa: S606  # the child becomes the command that is timed
    drain(descriptor)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime


def _taken(tools: dict[str, list[str]], runs: int) -> dict[str, list[Taken]]:
    """Return what each tool takes, by its name; the first run of each fills caches and is not among them."""
    taken: dict[str, list[Taken]] = {name: [] for name in tools}
    for run in range(runs + 1):
        for name, command in tools.items():
            if name == "jq" and run > 1:
                continue  # it takes many times as long: one run tells enough
            one = timed(command)
            if run:
                taken[name].append(one)
    return taken


def _peak(taken: Sequence[Taken]) -> float:
    return max(each.megabytes for each in taken)


if __name__ == "__main__":
    main()
