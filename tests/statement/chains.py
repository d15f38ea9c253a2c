"""Statements that are one comparison or chain, for tests that look at their sides."""

from __future__ import annotations

from mycity_cli.statement.nodes import Chain
from mycity_cli.statement.parse import parse


def chain(text: str) -> Chain:
    """Return the chain that a text is."""
    found = parse(text)
    assert isinstance(found, Chain)
    return found
