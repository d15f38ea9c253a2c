"""mycity data merge: several files made one, to a file or into a pipe."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from examples import Raw, raw, signing
from mycity_cli.dataset import bundled
from running import Result

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    write(first, title="A", signings=[signing("s", amount="5 billion yuan")])
    write(second, title="B", city="xiamen", signings=[signing("t", amount="1.5 billion yuan")])
    return first, second


def write(path: Path, **fields: object) -> None:
    content: Raw = raw(**fields)
    path.write_text(json.dumps(content))


def test_without_a_file_the_result_is_printed(mycity: Mycity, files: tuple[Path, Path]) -> None:
    result = mycity("data", "merge", *files)
    assert result.code == 0
    assert result.err.splitlines() == [
        f"note: the title of {files[1]} is left out",
        "note: the files name different cities: each record now names its own",
    ]
    content = json.loads(result.out)
    assert [each["promoter"] for each in content["signings"]] == ["mianyang", "xiamen"]
    assert mycity("data", "merge", *files, "--output", "-") == result


def test_the_merged_file_is_a_dataset(mycity: Mycity, files: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    assert (mycity("data", "merge", *files, "-o", path).code, mycity("total", "--data", path).out) == (
        0,
        "6500000000\n",
    )


def test_a_file_that_exists_is_replaced_only_by_force_and_one_that_is_read_never(
    mycity: Mycity, files: tuple[Path, Path]
) -> None:
    first = files[0]
    before = first.read_bytes()
    for force in ([], ["--force"]):
        assert mycity("data", "merge", *files, "-o", first, *force) == Result(
            2, "", f"error: --output: is '{first}', which is read\nhelp: write to another file\n"
        )
    assert first.read_bytes() == before
    other = first.with_name("other.json")
    other.write_text("{}", encoding="utf-8")
    assert mycity("data", "merge", *files, "-o", other) == Result(
        2, "", f"error: {other}: exists already\nhelp: --force replaces it\n"
    )
    assert other.read_text(encoding="utf-8") == "{}"
    assert mycity("data", "merge", *files, "-o", other, "--force").code == 0
    assert len(json.loads(other.read_bytes())["signings"]) == 2


def test_a_conflict_ends_it_and_nothing_is_written(mycity: Mycity, files: tuple[Path, Path], tmp_path: Path) -> None:
    first, second = files
    write(second, signings=[signing("s", amount="6 billion yuan")])
    assert mycity("data", "merge", first, second, "-o", tmp_path / "all.json") == Result(
        3,
        "",
        f"error: {second}: signings[0] of 's': not the same as signings[0] in {first}: "
        "amount is '6 billion yuan', there '5 billion yuan'\n"
        "help: make them the same, or give one of them another id\n",
    )
    assert not (tmp_path / "all.json").exists()


def test_the_bundled_file_with_itself_is_itself(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "twice.json"
    assert mycity("data", "merge", bundled(), bundled(), "-o", path) == Result(
        0, "", f"note: {bundled()} is given twice\n"
    )
    for command in (["deals"], ["facts"], ["show", "suzhou-2022-signing"]):
        assert mycity(*command, "--format", "json", "--data", path) == mycity(*command, "--format", "json")
    assert mycity("claims", "--data", path, "-f", "tsv") == mycity("claims", "-f", "tsv")


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        ([], 2, "error: FILES: is missing\nhelp: see 'mycity data merge --help'\n"),
        (["nowhere.json"], 3, "error: nowhere.json: cannot be read: No such file or directory\n"),
    ],
)
def test_wrong_input_is_told(mycity: Mycity, arguments: list[str], code: int, error: str) -> None:
    assert mycity("data", "merge", *arguments) == Result(code, "", error)
