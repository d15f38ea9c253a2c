"""What a table says of itself when it cannot be read, and of rows that are no signings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mycity_cli.passwords import hidden
from mycity_cli.tables import rows
from running import Mycity
from tables.conftest import Both

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")

HELP = "help: write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%\n"
NO_ROW = f"help: {rows.NO_ROW}\n"
RAGGED = """city,amount
Suzhou,1 yuan
Xiamen
Xi'an,1,2
Dongguan,5 apples
"G\x1b[31m",7 yuan
Mianyang,-3 yuan
,5 yuan
Beijing,5
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def failure(mycity: Mycity, *arguments: str, code: int = 3) -> str:
    """Return the whole message of a command that fails."""
    result = mycity(*arguments)
    assert (result.code, result.out) == (code, "")
    return result.err


def test_bad_rows_are_all_told_and_nothing_is_totalled(mycity: Mycity) -> None:
    Path("deals.csv").write_text(RAGGED)
    assert failure(mycity, "total", "--data", "deals.csv") == (
        f"error: deals.csv: line 3: has fewer cells than the header line\n{NO_ROW}"
        f"error: deals.csv: line 4: has more cells than the header line\n{NO_ROW}"
        "error: deals.csv: row 4: amount: cannot read 'apples' after '5'\n"
        "  5 apples\n"
        f"    ^^^^^^\n{HELP}"
        "error: deals.csv: row 6: amount: '-3 yuan' is below zero\n"
        "help: --negative allow reads it as a loss or a correction\n"
        "error: deals.csv: row 7: city: is missing\n"
        "help: every row needs one; a merged cell is filled down by --fill city\n"
        "error: deals.csv: row 8: amount: '5' names no currency\n"
        "help: say what numbers are: --amount-unit 'million USD', or a column 'currency'\n"
        "error: deals.csv: 6 of 8 rows are bad\n"
        "help: put them right, or leave them out with --skip-bad\n"
    )


def test_a_line_that_nests_too_deep_is_no_row(mycity: Mycity) -> None:
    Path("deals.jsonl").write_text("[" * 100_000 + '\n{"city": "Suzhou", "amount": "5 yuan"}\n')
    assert failure(mycity, "total", "--data", "deals.jsonl") == "error: deals.jsonl:1: is nested too deep\n"
    Path("deals.jsonl").write_text('{"city": "Suzhou", "amount": "5 yuan"}\n' + '{"a": ' * 100_000 + "\n")
    assert failure(mycity, "total", "--data", "deals.jsonl").startswith(
        "error: deals.jsonl: line 2: is no valid JSON\nhelp: write one object in braces on each line\n"
    )


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_a_pipe_is_not_waited_for(mycity: Mycity, ending: str) -> None:
    os.mkfifo(f"pipe.{ending}")
    told = f"error: pipe.{ending}: is no file that can be read twice\nhelp: save it as a file first\n"
    assert failure(mycity, "total", "--data", f"pipe.{ending}") == told


def test_bad_rows_are_left_out_where_that_is_asked_for(mycity: Mycity) -> None:
    Path("deals.csv").write_text(RAGGED)
    result = mycity("deals", "--columns", "id,city,amount", "--data", "deals.csv", "--skip-bad")
    assert (result.code, result.out) == (0, "1\tSuzhou\t1\n5\tG\\x1b[31m\t7\n")
    assert result.err == "note: 6 bad rows left out\n"


def test_so_many_bad_rows_are_told_as_are_asked_for(mycity: Mycity) -> None:
    Path("deals.csv").write_text("city,amount\nSuzhou,one yuan more\nSuzhou,5 apples\n,5 yuan\nXiamen,1 yuan\n")
    assert failure(mycity, "deals", "--data", "deals.csv", "--max-errors", "1").splitlines()[-2:] == [
        "error: deals.csv: 3 of 4 rows are bad",
        "help: put them right, or leave them out with --skip-bad; --max-errors 3 shows all",
    ]


def test_many_rows_that_are_bad_in_one_way_are_one_line_with_what_reads_them(mycity: Mycity) -> None:
    Path("deals.csv").write_text("city,amount\n" + "Suzhou,5\n" * 30 + "Xiamen,1 yuan\n")
    assert failure(mycity, "deals", "--data", "deals.csv") == (
        "error: deals.csv: 30 rows: amount: '5' names no currency, such as row 1 '5', row 2 '5', row 3 '5'\n"
        "help: say what numbers are: --amount-unit 'million USD', or a column 'currency'\n"
        "error: deals.csv: 30 of 31 rows are bad\n"
        "help: say what numbers are: --amount-unit 'million USD', or a column 'currency'\n"
    )


