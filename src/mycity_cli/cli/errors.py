"""Usage errors that Typer finds, told as mycity tells its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import typer
from pydantic import ValidationError

from mycity_cli.cli.app import COMMANDS
from mycity_cli.cli.described import command_of
from mycity_cli.cli.tab_key import SHELLS
from mycity_cli.errors import MycityError, TextError, UsageError, suggestion
from mycity_cli.formats import Format
from mycity_cli.manual import TOPICS

_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_OF_TYPER = ("--install-completion", "--show-completion")
"""What other programs of Typer have for what `mycity completion` does."""


def as_usage_error(error: typer.TyperException, arguments: Sequence[str] = ()) -> MycityError:
    """Return a usage error that Typer found as one of ours: at the option it concerns, with what to do.

    `arguments` are those of the command line; Typer does not always say in which command it found an error.
    """
    context: Any = getattr(error, "ctx", None)
    path = " ".join(("mycity", *arguments[: arguments[0] in COMMANDS])) if arguments else "mycity"
    help = f"see '{context.command_path if context is not None else path} --help'"
    if isinstance(error, typer.BadParameter) and error.param is not None:
        return _bad_parameter(error, error.param, help)
    possible: Any = getattr(error, "possibilities", None)
    option: str = getattr(error, "option_name", "")
    if option in _OF_TYPER:
        help = f"'mycity completion SHELL' prints the script, for {', '.join(SHELLS)}"
    elif option and arguments and arguments[0] not in COMMANDS:
        from mycity_cli.cli.hints import for_option_before_command

        help = for_option_before_command(arguments, option) or suggestion(option, possible or (), most=0) or help
    elif option in ("-o", "--output") and _names_of_arguments(context)[-1:] == ["OUT"]:
        names = " ".join(_names_of_arguments(context))
        help = f"the file to write is the last argument: {context.command_path} {names}"
    elif possible:
        help = suggestion(getattr(error, "option_name", ""), possible, most=0) or help
    elif (extra := _EXTRA.fullmatch(error.message)) is not None and context is not None:
        return _too_many(extra[1], context)
    elif error.message.startswith("No such command"):
        known = context.command.list_commands(context)
        word = error.message.split("'")[1]
        help = f"did you mean mycity help {word}?" if word in TOPICS else suggestion(word, known, most=0)
        if not help and context.parent is None:
            from mycity_cli.cli.hints import for_no_command

            help = for_no_command(arguments)
        help = help or suggestion(word, known, most=len(known))
    return UsageError(_as_clause(error.message), help=help)


def _names_of_arguments(context: Any) -> list[str]:
    found = [] if context is None else context.command.params
    return [_name_in_help(each) for each in found if each.param_type_name == "argument"]


def _too_many(words: str, context: Any) -> UsageError:
    """Return the error for words that a command does not take, with what it does take."""
    command, path = context.command, context.command_path
    taken = _names_of_arguments(context)
    within = []
    for name in command.summaries:
        inner = typer.Context(command_of(command, context, name), info_name=name, parent=context)
        within.append(" ".join([path, name, *_names_of_arguments(inner)]))
    help = f"it takes {' '.join(taken) or 'options'} only" if not within else f"there is {' and '.join(within)}"
    return UsageError(f"takes no word '{words}'" if not taken else f"'{words}' is too much", where=path, help=help)


def _bad_parameter(error: typer.BadParameter, parameter: Any, help: str) -> MycityError:
    where = max(parameter.opts, key=len) if parameter.param_type_name == "option" else _name_in_help(parameter)
    # Typer raises its error from the validation error of Pydantic, which holds what exactly was wrong.
    details = error.__cause__.errors()[0] if isinstance(error.__cause__, ValidationError) else None
    if details is None:
        return UsageError("is missing", where=where, help=help)
    given, context = details["input"], details.get("ctx", {})
    ours = context.get("error")
    if isinstance(ours, TextError):
        ours.where = where
        return ours
    choices = parameter.type_descriptor.choices
    if choices is not None:
        known = [str(choice) for choice in choices]
        if parameter.name == "format" and given in list(Format):
            from mycity_cli.cli.meant import for_format

            help = f"{for_format(Format(given))}; this command writes {', '.join(known)}"
            return UsageError(f"{given} is no format of this command", where=where, help=help)
        return UsageError(
            f"unknown {parameter.name} '{given}'",
            where=where,
            help=suggestion(given, known, most=len(known)),
        )
    match details["type"]:
        case "int_parsing":
            message = f"'{given}' is no whole number"
        case "int_parsing_size":
            message = f"a number of {len(given)} digits is too large"
        case "greater_than_equal":
            message = f"{given} is less than {context['ge']}"
        case "less_than_equal":
            message = f"{given} is more than {context['le']}"
        case _:
            message = _as_clause(error.message)
    return UsageError(message, where=where, help=help)


def _name_in_help(argument: Any) -> str:
    """Return what the help calls an argument: its own word for it, unless that is a pattern such as `[show ID]`."""
    metavar: str | None = argument.metavar
    return metavar if metavar and metavar.isalpha() else str(argument.name).upper()


def _as_clause(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")
