"""What a user gets who asks for the impossible: the exit code, the whole message, and nothing on standard output."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from running import MYCITY, Mycity, Result, on_terminal, process

EXAMPLES = "write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%"
DATES = "write a year, a month or a day (2022, 2018-04, 2022-11-03), or two of them (2017/2018-04, ../2018-04)"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["deals", "--city", "Suzhuo"], "--city: unknown city 'Suzhuo'\nhelp: did you mean Suzhou?"),
        (["deals", "--city", "苏洲市"], "--city: unknown city '苏洲市'\nhelp: did you mean 苏州市?"),
        (
            ["total", "--city", "Atlantis"],
            ("--city: unknown city 'Atlantis'\nhelp: known: Mianyang, Xiamen, Dongguan, Suzhou, Cupertino"),
        ),
        (["deals", "--promoter", "mianyan"], "--promoter: unknown city 'mianyan'\nhelp: did you mean Mianyang?"),
        (["deals", "--kind", "investmnt"], "--kind: unknown kind 'investmnt'\nhelp: did you mean investment?"),
        (["conferences", "--kind", "xyz"], "--kind: unknown kind 'xyz'\nhelp: known: promotion, expo, summit"),
        (
            ["deals", "--conference", "suzhou-2021"],
            "--conference: unknown conference 'suzhou-2021'\nhelp: did you mean suzhou-2022?",
        ),
        (
            ["facts", "--source", "ein"],
            ("--source: unknown source 'ein'\nhelp: known: ein-2022-11-08, mianyang-news-cupertino"),
        ),
        (["deals", "--currency", "yuann"], "--currency: unknown currency 'yuann'\nhelp: did you mean yuan?"),
        (["deals", "--columns", "id,cty"], "--columns: unknown column 'cty'\nhelp: did you mean city?"),
        (["deals", "--sort", "-amuont"], "--sort: unknown column 'amuont'\nhelp: did you mean amount?"),
        (["deals", "--format", "jsn"], "--format: unknown format 'jsn'\nhelp: did you mean json?"),
        (["deals", "--unit", "bilion"], "--unit: unknown unit 'bilion'\nhelp: did you mean billion?"),
        (
            ["total", "--by", "week"],
            (
                "--by: unknown group 'week'\n"
                "help: known: city, promoter, year, quarter, month, kind, conference, source, partner, province, "
                "country, currency"
            ),
        ),
        (
            ["total", "--measure", "money"],
            "--measure: unknown measure 'money'\nhelp: known: amount, projects, signings, count, average, median, max",
        ),
        (
            ["deals", "--since", "2022-12", "--until", "2022-01"],
            "the range starts on 2022-12-01 but ends on 2022-01-31\nhelp: no date can match; change the range",
        ),
        (
            ["deals", "--year", "2021", "--since", "2022"],
            "the range starts on 2022-01-01 but ends on 2021-12-31\nhelp: no date can match; change the range",
        ),
        (
            ["deals", "--since", "2022-02-30"],
            f"--since: 2022-02 has no day 30\n  2022-02-30\n  ^^^^^^^^^^\nhelp: {DATES}",
        ),
        (["deals", "--until", "soon"], f"--until: 'soon' is no date\n  soon\n  ^^^^\nhelp: {DATES}"),
        (
            ["deals", "--min-amount", "lots"],
            f"--min-amount: expected a number, found 'lots'\n  lots\n  ^^^^\nhelp: {EXAMPLES}",
        ),
        (
            ["deals", "--min-amount", "10 billoin yuan"],
            (
                "--min-amount: cannot read 'billoin' after '10'\n"
                "  10 billoin yuan\n     ^^^^^^^\nhelp: did you mean billion?"
            ),
        ),
        (
            ["deals", "--max-amount", "100亿員"],
            f"--max-amount: cannot read '員' after '100亿'\n  100亿員\n       ^^\nhelp: {EXAMPLES}",
        ),
        (
            ["deals", "--min-amount", "22.4%"],
            "--min-amount: '22.4%' is no amount\nhelp: write an amount: 10 billion, 10 billion yuan, 100亿元",
        ),
        (
            ["deals", "--min-amount", "30 projects"],
            "--min-amount: '30 projects' is no amount\nhelp: write an amount: 10 billion, 10 billion yuan, 100亿元",
        ),
        (
            ["deals", "--max-amount", "about 10 billion"],
            "--max-amount: a limit is a plain amount, not 'about 10 billion'\nhelp: leave out the hedge",
        ),
        (
            ["deals", "--min-amount", "2 billion", "--max-amount", "1 billion yuan"],
            "--min-amount: the least amount, 2 billion, is more than the greatest, 1 billion yuan",
        ),
        (["deals", "--limit", "-1"], "--limit: -1 is less than 0\nhelp: see 'mycity deals --help'"),
        (["deals", "--limit", "x"], "--limit: 'x' is no whole number\nhelp: see 'mycity deals --help'"),
        (["deals", "--year", "22"], "--year: '22' is no year\nhelp: a year has four digits: --year 2022"),
        (["total", "--year", "5"], "--year: '5' is no year\nhelp: a year has four digits: --year 2005"),
        (["report", "--year", "202"], "--year: '202' is no year\nhelp: a year has four digits: --year 2022"),
        (
            ["deals", "--since", "22-05"],
            "--since: '22-05' is no date\n  22-05\n  ^^^^^\nhelp: a year has four digits: 2022-05",
        ),
        (
            ["check", "amount(23) = 1"],
            "'23' is no year\n  amount(23) = 1\n         ^^\nhelp: write a year of four digits: year=2023",
        ),
        (
            ["check", "amount(since=23) = 1"],
            "'23' is no date\n  amount(since=23) = 1\n               ^^\nhelp: write a year of four digits: 2023",
        ),
        (["deals", "--year", "0"], "--year: 0 is less than 1\nhelp: see 'mycity deals --help'"),
        (["deals", "--citty", "x"], "no such option: --citty\nhelp: did you mean --city?"),
        (["deals", "--city"], "option '--city' requires an argument\nhelp: see 'mycity deals --help'"),
        (["deals", "--help=1"], "option '--help' does not take a value\nhelp: see 'mycity deals --help'"),
        (["facts", "--zzz", "x"], "no such option: --zzz\nhelp: see 'mycity facts --help'"),
        (
            ["sources", "--columns", "name"],
            "--columns: unknown column 'name'\nhelp: known: id, date, publisher, title, language, url, records",
        ),
        (
            ["sources", "--columns", ","],
            "--columns: names no column\nhelp: known: id, date, publisher, title, language, url, records",
        ),
        (
            ["deals", "--output", "folder.d/deals"],
            (
                "--output: 'folder.d/deals' has no ending\n"
                "help: known: .txt, .csv, .tsv, .json, .jsonl, .ndjson, .md, .markdown, .html, .htm, .xlsx; "
                "or give --format"
            ),
        ),
        (["show", "suzhou", "x"], "mycity show: 'x' is too much\nhelp: it takes ID only"),
        (["show"], "ID: is missing\nhelp: see 'mycity show --help'"),
        (["dels"], "no such command 'dels'\nhelp: did you mean deals?"),
        (
            ["deals", "--output", "deals.xyz"],
            (
                "--output: no format has the ending '.xyz'\n"
                "help: known: .txt, .csv, .tsv, .json, .jsonl, .ndjson, .md, .markdown, .html, .htm, .xlsx; "
                "or give --format"
            ),
        ),
    ],
)
def test_wrong_usage(mycity: Mycity, arguments: list[str], message: str) -> None:
    assert mycity(*arguments) == Result(2, "", f"error: {message}\n")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.json", None, ": cannot be read: No such file or directory"),
        (
            "empty.json",
            "",
            (
                ":1:1: the file is empty [json-syntax]\n"
                "help: a dataset is one object: {...}; 'mycity data init' writes one to begin with"
            ),
        ),
        (
            "list.json",
            "5",
            ":1:1: not an object: {...} [wrong-type]\n  5\n  ^\nhelp: write its fields in braces, each with its name",
        ),
        (
            "cut.json",
            '{"title": "x',
            (
                ":1:11: a text that does not end [json-syntax]\n"
                '  {"title": "x\n            ^\nhelp: is the file cut off, or a double quote missing?'
            ),
        ),
        (
            "field.json",
            '{"colour": 1}',
            (
                ":1:2: /colour: unknown field 'colour' [unknown-field]\n"
                '  {"colour": 1}\n   ^^^^^^^^\n'
                "help: known: $schema, title, description, publisher, licenses, city, places, sources, conferences, "
                "signings, facts, claims"
            ),
        ),
    ],
)
def test_a_file_that_is_no_dataset(
    mycity: Mycity, tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert mycity("deals", "--data", path) == Result(3, "", f"error: {path}{message}\n")


def test_the_data_is_found_by_the_environment(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    mycity.monkeypatch.setenv("MYCITY_DATA", str(path))
    assert mycity("total").code == 3
    path.write_text("{}", encoding="utf-8")
    assert mycity("total") == Result(0, "0\n", "")


def test_all_problems_of_a_file_are_reported(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    signing = {"id": "one", "kind": "investment", "city": "suzhuo", "sources": [{"id": "paper"}]}
    path.write_text(
        json.dumps({"places": [{"id": "suzhou", "name": "Suzhou"}], "signings": [signing, signing]}, indent=1),
        encoding="utf-8",
    )
    result = mycity("deals", "--data", path)
    assert (result.code, result.out) == (3, "")
    assert [line for line in result.err.splitlines() if line.startswith("error: ")] == [
        f"error: {path}:12:12: /signings/0/city of 'one': there is no place 'suzhuo' [unknown-reference]",
        f"error: {path}:15:12: /signings/0/sources/0/id of 'one': there is no source 'paper' [unknown-reference]",
        f"error: {path}:20:10: /signings/1/id of 'one': the id 'one' is taken by a record of signings [duplicate-id]",
        f"error: {path}:22:12: /signings/1/city of 'one': there is no place 'suzhuo' [unknown-reference]",
        f"error: {path}:25:12: /signings/1/sources/0/id of 'one': there is no source 'paper' [unknown-reference]",
    ]


def test_output_into_a_file(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    assert mycity("deals", "--columns", "id,amount", "--limit", "1", "-o", path) == Result(0, "", "")
    assert path.read_text(encoding="utf-8") == "id,amount\nxiamen-2022-signing,13550000000\n"
    assert list(tmp_path.iterdir()) == [path]


def test_output_that_cannot_be_written(mycity: Mycity, tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "deals.csv"
    assert mycity("deals", "-o", missing) == Result(
        3, "", f"error: {missing}: cannot be written: No such file or directory\n"
    )
    assert not missing.parent.exists()
    # The folder of the processes can be written to by nobody, root included.
    unwritable = mycity("deals", "-o", "/proc/deals.csv")
    assert (unwritable.code, unwritable.out) == (3, "")
    assert unwritable.err.startswith("error: /proc/deals.csv: cannot be written: ")
    folder = mycity("deals", "-f", "csv", "-o", tmp_path)
    assert (folder.code, folder.out) == (3, "")


def test_a_read_only_folder(mycity: Mycity, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    tmp_path.chmod(0o500)
    path = tmp_path / "deals.csv"
    assert mycity("deals", "-o", path) == Result(3, "", f"error: {path}: cannot be written: Permission denied\n")


def test_a_full_disk(mycity: Mycity) -> None:
    assert mycity("deals", "-f", "csv", "-o", "/dev/full") == Result(
        3, "", "error: /dev/full: cannot be written: No space left on device\n"
    )
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([*MYCITY, "deals"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, "error: standard output: cannot be written: No space left on device\n")


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{' '.join(MYCITY)} deals | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0].startswith("xiamen-2022-signing\t")
    assert (done.stdout.splitlines()[1:], done.stderr) == (["0"], "")
    closed = subprocess.run(
        ["bash", "-c", f"{' '.join(MYCITY)} deals | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (closed.stdout, closed.stderr) == ("0\n", "")


def test_ctrl_c_ends_quietly_with_130(tmp_path: Path) -> None:
    fifo = tmp_path / "never-written.json"
    os.mkfifo(fifo)
    with subprocess.Popen(
        [*MYCITY, "deals", "--data", str(fifo)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, "", "")


HOSTILE = "\x1b[31mred\x1b[0m [bold]b[/bold]\ttab\nline \u202eevil \u009b2J"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a dataset whose names try to act on the terminal."""
    path = tmp_path / "hostile.json"
    record = {"sources": [{"id": "paper"}], "city": "suzhou"}
    path.write_text(
        json.dumps(
            {
                "places": [{"id": "suzhou", "name": HOSTILE, "aliases": [HOSTILE]}],
                "sources": [{"id": "paper", "title": HOSTILE, "publisher": HOSTILE, "language": "en"}],
                "signings": [{"id": "one", "kind": "investment", "amount": "1 billion yuan", **record}],
                "facts": [{"id": "two", "name": HOSTILE, "text": HOSTILE, **record}],
            }
        ),
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("format", ["table", "tsv", "csv", "json", "jsonl", "markdown"])
@pytest.mark.parametrize(
    "command", [["deals"], ["cities"], ["sources"], ["facts"], ["total", "--by", "city"], ["show", "two"]]
)
def test_text_from_data_never_acts_on_the_terminal(
    mycity: Mycity, hostile: Path, command: list[str], format: str
) -> None:
    for columns in (None, 80):
        result = mycity(*command, "--data", hostile, "-f", format, "--color", "never", columns=columns)
        assert result.code == 0
        for text in (result.out, result.err):
            assert all(c.isprintable() or c in "\n\t" for c in text)
    if format == "tsv":
        assert "\\x1b[31mred\\x1b[0m [bold]b[/bold]\\ttab\\nline \\u202eevil \\x9b2J" in result.out
    if format == "json" and command == ["show", "two"]:
        assert json.loads(mycity(*command, "--data", hostile, "-f", "json").out)["text"] == HOSTILE


def test_errors_show_what_the_user_typed_but_do_not_obey_it(mycity: Mycity) -> None:
    assert mycity("deals", "--city", "\x1b[31m[red]x[/red]").err.splitlines()[0] == (
        "error: --city: unknown city '\\x1b[31m[red]x[/red]'"
    )


@pytest.mark.parametrize("columns", [20, 40, 80])
@pytest.mark.parametrize(
    "command",
    ["deals", "conferences", "total", "total --by city", "facts", "sources", "cities", "show suzhou-2022-signing"],
)
def test_no_line_is_wider_than_the_terminal(mycity: Mycity, command: str, columns: int) -> None:
    from rich.cells import cell_len

    result = mycity(*command.split(), "--color", "never", columns=columns)
    assert result.code == 0
    assert max(cell_len(line) for line in result.out.splitlines()) <= columns


def test_a_real_terminal_20_columns_wide() -> None:
    code, shown = on_terminal(["env", "NO_COLOR=1", "mycity", "total", "--by", "city", "--year", "2022"], columns=20)
    assert (code, shown) == (
        0,
        (
            "           Amount\n"
            "          billion\n"
            "City         yuan\n"
            "Suzhou     52.563\n"
            "Dongguan   26.8\n"
            "Xiamen     13.55\n"
            "Total      92.913\n"
            "3 of 4 signings;\n"
            "columns that do not\n"
            "fit: signings,\n"
            "projects, share (see\n"
            "--columns)\n"
        ),
    )


def test_colour_is_for_terminals_that_want_it() -> None:
    bold = "\x1b[1m"
    assert bold in on_terminal(["mycity", "deals"], columns=80)[1]
    for setting in ("NO_COLOR=1", "TERM=dumb"):
        assert "\x1b" not in on_terminal(["env", setting, "mycity", "deals"], columns=80)[1]
    assert "\x1b" not in on_terminal(["mycity", "deals", "--color", "never"], columns=80)[1]
    assert "\x1b" not in process("deals", "-f", "table").out
    assert bold in process("deals", "-f", "table", "--color", "always", env={"NO_COLOR": "1"}).out


def test_a_stream_that_cannot_encode_a_character_gets_it_written_out() -> None:
    result = process("cities", "--columns", "names", "--limit", "1", env={"PYTHONIOENCODING": "ascii"})
    assert result == Result(0, "\\u7ef5\\u9633;\\u7dbf\\u967d\n", "")


def test_closed_streams() -> None:
    for command, code, err in (
        ("total >&-", 3, "error: standard output: is closed\n"),
        ("total --year 2022 2>&-", 0, ""),
        ("totl 2>&-", 2, ""),
    ):
        done = subprocess.run(
            ["bash", "-c", f"{' '.join(MYCITY)} {command}"], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (code, err)


def test_output_to_standard_output_by_name_spoils_no_file_it_is_redirected_to(tmp_path: Path) -> None:
    for name in ("-", "/dev/stdout"):
        path = tmp_path / "out"
        command = f"(echo first; {' '.join(MYCITY)} total --year 2022 -o {name}; echo last) > {path}"
        subprocess.run(["bash", "-c", command], check=True)
        assert path.read_text(encoding="utf-8") == "first\n92913000000\nlast\n"


def test_what_may_not_belong_to_a_selection_is_said(mycity: Mycity) -> None:
    assert mycity("deals", "--year", "2017", "--columns", "id") == Result(
        0, "cupertino-memorandum\n", "note: 1 may be dated outside the range: cupertino-memorandum\n"
    )
