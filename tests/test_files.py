"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from mycity_cli.errors import DataError
from mycity_cli.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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


@pytest.mark.parametrize("error", [ValueError("bad"), KeyboardInterrupt()], ids=["error", "interrupt"])
@pytest.mark.parametrize("old", ["old", None])
def test_failing_midway_leaves_everything_as_it_was(tmp_path: Path, error: BaseException, old: str | None) -> None:
    path = tmp_path / "file"
    if old is not None:
        path.write_text(old)
    with pytest.raises(type(error)):
        write_whole(path, broken(error))
    assert [file.read_text() for file in tmp_path.iterdir()] == ([] if old is None else [old])


def test_text_that_has_no_bytes_leaves_everything_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "file", ["\ud800"])
    assert list(tmp_path.iterdir()) == []


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
    from pathlib import Path

    write_whole(Path("/dev/null"), ["text"])
    assert Path("/dev/null").is_char_device()


def test_a_full_device_is_an_error_that_names_it() -> None:
    from pathlib import Path

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
