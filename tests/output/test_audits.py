"""Audits as JSON and as lines."""

from __future__ import annotations

import json
from typing import Any

import pytest

from listings import written
from making_audits import FUJIAN, NOTHING, made, relation
from mycity_cli.formats import Format
from mycity_cli.output import audits
from mycity_cli.period import Period
from mycity_cli.release.findings import FoundSigning, NoSigning, WhyNone

HOSTILE = FoundSigning("\x1b]0;title\x07", "a\u202eb", None, None, None, part=False, mentions=())


def test_everything_as_json() -> None:
    found = audits.as_json(FUJIAN)
    assert list(found) == [
        "file", "lang", "figures", "signings", "relations", "dataset", "coverage", "unread", "others",
        "ignored", "checked", "crowded",
    ]  # fmt: skip
    assert found["figures"][1] == {
        "text": "105.7 billion yuan", "start": 64, "end": 82, "kind": "money", "value": "105700000000",
        "currency": "CNY", "step": "100000000", "bound": "exact", "low": "105650000000", "high": "105750000000",
    }  # fmt: skip
    assert found["signings"][0] == {
        "promoter": "Fujian", "host": "Fuzhou", "date": None, "projects": 92, "amount": "105700000000",
        "currency": "CNY", "part": False, "figures": [0, 1],
    }  # fmt: skip
    assert found["relations"][1] == {
        "kind": "sum", "statement": "75.1 billion yuan + 30.8 billion yuan = 105.7 billion yuan", "verdict": "false",
        "terms": [3, 5], "result": 1, "reason": "the parts add up to 105.9 billion yuan, not to 105.7 billion yuan",
        "rule": "sum/of-which", "words": [{"start": 90, "end": 105, "text": "break down into"}], "asserted": True,
    }  # fmt: skip
    assert found["dataset"] == [
        {
            "signing": 0, "record": "fuzhou-2021", "verdict": "differs",
            "statements": [
                {"statement": "projects = 92", "verdict": "true"},
                {"statement": "amount = 105 billion yuan", "verdict": "false"},
            ],
        },
        {"signing": 1, "record": None, "verdict": "new", "statements": []},
    ]  # fmt: skip
    assert (found["lang"], found["coverage"]) == ("en", {"figures": 8, "related": 7, "unrelated": 1})
    assert (found["unread"], found["others"], found["ignored"], found["checked"]) == ([], [], [], True)


def test_what_no_word_asserts_is_in_json_where_everything_is_asked_for() -> None:
    fits = relation("restated", [0], 1)._replace(asserted=False)
    found = made("[5%] [5%]", relations=[fits], ignored=[relation("share", [0], 1, rule="share/of")])
    assert audits.as_json(found)["relations"] == []
    assert [each["asserted"] for each in audits.as_json(found, everything=True)["relations"]] == [False]
    assert audits.as_json(found)["coverage"] == {"figures": 2, "related": 0, "unrelated": 2}
    assert [each["rule"] for each in audits.as_json(found)["ignored"]] == ["share/of"]
    assert audits.as_json(found)["checked"] is False


def test_a_relation_that_lacks_its_terms_is_as_json_has_others() -> None:
    found = made("[5%]", relations=[relation("share", [], 0, "not checkable", "", "no part is named", "share/of")])
    assert audits.as_json(found)["relations"] == [
        {
            "kind": "share", "statement": "", "verdict": "not checkable", "terms": [], "result": 0,
            "reason": "no part is named", "rule": "share/of", "words": [], "asserted": True,
        }
    ]  # fmt: skip
    assert written(audits.relations([made("", relations=[relation("sum", [], None)])]), Format.TSV).startswith("fuzhou")


def test_what_is_no_signing_has_its_reason() -> None:
    found = made("[5 projects] [6 projects]", others=[NoSigning((0, 1), WhyNone.STATISTIC)])
    assert audits.as_json(found)["others"] == [{"figures": [0, 1], "reason": "statistic"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 projects", ("count", "30", None, "1", "exact", "30", "30")),
        ("42.4%", ("percent", "42.4", None, "0.1", "exact", "42.35", "42.45")),
        ("about 500 projects", ("count", "500", None, "1", "about", "450", "550")),
        ("more than 30 projects", ("count", "30", None, "1", "over", "30", None)),
        ("300余个项目", ("count", "300", None, "1", "over", "300", "400")),
        (
            "nearly 10 billion yuan",
            ("money", "10000000000", "CNY", "1000000000", "nearly", "9000000000", "10000000000"),
        ),
        ("at least $5 million", ("money", "5000000", "USD", "1000000", "at_least", "5000000", None)),
        ("up to 5 million yuan", ("money", "5000000", "CNY", "1000000", "at_most", "0", "5000000")),
    ],
)
def test_figures_as_json(text: str, expected: tuple[str, ...]) -> None:
    figure = audits.as_json(made(f"[{text}]"))["figures"][0]
    assert tuple(figure[key] for key in ("kind", "value", "currency", "step", "bound", "low", "high")) == expected
    assert (figure["text"], figure["start"], figure["end"]) == (text, 0, len(text))


def test_a_signing_of_which_little_is_stated() -> None:
    found = FoundSigning(None, None, Period.parse("2021-07"), None, 0, part=True, mentions=(0,))
    assert audits.as_json(made("[$5]", signings=[found]))["signings"] == [
        {
            "promoter": None, "host": None, "date": "2021-07", "projects": None, "amount": "5", "currency": "USD",
            "part": True, "figures": [0],
        }
    ]  # fmt: skip


