"""The errors of mycity: each knows its place, its remedy and its exit code, and draws itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from fractions import Fraction
from typing import ClassVar, NamedTuple

from mycity_cli.exit_codes import ExitCode
from mycity_cli.messages import Language, Message, counted, listed, say, told
from mycity_cli.passwords import hidden, hidden_in

WIDTH = 100
"""The most cells of a line that an excerpt shows, where no terminal is narrower."""


class Excerpt(NamedTuple):
    """The line that holds a mistake, and the characters of it (from `start` to `end`) that are wrong."""

    line: str
    start: int
    end: int

    def draw(self, width: int = WIDTH) -> str:
        """Return the line and, below it, a caret under each wrong character.

        Of a line that is wider than `width` cells so much is shown, and a sign for what is left out at either side.
        """
        # Rich knows how many cells a character takes; it is imported only where an error is drawn.
        from rich.cells import cell_len

        line, start, end = self._around_the_mistake(width)
        before = cell_len(visible(line[:start]))
        marked = cell_len(visible(line[start:end]))
        return f"  {visible(line)}\n  {' ' * before}{'^' * max(1, marked)}"

    def without_passwords(self) -> Excerpt:
        """Return the excerpt itself, or where its line holds the URL of a database one that shows no password."""
        line = hidden_in(self.line)
        return self if line == self.line else Excerpt(line, 0, len(line))

    def _around_the_mistake(self, width: int) -> Excerpt:
        """Return the excerpt itself, or where the line is wider than that the part around the mistake."""
        from rich.cells import cell_len

        def cells(at: int) -> int:
            return cell_len(visible(self.line[at]))

        if len(self.line) <= width and cell_len(visible(self.line)) <= width:
            return self
        first = last = self.start
        used = 0
        # Half of the room is for what leads to the mistake, the rest for what follows, and what that leaves for more.
        while first > 0 and used + cells(first - 1) <= width // 2:
            first, used = first - 1, used + cells(first - 1)
        while last < len(self.line) and used + cells(last) <= width:
            last, used = last + 1, used + cells(last)
        while first > 0 and used + cells(first - 1) <= width:
            first, used = first - 1, used + cells(first - 1)
        before, after = "…" * (first > 0), "…" * (last < len(self.line))
        moved = len(before) - first
        return Excerpt(f"{before}{self.line[first:last]}{after}", self.start + moved, min(self.end, last) + moved)


class MycityError(Exception):
    """Anything that ends a command with a message; `exit_code` is what the command then returns."""

    exit_code: ClassVar[ExitCode] = ExitCode.NO

    def __init__(self, message: str, *, where: str = "", help: str = "", excerpt: Excerpt | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.help = help
        self.excerpt = excerpt

    def __str__(self) -> str:
        return self.draw()

    def draw(self, width: int = WIDTH, language: Language = Language.ENGLISH) -> str:
        """Return the error as it is shown: what is wrong and where, the excerpt so many cells wide, the help."""
        wrong = hidden_in(told(self.wrong, language))
        first = say("error: {place}: {wrong}", place=self.shown_place(language), wrong=wrong)
        lines = [visible(told(first if self.where else say("error: {wrong}", wrong=wrong), language))]
        if self.excerpt is not None:
            lines.append(self.excerpt.without_passwords().draw(width))
        if self.help:
            lines.append(visible(told(say("help: {help}", help=hidden_in(told(self.help, language))), language)))
        return "\n".join(lines)

    def shown_place(self, language: Language = Language.ENGLISH) -> str:
        """Return where it is wrong, as it is shown: without a password where that is a URL."""
        return hidden_in(hidden(told(self.where, language)))

    @property
    def wrong(self) -> str:
        """What is wrong, as it is shown behind the place."""
        return self.message


def message_of(error: Exception) -> str:
    """Return what an exception says: where that is a message, the message itself, which another language has too."""
    return error.args[0] if error.args and isinstance(error.args[0], str) else str(error)


class UsageError(MycityError):
    """The command was called in a way that it does not understand."""

    exit_code = ExitCode.USAGE


class TextError(UsageError, ValueError):
    """A text that cannot be read as what it should be. A `ValueError` too, so that Pydantic gathers it.

    `name` is a name in it that nothing has, where that is what is wrong.
    """

    def __init__(self, message: str, text: str, start: int, end: int, *, help: str = "") -> None:
        super().__init__(message, help=help, excerpt=Excerpt(text, start, end))
        self.name = ""


class FigureError(TextError):
    """A text that is no figure."""


class PeriodError(TextError):
    """A text that is no period."""


class StatementError(TextError):
    """A text that is no statement, or one that no verdict can be given on: an unknown name, figures of two kinds."""


class UnknownNameError(UsageError, ValueError):
    """A name that nothing in the data has; the nearest known name is offered, of other names (`also`) too.

    `what` says what has such names: `say("city")`. `known` are the names that could have stood there.
    """

    def __init__(
        self, what: str, name: str, known: Sequence[str], *, also: Sequence[str] = (), where: str = "", most: int = 8
    ) -> None:
        super().__init__(
            say("unknown {what} '{name}'", what=what, name=name),
            where=where,
            help=suggestion(name, known, also=also, most=most),
        )
        self.name = name
        self.known = tuple(known)


MOST_PROBLEMS = 1000
"""So many problems of a file are told; of more it is told how many they are."""


class DataError(MycityError):
    """A file that cannot be read or written, or that is no valid dataset.

    Holds the first problems found, MOST_PROBLEMS where nothing else is given as the `most`; `more` is how many there
    are beside them.
    """

    exit_code = ExitCode.DATA

    def __init__(
        self,
        message: str,
        *,
        where: str = "",
        help: str = "",
        problems: Sequence[MycityError] = (),
        more: int = 0,
        most: int = MOST_PROBLEMS,
    ) -> None:
        super().__init__(message, where=where, help=help)
        self.problems = tuple(problems[:most])
        self.more = more + len(problems) - len(self.problems)

    def draw(self, width: int = WIDTH, language: Language = Language.ENGLISH) -> str:
        """Return the problems, one below the other, and how many more there are; its own message without any."""
        if not self.problems:
            return super().draw(width, language)
        drawn = [problem.draw(width, language) for problem in self.problems]
        if self.more:
            drawn.append(MycityError(more_problems(self.more), where=self.where).draw(width, language))
        return "\n".join(drawn)


def more_problems(number: int) -> str:
    """Return what is told in place of problems that are not."""
    return counted("{number:,} more problem, not shown", "{number:,} more problems, not shown", number)


class MissingExtraError(MycityError):
    """The libraries of an extra, which this needs, are not installed."""

    exit_code = ExitCode.USAGE


class UnsettledError(MycityError):
    """So much is left out of an answer that it settles nothing."""

    exit_code = ExitCode.UNSETTLED


class UnforeseenError(MycityError):
    """An exception that nobody foresaw: a mistake in mycity.

    Where there is a `trace` of where it happened, that is what is drawn.
    """

    exit_code = ExitCode.UNFORESEEN

    def __init__(self, message: str, *, where: str = "", help: str = "", trace: str = "") -> None:
        super().__init__(message, where=where, help=help)
        self.trace = trace

    def draw(self, width: int = WIDTH, language: Language = Language.ENGLISH) -> str:
        """Return the trace, or the error as every other is drawn."""
        return "\n".join(map(visible, self.trace.splitlines())) or super().draw(width, language)


class Problem(MycityError):  # noqa: N818  # one of the problems that a DataError holds
    """One thing that is wrong in a dataset file: its stable code, and where it stands.

    `line` and `column`, in characters, count from 1. `pointer` leads to the value in the file (RFC 6901), and `record`
    is the id of the record that holds it, "" where none does.
    """

    exit_code = ExitCode.DATA

    def __init__(
        self, code: str, message: str, place: Place, *, record: str = "", help: str = "", excerpt: Excerpt | None = None
    ) -> None:
        super().__init__(message, where=str(place), help=help, excerpt=excerpt)
        self.code = code
        self.place = place
        self.record = record

    @property
    def wrong(self) -> str:
        """What is wrong, with the pointer to it before and the code behind."""
        fields = {"pointer": self.place.pointer, "message": self.message, "code": self.code}
        if self.record:
            return say("{pointer} of '{record}': {message} [{code}]", record=self.record, **fields)
        if self.place.pointer:
            return say("{pointer}: {message} [{code}]", **fields)
        return say("{message} [{code}]", message=self.message, code=self.code)


class Place(NamedTuple):
    """A place in a JSON file: the line and the column, from 1, and the pointer of RFC 6901 to the value."""

    file: str
    line: int
    column: int
    pointer: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def suggestion(
    name: str, known: Sequence[str], *, also: Sequence[str] = (), most: int = 8, likeness: Fraction | None = None
) -> str:
    """Return the help for an unknown name: the nearest known name, or else `most` of those known at the most.

    What is near says `nearest`, for the same `also` and `likeness`.
    """
    near = nearest(name, known, also=also, likeness=likeness)
    if near is not None:
        return did_you_mean(near)
    if not known or not most:
        return ""
    if len(known) > most:
        return say("known: {names} and {number} more", names=listed(known[:most]), number=len(known) - most)
    return say("known: {names}", names=listed(known))


def did_you_mean(name: str) -> Message:
    """Return the help that offers one name, or one command line, for what was given."""
    return say("did you mean {name}?", name=name)


def offers_one(help: str) -> bool:
    """Return whether a help is one that `did_you_mean` makes."""
    return isinstance(help, Message) and help.is_like(did_you_mean(""))


def nearest(
    name: str, known: Sequence[str], *, also: Sequence[str] = (), likeness: Fraction | None = None
) -> str | None:
    """Return the known name that is nearest to an unknown one; None where none is near.

    It may be one of `also` too. Two names are near if at least the `likeness` of their letters is the same; by
    default half of a name of up to three letters, where one mistake weighs much, and three fifths of others.
    """
    # Of names that differ in case alone the first is offered.
    by_fold = {candidate.casefold(): candidate for candidate in reversed([*known, *also])}
    cutoff = likeness or (Fraction(1, 2) if len(name) <= 3 else Fraction(3, 5))
    candidates = list(by_fold)
    if len(candidates) > _MOST_COMPARED:
        candidates = [near for near in _one_off(name.casefold()) if near in by_fold]
    # The cutoff is compared only, and a fraction compares exactly.
    near = get_close_matches(name.casefold(), candidates, n=3, cutoff=cutoff)  # type: ignore[call-overload]
    if not near:
        return None
    # Of names about as near, one that goes on as the name begins is the likelier.
    near.sort(key=lambda candidate: not candidate.startswith(name.casefold()))
    return by_fold[near[0]]


_MOST_COMPARED = 2000
"""So many names are compared letter by letter; of more only those that one slip of the finger makes of the name."""


def _one_off(name: str) -> Iterator[str]:
    """Yield the name itself, and every one that it becomes where a letter is missing, too much, swapped or another."""
    yield name
    letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
    for at in range(min(len(name), 80) + 1):
        before, after = name[:at], name[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in letters:
            yield before + letter + after
            yield before + letter + after[1:]


def visible(text: str) -> str:
    r"""Return the text with every character that could act on a terminal written out (`\x1b`, `\u202e`)."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _written_out(c) for c in text)


def _written_out(character: str) -> str:
    # Every space separator (no-break, ideographic) is harmless and reads as a space.
    return (
        " "
        if character.isspace() and ord(character) > 0x9F and character not in "\u2028\u2029"
        else (character.encode("unicode_escape").decode("ascii"))
    )
