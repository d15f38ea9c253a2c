"""`mycity completion`: the script that makes the Tab key of a shell know mycity."""

from pathlib import Path
from typing import Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.tab_key import SHELLS
from mycity_cli.errors import UnknownNameError, UsageError
from mycity_cli.messages import listed, say, say_as

EPILOG = """Examples:

mycity completion bash

mycity completion zsh > _mycity

mycity completion fish

Put it where your shell starts: eval "$(mycity completion bash)" into ~/.bashrc, eval "$(mycity completion zsh)" into
~/.zshrc, or 'mycity completion fish | source' into ~/.config/fish/config.fish. Tab then offers commands, options,
cities, kinds, ids, columns and formats, whatever their case, and files where a file is named.
"""

_FOLDER = Path(__file__).parent / "shells"


def completion(
    shell: Annotated[
        str | None,
        typer.Argument(
            metavar="SHELL", show_default=False, autocompletion=lambda: list(SHELLS), help="bash, zsh or fish."
        ),
    ] = None,
) -> None:
    """Print the script by which a shell completes the command line of mycity: bash, zsh or fish."""
    if shell is None:
        help = say("give one of {shells}: mycity completion bash", shells=listed(SHELLS))
        raise UsageError(say_as("argument", "is missing"), where="SHELL", help=help)
    if shell not in SHELLS:
        raise UnknownNameError(say("shell"), shell, SHELLS, where="SHELL")
    streams.print_result([(_FOLDER / f"completion.{shell}").read_text("utf-8")])
