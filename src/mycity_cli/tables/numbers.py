"""How the numbers of a column are written: which sign stands before decimals, found out from all its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from mycity_cli.errors import DataError, UsageError
from mycity_cli.exact import plain
from mycity_cli.figure.known import look_up
from mycity_cli.figure.numerals import MOST_DIGITS
from mycity_cli.messages import Message, say
from mycity_cli.tables.settings import Settings

_SPACES = " \u00a0\u202f\u2009"
_NUMERAL = re.compile(rf"\d+(?:[.,'’]\d+|[{_SPACES}]\d{{3}}(?!\d))*", re.ASCII)
_GROUPS = {
    ",": r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}",
    ".": r"\d{1,3}(?:\.\d{3})+|\d{1,2}(?:\.\d{2})+\.\d{3}",
    "'": r"\d{1,3}(?:['’]\d{3})+",
    " ": rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+",
}
_NATIVE = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?[eE][+-]?\d{1,2}", re.ASCII)
_BRACKETS = re.compile(r"\(\s*([^()]*\d[^()]*?)\s*\)")
_ONLY_NUMBER = re.compile(rf"[-−+]?\s*[$€£¥]?\s*{_NUMERAL.pattern}\s*[$€£¥%]?", re.ASCII)
_SCALED_BY = ((3, "thousand"), (6, "million"), (9, "billion"), (12, "trillion"))

Sign = Literal[".", ","]


class Shown(NamedTuple):
    """A cell that shows something of its column, and the number of its row."""

    row: int
    text: str


class NumberStyle(NamedTuple):
    """How numbers are written: the sign before decimals, the one between groups if an option says it, what shows it."""

    decimal: Sign = "."
    group: str | None = None
    shown_by: Shown | None = None

    def in_english(self, text: str) -> str:
        """Return a text with its numbers as English writes them. Raises UsageError where they are none in this style.

        A number in brackets, or with a minus behind it, is one below zero.
        """
        match = _BRACKETS.fullmatch(text)
        if match is not None:
            text = f"-{match[1]}"
        elif text[-1:] in ("-", "−") and text[:1].isdecimal():
            text = f"-{text[:-1].rstrip()}"
        if self.decimal == "." and self.group is None:
            return text
        return _NUMERAL.sub(lambda match: self._turned(match[0]), text)

    def _turned(self, numeral: str) -> str:
        """Return a number as English writes it."""
        whole, point, decimals = numeral.partition(self.decimal)
        signs = [self.group] if self.group is not None else [sign for sign in _GROUPS if sign != self.decimal]
        allowed = "|".join(_GROUPS[_like(sign)] for sign in signs)
        if re.fullmatch(rf"\d+|{allowed}", whole) is None or (point and not decimals.isdecimal()):
            raise UsageError(self._unlike(numeral), help=say("--decimal {sign} reads it", sign=_other(self.decimal)))
        plain_whole = re.sub(r"\D", "", whole)
        return (
            f"{int(plain_whole):,}{'.' * bool(point)}{decimals}"
            if len(whole) > len(plain_whole)
            else (f"{whole}{'.' * bool(point)}{decimals}")
        )

    def _unlike(self, numeral: str) -> str:
        """Return what is wrong with a number that is none in this style."""
        decimals = _BEFORE_DECIMALS[self.decimal]
        if self.group is None:
            return say("cannot read the number '{numeral}': {decimals}", numeral=numeral, decimals=decimals)
        groups = _BETWEEN_GROUPS[_like(self.group)]
        return say(
            "cannot read the number '{numeral}': {decimals}, and {groups}",
            numeral=numeral,
            decimals=decimals,
            groups=groups,
        )


ENGLISH = NumberStyle()

_BEFORE_DECIMALS: Mapping[Sign, Message] = {
    ",": say("a comma stands before decimals"),
    ".": say("a point stands before decimals"),
}
_BETWEEN_GROUPS: Mapping[str, Message] = {
    ",": say("a comma stands between groups"),
    ".": say("a point stands between groups"),
    "'": say("apostrophes stand between groups"),
    " ": say("spaces stand between groups"),
}


def _like(sign: str) -> str:
    return {"’": "'"}.get(sign, " " if sign in _SPACES else sign)


def _other(sign: str) -> Sign:
    return "." if sign == "," else ","


# --- what is a number without doubt ---------------------------------------------------------------------------------


def plain_number(value: int | Decimal) -> str:
    """Return a number of a file that has types as its digits."""
    return str(value) if isinstance(value, int) else format(value, "f")


def plain_of_json(text: str) -> str | None:
    """Return a number of JSON as its digits, None for a text that is none."""
    return plain_number(Decimal(text)) if _NATIVE.fullmatch(text) and len(text) <= MOST_DIGITS else None


def plain_of_scientific(text: str, *, in_words: bool) -> str | None:
    """Return a number with an exponent without it, None for another text.

    With words it is as precise as it was: 1.23E+08 is known to the million, which is 123 million.
    """
    if _SCIENTIFIC.fullmatch(text) is None:
        return None
    value = Decimal(text)
    place = value.as_tuple().exponent
    if not isinstance(place, int) or place <= 0 or not in_words:
        return format(value, "f").removeprefix("+")
    for power, word in _SCALED_BY:
        if place <= power:
            return f"{plain(value.scaleb(-power), places=power - place)} {word}"
    return None


def scale_of(text: str) -> int:
    """Return the power of ten of the scale words in a text that is a figure, 0 where it has none."""
    known = look_up(text)
    if known is not None:
        return known[2].shift
    from mycity_cli.errors import FigureError
    from mycity_cli.figure.whole import shift_of

    try:
        return shift_of(text)
    except FigureError:
        return 0


# --- evidence -------------------------------------------------------------------------------------------------------


def evidence_in(numeral: str) -> tuple[Sign | None, Sign | None]:
    """Return which sign a number proves to stand before decimals, and which one may stand there or set off groups.

    Neither where it proves nothing, or is no number in any way of writing.
    """
    points, commas = numeral.count("."), numeral.count(",")
    if not points and not commas:
        return None, None
    if points and commas:
        last: Sign = "." if numeral.rfind(".") > numeral.rfind(",") else ","
        whole = numeral.rpartition(last)[0]
        fits = numeral.count(last) == 1 and re.fullmatch(_GROUPS[_other(last)], whole) is not None
        return (last, None) if fits else (None, None)
    sign: Sign = "." if points else ","
    if points + commas > 1:
        return (_other(sign), None) if re.fullmatch(_GROUPS[sign], numeral) else (None, None)
    whole, _, decimals = numeral.partition(sign)
    if len(decimals) == 3 and whole.isdecimal() and len(whole) <= 3 and not whole.startswith("0"):
        return None, sign
    return sign, None


class Evidence(NamedTuple):
    """What the cells of a column show of its numbers, by sign: the first cell that proves it, and the first doubtful.

    `worded` are the signs that are doubtful only in figures with scale words: 52.563 billion.
    """

    proofs: Mapping[Sign, Shown]
    doubts: Mapping[Sign, Shown]
    worded: frozenset[Sign]

    @classmethod
    def of(cls, cells: Iterable[tuple[str, int]]) -> Evidence:
        """Return what texts show, each given with the number of the first row that has it."""
        proofs: dict[Sign, Shown] = {}
        doubts: dict[Sign, Shown] = {}
        unscaled: set[Sign] = set()
        for text, row in cells:
            for numeral in _numerals(text):
                proved, doubtful = evidence_in(numeral)
                if proved is not None:
                    proofs.setdefault(proved, Shown(row, text))
                elif doubtful is not None and doubtful not in unscaled and _is_figure(text):
                    if not scale_of(text):
                        unscaled.add(doubtful)
                        doubts[doubtful] = Shown(row, text)
                    doubts.setdefault(doubtful, Shown(row, text))
        return cls(proofs, doubts, frozenset(doubts) - unscaled)


def _is_figure(text: str) -> bool:
    """Return whether a text is a figure, in whatever way its number is written: what is none is no figure in doubt."""
    if is_only_number(text) or look_up(text) is not None:
        return True
    from mycity_cli.errors import FigureError
    from mycity_cli.figure.whole import read_whole

    try:
        read_whole(text)
    except FigureError:
        return False
    return True


def _numerals(text: str) -> Iterator[str]:
    if "." in text or "," in text:
        yield from _NUMERAL.findall(text)


def is_only_number(text: str) -> bool:
    """Return whether a text has nothing but digits and what stands between them."""
    return _ONLY_NUMBER.fullmatch(text) is not None


def shows_commas(texts: Iterable[str]) -> bool:
    """Return whether texts that are numbers, or some of them, prove that commas stand before decimals."""
    proofs = {evidence_in(text)[0] for text in texts if "," in text and _ONLY_NUMBER.fullmatch(text)}
    return "," in proofs and "." not in proofs


def style_of(name: str, found: Evidence, settings: Settings, *, commas_elsewhere: bool, where: str) -> NumberStyle:
    """Return how the numbers of a column are written. Raises DataError where its cells leave that in doubt.

    `commas_elsewhere` says that other parts of the file write decimals with a comma, or that it cannot be excluded.
    """
    if settings.decimal is not None:
        return NumberStyle(settings.decimal, settings.group)
    if settings.group in (".", ","):
        return NumberStyle(_other(settings.group), settings.group)
    if len(found.proofs) > 1:
        first, second = sorted(found.proofs.values())
        raise DataError(
            say(
                "row {row} '{cell}' and row {other} '{other_cell}' of '{name}' write their decimals in two ways",
                row=first.row,
                cell=first.text,
                other=second.row,
                other_cell=second.text,
                name=name,
            ),
            where=where,
            help=say("put one right, or say which are: --decimal . or --decimal ,"),
        )
    for sign, shown in found.proofs.items():
        return NumberStyle(sign, settings.group, shown)
    in_doubt = [
        shown
        for sign, shown in found.doubts.items()
        if commas_elsewhere
        or (len(found.doubts) > 1 and "." not in found.worded)
        or (sign == "." and sign not in found.worded and not is_chinese(name))
    ]
    if in_doubt:
        raise _doubtful(name, in_doubt[0], where)
    return NumberStyle(".", settings.group)


def is_chinese(name: str) -> bool:
    """Return whether the name of a column is Chinese: nobody who writes so sets off groups of digits with points."""
    return any("\u4e00" <= letter <= "\u9fff" for letter in name)


def _doubtful(name: str, shown: Shown, where: str) -> DataError:
    numeral = next(numeral for numeral in _numerals(shown.text) if evidence_in(numeral)[1])
    whole, _, decimals = numeral.replace(",", ".").partition(".")
    grouped = f"{int(whole + decimals):,}"
    return DataError(
        say(
            "row {row} of '{name}' can be read in two ways: '{numeral}' as {grouped}, or as {whole} and a part",
            row=shown.row,
            name=name,
            numeral=numeral,
            grouped=grouped,
            whole=whole,
        ),
        where=where,
        help=say("say what stands before decimals: --decimal . or --decimal ,"),
    )
