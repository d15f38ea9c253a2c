"""English numbers without a noun that go on counting what was counted already, or share the noun of the next one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mycity_cli.expressions import expression
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.release.figures import english
from mycity_cli.release.figures.english import (
    CLOSERS,
    DASHES,
    DEALS,
    NUMBER_WORDS,
    STOPS,
    is_number,
    is_plural,
    is_year,
    word_at,
)  # fmt: skip
from mycity_cli.release.figures.numbered import closes_row, verb_before
from mycity_cli.release.figures.topics import Topic
from mycity_cli.release.lexicon import listed

if TYPE_CHECKING:
    from mycity_cli.figure.tokens import Token

_EN = listed("counted.en")
_COMPARED = {(verb, "from") for verb in _EN["compared_from"]} | {
    ("compared", "with"), ("compared", "to"), ("compare", "with"), ("compares", "with"),
    ("accounted", "for"), ("accounting", "for"), ("versus", "the"),
}  # fmt: skip
_BROUGHT = expression(
    r"\b(?:bring|brought|rais|tak|lift|push)(?:s|es|ed|ing|en|e)? (?:the|its|their|that) (?:[\w-]+ ){0,3}"
    r"(?:total|tally|number|count) to (?:about |some |over )?$",
    re.IGNORECASE,
)
_LABEL = r"[A-Za-z][A-Za-z &'’-]{1,30}(?<! in)(?<! of)(?<! and) \d{1,4}"
_LABELS = expression(rf"[:(] ?{_LABEL}(?:(?:[,;]|,? and) (?:and )?{_LABEL})+(?=[.,;)\n]|$)")
_BRACKETED = expression(r"\((?:\d{1,3}|[a-z]+)(?: (?:projects|contracts|deals|agreements))?\)", re.IGNORECASE)
_NO_KINDS = STOPS | NUMBER_WORDS | {"and", "or"}
_LISTED = DEALS | _EN["amounts"]
_FARTHEST = 40
_NEAR = 200
_LONGEST_NAME = 5


def stands_alone(text: str, tokens: list[Token], first: int, at: int) -> bool:
    """Return whether a number without a noun goes on counting: what stands around it could stand around a count."""
    if is_year(tokens, first) or any(token.text in LEXICON.months for token in tokens[max(0, first - 3) : first]):
        return False
    return closes_row(tokens, first) or _Bare(text, tokens, first, at).goes_on()


class _Bare:
    """A number without a noun, from the token `first` up to `at`, and the words around it."""

    def __init__(self, text: str, tokens: list[Token], first: int, at: int) -> None:
        self.text, self.tokens, self.first, self.at = text, tokens, first, at
        self.before, self.after = self._word(first - 1), self._word(at)
        is_cut = self.after in DASHES and tokens[at].start > tokens[at - 1].end
        self.closes = is_cut or self.after in ("", "and", *CLOSERS)

    def _word(self, at: int) -> str:
        return word_at(self.tokens, at)

    def _words_before(self, most: int) -> list[str]:
        return [token.text for token in self.tokens[max(0, self.first - most) : self.first]]

    def goes_on(self) -> bool:
        """Return whether it could count what was counted before it."""
        if self._is_set_apart() or self.after in _EN["valued"]:
            return True
        if self.after == "of":
            return self._is_of_number()
        if self._is_told_apart():
            return self.closes
        for stands, follows in (
            (self.before in ("other", "remaining"), self._describes_one()),
            (self._is_compared() or self._is_of_pronoun(), self.after in _EN["when"]),
            (self.before in _EN["won"], False),
            (self.before == "the" and self._word(self.first - 2) == "of", self.after in _EN["done"]),
            (self._is_gapped(), self.after in ("in", "from", "for")),
        ):
            if stands:
                return self.closes or follows
        if self.before == "(" and self.after == ")":
            return self._is_beside_name()
        return (self.closes and self._is_listed()) or self._opens_clause()

    def _describes_one(self) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].is_word and not is_plural(self.after)

    # --- what tells it apart ------------------------------------------------------------------------------------------

    def _is_told_apart(self) -> bool:
        """Return whether what stands before makes it a count: last year's 30, another 44, its tally to 75."""
        start = self.tokens[self.first].start
        if self.before == "for":
            # A accounted for 12, B for seven.
            return any(word.startswith("account") for word in self._words_before(_FARTHEST))
        if self.before == "to":
            return _BROUGHT.search(self.text, max(0, start - _NEAR), start) is not None
        if self.before == ":" and self._word(self.first - 3) == ("(" if self._word(self.first - 2).isdigit() else ";"):
            return True  # (2022: 711); transport: 15
        if self.before == "ones" or (self.before == "s" and self._word(self.first - 3) == "year"):
            return True
        # 30 contracts: machinery 14, food 16.
        opening = max(self.text.rfind(sign, max(0, start - _NEAR), start) for sign in ":(")
        labels = None if opening < 0 else _LABELS.match(self.text, opening)
        return (self.before == "another" and self.first > 1) or (labels is not None and start < labels.end())

    def _is_set_apart(self) -> bool:
        """Return whether commas or brackets set it apart: Of these, 17 (60 percent) are; a third of them (14).

        So does what it is compared with: over the 45 of the previous edition.
        """
        around = self.before, self.after
        if around == (",", "("):
            return self._refers()
        if around in ((",", ","), ("(", ")")):
            before = self._words_before(8)[:-1]
            if before and (before[-1] in DEALS or before[-1] in _EN["pronouns"]):
                return any(word in _EN["fractions"] for word in before)
        if self.before == "the" and self._word(self.first - 2) in ("over", "from", "than", "against", "exceeding"):
            behind = self.tokens[self.at : self.at + 4]
            is_earlier = any(token.text in _EN["earlier"] or token.kind == "number" for token in behind)
            return is_earlier and self.after in ("of", "in", "at", "a", "last")
        return False

    def _refers(self) -> bool:
        """Return whether "of these" stands before its comma, or "of the 92 deals" with what is said of them."""
        tokens, comma = self.tokens, self.first - 1
        for n in range(max(0, comma - _FARTHEST), comma - 2):
            opens = n == 0 or tokens[n - 1].text in (".", ";")
            if opens and tokens[n].text in ("of", "among") and tokens[n + 1].text == "the":
                return is_number(tokens, n + 2)
        return self._word(comma - 1) in _EN["pronouns"] and self._word(comma - 2) in ("of", "among")

    def _is_of_number(self) -> bool:
        """Return whether it is some of a number that goes on counting: three of the 30 are."""
        whole = self.at + 1
        whole += self._word(whole) in ("the", "these", "those", "all")
        behind = self._word(whole + 1)
        return is_number(self.tokens, whole) and (behind in _EN["going_on"] or behind in ("", *CLOSERS))

    def _is_compared(self) -> bool:
        """Return whether it is what another is compared with, or a share of it: up from 38, accounted for 12."""
        changed = self.before == "from" and not _EN["changing"].isdisjoint(self._words_before(_LONGEST_NAME))
        return changed or self.before == "against" or (self._word(self.first - 2), self.before) in _COMPARED

    def _is_of_pronoun(self) -> bool:
        """Return whether a verb leads to it whose subject stands for what was counted: they rose to 45."""
        verb = verb_before(self.tokens, self.first)
        return verb is not None and self._word(verb - 1) in _EN["subjects"]

    # --- names and kinds before it ------------------------------------------------------------------------------------

    def _is_beside_name(self) -> bool:
        """Return whether its bracket stands behind a name, as another does: Chengdu (9 projects), Mianyang (7)."""
        name = self.tokens[self.first - 2] if self.first > 1 else None
        if name is None or not name.is_word:
            return False
        start, end = self.tokens[self.first].start, self.tokens[self.first].end
        bracketed = _BRACKETED.findall(self.text[max(0, start - _NEAR) : end + _NEAR])
        # Without a capital, a name is one where another bracket has its noun: food (9 contracts), textiles (7).
        is_name = self.text[name.start].isupper() or any(" " in each for each in bracketed)
        return len(bracketed) > 1 and is_name

    def _is_gapped(self) -> bool:
        """Return whether a name opens the clause and its verb is left out: Nanning signed 17 deals, Liuzhou nine."""
        has_comma = self.before == ","  # Chengdu, nine projects; Mianyang, seven.
        last = name = self.first - 1 - has_comma
        while name > max(0, last - _LONGEST_NAME) and self._is_capital(name):
            name -= 1
        return 0 <= name < last and self._word(name) in ((";",) if has_comma else (",", ";", "and", "while"))

    def _is_capital(self, at: int) -> bool:
        return self.tokens[at].is_word and self.text[self.tokens[at].start].isupper()

    def _is_listed(self) -> bool:
        """Return whether a kind stands before it, as before others: machinery took 13 projects, life sciences 6."""
        name = self.first - 1
        while name > max(0, self.first - _LONGEST_NAME) and _names_kind(self.tokens, name):
            name -= 1
        if name == self.first - 1 or self._word(name) not in (",", ";", "and") or self.before in _EN["no_kinds"]:
            return False
        return is_number(self.tokens, name - 1) or self._word(name - 1) in _LISTED

    def _opens_clause(self) -> bool:
        """Return whether it opens a clause that could follow a noun: 9 valued at, and 13 in services, 5 foreign."""
        if self.before and self.before not in _EN["leading_in"] and self.before not in (",", ";", ":", "(", *DASHES):
            return False
        if self.after in ("more", "others"):
            return self._word(self.at + 1) != "than"
        if self.after in _EN["going_on"] or (self.before == "with" and (self.closes or self.after in _EN["done"])):
            return True
        if self.before in ("(", ",", ":", "and", "are", "were") and self._names_kind_behind():
            return True
        return self.before in ("and", "which") and self.closes and self.after != "and"

    def _names_kind_behind(self) -> bool:
        """Return whether one word follows that says of what kind, and closes: 5 foreign, 7 domestic."""
        at = self.at + 2 if self._word(self.at + 1) == "-" else self.at
        kind = self._word(at)
        is_kind = kind.endswith(("al", "ic", "ive", "ed", "ary", "ign")) or kind in _EN["kinds"]
        return is_kind and self._word(at + 1) in ("and", *CLOSERS)


def shares_noun(tokens: list[Token], at: int, most: int = 8) -> bool:
    """Return whether the noun of a number stands behind the next one: 18 industrial, 7 agricultural and 5 projects."""
    kind = at
    while kind < min(len(tokens), at + _LONGEST_NAME) and _names_kind(tokens, kind):
        if tokens[kind].text in _EN["no_kinds"] or is_plural(tokens[kind].text):
            return False
        kind += 1
    number = kind + (word_at(tokens, kind) == ",")
    number += word_at(tokens, number) in ("and", "or")
    if kind in (at, number) or not most or not is_number(tokens, number):
        return False
    counted = english.counted(tokens, number + 1, one=False)
    is_of_deals = counted is not None and counted.topic is Topic.DEALS
    return is_of_deals or shares_noun(tokens, number + 1, most - 1)


def _names_kind(tokens: list[Token], at: int) -> bool:
    word = tokens[at].text
    return word in ("-", "&") or (tokens[at].is_word and word not in _NO_KINDS)


def is_spread(tokens: list[Token], at: int) -> bool:
    """Return whether a number says how far what was counted before it is spread: 30 projects in 8 sectors."""
    return word_at(tokens, at - 1) in _EN["spreading"]
