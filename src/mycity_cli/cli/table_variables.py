"""The variables of the environment that say how tables are read: MYCITY_AMOUNT_UNIT, MYCITY_MAP and their like."""

from __future__ import annotations

from collections.abc import Mapping

from mycity_cli.errors import DataError, MycityError, UsageError, suggestion
from mycity_cli.messages import say
from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.saved import KEYS, Saved, Value, checked

_TRUTHS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def saved_in_variables(variables: Mapping[str, str]) -> Saved | None:
    """Return what variables say, None where they say nothing. Raises UsageError for one that cannot be used."""
    options: dict[str, Value] = {}
    places, names = {}, {}
    problems: list[MycityError] = []
    for key in KEYS:
        variable = f"MYCITY_{key.replace('-', '_').upper()}"
        text = variables.get(variable, "")
        if text:
            try:
                options |= checked({}, {key: _typed(key, text)}, ("", ""), variable).options
            except DataError as error:
                problems += [UsageError(each.message, where=variable, help=each.help) for each in error.problems]
            places[key] = variable
    for line in filter(None, map(str.strip, _parts(variables.get("MYCITY_MAP", "")))):
        column, name = _named(line)
        names[column], places[f"map.{column}"] = name, "MYCITY_MAP"
    if problems:
        raise problems[0]
    return Saved(names, options, places) if options or names else None


def _parts(text: str) -> list[str]:
    """Return the parts of a variable that lists several, each on a line or behind a semicolon."""
    return text.replace(";", "\n").splitlines()


def _named(text: str) -> tuple[str, str]:
    """Return the column and its name in a part of MYCITY_MAP. Raises UsageError for what is none."""
    column, sign, name = text.partition("=")
    if not sign:
        help = say("write {line}", line="city=Host City;date=Signed")
        raise UsageError(say("'{given}' gives no name", given=text), where="MYCITY_MAP", help=help)
    if column.strip() not in COLUMNS:
        wrong = say("unknown {what} '{name}'", what=say("column"), name=column.strip())
        raise UsageError(wrong, where="MYCITY_MAP", help=suggestion(column.strip(), COLUMNS))
    return column.strip(), name.strip()


def _typed(key: str, text: str) -> object:
    """Return the text of a variable as a file of TOML would have it."""
    match key:
        case "header-row":
            return int(text) if text.isascii() and text.isdigit() else text
        case "keep-totals" | "as-written":
            return _TRUTHS.get(text.lower(), text)
        case "missing" | "fill":
            return [part.strip() for part in _parts(text) if part.strip()]
    return text
