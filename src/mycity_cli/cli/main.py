"""Running a command line: from arguments to an exit code, with every error in one shape."""

from __future__ import annotations

import os
from collections.abc import Sequence

# No plugin of Pydantic that happens to be installed shall look at what mycity reads, or write among its results.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.app import root_command
from mycity_cli.errors import MycityError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.passwords import forget, remember


def run(arguments: Sequence[str]) -> ExitCode:
    """Run `mycity` with these arguments and return the exit code."""
    forget()
    remember([*arguments, *(text for name, text in os.environ.items() if name.startswith("MYCITY_"))])
    try:
        return _run(arguments)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  # what a library of Rust panics with is no Exception
        from mycity_cli.cli.unforeseen import unforeseen

        return streams.print_error(unforeseen(error, arguments))


def _run(arguments: Sequence[str]) -> ExitCode:
    try:
        streams.prepare()
        code = root_command().main(list(arguments), prog_name="mycity", standalone_mode=False)
        streams.flush()
    except MycityError as error:
        return streams.print_error(error)
    except typer.TyperException as error:
        from mycity_cli.cli.errors import as_usage_error

        return streams.print_error(as_usage_error(error, arguments))
    except typer.Abort:
        return ExitCode.INTERRUPTED
    except (streams.OutputClosed, BrokenPipeError):
        return ExitCode.DONE
    return ExitCode(code or 0)
