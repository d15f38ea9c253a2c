"""The Typer app: what mycity does without a command, and its commands by name."""

from __future__ import annotations

from typing import Annotated

import typer

from mycity_cli import __version__
from mycity_cli.cli import streams
from mycity_cli.cli.commands import CONTEXT, Group, built_group
from mycity_cli.cli.language_option import with_language

COMMANDS = {
    "deals": "List what was signed: when, where, how many projects, what amount, and who says so.",
    "conferences": "List the conferences, each with what was signed at it.",
    "total": "Add up what was signed, exactly, and say what the rounding of the figures leaves open.",
    "facts": "List the facts about the cities that are no signings: figures, people, strategies.",
    "sources": "List the documents that state the figures, each with the number of records that cite it.",
    "cities": "List the places with their names, and how many conferences and signings each held.",
    "show": "Show one record in full: a signing with its conference and parts, all with where their sources say it.",
    "check": "Decide statements about the figures, honestly about rounding, each with its proof.",
    "claims": "Recompute every claim that the sources make, and say which agree with the figures.",
    "audit": "Read press releases, recompute what they say about their own figures, compare them with the dataset.",
    "report": "Write a fact sheet as a page: totals, charts, signings, claims and facts, each with its source.",
    "data": "Check, start, merge and convert datasets of your own, and say how tables are read.",
    "help": "List the commands and the topics, or tell about one of them.",
    "config": "Show each setting, its value, and by whom it was set: environment, project, user or default.",
    "completion": "Print the script by which a shell completes the command line of mycity: bash, zsh or fish.",
}
"""The commands, in the order in which help lists them, with what help says of each, which is its own help.

Each is a module of this package with a function of its name. A module that has COMMANDS itself is a group of commands:
a folder with a module for each.
"""

EPILOG = """Examples:

mycity deals Suzhou

mycity total --by city

mycity check 'Suzhou > Xiamen + Dongguan'

mycity audit release.txt

'mycity help COMMAND' tells more about a command, 'mycity help' lists topics such as figures, formats and exit-codes.

Exit codes: 0 yes, or done; 1 no: a statement or claim is false, a release or file has problems; 2 wrong usage, or
a statement that cannot be read; 3 a file cannot be read or written, or is not valid; 4 undecided, or not checkable;
70 a mistake in mycity; 130 interrupted.
"""

_app = typer.Typer(add_completion=False, suggest_commands=False, pretty_exceptions_enable=False)


def root_command() -> Group:
    """Return the command `mycity`."""
    return built_group(_app, "mycity", COMMANDS, __package__ or "")


def _show_version(wanted: bool) -> None:  # noqa: FBT001  # the signature of an option's callback
    if wanted:
        streams.print_result([f"mycity {__version__}\n"])
        raise typer.Exit


@_app.callback(cls=Group, invoke_without_command=True, epilog=EPILOG, context_settings=CONTEXT)
@with_language
def mycity(
    ctx: typer.Context,
    version: Annotated[  # noqa: FBT002  # a flag
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Query and check the figures that cities publish about deals, exactly, each with its source."""
    if ctx.invoked_subcommand is None:
        from mycity_cli.cli.help_text import show_help

        show_help(ctx)
