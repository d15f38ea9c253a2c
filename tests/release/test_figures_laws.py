"""What holds of every figure in every sentence: it is found where it stands, with what it says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.figure import COUNT, RATIO, Bound
from mycity_cli.release.figures import find_mentions
from mycity_cli.release.text import read_release
from strategies import any_text

ENGLISH_SCALES = {"million": 6, "billion": 9, "trillion": 12, "bln": 9, "mln": 6}
CHINESE_SCALES = {"万": 4, "亿": 8, "万亿": 12, "千万": 7, "百亿": 10}
ENGLISH_HEDGES = {"": Bound.EXACT, "about ": Bound.ABOUT, "more than ": Bound.OVER, "nearly ": Bound.NEARLY}
CHINESE_HEDGES = {"": Bound.EXACT, "约": Bound.ABOUT, "超": Bound.OVER, "近": Bound.NEARLY, "不低于": Bound.AT_LEAST}
ENGLISH_MONEY = (
    "The contracts are worth {}.",
    "With an investment of {}, the plant is the largest.",
    "The city signed deals of {} on Sept. 6, 2018.",
    "({})",
    "Total: {}",
)
CHINESE_MONEY = ("签约项目总投资{}。", "总额为{},同比增长。", "（{}）", "其中外资{}；", "协议引资{}")
ENGLISH_COUNTS = (
    "A total of {} were signed.",
    "The city signed {} on May 12.",
    "{} were inked in 2021.",
    "Of these, {}.",
)
CHINESE_COUNTS = ("现场签约{}。", "共有{}落户绵阳,", "其中{}；", "2021年{}开工。")
NOUNS = ("projects", "key industrial projects", "cooperation agreements", "new-energy deals", "contracts")


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, Decimal]:
    whole, decimals = draw(st.integers(1, 99_999)), draw(st.text("0123456789", max_size=3))
    written = draw(st.sampled_from([str(whole), f"{whole:,}"])) + (f".{decimals}" if decimals else "")
    return written, Decimal(written.replace(",", ""))


def only(text: str) -> tuple[str, Decimal, str, Bound]:
    """Return the only figure of a text: its characters, value, unit and bound."""
    (found,) = find_mentions(read_release(text))
    return text[found.start : found.end], found.figure.value, found.figure.unit, found.figure.bound


@given(
    numbers(),
    st.sampled_from(list(ENGLISH_SCALES.items())),
    st.sampled_from(list(ENGLISH_HEDGES.items())),
    st.sampled_from(
        [("", " yuan", "CNY"), ("RMB ", "", "CNY"), ("$", "", "USD"), ("US$ ", "", "USD"), ("", " euros", "EUR")]
    ),
    st.sampled_from(ENGLISH_MONEY),
)
def test_an_amount_in_english_is_found(
    number: tuple[str, Decimal],
    scale: tuple[str, int],
    hedge: tuple[str, Bound],
    unit: tuple[str, str, str],
    sentence: str,
) -> None:
    amount = f"{unit[0]}{number[0]} {scale[0]}{unit[1]}"
    assert only(sentence.format(hedge[0] + amount)) == (amount, number[1].scaleb(scale[1]), unit[2], hedge[1])


@given(
    numbers(),
    st.sampled_from(list(CHINESE_SCALES.items())),
    st.sampled_from(list(CHINESE_HEDGES.items())),
    st.sampled_from([("元", "CNY"), ("美元", "USD"), ("元人民币", "CNY"), ("港元", "HKD")]),
    st.sampled_from(CHINESE_MONEY),
)
def test_an_amount_in_chinese_is_found(
    number: tuple[str, Decimal],
    scale: tuple[str, int],
    hedge: tuple[str, Bound],
    unit: tuple[str, str],
    sentence: str,
) -> None:
    amount = f"{number[0]}{scale[0]}{unit[0]}"
    assert only(sentence.format(hedge[0] + amount)) == (amount, number[1].scaleb(scale[1]), unit[1], hedge[1])


@given(st.integers(2, 1800), st.sampled_from(NOUNS), st.sampled_from(ENGLISH_COUNTS))
def test_a_count_in_english_is_found(number: int, noun: str, sentence: str) -> None:
    count = f"{number} {noun}"
    assert only(sentence.format(count)) == (count, Decimal(number), COUNT, Bound.EXACT)


@given(
    st.integers(2, 1800),
    st.sampled_from(["{}个项目", "{}个重大产业项目", "项目{}个", "合作协议{}份", "{}份购销合同"]),
    st.sampled_from(CHINESE_COUNTS),
)
def test_a_count_in_chinese_is_found(number: int, noun: str, sentence: str) -> None:
    count = noun.format(number)
    assert only(sentence.format(count)) == (count, Decimal(number), COUNT, Bound.EXACT)


@given(
    numbers(), st.sampled_from(["%", " percent", " per cent", "％"]), st.sampled_from(["It grew {}.", "占总额的{}。"])
)
def test_a_percentage_is_found(number: tuple[str, Decimal], sign: str, sentence: str) -> None:
    written = number[0] + sign
    assert only(sentence.format(written)) == (written, number[1].scaleb(-2), RATIO, Bound.EXACT)


@pytest.mark.parametrize("invisible", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u202a"])
@given(st.integers(1, 30), st.sampled_from(["18 projects worth 13.55 billion yuan", "签约18个项目,总投资135.5亿元"]))
def test_what_cannot_be_seen_hides_no_figure(invisible: str, after: int, text: str) -> None:
    hidden = text[:after] + invisible + text[after:]
    shown = [(text[each.start : each.end], each.figure.value) for each in find_mentions(read_release(text))]
    found = [(hidden[each.start : each.end], each.figure.value) for each in find_mentions(read_release(hidden))]
    assert [(written.replace(invisible, ""), value) for written, value in found] == shown


@given(any_text)
def test_mentions_stand_in_order_and_apart_within_their_sentences(text: str) -> None:
    release = read_release(text)
    found = find_mentions(release)
    end = 0
    for each in found:
        sentence = release.sentences[each.sentence]
        assert end <= each.start < each.end
        assert sentence.start <= each.start
        assert each.end <= sentence.end
        assert sentence.language in ("en", "zh")
        end = each.end


@given(any_text, any_text)
def test_sentences_stand_in_order_and_hold_all_letters(one: str, other: str) -> None:
    text = f"{one}\n\n{other}"
    release = read_release(text)
    end, paragraph = 0, 0
    for each in release.sentences:
        assert end <= each.start < each.end
        assert paragraph <= each.paragraph
        assert not any(letter.isalnum() for letter in text[end : each.start])
        end, paragraph = each.end, each.paragraph
    assert not any(letter.isalnum() for letter in text[end:])
