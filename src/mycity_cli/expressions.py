"""Regular expressions that are compiled when they are first used.

Those that a release is read by are several hundred, and a text in one language uses a part of them: to compile all of
them took a third of the time of the audit of one text.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = (
    "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "flags", "groups", "groupindex",
)  # fmt: skip


class _Expression:
    """A regular expression that is compiled when anything but its text is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        # From now on each is found as it is in the compiled one, without a detour.
        vars(self).update({each: getattr(compiled, each) for each in _METHODS})
        return getattr(compiled, name)


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, compiled when it is first used. An error in it is raised then."""
    return cast("re.Pattern[str]", _Expression(pattern, flags))
