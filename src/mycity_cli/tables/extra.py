"""The error for libraries that are not installed."""

from __future__ import annotations

from mycity_cli.errors import MissingExtraError
from mycity_cli.messages import say


def missing(what: str) -> MissingExtraError:
    """Return the error for what is not installed: a sentence that says what reads what."""
    return MissingExtraError(what, help=say("pip install 'mycity-cli[tables]'"))
