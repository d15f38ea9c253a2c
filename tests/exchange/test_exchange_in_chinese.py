"""What is said in Chinese of datasets that are converted and merged."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from running import Result

if TYPE_CHECKING:
    from running import Mycity


@pytest.fixture(autouse=True)
def _folder(mycity: Mycity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    mycity("data", "init", ".")


def test_datasets_that_contradict_each_other(mycity: Mycity) -> None:
    content = json.loads(Path("dataset.json").read_text())
    content["places"][1] |= {"name": "Another City", "province": "Jiangsu"}
    del content["places"][1]["aliases"]
    Path("other.json").write_text(json.dumps(content))
    assert mycity("data", "merge", "dataset.json", "other.json", "--output", "both.json", "--lang", "zh") == Result(
        3,
        "",
        "错误：other.json：places[1]（“other-city”）：与 dataset.json 中的 places[1] 不同："
        '此处 name：“Another City”，彼处：“Other City”；此处缺少 aliases，彼处：["City of Others"]；'
        "此处 province：“Jiangsu”，彼处缺少\n帮助：请改为一致，或为其中一条换一个标识\n",
    )


def test_what_is_left_out_of_datasets(mycity: Mycity) -> None:
    content = json.loads(Path("dataset.json").read_text())
    Path("other.json").write_text(json.dumps(content | {"title": "Another"}))
    told = mycity("data", "merge", "dataset.json", "other.json", "--output", "both.json", "--lang", "zh").err
    assert told == "说明：已略去 other.json 的 title\n"


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("out.foo", 2, "OUT：没有扩展名为“.foo”的格式\n帮助：已知："),
        ("out", 2, "OUT：没有扩展名，无法判断格式\n帮助：已知："),
        ("none/out.json", 3, "none/out.json：无法写入：没有那个文件或目录\n"),
        ("dataset.json/out.json", 3, "dataset.json/out.json：无法写入：不是目录\n"),
        ("there.csv", 2, "there.csv：已存在\n帮助：可用 --force 替换\n"),
    ],
)
def test_a_file_that_cannot_be_written(mycity: Mycity, name: str, code: int, told: str) -> None:
    Path("there.csv").touch()
    result = mycity("data", "convert", "dataset.json", name, "--lang", "zh")
    assert result.code == code
    assert result.err.startswith(f"错误：{told}")


def test_a_database_that_is_no_dataset(mycity: Mycity) -> None:
    with closing(sqlite3.connect("deals.sqlite")) as database:
        for table in ("dataset", "places", "signings"):
            database.execute(f"CREATE TABLE {table} (id TEXT)")
    result = mycity("data", "convert", "deals.sqlite", "out.json", "--lang", "zh")
    assert result == Result(
        3,
        "",
        "错误：deals.sqlite：不是 SQLite 格式的数据集：no such column: schema_uri\n"
        "帮助：可读取的是由 mycity data convert 写出的文件，或含有同样各表的文件\n",
    )
