"""From text to tree: what is one token, what binds closer, and that a tree printed is the statement again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.errors import StatementError
from mycity_cli.statement.nodes import (
    Addition,
    Measured,
    Multiplication,
    Name,
    Number,
    Range,
    Span,
    Statement,
)
from mycity_cli.statement.parse import parse


def sides(statement: Statement) -> list[str]:
    return [str(statement.first), *(str(side) for _, side in statement.rest)]


@pytest.mark.parametrize(
    "figure",
    [
        "93 billion yuan",
        "93bn",
        "930亿元",
        "50%",
        "about 93 billion",
        "more than 500",
        "nearly half",
        "1,234",
        "500+",
        "twenty-five",
        "93-billion yuan",
        "超930亿元",
        "三百零五",
        "$5 billion",
        "30 projects",
        "930亿元以上",
        "百分之五十",
        "~93 billion",
        "9300万 ",
        "top 50",
    ],
)
def test_a_figure_is_one_token_wherever_it_stands(figure: str) -> None:
    statement = parse(f"{figure} <= Suzhou + {figure}")
    assert isinstance(statement.first, Number)
    right = statement.rest[0][1]
    assert isinstance(right, Addition)
    assert isinstance(right.rest[0][1], Number)
    assert statement.first == right.rest[0][1]


@pytest.mark.parametrize(
    "name",
    [
        "Suzhou",
        "苏州",
        "上海",
        "三亚",
        "九江",
        "万宁",
        "百色",
        "半岛",
        "近江",
        "元谋",
        "Xi'an",
        "Ya'an",
        "Won",
        "Wonju",
        "Ten-cities",
        "pandas-share",
        "half-of-all",
        "over-500",
        "about-face",
        "5g-base-stations",
        "Sūzhōu",
        "Québec",
        "K",
    ],
)
def test_a_name_is_a_name_even_where_it_begins_as_a_figure(name: str) -> None:
    assert parse(f"{name} > 1 yuan").first == Name(name, quoted=False, span=(0, 0))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a+b*c>d", "a + b * c > d"),
        ("(a + b) * c > d", "(a + b) * c > d"),
        ("a - (b - c) > d", "a - (b - c) > d"),
        ("a / (b * c) > d", "a / (b * c) > d"),
        ("((a)) > ((b))", "a > b"),
        ("-a * b >= --c", "-a * b >= --c"),
        ("-(a + b) == c", "-(a + b) = c"),
        ("a ≈ b", "a = b"),
        ("a ≠ b", "a != b"),
        ("a ≥ b × c ÷ d", "a >= b * c / d"),
        ("苏州＞厦门＋东莞", "苏州 > 厦门 + 东莞"),
        ("projects( Suzhou , year = 2022 )=30", "projects(Suzhou, year=2022) = 30"),
        ('"Hong Kong" < “A "B"”', '"Hong Kong" < “A "B"”'),
        ("x > 50+", "x > 50+"),
        ("x > 50+ + 3", "x > 50+ + 3"),
        ("x > 50 + 3", "x > 50 + 3"),
        ("x > 50+3", "x > 50 + 3"),
        ("projects(since=2022-06, until=2022-06-30) = 3", "projects(since=2022-06, until=2022-06-30) = 3"),
        ("a < b < c", "a < b < c"),
        ("x = 6  to 8.8", "x = 6 to 8.8"),
        ("2 * 6 To 8 > x", "2 * 6 to 8 > x"),
    ],
)
def test_a_statement_prints_as_it_binds(text: str, expected: str) -> None:
    assert str(parse(text)) == expected
    assert parse(expected) == parse(text)


def test_a_plus_with_something_behind_it_adds_and_at_the_end_of_a_number_hedges() -> None:
    assert isinstance(parse("x > 50+3").rest[0][1], Addition)
    assert isinstance(parse("x > 50+").rest[0][1], Number)


def test_spans_point_into_the_statement() -> None:
    text = "Suzhou * 2 > projects(city=Xiamen)"
    statement = parse(text)
    product, measured = statement.first, statement.rest[0][1]
    assert isinstance(product, Multiplication)
    assert isinstance(measured, Measured)
    assert text[slice(*product.rest[0][1].span)] == "2"
    assert text[slice(*measured.filters[0].value.span)] == "Xiamen"


def test_to_makes_a_range_of_two_figures_and_is_a_name_elsewhere() -> None:
    statement = parse("to = 6 to 8.8")
    assert statement.first == Name("to", quoted=False, span=Span(0, 2))
    ((_, right),) = statement.rest
    assert isinstance(right, Range)
    assert right.span == (5, 13)
    again = parse("to = 90亿元 to 95亿元")
    assert str(again) == "to = 90亿元 to 95亿元"


def test_a_statement_like_another_has_its_own_names_and_places() -> None:
    parse("Suzhou > Xiamen + 1 yuan")
    again = parse("苏州  >  东莞 + 22 yuan")
    assert str(again) == "苏州 > 东莞 + 22 yuan"
    assert again.first.span == (0, 2)


# --- laws ---------------------------------------------------------------------------------------------------------

names = st.sampled_from(["Suzhou", "苏州", "total", "pandas-share", "Xi'an", '"Hong Kong"', "上海"])
figures = st.sampled_from(
    [
        "6 to 8.8",
        "90亿元 to 95亿元",
        "93 billion yuan",
        "about 930亿元",
        "50%",
        "nearly half",
        "500+",
        "1,234",
        "twenty-five",
    ]
)
measures = st.builds(
    lambda measure, filters: f"{measure}({', '.join(filters)})",
    st.sampled_from(["amount", "projects", "signings", "conferences"]),
    st.lists(
        st.sampled_from(["Suzhou", "2022", "kind=promotion", "since=2022-06", "min-amount=10 billion"]), max_size=3
    ),
)
expressions = st.recursive(
    st.one_of(names, figures, measures),
    lambda inner: st.one_of(
        st.builds("({})".format, inner),
        st.builds("-{}".format, inner),
        st.builds("{} {} {}".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("{} {} ({})".format, inner, st.sampled_from("+-*/"), inner),
    ),
    max_leaves=12,
)
statements = st.builds("{} {} {}".format, expressions, st.sampled_from([">", ">=", "<", "<=", "=", "!="]), expressions)


@given(statements)
def test_a_tree_printed_parses_back_to_the_same_tree(text: str) -> None:
    tree = parse(text)
    assert parse(str(tree)) == tree
    assert str(parse(str(tree))) == str(tree)


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from([*"()+-*/<>=!,\"' .", "Suzhou", "5", "50%", "亿"]), max_size=9).map("".join)
    )
)
def test_any_text_is_a_statement_or_an_error_that_draws_itself(text: str) -> None:
    try:
        tree = parse(text)
    except StatementError as error:
        shown = str(error)
    else:
        assert parse(str(tree)) == tree
        return
    assert shown.startswith("error: ")
