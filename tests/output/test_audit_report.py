"""The report of an audit on a terminal."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.cells import cell_len

from making_audits import FUJIAN, NOTHING, made, relation
from mycity_cli.messages import Language
from mycity_cli.output.audit_report import Detail, report
from mycity_cli.output.audit_sentences import excerpt, marked
from mycity_cli.output.render import Style
from mycity_cli.period import Period
from mycity_cli.release.findings import Audit, Compared, FoundSigning, NoSigning, WhyNone

CHINESE = made(
    "福建签约[92个项目]，总投资[1057亿元]。\n"
    "其中，利用外资项目[69个]，总投资[751亿元]；境外投资项目[23个]，总投资[308亿元]，规模最大。\n"
    "Une ville",
    name="福州.txt",
    languages="zz-",
    relations=[relation("sum", [3, 5], 1, "false", "751亿元 + 308亿元 = 1057亿元", "the parts add up to 1059亿元")],
)


def shown(*audits: Audit, width: int | None = 80, color: bool = False, detail: Detail | None = None) -> list[str]:
    return "".join(report(audits, Style(width=width, color=color), detail)).split("\n")


def test_problems_in_full_then_what_is_right_in_a_line_then_the_signings_and_the_account() -> None:
    assert shown(FUJIAN) == [
        "fuzhou.txt:1:65: false: the parts do not add up to the total [sum/of-which]",
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
        "fuzhou.txt:1:15: differs: the signing is not as in the dataset: fuzhou-2021",
        "  Above  1:15 '92 projects', 1:65 '105.7 billion yuan'",
        "  True   projects = 92",
        "  False  amount = 105 billion yuan",
        "",
        "fuzhou.txt:1:65: undecided: whether the one exceeds the other",
        "[exceeds/more-than]",
        "  The rest, about 5%, is more than 3 billion yuan.",
        "                                   ^^^^^^^^^^^^^^",
        "  Above      1:65 '105.7 billion yuan'",
        "  Statement  105.7 billion yuan > 3 billion yuan",
        "  Since      so it is",
        "",
        "true:",
        "  1:15  69 projects + 23 projects = 92 projects [sum/of-which]",
        "",
        "signings: city Fuzhou, promoter Fujian",
        "Place   Projects  Amount              Dataset",
        "1:15          92  105.7 billion yuan  fuzhou-2021",
        "  2:23        69  75.1 billion yuan   not in the dataset",
        "",
        "fuzhou.txt: figures: 8; in a relation 7 (1 relation true, 1 false, 1 undecided),",
        "stated alone 1; 2 signings: 1 not as in the dataset, 1 not in the dataset",
        "",
    ]


def test_verbose_tells_in_full_what_is_right_and_the_words_it_rests_on() -> None:
    lines = shown(FUJIAN, detail=Detail(verbose=True))
    assert "true:" not in lines
    at = lines.index("fuzhou.txt:1:15: true: the parts add up to the total [sum/of-which]")
    assert lines[at + 1 : at + 6] == [
        "  Above      1:15 '92 projects', 2:23 '69 projects', 2:63 '23 projects'",
        "  Statement  69 projects + 23 projects = 92 projects",
        "  Since      the parts add up to 92",
        "  Words      2:7 'break down into'",
        "",
    ]


def test_the_words_alone() -> None:
    lines = shown(FUJIAN, detail=Detail(words=True))
    assert "  1:15  69 projects + 23 projects = 92 projects [sum/of-which] by 'break down" in lines
    assert lines.count("  Words      2:7 'break down into'") == 1


SEVERAL = made(
    "A total of [40 projects] came, [28%] of them new.\nOf these [9 projects] are in trade, [5 projects] in tea.",
    relations=[
        relation("sum", [2, 3], 0, "true", "9 + 5 = 40", "", "sum/total"),
        relation("share", [], 1, "not checkable", "", "no part is named", "share/of"),
        relation("share", [2, 0], 1, "false", "9 / 40 = 28%", "it comes to 22.5%", "rounding/cut"),
        relation("sum", [2, 3], 0, "undecided", "9 + 5 = 40", "", "sum/listed"),
        relation("share", [3, 0], 1, "false", "5 / 40 = 28%", "it comes to 12.5%", "share/of"),
        relation("restated", [2], 3, "true", "9 = 5", "", "restated/again")._replace(asserted=False),
    ],
    others=[NoSigning((2, 0), WhyNone.PLANNED), NoSigning((3,), WhyNone.FORMER)],
)


def test_a_cut_digit_comes_behind_the_errors_and_what_is_not_checkable_last() -> None:
    verdicts = [line for line in shown(SEVERAL) if line.startswith("fuzhou.txt:1:") or line == "true:"]
    assert verdicts == [
        "fuzhou.txt:1:12: false: the share is not right [share/of]",
        "fuzhou.txt:1:12: false: the last digit is cut, not rounded [rounding/cut]",
        "fuzhou.txt:1:12: undecided: whether the parts add up to the total [sum/listed]",
        "fuzhou.txt:1:30: not checkable: whether the share is right [share/of]",
        "true:",
    ]


def test_no_sentence_is_shown_twice() -> None:
    text = "\n".join(shown(SEVERAL, width=None, detail=Detail(verbose=True)))
    assert text.count("came,") == text.count("are in trade") == 1


def test_a_relation_without_a_statement_has_a_reason_alone() -> None:
    lines = shown(SEVERAL)
    at = lines.index("fuzhou.txt:1:30: not checkable: whether the share is right [share/of]")
    assert lines[at + 1 : at + 4] == ["  Above  1:30 '28%'", "  Since  no part is named", ""]


def test_what_fits_without_words_and_what_is_no_signing_is_shown_with_all_alone() -> None:
    told = [
        "fits, though no word says so:",
        "  2:10  9 = 5 [restated/again]",
        "",
        "no signing:",
        "  1:12  40 projects, 9 projects: planned",
        "  2:35  5 projects: former",
        "",
    ]
    lines = shown(SEVERAL, detail=Detail(everything=True))
    at = lines.index(told[0])
    assert lines[at : at + len(told)] == told
    assert not any("fits" in line or "no signing" in line for line in shown(SEVERAL))


def test_a_long_sum_is_shortened_to_a_line_where_it_has_no_room() -> None:
    statement = " + ".join(f"{number}0 projects" for number in range(10, 22)) + " = 5 projects"
    long = made("[5 projects]", relations=[relation("sum", [0], None, "true", statement, rule="sum/rows")])
    assert "  1:1  100 projects + … + 210 projects = 5 projects [sum/rows]" in shown(long)
    assert f"  1:1  {statement} [sum/rows]" in shown(long, width=None)


def test_places_in_an_extracted_text_are_paragraphs() -> None:
    found = made(
        "A title\n[5 projects] and [6 projects]",
        relations=[relation("restated", [0], 1, "false", rule="restated/again")],
        signings=[FoundSigning(None, "Fuzhou", None, 0, None, part=False, mentions=(0,))],
        unread=[("title", "it is none")],
        name="fuzhou.pdf",
        extracted=True,
    )
    lines = shown(found, width=100)
    assert lines[0] == "fuzhou.pdf: paragraph 2: false: the figure is not the same in both places [restated/again]"
    assert "paragraph 2  Fuzhou         5" in lines
    assert "fuzhou.pdf: paragraph 1: not read: 'title': it is none" in lines
    assert " ".join(lines[-3:-1]).endswith("; 1 unread (paragraph 1 'title'); 1 signing")


def test_in_chinese_on_a_narrow_terminal_with_what_was_not_read() -> None:
    assert shown(CHINESE, NOTHING, width=40) == [
        "福州.txt:1:14: false: the parts do not",
        "add up to the total",
        "  福建签约92个项目，总投资1057亿元。",
        "                          ^^^^^^^^",
        "  其中，利用外资项目69个，总投资",
        "  751亿元；境外投资项目23个，总投资",
        "  ^^^^^^^",
        "  308亿元，规模最大。",
        "  ^^^^^^^",
        "  Statement  751亿元 + 308亿元 =",
        "             1057亿元",
        "  Since      the parts add up to",
        "             1059亿元",
        "",
        "not read: line 3",
        "福州.txt: figures: 6; in a relation 3 (1",
        "relation false), stated alone 3; 1",
        "passage unread, neither English nor",
        "Chinese",
        "",
        "quiet.txt: nothing was checked: no",
        "figures",
        "quiet.txt: no figures",
        "",
    ]


@pytest.mark.parametrize("width", range(14, 60, 3))
@pytest.mark.parametrize("language", Language)
def test_no_line_of_a_chinese_sentence_begins_with_a_comma_or_within_an_amount(width: int, language: Language) -> None:
    text = "其中，利用外资项目69个，总投资751亿元；境外投资项目23个，总投资308亿元，规模最大。"
    amounts = [(text.index(amount), text.index(amount) + 5) for amount in ("751亿元", "308亿元")]
    lines = "".join(marked(excerpt(text, 0, len(text), amounts), Style(width=width, language=language))).split("\n")
    assert not [line for line in lines if line.strip().startswith(("，", "。", "；", "亿", "元"))]
    assert "".join(_above(*each) for each in pairwise(lines)) == "751亿元308亿元"


def _above(line: str, carets: str) -> str:
    """Return the characters of a line that carets stand below."""
    at, found = 0, ""
    for character in line:
        found += character if carets[at : at + 1] == "^" != character else ""
        at += cell_len(character)
    return found


NEW = made(
    "Fujian signed [92 projects] worth [105.7 billion yuan] in Fuzhou.",
    signings=[FoundSigning("Fujian", "Fuzhou", Period.parse("2021-07-14"), 0, 1, part=False, mentions=(0, 1))],
    compared=[Compared(0, None, "new")],
)


def test_signings_stand_below_each_other_where_a_table_of_them_has_no_room() -> None:
    assert shown(NEW, width=40)[:7] == [
        "Place     1:15",
        "Date      2021-07-14",
        "City      Fuzhou",
        "Promoter  Fujian",
        "Projects  92",
        "Amount    105.7 billion yuan",
        "",
    ]


@pytest.mark.parametrize("width", [20, 30, 40, 50, 60, 80, 100, None])
def test_no_column_of_the_signings_is_left_out_at_any_width(width: int | None) -> None:
    text = " ".join(" ".join(shown(NEW, width=width)).split())
    assert all(each in text for each in ("2021-07-14", "Fuzhou", "Fujian", "92", "105.7 billion"))
    assert "1 not in the dataset" in text


@pytest.mark.parametrize("width", [1, 5, 40, 80, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    # Of the labels of fields and the headings of tables each word stays whole.
    longest = max(width, 2 * len("Statement"))
    assert max(cell_len(line) for line in shown(FUJIAN, CHINESE, width=width)) <= max(longest, 34)
    if width >= 40:
        assert max(cell_len(line) for line in shown(FUJIAN, CHINESE, width=width)) <= width


def test_in_colour_the_verdict_and_the_figures_stand_out() -> None:
    lines = shown(FUJIAN, color=True)
    said = "the parts do not add up to the total"
    assert lines[0] == f"\x1b[1mfuzhou.txt:1:65\x1b[0m: \x1b[1;31mfalse\x1b[0m: {said}\x1b[2m [sum/of-which]\x1b[0m"
    assert "of \x1b[1m105.7 billion\x1b[0m" in lines[1]


def test_a_long_sentence_is_shown_around_its_figures() -> None:
    long = made(
        f"{'before ' * 500}[5 projects]{' between' * 500} [5 projects]{' after' * 500}.",
        relations=[relation("restated", [0], 1, "false")],
    )
    (text,) = [line for line in shown(long, width=None) if "projects" in line]
    assert text.startswith("  …")
    assert text.endswith("…")
    assert text.count("5 projects") == 2
    assert text.count("…") == 3
    assert len(text) < 300


def test_of_many_sentences_the_first_are_shown() -> None:
    lines = "\n".join(f"Item {number}: [5 projects]." for number in range(30))
    text = shown(made(lines, relations=[relation("sum", range(29), 29, "false")]), width=None)
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


def test_parts_stand_below_their_whole_and_what_all_signings_have_above_them() -> None:
    day = Period.parse("2021-07-14")
    found = made(
        "[15 projects] [9 projects] [24 projects] [7 projects] [3 projects]",
        relations=[relation("sum", [0, 1], 2), relation("share", [4], 3, "not checkable", "")],
        signings=[
            FoundSigning("Fujian", "Fuzhou", day, 0, None, part=True, mentions=(0,)),
            FoundSigning("Fujian", "Fuzhou", day, 3, None, part=False, mentions=(3,)),
            FoundSigning("Fujian", "Fuzhou", day, 1, None, part=True, mentions=(1,)),
            FoundSigning("Fujian", "Fuzhou", day, 2, None, part=False, mentions=(2,)),
            FoundSigning("Fujian", "Xiamen", day, 4, None, part=True, mentions=(4,)),
        ],
    )
    lines = shown(found)
    at = lines.index("signings: date 2021-07-14, promoter Fujian")
    assert lines[at + 1 : at + 8] == [
        "Place   City    Projects",
        "1:36    Fuzhou         7",
        "  1:47  Xiamen         3",
        "1:24    Fuzhou        24",
        "  1:1   Fuzhou        15",
        "  1:13  Fuzhou         9",
        "",
    ]


def test_parts_without_a_whole_stand_for_themselves() -> None:
    part = FoundSigning("Fujian", "Fuzhou", None, 0, None, part=True, mentions=(0,))
    assert "1:1    Fuzhou  Fujian           5" in shown(made("[5 projects]", signings=[part]))


def test_equal_reasons_are_said_once_and_the_last_line_names_what_is_unread() -> None:
    reason = "unknown scale 'crx'"
    found = made(
        "Seen: 5 crx, 6 crx, 7 crx, 8 crx and 9 pesos.",
        unread=[*((f"{number} crx", reason) for number in (5, 6, 7, 8)), ("9 pesos", "whose?")],
    )
    assert shown(found, width=None) == [
        "fuzhou.txt:1:7: not read: '5 crx' (also 1:14 '6 crx', 1:21 '7 crx', 1:28 '8 crx'): unknown scale 'crx'",
        "fuzhou.txt:1:38: not read: '9 pesos': whose?",
        "fuzhou.txt: nothing was checked: 5 numbers unread",
        "fuzhou.txt: no figures; 5 unread (1:7 '5 crx', 1:14 '6 crx', 1:21 '7 crx' and 2 more)",
        "",
    ]
