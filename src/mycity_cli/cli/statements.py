"""The statements that a command is given, and its exit code for all of their verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mycity_cli.cli import streams
from mycity_cli.errors import DataError, MycityError, StatementError
from mycity_cli.exit_codes import ExitCode, worst
from mycity_cli.messages import counted, say
from mycity_cli.statement.checker import Checker
from mycity_cli.statement.parse import parse
from mycity_cli.statement.verdict import Outcome, Verdict

MOST_BYTES = 64 * 1024
"""The longest line of a file of statements that is read, comments too."""
_TOO_LONG = say("a statement is a line of text; this line, and what follows it, is not read")


class Given(NamedTuple):
    """One statement, and where it was read: the file and the line; nothing for an argument."""

    text: str
    where: str = ""


class Run:
    """Checks statements one after the other, and tells what is wrong with one before it goes on to the next.

    `data` is the name of what they are about, as the user gave it.
    """

    def __init__(self, checker: Checker, data: str | None = None) -> None:
        self._checker = checker
        self._data = data
        self._codes: set[ExitCode] = set()
        self._told = 0
        self._verdicts = 0

    @property
    def exit_code(self) -> ExitCode:
        """The worst exit code so far."""
        return worst(self._codes)

    def cut(self, most: int | None) -> list[str]:
        """Return the note that so many verdicts at most are shown of more."""
        if most is None or most >= self._verdicts:
            return []
        return [
            counted(
                "{number} statement shown of {all}; the exit code is that of all",
                "{number} statements shown of {all}; the exit code is that of all",
                most,
                all=self._verdicts,
            )
        ]

    @property
    def lacking(self) -> list[str]:
        """The note that verdicts are lacking, which is told of each as it comes but does not stand among the others."""
        if not self._told or not self._verdicts:
            return []
        return [
            counted(
                "no verdict on {number} statement that cannot be read",
                "no verdict on {number} statements that cannot be read",
                self._told,
            )
        ]

    def leave_rest(self) -> None:
        """Give no verdict on the statements that are left, which are undecided then."""
        self._codes.add(Outcome.UNDECIDED.exit_code)

    def verdicts(self, given: Iterable[Given | DataError]) -> Iterator[Verdict]:
        """Yield the verdict of each statement that is one."""
        for each in given:
            if isinstance(each, DataError):
                self._tell(each)
                continue
            try:
                verdict = self._checker.check(each.text)
            except StatementError as error:
                error.where = each.where
                if error.name:
                    from mycity_cli.cli.hints import with_other_data

                    with_other_data(error, self._data)
                self._tell(error)
                continue
            except MycityError:
                raise
            except Exception as error:  # noqa: BLE001  # whatever it is that nobody foresaw
                from mycity_cli.cli.unforeseen import unforeseen

                self._tell(unforeseen(error, (), where=each.where))
                continue
            self._codes.add(verdict.outcome.exit_code)
            self._verdicts += 1
            yield verdict

    def _tell(self, error: MycityError) -> None:
        self._codes.add(streams.print_error(error))
        self._told += 1


def as_one(texts: Sequence[str]) -> str | None:
    """Return the one statement that arguments are together which are none apart: the shell took them apart.

    None where one of them is a statement, or they are none together. Raises StatementError where the shell made a file
    of a part of it.
    """
    if "-" in texts or any(map(_is_statement, texts)):
        return None
    joined = " ".join(texts)
    try:
        parse(joined)
    except StatementError as error:
        if not (file := streams.new_file()):
            return None
        from mycity_cli.cli.hints import for_redirection

        error.help = for_redirection(joined, file, whole=len(texts) == 1)
        raise
    return joined if len(texts) > 1 else None


def _is_statement(text: str) -> bool:
    try:
        parse(text)
    except StatementError:
        return False
    return True


def from_arguments(texts: Iterable[str]) -> Iterator[Given | DataError]:
    """Yield each argument; for `-` the statements on standard input."""
    for text in texts:
        # A space before a minus keeps the statement from being taken for an option.
        yield from from_file("-") if text == "-" else [Given(text.removeprefix(" ") if text[:2] == " -" else text)]


def from_file(name: str) -> Iterator[Given | DataError]:
    """Yield the statement on each line of a file that is not blank and not a comment; `-` is standard input.

    A line that is no UTF-8 yields the error; the lines after it are read all the same. A line that is too long may have
    no end: behind it nothing is read. A file that cannot be read yields the error.
    """
    shown = say("standard input") if name == "-" else name
    try:
        for number, line in enumerate(streams.read_lines(name, MOST_BYTES), start=1):
            where = say("{file}:{line}", file=shown, line=number)
            if len(line) > MOST_BYTES:
                wrong = say("is longer than {most} KiB", most=MOST_BYTES // 1024)
                yield DataError(wrong, where=where, help=_TOO_LONG)
                return
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            except UnicodeDecodeError as error:
                yield DataError(say("is no UTF-8: byte {number} of the line", number=error.start + 1), where=where)
                continue
            if text and not text.startswith("#"):
                yield Given(text, where)
    except DataError as error:
        # The statements of other files are checked all the same.
        yield error
