"""A figure with the words of one read before is the figure that the reader would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.errors import FigureError
from mycity_cli.figure import Figure, figure, known, whole
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.figure.reader import Reader
from mycity_cli.figure.tokens import Tokens, tokenize

BEFORE = [
    "", " ", "about ", "more than ", "nearly ", "RMB ", "$", "约", "超过", "近", "百分之", "-", "about -", "- ", "top ",
    "５", "０.", "０", "一", "half ", "a ", "1", "1,", ".", "£ about ", "up to HK$",
]  # fmt: skip
ENDINGS = [
    "", " billion yuan", "bn CNY", "亿元", "万亿元", "%", " per cent", " million US dollars", "-million-yuan", " % ",
    "千万元", " projects", "多亿元", "亿元以上", " or so", " bananas", "一", "半", "点", " half",
    "个项目", "亿", "亿三千万元", "０", "．５", " billion, or so", "多个", "余项", ",", ".", " thousand million",
]  # fmt: skip
NUMBERS = st.one_of(
    st.integers(0, 10**15).map(str),
    st.integers(0, 10**12).map(lambda number: f"{number:,}"),
    st.decimals(0, 10**6, places=3).map(str),
    st.sampled_from(["1,23", "1.2.3", "1" * 61, "007", "0", "0.50"]),
)


def as_read(text: str) -> Figure | str:
    """Return what the reader alone makes of a text: a figure, or the message that refuses it."""
    forget()
    return as_parsed(text)


def forget() -> None:
    known._SHAPES.clear()
    figure._parsed.cache_clear()


@pytest.mark.parametrize(("words", "shape"), known.SEEDS.items())
def test_a_shape_that_is_known_from_the_start_is_as_the_reader_reads_it(
    words: tuple[str, str], shape: known.Shape
) -> None:
    assert all(whole.holds(shape, words[0], number, words[1]) for number in ("7", "40", "1,234.5", "0.25", "0", "100"))


@pytest.mark.parametrize("code", known.CODES)
def test_a_code_that_is_known_from_the_start_is_that_of_a_currency(code: str) -> None:
    assert code in LEXICON.currencies
    assert LEXICON.currency[code.lower()] == code


@pytest.mark.parametrize("text", known.HALVES)
def test_a_half_that_is_known_from_the_start_is_as_the_reader_reads_it(text: str) -> None:
    read = Figure.of(whole.read_whole(text), text)
    assert (Figure.parse(text), Figure.parse(text).text) == (read, text)


def as_parsed(text: str) -> Figure | str:
    try:
        return Figure.parse(text)
    except FigureError as error:
        return str(error)


@given(st.sampled_from(BEFORE), NUMBERS, NUMBERS, st.sampled_from(ENDINGS))
def test_what_is_known_changes_nothing(before: str, first: str, second: str, ending: str) -> None:
    expected = as_read(before + second + ending)
    forget()
    as_parsed(before + first + ending)
    found = as_parsed(before + second + ending)
    assert found == expected
    assert str(found) == str(expected)
    if isinstance(found, Figure) and isinstance(expected, Figure):
        assert found.thing == expected.thing


@pytest.mark.parametrize("text", ["about 26.8 billion yuan", "RMB 5 billion", "30 projects", "超过5个项目", "约22.4%"])
def test_a_hedged_figure_of_a_kind_that_was_read_is_not_read_again(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    first = Figure.parse(text)
    figure._parsed.cache_clear()
    monkeypatch.setattr(whole, "Reader", None)
    assert Figure.parse(text) == first
    assert Figure.parse(text) is Figure.parse(text)


@pytest.mark.parametrize("text", ["26.8 billion yuan", " 26.8 billion yuan", "30", "22.4%"])
def test_a_figure_of_a_kind_that_was_read_is_known_with_its_place_in_the_text(text: str) -> None:
    forget()
    assert Figure.known(text) is None
    Figure.read(text, tokenize(text), 0)
    found = Figure.known(text)
    assert found is not None
    stated, _, (start, end) = found
    reading = Reader(Tokens(text, tokenize(text))).read()
    assert (stated.text, start, end) == (text.strip(), reading.start, reading.end)


@pytest.mark.parametrize(
    "text", ["about 93 billion yuan", "$5 billion", "30 projects", "18 billion 180 million yuan", "-5%"]
)
def test_what_is_more_than_a_number_and_its_unit_is_for_the_reader_of_statements(text: str) -> None:
    Figure.parse(text)
    assert Figure.known(text) is None
