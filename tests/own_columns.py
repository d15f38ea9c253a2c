"""Records with columns of their own, as the rows of a table have them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import PrivateAttr

from examples import Raw, raw
from mycity_cli.model import Dataset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Owning(Dataset):
    """A dataset whose signings have columns that only this data has."""

    _cells: dict[str, Mapping[str, str]] = PrivateAttr(default_factory=dict)

    @property
    def own_columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(column for cells in self._cells.values() for column in cells))

    def own(self, signing: object, column: str) -> str | None:
        return self._cells.get(getattr(signing, "id", ""), {}).get(column)


def owning(*signings: tuple[Raw, Mapping[str, str]], **lists: list[Raw]) -> Owning:
    """Return a dataset of signings, each with the cells of its own columns."""
    written = json.dumps(raw(signings=[each for each, _ in signings], **lists))
    return _owning(written, {each["id"]: cells for each, cells in signings})


def with_cells(data: Dataset, column: str, cells: Iterable[str]) -> Owning:
    """Return a dataset whose signings have cells in a column of their own."""
    written = data.model_dump_json(exclude_unset=True)
    return _owning(written, {each.id: {column: cell} for each, cell in zip(data.signings, cells, strict=False)})


def _owning(written: str, cells: dict[str, Mapping[str, str]]) -> Owning:
    data = Owning.model_validate_json(written)
    data._cells = cells
    return data
