"""What properties are tried on: intervals with members, figures built from parts, periods, texts of any kind."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from examples import cited, conference, dataset, signing
from mycity_cli.consistency.parts import parts_that_exceed
from mycity_cli.consistency.records import Records
from mycity_cli.figure import COUNT, RATIO, Bound
from mycity_cli.figure.chinese_numbers import numeral_characters
from mycity_cli.figure.english_numbers import small_numbers, tens
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.interval import End, Interval

if TYPE_CHECKING:
    from datetime import date

    from examples import Raw
    from mycity_cli.exact import Rational
    from mycity_cli.model import Dataset

# --- numbers and intervals ---------------------------------------------------------------------------------------

# Small numbers meet at their ends often enough to try what touches; large ones try the rest.
rationals: st.SearchStrategy[Rational] = st.one_of(
    st.integers(-4, 4),
    st.fractions(-4, 4, max_denominator=4),
    st.integers(-(10**15), 10**15),
)
distances: st.SearchStrategy[Rational] = st.one_of(
    st.just(0),
    st.integers(0, 4),
    st.fractions(0, 4, max_denominator=4),
    st.integers(0, 10**15),
)


@dataclass(frozen=True)
class Sample:
    """An interval and some of its members."""

    interval: Interval
    members: tuple[Rational, ...]


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Build an interval around members that are drawn first, so that no draw is thrown away."""
    members = tuple(draw(st.lists(rationals, min_size=1, max_size=3)))
    low, high = (draw(st.none() | distances) for _ in range(2))
    return Sample(
        Interval(
            None if low is None else End(min(members) - low, closed=low == 0 or draw(st.booleans())),
            None if high is None else End(max(members) + high, closed=high == 0 or draw(st.booleans())),
        ),
        members,
    )


intervals: st.SearchStrategy[Interval] = samples().map(lambda sample: sample.interval)

# --- figures -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stated:
    """A text, and what it states."""

    text: str
    value: Fraction
    step: Fraction
    unit: str
    bound: Bound


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, Fraction, int]:
    """Return a number as written, its value, and how many decimals it has."""
    whole = draw(st.integers(1, 99_999_999))
    decimals = draw(st.text("0123456789", max_size=4))
    written = draw(st.sampled_from([str(whole), f"{whole:,}"])) + (f".{decimals}" if decimals else "")
    return written, Fraction(f"{whole}.{decimals or 0}"), len(decimals)


def phrases(words: dict[str, Bound]) -> st.SearchStrategy[tuple[str, Bound]]:
    return st.sampled_from(list(words.items()))


NO_HEDGE = ("", Bound.EXACT)
ENGLISH_SCALES = {phrase: power for phrase, power in LEXICON.scales.items() if phrase.isascii() and power > 2}
CHINESE_SCALES = {"": 0, "万": 4, "亿": 8, "万亿": 12, "千万": 7, "百亿": 10}
LATIN_BEFORE = {phrase: bound for phrase, bound in LEXICON.hedges_before.items() if phrase.isascii()}
CHINESE_BEFORE = {phrase: bound for phrase, bound in LEXICON.hedges_before.items() if not phrase.isascii()}
LATIN_AFTER = {phrase: bound for phrase, bound in LEXICON.hedges_after.items() if phrase.isascii()}
CHINESE_AFTER = {phrase: bound for phrase, bound in LEXICON.hedges_after.items() if not phrase.isascii()}
CURRENCY_NAMES = [(name, code) for code, names in LEXICON.currencies.items() for name in (code, *names)]


@st.composite
def english_figures(draw: st.DrawFn) -> Stated:
    """Build hedge, currency, number, scale, unit, hedge, with the spaces and the capitals that people use."""
    number, value, decimals = draw(numbers())
    before, bound = draw(st.just(NO_HEDGE) | phrases(LATIN_BEFORE))
    after = ""
    if not before:
        after, bound = draw(st.just(NO_HEDGE) | phrases(LATIN_AFTER))
    if draw(st.integers(0, 3)) == 0:
        sign = draw(st.sampled_from(["%", " %", " percent", " per cent", " pct"]))
        return Stated(f"{before} {number}{sign} {after}", value / 100, Fraction(1, 10 ** (decimals + 2)), RATIO, bound)
    scale, power = draw(st.sampled_from([("", 0), *ENGLISH_SCALES.items()]))
    space = draw(st.sampled_from(["", " "])) if scale else ""
    prefix, suffix, unit = draw(
        st.one_of(
            st.just(("", "", COUNT)),
            st.sampled_from(["project", "deals", "people"]).map(lambda thing: ("", thing, COUNT)),
            st.sampled_from(CURRENCY_NAMES).map(lambda pair: (pair[0], "", pair[1])),
            st.sampled_from(CURRENCY_NAMES).map(lambda pair: ("", pair[0], pair[1])),
        )
    )
    text = f"{before} {prefix} {number}{space}{scale} {suffix} {after}"
    return Stated(
        draw(st.sampled_from([text, text.upper(), text.replace("  ", " ")])),
        value * 10**power,
        Fraction(10**power, 10**decimals),
        unit,
        bound,
    )


