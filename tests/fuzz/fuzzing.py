"""What the fuzzers share: inputs that are made by chance, judged, made smaller, and kept where they ever failed."""

from __future__ import annotations

import io
import json
import os
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeVar
from unittest.mock import patch
from zlib import crc32

from mycity_cli.cli.main import run

CORPUS = Path(__file__).with_name("corpus")
"""The inputs that failed once, in a folder for each target; every run begins with them."""

CODES = frozenset({0, 1, 2, 3, 4})
"""The exit codes that are documented for what is not interrupted and not unforeseen."""

LONGEST = 10
"""The seconds of processor time that an input may take."""

_ACTING = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]")
"""What acts on a terminal, or turns a text round."""

_COLORING = frozenset(("FORCE_COLOR", "CLICOLOR_FORCE", "MYCITY_COLOR", "MYCITY_FORCE_TTY"))
"""The variables that ask for colour in a pipe."""
_COLORS = re.compile("\x1b\\[(?:0|1|2|(?:1;)?3[0-79])m")
"""The signs of colour that mycity writes."""
_KEPT = ("PATH", "TMPDIR", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
"""The variables that a run has besides those of its input."""


Whole = TypeVar("Whole", bytes, str, list[Any])


class Input(NamedTuple):
    """What is put to mycity: the bytes of a file, and its ending."""

    content: bytes
    ending: str = ".txt"

    @property
    def number(self) -> int:
        """A number that the content decides, for what is chosen in judging it: it is the same in every replay."""
        return crc32(self.content)


class Target(NamedTuple):
    """What is fuzzed: how an input is made, what judges it in an empty folder, and what could be smaller inputs.

    `judge` raises where a law is broken.
    """

    name: str
    make: Callable[[Random], Input]
    judge: Callable[[Input], None]
    smaller: Callable[[Input], Iterator[Input]]


class Failed(AssertionError):  # noqa: N818  # it is what a fuzzer looks for, and no error of its own
    """A law is broken."""


class Ran(NamedTuple):
    """What a command returned and wrote."""

    arguments: tuple[str, ...]
    code: int
    out: str
    err: str

    def __str__(self) -> str:
        """Return the command and the end of what it said."""
        return f"mycity {' '.join(self.arguments)} → {self.code}: {self.err[-300:]!r}"

    @property
    def is_refused(self) -> bool:
        """Whether the input was refused as a whole."""
        return self.code in (2, 3)


# --- running and judging -----------------------------------------------------------------------------------------


def ran(*arguments: str, variables: Mapping[str, str] | None = None, codes: frozenset[int] = CODES) -> Ran:
    """Return what a command does in this process. Raises Failed for an undocumented end, or an acting character."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True) for _ in range(2))
    own = {name: os.environ[name] for name in _KEPT if name in os.environ}
    given = {**own, "HOME": str(Path.cwd()), "COLUMNS": "80", "MYCITY_DEBUG": "1", **(variables or {})}
    empty = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with (
        patch.dict(os.environ, given, clear=True),
        patch.object(sys, "stdin", empty),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = run(arguments)
    found = Ran(arguments, code, *(_text(stream) for stream in (out, err)))
    if code not in codes or "Traceback" in found.err:
        raise Failed(str(found))
    if _COLORING.intersection(variables or {}):
        found = found._replace(out=_COLORS.sub("", found.out), err=_COLORS.sub("", found.err))
    # Scripts get the names of the files that `init` makes as they are, and workbooks are bytes.
    is_exempt = "init" in arguments or found.out.startswith("PK")
    if (acting := _ACTING.search(found.err if is_exempt else found.out + found.err)) is not None:
        raise Failed(f"{found}: writes {acting[0]!r}")
    return found


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(errors="surrogateescape")


def problem_of(target: Target, given: Input) -> str:
    """Return what is wrong with what mycity makes of an input, the trace of a bug; an empty text where nothing is."""
    with in_empty_folder():
        start = time.process_time()
        try:
            target.judge(given)
        except Failed as failed:
            return f"{failed}"
        except Exception:  # noqa: BLE001  # whatever it is, it is what is looked for
            return traceback.format_exc()
        taken = time.process_time() - start
    return f"takes {taken:.0f} s" if taken > LONGEST else ""


@contextmanager
def in_empty_folder() -> Iterator[None]:
    """Work in a new folder as long as this lasts."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="mycity-fuzz-", ignore_cleanup_errors=True) as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def inputs(target: Target, seed: object) -> Iterator[Input]:
    """Yield inputs without end, the same for the same seed."""
    number = 0
    while True:
        yield target.make(Random(f"{target.name} {seed} {number}"))  # noqa: S311  # no secret
        number += 1


# --- the corpus --------------------------------------------------------------------------------------------------


def corpus(target: Target) -> list[Path]:
    """Return the files of inputs that failed once."""
    return sorted(each for each in (CORPUS / target.name).glob("*") if each.is_file())


def read(path: Path) -> Input:
    """Return the input that a file of the corpus is."""
    return Input(path.read_bytes(), path.suffix)


def keep(target: Target, given: Input, folder: Path = CORPUS) -> Path:
    """Put an input into the corpus and return its file."""
    path = folder / target.name / f"{given.number:08x}{given.ending}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(given.content)
    return path


def kind_of(problem: str) -> str:
    """Return what of a problem is the same where one mistake shows twice."""
    lines = problem.strip().splitlines()
    where = [line.strip() for line in lines if line.startswith("  File ") and "mycity_cli" in line][-1:]
    return re.sub(r"'[^']*'|\"[^\"]*\"|[0-9a-f]+", "…", " ".join([*where, lines[-1]]))[:200]


# --- smaller inputs ----------------------------------------------------------------------------------------------


def smallest(target: Target, given: Input, seconds: float = 60) -> Input:
    """Return an input that fails in the same way and is as small as could be found in some seconds."""
    kind, end = kind_of(problem_of(target, given)), time.monotonic() + seconds
    is_smaller = True
    while is_smaller and time.monotonic() < end:
        is_smaller = False
        for candidate in target.smaller(given):
            if time.monotonic() > end:
                break
            if len(candidate.content) >= len(given.content):
                continue
            found = problem_of(target, candidate)
            if found and kind_of(found) == kind:
                given, is_smaller = candidate, True
                break
    return given


def fewer_bytes(given: Input) -> Iterator[Input]:
    """Yield inputs with pieces of one taken out, large ones first."""
    for shorter in without_pieces(given.content):
        yield given._replace(content=shorter)


def without_pieces(whole: Whole) -> Iterator[Whole]:
    """Yield a sequence with pieces of it taken out, large ones first."""
    size = len(whole)
    while size:
        for at in range(0, len(whole), size):
            yield whole[:at] + whole[at + size :]
        size //= 2


def fewer_items(given: Input) -> Iterator[Input]:
    """Yield inputs that are JSON with less in it: without items of a list or an object, or with shorter texts."""
    for value in _smaller(json.loads(given.content)):
        yield given._replace(content=as_json(value))


def as_json(value: object) -> bytes:
    """Return a value as an input in JSON."""
    return json.dumps(value, indent=1).encode()


def _smaller(value: Any) -> Iterator[Any]:
    match value:
        case str():
            yield from without_pieces(value)
        case list():
            yield from without_pieces(value)
            for at, each in enumerate(value):
                for smaller in _smaller(each):
                    yield [*value[:at], smaller, *value[at + 1 :]]
        case dict():
            for key in value:
                yield {other: each for other, each in value.items() if other != key}
            for key, each in value.items():
                for smaller in _smaller(each):
                    yield value | {key: smaller}
