"""What an English number counts: the noun after it, past whatever describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mycity_cli.expressions import expression
from mycity_cli.figure.english_numbers import small_numbers, tens
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.release.figures.topics import Counted, Topic
from mycity_cli.release.lexicon import listed

if TYPE_CHECKING:
    from mycity_cli.figure.tokens import Token

_EN = listed("counted.en")

DEALS, ONE_DEAL = _EN["deals"], _EN["one_deal"]
STOPS = _EN["stops"]
"""Words that end what describes a noun: what stands behind them is counted by something else."""

_MOST_WORDS = 9
_YEAR = expression(r"(?:19|20)\d\d")
_JOINING = ("-", "&")
CLOSERS = (",", ".", ";", ")", ":", "(")
DASHES = ("-", "–", "—")

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
    while at < len(tokens) and tokens[at].text in _EN["determiners"]:
        at += 1
    if is_number(tokens, at):
        found = _noun(tokens, at + 1, one=False)
        # The number within is a figure of its own, so this one ends before it.
        return None if found is None else Counted(found.topic, end)
    if at > start and (found := _noun(tokens, at, one=False)) is not None:
        return found
    if start < len(tokens) and tokens[start].text in _EN["pronouns"]:
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
        elif _stands_for_deals(tokens, at - 1):
            return Counted(None, at)
        elif token.is_word and is_plural(token.text) and not _possessive(tokens, at):
            return None if token.text in _EN["periods"] else Counted(Topic.OTHER, at)
    if end is None:
        return Counted(Topic.OTHER, at) if seen else None
    if tokens[end - 1].text in ("letter", "letters"):
        is_intent = word_at(tokens, end) == "of" and word_at(tokens, end + 1) in ("intent", "intention")
        return Counted(Topic.DEALS, end + 2) if is_intent else Counted(Topic.OTHER, end)
    is_head = not one or tokens[end - 1].text in DEALS or _can_follow(tokens, end)
    return Counted(Topic.DEALS if is_head else Topic.OTHER, end)


def _stands_for_deals(tokens: list[Token], at: int) -> bool:
    """Return whether a word stands for the deals that were counted before: foreign ones, 171 rounds."""
    if tokens[at].text == "ones":
        return not tokens[at - 1].text.endswith(("er", "est"))
    return tokens[at].text in _EN["again"] and word_at(tokens, at + 2) not in _EN["talks"]


def _is_deal(tokens: list[Token], at: int, first: int, *, one: bool) -> bool:
    """Return whether a word is a noun for deals, after the words since `first` that describe it."""
    word = tokens[at].text
    if word == "ups":
        return word_at(tokens, at - 1) == "-" and word_at(tokens, at - 2) == "tie"
    if word in _EN["like_deals"]:
        described = {token.text for token in tokens[first:at]}
        around = {token.text for token in [*tokens[max(0, first - 4) : first], *tokens[at + 1 : at + 4]]}
        return bool(described & _EN["dealing"] or around & _EN["concluded"])
    return word in DEALS or (one and word in ONE_DEAL)


def _can_follow(tokens: list[Token], at: int) -> bool:
    """Return whether a noun in the singular ends before a token: one project was signed, not one contract day."""
    following = word_at(tokens, at)
    if following == "," and word_at(tokens, at + 1) == "one" and word_at(tokens, at + 2) not in ONE_DEAL:
        # One project, one leader, one team: a slogan.
        return False
    if at >= len(tokens) or not tokens[at].is_word:
        return following != "-"
    return (
        following in STOPS
        or following in _EN["going_on"]
        or following in ("alone", "only", "and")
        or following.endswith("ed")
    )


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
    """Return whether a sign joins a word to its neighbour, as in "on-site", "follow-up" and "M&A"."""
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return (before.text in _JOINING and before.end == tokens[at].start) or (
        after.text in _JOINING and after.start == tokens[at].end
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
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ics"))
        and word not in _EN["describing"]
    )


def _possessive(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in ("'", "’") and tokens[at].start == tokens[at - 1].end


def is_number(tokens: list[Token], at: int) -> bool:
    """Return whether a token is a number, in digits or in a word."""
    return at < len(tokens) and (tokens[at].kind == "number" or tokens[at].text in NUMBER_WORDS)


def is_year(tokens: list[Token], at: int) -> bool:
    """Return whether a token is written as years are."""
    return _YEAR.fullmatch(tokens[at].text) is not None


def word_at(tokens: list[Token], at: int) -> str:
    """Return the text of a token, the empty text where there is none."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


