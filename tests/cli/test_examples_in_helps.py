"""Every command that a help or a topic shows can be run, and gives an answer."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from making_documents import ENGLISH, word
from mycity_cli.bundled import bundled
from mycity_cli.cli.app import root_command
from mycity_cli.cli.described import all_commands, command_at, described
from mycity_cli.exit_codes import ExitCode
from mycity_cli.manual import TOPICS, topic
from mycity_cli.manual.topic_text import commands_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from running import Mycity

ANSWERS = (ExitCode.DONE, ExitCode.NO, ExitCode.UNSETTLED)
TABLE = "Host City,city,date,amount,currency\nLinz,Linz,2022-03-04,5,USD\n"


def examples() -> Iterator[str]:
    """Yield the examples of all helps and topics, each once."""
    root = root_command()
    for names in [(), *all_commands(root)]:
        found = command_at(root, names)
        assert found is not None
        yield from described(*found).examples
    for name in TOPICS:
        yield from commands_of(topic(name))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the files that examples name, in which mycity works."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "releases").mkdir()
    for name in ("release.txt", "releases/one.txt", "news.html"):
        (tmp_path / name).write_text(ENGLISH)
    (tmp_path / "release.docx").write_bytes(word(ENGLISH))
    (tmp_path / "statements.txt").write_text("Suzhou > Xiamen\n")
    for name in ("deals", "figures", "all", "2022", "2023", "ours", "theirs"):
        shutil.copy(bundled(), tmp_path / f"{name}.json")
    (tmp_path / "deals.csv").write_text('city,date,amount\nLinz,2022-03-04,"5,5"\n')
    return tmp_path


def workbooks(folder: Path) -> None:
    """Write the workbooks that examples name."""
    from tables.workbooks import workbook

    for name in ("deals.xlsx", "theirs.xlsx"):
        content = workbook(
            Deals=lambda sheet, _: [
                sheet.write_row(row, 0, line.split(",")) for row, line in enumerate(TABLE.splitlines())
            ]
        )
        (folder / name).write_bytes(content)


def run(mycity: Mycity, line: str, read: str | None = None) -> tuple[int, str]:
    """Return the exit code of a command line, and what it writes; `read` is what stands on standard input."""
    before, pipe, after = line.partition(" | ")
    if pipe:
        code, out = (0, _fetched(before)) if before.startswith("curl ") else run(mycity, before)
        assert code == 0, before
        return run(mycity, after, out)
    line = re.split(r" > [\w.]+$| && ", line)[0]
    words = shlex.split(line)
    with mycity.monkeypatch.context() as patch:
        while "=" in words[0]:
            patch.setenv(*words.pop(0).split("=", 1))
        if read is not None:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(read.encode())))
        result = mycity(*words[1:])
    assert not result.err.startswith("error:"), result.err
    return result.code, result.out


def _fetched(curl: str) -> str:
    return Path(curl.rpartition("/")[2]).read_text(encoding="utf-8")


@pytest.mark.parametrize("example", dict.fromkeys(examples()))
def test_every_example_gives_an_answer(mycity: Mycity, here: Path, example: str) -> None:
    if re.search(r"\.(xlsx|csv|sqlite)\b", example) and "--format" not in example:
        pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
        workbooks(here)
        if "convert signings.csv" in example:
            assert mycity("data", "convert", "deals.json", "signings.csv").code == 0
    if ".docx" in example:
        pytest.importorskip("mammoth", reason="the extra documents is not installed")
    for target in re.findall(r"(?:-o|--output|xlsx) (\w\S+)", example):
        if "--force" not in example:
            Path(target).unlink(missing_ok=True)
    code, _ = run(mycity, example)
    assert code in ANSWERS
