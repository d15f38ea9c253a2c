"""How a value that people write as text is read by Pydantic: in a dataset and as an option alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic_core import CoreSchema, core_schema

from mycity_cli.messages import say


def text_schema(cls: type, parse: Callable[[str], Any], description: str) -> CoreSchema:
    """Return a schema that takes an instance of `cls` or a text for `parse`, and writes it back as that text."""

    def read(value: object) -> Any:
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return parse(value)
        raise ValueError(say("write it as text in quotes, not as {type}", type=type(value).__name__))

    return core_schema.json_or_python_schema(
        json_schema=core_schema.no_info_after_validator_function(
            parse, core_schema.str_schema(metadata=_described(description))
        ),
        python_schema=core_schema.no_info_plain_validator_function(read),
        serialization=core_schema.to_string_ser_schema(),
    )


def _described(description: str) -> dict[str, Any]:
    return {"pydantic_js_updates": {"description": description}}
