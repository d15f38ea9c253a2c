"""English numbers without a noun, or with one before them, that count what was counted already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.release.figures import english
from mycity_cli.release.figures.english import CLOSERS, DEALS, NUMBER_WORDS, STOPS, is_plural, word_at
from mycity_cli.release.figures.topics import Topic
from mycity_cli.release.figures.vocabulary import any_of, vocabulary

if TYPE_CHECKING:
    from mycity_cli.figure.tokens import Token

_EN = vocabulary("en")
_COMPARED = {(verb, "from") for verb in _EN["compared_from"]} | {
    ("compared", "with"), ("compared", "to"), ("compare", "with"), ("compares", "with"),
    ("accounted", "for"), ("accounting", "for"), ("versus", "the"),
}  # fmt: skip
_BROUGHT = re.compile(
    r"\b(?:bring|brought|rais|tak|lift|push)(?:s|es|ed|ing|en|e)? (?:the|its|their|that) (?:[\w-]+ ){0,3}"
    r"(?:total|tally|number|count) to (?:about |some |over )?$",
    re.IGNORECASE,
)
_LABEL = r"[A-Za-z][A-Za-z &'’-]{1,30}(?<! in)(?<! of)(?<! and) \d{1,4}"
_LABELS = re.compile(rf"[:(] ?{_LABEL}(?:(?:[,;]|,? and) (?:and )?{_LABEL})+(?=[.,;)\n]|$)")
_BRACKETED = re.compile(r"\((?:\d{1,3}|[a-z]+)(?: (?:projects|contracts|deals|agreements))?\)", re.IGNORECASE)
_LINKS = _EN["changing"] | _EN["numbering"] | _EN["between"] | _EN["hedges"]
_HEADS = _EN["numbers_of"] | {"volume", "activity"}
DASHES = ("-", "–", "—")
_LONGEST_SUBJECT = 16
_NEAR_VERB = 5
_FARTHEST = 40
_NEAR = 200
_LONGEST_NAME = 5
_YEAR = re.compile(r"(?:19|20)\d\d")
_ANNOUNCING = re.compile(
    rf"\b(?:{any_of(english.ONE_DEAL)} (?:counts?|numbers?)|(?:counts?|numbers?) of {any_of(DEALS)})\b", re.IGNORECASE
)
_ENDS = re.compile(r"(?<!\b(?:19|20)\d\d)(?:[,;.](?= |$)|$)")


def stands_alone(text: str, tokens: list[Token], first: int, at: int) -> bool:
    """Return whether a number without a noun goes on counting: what stands around it could stand around a count."""
    if not LEXICON.months.isdisjoint(token.text for token in tokens[max(0, first - 3) : first]):
        return False
    if _YEAR.fullmatch(tokens[first].text):
        return False
    before, after = word_at(tokens, first - 1), word_at(tokens, at)
    if closes_row(tokens, first):
        return True
    if _is_set_apart(tokens, first, at) or after in _EN["valued"]:
        return True
    if after == "of":
        return _of_number(tokens, at + 1)
    closes = not after or after in CLOSERS or after == "and" or (after in DASHES and not _touch(tokens, at))
    if _is_told_apart(text, tokens, first):
        return closes
    if before in ("other", "remaining"):
        return closes or (tokens[at].is_word and not is_plural(after))
    if _is_compared(tokens, first):
        return closes or after in _EN["when"]
    if before in _EN["won"] or (before == "the" and word_at(tokens, first - 2) == "of"):
        return closes or (after in _EN["done"] and before == "the")
    if before == "(" and after == ")":
        return _is_beside_name(text, tokens, first)
    if _is_gapped(text, tokens, first):
        return closes or after in ("in", "from", "for")
    return (closes and _is_listed(tokens, first)) or _opens_clause(tokens, before, at, closes=closes)


def _is_told_apart(text: str, tokens: list[Token], first: int) -> bool:
    """Return whether what stands before a number alone makes it a count: last year's 30, another 44, tally to 75."""
    before = word_at(tokens, first - 1)
    if before == "ones" or _is_accounted(tokens, first) or (before == "s" and word_at(tokens, first - 3) == "year"):
        return True
    if before == "to" and _BROUGHT.search(text, 0, tokens[first].start) is not None:
        return True
    if before == ":" and _is_beside_year(tokens, first - 2):
        return True
    return (before == "another" and first > 1) or _is_labelled(text, tokens[first].start)


def _is_labelled(text: str, start: int) -> bool:
    """Return whether a number stands behind a label, in a list of such: 30 contracts: machinery 14, food 16."""
    opening = max(text.rfind(":", max(0, start - _NEAR), start), text.rfind("(", max(0, start - _NEAR), start))
    found = None if opening < 0 else _LABELS.match(text, opening)
    return found is not None and start < found.end()


def _is_beside_year(tokens: list[Token], at: int) -> bool:
    """Return whether a year in a bracket, or the name of a clause, stands before a colon: (2022: 711); transport: 15."""
    return word_at(tokens, at - 1) == ("(" if word_at(tokens, at).isdigit() else ";")


