"""Files of other programs that somebody gives for a dataset, known by their first bytes, and what to do with them."""

from __future__ import annotations

from pathlib import PurePath
from shlex import quote
from typing import NamedTuple

CODE = "other-format"


class Format(NamedTuple):
    """A format that is no JSON: what a file of it is called, and what to do with one."""

    noun: str
    help: str


_SHEET = "give its name the ending that it has by right: .xlsx, .xls or .ods"


def format_of(content: bytes, name: str) -> Format | None:
    """Return the format of a file called `name` that starts with this content; None where it may be JSON."""
    if not PurePath(name).suffix:
        name = "FILE"  # a stream, or a pipe: what is to be done has to be done where it comes from
    file = quote(name)
    match content[:4]:
        case b"SQLi" if content.startswith(b"SQLite format 3\0"):
            whole = f"mycity data convert {file} {quote(str(PurePath(name).with_suffix('.json')))}"
            help = f"one that mycity wrote becomes a dataset again with: {whole}"
            return Format("a SQLite database", f"name its table: --data {quote(f'sqlite:///{name}#signings')}; {help}")
        case b"PK\3\4":
            return _zipped(content, file)
        case b"PAR1":
            return Format("a Parquet file", "give its name the ending .parquet")
        case b"\xd0\xcf\x11\xe0":
            return Format("a file of an old spreadsheet or word processor", _SHEET)
        case b"%PDF":
            return Format("a PDF", f"a release is audited with: mycity audit {file}")
    if content[8:12] == b"DUCK":
        return Format("a DuckDB database", f"name its table: --data {quote(f'duckdb:///{name}#TABLE')}")
    if content.startswith(b"\x1f\x8b"):
        return Format("compressed with gzip", f"unpack it: gzip -d {file}")
    return None


def _zipped(content: bytes, file: str) -> Format:
    """Return the format of what is packed as ZIP, as far as its first names tell."""
    first = content[:4096]
    if b"wordprocessingml" in first or b"word/" in first or b"opendocument.text" in first:
        return Format("a document of a word processor", f"a release is audited with: mycity audit {file}")
    if b"[Content_Types].xml" in first or b"xl/" in first or b"opendocument.spreadsheet" in first:
        return Format("a spreadsheet", _SHEET)
    return Format("a ZIP archive", f"unpack it: unzip {file}")
