"""Audits as workflow commands of GitHub Actions."""

from __future__ import annotations

from making_audits import FUJIAN, NOTHING, made, relation
from mycity_cli.output.audit_github import github
from mycity_cli.release.findings import Compared, FoundSigning


def test_a_command_for_each_problem_and_each_remark() -> None:
    assert "".join(github([FUJIAN, NOTHING])).splitlines() == [
        (
            "::error file=fuzhou.txt,line=1,endLine=1,col=65,endColumn=82,"
            "title=sum/of-which%3A parts said to make up a whole::the parts do not add up to the total: "
            "75.1 billion yuan + 30.8 billion yuan = 105.7 billion yuan: "
            "the parts add up to 105.9 billion yuan, not to 105.7 billion yuan"
        ),
        (
            "::error file=fuzhou.txt,line=1,endLine=1,col=15,endColumn=25,"
            "title=a signing that is not as in the dataset::"
            "the signing is not as in the dataset, fuzhou-2021: amount = 105 billion yuan"
        ),
        (
            "::warning file=fuzhou.txt,line=1,endLine=1,col=65,endColumn=82,"
            "title=exceeds/more-than%3A a figure said to be more than others::"
            "undecided: whether the one exceeds the other: 105.7 billion yuan > 3 billion yuan: so it is"
        ),
        "::notice file=quiet.txt::nothing was checked: no figures",
    ]


def test_what_would_end_a_property_or_a_command_is_escaped() -> None:
    found = made(
        "[5%] [6%]",
        relations=[relation("restated", [0], 1, "false", "5% = 6%", "a\r\n::error::b\x1b", "own/rule")],
        name="100%,a:b\n.txt",
    )
    assert "".join(github([found])) == (
        "::error file=100%25%2Ca%3Ab\\n.txt,line=1,endLine=1,col=1,endColumn=2,title=own/rule::"
        "the figure is not the same in both places: 5%25 = 6%25: a\\r\\n::error::b\\x1b\n"
    )


def test_standard_input_is_no_file_and_an_extracted_text_has_no_lines() -> None:
    problem = relation("restated", [0], 1, "false", "5% = 6%")
    assert "".join(github([made("[5%] [6%]", relations=[problem], name="-")])) == (
        "::error line=1,endLine=1,col=1,endColumn=2::the figure is not the same in both places: 5%25 = 6%25\n"
    )
    assert "".join(github([made("[5%] [6%]", relations=[problem], name="a.pdf", extracted=True)])) == (
        "::error file=a.pdf::paragraph 1: the figure is not the same in both places: 5%25 = 6%25\n"
    )
    assert "".join(github([made("Nothing.", name="-")])) == "::notice::nothing was checked: no figures\n"


def test_a_figure_over_two_lines_has_no_columns_but_its_first() -> None:
    found = made("5 crx\n9%", unread=[("5 crx\n9%", "unknown scale")])
    assert "".join(github([found])).splitlines()[0] == (
        "::notice file=fuzhou.txt,line=1,endLine=2,col=1::not read: '5 crx 9%25': unknown scale"
    )


def test_a_signing_that_differs_without_figures_of_its_own() -> None:
    found = FoundSigning("Fujian", None, None, None, None, part=False, mentions=())
    audit = made("Fujian signed.", signings=[found], compared=[Compared(0, "a", "differs")])
    assert "".join(github([audit])).splitlines()[0] == (
        "::error file=fuzhou.txt,title=a signing that is not as in the dataset::the signing is not as in the dataset, a"
    )
