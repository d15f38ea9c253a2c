"""The types of the fields of records: ids, texts, dates and figures, as they are read and as the schema has them.

No `from __future__ import annotations` here: Pydantic would evaluate each annotation from its text, at every start.
"""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from typing_extensions import TypeAliasType

from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney, require_amount, require_count
from mycity_cli.messages import say
from mycity_cli.period import Period

# Named types: Pydantic makes the schema of each once, however many fields have it.
Id = TypeAliasType("Id", Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)])
"""Lower-case letters, digits and single hyphens: `suzhou-2022-signing`."""

Text = TypeAliasType("Text", Annotated[str, StringConstraints(min_length=1)])
"""Text that is not empty."""


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _amount_or_none(value: object, read: Callable[[object], Figure]) -> Figure | NoMoney:
    # Nothing but the one word: `None` and `n/a` are what people write for an amount that they do not know.
    if value == NoMoney.NONE.value or value is NoMoney.NONE:
        return NoMoney.NONE
    if isinstance(value, str) and value.strip().casefold() == NoMoney.NONE.value:
        raise ValueError(say("'{value}' is no amount", value=value))
    return read(value)


class _AmountOrNone:
    """Gives the schema of an amount the one word that is none; a union would tell two errors for each wrong amount."""

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[object], Any]) -> Any:
        from pydantic_core import core_schema

        amount = core_schema.no_info_after_validator_function(require_amount, handler(Figure))
        return core_schema.no_info_wrap_validator_function(
            _amount_or_none, amount, serialization=core_schema.to_string_ser_schema()
        )


_DAY = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_WHOLE = {"type": "integer", "minimum": 0}

Date = TypeAliasType(
    "Date",
    Annotated[
        Period,
        WithJsonSchema(
            {
                "description": "a year, month or day, or two of them with `/` between; `..` is an open side",
                "examples": ["2022", "2018-04", "2022-11-03", "2017/2018-04", "../2018-04"],
                "type": "string",
                "pattern": rf"^({_DAY}(/({_DAY}|\.\.))?|\.\./{_DAY})$",
            }
        ),
    ],
)
"""When, as far as it is known."""

Count = TypeAliasType(
    "Count",
    Annotated[
        Figure,
        BeforeValidator(_as_text),
        AfterValidator(require_count),
        WithJsonSchema(
            {
                "description": "how many, as the source states it",
                "examples": [30, "30 projects", "more than 500", "30余个项目"],
                "anyOf": [{"type": "string", "minLength": 1}, _WHOLE],
            }
        ),
    ],
)
"""A number of things."""

Amount = TypeAliasType(
    "Amount",
    Annotated[
        Figure | NoMoney,
        _AmountOrNone(),
        WithJsonSchema(
            {
                "description": "money as the source states it, with its currency; "
                "`none` says that no money is involved, so that no sum lacks it",
                "examples": [
                    "52.563 billion yuan",
                    "about 93 billion yuan",
                    "525.63亿元",
                    "US$1.2 billion",
                    str(NoMoney.NONE),
                ],
                "type": "string",
                "minLength": 1,
            }
        ),
    ],
)
"""An amount of money, or that there is none to state."""

AnyFigure = TypeAliasType(
    "AnyFigure",
    Annotated[
        Figure,
        BeforeValidator(_as_text),
        WithJsonSchema(
            {
                "description": "a figure as the source states it: an amount, a count or a share",
                "examples": [
                    418,
                    "22.4%",
                    "top 50",
                    "52.563 billion yuan",
                    "about 93 billion yuan",
                    "525.63亿元",
                    "US$1.2 billion",
                ],
                "anyOf": [{"type": "string", "minLength": 1}, {"type": "integer"}],
            }
        ),
    ],
)
"""A figure of any kind."""
