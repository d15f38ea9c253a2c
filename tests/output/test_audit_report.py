"""The report of an audit on a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from making_audits import FUJIAN, NOTHING, made, relation
from mycity_cli.output.audit_report import report
from mycity_cli.output.render import Style
from mycity_cli.period import Period
from mycity_cli.release.findings import Audit, Compared, FoundSigning

CHINESE = made(
    "福建签约[92个项目]，总投资[1057亿元]。\n"
    "其中，利用外资项目[69个]，总投资[751亿元]；境外投资项目[23个]，总投资[308亿元]，规模最大。\n"
    "Une ville",
    name="福州.txt",
    languages="zz-",
    relations=[relation("sum", [3, 5], 1, "false", "751亿元 + 308亿元 = 1057亿元", "the parts add up to 1059亿元")],
)


def shown(*audits: Audit, width: int | None = 80, color: bool = False) -> list[str]:
    return "".join(report(audits, Style(width=width, color=color))).split("\n")


def test_what_fails_comes_first_and_the_coverage_last() -> None:
    assert shown(FUJIAN) == [
        "fuzhou.txt:1:65: false: the parts do not add up to the total",
        "  Fujian signed 92 projects in Fuzhou, with a total investment of 105.7 billion",
        "                                                                  ^^^^^^^^^^^^^",
        "  yuan.",
        "  ^^^^",
        "  These break down into 69 projects worth 75.1 billion yuan and 23 projects",
        "                                          ^^^^^^^^^^^^^^^^^",
        "  worth 30.8 billion yuan.",
        "        ^^^^^^^^^^^^^^^^^",
        "  Statement  75.1 billion yuan + 30.8 billion yuan = 105.7 billion yuan",
        "  Since      the parts add up to 105.9 billion yuan, not to 105.7 billion yuan",
        "",
        "fuzhou.txt:1:65: undecided: whether the one exceeds the other",
        "  Fujian signed 92 projects in Fuzhou, with a total investment of 105.7 billion",
        "                                                                  ^^^^^^^^^^^^^",
        "  yuan.",
        "  ^^^^",
        "  The rest, about 5%, is more than 3 billion yuan.",
        "                                   ^^^^^^^^^^^^^^",
        "  Statement  105.7 billion yuan > 3 billion yuan",
        "  Since      so it is",
        "",
        "fuzhou.txt:1:15: true: the parts add up to the total",
        "  Fujian signed 92 projects in Fuzhou, with a total investment of 105.7 billion",
        "                ^^^^^^^^^^^",
        "  yuan.",
        "  These break down into 69 projects worth 75.1 billion yuan and 23 projects",
        "                        ^^^^^^^^^^^                             ^^^^^^^^^^^",
        "  worth 30.8 billion yuan.",
        "  Statement  69 projects + 23 projects = 92 projects",
        "  Since      the parts add up to 92",
        "",
        "fuzhou.txt:1:15: differs: the signing is not as in the dataset: fuzhou-2021",
        "  Fujian signed 92 projects in Fuzhou, with a total investment of 105.7 billion",
        "                ^^^^^^^^^^^                                       ^^^^^^^^^^^^^",
        "  yuan.",
        "  ^^^^",
        "  True   projects = 92",
        "  False  amount = 105 billion yuan",
        "",
        "City    Promoter  Projects  Amount              Part  Dataset",
        "Fuzhou  Fujian          92  105.7 billion yuan        fuzhou-2021",
        "Fuzhou  Fujian          69  75.1 billion yuan   part  not in the dataset",
        "",
        "fuzhou.txt: 8 figures: 7 in a relation, 1 not checkable; 3 relations: 1 true, 1",
        "false, 1 undecided; 2 signings: 1 not as in the dataset, 1 not in the dataset",
        "",
    ]


def test_in_chinese_on_a_narrow_terminal_with_what_was_not_read() -> None:
    assert shown(CHINESE, NOTHING, width=40) == [
        "福州.txt:1:14: false: the parts do not",
        "add up to the total",
        "  福建签约92个项目，总投资1057亿元。",
        "                          ^^^^^^^^",
        "  其中，利用外资项目69个，总投资751亿元",
        "                                ^^^^^^^",
        "  ；境外投资项目23个，总投资308亿元，规",
        "                            ^^^^^^^",
        "  模最大。",
        "  Statement  751亿元 + 308亿元 =",
        "             1057亿元",
        "  Since      the parts add up to",
        "             1059亿元",
        "",
        "福州.txt: 6 figures: 3 in a relation, 3",
        "not checkable; 1 relation: 1 false; 1",
        "passage not read, neither English nor",
        "Chinese",
        "not read: line 3",
        "",
        "quiet.txt: no figures",
        "",
    ]


NEW = made(
    "Fujian signed [92 projects] worth [105.7 billion yuan] in Fuzhou.",
    signings=[FoundSigning("Fujian", "Fuzhou", Period.parse("2021-07-14"), 0, 1, part=False, mentions=(0, 1))],
    compared=[Compared(0, None, "new")],
)


def test_signings_stand_below_each_other_where_a_table_of_them_has_no_room() -> None:
    assert shown(NEW, width=40)[:7] == [
        "Date      2021-07-14",
        "City      Fuzhou",
        "Promoter  Fujian",
        "Projects  92",
        "Amount    105.7 billion yuan",
        "Dataset   not in the dataset",
        "",
    ]


@pytest.mark.parametrize("width", [20, 30, 40, 50, 60, 80, 100, None])
def test_no_column_of_the_signings_is_left_out_at_any_width(width: int | None) -> None:
    text = " ".join(" ".join(shown(NEW, width=width)).split())
    assert all(each in text for each in ("2021-07-14", "Fuzhou", "Fujian", "92", "105.7 billion", "not in the dataset"))


@pytest.mark.parametrize("width", [1, 5, 40, 80, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    # Of the labels of fields and the headings of tables each word stays whole.
    longest = max(width, 2 * len("Statement"))
    assert max(cell_len(line) for line in shown(FUJIAN, CHINESE, width=width)) <= max(longest, 34)
    if width >= 40:
        assert max(cell_len(line) for line in shown(FUJIAN, CHINESE, width=width)) <= width


def test_in_colour_the_verdict_and_the_figures_stand_out() -> None:
    lines = shown(FUJIAN, color=True)
    assert lines[0] == "\x1b[1mfuzhou.txt:1:65\x1b[0m: \x1b[1;31mfalse\x1b[0m: the parts do not add up to the total"
    assert "of \x1b[1m105.7 billion\x1b[0m" in lines[1]


def test_a_long_sentence_is_shown_around_its_figures() -> None:
    long = made(
        f"{'before ' * 500}[5 projects]{' between' * 500} [5 projects]{' after' * 500}.",
        relations=[relation("restated", [0], 1)],
    )
    (text,) = [line for line in shown(long, width=None) if "projects" in line and "Statement" not in line]
    assert text.startswith("  …")
    assert text.endswith("…")
    assert text.count("5 projects") == 2
    assert text.count("…") == 3
    assert len(text) < 300


def test_of_many_sentences_the_first_are_shown() -> None:
    lines = "\n".join(f"Item {number}: [5 projects]." for number in range(30))
    text = shown(made(lines, relations=[relation("sum", range(29), 29)]), width=None)
    assert "  … and 22 more sentences" in text
    assert "  Item 7: 5 projects." in text
    assert "  Item 8: 5 projects." not in text


def test_what_the_text_and_its_name_hold_acts_on_no_terminal() -> None:
    hostile = made(
        "a\x1b[5 projects]\u202e and\t[6 projects]\x07 (red)x",
        name="\x1b]0;x\x07.txt",
        relations=[relation("restated", [0], 1, "false", "\x1b[31m", "\u2028")],
        signings=[FoundSigning("\x9b31m", "[bold]b", None, 0, None, part=False, mentions=(0,))],
    )
    for width in (40, 80, None):
        assert all(line.isprintable() for line in shown(hostile, width=width))
    assert "  a\\x1b5 projects\\u202e and 6 projects\\x07 " in shown(hostile)[1]


def test_a_signing_that_differs_without_figures_of_its_own() -> None:
    found = FoundSigning("Fujian", None, None, None, None, part=False, mentions=())
    audit = made("Fujian signed.", signings=[found], compared=[Compared(0, "a", "differs")])
    assert shown(audit)[0] == "fuzhou.txt:1:1: differs: the signing is not as in the dataset: a"
