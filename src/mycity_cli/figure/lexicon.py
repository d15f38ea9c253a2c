"""The words that figures are written with, in English and Chinese, each with its meaning.

They stand as data in `words/`, one file for each language and one for currencies, and are read when first asked for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from mycity_cli.figure.tokens import Token
from mycity_cli.figure.units import Bound

T = TypeVar("T")

_TOKENS = re.compile(r"[a-z]+|\d+|[^\s]")

_FOLDER = Path(__file__).parent / "words"
_LANGUAGES = ("en", "zh")


class Phrases(dict[str, T]):
    """Phrases and their meanings; finds the longest one that starts at a token.

    A phrase is written in lower case with one space between Latin words, and abbreviations without points, as `match`
    puts tokens together: us dollars for "U.S. dollars".
    """

    def __init__(self, meanings: Mapping[str, T]) -> None:
        super().__init__()
        # Most tokens begin or end no phrase. How long a phrase is at the most that a token begins:
        self._reach: dict[str, int] = {}
        self._endings: set[str] = set()
        for phrase, meaning in meanings.items():
            parts = _TOKENS.findall(phrase)
            key = phrase if phrase.isalpha() else _joined(parts)
            self[key] = meaning
            self._reach[parts[0]] = max(len(key), self._reach.get(parts[0], 0))
            self._endings.add(parts[-1])

    def match(self, tokens: list[Token], at: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase at a token, and the number of the token after it; else None."""
        if at >= len(tokens):
            return None
        key, _, _, kind = tokens[at]
        if kind == "word" and "." in key:
            key = key.replace(".", "")
        longest = self._reach.get(key)
        if longest is None:
            return None
        at += 1
        found = (self[key], at) if key in self else None
        end = len(tokens)
        while len(key) < longest and at < end:
            text, _, _, following = tokens[at]
            if following == "word":
                key += f" {text.replace('.', '')}" if kind == "word" else text.replace(".", "")
            else:
                key += text
            kind = following
            at += 1
            if key in self:
                found = self[key], at
        return found

    @property
    def beginnings(self) -> frozenset[str]:
        """The tokens that phrases begin with."""
        return frozenset(self._reach)

    def could_end_with(self, text: str) -> bool:
        """Return whether a token may be the last of a phrase."""
        return text in self._endings or "." in text


def _joined(parts: list[str]) -> str:
    """Return tokens as one phrase, with a space between two Latin words."""
    phrase = parts[0]
    for before, part in pairwise(parts):
        phrase += f" {part}" if before.isalpha() and part.isalpha() and (before + part).isascii() else part
    return phrase


def split(phrases: str) -> tuple[str, ...]:
    """Return the phrases that a value of the data lists."""
    return tuple(phrases.split("|"))


def _phrases(meanings: Mapping[T, Iterable[str]]) -> Phrases[T]:
    return Phrases({phrase: meaning for meaning, phrases in meanings.items() for phrase in phrases})


