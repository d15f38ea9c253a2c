"""The signings that a text reports, each in one line, for tests to compare."""

from __future__ import annotations

from mycity_cli.release.audit import audit
from mycity_cli.release.findings import Audit, FoundSigning


def signings(text: str) -> list[str]:
    """Return each signing of a text: `Suzhou @ Xiamen on 2022-06-15: 18 projects, 13.55 billion yuan, a part`."""
    found = audit(text)
    return [in_words(found, signing) for signing in found.signings]


def figures(text: str) -> list[str]:
    """Return the figures of each signing of a text, without places and dates."""
    return [line.partition(": ")[2] for line in signings(text)]


def places(text: str) -> list[str]:
    """Return the places of each signing of a text: `Suzhou @ Xiamen`."""
    return [line.partition(": ")[0].partition(" on ")[0] for line in signings(text)]


def unsigned(text: str) -> list[str]:
    """Return what a text states and nobody signed, each with the reason: `60 projects: offered`."""
    found = audit(text)
    return [
        ", ".join(found.release.text[found.mentions[n].start : found.mentions[n].end] for n in each.mentions)
        + f": {each.reason}"
        for each in found.others
    ]


def in_words(found: Audit, signing: FoundSigning) -> str:
    date = "" if signing.date is None else f" on {signing.date}"
    stated = [
        found.release.text[found.mentions[n].start : found.mentions[n].end]
        for n in (signing.projects, signing.amount)
        if n is not None
    ]
    part = ["a part"] if signing.part else []
    return f"{signing.promoter or '-'} @ {signing.host or '-'}{date}: {', '.join([*stated, *part])}"
