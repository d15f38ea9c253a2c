"""Every name, sign, letter and code of a currency works, in a whole text and in a sentence."""

from __future__ import annotations

import pytest

from mycity_cli.errors import FigureError
from mycity_cli.figure import Figure
from mycity_cli.figure.lexicon import LEXICON, split, table
from mycity_cli.figure.scanning import Found, scan

CODES = list(table("currencies")["names"])


def unit_of(text: str) -> str | None:
    """Return the unit of a whole text, None where it is refused."""
    try:
        return Figure.parse(text).unit
    except FigureError:
        return None


def units(text: str) -> list[str]:
    """Return the units of the figures of a sentence."""
    return [each.unit for each in scan(text) if isinstance(each, Found)]


@pytest.mark.parametrize("code", CODES)
def test_every_name_and_sign_is_read_behind_a_number(code: str) -> None:
    wrong = [name for name in LEXICON.currencies[code] if unit_of(f"5 billion {name}") != code]
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_every_name_and_sign_is_read_before_a_number(code: str) -> None:
    wrong = [name for name in LEXICON.currencies[code] if unit_of(f"{name} 5 billion") != code]
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_every_name_and_sign_is_read_in_a_sentence(code: str) -> None:
    signs = split(table("currencies")["signs"].get(code, ""))
    wrong = []
    for name in LEXICON.currencies[code]:
        if name in signs:
            text = f"worth {name.upper()}5 billion there"
        else:
            text = f"worth 5 billion {name} there" if name.isascii() else f"投资5亿{name}的"
        if units(text) != [code]:
            wrong.append(name)
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_every_long_chinese_name_is_read_before_a_number_in_a_sentence(code: str) -> None:
    names = [name for name in LEXICON.currencies[code] if not name[-1].isascii() and len(name) > 3 and name[0] != "元"]
    assert [name for name in names if name[-1].isalpha() and units(f"投资{name}5亿。") != [code]] == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_read_in_capitals_in_a_sentence(code: str) -> None:
    for text in (f"worth 5 billion {code} there", f"worth {code} 5 billion there", f"worth {code}5bn there"):
        assert units(text) == [code], text


@pytest.mark.parametrize("code", CODES)
def test_small_letters_are_a_code_in_a_whole_text_and_for_some_in_a_sentence(code: str) -> None:
    assert unit_of(f"5 billion {code.lower()}") == code
    expected = code if code in LEXICON.lower_codes else "count"
    assert units(f"worth 5 billion {code.lower()} there") == [expected]


@pytest.mark.parametrize(("letters", "code"), LEXICON.currency_letters.items())
def test_all_letters_are_read_directly_before_digits(letters: str, code: str) -> None:
    assert units(f"worth {letters}512.2 billion there") == [code]
    assert unit_of(f"{letters}5") == code


@pytest.mark.parametrize("sign", LEXICON.shared_signs)
def test_a_shared_sign_gives_way_to_each_code(sign: str) -> None:
    for code in LEXICON.shared_signs[sign]:
        assert unit_of(f"{sign}5 billion {code}") == code, code


@pytest.mark.parametrize("name", LEXICON.ambiguous)
def test_what_states_share_is_refused_with_the_choice(name: str) -> None:
    codes = LEXICON.ambiguous[name]
    for text in (f"5 billion {name}", f"{name} 5 billion"):
        with pytest.raises(FigureError) as caught:
            Figure.parse(text)
        choice = ", ".join(codes)
        assert caught.value.message == f"'{name}' is the money of several states: {choice}"
        assert caught.value.help == "write the code of the one that is meant"


@pytest.mark.parametrize(("name", "meaning"), LEXICON.subunits.items())
def test_every_subunit_is_a_part_of_its_currency(name: str, meaning: tuple[str, int]) -> None:
    code, power = meaning
    for text in (f"5 {name}", f"5{name}"):
        figure = Figure.parse(text)
        assert figure.unit == code
        assert figure.value.scaleb(-power) == 5


@pytest.mark.parametrize("name", split(table("currencies")["doubtful"]["names"]))
def test_every_doubtful_name_is_another_word_behind_a_small_number(name: str) -> None:
    text = f"there 19 {name} by it" if name.isascii() else f"共19{name}的"
    assert units(text) in ([], ["count"])