def _opens_clause(tokens: list[Token], before: str, at: int, *, closes: bool) -> bool:
    """Return whether a number opens a clause that could follow a noun: 9 valued at, and 13 in services."""
    after = word_at(tokens, at)
    if before and before not in _EN["leading_in"] and before not in (",", ";", ":", "(", *DASHES):
        return False
    if after in ("more", "others"):
        return word_at(tokens, at + 1) != "than"
    if after in _EN["going_on"] or (before in ("(", ",", ":", "and", "are", "were") and _describes(tokens, at)):
        return True
    if before == "with" and after in _EN["done"]:
        return True
    return before in ("and", "with", "which") and closes and (before == "with" or after != "and")


def _of_number(tokens: list[Token], at: int) -> bool:
    """Return whether a number follows that goes on counting: three of the 30 are."""
    at += word_at(tokens, at) in ("the", "these", "those", "all")
    is_number = at < len(tokens) and (tokens[at].kind == "number" or tokens[at].text in NUMBER_WORDS)
    return is_number and (word_at(tokens, at + 1) in _EN["going_on"] or word_at(tokens, at + 1) in ("", *CLOSERS))


def _is_accounted(tokens: list[Token], first: int) -> bool:
    """Return whether "for" stands before a number, and the verb before another: A accounted for 12, B for seven."""
    return word_at(tokens, first - 1) == "for" and any(
        token.text.startswith("account") for token in tokens[max(0, first - _FARTHEST) : first]
    )


def shares_noun(tokens: list[Token], at: int, most: int = 8) -> bool:
    """Return whether the noun of a number stands behind the next one: 18 industrial, 7 agricultural and 5 projects."""
    kind = at
    while kind < len(tokens) and kind < at + _LONGEST_NAME and _names_kind(tokens, kind):
        if tokens[kind].text in _EN["no_kinds"] or is_plural(tokens[kind].text):
            return False
        kind += 1
    number = kind
    number += word_at(tokens, number) == ","
    number += word_at(tokens, number) in ("and", "or")
    if kind in (at, number) or number >= len(tokens) or not most:
        return False
    if tokens[number].kind != "number" and tokens[number].text not in NUMBER_WORDS:
        return False
    counted = english.counted(tokens, number + 1, one=False)
    if counted is not None and counted.topic is Topic.DEALS:
        return True
    return shares_noun(tokens, number + 1, most - 1)


def _is_beside_name(text: str, tokens: list[Token], first: int) -> bool:
    """Return whether a number stands in brackets behind a name, as another does: Chengdu (9 projects), Mianyang (7)."""
    name = tokens[first - 2] if first > 1 else None
    if name is None or not name.is_word:
        return False
    near = text[max(0, tokens[first].start - _NEAR) : tokens[first].end + _NEAR]
    bracketed = _BRACKETED.findall(near)
    # Without a capital, a name is one where another number in brackets has its noun: food (9 contracts), textiles (7).
    return len(bracketed) > 1 and (text[name.start].isupper() or any(" " in each for each in bracketed))


def _is_beside_share(tokens: list[Token], first: int) -> bool:
    """Return whether a number in brackets says how many a share of the deals are: a third of the projects (14)."""
    before = [token.text for token in tokens[max(0, first - _FARTHEST) : first - 1]]
    noun = before[-1:] and (before[-1] in DEALS or before[-1] in ("them", "these", "those"))
    return bool(noun) and any(word in _EN["fractions"] for word in before[-7:])


def _is_set_apart(tokens: list[Token], first: int, at: int) -> bool:
    """Return whether commas or brackets set a number apart that counts what was named: Of these, 17 (60 percent) are.

    So does what it is compared with: over the 45 of the previous edition.
    """
    before, after = word_at(tokens, first - 1), word_at(tokens, at)
    if before == "," and after == "(":
        return _refers(tokens, first - 1)
    if (before, after) in ((",", ","), ("(", ")")) and _is_beside_share(tokens, first):
        return True
    if before == "the" and word_at(tokens, first - 2) in ("over", "from", "than", "against", "exceeding"):
        return after in ("of", "in", "at", "a", "last") and _is_earlier(tokens, at)
    return False


def _refers(tokens: list[Token], at: int) -> bool:
    """Return whether "of these" stands before a token, or "of the 92 deals" with what is said of them."""
    for n in range(max(0, at - _FARTHEST), at - 2):
        opens = n == 0 or tokens[n - 1].text in (".", ";")
        if opens and tokens[n].text in ("of", "among") and tokens[n + 1].text == "the":
            return tokens[n + 2].kind == "number" or tokens[n + 2].text in NUMBER_WORDS
    return word_at(tokens, at - 1) in ("these", "those", "them", "which") and word_at(tokens, at - 2) in ("of", "among")


def _is_earlier(tokens: list[Token], at: int) -> bool:
    """Return whether what follows speaks of an earlier time: of the previous edition, a year ago, in 2018."""
    return any(token.text in _EN["earlier"] or token.kind == "number" for token in tokens[at : at + 4])


