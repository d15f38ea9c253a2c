"""Errors about names that a command line has wrong, told by what it was meant to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mycity_cli.cli.app import root_command
from mycity_cli.cli.described import all_commands, command_at
from mycity_cli.errors import MycityError, UnknownNameError, UsageError, did_you_mean, offers_one, suggestion
from mycity_cli.formats import ENDINGS, Format, Result
from mycity_cli.messages import all_of, clauses, listed, say

_WORD, _JSON = "WORD", "--json"
_COLUMNS = ("--by", "--columns", "--sort", "--where")


def as_meant(error: MycityError, arguments: Sequence[str]) -> MycityError:
    """Return an error with the help that fits the command line; the error itself where none fits better."""
    if not isinstance(error, UnknownNameError):
        return error
    if error.where == _WORD:
        return _for_word(error, arguments)
    if error.where in _COLUMNS and not offers_one(error.help) and (column := _column(error)):
        error.help = did_you_mean(column)
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
            noun = _searched(words[0])
            wrong = say("'{name}' is no field, and no {noun} has it in its texts", name=error.name, noun=noun)
            return UsageError(wrong, where=_JSON, help=suggestion(error.name, fields, most=len(fields)))
    option = f"--{error.name.lower()}"
    if option in _options_of(words):
        value = next((each for each in words[at + 1 :] if not each.startswith("-")), "")
        error.help = did_you_mean(f"{option} {value}".strip())
    return error


def _searched(command: str) -> str:
    """Return what a command searches for words."""
    nouns = {"cities": say("city"), "conferences": say("conference"), "facts": say("fact"), "sources": say("source")}
    return nouns.get(command, say("signing"))


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


def for_format(format: Format, *, beside: Sequence[str]) -> str:
    """Return what commands write a format, and which others the command writes that does not."""
    fields = {"format": format.value, "others": listed(beside)}
    if format.shows(Result.CHART) and not format.shows(Result.LISTING):
        return say("mycity total --by city draws {format}; this command writes {others}", **fields)
    writing = [f"mycity {' '.join(names)}" for names in all_commands(root_command()) if format in _formats_of(names)]
    if len(writing) == 1:
        return say("{command} writes {format}; this command writes {others}", command=writing[0], **fields)
    return say("{commands} write {format}; this command writes {others}", commands=all_of(writing), **fields)


def require_ending(ending: str, formats: Sequence[str], file: str) -> None:
    """Raise UsageError where a file has an ending of none of the formats of a command."""
    endings = [name for name, each in ENDINGS.items() if each.written in formats]
    if ending in endings:
        return
    written = ENDINGS[ending].written if ending in ENDINGS else None
    if written is not None:
        wrong = say("no format of this command has the ending '{ending}'", ending=ending)
        raise UsageError(wrong, where="--output", help=for_format(written, beside=endings))
    help = clauses([suggestion(ending, endings, most=len(endings)), say("or give --format")])
    wrong = (
        say("no format has the ending '{ending}'", ending=ending)
        if ending
        else say("'{file}' has no ending", file=file)
    )
    raise UsageError(wrong, where="--output", help=help)


def _formats_of(names: Sequence[str]) -> Sequence[Any]:
    found = command_at(root_command(), names)
    options = [] if found is None else [each for each in found[0].params if each.name == "format"]
    return [choice for each in options for choice in each.type_descriptor.choices or ()]
