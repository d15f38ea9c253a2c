"""Texts cut into tokens: narrow, in lower case, each where it stands in the text."""

from __future__ import annotations

import pytest
from hypothesis import given

from mycity_cli.figure.tokens import tokenize
from strategies import any_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u3000", []),
        ("52.563 billion yuan", ["52.563", "billion", "yuan"]),
        ("RMB26.8bn", ["rmb", "26.8", "bn"]),
        ("525.63亿元", ["525.63", "亿", "元"]),
        ("１３．５亿元", ["13.5", "亿", "元"]),
        ("ＵＳ＄５", ["us", "$", "5"]),
        ("￥5", ["¥", "5"]),
        ("−5", ["-", "5"]),
        ("2–3", ["2", "-", "3"]),
        ("1,234.", ["1,234", "."]),
        ("1,,2", ["1,,2"]),
        (".5", [".5"]),
        ("0.5.5", ["0.5.5"]),
        ("a.5", ["a", ".", "5"]),
        ("1'234'567", ["1'234'567"]),
        ("1’234.5", ["1’234.5"]),
        ("1'23", ["1", "'", "23"]),
        ("1 234", ["1", "234"]),
        ("U.S. $5", ["u.s.", "$", "5"]),
        ("approx. 5", ["approx", ".", "5"]),
        ("22%", ["22", "%"]),
        ("ÉTÉ", ["ete"]),
        ("Kč", ["kc"]),
        ("złoty 5", ["zloty", "5"]),
        ("億圓", ["亿", "圆"]),
        ("\x1b5", ["\x1b", "5"]),
    ],
)
def test_a_text_is_cut_into_numbers_words_and_signs(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected


@pytest.mark.parametrize(("text", "kind"), [("1,234.5", "number"), ("yuan", "word"), ("u.s.", "word"), ("元", "sign")])
def test_a_token_has_a_kind(text: str, kind: str) -> None:
    (token,) = tokenize(text)
    assert (token.kind, token.is_word) == (kind, kind == "word")


@given(any_text)
def test_no_character_is_skipped_but_white_space(text: str) -> None:
    """Tokens stand one after another in the text, and what lies between them is white space."""
    tokens, at = tokenize(text), 0
    for token in tokens:
        assert text[at : token.start].strip() == ""
        assert len(token.text) == token.end - token.start > 0
        at = token.end
    assert text[at:].strip() == ""


def test_a_long_run_of_white_space_takes_no_time() -> None:
    # Looked at again from each of its characters it would take an hour.
    assert [token.text for token in tokenize("deals" + " " * 200_000)] == ["deals"]
