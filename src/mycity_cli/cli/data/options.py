"""The options that the commands of the group share."""

from typing import Annotated

import typer

FORCE = Annotated[bool, typer.Option("--force", help="Replace a file that exists.")]
