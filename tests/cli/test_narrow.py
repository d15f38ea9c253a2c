"""What a narrow terminal shows: nothing is broken in the middle of a word, and nothing is left out in silence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mycity_cli.cli.app import COMMANDS
from mycity_cli.cli.streams import at_words
from running import Mycity

HELP = [[command, "--help"] for command in COMMANDS] + [["--help"], ["data", "convert", "--help"]]


@given(st.text(alphabet="ab 江", max_size=60), st.integers(1, 30))
def test_lines_are_broken_at_spaces_alone(line: str, columns: int) -> None:
    lines = at_words(line, columns)
    assert " ".join(lines).split() == line.split()
    assert all(cell_len(each) <= columns or " " not in each.strip() for each in lines)


@pytest.mark.parametrize("arguments", HELP, ids=" ".join)
@pytest.mark.parametrize("columns", [30, 40, 63])
def test_help_is_broken_at_words(mycity: Mycity, arguments: list[str], columns: int) -> None:
    """Every word is there whole, and no line is too wide but for what stands in quotes: it is one word to a shell."""
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    narrow = mycity(*arguments, columns=columns).out
    wide = [line for line in narrow.splitlines() if cell_len(line) > columns]
    assert [line for line in wide if re.fullmatch(r" *('[^']*'|\"[^\"]*\")", line) is None] == []
    assert "…" not in narrow
    assert narrow.split() == mycity(*arguments, columns=63).out.split()


def test_help_on_a_narrow_terminal(mycity: Mycity) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    assert mycity("show", "--help", columns=40).out.startswith(
        "Usage: mycity show ID [OPTIONS]\n"
        "\n"
        "Show one record in full: a signing with\n"
        "its conference and parts, all with where\n"
        "their sources say it.\n"
        "\n"
        "Arguments:\n"
    )


@pytest.mark.parametrize("arguments", HELP, ids=" ".join)
def test_help_on_a_terminal_of_80_columns_cuts_nothing(mycity: Mycity, arguments: list[str]) -> None:
    shown = mycity(*arguments, columns=80).out
    assert "…" not in shown
    assert "<bool>" not in shown


def test_notes_and_errors_are_broken_at_words(mycity: Mycity) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    assert mycity("total", "--by", "year", "--year", "2022", columns=30).err == (
        "3 of 4 signings; columns that\ndo not fit: signings, share\n(see --columns)\n"
    )
    assert mycity("check", "Atlantis > 5 billion yuan", columns=30).err == (
        "error: unknown name 'Atlantis'\n"
        "  Atlantis > 5 billion yuan\n"
        "  ^^^^^^^^\n"
        "help: known: Mianyang, Xiamen,\n"
        "Dongguan, Suzhou, Cupertino,\n"
        "products, research-institutes,\n"
        "academicians and 36 more\n"
    )


def test_in_a_pipe_nothing_is_broken(mycity: Mycity) -> None:
    result = mycity("check", "Atlantis > 5 billion yuan")
    assert result.err.splitlines()[-1] == (
        "help: known: Mianyang, Xiamen, Dongguan, Suzhou, Cupertino, products, research-institutes, academicians and "
        "36 more"
    )
