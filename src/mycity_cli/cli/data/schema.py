"""`mycity data schema`: what a dataset file may hold."""

from pathlib import Path
from typing import Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.model import Dataset

EPILOG = """Examples:

mycity data schema

mycity data schema --output schema.json
"""


def schema(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write to a file.")
    ] = None,
) -> None:
    """Print the JSON Schema (draft 2020-12) of a dataset file."""
    import json

    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    text = json.dumps(dialect | Dataset.model_json_schema(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        streams.print_result([text])
    else:
        streams.write_file(output, [text])
