"""What the tests share: mycity to call, and few examples per property, the same ones in continuous integration."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from output.pages.browsing import Browser, started
from running import Mycity

pytest_plugins = ["engines.plugin"]

settings.register_profile("quick", deadline=None, max_examples=100, derandomize="CI" in os.environ)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("quick")

# Tests that run in the background, or under nohup, inherit that these are ignored, and so would all that they start.
for _number, _handler in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _handler)


@pytest.fixture(autouse=True, scope="session")
def _no_configuration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the configuration, and the language, of whoever runs the tests out of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        for name in ("MYCITY_CONFIG", "MYCITY_FORCE_TTY", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR"):
            patch.delenv(name, raising=False)
        patch.delenv("LANGUAGE", raising=False)
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


@pytest.fixture
def mycity(monkeypatch: pytest.MonkeyPatch) -> Mycity:
    """Return mycity, to be called with its arguments, on the bundled data."""
    monkeypatch.delenv("MYCITY_DATA", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return Mycity(monkeypatch)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser, one for all tests of a process: two cannot run in it."""
    with started() as found:
        yield found
