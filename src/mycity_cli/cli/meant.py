"""Errors about names that a command line has wrong, told by what it was meant to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mycity_cli.cli.app import root_command
from mycity_cli.cli.described import all_commands, command_at
from mycity_cli.errors import MycityError, UnknownNameError, UsageError, suggestion
from mycity_cli.formats import ENDINGS, Format, Result

_WORD, _JSON = "WORD", "--json"
_COLUMNS = ("--by", "--columns", "--sort", "--where")


def as_meant(error: MycityError, arguments: Sequence[str]) -> MycityError:
    """Return an error with the help that fits the command line; the error itself where none fits better."""
    if not isinstance(error, UnknownNameError):
        return error
    if error.where == _WORD:
        return _for_word(error, arguments)
    if error.where in _COLUMNS and error.help.startswith("known:") and (column := _column(error)):
        error.help = f"did you mean {column}?"
    return error


def _for_word(error: UnknownNameError, arguments: Sequence[str]) -> MycityError:
    """Return the error for a word that is no name: it may be a field of JSON, or an option without its dashes."""
    words = list(arguments)
    at = words.index(error.name) if error.name in words else 0
    if not at:
        return error
    if words[at - 1] == _JSON:
        fields = _fields([*words[: at - 1], *words[at + 1 :]])
        if fields:
            nowhere = error.message.partition(": ")[2]
            help = suggestion(error.name, fields, most=len(fields))
            return UsageError(f"'{error.name}' is no field, and {nowhere}", where=_JSON, help=help)
    option = f"--{error.name.lower()}"
    if option in _options_of(words):
        value = next((each for each in words[at + 1 :] if not each.startswith("-")), "")
        error.help = f"did you mean {f'{option} {value}'.strip()}?"
    return error


def _fields(words: Sequence[str]) -> list[str]:
    """Return the fields that JSON has of what a command line asks for."""
    from mycity_cli.cli.tab_key import answer

    return [each.shown for each in answer(root_command(), words, f"{_JSON}=").candidates]


def _options_of(words: Sequence[str]) -> list[str]:
    found = command_at(root_command(), words[:1])
    return [] if found is None else [name for each in found[0].params for name in each.opts]


def _column(error: UnknownNameError) -> str:
    """Return the column that is called otherwise by the name: `town`, `cities`, 城市; "" for none."""
    from mycity_cli.tables.headers import columns_called

    name = error.name.lower()
    singular = f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")
    for each in (name, singular):
        known = [column for column in error.known if column.lower() == each]
        found = known or [column for column in columns_called(each) if column in error.known]
        if len(found) == 1:
            return found[0]
    return ""


# --- formats ----------------------------------------------------------------------------------------------------------


def for_format(format: Format) -> str:
    """Return what commands write a format, as the beginning of a help."""
    if format.shows(Result.CHART) and not format.shows(Result.LISTING):
        return f"mycity total --by city draws {format}"
    writing = [f"mycity {' '.join(names)}" for names in all_commands(root_command()) if format in _formats_of(names)]
    return f"{' and '.join(writing)} {'writes' if len(writing) == 1 else 'write'} {format}"


def require_ending(ending: str, formats: Sequence[str], file: str) -> None:
    """Raise UsageError where a file has an ending of none of the formats of a command."""
    endings = [name for name, each in ENDINGS.items() if each.written in formats]
    if ending in endings:
        return
    listed = ", ".join(endings)
    written = ENDINGS[ending].written if ending in ENDINGS else None
    if written is not None:
        help = f"{for_format(written)}; this command writes {listed}"
    else:
        help = f"{suggestion(ending, endings, most=len(endings))}; or give --format"
    wrong = (
        f"no format of this command has the ending '{ending}'" if written else f"no format has the ending '{ending}'"
    )
    raise UsageError(wrong if ending else f"'{file}' has no ending", where="--output", help=help)


def _formats_of(names: Sequence[str]) -> Sequence[Any]:
    found = command_at(root_command(), names)
    options = [] if found is None else [each for each in found[0].params if each.name == "format"]
    return [choice for each in options for choice in each.type_descriptor.choices or ()]
