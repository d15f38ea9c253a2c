"""Usage errors that Typer finds, told as mycity tells its own."""

from __future__ import annotations

import re
from ast import literal_eval
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
from mycity_cli.messages import all_of, listed, say, say_as

_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_NO_COMMAND = re.compile(r"No such command (.*)\.", re.DOTALL)
"""What Typer says only in words, of a class that it has for other errors too."""

_OF_TYPER = ("--install-completion", "--show-completion")
"""What other programs of Typer have for what `mycity completion` does."""


def as_usage_error(error: typer.TyperException, arguments: Sequence[str] = ()) -> MycityError:
    """Return a usage error that Typer found as one of ours: at the option it concerns, with what to do.

    `arguments` are those of the command line, its command first; Typer does not always say in which command it found
    an error.
    """
    context: Any = getattr(error, "ctx", None)
    path = " ".join(("mycity", *arguments[: arguments[0] in COMMANDS])) if arguments else "mycity"
    help = say("see '{command} --help'", command=context.command_path if context is not None else path)
    option: str = getattr(error, "option_name", "")
    if isinstance(error, typer.BadParameter) and error.param is not None:
        return _bad_parameter(error, error.param, help)
    if hasattr(error, "possibilities"):
        return _no_such_option(option, error.possibilities or (), context, arguments, help)
    if option:
        return UsageError(_misused(option, arguments), help=help)
    if context is not None and (extra := _EXTRA.fullmatch(error.message)) is not None:
        return _too_many(extra[1], context)
    if context is not None and (found := _NO_COMMAND.fullmatch(error.message)) is not None:
        return _no_such_command(str(literal_eval(found[1])), context, arguments)
    return UsageError(_as_clause(error.message), help=help)


def _no_such_option(
    option: str, possible: Sequence[str], context: Any, arguments: Sequence[str], help: str
) -> UsageError:
    if option in _OF_TYPER:
        help = say("'mycity completion SHELL' prints the script, for {shells}", shells=listed(SHELLS))
    elif arguments and arguments[0] not in COMMANDS:
        from mycity_cli.cli.hints import for_option_before_command

        help = for_option_before_command(arguments, option) or suggestion(option, possible, most=0) or help
    elif option in ("-o", "--output") and (names := _names_of_arguments(context))[-1:] == ["OUT"]:
        usage = " ".join([context.command_path, *names])
        help = say("the file to write is the last argument: {usage}", usage=usage)
    else:
        help = suggestion(option, possible, most=0) or help
    return UsageError(say("no such option: {option}", option=option), help=help)


def _misused(option: str, arguments: Sequence[str]) -> str:
    """Return what is wrong with an option that has a value and takes none, or takes one and is the last word."""
    if arguments[-1:] != [option] and any(each.startswith(f"{option}=") for each in arguments):
        return say("option '{option}' does not take a value", option=option)
    return say("option '{option}' requires an argument", option=option)


def _no_such_command(word: str, context: Any, arguments: Sequence[str]) -> UsageError:
    known = context.command.list_commands(context)
    if word in TOPICS:
        help: str = say("did you mean mycity help {topic}?", topic=word)
    else:
        help = suggestion(word, known, most=0)
        if not help and context.parent is None:
            from mycity_cli.cli.hints import for_no_command

            help = for_no_command(arguments)
        help = help or suggestion(word, known, most=len(known))
    return UsageError(say("no such command '{name}'", name=word), help=help)


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
    if within:
        help = say("there is {commands}", commands=all_of(within))
    elif taken:
        help = say("it takes {arguments} only", arguments=" ".join(taken))
    else:
        help = say("it takes options only")
    wrong = say("'{words}' is too much", words=words) if taken else say("takes no word '{words}'", words=words)
    return UsageError(wrong, where=path, help=help)


def _bad_parameter(error: typer.BadParameter, parameter: Any, help: str) -> MycityError:
    where = max(parameter.opts, key=len) if parameter.param_type_name == "option" else _name_in_help(parameter)
    # Typer raises its error from the validation error of Pydantic, which holds what exactly was wrong.
    details = error.__cause__.errors()[0] if isinstance(error.__cause__, ValidationError) else None
    if details is None:
        # An argument that is missing has no message.
        wrong = _as_clause(error.message) if error.message else say_as("argument", "is missing")
        return UsageError(wrong, where=where, help=help)
    given, context = details["input"], details.get("ctx", {})
    ours = context.get("error")
    if isinstance(ours, TextError):
        ours.where = where
        return ours
    if parameter.type_descriptor.choices is not None:
        return _unknown_choice(parameter, given, where)
    match details["type"]:
        case "int_parsing":
            message: str = say("'{given}' is no whole number", given=given)
        case "int_parsing_size":
            message = say("a number of {number} digits is too large", number=len(given))
        case "greater_than_equal":
            message = say("{given} is less than {least}", given=given, least=context["ge"])
        case "less_than_equal":
            message = say("{given} is more than {most}", given=given, most=context["le"])
        case _:
            message = _as_clause(error.message)
    return UsageError(message, where=where, help=help)


def _unknown_choice(parameter: Any, given: Any, where: str) -> UsageError:
    """Return the error for a value that is none of those that an option may have."""
    known = [str(choice) for choice in parameter.type_descriptor.choices]
    if parameter.name == "format" and given in list(Format):
        from mycity_cli.cli.meant import for_format

        help = for_format(Format(given), beside=known)
        return UsageError(say("{format} is no format of this command", format=given), where=where, help=help)
    what = _noun_of(parameter)
    help = suggestion(given, known, most=len(known))
    return UsageError(say("unknown {what} '{name}'", what=what, name=given), where=where, help=help)


def _noun_of(parameter: Any) -> str:
    """Return what one of the values of an option is called."""
    nouns = {
        "from_": say("format"),
        "format": say("format"),
        "unit": say("unit"),
        "color": say("color"),
        "decimal": say("decimal sign"),
        "group": say("sign between thousands"),
        "date_order": say("order of dates"),
        "measure": say("measure"),
    }
    return nouns.get(str(parameter.name), say("value"))


def _name_in_help(argument: Any) -> str:
    """Return what the help calls an argument: its own word for it, unless that is a pattern such as `[show ID]`."""
    metavar: str | None = argument.metavar
    return metavar if metavar and metavar.isalpha() else str(argument.name).upper()


def _as_clause(message: str) -> str:
    """Return what Typer says, as it would be said behind `error:`; of what is known nothing comes here."""
    return message[:1].lower() + message[1:].rstrip(".")
