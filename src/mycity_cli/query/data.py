"""What questions ask of records, whether they are those of a dataset or the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.period import Period

if TYPE_CHECKING:
    from mycity_cli.model import Cited, Fact


SIGNING, CONFERENCE = "signing", "conference"
"""What may be asked for."""


class KnownPlace(Protocol):
    """A place with its names, as far as they are known."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def names(self) -> Mapping[str, str]: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def province(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def all_names(self) -> tuple[str, ...]: ...


class KnownSource(Protocol):
    """A source, as far as it is known."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def date(self) -> Period | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...


class Deal(Protocol):
    """A signing: a record of a dataset, or a row of a table. Places, conferences and sources are told by their ids."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def city(self) -> str: ...
    @property
    def promoter(self) -> str | None: ...
    @property
    def conference(self) -> str | None: ...
    @property
    def date(self) -> Period | None: ...
    @property
    def partner(self) -> str | None: ...
    @property
    def projects(self) -> Figure | None: ...
    @property
    def amount(self) -> Figure | NoMoney | None: ...
    @property
    def money(self) -> Figure | None: ...
    @property
    def lacks_amount(self) -> bool: ...
    @property
    def lacks_projects(self) -> bool: ...
    @property
    def part_of(self) -> str | None: ...
    @property
    def sources(self) -> tuple[Cited, ...]: ...
    @property
    def source_ids(self) -> tuple[str, ...]: ...


class Event(Protocol):
    """A conference: a record of a dataset, or what the rows of a table say of the one that they name."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def name(self) -> str: ...
    @property
    def conference(self) -> str: ...
    @property
    def city(self) -> str | None: ...
    @property
    def promoter(self) -> str | None: ...
    @property
    def date(self) -> Period | None: ...
    @property
    def sources(self) -> tuple[Cited, ...]: ...


class Records(Protocol):
    """All records that questions are put to."""

    @property
    def places(self) -> Sequence[KnownPlace]: ...
    @property
    def sources(self) -> Sequence[KnownSource]: ...
    @property
    def conferences(self) -> Sequence[Event]: ...
    @property
    def signings(self) -> Sequence[Deal]: ...
    @property
    def facts(self) -> Sequence[Fact]: ...

    @property
    def own_columns(self) -> Sequence[str]: ...

    @property
    def may_be_negative(self) -> bool:
        """Whether amounts may be below zero, as losses and corrections are."""

    @property
    def renamed(self) -> Mapping[str, str]: ...

    def own(self, signing: Deal, column: str) -> str | None:
        """Return what a signing has in a column of its data's own; None where it has nothing there."""

    def signing(self, id: str) -> Deal | None:
        """Return the signing with an id, None where there is none."""

    def fact(self, id: str) -> Fact | None:
        """Return the fact with an id, None where there is none."""

    def place(self, id: str) -> KnownPlace | None:
        """Return the place with an id, None where there is none."""

    def place_name(self, id: str | None) -> str | None:
        """Return the name of the place with an id; None for none."""

    def promoter_of(self, record: Deal | Event) -> str | None:
        """Return the id of the place that promoted."""

    def city_of(self, fact: Fact) -> str | None:
        """Return the id of the place that a fact is about."""

    def cited(self) -> Mapping[str, int]:
        """Return how many records cite each source, by its id."""
