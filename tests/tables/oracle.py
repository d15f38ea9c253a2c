"""What a table says, told without the engine: its rows as a dataset in memory, read by the rules of figures alone."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from mycity_cli.errors import MycityError
from mycity_cli.figure import COUNT, Figure
from mycity_cli.figure.required import NoMoney, require_amount, require_count
from mycity_cli.model import Cited, Conference, Dataset, Place, Signing, Source
from mycity_cli.period import Period
from mycity_cli.query.names import find_currency

COLUMNS = [
    "id",
    "date",
    "city",
    "promoter",
    "conference",
    "kind",
    "partner",
    "projects",
    "amount",
    "currency",
    "source",
]

Cells = dict[str, str | None]


def signing(number: int, cells: Cells) -> Signing | None:
    """Return the signing of a row, None where the row is bad."""
    stated = {name: text.strip() for name, text in cells.items() if text is not None and text.strip()}
    try:
        return Signing.model_construct(
            id=stated.get("id", str(number)),
            kind=stated.get("kind"),  # type: ignore[arg-type]  # a table may leave it out
            city=stated["city"],
            promoter=stated.get("promoter"),
            conference=stated.get("conference"),
            partner=stated.get("partner"),
            date=Period.parse(stated["date"]) if "date" in stated else None,
            projects=require_count(Figure.parse(stated["projects"])) if "projects" in stated else None,
            amount=amount(stated["amount"], stated.get("currency")) if "amount" in stated else None,
            sources=(Cited.model_construct(id=stated["source"], at=None),) if "source" in stated else (),
        )
    except (KeyError, MycityError, ValueError):
        return None


def amount(text: str, currency: str | None) -> Figure | NoMoney:
    if text == "none":
        return NoMoney.NONE
    figure = Figure.parse(text)
    code = None if currency is None else find_currency(currency)
    if figure.unit == COUNT and not figure.thing:
        figure = Figure.parse(f"{text} {code or ''}")
    elif code is not None and figure.unit != code:
        raise ValueError("two currencies")
    return require_amount(figure)


def dataset(rows: list[Cells]) -> Dataset:
    """Return the dataset of the rows that are not bad."""
    found = [each for number, cells in enumerate(rows, start=1) if (each := signing(number, cells)) is not None]
    places = sorted({name for each in found for name in (each.city, each.promoter, each.partner) if name is not None})
    conferences = dict.fromkeys(each.conference for each in found if each.conference is not None)
    sources = dict.fromkeys(cited.id for each in found for cited in each.sources)
    return Dataset.model_construct(
        places=tuple(Place.model_construct(id=name, name=name) for name in places),
        conferences=tuple(conference(name, [s for s in found if s.conference == name]) for name in conferences),
        sources=tuple(
            Source.model_construct(id=name, title=name, publisher=None, language=None)  # type: ignore[arg-type]
            for name in sources
        ),
        signings=tuple(found),
    )


def conference(name: str, held: list[Signing]) -> Conference:
    def shared(field: str) -> Any:
        values = [getattr(each, field) for each in held]
        return values[0] if all(str(value) == str(values[0]) for value in values) else None

    return Conference.model_construct(
        id=name,
        kind=None,  # type: ignore[arg-type]  # a table does not say it
        name=name,
        city=shared("city"),
        promoter=shared("promoter"),
        date=shared("date"),
        sources=tuple(
            Cited.model_construct(id=id, at=None)
            for id in dict.fromkeys(cited.id for each in held for cited in each.sources)
        ),
    )


def write_csv(path: Path, rows: list[Cells], columns: list[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t" if path.suffix == ".tsv" else ",")
        writer.writerow(columns)
        writer.writerows([[cells.get(column) for column in columns] for cells in rows])
    return path


def write_json_lines(path: Path, rows: list[Cells], columns: list[str]) -> Path:
    lines = (json.dumps({column: cells.get(column) for column in columns}, ensure_ascii=False) for cells in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