def _is_compared(tokens: list[Token], first: int) -> bool:
    """Return whether a number is what another is compared with, or a share of it: up from 38, accounted for 12."""
    pair = word_at(tokens, first - 2), word_at(tokens, first - 1)
    changed = pair[1] == "from" and any(
        token.text in _EN["changing"] for token in tokens[max(0, first - _LONGEST_NAME) : first]
    )
    return changed or pair[1] == "against" or pair in _COMPARED


def _is_gapped(text: str, tokens: list[Token], first: int) -> bool:
    """Return whether a name opens the clause and its verb is left out: Nanning signed 17 deals, Liuzhou nine."""
    name = last = first - 1
    # Chengdu, nine projects; Mianyang, seven.
    has_comma = word_at(tokens, name) == ","
    name -= has_comma
    while name > last - _LONGEST_NAME and name > 0 and tokens[name].is_word and text[tokens[name].start].isupper():
        name -= 1
    return 0 <= name < last - has_comma and tokens[name].text in ((";",) if has_comma else (",", ";", "and", "while"))


def _is_listed(tokens: list[Token], first: int) -> bool:
    """Return whether a kind stands before a number, as before others: machinery took 13 projects, life sciences 6."""
    name = first - 1
    while name > max(0, first - _LONGEST_NAME) and _names_kind(tokens, name):
        name -= 1
    if (
        name == first - 1
        or word_at(tokens, name) not in (",", ";", "and")
        or word_at(tokens, first - 1) in _EN["no_kinds"]
    ):
        return False
    before = tokens[name - 1]
    return (
        before.kind == "number" or before.text in DEALS or before.text in NUMBER_WORDS or before.text in _EN["amounts"]
    )


def _names_kind(tokens: list[Token], at: int) -> bool:
    word = tokens[at].text
    return word in ("-", "&") or (
        tokens[at].is_word and word not in STOPS and word not in ("and", "or") and word not in NUMBER_WORDS
    )


def closes_row(tokens: list[Token], at: int) -> bool:
    """Return whether a number is the last of a line whose parts stand between dashes: Goldman - USD 499.68B - 226."""
    is_last = at == len(tokens) - 1 and word_at(tokens, at - 1) in DASHES and not _touch(tokens, at)
    return is_last and any(
        token.text in DASHES and not _touch(tokens, n) for n, token in enumerate(tokens[: at - 1]) if n
    )


def _touch(tokens: list[Token], at: int) -> bool:
    return tokens[at].start == tokens[at - 1].end


def announces(text: str) -> bool:
    """Return whether a sentence says that a list of numbers of deals follows: with deal value and deal count:"""
    return text.rstrip().endswith(":") and _ANNOUNCING.search(text) is not None


def _describes(tokens: list[Token], at: int) -> bool:
    """Return whether one word follows that says of what kind, and closes: 5 foreign, 7 domestic."""
    kind = at + 2 if word_at(tokens, at + 1) == "-" else at
    if word_at(tokens, kind + 1) not in CLOSERS and word_at(tokens, kind + 1) != "and":
        return False
    return (
        word_at(tokens, kind).endswith(("al", "ic", "ive", "ed", "ary", "ign")) or word_at(tokens, kind) in _EN["kinds"]
    )


def names_deals_before(tokens: list[Token], at: int) -> bool:
    """Return whether a noun for deals stands in the sentence before a number."""
    return any(token.text in DEALS for token in tokens[max(0, at - _FARTHEST) : at])


def is_spread(tokens: list[Token], at: int) -> bool:
    """Return whether a number says how far what was counted before it is spread: 30 projects in 8 sectors."""
    return word_at(tokens, at - 1) in _EN["spreading"]


def follows_noun(text: str, tokens: list[Token], first: int, after: int) -> bool:
    """Return whether a number says how many deals there are, by its subject.

    So it does behind a verb (the number of contracts reached 45; deals were down, falling from 711 to 611) and as a
    label (Projects: 8).
    """
    label = first - 1
    while word_at(tokens, label) in _EN["hedges"]:
        label -= 1
    if word_at(tokens, label) in (":", "=", "(", *DASHES):
        return _names_deals(tokens, label - 1 - (word_at(tokens, label - 1) in _EN["done"]))
    if word_at(tokens, first - 1) in DEALS and _ENDS.match(text, tokens[after - 1].end):
        return True
    verb, at = None, first - 1
    while at >= max(0, first - _FARTHEST) and (
        tokens[at].kind == "number" or tokens[at].text in _LINKS or tokens[at].text in LEXICON.months
    ):
        verb = at if tokens[at].text in _EN["changing"] or tokens[at].text in _EN["numbering"] else verb
        at -= 1
    if verb is None or _YEAR.fullmatch(tokens[first].text):
        return False
    if _is_subject(tokens, verb):
        return True
    is_pair = word_at(tokens, after) == "to" or word_at(tokens, first - 3) == "from"
    return is_pair and names_deals_before(tokens, verb)


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
    return word in DEALS or (word in _HEADS and word_at(tokens, at - 1) in english.ONE_DEAL)
