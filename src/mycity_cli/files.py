"""Reading files up to a limit, and writing them whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

from mycity_cli.errors import DataError, UsageError
from mycity_cli.messages import say

_PIECE = 1 << 20
UNFINISHED = ".mycity-"
"""How the name of a file starts that is being written, until it takes its own."""
_ENDING = ".part"
"""How it ends: so much of the name is ours that a file of somebody else can hardly have it."""
_OURS = re.compile(rf"{re.escape(UNFINISHED)}[a-z0-9_]{{8}}{re.escape(_ENDING)}(?:-journal|-wal|-shm)?")
"""The names of such files, and of those that SQLite writes beside them."""
_STALE = 24 * 60 * 60
"""After so many seconds without a change nobody writes such a file any more: its writer was killed."""


def read_file(path: Path, most: int, *, text: bool = False) -> bytes:
    """Return the content of a file, a named pipe or a device of at most so many bytes, as `read_bounded` does.

    Raises DataError where it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > most:
                raise too_large(most, str(path))
            return read_bounded(stream, most, where=str(path), text=text)
    except (OSError, ValueError) as error:
        raise DataError(say("cannot be read: {why}", why=system_words(error)), where=str(path)) from error


def read_bounded(
    stream: BinaryIO, most: int, *, where: str, text: bool = False, unless: tuple[bytes, ...] = ()
) -> bytes:
    """Return what a stream holds. Raises DataError where it cannot be read, or holds more than so many bytes.

    A device may have no end: no more is read than shows that it is too much. Of what should be `text` no more is read
    than shows that it is none: a piece with a NUL is the last, `unless` the content begins with one of these.
    """
    content = bytearray()
    try:
        while len(content) <= most and (piece := stream.read(min(_PIECE, most + 1 - len(content)))):
            content += piece
            if text and b"\0" in piece and not content.startswith(unless):
                break
    except OSError as error:
        raise DataError(say("cannot be read: {why}", why=system_words(error)), where=where) from error
    if len(content) > most:
        raise too_large(most, where)
    return bytes(content)


