"""`mycity help`: the commands and the topics, the help of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from mycity_cli.cli.app import COMMANDS, root_command
from mycity_cli.cli.described import all_commands
from mycity_cli.manual import TOPICS
from running import Result, english_in

if TYPE_CHECKING:
    from running import Mycity

SCRIPT = "'mycity completion SHELL' prints the script, for bash, zsh, fish"


def test_without_a_topic_it_lists_commands_and_topics(mycity: Mycity) -> None:
    result = mycity("help")
    assert (result.code, result.err) == (0, "")
    first = [line.split()[0] for line in result.out.splitlines() if line.startswith("  ") and line[2] != " "]
    assert first == [*COMMANDS, *TOPICS]
    assert result.out.endswith("'mycity help NAME' tells more about a command or a topic.\n")


@pytest.mark.parametrize("name", TOPICS)
def test_each_topic_is_shown(mycity: Mycity, name: str) -> None:
    result = mycity("help", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{name}: ")
    assert "`" not in result.out
    assert mycity("help", name.upper()) == result


@pytest.mark.parametrize("names", [["deals"], ["data"], ["data", "convert"], ["help"]])
def test_the_help_of_a_command_is_the_same_as_of_its_option(mycity: Mycity, names: list[str]) -> None:
    assert mycity("help", *names) == mycity(*names, "--help")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["formts"], "unknown topic or command 'formts'\nhelp: did you mean formats?\n"),
        (["dels"], "unknown topic or command 'dels'\nhelp: did you mean deals?\n"),
        (
            ["figures", "dates"],
            (
                "'dates' is too much: 'figures' is a topic, and takes no further word\n"
                "help: did you mean mycity help dates?\n"
            ),
        ),
        (["Figures", "xx"], "'xx' is too much: 'Figures' is a topic, and takes no further word\n"),
        (["exit"], "unknown topic or command 'exit'\nhelp: did you mean exit-codes?\n"),
        (["data", "conv"], "unknown command of 'data' 'conv'\nhelp: did you mean convert?\n"),
    ],
)
def test_an_unknown_topic_is_an_error_with_the_nearest(mycity: Mycity, names: list[str], message: str) -> None:
    assert mycity("help", *names) == Result(2, "", f"error: TOPIC: {message}")


def test_a_command_has_no_topics(mycity: Mycity) -> None:
    result = mycity("help", "deals", "formats")
    assert (result.code, result.err) == (2, "error: TOPIC: unknown command of 'deals' 'formats'\n")


def test_no_example_is_broken_within_quotes(mycity: Mycity) -> None:
    shown = re.sub(r"\x1b\[\d*m", "", mycity("check", "--help", columns=80).out)
    assert "\n  'Suzhou is more than 50 billion yuan and not Xiamen exceeds Dongguan'\n" in shown
    examples = shown.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert [line for line in examples if line.count("'") % 2] == []


def test_a_topic_is_as_wide_as_the_terminal(mycity: Mycity) -> None:
    shown = mycity("help", "environment", columns=48).out
    plain = re.sub(r"\x1b\[\d*m", "", shown)
    assert max(map(len, plain.splitlines())) <= 48
    assert "\x1b[1mMYCITY_DATA\x1b[0m" in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["formats"], "no such command 'formats'\nhelp: did you mean mycity help formats?\n"),
        (["--install-completion"], f"no such option: --install-completion\nhelp: {SCRIPT}\n"),
    ],
)
def test_who_looks_for_help_elsewhere_is_led_to_it(mycity: Mycity, arguments: list[str], told: str) -> None:
    assert mycity(*arguments) == Result(2, "", f"error: {told}")


def plain(text: str) -> str:
    return re.sub(r"\x1b\[\d*m", "", text)


OVERVIEW = """\
命令：
  deals        列出签约：何时、何地、多少项目、多少金额、由谁公布
  conferences  列出会议，以及在各场会议上签约的内容
  total        精确合计签约内容，并说明数字的舍入留下多少余地
  facts        列出关于城市的其他数据（签约除外）：数字、人物、战略
  sources      列出公布数字的来源，以及引用各来源的记录数
  cities       列出地点及其各种名称，以及在各地举办的会议数和签约次数
  show         完整显示一条记录：签约连同其会议和各部分，并注明出自来源的何处
  check        判定关于数字的陈述，如实考虑舍入，并逐一给出证明
  claims       重新核算来源的每一条说法，指出哪些与数字相符
  audit        读取新闻稿，重新核算其中关于自身数字的说法，并与数据集比较
  report       生成网页形式的数据简报：合计、图表、签约、说法和其他数据，逐一注明来源
  data         检查、新建、合并和转换您自己的数据集，并写明数据表的读法
  help         列出命令和主题，或介绍其中一个
  config       显示每项设置及其值，以及由何处设定：环境、项目、用户或默认
  completion   输出 shell 补全 mycity 命令行所用的脚本：bash、zsh 或 fish

主题：
  selecting      如何筛选记录
  formats        结果的格式，以及其中的内容
  figures        金额、数目和占比的写法，以及各自代表的数值
  dates          日、月、年和时间段的写法，以及何时算作符合
  statements     mycity check 判定的内容
  tables         如何读取您自己的数据表
  exit-codes     命令的退出码表示什么
  environment    mycity 读取的环境变量
  configuration  保存设置的文件

mycity help NAME 介绍一个命令或主题。
"""
SHOW = """\
用法：mycity show ID [OPTIONS]

完整显示一条记录：签约连同其会议和各部分，并注明出自来源的何处

参数：
  ID  任何记录的标识、其开头或其中一部分，或城市的名称
"""


def test_help_in_chinese(mycity: Mycity, monkeypatch: pytest.MonkeyPatch) -> None:
    assert plain(mycity("help", "--lang", "zh", columns=100).out) == OVERVIEW
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert plain(mycity("show", "-h", columns=100).out).startswith(SHOW)
    assert mycity("help", "show", columns=100) == mycity("show", "--help", columns=100)


@pytest.mark.parametrize("names", [(), *all_commands(root_command())], ids=" ".join)
def test_the_help_of_a_command_in_chinese_has_no_english_and_fits(mycity: Mycity, names: tuple[str, ...]) -> None:
    result = mycity(*names, "--help", "--lang", "zh")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"用法：{' '.join(('mycity', *names))}")
    told, _, rest = result.out.partition("示例：\n")
    assert english_in(told.partition("\n")[2]) == []
    assert english_in(rest.partition("\n\n")[2]) == []
    assert [line for line in told.splitlines() if cell_len(line) > 80] == []


@pytest.mark.parametrize("name", TOPICS)
def test_each_topic_is_shown_in_chinese(mycity: Mycity, name: str) -> None:
    result = mycity("help", name, "--lang", "zh")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{name}：")
    assert "`" not in result.out
    if name == "tables":
        assert "\n选项：\n  --map COLUMN=NAME   某列在数据表中的名称" in result.out
    if name == "formats":
        assert "\n  table     （.txt）供人阅读" in result.out


def test_an_unknown_topic_is_told_in_chinese(mycity: Mycity) -> None:
    told = mycity("help", "formts", "--lang", "zh").err
    assert told == "错误：TOPIC：未知的主题或命令“formts”\n帮助：您是想写 formats 吗？\n"
    told = mycity("help", "data", "conv", "--lang", "zh").err
    assert told == "错误：TOPIC：未知的“data”子命令“conv”\n帮助：您是想写 convert 吗？\n"
