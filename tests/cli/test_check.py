"""`mycity check`, as its users see it."""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples import dataset, signing
from mycity_cli import __version__
from mycity_cli.bundled import bundled
from mycity_cli.dataset import load
from mycity_cli.exchange.as_json import as_json
from running import MYCITY, Mycity, Result

[_EIN] = [source for source in load().sources if source.id == "ein-2022-11-08"]
EIN = {
    "id": _EIN.id, "at": None, "title": _EIN.title, "publisher": _EIN.publisher, "date": "2022-11-08",
    "language": "en", "url": _EIN.url,
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "out"),
    [
        (["Suzhou > Xiamen + Dongguan"], 0, "true\tSuzhou > Xiamen + Dongguan\t52563000000\t40350000000\n"),
        (["total = about 93 billion yuan"], 0, "true\ttotal = about 93 billion yuan\t92913000000\t93000000000\n"),
        (["total > 92.9 billion"], 4, "undecided\ttotal > 92.9 billion\t92913000000\t92900000000\n"),
        (["total > 93 billion"], 1, "false\ttotal > 93 billion\t92913000000\t93000000000\n"),
        (["Cupertino > 1 yuan"], 4, "not checkable\tCupertino > 1 yuan\t\t\n"),
        (
            ["Suzhou / total > 50%", "projects(2022) = 75"],
            0,
            "true\tSuzhou / total > 50%\t0.565723\t0.5\ntrue\tprojects(2022) = 75\t75\t75\n",
        ),
        (["Suzhou > Xiamen", "--unit", "billion"], 0, "true\tSuzhou > Xiamen\t52.563\t13.55\n"),
        (["Suzhou > Xiamen", "--columns", "verdict,margin,unit"], 0, "true\t39013000000\tCNY\n"),
        (["Suzhou > Xiamen", "--quiet"], 0, ""),
        (["Suzhou < Xiamen", "-q"], 1, ""),
        (["total = 93 billion yuan", "--as-stated", "-q"], 1, ""),
    ],
)
def test_a_line_for_each_statement_and_an_exit_code(mycity: Mycity, arguments: list[str], code: int, out: str) -> None:
    result = mycity("check", *arguments)
    assert (result.code, result.out) == (code, out)
    assert result.err == ""


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["1 = 1", "total > 92.9 billion"], 4),
        (["total > 92.9 billion", "1 = 2"], 1),
        (["1 = 2", "1 ="], 2),
        (["1 = 1"], 0),
    ],
)
def test_the_exit_code_is_the_worst(mycity: Mycity, statements: list[str], code: int) -> None:
    assert mycity("check", *statements).code == code


def test_a_tolerance_is_echoed_and_what_it_changes_is_told(mycity: Mycity) -> None:
    result = mycity("check", "total = 90 billion yuan", "Suzhou > Xiamen", "--tolerance", "5%")
    assert result.code == 0
    assert result.err == (
        "note: compared with a tolerance of 5%\n"
        "note: true only with the tolerance of 5%: without it false: total = 90 billion yuan\n"
    )


def test_the_proof_on_a_terminal(mycity: Mycity) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    result = mycity("check", "total = about 93 billion yuan", columns=80)
    assert result.out.splitlines() == [
        "Verdict      true",
        "Statement    total = about 93 billion yuan",
        "Since        the left side agrees with the right, at the precision stated",
        "Left         92.913 billion yuan (92.8575 to 92.9685 billion yuan)",
        "Right        93 billion yuan (92.5 to 93.5 billion yuan)",
        "Margin       -87 million yuan (0.1% of the right side)",
        "By rounding  -642.5 to 468.5 million yuan",
        "Term         total: 92.913 billion yuan (92.8575 to 92.9685 billion yuan); from",
        "             xiamen-2022-signing, dongguan-2022-signing, suzhou-2022-signing; by",
        "             ein-2022-11-08 (paragraph 9), ein-2022-11-08 (paragraph 10),",
        "             ein-2022-11-08 (paragraph 11)",
    ]


def test_the_proof_of_a_lower_bound_names_what_is_missing(mycity: Mycity, tmp_path: Path) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    data = tmp_path / "data.json"
    listed = [signing("stated", amount="5.0 billion yuan"), signing("silent"), signing("friends", amount="none")]
    data.write_text(as_json(dataset(*listed)), encoding="utf-8")
    result = mycity("check", "total < 93 billion", "--data", data, columns=80)
    assert result.code == 4
    assert result.out.splitlines() == [
        "Verdict    undecided",
        "Statement  total < 93 billion",
        "Since      the figures that are stated do not settle it; a sum is a lower bound,",
        "           no amount stated for silent",
        "Left       5 billion yuan (at least 4.95 billion yuan)",
        "Right      93 billion yuan",
        "Margin     -88 billion yuan (94.6% of the right side)",
        "Possible   at least -88.05 billion yuan",
        "Term       total: 5 billion yuan (at least 4.95 billion yuan); from stated; by",
        "           paper",
        "Left out   silent: no amount stated",
    ]
    [verdict] = json.loads(mycity("check", "total < 93 billion", "1 = 1", "--data", data, "-f", "json").out)[:1]
    assert (verdict["verdict"], verdict["left"]["low"], verdict["left"]["high"]) == ("undecided", "4950000000", None)
    assert verdict["left_out"] == [{"reason": "no amount stated", "records": ["silent"]}]


