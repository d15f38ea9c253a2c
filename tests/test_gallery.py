"""Every code has a minimal bad file, and docs/errors.md shows what is said of each.

`UPDATE_DOCUMENTS=1 make check` writes the page.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gallery import GALLERY, Bad, shown
from mycity_cli.dataset.codes import CODES
from running import Result

if TYPE_CHECKING:
    from running import Mycity

PAGE = Path(__file__).parents[1] / "docs" / "errors.md"
MARK = "<!-- What follows is written by tests/test_gallery.py. -->\n"


def validated(mycity: Mycity, bad: Bad, folder: Path) -> Result:
    """Return what validating a file says, in the folder that it is in."""
    if bad.is_table:
        pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    (folder / bad.name).write_bytes(bad.content)
    mycity.monkeypatch.chdir(folder)
    return mycity("data", "validate", bad.name)


@pytest.mark.parametrize("bad", [pytest.param(bad, id=f"{bad.code}-{n}") for n, bad in enumerate(GALLERY)])
def test_a_bad_file_has_the_one_problem_that_it_shows(mycity: Mycity, bad: Bad, tmp_path: Path) -> None:
    result = validated(mycity, bad, tmp_path)
    assert result.code == 1
    assert result.err.endswith("1 problem\n")
    first = result.out.split("\n")[0]
    assert first.startswith(f"error: {bad.name}:")
    assert first.endswith(f"[{bad.code}]")
    assert result.out.split("\n")[-2].startswith("help: "), "every problem says what to do"
    if bad.code == "wrong-total":
        assert mycity("total", "--data", bad.name).out == "12000000\n", "the total itself counts nowhere"
    elif bad.is_table:
        # Days are looked at only where somebody asks for them.
        told = mycity("total", "--by", "year", "--data", bad.name)
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith(result.out.replace(f" [{bad.code}]", ""))
    elif bad.code not in ("unreadable-statement", "figures-disagree", "quote-too-long", "quote-without-figure"):
        for command in ("total", "deals", "claims"):
            assert mycity(command, "--data", bad.name) == Result(3, "", result.out)


def test_every_code_has_a_bad_file() -> None:
    assert {bad.code for bad in GALLERY} == set(CODES)


def test_the_page_of_errors_is_up_to_date(mycity: Mycity, tmp_path: Path) -> None:
    sections = []
    for code, meaning in CODES.items():
        sections.append(f"## {code}\n\n{meaning[0].upper()}{meaning[1:]}.\n")
        for bad in GALLERY:
            if bad.code == code:
                said = validated(mycity, bad, tmp_path).out
                sections.append(f"```{bad.language}\n{shown(bad.content)}\n```\n\n```text\n{said}```\n")
    head = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
    real = f"{head}{MARK}\n" + "\n".join(sections)
    if "UPDATE_DOCUMENTS" in os.environ:
        PAGE.write_text(real, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == real
