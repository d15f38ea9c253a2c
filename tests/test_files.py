"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mycity_cli.errors import DataError, UsageError
from mycity_cli.files import made_whole, require_free, system_words, words_of, write_whole
from mycity_cli.messages import Language, told
from running import MYCITY

if TYPE_CHECKING:
    from collections.abc import Iterator


def broken(error: BaseException) -> Iterator[str]:
    yield "half of it"
    raise error


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("pieces", "content"),
    [
        ([], b""),
        (["a\n", "b\n"], b"a\nb\n"),
        (["苏州\r\n"], "苏州\r\n".encode()),
        (iter(["from ", "an iterator"]), b"from an iterator"),
    ],
)
def test_a_new_file_holds_all_of_it(tmp_path: Path, pieces: list[str], content: bytes) -> None:
    path = tmp_path / "new.tsv"
    write_whole(path, pieces)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_of_the_mask(tmp_path: Path, mask: int, expected: int) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "new", ["text"])
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert mode(tmp_path / "new") == expected


@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o755])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, permissions: int) -> None:
    path = tmp_path / "old"
    path.write_text("a longer text than the new one")
    path.chmod(permissions)
    write_whole(path, ["new"])
    assert path.read_text() == "new"
    assert mode(path) == permissions
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_a_replaced_file_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_text("old")
    os.chown(path, 12345, 23456)
    path.chmod(0o2754)
    write_whole(path, ["new"])
    found = path.stat()
    assert (found.st_uid, found.st_gid, mode(path), path.read_text()) == (12345, 23456, 0o2754, "new")


def test_an_owner_that_cannot_be_kept_keeps_nobody_from_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old"
    path.write_text("old")
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 12345, 23456)

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    write_whole(path, ["new"])
    assert (mode(path), path.read_text()) == (0o640, "new")


@pytest.mark.parametrize("error", [ValueError("bad"), KeyboardInterrupt()], ids=["error", "interrupt"])
@pytest.mark.parametrize("old", ["old", None])
def test_failing_midway_leaves_everything_as_it_was(tmp_path: Path, error: BaseException, old: str | None) -> None:
    path = tmp_path / "file"
    if old is not None:
        path.write_text(old)
    with pytest.raises(type(error)):
        write_whole(path, broken(error))
    assert [file.read_text() for file in tmp_path.iterdir()] == ([] if old is None else [old])


def test_text_that_has_no_bytes_is_written_out(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", ["caf\udce9 \ud800 é"])
    assert (tmp_path / "file").read_text(encoding="utf-8") == "caf\\udce9 \\ud800 é"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing/file", "No such file or directory"),
        ("file/in-a-file", "Not a directory"),
        ("folder", "Is a directory"),
        ("n" * 256, "File name too long"),
    ],
)
def test_what_cannot_be_written_is_an_error_that_names_it(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    path = tmp_path / name
    with pytest.raises(DataError) as caught:
        write_whole(path, ["text"])
    assert str(caught.value) == f"error: {path}: cannot be written: {message}"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file", "folder"]
    assert (tmp_path / "file").read_text() == "old"


def test_an_error_of_the_disk_midway_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(DataError) as caught:
        write_whole(path, broken(OSError(28, "No space left on device")))
    assert str(caught.value) == f"error: {path}: cannot be written: No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target, link = folder / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, ["new"])
    assert link.is_symlink()
    assert (target.read_text(), mode(target)) == ("new", 0o640)


def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "target")
    write_whole(link, ["new"])
    assert link.is_symlink()
    assert (tmp_path / "target").read_text() == "new"


def test_a_link_to_itself_is_an_error_that_names_it(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)
    with pytest.raises(DataError, match="cannot be written: Too many levels of symbolic links"):
        write_whole(link, ["new"])


@pytest.mark.parametrize("name", ["n" * 255, "苏" * 85], ids=["latin", "chinese"])
def test_a_file_may_have_the_longest_name_there_is(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, ["text"])
    assert (tmp_path / name).read_text() == "text"


def test_a_device_takes_what_it_is_given() -> None:
    write_whole(Path("/dev/null"), ["text"])
    assert Path("/dev/null").is_char_device()


