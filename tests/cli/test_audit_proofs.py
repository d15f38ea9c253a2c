"""Audits in files: what the report of the terminal says, and what it rests on."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from mycity_cli.bundled import bundled
from running import Mycity

HASH = sha256(bundled().read_bytes()).hexdigest()
FALSE = "Suqian signed 30 projects: 20 in industry and 11 in services. Some paid 1,00,0 yuan.\n"
OTHER = (
    "Mianyang signed 30 projects worth 51.563 billion yuan at its promotion conference in Suzhou on November 3, 2022.\n"
)


@pytest.fixture
def folder(tmp_path: Path, mycity: Mycity) -> Path:
    mycity.monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(FALSE)
    (tmp_path / "b.txt").write_text(OTHER)
    return tmp_path


def test_a_report_in_markdown(folder: Path, mycity: Mycity) -> None:
    result = mycity("audit", "a.txt", "--output", "report.md")
    assert (result.code, result.out) == (1, "")
    digest = sha256(FALSE.encode()).hexdigest()
    text = (folder / "report.md").read_text(encoding="utf-8")
    assert text.startswith("# Audit\n\n## a.txt\n\n- figures: 3; in a relation 3 (1 relation false), ")
    assert f"- SHA-256 of the release: {digest}\n" in text
    assert (
        "### false: the parts do not add up to the total\n"
        "\n"
        "> Suqian signed **30 projects**: **20** in industry and **11** in services.\n"
        "\n"
        "- Place: a.txt:1:15\n"
        "- Rule: sum/of-which\n"
        "- Statement: 20 + 11 = 30 projects\n"
        "- Since: the parts add up to 31, not to 30\n"
    ) in text
    assert "- a.txt:1:73: not read: '1,00,0': " in text
    assert text.endswith(
        f"- SHA-256: {HASH}\n"
        "- Date of the data: 2022-11-08, the latest that its sources state\n"
        "- Made by: mycity 0.1.0\n"
    )


def test_what_differs_from_the_dataset_names_who_says_otherwise(folder: Path, mycity: Mycity) -> None:
    text = mycity("audit", "b.txt", "-f", "markdown").out
    assert (
        "### differs: the signing is not as in the dataset: suzhou-2022-signing\n"
        "\n"
        "> Mianyang signed **30 projects** worth **51.563 billion yuan** at its promotion conference in Suzhou on "
        "November 3, 2022.\n"
        "\n"
        "- Place: b.txt:1:17\n"
        "- true: 30 projects = 30 projects\n"
        "- false: 51.563 billion yuan = 52.563 billion yuan\n"
        "- By: ein-2022-11-08 (paragraph 11)\n"
    ) in text
    assert "suzhou-2022-signing (not as in the dataset) | ein-2022-11-08 (paragraph 11) |\n" in text
    assert "\n## Sources\n\n- ein-2022-11-08: Mianyang Makes New Progress" in text


def test_several_releases_and_what_could_not_be_read(folder: Path, mycity: Mycity) -> None:
    result = mycity("audit", "a.txt", "none.txt", "b.txt", "-f", "markdown", "--ignore", "sum")
    assert result.code == 3
    assert [line for line in result.out.splitlines() if line.startswith("## ")] == [
        "## a.txt", "## b.txt", "## Sources", "## Data",
    ]  # fmt: skip
    notes = [line for line in result.out.splitlines() if line.startswith("- note: ")]
    assert notes[0].startswith("- note: 2 releases: figures: 5; ")
    assert notes[1:] == [
        "- note: 1 relation ignored: 1 sum/of-which",
        "- note: none.txt: cannot be read: No such file or directory",
    ]


def test_a_report_in_text_has_its_notes_and_what_it_rests_on(folder: Path, mycity: Mycity) -> None:
    mycity("audit", "b.txt", "--ignore", "sum", "-o", "report.txt")
    text = (folder / "report.txt").read_text(encoding="utf-8")
    assert f"Release           b.txt, SHA-256 {sha256(OTHER.encode()).hexdigest()}\n" in text
    assert text.endswith("\nMade by           mycity 0.1.0\n\nnote: 0 relations ignored\n")


@pytest.mark.parametrize(("ending", "mark"), [("csv", ","), ("tsv", "\t")])
def test_rows_of_a_file_have_what_differs(folder: Path, mycity: Mycity, ending: str, mark: str) -> None:
    assert mycity("audit", "b.txt", "-o", f"out.{ending}").code == 1
    expected = (
        *("b.txt:1:17", "differs", "dataset", "51.563 billion yuan = 52.563 billion yuan"),
        "the signing is not as in the dataset: suzhou-2022-signing",
    )
    assert mark.join(expected) in (folder / f"out.{ending}").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_says_what_it_rests_on(folder: Path, mycity: Mycity, format: str) -> None:
    found: Any = json.loads(mycity("audit", "b.txt", "-f", format).out)
    assert found["sha256"] == sha256(OTHER.encode()).hexdigest()
    assert found["provenance"]["files"] == [{"name": "deals.json", "sha256": HASH}]
    [compared] = found["dataset"]
    assert [(each["id"], each["at"], each["publisher"]) for each in compared["sources"]] == [
        ("ein-2022-11-08", "paragraph 11", "EIN Presswire")
    ]


def test_rows_of_markdown_are_a_table(folder: Path, mycity: Mycity) -> None:
    result = mycity("audit", "a.txt", "-f", "markdown", "--columns", "verdict,statement")
    assert result.out.startswith("| Verdict | Statement |\n| --- | --- |\n| false | 20 + 11 = 30 projects |\n")


@pytest.mark.parametrize("arguments", [["-f", "tsv"], ["-f", "csv"], ["-f", "sarif"], ["-q"], ["--propose"], []])
def test_nothing_is_hashed_where_no_report_is_kept(folder: Path, mycity: Mycity, arguments: list[str]) -> None:
    def hashed(*_: object) -> None:
        raise AssertionError("hashed")

    mycity.monkeypatch.setattr("hashlib.sha256", hashed)
    assert mycity("audit", "a.txt", *arguments).code == 1


def test_a_hostile_release_does_nothing_in_markdown(folder: Path, mycity: Mycity) -> None:
    text = "# <script>x</script> signed 30 projects: 20 in `a`|b and 11 in [c](javascript:d) \x1b[31m.\n"
    (folder / "c.txt").write_text(text)
    shown = mycity("audit", "c.txt", "-f", "markdown").out
    assert "\x1b" not in shown
    assert "<script" not in shown.replace("\\<script", "")
    assert "](javascript" not in shown.replace("\\](javascript", "")
