"""A password in the URL of a database is shown nowhere: whoever gives the URL, whatever to, however it is written."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mycity_cli.dataset import bundled
from mycity_cli.passwords import hidden, hidden_in, hidden_of
from running import Mycity, Result, process

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

PLACES = (
    "postgresql+psycopg://me:{}@127.0.0.1:1/db#deals",
    "postgresql+psycopg://me@srv:{}@127.0.0.1:1/db#deals",
    "postgresql+psycopg://127.0.0.1:1/db?user=me&password={}#deals",
    "postgresql+psycopg://127.0.0.1:1/db?sslpassword={}&sslmode=require#deals",
    "mysql+pymysql://127.0.0.1:1/db?passwd={}#deals",
    "mysql+pymysql://me:{}",
    "mssql+pyodbc:///?odbc_connect=DRIVER={{x}};UID=me;PWD={}#deals",
    "jdbc:postgresql://me:{}@host/db",
    "nosuch://:{}@host",
)
READ = (
    "deals --data URL", "total --data URL", "facts --data URL", "show x --data URL", "check total=1 --data URL",
    "total --data deals.csv --like URL", "total --data deals.csv --profile URL", "total --data=URL --city x",
    "audit URL", "audit URL --format sarif", "audit release.txt --data URL", "check -F URL", "check URL",
    "check URL --format json", "data validate URL", "data validate URL --format json", "data merge URL URL",
    "data convert URL out.json", "data profile URL", "data profile URL -o out.toml", "show URL", "claims URL",
    "claims show URL", "URL", "data URL", "deals URL",
)  # fmt: skip
WRITTEN = (
    "deals -o URL", "deals -o URL --force", "audit release.txt -o URL", "audit release.txt --propose -o URL",
    "data init URL", "data convert deals.json URL", "data merge deals.json -o URL", "data schema -o URL",
    "data profile deals.csv -o URL", "check total=1 -o URL -f json",
)  # fmt: skip
OPTIONS = (
    "--city URL", "--where URL", "--where city=URL", "--since URL", "--min-amount URL", "--columns URL", "--sort URL",
    "--limit URL", "--format URL", "--unit URL", "--color URL", "--no-such=URL", "--amount-unit URL", "--map URL",
    "--map city=URL", "--from URL", "--sheet URL", "--encoding URL", "--missing URL", "--fill URL", "--date-order URL",
    "--max-bad URL", "--header-row URL",
)  # fmt: skip
PROFILED = ("--amount-unit", "--map", "--sheet", "--missing", "--fill", "--encoding", "--like", "--profile")

_LETTERS = st.text("abcdefghkmqrvwxyzABCDEFGHKMQRVWXYZ", min_size=6, max_size=8).map(lambda text: f"Zq{text}9")
_SIGNS = st.sampled_from(["", "/", "#", "@", ":", "%", "?", "%40", "=", "&", ";", "+"])
PASSWORDS = st.tuples(_LETTERS, _SIGNS, _LETTERS)
_NO_HOST = "mysql+pymysql://me:{}"
URLS = st.tuples(st.sampled_from(PLACES), PASSWORDS).filter(
    lambda drawn: drawn[0] != _NO_HOST or drawn[1][1] not in ("@", "#")  # such a URL has a host, or a table
)
Drawn = tuple[str, tuple[str, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a release, a dataset and a table."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "release.txt").write_text("Suzhou signed 30 projects worth 52.563 billion yuan.\n")
    (tmp_path / "deals.json").write_bytes(bundled().read_bytes())
    (tmp_path / "deals.csv").write_text("city,amount\nSuzhou,5 million yuan\n")
    return tmp_path


def all_told(result: Result, folder: Path) -> str:
    """Return what a command wrote, and the files with their names that it left."""
    files = (f"{path}\n{path.read_bytes()!r}" for path in sorted(folder.rglob("*")) if path.is_file())
    return "\n".join((result.out, result.err, *files))


def filled(drawn: Drawn) -> tuple[str, tuple[str, str, str]]:
    """Return a URL with its password, and the parts of that."""
    form, parts = drawn
    return form.format("".join(parts)), parts


def require_hidden(told: str, parts: tuple[str, str, str]) -> None:
    first, _, last = parts
    assert first not in told
    assert last not in told


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(URLS, st.sampled_from(READ))
def test_where_data_is_read(mycity: Mycity, here: Path, drawn: Drawn, command: str) -> None:
    url, parts = filled(drawn)
    result = mycity(*[word.replace("URL", url) for word in command.split()])
    assert result.code in (2, 3)
    require_hidden(all_told(result, here), parts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(URLS, st.sampled_from(WRITTEN))
def test_where_files_are_written(mycity: Mycity, here: Path, drawn: Drawn, command: str) -> None:
    before = {path.name for path in here.iterdir()}
    url, parts = filled(drawn)
    result = mycity(*[word.replace("URL", url) for word in command.split()])
    assert result.code in (2, 3)
    require_hidden(all_told(result, here), parts)
    assert {path.name for path in here.iterdir()} == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(URLS, st.sampled_from(OPTIONS))
def test_as_the_value_of_an_option(mycity: Mycity, here: Path, drawn: Drawn, option: str) -> None:
    url, parts = filled(drawn)
    name, _, value = option.partition(" ")
    given_option = [name.replace("URL", url), *([value.replace("URL", url)] if value else [])]
    result = mycity("deals", "--data", "deals.csv", *given_option)
    require_hidden(all_told(result, here), parts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(URLS, st.sampled_from(PROFILED))
def test_in_a_saved_reading(mycity: Mycity, here: Path, drawn: Drawn, option: str) -> None:
    url, parts = filled(drawn)
    value = f"city={url}" if option == "--map" else url
    result = mycity("data", "profile", "deals.csv", option, value, "-o", "out.toml", "--force")
    assert result.code in (2, 3)
    require_hidden(all_told(result, here), parts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(URLS, st.sampled_from(["DATA", "LIKE", "AMOUNT_UNIT", "MAP", "FROM", "MISSING"]))
def test_in_the_environment(mycity: Mycity, here: Path, drawn: Drawn, variable: str) -> None:
    data = [] if variable == "DATA" else ["--data", "deals.csv"]
    with mycity.monkeypatch.context() as patch:
        url, parts = filled(drawn)
        patch.setenv(f"MYCITY_{variable}", url)
        result = mycity("total", *data)
    assert result.code in (0, 2, 3)
    require_hidden(all_told(result, here), parts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(URLS, st.sampled_from(["data", "like", "amount-unit", "from", "nosuch", "fill"]))
def test_in_a_project(mycity: Mycity, drawn: Drawn, key: str) -> None:
    with tempfile.TemporaryDirectory() as folder, mycity.monkeypatch.context() as patch:
        patch.chdir(folder)
        Path("deals.csv").write_text("city,amount\nSuzhou,5 million yuan\n")
        url, parts = filled(drawn)
        Path("pyproject.toml").write_text(f"[tool.mycity]\n{key} = '{url}'\n")
        result = mycity("total", *([] if key == "data" else ["--data", "deals.csv"]))
        require_hidden(result.out + result.err, parts)
        Path("pyproject.toml").write_text(f"[tool.mycity]\n'{url}' = 1\n")
        result = mycity("total", "--data", "deals.csv")
        require_hidden(result.out + result.err, parts)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("postgresql://me:se/cr#et@host/db#t", "postgresql://me:***@host/db#t"),
        ("postgresql://me@srv:secret@host/db", "postgresql://me@srv:***@host/db"),
        ("postgresql://host:5432/db?user=me&password=se@cret#t", "postgresql://host:5432/db?user=me&password=***#t"),
        ("mysql://host/db?%70asswd=secret#t", "mysql://host/db?%70asswd=***#t"),
        ("mysql://root:secret/db", "mysql://root:***"),
        ("mysql://root:3306/db", "mysql://root:3306/db"),
        ("mysql://me@root:secret", "mysql://me@root:***"),
        ("mysql://me@root:3306/db", "mysql://me@root:3306/db"),
        ("host=x password=secret dbname=y", "host=x password=***"),
        ("me:secret@host/db", "me:***@host/db"),
        ("postgresql:/me:secret@host/db", "postgresql:/me:***@host/db"),
        (f"mssql:///?odbc_connect={quote_plus('UID=me;PWD={a;b}')}#t", "mssql:///?odbc_connect=***#t"),
        ("sqlite:////srv/a:b/c@d.db#t", "sqlite:////srv/a:b/c@d.db#t"),
        ("https://[::1]:80/a@b", "https://[:***@b"),
        ("deals.csv:12:3", "deals.csv:12:3"),
        ("postgresql://host/db#deals", "postgresql://host/db#deals"),
    ],
)
def test_names(name: str, shown: str) -> None:
    assert hidden(name) == shown
    assert hidden(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("unknown city 'postgresql://me:se/c@ret@host/db'", "unknown city 'postgresql://me:***@host/db'"),
        ("cannot use password=secret host=x", "cannot use password=*** host=x"),
        ("see https://example.org: write to me@example.org", "see https://example.org: write to me@example.org"),
        ("https://example.org:8080, https://example.org/a?b=c", "https://example.org:8080, https://example.org/a?b=c"),
        ("Sector=Energy at 12:30 @ home", "Sector=Energy at 12:30 @ home"),
        ("Khyber Pass = 30 or Token > 5", "Khyber Pass = 30 or Token > 5"),
        ("password = secret host = x", "password = *** host = x"),
        # In Chinese no space stands behind what ends a part.
        ("未知的城市“mysql://root:secret”，见第 3 行", "未知的城市“mysql://root:***”，见第 3 行"),
        ("未知的城市“mysql://me:se，cret@host/db”，见 a@b.c", "未知的城市“mysql://me:***@host/db”，见 a@b.c"),
        (
            "“mysql://root:3306”、“https://example.org:80”：有 3 行",
            "“mysql://root:3306”、“https://example.org:80”：有 3 行",
        ),
        ("https://example.org:8080，共 3 行", "https://example.org:8080，共 3 行"),
        ("未知的列“token=secret”：有 3 列", "未知的列“token=***”：有 3 列"),
        ("（password=secret），另有 3 行", "（password=***），另有 3 行"),
        ("password=“se cret”，另有 3 行", "password=***，另有 3 行"),
    ],
)
def test_sentences(text: str, shown: str) -> None:
    assert hidden_in(text) == shown


@pytest.mark.parametrize(
    "name",
    [
        "postgresql://me:***@host/db#t: row 3: a@b.c",
        "postgresql://host/db?password=***#t: row 3: amount",
        "mysql://host/db?passwd=***&x=1#t: row 3",
        "postgresql://host/db?password=***：第 3 行：amount",
        "mysql://root:3306：第 3 行",
    ],
)
def test_what_is_hidden_already_hides_nothing_behind_it(name: str) -> None:
    assert hidden(name) == hidden_in(name) == name


def test_in_chinese_a_password_is_hidden_and_nothing_behind_it(mycity: Mycity) -> None:
    for url, shown in (("mysql://root:Zqsecret9", "mysql://root:***"), ("token=Zqsecret9", "token=***")):
        first = mycity("show", url, "--lang", "zh").err.splitlines()[0]
        assert first == f"错误：ID：未知的记录“{shown}”"


def test_the_place_in_a_table_is_told_behind_the_url(mycity: Mycity, here: Path) -> None:
    with sqlite3.connect(here / "deals.db") as database:
        database.executescript("CREATE TABLE deals (city TEXT, amount TEXT)")
        database.execute("INSERT INTO deals VALUES ('Suzhou', '5 apples')")
    for key in ("password", "passwd", "sslpassword"):
        result = mycity("total", "--data", f"sqlite:///deals.db?{key}=Zqhidden9#deals")
        where = f"sqlite:///deals.db?{key}=***#deals"
        assert result.err.startswith(f"error: {where}: row 1: amount: cannot read 'apples' after '5'\n")
        assert mycity("data", "profile", f"sqlite:///deals.db?{key}=Zqhidden9#deals").out.startswith(
            f"# How {where} is"
        )


def test_what_a_driver_says_of_parts() -> None:
    told = "could not translate host name \"etch@ost\" for 'my secr'"
    shown = "could not translate host name \"***@ost\" for '***'"
    assert hidden_of("postgresql://me:my+secr@etch@ost/db#t", told) == shown


@pytest.mark.parametrize("text", ["a:/" * 20_000, "a" * 60_000 + "=:@", "a." * 30_000 + "=:/@", "a:@" * 20_000])
def test_long_texts_are_read_in_no_time(text: str) -> None:
    """A pattern that begins anew at every character would take minutes."""
    assert len(hidden_in(text)) + len(hidden(text)) > 0


def test_the_numbers_of_a_result_are_left_alone(here: Path) -> None:
    """A password may be any word; what a command answers is not searched for it."""
    env = {"MYCITY_LIKE": "", "MYCITY_UNUSED": "postgresql://me:5000000@host/db"}
    assert process("total", "--data", "deals.csv", env=env, cwd=here).out == "5000000\n"
