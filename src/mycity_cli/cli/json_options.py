"""The options `--json` and `--jq`: the fields of JSON to show, and what to make of them.

No `from __future__ import annotations` here: Typer reads the annotations as they are.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from mycity_cli.errors import UnknownNameError, UsageError
from mycity_cli.formats import Format
from mycity_cli.messages import say

if TYPE_CHECKING:
    from mycity_cli.cli.options import Printing

V = TypeVar("V")

JSON, JQ = "--json", "--jq"


def _offered(ctx: typer.Context) -> list[Any]:
    """Return the fields that Tab offers."""
    from mycity_cli.cli.offers import offered

    return offered(ctx, "columns")


Json = Annotated[
    str | None,
    typer.Option(
        JSON,
        metavar="[A,B]",
        show_default=False,
        autocompletion=_offered,
        rich_help_panel="Output",
        help="JSON with all fields, or with these.",
    ),
]
Jq = Annotated[
    str | None,
    typer.Option(
        JQ,
        metavar="FILTER",
        show_default=False,
        rich_help_panel="Output",
        help="Filter the JSON by an expression of jq; texts come without quotes, a result a line.",
    ),
]


def are_given(printing: "Printing") -> bool:
    """Return whether one of the options is."""
    return printing.json is not None or printing.jq is not None


def settled(printing: "Printing", format: str | None) -> "Printing":
    """Return how to write JSON: the filter implies all fields. `format` is the format asked for by name.

    Raises UsageError for another format, for columns beside fields, and for a filter that is none.
    """
    option = JSON if printing.json is not None else JQ
    if format is not None and format not in (Format.JSON, Format.JSONL):
        wrong = say("is JSON, and --format asks for {format}", format=format)
        raise UsageError(wrong, where=option, help=say("leave out one of the two"))
    if printing.json and printing.columns is not None:
        wrong = say("names the fields, and --columns does too")
        raise UsageError(wrong, where=JSON, help=say("leave out one of the two"))
    if printing.jq is not None:
        require_filter(printing.jq, numbers=printing.numbers)
    every = "" if printing.columns is None else None
    return printing._replace(
        format=Format.JSON if format is None else Format(format), json=every if printing.json is None else printing.json
    )


def require_filter(expression: str, *, numbers: bool = False) -> None:
    """Raise UsageError for an expression that is no filter, and for numbers that a filter would round."""
    if numbers:
        wrong = say("a filter computes with 17 digits, so that amounts stay strings there")
        help = say("leave out --numbers; {filter} makes numbers", filter=".amount | tonumber")
        raise UsageError(wrong, where="--numbers", help=help)
    from mycity_cli.output.filtered import compiled

    compiled(expression)


def through_filter(text: str, expression: str) -> list[str]:
    """Return what a filter makes of JSON, as long as it takes or until somebody ends it. Raises UsageError."""
    from mycity_cli.cli.deadline import endable
    from mycity_cli.output.filtered import filtered

    with endable():
        return filtered(text, expression)


def fields_of(json: str) -> list[str]:
    """Return the fields that the option names; none where it means all."""
    return [name.strip() for name in json.split(",") if name.strip()]


def require_fields(names: Iterable[str], known: Sequence[str]) -> None:
    """Raise UnknownNameError for a field that there is not."""
    for name in names:
        if name not in known:
            raise UnknownNameError(say("field"), name, known, where=JSON, most=len(known))


def chosen(record: dict[str, V], json: str | None) -> dict[str, V]:
    """Return the fields of a record that are asked for, in that order. Raises UnknownNameError."""
    names = fields_of(json or "")
    require_fields(names, list(record))
    return {name: record[name] for name in names} if names else record
