"""The language: who chooses it, in which order, and what becomes of a wrong one."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from mycity_cli import messages
from mycity_cli.cli.language import behind, choose, language
from mycity_cli.messages import Language, language_of
from running import Result, process

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from running import Mycity

ENGLISH = "error: no such command 'dels'\nhelp: did you mean deals?\n"
CHINESE = "错误：没有命令“dels”\n帮助：您是想写 deals 吗？\n"
TOLD = {Language.ENGLISH: ENGLISH, Language.CHINESE: CHINESE}


@pytest.mark.parametrize("tag", ["zh", "ZH", "zh-CN", "zh_CN", "zh-Hans", "zh_CN.UTF-8", "zh_TW.Big5@radical"])
def test_any_tag_of_a_language_names_it(mycity: Mycity, tag: str) -> None:
    assert language_of(tag) is Language.CHINESE
    assert mycity("--lang", tag, "dels").err == CHINESE


@pytest.mark.parametrize("tag", ["", "z", "zhx", "fr", "cn", "中文", "-zh", "chinese"])
def test_no_other_text_does(tag: str) -> None:
    assert language_of(tag) is None


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "zh", "deals", "--zzz"],
        ["deals", "--lang", "zh", "--zzz"],
        ["deals", "--lang=zh", "--zzz"],
        ["deals", "--zzz", "--lang", "zh"],
        ["--lang", "en", "deals", "--lang", "zh", "--zzz"],
        ["--lang=zh", "--lang", "zh", "deals", "--zzz"],
    ],
)
def test_the_option_stands_anywhere(mycity: Mycity, arguments: list[str]) -> None:
    assert mycity(*arguments) == Result(2, "", "错误：没有选项 --zzz\n帮助：见 mycity deals --help\n")


def test_it_stands_before_a_command_within_another(mycity: Mycity) -> None:
    chinese = "错误：FILES：未给出\n帮助：见 mycity data validate --help\n"
    assert mycity("data", "--lang", "zh", "validate").err == chinese
    assert mycity("--lang", "zh", "data", "validate").err == chinese
    shown = mycity("claims", "show", "suzhou-exceeds", "--json")
    assert mycity("claims", "--lang", "zh", "show", "suzhou-exceeds", "--json") == shown
    assert mycity("claims", "--lang", "fr", "show", "suzhou-exceeds").code == 2


def test_the_last_one_counts(mycity: Mycity) -> None:
    assert mycity("--lang", "zh", "--lang=en", "dels").err == ENGLISH
    assert mycity("--lang=en", "--lang", "zh", "dels").err == CHINESE
    # Typer takes the last one too, which is wrong here; the error is told in the one that can be spoken.
    assert mycity("deals", "--lang", "zh", "--lang", "fr").err == "错误：--lang：未知的语言“fr”\n帮助：已知：en、zh\n"


@pytest.mark.parametrize("arguments", [["--lang", "fr"], ["--lang=fr", "deals"], ["deals", "--lang", "fr"]])
def test_an_unknown_one_is_an_error(mycity: Mycity, arguments: list[str]) -> None:
    assert mycity(*arguments) == Result(2, "", "error: --lang: unknown language 'fr'\nhelp: known: en, zh\n")


def test_none_at_all_is_an_error(mycity: Mycity) -> None:
    assert mycity("deals", "--lang").err.startswith("error: option '--lang' requires an argument\n")
    assert mycity("deals", "--lang", "").err.startswith("error: --lang: unknown language ''\n")


def test_behind_two_dashes_it_is_a_word(mycity: Mycity) -> None:
    assert mycity("deals", "--", "--lang", "zh").err.startswith("error: WORD: unknown word '--lang'")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["deals"], ["deals"]),
        (["--lang", "zh", "deals", "--lang", "en"], ["deals", "--lang", "en"]),
        (["--lang=zh", "--lang", "en", "deals"], ["deals"]),
        (["--lang"], []),
        ([], []),
    ],
)
def test_a_command_line_begins_with_its_command(arguments: list[str], expected: list[str]) -> None:
    assert list(behind(arguments)) == expected


def test_what_a_command_line_means_does_not_depend_on_the_language_before_it(mycity: Mycity) -> None:
    assert mycity("--lang", "en", "check", "-1 < 2") == mycity("check", "-1 < 2")
    for line in (["Suzhou"], ["deals", "--city"], ["deals", "--zzz"], ["cities", "--json", "nam"]):
        assert mycity("--lang", "en", *line) == mycity(*line)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, Language.ENGLISH),
        ({"LANG": "zh_CN.UTF-8"}, Language.CHINESE),
        ({"LANG": "zh_TW"}, Language.CHINESE),
        ({"LANG": "en_US.UTF-8"}, Language.ENGLISH),
        ({"LANG": "de_DE.UTF-8"}, Language.ENGLISH),
        ({"LANG": "C.UTF-8"}, Language.ENGLISH),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, Language.ENGLISH),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, Language.CHINESE),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, Language.ENGLISH),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "", "LC_ALL": ""}, Language.CHINESE),
        # As gettext does it: the list goes before the locale, unless that is the one of programs.
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh"}, Language.CHINESE),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:zh_CN:en"}, Language.CHINESE),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "en:zh"}, Language.ENGLISH),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "fr"}, Language.ENGLISH),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "C:zh"}, Language.ENGLISH),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": ""}, Language.CHINESE),
        ({"LANGUAGE": "zh"}, Language.ENGLISH),
        ({"LC_ALL": "C", "LANGUAGE": "zh"}, Language.ENGLISH),
        ({"LC_ALL": "POSIX", "LANG": "zh_CN.UTF-8"}, Language.ENGLISH),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8", "LANGUAGE": "zh"}, Language.ENGLISH),
        # What is configured goes before the system.
        ({"LANG": "zh_CN.UTF-8", "MYCITY_LANG": "en"}, Language.ENGLISH),
        ({"LC_ALL": "C", "MYCITY_LANG": "zh-Hans"}, Language.CHINESE),
        ({"LANG": "zh_CN.UTF-8", "MYCITY_LANG": ""}, Language.CHINESE),
    ],
)
def test_the_environment_chooses(mycity: Mycity, variables: dict[str, str], expected: Language) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        mycity.monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        mycity.monkeypatch.setenv(name, value)
    assert mycity("dels").err == TOLD[expected]
    assert mycity("dels", "--lang", "en").err == ENGLISH
    assert mycity("dels", "--lang", "zh").err == CHINESE


def test_a_file_chooses_and_the_environment_goes_before_it(mycity: Mycity, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('lang = "zh_CN"\n', "utf-8")
    mycity.monkeypatch.setenv("MYCITY_CONFIG", str(file))
    assert mycity("dels").err == CHINESE
    mycity.monkeypatch.setenv("MYCITY_LANG", "en")
    assert mycity("dels").err == ENGLISH


def test_a_wrong_setting_is_told_in_the_language_of_the_system(mycity: Mycity, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('lang = "zh"\nunit = "x"\n', "utf-8")
    mycity.monkeypatch.setenv("MYCITY_CONFIG", str(file))
    known = "auto, yuan, wan, million, yi, billion, trillion"
    assert mycity("deals").err == f"error: {file}:2: unit: 'x' is none of the values\nhelp: known: {known}\n"
    mycity.monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    known = known.replace(", ", "、")
    chinese = f"错误：{file}:2：unit：“x”不是可用的值\n帮助：已知：{known}\n"
    assert mycity("deals").err == chinese
    # A variable that names the language is right whatever else is wrong.
    mycity.monkeypatch.setenv("LC_ALL", "C")
    mycity.monkeypatch.setenv("MYCITY_LANG", "zh")
    assert mycity("deals").err == chinese
    mycity.monkeypatch.setenv("MYCITY_LANG", "chinese")
    assert mycity("deals").err == "error: MYCITY_LANG: 'chinese' is none of the values\nhelp: known: en, zh\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_stream_without_the_letters_is_told_in_english_unless_chinese_is_asked_for(encoding: str) -> None:
    env = {"LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": encoding}
    assert process("dels", env=env).err == ENGLISH
    written_out = CHINESE.encode("ascii", "backslashreplace").decode()
    assert process("dels", "--lang", "zh", env=env).err == written_out
    assert process("dels", env={**env, "MYCITY_LANG": "zh"}).err == written_out


def test_an_encoding_of_china_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.GB18030")
    for encoding, expected in (
        ("gb18030", Language.CHINESE),
        ("utf-16", Language.CHINESE),
        ("cp1252", Language.ENGLISH),
        ("big5", Language.ENGLISH),
        ("euc-jp", Language.ENGLISH),
        ("cp949", Language.ENGLISH),
    ):
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
        choose([])
        assert language() is expected, encoding
    choose([])


def test_without_a_catalogue_it_is_told_in_english(mycity: Mycity, tmp_path: Path) -> None:
    mycity.monkeypatch.setattr(messages, "LOCALE", tmp_path)
    assert mycity("dels", "--lang", "zh") == Result(
        3, "", "error: --lang zh: has no catalogue of messages here\nhelp: install mycity again\n"
    )
    for variable, value in (("MYCITY_LANG", "zh"), ("LC_ALL", "zh_CN.UTF-8")):
        with mycity.monkeypatch.context() as patch:
            patch.setenv(variable, value)
            assert mycity("dels").err == f"{UNSPOKEN}{ENGLISH}"
            assert mycity("dels", "--lang", "en").err == ENGLISH


UNSPOKEN = "note: this is in English: there is no catalogue of messages in zh that can be read; install mycity again\n"


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda _: b"",
    lambda whole: whole[:1000],
    lambda whole: whole[:-9],
    lambda _: b"x" * 99,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_catalogue_is_as_none(mycity: Mycity, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    damaged = tmp_path / "zh" / "LC_MESSAGES" / "mycity.mo"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(damage((messages.LOCALE / "zh" / "LC_MESSAGES" / "mycity.mo").read_bytes()))
    mycity.monkeypatch.setattr(messages, "LOCALE", tmp_path)
    assert mycity("dels", "--lang", "zh").err.startswith("error: --lang zh: has no catalogue")
    mycity.monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert mycity("dels").err == f"{UNSPOKEN}{ENGLISH}"


@pytest.mark.parametrize("command", ["deals", "total", "config", "claims", "sources"])
@pytest.mark.parametrize("format", ["json", "jsonl", "tsv", "csv"])
def test_what_programs_read_is_the_same_in_every_language(mycity: Mycity, command: str, format: str) -> None:
    english = mycity(command, "-f", format)
    assert mycity(command, "-f", format, "--lang", "zh").out == english.out


def test_the_listing_of_settings_says_what_the_system_speaks(mycity: Mycity) -> None:
    assert "en, as the system says" in mycity("config", "-f", "markdown").out
    mycity.monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "zh, as the system says" in mycity("config", "-f", "markdown", "--lang", "en").out
