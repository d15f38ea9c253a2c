"""Texts that nobody would publish, audited: every one ends with a documented exit code and JSON that holds together.

Mutations of the tests' releases in one of both languages, splices of both, and characters at random; some in other
encodings, or with bytes that are no text.
"""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from fuzz.fuzzing import Failed, Input, Target, fewer_bytes, ran
from release.annotated import load

FORMATS = ("table", "tsv", "csv", "json", "jsonl", "markdown", "sarif", "github")
EXIT_CODES = frozenset({0, 1, 3, 4})
_PIECES = (
    "0", "9" * 40, "1,000,000", "1.5", "-3", "½", "三", "百", "亿", "万", "亿元", "billion", "million yuan", "US$", "¥",
    "%", "个百分点", "about", "more than", "余", "多", "nearly", "近", "至", "-", "–", "to", "(", ")", "（", "）", ",",
    "，", ".", "。", "；", ";", ":", "：", "\n", "\n\n", "\r\n", "\t", " ", "\u3000", "\u00a0", "\u200b", "\u202e",
    "\ufeff", "\x1b[31m", "\x07", "\x00", "\u2028", "# ", "* ", "|", "其中", "分别", "respectively", "of which",
    "total", "总投资", "projects", "个项目", "signed", "签约", "year on year", "同比增长", "2022", "11月3日",
    "July 14", "e\u0301", "\U0001f600",
)  # fmt: skip
"""What a careless reader of figures stumbles over."""


@cache
def releases(language: str) -> list[str]:
    """Return the texts of the tests' releases in a language, of all where it is none."""
    return [each.text for each in load() if language in ("", each.annotation["lang"])]


def make(language: str, chance: Random) -> Input:
    """Return a text, most of which is in a language."""
    kind = chance.randrange(6)
    if kind == 0:
        text = _noise(chance)
    elif kind == 1:
        text = "".join(chance.choices(_PIECES, k=chance.randrange(60)))
    elif kind == 2:
        text = _spliced(chance.choices(releases(""), k=chance.randint(2, 4)), chance)
    else:
        text = _mutated(chance.choice(releases(language)), chance)
    content = text.encode(chance.choice(("utf-8",) * 12 + ("gb18030", "utf-16", "utf-8-sig")), errors="replace")
    if chance.random() < 0.05:
        at = chance.randint(0, len(content))
        content = content[:at] + bytes(chance.randrange(256) for _ in range(3)) + content[at:]
    return Input(content)


def _noise(chance: Random) -> str:
    """Return characters of all planes, without surrogates."""
    length = chance.randrange(200)
    numbers = (chance.randrange(chance.choice((0x80, 0x3000, 0xD800, 0x10000, 0x110000))) for _ in range(length))
    return "".join(chr(number) for number in numbers if not 0xD800 <= number < 0xE000)


def _spliced(parts: list[str], chance: Random) -> str:
    """Return a piece of each of several releases, in one text."""
    cut = []
    for part in parts:
        start = chance.randrange(len(part))
        cut.append(part[start : start + chance.randrange(300)])
    return chance.choice(("", " ", "\n", "\n\n")).join(cut)


def _mutated(text: str, chance: Random) -> str:
    """Return a release with a few places changed: doubled, deleted, swapped, or with something put in."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice((1, 2, 5, 20, 200)))
        match chance.randrange(4):
            case 0:
                text = text[:at] + chance.choice(_PIECES) + text[at:]
            case 1:
                text = text[:at] + text[end:]
            case 2:
                text = text[:end] + text[at:end] * chance.randint(1, 3) + text[end:]
            case _:
                there = chance.randrange(len(text) + 1)
                text = text[:there] + text[at:end] + text[there:at] + text[end:]
    return text


def judge(given: Input) -> None:
    """Audit a text as JSON, which can be checked best, and in one other format."""
    Path("release.txt").write_bytes(given.content)
    found = ran("audit", "release.txt", "--format", "json", "--strict", codes=EXIT_CODES)
    if found.code != 3:
        try:
            text = given.content.decode()
        except UnicodeDecodeError:
            text = None
        if wrong := _inconsistency(json.loads(found.out), text):
            raise Failed(wrong)
    format = FORMATS[given.number % len(FORMATS)]
    again = ran("audit", "release.txt", "--format", format, "--strict", codes=EXIT_CODES)
    if again.code != found.code:
        raise Failed(f"{again}, and {found}")


def _inconsistency(found: dict[str, Any], text: str | None) -> str | None:
    """Return what does not hold together in an audit as JSON."""
    text = None if text is None else text.removeprefix("\ufeff")
    figures = found["figures"]
    numbers = range(len(figures))
    related = {
        n for each in found["relations"] for n in (*each["terms"], each["result"]) if n is not None
    }  # fmt: skip
    for figure in figures:
        low, high = (None if figure[end] is None else Decimal(figure[end]) for end in ("low", "high"))
        if text is not None and figure["text"] != text[figure["start"] : figure["end"]]:
            return f"a figure that is not where it should be: {figure}"
        if low is not None and high is not None and low > high:
            return f"a figure whose ends are the wrong way round: {figure}"
    spans = [(figure["start"], figure["end"]) for figure in figures]
    if any(end > start for (_, end), (start, _) in pairwise(spans)):
        return f"figures that overlap or are out of order: {spans}"
    if not related <= set(numbers) or not all(n in numbers for each in found["signings"] for n in each["figures"]):
        return "a figure that is not there"
    if found["coverage"] != {
        "figures": len(figures),
        "related": len(related),
        "unrelated": len(figures) - len(related),
    }:
        return f"a coverage that does not add up: {found['coverage']}"
    return None


TARGETS = (
    Target("releases-english", partial(make, "en"), judge, fewer_bytes),
    Target("releases-chinese", partial(make, "zh"), judge, fewer_bytes),
)
