"""Commands and their parameters, derived from those of Typer: imported when they run, and explained as mycity does.

What Typer cannot do at the speed that start-up has to keep stands here and nowhere else, measured as processor time:

- It builds all commands before it runs one. `LaterCommand` imports a command when it runs: `mycity --help`, which
  imported all of them and Rich, took 2.6 times as long as an empty Typer program, and takes 0.4 times as long.
- It builds a validator of Pydantic for each option and argument of a command, given or not. `Option` and `Argument` do
  so only for a value that has to be converted: that saves 4 % of `mycity total`, and a third of the total of a table,
  which needs Pydantic for nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from mycity_cli.cli.language import behind
from mycity_cli.cli.language_option import with_language

CONTEXT = {"help_option_names": ["-h", "--help"]}


class Option(TyperOption):
    """An option that is converted only where it has to be."""

    def process_value(self, ctx: Any, value: Any) -> Any:
        """Return the value of the option, without a validator where it is not given, or is text and may be any."""
        if value is None and not self.required:
            value = () if self.multiple else None
        elif not _is_converted(self, value):
            return super().process_value(ctx, value)
        return value if self.callback is None else self.callback(ctx, self, value)


class Argument(TyperArgument):
    """An argument that is converted only where it has to be."""

    def process_value(self, ctx: Any, value: Any) -> Any:
        """Return the value of the argument, without a validator where it may be left out and is, or may be any text."""
        if not self.required and not value:
            return value or None
        if value and _is_converted(self, value):
            return list(value) if self.nargs == -1 else value
        return super().process_value(ctx, value)


def _is_converted(parameter: Any, value: Any) -> bool:
    """Return whether a value is what the function of a command takes."""
    kind = parameter.type_descriptor.annotation
    is_choice = isinstance(kind, type) and issubclass(kind, Enum) and isinstance(value, kind)
    return parameter.callback is None and (kind is str or kind == list[str] or is_choice)


_OWN: dict[type, type] = {TyperOption: Option, TyperArgument: Argument}


def _own(parameter: Any) -> Any:
    """Return a parameter as one of our own classes; Typer makes all of them of its own."""
    kind: Any = _OWN.get(type(parameter))
    if kind is None:
        return parameter
    own = kind.__new__(kind)
    vars(own).update(vars(parameter))
    return own


if TYPE_CHECKING:
    _Base = TyperCommand
else:
    _Base = object


class _Explained(_Base):
    """What is the same in commands and in groups of them: their help."""

    _help_option_of_ours: Any = None

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option `--help`, the same one at each call: parsing compares it."""
        if self._help_option_of_ours is None and (found := super().get_help_option(ctx)) is not None:
            self._help_option_of_ours = _own(found)
            self._help_option_of_ours.callback = _help_wanted
        return self._help_option_of_ours

    def get_help(self, ctx: Any) -> str:
        """Return the help, as wide as the terminal."""
        from mycity_cli.cli.help_text import help_of

        return help_of(self, ctx)


def _help_wanted(context: Any, parameter: Any, wanted: Any) -> None:
    del parameter
    if wanted and not context.resilient_parsing:
        from mycity_cli.cli.help_text import show_help

        show_help(context)
        raise typer.Exit


class _Holding(_Explained):
    """What is the same in whatever has commands within it, each a module of a package with a function of its name."""

    package: str = ""
    summaries: Mapping[str, str] = {}
    """What each command does, in a line: its own help begins so."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands, in the order in which help lists them."""
        return list(self.summaries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command by its name, None where there is none of that name."""
        return LaterCommand(cmd_name, self.summaries[cmd_name], self.package) if cmd_name in self.summaries else None


class Command(_Holding, TyperCommand):
    """A command. One that has commands within it runs alone where the first word is none of them."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Return the context of the command, or of the one within it, for these arguments."""
        within = behind(args)
        if within and within[0] in self.summaries:
            outer = typer.Context(self, info_name=info_name, parent=parent)
            # What stands before its name, such as `--lang zh`, is for the command within to look at.
            rest = [*args[: len(args) - len(within)], *within[1:]]
            return self.get_command(outer, within[0]).make_context(within[0], rest, parent=outer)
        return super().make_context(info_name, args, parent, **extra)


class Group(_Holding, TyperGroup):
    """A group of commands, which does nothing without one of them."""


class LaterCommand(Command):
    """A command by its name and a line of help, whose module is imported when it runs or explains itself."""

    def __init__(self, name: str, summary: str, package: str) -> None:
        super().__init__(name, help=summary)
        self._module = f"{package}.{name}"

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Return the context of the command itself, for these arguments."""
        return self.loaded().make_context(info_name, args, parent, **extra)

    def loaded(self) -> Any:
        """Return the command itself: the function of its name, or a group where its module has COMMANDS.

        A module that RUNS_ALONE is a command all the same, with those within it.
        """
        module = import_module(self._module)
        function, epilog = with_language(getattr(module, str(self.name))), getattr(module, "EPILOG", None)
        app = typer.Typer(add_completion=False, suggest_commands=False)
        summaries = getattr(module, "COMMANDS", {})
        if summaries and not getattr(module, "RUNS_ALONE", False):
            app.callback(cls=Group, invoke_without_command=True, epilog=epilog, context_settings=CONTEXT)(function)
            return built_group(app, str(self.name), summaries, self._module)
        app.command(self.name, cls=Command, epilog=epilog, context_settings=CONTEXT)(function)
        command: Command = _built(app)
        command.summaries, command.package = summaries, self._module
        return command


def built_group(app: typer.Typer, name: str, summaries: Mapping[str, str], package: str) -> Group:
    """Return the group that an app is, with the commands of a package in it."""
    group: Group = _built(app)
    group.name, group.summaries, group.package = name, summaries, package
    return group


def _built(app: typer.Typer) -> Any:
    command: Any = typer.main.get_command(app)
    command.params = [_own(each) for each in command.params]
    return command
