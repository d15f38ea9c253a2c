"""Usage errors that Typer finds, told as mycity tells its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer
from pydantic import ValidationError

from mycity_cli.cli.app import COMMANDS
from mycity_cli.cli.tab_key import SHELLS
from mycity_cli.errors import MycityError, TextError, UsageError, suggestion
from mycity_cli.manual import TOPICS

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
    elif possible:
        help = suggestion(getattr(error, "option_name", ""), possible, most=0) or help
    elif error.message.startswith("No such command"):
        known = context.command.list_commands(context)
        word = error.message.split("'")[1]
        help = f"did you mean mycity help {word}?" if word in TOPICS else suggestion(word, known, most=0)
        if not help and context.parent is None:
            from mycity_cli.cli.hints import for_no_command

            help = for_no_command(arguments)
        help = help or suggestion(word, known, most=len(known))
    return UsageError(_as_clause(error.message), help=help)


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
