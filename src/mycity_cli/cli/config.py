"""`mycity config`: what is set, and by whom."""

import os
from collections.abc import Iterator

from mycity_cli.cli import streams
from mycity_cli.cli.configured import CONFIG, SETTINGS, Configured, Layer, configured, layers, user_file
from mycity_cli.cli.language import of_system
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.options import Printing
from mycity_cli.cli.present import Coverage, format_of, present_listing
from mycity_cli.cli.terminal import color_variable
from mycity_cli.formats import Format
from mycity_cli.messages import say, say_as
from mycity_cli.output.setting_listing import Setting, settings
from mycity_cli.passwords import hidden

EPILOG = """Examples:

mycity config

mycity config --format json

mycity config --columns key,value,by

A setting is what the environment says, else [tool.mycity] of the project, else your own configuration, else the
default; an option goes before all of them. 'mycity help configuration' tells what may be set.
"""

_NONE = say_as("value", "none")


@with_groups
def config(printing: Printing) -> None:
    """Show each setting, its value, and by whom it was set: environment, project, user or default."""
    found = [*_settings(), *_of_tables()]
    listing = settings(found, for_people=format_of(printing) in (Format.TABLE, Format.MARKDOWN))
    present_listing(listing, printing, Coverage(len(found), "setting"))
    path = user_file()
    if path is not None and not any(layer.by == "user" for layer in layers()):
        streams.print_notes([say("your own configuration would be in {file}", file=str(path))])
    elif path is None and CONFIG in os.environ:
        streams.print_notes([say("{variable} is empty: your own configuration is not read", variable=CONFIG)])


def _settings() -> Iterator[Setting]:
    for key in SETTINGS:
        said = configured(key) or _otherwise(key)
        if said is None:
            yield Setting(key, None, "default", "", _default(key))
        else:
            value = hidden(said.value)
            yield Setting(key, value, said.by, said.place, value or _NONE)


def _default(key: str) -> str:
    """Return what holds of a setting that nobody set."""
    match key:
        case "data":
            return say("the bundled dataset")
        case "format":
            return say("{format}, or {other} in a pipe", format="table", other="tsv")
        case "lang":
            return say("{language}, as the system says", language=of_system().value)
        case "pager":
            return "less"
    return "auto"


def _otherwise(key: str) -> Configured | None:
    """Return what a variable that is not ours says of a setting."""
    variable = color_variable() if key == "color" else None
    if variable is not None:
        return Configured("always" if variable[1] else "never", "environment", variable[0])
    pager = os.environ.get("PAGER") if key == "pager" else None
    return None if pager is None else Configured(pager, "environment", "PAGER")


def _of_tables() -> Iterator[Setting]:
    """Yield how tables are read: what nobody set is found out from each table."""
    from mycity_cli.tables.columns import COLUMNS
    from mycity_cli.tables.saved import KEYS

    for key in (*(f"map.{column}" for column in COLUMNS), *KEYS):
        found = next(((layer, value) for layer in layers() if (value := _said_of_table(layer, key)) is not None), None)
        if found is not None:
            layer, value = found
            place = layer.tables.places[key] if layer.tables is not None else ""
            yield Setting(key, hidden(value), layer.by, place, hidden(value) or _NONE)
        elif not key.startswith("map."):
            yield Setting(key, None, "default", "", say("as the table shows"))


def _said_of_table(layer: Layer, key: str) -> str | None:
    """Return what a layer says of an option of tables, or of the name of a column, as text."""
    if layer.tables is None:
        return None
    if key.startswith("map."):
        return layer.tables.map.get(key.removeprefix("map."))
    value = layer.tables.options.get(key)
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, tuple) else str(value)
