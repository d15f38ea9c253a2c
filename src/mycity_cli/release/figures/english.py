"""What an English number counts: the noun after it, past whatever describes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mycity_cli.figure.english_numbers import small_numbers, tens
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.release.figures.topics import Counted, Topic
from mycity_cli.release.plain import words

if TYPE_CHECKING:
    from mycity_cli.figure.tokens import Token

DEALS = words(
    "projects deals contracts intentions intents agreements orders memorandums memoranda mous pacts partnerships "
    "accords transactions signings protocols treaties mou lois letters investments"
)
ONE_DEAL = words(
    "project deal contract agreement order memorandum letter mou pact partnership accord "
    "transaction signing protocol treaty"
)
STOPS = words(
    "of in for with from to by at on under as into through over within between among across per via than that "
    "which who where when while were was is are be been being has have had will would can could may might must "
    "shall do does did a the this these those its their our his her it they we he she not but or so if because "
    "since during after before until about around near off out up down against toward towards upon amid despite "
    "including versus each every also took found attended visited came went gave joined expressed held participated "
    "totaling totalling worth valued million billion trillion thousand hundred"
)
"""Words that end what describes a noun: what stands behind them is counted by something else."""

_DETERMINERS = words("the these those its their our his her all such")
_PRONOUNS = words("them these those which whom")
_SECTORS = words(
    "materials services sciences parts sports textiles electronics goods chemicals petrochemicals systems works "
    "vehicles foods communications telecommunications telecoms logistics products resources arts crafts "
    "semiconductors devices instruments sales purchases futures overseas business process wireless express gas "
    "glass gases utilities drugs pharmaceuticals medicines cosmetics machines tools batteries displays robots "
    "drones ships ports railways highways roads homes plus less fuels metals minerals plastics fibers fibres "
    "optics robotics aerospace mass class cross supplies stocks bonds funds assets diagnostics therapeutics "
    "informatics economics aeronautics ceramics graphics genomics photonics mechatronics biologics rubbers alloys "
    "cells panels components textbooks games comics animations vessels aircrafts motors engines parks industries "
    "centers centres"
)
"""Plurals that describe a project; any other plural is itself what is counted."""

_BRANDS = words("fortune global world's worlds")
_MOST_WORDS = 9
_DEALING = words("cooperation cooperative investment signed contracted contract signing trade")
_LIKE_DEALS = words("items documents programs programmes schemes ventures undertakings arrangements commitments plans")
_CONCLUDED = words("signed inked sealed concluded signing inking clinched struck")
"""What makes of items, documents or programs deals: 5 cooperation items, 12 documents were signed."""

GO_ON = words(
    "valued worth with totalling totaling involving amounting costing are were was is have has had will in from "
    "for of concern cover came come went go fall belong represent accounted account each also being to under "
    "involve exceed total use focus won secured went on"
)
CLOSERS = (",", ".", ";", ")", ":", "(")

NUMBER_WORDS = frozenset(small_numbers()) | frozenset(tens())


def counted(tokens: list[Token], at: int, *, one: bool) -> Counted | None:
    """Return what the number before a token counts, and the token after its noun; None where that is not said.

    `one` says that the number is one, so that its noun is in the singular.
    """
    if at >= len(tokens):
        return None
    first = tokens[at]
    if first.text == "-" and first.start == tokens[at - 1].end and word_at(tokens, at + 1) in ONE_DEAL:
        return Counted(Topic.DEALS, at + 2)
    if not first.is_word:
        described = first.text in ('"', "“", "'") or (first.kind == "number" and _joins(tokens, at))
        return _noun(tokens, at + 1, one=one) if described else None
    if first.text == "of":
        return _of(tokens, at + 1, at)
    if first.text == "out" and word_at(tokens, at + 1) == "of":
        return _of(tokens, at + 2, at)
    return _noun(tokens, at, one=one)


def _of(tokens: list[Token], at: int, end: int) -> Counted | None:
    """Read what follows "of": the projects, the 120 contracts; or a pronoun for what was counted before.

    `end` is the token after the number that counts them.
    """
    start = at
    while at < len(tokens) and tokens[at].text in _DETERMINERS:
        at += 1
    if at < len(tokens) and (tokens[at].kind == "number" or tokens[at].text in NUMBER_WORDS):
        found = _noun(tokens, at + 1, one=False)
        # The number within is a figure of its own, so this one ends before it.
        return None if found is None else Counted(found.topic, end)
    if at > start and (found := _noun(tokens, at, one=False)) is not None:
        return found
    if start < len(tokens) and tokens[start].text in _PRONOUNS:
        return Counted(None, start + 1)
    return None if at == start else Counted(Topic.OTHER, at)


def _noun(tokens: list[Token], at: int, *, one: bool) -> Counted | None:
    """Read on from a token to the noun that is counted, past the words that describe it."""
    end: int | None = None
    first, seen = at, 0
    while at < len(tokens) and seen < _MOST_WORDS:
        token = tokens[at]
        if not token.is_word and not (_joins(tokens, at) or _lists(tokens, at)):
            break
        if (token.text in STOPS or token.text in NUMBER_WORDS) and not _is_hyphenated(tokens, at):
            break
        at += 1
        seen += token.is_word
        if _is_deal(tokens, at - 1, first, one=one):
            end = at
        elif token.is_word and end is not None:
            break
        elif token.text == "ones" and not tokens[at - 2].text.endswith(("er", "est")):
            return Counted(None, at)
        elif token.is_word and is_plural(token.text) and not _possessive(tokens, at):
            return Counted(Topic.OTHER, at)
    if end is None:
        return Counted(Topic.OTHER, at) if seen else None
    if tokens[end - 1].text in ("letter", "letters"):
        is_intent = word_at(tokens, end) == "of" and word_at(tokens, end + 1) in ("intent", "intention")
        return Counted(Topic.DEALS, end + 2) if is_intent else Counted(Topic.OTHER, end)
    is_head = not one or tokens[end - 1].text in DEALS or _can_follow(tokens, end)
    return Counted(Topic.DEALS if is_head else Topic.OTHER, end)


def _is_deal(tokens: list[Token], at: int, first: int, *, one: bool) -> bool:
    """Return whether a word is a noun for deals, after the words since `first` that describe it."""
    word = tokens[at].text
    if word == "ups":
        return word_at(tokens, at - 1) == "-" and word_at(tokens, at - 2) == "tie"
    if word in _LIKE_DEALS:
        described = {token.text for token in tokens[first:at]}
        around = {token.text for token in [*tokens[max(0, first - 4) : first], *tokens[at + 1 : at + 4]]}
        return bool(described & _DEALING or around & _CONCLUDED)
    return word in DEALS or (one and word in ONE_DEAL)


def _can_follow(tokens: list[Token], at: int) -> bool:
    """Return whether a noun in the singular ends before a token: one project was signed, not one contract day."""
    following = word_at(tokens, at)
    if following == "," and word_at(tokens, at + 1) == "one" and word_at(tokens, at + 2) not in ONE_DEAL:
        # One project, one leader, one team: a slogan.
        return False
    if at >= len(tokens) or not tokens[at].is_word:
        return following != "-"
    return following in STOPS or following in GO_ON or following in ("alone", "only", "and") or following.endswith("ed")


def _lists(tokens: list[Token], at: int) -> bool:
    """Return whether a comma stands between words that describe one noun: industrial, rural and tourism projects.

    "And" is to follow, and then the noun: a clause would not go on so.
    """
    if tokens[at].text != ",":
        return False
    ahead = [token.text for token in tokens[at + 1 : at + 9]]
    if "and" not in ahead:
        return False
    noun = next((n for n, word in enumerate(ahead) if word in DEALS), None)
    between = ahead[:noun] if noun is not None else []
    return ahead.index("and") < len(between) and not any(word in STOPS or is_plural(word) for word in between)


def _is_hyphenated(tokens: list[Token], at: int) -> bool:
    """Return whether a hyphen joins a word to its neighbour, as in "on-site" and "follow-up"."""
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return (before.text == "-" and before.end == tokens[at].start) or (
        after.text == "-" and after.start == tokens[at].end
    )


def _joins(tokens: list[Token], at: int) -> bool:
    """Return whether a sign joins words that describe one noun: a hyphen, an apostrophe, a quotation mark, "&"."""
    sign = tokens[at]
    if sign.text in ("-", "/", "'", "’", "‘", '"', "“", "”", "&", "+"):
        return True
    # A number is part of a description only in names: 5G, Fortune 500.
    if sign.kind == "number":
        before = tokens[at - 1]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        attached = after is not None and after.is_word and after.start == sign.end and len(after.text) <= 2
        return before.text in ("500", "fortune", "global", "web", "industry") or attached
    return False


def is_plural(word: str) -> bool:
    """Return whether a word is a plural that is itself counted, and does not describe a project as "materials" does."""
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")) and word not in _SECTORS
    )


def _possessive(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in ("'", "’") and tokens[at].start == tokens[at - 1].end


def word_at(tokens: list[Token], at: int) -> str:
    """Return the text of a token, the empty text where there is none."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


