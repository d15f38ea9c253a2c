"""What outcomes of statements are called, where people read them."""

from __future__ import annotations

from mycity_cli.messages import Said, say_as
from mycity_cli.statement.verdict import Outcome

_WORDS = {
    Outcome.TRUE: say_as("verdict", "true"),
    Outcome.FALSE: say_as("verdict", "false"),
    Outcome.UNDECIDED: say_as("verdict", "undecided"),
    Outcome.NOT_CHECKABLE: say_as("verdict", "not checkable"),
}


def outcome_word(outcome: Outcome | str) -> Said:
    """Return what an outcome is called, given itself or its value."""
    return _WORDS[Outcome(outcome)]
