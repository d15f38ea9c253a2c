"""Words for signs, and statements that `and`, `or` and `not` make of others."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import dataset, signing
from mycity_cli.errors import StatementError
from mycity_cli.query.engine import InMemory
from mycity_cli.statement.checker import Checker
from mycity_cli.statement.logic import all_of, any_of, opposite
from mycity_cli.statement.nodes import chains_in
from mycity_cli.statement.parse import parse
from mycity_cli.statement.verdict import Outcome
from mycity_cli.statement.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suzhou more than Xiamen", "Suzhou > Xiamen"),
        ("Suzhou MORE  Than Xiamen", "Suzhou > Xiamen"),
        ("Suzhou exceeds Xiamen + Dongguan", "Suzhou > Xiamen + Dongguan"),
        ("Suzhou is more than Xiamen", "Suzhou > Xiamen"),
        ("Suzhou is over 5 billion", "Suzhou > 5 billion"),
        ("Suzhou is not Xiamen", "Suzhou != Xiamen"),
        ("Suzhou is not more than Xiamen", "Suzhou <= Xiamen"),
        # Denied, every comparison is its opposite, and none is the hedge of a figure behind "is not".
        ("Suzhou is not higher than 5 billion", "Suzhou <= 5 billion"),
        ("Suzhou was not lower than 5 billion", "Suzhou >= 5 billion"),
        ("Suzhou is not at least 5 billion", "Suzhou < 5 billion"),
        ("Suzhou is not at most 5 billion", "Suzhou > 5 billion"),
        ("Suzhou is not in excess of 5 billion", "Suzhou <= 5 billion"),
        ("Suzhou is not up to 5 billion", "Suzhou > 5 billion"),
        ("Suzhou is not less than or equal to 5 billion", "Suzhou > 5 billion"),
        ("Suzhou is not no more than 5 billion", "Suzhou > 5 billion"),
        ("Suzhou isn't more than 5 billion", "Suzhou <= 5 billion"),
        ("they aren\u2019t below Suzhou", "they >= Suzhou"),
        ("Suzhou isn't Xiamen", "Suzhou != Xiamen"),
        ("Suzhou is not equal to Xiamen", "Suzhou != Xiamen"),
        ("Suzhou not bigger than Xiamen", "Suzhou <= Xiamen"),
        ("Suzhou doesn't exceed 5 billion", "Suzhou <= 5 billion"),
        ("Suzhou is exceeding 5 billion", "Suzhou > 5 billion"),
        ("Suzhou is not about 5 billion", "Suzhou != about 5 billion"),
        ("Suzhou less than 5 billion yuan", "Suzhou < 5 billion yuan"),
        ("Suzhou at least 5 billion yuan", "Suzhou >= 5 billion yuan"),
        ("Suzhou does not exceed 5 billion yuan", "Suzhou <= 5 billion yuan"),
        ("Xiamen below Dongguan below Suzhou", "Xiamen < Dongguan < Suzhou"),
        ("projects(2022) equals 75", "projects(2022) = 75"),
        ("projects(city is Suzhou) is 30", "projects(city=Suzhou) = 30"),
        ('"Hong Kong"more than "is"', '"Hong Kong" > "is"'),
        ("(a + b) exceeds c", "a + b > c"),
        ("苏州超过厦门", "苏州 > 厦门"),
        ("苏州 不超过 厦门", "苏州 <= 厦门"),
        ("苏州大于或等于厦门", "苏州 >= 厦门"),
        ("苏州至少500亿元", "苏州 >= 500亿元"),
        ("上海 是 三亚", "上海 = 三亚"),
        # What can belong to a figure does; where a sign could stand, the same words are one.
        ("Suzhou = more than 500", "Suzhou = more than 500"),
        ("Suzhou > at least 5 billion yuan", "Suzhou > at least 5 billion yuan"),
        ("Suzhou = 5 billion yuan at least", "Suzhou = 5 billion yuan at least"),
        ("5 billion yuan at least Suzhou", "5 billion yuan >= Suzhou"),
        ("5 billion yuan at least more than 4", "5 billion yuan at least > 4"),
        ("50 at least (40)", "50 >= 40"),
        ("超500亿元 at most Suzhou", "超500亿元 <= Suzhou"),
        ("more than 500 AT MOST Suzhou", "more than 500 <= Suzhou"),
        ("超500亿元 at most more than 500", "超500亿元 <= more than 500"),
        ("three hundred at most projects(2022)", "three hundred <= projects(2022)"),
        ("Suzhou is about 52 billion yuan", "Suzhou = about 52 billion yuan"),
        ("苏州 = 超过500亿元", "苏州 = 超过500亿元"),
        ("苏州超过约500亿元", "苏州 > 约500亿元"),
        ("x is three hundred and five", "x = three hundred and five"),
        ("x is 5 billion yuan or more", "x = 5 billion yuan or more"),
        ("x is 6 to 8.8 and y is 3", "(x = 6 to 8.8) and (y = 3)"),
        # Names that are no words, or have them within.
        ("research-and-development = 3", "research-and-development = 3"),
        ("Is-sur-Tille > Android", "Is-sur-Tille > Android"),
        ("且末 > 非洲", "且末 > 非洲"),
        ('"Trinidad and Tobago" is 3', '"Trinidad and Tobago" = 3'),
        # Words that compute.
        ("Suzhou plus Xiamen minus a > b", "Suzhou + Xiamen - a > b"),
        ("Suzhou is 3 times Xiamen", "Suzhou = 3 * Xiamen"),
        ("Suzhou is twice Xiamen", "Suzhou = 2 * Xiamen"),
        ("Suzhou > 3 times as much as Xiamen", "Suzhou > 3 * Xiamen"),
        ("Suzhou divided by total > 50%", "Suzhou / total > 50%"),
        ("Suzhou is more than half of total", "Suzhou > half * total"),
        ("Suzhou is more than half of the total", "Suzhou > half * total"),
        ("Suzhou is 56.6% of total", "Suzhou = 56.6% * total"),
        ("the total exceeds 500 plus 40", "total > 500 + 40"),
        ("x = 500 plus", "x = 500 plus"),
        ("苏州加上厦门大于东莞乘以2", "苏州 + 厦门 > 东莞 * 2"),
        ("Suzhou is 39 billion yuan more than Xiamen", "Suzhou = 39 billion yuan + Xiamen"),
        ("Xiamen is about 39 billion yuan less than Suzhou", "Xiamen = -about 39 billion yuan + Suzhou"),
        ("amount(city=Suzhou) more than Xiamen", "amount(city=Suzhou) > Xiamen"),
        ("(a) is 3 more than (b + c)", "a = 3 + (b + c)"),
        ("projects(a) is 3 more than projects(b) and a > b", "(projects(a) = 3 + projects(b)) and (a > b)"),
        # Letters of names, which compare before figures.
        ("苏州约525亿元", "苏州 = 约525亿元"),
        ("苏州近五百三十亿元", "苏州 = 近五百三十亿元"),
        ("苏州超500亿元", "苏州 > 500亿元"),
        ("苏州是约525亿元", "苏州 = 约525亿元"),
        ("苏州不到600亿元且厦门为135.5亿元", "(苏州 < 600亿元) and (厦门 = 135.5亿元)"),
        ("苏州没有超过厦门", "苏州 <= 厦门"),
        ("苏州最多600亿元", "苏州 <= 600亿元"),
        ("纽约 > 超越城", "纽约 > 超越城"),
        # Multiples, shares and differences.
        ("苏州是厦门的3倍", "苏州 = 厦门 * 3"),
        ("苏州超过厦门的近4倍", "苏州 > 厦门 * 近4"),
        ("无为是厦门的两倍", "无为 = 厦门 * 两"),
        ("苏州占总额的56.6%", "苏州 = 总额 * 56.6%"),
        ("苏州超过总额的一半", "苏州 > 总额 * 一半"),
        ("苏州不到厦门的4倍", "苏州 < 厦门 * 4"),
        ("苏州不是厦门的4倍", "苏州 != 厦门 * 4"),
        ("总额约为929亿元", "总额 = 约为929亿元"),
        ("总额 = 估计为929亿元", "总额 = 估计为929亿元"),
        ("苏州比厦门多", "苏州 > 厦门"),
        ("多伦多比多伦多少", "多伦多 < 多伦多"),
        ("苏州比厦门多约390亿元且东莞比苏州低", "(苏州 = 厦门 + 约390亿元) and (东莞 < 苏州)"),
        ("苏州比厦门多并且东莞比苏州低", "(苏州 > 厦门) and (东莞 < 苏州)"),
        ("东莞 比 苏州 少 250亿元", "东莞 = 苏州 - 250亿元"),
        # Joined.
        ("a > b and c > d or e > f", "((a > b) and (c > d)) or (e > f)"),
        ("a > b and (c > d or e > f)", "(a > b) and ((c > d) or (e > f))"),
        ("not a > b and c > d", "(not (a > b)) and (c > d)"),
        ("NOT not a > b", "not (not (a > b))"),
        ("(((a)) > (b))", "a > b"),
        ("a < b < c and d = 1", "(a < b < c) and (d = 1)"),
        ("苏州超过500亿元且厦门低于100亿元", "(苏州 > 500亿元) and (厦门 < 100亿元)"),
        ("苏州超过厦门且苏州低于东莞", "(苏州 > 厦门) and (苏州 < 东莞)"),
        ("苏州超过且末或非洲低于东莞", "(苏州 > 且末) or (非洲 < 东莞)"),
        ("苏州>厦门 或 非 (苏州<东莞)", "(苏州 > 厦门) or (not (苏州 < 东莞))"),
        ("并非苏州低于厦门并且东莞高于厦门", "(not (苏州 < 厦门)) and (东莞 > 厦门)"),
        ("(a>b)且(c>d)", "(a > b) and (c > d)"),
        ("not less than 500 < x", "not less than 500 < x"),
        ("not (less than 500 < x)", "not (less than 500 < x)"),
    ],
)
def test_words_stand_for_signs(text: str, expected: str) -> None:
    assert str(parse(text)) == expected
    assert parse(expected) == parse(text)


def test_a_word_that_is_a_sign_has_its_place_in_an_error() -> None:
    with pytest.raises(StatementError) as error:
        parse("Suzhou is more than less than Xiamen")
    assert str(error.value).splitlines()[1:3] == ["  Suzhou is more than less than Xiamen", " " * 22 + "^" * 9]


# --- verdicts -----------------------------------------------------------------------------------------------------


@pytest.fixture
def checker() -> Checker:
    """Check statements about Suzhou, 5 billion as rounded, and Xiamen, of which no amount is stated."""
    return Checker(InMemory(dataset(signing("one", amount="5 billion yuan"), signing("two", city="xiamen"))))


TRUE, FALSE = "Suzhou > 1 yuan", "Suzhou < 1 yuan"
UNDECIDED, NOT_CHECKABLE = "Suzhou > 5 billion yuan", "Xiamen > 1 yuan"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (f"{TRUE} and {TRUE}", "true"),
        (f"{TRUE} and {UNDECIDED}", "undecided"),
        (f"{UNDECIDED} and {FALSE}", "false"),
        (f"{UNDECIDED} and {NOT_CHECKABLE}", "not checkable"),
        (f"{FALSE} and {NOT_CHECKABLE}", "false"),
        (f"{FALSE} or {FALSE}", "false"),
        (f"{NOT_CHECKABLE} or {TRUE}", "true"),
        (f"{UNDECIDED} or {FALSE}", "undecided"),
        (f"{UNDECIDED} or {NOT_CHECKABLE}", "not checkable"),
        (f"not {TRUE}", "false"),
        (f"not {UNDECIDED}", "undecided"),
        (f"not {NOT_CHECKABLE}", "not checkable"),
        (f"not ({TRUE} and {FALSE})", "true"),
    ],
)
def test_the_whole_follows_from_its_parts(checker: Checker, text: str, outcome: str) -> None:
    verdict = checker.check(text)
    assert verdict.outcome == outcome
    assert [part.statement for part in verdict.parts] == list(map(str, chains_in(parse(text))))
    assert (verdict.left, verdict.right, verdict.margin) == (None, None, None)


def test_a_tolerance_that_decides_a_part_decides_the_whole() -> None:
    data = InMemory(dataset(signing("one", amount="5 billion yuan")))
    verdict = Checker(data, tolerance="50%").check("Suzhou = 3 billion yuan and Suzhou > 1 yuan")
    assert (verdict.outcome, verdict.without_tolerance) == ("true", "false")


# --- laws ---------------------------------------------------------------------------------------------------------

OUTCOMES = list(Outcome)


@pytest.mark.parametrize(("one", "other"), [*product(OUTCOMES, repeat=2)])
def test_what_is_not_both_is_not_one_or_not_the_other(one: Outcome, other: Outcome) -> None:
    assert opposite(all_of([one, other])) == any_of([opposite(one), opposite(other)])
    assert opposite(any_of([one, other])) == all_of([opposite(one), opposite(other)])
    assert opposite(opposite(one)) == one
    assert all_of([one, other]) == all_of([other, one])


@pytest.mark.parametrize(("one", "other", "third"), [*product(OUTCOMES, repeat=3)])
def test_how_parts_are_grouped_does_not_matter(one: Outcome, other: Outcome, third: Outcome) -> None:
    assert all_of([one, all_of([other, third])]) == all_of([one, other, third])
    assert any_of([one, any_of([other, third])]) == any_of([one, other, third])


sides = st.sampled_from(
    [
        "Suzhou",
        "苏州",
        '"and"',
        "Xi'an",
        "5 billion yuan",
        "5 billion yuan or more",
        "500亿元",
        "超500亿元",
        "more than 500",
        "50 at least",
        "three hundred",
        "6 to 8.8",
        "projects(2022)",
        "(a + b)",
        "-a",
    ]
)
compared = st.sampled_from(
    [">", "<", " = ", " is ", " more than ", " is at least ", " AT MOST ", " equals ", "超过 ", " 不低于 ", " is not "]
)
comparisons = st.builds("{}{}{}".format, sides, compared, sides)
joined = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.builds("({})".format, inner),
        st.builds("{} ({})".format, st.sampled_from(["not", "非", "并非"]), inner),
        st.builds("{} {} {}".format, inner, st.sampled_from(["and", "or", "且", "或者"]), inner),
    ),
    max_leaves=5,
)


@given(joined)
def test_a_statement_in_words_printed_parses_back_to_the_same_tree(text: str) -> None:
    try:
        tree = parse(text)
    except StatementError:
        # `three hundred and more than 500` joins to one figure where no comparison stands between.
        return
    assert parse(str(tree)) == tree
    assert str(parse(str(tree))) == str(tree)


@given(comparisons, st.sampled_from([" and ", " or "]), comparisons)
def test_comparisons_in_parentheses_are_parts_whatever_words_they_hold(one: str, joint: str, other: str) -> None:
    try:
        alone = [parse(one), parse(other)]
    except StatementError:
        return  # `50 at most -a` takes a from a figure
    tree = parse(f"({one}){joint}({other})")
    assert [*chains_in(tree)] == alone


@given(
    st.lists(
        st.sampled_from(
            [
                *("is", "not", "and", "or", "more", "than", "超过", "且", "5", "a", "(", ")", ">", " ", "at least"),
                *(
                    "times",
                    "half",
                    "of",
                    "the total",
                    "plus",
                    "twice",
                    "比厦门",
                    "多",
                    "的",
                    "3倍",
                    "一半",
                    "约",
                    "是",
                    "苏州",
                ),
            ]
        ),
        max_size=10,
    ).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words)]))
)
def test_words_in_any_order_are_a_statement_or_an_error(text: str) -> None:
    try:
        tree = parse(text)
    except StatementError as error:
        shown = str(error)
    else:
        assert parse(str(tree)) == tree
        return
    assert shown.startswith("error: ")


def test_a_text_without_the_words_is_known_to_have_none() -> None:
    assert not words().are_in("Suzhou + Xiamen")
    assert words().are_in("Suzhou Exceeds Xiamen")
