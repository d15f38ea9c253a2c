"""Where results go: no file is replaced unasked, none that is read is written, and Excel opens what is."""

from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from mycity_cli.dataset import bundled, load
from running import MYCITY, Mycity, Result, process

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    "deals", "conferences", "total", "total --by city", "total --by city --chart", "facts", "sources", "cities",
    "show suzhou", "claims", "claims show suzhou-exceeds", "check projects(2022)=75", "audit release.txt",
    "audit --rules", "audit release.txt --propose", "data schema",
)  # fmt: skip
PROGRAM = " ".join(MYCITY)
EXISTS = "exists already\nhelp: --force replaces it\n"
OTHER = "help: write to another file\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a release and a dataset."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "release.txt").write_text("Suzhou signed 30 projects worth 52.563 billion yuan.\n")
    (tmp_path / "deals.json").write_bytes(bundled().read_bytes())
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_exists_is_replaced_only_by_force(mycity: Mycity, here: Path, command: str) -> None:
    path = here / ("out.json" if "--propose" in command or "schema" in command else "out.txt")
    path.write_text("mine")
    assert mycity(*command.split(), "-o", path) == Result(2, "", f"error: {path}: {EXISTS}")
    assert path.read_text() == "mine"
    assert mycity(*command.split(), "-o", path, "--force").code in (0, 1)
    assert path.read_text() != "mine"


def test_it_is_refused_before_the_work_is_done(mycity: Mycity, here: Path) -> None:
    (here / "out.csv").touch()
    assert mycity("deals", "--data", "missing.json", "-o", "out.csv").err == f"error: out.csv: {EXISTS}"


def test_a_device_is_no_file_to_be_replaced(mycity: Mycity) -> None:
    assert mycity("deals", "-f", "csv", "-o", "/dev/null") == Result(0, "", "")
    assert mycity("deals", "-f", "xlsx", "-o", "/dev/null") == Result(0, "", "")


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_what_is_read_is_never_written(mycity: Mycity, here: Path, force: list[str]) -> None:
    (here / "link.json").symlink_to(here / "deals.json")
    (here / "hard.json").hardlink_to(here / "deals.json")
    before = (here / "deals.json").read_bytes()
    for data, output in (("deals.json", "deals.json"), ("link.json", "deals.json"), ("deals.json", "hard.json")):
        for command in (
            "deals",
            "total",
            "facts",
            "claims",
            "show suzhou",
            "check projects(2022)=75",
            "audit release.txt",
        ):
            assert mycity(*command.split(), "--data", data, "-o", output, *force) == Result(
                2, "", f"error: --output: is '{data}', which is read\n{OTHER}"
            )
    assert (here / "deals.json").read_bytes() == before
    mycity.monkeypatch.setenv("MYCITY_DATA", "deals.json")
    assert (
        mycity("deals", "-o", "deals.json", *force).err == f"error: --output: is 'deals.json', which is read\n{OTHER}"
    )


def test_nor_are_statements_releases_or_tables(mycity: Mycity, here: Path) -> None:
    (here / "statements.txt").write_text("total = 1\n")
    for arguments, name in (
        ("check -F statements.txt -o statements.txt", "statements.txt"),
        ("audit release.txt -o release.txt", "release.txt"),
        ("audit . -o release.txt", "release.txt"),
        ("deals --data *.json -o deals.json", "*.json"),
        ("deals --data sqlite:///deals.json#deals -o deals.json", "sqlite:///deals.json#deals"),
        ("deals --data https://u:secret@x/deals.json#deals -o deals.txt", None),
    ):
        result = mycity(*arguments.split(), "--force")
        if name is not None:
            assert result == Result(2, "", f"error: --output: is '{name}', which is read\n{OTHER}")
    assert mycity("audit", ".", "-o", "report.txt").err.endswith(": 1 file left out, no releases by name: deals.json\n")
    assert mycity("audit", ".", "-o", "report.txt", "--force").err.startswith("error: --output: is 'report.txt'")


