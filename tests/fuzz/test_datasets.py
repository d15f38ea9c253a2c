"""A short run of the fuzzer of dataset files, the same one every time."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any


def fuzzer() -> Any:
    """Return the fuzzer, which is a script."""
    spec = importlib.util.spec_from_file_location("fuzz_datasets", Path(__file__).with_name("datasets.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_no_mutated_file_ends_in_anything_but_problems_with_their_place() -> None:
    fuzz = fuzzer()
    counts, bugs = fuzz.run(400, 2)
    assert bugs == []
    assert set(counts) > {"valid", "json-syntax", "duplicate-key", "wrong-type", "unknown-reference", "not-utf8"}
