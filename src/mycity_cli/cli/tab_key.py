"""What the Tab key offers for a command line: commands, options and values, whatever their case, or files.

The script that `mycity completion SHELL` prints calls mycity with the name of the shell in a variable, and the words up
to the cursor as arguments (bash: the line up to the cursor). The answer is lines that the script reads: what kind of
answer it is, and then what to offer.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any, NamedTuple

import typer

from mycity_cli.cli.described import command_of, is_group, said, summaries
from mycity_cli.cli.language import language
from mycity_cli.cli.offers import LISTS
from mycity_cli.errors import visible
from mycity_cli.figure.folding import fold
from mycity_cli.messages import told

SHELLS = ("bash", "zsh", "fish")

_FILE = re.compile(r"FILE|PATH|DATASET|\bIN\b|\bOUT\b|DIR|FOLDER")
"""What help calls a value that is the name of a file."""


class Offered(NamedTuple):
    """What may stand in place of the word that is typed; `shown` is the part of it that is chosen among."""

    word: str
    shown: str
    help: str = ""


class Offers(NamedTuple):
    """What may stand at the cursor: these words, or a file behind the part of the word that is no name of one."""

    candidates: Sequence[Offered] = ()
    files_behind: str | None = None


class _Situation(NamedTuple):
    """Where a command line has come to: a command, and the values that its parameters have by now.

    `waiting` is the option whose value comes next. `ended` says that `--` was given: no option comes any more. `lost`
    says that a word is no command, behind which nobody knows what may come.
    """

    context: Any
    given: dict[str, list[str]]
    waiting: Any = None
    ended: bool = False
    lost: bool = False


def answer(root: Any, words: Sequence[str], typed: str) -> Offers:
    """Return what may stand in place of a word that is typed so far, behind these words."""
    situation = _situation(root, words)
    if situation.lost:
        return Offers()
    context = typer.Context(
        situation.context.command,
        info_name=situation.context.info_name,
        parent=situation.context.parent,
        obj=situation.given,
    )
    command: Any = context.command
    if situation.waiting is not None:
        return _values(context, situation.waiting, "", typed)
    if typed.startswith("-") and not situation.ended:
        name, sign, value = typed.partition("=")
        option = _option(command, context, name)
        if sign and option is not None:
            return _values(context, option, f"{name}=", value)
        return Offers(_fitting(_options(context, situation.given), typed))
    if is_group(command) and (found := _fitting(summaries(command), typed)):
        return Offers(found)
    argument = _argument(command, context, situation.given)
    if argument is not None:
        return _values(context, argument, "", typed)
    return Offers(() if typed else _fitting(_options(context, situation.given), typed))


# --- the words before the cursor --------------------------------------------------------------------------------------


def _situation(root: Any, words: Sequence[str]) -> _Situation:
    """Return where a command line has come to that has these words behind `mycity`."""
    context: Any = typer.Context(root, info_name="mycity")
    given: dict[str, list[str]] = {}
    rest, ended = list(words), False
    while rest:
        word = rest.pop(0)
        if word == "--" and not ended:
            ended = True
        elif word.startswith("-") and len(word) > 1 and not ended:
            waiting = _take_option(context, word, rest, given)
            if waiting is not None:
                return _Situation(context, given, waiting)
        elif (found := command_of(context.command, context, word)) is not None:
            context = typer.Context(found, info_name=word, parent=context)
        elif (argument := _argument(context.command, context, given)) is not None:
            given.setdefault(argument.name, []).append(word)
        elif is_group(context.command):
            return _Situation(context, given, lost=True)
    return _Situation(context, given, ended=ended)


def _take_option(context: Any, word: str, rest: list[str], given: dict[str, list[str]]) -> Any:
    """Note an option with its value, which may be the next word; return it where its value is still to come."""
    name, sign, value = word.partition("=")
    option = _option(context.command, context, name)
    if option is None:
        return None
    if not (option.is_flag or sign):
        if not rest:
            return option
        value = rest.pop(0)
    given.setdefault(option.name, []).append(value)
    return None


def _option(command: Any, context: Any, name: str) -> Any:
    for parameter in command.get_params(context):
        if name in (*parameter.opts, *parameter.secondary_opts):
            return parameter if parameter.param_type_name == "option" else None
    return None


def _argument(command: Any, context: Any, given: dict[str, list[str]]) -> Any:
    """Return the argument that comes next; None where no more is taken."""
    for parameter in command.get_params(context):
        if parameter.param_type_name == "argument":
            count = len(given.get(parameter.name, ()))
            if parameter.nargs == -1 or count < parameter.nargs:
                return parameter
    return None


# --- what may come ----------------------------------------------------------------------------------------------------


def _options(context: Any, given: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the names of the options that may still be given, the long ones, with what they do."""
    for parameter in context.command.get_params(context):
        if parameter.param_type_name != "option" or getattr(parameter, "hidden", False):
            continue
        if parameter.name in given and not parameter.multiple:
            continue
        for name in (*parameter.opts, *parameter.secondary_opts):
            if name.startswith("--"):
                yield name, said(parameter.help)


