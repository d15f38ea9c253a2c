"""The Typer app: its commands by name, each imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperOption

from mycity_cli import __version__
from mycity_cli.cli import streams
from mycity_cli.cli.help import fit_for_narrow_terminals, show_help

COMMANDS = (
    "deals",
    "conferences",
    "total",
    "facts",
    "sources",
    "cities",
    "show",
    "check",
    "claims",
    "audit",
    "report",
    "data",
)
"""The commands, in the order in which help lists them. Each is a module of this package with a function of its name.

A module that has COMMANDS itself is a group of commands: a folder with a module for each.
"""

_CONTEXT = {"help_option_names": ["-h", "--help"]}


class Commands(Mapping[str, Any]):
    """The commands of a package by name. One is imported and built when it is looked up: start-up does not grow."""

    def __init__(self, names: tuple[str, ...], package: str) -> None:
        self._names = names
        self._package = package

    def __getitem__(self, name: str) -> Any:
        if name not in self._names:
            raise KeyError(name)
        module = import_module(f"{self._package}.{name}")
        app = typer.Typer(add_completion=False, suggest_commands=False)
        settings: dict[str, Any] = {"epilog": getattr(module, "EPILOG", None), "context_settings": _CONTEXT}
        function = getattr(module, name)
        if (names := getattr(module, "COMMANDS", None)) is not None:
            app.callback(invoke_without_command=True, **settings)(function)
            group = typer.main.get_group(app)
            group.name = name
            group.commands = Commands(names, module.__name__)  # type: ignore[assignment]  # nothing adds a command
            _explain(group)
            return group
        app.command(name, **settings)(function)
        command = typer.main.get_command(app)
        _explain(command)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class ExplainedOption(TyperOption):
    """An option that is what it is when not given, or when it is text, without a Pydantic validator built for it.

    Typer builds one for each option of a command at every start, which for our options takes longer than the query.
    """

    def process_value(self, ctx: Any, value: Any) -> Any:
        """Return the value of the option, validated where there is one."""
        if value is None and not self.required:
            value = () if self.multiple else None
            return value if self.callback is None else self.callback(ctx, self, value)
        if self.callback is None:
            kind = self.type_descriptor.annotation
            if kind is str or (isinstance(kind, type) and issubclass(kind, Enum) and isinstance(value, kind)):
                return value
            if kind == list[str]:
                return list(value)
        return super().process_value(ctx, value)


class Argument(TyperArgument):
    """An argument that help shows by its name alone."""

    def display_type_rich(self, ctx: Any) -> str | None:
        """Return nothing: the name says what it is."""
        return None


def _explain(command: Any) -> None:
    """Make the parameters of a command our own, that of help among them, and its help fit for any terminal."""
    for parameter in command.params:
        if type(parameter) is TyperOption:
            parameter.__class__ = ExplainedOption
        elif type(parameter) is TyperArgument:
            parameter.__class__ = Argument
    as_typer_does = command.get_help_option

    def get_help_option(context: Any) -> Any:
        option = as_typer_does(context)
        if type(option) is TyperOption:
            option.__class__ = ExplainedOption
            option.callback = _help_wanted
        return option

    command.get_help_option = get_help_option
    fit_for_narrow_terminals(command)


def _help_wanted(context: Any, parameter: Any, wanted: Any) -> None:
    del parameter
    if wanted and not context.resilient_parsing:
        show_help(context)
        raise typer.Exit


def root_command() -> Any:
    """Return the command `mycity`."""
    command: Any = typer.main.get_command(_app)
    command.commands = Commands(COMMANDS, __package__ or "")
    _explain(command)
    return command


EPILOG = """Exit codes: 0 yes, or done;
1 no: a statement or claim is false, a release or file has problems;
2 wrong usage, or a statement that cannot be read;
3 a file cannot be read or written, or is not valid;
4 undecided, or not checkable;
70 a mistake in mycity; 130 interrupted.
"""

_app = typer.Typer(suggest_commands=False, context_settings=_CONTEXT, pretty_exceptions_enable=False)


def _show_version(wanted: bool) -> None:  # noqa: FBT001  # the signature of an option's callback
    if wanted:
        streams.print_result([f"mycity {__version__}\n"])
        raise typer.Exit


@_app.callback(invoke_without_command=True, epilog=EPILOG)
def mycity(
    ctx: typer.Context,
    version: Annotated[  # noqa: FBT002  # a flag
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Query and check the figures that cities publish about deals, exactly, each with its source."""
    if ctx.invoked_subcommand is None:
        show_help(ctx)
