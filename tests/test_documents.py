"""The examples in the README and the docs are real: every console block is run, and shows what a terminal shows.

The blocks of a page are run from top to bottom in one empty folder. A block that starts with ```json file=NAME is
written to that file there, so that a page can make the files it talks about: ```csv file=NAME.xlsx makes a workbook of
such cells, and ```csv file=NAME.csv encoding=gb18030 writes the text in that encoding.

`UPDATE_DOCUMENTS=1 make check` writes what the commands show into the documents.
"""

from __future__ import annotations

import csv
import os
import re
from datetime import datetime
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mycity_cli.cli.offers import columns_of
from mycity_cli.dataset import load
from running import on_terminal

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "README.zh.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted(DOCS.rglob("*.md")),
]
BLOCK = re.compile(r"^```(\w*)(?: file=(\S+))?(?: encoding=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
UPDATE = "UPDATE_DOCUMENTS" in os.environ
WITH_TABLES = find_spec("duckdb_engine") is not None
WITHOUT = [
    word
    for library, words in (
        ("duckdb_engine", (".xlsx", ".parquet")),
        ("jinja2", (".html", ".svg", ".png")),
        ("jq", ("--jq",)),
    )
    if find_spec(library) is None
    for word in words
]
"""What names a file or an option that needs an extra which is not installed."""


class Example(NamedTuple):
    """A command, and what stands below it in the document."""

    command: str
    shown: str


def examples(block: str) -> list[Example]:
    """Return the commands of a block, each a line that starts with `$`, with what they show."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)
    assert parts[0] == "", "a console block starts with a command"
    return [Example(command, shown) for command, shown in zip(parts[1::2], parts[2::2], strict=True)]


def run(command: str, folder: Path) -> str:
    """Return what a terminal 80 columns wide shows of a command line; without colour, as a document has none."""
    # Where the result goes into a pipe, notes on standard error would stand anywhere beside it.
    line = f"{{ {command}\n}} 2>/dev/null" if "|" in command else command
    return on_terminal(["env", "NO_COLOR=1", "bash", "-c", line], columns=80, cwd=folder)[1]


class Block(NamedTuple):
    """A fenced block of a document: its language, the file that it is, if any, and its text."""

    language: str
    file: str
    encoding: str
    text: str

    def write(self, folder: Path) -> None:
        """Write the file that the block is; of an ending .xlsx it is a workbook with such cells."""
        path = folder / self.file
        if path.suffix == ".xlsx":
            from tables.workbooks import workbook

            path.write_bytes(workbook(Sheet1=self._fill))
        else:
            path.write_bytes(self.text.encode(self.encoding or "utf-8"))

    def _fill(self, sheet: Any, book: Any) -> None:
        """Write the cells of the block into a sheet: numbers as numbers, days as days."""
        day = book.add_format({"num_format": "yyyy/m/d"})
        for row, cells in enumerate(csv.reader(self.text.splitlines())):
            for column, cell in enumerate(cells):
                if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
                    sheet.write_datetime(row, column, datetime.fromisoformat(cell), day)
                else:
                    sheet.write(row, column, Decimal(cell) if re.fullmatch(r"\d+(\.\d+)?", cell) else cell)


def name_of(path: Path) -> str:
    """Return the name of a document: its path below `docs`, so that pages of one name in two folders are told apart."""
    return path.relative_to(DOCS if path.is_relative_to(DOCS) else ROOT).as_posix()


def blocks(path: Path) -> list[Block]:
    return [Block(*block) for block in BLOCK.findall(path.read_text(encoding="utf-8"))]


WITH_EXAMPLES = [path for path in DOCUMENTS if any(block.language == "console" for block in blocks(path))]


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=name_of)
def test_the_examples_show_what_the_commands_show(path: Path, tmp_path: Path) -> None:
    if name_of(path) == "tables.md":
        pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    tables = [block.file for block in blocks(path) if block.file.endswith((".csv", ".xlsx"))]
    for block in blocks(path):
        # Without an extra a page is run without what needs it, such as what reads its tables.
        if block.language == "console" and any(word in block.text for word in WITHOUT):
            continue
        if not WITH_TABLES and (block.file in tables or any(table in block.text for table in tables)):
            continue
        if block.file:
            block.write(tmp_path)
        if block.language == "console":
            real = "".join(f"$ {each.command}\n{run(each.command, tmp_path)}" for each in examples(block.text))
            if UPDATE:
                path.write_text(path.read_text(encoding="utf-8").replace(block.text, real), encoding="utf-8")
            else:
                assert real == block.text


def test_the_documents_have_examples() -> None:
    names = {name_of(path) for path in WITH_EXAMPLES}
    assert names >= {"README.md", "datasets.md", "tutorial/release-to-claim.md", "how-to/check-a-claim.md"}
    assert len(names) == len(WITH_EXAMPLES)


@pytest.mark.parametrize(
    "command", ["deals", "total", "conferences", "facts", "sources", "cities", "check", "claims", "audit"]
)
def test_every_column_is_documented(command: str) -> None:
    page = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
    section = page.split(f"\n### {command}\n", 1)[1].split("\n### ", 1)[0]
    assert [column for column in columns_of(command, load()) if f"`{column}`" not in section] == []