# --- hedges after the number, amounts without a currency, shares ---------------------------------------------------


def after_hedge(tokens: list[Token], at: int) -> int:
    """Return the number of the token after a hedge that stands between a number and its noun: 30+, 30 or more."""
    if word_at(tokens, at) == "(" and word_at(tokens, at + 2) == ")" and at + 2 < len(tokens):
        # Sixteen (16) projects.
        return at + 3 if is_number(tokens, at + 1) else at
    found = LEXICON.hedges_after.match(tokens, at)
    return at if found is None else found[1]


def is_amount(tokens: list[Token], after: int, power: int) -> bool:
    """Return whether a number of millions, in a sentence that states an amount, is one of the same currency."""
    if power < 6:
        return False
    if after >= len(tokens):
        return True
    return tokens[after].text in _EN["behind_money"] if tokens[after].is_word else tokens[after].text in CLOSERS


def is_of_them(tokens: list[Token], after: int) -> bool:
    """Return whether a pronoun follows a fraction, for what was counted before: a quarter of them."""
    return word_at(tokens, after) == "of" and word_at(tokens, after + 1) in _EN["pronouns"]


def is_share(tokens: list[Token], at: int, after: int) -> bool:
    """Return whether half, or a fraction in words, is one of deals or money: half of the projects, a third of it."""
    if word_at(tokens, at - 1) in _EN["times"]:
        return False
    if (word_at(tokens, at - 1), word_at(tokens, at - 2)[:7]) in (("for", "account"), ("up", "make"), ("up", "makes")):
        return word_at(tokens, after) in (",", ".", ";", "(") or after >= len(tokens)
    if word_at(tokens, after) in ("of", "the", "all") or word_at(tokens, after) in DEALS:
        near = [token.text for token in tokens[after : after + 10]]
        return any(word in DEALS or word in ONE_DEAL or word in _EN["money"] for word in near)
    if word_at(tokens, after) in ("a", "an") or (after < len(tokens) and tokens[after].is_word):
        return False
    near = [token.text for token in tokens[max(0, at - 14) : at]]
    return any(word in DEALS or word in _EN["money"] for word in near)


_HEADING_WORD = expression(r"[a-z-]+|#")


def names_deals(heading: str) -> bool:
    """Return whether a heading names deals: Projects, Signed contracts."""
    found = _HEADING_WORD.findall(heading.lower().partition(" by ")[0].partition(",")[0])
    noun = found[:-1] if found and found[-1] in _EN["done"] else found
    return bool(noun) and (noun[-1] in DEALS or numbers_deals(heading))


def numbers_deals(heading: str) -> bool:
    """Return whether a heading says that numbers of deals stand there: Number of contracts, Deal count."""
    found = set(_HEADING_WORD.findall(heading.lower()))
    return bool(found & _EN["numbers_of"] and found & (DEALS | ONE_DEAL))


def names_number(heading: str) -> bool:
    """Return whether a heading says that numbers stand there, and not of what: Number, No., Value."""
    return heading.lower().strip(" .") in _EN["numbers_of"] | {"value", "figure"}


def names_money(heading: str) -> bool:
    """Return whether a heading names money: Investment, Contract value."""
    return any(word in _EN["money"] for word in _HEADING_WORD.findall(heading.lower()))
