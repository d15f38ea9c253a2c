"""Things that are read when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, overload

T = TypeVar("T")


class Later(Sequence[T]):
    """Things of which the number is known, read when they are asked for, and of the first few no more than those.

    None is for a number that is not known.
    """

    def __init__(self, number: int | None, read: Callable[[], Iterable[T]]) -> None:
        self._number = number
        self._read = read
        self._known: Sequence[T] | None = None

    def __len__(self) -> int:
        return self._number if self._number is not None else len(self._all())

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if self._known is None and isinstance(index, slice) and index.stop is not None and index.stop >= 0:
            return tuple(islice(self._read(), index.stop))[index]
        return self._all()[index]

    def __eq__(self, other: object) -> bool:
        """Return whether the same things are there: only where they are as many are they read for that."""
        return isinstance(other, Sequence) and len(self) == len(other) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # what is equal to a tuple would have to have the hash of one

    def _all(self) -> Sequence[T]:
        if self._known is None:
            self._known = () if self._number == 0 else tuple(self._read())
        return self._known
