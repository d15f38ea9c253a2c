"""The scorer itself: an audit that finds all, one that finds nothing, and one that errs in a way that is known."""

from __future__ import annotations

from copy import deepcopy

import pytest

from release.annotated import Annotated, Json, load
from release.scoring import Score, Tally, compare, stated
from release.truth import holds

RELEASES = load()


def perfect(release: Annotated) -> Json:
    """Return what an audit that finds exactly what is annotated puts out."""
    annotation = release.annotation
    relations = [
        {
            "kind": each["kind"],
            "terms": stated(each),
            "result": None,
            "verdict": "true" if holds(each, annotation["figures"]) else "false",
        }
        for each in annotation["relations"]
    ]
    return deepcopy({"figures": annotation["figures"], "signings": annotation["signings"], "relations": relations})


def scored(**changes: list[Json]) -> Score:
    """Return the score of a perfect audit in which some lists are others."""
    return compare(RELEASES, {release.name: perfect(release) | changes for release in RELEASES})


def test_an_audit_that_finds_all_is_perfect() -> None:
    score = scored()
    assert {(tally.precision, tally.recall, tally.f1) for tally in score.tallies.values()} == {(1, 1, 1)}
    assert score.verdicts == Tally(right=score.of("relations").right)
    assert score.wrong == score.found == [release.name for release in RELEASES if release.is_twin]
    assert (score.alarms, score.notes, score.alarm_rate) == ([], [], 0)


@pytest.mark.parametrize(
    ("found", "what"),
    [("figures", "money"), ("figures", "counts and percentages"), ("signings", "signings"), ("relations", "relations")],
)
def test_an_audit_that_finds_none_misses_all(found: str, what: str) -> None:
    score = scored(**{found: [], "relations": []})
    assert (score.of(what).recall, score.of(what).extra, score.of(what).f1) == (0, 0, 0)
    assert score.let_pass == score.wrong


def test_a_relation_that_is_not_there_counts_against_the_audit() -> None:
    release = next(release for release in RELEASES if not release.annotation["relations"])
    output = perfect(release)
    output["relations"] = [{"kind": "restated", "terms": [0], "result": 0, "verdict": "false", "statement": "1 = 2"}]
    score = compare([release], {release.name: output})
    assert (score.of("relations").extra, score.alarms, score.alarm_rate) == (1, [release.name], 1)
    assert score.notes == [f"{release.name}: relation extra: restated 1 = 2: false"]


def test_a_wrong_verdict_is_no_missed_relation() -> None:
    release = next(release for release in RELEASES if release.is_twin)
    output = perfect(release)
    for relation in output["relations"]:
        relation["verdict"] = "true"
    score = compare([release], {release.name: output})
    assert (score.of("relations").recall, score.verdicts.missed, score.let_pass) == (1, 1, [release.name])


def test_a_signing_needs_a_place_in_common() -> None:
    release = RELEASES[0]
    output = perfect(release)
    for signing in output["signings"]:
        signing.update(promoter="Atlantis", host=None)
    assert compare([release], {release.name: output}).of("signings").right == 0


def test_the_table_has_a_line_for_every_measure() -> None:
    lines = list(scored().lines())
    assert len(lines) == 15
    assert lines[-1] == f"{'false alarms':26}  0 in {sum(not release.is_twin for release in RELEASES)}: none"