@st.composite
def chinese_figures(draw: st.DrawFn) -> Stated:
    """Build hedge, number, 多, scale, 多, unit, hedge, in narrow or wide characters."""
    number, value, decimals = draw(numbers())
    before, bound = draw(st.just(NO_HEDGE) | phrases(CHINESE_BEFORE))
    inner = after = ""
    if not before:
        inner, bound = draw(st.just(NO_HEDGE) | phrases({"余": Bound.ODD, "多": Bound.ODD}))
    if not before and not inner:
        after, bound = draw(st.just(NO_HEDGE) | phrases(CHINESE_AFTER))
    scale, power = draw(st.sampled_from(list(CHINESE_SCALES.items())))
    scaled = draw(st.sampled_from([f"{inner}{scale}", f"{scale}{inner}"]))
    unit_word, unit = draw(
        st.sampled_from([("元", "CNY"), ("美元", "USD"), ("元人民币", "CNY"), ("个项目", COUNT), ("", COUNT)])
    )
    text = f"{before}{number}{scaled}{unit_word}{after}"
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    return Stated(
        draw(st.sampled_from([text, wide])), value * 10**power, Fraction(10**power, 10**decimals), unit, bound
    )


stated_figures: st.SearchStrategy[Stated] = st.one_of(english_figures(), chinese_figures())

# --- figures in running text ---------------------------------------------------------------------------------------

_DIGITS = ["5", "12", "345", "1,234", "1,234,567", "12,34,567", "1 234 567", "1'234", "2.5", "0.25", ".5", "12.75"]
_IN_WORDS = ["five", "twenty-two", "a hundred and six", "two thousand six hundred forty-five", "two point five"]
_NUMERALS = [
    "三",
    "十五",
    "二十二",
    "一百二十三",
    "三万五",
    "两三",
    "十几",
    "数十",
    "几百",
    "二百五",
    "廿五",
    "壹佰贰拾",
    "三点五",
    "百",
    "千三",
]
_PREFIXES = ["", "", "$", "US$", "€", "CNY ", "RMB ", "P", "KSh", "HK$", "AUD $", "¥", "£", "-", "−$", "人民币", "港币"]
_ENGLISH_ENDS = ["", " yuan", " dollars", "%", " percent", " percentage points", " USD", " euros"]
_CHINESE_ENDS = ["", "元", "美元", "%", "成", "个百分点", "元人民币", "欧元", "港元"]
_WHOLE_FIGURES = [
    "3 dollars 50 cents",
    "123元5角",
    "5元3角2分",
    "470 pence",
    "七成五",
    "三成半",
    "万分之五",
    "三分之二",
    "百分之二十二点四",
    "a third",
    "two-thirds",
    "one in four",
    "3½",
    "½",
    "1亿2000万元",
    "18 billion 180 million yuan",
    "1万5千亿元",
    "一个半亿元",
    "half a million",
    "75 USD million",
    "120 MEUR",
    "壹佰贰拾万元整",
    "3亿元美金",
    "negative $81.5 million",
    "minus 5%",
    "负3.9%",
    "10亿多元",
    "10亿零5万元",
]
running_figures: st.SearchStrategy[str] = st.one_of(
    st.sampled_from(_WHOLE_FIGURES),
    st.tuples(
        st.sampled_from(_PREFIXES),
        st.sampled_from(_DIGITS),
        st.sampled_from(["", "", " million", " billion", "bn", "M", "k", " lakh", " crore"]),
    ).map("".join),
    st.tuples(
        st.sampled_from([*_DIGITS, *_IN_WORDS]),
        st.sampled_from(["", "", " million", " billion", "bn"]),
        st.sampled_from(_ENGLISH_ENDS),
    ).map("".join),
    st.tuples(
        st.sampled_from([*_DIGITS, *_NUMERALS, *_NUMERALS]),
        st.sampled_from(["", "", "亿", "万", "万亿", "千万", "亿多", "余万", "兆", "个亿"]),
        st.sampled_from(_CHINESE_ENDS),
    ).map("".join),
)
"""Figures of all kinds as running text has them, and some texts that are none."""
_BESIDE = "abkmnxTZ  0159.,-+/%$¥€:'()~一三五十百千万亿元个点多余几数半成年月第号约近上下以又零角分¢½·、，。的和"
around_figures: st.SearchStrategy[str] = st.text(_BESIDE, max_size=3)
"""What may touch a figure: letters, digits, signs, spaces, Han characters."""
quiet_before: st.SearchStrategy[str] = st.sampled_from(
    ["", "They paid ", "It came to ", "(", "共", "其为：", "“", "、"]
)
quiet_behind: st.SearchStrategy[str] = st.sampled_from(["", " there.", ", it says", ")", "。", "，其余", "；", "”"])
_TWINS = {
    "亿": "億",
    "万": "萬",
    "元": "元",
    "两": "兩",
    "数": "數",
    "几": "幾",
    "点": "點",
    "个": "個",
    "币": "幣",
    "约": "約",
    "过": "過",
    "负": "負",
    "块": "塊",
}
_TRADITIONAL: dict[int, str | int] = {ord(twin): other for twin, other in _TWINS.items()}
_WIDE: dict[int, str | int] = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
twin_texts: st.SearchStrategy[tuple[str, str]] = st.tuples(
    st.tuples(around_figures, running_figures, around_figures).map("".join) | st.text(_BESIDE, max_size=9),
    st.sampled_from([_TRADITIONAL, _WIDE, {**_TRADITIONAL, **_WIDE}]),
).map(lambda drawn: (drawn[0], drawn[0].translate(drawn[1])))
"""Texts, each with the same text in traditional or in full-width characters."""

