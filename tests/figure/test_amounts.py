"""Amounts of money: currencies before and behind the number, their subunits, signs."""

from __future__ import annotations

import pytest

from figure.stated import stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5", "5 USD to 1"),
        ("US$5", "5 USD to 1"),
        ("U.S. $5", "5 USD to 1"),
        ("RMB5", "5 CNY to 1"),
        ("RMB 5 billion", "5,000,000,000 CNY to 1,000,000,000"),
        ("renminbi 8 million", "8,000,000 CNY to 1,000,000"),
        ("¥5", "5 CNY to 1"),
        ("CNY 5", "5 CNY to 1"),
        ("cny5", "5 CNY to 1"),
        ("HK$2.79 trillion", "2,790,000,000,000 HKD to 10,000,000,000"),
        ("A$7 million", "7,000,000 AUD to 1,000,000"),
        ("NZ$12.5", "12.5 NZD to 0.1"),
        ("S$3", "3 SGD to 1"),
        ("R$40", "40 BRL to 1"),
        ("C$9", "9 CAD to 1"),
        ("€1.2 million", "1,200,000 EUR to 100,000"),
        ("£500k", "500,000 GBP to 1,000"),
        ("₹300 crore", "3,000,000,000 INR to 10,000,000"),
        ("₩9 trillion", "9,000,000,000,000 KRW to 1,000,000,000,000"),
        ("₫25,000", "25,000 VND to 1"),
        ("฿120", "120 THB to 1"),
        ("Rs 500", "500 INR to 1"),
        ("Rs. 500", "500 INR to 1"),
        ("kc 500", "500 CZK to 1"),
        ("dollars 5", "5 USD to 1"),
        ("euros 3 million", "3,000,000 EUR to 1,000,000"),
        ("$ about 5", "5 USD to 1, about"),
        ("人民币5亿元", "500,000,000 CNY to 100,000,000"),
        ("港币5亿元", "500,000,000 HKD to 100,000,000"),
        ("美元5亿", "500,000,000 USD to 100,000,000"),
        ("欧元3亿", "300,000,000 EUR to 100,000,000"),
    ],
)
def test_currencies_before_the_number(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P512.2 billion", "512,200,000,000 PHP to 100,000,000"),
        ("KSh5", "5 KES to 1"),
        ("KSh 5", "5 KES to 1"),
        ("R250 million", "250,000,000 ZAR to 1,000,000"),
        ("K75", "75 ZMW to 1"),
        ("RM30", "30 MYR to 1"),
        ("Rp15,000", "15,000 IDR to 1"),
        ("SFr8", "8 CHF to 1"),
    ],
)
def test_letters_before_the_number(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AUD $15", "15 AUD to 1"),
        ("SGD$4.90", "4.90 SGD to 0.01"),
        ("JPY¥5", "5 JPY to 1"),
        ("USD $3 billion", "3,000,000,000 USD to 1,000,000,000"),
        ("CAD$ 7", "7 CAD to 1"),
        ("$ USD 5", "5 USD to 1"),
    ],
)
def test_codes_and_signs_together(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 yuan", "5 CNY to 1"),
        ("5元", "5 CNY to 1"),
        ("5块", "5 CNY to 1"),
        ("5块钱", "5 CNY to 1"),
        ("15 USD", "15 USD to 1"),
        ("15USD", "15 USD to 1"),
        ("15 usd", "15 USD to 1"),
        ("5$", "5 USD to 1"),
        ("5 €", "5 EUR to 1"),
        ("5-yuan", "5 CNY to 1"),
        ("5-billion-yuan", "5,000,000,000 CNY to 1,000,000,000"),
        ("5 billion US dollars", "5,000,000,000 USD to 1,000,000,000"),
        ("5 million U.S. dollars", "5,000,000 USD to 1,000,000"),
        ("5 million Australian dollars", "5,000,000 AUD to 1,000,000"),
        ("4 billion Hong Kong dollars", "4,000,000,000 HKD to 1,000,000,000"),
        ("9 million pounds", "9,000,000 GBP to 1,000,000"),
        ("2 million rand", "2,000,000 ZAR to 1,000,000"),
        ("6 trillion won", "6,000,000,000,000 KRW to 1,000,000,000,000"),
        ("9 million zloty", "9,000,000 PLN to 1,000,000"),
        ("9 million złoty", "9,000,000 PLN to 1,000,000"),
        ("12 billion Kč", "12,000,000,000 CZK to 1,000,000,000"),
        ("40 million Turkish lira", "40,000,000 TRY to 1,000,000"),
        ("5亿韩元", "500,000,000 KRW to 100,000,000"),
        ("3千万欧元", "30,000,000 EUR to 10,000,000"),
    ],
)
def test_currencies_behind_the_number(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5亿元人民币", "500,000,000 CNY to 100,000,000"),
        ("3亿元美金", "300,000,000 USD to 100,000,000"),
        ("3亿元港币", "300,000,000 HKD to 100,000,000"),
        ("8亿元新台币", "800,000,000 TWD to 100,000,000"),
        ("7亿元日元", "700,000,000 JPY to 100,000,000"),
    ],
)
def test_yuan_of_a_currency(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5 billion HKD", "5,000,000,000 HKD to 1,000,000,000"),
        ("$5 million Canadian dollars", "5,000,000 CAD to 1,000,000"),
        ("¥5 billion JPY", "5,000,000,000 JPY to 1,000,000,000"),
        ("£5 million Egyptian pounds", "5,000,000 EGP to 1,000,000"),
        ("Rs 500 Pakistani rupees", "500 PKR to 1"),
        ("RMB 26.8 billion yuan", "26,800,000,000 CNY to 100,000,000"),
        ("MX$5 pesos", "5 MXN to 1"),
        ("CHF 5 francs", "5 CHF to 1"),
    ],
)
def test_a_shared_sign_gives_way_to_a_name(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("75 USD million", "75,000,000 USD to 1,000,000"),
        ("3 EUR bn", "3,000,000,000 EUR to 1,000,000,000"),
        ("120 MEUR", "120,000,000 EUR to 1,000,000"),
        ("12 MUSD", "12,000,000 USD to 1,000,000"),
        ("2 BNEUR", "2,000,000,000 EUR to 1,000,000,000"),
        ("5 KGBP", "5,000 GBP to 1,000"),
        ("3 MNUSD", "3,000,000 USD to 1,000,000"),
    ],
)
def test_scales_beside_the_code(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("470 pence", "4.70 GBP to 0.01"),
        ("70p", "0.70 GBP to 0.01"),
        ("50 cents", "0.50 USD to 0.01"),
        ("50¢", "0.50 USD to 0.01"),
        ("¢50", "0.50 USD to 0.01"),
        ("75 fen", "0.75 CNY to 0.01"),
        ("3 jiao", "0.3 CNY to 0.1"),
        ("8毛", "0.8 CNY to 0.1"),
        ("25分", "0.25 CNY to 0.01"),
        ("100 kopecks", "1.00 RUB to 0.01"),
        ("50 satang", "0.50 THB to 0.01"),
        ("20 paise", "0.20 INR to 0.01"),
        ("300 tomans", "3,000 IRR to 10"),
        ("5000 halalas", "50.00 SAR to 0.01"),
        ("10港仙", "0.10 HKD to 0.01"),
        ("5 euro cents", "0.05 EUR to 0.01"),
    ],
)
def test_subunits(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 dollars 50 cents", "3.50 USD to 0.01"),
        ("3 dollars and 50 cents", "3.50 USD to 0.01"),
        ("12 pounds 30 pence", "12.30 GBP to 0.01"),
        ("five dollars and five cents", "5.05 USD to 0.01"),
        ("$20 and 43 cents", "20.43 USD to 0.01"),
        ("123元5角", "123.5 CNY to 0.1"),
        ("5元3角2分", "5.32 CNY to 0.01"),
        ("5元零3分", "5.03 CNY to 0.01"),
        ("三块五毛", "3.5 CNY to 0.1"),
    ],
)
def test_amounts_with_subunits(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$20 43", "20.43 USD to 0.01"),
        ("15 dollars 50", "15.50 USD to 0.01"),
        ("15 dollars and 50", "15.50 USD to 0.01"),
        ("4 yuan 50", "4.50 CNY to 0.01"),
        ("6 euros 20", "6.20 EUR to 0.01"),
        ("10块3", "10.3 CNY to 0.1"),
        ("10块零3", "10.03 CNY to 0.01"),
        ("三块五", "3.5 CNY to 0.1"),
        ("2元5", "2.5 CNY to 0.1"),
    ],
)
def test_subunits_without_a_name(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a dollar", "1 USD to 1"),
        ("a yuan", "1 CNY to 1"),
        ("a pound", "1 GBP to 1"),
        ("a billion yuan", "1,000,000,000 CNY to 1,000,000,000"),
        ("a 5 billion yuan", "5,000,000,000 CNY to 1,000,000,000"),
        ("a $5", "5 USD to 1"),
    ],
)
def test_articles(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-$5", "-5 USD to 1"),
        ("$-5", "-5 USD to 1"),
        ("−¥5", "-5 CNY to 1"),
        ("-5 yuan", "-5 CNY to 1"),
        ("minus $3 billion", "-3,000,000,000 USD to 1,000,000,000"),
        ("negative $81.5 million", "-81,500,000 USD to 100,000"),
        ("负5亿元", "-500,000,000 CNY to 100,000,000"),
        ("($99.99)", "-99.99 USD to 0.01"),
        ("(5 billion yuan)", "-5,000,000,000 CNY to 1,000,000,000"),
        ("（5亿元）", "-500,000,000 CNY to 100,000,000"),
    ],
)
def test_signs(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5*", "5 USD to 1"),
    ],
)
def test_a_note_behind_an_amount_changes_nothing(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about $5 million", "5,000,000 USD to 1,000,000, about"),
        ("$5 million or so", "5,000,000 USD to 1,000,000, about"),
        ("超过5亿美元", "500,000,000 USD to 100,000,000, over"),
        ("10亿元以上", "1,000,000,000 CNY to 100,000,000, at_least"),
        ("at least -5%", "-0.05 ratio to 0.01, at_least"),
        ("-5% or less", "-0.05 ratio to 0.01, at_most"),
        ("at least -$5", "-5 USD to 1, at_least"),
        ("不低于-5%", "-0.05 ratio to 0.01, at_least"),
        ("比170低", "170 count to 1, at_most"),
        ("比170高", "170 count to 1, over"),
        ("比5亿元少", "500,000,000 CNY to 100,000,000, at_most"),
    ],
)
def test_hedges(text: str, expected: str) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("港幣5億元", "500,000,000 HKD to 100,000,000"),
        ("人民幣三億元", "300,000,000 CNY to 100,000,000"),
        ("歐元三億", "300,000,000 EUR to 100,000,000"),
        ("兩億美元", "200,000,000 USD to 100,000,000"),
        ("五塊錢", "5 CNY to 1"),
        ("５億圓", "500,000,000 CNY to 100,000,000"),
        ("新臺幣8億元", "800,000,000 TWD to 100,000,000"),
        ("8億元新臺幣", "800,000,000 TWD to 100,000,000"),
    ],
)
def test_traditional_characters(text: str, expected: str) -> None:
    assert stated(text) == expected
