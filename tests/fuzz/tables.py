"""Tables of every source at random: their rows by the laws of `table_laws`, some with their bytes mutated, and cells.

A file is a table of `table_files` in JSON, with the ending `.rows`, or the file itself where its bytes were mutated.
The cells of the target `cells` must add up to what the dataset does that they are converted to, and say what a reader
of nothing but figures finds in them.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import duckdb

from fuzz.fuzzing import Failed, Input, Target, as_json, fewer_bytes, fewer_items, in_empty_folder
from fuzz.table_files import SOURCES, some_table
from fuzz.table_files import write as write_table
from fuzz.table_laws import require_laws
from mycity_cli.errors import MycityError
from mycity_cli.exchange import converting
from mycity_cli.query import Group, Measure, Selection
from mycity_cli.query import total as total_of
from mycity_cli.query.engine import InMemory
from mycity_cli.tables.opening import open_table
from mycity_cli.tables.peeking import is_table_in_json
from mycity_cli.tables.settings import Settings
from tables import oracle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mycity_cli.query import Total

ROWS = ".rows"
"""The ending of a table in JSON."""

REFUSED = {2, 3}
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


def mutated(text: str, chance: Random) -> str:
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


def mutated_bytes(content: bytes, chance: Random) -> bytes:
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


# --- rows of every source ----------------------------------------------------------------------------------------


def make(source: str, chance: Random) -> Input:
    """Return a table of a source."""
    table = some_table(chance, source)
    if chance.random() < 0.75:
        return Input(as_json(table), ROWS)
    with in_empty_folder():
        write_table(table)
        return Input(mutated_bytes(Path(f"deals.{source}").read_bytes(), chance), f".{source}")


def judge(given: Input) -> None:
    """Ask a table by every command."""
    if given.ending == ROWS:
        require_laws(*write_table(json.loads(given.content)))
        return
    path = Path(f"deals{given.ending}")
    path.write_bytes(given.content)
    if given.ending == ".json" and not is_table_in_json(given.content):
        return  # it may be a dataset, of which `validate` tells otherwise than of a table
    require_laws(f"{path}#deals" if given.ending in (".sqlite", ".duckdb") else str(path))


def smaller(given: Input) -> Iterator[Input]:
    """Yield tables with less in them."""
    if given.ending != ROWS:
        yield from fewer_bytes(given)
        return
    table = json.loads(given.content)
    for each in fewer_items(given._replace(content=as_json(table["rows"]))):
        rows = json.loads(each.content)
        if rows and all(type(row) is type(table["rows"][0]) for row in rows):
            yield given._replace(content=as_json(table | {"rows": rows}))


# --- cells -------------------------------------------------------------------------------------------------------


def rows(chance: Random, most: int) -> list[oracle.Cells]:
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


def make_cells(chance: Random) -> Input:
    """Return the rows of a table, as texts, with the ending of the file that they are put into."""
    return Input(as_json({"ending": chance.choice(ENDINGS), "rows": rows(chance, chance.choice((8, 8, 60)))}), ".json")


def judge_cells(given: Input) -> None:
    """Put one table of cells to mycity. Raises Failed where what it adds up is not what is there."""
    asked = json.loads(given.content)
    cells = asked["rows"]
    path = Path(f"cells{asked['ending']}")
    write(path, cells)
    alone = {signing.id: signing for signing in oracle.dataset(cells).signings}
    # The oracle reads each cell by itself: what others say of its signs is told to the table as well.
    settings = Settings(skip_bad=True, decimal=".")
    try:
        with open_table(str(path), settings) as engine:
            # With the dates: a row whose date is bad is left out only where somebody asks for one.
            found = shown(list(engine.totals(Selection(), Group.YEAR, Measure.AMOUNT).overall))
            listed = list(engine.deals(Selection()).selected.records)
            converted = converting.read(path, settings=settings).dataset
    except MycityError as error:
        if error.exit_code not in REFUSED:
            raise
        return
    # What a row that is left out may add is nowhere else.
    left = len(cells) - len(converted.signings)
    truth = shown(list(InMemory(converted, ["row"] * left).totals(Selection(), None, Measure.AMOUNT).overall))
    if found != truth:
        raise Failed(f"{found} is not {truth}")
    if shown(total_of(converted, listed)) != shown(total_of(converted, converted.signings)):
        raise Failed(f"the rows listed are not {truth}")
    for each in listed:
        known = alone.get(each.id)
        if known is not None and (known.amount, known.projects) != (each.amount, each.projects):
            raise Failed(f"row {each.id} says {each.amount}, {each.projects}, not {known.amount}, {known.projects}")


TARGETS = (
    *(Target(f"tables-{source}", partial(make, source), judge, smaller) for source in SOURCES),
    Target("cells", make_cells, judge_cells, fewer_items),
)
