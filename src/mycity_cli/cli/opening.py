"""Opening the dataset that `--data` names."""

from __future__ import annotations

from pathlib import Path

from mycity_cli.cli import streams
from mycity_cli.cli.options import Data
from mycity_cli.dataset import load, parse
from mycity_cli.dataset.reading import read_file, read_stream
from mycity_cli.model import Dataset


def open_dataset(data: Data) -> Dataset:
    """Return the dataset that the option names: a file, standard input for `-`, the bundled one where it is not given.

    Raises DataError with every problem that it has.
    """
    if data.data is not None and str(data.data) == "-":
        content, name = read("-")
        return parse(content, name=name)
    return load(data.data)


def read(file: str) -> tuple[bytes, str]:
    """Return the content of a file, of standard input for `-`, and what it is called. Raises DataError."""
    if file != "-":
        return read_file(Path(file)), file
    with streams.open_input() as stream:
        return read_stream(stream, name="standard input"), "standard input"
