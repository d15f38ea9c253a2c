"""Whether an object of a file has a key twice. Parsers take the last one in silence."""

from __future__ import annotations

import json
import re
from typing import Any

from mycity_cli.model import LISTS, Dataset, Place, Stated

_APART = re.compile(rb'"[ \t\r\n]++:')


def are_unique(content: bytes, dataset: Dataset) -> bool:
    """Return whether no object in the content of a file has a key twice; `dataset` is what was read from it.

    Every key became a field. Where as many colons follow a quote as there are fields, there cannot be more keys than
    fields: that is counted in a tenth of the time that another look at every object takes. Colons in texts, and space
    before a colon, only lead to that other look.
    """
    if content.count(b'":') == _fields(dataset) and _APART.search(content) is None:
        return True
    try:
        json.loads(content, object_pairs_hook=_require_unique, parse_int=_ignore, parse_float=_ignore)
    except _DuplicateKey:
        return False
    return True


def _fields(dataset: Dataset) -> int:
    """Return how many keys the file of a dataset has at least."""
    count = len(dataset.model_fields_set) + sum(len(each.model_fields_set) for each in dataset.licenses)
    for name in LISTS:
        for record in getattr(dataset, name):
            count += len(record.model_fields_set)
            if isinstance(record, Stated):
                for cited in record.sources:
                    count += len(cited.model_fields_set)
            elif isinstance(record, Place):
                count += len(record.names)
    return count


class _DuplicateKey(Exception):  # noqa: N818  # a signal
    """An object has a key twice."""


def _require_unique(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) != len(pairs):
        raise _DuplicateKey


def _ignore(literal: str) -> str:
    return literal
