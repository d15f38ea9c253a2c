"""What is no figure, and what the user is told of it."""

from __future__ import annotations

import pytest

from mycity_cli.errors import FigureError
from mycity_cli.figure import Figure

EXAMPLES = "write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%"


@pytest.mark.parametrize(
    ("text", "message", "carets", "help"),
    [
        # No number.
        ("", "the figure is empty", "^", EXAMPLES),
        ("abc", "expected a number, found 'abc'", "^^^", EXAMPLES),
        ("USD", "no number in it", "   ^", EXAMPLES),
        ("about", "no number in it", "     ^", EXAMPLES),
        ("about yuan", "no number in it", "          ^", EXAMPLES),
        ("over budget", "expected a number, found 'budget'", "     ^^^^^^", EXAMPLES),
        ("+5%", "expected a number, found '+'", "^", EXAMPLES),
        ("--5", "expected a number, found '-'", " ^", EXAMPLES),
        ("多5亿", "expected a number, found '多'", "^^", EXAMPLES),
        ("投资5亿元", "expected a number, found '投'", "^^", EXAMPLES),
        ("亿元", "a number is missing before the scale word", "^^^^", EXAMPLES),
        ("billions of yuan", "a number is missing before the scale word", "^^^^^^^^", EXAMPLES),
        # A number written wrong.
        (
            "1,23 million",
            "cannot read the number '1,23': commas stand before groups of three digits, one point before decimals",
            "^^^^",
            EXAMPLES,
        ),
        (
            "RMB 1.234.567",
            "cannot read the number '1.234.567': commas stand before groups of three digits, one point before decimals",
            "    ^^^^^^^^^",
            EXAMPLES,
        ),
        (
            "1.234,56",
            "cannot read the number '1.234,56': commas stand before groups of three digits, one point before decimals",
            "^^^^^^^^",
            EXAMPLES,
        ),
        (
            "0,5%",
            "cannot read the number '0,5': commas stand before groups of three digits, one point before decimals",
            "^^^",
            EXAMPLES,
        ),
        ("1" * 61, "a number of more than 60 digits", "^" * 61, EXAMPLES),
        ("三百五亿元", "'五' could be ones or tens: write the place, or 零 before it", "    ^^", EXAMPLES),
        ("约十百", "'百' cannot stand here in a Chinese number", "  ^^^^", EXAMPLES),
        # Something after the figure.
        ("52.563 bilion yuan", "cannot read 'bilion' after '52.563'", "       ^^^^^^", "did you mean billion?"),
        (
            "52.563 billion yaun",
            "cannot read 'yaun' after '52.563 billion'",
            "               ^^^^",
            "did you mean yuan?",
        ),
        ("30 projcts", "cannot read 'projcts' after '30'", "   ^^^^^^^", "did you mean projects?"),
        ("22 precent", "cannot read 'precent' after '22'", "   ^^^^^^^", "did you mean percent?"),
        ("418 giraffes", "cannot read 'giraffes' after '418'", "    ^^^^^^^^", EXAMPLES),
        ("５ ｚｚｚ", "cannot read 'ｚｚｚ' after '５'", "   ^^^^^^", EXAMPLES),
        ("5.", "cannot read '.' after '5'", " ^", EXAMPLES),
        ("1,", "cannot read ',' after '1'", " ^", EXAMPLES),
        ("1e9", "cannot read 'e' after '1'", " ^", EXAMPLES),
        ("5%%", "cannot read '%' after '5%'", "  ^", EXAMPLES),
        ("1亿5", "cannot read '5' after '1亿'", "   ^", EXAMPLES),
        ("1 billion 1 billion", "cannot read '1' after '1 billion'", "          ^", EXAMPLES),
        ("5亿50000万", "cannot read '50000' after '5亿'", "   ^^^^^", EXAMPLES),
        ("1 million million", "cannot read 'million' after '1 million'", "          ^^^^^^^", EXAMPLES),
        ("twenty-zero", "cannot read '-' after 'twenty'", "      ^", EXAMPLES),
        ("525.63亿元。", "cannot read '。' after '525.63亿元'", "          ^^", EXAMPLES),
        ("30个项目项目", "cannot read '项' after '30个项目'", "        ^^", EXAMPLES),
        ("5 billion yuan projects", "cannot read 'projects' after '5 billion yuan'", " " * 15 + "^" * 8, EXAMPLES),
        # Parts that contradict each other.
        ("$5 billion yuan", "two currencies, USD and CNY", "^" * 15, EXAMPLES),
        ("¥5 USD", "two currencies, CNY and USD", "^^^^^^", EXAMPLES),
        ("$5%", "a percentage has no currency", "^^^", EXAMPLES),
        ("5亿%", "a percentage has no scale word", "^^^^", EXAMPLES),
        ("5 percent yuan", "cannot read 'yuan' after '5 percent'", "          ^^^^", EXAMPLES),
        ("about nearly 5", "'nearly' does not go with the hedge before it", "      ^^^^^^", EXAMPLES),
        ("about 5 or more", "'or more' does not go with the hedge before it", "        ^^^^^^^", EXAMPLES),
        ("近200余亿元", "'余' does not go with the hedge before it", "     ^^", EXAMPLES),
    ],
)
def test_what_is_no_figure_is_refused_with_the_part_at_fault(text: str, message: str, carets: str, help: str) -> None:
    with pytest.raises(FigureError) as caught:
        Figure.parse(text)
    assert str(caught.value) == f"error: {message}\n  {text}\n  {carets}" + f"\nhelp: {help}"


@pytest.mark.parametrize(
    "text",
    [
        "nearly 0",
        "近零",
        pytest.param("一" * 61, id="61 digits"),
        pytest.param("一点" + "一" * 5000),
        "18亿多2000万元",
        "20多亿3000万元",
        "half a",
        "half an",
    ],
)
def test_what_states_no_number_is_refused(text: str) -> None:
    with pytest.raises(FigureError):
        Figure.parse(text)


def test_an_article_is_one_before_a_scale_and_before_a_currency() -> None:
    assert Figure.parse("a billion yuan").value == 10**9
    assert Figure.parse("a 5 billion yuan").value == 5 * 10**9
    assert Figure.parse("a yuan") == Figure.parse("1 yuan")
    assert Figure.parse("a dollar") == Figure.parse("1 dollar")


def test_an_article_is_no_number_before_a_code() -> None:
    with pytest.raises(FigureError) as caught:
        Figure.parse("a USD")
    assert caught.value.message == "expected a number, found 'a'"


def test_what_could_act_on_a_terminal_is_shown_in_the_error() -> None:
    with pytest.raises(FigureError) as caught:
        Figure.parse("5\x1b[31m")
    assert str(caught.value) == (f"error: cannot read '\\x1b' after '5'\n  5\\x1b[31m\n   ^^^^\nhelp: {EXAMPLES}")
