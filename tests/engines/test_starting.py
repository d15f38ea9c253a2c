"""Servers are started, waited for and ended, and one that does not start says why."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from engines.servers.starting import DoesNotStart, NotInstalled, as_user, done, free_port, serving


def test_a_server_answers_as_long_as_it_is_needed(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    with serving(command, tmp_path, port, "Python"), socket.socket() as trial:
        assert trial.connect_ex(("127.0.0.1", port)) == 0
    with socket.socket() as trial:
        assert trial.connect_ex(("127.0.0.1", port)) != 0


def test_a_server_that_does_not_start_says_why(tmp_path: Path) -> None:
    command = ["sh", "-c", "echo no such setting >&2; exit 3"]
    with pytest.raises(DoesNotStart, match="no such setting"), serving(command, tmp_path, free_port(), "Sh"):
        pass
    with pytest.raises(DoesNotStart, match="Sh does not start: no such setting"):
        done(command, tmp_path, "Sh")


def test_what_a_server_needs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    with pytest.raises(NotInstalled, match="there is no user mycity-nobody to run it as"):
        as_user("mycity-nobody", "Nobody")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert as_user("mycity-nobody", "Nobody") == []
