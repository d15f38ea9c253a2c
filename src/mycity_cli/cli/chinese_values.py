"""Values of options that are typed in Chinese, where the option takes no text: `--measure 金额`, `--year 2022年`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from mycity_cli.figure.folding import narrow
from mycity_cli.query import Measure
from mycity_cli.query.called import column_called, period_in, title_key, titles_of

_YEAR = re.compile(r"(\d{1,4})年")


def in_english(arguments: Sequence[str]) -> list[str]:
    """Return arguments with such values as their options take them; what is none of them stays as it is."""
    found = list(arguments)
    for at, each in enumerate(found):
        if each == "--":
            break
        name, sign, value = each.partition("=")
        if sign and name.startswith("--") and name in _READ:
            found[at] = f"{name}={_READ[name](value)}"
        elif each in _READ and at + 1 < len(found):
            found[at + 1] = _READ[each](found[at + 1])
        elif each[:2] in _READ and len(each) > 2 and not each.startswith("--"):
            found[at] = each[:2] + _READ[each[:2]](each[2:])
    return found


def is_field(title: str, fields: Collection[str]) -> bool:
    """Return whether some of the fields are called so in Chinese."""
    return title_key(title) in titles_of(fields)


def _measure(text: str) -> str:
    return column_called(text, Measure) or text


def _year(text: str) -> str:
    found = _YEAR.fullmatch(narrow(text))
    return text if found is None else found[1]


def _date(text: str) -> str:
    return text if text.isascii() else period_in(text) or text


_READ: Mapping[str, Callable[[str], str]] = {
    "--measure": _measure,
    "-m": _measure,
    "--year": _year,
    "-y": _year,
    "--since": _date,
    "--until": _date,
}
"""The options with such values, and what reads them."""
