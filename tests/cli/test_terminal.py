"""Colour and output as for a terminal: what variables, the option and the configuration ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mycity_cli.cli.terminal import columns
from running import MYCITY, Result, on_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity

ESCAPE = "\x1b["
WRONG = (
    "\x1b[1;31merror:\x1b[0m unknown name 'Suzhuo'\n"
    "  Suzhuo > 1 yuan\n"
    "  \x1b[1;31m^^^^^^\x1b[0m\n"
    "\x1b[1;36mhelp:\x1b[0m did you mean Suzhou?\n"
)


@pytest.fixture(autouse=True)
def _not_in_continuous_integration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.parametrize("variable", ["FORCE_COLOR", "CLICOLOR_FORCE"])
def test_tables_helps_topics_and_errors_are_coloured_in_a_pipe_alike(mycity: Mycity, variable: str) -> None:
    mycity.monkeypatch.setenv(variable, "1")
    for command in (["deals"], ["deals", "--help"], ["help", "dates"], ["help"], ["total"]):
        assert ESCAPE in mycity(*command).out, command
    assert mycity("check", "Suzhuo > 1 yuan") == Result(2, "", WRONG)
    assert ESCAPE not in mycity("deals", "-f", "csv").out
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    for command in (["deals"], ["deals", "--help"], ["help"]):
        assert ESCAPE not in mycity(*command).out


@pytest.mark.parametrize("value", ["", "0"])
def test_colour_is_not_forced_by_nothing(mycity: Mycity, value: str) -> None:
    plain = mycity("deals")
    mycity.monkeypatch.setenv("FORCE_COLOR", value)
    assert mycity("deals") == plain


def test_in_continuous_integration_a_script_still_reads_tsv(mycity: Mycity) -> None:
    mycity.monkeypatch.setenv("FORCE_COLOR", "1")
    mycity.monkeypatch.setenv("CI", "true")
    assert mycity("total").out == "92913000000\n"
    assert ESCAPE in mycity("deals", "-f", "table").out


@pytest.mark.parametrize(
    ("variables", "options", "coloured"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"CLICOLOR": "0"}, [], False),
        ({"TERM": "dumb"}, [], False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, [], True),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({"NO_COLOR": "1", "MYCITY_COLOR": "always"}, [], True),
        ({"MYCITY_COLOR": "never"}, [], False),
        ({"MYCITY_COLOR": "never"}, ["--color", "auto"], True),
    ],
)
def test_on_a_terminal(mycity: Mycity, variables: dict[str, str], options: list[str], coloured: bool) -> None:  # noqa: FBT001
    for name, value in variables.items():
        mycity.monkeypatch.setenv(name, value)
    assert (ESCAPE in mycity("deals", *options, columns=80).out) is coloured


def test_a_pipe_can_be_written_to_as_a_terminal(mycity: Mycity) -> None:
    shown = mycity("deals", columns=80)
    mycity.monkeypatch.setenv("MYCITY_FORCE_TTY", "80")
    assert mycity("deals") == shown
    mycity.monkeypatch.setenv("MYCITY_FORCE_TTY", "40")
    assert mycity("deals").out == mycity("deals", columns=40).out
    assert mycity("deals", "--help").out == mycity("deals", "--help", columns=40).out
    assert mycity("check", "Suzhuo > 1 yuan").err == WRONG
    mycity.monkeypatch.setenv("MYCITY_FORCE_TTY", "0")
    assert "\x1b" not in mycity("deals").out


@pytest.mark.parametrize(
    ("value", "width"),
    [("120", 120), ("50%", 45), ("1", 90), ("yes", 90), ("true", 90), ("200%", 180), ("1%", 1), ("", 90), ("0", 90)],
)
def test_its_width_is_a_number_or_a_share_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, value: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("MYCITY_FORCE_TTY", value)
    assert columns() == width


def test_the_terminal_is_found_through_another_stream(tmp_path: Path) -> None:
    command = f"{' '.join(MYCITY)} help dates > {tmp_path / 'out'}"
    assert on_terminal(["env", "MYCITY_FORCE_TTY=50%", "NO_COLOR=1", "sh", "-c", command], columns=100) == (0, "")
    lines = (tmp_path / "out").read_text().splitlines()
    assert 40 < max(len(line) for line in lines if not line.startswith("    ")) <= 50
