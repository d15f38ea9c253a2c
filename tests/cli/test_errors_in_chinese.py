"""What the command line finds wrong, and what it notes, as a reader of Chinese sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mycity_cli.cli.unforeseen import unforeseen
from mycity_cli.messages import Language
from running import Result

if TYPE_CHECKING:
    from pathlib import Path

    from running import Mycity

SEE = "帮助：见 mycity deals --help"


@pytest.fixture
def chinese(mycity: Mycity) -> Mycity:
    mycity.monkeypatch.setenv("MYCITY_LANG", "zh")
    return mycity


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["deals", "--citty", "x"], "没有选项 --citty\n帮助：您是想写 --city 吗？"),
        (["deals", "--zzz"], f"没有选项 --zzz\n{SEE}"),
        (["deals", "--city"], f"选项 --city 缺少值\n{SEE}"),
        (["deals", "-c"], f"选项 -c 缺少值\n{SEE}"),
        (["deals", "--help=1"], f"选项 --help 不带值\n{SEE}"),
        (["--city", "Suzhou"], "没有选项 --city\n帮助：选项应写在命令之后：mycity deals --city Suzhou"),
        (
            ["data", "convert", "a.json", "-o", "b.csv"],
            "没有选项 -o\n帮助：要写入的文件是最后一个参数：mycity data convert IN OUT",
        ),
        (["--install-completion"], ("没有选项 --install-completion\n"
         "帮助：mycity completion SHELL 输出该脚本，SHELL 可为 bash、zsh、fish")),
        (["dels"], "没有命令“dels”\n帮助：您是想写 deals 吗？"),
        (["it's"], "没有命令“it's”\n帮助：您是想写 mycity facts 'it'\"'\"'s' 吗？"),
        (["苏州"], "没有命令“苏州”\n帮助：您是想写 mycity deals 苏州 吗？"),
        (["formats"], "没有命令“formats”\n帮助：您是想写 mycity help formats 吗？"),
        (["data", "validat"], "没有命令“validat”\n帮助：您是想写 validate 吗？"),
        (["show"], "ID：未给出\n帮助：见 mycity show --help"),
        (["completion"], "SHELL：未给出\n帮助：请从 bash、zsh、fish 中选一个，如 mycity completion bash"),
        (["completion", "tcsh"], "SHELL：未知的 shell“tcsh”\n帮助：已知：bash、zsh、fish"),
        (["config", "x"], "mycity config：不接受“x”\n帮助：只接受选项"),
        (["claims", "show", "a", "b"], "mycity claims show：多出“b”\n帮助：只接受 ID"),
        (["claims", "x"], "mycity claims：不接受“x”\n帮助：可用的有 mycity claims show ID"),
        (["deals", "--limit", "x"], f"--limit：“x”不是整数\n{SEE}"),
        (["deals", "--limit", "-1"], f"--limit：-1 小于 0\n{SEE}"),
        (["deals", "--year", "12345678"], f"--year：12345678 大于 9999\n{SEE}"),
        (["deals", "--year", "9" * 5000], f"--year：5000 位的数过大\n{SEE}"),
        (["deals", "--color", "x"], "--color：未知的颜色设置“x”\n帮助：已知：auto、always、never"),
        (["deals", "--decimal", ";"], "--decimal：未知的小数点“;”\n帮助：已知：.、,"),
        (["deals", "--from", "xml"], "--from：未知的格式“xml”\n帮助：您是想写 xlsx 吗？"),
        (["deals", "--negative", "no"], "--negative：未知的值“no”\n帮助：已知：allow、refuse"),
        (
            ["deals", "-f", "svg"],
            ("--format：此命令没有 svg 格式\n帮助：mycity total --by city 可绘制 svg；"
            "此命令可输出 table、tsv、csv、json、jsonl、markdown、html、xlsx、md"),
        ),
        (["deals", "-o", "x"], ("--output：“x”没有扩展名\n"
         "帮助：已知：.txt、.csv、.tsv、.json、.jsonl、.ndjson、.md、.markdown、.html、.htm、.xlsx；或给出 --format")),
        (["deals", "-o", "http://a/b"], "--output：是 URL，结果只能写入文件\n帮助：请给出文件名"),
        (["total", "--json", "-f", "csv"], "--json：输出 JSON，而 --format 要求 csv\n帮助：请去掉其中一个"),
        (["cities", "--json", "nam"], "--json：“nam”不是字段，也没有城市的文字含有它\n帮助：您是想写 name 吗？"),
        (["show", "suzhou-2022-sgning"], "ID：未知的记录“suzhou-2022-sgning”\n帮助：您是想写 suzhou-2022-signing 吗？"),
        (["claims", "--url", "x"], "--url：仅用于 --format claimreview\n帮助：请去掉 --url"),
        (["deals", "--sheet", "x"], "--sheet：仅用于数据表\n帮助：数据集自身已说明各字段"),
    ],
)  # fmt: skip
def test_wrong_usage(chinese: Mycity, arguments: list[str], message: str) -> None:
    assert chinese(*arguments) == Result(2, "", f"错误：{message}\n")


def test_a_word_that_begins_several_ids(chinese: Mycity) -> None:
    result = chinese("show", "2022")
    assert result.err.startswith("错误：ID：有 7 条记录的标识含有“2022”\n帮助：请指明：ein-2022-11-08、xiamen-2022、")
    assert chinese("show", "suzhou-2022-s", "-f", "json").err == "说明：“suzhou-2022-s”视为 suzhou-2022-signing\n"


def test_what_variables_say(chinese: Mycity) -> None:
    chinese.monkeypatch.setenv("MYCITY_UNITT", "yi")
    chinese.monkeypatch.setenv("MYCITY_ZZZZZ", "1")
    assert chinese("total").err == (
        "说明：MYCITY_UNITT 不是 mycity 的变量，不起作用：您是想写 MYCITY_UNIT 吗？\n"
        "说明：MYCITY_ZZZZZ 不是 mycity 的变量，不起作用：见 mycity help environment\n"
    )
    for name in ("MYCITY_UNITT", "MYCITY_ZZZZZ"):
        chinese.monkeypatch.delenv(name)
    chinese.monkeypatch.setenv("MYCITY_MAP", "city")
    assert chinese("total").err == "错误：MYCITY_MAP：“city”没有给出名称\n帮助：请写 city=Host City;date=Signed\n"
    chinese.monkeypatch.setenv("MYCITY_MAP", "town=X")
    assert chinese("total").err.startswith("错误：MYCITY_MAP：未知的列“town”\n")


def test_what_a_configuration_says(chinese: Mycity, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('unit = 3\npager = 3\ndata = ""\nmap = 3\n', "utf-8")
    chinese.monkeypatch.setenv("MYCITY_CONFIG", str(file))
    assert chinese("deals").err == (
        f"错误：{file}:1：unit：不是可用的值\n"
        "帮助：已知：auto、yuan、wan、million、yi、billion、trillion\n"
        f"错误：{file}:2：pager：不是命令\n"
        '帮助：请写 pager = "less -S"；不用则写 pager = ""\n'
        f"错误：{file}:3：data：不是文件名\n"
        '帮助：请写 data = "deals.csv"\n'
        f"错误：{file}:4：map：不是 TOML 的表\n"
        "帮助：请写成 [map]\n"
    )


def test_names_that_other_data_knows(chinese: Mycity, tmp_path: Path) -> None:
    chinese("data", "init", tmp_path / "own")
    data = tmp_path / "own" / "dataset.json"
    told = chinese("deals", "--city", "Dongguan", "--data", data).err
    assert told.endswith("帮助：“Dongguan”是内置数据集中的城市：去掉 --data 即可查询\n")
    chinese.monkeypatch.setenv("MYCITY_DATA", str(data))
    told = chinese("deals", "--city", "Dongguan").err
    assert told.endswith("帮助：“Dongguan”是内置数据集中的城市：取消设置变量 MYCITY_DATA 即可查询\n")


def test_commands_for_files(chinese: Mycity, tmp_path: Path) -> None:
    chinese.monkeypatch.chdir(tmp_path)
    assert chinese("data", "init", "own").err == (
        "说明：own/README.md 说明了数据集的写法；下一步：mycity data validate own/dataset.json\n"
    )
    assert chinese("data", "init", "").err == ("错误：DIR：为空\n帮助：请给出文件夹，如 figures；当前文件夹写 .\n")
    assert chinese("data", "convert", "own/dataset.json", "all.csv").err == (
        "说明：未写入：2 个地点、1 个来源、1 场会议（仅保留标识）；"
        "1 条其他数据、1 条说法、title、description、city、$schema；转换回来时请用 --like own/dataset.json\n"
    )
    assert chinese("data", "convert", "all.csv", "back.json").err == (
        "说明：仅有名称：2 个地点、1 个来源、1 场会议；请补全，或给出 --like DATASET\n"
    )
    assert chinese("data", "merge", "own/dataset.json", "all.csv").err == (
        "错误：all.csv：是数据表，不是数据集\n帮助：请先转换为数据集：mycity data convert all.csv all.json\n"
    )
    assert chinese("data", "merge", "own/dataset.json", "own/dataset.json").err.startswith(
        "说明：own/dataset.json 给出了两次\n"
    )
    assert chinese("total", "--data", "all.csv", "-o", "all.csv", "--force").err == (
        "错误：--output：就是要读取的“all.csv”\n帮助：请写入另一个文件\n"
    )
    assert chinese("show", "x", "--data", "all.csv").err == (
        "错误：all.csv：数据表只含签约\n"
        "帮助：请给出数据集文件；deals、conferences、total、sources、cities 和 check 也能读取数据表\n"
    )


def test_a_mistake_of_mycity(chinese: Mycity) -> None:
    assert unforeseen(RuntimeError("no"), []).draw(language=Language.CHINESE) == (
        "错误：意外错误：RuntimeError: no\n"
        "帮助：这是 mycity 的错误：请连同所用的命令一起报告；加上 MYCITY_DEBUG=1 可显示出错位置"
    )
