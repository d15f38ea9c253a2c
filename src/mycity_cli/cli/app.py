"""The Typer app: its commands by name, each imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup, TyperOption

from mycity_cli import __version__

COMMANDS = ("deals", "conferences", "total", "facts", "sources", "cities", "show", "check", "claims")
"""The commands, in the order in which help lists them. Each is a module of this package with a function of its name."""

_CONTEXT = {"help_option_names": ["-h", "--help"]}


class Commands(Mapping[str, Any]):
    """The commands by name. One is imported and built when it is looked up: start-up does not grow with them."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        module = import_module(f"mycity_cli.cli.{name}")
        app = typer.Typer(add_completion=False)
        app.command(name, epilog=getattr(module, "EPILOG", None), context_settings=_CONTEXT)(getattr(module, name))
        command = typer.main.get_command(app)
        for parameter in command.params:
            if type(parameter) is TyperOption:
                parameter.__class__ = Option
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Option(TyperOption):
    """An option that is what it is when not given, without a Pydantic validator built for it.

    Typer builds one for each option of a command at every start, which for our options takes longer than the query.
    """

    def process_value(self, ctx: Any, value: Any) -> Any:
        """Return the value of the option, validated where there is one."""
        if value is None and self.callback is None and not self.required:
            return () if self.multiple else None
        return super().process_value(ctx, value)


class Group(TyperGroup):
    """A group whose commands are built when they are looked up."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Commands()  # type: ignore[assignment]  # nothing adds a command later


def root_command() -> Any:
    """Return the command `mycity`."""
    return typer.main.get_command(_app)


_app = typer.Typer(cls=Group, suggest_commands=False, context_settings=_CONTEXT, pretty_exceptions_enable=False)


def _show_version(wanted: bool) -> None:  # noqa: FBT001  # the signature of an option's callback
    if wanted:
        typer.echo(f"mycity {__version__}")
        raise typer.Exit


@_app.callback(invoke_without_command=True)
def mycity(
    ctx: typer.Context,
    version: Annotated[  # noqa: FBT002  # a flag
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Query and check the figures that cities publish about deals, exactly, each with its source."""
    # With Rich the help is printed by now, and the text is empty.
    if ctx.invoked_subcommand is None and (text := ctx.get_help()):
        typer.echo(text)
