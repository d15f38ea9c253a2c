"""`--json` and `--jq`, as people who know `gh` use them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from examples import raw, signing
from mycity_cli.cli.arguments import FIELDS
from mycity_cli.cli.offers import columns_of
from mycity_cli.dataset import load
from mycity_cli.output.full import record_card
from mycity_cli.output.total_listing import totals
from mycity_cli.query import Group, Measure
from running import Mycity

COMMANDS = ["deals", "conferences", "total", "facts", "sources", "cities", "check", "claims", "audit"]
needs_jq = pytest.mark.skipif(find_spec("jq") is None, reason="the extra jq is not installed")


def read(mycity: Mycity, *arguments: str) -> Any:
    result = mycity(*arguments)
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_json_has_all_fields(mycity: Mycity) -> None:
    found = read(mycity, "deals", "--json")
    assert [list(each) for each in found] == [columns_of("deals", load())] * 4


def test_json_has_the_fields_that_are_named_in_their_order(mycity: Mycity) -> None:
    assert read(mycity, "deals", "--city", "Suzhou", "--json", "amount,id") == [
        {"amount": "52563000000", "id": "suzhou-2022-signing"}
    ]
    assert list(read(mycity, "deals", "--city", "Suzhou", "--json=amount,id")[0]) == ["amount", "id"]


def test_a_word_behind_json_that_is_no_field_is_a_word(mycity: Mycity) -> None:
    assert [each["id"] for each in read(mycity, "deals", "--json", "Suzhou")] == ["suzhou-2022-signing"]
    assert [each["id"] for each in read(mycity, "facts", "--json", "panda", "--limit", "1")] == ["pandas"]
    assert read(mycity, "check", "--json", "Suzhou > Xiamen")["verdict"] == "true"
    assert read(mycity, "check", "--json", "projects(Suzhou, 2022) > 20")["verdict"] == "true"
    assert read(mycity, "show", "--json", "suzhou")["name"] == "Suzhou"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["show", "suzhou", "--json", "name,province"], {"name": "Suzhou", "province": "Jiangsu"}),
        (["check", "Suzhou > Xiamen", "--json", "verdict"], {"verdict": "true"}),
        (["check", "1 = 1", "1 < 2", "--json", "verdict"], [{"verdict": "true"}, {"verdict": "true"}]),
        (["claims", "show", "suzhou-exceeds", "--json", "id"], {"id": "suzhou-exceeds"}),
        (["total", "Suzhou", "--json", "amount"], [{"amount": "52563000000"}]),
        (["total", "--by", "city", "--json", "key", "--limit", "1"], [{"key": "Suzhou"}]),
        (["deals", "nowhere", "--json"], None),
    ],
)
def test_json_is_an_object_where_the_result_is_one(mycity: Mycity, arguments: list[str], expected: Any) -> None:
    result = mycity(*arguments)
    assert (json.loads(result.out) if result.out else None) == expected


def test_audits_and_problems_have_fields_too(mycity: Mycity, tmp_path: Any) -> None:
    release = tmp_path / "release.txt"
    release.write_text("Suzhou: 30 projects worth 52.563 billion yuan.\n", encoding="utf-8")
    assert list(read(mycity, "audit", str(release), "--json", "lang,coverage")) == ["lang", "coverage"]
    data = tmp_path / "d.json"
    data.write_text("{", encoding="utf-8")
    result = mycity("data", "validate", str(data), "--json", "line,code")
    assert (result.code, [list(each) for each in json.loads(result.out)]) == (1, [["line", "code"]])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--json", "nope,id"], "error: --json: unknown field 'nope'\nhelp: did you mean note?\n"),
        (
            ["--json", "-f", "csv"],
            "error: --json: is JSON, and --format asks for csv\nhelp: leave out one of the two\n",
        ),
        (
            ["--json=id", "--columns", "id"],
            "error: --json: names the fields, and --columns does too\nhelp: leave out one of the two\n",
        ),
    ],
)
def test_what_goes_with_no_json_is_refused(mycity: Mycity, arguments: list[str], message: str) -> None:
    result = mycity("deals", *arguments)
    assert (result.code, result.out, result.err) == (2, "", message)


def test_every_field_is_known_before_the_command_is() -> None:
    """A field that is not among them would be taken for a word behind `--json`."""
    dataset = load()
    of_cards = {column.name for id in dataset.by_id for column, _ in record_card(dataset, dataset.by_id[id]).fields}
    of_audits = {"lang", "figures", "signings", "relations", "dataset", "coverage", "unread", "others", "checked"}
    of_problems = {"file", "line", "column", "pointer", "code", "message", "help"}
    of_totals = {column.name for each in Measure for column in totals([], [], Group.CITY, each).columns}
    columns = {name for command in COMMANDS for name in columns_of(command, dataset)}
    assert columns | of_cards | of_audits | of_problems | of_totals <= FIELDS


# --- filters ------------------------------------------------------------------------------------------------------


@needs_jq
@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (["deals", "Suzhou", "--json", "id,amount", "--jq", ".[0].amount"], "52563000000\n"),
        (["deals", "--jq", ".[] | .city"], "Xiamen\nDongguan\nSuzhou\nCupertino\n"),
        (["deals", "--json", "id,part_of", "--jq", ".[1:3]"], None),
        (["deals", "Cupertino", "--jq", ".[].amount"], "\n"),
        (["deals", "--jq", ".[] | select(.projects > 20) | [.city, .projects] | @tsv"], "Dongguan\t27\nSuzhou\t30\n"),
        (["deals", "--jq", "map(.projects // 0) | add, length"], "75\n4\n"),
        (["deals", "--format", "jsonl", "--jq", ".kind"], "investment\n" * 3 + "memorandum\n"),
        (["cities", "Suzhou", "--jq", ".[0].names"], '["苏州","蘇州"]\n'),
        (["check", "Suzhou > Xiamen", "--jq", '.verdict + " \\u001b[31m"'], "true \\x1b[31m\n"),
    ],
)
def test_a_filter_gives_a_result_a_line(mycity: Mycity, arguments: list[str], out: str | None) -> None:
    result = mycity(*arguments)
    assert result.code == 0
    if out is None:
        out = '[{"id":"dongguan-2022-signing","part_of":null},{"id":"suzhou-2022-signing","part_of":null}]\n'
    assert result.out == out


@needs_jq
@pytest.mark.parametrize(
    ("expression", "message"),
    [
        (
            ".[] | foo",
            "foo/0 is not defined\n  .[] | foo\n        ^^^\nhelp: the language is that of jq: '.[] | .city'\n",
        ),
        (
            ".[",
            "syntax error, unexpected end of file\n  .[\n   ^\nhelp: the language is that of jq: '.[] | .city'\n",
        ),
        (".a", 'Cannot index array with string ("a")\nhelp: see what it is given without --jq\n'),
        ('.[0].id, ("no city" | halt_error), .[1].id', "no city\nhelp: see what it is given without --jq\n"),
        ("halt_error(3)", None),
    ],
)
def test_a_wrong_filter_is_wrong_usage(mycity: Mycity, expression: str, message: str | None) -> None:
    result = mycity("deals", "--jq", expression)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: --jq: ") if message is None else result.err == f"error: --jq: {message}"


@needs_jq
@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_no_filter_rounds_a_number(mycity: Mycity, tmp_path: Path, format: str) -> None:
    path = tmp_path / "many.json"
    path.write_text(json.dumps(raw(signings=[signing("many", projects=str(2**53 + 1))])))
    result = mycity("deals", "--data", str(path), "--format", format, "--jq", ".", "--json", "projects_stated")
    assert result.code == 0
    assert str(2**53 + 1) in result.out
    result = mycity("deals", "--data", str(path), "--format", format, "--jq", ".")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: --jq: a filter computes with 17 digits, and would round 9007199254740993\n"
        "help: leave out --jq, and the JSON has all digits\n"
    )


@needs_jq
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_filter_that_never_ends_can_be_ended(name: str) -> None:
    command = [sys.executable, "-m", "mycity_cli", "deals", "--jq", "last(range(1e12))"]
    number = getattr(signal, name)
    with subprocess.Popen(command, start_new_session=True) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(2)
        process.send_signal(number)
        assert process.wait(10) in (-number, 128 + number)


@needs_jq
def test_a_filter_is_looked_at_before_the_data(mycity: Mycity) -> None:
    assert mycity("deals", "--data", "nowhere.json", "--jq", ".[").err.startswith("error: --jq: ")


@needs_jq
def test_numbers_are_left_to_the_filter(mycity: Mycity) -> None:
    result = mycity("deals", "--numbers", "--jq", ".")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: --numbers: a filter computes with 17 digits")


def test_without_jq_the_extra_is_named(mycity: Mycity) -> None:
    mycity.monkeypatch.setitem(sys.modules, "jq", None)
    result = mycity("deals", "--jq", ".")
    assert (result.code, result.out, result.err) == (
        2,
        "",
        "error: --jq: filters are run by jq, which is not installed\nhelp: pip install 'mycity-cli[jq]'\n",
    )
