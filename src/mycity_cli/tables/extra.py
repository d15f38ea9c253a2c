"""The error for libraries that are not installed."""

from __future__ import annotations

from mycity_cli.errors import MissingExtraError
from mycity_cli.messages import say


def missing(what: str, verb: str = "are") -> MissingExtraError:
    """Return the error that says what reads what, in a sentence, and is not installed."""
    wrong = say("{what}, which are not installed", what=what)
    if verb == "is":
        wrong = say("{what}, which is not installed", what=what)
    return MissingExtraError(wrong, help=say("pip install 'mycity-cli[tables]'"))
