"""The copy of a text that is read: invisible characters gone, wide and traditional forms as their plain twins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from mycity_cli.expressions import expression
from mycity_cli.figure.folding import narrow, simplified

_INVISIBLE = expression(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
"""What shows no mark of its own: soft hyphens, joiners, marks of direction, selectors of variants, byte order marks."""

_GROUPED = expression(r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")
"""A space that sets off a group of three digits: no other space that does not break stands between digits."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it is read. `removed` holds, for each run of characters taken out, where it stood in the copy."""

    text: str
    removed: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()

    def original(self, offset: int) -> int:
        """Return where a character of the copy stands in the text itself."""
        if not self.removed:
            return offset
        return offset + self.lengths[bisect_right(self.removed, offset)]

    def inside(self, offset: int) -> int:
        """Return where a character of the text itself stands in the copy, or would stand had it not been taken out."""
        return offset if not self.removed else bisect_left(range(len(self.text) + 1), offset, key=self.original)


def plain(text: str) -> Plain:
    """Return the copy of a text that is read, character for character but for those that cannot be seen."""
    if text.isascii():
        return Plain(text)
    copy = _GROUPED.sub(",", simplified(narrow(_INVISIBLE.sub("", text))))
    if len(copy) == len(text):
        return Plain(copy)
    removed, lengths = [], [0]
    for run in _INVISIBLE.finditer(text):
        removed.append(run.start() - lengths[-1])
        lengths.append(lengths[-1] + run.end() - run.start())
    return Plain(copy, tuple(removed), tuple(lengths))


def words(text: str) -> frozenset[str]:
    """Return the words that a text lists."""
    return frozenset(text.split())
