"""What a user gets where mycity itself is wrong: one line, no secret, an exit code of its own, the trace on request."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mycity_cli.cli.app import COMMANDS
from running import Mycity, Result, process

HELP = "help: this is a mistake in mycity: please report it, with the command; MYCITY_DEBUG=1 shows where it happened\n"


class Panic(BaseException):
    """What libraries of other languages raise that is no Exception."""


class Speechless(Exception):  # noqa: N818
    """An exception that fails to say what it is."""

    def __str__(self) -> str:
        raise ValueError("no words")


def broken(mycity: Mycity, error: BaseException) -> None:
    """Make every command fail with an exception before it does anything."""

    def fail(*_: Any, **__: Any) -> Any:
        raise error

    mycity.monkeypatch.setattr("mycity_cli.cli.commands.import_module", fail)


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unforeseen_exception_in_any_command_is_one_line(mycity: Mycity, command: str) -> None:
    broken(mycity, IndexError("list index out of range\nand more"))
    told = f"error: unexpected: IndexError: list index out of range\n{HELP}"
    assert mycity(command) == Result(70, "", told)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError(), "ValueError"),
        (ValueError("\n\x1b[2J [red]\nx"), "ValueError: \\x1b[2J [red]"),
        (ZeroDivisionError("division by zero"), "ZeroDivisionError: division by zero"),
        (RecursionError("too deep"), "RecursionError: too deep"),
        (MemoryError(), "MemoryError"),
        (AssertionError("x" * 400), f"AssertionError: {'x' * 300}…"),
        (Panic("a library fell over"), "Panic: a library fell over"),
        (Speechless(), "Speechless"),
        (OSError("of no file"), "OSError: of no file"),
        (ValueError("db://me:secret@host/db"), "ValueError: db://me:***@host/db"),
    ],
)
def test_of_each_exception_its_type_and_the_first_line_are_told(
    mycity: Mycity, error: BaseException, told: str
) -> None:
    broken(mycity, error)
    assert mycity("deals") == Result(70, "", f"error: unexpected: {told}\n{HELP}")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:top%20secret@host/db#deals",
        "postgresql://me@host/db?password=top%20secret#deals",
        "postgresql://me@srv:top%20secret@host/db#deals",
    ],
)
@pytest.mark.parametrize("debug", ["0", "1"])
@pytest.mark.parametrize("by", ["--data", "MYCITY_DATA"])
def test_no_password_of_a_url_is_told(mycity: Mycity, url: str, debug: str, by: str) -> None:
    mycity.monkeypatch.setenv("MYCITY_DEBUG", debug)
    broken(mycity, ValueError(f"cannot log in with 'top secret' or {url}"))
    if by == "MYCITY_DATA":
        mycity.monkeypatch.setenv(by, url)
    result = mycity("deals", *(["--data", url] if by == "--data" else []))
    assert result.code == 70
    assert "cannot log in with '***'" in result.err
    assert "secret" not in result.err


def test_the_trace_is_shown_where_it_is_asked_for(mycity: Mycity) -> None:
    broken(mycity, ValueError("why\x1b[2J"))
    mycity.monkeypatch.setenv("MYCITY_DEBUG", "1")
    result = mycity("deals")
    assert (result.code, result.out) == (70, "")
    assert result.err.startswith("Traceback (most recent call last):\n")
    assert result.err.endswith("\nValueError: why\\x1b[2J\n")


@pytest.mark.parametrize("value", ["", "0"])
def test_the_trace_is_not_shown_where_it_is_refused(mycity: Mycity, value: str) -> None:
    broken(mycity, ValueError("why"))
    mycity.monkeypatch.setenv("MYCITY_DEBUG", value)
    assert mycity("deals").err == f"error: unexpected: ValueError: why\n{HELP}"


def test_what_the_system_refuses_of_a_file_is_no_mistake_of_mycity(mycity: Mycity) -> None:
    broken(mycity, PermissionError(13, "Permission denied", "/somewhere/x"))
    assert mycity("deals") == Result(3, "", "error: /somewhere/x: Permission denied\n")


def test_a_failure_while_modules_load_has_the_same_exit_code() -> None:
    code = "import sys; sys.modules['typer'] = None; from mycity_cli.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (70, "")
    assert done.stderr.startswith("error: unexpected: ModuleNotFoundError: ")
    assert done.stderr.endswith(f"\n{HELP}")
    assert len(done.stderr.splitlines()) == 2


def test_the_exit_code_is_told_by_help() -> None:
    assert "70" in process("--help").out


def broken_for(mycity: Mycity, name: str, bad: str) -> None:
    """Make a function fail where one of its arguments holds a text, by its full name."""
    from pkgutil import resolve_name

    real = resolve_name(name)

    def maybe(*given: Any, **named: Any) -> Any:
        if any(bad in str(each) for each in given):
            raise ZeroDivisionError("no foresight")
        return real(*given, **named)

    mycity.monkeypatch.setattr(name.replace(":", "."), maybe)


def told_of(name: str | Path) -> str:
    """Return what is told where one of several inputs meets an unforeseen exception."""
    return f"error: {name}: unexpected: ZeroDivisionError: no foresight\n{HELP}"


@pytest.mark.parametrize("format", ["tsv", "json", "table", "sarif", "github"])
def test_one_release_that_cannot_be_audited_costs_one_release(mycity: Mycity, tmp_path: Path, format: str) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"In {name}x 30 projects were signed: 20 and 11 projects.\n")
    broken_for(mycity, "mycity_cli.cli.releases:audit", "bx")
    result = mycity("audit", tmp_path, "-f", format)
    assert result.code == 70
    assert told_of(tmp_path / "b.txt") in result.err
    assert "a.txt" in result.out
    assert "c.txt" in result.out
    # Beside others a false relation is told by the worst of all codes; alone by its own.
    assert mycity("audit", tmp_path / "a.txt", "-q").code == mycity("audit", tmp_path / "c.txt", "-q").code != 70


def test_the_trace_of_one_release_is_shown_in_its_place(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text("In bx 30 projects were signed.\n")
    broken_for(mycity, "mycity_cli.cli.releases:audit", "bx")
    mycity.monkeypatch.setenv("MYCITY_DEBUG", "1")
    result = mycity("audit", path)
    assert result.code == 70
    assert result.err.startswith("Traceback (most recent call last):\n")


def test_one_statement_that_cannot_be_decided_costs_one_statement(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    path.write_text("Suzhou > Xiamen\nSuzhou > 1 yuan\nSuzhou < Xiamen\n")
    broken_for(mycity, "mycity_cli.statement.checker:parse", "1 yuan")
    result = mycity("check", "--file", path, "--columns", "verdict")
    assert result == Result(70, "true\nfalse\n", told_of(f"{path}:2"))


def test_one_file_that_cannot_be_validated_costs_one_file(mycity: Mycity, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.json").write_text("{}")
    broken_for(mycity, "mycity_cli.cli.data.validate:parse", "{}")
    files = [tmp_path / f"{name}.json" for name in ("a", "b")]
    assert mycity("data", "validate", *files) == Result(70, "", "".join(map(told_of, files)))
