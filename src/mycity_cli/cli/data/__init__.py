"""`mycity data`: the commands for files of your own."""

from __future__ import annotations

import typer

from mycity_cli.cli.help_text import show_help

COMMANDS = ("validate", "schema", "init", "merge", "convert", "profile")
"""The commands of the group, in the order in which help lists them."""

EPILOG = """Examples:

mycity data validate figures.json

mycity data init figures

mycity data merge 2022.json 2023.json --output all.json

mycity data convert all.json all.sqlite

mycity data profile deals.xlsx -o deals.mycity.toml

mycity data schema --output schema.json
"""


def data(ctx: typer.Context) -> None:
    """Check, start, merge and convert datasets of your own, and say how tables are read."""
    if ctx.invoked_subcommand is None:
        show_help(ctx)
