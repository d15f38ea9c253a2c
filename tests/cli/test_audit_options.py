"""What `mycity audit` tells and leaves out on request, and the formats that no other command has."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from mycity_cli.release.rules import RULES
from running import MYCITY, Mycity

EXAMPLES = Path(__file__).parent / "audited"
FALSE = "Suqian signed 30 projects worth 8.2 billion yuan: 20 worth 5.1 billion yuan and 10 worth 2.9 billion yuan."
TRUE = "Suqian signed 30 projects: 20 in industry and 10 in services."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_rules_that_are_ignored_count_for_nothing_and_a_note_says_how_many(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(FALSE)
    piped = mycity("audit", "a.txt", "--ignore", "sum/of-which")
    unchecked = "nothing was checked: 6 figures in ignored relations only"
    assert (piped.code, piped.out) == (0, f"a.txt\tnot checked\t\t\t{unchecked}\n")
    assert piped.err.startswith(
        "note: 1 release: figures: 6; in a relation 0, stated alone 0, in ignored relations only 6; "
    )
    assert piped.err.endswith("note: 2 relations ignored: 2 sum/of-which\n")
    terminal = mycity("audit", "a.txt", "--ignore", "sum", columns=80)
    assert (terminal.code, terminal.err) == (0, "note: 2 relations ignored: 2 sum/of-which\n")
    assert "false" not in terminal.out
    assert mycity("audit", "a.txt", "--ignore", "share", "-f", "json").err == "note: 0 relations ignored\n"


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("sum/ofwhich", "did you mean sum/of-which?"),
        ("SUM/of-which", "did you mean sum/of-which?"),
        ("shares", "did you mean share?"),
        ("xyz", "known: sum/of-which, sum/respectively, "),
    ],
)
def test_an_unknown_rule_is_an_error_with_the_nearest_known(mycity: Mycity, name: str, help: str) -> None:
    result = mycity("audit", "a.txt", "--ignore", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: --ignore: unknown rule '{name}'\nhelp: {help}")


def test_a_proposal_does_not_change_with_the_rules_that_are_ignored(mycity: Mycity) -> None:
    name = EXAMPLES / "kunming.txt"
    assert mycity("audit", name, "--propose", "--ignore", "sum").out == mycity("audit", name, "--propose").out


def test_the_rules_are_listed_without_any_file(mycity: Mycity) -> None:
    piped = mycity("audit", "--rules")
    assert (piped.code, piped.err) == (0, "")
    assert piped.out.startswith("sum/of-which\tparts said to make up a whole\tThe text names ")
    terminal = mycity("audit", "--rules", "--color", "never", columns=80)
    assert (terminal.code, terminal.err) == (0, f"{len(RULES)} of {len(RULES)} rules\n")
    assert terminal.out.splitlines()[0].split() == ["Code", "Title", "Example"]
    assert "rounding/cut" in mycity("audit", "--rules", "--color", "never", columns=40).out
    listed = json.loads(mycity("audit", "--rules", "-f", "json").out)
    assert [each["code"] for each in listed] == [rule.code for rule in RULES]
    assert list(listed[0]) == ["code", "title", "meaning", "example"]
    assert mycity("audit", "--rules", "-f", "sarif").err == (
        "error: --rules: rules have no format 'sarif'\n"
        "help: known: table, tsv, csv, json, jsonl, markdown, html, xlsx\n"
    )


def test_verbose_tells_in_full_what_a_line_tells_otherwise(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(TRUE)
    brief = mycity("audit", "a.txt", "--color", "never", columns=80)
    assert brief.out.startswith("true:\n  1:15  20 + 10 = 30 projects [sum/of-which]\n\n")
    full = mycity("audit", "a.txt", "-v", "--color", "never", columns=80)
    assert full.out.startswith(f"a.txt:1:15: true: the parts add up to the total [sum/of-which]\n  {TRUE}\n")
    assert (brief.code, full.code) == (0, 0)


def test_the_words_of_relations_are_a_column_in_a_pipe(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(TRUE)
    usual = mycity("audit", "a.txt", "--header").out.splitlines()[0]
    assert mycity("audit", "a.txt", "--header", "--words").out.splitlines()[0] == f"{usual}\twords"
    assert mycity("audit", "a.txt", "--header", "--all").out.splitlines()[0] == f"{usual}\tasserted"


def test_formats_for_editors_and_continuous_integration(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(FALSE)
    found = mycity("audit", "a.txt", "--format", "sarif")
    (result,) = json.loads(found.out)["runs"][0]["results"]
    assert (found.code, found.err, result["level"]) == (1, "", "error")
    found = mycity("audit", "a.txt", "--format", "github", columns=80)
    assert (found.code, found.err) == (1, "")
    assert found.out.startswith("::error file=a.txt,line=1,endLine=1,col=33,endColumn=48,title=sum/of-which%3A ")
    assert found.out.count("\n") == 1


@pytest.mark.parametrize("option", ["--columns=verdict", "--sort=verdict", "--limit=1"])
def test_formats_for_editors_have_no_rows(folder: Path, mycity: Mycity, option: str) -> None:
    result = mycity("audit", "a.txt", "--format", "github", option)
    assert (result.code, result.out, result.err) == (
        2,
        "",
        (
            "error: --format: 'github' has no rows for --columns, --sort or --limit\n"
            "help: give sarif or github without them\n"
        ),
    )


def test_formats_for_editors_are_the_audits_own(mycity: Mycity) -> None:
    assert mycity("deals", "--format", "sarif").err == (
        "error: --format: sarif is no format of this command\n"
        "help: mycity audit writes sarif; this command writes table, tsv, csv, json, jsonl, markdown, html, xlsx, md\n"
    )
    assert mycity("audit", "a.txt", "--format", "serif").err == (
        "error: --format: unknown format 'serif'\nhelp: did you mean sarif?\n"
    )
    assert mycity("audit", EXAMPLES / "kunming.txt", "--propose", "-f", "sarif").err == (
        "error: --propose: a dataset is JSON\nhelp: --output new.json, without --format\n"
    )


def test_sarif_in_a_pipe_pays_neither_for_tables_nor_for_readers() -> None:
    code = (
        "import sys; from mycity_cli.cli.main import run; run(['audit', sys.argv[1], '-f', 'sarif']); "
        "sys.exit(' '.join({'rich', 'trafilatura', 'pypdf', 'mammoth'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [MYCITY[0], "-c", code, str(EXAMPLES / "fuzhou.txt")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_cannot_be_read_is_told_to_editors_too(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(TRUE)
    failure = "nothing.txt: cannot be read: No such file or directory"
    found = mycity("audit", "nothing.txt", "a.txt", "-f", "sarif")
    (invocation,) = json.loads(found.out)["runs"][0]["invocations"]
    assert (found.code, found.err) == (3, f"error: {failure}\n")
    assert invocation == {
        "executionSuccessful": False,
        "toolExecutionNotifications": [{"level": "error", "message": {"text": failure}}],
    }
    assert mycity("audit", "nothing.txt", "a.txt", "-f", "github").out == f"::error::{failure}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Investment rose from 10 billion yuan to 12 billion yuan, an increase of 31 percent.",
            "the growth comes to 20%; stated is 31 percent, which agrees within rounding",
        ),
        ("Wuhan signed 8 projects worth 61 billion yuan, accounting for 32.8 percent of 186 billion yuan.", ""),
    ],
)
def test_what_is_true_by_rounding_alone_says_what_it_comes_to(
    mycity: Mycity, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    for shown in (mycity("audit", path, "-f", "table"), mycity("audit", path, "-f", "markdown")):
        assert shown.code == 0
        lines = [line for line in " ".join(shown.out.split()).split("1:") if "percent" in line or "comes to" in line]
        assert lines
        assert all(("comes to" in line) == bool(told) for line in lines)
        assert told in " ".join(shown.out.split())