FOREIGN = {"reason": "neither English nor Chinese"}


@pytest.mark.parametrize(
    ("languages", "language", "unread"),
    [
        ("eee", "en", []),
        ("zze", "zh", []),
        ("---", None, [{"start": 0, "end": 14, **FOREIGN}]),
        ("-e-", None, [{"start": 0, "end": 4, **FOREIGN}, {"start": 10, "end": 14, **FOREIGN}]),
        ("e--", None, [{"start": 5, "end": 14, **FOREIGN}]),
    ],
)
def test_the_language_and_what_was_not_read(languages: str, language: str | None, unread: list[Any]) -> None:
    found = audits.as_json(made("aaaa\nbbbb\ncccc", languages=languages))
    assert (found["lang"], found["unread"]) == (language, unread)


def test_a_text_of_nothing_has_no_language() -> None:
    empty = made("")
    assert audits.as_json(empty)["lang"] == "en"
    assert audits.as_json(type(empty)(type(empty.release)("a", "", ()), (), (), ()))["lang"] is None


def test_json_of_one_is_an_object_and_of_several_a_list() -> None:
    alone = "".join(audits.json([FUJIAN], alone=True))
    assert alone.startswith('{\n  "file": "fuzhou.txt",\n  "lang": "en",\n')
    assert json.loads(alone) == audits.as_json(FUJIAN)
    several = "".join(audits.json([FUJIAN, NOTHING], alone=False))
    assert json.loads(several) == [audits.as_json(FUJIAN), audits.as_json(NOTHING)]
    assert several.count("\n") == 4
    assert "".join(audits.json([], alone=False)) == "[]\n"


def test_json_lines_has_a_line_for_each() -> None:
    lines = "".join(audits.json_lines([FUJIAN, NOTHING])).splitlines()
    assert [json.loads(line) for line in lines] == [audits.as_json(FUJIAN), audits.as_json(NOTHING)]


def test_json_acts_on_no_terminal() -> None:
    text = "".join(audits.json_lines([made("\x1b [5 projects] \u202e\u2028", name="a\x1bb", signings=[HOSTILE])]))
    assert text.removesuffix("\n").isprintable()
    assert json.loads(text)["file"] == "a\x1bb"


def test_a_line_for_each_relation() -> None:
    assert written(audits.relations([FUJIAN, NOTHING]), Format.TSV).splitlines() == [
        "fuzhou.txt:1:15\ttrue\tsum\t69 projects + 23 projects = 92 projects\tthe parts add up to 92",
        (
            "fuzhou.txt:1:65\tfalse\tsum\t75.1 billion yuan + 30.8 billion yuan = 105.7 billion yuan"
            "\tthe parts add up to 105.9 billion yuan, not to 105.7 billion yuan"
        ),
        "fuzhou.txt:1:65\tundecided\texceeds\t105.7 billion yuan > 3 billion yuan\tso it is",
        (
            "fuzhou.txt:1:15\tdiffers\tdataset\tamount = 105 billion yuan"
            "\tthe signing is not as in the dataset: fuzhou-2021"
        ),
        "quiet.txt\tnot checked\t\t\tnothing was checked: no figures",
    ]


def test_the_words_and_what_no_word_asserts_have_columns_of_their_own() -> None:
    fits = relation("restated", [0], 1)._replace(asserted=False)
    found = made("of [5%] [5%]", relations=[relation("share", [0], 1, words=[(0, 2)]), fits])
    assert written(audits.relations([found], words=True), Format.TSV) == ("fuzhou.txt:1:4\ttrue\tshare\t1 = 1\t\tof\n")
    assert written(audits.relations([found], everything=True), Format.TSV) == (
        "fuzhou.txt:1:4\ttrue\tshare\t1 = 1\t\ttrue\nfuzhou.txt:1:4\ttrue\trestated\t1 = 1\t\tfalse\n"
    )


def test_every_column() -> None:
    listing = audits.relations(
        [
            made(
                "a\n  [5 projects] and [6 projects]",
                relations=[relation("restated", [0], 1, "false", rule="restated/again")],
            )
        ]
    )
    everything = listing._replace(chosen=tuple(column.name for column in listing.columns))
    assert written(everything, Format.CSV, header=True).splitlines() == [
        "place,verdict,kind,statement,reason,rule,words,asserted,file,line,column,paragraph,figures",
        "fuzhou.txt:2:3,false,restated,1 = 1,,restated/again,,true,fuzhou.txt,2,3,2,5 projects;6 projects",
    ]


def test_an_extracted_text_has_paragraphs_and_neither_lines_nor_columns() -> None:
    found = made("a\n[5%] [5%]", relations=[relation("restated", [0], 1)], name="a.pdf", extracted=True)
    listing = audits.relations([found])._replace(chosen=("place", "line", "column", "paragraph"))
    assert written(listing, Format.TSV) == "a.pdf: paragraph 2\t\t\t2\n"


def test_the_signings_that_differ_are_told_with_what_says_so() -> None:
    assert audits.differences(FUJIAN) == [
        "fuzhou.txt:1:15: the signing is not as in the dataset, fuzhou-2021: amount = 105 billion yuan"
    ]
    assert audits.differences(NOTHING) == []
