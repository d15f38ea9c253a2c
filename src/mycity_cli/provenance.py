"""What a proof rests on: the version of mycity, and the data with its title, its hashes and its date."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.errors import DataError
from mycity_cli.files import system_words
from mycity_cli.messages import say
from mycity_cli.period import Period
from mycity_cli.query.data import Records

if TYPE_CHECKING:
    from mycity_cli.formats import FileFormat


class HashedFile(NamedTuple):
    """A file that was read: what it is called, and the SHA-256 hash of its bytes in hexadecimal digits."""

    name: str
    sha256: str


class Origin(NamedTuple):
    """Where data was read: what it is called, its files, and its table where it is one of a database.

    A database has no files: what it holds is not settled by the bytes of any.
    """

    name: str
    files: tuple[HashedFile, ...] = ()
    table: str | None = None


class Provenance(NamedTuple):
    """What a proof rests on. `date` is the latest that the sources of the data state; None where they state none."""

    version: str
    origin: Origin
    title: str | None = None
    date: Period | None = None


def provenance(records: Records, origin: Origin, version: str) -> Provenance:
    """Return what a proof from these records rests on. The sources of a table have no dates, and it has no title."""
    from mycity_cli.model import Dataset

    if not isinstance(records, Dataset):
        return Provenance(version, origin)
    return Provenance(version, origin, records.title, latest(source.date for source in records.sources))


def latest(dates: Iterable[Period | None]) -> Period | None:
    """Return the date that ends last, as it is stated; None where there is none. An open end tells of no later day."""
    known = [(date.end or date.start, date) for date in dates if date is not None]
    stated = [(day, date) for day, date in known if day is not None]
    return max(stated, key=lambda each: each[0])[1] if stated else None


def origin_of_content(content: bytes, name: str) -> Origin:
    """Return the origin of data that was read from a file, or from standard input, as a whole."""
    return Origin(name, (HashedFile(name, hash_of(content)),))


def hash_of(content: bytes) -> str:
    """Return the SHA-256 hash of bytes in hexadecimal digits."""
    # OpenSSL takes a while to load: only a proof needs it.
    from hashlib import sha256

    return sha256(content).hexdigest()


def origin_of_table(data: str, format: FileFormat | None = None) -> Origin:
    """Return the origin of the table that the user names; `format` is that of a file whose ending does not say it.

    Raises DataError for a file that cannot be read, and what `locate` does.
    """
    from mycity_cli.tables.location import Database, locate

    place = locate(data, format)
    if isinstance(place, Database):
        return Origin(place.name, table=place.table)
    return Origin(place.name, tuple(HashedFile(str(path), _hash_of_file(path)) for path in place.paths))


def _hash_of_file(path: Path) -> str:
    from hashlib import file_digest

    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise DataError(say("cannot be read: {why}", why=system_words(error)), where=str(path)) from error
