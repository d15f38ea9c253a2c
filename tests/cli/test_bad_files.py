"""Files that are no datasets, of every kind that a path can lead to: told quickly, with the right exit code."""

from __future__ import annotations

import json
import os
import resource
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from examples import raw, signing
from mycity_cli.dataset.reading import MOST_BYTES
from running import MYCITY, Result, process

if TYPE_CHECKING:
    from running import Mycity

FOLDER = "give a file: a dataset, or a table such as signings.csv"
DEEP = "nested more than 100 deep [nested-too-deep]"


def first_line(mycity: Mycity, path: Path, content: bytes) -> str:
    """Return the first line of what `total` says to a file, which it refuses."""
    path.write_bytes(content)
    result = mycity("total", "--data", path)
    assert (result.code, result.out) == (3, "")
    validated = mycity("data", "validate", path)
    assert (validated.code, validated.out) == (1, result.err)
    return result.err.splitlines()[0].removeprefix(f"error: {path}:")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"a": ' + b"[" * 100_000, f"1:106: {DEEP}"),
        (b'{"a":' * 100_000, f"1:501: {DEEP}"),
        (b'{"title": NaN}', "1:11: /title: NaN is no number [no-number]"),
        (b'{"title": -Infinity}', "1:11: /title: -Infinity is no number [no-number]"),
        (b'{"title": 1e400}', "1:11: /title: not a text [wrong-type]"),
        (b'{"title": ' + b"9" * 10_000 + b"}", "1:11: /title: a number of more than 4300 digits [number-too-large]"),
        (b'{"title": 1e' + b"9" * 1_000 + b"}", "1:11: /title: not a text [wrong-type]"),
        (b'{"title": "\xff"}', "1:12: not in UTF-8: the byte 0xff [not-utf8]"),
        (b'{\r\n"title":\r\n "caf\xc3\xa9 \xe9"}', "3:8: not in UTF-8: the byte 0xe9 [not-utf8]"),
        ('{"title": "x"}'.encode("utf-16"), "1:1: in UTF-16, not in UTF-8 [not-utf8]"),
        (b'{"places": [{"id": "a"', "1:23: /places/0: the file ends inside the object that starts in line 1: "),
        (b"\n \n", "1:1: the file is empty [json-syntax]"),
        (b"5", "1:1: not an object: {...} [wrong-type]"),
        (b'{"signings": {}}', "1:14: /signings: not a list: [...] [wrong-type]"),
        (b'{"a/b~c": 1}', "1:2: /a~1b~0c: unknown field 'a/b~c' [unknown-field]"),
        (b'{"\\u001b[31m": 1}', "1:2: /\\x1b[31m: unknown field '\\x1b[31m' [unknown-field]"),
        (b'{"title": "\x1b[31m"}', "1:12: a control character in a text: \\x1b [json-syntax]"),
        (b'{"title": "\\ud800"}', "1:12: \\ud800 is half a character [json-syntax]"),
        (b'{"title": "\\ud83d\\ude00", "city": 5}', "1:35: /city: not a text [wrong-type]"),
        (b"\x00" * 10, "1:1: expected a value, found '\\x00' [json-syntax]"),
        ('{\u2028"title": 1}'.encode(), "1:2: expected a key or '}', found '\\u2028' [json-syntax]"),
        (b'{"title": "a", "title": "a"}', "1:16: /title: the key 'title' is given twice, first in line 1"),
        (b'{"title" : "a",\n"title" : "a"}', "2:1: /title: the key 'title' is given twice, first in line 1"),
        (b'{"city": null, "\\u0063ity": null}', "1:16: /city: the key 'city' is given twice, first in line 1"),
    ],
)
def test_content_that_is_no_dataset(mycity: Mycity, tmp_path: Path, content: bytes, message: str) -> None:
    assert first_line(mycity, tmp_path / "d.json", content).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{'title': 1}", "1:2: expected a key or '}', found ' [json-syntax]"),
        ("{title: 1}", "1:2: expected a key or '}', found 'title' [json-syntax]"),
        ('{"title" "x"}', "1:10: expected ':', found '\"x\"' [json-syntax]"),
        ('{"title": "x" "city": "y"}', "1:15: expected a comma or '}', found '\"city\"' [json-syntax]"),
        ('{"places": [1, 2,]}', "1:17: /places: a comma before the closing ] [json-syntax]"),
        ('{"places": [1}', "1:14: /places: expected a comma or ']', found '}' [json-syntax]"),
        ('{"places": [}', "1:13: /places: expected a value or ']', found '}' [json-syntax]"),
        ('{"title": ,}', "1:11: expected a value, found ',' [json-syntax]"),
        ("{} {}", "1:4: expected the end of the file, found '{' [json-syntax]"),
        ("{} x", "1:4: expected the end, found 'x' [json-syntax]"),
        ('{"title": None}', "1:11: 'None' is no value of JSON [json-syntax]"),
        ('{"title": 01}', "1:11: '01' is no number of JSON [json-syntax]"),
        ('{"title": .5}', "1:11: '.5' is no number of JSON [json-syntax]"),
        ('{"title": 5 billion}', "1:13: expected a comma or '}', found 'billion' [json-syntax]"),
        ('{"title": 5billion}', "1:11: '5billion' is no number of JSON [json-syntax]"),
        ('{"title": "a\nb"}', "1:11: a text that does not end in its line [json-syntax]"),
        ('{"title": "C:\\path"}', "1:14: '\\p' is no escape of JSON [json-syntax]"),
        ('{"title": "\\u12"}', "1:12: '\\u12\"}' is no escape of JSON [json-syntax]"),
        ("{ // ours\n}", "1:3: a comment, which JSON does not have [json-syntax]"),
        ("# ours\n{}", "1:1: a comment, which JSON does not have [json-syntax]"),
        ("{“title”: 1}", "1:2: expected a key or '}', found “ [json-syntax]"),
        ("<html>", "1:1: expected a value, found '<' [json-syntax]"),
        ("id,city\n", "1:1: expected a value, found 'id' [json-syntax]"),
        ('{"title": ]', "1:11: expected a value, found ']' [json-syntax]"),
        ('{"title": "a",}', "1:14: a comma before the closing } [json-syntax]"),
        ("]", "1:1: expected a value, found ']' [json-syntax]"),
        ("-", "1:1: expected a value, found '-' [json-syntax]"),
    ],
)
def test_text_that_is_no_json_is_told_where_it_ends_to_be(
    mycity: Mycity, tmp_path: Path, text: str, message: str
) -> None:
    assert first_line(mycity, tmp_path / "d.json", text.encode()) == message


