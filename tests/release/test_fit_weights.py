"""The script that fits weights: what is annotated gets likelier, and its file is one that the audit reads."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from scripts.fit_weights import ROLES, Example, examples, fitted, load, slopes, written

from mycity_cli.release.weights import weights
from release.annotated import build


@pytest.fixture(scope="module")
def shares(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    folder: Path = tmp_path_factory.mktemp("annotated")
    build(folder)
    return list(examples(load([folder]), "share", {"part.rank5"}))


def test_options_are_told_apart_by_what_is_annotated(shares: list[Example]) -> None:
    assert any(any(example.right) for example in shares)
    assert not any("part.rank5" in option for example in shares for option in example.options)


def test_fitted_weights_make_what_is_annotated_likelier(shares: list[Example]) -> None:
    table = fitted(list(shares))
    before, after = (
        sum(
            abs(slope)
            for example in shares
            for slope in slopes(example, dict.fromkeys(names(shares), 0) | known).values()
        )
        for known in ({}, {name: weight / 4.343 for name, weight in table.items()})
    )
    assert after < before / 2


def names(shares: list[Example]) -> set[str]:
    return {
        each for example in shares for each in (*example.doubts, *(f for option in example.options for f in option))
    }


def test_what_is_written_is_what_is_read() -> None:
    tables = {kind: {"none": 3, "part.rank1": -2} for kind in ROLES}
    assert tomllib.loads(written(tables)) == tables


def test_the_audit_has_weights_for_every_kind() -> None:
    assert set(weights()) == set(ROLES)
    assert all(isinstance(weight, int) for table in weights().values() for weight in table.values())
