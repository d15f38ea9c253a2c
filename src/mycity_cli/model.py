"""The records of a dataset. They are what a file holds, what every layer passes around, and the schema.

No `from __future__ import annotations` here: Pydantic would evaluate each annotation from its text, at every start.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Protocol, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from mycity_cli.field_types import Amount, AnyFigure, Count, Date, Id, Text
from mycity_cli.figure import Figure
from mycity_cli.figure.required import NoMoney
from mycity_cli.messages import say

R = TypeVar("R", bound="Record")


def _exactly_one_of(*fields: str) -> dict[str, Any]:
    """Return the JSON Schema of a record that has one of these fields, and not as null."""
    return {"oneOf": [{"required": [field], "properties": {field: {"not": {"type": "null"}}}} for field in fields]}


class Record(BaseModel):
    """What every record is: frozen, and without fields that nobody knows."""

    # The schema is built once, with the dataset, not again for every class: that halves the start-up cost of the model.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Cited(Record):
    """Where a source states something."""

    id: Id = Field(description="id of the source")
    at: Text | None = Field(None, description="the place in the source, such as `paragraph 8`")

    def __str__(self) -> str:
        """Return the source and the place in it, where that is known: `ein-2022-11-08 (paragraph 8)`."""
        return self.id if self.at is None else f"{self.id} ({self.at})"


class License(Record):
    """A license of the dataset, as in the Data Package standard."""

    name: Text
    path: Text | None = None
    title: Text | None = None


class Identified(Record):
    """A record that others can refer to."""

    id: Id


class Place(Identified):
    """A city or region with its names."""

    name: Text = Field(description="the name that output shows")
    names: dict[str, Text] = Field(default_factory=dict, description="names by language tag (BCP 47)")
    aliases: tuple[Text, ...] = ()
    province: Text | None = None
    country: Text | None = Field(None, description="ISO 3166-1 code")

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name that means this place, its id last."""
        return (self.name, *self.names.values(), *self.aliases, self.id)


class Source(Identified):
    """A published document that states figures."""

    title: Text
    publisher: Text
    date: Date | None = None
    language: Text = Field(description="language tag (BCP 47)")
    url: Text | None = None
    dateline: Text | None = None
    note: Text | None = None