# --- hedges after the number, amounts without a currency, shares ---------------------------------------------------

_AFTER_AN_AMOUNT = words(
    "in from for to of by and as at on was were is this last while but with during over compared than respectively a "
    "an comes come came goes went will would has have had each annually"
)
_MONEY = words(
    "investment investments amount value volume total sum capital funds funding money trade exports imports "
    "turnover revenue sales output gdp budget investment's yuan dollars loans"
)


_TIMES = words("first last past previous next final these those recent coming other")
"""Before "three quarters" they speak of the year."""


def after_hedge(tokens: list[Token], at: int) -> int:
    """Return the number of the token after a hedge that stands between a number and its noun: 30+, 30 or more."""
    if word_at(tokens, at) == "(" and word_at(tokens, at + 2) == ")" and at + 2 < len(tokens):
        # Sixteen (16) projects.
        return at + 3 if tokens[at + 1].kind == "number" or tokens[at + 1].text in NUMBER_WORDS else at
    found = LEXICON.hedges_after.match(tokens, at)
    return at if found is None else found[1]


def is_amount(tokens: list[Token], after: int, power: int) -> bool:
    """Return whether a number of millions, in a sentence that states an amount, is one of the same currency."""
    if power < 6:
        return False
    if after >= len(tokens):
        return True
    return tokens[after].text in _AFTER_AN_AMOUNT if tokens[after].is_word else tokens[after].text in CLOSERS


