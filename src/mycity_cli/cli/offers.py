"""What the Tab key offers for the values of options and arguments."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mycity_cli.query.data import Records

Offered = str | tuple[str, str]
"""A value, or a value with what it means."""

LISTS = ("columns", "by", "json")
"""What is given as several values with commas between them."""

_MOST_BYTES = 4 << 20
"""A larger table is not read when Tab is pressed."""


def offered(context: Any, parameter: str) -> list[Offered]:
    """Return the values that a parameter can have; `context.obj` has the values given so far, by parameter."""
    # A completion runs on each press of a key: whatever fails, it offers nothing and stays silent.
    try:
        return list(_known(context, parameter))
    except Exception:  # noqa: BLE001
        return []


def _known(context: Any, parameter: str) -> Iterable[Offered]:
    command, given = context.info_name, context.obj or {}
    match parameter:
        case "topic":
            return _topics(context, given.get("names", ()))
        case "ignore":
            from mycity_cli.release.rules import BY_CODE, KINDS

            return [*KINDS, *((code, rule.title) for code, rule in BY_CODE.items())]
        case "map":
            from mycity_cli.tables.columns import COLUMNS

            return [f"{column}=" for column in COLUMNS]
        case "encoding":
            return ["utf-8", "gb18030", "big5", "utf-16", "cp1252"]
    return _of_records(_records(given), command, parameter)


def _of_records(records: Records, command: str, parameter: str) -> Iterable[Offered]:
    match parameter:
        case "city" | "promoter" | "partner":
            return _places(records)
        case "province":
            return sorted({place.province for place in records.places if place.province})
        case "kind":
            of_events = command == "conferences"
            return sorted({each.kind for each in (records.conferences if of_events else records.signings) if each.kind})
        case "conference":
            return [(each.id, each.name) for each in records.conferences]
        case "source":
            return [(source.id, source.title) for source in records.sources]
        case "currency":
            return sorted({money.unit for signing in records.signings if (money := signing.money) is not None})
        case "year" | "date":
            return _years(records)
        case "word":
            # No ids: cities are what is typed most, and many ids begin with the name of one.
            events = records.conferences if command == "conferences" else records.signings
            return [*_places(records), *sorted({each.kind for each in events if each.kind}), *_years(records)]
        case "by" | "columns" | "sort" | "where":
            return _columns(records, command, parameter)
    return _of_dataset(records, command, parameter)


def _columns(records: Records, command: str, parameter: str) -> Iterable[Offered]:
    """Return the names of columns: what can be grouped by, compared, or shown and sorted by."""
    if parameter == "by":
        from mycity_cli.query.levels import LEVELS

        return [*LEVELS, *records.own_columns]
    if parameter == "where":
        from mycity_cli.query.aspects import FURTHER, KNOWN

        return [f"{name}=" for name in dict.fromkeys((*KNOWN, *FURTHER, *records.own_columns))]
    return [*columns_of(command, records), *(records.own_columns if command == "deals" else ())]


def _of_dataset(dataset: Any, command: str, parameter: str) -> Iterable[Offered]:
    """Yield what only a dataset has: records by their ids, and the words of statements."""
    match parameter:
        case "id":
            return [(id, _meaning(record)) for id, record in dataset.by_id.items()]
        case "sought" if command == "sources":
            return [(source.id, source.title) for source in dataset.sources]
        case "sought":
            facts = [(fact.id, fact.name) for fact in dataset.facts] if command == "facts" else []
            return [*_places(dataset), *facts]
        case "claim":
            return [(claim.id, claim.text) for claim in dataset.claims]
        case "statement":
            facts = [(fact.id, fact.name) for fact in dataset.facts]
            return [*_places(dataset), "total", "amount", "projects", "signings", "conferences", *facts]
    return []


def _topics(context: Any, given: Sequence[str]) -> Iterator[Offered]:
    """Yield what there is help for: commands and topics, or the commands within those that are named."""
    from mycity_cli.cli.described import command_at, is_group, summaries
    from mycity_cli.cli.language import language
    from mycity_cli.manual import TOPICS, topic

    found = command_at(context.find_root().command, given)
    if found is not None and is_group(found[0]):
        yield from summaries(found[0])
    if not given:
        yield from ((name, topic(name, language()).summary) for name in TOPICS)


def _places(records: Records) -> list[Offered]:
    """Return the names of places in each language; what else they are called would stand in the way of those."""
    names = ((place, name) for place in records.places for name in dict.fromkeys((place.name, *place.names.values())))
    return [name if name == place.name else (name, place.name) for place, name in names]


def _years(records: Records) -> list[str]:
    days = [day for signing in records.signings if (date := signing.date) for day in (date.start, date.end) if day]
    return sorted({str(day.year) for day in days})


def _meaning(record: Any) -> str:
    for field in ("title", "name", "text", "kind"):
        if text := getattr(record, field, None):
            return str(text)
    return ""


# --- the data that the command line so far asks -----------------------------------------------------------------------


def _records(given: Mapping[str, Sequence[str]]) -> Records:
    """Return the records of the data that the options name, of the bundled data where none do."""
    from mycity_cli.cli.configured import configured
    from mycity_cli.dataset import load
    from mycity_cli.tables.location import is_table

    named = given.get("data")
    setting = configured("data")
    data = named[-1] if named else setting and setting.value
    if data == "-" or (data and re.match(r"\w+:/", data)):
        raise LookupError("is not read when a key is pressed")
    if data is not None:
        data = os.path.expanduser(data)  # noqa: PTH111  # a text, which may be a pattern
    return _rows(data, given) if data is not None and (is_table(data) or "from_" in given) else load(data)


def _rows(data: str, given: Mapping[str, Sequence[str]]) -> Records:
    """Return the rows of a table, but for the bad ones. Raises LookupError for one that is too large."""
    from mycity_cli.cli.defaults import field_of, said_of
    from mycity_cli.cli.opening import known_places, settings_said
    from mycity_cli.cli.table_options import Tables
    from mycity_cli.tables.location import Files, locate
    from mycity_cli.tables.opening import in_memory

    options: dict[str, Any] = {}
    for name, values in given.items():
        if (field := field_of(name)) in Tables._fields:
            options[field] = list(values) if name in ("map", "fill", "missing") else values[-1]
    if "header_row" in options:
        options["header_row"] = int(options["header_row"])
    said = said_of(Tables(**options)._replace(skip_bad=True, max_errors=None), data)
    settings = settings_said(said)
    files = locate(data, settings.layout.format)
    if not isinstance(files, Files) or sum(path.stat().st_size for path in files.paths) > _MOST_BYTES:
        raise LookupError("is too large to be read when a key is pressed")
    return in_memory(files, settings, known_places(said.tables.like)).dataset


def columns_of(command: str, dataset: Any) -> list[str]:
    """Return the names of the columns that a command has."""
    from mycity_cli.output import audits, claims, records, total_listing, verdicts
    from mycity_cli.output.grounds import Grounds
    from mycity_cli.query import Group, Measure
    from mycity_cli.query.engine import Places, Sources

    listings: dict[str, Any] = {
        "deals": lambda: records.deals(dataset, []),
        "conferences": lambda: records.conferences(dataset, [], []),
        "total": lambda: total_listing.totals([], [], Group.CITY, Measure.AMOUNT),
        "facts": lambda: records.facts(dataset, []),
        "sources": lambda: records.sources(Sources([], {})),
        "cities": lambda: records.cities(Places([], {}, {})),
        "check": lambda: verdicts.verdicts([], None, Grounds()),
        "claims": lambda: claims.claims([], None, Grounds()),
        "audit": lambda: audits.relations([]),
    }
    return [column.name for column in listings[command]().columns]
