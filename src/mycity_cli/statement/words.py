"""The words that join and compare in a statement: `more than`, 超过, `and`. Which they are stands in words.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from mycity_cli.statement.nodes import Span

_FILE = Path(__file__).with_name("words.toml")
_OPPOSITES = {">": "<=", ">=": "<", "<": ">=", "<=": ">", "=": "!="}
_KINDS = {
    "and": "AND", "or": "OR", "not": "NOT", "=": "EQUAL", "+": "PLUS", "-": "MINUS", "*": "TIMES", "/": "OVER",
}  # fmt: skip
_ENDS = r"(?![\w\u0300-\u036f]|[-'’‘`·]\w)"
"""Where a word of Latin letters ends: `is-land` and `Is'ka` are one."""

_LETTERS = re.compile("[a-z']+")
_APOSTROPHE = "[\u0027\u2019]"
_HAN = "[\u4e00-\u9fff]"
_NUMERALS = "[一二两兩三四五六七八九十百千]"
FIGURE = rf"\s*(?:[¥￥$€£]?\d|{_NUMERALS}+(?:[亿億万萬元成倍半]|分之)|百分之|一半)"
"""How a figure begins, where it stands directly behind a letter that may be one of a name."""
_AMOUNTS = "[元%\\d亿億万萬个個]"
"""What a figure ends with, so that a joint of one letter behind it begins no name."""


class Sign(NamedTuple):
    """What words stand for: the terminal of the grammar, the sign as the tree has it, and where they end."""

    kind: str
    says: str
    end: int


class Words:
    """Finds the words of statements in a text."""

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        self._signs: dict[str, str] = {}
        self.listed = words
        self._compared = [*self._with_be(words), *self._known(words["verbs"]), *self._known(words["computing"])]
        self._latin = [*self._compared, *self._known(words["joints"])]
        self._han = [each for part in ("han", "han_joints", "han_computing") for each in self._known(words[part])]
        self._narrow = self._before_figures(words)
        self._phrases = _beginning_phrases(words)
        self._alone = [*self._known(words["han_alone"]), *self._known(words["han_joints_alone"])]
        self._joints = "".join(words["han_joints_alone"][joint] for joint in ("and", "or"))
        others = [
            phrase
            for part in ("before_figures", "before_shares", "hedges", "shares", "differences", "names")
            for each in words[part].values()
            for phrase in each.split("|")
        ]
        self._beginnings = {phrase.split()[0] for phrase in (*self._latin, *others) if phrase.isascii()}
        self._letters = {phrase[0] for phrase in (*self._han, *self._alone, *others) if not phrase.isascii()}

    def are_in(self, text: str) -> bool:
        """Return whether a text may hold any of the words."""
        # Hardly any does: for the others the expressions that find the words are not made at all.
        if not text.isascii() and not self._letters.isdisjoint(text):
            return True
        return not self._beginnings.isdisjoint(_LETTERS.findall(_straight(text.lower())))

    @cached_property
    def _sign(self) -> re.Pattern[str]:
        spelled = f"(?:{_any_of(self._latin)}){_ENDS}|{_any_of(self._han)}|{self._narrow}"
        return re.compile(rf"{spelled}|(?:{_any_of(self._alone)})(?!\w)|(?<=\S)[{self._joints}]", re.IGNORECASE)

    @cached_property
    def _within(self) -> re.Pattern[str]:
        # A joint of one letter begins names (且末), but stands within none.
        within = rf"(?<={_HAN})[{self._joints}](?={_HAN})"
        between = f"{_any_of(self._han)}|{self._narrow}|{self._phrases}"
        return re.compile(rf"{between}|(?<={_AMOUNTS})[{self._joints}]|{within}")

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        return re.compile(rf"(?<=\S)\s+(?:{_any_of(self._compared)}){_ENDS}", re.IGNORECASE)

    def at(self, text: str, at: int) -> Sign | None:
        """Return what the words that begin at a place stand for, None where none do."""
        found = self._sign.match(text, at)
        if found is None:
            return None
        says = self._signs[" ".join(_straight(found[0].lower()).split())]
        return Sign(_KINDS.get(says, "COMPARED"), says, found.end())

    @cached_property
    def _comparing(self) -> re.Pattern[str]:
        phrases = [phrase for each in self.listed["comparing"].values() for phrase in each.split("|")]
        return re.compile(_any_of(phrases), re.IGNORECASE)

    def is_comparing(self, words: str) -> bool:
        """Return whether words for a sign compare and are no verb: `more than`, behind which a form of "be" is."""
        return self._comparing.fullmatch(words) is not None

    def letter_in(self, name: str) -> str:
        """Return the first letter within a name that joins or compares where it stands alone; "" for none."""
        return next((letter for letter in name[1:-1] if letter in self._alone), "")

    def next_in(self, text: str, at: int) -> int:
        """Return where from a place on the next word is that needs no space before it; the end where none is."""
        found = self._within.search(text, at)
        return len(text) if found is None else found.start()

    def behind(self, text: str) -> Span | None:
        """Return where the first words that compare stand behind something in a text, None where none do."""
        found = self._behind.search(text)
        return None if found is None else Span(*found.span())

    def _before_figures(self, words: Mapping[str, Mapping[str, str]]) -> str:
        """Return the expression of letters that compare only before a figure, or before what ends with a share."""
        figures, shares = self._known(words["before_figures"]), self._known(words["before_shares"])
        not_again = f"(?!{_any_of(shares)})"
        hedges = _any_of(words["hedges"]["words"].split("|"))
        share = rf"{not_again}(?=[^<>=,]+{words['shares']['han_of']}(?:{hedges})?{FIGURE})"
        return f"(?:{_any_of(figures)})(?=(?:{hedges})?{FIGURE})|(?:{_any_of(shares)}){share}"

    def _with_be(self, words: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
        """Yield the phrases that compare, alone and behind a form of "be", and keep what each says; denied, too."""
        comparing, behind_be = words["comparing"], words["behind_be"]
        denied = _denied(comparing, behind_be)
        for be in words["be"]["words"].split("|"):
            self._signs[be] = "="
            yield be
            for group in (comparing, behind_be):
                yield from (f"{be} {phrase}" for phrase in self._known(group, before=f"{be} "))
        for be in words["be"]["denied"].split("|"):
            self._signs[be] = "!="
            yield be
            yield from (f"{be} {phrase}" for phrase in self._known(denied, before=f"{be} "))
        yield from self._known(comparing)
        yield from (f"not {phrase}" for phrase in self._known(denied, before="not "))

    def _known(self, phrases: Mapping[str, str], *, before: str = "") -> list[str]:
        """Return the phrases, and keep what each says; `before` stands before it."""
        found = [(sign, phrase) for sign, listed in phrases.items() for phrase in listed.split("|")]
        self._signs |= {before + phrase: sign for sign, phrase in found}
        return [phrase for _, phrase in found]


def _beginning_phrases(words: Mapping[str, Mapping[str, str]]) -> str:
    """Return the expression of where behind a name a phrase begins that is told apart from it by what follows."""
    hedges = _any_of(words["hedges"]["words"].split("|"))
    figure = f"(?:{hedges})?{FIGURE}"
    return f"(?:{hedges})(?={FIGURE})|{words['shares']['han_of']}(?={figure})|(?={difference(words)})"


def difference(words: Mapping[str, Mapping[str, str]]) -> str:
    """Return the expression of a difference: 比厦门多, 比厦门多390亿元."""
    hedges = _any_of(words["hedges"]["words"].split("|"))
    parts = words["differences"]
    more, less = (_any_of(parts[each].split("|")) for each in ("more", "less"))
    joints = [each for part in ("han_joints", "han_joints_alone") for each in "|".join(words[part].values()).split("|")]
    end = rf"(?=\s*(?:$|[,;]|{_any_of(joints)}"
    end += f"|(?:{hedges})?{FIGURE}))"
    return f"{parts['than']}(?P<than>[^<>=]+?)(?:(?P<more>{more})|(?P<less>{less})){end}"


def _denied(*groups: Mapping[str, str]) -> dict[str, str]:
    """Return the phrases of some groups by what they say behind "not"."""
    found: dict[str, list[str]] = {}
    for sign, listed in (item for group in groups for item in group.items()):
        found.setdefault(_OPPOSITES[sign], []).append(listed)
    return {sign: "|".join(phrases) for sign, phrases in found.items()}


def _any_of(phrases: Iterable[str]) -> str:
    """Return the regular expression of any of some phrases, the longest that fits."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first).replace("'", _APOSTROPHE)


def _straight(text: str) -> str:
    """Return a text whose apostrophes are those of typewriters."""
    return text.replace("\u2019", "'")


@cache
def words() -> Words:
    """Return the words of statements, read once."""
    return Words(tomllib.loads(_FILE.read_text(encoding="utf-8")))
