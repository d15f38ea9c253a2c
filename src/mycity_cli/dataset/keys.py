"""Whether an object of a file has a key twice. Parsers take the last one in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from mycity_cli.model import LISTS, Dataset, Stated

_APART = re.compile(rb'"[ \t\r\n]++:')
_FIELDS = attrgetter("__pydantic_fields_set__")


def are_unique(content: bytes, dataset: Dataset) -> bool:
    """Return whether no object in the content of a file has a key twice; `dataset` is what was read from it.

    Every key became a field. Where there are as many colons as fields, or as many that follow a quote, there cannot be
    more keys than fields: that is counted in a tenth of the time that another look at every object takes. Colons in
    texts, and space before a colon, only lead to that other look.
    """
    fields = _fields(dataset)
    if content.count(b":") == fields or (content.count(b'":') == fields and _APART.search(content) is None):
        return True
    import json

    try:
        json.loads(content, object_pairs_hook=_require_unique, parse_int=_ignore, parse_float=_ignore)
    except _DuplicateKey:
        return False
    return True


def _fields(dataset: Dataset) -> int:
    """Return how many keys the file of a dataset has at least."""
    lists: list[Sequence[BaseModel]] = [getattr(dataset, name) for name in LISTS]
    cited = (record.sources for records in lists for record in records if isinstance(record, Stated))
    records = chain([dataset], dataset.licenses, *lists, chain.from_iterable(cited))
    return sum(map(len, map(_FIELDS, records))) + sum(len(place.names) for place in dataset.places)


class _DuplicateKey(Exception):  # noqa: N818  # a signal
    """An object has a key twice."""


def _require_unique(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) != len(pairs):
        raise _DuplicateKey


def _ignore(literal: str) -> str:
    return literal
