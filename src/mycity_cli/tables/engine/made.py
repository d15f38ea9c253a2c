"""Records of a table: they hold what its rows state, which may be less than a dataset must say."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from mycity_cli.model import Cited, Record

R = TypeVar("R", bound="Record")


def made(record: type[R], /, **fields: Any) -> R:
    """Return a record of a kind with these fields."""
    found: Any = record.model_construct(**fields)
    return cast(R, found)


@lru_cache(maxsize=10_000)  # many rows cite few sources
def cited(*sources: str | None) -> tuple[Cited, ...]:
    """Return the citations of sources; None is no source."""
    if not any(sources):
        return ()
    # Imported here: Pydantic takes its time, and to a total of what cites nothing it is of no use.
    from mycity_cli.model import Cited

    return tuple(made(Cited, id=source, at=None) for source in sources if source is not None)
