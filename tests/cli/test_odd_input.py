"""Odd numbers, names and places, each of which once ended in a traceback, or cost more than itself."""

from __future__ import annotations

import ctypes
import json
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from running import MYCITY, Mycity, Result, process

RELEASE = "Suqian signed 30 projects: 20 in industry and 10 in services.\n"
LINE = ":1:15\ttrue\tsum\t20 + 10 = 30 projects\tthe parts add up to 30; stated is 30 projects\n"
TABLE = "city,amount\nSuzhou,1 yuan\nXiamen,2 yuan\n"
BYTE = os.fsdecode(b"caf\xe9")
"""A name that is no UTF-8."""
HUGE = ["9223372036854775807", "9223372036854775808", "9" * 1_000]


@pytest.mark.parametrize("number", HUGE)
@pytest.mark.parametrize("format", ["tsv", "json", "table", "markdown"])
@pytest.mark.parametrize(
    "command",
    [["deals"], ["total", "--by", "city"], ["facts"], ["check", "Suzhou > Xiamen"], ["claims"], ["audit", "--rules"]],
)
def test_a_limit_beyond_all_rows_shows_them_all(mycity: Mycity, command: list[str], format: str, number: str) -> None:
    assert mycity(*command, "-f", format, "--limit", number) == mycity(*command, "-f", format)