def _values(context: Any, parameter: Any, before: str, typed: str) -> Offers:
    """Return what the value of a parameter may be; `before` is what stands before it in the same word.

    A list is offered what is not in it yet, nor in a value that was given before.
    """
    given = context.obj.get(parameter.name, ())
    items = [(str(item.value), item.help or "") for item in parameter.shell_complete(context, "")]
    if not items or items == [("", "")]:
        is_file = _FILE.search(str(parameter.metavar or "")) is not None
        return Offers(files_behind=before) if is_file else Offers()
    start = _settled(parameter.name, typed)
    if parameter.name in LISTS:
        already = {fold(each) for value in (start, *given) for each in value.split(",")}
        items = [item for item in items if fold(item[0]) not in already]
    found = _fitting(items, typed[len(start) :])
    return Offers([each._replace(word=f"{before}{start}{each.word}") for each in found])


def _settled(parameter: str, typed: str) -> str:
    """Return the beginning of a value that stays: the items of a list before the last, the sign of an order."""
    if parameter in LISTS:
        return typed[: typed.rfind(",") + 1]
    if parameter == "statements":
        return typed[: len(typed) - len(re.split(r"[\s(,=<>+*/]", typed)[-1])]
    return "-" if parameter == "sort" and typed.startswith("-") else ""


def _fitting(items: Iterable[tuple[str, str]], typed: str) -> list[Offered]:
    """Return the items that start with what is typed, whatever the case and the accents, each thing once."""
    wanted = fold(typed)
    found: dict[str, Offered] = {}
    for value, help in items:
        key = fold(value)
        # A shell shows candidates as they are, and nobody types what acts on a terminal.
        if visible(value) != value:
            continue
        if key.startswith(wanted) and (key not in found or not found[key].word.startswith(typed)):
            found[key] = Offered(value, value, help)
    return list(found.values())


# --- for the shells ---------------------------------------------------------------------------------------------------


def lines_for(shell: str, root: Any, arguments: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the answer for a shell; its script says what they mean."""
    if shell == "bash":
        yield from _for_bash(root, arguments[0] if arguments else "")
        return
    if not arguments:
        return
    *words, typed = arguments
    found = answer(root, words, typed)
    if found.files_behind is not None:
        yield f"files\t{found.files_behind}"
        return
    yield "open" if _stays_open(found) else "words"
    for each in found.candidates:
        yield "\t".join((each.word, each.shown, visible(" ".join(told(each.help, language()).split()))))


def _stays_open(found: Offers) -> bool:
    """Return whether no space may follow: a value comes behind each of the words."""
    return bool(found.candidates) and all(each.word.endswith("=") for each in found.candidates)


_AT = re.compile(r"[=:><]")
"""Where bash breaks a word, unless it is quoted: it replaces only what stands behind."""


def _for_bash(root: Any, line: str) -> Iterator[str]:
    words, raw = _split(line)
    *before, typed = words
    found = answer(root, before[1:], typed)
    if found.files_behind is not None:
        yield "files"
        return
    yield "open" if _stays_open(found) else "words"
    quote = raw[:1] if raw[:1] in ("'", '"') else ""
    broken = [] if quote else [place.end() for place in _AT.finditer(raw)]
    kept = raw[: broken[-1]] if broken else ""
    for each in found.candidates:
        if quote and _UNQUOTABLE[quote] in each.word:
            continue
        word = _escaped(each.word, quote)
        yield word.removeprefix(kept) if word.startswith(kept) else word


_ESCAPED = {"": re.compile(r"[\s\\'\"$`&|;<>()*?\[\]{}!#~^]"), '"': re.compile(r'[\\"$`]'), "'": re.compile("(?!)")}
"""What bash would obey in a word: outside quotes, within double ones, and within single ones."""
_UNQUOTABLE = {'"': "!", "'": "'"}
"""What no quotes can hold: a word with it is not offered there, since what stands behind would be obeyed."""


def _escaped(word: str, quote: str) -> str:
    return _ESCAPED[quote].sub(lambda found: f"\\{found[0]}", word)


def _split(line: str) -> tuple[list[str], str]:
    """Return the words of a line, quotes taken off, and the last as it is written; it may be empty or unfinished."""
    stream = StringIO(line)
    lexer = shlex.shlex(stream, posix=True)
    lexer.whitespace_split, lexer.commenters = True, ""
    words: list[str] = []
    start, end = 0, 0
    try:
        while (word := lexer.get_token()) is not None:
            words.append(word)
            start, end = end, stream.tell()
    except ValueError:  # a quote that is still open
        return [*words, lexer.token], line[end:].lstrip()
    if line[-1:].isspace() or not words:
        return [*words, ""], ""
    return words, line[start:].lstrip()