# --- periods -----------------------------------------------------------------------------------------------------


def written(day: date) -> st.SearchStrategy[str]:
    """Return the ways to write a day, or a month or year that holds it."""
    return st.sampled_from([day.isoformat()[:length] for length in (4, 7, 10)])


@st.composite
def period_texts(draw: st.DrawFn) -> str:
    """Build the text of a period: one date, or two in order, or one and an open side."""
    first, last = sorted((draw(st.dates()), draw(st.dates())))
    match draw(st.sampled_from(["one", "two", "from", "to"])):
        case "one":
            return draw(written(first))
        case "two":
            return f"{draw(written(first))}/{draw(written(last))}"
        case "from":
            return f"{draw(written(first))}/.."
        case _:
            return f"../{draw(written(last))}"


# --- texts of any kind -------------------------------------------------------------------------------------------

WORDS = sorted(
    set(LEXICON.currency)
    | set(LEXICON.scales)
    | set(LEXICON.short_scales)
    | set(LEXICON.ratios)
    | set(LEXICON.points)
    | set(LEXICON.hedges_before)
    | set(LEXICON.hedges_after)
    | set(LEXICON.things)
    | set(LEXICON.subunits)
    | set(numeral_characters())
    | set(small_numbers())
    | set(tens())
    | {"0", "5", "1,234", "2.50", "-", ".", ",", "点", "a", "an", "(", "/", "..", "2022", "2018-04", "\u3000", "\n"}
)
any_text: st.SearchStrategy[str] = st.one_of(
    st.text(),
    st.text("0123456789.,-/ %+¥$亿万元十百千点零一多半成", max_size=12),
    st.lists(st.sampled_from(WORDS), max_size=7).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join),
)

# --- datasets ----------------------------------------------------------------------------------------------------

HEDGES = ("", "", "", "about ", "more than ", "nearly ", "at least ", "up to ")


@st.composite
def amounts_in(draw: st.DrawFn, currencies: tuple[str, ...]) -> str:
    """Write an amount, hedged or not, with up to three decimals."""
    number = f"{draw(st.integers(1, 999))}{draw(st.sampled_from(['', '.5', '.25', '.563']))}"
    scale = draw(st.sampled_from(["", " million", " billion"]))
    return f"{draw(st.sampled_from(HEDGES))}{number}{scale} {draw(st.sampled_from(currencies))}"


@st.composite
def datasets(draw: st.DrawFn, currencies: tuple[str, ...] = ("CNY", "USD")) -> Dataset:
    """Build signings of which many state no date, projects or amount, and some are parts of earlier ones."""
    conferences = [conference("expo"), conference("fair", city="xiamen")]
    signings: list[Raw] = []
    for number in range(draw(st.integers(0, 8))):
        fields: Raw = {
            "kind": draw(st.sampled_from(["investment", "memorandum"])),
            "city": draw(st.sampled_from(["suzhou", "xiamen", "xian"])),
            "promoter": draw(st.sampled_from([None, "xiamen"])),
            "conference": draw(st.sampled_from([None, "expo", "fair"])),
            "date": draw(st.sampled_from([None, "2022-06-15", "2022-11", "2022", "2021/2022", "../2018-04"])),
            "projects": draw(st.none() | st.integers(0, 99) | st.sampled_from(["about 30", "more than 500"])),
            "amount": draw(st.none() | st.just("none") | amounts_in(currencies)),
            "part_of": draw(st.none() | st.sampled_from([s["id"] for s in signings])) if signings else None,
            "sources": cited(*draw(st.sampled_from([("paper",), ("website",), ("paper", "website")]))),
            # No two of them are the same occasion.
            "fields": [f"field {number}"],
        }
        signings.append(signing(f"s{number}", **fields))
    _drop_what_exceeds(signings)
    # A part may stand before its whole.
    return dataset(*draw(st.permutations(signings)), conferences=conferences)


def _drop_what_exceeds(signings: list[Raw]) -> None:
    """Take away each figure with which a part would exceed its whole."""
    while found := list(parts_that_exceed(Records.readable({"signings": signings}))):
        for _, index, field in {each.path for each in found}:
            signings[int(index)][str(field)] = None