def test_a_statement_in_words_is_told_in_signs_and_its_parts_are_proved(mycity: Mycity) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    result = mycity("check", "Suzhou exceeds Xiamen and not total < 92.9 billion yuan", columns=80)
    assert result.code == 4
    assert result.out.splitlines()[:12] == [
        "Verdict      undecided",
        "Statement    Suzhou exceeds Xiamen and not total < 92.9 billion yuan",
        "Read as      (Suzhou > Xiamen) and (not (total < 92.9 billion yuan))",
        "Since        of its 2 parts 1 true, 1 undecided",
        "Part         true: Suzhou > Xiamen",
        "Since        it agrees with the figures, however they were rounded",
        "Left         52.563 billion yuan (52.5625 to 52.5635 billion yuan)",
        "Right        13.55 billion yuan (13.545 to 13.555 billion yuan)",
        "Margin       39.013 billion yuan (287.9% of the right side)",
        "By rounding  39.0075 to 39.0185 billion yuan",
        "Part         undecided: total < 92.9 billion yuan",
        "Since        the precision of the figures does not settle it",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("苏州超过厦门", 0),
        ("苏州低于厦门 或 苏州高于东莞", 0),
        ("苏州超过厦门 且 苏州低于东莞", 1),
        ("not total > 92.9 billion", 4),
    ],
)
def test_the_exit_code_follows_the_whole(mycity: Mycity, text: str, code: int) -> None:
    assert mycity("check", "--quiet", text).code == code


def test_parts_in_json_have_their_sides(mycity: Mycity) -> None:
    verdict = json.loads(mycity("check", "Suzhou > Xiamen or Suzhou < 1 yuan", "--format", "json").out)
    assert [(part["statement"], part["verdict"], part["left"]["value"]) for part in verdict["parts"]] == [
        ("Suzhou > Xiamen", "true", "52563000000"),
        ("Suzhou < 1 yuan", "false", "52563000000"),
    ]
    assert (verdict["verdict"], verdict["left"], [term["name"] for term in verdict["terms"]]) == (
        "true",
        None,
        ["Suzhou", "Xiamen"],
    )


@pytest.mark.parametrize("columns", [40, 80])
def test_the_proof_fits_the_terminal(mycity: Mycity, columns: int) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    result = mycity("check", "Suzhou / total > 50%", "conferences(city=Xiamen, since=2022-06) = 1", columns=columns)
    assert max(map(len, result.out.splitlines())) <= columns
    assert "56.572277%" in result.out


def test_json_of_one_statement_is_an_object(mycity: Mycity) -> None:
    result = mycity("check", "Suzhou > 52 billion", "--format", "json")
    assert json.loads(result.out) == {
        "statement": "Suzhou > 52 billion",
        "read_as": None,
        "verdict": "true",
        "left": {"value": "52563000000", "low": "52562500000", "high": "52563500000", "unit": "CNY"},
        "right": {"value": "52000000000", "low": "52000000000", "high": "52000000000", "unit": "CNY"},
        "margin": {
            "value": "563000000", "low": "562500000", "high": "563500000", "unit": "CNY", "share": "0.010827",
        },
        "parts": [],
        "terms": [
            {
                "name": "Suzhou", "value": "52563000000", "low": "52562500000", "high": "52563500000", "unit": "CNY",
                "records": ["suzhou-2022-signing"], "sources": ["ein-2022-11-08"],
                "evidence": [
                    {
                        "record": "suzhou-2022-signing", "stated": "52.563 billion yuan", "date": "2022-11-03",
                        "row": None, "file": None, "quote": None, "sources": [EIN | {"at": "paragraph 11"}],
                    }
                ],
            }
        ],
        "left_out": [],
        "reason": "it agrees with the figures, however they were rounded",
        "tolerance": None,
        "provenance": {
            "version": __version__,
            "data": "deals.json",
            "title": "Mianyang's promotion conferences and what was signed at them",
            "date": "2022-11-08",
            "files": [{"name": "deals.json", "sha256": sha256(bundled().read_bytes()).hexdigest()}],
            "table": None,
        },
    }  # fmt: skip


def test_json_of_several_is_a_list_and_what_is_missing_is_null(mycity: Mycity) -> None:
    first, second = json.loads(mycity("check", "products > 500", "1/0 = 1", "-f", "json").out)
    assert first["left"] == {"value": 500, "low": 500, "high": None, "unit": "count"}
    assert (second["left"], second["margin"], second["verdict"]) == (None, None, "not checkable")


def run_with_input(given: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*MYCITY, "check", *arguments], input=given, capture_output=True, check=False)