@pytest.mark.parametrize("options", [[], ["--amount-unit", "billion"]])
def test_a_table_without_any_currency_is_told_once(mycity: Mycity, options: list[str]) -> None:
    Path("deals.csv").write_text("city,amount\n" + "Suzhou,5\n" * 30)
    assert failure(mycity, "total", "--data", "deals.csv", *options) == (
        "error: deals.csv: the amounts are numbers without a currency\n"
        "help: say what numbers are: --amount-unit 'million USD', or a column 'currency'\n"
    )


@pytest.mark.parametrize(
    ("date", "help"),
    [
        ("3/4/2022", "say which is which: --date-order dmy or --date-order mdy"),
        (
            "2022-13",
            "write a year, a month or a day (2022, 2018-04, 2022-11-03), or two of them (2017/2018-04, ../2018-04)",
        ),
    ],
)
def test_what_to_write_instead_of_a_cell(mycity: Mycity, date: str, help: str) -> None:
    Path("deals.csv").write_text(f"city,amount,date\nSuzhou,1 yuan,{date}\n")
    assert f"\nhelp: {help}\n" in failure(mycity, "deals", "--data", "deals.csv")
    assert mycity("total", "--data", "deals.csv").out == "1\n"  # a total needs no dates


@pytest.mark.parametrize(
    ("date", "day"), [("2023/3/1", "2023-03-01"), ("15/06/2022", "2022-06-15"), ("N/A", ""), ("2022年11月", "2022-11")]
)
def test_days_are_read_as_people_write_them(mycity: Mycity, date: str, day: str) -> None:
    Path("deals.csv").write_text(f"city,amount,date\nSuzhou,1 yuan,{date}\n", encoding="utf-8")
    assert mycity("deals", "--columns", "city,date", "--data", "deals.csv").out == f"Suzhou\t{day}\n"


def test_blank_lines_of_json_are_no_rows_but_count(mycity: Mycity) -> None:
    Path("deals.jsonl").write_text('\n{"city": "A", "amount": "1 yuan"}\n \t\n\n{"city": "B", "amount": "2 yuan"}\n\n')
    assert mycity("deals", "--columns", "id,city,amount", "--data", "deals.jsonl").out == "2\tA\t1\n5\tB\t2\n"
    assert mycity("total", "--data", "deals.jsonl").out == "3\n"


def test_lines_of_json_may_end_in_several_ways(mycity: Mycity) -> None:
    Path("deals.jsonl").write_bytes(
        b'{"city": "A", "amount": "1 yuan"}\r\n\r\n{"city": "B", "amount": 2.50, "currency": "CNY"}\n'
    )
    assert mycity("deals", "--columns", "city,amount", "--data", "deals.jsonl").out == "A\t1\nB\t2.50\n"
    assert mycity("total", "--data", "deals.jsonl").out == "3.5\n"


def test_rows_are_counted_in_their_own_file(mycity: Mycity) -> None:
    Path("a.csv").write_text("city,amount\nSuzhou,1 yuan\nXiamen,2 yuan\n")
    Path("b.csv").write_text("city,amount\nSuzhou,1 yuan\nXiamen,two\n")
    first = failure(mycity, "total", "--data", "?.csv").splitlines()[0]
    assert first == "error: b.csv: row 2: amount: '2' names no currency" or first.startswith(
        "error: b.csv: row 2: amount: "
    )
    assert (
        mycity("deals", "--columns", "id,city", "--skip-bad", "--data", "?.csv").out
        == "1\tSuzhou\n2\tXiamen\n3\tSuzhou\n"
    )


def test_lines_that_are_no_json(mycity: Mycity) -> None:
    Path("deals.jsonl").write_text(
        '{"city": "Suzhou", "amount": "1 yuan"}\nnot json\n{"city": "Xiamen", "amount": "much"}\n'
    )
    assert failure(mycity, "total", "--data", "deals.jsonl") == (
        "error: deals.jsonl: line 2: is no valid JSON\n"
        "help: write one object in braces on each line\n"
        "error: deals.jsonl: row 3: amount: expected a number, found 'much'\n"
        "  much\n  ^^^^\nhelp: where it states nothing: --missing much\n"
        "error: deals.jsonl: 2 of 3 rows are bad\n"
        "help: put them right, or leave them out with --skip-bad\n"
    )


def test_numbers_of_json_keep_their_last_digits(mycity: Mycity) -> None:
    rows = '{"city": "Suzhou", "amount": %s, "currency": "CNY", "note": "\\"amount\\": 7"}\n'
    Path("deals.jsonl").write_text("".join(rows % text for text in ("12.50", "123456789012345678.25", '"1,740"')))
    result = mycity("deals", "--columns", "amount,low,high", "--data", "deals.jsonl")
    assert result.out == (
        "12.50\t12.495\t12.505\n123456789012345678.25\t123456789012345678.245\t123456789012345678.255\n1740\t1739.5\t1740.5\n"
    )
    assert mycity("total", "--data", "deals.jsonl").out == "123456789012347430.75\n"


