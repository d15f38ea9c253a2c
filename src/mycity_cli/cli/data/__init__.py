"""`mycity data`: the commands for files of your own."""

from __future__ import annotations

import typer

from mycity_cli.cli.help import show_help

COMMANDS = {
    "validate": "Check datasets and tables, and say of each problem where it stands, what is wrong and what to do.",
    "schema": "Print the JSON Schema (draft 2020-12) of a dataset file.",
    "init": "Write a small dataset to start from, a page that explains it, and its schema.",
    "merge": "Make one dataset of several.",
    "convert": "Write a dataset in another format: JSON, SQLite, or its signings as CSV, JSON Lines or Parquet.",
    "profile": "Write how a table is read, as TOML: map, unit, signs and dates, with what was found in its columns.",
}
"""The commands of the group, in the order in which help lists them, with what help says of each."""

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
