"""What `mycity data validate` says: of valid files, of bad ones, of several, to people and to editors."""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from examples import claim, raw, signing
from mycity_cli.dataset import bundled
from running import Result

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity

HELD = "5 places, 2 sources, 5 conferences, 4 signings, 15 facts, 9 claims"
BAD = '{\n  "title": "苏州",\n  "titel": "x",\n  "city": "Su"\n}\n'
UNKNOWN = (
    "error: {}:3:3: /titel: unknown field 'titel' [unknown-field]\n"
    '    "titel": "x",\n'
    "    ^^^^^^^\n"
    "help: did you mean title?\n"
)
NO_ID = (
    "error: {}:4:11: /city: no id [bad-id]\n"
    '    "city": "Su"\n'
    "            ^^^^\n"
    "help: ids are lower-case letters and digits, with single hyphens between: suzhou-2022-signing\n"
)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.json"
    path.write_text(BAD, encoding="utf-8")
    return path


def given(mycity: Mycity, content: bytes) -> None:
    mycity.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_valid_file_is_said_to_be_valid(mycity: Mycity, tmp_path: Path) -> None:
    assert mycity("data", "validate", bundled()) == Result(0, f"{bundled()}: valid: {HELD}\n", "")
    (tmp_path / "empty.json").write_text("{}", encoding="utf-8")
    assert mycity("data", "validate", tmp_path / "empty.json").out == f"{tmp_path}/empty.json: valid: no records\n"
    assert mycity("data", "validate", "-f", "json", bundled()) == Result(0, "[]\n", "")


def test_every_problem_is_told_at_its_place(mycity: Mycity, bad: Path) -> None:
    assert mycity("data", "validate", bad) == Result(1, UNKNOWN.format(bad) + NO_ID.format(bad), "2 problems\n")


def test_editors_get_the_parts_of_every_problem(mycity: Mycity, bad: Path) -> None:
    result = mycity("data", "validate", bad, "--format", "json")
    assert (result.code, result.err) == (1, "")
    assert json.loads(result.out) == [
        {
            "file": str(bad),
            "line": 3,
            "column": 3,
            "pointer": "/titel",
            "code": "unknown-field",
            "message": "unknown field 'titel'",
            "help": "did you mean title?",
        },
        {
            "file": str(bad),
            "line": 4,
            "column": 11,
            "pointer": "/city",
            "code": "bad-id",
            "message": "no id",
            "help": "ids are lower-case letters and digits, with single hyphens between: suzhou-2022-signing",
        },
    ]


def test_several_files_are_told_one_after_the_other(mycity: Mycity, bad: Path) -> None:
    result = mycity("data", "validate", bundled(), bad, "missing.json")
    assert result == Result(
        3,
        f"{bundled()}: valid: {HELD}\n{UNKNOWN.format(bad)}{NO_ID.format(bad)}",
        "error: missing.json: cannot be read: No such file or directory\n2 problems in 1 of 2 files\n",
    )


def test_standard_input_is_a_file(mycity: Mycity) -> None:
    given(mycity, bundled().read_bytes())
    assert mycity("data", "validate", "-") == Result(0, f"standard input: valid: {HELD}\n", "")
    assert mycity("data", "validate", "-") == Result(3, "", "error: standard input: is closed\n")
    given(mycity, BAD.encode())
    assert mycity("data", "validate", "-").out == UNKNOWN.format("standard input") + NO_ID.format("standard input")


@pytest.mark.parametrize("command", ["total", "deals", "conferences", "facts", "sources", "cities", "claims"])
def test_every_command_reads_its_data_from_standard_input(mycity: Mycity, command: str, bad: Path) -> None:
    given(mycity, bundled().read_bytes())
    assert mycity(command, "--data", "-") == mycity(command)
    given(mycity, BAD.encode())
    problems = UNKNOWN.format("standard input") + NO_ID.format("standard input")
    assert mycity(command, "--data", "-") == Result(3, "", problems)
    assert mycity(command, "--data", bad) == Result(3, "", UNKNOWN.format(bad) + NO_ID.format(bad))


