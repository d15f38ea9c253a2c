"""Amounts of money that contradict themselves, or name no one currency."""

from __future__ import annotations

import pytest

from figure.stated import Refusal, refusal


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("5 billion pesos", "pesos", "ARS, CLP, COP, CUP, DOP, MXN, PHP, UYU"),
        ("pesos 5", "pesos", "ARS, CLP, COP, CUP, DOP, MXN, PHP, UYU"),
        ("5亿比索", "比索", "ARS, CLP, COP, CUP, DOP, MXN, PHP, UYU"),
        ("5 riyals", "riyals", "IRR, OMR, QAR, SAR, YER"),
        ("5 里亚尔", "里亚尔", "IRR, OMR, QAR, SAR, YER"),
        ("5 francs", "francs", "BIF, CDF, CHF, DJF, GNF, KMF, RWF, XAF, XOF, XPF"),
        ("francs 5", "francs", "BIF, CDF, CHF, DJF, GNF, KMF, RWF, XAF, XOF, XPF"),
        ("5 million dinars", "dinars", "BHD, DZD, IQD, JOD, KWD, LYD, RSD, TND"),
        ("5 kroner", "kroner", "DKK, ISK, NOK, SEK"),
        ("kr 500", "kr", "SEK, NOK, DKK, ISK"),
        ("5 shillings", "shillings", "KES, SOS, TZS, UGX"),
        ("法郎5亿", "法郎", "CHF, BIF, CDF, DJF, GNF, KMF, RWF, XAF, XOF, XPF"),
        ("5盾", "盾", "IDR, VND"),
        ("$5 pesos", "pesos", "ARS, CLP, COP, CUP, DOP, MXN, PHP, UYU"),
        ("£5 francs", "francs", "BIF, CDF, CHF, DJF, GNF, KMF, RWF, XAF, XOF, XPF"),
    ],
)
def test_money_of_several_states(text: str, name: str, codes: str) -> None:
    help = "write the code of the one that is meant"
    assert refusal(text) == Refusal(f"'{name}' is the money of several states: {codes}", name, help)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5 yuan", Refusal("two currencies, USD and CNY", "$5 yuan")),
        ("$5 billion yuan", Refusal("two currencies, USD and CNY", "$5 billion yuan")),
        ("¥5 USD", Refusal("two currencies, CNY and USD", "¥5 USD")),
        ("USD 5 EUR", Refusal("two currencies, USD and EUR", "USD 5 EUR")),
        ("£5 dollars", Refusal("two currencies, GBP and USD", "£5 dollars")),
        ("RMB 5 dollars", Refusal("two currencies, CNY and USD", "RMB 5 dollars")),
        ("$5€", Refusal("two currencies, USD and EUR", "$5€")),
        ("5 yuan dollars", Refusal("cannot read 'dollars' after '5 yuan'", "dollars")),
        ("5 dollars yuan", Refusal("cannot read 'yuan' after '5 dollars'", "yuan")),
    ],
)
def test_currencies_that_contradict_each_other(text: str, expected: Refusal) -> None:
    assert refusal(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$", Refusal("no number in it", "")),
        ("yuan", Refusal("no number in it", "")),
        ("a USD", Refusal("expected a number, found 'a'", "a")),
        ("an USD", Refusal("expected a number, found 'an'", "an")),
        ("(5)", Refusal("only a plain amount in brackets is one below zero", "5")),
        ("(5%)", Refusal("only a plain amount in brackets is one below zero", "5%")),
        ("(about $5)", Refusal("only a plain amount in brackets is one below zero", "about $5")),
        ("($5", Refusal("expected a number, found '('", "(")),
        ("$5)", Refusal("cannot read ')' after '$5'", ")")),
        ("()", Refusal("expected a number, found '('", "(")),
        ("20 43", Refusal("cannot read '43' after '20'", "43")),
        ("$20 5 43", Refusal("cannot read '5' after '$20'", "5")),
        ("$20 million 43", Refusal("cannot read '43' after '$20 million'", "43")),
        ("5 cents 3 dollars", Refusal("cannot read '3' after '5 cents'", "3")),
        ("3 dollars 150 cents", Refusal("cannot read '150' after '3 dollars'", "150")),
        ("10块30", Refusal("cannot read '30' after '10块'", "30")),
        ("12 MEURO", Refusal("cannot read 'MEURO' after '12'", "MEURO", "did you mean euro?")),
        ("12 XEUR", Refusal("cannot read 'XEUR' after '12'", "XEUR", "did you mean eur?")),
        ("5 yaun", Refusal("cannot read 'yaun' after '5'", "yaun", "did you mean yuan?")),
        ("5 dolars", Refusal("cannot read 'dolars' after '5'", "dolars", "did you mean dollars?")),
    ],
)
def test_what_is_no_amount(text: str, expected: Refusal) -> None:
    assert refusal(text) == expected
