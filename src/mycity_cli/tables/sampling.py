"""Whether large files are so plain that an engine reads them as we would, by the look of their first and last rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mycity_cli.errors import MycityError
from mycity_cli.formats import FileFormat
from mycity_cli.query.aspects import column_key
from mycity_cli.tables.columns import READ
from mycity_cli.tables.location import Files, file_format
from mycity_cli.tables.numbers import ENGLISH
from mycity_cli.tables.peeking import COMPRESSED
from mycity_cli.tables.profile import Profile, profile_of
from mycity_cli.tables.reading_rows import read_rows
from mycity_cli.tables.settings import Layout, Settings
from mycity_cli.tables.sheet import Sheet
from mycity_cli.tables.sources.opening import sheet_of_bytes

_FORMATS = (FileFormat.CSV, FileFormat.TSV, FileFormat.JSON_LINES)
_HEAD, _TAIL = 1 << 16, 1 << 14
"""How many bytes of a file are looked at, at its beginning and its end: some hundred rows."""
_QUOTED = re.compile(rb'"[^"]*"')
_ALONE = re.compile(rb"(?<!\r)\n|\r(?!\n)")


class Sample(NamedTuple):
    """The first rows of a table, and what was found out of them."""

    sheet: Sheet
    profile: Profile

    @property
    def names(self) -> Mapping[str, str]:
        """The names that the columns which an engine reads have in the table, by ours."""
        return {
            column: self.sheet.columns[self.profile.places[column]] for column in READ if column in self.profile.places
        }

    @property
    def meanings(self) -> Mapping[str, str | None]:
        """All columns of the table, by the keys of their names, each with that of ours which it is."""
        ours = {place: column for column, place in self.profile.places.items()}
        return {column_key(name): ours.get(place) for place, name in enumerate(self.sheet.columns) if name}


def is_asked_plainly(settings: Settings) -> bool:
    """Return whether the options ask for nothing that an engine does not do."""
    numbers = settings.decimal in (None, ".") and settings.group in (None, ",") and not settings.negative
    return numbers and settings.layout == Layout() and not settings.keep_totals


def is_plain(sample: Sample) -> bool:
    """Return whether the columns of a table are such that an engine can read them."""
    profile = sample.profile
    return (
        profile.places.keys() >= {"city", "amount"}
        and profile.unit_column is None
        and not profile.filled
        and not profile.problems
        and profile.places.keys() <= {*READ, "note"}
        and all(style.decimal == ENGLISH.decimal for style in profile.styles.values())
    )


def sampled(files: Files, settings: Settings) -> Sample | None:
    """Return the first rows of files of text where all of them are plain, None where they are not.

    Raises DataError for files that cannot be read.
    """
    if files.format not in _FORMATS or not is_asked_plainly(settings):
        return None
    try:
        samples = [_of_file(path, settings) for path in files.paths]
    except MycityError:
        return None  # what is wrong is told when all of it is read
    first = samples[0]
    if first is None or any(each is None or each.sheet.columns != first.sheet.columns for each in samples):
        return None
    return first if is_plain(first) else None


def _of_file(path: Path, settings: Settings) -> Sample | None:
    """Return the first rows of a file; None where they, or its last, are not as plain as an engine reads them."""
    if path.suffix.lower() in COMPRESSED:
        return None
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        head = head[: head.rfind(b"\n") + 1]
        start = max(len(head), path.stat().st_size - _TAIL)
        stream.seek(start)
        if start > len(head):
            stream.readline()
        tail = stream.read()
    layout = Layout(file_format(path))
    sheet = sheet_of_bytes(head, str(path), layout)
    header = head[: head.find(b"\n") + 1] if file_format(path) is not FileFormat.JSON_LINES else b""
    if header and _has_mixed_ends(header, head, tail):
        return None
    if not all(sheet.columns) or len(set(sheet.columns)) < len(sheet.columns):
        return None
    sample = _sound(sheet, settings)
    if sample is None or not tail:
        return sample
    return sample if _sound(sheet_of_bytes(header + tail, str(path), layout), settings) is not None else None


def _has_mixed_ends(header: bytes, head: bytes, tail: bytes) -> bool:
    """Return whether lines end in other ways than the header does, which DuckDB refuses; within quotes no line ends."""
    if not header.endswith(b"\r\n"):
        return b"\r" in head or b"\r" in tail
    return any(_ALONE.search(_QUOTED.sub(b"", part)) for part in (head, tail))


def _sound(sheet: Sheet, settings: Settings) -> Sample | None:
    """Return a piece of a file; None where something had to be found out of it, or where some of it is left out."""
    if sheet.notes or sheet.titles or any(line.problem for line in sheet.lines):
        return None
    sample = Sample(sheet, profile_of(sheet, settings))
    # What days say is for the engine to read, if anybody asks for them; here they have to be plain.
    if sample.profile.problems or "date" in sample.profile.unread:
        return None
    return None if read_rows(sheet, sample.profile, settings, needs_date=False).skipped else sample