def test_statements_and_data_do_not_both_come_from_standard_input(mycity: Mycity) -> None:
    given(mycity, bundled().read_bytes())
    assert mycity("check", "-", "--data", "-") == Result(
        2,
        "",
        "error: standard input: holds the statements and the dataset at once\n"
        "help: give one of them as a file: --file statements.txt\n",
    )


def test_a_closed_standard_input_is_an_error(mycity: Mycity) -> None:
    mycity.monkeypatch.setattr(sys, "stdin", None)
    assert mycity("total", "--data", "-") == Result(3, "", "error: standard input: is closed\n")


def test_statements_are_read_in_a_file_with_other_problems_too(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    claims = [claim("a", statement="1 ="), claim("b", statement="Suzhuo = 1"), claim("c", reason="r"), "d"]
    path.write_text(json.dumps(raw(claims=claims), indent=1), encoding="utf-8")
    problems = json.loads(mycity("data", "validate", "-f", "json", path).out)
    assert [(each["pointer"], each["code"]) for each in problems] == [
        ("/claims/0/statement", "unreadable-statement"),
        ("/claims/3", "wrong-type"),
    ]
    path.write_text(json.dumps(raw(claims=claims[:3]), indent=1), encoding="utf-8")
    problems = json.loads(mycity("data", "validate", "-f", "json", path).out)
    assert [(each["pointer"], each["message"]) for each in problems] == [
        ("/claims/0/statement", "expected a figure or a name, found the end"),
        ("/claims/1/statement", "unknown name 'Suzhuo'"),
    ]


def test_a_name_of_several_places_in_a_statement_is_a_problem_of_the_statement(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    places = [{"id": "one", "name": "Suzhou"}, {"id": "two", "name": "Suzhou"}]
    content = {"places": places, "sources": raw()["sources"], "claims": [claim("a", statement="Suzhou = 1 yuan")]}
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    result = mycity("data", "validate", path)
    assert (result.code, result.out.splitlines()[0]) == (
        1,
        f"error: {path}:36:18: /claims/0/statement of 'a': several are called 'Suzhou' [unreadable-statement]",
    )
    assert mycity("check", "Suzhou = 1 yuan", "--data", path) == Result(
        2,
        "",
        "error: several are called 'Suzhou'\n  Suzhou = 1 yuan\n  ^^^^^^\nhelp: say which by its id: one or two\n",
    )


def test_contradictions_are_told_by_no_other_command(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    twice = [signing(id, date="2022-11-03", amount=f"{n} billion yuan") for id, n in (("a", 5), ("b", 7))]
    path.write_text(json.dumps(raw(signings=twice)), encoding="utf-8")
    assert [each["code"] for each in json.loads(mycity("data", "validate", "-f", "json", path).out)] == [
        "figures-disagree"
    ]
    assert mycity("total", "--data", path).code == 0
    path.write_text(json.dumps(raw(signings=[*twice, 5])), encoding="utf-8")
    assert [each["code"] for each in json.loads(mycity("data", "validate", "-f", "json", path).out)] == [
        "figures-disagree",
        "wrong-type",
    ]


@pytest.mark.parametrize("columns", [40, 80])
def test_no_excerpt_is_wider_than_the_terminal(mycity: Mycity, tmp_path: Path, columns: int) -> None:
    path = tmp_path / "d.json"
    path.write_text(
        json.dumps(raw(signings=[signing("a", amount="五 bilion yuan")]), ensure_ascii=False), encoding="utf-8"
    )
    result = mycity("data", "validate", path, columns=columns)
    excerpt = [line for line in result.out.splitlines() if line.startswith("  ")]
    assert len(excerpt) == 2
    assert len(excerpt[0]) < columns
    assert excerpt[0][excerpt[1].index("^") :].startswith("bilion") or "^^^^^^" in excerpt[1]


# --- more problems than anybody reads ------------------------------------------------------------------------------

MANY = 50_000


@pytest.fixture
def flooded(tmp_path: Path) -> Path:
    """Return a file of 100 kB in one line, with a problem in every second byte."""
    path = tmp_path / "many.json"
    path.write_text(f'{{"signings": [{",".join("0" * MANY)}]}}')
    return path


def test_the_first_of_many_problems_are_told_and_all_are_counted(mycity: Mycity, flooded: Path) -> None:
    result = mycity("data", "validate", flooded)
    lines = result.out.splitlines()
    assert (result.code, result.err) == (1, f"{MANY} problems\n")
    assert sum(line.startswith(f"error: {flooded}:1:") for line in lines) == 1000
    assert lines[-1] == f"error: {flooded}: 49,000 more problems, not shown"
    assert len(result.out) < 1_000_000


def test_scripts_get_how_many_problems_are_not_told(mycity: Mycity, flooded: Path) -> None:
    result = mycity("data", "validate", flooded, "--format", "json")
    told = json.loads(result.out)
    assert (result.code, result.err, len(told)) == (1, "", 1001)
    assert {each["code"] for each in told[:-1]} == {"wrong-type"}
    assert told[-1] == {
        "file": str(flooded),
        "line": None,
        "column": None,
        "pointer": "",
        "code": "more-problems",
        "message": "49,000 more problems, not shown",
        "help": "",
    }


@pytest.mark.parametrize("command", [["total", "--data"], ["data", "convert"], ["data", "merge"]])
def test_every_command_tells_the_first_of_many_problems(
    mycity: Mycity, flooded: Path, command: list[str], tmp_path: Path
) -> None:
    result = mycity(*command, flooded, *([tmp_path / "out.csv"] if "convert" in command else []))
    lines = result.err.splitlines()
    assert (result.code, result.out) == (3, "")
    assert sum(line.startswith("error: ") for line in lines) == 1001
    assert lines[-1] == f"error: {flooded}: 49,000 more problems, not shown"


@pytest.mark.parametrize(
    "content",
    [
        f'{{"signings": [{",".join("0" * 100_000)}]}}',
        f'{{"signings": [{",".join(["{}"] * 66_000)}]}}',
        f'{{"places": [{",".join(["[]"] * 66_000)}]}}',
        "{" + ",".join(f'"{n}":0' for n in range(20_000)) + "}",
        '{"facts":[{' + ",".join(['"a":NaN'] * 25_000) + "}]}",
        '{"facts":[{' + ",".join(f'"a{n}":0' for n in range(18_000)) + "}]}",
        "[" * 200_000,
        "0" * 200_000,
        '"' * 200_000,
        '{"claims":[' + ",".join(['{"statement":"("}'] * 11_000) + "]}",
    ],
    ids=["numbers", "objects", "lists", "keys", "twice", "fields", "nested", "digits", "quotes", "statements"],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from Linux")
@pytest.mark.parametrize("command", [["data", "validate"], ["total", "--data"]])
def test_a_small_bad_file_takes_little_memory(tmp_path: Path, content: str, command: list[str]) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content)
    code = (
        "import sys; from mycity_cli.cli.main import run; code = run(sys.argv[1:]); "
        # The peak of this process alone: `ru_maxrss` begins with that of the one which started it.
        "print(code, *(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", code, *command, str(path)], capture_output=True, text=True, check=True)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    exit_code, kilobytes = done.stdout.splitlines()[-1].split()
    is_dataset = not content.startswith("[")  # an array is a table, and such a one is none that can be read
    assert exit_code == ("1" if is_dataset and "validate" in command else "3")
    assert int(kilobytes) < 350_000
    assert ended.ru_utime - started.ru_utime < 10