@pytest.fixture
def table(here: Path) -> Path:
    """Return a table beside which lie its saved reading, with a dataset of its own, and a project."""
    pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")
    table = here / "deals.csv"
    table.write_text("city,amount\nSuzhou,5 million yuan\n")
    for name in ("other.json", "third.json"):
        (here / name).write_bytes(bundled().read_bytes())
    (here / "deals.mycity.toml").write_text("[table]\nlike = 'other.json'\n")
    (here / "pyproject.toml").write_text("[tool.mycity]\ndata = 'deals.csv'\nlike = 'third.json'\n")
    return table


@pytest.mark.parametrize("command", ["deals", "total", "total --by city", "conferences", "cities", "check total=1"])
@pytest.mark.parametrize("name", ["deals.csv", "deals.mycity.toml", "other.json", "pyproject.toml"])
def test_what_is_read_beside_a_table_is_not_written(mycity: Mycity, table: Path, command: str, name: str) -> None:
    path = table.with_name(name)
    before = path.read_bytes()
    for data in ([], ["--data", "deals.csv"]):
        for output in (name, path, f"./{name}"):
            result = mycity(*command.split(), *data, "-f", "csv", "-o", output, "--force")
            assert result == Result(2, "", f"error: --output: is '{name}', which is read\n{OTHER}")
    assert path.read_bytes() == before


@pytest.mark.parametrize("variable", ["MYCITY_LIKE", "project", "option"])
def test_nor_is_the_dataset_that_a_table_is_like(mycity: Mycity, table: Path, variable: str) -> None:
    (table.parent / "deals.mycity.toml").unlink()
    if variable == "MYCITY_LIKE":
        mycity.monkeypatch.setenv("MYCITY_LIKE", "third.json")
    options = ["--like", "third.json"] if variable == "option" else []
    (table.parent / "hard.json").hardlink_to(table.parent / "third.json")
    (table.parent / "soft.json").symlink_to("third.json")
    for command in ("deals", "total", "data profile deals.csv", "data convert deals.csv"):
        for output in ("third.json", "hard.json", "soft.json"):
            data = [] if command.startswith("data") else ["--data", "deals.csv"]
            to = [output] if "convert" in command else ["-o", output]
            result = mycity(*command.split(), *to, *data, *options, "--force")
            where = "OUT" if "convert" in command else "--output"
            assert result == Result(2, "", f"error: {where}: is 'third.json', which is read\n{OTHER}")
    assert (table.parent / "third.json").read_bytes() == bundled().read_bytes()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///deals.db#deals", "sqlite:///deals.db?mode=ro#deals", "sqlite:///file:deals.db?uri=true#deals",
        "sqlite+pysqlite:///./deals.db#deals", "sqlite:///file:deals%2Edb?uri=true#deals", "deals.db#deals", "deals.db",
        "SQLITE:///deals.db#deals",
    ],
)  # fmt: skip
def test_nor_is_a_database(mycity: Mycity, here: Path, url: str) -> None:
    with sqlite3.connect(here / "deals.db") as database:
        database.executescript("CREATE TABLE deals (city TEXT, amount TEXT)")
    for command in ("deals", "total"):
        result = mycity(*command.split(), "--data", url, "-f", "csv", "-o", "deals.db", "--force")
        assert result == Result(2, "", f"error: --output: is '{url}', which is read\n{OTHER}")


@pytest.mark.parametrize(
    ("command", "name", "read"),
    [
        ("check - -o statements.txt --force < statements.txt", "statements.txt", "standard input"),
        ("check -F - -o statements.txt --force < statements.txt", "statements.txt", "standard input"),
        ("audit - -o release.txt --force < release.txt", "release.txt", "standard input"),
        ("deals --data - -o deals.json --force < deals.json", "deals.json", "standard input"),
        ("data validate deals.json >> deals.json", "deals.json", "'deals.json'"),
        ("data validate deals.json -f json 1<> deals.json", "deals.json", "'deals.json'"),
        ("data validate - < deals.json >> deals.json", "deals.json", "standard input"),
        ("data merge deals.json >> deals.json", "deals.json", "'deals.json'"),
    ],
)
def test_nor_is_standard_input(here: Path, command: str, name: str, read: str) -> None:
    (here / "statements.txt").write_text("total = 1\n")
    before = (here / name).read_bytes()
    done = os.system(f"cd {here} && {PROGRAM} {command} 2> err")  # noqa: S605  # a shell redirects it
    where = "standard output" if "> deals" in command else "--output"
    assert (os.waitstatus_to_exitcode(done), (here / "err").read_text()) == (
        2,
        f"error: {where}: is {read}, which is read\n{OTHER}",
    )
    assert (here / name).read_bytes() == before


