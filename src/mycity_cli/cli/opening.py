"""Opening the dataset that `--data` names."""

from __future__ import annotations

from mycity_cli.cli import streams
from mycity_cli.cli.options import Data
from mycity_cli.dataset import load, parse
from mycity_cli.dataset.reading import read_stream
from mycity_cli.model import Dataset

STANDARD_INPUT = "standard input"


def open_dataset(data: Data) -> Dataset:
    """Return the dataset that the option names: a file, standard input for `-`, the bundled one where it is not given.

    Raises DataError with every problem that it has.
    """
    if data.data is not None and str(data.data) == "-":
        return parse(read_stream(streams.open_input(), name=STANDARD_INPUT), name=STANDARD_INPUT)
    return load(data.data)
