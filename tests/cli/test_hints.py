"""What somebody is told who goes wrong as many do at first."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from running import MYCITY, Mycity


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Suzhou"], "no such command 'Suzhou'\nhelp: did you mean mycity deals Suzhou?"),
        (["苏州", "--json"], "no such command '苏州'\nhelp: did you mean mycity deals 苏州 --json?"),
        (["2022"], "no such command '2022'\nhelp: did you mean mycity deals 2022?"),
        (["2022-Q2"], "no such command '2022-Q2'\nhelp: did you mean mycity deals 2022-Q2?"),
        (["expo"], "no such command 'expo'\nhelp: did you mean mycity conferences expo?"),
        (["ein"], "no such command 'ein'\nhelp: did you mean mycity show ein?"),
        (["panda"], "no such command 'panda'\nhelp: did you mean mycity facts panda?"),
        (["deal"], "no such command 'deal'\nhelp: did you mean deals?"),
        (
            ["--city", "Suzhou", "deals"],
            "no such option: --city\nhelp: options stand behind their command: mycity deals --city Suzhou",
        ),
        (
            ["-f", "csv", "total", "--by", "city"],
            "no such option: -f\nhelp: options stand behind their command: mycity total -f csv --by city",
        ),
        (["--json", "deals"], "no such option: --json\nhelp: options stand behind their command: mycity deals --json"),
        (["--by", "city"], "no such option: --by\nhelp: options stand behind their command: mycity total --by city"),
        (["--nothing", "deals"], "no such option: --nothing\nhelp: see 'mycity --help'"),
        (["--verson"], "no such option: --verson\nhelp: did you mean --version?"),
    ],
)
def test_a_first_try_is_led_to_what_is_meant(mycity: Mycity, arguments: list[str], message: str) -> None:
    result = mycity(*arguments)
    assert (result.code, result.out, result.err) == (2, "", f"error: {message}\n")


LISTED = ".txt, .csv, .tsv, .json, .jsonl, .ndjson, .md, .markdown, .html, .htm, .xlsx"
NAMES = "table, tsv, csv, json, jsonl, markdown, html, xlsx, md"
FIELDS = (
    "id, date, city, promoter, conference, kind, partner, projects, projects_stated, amount, currency, low, high, "
    "stated, part_of, sources, province, country, note, fields"
)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["deals", "--json", "foo"],
            f"--json: 'foo' is no field, and no signing has it in its texts\nhelp: known: {FIELDS}",
        ),
        (
            ["total", "by", "city"],
            "WORD: unknown word 'by': no signing has it in its texts\nhelp: did you mean --by city?",
        ),
        (["total", "--by", "town"], "--by: unknown group 'town'\nhelp: did you mean city?"),
        (["total", "--by", "cities"], "--by: unknown group 'cities'\nhelp: did you mean city?"),
        (["deals", "--columns", "签约地点"], "--columns: unknown column '签约地点'\nhelp: did you mean city?"),
        (
            ["deals", "-o", "d.svg"],
            (
                "--output: no format of this command has the ending '.svg'\n"
                f"help: mycity total --by city draws svg; this command writes {LISTED}"
            ),
        ),
        (
            ["deals", "-f", "sarif"],
            (
                "--format: sarif is no format of this command\n"
                f"help: mycity audit writes sarif; this command writes {NAMES}"
            ),
        ),
        (
            ["total", "-o", "x.pdf"],
            f"--output: no format has the ending '.pdf'\nhelp: known: {LISTED}, .svg, .png; or give --format",
        ),
        (
            ["data", "convert", "signings.csv", "--output", "x.json"],
            "no such option: --output\nhelp: the file to write is the last argument: mycity data convert IN OUT",
        ),
        (["claims", "suzhou"], "mycity claims: takes no word 'suzhou'\nhelp: there is mycity claims show ID"),
        (["claims", "show", "a", "b"], "mycity claims show: 'b' is too much\nhelp: it takes ID only"),
    ],
)
def test_an_error_says_what_the_command_has(mycity: Mycity, arguments: list[str], message: str) -> None:
    result = mycity(*arguments)
    assert (result.code, result.out, result.err) == (2, "", f"error: {message}\n")


@pytest.mark.parametrize(
    ("unit", "amount"), [("亿", "525.63"), ("亿元", "525.63"), ("万", "5256300"), ("万元", "5256300")]
)
def test_a_unit_may_be_written_in_chinese(mycity: Mycity, unit: str, amount: str) -> None:
    assert mycity("total", "Suzhou", "--unit", unit).out == f"{amount}\n"
    mycity.monkeypatch.setenv("MYCITY_UNIT", unit)
    assert mycity("total", "Suzhou").out == f"{amount}\n"


def test_a_column_is_meant_whatever_the_case(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,amount,Sector,x,X\nLanzhou,5 yuan,Solar,1,2\n", encoding="utf-8")
    assert (
        mycity("deals", "--data", table, "--columns", "sector,CITY", "--header").out == "Sector\tcity\nSolar\tLanzhou\n"
    )
    assert mycity("deals", "--data", table, "--columns", "x,X").out == "1\t2\n"


def test_a_word_is_looked_up_in_the_data_that_is_asked(mycity: Mycity, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,amount\nLanzhou,5 yuan\n", encoding="utf-8")
    mycity.monkeypatch.setenv("MYCITY_DATA", str(table))
    assert mycity("Lanzhou").err == "error: no such command 'Lanzhou'\nhelp: did you mean mycity deals Lanzhou?\n"
    mycity.monkeypatch.setenv("MYCITY_DATA", str(tmp_path / "nowhere.json"))
    assert mycity("Lanzhou").err.startswith("error: no such command 'Lanzhou'\nhelp: known: deals, ")


# --- statements ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "statement", "caret", "quoted"),
    [
        ("check Suzhou > Xiamen", "Suzhou", 8, "Suzhou > Xiamen"),
        ("check Suzhou > Xiamen + Dongguan", "Suzhou + Dongguan", 19, "Suzhou > Xiamen + Dongguan"),
    ],
)
def test_a_sign_that_the_shell_took_is_told(
    tmp_path: Path, command: str, statement: str, caret: int, quoted: str
) -> None:
    line = ["bash", "-c", f"{' '.join(MYCITY)} {command}"]
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        f"error: nothing is compared\n  {statement}\n{' ' * caret}^\n"
        f"help: the shell took '> Xiamen' for a file, empty now; quote the whole statement: mycity check '{quoted}'\n"
    )


def test_a_file_that_is_meant_is_written(tmp_path: Path) -> None:
    line = ["bash", "-c", f"{' '.join(MYCITY)} check 'Suzhou > Xiamen' > verdict.txt"]
    assert subprocess.run(line, check=False, cwd=tmp_path).returncode == 0
    assert (tmp_path / "verdict.txt").read_text() == "true\tSuzhou > Xiamen\t52563000000\t13550000000\n"


def test_words_that_are_one_statement_together_are_read_so(mycity: Mycity) -> None:
    result = mycity("check", "total", "=", "about", "93", "billion", "yuan")
    assert (result.code, result.out) == (0, "true\ttotal = about 93 billion yuan\t92913000000\t93000000000\n")
    assert result.err == "note: read as one statement: total = about 93 billion yuan\n"
    several = mycity("check", "Suzhou", "Suzhou > Xiamen")
    assert (several.code, several.out) == (2, "true\tSuzhou > Xiamen\t52563000000\t13550000000\n")


@pytest.mark.parametrize(
    ("statement", "code"), [("-Suzhou < 0 yuan", 0), ("-Suzhou = Xiamen", 1), ("-苏州超过厦门", 1), ("-(1 + 2) < 3", 0)]
)
def test_a_statement_may_begin_with_a_minus(mycity: Mycity, statement: str, code: int) -> None:
    result = mycity("check", statement, "-f", "csv", "--columns", "statement", "--no-header")
    assert (result.code, result.err) == (code, "")
    # A spreadsheet would run what begins with a minus.
    assert result.out.lstrip("'") == f"{statement}\n"


# --- other data ---------------------------------------------------------------------------------------------------


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "deals.csv"
    path.write_text("city,amount\nLanzhou,5 yuan\nBeijing,6 yuan\n", encoding="utf-8")
    return path


BUNDLED = "'Xiamen' is a city of the bundled dataset"


@pytest.mark.parametrize("asked", [("deals", "--city", "Xiamen"), ("total", "Xiamen"), ("check", "Xiamen > 1 yuan")])
def test_a_name_of_the_bundled_dataset_is_known_there(mycity: Mycity, table: Path, asked: tuple[str, ...]) -> None:
    result = mycity(*asked, "--data", table)
    assert result.code == 2
    assert result.err.splitlines()[-1].endswith(f"{BUNDLED}: leave out --data to ask that")
    mycity.monkeypatch.setenv("MYCITY_DATA", str(table))
    assert mycity(*asked).err.splitlines()[-1].endswith(f"{BUNDLED}: unset MYCITY_DATA to ask that")


def test_a_name_of_the_usual_data_is_known_there(mycity: Mycity, table: Path, tmp_path: Path) -> None:
    usual = tmp_path / "usual.json"
    usual.write_text('{"places": [{"id": "tongling", "name": "Tongling"}]}', encoding="utf-8")
    mycity.monkeypatch.setenv("MYCITY_DATA", str(usual))
    told = mycity("deals", "--city", "tongling", "--data", table).err.splitlines()[-1]
    assert told.endswith(f"'tongling' is a city of MYCITY_DATA, {usual}: leave out --data to ask that")


def test_a_name_that_nothing_has_is_an_error_as_ever(mycity: Mycity, table: Path) -> None:
    result = mycity("deals", "--city", "Nowhere", "--data", table)
    assert result.err == "error: --city: unknown city 'Nowhere'\nhelp: known: Beijing, Lanzhou\n"
