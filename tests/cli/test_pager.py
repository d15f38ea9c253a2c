"""A list that is longer than the terminal goes through the pager of the user, and nothing else does."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from running import MYCITY, on_terminal

if TYPE_CHECKING:
    from pathlib import Path

PAGER = """\
import sys
lines = sys.stdin.read().splitlines()
print("paged", len(lines), "lines, the first", lines[0].split()[0])
"""
PAGED = "paged 41 lines, the first ID\n40 of 40 sources\n"


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """Return a dataset with forty sources; a terminal of the tests has 24 lines."""
    path = tmp_path / "long.json"
    sources = [{"id": f"s{number}", "title": "T", "publisher": "P", "language": "en"} for number in range(40)]
    path.write_text(json.dumps({"sources": sources}))
    return path


@pytest.fixture
def pager(tmp_path: Path) -> str:
    (tmp_path / "pager.py").write_text(PAGER)
    return f"{sys.executable} {tmp_path / 'pager.py'}"


def shown(*arguments: str | Path, **variables: str | None) -> tuple[int, str]:
    """Return the exit code, and what the terminal shows, with these variables in the environment."""
    given = [f"{name}={value}" for name, value in variables.items() if value is not None]
    unset = [option for name, value in variables.items() if value is None for option in ("-u", name)]
    return on_terminal(["env", *unset, *given, "NO_COLOR=1", *MYCITY, *map(str, arguments)], columns=80)


def test_a_long_list_goes_through_the_pager(long: Path, pager: str) -> None:
    assert shown("sources", "--data", long, PAGER=pager) == (0, PAGED)
    code, text = shown("sources", "--data", long, "-f", "json", PAGER=pager)
    assert (code, text) == (0, "paged 42 lines, the first [\n")


@pytest.mark.parametrize(
    ("options", "variables"),
    [
        (["--no-pager"], {}),
        ([], {"PAGER": ""}),
        ([], {"PAGER": "cat"}),
        ([], {"PAGER": "'"}),
        ([], {"PAGER": "/no/such/pager"}),
        ([], {"TERM": "dumb"}),
    ],
)
def test_it_can_be_left_out(long: Path, pager: str, options: list[str], variables: dict[str, str]) -> None:
    code, text = shown("sources", "--data", long, *options, **{"PAGER": pager, **variables})
    assert code == 0
    assert len(text.splitlines()) == 42
    assert text.splitlines()[-1] == "40 of 40 sources"


def test_a_short_list_does_not(long: Path, pager: str) -> None:
    code, text = shown("sources", "--data", long, "--limit", "5", PAGER=pager)
    assert (code, len(text.splitlines())) == (0, 7)


def test_a_list_in_a_pipe_or_a_file_does_not(long: Path, pager: str, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert shown("sources", "--data", long, "-o", out, PAGER=pager) == (0, "40 of 40 sources\n")
    assert len(out.read_text().splitlines()) == 41
    command = f"{' '.join(MYCITY)} sources --data {long} | wc -l"
    assert on_terminal(["env", f"PAGER={pager}", "sh", "-c", command], columns=80) == (0, "40\n")


def test_who_leaves_the_pager_early_has_seen_enough(long: Path) -> None:
    assert shown("sources", "--data", long, PAGER="true") == (0, "40 of 40 sources\n")
    statements = long.with_name("statements.txt")
    statements.write_text("1 = 2\n" * 40)
    code, _ = shown("check", "-F", statements, "--columns", "verdict", PAGER="true")
    assert code == 1


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["help", "environment"], "environment:"),
        (["help", "deals"], "Usage:"),
        (["claims", "show", "three-conferences"], "Verdict"),
        (["check", *["Suzhou > Xiamen"] * 3], "Verdict"),
        (["show", "ein-2022-11-08", "-f", "json"], "{"),
        (["config"], "Setting"),
    ],
)
def test_whatever_is_longer_than_the_terminal_does(pager: str, arguments: list[str], first: str) -> None:
    code, text = shown(*arguments, PAGER=pager, LINES="8")
    assert code == 0
    assert text.startswith("paged ")
    assert text.splitlines()[0].endswith(f"the first {first}")


def test_a_report_of_an_audit_does(pager: str, tmp_path: Path) -> None:
    release = tmp_path / "release.txt"
    release.write_text(
        "\n\n".join(f"Linz signed {n} projects and {n} deals, {2 * n + 1} in total." for n in range(2, 20))
    )
    code, text = shown("audit", release, "--all", "--verbose", PAGER=pager)
    assert code in (0, 1)
    assert text.startswith("paged ")


def test_the_pager_of_mycity_goes_before_that_of_all(long: Path, pager: str, tmp_path: Path) -> None:
    assert shown("sources", "--data", long, PAGER="cat", MYCITY_PAGER=pager) == (0, PAGED)
    assert len(shown("sources", "--data", long, PAGER=pager, MYCITY_PAGER="")[1].splitlines()) == 42
    config = tmp_path / "config.toml"
    config.write_text(f"pager = '{pager}'\n")
    assert shown("sources", "--data", long, PAGER="cat", MYCITY_CONFIG=str(config)) == (0, PAGED)


@pytest.mark.parametrize(("given", "told"), [(None, "FRX"), ("-S", "-S"), ("", "")])
def test_less_is_told_what_its_user_does_not_say(long: Path, tmp_path: Path, given: str | None, told: str) -> None:
    less = tmp_path / "less"
    less.write_text('#!/bin/sh\ncat > /dev/null\necho "less $# <$LESS>"\n')
    less.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    code, text = shown("sources", "--data", long, PAGER=None, LESS=given, PATH=path)
    assert (code, text) == (0, f"less 0 <{told}>\n40 of 40 sources\n")
