"""Commands as their help describes them: the same for the terminal, the man pages and completion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import typer

from mycity_cli.cli.commands import Group, LaterCommand
from mycity_cli.messages import Message, say, say_as


class DescribedParameter(NamedTuple):
    """An option or argument: its names (none of an argument), what it takes, what it does."""

    names: tuple[str, ...]
    value: str
    help: str


class DescribedCommand(NamedTuple):
    """A command: how it is called, what it does, what it takes under which heading, its examples and remarks."""

    path: str
    usage: str
    summary: str
    sections: dict[Message, list[DescribedParameter]]
    commands: dict[str, str]
    examples: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def tells_tables(self) -> bool:
        """Whether it says what each option of tables does, which other commands only name."""
        return self.path.split()[1:2] == ["data"]


_EXAMPLE = re.compile(r"(?:\S+ .*\| )?mycity .*|curl .*")
ARGUMENTS, OPTIONS, TABLES = say_as("help", "Arguments"), say_as("help", "Options"), say_as("help", "Tables")
"""The headings of arguments, of options that have no other heading, and of those that say how a table is read."""
_ORDER = (ARGUMENTS, OPTIONS, say_as("help", "Selecting"), say_as("help", "Output"), say_as("help", "Data"), TABLES)
_HEADINGS = {str(heading): heading for heading in _ORDER}


def command_at(root: Any, names: Sequence[str]) -> tuple[Any, Any] | None:
    """Return the command of these names within another one, with its context; None where there is none."""
    context = typer.Context(root, info_name="mycity", **root.context_settings)
    command = root
    for name in names:
        found = command_of(command, context, name)
        if found is None:
            return None
        command, context = found, typer.Context(found, info_name=name, parent=context, **found.context_settings)
    return command, context


def command_of(group: Any, context: Any, name: str) -> Any:
    """Return the command of a name within a group, imported; None where there is none, or what is asked is no group."""
    found = group.get_command(context, name) if is_group(group) else None
    return found.loaded() if isinstance(found, LaterCommand) else found


def is_group(command: Any) -> bool:
    """Return whether a command has commands."""
    return bool(getattr(command, "summaries", None))


def all_commands(root: Any) -> Iterator[tuple[str, ...]]:
    """Yield the names of each command and of those within it, each as it is typed behind `mycity`."""
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        names = waiting.pop(0)
        found = command_at(root, names)
        if found is not None and is_group(found[0]):
            waiting += [(*names, name) for name in found[0].summaries]
        if names:
            yield names


def described(command: Any, context: Any) -> DescribedCommand:
    """Return what is said of a command."""
    sections: dict[Message, list[DescribedParameter]] = {}
    for parameter in command.get_params(context):
        # What all commands have is told where mycity begins: whoever reads this knows how to ask for help.
        is_told = context.parent is None or not {"--help", "--lang"}.intersection(parameter.opts)
        if is_told and not getattr(parameter, "hidden", False):
            own = ARGUMENTS if parameter.param_type_name == "argument" else OPTIONS
            heading = _HEADINGS[getattr(parameter, "rich_help_panel", None) or own]
            sections.setdefault(heading, []).append(described_parameter(parameter))
    # What all commands have alike comes behind what is a command's own.
    sections = {heading: sections[heading] for heading in sorted(sections, key=_ORDER.index)}
    examples, remarks = _parts_of(command.epilog)
    return DescribedCommand(
        context.command_path,
        _usage(command, context),
        said(command.help),
        sections,
        dict(summaries(command)),
        examples,
        remarks,
    )


def summaries(group: Any) -> Iterator[tuple[str, str]]:
    """Yield the name of each command within one, and what it does in a line."""
    return ((name, say(summary)) for name, summary in group.summaries.items())


def said(text: str | None) -> str:
    """Return a text of the code of a command, in one line, as what can be said in other languages."""
    # The translation of nothing is what a catalogue says of itself.
    return say(line) if (line := _in_one_line(text)) else ""


def texts_of(command: Any, context: Any) -> Iterator[str]:
    """Yield what is said of a command, each text as it stands in the code: what is to be translated."""
    yield _in_one_line(command.help)
    yield from command.summaries.values()
    yield from map(_in_one_line, (parameter.help for parameter in command.get_params(context)))
    yield from _parts_of(command.epilog)[1]


def table_options(root: Any) -> list[DescribedParameter]:
    """Return the options that say how a table is read."""
    found = command_at(root, ["deals"])
    return [] if found is None else described(*found).sections[TABLES]


def _usage(command: Any, context: Any) -> str:
    """Return how a command is called: its arguments, in brackets those that need not be given, and options."""
    words = [context.command_path]
    for parameter in command.get_params(context):
        if parameter.param_type_name == "argument":
            name = _metavar(parameter)
            name = f"{name}..." if parameter.nargs == -1 and not name.endswith("...") else name
            words.append(name if parameter.required or name.startswith("[") else f"[{name}]")
    if is_group(command):
        words.append("COMMAND" if isinstance(command, Group) else "[COMMAND]")
    return " ".join([*words, "[OPTIONS]"])


def described_parameter(parameter: Any) -> DescribedParameter:
    """Return what is said of an option or argument."""
    help = said(parameter.help)
    if parameter.param_type_name == "argument":
        return DescribedParameter((), _metavar(parameter), help)
    names = sorted((*parameter.opts, *parameter.secondary_opts), key=lambda name: name.startswith("--"))
    value = "" if parameter.is_flag else _metavar(parameter)
    if parameter.envvar:
        help = say("{help} (else {variable})", help=help, variable=parameter.envvar)
    elif value and parameter.show_default and parameter.default:
        help = say("{help} [{default}]", help=help, default=parameter.default)
    return DescribedParameter(tuple(names), value, help)


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper().rstrip("_"))


def _in_one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _parts_of(epilog: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the examples at the end of a help, and what else stands there."""
    paragraphs = [_in_one_line(part) for part in (epilog or "").split("\n\n")]
    paragraphs = [part for part in paragraphs if part and part != "Examples:"]
    examples = tuple(part for part in paragraphs if _EXAMPLE.fullmatch(part))
    return examples, tuple(say(part) for part in paragraphs if part not in examples)