def test_standard_output_is_no_way_round_it(here: Path) -> None:
    """As `cat` says of `cat a >> a`."""
    out = here / "deals.json"
    command = f"{PROGRAM} deals --data deals.json >> {out}"
    done = os.system(f"cd {here} && {command} 2> err")  # noqa: S605  # a shell redirects it
    assert (os.waitstatus_to_exitcode(done), (here / "err").read_text()) == (
        2,
        f"error: standard output: is 'deals.json', which is read\n{OTHER}",
    )
    assert out.read_bytes() == bundled().read_bytes()


@pytest.mark.parametrize(
    ("ending", "starts"),
    [
        (".md", "| Name |"),
        (".markdown", "| Name |"),
        (".json", "[\n"),
        (".jsonl", '{"name"'),
        (".NDJSON", '{"name"'),
        (".csv", "name\n"),
        (".tsv", "Mianyang\n"),
        (".txt", "Name\n"),
        (".xlsx", "PK"),
    ],
)
def test_the_ending_says_the_format(mycity: Mycity, here: Path, ending: str, starts: str) -> None:
    if ending == ".xlsx":
        pytest.importorskip("xlsxwriter")
    assert mycity("cities", "--columns", "name", "-o", f"out{ending}").code == 0
    assert (here / f"out{ending}").read_bytes().startswith(starts.encode())


def test_markdown_has_a_short_name(mycity: Mycity) -> None:
    for command in (["deals"], ["claims"], ["audit", "release.txt"]):
        assert mycity(*command, "-f", "md") == mycity(*command, "-f", "markdown")


MARK = b"\xef\xbb\xbf"


def test_a_csv_file_has_a_byte_order_mark_where_it_is_not_ascii(mycity: Mycity, here: Path) -> None:
    def written(*options: str) -> bytes:
        assert mycity("cities", *options, "--limit", "1", "--force").code == 0
        return (here / "out.csv").read_bytes()

    assert written("--columns", "names", "-o", "out.csv") == MARK + "names\n绵阳;綿陽\n".encode()
    assert written("--columns", "name", "-o", "out.csv") == b"name\nMianyang\n"
    assert written("--columns", "names", "-o", "out.csv", "--no-bom") == "names\n绵阳;綿陽\n".encode()
    assert written("--columns", "name", "-o", "out.csv", "--bom") == MARK + b"name\nMianyang\n"
    assert written("--columns", "names", "-o", "out.csv", "-f", "tsv") == "绵阳;綿陽\n".encode()


def test_a_pipe_has_one_only_if_it_is_asked_for(mycity: Mycity) -> None:
    assert mycity("cities", "--columns", "names", "-n", "1", "-f", "csv").out == "names\n绵阳;綿陽\n"
    assert mycity("cities", "--columns", "names", "-n", "1", "-f", "csv", "--bom").out == "\ufeffnames\n绵阳;綿陽\n"
    assert mycity("cities", "--columns", "names", "-n", "1", "--bom").out == "\ufeff绵阳;綿陽\n"
    assert mycity("cities", "-f", "json", "--bom") == Result(
        2, "", "error: --bom: is for CSV and TSV\nhelp: --format csv --bom\n"
    )


