"""Whether large files are so plain that an engine reads them as we would, by the look of their first and last rows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mycity_cli.errors import MycityError
from mycity_cli.tables.columns import READ
from mycity_cli.tables.location import FileFormat, Files, file_format
from mycity_cli.tables.numbers import ENGLISH
from mycity_cli.tables.peeking import COMPRESSED
from mycity_cli.tables.profile import Profile, profile_of
from mycity_cli.tables.reading_rows import read_rows
from mycity_cli.tables.settings import Layout, Settings
from mycity_cli.tables.sheet import Sheet
from mycity_cli.tables.sources.opening import sheet_of_bytes

_FORMATS = (FileFormat.CSV, FileFormat.TSV, FileFormat.JSON_LINES)
_PIECE = 1 << 18


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
        sheets = [_of_file(path, settings) for path in files.paths]
    except MycityError:
        return None  # what is wrong is told when all of it is read
    first = sheets[0]
    if first is None or any(each is None or each.columns != first.columns for each in sheets):
        return None
    try:
        sample = Sample(first, profile_of(first, settings))
    except MycityError:
        return None
    return sample if is_plain(sample) else None


def _of_file(path: Path, settings: Settings) -> Sheet | None:
    """Return the first rows of a file; None where they, or its last, are not as plain as an engine reads them."""
    if path.suffix.lower() in COMPRESSED:
        return None
    with path.open("rb") as stream:
        head = stream.read(_PIECE)
        head = head[: head.rfind(b"\n") + 1]
        stream.seek(max(len(head), path.stat().st_size - _PIECE // 4))
        stream.readline()
        tail = stream.read()
    layout = Layout(file_format(path))
    sheet = sheet_of_bytes(head, str(path), layout)
    header = head[: head.find(b"\n") + 1] if file_format(path) is not FileFormat.JSON_LINES else b""
    last = sheet_of_bytes(header + tail, str(path), layout) if tail else sheet
    if not _is_sound(sheet, settings) or not _is_sound(last, settings):
        return None
    return sheet if all(sheet.columns) and len(set(sheet.columns)) == len(sheet.columns) else None


def _is_sound(sheet: Sheet, settings: Settings) -> bool:
    """Return whether nothing had to be found out of a piece of a file, and nothing is left out of it."""
    if sheet.notes or sheet.titles or any(line.problem for line in sheet.lines):
        return False
    rows = read_rows(sheet, profile_of(sheet, settings), settings)
    return not rows.skipped
