"""A short run of the fuzzer of releases, the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.releases import EXIT_CODES, failures, problem, texts


@pytest.mark.parametrize("seed", range(4))
def test_any_text_ends_with_a_documented_exit_code(seed: int) -> None:
    assert list(failures(40, seed)) == []


def test_the_same_seed_makes_the_same_texts() -> None:
    first, second, other = (texts(seed) for seed in (7, 7, 8))
    some = [next(first) for _ in range(50)]
    assert some == [next(second) for _ in range(50)]
    assert some != [next(other) for _ in range(50)]
    assert any(not text.isascii() for text in some)


@pytest.mark.parametrize("format", ["table", "json"])
def test_what_fails_is_found(format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    assert problem("30 projects", path, format) is None
    monkeypatch.setattr("fuzz.releases.EXIT_CODES", EXIT_CODES - {4})
    assert str(problem("30 projects", path, format)).startswith("exit code 4")