def test_a_table_with_a_mark_is_read(mycity: Mycity, here: Path) -> None:
    pytest.importorskip("duckdb_engine")
    columns = ("--columns", "id,date,city,kind,projects,amount,currency")
    assert mycity("deals", *columns, "-o", "out.csv", "--bom", "--year", "2022") == Result(0, "", "")
    assert (here / "out.csv").read_bytes().startswith(MARK)
    assert mycity("total", "--data", "out.csv") == Result(0, "92913000000\n", "")
    assert mycity("data", "convert", "out.csv", "out.json").code == 0
    assert next(signing.id for signing in load("out.json").signings) == "xiamen-2022-signing"


def test_what_a_total_lacks_stands_in_the_file(mycity: Mycity, here: Path) -> None:
    gaps = ("--data", "gaps.csv")
    (here / "gaps.csv").write_text("city,projects,amount\nA,3,5 yuan\nB,,\n", encoding="utf-8")
    notes = mycity("total", *gaps, "-o", "out.md").err
    assert notes.count("note: ") == 2
    assert (here / "out.md").read_text().split("\n\n")[1] == "".join(f"- {line}\n" for line in notes.splitlines())
    notes = mycity("total", *gaps, "--by", "city", "-o", "out.txt").err
    told = (here / "out.txt").read_text().split("\n\n")[1]
    assert "note: no amount is stated for signing 2" in told
    assert told in notes.replace("2 of 2 signings; ", "note: ").replace("; no number", "\nnote: no number")
    assert (
        mycity("total", *gaps, "--by", "city", "--chart", "-o", "chart.txt").err
        == (here / "chart.txt").read_text().split("\n\n")[1]
    )
    assert "\nLeft out:\n\n- 2: no amount stated\n" in mycity("check", "total = 1 yuan", *gaps, "-f", "md").out
    assert (
        "- note: left out, no amount stated: record 2\n"
        in mycity("check", "total = 1 yuan", *gaps, "-f", "md", "--columns", "verdict").out
    )
    rows = mycity("audit", "release.txt", "-f", "md", "--columns", "verdict").out
    assert rows.split("\n\n")[1].startswith("- note: ")


def test_what_a_filter_cannot_place_stands_in_the_file_of_a_total(mycity: Mycity, here: Path) -> None:
    text = "city,date,amount\nA,2022-01-02,5 yuan\nB,,7 yuan\nC,2021/2022,1 yuan\n"
    (here / "gaps.csv").write_text(text, encoding="utf-8")
    asked = ("total", "--data", "gaps.csv", "--year", "2022")
    [row] = json.loads(mycity(*asked, "-f", "json").out)
    assert (row["left_out"], row["perhaps"]) == ([{"reason": "no date stated", "signings": 1}], 1)
    header = (
        "signings,projects,amount,currency,bad,skipped,lower_bound,low,high,projects_lower_bound,left_out,perhaps\n"
    )
    line = "2,,6,CNY,0,0,true,5,,true,no date stated: 1,1\n"
    assert mycity(*asked, "-o", "out.csv").code == 0
    assert (here / "out.csv").read_text() == header + line
    assert mycity(*asked, "-o", "out.tsv").code == 0
    assert (here / "out.tsv").read_text() == line.replace(",", "\t")
    assert mycity(*asked).out == "6\n"


def test_conferences_say_in_every_file_where_an_amount_is_missing(mycity: Mycity, here: Path) -> None:
    text = "city,date,amount,conference\nA,2022,5 yuan,Fair\nA,2022,,Fair\n"
    (here / "gaps.csv").write_text(text, encoding="utf-8")
    [row] = json.loads(mycity("conferences", "--data", "gaps.csv", "-f", "json").out)
    assert (row["amount"], row["lower_bound"], row["projects_lower_bound"]) == ("5", True, True)
    mycity("conferences", "--data", "gaps.csv", "-o", "out.csv")
    assert (here / "out.csv").read_text().splitlines()[1].endswith(",5,CNY,,true,true")


