"""Exit codes: one list, one order, and what the readme and the help of mycity say of them."""

from __future__ import annotations

import re
import signal
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.exit_codes import ExitCode, of_signal, worst
from running import Mycity

ROOT = Path(__file__).parents[1]
CODES = st.lists(st.sampled_from(ExitCode))


@pytest.mark.parametrize(
    ("codes", "expected"),
    [([], 0), ([0, 4], 4), ([4, 1], 1), ([1, 2], 2), ([2, 3], 3), ([3, 70], 70), ([70, 143], 143), ([143, 130], 130)],
)
def test_the_worst_of_several(codes: list[int], expected: int) -> None:
    assert worst(map(ExitCode, codes)) == worst(map(ExitCode, reversed(codes))) == expected


@given(st.lists(CODES))
def test_the_worst_of_parts_is_that_of_all(parts: list[list[ExitCode]]) -> None:
    assert worst(map(worst, parts)) is worst(chain.from_iterable(parts))


def test_a_signal_has_its_code() -> None:
    found = [of_signal(each) for each in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)]
    assert found == [ExitCode.HANGUP, ExitCode.INTERRUPTED, ExitCode.TERMINATED]


def test_the_docs_list_every_code() -> None:
    page = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
    section = page.split("\n## Exit codes\n", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| ([0-9, ]+) \| .*\|$", section, re.MULTILINE)
    assert {int(code) for row in rows for code in row.split(",")} == set(ExitCode)


def test_help_lists_every_code_of_an_answer(mycity: Mycity) -> None:
    told = mycity("--help").out.partition("Exit codes:")[2]
    of_signals = {ExitCode.HANGUP, ExitCode.TERMINATED}
    assert set(map(int, re.findall(r"[0-9]+", told))) == set(ExitCode) - of_signals


def test_no_other_module_has_codes_of_its_own() -> None:
    """A number that is returned as an exit code, or compared with one, stands in `exit_codes` alone."""
    wrong = re.compile(
        r"exit_code(?:: .*)? = [0-9]|(?:SystemExit|_exit|Exit)\([0-9]|code = [0-9]|-> ExitCode:\n    return [0-9]"
    )
    for path in (ROOT / "src").rglob("*.py"):
        assert not wrong.search(path.read_text(encoding="utf-8")), path
