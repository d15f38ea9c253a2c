"""`mycity audit`, as its users see it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from mycity_cli.dataset import bundled
from running import MYCITY, Mycity, process

EXAMPLES = Path(__file__).parent / "audited"
FALSE = "Suqian signed 30 projects worth 8.2 billion yuan: 20 worth 5.1 billion yuan and 10 worth 2.9 billion yuan."
TRUE = "Suqian signed 30 projects: 20 in industry and 10 in services."
SUZHOU = (
    "On November 3, 2022, Mianyang held its promotion conference in Suzhou, where {} projects worth {} were signed."
)
UNDECIDED = (
    "Haikou signed about 20 billion yuan of contracts in May. The amount exceeds the 19.8 billion yuan of April."
)


def run_with_input(given: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*MYCITY, "audit", *arguments], input=given, capture_output=True, check=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_line_for_each_relation_and_what_it_means(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(f"A title\n\n{FALSE}\n")
    result = mycity("audit", "a.txt")
    assert result.out == (
        "a.txt:3:15\ttrue\tsum\t20 + 10 = 30 projects\tthe parts add up to 30; stated is 30 projects\n"
        "a.txt:3:33\tfalse\tsum\t5.1 billion yuan + 2.9 billion yuan = 8.2 billion yuan"
        "\tthe parts add up to 8 billion yuan, not to 8.2 billion yuan\n"
    )
    assert result.code == 1
    assert result.err.startswith(
        "note: 1 release: figures: 6; in a relation 6 (1 relation true, 1 false), stated alone 0; "
    )


def test_the_report_on_a_terminal(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    result = mycity("audit", "fuzhou.txt", columns=80)
    assert (result.code, result.err) == (1, "")
    lines = result.out.splitlines()
    said = "the parts do not add up to the total"
    assert lines[0].startswith(f"\x1b[1mfuzhou.txt:3:122\x1b[0m: \x1b[1;31mfalse\x1b[0m: {said}\x1b[2m [sum/")
    assert lines[-2] == "fuzhou.txt: figures: 9; in a relation 8 (2 relations true, 1 false), stated"
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in mycity("audit", "fuzhou.txt", columns=40).out


def test_several_releases_have_a_last_line_for_all(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    result = mycity("audit", "fuzhou.txt", "kunming.txt", columns=80)
    assert result.err.startswith(
        "2 releases: figures: 17; in a relation 16 (6 relations true, 1 false), stated\nalone 1; "
    )
    assert "\nkunming.txt: figures: 8; " in result.out
    plain = re.sub(r"\x1b\[[\d;]*m", "", result.out)
    assert plain.startswith("fuzhou.txt\n\nfuzhou.txt:3:122: false: ")
    assert "\n\nkunming.txt\n\ntrue:\n" in plain
    assert not mycity("audit", "kunming.txt", columns=80).out.startswith("kunming.txt")


@pytest.mark.parametrize(
    ("texts", "options", "code"),
    [
        ([TRUE], [], 0),
        ([FALSE], [], 1),
        ([TRUE, FALSE], [], 1),
        ([UNDECIDED], [], 0),
        ([UNDECIDED], ["--strict"], 4),
        ([UNDECIDED, FALSE], ["--strict"], 1),
        (["No figures."], ["--strict"], 4),
        (["No figures."], [], 0),
        ([TRUE], ["--strict"], 0),
        ([TRUE, "5 projects."], ["--strict"], 4),
        ([f"{TRUE} The fair closed orders worth 5 billion pesos."], ["--strict"], 4),
        ([FALSE], ["--ignore", "sum"], 0),
        ([FALSE], ["--ignore", "share", "--ignore", "growth/since"], 1),
        ([FALSE], ["--ignore", "sum", "--strict"], 4),
        ([""], [], 0),
        ([SUZHOU.format(30, "52.563 billion yuan")], ["--strict"], 0),
        ([SUZHOU.format(31, "52.563 billion yuan")], [], 1),
        ([FALSE, None], [], 3),
        ([None], [], 3),
    ],
)
def test_the_exit_code_is_the_worst(
    folder: Path, mycity: Mycity, texts: list[str | None], options: list[str], code: int
) -> None:
    for number, text in enumerate(texts):
        if text is not None:
            (folder / f"{number}.txt").write_text(text)
    names = [f"{number}.txt" for number in range(len(texts))]
    assert mycity("audit", *names, *options).code == code
    quiet = mycity("audit", "-q", *names, *options)
    assert (quiet.code, quiet.out) == (code, "")
    assert ("cannot be read" in quiet.err) == (None in texts)


def test_a_signing_that_is_not_as_in_the_dataset_is_told_in_every_format(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(SUZHOU.format(31, "52.563 billion yuan"))
    told = mycity("audit", "a.txt").err
    assert "note: a.txt:1:78: the signing is not as in the dataset, suzhou-2022-signing: " in told
    assert (
        "a.txt:1:78: differs: the signing is not as in the dataset: suzhou-2022-signing\n"
        in mycity("audit", "a.txt", "--color", "never", columns=100).out
    )
    (compared,) = json.loads(mycity("audit", "a.txt", "-f", "json").out)["dataset"]
    assert (compared["record"], compared["verdict"]) == ("suzhou-2022-signing", "differs")
    assert "false" in {each["verdict"] for each in compared["statements"]}


def test_json_of_one_is_an_object_of_several_and_of_a_folder_a_list(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(TRUE)
    one = json.loads(mycity("audit", "a.txt", "--format", "json").out)
    assert (one["file"], one["lang"], one["coverage"]) == ("a.txt", "en", {"figures": 3, "related": 3, "unrelated": 0})
    assert json.loads(mycity("audit", "a.txt", "a.txt", "-f", "json").out) == [one, one]
    assert [each["file"] for each in json.loads(mycity("audit", folder, "-f", "json").out)] == [f"{folder}/a.txt"]
    lines = mycity("audit", "a.txt", "a.txt", "-f", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == [one, one]


def test_a_report_goes_to_a_file_in_the_format_of_its_ending(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(FALSE)
    for ending, start in (
        (".jsonl", '{"file": "a.txt"'),
        (".sarif", '{\n  "$schema": '),
        (".csv", "place,verdict,"),
        (".md", "# Audit\n\n## a.txt\n\n"),
        (".txt", "a.txt:1:"),
    ):
        result = mycity("audit", "a.txt", "-o", folder / f"out{ending}", columns=80)
        assert (result.code, result.out) == (1, "")
        assert (folder / f"out{ending}").read_text().startswith(start)


def test_columns_sort_and_limit_make_rows_in_every_format(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text(FALSE)
    rows = [{"verdict": "true", "line": 1}, {"verdict": "false", "line": 1}]
    assert json.loads(mycity("audit", "a.txt", "--columns", "verdict,line", "-f", "json").out) == rows
    assert mycity("audit", "a.txt", "--sort", "verdict", "--limit", "1", "--columns", "verdict").out == "false\n"
    table = mycity("audit", "a.txt", "--columns", "verdict,figures", "--color", "never", columns=80)
    assert table.out.splitlines()[0].split() == ["Verdict", "Figures"]
    assert table.err.startswith("2 of 2 relations\n")
    assert mycity("audit", "a.txt", "--columns", "verdct").err == (
        "error: --columns: unknown column 'verdct'\nhelp: did you mean verdict?\n"
    )


def test_standard_input() -> None:
    done = run_with_input(f"\ufeff{TRUE}".encode(), "-", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["file"]) == (0, "-")
    done = run_with_input(FALSE.encode(), "-")
    assert (done.returncode, done.stdout[:6]) == (1, b"-:1:15")
    done = run_with_input(b"\xff\xfe1\x00", "-")
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"error: standard input: not in UTF-8 but, it seems, in UTF-16\nhelp: iconv ")


def test_a_folder_is_its_documents_in_order_and_those_of_its_folders(folder: Path, mycity: Mycity) -> None:
    (folder / "in" / "deep").mkdir(parents=True)
    (folder / "in" / ".hidden").mkdir()
    for name in ("b.txt", "a.md", "deep/c.TXT", ".d.txt", ".hidden/e.txt", "data.json"):
        (folder / "in" / name).write_text(TRUE)
    result = mycity("audit", "in", "-f", "jsonl")
    assert [json.loads(line)["file"] for line in result.out.splitlines()] == ["in/a.md", "in/b.txt", "in/deep/c.TXT"]
    assert (result.code, result.err) == (0, "note: in: 2 files left out, no releases by name: .d.txt, data.json\n")


def test_a_folder_without_documents(folder: Path, mycity: Mycity) -> None:
    result = mycity("audit", folder)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(
        f"error: {folder}: holds no document\nhelp: documents end in .txt, .text, .md, .markdown, .html, .htm, "
    )


def test_what_cannot_be_read_is_told_and_the_rest_audited(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_bytes("签约30个项目".encode("gb18030"))
    (folder / "b.txt").write_text(TRUE)
    result = mycity("audit", "nothing.txt", "a.txt", "b.txt", "nul\0.txt", "-f", "jsonl")
    assert (result.code, json.loads(result.out)["file"]) == (3, "b.txt")
    assert result.err == (
        "error: nothing.txt: cannot be read: No such file or directory\n"
        "error: a.txt: not in UTF-8 but, it seems, in GB18030 or GBK\n"
        "help: iconv -f gb18030 -t utf-8 a.txt > NEW\n"
        "error: nul\\x00.txt: cannot be read: embedded null byte\n"
    )


def test_no_release_at_all(mycity: Mycity) -> None:
    result = mycity("audit")
    assert (result.code, result.err) == (
        2, "error: FILE: there is no release to audit\nhelp: see 'mycity audit --help'\n",
    )  # fmt: skip


def test_without_figures_the_coverage_says_so(folder: Path, mycity: Mycity) -> None:
    (folder / "a.txt").write_text("It was a fine day.\n")
    piped = mycity("audit", "a.txt")
    assert (piped.code, piped.out) == (0, "a.txt\tnot checked\t\t\tnothing was checked: no figures\n")
    assert piped.err == "note: 1 release: no figures\n"
    terminal = mycity("audit", "a.txt", columns=80)
    assert (terminal.code, terminal.err) == (0, "")
    assert terminal.out == "a.txt: nothing was checked: no figures\na.txt: no figures\n"
    assert json.loads(mycity("audit", "a.txt", "-f", "json").out)["checked"] is False
    table = mycity("audit", "a.txt", "--columns", "verdict", "--color", "never", columns=80)
    assert (table.out, table.err) == ("Verdict\nnot checked\n", "1 of 1 row\nnote: 1 release: no figures\n")


def test_a_number_that_cannot_be_read_whole_is_told_with_its_reason(folder: Path, mycity: Mycity) -> None:
    text = "The fair closed 12 orders worth 5 billion pesos."
    (folder / "a.txt").write_text(f"{text}\n")
    reason = "'pesos' is the money of several states: ARS, CLP, COP, CUP, DOP, MXN, PHP, UYU"
    told = f"a.txt:1:33: not read: '5 billion pesos': {reason}"
    piped = mycity("audit", "a.txt")
    unchecked = "nothing was checked: 1 figure stated alone, 1 number unread"
    assert (piped.code, piped.out) == (0, f"a.txt\tnot checked\t\t\t{unchecked}\n")
    assert piped.err == (
        f"note: {told}\n"
        "note: 1 release: figures: 1; in a relation 0, stated alone 1; 1 unread (1:33 '5 billion pesos'); "
        "1 signing: 1 not in the dataset\n"
    )
    terminal = mycity("audit", "a.txt", "--color", "never", columns=200)
    assert f"\n{told}\na.txt: {unchecked}\na.txt: figures: 1; in a relation 0, stated alone 1; 1 unread" in terminal.out
    assert json.loads(mycity("audit", "a.txt", "-f", "json").out)["unread"] == [
        {
            "start": 32,
            "end": 47,
            "reason": "'pesos' is the money of several states: ARS, CLP, COP, CUP, DOP, MXN, PHP, UYU",
        }
    ]


def test_another_language_is_left_unread_and_told(folder: Path, mycity: Mycity) -> None:
    text = "La ville a signé 30 projets pour un montant de 5 milliards de yuans dans le secteur de la chimie.\n"
    (folder / "a.txt").write_text(f"{text}{TRUE}\n")
    found = json.loads(mycity("audit", "a.txt", "-f", "json").out)
    assert (found["unread"], found["coverage"]["figures"]) == (
        [{"start": 0, "end": len(text) - 1, "reason": "neither English nor Chinese"}],
        3,
    )
    assert "1 passage unread, neither English nor Chinese" in mycity("audit", "a.txt").err
    assert mycity("audit", "a.txt", "--strict").code == 4
    assert "\nnot read: line 1\n" in mycity("audit", "a.txt", "--color", "never", columns=200).out


def test_a_proposal_is_a_dataset_that_is_valid_and_can_be_merged(folder: Path, mycity: Mycity) -> None:
    result = mycity("audit", EXAMPLES / "kunming.txt", "--propose", "--output", "new.json")
    assert (result.code, result.out) == (0, "")
    assert mycity(
        "deals", "--data", "new.json", "--columns", "city,amount", "--sort", "-amount", "--no-header"
    ).out == ("Shanghai\t31860000000\nShanghai\t20140000000\nShanghai\t11720000000\n")
    assert mycity("data", "merge", "new.json", bundled(), "--output", "all.json").code == 0
    assert mycity("audit", EXAMPLES / "kunming.txt", "--data", "all.json", "--strict").code == 0
    assert mycity("audit", EXAMPLES / "kunming.txt", "--data", "new.json", "--strict").code == 0
    assert mycity("audit", EXAMPLES / "kunming.txt", "--propose").out == (folder / "new.json").read_text()


@pytest.mark.parametrize("options", [["--format", "csv"], ["--output", "new.txt"], ["--output", "new.csv"]])
def test_a_proposal_is_json(folder: Path, mycity: Mycity, options: list[str]) -> None:
    (folder / "a.txt").write_text(TRUE)
    result = mycity("audit", "a.txt", "--propose", *options)
    assert (result.code, result.out) == (2, "")
    assert result.err == "error: --propose: a dataset is JSON\nhelp: --output new.json, without --format\n"


def test_an_audit_in_a_pipe_pays_neither_for_tables_nor_for_readers_nor_for_proposals() -> None:
    code = (
        "import sys; from mycity_cli.cli.main import run; run(['audit', sys.argv[1], '-f', 'jsonl']); "
        "unwanted = {'rich', 'trafilatura', 'pypdf', 'mammoth', 'lxml', 'mycity_cli.release.propose', 'sqlalchemy'}; "
        "sys.exit(' '.join(unwanted & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [MYCITY[0], "-c", code, str(EXAMPLES / "fuzhou.txt")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_total_imports_nothing_of_releases() -> None:
    code = (
        "import sys; from mycity_cli.cli.main import run; run(['total', '--year', '1900']); "
        "sys.exit(' '.join(name for name in sys.modules if '.release' in name or 'audit' in name) or 0)"
    )
    done = subprocess.run([MYCITY[0], "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_python_interface() -> None:
    from mycity_cli import audit, load

    found = audit(FALSE, load(), name="a")
    assert [each.outcome for each in found.relations] == ["true", "false"]
    assert audit(FALSE).compared == ()
    assert {each.outcome for each in found.compared} == {"new"}


def test_help_has_examples() -> None:
    result = process("audit", "--help", env={"COLUMNS": "100"})
    assert result.out.count("mycity audit ") >= 5


def test_standard_input_is_one_thing(mycity: Mycity) -> None:
    result = mycity("audit", "-", "--data", "-")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: standard input: is a release and the dataset at once\nhelp: give one of them as a file\n"
    )


@pytest.mark.parametrize("limit", ["0", "1"])
def test_what_a_limit_does_not_show_counts_for_the_exit_code(
    mycity: Mycity, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.chdir(EXAMPLES)
    result = mycity("audit", "kunming.txt", "fuzhou.txt", "--limit", limit)
    assert (result.code, len(result.out.splitlines())) == (1, int(limit))
    assert result.err.startswith("note: 2 releases: ")
