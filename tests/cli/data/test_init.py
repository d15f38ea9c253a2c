"""mycity data init: a first dataset that works as it stands, and a page whose commands do."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from running import Result, on_terminal

if TYPE_CHECKING:
    from running import Mycity

FILES = ["README.md", "dataset.json", "schema.json"]


@pytest.fixture
def folder(mycity: Mycity, tmp_path: Path) -> Path:
    mycity("data", "init", tmp_path / "a" / "b")
    return tmp_path / "a" / "b"


def test_it_says_what_it_wrote_and_what_to_do_next(mycity: Mycity, tmp_path: Path) -> None:
    folder = tmp_path / "my figures"
    assert mycity("data", "init", folder) == Result(
        0,
        f"{folder}/dataset.json\n{folder}/README.md\n{folder}/schema.json\n",
        f"note: {folder}/README.md explains the dataset; next: mycity data validate '{folder}/dataset.json'\n",
    )
    assert sorted(path.name for path in folder.iterdir()) == FILES


def test_the_dataset_is_valid_and_its_figures_agree(mycity: Mycity, folder: Path) -> None:
    data = folder / "dataset.json"
    assert mycity("total", "--data", data).out == "4600000000\n"
    result = mycity("claims", "--data", data)
    assert (result.code, result.out.split("\t")[0]) == (0, "true")
    schema = json.loads((folder / "schema.json").read_text())
    content = json.loads(data.read_text())
    assert (folder / content["$schema"]).is_file()
    assert list(Draft202012Validator(schema).iter_errors(content)) == []


def test_the_commands_of_its_page_work_where_it_is(folder: Path) -> None:
    page = (folder / "README.md").read_text()
    (folder / "colleague.json").write_bytes((folder / "dataset.json").read_bytes())
    commands = [
        line for block in re.findall(r"^```\n(.*?)^```$", page, re.MULTILINE | re.DOTALL) for line in block.splitlines()
    ]
    assert len(commands) > 5
    for command in commands:
        code, shown = on_terminal(["sh", "-c", command], columns=80, cwd=folder)
        assert code == 0, (command, shown)


def test_what_is_there_stays_unless_it_is_forced(mycity: Mycity, folder: Path) -> None:
    (folder / "README.md").write_text("mine")
    (folder / "dataset.json").unlink()
    (folder / "notes.txt").write_text("mine")
    assert mycity("data", "init", folder) == Result(
        2, "", f"error: {folder}/README.md: exists already\nhelp: --force replaces it\n"
    )
    assert sorted(path.name for path in folder.iterdir()) == ["README.md", "notes.txt", "schema.json"]
    assert mycity("data", "init", folder, "--force").code == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted([*FILES, "notes.txt"])
    assert (folder / "README.md").read_text() != "mine"
    assert (folder / "notes.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_an_error(mycity: Mycity, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert mycity("data", "init", tmp_path / "file") == Result(
        3, "", f"error: {tmp_path}/file: cannot be made: File exists\n"
    )
    assert mycity("data", "init", tmp_path / "file" / "a").code == 3


def test_without_a_folder_it_says_what_is_missing(mycity: Mycity) -> None:
    assert mycity("data", "init") == Result(2, "", "error: DIR: is missing\nhelp: see 'mycity data init --help'\n")


def test_an_empty_name_is_no_folder(mycity: Mycity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert mycity("data", "init", "") == Result(
        2, "", "error: DIR: is empty\nhelp: give a folder: figures, or . for the one you are in\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_name_never_acts_on_the_terminal(mycity: Mycity, tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[31mb"
    assert mycity("data", "init", folder, columns=80).out.startswith(f"{tmp_path}/a\\x1b[31mb/dataset.json\n")
    assert mycity("data", "init", folder, "--force").out.startswith(f"{folder}/dataset.json\n")


def test_in_chinese_the_page_is_too_and_the_dataset_is_the_same(mycity: Mycity, folder: Path, tmp_path: Path) -> None:
    chinese = tmp_path / "zh"
    assert mycity("data", "init", chinese, "--lang", "zh") == Result(
        0,
        f"{chinese}/dataset.json\n{chinese}/README.md\n{chinese}/schema.json\n",
        f"说明：{chinese}/README.md 说明了数据集的写法；下一步：mycity data validate {chinese}/dataset.json\n",
    )
    for name in ("dataset.json", "schema.json"):
        assert (chinese / name).read_bytes() == (folder / name).read_bytes()
    english, page = ((each / "README.md").read_text() for each in (folder, chinese))
    assert re.findall(r"^(?:mycity|\| `).*?(?:$|`)", page, re.MULTILINE) == re.findall(
        r"^(?:mycity|\| `).*?(?:$|`)", english, re.MULTILINE
    )
    assert page.startswith("# mycity 数据集\n")
