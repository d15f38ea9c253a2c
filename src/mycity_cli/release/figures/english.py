"""What an English number counts: the noun after it, past whatever describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mycity_cli.figure.lexicon import ENGLISH_NUMBERS, ENGLISH_TENS, HEDGES_AFTER
from mycity_cli.release.figures.topics import Counted, Topic
from mycity_cli.release.plain import words

if TYPE_CHECKING:
    from mycity_cli.figure.tokens import Token

DEALS = words(
    "projects deals contracts agreements orders memorandums memoranda mous pacts partnerships accords "
    "transactions signings protocols treaties tie-ups ventures collaborations letters investments"
)
ONE_DEAL = words(
    "project deal contract agreement order memorandum mou pact partnership accord transaction signing protocol treaty"
)
_STOPS = words(
    "of in for with from to by at on under as into through over within between among across per via than that "
    "which who where when while were was is are be been being has have had will would can could may might must "
    "shall do does did a the this these those its their our his her it they we he she not but or so if because "
    "since during after before until about around near off out up down against toward towards upon amid despite "
    "including versus each every also took attended visited came went gave joined expressed held participated "
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

NUMBER_WORDS = frozenset(ENGLISH_NUMBERS) | frozenset(ENGLISH_TENS)


def counted(tokens: list[Token], at: int, *, one: bool) -> Counted | None:
    """Return what the number before a token counts, and the token after its noun; None where that is not said.

    `one` says that the number is one, so that its noun is in the singular.
    """
    if at >= len(tokens):
        return None
    first = tokens[at]
    if not first.is_word:
        return None if first.text not in ('"', "“", "'") else _noun(tokens, at + 1, one=one)
    if first.text == "of":
        return _of(tokens, at + 1)
    return _noun(tokens, at, one=one)


def _of(tokens: list[Token], at: int) -> Counted | None:
    """Read what follows "of": the projects, their contracts; or a pronoun that stands for what was counted before."""
    start = at
    while at < len(tokens) and tokens[at].text in _DETERMINERS:
        at += 1
    if at > start and (found := _noun(tokens, at, one=False)) is not None:
        return found
    if start < len(tokens) and tokens[start].text in _PRONOUNS:
        return Counted(None, start + 1)
    return None if at == start else Counted(Topic.OTHER, at)


def _noun(tokens: list[Token], at: int, *, one: bool) -> Counted | None:
    end: int | None = None
    seen = 0
    while at < len(tokens) and seen < _MOST_WORDS:
        token = tokens[at]
        if not token.is_word:
            if not _joins(tokens, at):
                break
            at += 1
            continue
        if token.text in _STOPS or token.text in NUMBER_WORDS:
            break
        seen += 1
        at += 1
        if token.text in DEALS or (one and token.text in ONE_DEAL):
            end = at
            if token.text == "letters" and not _starts_with(tokens, at, ("of", "intent")):
                return Counted(Topic.OTHER, at)
        elif end is not None:
            break
        elif _is_plural(token.text) and not _possessive(tokens, at):
            return Counted(Topic.OTHER, at)
    if end is not None:
        return Counted(Topic.DEALS, end)
    return Counted(Topic.OTHER, at) if seen else None


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


def _is_plural(word: str) -> bool:
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")) and word not in _SECTORS
    )


def _possessive(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in ("'", "’") and tokens[at].start == tokens[at - 1].end


def _starts_with(tokens: list[Token], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(token.text for token in tokens[at : at + len(phrase)]) == phrase


# --- numbers that stand alone for what was counted before ----------------------------------------------------------

_GO_ON = words(
    "valued worth with totalling totaling involving amounting costing are were was is have has had will in from "
    "for of concern cover came come went go fall belong represent accounted account each also being to under"
)
_LEAD_IN = words(
    "and which them those these including other remaining another rest only while with were are of plus include"
)
_CLOSERS = (",", ".", ";", ")", ":", "(")


def stands_alone(tokens: list[Token], first: int, at: int) -> bool:
    """Return whether a number without a noun goes on counting: it opens a clause that could follow a noun."""
    before = tokens[first - 1].text if first else ""
    opens = not before or before in _LEAD_IN or before in (",", ";", ":", "(")
    after = tokens[at].text if at < len(tokens) else ""
    if not opens:
        return False
    if after in _GO_ON:
        return True
    return before in ("and", "other", "remaining", "which") and (not after or after in _CLOSERS)


# --- hedges after the number, amounts without a currency, shares ---------------------------------------------------

_AFTER_AN_AMOUNT = words(
    "in from for to by and as at on was were is this last while but with during over compared than respectively a an"
)
_MONEY = words(
    "investment investments amount value volume total sum capital funds funding money trade exports imports "
    "turnover revenue sales output gdp budget investment's yuan dollars loans"
)


def after_hedge(tokens: list[Token], at: int) -> int:
    """Return the number of the token after a hedge that stands between a number and its noun: 30+, 30 or more."""
    found = HEDGES_AFTER.match(tokens, at)
    return at if found is None else found[1]


def is_amount(tokens: list[Token], after: int, power: int) -> bool:
    """Return whether a number of millions, in a sentence that states an amount, is one of the same currency."""
    if power < 6:
        return False
    if after >= len(tokens):
        return True
    return tokens[after].text in _AFTER_AN_AMOUNT if tokens[after].is_word else tokens[after].text in _CLOSERS


def is_share(tokens: list[Token], at: int, after: int) -> bool:
    """Return whether half, or a fraction in words, is one of deals or money: half of the projects, a third of it."""
    if _text(tokens, after) in ("of", "the", "all") or _text(tokens, after) in DEALS:
        near = [token.text for token in tokens[after : after + 10]]
        return any(word in DEALS or word in ONE_DEAL or word in _MONEY for word in near)
    if _text(tokens, after) in ("a", "an") or (after < len(tokens) and tokens[after].is_word):
        return False
    near = [token.text for token in tokens[max(0, at - 14) : at]]
    return any(word in DEALS or word in _MONEY for word in near)


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""
