"""How long engines take to answer, beside the same question typed into a client of their own.

A table of a million rows (dates, names in two scripts, decimals, two currencies, amounts that are missing) is put into
DuckDB, SQLite, PostgreSQL, MariaDB and Spark, those of the servers that are installed being started here on loopback;
a Parquet file of a hundred million rows is read by DuckDB; and Spark is asked for twenty million with one executor and
with two. Whole processes, interleaved; medians, and what the client itself takes of the processor.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks.loaded import ENGINES, Loaded, spark_with
from benchmarks.measuring import MYCITY, Taken, compile_mycity, program, timed, verdict
from benchmarks.tables import make_file
from engines.servers.starting import NotInstalled

_TIMES, _SECONDS = 1.5, 1.0
"""What is allowed: so many times the client, and so many seconds on top."""

_LARGE_TIMES, _LARGE_MEGABYTES = 1.3, 200
_CLIENT_SECONDS = 2.0

_SUM = "SELECT currency, sum(amount), count(*), count(amount) FROM deals"
_ENDS = ", conference, min(date), max(date), min(city), max(city), sum(projects) FROM"
QUESTIONS: dict[str, tuple[list[str], str]] = {
    "total": (["total"], f"{_SUM} GROUP BY currency"),
    "total --by quarter": (
        ["total", "--by", "quarter"],
        f"{_SUM} GROUP BY {{year}}, {{quarter}}, currency",
    ),
    "total --currency CNY": (["total", "--currency", "CNY"], f"{_SUM} WHERE currency = 'CNY' GROUP BY currency"),
    "conferences": (
        ["conferences"],
        f"{_SUM.replace(' FROM', _ENDS)} GROUP BY conference, currency",
    ),
}
"""What is asked, as the arguments of the program and as SQL."""


def main() -> None:
    """Print what each engine takes for each question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each command (default 3)")
    parser.add_argument("--scale", type=int, default=1, help="divide the number of rows by this (default 1)")
    parser.add_argument("--only", action="append", metavar="ENGINE", help="measure this one alone (repeatable)")
    options = parser.parse_args()
    compile_mycity()
    for name, started in ENGINES.items():
        if options.only and name not in options.only:
            continue
        with tempfile.TemporaryDirectory() as made, ExitStack() as stack:
            rows = 1_000_000 // options.scale
            try:
                server = stack.enter_context(started(Path(made), rows))
            except NotInstalled as error:
                print(f"{name}: skipped, {error}")
                continue
            print(f"{name}, {rows:,} rows")
            for question, (arguments, query) in QUESTIONS.items():
                own = query.format(year=server.year, quarter=server.quarter)
                _measure(question, arguments, own, server, options.runs)
    if not options.only or "parquet" in options.only:
        _measure_large(100_000_000 // options.scale, options.runs)
    if not options.only or "executors" in options.only:
        _measure_executors(20_000_000 // options.scale, options.runs)


def _measure(question: str, arguments: list[str], query: str, server: Loaded, runs: int) -> None:
    asked = [MYCITY, *arguments, "--data", server.url]
    taken = _both([*server.client, query], asked, server.env, runs)
    client, mycity = (median(each.seconds for each in of) for of in taken)
    allowed = client * _TIMES + _SECONDS
    print(f"  {question:22} client {client:6.2f} s   mycity {mycity:6.2f} s ", end="")
    print(
        f"({_processor(taken[1]):.2f} s of its processor)   allowed {allowed:.2f} s: {verdict(kept=mycity <= allowed)}"
    )


def _measure_large(rows: int, runs: int) -> None:
    tool = program("duckdb")
    if tool is None:
        print("parquet: skipped, the duckdb tool is not installed: pip install duckdb-cli")
        return
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "deals.parquet"
        make_file(path, rows, tool)
        query = f"SELECT city, sum(amount) FROM '{path}' GROUP BY city"  # noqa: S608  # a path of ours
        asked = [MYCITY, "total", "--by", "city", "--data", str(path)]
        taken = _both([tool, "-c", query], asked, {}, runs)
        client, mycity = (median(each.seconds for each in of) for of in taken)
        allowed, peak = client * _LARGE_TIMES + _SECONDS, max(each.megabytes for each in taken[1])
        kept = mycity <= allowed and peak <= _LARGE_MEGABYTES
        print(
            f"parquet, {rows:,} rows, total --by city\n  duckdb {client:.2f} s   mycity {mycity:.2f} s, {peak:.0f} MB"
        )
        print(f"  allowed {allowed:.2f} s, {_LARGE_MEGABYTES} MB: {verdict(kept=kept)}")


def _measure_executors(rows: int, runs: int) -> None:
    for executors in (1, 2):
        with tempfile.TemporaryDirectory() as made, ExitStack() as stack:
            try:
                server = stack.enter_context(spark_with(Path(made), rows, executors))
            except NotInstalled as error:
                print(f"executors: skipped, {error}")
                return
            print(f"Spark, {rows:,} rows, executors: {executors}")
            for arguments in (["total"], ["total", "--by", "city"]):
                taken = [timed([MYCITY, *arguments, "--data", server.url]) for _ in range(runs + 1)][1:]
                seconds, own = median(each.seconds for each in taken), _processor(taken)
                kept = verdict(kept=own <= _CLIENT_SECONDS)
                print(f"  {' '.join(arguments):22} {seconds:6.2f} s, {own:.2f} s of the client's processor: {kept}")


def _both(
    client: Sequence[str], asked: Sequence[str], env: dict[str, str], runs: int
) -> tuple[list[Taken], list[Taken]]:
    """Return what both commands take, in turns; the first run of each fills caches and is not among them."""
    taken = [(timed(client, env), timed(asked, env)) for _ in range(runs + 1)][1:]
    return [one for one, _ in taken], [other for _, other in taken]


def _processor(taken: Sequence[Taken]) -> float:
    return median(each.processor for each in taken)


if __name__ == "__main__":
    main()
