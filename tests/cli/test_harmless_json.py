"""No JSON that is written holds a character that acts on a terminal, or turns the reading of a line round."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.exchange.as_json import json_line, json_text
from mycity_cli.json_text import harmless

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity

ACTING = "\x7f\x85\x9b\u061c\u200e\u200f\u2028\u202a\u202e\u2066\u2069\ufeff"
NAME = f"Su{ACTING}zhou\u3000城"
_ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@given(st.text(st.sampled_from([*ACTING, *'\x00\x1b\n\t"\\ aé城\u00a0\u3000\U000e0041'])))
def test_it_is_the_same_json(text: str) -> None:
    for written in (json_text({text: [text]}), json_line({text: [text]})):
        assert json.loads(written) == {text: [text]}
        assert _ACTS.search(written) is None


def test_letters_stay_and_spaces_are_told_apart() -> None:
    assert harmless('"Suzhou 苏州 é"\n') == '"Suzhou 苏州 é"\n'
    assert harmless('"a\u3000b\u00a0c"') == r'"a\u3000b\u00a0c"'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a dataset whose city has such a name, and a table with such an amount."""
    monkeypatch.chdir(tmp_path)
    place = {"id": "a", "name": NAME}
    source = {"id": "s", "title": NAME, "publisher": NAME, "language": "en"}
    signing = {
        "id": "d",
        "sources": [{"id": "s"}],
        "kind": "signing",
        "city": "a",
        "amount": "5 million yuan",
        "note": NAME,
    }
    dataset = {"places": [place], "sources": [source], "signings": [signing]}
    (tmp_path / "deals.json").write_text(json.dumps(dataset))
    (tmp_path / "bad.csv").write_text(f"id,city,amount\na,{NAME},5 {ACTING[:5]}\n", encoding="utf-8")
    (tmp_path / "release.txt").write_text(f"{NAME} signed 30 projects worth {ACTING[2]} 5 billion yuan.\n", "utf-8")
    return tmp_path


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "command",
    [
        "deals --data deals.json --columns id,city,note -f json", "cities --data deals.json -f jsonl",
        "show a --data deals.json -f json", "sources --data deals.json -f json",
        "data merge deals.json", "data validate bad.csv -f json", "audit release.txt -f json",
        "audit release.txt --propose", "total --data deals.json --by city -f json", "audit release.txt -f sarif",
        "claims --data deals.json -f json",
    ],
)  # fmt: skip
def test_on_standard_output(mycity: Mycity, command: str) -> None:
    result = mycity(*command.split())
    assert result.code in (0, 1), result.err
    assert _ACTS.search(result.out) is None
    for text in [result.out] if "jsonl" not in command else result.out.splitlines():
        json.loads(text)


@pytest.mark.parametrize("name", ["out.json", "out.jsonl"])
def test_in_a_file(mycity: Mycity, here: Path, name: str) -> None:
    assert mycity("data", "convert", "deals.json", name).code == 0
    written = (here / name).read_text(encoding="utf-8")
    assert _ACTS.search(written) is None
    assert json.dumps(NAME)[1:-1] in json.dumps(json.loads(written))
