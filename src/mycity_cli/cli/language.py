"""The language that mycity speaks: what `--lang` says, else what is configured, else that of the system."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Sequence
from functools import cache, wraps
from itertools import pairwise
from typing import Annotated, Any, Literal, get_type_hints

import typer

from mycity_cli.cli.configured import configured_or_none
from mycity_cli.errors import DataError
from mycity_cli.messages import Language, catalogue_of

OPTION = "--lang"

_asked: list[str] = []


def choose(arguments: Sequence[str]) -> None:
    """Note the language that a command line asks for, before anything of it is understood: errors are told in it too.

    Raises DataError where there is no catalogue of the language.
    """
    _asked[:] = [text for text in _given(arguments) if text in list(Language)][-1:]
    language.cache_clear()
    if _asked and _asked[0] != Language.ENGLISH:
        _require(Language(_asked[0]))


def _given(arguments: Sequence[str]) -> list[str]:
    """Return what stands behind `--lang`."""
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    behind = [after for option, after in pairwise(own) if option == OPTION]
    joined = [each.removeprefix(f"{OPTION}=") for each in own if each.startswith(f"{OPTION}=")]
    return [text.lower() for text in (*joined, *behind)]


@cache
def language() -> Language:
    """Return the language in which people are told things."""
    if _asked:
        return Language(_asked[0])
    setting = configured_or_none("lang")
    found = Language(setting.value) if setting is not None else _of_system()
    return found if found is Language.ENGLISH or _is_there(found) else Language.ENGLISH


def _of_system() -> Language:
    """Return the language that the variables of POSIX and of gettext name, English where it is none of ours."""
    named = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "C")
    if named.partition(".")[0] in ("C", "POSIX"):
        return Language.ENGLISH
    for each in (*os.environ.get("LANGUAGE", "").split(":"), named):
        tag = each.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if tag in list(Language):
            return Language(tag)
    return Language.ENGLISH


def _require(language: Language) -> None:
    if not _is_there(language):
        raise DataError("has no catalogue of messages here", where=f"{OPTION} {language}", help="install mycity again")


def _is_there(language: Language) -> bool:
    try:
        catalogue_of(language)
    except FileNotFoundError:
        return False
    return True


_Lang = Annotated[
    Literal["en", "zh"] | None,
    typer.Option(
        OPTION,
        metavar="LANGUAGE",
        case_sensitive=False,
        show_default=False,
        help="The language of messages, tables and pages: en or zh; that of the system where it is not given.",
    ),
]


def with_language(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command that takes `--lang` besides its own options; `choose` has read it by then."""
    annotations: dict[str, Any] = function.__annotations__
    parameters = [*inspect.signature(function).parameters.values()]
    if any(isinstance(each, str) for each in annotations.values()):
        annotations = get_type_hints(function, include_extras=True)
        parameters = [each.replace(annotation=annotations[each.name]) for each in parameters]
    lang = inspect.Parameter("lang", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=_Lang)

    @wraps(function)
    def command(*given: Any, lang: str | None = None, **options: Any) -> Any:
        del lang
        return function(*given, **options)

    command.__signature__ = inspect.Signature([*parameters, lang])  # type: ignore[attr-defined]  # what inspect looks for
    command.__annotations__ = {**annotations, "lang": _Lang}
    return command