def test_our_own_marks_are_texts_like_others(mycity: Mycity) -> None:
    Path("deals.csv").write_text("city,amount,projects\nSuzhou,1 yuan,\ue000point\n", encoding="utf-8")
    assert failure(mycity, "total", "--data", "deals.csv").startswith("error: deals.csv: row 1: projects: ")


def test_a_file_in_another_encoding_than_utf_8(mycity: Mycity) -> None:
    Path("deals.csv").write_bytes(b"city,amount\nA\xff,1 yuan\n")
    result = mycity("total", "--data", "deals.csv")
    assert (result.out, result.err) == (
        "1\n",
        (
            "note: deals.csv is read as Windows-1252; --encoding decides\n"
            "note: as code page 866 deals.csv would read about as well, with 'A ' instead of 'Aÿ'\n"
        ),
    )
    told = failure(mycity, "total", "--data", "deals.csv", "--encoding", "utf-8")
    assert told == "error: deals.csv: is not in utf-8: the byte 0xff on line 2\nhelp: --encoding names another\n"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", "", "error: a.csv: is empty\nhelp: a table has a header line, or at least one row\n"),
        ("a.csv", "\n", "error: a.csv: has no header line\nhelp: the first line names the columns: city,amount\n"),
        (
            "a.csv",
            "city,amont\n",
            (
                "error: a.csv: has no column 'amount'\n"
                "help: did you mean amont?; name the column that holds it: --map amount='Its Name'\n"
            ),
        ),
        (
            "a.csv",
            "city,amount,City\n",
            "error: a.csv: has 2 columns named 'city'\nhelp: say which: --map 'city=city' or --map 'city=City'\n",
        ),
        (
            "a.tsv",
            "town\tamount\n",
            (
                "error: a.tsv: has no column 'city'\n"
                "help: known: town, amount; name the column that holds it: --map city='Its Name'\n"
            ),
        ),
        (
            "a.jsonl",
            '{"amount": 1}\n',
            (
                "error: a.jsonl: has no column 'city'\n"
                "help: known: amount; name the column that holds it: --map city='Its Name'\n"
            ),
        ),
    ],
)
def test_files_that_are_no_table(mycity: Mycity, name: str, content: str, expected: str) -> None:
    Path(name).write_text(content)
    assert failure(mycity, "total", "--data", name) == expected


def test_half_a_parquet_file(mycity: Mycity) -> None:
    Path("a.parquet").write_bytes(b"PAR1" + bytes(100))
    assert failure(mycity, "total", "--data", "a.parquet").startswith(
        "error: a.parquet: is no Parquet file that can be read: "
    )


def test_a_missing_file_a_folder_and_a_pattern_of_nothing(mycity: Mycity) -> None:
    Path("b.csv").mkdir()
    assert failure(mycity, "deals", "--data", "a.csv") == "error: a.csv: cannot be read: No such file or directory\n"
    assert failure(mycity, "deals", "--data", "b.csv") == "error: b.csv: cannot be read: Is a directory\n"
    assert failure(mycity, "deals", "--data", "c*.csv").startswith("error: c*.csv: no file has such a name\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(mycity: Mycity) -> None:
    Path("a.csv").write_text("city,amount\n")
    Path("a.csv").chmod(0)
    assert failure(mycity, "deals", "--data", "a.csv") == "error: a.csv: cannot be read: Permission denied\n"


@pytest.mark.parametrize(
    ("url", "code", "expected"),
    [
        (
            "duckdb:///deals.ddb",
            2,
            (
                "error: duckdb:///deals.ddb: names no table\n"
                "help: write the name of the table after #: duckdb:///deals.ddb#deals\n"
            ),
        ),
        (
            "nosuch://host/x#deals",
            3,
            (
                "error: nosuch://host/x#deals: no engine that can be asked is called 'nosuch'\n"
                "help: known: duckdb, postgresql, sqlite, mysql, mariadb, impala, trino\n"
            ),
        ),
        (
            "clickhousedb+connect://host/x#deals",
            3,
            (
                "error: clickhousedb+connect://host/x#deals: ClickHouse is not asked: its sums of integers and "
                "decimals overflow in silence\n"
                "help: export the table to Parquet: --data deals.parquet\n"
            ),
        ),
    ],
)
def test_urls_that_are_none(mycity: Mycity, url: str, code: int, expected: str) -> None:
    assert failure(mycity, "total", "--data", url, code=code) == expected


def test_a_database_that_does_not_answer(mycity: Mycity) -> None:
    pytest.importorskip("psycopg")
    told = failure(mycity, "total", "--data", "postgresql+psycopg://me:hush%20hush@127.0.0.1:1/db#deals")
    assert told.startswith("error: postgresql+psycopg://me:***@127.0.0.1:1/db#deals: cannot be read: ")
    assert "hush" not in told


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:secret@host/db#t", "postgresql://me:***@host/db#t"),
        ("postgresql://me:se@cr:et@host/db", "postgresql://me:***@host/db"),
        ("postgresql://me@host/db", "postgresql://me@host/db"),
        ("duckdb:///a.ddb", "duckdb:///a.ddb"),
    ],
)
def test_passwords_are_hidden(url: str, shown: str) -> None:
    assert hidden(url) == shown


