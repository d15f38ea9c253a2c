"""Reading files that somebody else wrote."""

from __future__ import annotations

from pathlib import Path

from mycity_cli.errors import DataError


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, its line ends as they are. Raises DataError where it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", where=str(path)) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not in UTF-8: the byte {content[error.start]:#04x} at {error.start}"
        raise DataError(message, where=str(path), help="save the file as UTF-8") from error


def require_readable(path: Path) -> None:
    """Raise DataError for a file that cannot be read, before a library says so in words of its own."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", where=str(path)) from error
