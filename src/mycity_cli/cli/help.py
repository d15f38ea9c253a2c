"""Help as Typer draws it; where the terminal is too narrow for that, with what each option does below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mycity_cli.cli import streams
from mycity_cli.cli.streams import at_words

NARROW = 64
"""Cells of a line below which the columns of Typer's help break words."""


def show_help(context: Any) -> None:
    """Write the help of a command to standard output. Raises what `streams.print_result` does."""
    try:
        with streams.taken():
            # With Rich the help is printed by now, and the text is empty.
            text = context.get_help()
    except SystemExit as error:
        # Rich would end the process with 1 where nobody reads.
        raise streams.OutputClosed from error
    streams.print_result([f"{text}\n"] if text else [])


def narrow_help(command: Any, context: Any, width: int) -> str:
    """Return the help of a command in lines of `width` cells, broken at words."""
    blocks = [(0, command.get_usage(context)), (0, command.help or "")]
    for heading, rows in _sections(command, context).items():
        blocks.append((0, f"{heading}:"))
        for name, help in rows:
            blocks += [(2, name), (6, help)]
    blocks += [(0, paragraph) for paragraph in (command.epilog or "").split("\n\n")]
    return "\n".join(line for block in blocks for line in _lines(*block, width)).strip("\n")


def _sections(command: Any, context: Any) -> dict[str, list[tuple[str, str]]]:
    """Return what a command takes, and what each does, by the heading that they stand under."""
    sections: dict[str, list[tuple[str, str]]] = {"Arguments": [], "Options": []}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        default = "Arguments" if parameter.param_type_name == "argument" else "Options"
        if record is not None:
            sections.setdefault(getattr(parameter, "rich_help_panel", None) or default, []).append(record)
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        sections.setdefault("Commands", []).append((name, command.get_command(context, name).help or ""))
    return {heading: rows for heading, rows in sections.items() if rows}


def _lines(indent: int, text: str, width: int) -> Iterator[str]:
    """Yield a paragraph in lines; an empty line before it, unless it is a part of a list."""
    if not text.strip():
        return
    if indent == 0:
        yield ""
    for line in at_words(" ".join(text.split()), width - indent):
        yield f"{' ' * indent}{line}"
