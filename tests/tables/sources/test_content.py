"""What is compressed is read whole, or not at all."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import zstandard

from mycity_cli.errors import DataError
from mycity_cli.tables.sources import content
from mycity_cli.tables.sources.content import plain_content, read_content

DATA = b"city,amount\n" + b"".join(b"A%d,%d\n" % (at, at * 7) for at in range(20_000))


def streamed() -> bytes:
    """Return data compressed without its size in the head, as a program does that writes into a pipe."""
    compressor = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return compressor.compress(DATA) + compressor.flush()


@pytest.mark.parametrize(
    ("packed", "expected"),
    [
        (DATA, DATA),
        (gzip.compress(DATA, mtime=0), DATA),
        (gzip.compress(DATA, mtime=0) + gzip.compress(b"more", mtime=0), DATA + b"more"),
        (zstandard.compress(DATA), DATA),
        (streamed(), DATA),
        (zstandard.compress(DATA) + zstandard.compress(b"more"), DATA + b"more"),
    ],
)
def test_it_is_read_whole(packed: bytes, expected: bytes, tmp_path: Path) -> None:
    assert plain_content(packed, "a") == expected
    (tmp_path / "a").write_bytes(packed)
    assert read_content(tmp_path / "a") == expected


@pytest.mark.parametrize("packed", [gzip.compress(DATA, mtime=0), zstandard.compress(DATA), streamed()])
@pytest.mark.parametrize("cut", [1, 5, 1000, -20])
def test_what_is_cut_off_is_told(packed: bytes, cut: int) -> None:
    with pytest.raises(DataError, match=r"^error: a.csv.gz: cannot be read: the compressed data ends before its end$"):
        plain_content(packed[:-cut], "a.csv.gz")


@pytest.mark.parametrize("packed", [gzip.compress(DATA, mtime=0), zstandard.compress(DATA)])
def test_what_becomes_too_large_is_refused(packed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "MOST", 1 << 17)
    with pytest.raises(DataError) as raised:
        plain_content(packed, "bomb.csv.gz")
    assert str(raised.value) == "error: bomb.csv.gz: is larger than 0 MiB"


def test_nothing_is_told() -> None:
    with pytest.raises(DataError) as raised:
        plain_content(gzip.compress(b"", mtime=0), "a.csv.gz")
    assert str(raised.value) == "error: a.csv.gz: is empty\nhelp: a table has a header line, or at least one row"
