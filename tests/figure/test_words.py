"""Every word of the data works: a hedge bounds, a scale multiplies, a label names, in a whole text or a sentence."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from mycity_cli.errors import FigureError
from mycity_cli.figure import COUNT, POINTS, RATIO, Bound, Figure
from mycity_cli.figure.lexicon import LEXICON, split, table
from mycity_cli.figure.scanning import Found, Unread, scan

EN, ZH = table("en"), table("zh")


def value_of(text: str) -> Decimal | None:
    """Return the value of a whole text, None where it is refused."""
    try:
        return Figure.parse(text).value
    except FigureError:
        return None


def bounds(text: str) -> list[str]:
    """Return the bounds of the figures of a sentence; for an unread number its reason."""
    return [each.figure.bound.value if isinstance(each, Found) else each.reason for each in scan(text)]


def words(section: str, key: str = "words", language: str = "en") -> tuple[str, ...]:
    return tuple(filter(None, split(table(language)[section][key])))


# --- numbers -----------------------------------------------------------------------------------------------------


def test_every_small_number_is_its_place_in_the_row() -> None:
    for value, word in enumerate(words("numbers", "small")):
        assert value_of(word) == value, word
        assert value_of(f"{word} billion") == value * 10**9, word
    assert [value_of(word) for word in words("numbers", "nothing")] == [0] * len(words("numbers", "nothing"))


def test_every_ten_is_its_place_in_the_row() -> None:
    for value, word in enumerate(split(EN["numbers"]["tens"])):
        assert not word or [value_of(word), value_of(f"{word}-one")] == [10 * value, 10 * value + 1], word


@pytest.mark.parametrize("word", words("numbers", "dozen"))
def test_every_dozen_is_twelve(word: str) -> None:
    assert value_of(f"5 {word}") == 60


@pytest.mark.parametrize("word", words("numbers", "minus"))
def test_every_minus_is_one(word: str) -> None:
    assert value_of(f"{word} 5") == -5
    assert [each.figure.value for each in scan(f"it was {word} 5% then") if isinstance(each, Found)] == [
        Decimal("-0.05")
    ]


def test_every_numeral_is_its_place_in_the_row() -> None:
    for value, characters in enumerate(split(ZH["numbers"]["digits"])):
        assert [value_of(character) for character in characters] == [value] * len(characters)


def test_every_place_is_a_power_of_ten() -> None:
    for power, characters in enumerate(split(ZH["numbers"]["places"])):
        assert [value_of(f"三{character}") for character in characters] == [3 * 10**power] * len(characters)


def test_every_character_for_tens_is_its_place_in_the_row() -> None:
    for value, characters in enumerate(split(ZH["numbers"]["tens"])):
        assert [value_of(f"{character}一") for character in characters] == [10 * value + 1] * len(characters)


def test_every_formal_numeral_is_one_beside_another_only() -> None:
    for numeral in ZH["numbers"]["formal"]:
        assert list(scan(f"去{numeral}家")) == [], numeral
        assert len(list(scan(f"共{numeral}佰万元"))) == 1, numeral


@pytest.mark.parametrize("character", ZH["numbers"]["several"])
def test_every_several_reaches_up(character: str) -> None:
    figure = Figure.parse(f"{character}十个")
    assert [figure.value, figure.slack] == [10, 90]
    assert figure.bound is Bound.BETWEEN


@pytest.mark.parametrize(("word", "power"), LEXICON.scales.items())
def test_every_scale_multiplies(word: str, power: int) -> None:
    assert value_of(f"5 {word} yuan") == value_of(f"5{word}") == 5 * 10**power
    (found,) = scan(f"worth 5 {word} yuan")
    assert isinstance(found, Found)
    assert found.figure.value == 5 * 10**power


@pytest.mark.parametrize(("letters", "power"), LEXICON.short_scales.items())
def test_every_letter_scales_what_it_touches_and_money(letters: str, power: int) -> None:
    assert value_of(f"5 {letters} yuan") == value_of(f"$5 {letters}") == 5 * 10**power
    # 5mm is a length.
    assert value_of(f"5{letters}") == (None if letters == "mm" else 5 * 10**power)
    for text in (f"worth $5{letters} now", f"worth $5 {letters} now", f"worth 5{letters} yuan now"):
        assert [each.figure.value for each in scan(text) if isinstance(each, Found)] == [5 * 10**power], text
    assert [each.figure.value for each in scan(f"a road of 5 {letters} now") if isinstance(each, Found)] == [5]


# --- ratios ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("word", "power"), LEXICON.ratios.items())
def test_every_sign_of_a_ratio_is_read_behind_a_number(word: str, power: int) -> None:
    for text in (f"5 {word}", f"5{word}"):
        figure = Figure.parse(text)
        assert (figure.value, figure.unit) == (Decimal(5).scaleb(power), RATIO)


@pytest.mark.parametrize(("word", "power"), LEXICON.points.items())
def test_every_word_for_points_is_read_behind_a_number(word: str, power: int) -> None:
    figure = Figure.parse(f"5 {word}")
    assert (figure.value, figure.unit) == (Decimal(5).scaleb(power), POINTS)
    assert [(each.figure.value, each.unit) for each in scan(f"up 5 {word}.") if isinstance(each, Found)] == [
        (figure.value, POINTS)
    ]


def test_every_name_of_a_part_is_its_place_in_the_row() -> None:
    for parts, (one, many) in enumerate(zip(*(split(EN["fractions"][key]) for key in ("one", "many")), strict=True)):
        if parts > 1:
            assert near(f"one {one}", Fraction(1, parts)), one
        if parts > 2:
            assert near(f"two {many}", Fraction(2, parts)), many
    one, many = words("fractions", "fourth")
    assert (value_of(f"one {one}"), value_of(f"three {many}")) == (Decimal("0.25"), Decimal("0.75"))


def test_many_halves_are_no_ratio() -> None:
    # One half is; two halves are a whole.
    assert value_of(f"two {split(EN['fractions']['many'])[2]}") is None


def near(text: str, fraction: Fraction) -> bool:
    """Return whether a text is read as a fraction, to three places."""
    value = value_of(text)
    return value is not None and abs(Fraction(value) - fraction) <= Fraction(1, 2000)


@pytest.mark.parametrize("word", words("fractions", "of"))
def test_every_word_between_parts_and_whole_is_read(word: str) -> None:
    assert value_of(f"2 {word} 5") == Decimal("0.4")


@pytest.mark.parametrize("word", sorted(LEXICON.halves))
def test_every_half_is_read(word: str) -> None:
    assert Figure.parse(word) == Figure.parse("half")


# --- hedges ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("hedge", "bound"), LEXICON.hedges_before.items())
def test_every_hedge_is_read_before_a_number_and_before_its_currency(hedge: str, bound: Bound) -> None:
    for text in (f"{hedge} 50", f"{hedge}50亿元", f"{hedge} $50", f"$ {hedge} 50"):
        assert Figure.parse(text).bound is bound, text


@pytest.mark.parametrize(("hedge", "bound"), LEXICON.hedges_before.items())
def test_every_hedge_is_read_in_a_sentence(hedge: str, bound: Bound) -> None:
    if "*" in LEXICON.no_hedges.get(hedge, ()):
        bound = Bound.EXACT
    text = f"it says {hedge} 50 million yuan" if hedge.isascii() else f"资金{hedge}50亿元"
    assert bounds(text) == [bound]


@pytest.mark.parametrize(("hedge", "bound"), LEXICON.hedges_after.items())
def test_every_hedge_is_read_behind_a_unit(hedge: str, bound: Bound) -> None:
    for text in (f"50 {hedge}", f"50 yuan {hedge}", f"50亿元{hedge}", f"50% {hedge}", f"50 projects {hedge}"):
        assert Figure.parse(text).bound is bound, text
    assert bounds(f"共50 million yuan {hedge}") == [bound]


@pytest.mark.parametrize(("hedge", "bound"), LEXICON.hedges_within.items())
def test_every_inner_hedge_is_read_before_and_behind_a_scale(hedge: str, bound: Bound) -> None:
    english = (f"50-{hedge} million yuan", f"50 {hedge} million", f"50 million {hedge} yuan")
    for text in (*(english if hedge.isascii() else (f"50{hedge}亿元", f"50亿{hedge}元")), f"50 {hedge}"):
        assert Figure.parse(text).bound is bound, text


@pytest.mark.parametrize(("hedge", "bound"), LEXICON.hedges_inside.items())
def test_every_hedge_that_needs_what_follows_is_read_before_it_only(hedge: str, bound: Bound) -> None:
    assert Figure.parse(f"50{hedge}个").bound is Figure.parse(f"50{hedge}亿元").bound is bound
    assert value_of(f"50{hedge}") is None


@pytest.mark.parametrize(("pair", "bound"), LEXICON.hedges_around.items())
def test_every_hedge_in_two_parts_is_read(pair: tuple[str, str], bound: Bound) -> None:
    assert Figure.parse(f"{pair[0]}170{pair[1]}").bound is bound
    assert value_of(f"{pair[0]}170") is None


@pytest.mark.parametrize(
    ("hedge", "word"), [(hedge, word) for hedge, behind in LEXICON.no_hedges.items() for word in sorted(behind)]
)
def test_every_word_that_makes_a_hedge_none(hedge: str, word: str) -> None:
    before = word.replace("*", "says" if hedge.isascii() else "")
    text = f"it {before} {hedge} 50 million" if hedge.isascii() else f"其{before}{hedge}50亿元"
    assert bounds(text) == ["exact"]


@pytest.mark.parametrize("level", words("levels", language="zh"))
def test_every_verb_that_reaches_a_level(level: str) -> None:
    assert bounds(f"产值{level}上千亿元。") == ["exact"]
    assert bounds("产值上千亿元。") == ["over"]


# --- what is vague, or no figure ---------------------------------------------------------------------------------


@pytest.mark.parametrize("word", words("vague"))
def test_every_vague_word_leaves_a_number_unread(word: str) -> None:
    text = f"it took {word} million dollars there"
    start = text.index(word)
    end = text.index(" there")
    assert list(scan(text)) == [Unread(start, end, "it says about how many without a number")]


@pytest.mark.parametrize("word", words("nouns_of_number", language="zh"))
def test_every_noun_of_number_is_no_several(word: str) -> None:
    assert bounds(f"项{word}数42个。") == ["exact"]
    assert bounds("项数42个。") == ["it says about how many without a number"]


@pytest.mark.parametrize("word", words("labels"))
def test_every_label_names_a_number(word: str) -> None:
    assert list(scan(f"see {word} 7 there")) == []
    assert len(list(scan("see about 7 there"))) == 1


@pytest.mark.parametrize("word", words("months"))
def test_every_month_names_a_day(word: str) -> None:
    assert list(scan(f"signed {word} 7, there")) == []


@pytest.mark.parametrize("word", [word for key in table("en")["before_years"] for word in words("before_years", key)])
def test_every_word_before_a_year(word: str) -> None:
    assert list(scan(f"seen {word} 1997 there")) == []
    assert len(list(scan("seen those 1997 there"))) == 1


@pytest.mark.parametrize("word", words("before_years"))
def test_before_a_unit_it_is_no_year(word: str) -> None:
    for unit in ("yuan", "billion yuan", "%"):
        assert len(list(scan(f"seen {word} 1997 {unit} there"))) == 1, unit
    assert list(scan(f"seen {word} 1997 projects there")) == []


@pytest.mark.parametrize("word", words("before_years", "dates"))
def test_where_a_date_is_meant_a_currency_is_no_unit(word: str) -> None:
    assert list(scan(f"seen {word} 1997 yuan funds grew")) == []
    assert len(list(scan(f"seen {word} 1997 billion yuan there"))) == 1


@pytest.mark.parametrize("word", words("before_years", "also"))
def test_behind_other_words_it_may_count(word: str) -> None:
    assert len(list(scan(f"seen {word} 1997 projects there"))) == 1


@pytest.mark.parametrize("word", words("labels", language="zh"))
def test_every_chinese_label_names_a_number(word: str) -> None:
    assert list(scan(f"见{word}7吧")) == []


@pytest.mark.parametrize("word", words("units_of_time", language="zh"))
def test_every_unit_of_time_dates_a_number(word: str) -> None:
    assert list(scan(f"共7{word}吧")) == []


@pytest.mark.parametrize("thing", LEXICON.things)
def test_every_thing_is_counted(thing: str) -> None:
    figure = Figure.parse(f"50 {thing}")
    assert (figure, figure.thing) == (Figure.parse("50"), thing)
    assert figure.unit == COUNT
    assert Figure.parse(f"50{thing}") == figure
