"""How tests write what running text holds: `$5 billion = 5,000,000,000 USD; $5x? unknown scale 'x'`."""

from __future__ import annotations

from mycity_cli.figure import Bound
from mycity_cli.figure.scanning import Found, scan


def scanned(text: str) -> str:
    """Return the figures of a text, and its unread numbers with the reason, each with the characters of its number."""
    return "; ".join(
        f"{text[each.start : each.end]} = {_stated(each)}"
        if isinstance(each, Found)
        else f"{text[each.start : each.end]}? {each.reason}"
        for each in scan(text)
    )


def _stated(found: Found) -> str:
    figure = found.figure
    bound = "" if figure.bound is Bound.EXACT else f" {figure.bound}"
    above = f" +{figure.slack:,f}" if figure.bound in (Bound.ODD, Bound.BETWEEN) else ""
    return f"{figure.value:,f} {figure.unit}{bound}{above}"
