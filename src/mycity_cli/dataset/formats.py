"""Files of other programs that somebody gives for a dataset, known by their first bytes, and what to do with them."""

from __future__ import annotations

from pathlib import PurePath
from shlex import quote
from typing import NamedTuple

from mycity_cli.messages import Message, clauses, say

CODE = "other-format"


class Format(NamedTuple):
    """A format that is no JSON: what a file of it is called, and what to do with one."""

    noun: str
    help: str


_SHEET = say("give its name the ending that it has by right: .xlsx, .xls or .ods")


def format_of(content: bytes, name: str) -> Format | None:
    """Return the format of a file called `name` that starts with this content; None where it may be JSON."""
    if not PurePath(name).suffix:
        name = "FILE"  # a stream, or a pipe: what is to be done has to be done where it comes from
    file = quote(name)
    match content[:4]:
        case b"SQLi" if content.startswith(b"SQLite format 3\0"):
            dataset = quote(str(PurePath(name).with_suffix(".json")))
            table = _name_table(f"sqlite:///{name}#signings")
            again = say(
                "one that mycity wrote becomes a dataset again with: mycity data convert {file} {dataset}",
                file=file,
                dataset=dataset,
            )
            return Format(say("a SQLite database"), clauses([table, again]))
        case b"PK\3\4":
            return _zipped(content, file)
        case b"PAR1":
            return Format(say("a Parquet file"), say("give its name the ending .parquet"))
        case b"\xd0\xcf\x11\xe0":
            return Format(say("a file of an old spreadsheet or word processor"), _SHEET)
        case b"%PDF":
            return Format(say("a PDF"), _audit(file))
    if content[8:12] == b"DUCK":
        return Format(say("a DuckDB database"), _name_table(f"duckdb:///{name}#TABLE"))
    if content.startswith(b"\x1f\x8b"):
        return Format(say("compressed with gzip"), _unpack(f"gzip -d {file}"))
    return None


def _zipped(content: bytes, file: str) -> Format:
    """Return the format of what is packed as ZIP, as far as its first names tell."""
    first = content[:4096]
    if b"wordprocessingml" in first or b"word/" in first or b"opendocument.text" in first:
        return Format(say("a document of a word processor"), _audit(file))
    if b"[Content_Types].xml" in first or b"xl/" in first or b"opendocument.spreadsheet" in first:
        return Format(say("a spreadsheet"), _SHEET)
    return Format(say("a ZIP archive"), _unpack(f"unzip {file}"))


def _name_table(url: str) -> Message:
    return say("name its table: --data {url}", url=quote(url))


def _audit(file: str) -> Message:
    return say("a release is audited with: mycity audit {file}", file=file)


def _unpack(command: str) -> Message:
    return say("unpack it: {command}", command=command)
