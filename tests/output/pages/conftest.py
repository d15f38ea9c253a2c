"""A browser for the tests of pages, started once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from output.pages.browsing import Browser, browser

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", name="browser")
def started_browser() -> Iterator[Browser]:
    with browser() as started:
        yield started
