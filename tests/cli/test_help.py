"""`mycity help`: the commands and the topics, the help of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mycity_cli.cli.app import COMMANDS
from mycity_cli.manual import TOPICS
from running import Result

if TYPE_CHECKING:
    from running import Mycity

SCRIPT = "'mycity completion SHELL' prints the script, for bash, zsh, fish"


def test_without_a_topic_it_lists_commands_and_topics(mycity: Mycity) -> None:
    result = mycity("help")
    assert (result.code, result.err) == (0, "")
    first = [line.split()[0] for line in result.out.splitlines() if line.startswith("  ") and line[2] != " "]
    assert first == [*COMMANDS, *TOPICS]
    assert result.out.endswith("'mycity help NAME' tells more about a command or a topic.\n")


@pytest.mark.parametrize("name", TOPICS)
def test_each_topic_is_shown(mycity: Mycity, name: str) -> None:
    result = mycity("help", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{name}: ")
    assert "`" not in result.out
    assert mycity("help", name.upper()) == result


@pytest.mark.parametrize("names", [["deals"], ["data"], ["data", "convert"], ["help"]])
def test_the_help_of_a_command_is_the_same_as_of_its_option(mycity: Mycity, names: list[str]) -> None:
    assert mycity("help", *names) == mycity(*names, "--help")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["formts"], "unknown topic or command 'formts'\nhelp: did you mean formats?\n"),
        (["dels"], "unknown topic or command 'dels'\nhelp: did you mean deals?\n"),
        (["exit"], "unknown topic or command 'exit'\nhelp: did you mean exit-codes?\n"),
        (["data", "conv"], "unknown command of 'data' 'conv'\nhelp: did you mean convert?\n"),
    ],
)
def test_an_unknown_topic_is_an_error_with_the_nearest(mycity: Mycity, names: list[str], message: str) -> None:
    assert mycity("help", *names) == Result(2, "", f"error: TOPIC: {message}")


def test_a_command_has_no_topics(mycity: Mycity) -> None:
    result = mycity("help", "deals", "formats")
    assert (result.code, result.err) == (2, "error: TOPIC: unknown command of 'deals' 'formats'\n")


def test_no_example_is_broken_within_quotes(mycity: Mycity) -> None:
    shown = re.sub(r"\x1b\[\d*m", "", mycity("check", "--help", columns=80).out)
    assert "\n  'Suzhou is more than 50 billion yuan and not Xiamen exceeds Dongguan'\n" in shown
    examples = shown.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert [line for line in examples if line.count("'") % 2] == []


def test_a_topic_is_as_wide_as_the_terminal(mycity: Mycity) -> None:
    shown = mycity("help", "environment", columns=48).out
    plain = re.sub(r"\x1b\[\d*m", "", shown)
    assert max(map(len, plain.splitlines())) <= 48
    assert "\x1b[1mMYCITY_DATA\x1b[0m" in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["formats"], "no such command 'formats'\nhelp: did you mean mycity help formats?\n"),
        (["--install-completion"], f"no such option: --install-completion\nhelp: {SCRIPT}\n"),
    ],
)
def test_who_looks_for_help_elsewhere_is_led_to_it(mycity: Mycity, arguments: list[str], told: str) -> None:
    assert mycity(*arguments) == Result(2, "", f"error: {told}")
