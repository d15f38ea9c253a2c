"""What is said in Chinese of files that are tables, and of databases."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from running import Result
from tables.workbooks import rows, workbook

if TYPE_CHECKING:
    from running import Mycity

TABLE = "city,amount\nSuzhou,5 billion yuan\nXiamen,7 billion yuan\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("content", "options", "wrong", "help"),
    [
        (gzip.compress(b"", mtime=0), (), "deals.csv：为空", "数据表有标题行，或至少有一行数据"),
        (
            b"%PDF-1.7",
            (),
            "deals.csv：不是文本",
            "数据表可为 CSV、TSV、JSON、电子表格或 Parquet；由文件扩展名或 --from 确定",
        ),
        (
            TABLE.encode(),
            ("--encoding", "foo"),
            "--encoding：未知的编码“foo”",
            "常用名称有 utf-8、utf-16、gb18030、big5、cp1252（西欧）、cp1250（中欧）、cp1251（东欧）",
        ),
        (
            TABLE.encode() + b"\xe9,1\n",
            ("--encoding", "utf-8"),
            "deals.csv：不是 utf-8 编码：第 4 行的字节 0xe9",
            "可用 --encoding 指定其他编码",
        ),
        (TABLE.encode(), ("--sheet", "2"), "--sheet：仅用于有多张工作表的电子表格", ""),
        (
            b'[{"city": "A" "amount": "1 yuan"}]',
            ("--from", "json"),
            "deals.csv:1:15：不是有效的 JSON：此处应为分隔符“,”",
            "JSON 数据表是由对象组成的数组，或每行一个对象",
        ),
        (
            workbook(North=rows(["City", "Amount"], ["A", 5]), South=rows(["City", "Amount"], ["A", 5])),
            (),
            "deals.csv：多张工作表含有数据表：“North”、“South”",
            "请用 --sheet 指定要读取的工作表，写名称或序号",
        ),
        (
            workbook(North=rows(["City", "Amount"], ["A", 5])),
            ("--sheet", "4"),
            "--sheet：deals.csv 有 1 张工作表，没有第 4 张",
            "",
        ),
    ],
)
def test_what_is_wrong_with_a_file(
    mycity: Mycity, content: bytes, options: tuple[str, ...], wrong: str, help: str
) -> None:
    Path("deals.csv").write_bytes(content)
    result = mycity("total", "--data", "deals.csv", *options, "--lang", "zh")
    assert (result.out, result.err) == ("", _drawn(wrong, help))


def _drawn(wrong: str, help: str) -> str:
    return f"错误：{wrong}\n" + (f"帮助：{help}\n" if help else "")


def test_how_a_file_was_read(mycity: Mycity) -> None:
    Path("deals.csv").write_bytes("city,amount\n苏州,5亿元\n厦门市,7亿元\n".encode("gb18030"))
    assert mycity("total", "--data", "deals.csv", "--lang", "zh") == Result(
        0, "1200000000\n", "说明：deals.csv 按 GB18030 编码读取；可用 --encoding 指定\n"
    )
    Path("deals.csv").rename("deals.xls")
    told = mycity("total", "--data", "deals.xls", "--encoding", "gb18030", "--lang", "zh").err
    assert told.startswith("说明：deals.xls 实为分隔文本，与扩展名不符\n")


@pytest.mark.parametrize(
    ("url", "wrong", "help"),
    [
        (
            "clickhouse://host/name#deals",
            "不查询 ClickHouse：其整数与小数的求和会溢出且不提示",
            "请将数据表导出为 Parquet：--data deals.parquet",
        ),
        ("postgres://host/name#deals", "没有名为“postgres”的可查询数据库", "您是想写 postgresql 吗？"),
        ("sqlite:///none.db#deals", "无法读取：没有那个文件或目录", ""),
        ("duckdb:///none.db#deals", "无法读取：没有那个文件或目录", ""),
        ("sqlite://#deals", "没有写明文件", "请写成 sqlite:///deals.db#deals"),
        ("sqlite:///there.db#deal", "没有名为“deal”的数据表", "您是想写 deals 吗？"),
    ],
)
def test_what_is_wrong_with_a_database(mycity: Mycity, url: str, wrong: str, help: str) -> None:
    with closing(sqlite3.connect("there.db")) as database:
        database.execute("CREATE TABLE deals (city TEXT)")
    assert mycity("total", "--data", url, "--lang", "zh") == Result(3, "", _drawn(f"{url}：{wrong}", help))