def test_columns_are_renamed_and_numbers_scaled(mycity: Mycity) -> None:
    Path("deals.csv").write_text('Host City,Worth,amount\nSuzhou,"1,234.50",x\nXiamen,7,y\n')
    options = [
        "--data",
        "deals.csv",
        "--map",
        "city=Host City",
        "--map",
        "amount=Worth",
        "--amount-unit",
        "million USD",
    ]
    result = mycity("deals", "--columns", "city,amount,currency,stated", *options)
    assert result.out == "Suzhou\t1234500000\tUSD\t1,234.50 million USD\nXiamen\t7000000\tUSD\t7 million USD\n"
    assert mycity("total", *options).out == "1241500000\n"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            ["--map", "town=x"],
            (
                "error: --map: unknown column 'town'\n"
                "help: known: id, date, city, promoter, conference, kind, partner, projects and 7 more\n"
            ),
        ),
        (
            ["--map", "city"],
            (
                "error: --map: 'city' gives no name\n"
                "help: write --map city='Host City', or --map date= to leave a column out\n"
            ),
        ),
        (["--map", "city=a", "--map", "city=b"], "error: --map: 'city' is given twice\n"),
        (
            ["--amount-unit", "apples"],
            (
                "error: --amount-unit: 'apples' is no unit of amounts\n"
                "help: write a scale, a currency or both: 'million USD', yuan, 亿元\n"
            ),
        ),
    ],
)
def test_options_of_tables_that_say_nothing(mycity: Mycity, options: list[str], expected: str) -> None:
    Path("deals.csv").write_text("city,amount\nSuzhou,1 yuan\n")
    assert failure(mycity, "total", "--data", "deals.csv", *options, code=2) == expected


def test_options_of_tables_are_not_for_datasets(mycity: Mycity) -> None:
    expected = "error: --skip-bad: is for tables\nhelp: a dataset says itself what its fields are\n"
    assert failure(mycity, "total", "--skip-bad", code=2) == expected


def test_a_table_holds_signings_only(mycity: Mycity) -> None:
    Path("deals.csv").write_text("city,amount\nSuzhou,1 yuan\n")
    for command in (["facts"], ["claims"], ["show", "x"]):
        told = failure(mycity, *command, "--data", "deals.csv", code=2)
        assert told.startswith("error: deals.csv: a table holds signings only\n")


def test_every_spelling_of_a_name_is_found(mycity: Mycity) -> None:
    Path("deals.csv").write_text("city,amount\nSuzhou,1 yuan\nSUZHOU,2 yuan\n Sūzhōu ,4 yuan\nXiamen,8 yuan\n")
    assert mycity("total", "--city", "suzhou", "--data", "deals.csv").out == "7\n"
    assert (
        mycity("deals", "--city", "suzhou", "--columns", "id,city", "--data", "deals.csv").out
        == "1\tSuzhou\n2\tSuzhou\n3\tSuzhou\n"
    )


def test_days_that_are_asked_for_must_be_there(mycity: Mycity) -> None:
    Path("deals.csv").write_text("city,amount,Day of the deal\nSuzhou,1 yuan,2022-11-03\n")
    told = (
        "error: deals.csv: has no column 'date'\n"
        "help: known: city, amount, Day of the deal; name the column that holds it: --map date='Its Name'\n"
    )
    for question in (["total", "--year", "2022"], ["deals", "--since", "2022"], ["total", "--where", "date>2020"]):
        assert failure(mycity, *question, "--data", "deals.csv") == told
    assert mycity("total", "--data", "deals.csv", "--map", "date=Day of the deal", "--year", "2022").out == "1\n"


def test_days_that_are_asked_for_must_be_there_in_large_tables_too(both: Both, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("city,amount\nSuzhou,1 yuan\n")
    for result in both(path, "total", "--year", "2022"):
        assert (result.code, result.out) == (3, "")
        assert "has no column 'date'" in result.err
        assert "--map date='Its Name'" in result.err
