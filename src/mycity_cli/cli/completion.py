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


def _columns(command: str, dataset: Any) -> list[str]:
    from mycity_cli.output import records
    from mycity_cli.query import Group, Measure

    listings: dict[str, Any] = {
        "deals": lambda: records.deals(dataset, []),
        "conferences": lambda: records.conferences(dataset, [], []),
        "total": lambda: records.totals([], [], Group.CITY, Measure.AMOUNT),
        "facts": lambda: records.facts(dataset, []),
        "sources": lambda: records.sources(dataset),
        "cities": lambda: records.cities(dataset),
    }
    return [column.name for column in listings[command]().columns]
