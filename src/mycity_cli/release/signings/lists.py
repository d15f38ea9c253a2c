"""Lists and tables: the lines that stand beside each other, each for a place or in a row of its own."""

from __future__ import annotations

import re

from mycity_cli.release.places import known
from mycity_cli.release.signings.reading import Reading

_ROW = re.compile(r"\s{0,9}\|?\s{0,9}[*_]{0,2}([^|\n]{0,80}?)[*_]{0,2}\s{0,9}\|")
_LABEL = re.compile(
    r"\W*(?:\d{1,2}[.)、．)]\s?|第[一二三四五六七八九十\d]{1,2}[站场轮批][，,]\s?)?([^:：,，.。;；\d\n]{1,24}?)\s?(?:[:：]|\s(?:--|–|—|-)\s)"
)
_RANK = re.compile(r"[一-鿿]{1,6}[市县区州盟旗]|[A-Z][\w'’ ]+ (?:City|County|District|Prefecture|city|county|district)")
_TOTAL = re.compile(
    r"(?:sub|grand )?total|altogether|sum|all|overall|together|合计|总计|共计|小计|总数|全市|全省|全区", re.IGNORECASE
)


def are_beside(reading: Reading, one: int, other: int) -> bool:
    """Return whether two sentences are items of one list or table: neither states a total, or a part of the other."""
    if one == other:
        return False
    first, second = _row(reading, one), _row(reading, other)
    if first is not None and second is not None:
        return not (is_total(first) or is_total(second))
    return _is_of_place(reading, one) and _is_of_place(reading, other)


def is_total(label: str) -> bool:
    """Return whether the first cell of a row, or the label of a line, says that it states everything together."""
    return _TOTAL.fullmatch(label.strip(" *_:：|")) is not None


def is_row(reading: Reading, sentence: int) -> bool:
    """Return whether a sentence is a row of a table."""
    return _row(reading, sentence) is not None


def _row(reading: Reading, sentence: int) -> str | None:
    """Return the first cell of a row of a table, None for what is none."""
    whole = reading.release.sentences[sentence]
    found = _ROW.match(reading.text, whole.start, whole.end)
    return None if found is None else found[1]


def _is_of_place(reading: Reading, sentence: int) -> bool:
    """Return whether a line is labelled with the name of a place."""
    whole = reading.release.sentences[sentence]
    found = _LABEL.match(reading.text, whole.start, whole.end)
    if found is None:
        return False
    label = found[1].strip(' *_“”"')
    place = known(label)
    return place is not None or _RANK.fullmatch(label) is not None
