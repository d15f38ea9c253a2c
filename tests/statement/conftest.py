"""What the tests of the command line share."""

from __future__ import annotations

import pytest

from running import Mycity


@pytest.fixture
def mycity(monkeypatch: pytest.MonkeyPatch) -> Mycity:
    """Return mycity, to be called with its arguments, on the bundled data."""
    monkeypatch.delenv("MYCITY_DATA", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return Mycity(monkeypatch)
