"""The man pages: one for mycity, each command and each topic, without a fault that who formats them would find."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from mycity_cli.cli.app import COMMANDS, root_command
from mycity_cli.cli.described import all_commands
from mycity_cli.cli.man_pages import man_pages, write_man_pages
from mycity_cli.manual import TOPICS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("man")
    assert write_man_pages(folder) == list(man_pages())
    return folder


def test_every_command_and_topic_has_a_page() -> None:
    pages = man_pages()
    names = ["-".join(names) for names in all_commands(root_command())]
    assert {f"man1/mycity-{name}.1" for name in names} | {"man1/mycity.1"} <= set(pages)
    assert set(COMMANDS) < set(names)
    assert {"data-convert", "data-merge"} < set(names)
    for name in TOPICS:
        assert f"man7/mycity-{name}.7" in pages


def test_a_page_says_what_help_says() -> None:
    page = man_pages()["man1/mycity-total.1"]
    assert r"\fB\-m\fR, \fB\-\-measure\fR \fIMEASURE\fR" in page
    assert r"mycity total \-\-by city \-\-chart" in page
    assert '.SH "EXIT STATUS"' in man_pages()["man1/mycity.1"]


def test_no_formatter_finds_a_fault(folder: Path) -> None:
    if shutil.which("mandoc") is None:
        pytest.skip("mandoc is not installed")
    pages = sorted(map(str, folder.glob("man*/*")))
    done = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", *pages], capture_output=True, text=True, check=False
    )
    # The pages have no date: the same texts make the same page on any day.
    assert [line for line in done.stdout.splitlines() if "missing date" not in line] == []


def test_man_shows_them(folder: Path) -> None:
    if shutil.which("man") is None or shutil.which("groff") is None:
        pytest.skip("man is not installed")
    for name in ("man1/mycity.1", "man1/mycity-total.1", "man7/mycity-tables.7"):
        page = folder / name
        env = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"}
        done = subprocess.run(
            ["man", "--warnings", "-l", str(page)], capture_output=True, text=True, check=False, env=env
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert page.stem.upper() in done.stdout
