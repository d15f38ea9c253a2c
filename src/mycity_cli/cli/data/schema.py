"""`mycity data schema`: what a dataset file may hold."""

from pathlib import Path
from typing import Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.data.options import FORCE
from mycity_cli.cli.destination import require_file

EPILOG = """Examples:

mycity data schema

mycity data schema --output schema.json

Editors that know JSON Schema then check and complete a dataset that starts with: "$schema": "schema.json"
"""


def schema(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write to a file.")
    ] = None,
    force: FORCE = False,  # noqa: FBT002  # a flag
) -> None:
    """Print the JSON Schema (draft 2020-12) of a dataset file."""
    from mycity_cli.exchange.as_json import json_text
    from mycity_cli.exchange.json_schema import json_schema

    require_file(output)
    if not force:
        streams.require_free(output)
    streams.write_result([json_text(json_schema())], output, replace=bool(force))
