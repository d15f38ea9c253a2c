"""Verdict words have their colours in every command, and say without them what they say with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mycity_cli.output.verdict_colors import COLORS, before, color_of
from mycity_cli.statement.verdict import Outcome
from running import Mycity

RED, GREEN, MAGENTA, PLAIN = "\x1b[1;31m", "\x1b[1;32m", "\x1b[1;35m", "\x1b[0m"
RELEASE = (
    "Suqian signed 30 projects: 20 in industry and 11 in services.\n\n"
    "Mianyang signed 30 projects worth 51.563 billion yuan at its promotion conference in Suzhou on November 3, 2022.\n"
)


def test_every_outcome_has_a_colour_and_no_other_word() -> None:
    assert set(Outcome) <= set(COLORS)
    assert (color_of("new"), before("new"), color_of("true"), before("true")) == ("", "", "bold green", GREEN)


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("claims", [f"{GREEN}true{PLAIN}           Mianyang held", f"{MAGENTA}not checkable{PLAIN}  Nearly half"]),
        ("claims show suzhou-exceeds", [f"  {GREEN}true{PLAIN}\n"]),
        ("claims show half-of-academicians", [f"  {MAGENTA}not checkable{PLAIN}\n"]),
        ("check 1=2", [f"  {RED}false{PLAIN}\n"]),
        ("check 1=2 1=1 --columns verdict,statement", [f"{RED}false{PLAIN}    1=2\n", f"{GREEN}true{PLAIN}     1=1\n"]),
        ("check 1=2 1=1 --columns verdict", [f"{RED}false{PLAIN}\n", f"{GREEN}true{PLAIN}\n"]),
        ("audit r.txt", [f": {RED}false{PLAIN}: the parts", f": {RED}differs{PLAIN}: the signing", f"{GREEN}True "]),
        ("audit r.txt --columns verdict,rule", [f"{RED}false{PLAIN}    sum/of-which\n"]),
    ],
)
def test_on_a_terminal_with_colours(mycity: Mycity, tmp_path: Path, command: str, shown: list[str]) -> None:
    (tmp_path / "r.txt").write_text(RELEASE)
    mycity.monkeypatch.chdir(tmp_path)
    colored = mycity(*command.split(), columns=120).out
    for each in shown:
        assert each in colored
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    plain = mycity(*command.split(), columns=120).out
    assert "\x1b" not in plain
    assert re.sub(r" +\n", "\n", re.sub(r"\x1b\[[0-9;]*m", "", colored)) == plain


def test_one_below_the_other_on_a_narrow_terminal(mycity: Mycity) -> None:
    out = mycity("check", "Suzhou < Xiamen", "--columns", "verdict,statement,left,right,unit,reason", columns=40).out
    assert f"{RED}false{PLAIN}\n" in out
