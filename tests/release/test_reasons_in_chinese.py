"""Reasons in Chinese: they say the same numbers, and no English but what a text itself says."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.figure import Figure
from mycity_cli.messages import Language, told
from mycity_cli.release.audit import audit
from mycity_cli.release.rules import RULES
from mycity_cli.release.written import as_stated, canonical, in_words
from release.annotated import load


def in_chinese(text: str) -> str:
    return told(text, Language.CHINESE)


def test_reasons_say_no_english_but_the_words_of_the_text() -> None:
    seen = 0
    for release in load():
        found = audit(release.text)
        for relation in found.relations:
            words = re.findall(r"[A-Za-z]{2,}", in_chinese(relation.reason))
            assert [each for each in words if each not in release.text] == [], relation
            seen += 1
    assert seen


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        (
            "Suqian signed 30 projects worth 10.0 billion yuan: 4.5 billion in industry, 5.1 billion in services.",
            "the parts add up to 9.6 billion yuan, not to 10 billion yuan",
            "各部分之和为 96亿元，而非 100亿元",
        ),
        (
            "总投资100亿元，其中工业45.2亿元、服务业51亿元。",
            "the parts add up to 96.2亿元, not to 100亿元",
            "各部分之和为 96.2亿元，而非 100亿元",
        ),
        (
            "Contracts worth 9.88 billion yuan ($14.5 billion) were signed.",
            "the implied rate is 0.681 yuan per USD, outside 6.00 to 8.80, the range since 1994",
            "隐含汇率为 0.681 元/美元，在 1994 年以来的范围 6.00 至 8.80 之外",
        ),
    ],
)
def test_amounts_are_in_the_scale_of_the_language(text: str, english: str, chinese: str) -> None:
    (reason,) = {relation.reason for relation in audit(text).relations}
    assert (reason, in_chinese(reason)) == (english, chinese)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("more than 5 billion yuan", "more than 5 billion yuan", "超过 50亿元"),
        ("约12亿元", "about 1.2 billion yuan", "约 12亿元"),
        ("10-odd billion yuan", "10-odd billion yuan", "100亿元 至 200亿元"),
        ("nearly 30%", "nearly 30%", "近 30%"),
        ("at least 20", "at least 20", "至少 20"),
    ],
)
def test_a_figure_that_a_statement_cannot_hold_in_its_own_words(text: str, english: str, chinese: str) -> None:
    nameless = replace(Figure.parse(text), text="")
    assert canonical(nameless) == english
    assert in_chinese(as_stated(nameless)) == chinese


@given(value=st.fractions(min_value=Fraction(-(10**13)), max_value=Fraction(10**13), max_denominator=1000))
def test_an_amount_is_the_same_in_both_languages(value: Fraction) -> None:
    text = in_words(value, "CNY")
    scales = {"trillion": 12, "billion": 9, "million": 6, "亿": 8, "万": 4, "": 0}

    def read(said: str, pattern: str) -> Fraction:
        found = re.fullmatch(pattern, said)
        assert found is not None, said
        return Fraction(found[1].replace(",", "")) * Fraction(10) ** scales[found[2] or ""]

    english = read(text, r"(-?[\d,.]+) (?:(trillion|billion|million) )?yuan")
    chinese = read(in_chinese(text), r"(-?[\d,.]+)(亿|万)?元")
    assert abs(english - value) <= 10**6
    assert abs(chinese - value) <= 10**2


def test_examples_of_rules_are_found_as_their_english_ones_are() -> None:
    for rule in RULES:
        if any(relation.rule == rule.code for relation in audit(rule.example).relations):
            assert rule.code in {relation.rule for relation in audit(in_chinese(rule.example)).relations}
