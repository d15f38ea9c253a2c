"""Running a command line: from arguments to an exit code, with every error in one shape."""

from __future__ import annotations

import os
from collections.abc import Sequence

# No plugin of Pydantic that happens to be installed shall look at what mycity reads, or write among its results.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import typer

from mycity_cli.cli import configured, language, streams
from mycity_cli.cli.app import root_command
from mycity_cli.cli.arguments import as_meant
from mycity_cli.errors import MycityError, UnknownNameError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.passwords import forget, remember

ASKED_BY = "_MYCITY_COMPLETE"
"""The variable of the environment by which the script of a shell asks what Tab offers."""


def run(arguments: Sequence[str]) -> ExitCode:
    """Run `mycity` with these arguments and return the exit code."""
    forget()
    configured.forget()
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
        language.choose(arguments)
        if (shell := os.environ.get(ASKED_BY)) is not None:
            return _offer(shell, arguments)
        streams.print_notes([*language.unspoken(), *configured.unknown_variables()])
        code = root_command().main(as_meant(arguments), prog_name="mycity", standalone_mode=False)
        streams.flush()
    except MycityError as error:
        return streams.print_error(_as_meant(error, language.behind(arguments)))
    except typer.TyperException as error:
        from mycity_cli.cli.errors import as_usage_error

        return streams.print_error(as_usage_error(error, language.behind(arguments)))
    except typer.Abort:
        return ExitCode.INTERRUPTED
    except (streams.OutputClosed, BrokenPipeError):
        return ExitCode.DONE
    return ExitCode(code or 0)


def _as_meant(error: MycityError, arguments: Sequence[str]) -> MycityError:
    if not isinstance(error, UnknownNameError):
        return error
    from mycity_cli.cli import meant

    return meant.as_meant(error, arguments)


def _offer(shell: str, arguments: Sequence[str]) -> ExitCode:
    """Tell a shell what Tab offers; one that nobody knows, or a script of an older mycity, is offered nothing."""
    from mycity_cli.cli.tab_key import SHELLS, lines_for

    if shell not in SHELLS:
        return ExitCode.USAGE
    streams.print_result(f"{line}\n" for line in lines_for(shell, root_command(), arguments))
    return ExitCode.DONE
