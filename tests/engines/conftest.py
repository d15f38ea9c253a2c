"""What the tests of engines share."""

from __future__ import annotations

import pytest

from engines.asking import Asker, Tables
from running import Mycity


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("rows"))


@pytest.fixture
def asker(tables: Tables, mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> Asker:
    return Asker(tables, mycity, monkeypatch)
