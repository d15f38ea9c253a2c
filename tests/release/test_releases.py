"""What an audit finds in the releases of the tests: as much as is promised, and the errors of the bad twins."""

from __future__ import annotations

from pathlib import Path

import pytest

from release.annotated import build, load
from release.scoring import Score, audited, compare
from running import Mycity


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> Score:
    folder: Path = tmp_path_factory.mktemp("releases")
    build(folder)
    return compare(load(), audited(folder))


@pytest.mark.parametrize(("what", "least"), [("counts and percentages", 0.95), ("signings", 0.85)])
def test_figures_and_signings_are_found(score: Score, what: str, least: float) -> None:
    assert score.of(what).f1 >= least, score.of(what)


def test_relations_are_found_and_few_others(score: Score) -> None:
    relations = score.of("relations")
    assert relations.recall >= 0.89, relations
    assert relations.precision >= 0.97, relations


def test_verdicts_are_right(score: Score) -> None:
    assert score.verdicts.recall == 1, score.notes


def test_the_errors_of_the_bad_twins_are_told_or_at_least_doubted(score: Score) -> None:
    assert len(score.found) >= 0.6 * len(score.wrong), score.let_pass
    assert len(score.not_seen) <= 0.15 * len(score.wrong), score.not_seen


def test_few_consistent_releases_are_called_wrong(score: Score) -> None:
    assert score.alarm_rate <= 1 / 50, score.alarms


def test_parts_that_only_fit_are_shown_on_request(mycity: Mycity, tmp_path: Path) -> None:
    (release,) = (each for each in load() if each.name == "105-two-breakdowns")
    path = tmp_path / "a.txt"
    path.write_text(release.text, encoding="utf-8")
    fits = "38 contracts + 15 + 7 = 60 contracts"
    assert fits not in mycity("audit", path).out
    assert fits in mycity("audit", path, "--all").out