def is_of_them(tokens: list[Token], after: int) -> bool:
    """Return whether a pronoun follows a fraction, for what was counted before: a quarter of them."""
    return word_at(tokens, after) == "of" and word_at(tokens, after + 1) in _PRONOUNS


def is_share(tokens: list[Token], at: int, after: int) -> bool:
    """Return whether half, or a fraction in words, is one of deals or money: half of the projects, a third of it."""
    if word_at(tokens, at - 1) in _TIMES:
        return False
    if (word_at(tokens, at - 1), word_at(tokens, at - 2)[:7]) in (("for", "account"), ("up", "make"), ("up", "makes")):
        return word_at(tokens, after) in (",", ".", ";", "(") or after >= len(tokens)
    if word_at(tokens, after) in ("of", "the", "all") or word_at(tokens, after) in DEALS:
        near = [token.text for token in tokens[after : after + 10]]
        return any(word in DEALS or word in ONE_DEAL or word in _MONEY for word in near)
    if word_at(tokens, after) in ("a", "an") or (after < len(tokens) and tokens[after].is_word):
        return False
    near = [token.text for token in tokens[max(0, at - 14) : at]]
    return any(word in DEALS or word in _MONEY for word in near)


def names_deals(heading: str) -> bool:
    """Return whether a heading names deals: Projects, Signed contracts."""
    found = _HEADING_WORD.findall(heading.lower())
    return bool(found) and (found[-1] in DEALS or numbers_deals(heading))


def numbers_deals(heading: str) -> bool:
    """Return whether a heading says that numbers of deals stand there: Number of contracts, Deal count."""
    found = set(_HEADING_WORD.findall(heading.lower()))
    return bool(found & _NUMBER_OF and found & (DEALS | ONE_DEAL))


def names_number(heading: str) -> bool:
    """Return whether a heading says that numbers stand there, and not of what: Number, No."""
    return set(_HEADING_WORD.findall(heading.lower())) in ({word} for word in _NUMBER_OF)


def names_money(heading: str) -> bool:
    """Return whether a heading names money: Investment, Contract value."""
    return any(word in _MONEY for word in _HEADING_WORD.findall(heading.lower()))


_HEADING_WORD = re.compile(r"[a-z-]+|#")
_NUMBER_OF = words("number numbers no count tally quantity #")
