"""Regular expressions that are compiled when first used: each is one, and finds what the compiled one does."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import mycity_cli.release
from mycity_cli.expressions import expression
from mycity_cli.release.lexicon import cue, either_case, patterns, table

FOLDER = Path(mycity_cli.release.__file__).parent
MODULES = sorted(
    ".".join(("mycity_cli.release", *path.relative_to(FOLDER).with_suffix("").parts)).removesuffix(".__init__")
    for path in FOLDER.rglob("*.py")
)


def test_an_expression_is_compiled_when_it_is_asked() -> None:
    found = expression(r"(?P<x>a+)(b)?", re.IGNORECASE)
    plain = re.compile(r"(?P<x>a+)(b)?", re.IGNORECASE)
    assert "search" not in vars(found)
    assert found.findall("aab A") == plain.findall("aab A") == [("aa", "b"), ("A", "")]
    assert "search" in vars(found)
    assert (found.pattern, found.flags, found.groups) == (plain.pattern, plain.flags, plain.groups)
    assert found.sub("", "xAx") == "xx"


def test_what_is_no_expression_is_told_when_it_is_asked() -> None:
    with pytest.raises(re.error, match="unterminated character set"):
        expression("[a").search("a")
    with pytest.raises(AttributeError):
        expression("a").nothing  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("name", MODULES)
def test_every_expression_of_a_module_can_be_compiled(name: str) -> None:
    for each in vars(import_module(name)).values():
        if type(each).__name__ == "_Expression":
            assert re.compile(each.pattern, each.flags & re.IGNORECASE).groups == each.groups


@pytest.mark.parametrize("name", ["signings.en", "signings.zh"])
def test_every_pattern_of_the_lexicon_can_be_compiled(name: str) -> None:
    assert all(each.groups >= 0 for each in patterns(name).values())


def test_every_cue_can_be_compiled() -> None:
    assert all(cue(meaning).groups >= 0 for meaning in table("assertions.en"))


@pytest.mark.parametrize("pattern", [r"签约|落户\s", "(?P<it>§)[^，。]"])
def test_no_case_is_ignored_where_no_letter_has_two(pattern: str) -> None:
    assert not either_case(pattern).flags & re.IGNORECASE


@pytest.mark.parametrize("pattern", ["EXPO|会", r"\bexpo"])
def test_case_is_ignored_where_a_letter_has_two(pattern: str) -> None:
    assert either_case(pattern).search("an Expo")
