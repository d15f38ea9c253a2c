"""Commands whose parameters are groups of options: to Typer each is the options of its group."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Literal, get_args, get_origin, get_type_hints

from mycity_cli.cli import json_options, streams
from mycity_cli.cli.configured import configured
from mycity_cli.cli.options import LISTED, Data, Printing, Saving, Selecting
from mycity_cli.cli.table_options import Tables
from mycity_cli.errors import UnknownNameError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.formats import Result, suffix_of, written_endings

GROUPS = (Data, Tables, Selecting, Printing, Saving)


def _require_writable(given: dict[str, Any]) -> None:
    """Raise UsageError where the result would go to a file that exists or is read, before the work for it is done."""
    printing = next((value for value in given.values() if isinstance(value, Printing | Saving)), None)
    if printing is None:
        return
    from mycity_cli.cli.destination import replaces_a_file, require_writable

    data = next((value.data for value in given.values() if isinstance(value, Data)), None)
    tables = next((value for value in given.values() if isinstance(value, Tables)), None)
    inputs = [] if data is None else [data]
    if tables is not None:
        inputs += [str(name) for name in (tables.like, tables.profile) if name is not None]
    if replaces_a_file(printing.output):
        from mycity_cli.cli.defaults import also_read

        inputs += also_read(tables, data)
    require_writable(printing.output, inputs, force=bool(printing.force))


def _settle_json(given: dict[str, Any]) -> None:
    """Make JSON the format where one of its options is given. Raises UsageError where another one is asked for."""
    for name, printing in given.items():
        if isinstance(printing, Printing) and json_options.are_given(printing):
            format = given.get("format", printing.format)
            given[name] = json_options.settled(printing, None if format is None else str(format))
            if "format" in given:
                given["format"] = given[name].format
            return


def _require_ending(given: dict[str, Any], parameters: Mapping[str, inspect.Parameter]) -> None:
    """Raise UsageError where the file has an ending that no format of the command has; charts have their own."""
    printing = next((value for value in given.values() if isinstance(value, Printing)), None)
    if printing is None or printing.output is None or given.get("format", printing.format) or given.get("chart"):
        return
    ending = suffix_of(str(printing.output))
    if ending in written_endings(Result.LISTING) or not streams.names_a_file(printing.output):
        return
    from mycity_cli.cli.meant import require_ending

    declared = parameters["format"].annotation if "format" in parameters else None
    require_ending(ending, _choices(declared) or LISTED, str(printing.output))


def _choices(annotation: Any) -> list[str]:
    """Return the values that an annotation allows, wherever in it they stand."""
    inner = get_args(annotation)
    if get_origin(annotation) is Literal:
        return list(inner)
    return [choice for each in inner for choice in _choices(each)]


def _default_data() -> str | None:
    """Return the data that the configuration names, None where it names none."""
    # The environment is Typer's to read.
    found = configured("data")
    return None if found is None else found.value


def with_groups(function: Callable[..., ExitCode | None]) -> Callable[..., ExitCode | None]:
    """Return a command whose parameters that are groups of options are, to Typer, the options of those groups.

    An option that the command declares itself, with more choices or another help, stands in place of the group's.
    """
    parameters = inspect.signature(function).parameters
    groups: dict[str, Any] = {name: p.annotation for name, p in parameters.items() if p.annotation in GROUPS}
    declared = parameters.keys() - groups.keys()
    spread: list[inspect.Parameter] = []
    for name, parameter in parameters.items():
        if name in groups:
            hints = get_type_hints(groups[name], include_extras=True)
            spread += [
                inspect.Parameter(option, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hints[option])
                for option, default in groups[name]._field_defaults.items()
                if option not in declared
            ]
        else:
            spread.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(function)
    def command(**given: Any) -> ExitCode | None:
        for name, group in groups.items():
            given[name] = group(**{option: given.pop(option) for option in group._fields if option not in declared})
            if group is Data and given[name].data is None:
                given[name] = Data(_default_data())
        _settle_json(given)
        _require_writable(given)
        _require_ending(given, parameters)
        try:
            return function(**given)
        except UnknownNameError as error:
            from mycity_cli.cli.hints import with_other_data

            data = next((value.data for value in given.values() if isinstance(value, Data)), None)
            with_other_data(error, data)
            raise

    command.__signature__ = inspect.Signature(spread)  # type: ignore[attr-defined]  # what inspect looks for
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in spread}
    return command
