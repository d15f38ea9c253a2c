"""Texts that nobody would publish, audited: every one ends with a documented exit code and JSON that holds together.

    python tests/fuzz/releases.py --runs 5000 --seed 1

Mutations of the tests' releases, splices of both languages, and characters at random. The same seed makes the same
texts; a text that fails is written to standard output with what is wrong.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import traceback
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from mycity_cli.cli.main import run
from release.annotated import load

FORMATS = ("table", "tsv", "csv", "json", "jsonl", "markdown", "sarif", "github")
EXIT_CODES = {0, 1, 3, 4}
_PIECES = (
    "0", "9" * 40, "1,000,000", "1.5", "-3", "½", "三", "百", "亿", "万", "亿元", "billion", "million yuan", "US$", "¥",
    "%", "个百分点", "about", "more than", "余", "多", "nearly", "近", "至", "-", "–", "to", "(", ")", "（", "）", ",",
    "，", ".", "。", "；", ";", ":", "：", "\n", "\n\n", "\r\n", "\t", " ", "\u3000", "\u00a0", "\u200b", "\u202e",
    "\ufeff", "\x1b[31m", "\x07", "\x00", "\u2028", "# ", "* ", "|", "其中", "分别", "respectively", "of which",
    "total", "总投资", "projects", "个项目", "signed", "签约", "year on year", "同比增长", "2022", "11月3日",
    "July 14", "e\u0301", "\U0001f600",
)  # fmt: skip
"""What a careless reader of figures stumbles over."""


def texts(seed: int) -> Iterator[str]:
    """Yield texts without end, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    releases = [each.text for each in load()]
    while True:
        kind = chance.randrange(6)
        if kind == 0:
            yield _noise(chance)
        elif kind == 1:
            yield "".join(chance.choices(_PIECES, k=chance.randrange(60)))
        elif kind == 2:
            yield _spliced(chance.choices(releases, k=chance.randint(2, 4)), chance)
        else:
            yield _mutated(chance.choice(releases), chance)


def _noise(chance: random.Random) -> str:
    """Return characters of all planes, without surrogates."""
    length = chance.randrange(200)
    numbers = (chance.randrange(chance.choice((0x80, 0x3000, 0xD800, 0x10000, 0x110000))) for _ in range(length))
    return "".join(chr(number) for number in numbers if not 0xD800 <= number < 0xE000)


def _spliced(parts: list[str], chance: random.Random) -> str:
    """Return a piece of each of several releases, in one text."""
    cut = []
    for part in parts:
        start = chance.randrange(len(part))
        cut.append(part[start : start + chance.randrange(300)])
    return chance.choice(("", " ", "\n", "\n\n")).join(cut)


def _mutated(text: str, chance: random.Random) -> str:
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


def problem(text: str, path: Path, format: str) -> str | None:
    """Return what is wrong with the audit of a text, written to a file first; None where nothing is."""
    path.write_text(text, encoding="utf-8", newline="")
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = run(["audit", str(path), "--format", format, "--strict"])
    except Exception:  # noqa: BLE001  # whatever it is, it is what is looked for
        return traceback.format_exc()
    if code not in EXIT_CODES:
        return f"exit code {code}: {err.getvalue()}"
    lines = (out.getvalue() + err.getvalue()).replace("\n", "")
    if not (lines.replace("\t", "") if format == "tsv" else lines).isprintable():
        return "a character that acts on a terminal"
    return _inconsistency(json.loads(out.getvalue()), text) if format == "json" and code != 3 else None


def _inconsistency(found: dict[str, Any], text: str) -> str | None:
    """Return what does not hold together in an audit as JSON."""
    text = text.removeprefix("\ufeff")
    figures = found["figures"]
    numbers = range(len(figures))
    related = {
        n for each in found["relations"] for n in (*each["terms"], each["result"]) if n is not None
    }  # fmt: skip
    for figure in figures:
        low, high = (None if figure[end] is None else Decimal(figure[end]) for end in ("low", "high"))
        if figure["text"] != text[figure["start"] : figure["end"]]:
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


def failures(runs: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield the texts, of so many, whose audit fails, each with what is wrong."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "release.txt")
        for number, text in zip(range(runs), texts(seed), strict=False):
            # JSON can be checked best; every other format has its turn.
            format = "json" if number % 2 else FORMATS[number // 2 % len(FORMATS)]
            if (wrong := problem(text, path, format)) is not None:
                yield text, f"{format}: {wrong}"


def main() -> int:
    """Run what the command line asks for, and return 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5000, help="how many texts (default 5000)")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the texts (default 1)")
    arguments = parser.parse_args()
    found = 0
    for text, wrong in failures(arguments.runs, arguments.seed):
        found += 1
        sys.stdout.write(f"{text!r}\n{wrong}\n\n")
    sys.stdout.write(f"{arguments.runs} texts, {found} failed\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
