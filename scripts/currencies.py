"""Write the names, signs and shares of currencies that the reader of figures knows, from CLDR and a file beside."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import babel
import opencc
from babel import Locale
from babel.core import get_cldr_version, get_global
from babel.numbers import get_currency_name

ROOT = Path(__file__).parents[1]
OUTPUT = ROOT / "src/mycity_cli/figure/words/currencies.toml"
ADDED: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("currency_names.toml").read_text("utf-8"))

ENGLISH = Locale.parse("en")
SIMPLIFIED = Locale.parse("zh_Hans")
TRADITIONAL = (Locale.parse("zh_Hant"), Locale.parse("zh_Hant_HK"))

# What NFD does not take apart, and the apostrophe that Tongan has in a word.
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ʻ": None, "’": "'"})

Table = dict[str, list[str]]


def main() -> None:
    """Write the file again."""
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(written(), encoding="utf-8")


def written() -> str:
    """Return the text of the file."""
    versions = f"CLDR {get_cldr_version()} (Babel {babel.__version__})"
    lines = [f"# Written by scripts/currencies.py from {versions} and scripts/currency_names.toml: change those."]
    for title, table in tables().items():
        lines += ["", f"[{title}]"]
        lines += [f"{_key(key)} = {_literal('|'.join(entries))}" for key, entries in table.items()]
    return "\n".join((*lines, ""))


def tables() -> dict[str, Table]:
    """Return the tables of the file by their titles."""
    names, ambiguous = _owned()
    rest = ("letters", "shared", "subunits", "doubtful", "lower", "words", "units")
    return {"names": names, "ambiguous": ambiguous, "signs": _signs(), **{title: _added(title) for title in rest}}


def active() -> list[str]:
    """Return the codes of the currencies that are legal tender somewhere now."""
    tenders = (each for of_territory in get_global("territory_currencies").values() for each in of_territory)
    return sorted({code for code, _, end, tender in tenders if tender and end is None})


def fold(phrase: str) -> str:
    """Return a phrase in lower case, with the bare letters of accented ones."""
    apart = unicodedata.normalize("NFD", phrase.lower().translate(LETTERS))
    return "".join(each for each in apart if not unicodedata.combining(each))


def _owned() -> tuple[Table, Table]:
    """Return the phrases that each currency alone has, and the codes of each phrase that several have."""
    by_hand = _added("names")
    settled = {phrase for phrases in by_hand.values() for phrase in phrases}
    settled.update(_added("never")["names"], _added("ambiguous"))
    claims: dict[str, list[str]] = defaultdict(list)
    for code in active():
        for phrase in dict.fromkeys((*_english(code), *_chinese(code))):
            if phrase not in settled:
                claims[phrase].append(code)
    names = {code: by_hand.get(code, []) for code in active()}
    for phrase, codes in claims.items():
        if len(codes) == 1:
            names[codes[0]].append(phrase)
    return names, {**{phrase: codes for phrase, codes in claims.items() if len(codes) > 1}, **_added("ambiguous")}


def _english(code: str) -> Iterator[str]:
    """Return what a currency is called in English: its nouns bare, and behind each name of its place."""
    *counted, title = (fold(get_currency_name(code, count, ENGLISH)) for count in (1, 2, None))
    places = [name.rpartition(" ")[0] for name in (*counted, title)]
    nouns = _spelled("nouns", (name.rpartition(" ")[2] for name in counted))
    if any(places):
        places += [fold(_territory(code, ENGLISH)), *_added("places").get(code, [])]
    both = (form for place in places for form in (place, place.replace(" & ", " and ")))
    yield from (f"{place} {noun}" for place in dict.fromkeys(both) if place for noun in nouns)
    yield from nouns


def _chinese(code: str) -> Iterator[str]:
    """Return what a currency is called in Chinese, likewise, and in the traditional characters' simplified twins."""
    simplified = opencc.OpenCC("hk2s").convert
    name = SIMPLIFIED.currencies.get(code, "")
    others = (simplified(locale.currencies.get(code, "")) for locale in TRADITIONAL)
    yield from (each for each in (name, *others) if each and "(" not in each)
    places = [each for each in (_territory(code, SIMPLIFIED), *_added("chinese_places").get(code, [])) if each]
    nouns = [name.removeprefix(place) for place in places if name.startswith(place)][:1]
    for spelled in _spelled("chinese_nouns", nouns):
        yield from (place + spelled for place in places)
        # A noun of one character (元, 镑) is too many currencies' to be any one's, but by hand.
        yield from [spelled] if len(spelled) > 1 else []


def _territory(code: str, locale: Locale) -> str:
    """Return whose currency it is, without what CLDR adds: SAR China, (Burma), - Kinshasa, 特别行政区, （金）."""
    # The codes that begin with X are of no one state, but XA is CLDR's name of a test.
    name = "" if code.startswith("X") else locale.territories.get(code[:2], "")
    return re.split(r" SAR | - | \(|（|特别行政区", name)[0]


def _spelled(title: str, nouns: Iterable[str]) -> list[str]:
    known = _added(title)
    return list(dict.fromkeys(each for noun in nouns for each in (noun, *known.get(noun, []))))


def _signs() -> Table:
    """Return the signs of each currency, "mxn$" among them where it is a dollar or a peso."""
    signs = defaultdict(list, _added("signs"))
    for code in _added("shared")["$"]:
        signs[code].append(f"{code.lower()}$")
    return {code: list(dict.fromkeys(entries)) for code, entries in sorted(signs.items())}


def _added(title: str) -> Table:
    return {key: entries.split("|") for key, entries in ADDED[title].items()}


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z]+", key) else _literal(key)


def _literal(text: str) -> str:
    # tomllib reads literal strings much faster than basic ones, which it takes apart character by character.
    return f"'''{text}'''" if "'" in text else f"'{text}'"


if __name__ == "__main__":
    main()