def _words(name: str, section: str, key: str = "words") -> frozenset[str]:
    return frozenset(split(table(name)[section][key]))


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """Return the data of a language, `en` or `zh`, or of the `currencies`."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


class Lexicon:
    """The phrases of both languages by what they mean in a figure."""

    @cached_property
    def currencies(self) -> dict[str, tuple[str, ...]]:
        """The names and signs of each currency, by ISO 4217 code: the most stated first, then by code."""
        names, signs = table("currencies")["names"], table("currencies")["signs"]
        codes = dict.fromkeys((*split(table("currencies")["lower"]["codes"]), *sorted(names)))
        return {code: (*split(names[code]), *(split(signs[code]) if code in signs else ())) for code in codes}

    @cached_property
    def currency(self) -> Phrases[str]:
        """Names, signs and codes of currencies."""
        return _phrases({code: (code.lower(), *names) for code, names in self.currencies.items()})

    @cached_property
    def behind_numbers(self) -> frozenset[str]:
        """The tokens that behind a number can belong to its figure, but for hedges and things counted."""
        phrases = (self.ratios, self.points, self.subunits, self.hedges_within)
        found = frozenset().union(*(words.beginnings for words in phrases))
        return found | self._money_beginnings | self._codes_with_scale | {"-", "又"}

    @cached_property
    def _codes_with_scale(self) -> frozenset[str]:
        scales = [scale for scale in (*self.short_scales, *self.scales) if scale.isascii() and len(scale) <= 2]
        return frozenset(f"{scale}{code.lower()}" for scale in scales for code in self.currencies)

    def may_name_money(self, token: Token) -> bool:
        """Return whether a token behind a number could begin the name of a currency, or be a hyphen before it."""
        text = token.text
        return text == "-" or "." in text or text in self._money_beginnings

    @cached_property
    def _money_beginnings(self) -> frozenset[str]:
        return self.currency.beginnings | self.ambiguous.beginnings

    @cached_property
    def currency_letters(self) -> dict[str, str]:
        """Letters that stand for a currency only directly before digits and in this case: P512.2 billion."""
        return {letters: code for code, names in table("currencies")["letters"].items() for letters in split(names)}

    @cached_property
    def shared_signs(self) -> dict[str, frozenset[str]]:
        """The currencies of each sign that several share."""
        rows = table("currencies")["shared"].items()
        # A name is known in small letters, and the same letters before digits in this case.
        return {
            sign: frozenset(split(codes))
            for key, codes in rows
            for sign in (key, key.lower())
            if sign == key or sign in self.currency
        }

    @cached_property
    def ambiguous(self) -> Phrases[tuple[str, ...]]:
        """Names that the currencies of several states share, and those currencies."""
        return Phrases({name: split(codes) for name, codes in table("currencies")["ambiguous"].items()})

    @cached_property
    def subunits(self) -> Phrases[tuple[str, int]]:
        """Names of parts of a currency, with the power of ten that they are of it."""
        rows = table("currencies")["subunits"].items()
        return _phrases({(key.split()[0], int(key.split()[1])): split(names) for key, names in rows})

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Names of currencies that behind a small number usually are another word: 19 won by Xiamen."""
        return _words("currencies", "doubtful", "names")

    @cached_property
    def lower_codes(self) -> frozenset[str]:
        """Codes that running text has in small letters too, as none of them is a word: 5 million usd."""
        return _words("currencies", "lower", "codes")

    @cached_property
    def words_too(self) -> frozenset[str]:
        """Codes that are English words as well."""
        return _words("currencies", "words", "codes")

    @cached_property
    def scales(self) -> Phrases[int]:
        """Powers of ten that multiply the number before them."""
        return self._numbered("scales")

    @cached_property
    def short_scales(self) -> Phrases[int]:
        """Letters that do, where they touch the number or a currency is beside them."""
        return self._numbered("short_scales")

    @cached_property
    def unknown_scales(self) -> frozenset[str]:
        """Words that behind an amount are a scale, nobody knows which."""
        return _words("en", "unknown_scales")

    @cached_property
    def ratios(self) -> Phrases[int]:
        """Signs and words behind the number of a ratio, as powers of ten."""
        return self._numbered("ratios")

    @cached_property
    def points(self) -> Phrases[int]:
        """What counts the difference of two ratios."""
        return self._numbered("points")

    @cached_property
    def halves(self) -> frozenset[str]:
        """Words for a half."""
        return _words("zh", "halves")

    @cached_property
    def hedges_before(self) -> Phrases[Bound]:
        """Hedges that stand before a number."""
        return self._hedges("hedges_before")

    @cached_property
    def hedges_after(self) -> Phrases[Bound]:
        """Hedges that stand behind a figure."""
        return self._hedges("hedges_after")

    @cached_property
    def hedges_within(self) -> Phrases[Bound]:
        """Hedges that stand between a number and its scale, or behind its scale."""
        return self._hedges("hedges_within")

    @cached_property
    def hedges_inside(self) -> Phrases[Bound]:
        """Hedges that do so only where a scale, a measure or a currency follows."""
        return self._hedges("hedges_inside")

    @cached_property
    def hedges_around(self) -> dict[tuple[str, str], Bound]:
        """Hedges in two parts, before and after a number."""
        rows = self._of_both("hedges_around").items()
        return {(pair[0], pair[-1]): Bound(bound) for bound, pairs in rows for pair in pairs}

    @cached_property
    def no_hedges(self) -> dict[str, frozenset[str]]:
        """The words behind which a hedge is none; `*` where it is none behind any."""
        return {
            hedge: frozenset(split(words))
            for language in _LANGUAGES
            for hedge, words in table(language)["no_hedges"].items()
        }

    @cached_property
    def vague(self) -> Phrases[str]:
        """Words that say how many without a number."""
        return _phrases({"vague": split(table("en")["vague"]["words"])})

    @cached_property
    def things(self) -> Phrases[str]:
        """What a plain count may count in a whole text: a misspelt unit is not to be taken for a thing."""
        chinese = table("zh")["things"]
        nouns = ("", *split(chinese["nouns"]))
        counted = (f"{measure}{noun}" for measure in (*split(chinese["measures"]), "") for noun in nouns)
        return _phrases({"count": (*split(table("en")["things"]["words"]), *filter(None, counted))})

    @cached_property
    def labels(self) -> frozenset[str]:
        """Words whose number is a name: phase 2, Fortune 500."""
        return _words("en", "labels")

    @cached_property
    def months(self) -> frozenset[str]:
        """Names of months, behind which a number is a day."""
        return _words("en", "months")

    @cached_property
    def before_years(self) -> frozenset[str]:
        """Words behind which four digits are a year, unless they have a unit."""
        return _words("en", "before_years") | self.before_dates

    @cached_property
    def before_dates(self) -> frozenset[str]:
        """Words behind which they are one even before the name of a currency."""
        return _words("en", "before_years", "dates")

    @cached_property
    def also_before_years(self) -> frozenset[str]:
        """Words behind which they may be one or count something."""
        return _words("en", "before_years", "also")

    @cached_property
    def dozens(self) -> frozenset[str]:
        """Words for twelve."""
        return _words("en", "numbers", "dozen")

    @cached_property
    def minus(self) -> frozenset[str]:
        """Words for the sign of a negative number."""
        return _words("en", "numbers", "minus")

    @cached_property
    def ordinals(self) -> frozenset[str]:
        """Characters that make a number an ordinal or a rate."""
        return _words("zh", "labels")

    @cached_property
    def no_tenths(self) -> frozenset[str]:
        """Characters with which 成 makes a word: 成都, 成员."""
        return _words("zh", "no_tenths")

    @cached_property
    def levels(self) -> frozenset[str]:
        """Characters behind which 上 names a level that is reached."""
        return _words("zh", "levels")

    @cached_property
    def nouns_of_number(self) -> frozenset[str]:
        """Characters that make a noun of 数."""
        return _words("zh", "nouns_of_number")

    @cached_property
    def units_of_time(self) -> Phrases[str]:
        """What makes of a number a date, a time or a duration: 9个月."""
        return _phrases({"time": split(table("zh")["units_of_time"]["words"])})

    def _numbered(self, section: str) -> Phrases[int]:
        return _phrases({int(power): phrases for power, phrases in self._of_both(section).items()})

    def _hedges(self, section: str) -> Phrases[Bound]:
        return _phrases({Bound(bound): phrases for bound, phrases in self._of_both(section).items()})

    def _of_both(self, section: str) -> dict[str, tuple[str, ...]]:
        """Return the phrases of a section in both languages."""
        found: dict[str, tuple[str, ...]] = {}
        for language in _LANGUAGES:
            for key, phrases in table(language).get(section, {}).items():
                found[key] = (*found.get(key, ()), *split(phrases))
        return found


LEXICON = Lexicon()
"""The one lexicon."""
