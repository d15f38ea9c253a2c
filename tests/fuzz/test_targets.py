"""The fuzzers, for about a minute altogether: what ever failed, and then some inputs, the same ones each time."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

from fuzz.fuzzing import CORPUS, corpus, inputs, problem_of, read
from fuzz.targets import FEW, TARGETS, TRIED

_PARTS = 4
"""Each target is tried in so many tests, so that processes share them."""

KEPT = [(name, path) for name, target in TARGETS.items() for path in corpus(target)]


@pytest.mark.parametrize(("name", "path"), KEPT, ids=[f"{name} {path.name}" for name, path in KEPT])
def test_what_ever_failed_fails_no_more(name: str, path: Path) -> None:
    assert problem_of(TARGETS[name], read(path)) == ""


def test_every_folder_of_the_corpus_is_that_of_a_target() -> None:
    assert {path.name for path in CORPUS.iterdir()} <= {*TARGETS}


@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize("name", TARGETS)
def test_no_input_fails(name: str, part: int) -> None:
    target = TARGETS[name]
    tried = islice(inputs(target, f"tests {part}"), TRIED.get(name, FEW) // _PARTS)
    found = [(given, problem) for given in tried if (problem := problem_of(target, given))]
    assert found == []


@pytest.mark.parametrize("name", TARGETS)
def test_the_same_seed_makes_the_same_inputs(name: str) -> None:
    target = TARGETS[name]
    some = list(islice(inputs(target, 7), 10))
    if not name.endswith(("xlsx", "parquet", "sqlite", "duckdb")):  # such files hold the time at which they are made
        assert some == list(islice(inputs(target, 7), 10))
    assert some != list(islice(inputs(target, 8), 10))
