"""What outcomes are called where people read them: those of statements, and those of signings beside a dataset."""

from __future__ import annotations

from mycity_cli.messages import Said, say_as
from mycity_cli.statement.judge import OUTCOME_WORDS

NOT_CHECKED = say_as("verdict", "not checked")
"""What is said of a release of which nothing was checked."""
_WORDS = {
    str(each): each
    for each in (
        *OUTCOME_WORDS.values(),
        NOT_CHECKED,
        say_as("verdict", "agrees"),
        say_as("verdict", "differs"),
    )
}
_HEADINGS = {
    str(each).lower(): each
    for each in (
        say_as("verdict", "True"),
        say_as("verdict", "False"),
        say_as("verdict", "Undecided"),
        say_as("verdict", "Not checkable"),
    )
}


def outcome_word(outcome: str) -> Said:
    """Return what an outcome is called, given itself or its value. Raises KeyError for what is none."""
    return _WORDS[outcome]


def outcome_heading(outcome: str) -> Said:
    """Return the heading of a statement that has an outcome."""
    return _HEADINGS[outcome]