def too_large(most: int, where: str) -> DataError:
    """Return the error for a file of more than so many bytes."""
    return DataError(say("is larger than {size} MiB", size=most // (1024 * 1024)), where=where)


def write_whole(path: Path, pieces: Iterable[str] | Iterable[bytes], *, replace: bool = True) -> None:
    """Write text or bytes to a file: when this returns it holds all of it, and if it raises, what it held before.

    Raises DataError where the file cannot be written, and UsageError where it exists and must not be replaced.
    """
    with _told_of(path):
        if path.exists() and not path.is_file():
            # A device or a pipe cannot be replaced; it takes what it is given.
            with path.open("wb") as stream:
                stream.writelines(_as_bytes(pieces))
            return
    with made_whole(path, replace=replace) as beside, beside.open("wb") as stream:
        stream.writelines(_as_bytes(pieces))


def _as_bytes(pieces: Iterable[str] | Iterable[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        # A byte of the name of a file that is no UTF-8 is written out, as standard output has it.
        yield piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")


@contextmanager
def made_whole(path: Path, *, replace: bool = True) -> Iterator[Path]:
    """Give the path of an empty file to fill, which takes the place of `path` in one step when all went well.

    Two writers at once have a file each; those of writers that were killed are removed after a day. Raises DataError
    where the file cannot be written, and UsageError where it exists and must not be replaced, also if it was made while
    this one was being filled.
    """
    # It takes a while to load, and most commands write no file.
    from tempfile import mkstemp

    with _told_of(path):
        target = _target(path)
        if not replace:
            require_free(path)
        handle, name = mkstemp(prefix=UNFINISHED, suffix=_ENDING, dir=target.parent)
        beside = Path(name)
        try:
            os.close(handle)
            _remove_stale(beside)
            yield beside
            _to_disk(beside)
            _permit(beside, target)
            if replace:
                beside.replace(target)
            else:
                _put_in_free_place(beside, target, shown=path)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        with suppress(OSError):  # not every file system can write a folder to disk, and the file is there
            _to_disk(target.parent)


def require_free(path: Path) -> None:
    """Raise UsageError where a file exists, which must not be replaced. Raises DataError where that cannot be seen."""
    with _told_of(path):
        if path.is_file():
            raise _exists(path)


def _exists(path: Path) -> UsageError:
    return UsageError(say("exists already"), where=str(path), help=say("--force replaces it"))


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Tell what the system cannot do as an error that names the file."""
    try:
        yield
    except OSError as error:
        raise DataError(say("cannot be written: {why}", why=system_words(error)), where=str(path)) from error


def _target(path: Path) -> Path:
    """Return the file that links lead to. Raises OSError where they lead in a circle, or to what is no file."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if target.is_dir():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, say("not a regular file"))
    return target


def _permit(beside: Path, target: Path) -> None:
    """Let a file be whose, and for whom, the target is; a new one as the mask of the process says."""
    try:
        old = target.stat()
    except FileNotFoundError:
        beside.chmod(0o666 & ~_umask())
        return
    own = beside.stat()
    # Only root may give a file away; a group may be given by its members. Before the mode, from which it takes bits.
    for user, group in ((old.st_uid, -1), (-1, old.st_gid)):
        if user not in (-1, own.st_uid) or group not in (-1, own.st_gid):
            with suppress(OSError):
                os.chown(beside, user, group)
    beside.chmod(stat.S_IMODE(old.st_mode))


def _put_in_free_place(beside: Path, target: Path, *, shown: Path) -> None:
    """Give a file the name of the target, unless somebody has taken it meanwhile."""
    try:
        # Of two links with one name the system makes only the first; a rename would replace it.
        target.hardlink_to(beside)
    except FileExistsError as error:
        raise _exists(shown) from error
    except OSError:
        # A file system without links: an empty file reserves the name.
        try:
            target.touch(exist_ok=False)
        except FileExistsError as error:
            raise _exists(shown) from error
        beside.replace(target)
    else:
        beside.unlink()


def _remove_stale(beside: Path) -> None:
    """Remove what writers that were killed left in the folder of a file that was made just now."""
    with suppress(OSError):
        # By the clock of the file system, which may be that of another machine.
        oldest = beside.stat().st_mtime_ns - _STALE * 1_000_000_000
        with os.scandir(beside.parent) as entries:
            found = [each for each in entries if _OURS.fullmatch(each.name)]
        for entry in found:
            with suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                is_own = status.st_uid == beside.stat().st_uid and stat.S_ISREG(status.st_mode)
                if is_own and status.st_mtime_ns < oldest:
                    Path(entry.path).unlink()


def _to_disk(path: Path) -> None:
    """Wait until what a file or folder holds would survive a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _umask() -> int:
    # The only way to read the mask is to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask


# --- why not ----------------------------------------------------------------------------------------------------------


def system_words(error: OSError | ValueError) -> str:
    """Return why something could not be done, as the system says it, or Python of a name that no file can have."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _words().get(words, words)


def words_of(number: int) -> str:
    """Return what the system says of an error that is told by its number (`errno`)."""
    words = os.strerror(number)
    return _words().get(words, words)


@cache
def _words() -> dict[str, str]:
    """Return what the system says, as messages. What is not among them is told as it is."""
    every = (
        say("No such file or directory"),
        say("Permission denied"),
        say("Operation not permitted"),
        say("Is a directory"),
        say("Not a directory"),
        say("File exists"),
        say("Directory not empty"),
        say("No space left on device"),
        say("Disk quota exceeded"),
        say("File too large"),
        say("Read-only file system"),
        say("Invalid cross-device link"),
        say("Too many levels of symbolic links"),
        say("File name too long"),
        say("Too many open files"),
        say("Too many open files in system"),
        say("No such device or address"),
        say("No such device"),
        say("Input/output error"),
        say("Device or resource busy"),
        say("Text file busy"),
        say("Resource temporarily unavailable"),
        say("Cannot allocate memory"),
        say("Broken pipe"),
        say("Bad file descriptor"),
        say("Invalid argument"),
        say("Operation not supported"),
        say("Function not implemented"),
        say("Stale file handle"),
        say("Transport endpoint is not connected"),
        say("Connection refused"),
        say("Connection reset by peer"),
        say("Connection timed out"),
        # Python says this of a name with a NUL.
        say("embedded null byte"),
    )
    return {words: words for words in every}
