"""The terminal and the standard streams: what they can show, and how results and notes reach them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from mycity_cli.cli.language import language
from mycity_cli.cli.terminal import columns, is_colored, is_terminal, painted
from mycity_cli.errors import WIDTH, DataError, MycityError, visible
from mycity_cli.exit_codes import ExitCode
from mycity_cli.messages import Language, say, told
from mycity_cli.passwords import hidden_in


def prepare() -> None:
    """Make the streams write every character: one that their encoding lacks is written out, not an error.

    A standard output that is closed is one that nothing can be written to, which matters where something is. Without
    standard error, notes and errors go nowhere.
    """
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # open as long as the process
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # as that
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace", newline="\n")


def on_terminal() -> bool:
    """Return whether results go to a terminal, or are to be written as if they did."""
    return is_terminal(sys.stdout)


def width() -> int | None:
    """Return how many cells wide the terminal is; None where results go elsewhere, which has no width."""
    return columns() if on_terminal() else None


def colored(asked: str | None = None) -> bool:
    """Return whether results may be coloured; `asked` is what the option --color says."""
    return is_colored(sys.stdout, asked)


_BLOCK = 8192


class OutputClosed(Exception):  # noqa: N818  # no error: whoever read the output has seen enough
    """Standard output was closed at its other end. Typer would make an exit code of 1 of a BrokenPipeError."""


def print_result(pieces: Iterable[str] | Iterable[bytes]) -> None:
    """Write a result to standard output, as text or bytes.

    Raises OutputClosed where nobody reads it any more, and DataError where it takes no more.
    """
    # To a terminal each piece goes at once; elsewhere in blocks, also where Python is told not to buffer.
    block = 1 if on_terminal() else _BLOCK
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        if isinstance(piece, bytes):
            _write_bytes(piece)
            continue
        waiting.append(piece)
        size += len(piece)
        if size >= block:
            _write("".join(waiting))
            waiting, size = [], 0
    _write("".join(waiting))
    flush()


def _write(text: str) -> None:
    with taken():
        sys.stdout.write(text)


def _write_bytes(piece: bytes) -> None:
    with taken():
        sys.stdout.buffer.write(piece)


def flush() -> None:
    """Write to standard output what waits to be written. Raises what `print_result` does."""
    with taken():
        sys.stdout.flush()


@contextmanager
def taken() -> Iterator[None]:
    """Tell what standard output does not take. No piece is made meanwhile: what fails there has other reasons."""
    try:
        yield
    except BrokenPipeError as error:
        raise OutputClosed from error
    except OSError as error:
        from mycity_cli.files import system_words

        # What was opened for reading only stands for a stream that is closed, and says no more than that.
        why = say("cannot be written: {why}", why=system_words(error)) if error.strerror else say("is closed")
        raise DataError(why, where=say("standard output")) from error


@contextmanager
def unless_closed() -> Iterator[list[OutputClosed]]:
    """Let a command go on where nobody reads its result any more: its exit code is still an answer.

    Gives a list that holds something from then on.
    """
    closed: list[OutputClosed] = []
    try:
        yield closed
    except OutputClosed as error:
        closed.append(error)


_A_WHILE = 1
"""The seconds after which a user wants to know what is going on."""


@contextmanager
def progress(doing: str) -> Iterator[None]:
    """Show on a terminal's standard error what is being done, if it takes more than a while."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    from threading import Timer

    from rich.console import Console
    from rich.text import Text

    status = Console(file=sys.stderr).status(Text(shown(doing)))
    timer = Timer(_A_WHILE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()


def shown(text: str) -> str:
    """Return a text as people are told it: in their language, without passwords, and with nothing that acts."""
    return visible(hidden_in(told(text, language())))


def print_footer(text: str) -> None:
    """Write the line below a table to standard error."""
    _print_for_people(shown(text))


def print_notes(notes: Iterable[str]) -> None:
    """Write notes to standard error."""
    for note in notes:
        _print_for_people(shown(say("note: {note}", note=note)))


def print_error(error: MycityError) -> ExitCode:
    """Write an error to standard error and return its exit code."""
    _print_for_people(error.draw(room(), language()))
    return error.exit_code


def _print_for_people(text: str) -> None:
    # That nobody can be told changes nothing of what is so: neither the result nor the exit code.
    with suppress(OSError):
        sys.stderr.write(for_people(text))


def for_people(text: str, *, on_result: bool = False) -> str:
    """Return lines for standard error, or the results; on a terminal broken at words, but for excerpts, which fit."""
    lines = text.split("\n")
    stream = sys.stdout if on_result else sys.stderr
    if is_terminal(stream):
        most = columns()
        lines = [part for line in lines for part in ([line] if line.startswith("  ") else at_words(line, most))]
    written = "".join(f"{line}\n" for line in lines)
    return painted(written, language()) if is_colored(stream) else written


def at_words(line: str, most: int) -> list[str]:
    """Return a line as lines of so many cells, broken at spaces, and in Chinese between characters.

    A word that is longer stays whole.
    """
    if language() is Language.CHINESE and not line.isascii():
        from mycity_cli.output.line_breaks import broken

        return broken(line, most)
    lines = [""]
    cells = cells_of(line)
    for word in line.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and cells(longer) > most:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def cells_of(line: str) -> Callable[[str], int]:
    """Return what counts the cells of a line's parts, without Rich where each character takes one."""
    if line.isascii():
        return len
    from rich.cells import cell_len

    return cell_len


def room(*, on_result: bool = False) -> int:
    """Return how many cells of a line an excerpt may show on standard error, or among the results."""
    if not is_terminal(sys.stdout if on_result else sys.stderr):
        return WIDTH
    # No line of an excerpt with its carets may be broken: two cells stand before it, and a sign at either side.
    return max(10, min(columns() - 4, WIDTH))


def names_a_file(output: Path | None) -> bool:
    """Return whether a result goes to a file that the user names; `-` and /dev/stdout are standard output."""
    return output is not None and str(output) not in ("-", "/dev/stdout")


def require_free(output: Path | None) -> None:
    """Raise UsageError where a result goes to a file that exists, before the work for it is done."""
    if output is not None and names_a_file(output):
        from mycity_cli.files import require_free

        require_free(output)


def write_result(pieces: Iterable[str] | Iterable[bytes], output: Path | None, *, replace: bool = True) -> None:
    """Write a result to standard output, or to a file, whole or not at all.

    Raises DataError where the file cannot be written, UsageError where it exists and must not be replaced.
    """
    if output is not None and names_a_file(output):
        from mycity_cli.files import write_whole

        write_whole(output, pieces, replace=replace)
    else:
        print_result(pieces)


def new_file() -> str:
    """Return the name of the file, empty as yet, that standard output goes to, as the shell made it; "" for none."""
    try:
        descriptor = sys.stdout.fileno()
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size:
            return ""
        return Path(f"/proc/self/fd/{descriptor}").readlink().name
    except (OSError, ValueError):
        return ""


def open_input() -> BinaryIO:
    """Return standard input. Raises DataError where it is closed."""
    if sys.stdin is None or sys.stdin.closed:
        raise DataError(say("is closed"), where=say("standard input"))
    return sys.stdin.buffer


def is_typed() -> bool:
    """Return whether somebody types what standard input holds."""
    return sys.stdin is not None and sys.stdin.isatty()


def input_may_never_end() -> bool:
    """Return whether standard input is no file, but something that others may write to for ever."""
    return not stat.S_ISREG(os.fstat(open_input().fileno()).st_mode)


def read_lines(name: str, most: int) -> Iterator[bytes]:
    """Yield the lines of a file, of standard input for `-`, as they come. Raises DataError where it cannot be read.

    Of a line of more than so many bytes, without its end, no more is read than shows that: it is the last, and has one
    byte more.
    """
    try:
        if name == "-":
            yield from _lines_of(open_input(), most)
        else:
            with Path(name).open("rb") as stream:
                yield from _lines_of(stream, most)
    except OSError as error:
        from mycity_cli.files import system_words

        shown = say("standard input") if name == "-" else name
        raise DataError(say("cannot be read: {why}", why=system_words(error)), where=shown) from error


def _lines_of(stream: BinaryIO, most: int) -> Iterator[bytes]:
    while line := stream.readline(most + 2):  # an end of two bytes is no part of the line
        bare = line.removesuffix(b"\n").removesuffix(b"\r")
        if len(bare) > most:
            yield bare[: most + 1]
            return
        yield bare
