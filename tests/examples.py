"""Small datasets to test with: whole and valid as they stand, other where a test says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from mycity_cli.dataset import parse
from mycity_cli.errors import DataError, Problem, visible
from mycity_cli.figure import Figure
from mycity_cli.model import Dataset, Signing

if TYPE_CHECKING:
    from collections.abc import Iterator

Raw = dict[str, Any]
"""A record as JSON has it."""

NAME = "d.json"
PLACES: list[Raw] = [
    {"id": "mianyang", "name": "Mianyang", "names": {"zh-Hans": "绵阳", "zh-Hant": "綿陽"}, "country": "CN"},
    {
        "id": "suzhou",
        "name": "Suzhou",
        "names": {"zh-Hans": "苏州", "zh-Hant": "蘇州"},
        "aliases": ["Soochow", "Suzhou City"],
        "province": "Jiangsu",
        "country": "CN",
    },
    {"id": "xiamen", "name": "Xiamen", "names": {"zh-Hans": "厦门", "zh-Hant": "廈門"}, "aliases": ["Amoy"]},
    {"id": "xian", "name": "Xi'an", "names": {"zh-Hans": "西安"}},
]
SOURCES: list[Raw] = [
    {"id": "paper", "title": "The Paper", "publisher": "A Publisher", "language": "en"},
    {"id": "website", "title": "Le Café", "publisher": "Another", "language": "fr", "date": "2023-01"},
]


def cited(*ids: str) -> list[Raw]:
    return [{"id": id} for id in ids]


def conference(id: str, **fields: Any) -> Raw:
    return {"id": id, "kind": "promotion", "name": id.title(), "city": "suzhou", "sources": cited("paper"), **fields}


def signing(id: str, **fields: Any) -> Raw:
    return {"id": id, "kind": "investment", "city": "suzhou", "sources": cited("paper"), **fields}


def fact(id: str, **fields: Any) -> Raw:
    stated = {} if "text" in fields or "figure" in fields else {"figure": "418"}
    return {"id": id, "name": id.title(), "sources": cited("paper"), **stated, **fields}


def claim(id: str, **fields: Any) -> Raw:
    stated = {} if "statement" in fields or "reason" in fields else {"statement": "1 = 1"}
    return {"id": id, "text": id.title(), "sources": cited("paper"), **stated, **fields}


def raw(**fields: Any) -> Raw:
    """Return the JSON of a dataset with two sources and some places, and the fields given."""
    return {"city": "mianyang", "places": PLACES, "sources": SOURCES, **fields}


def dataset(*signings: Raw, **fields: Any) -> Dataset:
    """Return a dataset with these signings and fields."""
    return Dataset.model_validate_json(json.dumps(raw(signings=list(signings), **fields)))


def refusal(**fields: Any) -> str:
    """Return what is wrong with a dataset with these fields: as `refusal_of`."""
    return refusal_of(json.dumps(raw(**fields)).encode())


def refusal_of(content: bytes) -> str:
    """Return what is wrong with the content of a file: the pointer and the message of each problem, a line each.

    Of the helps only offers stand below them. Places, excerpts, codes and helps are those of the gallery.
    """
    with pytest.raises(DataError) as caught:
        parse(content, name=NAME)
    problems = [problem for problem in caught.value.problems if isinstance(problem, Problem)]
    assert len(problems) == len(caught.value.problems)
    return "\n".join(line for problem in problems for line in _lines_of(problem))


def _lines_of(problem: Problem) -> Iterator[str]:
    yield visible(problem.wrong.removesuffix(f" [{problem.code}]"))
    if problem.help.startswith("did you mean "):
        yield f"help: {problem.help}"


def ids(signings: tuple[Signing, ...] | list[Signing]) -> list[str]:
    return [signing.id for signing in signings]


def amount(text: str) -> Figure:
    return Figure.parse(text)
