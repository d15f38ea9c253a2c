"""`mycity data init`: a first dataset of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.data.options import FORCE
from mycity_cli.cli.destination import require_file
from mycity_cli.cli.language import language
from mycity_cli.errors import DataError, UsageError, visible
from mycity_cli.messages import say

EPILOG = """Examples:

mycity data init figures

mycity data init . --force
"""


def init(
    directory: Annotated[
        str, typer.Argument(metavar="DIR", show_default=False, help="The folder; made where there is none.")
    ],
    force: FORCE = False,  # noqa: FBT002  # a flag
) -> None:
    """Write a small dataset to start from, a page that explains it, and its schema."""
    from shlex import quote

    from mycity_cli.exchange.starter import DATASET, README, starter
    from mycity_cli.files import require_free, system_words, write_whole

    if not directory:
        help = say("give a folder: figures, or . for the one you are in")
        raise UsageError(say("is empty"), where="DIR", help=help)
    require_file(directory, where="DIR")
    folder = Path(directory)
    files = {folder / name: text for name, text in starter(language()).items()}
    if not force:
        for path in files:
            require_free(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(say("cannot be made: {why}", why=system_words(error)), where=str(folder)) from error
    for path, text in files.items():
        write_whole(path, [text], replace=bool(force))
    # A script wants the names as they are, a terminal must not obey them.
    shown = visible if streams.on_terminal() else str
    streams.print_result(f"{shown(str(path))}\n" for path in files)
    note = say(
        "{file} explains the dataset; next: mycity data validate {dataset}",
        file=str(folder / README),
        dataset=quote(str(folder / DATASET)),
    )
    streams.print_notes([note])
