"""The option `--lang`, which every command has; `mycity_cli.cli.language` has read it by the time it is understood."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

from mycity_cli.cli.language import OPTION
from mycity_cli.errors import UsageError
from mycity_cli.messages import Language, language_of, listed, say


def _require_known(tag: str | None) -> None:
    """Raise UsageError for a language that is none of ours."""
    if tag is not None and language_of(tag) is None:
        wrong = say("unknown {what} '{name}'", what=say("language"), name=tag)
        raise UsageError(wrong, where=OPTION, help=say("known: {names}", names=listed(Language)))


_Lang = Annotated[
    str | None,
    typer.Option(
        OPTION,
        metavar="LANGUAGE",
        show_default=False,
        autocompletion=lambda: [each.value for each in Language],
        help="The language of messages, tables and pages: en or zh; that of the system where it is not given.",
    ),
]


def with_language(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command that takes `--lang` besides its own options."""
    annotations: dict[str, Any] = function.__annotations__
    parameters = [*inspect.signature(function).parameters.values()]
    if any(isinstance(each, str) for each in annotations.values()):
        annotations = get_type_hints(function, include_extras=True)
        parameters = [each.replace(annotation=annotations[each.name]) for each in parameters]
    lang = inspect.Parameter("lang", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=_Lang)

    @wraps(function)
    def command(*given: Any, lang: str | None = None, **options: Any) -> Any:
        _require_known(lang)
        return function(*given, **options)

    command.__signature__ = inspect.Signature([*parameters, lang])  # type: ignore[attr-defined]  # what inspect looks for
    command.__annotations__ = {**annotations, "lang": _Lang}
    return command
