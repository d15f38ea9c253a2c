"""What `mycity data validate` says in Chinese: all that people read, and nothing of what programs read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from gallery import GALLERY, Bad
from mycity_cli.dataset import bundled
from mycity_cli.model import LISTS, Dataset
from running import Result

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity

BAD = '{\n  "title": "苏州",\n  "titel": "x",\n  "city": "Su"\n}\n'
TOLD = (
    "错误：{0}:3:3：/titel：未知的字段“titel” [unknown-field]\n"
    '    "titel": "x",\n'
    "    ^^^^^^^\n"
    "帮助：您是想写 title 吗？\n"
    "错误：{0}:4:11：/city：不是标识 [bad-id]\n"
    '    "city": "Su"\n'
    "            ^^^^\n"
    "帮助：标识由小写字母和数字组成，中间可用单个连字符，如 suzhou-2022-signing\n"
)
NAMES = {
    *("mycity", "JSON", "UTF", "Parquet", "parquet", "NaN", "Infinity", "true", "false", "null", "none"),
    *("suzhou", "signing", "billion"),
    *Dataset.model_fields,
    *(field for kind in LISTS.values() for field in kind.model_fields),
}
"""Words that are the same in every language: formats, what is typed, the fields of records; and examples."""


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.json"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_every_problem_is_told(mycity: Mycity, bad: Path) -> None:
    assert mycity("--lang", "zh", "data", "validate", bad) == Result(1, TOLD.format(bad), "2 个问题\n")


def test_files_are_told_to_be_valid_by_what_they_hold(mycity: Mycity, bad: Path, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    table.write_text("city,amount\nSuzhou,1 yuan\nTotal,1 yuan\n", encoding="utf-8")
    (tmp_path / "empty.json").write_text("{}", encoding="utf-8")
    found = mycity("data", "validate", "--lang", "zh", bundled(), tmp_path / "empty.json", table, bad)
    held = "5 个地点、2 个来源、5 场会议、4 次签约、15 条其他数据、9 条说法"
    assert found.out == (
        f"{bundled()}：有效：{held}\n"
        f"{tmp_path}/empty.json：有效：没有记录\n"
        f"{table}：有效：1 次签约；略去合计行 1 行\n"
        f"{TOLD.format(bad)}"
    )
    assert found.err.endswith("\n4 个文件中有 1 个有问题，共 2 个问题\n")


def test_what_programs_read_is_english(mycity: Mycity, bad: Path) -> None:
    english = mycity("data", "validate", "--format", "json", bad)
    assert mycity("--lang", "zh", "data", "validate", "--format", "json", bad).out == english.out
    mycity.monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert mycity("data", "validate", "--format", "json", bad).out == english.out
    assert [each["message"] for each in json.loads(english.out)] == ["unknown field 'titel'", "no id"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "文件为空"),
        ("{", "第 1 行开始的对象尚未结束，文件已到末尾：此处应为键或“}”"),
        ('{"a" 1}', "此处应为“:”，却是“1”"),
        ("{'a': 1}", "此处应为键或“}”，却是 '"),
        ('{"a": [1 2]}', "此处应为逗号或“]”，却是“2”"),
        ('{"a": 1}}', "文件应到此结束，却是“}”"),
        ('{"a": 012}', "“012”不是 JSON 的数"),
        ('{"a": tru}', "此处应为值，却是“tru”"),
    ],
)
def test_a_text_that_is_no_json(mycity: Mycity, tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    first = mycity("data", "validate", path, "--lang", "zh").out.partition("\n")[0]
    assert re.sub(r"^错误：\S+?:1:\d+：(/\S+?：)?", "", first) == f"{told} [json-syntax]"


@pytest.mark.parametrize("bad", [each for each in GALLERY if not each.is_table], ids=lambda each: each.code)
def test_a_problem_of_each_code_has_no_english_word(mycity: Mycity, tmp_path: Path, bad: Bad) -> None:
    path = tmp_path / bad.name
    path.write_bytes(bad.content)
    lines = mycity("data", "validate", path, "--lang", "zh").out.splitlines()
    told = " ".join(line.replace(str(path), "") for line in lines if line.startswith(("错误：", "帮助：")))
    content = bad.content.decode(errors="replace")
    assert words_of(told) - words_of(content) - words_of(bad.code) <= NAMES


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\b[A-Za-z][A-Za-z_]+", text))
