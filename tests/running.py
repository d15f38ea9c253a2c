"""Running mycity as its users do: in a pipe, on a terminal, as a process of its own."""

from __future__ import annotations

import io
import os
import pty
import re
import struct
import subprocess
import sys
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from typing import TYPE_CHECKING

from mycity_cli.cli.language import choose
from mycity_cli.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

MYCITY = [sys.executable, "-m", "mycity_cli"]


@dataclass(frozen=True)
class Result:
    """What a command returned and wrote."""

    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A standard stream that is a terminal, or not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode()


class Mycity:
    """Calls mycity in this process; `columns` is the width of the terminal it writes to, None for a pipe."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(self, *arguments: str | Path, columns: int | None = None) -> Result:
        out, err = Stream(terminal=columns is not None), Stream(terminal=columns is not None)
        with self.monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setenv("COLUMNS", str(columns or 80))
            code = run([str(argument) for argument in arguments])
        # What a test asks for itself, without a command line, is in the language of the system again.
        choose(())
        return Result(code, out.text(), err.text())


def process(*arguments: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Result:
    """Return what mycity does as a process of its own, in a pipe."""
    command = [*MYCITY, *map(str, arguments)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=cwd, env={**os.environ, **(env or {})}
    )
    return Result(done.returncode, done.stdout, done.stderr)


def english_in(text: str) -> list[str]:
    """Return what reads as English in a text in another language: words beside each other that are no command."""
    found = re.findall(r"(?<![-\w])[A-Za-z]{2,}[,;:.]? [a-z]{2,}", text)
    return [words for words in found if not words.startswith(("mycity ", "pip "))]


def on_terminal(command: list[str], *, columns: int, cwd: Path | None = None) -> tuple[int, str]:
    """Return the exit code of a command, and everything that a terminal so many columns wide shows of it."""
    pid, descriptor = pty.fork()
    if pid == 0:
        ioctl(1, TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.chdir(cwd or Path.cwd())
        # Given whole: readline, where something imports it, puts a COLUMNS of its own behind the back of os.environ.
        env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
        env |= {"TERM": "xterm", "PAGER": "cat", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
        os.execvpe(command[0], command, env)  # noqa: S606  # the child becomes the command
    shown = b""
    try:
        while piece := os.read(descriptor, 65536):
            shown += piece
    except OSError:  # Linux reports the end of a terminal as an input/output error
        pass
    os.close(descriptor)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode().replace("\r\n", "\n")
