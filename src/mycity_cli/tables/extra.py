"""The error for libraries that are not installed."""

from __future__ import annotations

from mycity_cli.errors import MissingExtraError


def missing(what: str, verb: str = "are") -> MissingExtraError:
    """Return the error that says what reads what, and is not installed."""
    return MissingExtraError(f"{what}, which {verb} not installed", help="pip install 'mycity-cli[tables]'")
