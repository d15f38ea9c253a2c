"""Where the paragraphs of a text begin and end, and the sentences in them, in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mycity_cli.expressions import expression
from mycity_cli.release.plain import words

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

_LINE = expression(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

_STOP = expression(
    r"""(?:\.+|[!?…]+)(?=["'”’»)\]}*_]{0,9}(?:\s|$|[\u3400-\u9fff]))|[。！？；｡]+|(?<=[\u3400-\u9fff）”])[!?;]+"""
)
"""What may end a sentence: a full stop only before white space, an ideograph, or a mark that closes."""

_CLOSING = expression(r"""["'”’»)\]}*_」』）】》]{0,9}""")
_NEXT = expression(r"""\s{0,99}["'“‘«(\[{*_「『（【《]{0,9}(?P<first>\w?)(?P<word>[A-Za-z]{0,12})""")

_ALWAYS_JOINED = words(
    "mr mrs ms dr prof st no nos art fig vol pp gen col sen rep gov capt rev hon mt ft approx ca cf vs est "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun eg ie al"
)
"""What a full stop shortens and a word, a name or a number follows: no sentence ends there."""

_MAY_END = words("co ltd inc corp llc plc bros etc jr sr dept univ assn bldg rd ave blvd a.m p.m u.s u.k u.n e.u")
"""What a full stop shortens, at the end of a sentence or not: the next word tells."""

_STARTERS = words(
    "the a an it its he she they we this that these those there in on at of by for from with as after before during "
    "since until according among both all some many most more however moreover meanwhile also but and or if when while "
    "mr mrs ms to another other each such under over about"
)
"""Words that begin a sentence far more often than they go on after a name."""

_ABBREVIATION = expression(r"(?:^|[^\w.])(?P<word>(?:[A-Za-z]\.)*[A-Za-z]+)$")
_LIST_ITEM = expression(
    r"\s*(?:[-*•·●▪◦–—]\s|[▲△◆◇■□★☆▶►➤※◎]|\(?\d{1,3}[.)]\s|[（(]?[一二三四五六七八九十]{1,3}[）)、])"
)
_NUMBERED_ITEM = expression(r"\s*[\d.]{1,8}")
_MARKED_HEADING = expression(r"\s{0,3}#{1,6}\s")
_ENDS = tuple(".!?;:,。！？；：，、…") + tuple('"”’)）』」')
_OPEN_WORDS = expression(
    r"(?:,|\b(?:a|an|the|of|in|on|at|by|for|from|with|to|and|or|as|that|which|its|their|is|are|was|were|be|been|than))\s*$"
)


class Paragraph(NamedTuple):
    """One or more lines that belong together. `heading` says that they are a title, not a sentence."""

    start: int
    end: int
    heading: bool


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text: its lines, those that were wrapped joined again."""
    block: list[Span] = []
    last = 0
    first = True
    for match in _LINE.finditer(text):
        if not match[0].strip():
            continue
        if block and _blank_between(text, last, match.start()):
            yield from _joined(text, block, first=first)
            block, first = [], False
        block.append(match.span())
        last = match.end()
    if block:
        yield from _joined(text, block, first=first)


def is_list_item(text: str, start: int, end: int) -> bool:
    """Return whether a line begins as the items of a list do: with a bullet or a number."""
    return _LIST_ITEM.match(text, start, end) is not None


def _blank_between(text: str, end: int, start: int) -> bool:
    return text[end:start] not in ("\n", "\r\n", "\r")


def _joined(text: str, block: list[Span], *, first: bool) -> Iterator[Paragraph]:
    """Yield the paragraphs of a block of lines without an empty one between them."""
    wrapped = _is_wrapped(text, block)
    start, end = block[0]
    lines = 1
    for line in block[1:]:
        if wrapped or _goes_on(text, (start, end), line):
            end = line[1]
            lines += 1
            continue
        yield _paragraph(text, start, end, alone=first)
        first = False
        start, end = line
    yield _paragraph(text, start, end, alone=first or start == block[0][0])


def _paragraph(text: str, start: int, end: int, *, alone: bool) -> Paragraph:
    """`alone` says that the line opens the text, or that nothing stands directly above and below it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if _MARKED_HEADING.match(text, start, end):
        return Paragraph(start, end, heading=True)
    short = end - start <= 160 and text[end - 1] not in _ENDS and not _LIST_ITEM.match(text, start, end)
    return Paragraph(start, end, heading=short and alone and "|" not in text[start:end] and "\t" not in text[start:end])


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Return whether lines were broken to fit a width: all but the last are about as long as each other."""
    if any("|" in text[start:end] or "\t" in text[start:end] for start, end in block):
        return False
    lengths = [end - start for start, end in block[:-1]]
    if len(lengths) < 2 or any(_LIST_ITEM.match(text, *line) for line in block[1:]):
        return False
    longest = max(lengths)
    wide = sum(text[start:end].isascii() for start, end in block[:3]) < min(3, len(block))
    least, most, slack = (18, 50, 2) if wide and _is_han(text[block[0][0]]) else (50, 100, 20)
    return (
        least <= longest <= most and min(lengths) >= longest - slack and block[-1][1] - block[-1][0] <= longest + slack
    )


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _goes_on(text: str, above: Span, line: Span) -> bool:
    """Return whether a line continues the one above it: broken within a sentence."""
    tail = text[max(above[0], above[1] - 40) : above[1]].rstrip()
    head = text[line[0] : line[0] + 12].lstrip()
    if not head or not tail or _LIST_ITEM.match(text, *line) or _MARKED_HEADING.match(text, *line) or head[0] in "|+":
        return False
    if "\t" in head or "\t" in tail or "|" in head:
        return False
    if _MARKED_HEADING.match(text, *above) or tail[-1] in ".!?:;。！？；：|":
        return False
    return ("a" <= head[0] <= "z") or _OPEN_WORDS.search(tail) is not None


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield where the sentences of a paragraph begin and end, without the white space around them."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        if stop[0] == "." and not _ends_sentence(text, first, stop.start(), end):
            continue
        after = _after_closing(text, first, stop.end(), end)
        if text[first:after].strip():
            yield _stripped(text, first, after)
        first = after
    if text[first:end].strip():
        yield _stripped(text, first, end)


def _after_closing(text: str, first: int, stop: int, end: int) -> int:
    """Return where the quotation marks and brackets end that close with a sentence, and do not open the next one."""
    closing = _CLOSING.match(text, stop, end)
    after = closing.end() if closing is not None else stop
    straight = text.find('"', stop, after)
    # A straight mark closes a quotation that was opened in the sentence, and opens one where none was.
    return straight if straight >= 0 and text.count('"', first, stop) % 2 == 0 else after


def _stripped(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _ends_sentence(text: str, start: int, stop: int, end: int) -> bool:
    """Return whether a single full stop ends a sentence, and does not only shorten a word."""
    following = _NEXT.match(text, stop + 1, end)
    first = following["first"] if following is not None else ""
    if (first and first.islower()) or _NUMBERED_ITEM.fullmatch(text, start, stop) is not None:
        return False
    word = _ABBREVIATION.search(text[max(start, stop - 14) : stop])
    if word is None or not first:
        return True
    short = word["word"].lower()
    if short.replace(".", "") in _ALWAYS_JOINED or (short in ("no", "nos") and first.isdigit()):
        return (
            short in ("no", "sun", "sat", "mar", "fig", "art", "al")
            and not first.isdigit()
            and not _is_capital(word["word"])
        )
    next_word = (first + following["word"]).lower() if following is not None else ""
    if short in _MAY_END or "." in short:
        return next_word in _STARTERS
    return len(short) > 1 or not _is_capital(word["word"])


def _is_capital(word: str) -> bool:
    return word[0].isupper()
