"""Starting servers on loopback in folders of their own, and ending no process but those."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


class NotInstalled(Exception):  # noqa: N818  # no error: the tests are skipped
    """A server, or what it needs, is not there; the message names what to install."""


class DoesNotStart(Exception):  # noqa: N818  # what is wrong with a server is said by the name
    """A server is installed and does not start."""


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def as_user(user: str, server: str) -> list[str]:
    """Return what runs a command as a user where we are root, which servers refuse. Raises NotInstalled."""
    if os.geteuid() != 0:
        return []
    there = subprocess.run(["id", user], capture_output=True, check=False).returncode == 0
    if not there or shutil.which("setpriv") is None:
        raise NotInstalled(f"{server} does not run as root, and there is no user {user} to run it as")
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]


@contextmanager
def own_folder(name: str, user: str | None = None) -> Iterator[Path]:
    """Give an empty folder, that of another user where we are root."""
    folder = Path(tempfile.mkdtemp(prefix=f"mycity-{name}-"))
    try:
        if user is not None and os.geteuid() == 0:
            shutil.chown(folder, user, user)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def done(command: Sequence[str | Path], folder: Path, server: str) -> None:
    """Run a command to its end. Raises DoesNotStart where it fails."""
    found = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, cwd=folder)
    if found.returncode:
        raise DoesNotStart(f"{server} does not start: {(found.stderr or found.stdout).strip()[-500:]}")


@contextmanager
def serving(
    command: Sequence[str | Path],
    folder: Path,
    port: int,
    server: str,
    *,
    seconds: int = 30,
    env: Mapping[str, str] | None = None,
) -> Iterator[None]:
    """Run a server as long as this lasts, from when it answers on its port. Raises DoesNotStart."""
    log = folder / "log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*map(str, command)],
            stdout=stream,
            stderr=stream,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env={**os.environ, **(env or {})},
            start_new_session=True,  # what it starts itself can be ended with it
        )
    try:
        _wait(process, port, log, server, seconds)
        yield
    finally:
        _end(process)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path, server: str, seconds: int) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    told = log.read_text(encoding="utf-8", errors="replace").strip()[-500:]
    raise DoesNotStart(f"{server} does not answer within {seconds} seconds: {told}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a server and what it has started, which is the group that is named like it."""
    for sign, seconds in ((signal.SIGTERM, 20), (signal.SIGKILL, 5)):
        try:
            os.killpg(process.pid, sign)
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
        except ProcessLookupError:
            process.wait(5)
        return
