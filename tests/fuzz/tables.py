"""Mutated tables: no traceback, only documented exit codes, and the total that the rows have by themselves.

Rows are mutated cell by cell; they must add up to what the dataset does that they are converted to, and say what a
reader of nothing but figures finds in them. Files are mutated byte by byte, and must add up to what the rows do that
are read from them. `python tests/fuzz/tables.py --rows 20000 --files 3000` goes on from a seed of its own; the tests
run a few dozen.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

import duckdb

from mycity_cli.cli.main import run as run_command
from mycity_cli.errors import MycityError
from mycity_cli.exchange import converting
from mycity_cli.query import Group, Measure, Selection
from mycity_cli.query import total as total_of
from mycity_cli.query.engine import InMemory
from mycity_cli.tables.opening import open_table
from mycity_cli.tables.settings import Settings
from tables import oracle

if TYPE_CHECKING:
    from mycity_cli.query import Total

REFUSED = {2, 3}
CODES = {0, *REFUSED, 4}
AMOUNTS = [
    "52.563 billion yuan", "$1,740", "约930亿元", "7", "12.50", "", "over 5 million USD", "1亿2000万元", "1,234.50",
    "104729", "0", "1e16", "-", "n/a",
]  # fmt: skip
DATES = ["2022-11-03", "2022-11", "../2018-04", "2021/2022", "", "2022/11/03", "15/06/2022"]
PIECES = [
    "\x1b[31m", "\x00", "，", "０", "亿", "-", "e9", ".", ",", " ", "9" * 70, "NaN", "%", "'", '"', "\n", "\r",
    "\u202e", "yuan", "$", "\ue000json", "\ue000point", "\x01", "\ufeff", "{", "}", ":",
]  # fmt: skip
BYTES = [
    b'"', b"\x00", b"\xff", b"\xc3\x28", b"\n", b"\r", b"\r\n", b",", b";", b"\t", b"\xef\xbb\xbf", b"\\", b"{", b"}",
    b"[", b"]", b"null", b"NaN", b"1e400", b"12.50", b"-0", b"\\u0000", b"\\ud800", b"\x01", b"\n\n", b"9" * 40, b" ",
]  # fmt: skip
ENDINGS = [".csv", ".tsv", ".jsonl", ".parquet"]


def mutated(text: str, chance: random.Random) -> str:
    """Return a text with pieces of it taken out, doubled, or strange ones put in."""
    for _ in range(chance.choice([0, 0, 0, 1, 2])):
        at = chance.randint(0, len(text))
        match chance.randint(0, 2):
            case 0:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randint(1, 3) :]
            case _:
                text = text[:at] + text[:at][-3:] + text[at:]
    return text


def mutated_bytes(content: bytes, chance: random.Random) -> bytes:
    """Return the content of a file cut, with lines doubled, or with strange bytes put in."""
    for _ in range(chance.choice([1, 1, 2, 4])):
        at = chance.randint(0, len(content))
        match chance.randint(0, 4):
            case 0:
                content = content[:at]
            case 1:
                content = content[:at] + content[at + chance.randint(1, 20) :]
            case 2:
                lines = content.splitlines(keepends=True) or [b""]
                again = chance.randrange(len(lines))
                content = b"".join([*lines[:again], lines[again], *lines[again:]])
            case _:
                content = content[:at] + chance.choice(BYTES) + content[at:]
    return content


GOOD = {
    "city": ["Suzhou", "苏州"], "amount": ["52.563 billion yuan", "$1,740", "7 yuan", "12.50 yuan", "约930亿元", ""],
    "date": ["2022-11-03", "2022-11", ""], "projects": ["30", "about 30", ""], "source": ["paper", ""],
}  # fmt: skip


def good_rows(chance: random.Random) -> list[oracle.Cells]:
    """Return the rows of a table of which none is bad."""
    return [{name: chance.choice(texts) for name, texts in GOOD.items()} for _ in range(chance.randint(1, 8))]


def rows(chance: random.Random, most: int) -> list[oracle.Cells]:
    """Return the rows of a table."""
    choices = {
        "city": ["Suzhou", "苏州", "Xi'an"], "amount": AMOUNTS, "date": DATES, "currency": ["CNY", "USD", "", "元"],
        "projects": ["30", "about 30", "", "7个项目", "3.0"], "source": ["paper", ""],
    }  # fmt: skip
    wild = chance.choice([True, True, False])
    return [
        {
            name: mutated(chance.choice(texts), chance) if wild else chance.choice(texts)
            for name, texts in choices.items()
        }
        for _ in range(chance.randint(1, most))
    ]


def write(path: Path, cells: list[oracle.Cells]) -> None:
    """Write rows as a table of the format that the name says."""
    columns = list(cells[0])
    if path.suffix == ".parquet":
        lines = oracle.write_json_lines(path.with_suffix(".json"), cells, columns)
        texts = dict.fromkeys(columns, "VARCHAR")
        duckdb.read_json(str(lines), format="newline_delimited", columns=texts).write_parquet(str(path))
        lines.unlink()
    elif path.suffix == ".jsonl":
        oracle.write_json_lines(path, cells, columns)
    else:
        oracle.write_csv(path, cells, columns)


def shown(totals: list[Total]) -> list[object]:
    """Return what of totals must be the same."""
    return [(row.currency, row.signings, row.amount, row.projects) for row in totals]


def run(seed: int, folder: Path, most: int = 8) -> tuple[str, int]:
    """Put one table of mutated rows to mycity; return `same` or `refused`, and the number of its rows."""
    chance = random.Random(seed)  # noqa: S311  # the same tables for the same seed
    cells = rows(chance, most)
    path = folder / f"t{seed}{chance.choice(ENDINGS)}"
    write(path, cells)
    alone = {signing.id: signing for signing in oracle.dataset(cells).signings}
    settings = Settings(skip_bad=True)
    try:
        with open_table(str(path), settings) as engine:
            # With the dates: a row whose date is bad is left out only where somebody asks for one.
            found = shown(list(engine.totals(Selection(), Group.YEAR, Measure.AMOUNT).overall))
            listed = list(engine.deals(Selection()).selected.records)
            converted = converting.read(path, settings=settings).dataset
    except MycityError as error:
        if error.exit_code not in REFUSED:
            raise
        return "refused", len(cells)
    finally:
        path.unlink()
    # What a row that is left out may add is nowhere else.
    left = len(cells) - len(converted.signings)
    truth = shown(list(InMemory(converted, ["row"] * left).totals(Selection(), None, Measure.AMOUNT).overall))
    assert found == truth, f"seed {seed}: {found} is not {truth} for {cells}"
    assert shown(total_of(converted, listed)) == shown(total_of(converted, converted.signings)), (
        f"seed {seed}: the rows listed are not {truth} for {cells}"
    )
    for each in listed:
        known = alone.get(each.id)
        assert known is None or (known.amount, known.projects) == (each.amount, each.projects), (
            f"seed {seed}: row {each.id} says {each.amount}, {each.projects}, not {known.amount}, {known.projects}"
        )
    return "same", len(cells)


def run_bytes(seed: int, folder: Path) -> str:
    """Put one file of mutated bytes to mycity; return what came of it: `same`, `refused`, or `bad` for bad rows."""
    chance = random.Random(seed)  # noqa: S311  # the same files for the same seed
    path = folder / f"b{seed}{chance.choice(ENDINGS)}"
    write(path, good_rows(chance))
    content = mutated_bytes(path.read_bytes(), chance)
    path.write_bytes(content)
    is_text = path.suffix == ".parquet" or content.decode(errors="replace").encode() == content
    try:
        told = _command(seed, "total", "--data", str(path))
        total = _command(
            seed, "total", "--by", "year", "--format", "jsonl", "--data", str(path), "--skip-bad", "--max-bad", "100%"
        )
        deals = _command(seed, "deals", "--format", "jsonl", "--data", str(path), "--skip-bad")
    finally:
        path.unlink()
    if total is None and deals == "":
        return "bad"  # nothing is left to add up
    assert (total is None) == (deals is None), f"seed {seed}: only one of total and deals is refused"
    if total is None or deals is None:
        return "refused"
    listed = Counter(row["currency"] for row in map(json.loads, deals.splitlines()))
    added: Counter[str | None] = Counter()
    for row in map(json.loads, total.splitlines()):
        added[row["currency"]] += row["signings"]
    # A total does not look into columns that it does not need, and so not at what is no UTF-8 or no date there.
    assert not is_text or added.total() >= listed.total(), (
        f"seed {seed}: {added} signings are totalled, {listed} listed"
    )
    return "same" if told is not None else "bad"


def _command(seed: int, *arguments: str) -> str | None:
    """Run a command; return its result, None where it is refused."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with redirect_stdout(out), redirect_stderr(err):
        code = run_command(arguments)
    out.flush()
    err.flush()
    result, errors = (stream.buffer.getvalue().decode() for stream in (out, err))
    assert code in CODES, f"seed {seed}: {arguments} ends with {code}: {errors}"
    acting = [each for each in result + errors if not each.isprintable() and each not in "\n\t"]
    assert not acting, f"seed {seed}: {arguments} writes {acting}"
    assert "Traceback" not in errors, f"seed {seed}: {errors}"
    # Where nothing is left to add up, notes say what was left out before the error does.
    assert code in {0, 4} or errors.startswith("error: "), f"seed {seed}: {arguments} says {errors!r}"
    return result if code == 0 else None


def main() -> None:
    """Run many tables and say what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000, help="rows that are mutated cell by cell (default 20000)")
    parser.add_argument("--files", type=int, default=3000, help="files that are mutated byte by byte (default 3000)")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    start = time.monotonic()
    tables: Counter[str] = Counter()
    put: Counter[str] = Counter()
    seed = options.seed
    with tempfile.TemporaryDirectory() as folder:
        while put.total() < options.rows:
            outcome, number = run(seed, Path(folder), 60)
            tables[outcome] += 1
            put[outcome] += number
            seed += 1
        files = Counter(run_bytes(each, Path(folder)) for each in range(options.seed, options.seed + options.files))
    sys.stdout.write(f"rows: {dict(put)} in tables: {dict(tables)}\nfiles: {dict(files)}\n")
    sys.stdout.write(f"{time.monotonic() - start:.0f} s\n")


if __name__ == "__main__":
    main()