def test_a_folder_a_link_and_names_that_lead_nowhere(mycity: Mycity, tmp_path: Path) -> None:
    loop, link = tmp_path / "loop", tmp_path / "link"
    loop.symlink_to(loop)
    link.symlink_to(tmp_path / "real.json")
    for path, why in ((tmp_path, f"Is a directory\nhelp: {FOLDER}"), (loop, "Too many levels of symbolic links")):
        assert mycity("total", "--data", path) == Result(3, "", f"error: {path}: cannot be read: {why}\n")
    assert mycity("total", "--data", link).err == f"error: {link}: cannot be read: No such file or directory\n"
    (tmp_path / "real.json").write_text("{}", encoding="utf-8")
    assert mycity("total", "--data", link) == Result(0, "0\n", "")
    assert mycity("data", "validate", "a\0b").err == "error: a\\x00b: cannot be read: embedded null byte\n"


def test_a_file_that_may_not_be_read(mycity: Mycity, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = tmp_path / "d.json"
    path.touch(mode=0)
    assert mycity("total", "--data", path) == Result(3, "", f"error: {path}: cannot be read: Permission denied\n")


def test_a_file_larger_than_the_limit_is_not_read(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    assert mycity("total", "--data", path) == Result(3, "", f"error: {path}: is larger than 256 MiB\n")


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))


def test_a_device_without_end_is_refused_before_it_fills_the_memory() -> None:
    command = [*MYCITY, "total", "--data", "/dev/zero"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, preexec_fn=limited)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("error: /dev/zero:1:1: expected a value, found '\\x00' [json-syntax]\n")
    assert process("total", "--data", "/dev/null").err.startswith("error: /dev/null:1:1: the file is empty")


def test_a_pipe_is_a_file() -> None:
    command = f"{' '.join(MYCITY)} total --data <(echo '{{}}')"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "0\n", "")


def test_many_problems_on_one_line_are_told_each_with_its_part_of_the_line(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    signings = [signing(f"s{n}", city="nowhere", amount="lots") for n in range(2000)]
    path.write_text(json.dumps(raw(signings=signings)), encoding="utf-8")
    result = mycity("data", "validate", path)
    assert result.code == 1
    *told, more = result.out.splitlines()
    assert "\n".join(told).count("\nhelp: ") == "\n".join(told).count("error: ") == 1000
    assert more == f"error: {path}: 3,000 more problems, not shown"
    assert max(map(len, result.out.splitlines())) < 200


def test_text_of_a_file_never_acts_on_the_terminal(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    evil = "\x1b[31m\u202e[bold]"
    content = raw(signings=[signing(evil, city=evil, amount=evil, date=evil)], **{evil: evil})
    path.write_text(json.dumps(content), encoding="utf-8")
    for result in (mycity("data", "validate", path, columns=80), mycity("total", "--data", path)):
        assert all(character.isprintable() or character == "\n" for character in result.out + result.err)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    assert all(c.isprintable() or c == "\n" for c in mycity("total", "--data", path).err)