def test_statements_from_standard_input_one_a_line() -> None:
    done = run_with_input("\ufeff# a comment\n\n  苏州 > 厦门\r\nSuzhou < Xiamen\n".encode(), "-")
    assert (
        done.stdout.decode()
        == "true\t苏州 > 厦门\t52563000000\t13550000000\nfalse\tSuzhou < Xiamen\t52563000000\t13550000000\n"
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_file_with_mistakes_is_read_to_its_end(tmp_path: Path, mycity: Mycity) -> None:
    path = tmp_path / "statements.txt"
    path.write_bytes(b"Suzho > 1 yuan\n\xff\xfe > 2\n1 = 1\n")
    result = mycity("check", "--file", path)
    assert (result.code, result.out) == (3, "true\t1 = 1\t1\t1\n")
    assert result.err == (
        f"error: {path}:1: unknown name 'Suzho'\n  Suzho > 1 yuan\n  ^^^^^\nhelp: did you mean Suzhou?\n"
        f"error: {path}:2: is no UTF-8: byte 1 of the line\n"
    )


def test_a_file_that_is_not_there(mycity: Mycity) -> None:
    result = mycity("check", "--file", "nothing.txt")
    assert (result.code, result.out) == (3, "")
    assert result.err == "error: nothing.txt: cannot be read: No such file or directory\n"


def test_no_statement_at_all(mycity: Mycity) -> None:
    result = mycity("check")
    assert (result.code, result.err) == (
        2, "error: STATEMENT: there is no statement to check\nhelp: see 'mycity check --help'\n",
    )  # fmt: skip


def test_a_total_in_a_pipe_pays_neither_for_tables_nor_for_the_parser() -> None:
    code = (
        "import sys; from mycity_cli.cli.main import run; run(['total']); "
        "sys.exit(bool({'rich', 'lark', 'mycity_cli.statement'} & set(sys.modules)))"
    )
    assert subprocess.run([MYCITY[0], "-c", code], capture_output=True, check=False).returncode == 0


words = st.sampled_from(
    [
        "Suzhou",
        "苏州",
        "total",
        "projects(",
        "2022",
        ")",
        ">",
        "=",
        "<=",
        "+",
        "-",
        "*",
        "/",
        "93 billion",
        "50%",
        "about",
        "0",
        "(",
        "亿元",
    ]
)
texts = st.one_of(st.text(), st.lists(words, max_size=12).map(" ".join), st.lists(words, max_size=12).map("".join))


@given(text=texts.filter(lambda text: text != "-"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all_ends_with_a_documented_exit_code(mycity: Mycity, text: str) -> None:
    result = mycity("check", "--", text)
    assert result.code in {0, 1, 2, 4}
    assert "Traceback" not in result.err


def test_the_names_that_a_table_has_are_offered_once_each(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("city,amount\nSuzhou,5 yuan\nXiamen,3 yuan\n", encoding="utf-8")
    wrong = "error: unknown name 'Atlantis'\n  Atlantis > 3 yuan\n  ^^^^^^^^\nhelp: known: Suzhou, Xiamen, total"
    assert mycity("check", "Atlantis > 3 yuan", "--as-written", "--data", path) == Result(2, "", f"{wrong}\n")
    # What is known of a place has more names for it.
    more = "苏州, 蘇州, 苏州市, Suzhou City, Soochow and 7 more"
    assert mycity("check", "Atlantis > 3 yuan", "--data", path) == Result(2, "", f"{wrong}, {more}\n")


# --- lines without an end ------------------------------------------------------------------------------------------

TOO_LONG = "is longer than 64 KiB\nhelp: a statement is a line of text; this line, and what follows it, is not read\n"


def test_a_device_without_lines_ends_at_once() -> None:
    with Path("/dev/zero").open("rb") as zero:
        done = subprocess.run(
            [*MYCITY, "check", "-"], stdin=zero, capture_output=True, text=True, check=False, timeout=20
        )
    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"error: standard input:1: {TOO_LONG}")
    done = subprocess.run(
        [*MYCITY, "check", "-F", "/dev/zero"], capture_output=True, text=True, check=False, timeout=20
    )
    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"error: /dev/zero:1: {TOO_LONG}")


def test_a_line_that_is_too_long_is_named_and_nothing_of_it_is_checked(tmp_path: Path, mycity: Mycity) -> None:
    path = tmp_path / "statements.txt"
    path.write_text(f"1 = 1\n1 = 2 {' ' * 65536}\n3 = 3\n")
    result = mycity("check", "--file", path)
    assert result == Result(3, "true\t1 = 1\t1\t1\n", f"error: {path}:2: {TOO_LONG}")


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_the_longest_line_is_read_whatever_ends_it(tmp_path: Path, mycity: Mycity, end: str) -> None:
    path = tmp_path / "statements.txt"
    path.write_bytes(f"# {'x' * 65534}{end}".encode())
    assert mycity("check", "--file", path) == Result(0, "", "")
    path.write_bytes(f"# {'x' * 65535}{end}".encode())
    assert mycity("check", "--file", path) == Result(3, "", f"error: {path}:1: {TOO_LONG}")
