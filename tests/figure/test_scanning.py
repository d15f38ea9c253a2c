"""Figures in running text: each number is read with all that belongs to it."""

from __future__ import annotations

import pytest

from figure.scanned import scanned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port took $46.9 billion and 3 million euros.",
            "$46.9 billion = 46,900,000,000 USD; 3 million euros = 3,000,000 EUR",
        ),
        (
            "France took $5 billion, Italy 3 million euros.",
            "$5 billion = 5,000,000,000 USD; 3 million euros = 3,000,000 EUR",
        ),
        (
            "They paid AUD $15, SGD$4.90 and US$7 bn.",
            "AUD $15 = 15 AUD; SGD$4.90 = 4.90 SGD; US$7 bn = 7,000,000,000 USD",
        ),
        (
            "A loan of P512.2 billion, KSh5 million and R30.",
            "P512.2 billion = 512,200,000,000 PHP; KSh5 million = 5,000,000 KES; R30 = 30 ZAR",
        ),
        ("It costs 75 USD million, or 120 MEUR.", "75 USD million = 75,000,000 USD; 120 MEUR = 120,000,000 EUR"),
        (
            "It grew from RMB 2.5 million to CNY 4 million.",
            "RMB 2.5 million = 2,500,000 CNY; CNY 4 million = 4,000,000 CNY",
        ),
        ("Sales of 5 million usd and 7 million gbp", "5 million usd = 5,000,000 USD; 7 million gbp = 7,000,000 GBP"),
        ("A plant worth 3 lakh crore rupees", "3 lakh crore rupees = 3,000,000,000,000 INR"),
        ("A fine of 3 dollars 50 cents", "3 dollars 50 cents = 3.50 USD"),
        ("He paid 470 pence and 90 cents.", "470 pence = 4.70 GBP; 90 cents = 0.90 USD"),
        ("Two and a half million yuan was spent.", "Two and a half million yuan = 2,500,000 CNY"),
        ("half a billion dollars more", "half a billion dollars = 500,000,000 USD"),
        (
            "It lost -$5 million and minus 3 million euros.",
            "-$5 million = -5,000,000 USD; minus 3 million euros = -3,000,000 EUR",
        ),
        ("negative $81.5 million", "negative $81.5 million = -81,500,000 USD"),
    ],
)
def test_amounts(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总投资3亿元美金,其中港币5亿元。", "3亿元美金 = 300,000,000 USD; 港币5亿元 = 500,000,000 HKD"),
        ("花了123元5角,又花了5元3角2分。", "123元5角 = 123.5 CNY; 5元3角2分 = 5.32 CNY"),
        (
            "投资1万5千亿元、一个半亿元和3万万元。",
            "1万5千亿元 = 1,500,000,000,000 CNY; 一个半亿元 = 150,000,000 CNY; 3万万元 = 300,000,000 CNY",
        ),
        ("注册资本壹佰贰拾万元整。", "壹佰贰拾万元整 = 1,200,000 CNY"),
        (
            "两三亿元、数十亿元。",
            "两三亿元 = 200,000,000 CNY between +100,000,000; 数十亿元 = 1,000,000,000 CNY between +9,000,000,000",
        ),
        ("几百万元", "几百万元 = 1,000,000 CNY between +9,000,000"),
        ("利润为负5亿元,约10亿多元。", "负5亿元 = -500,000,000 CNY; 10亿多元 = 1,000,000,000 CNY odd +100,000,000"),
        ("不到3千万美元,10亿元以上", "3千万美元 = 30,000,000 USD at_most; 10亿元 = 1,000,000,000 CNY at_least"),
        ("要10块3。", "10块3 = 10.3 CNY"),
    ],
)
def test_amounts_in_chinese(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("港幣5億元", "港幣5億元 = 500,000,000 HKD"),
        ("總投資約兩三億元,簽約12個。", "兩三億元 = 200,000,000 CNY between +100,000,000; 12 = 12 count"),
        ("人民幣三億元,即數億美元", "人民幣三億元 = 300,000,000 CNY; 數億美元 = 100,000,000 USD between +900,000,000"),
        ("超過5萬億元", "5萬億元 = 5,000,000,000,000 CNY over"),
    ],
)
def test_traditional_characters(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last year's $46.9 billion", "$46.9 billion = 46,900,000,000 USD"),
        ("They raised Series C $5 million in May.", "$5 million = 5,000,000 USD"),
        ("a $35 million plant", "$35 million = 35,000,000 USD"),
        ("Canada's $5 billion deal", "$5 billion = 5,000,000,000 USD"),
        ("an A$35 million plant", "A$35 million = 35,000,000 AUD"),
    ],
)
def test_possessives_and_articles_are_no_currency(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-two deals and a dozen contracts", "twenty-two = 22 count; a dozen = 12 count"),
        (
            "1,234,567 people, 12,34,567 people and 1 234 567 people",
            "1,234,567 = 1,234,567 count; 12,34,567 = 1,234,567 count; 1 234 567 = 1,234,567 count",
        ),
        ("1'234'567 people", "1'234'567 = 1,234,567 count"),
        ("三万五千人和十几个项目", "三万五千 = 35,000 count; 十几 = 10 count odd +10"),
        ("三万五", "三万五 = 35,000 count"),
        ("some 200 guests, more than 30 deals", "200 = 200 count about; 30 = 30 count over"),
    ],
)
def test_counts(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22.4% and .5 percent", "22.4% = 0.224 ratio; .5 percent = 0.005 ratio"),
        (
            "a third of them, two-thirds, one in four",
            "a third = 0.333 ratio; two-thirds = 0.667 ratio; one in four = 0.25 ratio",
        ),
        ("½ of them", "½ = 0.5 ratio"),
        (
            "七成五、三成半、万分之五、三分之二",
            "七成五 = 0.75 ratio; 三成半 = 0.35 ratio; 万分之五 = 0.0005 ratio; 三分之二 = 0.667 ratio",
        ),
        (
            "up 3 percentage points, or 25 basis points",
            "3 percentage points = 0.03 points; 25 basis points = 0.0025 points",
        ),
        ("提高3个百分点", "3个百分点 = 0.03 points"),
        ("负3.9%", "负3.9% = -0.039 ratio"),
        ("at least -5%", "-5% = -0.05 ratio at_least"),
        ("-5% or less", "-5% = -0.05 ratio at_most"),
    ],
)
def test_ratios(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-20% of them", "5 = 0.05 ratio; 20% = 0.20 ratio"),
        ("$3-5 billion", "$3 = 3,000,000,000 USD; 5 billion = 5,000,000,000 USD"),
        ("$3 to $5 billion", "$3 = 3,000,000,000 USD; $5 billion = 5,000,000,000 USD"),
        ("between 3 and 5 billion yuan", "3 = 3,000,000,000 CNY; 5 billion yuan = 5,000,000,000 CNY"),
        ("5 to 10 projects", "5 = 5 count; 10 = 10 count"),
        ("投资3亿至5亿元", "3亿 = 300,000,000 CNY; 5亿元 = 500,000,000 CNY"),
        ("10至20亿元", "10 = 1,000,000,000 CNY; 20亿元 = 2,000,000,000 CNY"),
        ("20%-30%", "20% = 0.20 ratio; 30% = 0.30 ratio"),
    ],
)
def test_ranges_are_two_figures_of_one_unit(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Debt crept up to $85 billion.", "$85 billion = 85,000,000,000 USD"),
        ("It is spread over 14 contracts.", "14 = 14 count"),
        ("They add up to 5 million yuan.", "5 million yuan = 5,000,000 CNY"),
        ("签约5亿元,经过3个月", "5亿元 = 500,000,000 CNY"),
        ("最近5亿元", "5亿元 = 500,000,000 CNY"),
        ("迈上千亿元台阶", "千亿元 = 100,000,000,000 CNY"),
    ],
)
def test_hedges_that_are_none(text: str, expected: str) -> None:
    assert scanned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to $85 billion", "$85 billion = 85,000,000,000 USD at_most"),
        ("over 14 contracts", "14 = 14 count over"),
        ("上千亿元", "千亿元 = 100,000,000,000 CNY over"),
        ("不到一半", "一半 = 0.5 ratio at_most"),
        ("近三分之二", "三分之二 = 0.667 ratio nearly"),
        ("5 million or more", "5 million = 5,000,000 count at_least"),
        ("5+ deals", "5 = 5 count over"),
    ],
)
def test_hedges(text: str, expected: str) -> None:
    assert scanned(text) == expected