def test_amounts_as_numbers_on_request(mycity: Mycity) -> None:
    text = mycity("deals", "--city", "Suzhou", "-f", "json", "--numbers", "--columns", "projects,amount,stated").out
    assert text == '[\n  {"projects": 30, "amount": 52563000000, "stated": "52.563 billion yuan"}\n]\n'
    facts = mycity("facts", "-f", "jsonl", "--numbers", "--columns", "value,low").out.splitlines()
    assert '{"value": 0.224, "low": 0.2235}' in facts
    shown = mycity("show", "suzhou-2022-signing", "-f", "json", "--numbers").out
    assert '\n  "amount": 52563000000,\n' in shown
    assert json.loads(shown).keys() == json.loads(mycity("show", "suzhou-2022-signing", "-f", "json").out).keys()
    assert json.loads(mycity("check", "Suzhou / total > 50%", "-f", "json", "--numbers").out)["right"]["value"] == 0.5
    assert mycity("deals", "--numbers") == Result(
        2, "", "error: --numbers: is for JSON\nhelp: --format json --numbers\n"
    )
    assert mycity("audit", "release.txt", "-f", "json", "--numbers") == Result(
        2, "", "error: --numbers: is for lists and records\nhelp: leave --numbers out\n"
    )


def test_a_workbook_is_no_text_for_a_terminal(mycity: Mycity, here: Path) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    pytest.importorskip("xlsxwriter")
    assert mycity("deals", "-f", "xlsx", columns=80) == Result(
        2, "", "error: --format: xlsx is no text for a terminal\nhelp: --output FILE.xlsx\n"
    )
    assert mycity("deals", "-o", "out.xlsx", columns=80).code == 0
    assert (here / "out.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "command", ["deals", "conferences", "total", "facts", "sources", "cities", "claims", "check 1=1"]
)
def test_every_list_is_a_workbook_too(mycity: Mycity, here: Path, command: str) -> None:
    calamine = pytest.importorskip("python_calamine")
    result = mycity(*command.split(), "-o", "out.xlsx")
    assert (result.code, result.out) == (0, "")
    book = calamine.CalamineWorkbook.from_path(str(here / "out.xlsx"))
    rows = book.get_sheet_by_index(0).to_python()
    names = mycity(*command.split(), "-f", "csv").out.splitlines()[0].split(",")
    # The workbook of a total is for people: its columns have the headings of a table.
    assert rows[0] == names if command != "total" else rows[0][:4] == [name.capitalize() for name in names[:4]]
    notes = [f"note: {row[0]}\n" for row in book.get_sheet_by_name("Notes").to_python()] if result.err else []
    assert "".join(notes) == result.err


def test_a_workbook_into_a_pipe(here: Path) -> None:
    pytest.importorskip("xlsxwriter")
    os.system(f"cd {here} && {PROGRAM} deals -f xlsx | cat > piped.xlsx && {PROGRAM} deals -o file.xlsx")  # noqa: S605
    assert (here / "piped.xlsx").read_bytes() == (here / "file.xlsx").read_bytes()


def test_without_its_library_the_extra_is_named(here: Path) -> None:
    (here / "xlsxwriter.py").write_text("raise ImportError")
    assert process("deals", "-o", "out.xlsx", env={"PYTHONPATH": str(here)}) == Result(
        2,
        "",
        "error: workbooks are written by XlsxWriter, which is not installed\nhelp: pip install 'mycity-cli[tables]'\n",
    )
    assert not (here / "out.xlsx").exists()
    assert not list(here.glob(".mycity*"))


@pytest.mark.parametrize("command", ["deals", "total", "conferences"])
def test_a_bare_limit_far_below_every_amount_asks_for_its_unit(mycity: Mycity, command: str) -> None:
    assert mycity(command, "--min-amount", "20") == Result(
        2,
        "",
        "error: --min-amount: an amount and a plain number cannot be compared\n"
        "help: which unit is meant: --min-amount '20 billion yuan', '20 million yuan' or '20 yuan'?\n",
    )
    assert mycity(command, "--max-amount", "13,549.9").code == 2
    for near in ("26801", "20 yuan", "20 thousand", "0", "20000000000"):
        assert mycity(command, "--min-amount", near).code == 0