class Stated(Identified):
    """A record that sources state."""

    sources: tuple[Cited, ...] = Field(min_length=1)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The ids of the sources."""
        return tuple(each.id for each in self.sources)

    note: Text | None = None


class Conference(Stated):
    """An event at which a city promotes itself."""

    kind: Id = Field(description="such as `promotion`, `expo`, `summit`")
    name: Text
    promoter: Id | None = Field(None, description="id of a place; the dataset's city where none is given")
    city: Id = Field(description="id of the place where it was held")
    date: Date | None = None

    @property
    def conference(self) -> str:
        """The conference that is asked about where conferences are chosen by their names: itself."""
        return self.id


def _quote() -> Any:
    """Return the field of a quotation."""
    return Field(
        None,
        description="a short quotation of the figure from the source: at most 25 words, or 60 characters of Chinese",
    )


class Signing(Stated):
    """One occasion on which projects were signed."""

    kind: Id = Field(description="such as `investment`, `memorandum`")
    city: Id = Field(description="id of the place where it was held")
    promoter: Id | None = Field(None, description="id of a place; the dataset's city where none is given")
    conference: Id | None = None
    date: Date | None = None
    partner: Id | None = Field(None, description="id of the place it was signed with")
    projects: Count | None = None
    amount: Amount | None = None
    part_of: Id | None = Field(None, description="id of the signing that this one is a breakdown of")
    fields: tuple[Text, ...] = Field((), description="fields of cooperation")
    quote: Text | None = _quote()

    @property
    def money(self) -> Figure | None:
        """The amount where one is stated."""
        return self.amount if isinstance(self.amount, Figure) else None

    @property
    def lacks_amount(self) -> bool:
        """Whether an amount is missing: none is stated, and nothing says that there is none to state."""
        return self.amount is None

    @property
    def lacks_projects(self) -> bool:
        """Whether a number of projects is missing: where no money is ever stated, none was signed to be counted."""
        return self.projects is None and self.amount is not NoMoney.NONE


class Fact(Stated):
    """A named figure, or a text, about a city that is no signing."""

    model_config = ConfigDict(json_schema_extra=_exactly_one_of("figure", "text"))

    name: Text
    city: Id | None = Field(None, description="id of a place; the dataset's city where none is given")
    figure: AnyFigure | None = None
    text: Text | None = None
    date: Date | None = None
    quote: Text | None = _quote()

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.figure is None) == (self.text is None):
            raise ValueError(say("a fact has either a figure or a text"))
        return self


class Claim(Stated):
    """A statement that a source makes: written so that it can be recomputed, or the reason why it cannot."""

    model_config = ConfigDict(json_schema_extra=_exactly_one_of("statement", "reason"))

    text: Text = Field(description="the claim in our own words")
    statement: Text | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _can_be_run_or_says_why_not(self) -> Self:
        if (self.statement is None) == (self.reason is None):
            raise ValueError(say("a claim has either a statement or the reason why it cannot be checked"))
        return self


class Promoted(Protocol):
    """A record that may name the place that promoted."""

    @property
    def promoter(self) -> str | None:
        """The id of the place, None where the record names none."""


LISTS: dict[str, type[Identified]] = {
    "places": Place,
    "sources": Source,
    "conferences": Conference,
    "signings": Signing,
    "facts": Fact,
    "claims": Claim,
}
"""The lists of a dataset, and what they hold."""


class Dataset(Record):
    """Everything a file holds. Its ids are unique, its references lead somewhere, its dates and parts fit."""

    model_config = ConfigDict(serialize_by_alias=True)

    schema_uri: Text | None = Field(None, alias="$schema", description="JSON Schema of the file, for editors")
    title: Text | None = None
    description: Text | None = None
    publisher: Text | None = Field(None, description="who publishes the dataset, and reviews the claims in it")
    licenses: tuple[License, ...] = ()
    city: Id | None = Field(None, description="id of the place that promotes where a record names none")
    places: tuple[Place, ...] = ()
    sources: tuple[Source, ...] = ()
    conferences: tuple[Conference, ...] = ()
    signings: tuple[Signing, ...] = ()
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        from mycity_cli import consistency

        consistency.require(self)
        return self

    def records(self) -> Iterator[tuple[str, int, Identified]]:
        """Yield every record that has an id, after the name of its list and its index there."""
        for name in LISTS:
            for index, record in enumerate(getattr(self, name)):
                yield name, index, record

    @cached_property
    def by_id(self) -> dict[str, Identified]:
        """Every record by its id."""
        return {record.id: record for name in LISTS for record in getattr(self, name)}

    def find(self, kind: type[R], id: str) -> R | None:
        """Return the record of a kind with an id, None where there is none."""
        record = self.by_id.get(id)
        return record if isinstance(record, kind) else None

    @property
    def own_columns(self) -> tuple[str, ...]:
        """The names of columns that only this data has: none, a dataset says itself what its fields are."""
        return ()

    @property
    def may_be_negative(self) -> bool:
        """Whether amounts may be below zero: never, what is signed is worth something."""
        return False

    @property
    def renamed(self) -> dict[str, str]:
        """The names that this data has for what every signing has, by which of them it is: none."""
        return {}

    def own(self, signing: object, column: str) -> str | None:
        """Return what a signing has in a column of its data's own: nothing."""
        return None

    def signing(self, id: str) -> Signing | None:
        """Return the signing with an id, None where there is none."""
        return self.find(Signing, id)

    def fact(self, id: str) -> Fact | None:
        """Return the fact with an id, None where there is none."""
        return self.find(Fact, id)

    def place(self, id: str) -> Place | None:
        """Return the place with an id, None where there is none."""
        return self.find(Place, id)

    def cited(self) -> Counter[str]:
        """Return how many records cite each source, by its id."""
        cited: Counter[str] = Counter()
        for _, _, record in self.records():
            cited.update({each.id for each in getattr(record, "sources", ())})
        return cited

    def place_name(self, id: str | None) -> str | None:
        """Return the name of the place with an id, with the id where several have the name; None for none."""
        place = None if id is None else self.place(id)
        if place is None:
            return id
        return place.name if self._namesakes[place.name] == 1 else f"{place.name} ({place.id})"

    @cached_property
    def _namesakes(self) -> Counter[str]:
        return Counter(place.name for place in self.places)

    def promoter_of(self, record: Promoted) -> str | None:
        """Return the id of the place that promoted: the record's own, or the dataset's city."""
        return record.promoter or self.city

    def city_of(self, fact: Fact) -> str | None:
        """Return the id of the place that a fact is about: its own, or the dataset's city."""
        return fact.city or self.city
