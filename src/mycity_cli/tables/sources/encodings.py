"""Which encoding bytes are in that are no UTF-8: the one in which they read as people write, or none.

Every reading gets a mark between -1 and 1: how much of what is not ASCII in it is what a language is written with.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from mycity_cli.errors import DataError
from mycity_cli.figure.folding import simplified
from mycity_cli.messages import say
from mycity_cli.tables.sources.text import Decoded

_ENOUGH = 1 << 16
"""So many bytes of lines that are not ASCII are looked at, and of them so many characters one by one."""

_CHARACTERS = 2000

_LEAST = Fraction(2, 5)
"""The mark that a reading needs to be taken."""

_NEAR = Fraction(1, 10)
_FEW = 16
_NEAR_OF_FEW = Fraction(1, 3)
"""Of two readings whose marks are so near neither is much the better; of few bytes they may be further apart."""


_SELDOM = Fraction(3, 20)
"""By so much the marks of encodings are less that are seldom met."""


class _Reading(NamedTuple):
    """A text in an encoding, with the mark for how much it reads as people write."""

    mark: Fraction
    codec: str
    label: str | int
    text: str


def recognised(content: bytes, name: str) -> Decoded:
    """Return the text of bytes that are no UTF-8, with the notes on the encoding. Raises DataError where none fits."""
    sample = _sample(content)
    readings = sorted(_readings(sample), key=lambda reading: -reading.mark)
    for at, best in enumerate(readings):
        if best.mark < _LEAST:
            break
        try:
            text = content.decode(best.codec)
        except UnicodeDecodeError:
            continue
        note = say("{file} is read as {encoding}; --encoding decides", file=name, encoding=_label(best))
        near = _NEAR_OF_FEW if sum(map((0x7F).__lt__, sample[:_ENOUGH])) < _FEW else _NEAR
        others = [each for each in readings[at + 1 :] if best.mark - each.mark < near]
        return Decoded(text, (note, *_doubts(best, others, name)), best.codec)
    help = say("--encoding says which it is in, as in --encoding gb18030; or save it as UTF-8")
    raise DataError(say("is not in UTF-8, and its encoding cannot be told"), where=name, help=help)


def _label(reading: _Reading) -> str:
    """Return what people call an encoding."""
    label = reading.label
    return say("code page {number}", number=label) if isinstance(label, int) else label


def _doubts(best: _Reading, others: list[_Reading], name: str) -> Iterator[str]:
    """Yield a note where another reading is about as good, and says something else."""
    for other in others:
        if other.text != best.text:
            here, there = _first_difference(best.text, other.text)
            yield say(
                "as {encoding} {file} would read about as well, with '{there}' instead of '{here}'",
                encoding=_label(other),
                file=name,
                there=there,
                here=here,
            )
            return


def _first_difference(one: str, other: str) -> tuple[str, str]:
    """Return the first words that two readings of the same bytes do not share."""
    words = zip(_WORD.findall(one), _WORD.findall(other), strict=False)
    return next(((a[:20], b[:20]) for a, b in words if a != b), (one[:20], other[:20]))


_WORD = re.compile(r"[^\x00-,./:-@\[-`{-\x7f]+")
"""Letters, digits and what is not ASCII: the separators of a table stand where they stand in every encoding."""


def _sample(content: bytes) -> bytes:
    """Return lines of the content that are not ASCII, as many as are enough."""
    lines: list[bytes] = []
    size = 0
    for line in content.splitlines(keepends=True):
        if not line.isascii():
            lines.append(line)
            size += len(line)
            if size > _ENOUGH:
                break
    return b"".join(lines)


def _readings(sample: bytes) -> Iterator[_Reading]:
    for table, less in (("multibyte", Fraction(0)), ("seldom_multibyte", _SELDOM)):
        for codec, label in _words()[table].items():
            if (text := _decoded(sample, codec)) is not None:
                yield _Reading(_mark_of_characters(text, codec) - less, codec, label, text)
    for table, less in (("encodings", Fraction(0)), ("seldom", _SELDOM)):
        for codec, (label, *languages) in _words()[table].items():
            if (text := _decoded(sample, codec)) is not None:
                mark = max(_mark_of_letters(text, language) for language in languages)
                yield _Reading(mark - less, codec, label, text)


def _decoded(sample: bytes, codec: str) -> str | None:
    try:
        return sample.decode(codec)
    except UnicodeDecodeError:
        return None


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("alphabets.toml").read_text("utf-8"))


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(_words()["common"][language]) - {"\n"}


def _mark_of_characters(text: str, codec: str) -> Fraction:
    """Return how much a text reads as Chinese, Japanese or Korean: a common character is worth twice a usual one."""
    found = Counter(character for character in text if not character.isascii())
    value = sum(_worth(character, codec) * times for character, times in found.items())
    # What stands between two letters of ASCII is rather an accented letter of one byte and what follows it.
    value -= 2 * len(_BETWEEN_LETTERS.findall(text))
    return Fraction(value, 2 * found.total())


_BETWEEN_LETTERS = re.compile(r"(?<=[a-z])[^\x00-\x7f](?=[a-z])")


def _worth(character: str, codec: str) -> int:
    """Return what a character says for a reading, from -2 to 2."""
    if "\u3040" <= character <= "\u30fe":
        return 2 if codec in ("cp932", "euc_jp") else -2
    if codec == "cp949" and "\uac00" <= character <= "\ud7a3":
        return 2 if character in _common("korean") else _by_row(character, "euc_kr", range(0xB0, 0xC9))
    if "\u3400" <= character <= "\u9fff" and codec != "cp949":
        if simplified(character) in _common("chinese"):
            return 2
        match codec:
            case "gb18030":
                return _by_row(character, "gb2312", range(0xB0, 0xD8))
            case "cp950":
                return _by_row(character, "big5", range(0xA4, 0xC7))
        return _by_row(character, "euc_jp", range(0xB0, 0xD0))
    return 1 if character in _PUNCTUATION or "\uff01" <= character <= "\uff5e" else -2


_PUNCTUATION = frozenset("　、。·—～…‘’“”〔〕〈〉《》「」『』〖〗【】±×÷°′″℃￥％￠￡①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ※→№㎡€")


def _by_row(character: str, codec: str, rows: range) -> int:
    """Return 1 for a character in the rows of a national standard with the usual ones, 0 in others, else -2."""
    try:
        return 1 if character.encode(codec)[0] in rows else 0
    except UnicodeEncodeError:
        return -2


def _mark_of_letters(text: str, language: str) -> Fraction:
    """Return how much a text reads as a language that is written with letters."""
    words = _words()
    is_latin = language in words["latin"]
    common, _, rest = words["latin" if is_latin else "other"][language].partition("|")
    signs = words["signs"]
    value = count = 0
    for before, character, following in _around(text):
        count += 1
        lower = character.lower()
        if character in common or character in rest or lower in common or lower in rest:
            value += (1 if lower in rest else 2) - _against(before, character, following, is_latin=is_latin)
        elif before.isalpha() and following.isalpha() and character not in signs["within"]:
            value -= 3
        elif _is_sign(before) or _is_sign(following):
            value -= 1
        else:
            value += 2 if character in signs["often"] else 1 if character in signs["beside"] else -2
    return max(Fraction(value, 2 * count), Fraction(-1)) if count else Fraction(0)


def _against(before: str, letter: str, following: str, *, is_latin: bool) -> int:
    """Return how much the neighbours of a letter speak against it."""
    signs = _words()["signs"]
    if before.isdigit() or following.isdigit():
        return 4
    if not before.isalpha() and not following.isalpha():
        return 1 if letter in signs["words"] else 3
    if letter.isupper() and before.islower():
        return 4
    if not is_latin:
        return 4 if _is_mixed(before, following) else 0
    if letter.lower() in signs["before_vowels"] and following.isalpha() and following.lower() not in signs["vowels"]:
        return 4
    return 3 if _is_high(before) and _is_high(following) else 0


def _around(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each character that is not ASCII, between its neighbours."""
    padded = f" {text} "
    for match in islice(_NOT_ASCII.finditer(padded), _CHARACTERS):
        at = match.start()
        yield padded[at - 1], match[0], padded[at + 1]


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def _is_mixed(before: str, following: str) -> bool:
    return any(neighbour.isascii() and neighbour.isalpha() for neighbour in (before, following))


def _is_sign(character: str) -> bool:
    """Return whether a character is a sign beyond ASCII: two of them seldom touch."""
    return not character.isascii() and not character.isalpha() and not character.isspace()


def _is_high(character: str) -> bool:
    return not character.isascii()
