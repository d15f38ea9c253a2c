"""What shell completion offers for the values of options and arguments."""

from __future__ import annotations

from typing import Any


def completions(context: Any, parameter: str, incomplete: str) -> list[str]:
    """Return the values of a parameter that start with what is typed so far."""
    # A completion runs on each press of a key: whatever fails, it offers nothing and stays silent.
    try:
        known = _known(context, parameter)
    except Exception:  # noqa: BLE001
        return []
    start, _, last = incomplete.rpartition(",") if parameter in ("columns", "by") else ("", "", incomplete)
    before = f"{start}," if start else ""
    return [before + value for value in known if value.casefold().startswith(last.casefold())]


def _known(context: Any, parameter: str) -> list[str]:
    if parameter in ("ignore", "by"):
        return _of_every_dataset(parameter)
    from mycity_cli.dataset import load

    dataset = load(context.params.get("data"))
    match parameter:
        case "city" | "promoter" | "partner" | "province":
            return _places(parameter, dataset)
        case "kind" if context.info_name == "conferences":
            return sorted({conference.kind for conference in dataset.conferences})
        case "kind":
            return sorted({signing.kind for signing in dataset.signings})
        case "conference":
            return [conference.id for conference in dataset.conferences]
        case "source":
            return [source.id for source in dataset.sources]
        case "currency":
            return sorted({signing.money.unit for signing in dataset.signings if signing.money})
        case "id":
            return list(dataset.by_id)
        case "columns" | "sort":
            return columns_of(context.info_name, dataset)
    return []


def _of_every_dataset(parameter: str) -> list[str]:
    """Return the codes of rules, or what signings can be grouped by."""
    if parameter == "by":
        from mycity_cli.query.levels import LEVELS

        return list(LEVELS)
    from mycity_cli.release.rules import BY_CODE, KINDS

    return [*KINDS, *BY_CODE]


def _places(parameter: str, dataset: Any) -> list[str]:
    """Return the names of provinces, or of places in any language."""
    if parameter == "province":
        return sorted({place.province for place in dataset.places if place.province})
    return [name for place in dataset.places for name in (place.name, *place.names.values())]


def columns_of(command: str, dataset: Any) -> list[str]:
    """Return the names of the columns that a command has."""
    from mycity_cli.output import audits, claims, records, verdicts
    from mycity_cli.output.grounds import Grounds
    from mycity_cli.query import Group, Measure
    from mycity_cli.query.engine import Places, Sources

    listings: dict[str, Any] = {
        "deals": lambda: records.deals(dataset, []),
        "conferences": lambda: records.conferences(dataset, [], []),
        "total": lambda: records.totals([], [], Group.CITY, Measure.AMOUNT),
        "facts": lambda: records.facts(dataset, []),
        "sources": lambda: records.sources(Sources([], {})),
        "cities": lambda: records.cities(Places([], {}, {})),
        "check": lambda: verdicts.verdicts([], None, Grounds()),
        "claims": lambda: claims.claims([], None, Grounds()),
        "audit": lambda: audits.relations([]),
    }
    return [column.name for column in listings[command]().columns]
