"""The releases of the tests are what they claim: annotations fit their texts, and only the bad twins are wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from release.annotated import RELATIONS, Annotated, build, load
from release.truth import holds

AMOUNT = r"(?:\d|[亿万]|illion)\s*(?:元|%|percent|yuan|euro|yen|pounds|patacas|U\.?S\.? dollars)|[$€£]\s*\d"
RELEASES = load()
EACH = pytest.mark.parametrize("release", RELEASES, ids=lambda release: str(release.name))


@EACH
def test_an_annotation_fits_its_text(release: Annotated) -> None:
    figures, end = release.annotation["figures"], 0
    for figure in figures:
        assert figure["start"] >= end
        end = figure["start"] + len(figure["text"])
        assert release.text[figure["start"] : end] == figure["text"]
    for relation in release.annotation["relations"] + release.annotation["optional_relations"]:
        fields = [field for field in RELATIONS[relation["kind"]] if field.isalpha()]
        numbers = [
            n for field in fields for n in (relation[field] if isinstance(relation[field], list) else [relation[field]])
        ]
        assert len(numbers) == len(set(numbers)) > 1
        assert all(0 <= n < len(figures) for n in numbers)


@EACH
def test_nothing_that_looks_like_an_amount_or_a_percentage_is_left_out(release: Annotated) -> None:
    unmarked = list(release.text)
    for figure in release.annotation["figures"]:
        unmarked[figure["start"] : figure["start"] + len(figure["text"])] = "#" * len(figure["text"])
    assert re.findall(AMOUNT, "".join(unmarked)) == []


@EACH
def test_only_a_bad_twin_is_wrong(release: Annotated) -> None:
    wrong = [each for each in release.annotation["relations"] if not holds(each, release.annotation["figures"])]
    assert bool(wrong) == release.is_twin


@EACH
def test_a_release_without_a_twin_asserts_nothing(release: Annotated) -> None:
    assert bool(release.annotation["relations"]) == release.annotation["has_twin"]


def test_every_place_of_a_chinese_release_is_in_its_text() -> None:
    for release in RELEASES:
        for signing in release.annotation["signings"]:
            for name in [*signing.get("promoter_names", []), *signing.get("host_names", [])]:
                assert name in release.text, release.name
            if release.annotation["lang"] == "zh":
                assert all(signing[role] is None or f"{role}_names" in signing for role in ("promoter", "host"))


def test_both_languages_state_every_kind_of_relation() -> None:
    stated = {(each.annotation["lang"], rel["kind"]) for each in RELEASES for rel in each.annotation["relations"]}
    assert stated == {(language, kind) for language in ("en", "zh") for kind in RELATIONS if kind != "decline"}


def test_what_is_built_is_what_was_read(tmp_path: Path) -> None:
    build(tmp_path)
    for release in RELEASES:
        assert (tmp_path / f"{release.name}.txt").read_text(encoding="utf-8") == release.text
        assert json.loads((tmp_path / f"{release.name}.json").read_text(encoding="utf-8")) == release.annotation
    assert len(list(tmp_path.iterdir())) == 2 * len(RELEASES)
