"""English numbers that a subject or a label makes counts of deals: the number of contracts fell to 45; Projects: 8."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mycity_cli.expressions import expression
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.release.figures.english import DASHES, DEALS, ONE_DEAL, is_plural, is_year, word_at
from mycity_cli.release.lexicon import any_of, listed

if TYPE_CHECKING:
    from mycity_cli.figure.tokens import Token

_EN = listed("counted.en")
_VERBS = _EN["changing"] | _EN["numbering"]
_LINKS = _VERBS | _EN["between"] | _EN["hedges"] | LEXICON.months
_HEADS = _EN["numbers_of"] | {"volume", "activity"}
_FARTHEST = 40
_LONGEST_SUBJECT = 16
_NEAR_VERB = 5
_ENDS = expression(r"(?<!\b(?:19|20)\d\d)(?:[,;.](?= |$)|$)")
_ANNOUNCING = expression(
    rf"\b(?:{any_of(ONE_DEAL)} (?:counts?|numbers?)|(?:counts?|numbers?) of {any_of(DEALS)})\b", re.IGNORECASE
)


def follows_noun(text: str, tokens: list[Token], first: int, after: int) -> bool:
    """Return whether a number says how many deals there are: by a label, or a verb of which they are the subject."""
    label = first - 1
    while word_at(tokens, label) in _EN["hedges"]:
        label -= 1
    if word_at(tokens, label) in (":", "=", "(", *DASHES):
        return _names_deals(tokens, label - 1 - (word_at(tokens, label - 1) in _EN["done"]))
    if word_at(tokens, first - 1) in DEALS and _ENDS.match(text, tokens[after - 1].end):
        return True
    verb = None if is_year(tokens, first) else verb_before(tokens, first)
    if verb is None or _is_subject(tokens, verb):
        return verb is not None
    is_pair = word_at(tokens, after) == "to" or word_at(tokens, first - 3) == "from"
    return is_pair and names_deals_before(tokens, verb)


def verb_before(tokens: list[Token], first: int) -> int | None:
    """Return the first verb of those that lead to a number: "was" in "was down 14 percent, falling from 711 to 611"."""
    verb = None
    for at in range(first - 1, max(0, first - _FARTHEST) - 1, -1):
        if tokens[at].kind != "number" and tokens[at].text not in _LINKS:
            break
        verb = at if tokens[at].text in _VERBS else verb
    return verb


def _is_subject(tokens: list[Token], verb: int) -> bool:
    """Return whether the subject of a verb is a number of deals, or deals that it says to have changed."""
    for at in range(verb - 1, max(0, verb - _LONGEST_SUBJECT) - 1, -1):
        token = tokens[at]
        if token.text in (";", ":", "."):
            return False
        if _names_deals(tokens, at):
            of = next((n for n in range(at - 1, max(0, at - 6) - 1, -1) if tokens[n].text == "of"), None)
            if of is not None:
                return word_at(tokens, of - 1) in _HEADS
            is_near = verb - at <= _NEAR_VERB or word_at(tokens, at + 1) in _EN["valued"]
            return token.text in _HEADS or (is_near and word_at(tokens, verb) not in _EN["being"])
        if token.is_word and is_plural(token.text) and token.text not in _EN["changing"]:
            return False
    return False


def _names_deals(tokens: list[Token], at: int) -> bool:
    """Return whether a token is a noun for deals, or the end of one for their number: projects, deal count."""
    word = word_at(tokens, at)
    return word in DEALS or (word in _HEADS and word_at(tokens, at - 1) in ONE_DEAL)


def names_deals_before(tokens: list[Token], at: int) -> bool:
    """Return whether a noun for deals stands in the sentence before a number."""
    return any(token.text in DEALS for token in tokens[max(0, at - _FARTHEST) : at])


def announces(text: str) -> bool:
    """Return whether a sentence says that a list of numbers of deals follows, as "with value and deal count:" does."""
    return text.rstrip().endswith(":") and _ANNOUNCING.search(text) is not None


def closes_row(tokens: list[Token], at: int) -> bool:
    """Return whether a number is the last of a line whose parts stand between dashes: Goldman - USD 499.68B - 226."""
    if at != len(tokens) - 1:
        return False
    return sum(token.text in DASHES and _is_spaced(tokens, n) for n, token in enumerate(tokens[:at]) if n) > 1


def _is_spaced(tokens: list[Token], at: int) -> bool:
    return tokens[at].start > tokens[at - 1].end
