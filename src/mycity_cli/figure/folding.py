"""Characters as their plain twins, one for one, so that every offset in a text stays what it was."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from mycity_cli.expressions import expression

# Full-width forms stand 0xFEE0 above their ASCII twins.
_NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {
    ord("￥"): "¥",
    ord("￡"): "£",
    ord("￦"): "₩",
    ord("￠"): "¢",
    ord("−"): "-",
    ord("–"): "-",
    ord("‒"): "-",
    ord("‐"): "-",
    ord("‑"): "-",
}
_WIDE = expression("[\uff01-\uff5e\uffe0-\uffe6\u2010-\u2013\u2212]")
_HAN = expression("[\u3400-\u9fff]")
_ACCENTED = expression("[\u00c0-\u024f\u1e00-\u1eff]")
_CAPITAL = re.compile("[A-Z]+")
_TRADITIONAL = Path(__file__).parent / "words" / "traditional.txt"


def narrow(text: str) -> str:
    """Return the text with each full-width form as its ASCII twin; every character stays where it was."""
    # Looking each character up takes many times as long, and most text is plain.
    return text if text.isascii() or _WIDE.search(text) is None else text.translate(_NARROW)


def simplified(text: str) -> str:
    """Return the text with each traditional character as its simplified twin; every character stays where it was."""
    if text.isascii() or _HAN.search(text) is None or _traditional().isdisjoint(text):
        return text
    return text.translate(_twins())


def fold(text: str) -> str:
    """Return the text in lower case, narrow, simplified and without accents; every character stays where it was."""
    if text.isascii():
        return text.lower()
    return lower(simplified(narrow(text)))


def lower(text: str) -> str:
    """Return the text in lower case and without accents; every character stays where it was."""
    if text.isascii():
        return text.lower()
    if _ACCENTED.search(text) is not None:
        text = _ACCENTED.sub(_without_accent, text)
    # Outside ASCII a letter in lower case may be two characters, which would move all offsets after it.
    return _CAPITAL.sub(lambda capitals: capitals[0].lower(), text)


def _without_accent(letter: re.Match[str]) -> str:
    # Its tables are a library of their own to load, which a text without accents does without.
    import unicodedata

    return {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O"}.get(letter[0]) or unicodedata.normalize("NFD", letter[0])[0]


@cache
def _twins() -> dict[int, int]:
    """Return what each traditional character is written as in simplified Chinese, as OpenCC has it."""
    _, traditional, plain = _TRADITIONAL.read_text("utf-8").split("\n")[:3]
    return str.maketrans(traditional, plain)


@cache
def _traditional() -> frozenset[str]:
    """Return the traditional characters: a text without any, as most are, is not looked up character by character."""
    return frozenset(map(chr, _twins()))
