"""The words that figures are written with, in English and Chinese, each with its meaning."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from mycity_cli.figure.currencies import CURRENCIES
from mycity_cli.figure.tokens import Token

T = TypeVar("T")


class Bound(StrEnum):
    """How a hedge word bounds a figure."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    ODD = "odd"
    """From the value up to one step more: 余, 多 and "-odd" after a number."""
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Lexicon(dict[str, T]):
    """Phrases and their meanings; finds the longest one that starts at a token.

    A phrase is written in lower case with one space between Latin words, as `match` puts tokens together.
    """

    def __init__(self, meanings: dict[T, tuple[str, ...]]) -> None:
        super().__init__({phrase: meaning for meaning, phrases in meanings.items() for phrase in phrases})
        # Most tokens start no phrase, and most that do go on unlike any.
        self._endings = frozenset(phrase[-1] for phrase in self)
        self._beginnings = frozenset(phrase[:end] for phrase in self for end in range(1, len(phrase) + 1))

    def match(self, tokens: list[Token], at: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase at a token, and the number of the token after it; else None."""
        if at >= len(tokens) or tokens[at].text not in self._beginnings:
            return None
        found, key, after_word = None, "", False
        while at < len(tokens):
            token = tokens[at]
            is_word = token.kind == "word"
            key += f" {token.text}" if after_word and is_word else token.text
            if key not in self._beginnings:
                break
            at += 1
            if key in self:
                found = self[key], at
            after_word = is_word
        return found

    def could_end_with(self, text: str) -> bool:
        """Return whether a token may be the last of a phrase."""
        return text[-1] in self._endings


CURRENCY = Lexicon({code: (code.lower(), *names) for code, names in CURRENCIES.items()})

SCALES = Lexicon[int](
    {
        2: ("hundred",),
        3: ("thousand", "k"),
        6: ("million", "millions", "mn", "mln", "m", "mio"),
        9: ("billion", "billions", "bn", "bln", "b"),
        12: ("trillion", "trillions", "tn", "trn", "trln"),
        4: ("万", "萬"),
        8: ("亿", "億"),
        5: ("lakh",),
        7: ("crore", "crores"),
    }
)
"""Powers of ten that multiply the number before them."""

CHINESE_DIGITS = {
    digit: value
    for value, digits in enumerate(("〇零", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for digit in digits
}
CHINESE_PLACES = {"十": 1, "百": 2, "千": 3}

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
ENGLISH_NUMBERS = {word: value for value, word in enumerate(_ONES + _TEENS)}
ENGLISH_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}

HALF = Lexicon({5: ("half", "one half", "一半", "半数", "半")})
"""Half is five tenths, as 五成 is: stated to one place."""

PERCENT = Lexicon({-2: ("%", "percent", "per cent", "pct"), -3: ("‰", "per mille")})
CHINESE_PERCENT = Lexicon({-2: ("百分之",), -3: ("千分之",)})
TENTHS = Lexicon({-1: ("成",)})

HEDGES_BEFORE = Lexicon(
    {
        Bound.ABOUT: (
            "about",
            "around",
            "approximately",
            "approx",
            "approx.",
            "some",
            "roughly",
            "circa",
            "ca.",
            "~",
            "≈",
            "约",
            "大约",
            "约为",
            "大概",
            "大致",
            "estimated",
            "estimated at",
            "an estimated",
            "in the region of",
            "约合",
            "约达",
            "约计",
            "估计",
            "估计为",
        ),
        Bound.OVER: (
            "over",
            "more than",
            "above",
            "exceeding",
            "exceed",
            "exceeds",
            "exceeded",
            "surpass",
            "surpassed",
            "topped",
            "passed",
            "in excess of",
            "greater than",
            "upwards of",
            "surpassing",
            "topping",
            "beyond",
            "north of",
            ">",
            "超",
            "超过",
            "逾",
            "多于",
            "突破",
            "破",
            "超过了",
            "超出",
            "突破了",
            "高于",
            "大于",
            "过",
            "上",
        ),
        Bound.NEARLY: ("nearly", "almost", "close to", "just under", "近", "将近", "接近"),
        Bound.AT_LEAST: (
            "at least",
            "no less than",
            "not less than",
            "no fewer than",
            "not fewer than",
            "minimum of",
            "≥",
            ">=",
            "至少",
            "不低于",
            "不少于",
            "不下",
            "不小于",
            "最少",
            "最低",
        ),
        Bound.AT_MOST: (
            "at most",
            "up to",
            "no more than",
            "not more than",
            "maximum of",
            "less than",
            "fewer than",
            "lower than",
            "under",
            "below",
            "not exceeding",
            "no higher than",
            "as much as",
            "as many as",
            "top",
            "≤",
            "<=",
            "至多",
            "最多",
            "不超过",
            "不高于",
            "不多于",
            "不到",
            "不足",
            "不满",
            "未满",
            "低于",
            "少于",
            "小于",
            "未超过",
            "不大于",
            "最高",
            "最高达",
            "最高可达",
            "最高补助",
            "最高补贴",
            "最高奖励",
            "最高给予",
            "最高支持",
            "前",
        ),
    }
)
HEDGES_AFTER = Lexicon(
    {
        Bound.ABOUT: ("or so", "左右", "上下", "or thereabouts"),
        Bound.OVER: ("+", "plus", "-plus"),
        Bound.AT_LEAST: (
            "or more",
            "and above",
            "or above",
            "and more",
            "以上",
            "及以上",
            "and over",
            "or over",
            "or higher",
            "(含)以上",
            "以上(含)",
            "或以上",
        ),
        Bound.AT_MOST: (
            "or less",
            "or fewer",
            "以内",
            "以下",
            "or under",
            "and under",
            "or below",
            "and below",
            "之内",
            "及以下",
        ),
    }
)
HEDGES_WITHIN = Lexicon({Bound.ODD: ("余", "多", "odd")})
"""Hedges that stand between a number and its scale, or after its scale."""

THINGS_COUNTED = Lexicon(
    {
        "count": (
            *(
                word + ending
                for word in (
                    "project",
                    "deal",
                    "contract",
                    "agreement",
                    "order",
                    "signing",
                    "conference",
                    "item",
                    "enterprise",
                    "product",
                )
                for ending in ("", "s")
            ),
            "company",
            "companies",
            "city",
            "cities",
            "people",
            "memorandum",
            "memorandums",
            "memoranda",
            *(
                classifier + noun
                for classifier in ("个", "项", "份", "家", "名", "位", "人", "只", "种", "场", "件", "笔", "座", "")
                for noun in ("", "项目", "合同", "协议", "订单", "企业", "签约项目", "重点项目", "合作项目")
                if classifier + noun
            ),
        )
    }
)
"""What a plain count may count. Others are refused, so that a misspelt unit is not taken for a thing counted."""
