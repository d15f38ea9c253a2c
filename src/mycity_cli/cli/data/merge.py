"""`mycity data merge`: several datasets made one."""

from pathlib import Path
from typing import Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.data.options import FORCE
from mycity_cli.cli.destination import require_writable
from mycity_cli.dataset import load
from mycity_cli.errors import UsageError
from mycity_cli.messages import say
from mycity_cli.tables.location import is_table

EPILOG = """Examples:

mycity data merge 2022.json 2023.json --output all.json

mycity data merge ours.json theirs.json | mycity total --data -

A record that several files have alike is kept once; one that they have differently is an error.
"""


def merge(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False, help="The datasets to merge.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write to a file.")
    ] = None,
    force: FORCE = False,  # noqa: FBT002  # a flag
) -> None:
    """Make one dataset of several."""
    from mycity_cli.exchange.as_json import as_json
    from mycity_cli.exchange.merging import Named
    from mycity_cli.exchange.merging import merge as merged_of

    require_writable(output, map(str, files), force=bool(force))
    for file in files:
        if is_table(str(file)):
            raise UsageError(say("is a table, and no dataset"), where=str(file), help=_converting(file))
    merged = merged_of([Named(str(file), load(file)) for file in files])
    streams.write_result([as_json(merged.dataset)], output, replace=bool(force))
    streams.print_notes([*_twice(files), *merged.notes])


def _converting(file: Path) -> str:
    """Return the help that names the command which makes a dataset of a table."""
    from shlex import quote

    dataset = quote(str(file.with_suffix(".json")))
    return say(
        "make a dataset of it first: mycity data convert {table} {dataset}", table=quote(str(file)), dataset=dataset
    )


def _twice(files: list[Path]) -> list[str]:
    """Return a note for each file that is given again: most likely another one was meant."""
    real = [file.resolve() for file in files]
    twice = (str(file) for number, file in enumerate(files) if real[number] in real[:number])
    return [say("{file} is given twice", file=file) for file in twice]