def test_so_many_bad_rows_as_there_are_can_be_told(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("city,amount\nSuzhou,x\n", encoding="utf-8")
    for number in HUGE:
        assert mycity("total", "--data", path, "--max-errors", number).err == mycity("total", "--data", path).err


def test_a_number_of_too_many_digits_is_told_without_them(mycity: Mycity) -> None:
    told = "error: --limit: a number of 5000 digits is too large\nhelp: see 'mycity deals --help'\n"
    assert mycity("deals", "--limit", "9" * 5_000) == Result(2, "", told)


def test_a_dataset_without_claims_has_none_to_show(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text("{}", encoding="utf-8")
    assert mycity("claims", "show", "x", "--data", path) == Result(2, "", "error: ID: unknown claim 'x'\n")
    assert mycity("claims", "show", "--data", path).err.startswith("error: ID: is missing\n")
    assert mycity("claims", "hide", "x", "--data", path).err.startswith(
        "error: mycity claims: takes no word 'hide x'\n"
    )


# --- names that are no UTF-8 ------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which holds a release, a table and a dataset with names that are no UTF-8."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / f"{BYTE}.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / f"{BYTE}.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / f"{BYTE}.json").write_text("{}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("format", ["tsv", "csv", "json", "jsonl", "markdown", "table", "xlsx", "sarif", "github"])
def test_an_audit_of_a_name_that_is_no_utf8_is_written(folder: Path, format: str) -> None:
    for output in ("out", f"out-{BYTE}"):
        result = process("audit", f"{BYTE}.txt", "-f", format, "-o", output, cwd=folder)
        assert (result.code, Path(output).stat().st_size > 0) == (0, format != "github")
    if format in ("json", "jsonl"):
        assert json.loads(Path("out").read_text(encoding="utf-8"))["file"] == f"{BYTE}.txt"
    if format != "xlsx":
        written = Path("out").read_text(encoding="utf-8")
        if format == "table":
            # A report that is kept says below what it rests on.
            written, _, below = written.partition("\nRelease ")
            assert "caf\\udce9.txt, SHA-256 " in below
        assert process("audit", f"{BYTE}.txt", "-f", format, cwd=folder).out == written


@pytest.mark.parametrize("ending", ["csv", "json", "jsonl", "sqlite", "parquet"])
def test_a_name_that_is_no_utf8_is_converted(folder: Path, ending: str) -> None:
    pytest.importorskip("duckdb", reason="the extra 'tables' is not installed")
    result = process("data", "convert", f"{BYTE}.csv", f"out.{ending}", cwd=folder)
    assert result.code == 0
    back = process("data", "convert", f"out.{ending}", "back.json", cwd=folder)
    assert back.code == 0
    sources = json.loads((folder / "back.json").read_text(encoding="utf-8"))["sources"]
    assert [each["title"] for each in sources] == ["caf\\udce9.csv"] or ending not in ("json", "sqlite")
    assert process("total", "--data", "back.json", cwd=folder).out == "3\n"


@pytest.mark.parametrize(
    "command",
    [
        ["total", "--data", f"{BYTE}.csv"],
        ["total", "--data", f"{BYTE}.json"],
        ["deals", "--data", f"{BYTE}.csv", "-f", "markdown", "-o", "x.md"],
        ["data", "validate", f"{BYTE}.json", f"{BYTE}.csv"],
        ["data", "merge", f"{BYTE}.json", "-o", f"{BYTE}-2.json"],
        ["data", "profile", f"{BYTE}.csv", "-o", f"{BYTE}.toml"],
        ["data", "init", BYTE],
        ["audit", "."],
    ],
)
def test_files_may_have_names_that_are_no_utf8(folder: Path, command: list[str]) -> None:
    assert process(*command, cwd=folder).code == 0


@pytest.mark.parametrize("name", [f"{BYTE}.parquet", f"{BYTE}.duckdb#t", f"duckdb:///{BYTE}.duckdb#t"])
def test_what_duckdb_cannot_open_by_its_name_is_told_as_that(folder: Path, mycity: Mycity, name: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra 'tables' is not installed")
    with duckdb.connect("t.duckdb") as database:
        database.execute("create table t as select 'Suzhou' as city, '1 yuan' as amount")
        database.execute("copy t to 't.parquet'")
    for ending in ("duckdb", "parquet"):
        (folder / f"t.{ending}").rename(folder / f"{BYTE}.{ending}")
    shown = name.replace("\udce9", "\\udce9").replace(".duckdb#t", ".duckdb" if "://" not in name else ".duckdb#t")
    told = f"error: {shown}: cannot be read: its name is no UTF-8\nhelp: give it another name\n"
    assert mycity("total", "--data", name) == Result(3, "", told)


def test_a_large_table_may_have_a_name_that_is_no_utf8(folder: Path, mycity: Mycity) -> None:
    mycity.monkeypatch.setattr("mycity_cli.tables.opening.MOST_BYTES", 0)
    assert mycity("total", "--data", folder / f"{BYTE}.csv") == Result(0, "3\n", "")


# --- names of tables and columns --------------------------------------------------------------------------------------

NAMES = ["a :b", ":b", "a#b", "#", "a.b", 'a"b', "a'b", "%s", "%(x)s", "?", " ", "\n", "--", "SELECT", "表", "a@b"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["sqlite", "duckdb"])
def test_tables_and_columns_may_have_any_name(mycity: Mycity, tmp_path: Path, kind: str, name: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra 'tables' is not installed")
    path = tmp_path / f"d.{kind}"
    quoted = '"' + name.replace('"', '""') + '"'
    database: Any = sqlite3.connect(path) if kind == "sqlite" else duckdb.connect(str(path))
    database.execute(f"create table {quoted} (city text, amount text, {quoted} text)")
    database.execute(f"insert into {quoted} values ('Suzhou', '5 yuan', 'x')")
    database.execute("create table other (city text, amount text)")
    if kind == "sqlite":
        database.commit()
    database.close()
    assert mycity("total", "--data", f"{path}#{name}") == Result(0, "5\n", "")


@pytest.mark.parametrize("view", ["read_csv('t.csv')", "read_csv('missing.csv')"])
def test_a_view_over_a_file_is_refused(
    mycity: Mycity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra 'tables' is not installed")
    monkeypatch.chdir(tmp_path)
    for name in ("t.csv", "missing.csv"):
        Path(name).write_text(TABLE, encoding="utf-8")
    with duckdb.connect("d.duckdb") as database:
        database.execute(f"create view deals as select * from {view}")
    Path("missing.csv").unlink()
    for where in ("d.duckdb#deals", "duckdb:///d.duckdb#deals"):
        result = mycity("total", "--data", where)
        assert (result.code, result.out) == (3, "")
        assert result.err.startswith(f"error: {where}: cannot be read: ")
        assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("url", ["duckdb+embedded://#t", "duckdb+embedded:///d.duckdb#t", "duckdb+embedded://"])
def test_the_duckdb_of_our_own_is_no_database_to_ask(mycity: Mycity, url: str) -> None:
    pytest.importorskip("duckdb", reason="the extra 'tables' is not installed")
    result = mycity("total", "--data", url)
    assert (result.code in (2, 3), result.out) == (True, "")
    assert result.err.startswith(f"error: {url}: ")


# --- what may not be read ---------------------------------------------------------------------------------------------


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with a good release, and others in folders and files that nobody may read, look into or list."""
    for folder in ("blind", "closed", "locked"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "good.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(RELEASE, encoding="utf-8")
    modes = {"blind": 0o444, "closed": 0, "locked": 0o111, "secret.txt": 0}
    for each, mode in modes.items():
        (tmp_path / each).chmod(mode)
    yield tmp_path
    for each in modes:
        (tmp_path / each).chmod(0o755)


def without_rights() -> None:
    """Give up what lets root read everything; the file then says who may."""
    for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, right, 0, 0, 0)  # PR_CAPBSET_DROP


def as_anybody(*arguments: str, cwd: Path) -> Result:
    """Return what mycity does for a user whom files may be kept from; root may read everything."""
    run = partial(subprocess.run, capture_output=True, text=True, check=False, cwd=cwd)
    run = partial(run, preexec_fn=without_rights) if os.geteuid() == 0 else run
    if run(["cat", "secret.txt"]).returncode == 0:
        pytest.skip("this user may read everything")
    done = run([*MYCITY, *arguments])
    return Result(done.returncode, done.stdout, done.stderr)


def test_what_of_a_folder_may_not_be_read_is_told_and_the_rest_is_audited(guarded: Path) -> None:
    result = as_anybody("audit", ".", cwd=guarded)
    assert (result.code, result.out) == (3, f"good.txt{LINE}")
    denied = "cannot be read: Permission denied"
    assert (
        sorted(line for line in result.err.splitlines() if line.startswith("error: "))
        == [
            f"error: blind/a.txt: {denied}",
            f"error: closed: {denied}".replace("closed", "./closed"),
            f"error: ./locked: {denied}",
            f"error: secret.txt: {denied}",
        ]
        or result.err
    )


def test_names_that_cannot_be_looked_at_cost_one_file_each(guarded: Path) -> None:
    long = "x" * 5_000
    result = as_anybody("audit", "closed/a.txt", long, "good.txt", cwd=guarded)
    assert (result.code, result.out) == (3, f"good.txt{LINE}")
    assert [line for line in result.err.splitlines() if line.startswith("error: ")] == [
        "error: closed/a.txt: cannot be read: Permission denied",
        f"error: {long}: cannot be read: File name too long",
    ]
    statements = as_anybody("check", "-F", "closed/a.txt", "1 = 1", cwd=guarded)
    assert (statements.code, statements.out) == (3, "true\t1 = 1\t1\t1\n")
    validated = as_anybody("data", "validate", "closed/a.csv", "closed/a.json", long, f"{long}.csv", cwd=guarded)
    assert (validated.code, len(validated.err.splitlines())) == (3, 4)
    assert "unexpected" not in validated.err
