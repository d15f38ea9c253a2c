"""What happens to the streams changes neither a verdict nor the reason that is told."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from running import MYCITY, Result

TRUE, FALSE, UNDECIDED = "Suzhou > Xiamen", "Suzhou < Xiamen", "total > 92.913 billion yuan"
RELEASE = "Suqian signed 30 projects: 20 in industry and 11 in services.\n"
CLAIM = """{"places": [{"id": "s", "name": "Suzhou"}], "sources": [{"id": "p", "title": "P", "publisher": "Q",
 "language": "en"}], "claims": [{"id": "c", "text": "t", "statement": "1 > 2", "sources": [{"id": "p"}]}]}"""


def shell(command: str, folder: Path) -> Result:
    """Return what bash does with a command in a folder; MYCITY is mycity, and its exit code the last line."""
    text = command.replace("MYCITY", " ".join(MYCITY))
    done = subprocess.run(["bash", "-c", text], capture_output=True, text=True, check=False, cwd=folder, timeout=300)
    return Result(done.returncode, done.stdout, done.stderr)


def without_a_reader(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Return what mycity does in a pipe of which the reader has gone before anything is written."""
    reader, writer = os.pipe()
    os.close(reader)
    text = ["bash", "-c", f"{' '.join(MYCITY)} {command}"]
    try:
        return subprocess.run(text, stdout=writer, stderr=subprocess.PIPE, text=True, check=False, cwd=folder)
    finally:
        os.close(writer)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one of everything that is false, undecided or wrong."""
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "bad.json").write_text('{"colour": 1}', encoding="utf-8")
    (tmp_path / "claim.json").write_text(CLAIM, encoding="utf-8")
    many = [TRUE] * 1_500
    (tmp_path / "last.txt").write_text("\n".join([*many, FALSE]), encoding="utf-8")
    (tmp_path / "bad.csv").write_text("city,amount\nSuzhou,x\nSuzhou,1 yuan\n", encoding="utf-8")
    return tmp_path


NO = [
    (f"check '{FALSE}'", 1),
    (f"check '{FALSE}' -f json", 1),
    (f"check '{FALSE}' -f xlsx", 1),
    (f"check '{FALSE}' -f table", 1),
    (f"check '{UNDECIDED}'", 4),
    ("check --file last.txt", 1),
    ("check --file last.txt -f json", 1),
    ("check --file last.txt -f table", 1),
    ("check - < last.txt", 1),
    ("audit release.txt", 1),
    ("audit release.txt -f json", 1),
    ("audit release.txt -f sarif", 1),
    ("audit release.txt -f table", 1),
    ("audit release.txt --propose", 1),
    ("audit release.txt missing.txt", 3),
    ("claims --data claim.json", 1),
    ("claims --data claim.json -f json", 1),
    ("claims show c --data claim.json", 1),
    ("data validate bad.json", 1),
    ("data validate bad.json -f json", 1),
    ("total --data bad.csv --skip-bad", 4),
    ("total --data bad.csv --skip-bad -f json", 4),
]


@pytest.mark.parametrize(("command", "code"), NO)
def test_a_closed_pipe_turns_no_into_no_yes(folder: Path, command: str, code: int) -> None:
    done = without_a_reader(command, folder)
    assert done.returncode == code
    assert "Broken pipe" not in done.stderr


def test_a_closed_pipe_is_success_where_there_is_nothing_to_deny(folder: Path) -> None:
    for command in (f"check '{TRUE}'", "deals", "total", "claims", "show pandas", "--help", "--version", "data schema"):
        done = without_a_reader(command, folder)
        assert (done.returncode, done.stderr) == (0, "")


def test_statements_without_end_end_with_their_reader(folder: Path) -> None:
    """What has no verdict then is undecided."""
    for statement, code in ((TRUE, 4), (FALSE, 1)):
        command = f"yes '{statement}' | MYCITY check - | head -n 1; echo ${{PIPESTATUS[1]}}"
        assert shell(command, folder).out.splitlines()[1] == str(code)


@pytest.mark.parametrize(
    ("command", "code"), [*NO, ("totl", 2), ("deals", 0), ("deals --year 2017", 0), ("check x", 2), ("show y", 2)]
)
def test_notes_and_errors_that_nobody_takes_change_no_exit_code(folder: Path, command: str, code: int) -> None:
    assert shell(f"MYCITY {command} 2>/dev/full >/dev/null; echo $?", folder).out == f"{code}\n"
    assert shell(f"MYCITY {command} 2>&- >/dev/null; echo $?", folder).out == f"{code}\n"


@pytest.mark.parametrize(
    "command", ["--help", "deals --help", "--version", "data", "deals", "deals -f xlsx", "data schema"]
)
def test_a_full_disk_is_told_of_whatever_is_written(folder: Path, command: str) -> None:
    told = "error: standard output: cannot be written: No space left on device\n"
    assert shell(f"MYCITY {command} >/dev/full", folder) == Result(3, "", told)


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("check - 0>out", "standard input"),
        ("check --file .", "."),
        ("audit - 0>out", "standard input"),
        ("total --data - 0>out", "standard input"),
        ("deals --data - --from csv 0>out", "standard input"),
        ("claims --data - 0>out", "standard input"),
        ("data validate - 0>out", "standard input"),
        ("data profile - 0>out", "standard input"),
    ],
)
def test_an_input_that_cannot_be_read_is_told_as_such(folder: Path, command: str, name: str) -> None:
    result = shell(f"MYCITY {command}", folder)
    assert (result.code, result.out) == (3, "")
    why = "Is a directory" if name == "." else "Bad file descriptor"
    assert result.err == f"error: {name}: cannot be read: {why}\n"


def test_a_closed_output_matters_where_something_is_written(folder: Path) -> None:
    assert shell(f"MYCITY check --quiet '{FALSE}' >&-", folder) == Result(1, "", "")
    assert shell("MYCITY deals -o deals.csv >&-", folder) == Result(0, "", "")
    for command in ("deals", "deals -f xlsx", f"check '{FALSE}'", "--version", "--help"):
        assert shell(f"MYCITY {command} >&-", folder) == Result(3, "", "error: standard output: is closed\n")


def test_a_file_of_statements_that_cannot_be_read_costs_that_file(folder: Path) -> None:
    (folder / "good.txt").write_text(TRUE, encoding="utf-8")
    result = shell("MYCITY check --file missing.txt --file good.txt --columns verdict,statement", folder)
    told = "error: missing.txt: cannot be read: No such file or directory\n"
    assert result == Result(3, f"true\t{TRUE}\n", told)
