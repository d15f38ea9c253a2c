# a message is as long as it is
"""Statements that are none: the whole message for each, the caret under what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Mycity

GALLERY = Path(__file__).with_name("bad_statements.txt").read_text(encoding="utf-8")
"""Statements, each after a dollar sign, and below it what a user is told."""

UNPRINTABLE = [
    (
        "",
        (
            "error: the statement is empty\n"
            "  \n"
            "  ^\n"
            "help: write a comparison: Suzhou > Xiamen + Dongguan, projects(2022) = 75\n"
        ),
    ),
    (
        "   ",
        (
            "error: the statement is empty\n"
            "     \n"
            "  ^^^\n"
            "help: write a comparison: Suzhou > Xiamen + Dongguan, projects(2022) = 75\n"
        ),
    ),
    (
        "Suzhou\x1b[31m > 5 billion",
        ("error: an invisible character, U+001B\n  Suzhou\\x1b[31m > 5 billion\n        ^^^^\nhelp: delete it\n"),
    ),
    (
        "Suzhou\u200b > 5 billion",
        (
            "error: an invisible character, U+200B ZERO WIDTH SPACE\n"
            "  Suzhou\\u200b > 5 billion\n"
            "        ^^^^^^\n"
            "help: delete it\n"
        ),
    ),
    (
        "Suz\u202ehou > 5 billion",
        (
            "error: an invisible character, U+202E RIGHT-TO-LEFT OVERRIDE\n"
            "  Suz\\u202ehou > 5 billion\n"
            "     ^^^^^^\n"
            "help: delete it\n"
        ),
    ),
    (
        "Suzhou > \ufeff5 billion",
        (
            "error: an invisible character, U+FEFF ZERO WIDTH NO-BREAK SPACE\n"
            "  Suzhou > \\ufeff5 billion\n"
            "           ^^^^^^\n"
            "help: delete it\n"
        ),
    ),
    (
        "Suzhou > 1\x00",
        ("error: an invisible character, U+0000\n  Suzhou > 1\\x00\n            ^^^^\nhelp: delete it\n"),
    ),
    (
        "Suzhou > " + "9" * 10_000,
        (
            "error: longer than 5000 characters\n"
            "  …9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999…\n"
            "                                                     ^\n"
            "help: write it in several statements\n"
        ),
    ),
    (
        "Suzhou" + " + Suzhou" * 1200 + " > 1 yuan",
        (
            "error: longer than 5000 characters\n"
            "  …Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + S…\n"
            "                                                     ^\n"
            "help: write it in several statements\n"
        ),
    ),
    (
        "(" * 1000 + "1" + ")" * 1000 + " = 1",
        (
            "error: nested more than 50 deep\n"
            "  ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((…\n"
            "                                                    ^\n"
            "help: write it in simpler parts\n"
        ),
    ),
    (
        "2 = " + " * ".join(["999,999,999,999,999,999"] * 60),
        (
            "error: the numbers grow too long to be shown\n"
            "  2 = 999,999,999,999,999,999 * 999,999,999,999,999,999 * 999,999,999,999,999,999 * 999,999,999,999,99…\n"
            "      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "help: compare simpler figures\n"
        ),
    ),
]
"""What no text file shows: statements that are empty, endless, or hold characters that cannot be seen."""


def gallery() -> list[tuple[str, str]]:
    """Return the statements of the gallery with their messages."""
    entries = GALLERY.removeprefix("$ ").split("\n$ ")
    return [(statement, f"{message.rstrip()}\n") for statement, _, message in (e.partition("\n") for e in entries)]


@pytest.mark.parametrize(("statement", "message"), [*UNPRINTABLE, *gallery()], ids=lambda text: text[:30])
def test_a_bad_statement_is_told_with_its_place(mycity: Mycity, statement: str, message: str) -> None:
    # The two dashes keep a statement that begins with a minus from being taken for an option.
    result = mycity("check", "--", statement)
    assert (result.code, result.out, result.err) == (2, "", message)


def test_there_are_enough() -> None:
    assert len(gallery()) >= 40