def test_a_full_device_is_an_error_that_names_it() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    with pytest.raises(DataError) as caught:
        write_whole(Path("/dev/full"), ["text"])
    assert str(caught.value) == "error: /dev/full: cannot be written: No space left on device"


def test_a_pipe_takes_what_it_is_given(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(path, ["text"])
        assert os.read(reader, 100) == b"text"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(path.stat().st_mode)


# --- files that a library writes itself ----------------------------------------------------------------------------


def test_a_file_that_is_made_beside_takes_its_place_at_once(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    path.write_bytes(b"old")
    with made_whole(path) as beside:
        beside.write_bytes(b"\x00new\xff")
        assert (beside.parent, path.read_bytes()) == (tmp_path, b"old")
    assert path.read_bytes() == b"\x00new\xff"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError("bad"), KeyboardInterrupt()], ids=["error", "interrupt"])
def test_failing_while_it_is_made_leaves_everything_as_it_was(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "figures.db"
    path.write_bytes(b"old")

    def fail() -> None:
        with made_whole(path) as beside:
            beside.write_bytes(b"half of it")
            raise error

    with pytest.raises(type(error)):
        fail()
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_only_a_file_is_replaced(tmp_path: Path, make: Any) -> None:
    path = tmp_path / "place"
    make(path)
    with pytest.raises(DataError, match=r"cannot be written: (Is a directory|not a regular file)"), made_whole(path):
        pass
    assert list(tmp_path.iterdir()) == [path]


# --- files that must not be replaced -------------------------------------------------------------------------------


def test_a_file_that_exists_is_replaced_only_if_it_may_be(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, ["first"], replace=False)
    with pytest.raises(UsageError) as caught:
        write_whole(path, ["second"], replace=False)
    assert str(caught.value) == f"error: {path}: exists already\nhelp: --force replaces it"
    with pytest.raises(UsageError, match="exists already"):
        require_free(path)
    assert path.read_text() == "first"
    assert mode(path) == mode(tmp_path / "file")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_file_made_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refuse_to_link)
    path = tmp_path / "file"

    def pieces() -> Iterator[str]:
        yield "second"
        path.write_text("first")

    with pytest.raises(UsageError, match="exists already"):
        write_whole(path, pieces(), replace=False)
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_system_without_links_gets_the_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refuse_to_link)
    write_whole(tmp_path / "file", ["text"], replace=False)
    assert (tmp_path / "file").read_text() == "text"
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def refuse_to_link(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_of_two_writers_at_once_one_succeeds(tmp_path: Path) -> None:
    path, start, outcomes = tmp_path / "file", threading.Barrier(8), []

    def write(text: str) -> None:
        try:
            with made_whole(path, replace=False) as beside:
                beside.write_text(text * 10_000)
                start.wait()
            outcomes.append(text)
        except UsageError:
            outcomes.append("")

    writers = [threading.Thread(target=write, args=(letter,)) for letter in "abcdefgh"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    (winner,) = [text for text in outcomes if text]
    assert len(outcomes) == len(writers)
    assert path.read_text() == winner * 10_000
    assert list(tmp_path.iterdir()) == [path]


# --- writers that are killed ---------------------------------------------------------------------------------------

KILLER = Path(__file__).parent / "killed_writers.py"


@pytest.mark.parametrize("kind", ["text", "database"])
def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path, kind: str) -> None:
    done = subprocess.run(
        [sys.executable, str(KILLER), str(tmp_path), kind, "120"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    versions = done.stdout.split()
    assert len(versions) == 120
    # Kills that all fell before the first write, or all between two writes, would show nothing.
    assert len(set(versions)) > 5
    assert any(file.name.startswith(".mycity-") for file in tmp_path.iterdir())
    write_whole(tmp_path / "target", ["the next run"])
    assert (tmp_path / "target").read_text() == "the next run"


DAY = 24 * 60 * 60


def test_what_killed_writers_left_is_removed_by_the_next_after_a_day(tmp_path: Path) -> None:
    old, young = [".mycity-abcd_123.part", ".mycity-abcd_124.part-journal"], ".mycity-abcd_125.part"
    others = [".mycity-settings", ".mycity-notes.part", "abcd_123.part", ".mycity-abcd_123.part.txt"]
    for name in (*old, young, *others):
        (tmp_path / name).touch()
    (tmp_path / ".mycity-abcd_126.part").mkdir()
    (tmp_path / ".mycity-abcd_127.part").symlink_to(young)
    kept = [young, *others, ".mycity-abcd_126.part", ".mycity-abcd_127.part"]
    for path in tmp_path.iterdir():
        if path.name != young and not path.is_symlink():
            then = path.stat().st_mtime - DAY - 60
            os.utime(path, (then, then))
    (tmp_path / "in").mkdir()
    write_whole(tmp_path / "in" / "target", ["another folder"])
    assert {path.name for path in tmp_path.iterdir()} == {*kept, *old, "in"}
    write_whole(tmp_path / "target", ["the next run"])
    assert {path.name for path in tmp_path.iterdir()} == {*kept, "in", "target"}


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_writer_that_is_asked_to_end_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    target, number = tmp_path / "out.tsv", getattr(signal, name)
    target.write_text("old")
    with subprocess.Popen(
        [*MYCITY, "check", "-", "--output", str(target), "--force"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        _wait_for_a_file(tmp_path)
        running.send_signal(number)
        running.wait(timeout=30)
        assert running.stderr is not None
        assert (running.returncode, running.stderr.read()) == (128 + number, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["out.tsv"]
    assert target.read_text() == "old"


def test_a_signal_that_comes_twice_does_not_stop_the_cleaning(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*MYCITY, "check", "-", "--output", str(tmp_path / "out.tsv")], stdin=subprocess.PIPE
    ) as running:
        _wait_for_a_file(tmp_path)
        for _ in range(2):
            running.send_signal(signal.SIGHUP)
        assert running.wait(timeout=30) == 128 + signal.SIGHUP
    assert list(tmp_path.iterdir()) == []


def test_what_is_to_outlive_its_terminal_does(tmp_path: Path) -> None:
    target = tmp_path / "out.tsv"
    command = f"trap '' HUP; exec {' '.join(MYCITY)} check - --output {target}"
    with subprocess.Popen(["bash", "-c", command], stdin=subprocess.PIPE) as running:
        _wait_for_a_file(tmp_path)
        running.send_signal(signal.SIGHUP)
        running.communicate(b"1 = 1\n", timeout=30)
    assert (running.returncode, target.read_text()) == (
        0,
        "true\t1 = 1\t1\t1\tcount\tthe left side agrees with the right, at the precision stated\t\n",
    )


def _wait_for_a_file(folder: Path) -> None:
    """Wait until something is being written in a folder."""
    until = time.monotonic() + 30
    while not any(path.name.startswith(".mycity-") for path in folder.iterdir()):
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_the_system_is_quoted(number: int) -> None:
    words = os.strerror(number)
    assert words_of(number) == system_words(OSError(number, words)) == words


@pytest.mark.parametrize(
    "number",
    [errno.ENOENT, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EROFS, errno.ELOOP,
     errno.ENAMETOOLONG, errno.EMFILE, errno.ENXIO, errno.EIO, errno.EBUSY, errno.EPIPE, errno.EINVAL, errno.EFBIG,
     errno.EDQUOT],
)  # fmt: skip
def test_what_the_system_says_of_files_is_said_in_chinese(number: int) -> None:
    said = told(words_of(number), Language.CHINESE)
    assert not any("a" <= letter.lower() <= "z" for letter in said)


def test_a_name_that_no_file_can_have_is_told_in_chinese() -> None:
    with pytest.raises(ValueError, match="null byte") as raised:
        Path("a\0b").read_bytes()
    assert told(system_words(raised.value), Language.CHINESE) == "含有空字节"


def test_what_only_the_system_knows_stays_as_it_is() -> None:
    assert told(system_words(OSError(errno.EINVAL, "of another system")), Language.CHINESE) == "of another system"
    assert system_words(OSError("without a number")) == "without a number"
