"""The names of currencies that scripts/currencies.py writes."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "src/mycity_cli/figure/words/currencies.toml"
TEXT = FILE.read_text(encoding="utf-8")
TABLES = {
    title: {key: entries.split("|") for key, entries in table.items()} for title, table in tomllib.loads(TEXT).items()
}
OWNERS = {phrase: code for code, phrases in TABLES["names"].items() for phrase in phrases}
SIGNS = {sign: code for title in ("signs", "letters") for code, signs in TABLES[title].items() for sign in signs}


@pytest.fixture
def script() -> ModuleType:
    babel = pytest.importorskip("babel")
    pytest.importorskip("opencc")
    if f"(Babel {babel.__version__})" not in TEXT.partition("\n")[0]:
        pytest.skip(f"the file was written with another Babel than {babel.__version__}")
    from scripts import currencies

    return currencies


def test_the_file_is_what_the_script_writes(script: ModuleType) -> None:
    assert script.written() == TEXT


def test_every_currency_that_is_tender_now_has_names(script: ModuleType) -> None:
    assert list(TABLES["names"]) == script.active()
    assert all(all(phrases) for phrases in TABLES["names"].values())


def test_names_are_lower_case_and_folded(script: ModuleType) -> None:
    phrases = [*OWNERS, *TABLES["ambiguous"], *(name for names in TABLES["subunits"].values() for name in names)]
    assert [phrase for phrase in phrases if phrase != script.fold(phrase)] == []


def test_a_name_is_one_currency_s() -> None:
    subunits = [name for names in TABLES["subunits"].values() for name in names]
    names = [name for names in TABLES["names"].values() for name in names]
    counted = Counter([*names, *TABLES["ambiguous"], *subunits])
    assert [name for name, count in counted.items() if count > 1] == []


def test_a_sign_is_one_currency_s() -> None:
    signs = [sign for title in ("signs", "letters") for entries in TABLES[title].values() for sign in entries]
    assert [sign for sign, count in Counter(signs).items() if count > 1] == []


def test_a_sign_holds_a_mark_and_letters_do_not() -> None:
    signs = [sign for entries in TABLES["signs"].values() for sign in entries]
    assert [sign for sign in signs if re.fullmatch(r"[^\W\d_]*[./]*", sign) or sign != sign.lower()] == []
    letters = [sign for entries in TABLES["letters"].values() for sign in entries]
    assert [sign for sign in letters if not re.fullmatch(r"(?:[^\W\d_]+[./]*)+", sign)] == []


def test_the_first_of_a_shared_sign_is_who_has_it_alone() -> None:
    assert {sign: codes[0] for sign, codes in TABLES["shared"].items()} == {
        sign: SIGNS[sign] for sign in TABLES["shared"]
    }


def test_every_code_is_that_of_a_currency() -> None:
    codes = {code for title in ("signs", "letters", "units") for code in TABLES[title]}
    codes |= {code for title in ("shared", "ambiguous") for entries in TABLES[title].values() for code in entries}
    codes |= {key.split()[0] for key in TABLES["subunits"]}
    assert codes <= set(TABLES["names"])
    assert all(re.fullmatch(r"[A-Z]{3} -?[1-9]", key) for key in TABLES["subunits"])


def test_no_name_is_a_bare_code() -> None:
    assert [name for name in OWNERS if name.upper() in TABLES["names"]] == []


def test_what_is_doubtful_is_a_name() -> None:
    subunits = {name for names in TABLES["subunits"].values() for name in names}
    assert [
        name for name in TABLES["doubtful"]["names"] if name not in {*OWNERS, *TABLES["ambiguous"], *subunits}
    ] == []


def test_values_are_literal_strings() -> None:
    lines = [line for line in TEXT.splitlines() if line and line[0] not in "#["]
    assert [line for line in lines if not re.fullmatch(r"(?:'[^']+'|[A-Za-z]+) = ('''|')(?!').+\1", line)] == []


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("dollars", "USD"),
        ("pounds", "GBP"),
        ("rupees", "INR"),
        ("dirhams", "AED"),
        ("won", "KRW"),
        ("malaysia ringgit", "MYR"),
        ("philippines peso", "PHP"),
        ("qatari rials", "QAR"),
        ("lebanese pounds", "LBP"),
        ("swedish kronas", "SEK"),
        ("zlotys", "PLN"),
        ("cedis", "GHS"),
        ("shekels", "ILS"),
        ("colones", "CRC"),
        ("元", "CNY"),
        ("港纸", "HKD"),
        ("墨西哥比索", "MXN"),
        ("墨西哥披索", "MXN"),
        ("澳币", "AUD"),
    ],
)
def test_whose_a_name_is(phrase: str, code: str) -> None:
    assert OWNERS[phrase] == code


@pytest.mark.parametrize("phrase", ["riyals", "rial", "pesos", "francs", "dinars", "crowns", "lei", "比索", "法郎"])
def test_what_states_share_is_no_one_currency_s(phrase: str) -> None:
    assert phrase not in OWNERS
    assert len(TABLES["ambiguous"][phrase]) > 1


@pytest.mark.parametrize("word", ["gold", "mark", "sum", "florin"])
def test_ordinary_words_are_no_names(word: str) -> None:
    assert word not in OWNERS
    assert word not in TABLES["ambiguous"]
