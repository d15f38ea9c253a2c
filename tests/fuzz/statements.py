"""Statements of pieces at random, and real ones with a few places changed: each has one verdict, whatever is beside it.

The verdict of a statement is the same alone and after another, in a file and on the command line, with and without
white space around it; and two sides that change places keep theirs.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random

from fuzz.fuzzing import Failed, Input, Ran, Target, fewer_bytes, ran
from mycity_cli.dataset import bundled, load

_CODES = {"true": 0, "false": 1, "undecided": 4, "not checkable": 4}
_PIECES = (
    "Suzhou", "Xiamen", "苏州", "Mianyang", "nobody", '"Suzhou"', "pandas", "total", "2022", "2023-13",
    "5 billion yuan",
    "52.563 billion", "about 30", "1", "0", "0%", "22.4%", "$5", "3 USD", "1e9", "9" * 40, "0." + "0" * 40 + "1", "½",
    "三百亿元", "amount(", "projects(", "signings(", "share(", "average(", "max(", "growth(", "city=", "year=2022",
    "kind=investment", "currency=CNY", "until=2022", "(", ")", "+", "-", "*", "/", "×", "=", "==", "≈", "!=", "<", "<=",
    ">", ">=", "and", "or", "not", ",", ";", ":", ".", "#", '"', "'", " ", "\t", "\u200b", "\u202e", "\x1b[31m", "\0",
    "more than", "exceeds", "at least", "is not", "超过", "不低于", "等于", "且", "或", "非", "并非", "and more",
    "or above",
    "%", "of", "to", "is", "@", "\\", "é", "e\u0301", "😀", "\ufffe",
)  # fmt: skip
_MOST_STATEMENTS = 3


@cache
def seeds() -> tuple[str, ...]:
    """Return the statements that are changed: those of the bundled claims, and those of the gallery of bad ones."""
    claims = load(bundled()).claims
    gallery = Path(__file__).parents[1] / "statement/bad_statements.txt"
    bad = [line[2:] for line in gallery.read_text(encoding="utf-8").splitlines() if line.startswith("$ ")]
    return tuple(each.statement for each in claims if each.statement) + tuple(bad)


def make(chance: Random) -> Input:
    """Return statements, one a line."""
    lines = [_statement(chance) for _ in range(chance.choice((1, 1, 2, _MOST_STATEMENTS)))]
    return Input("\n".join(" ".join(line.split("\n")) for line in lines).encode())


def _statement(chance: Random) -> str:
    if chance.random() < 0.3:
        return chance.choice((" ", "")).join(chance.choices(_PIECES, k=chance.randrange(1, 14)))
    text = chance.choice(seeds())
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice((1, 1, 3, 10)))
        match chance.randrange(4):
            case 0:
                text = text[:at] + chance.choice(_PIECES) + text[at:]
            case 1:
                text = text[:at] + text[end:]
            case 2:
                text = text[:at] + chance.choice((" ", *_PIECES)) + text[end:]
            case _:
                text = text[:end] + text[at:end] * chance.choice((1, 2, 40)) + text[end:]
    return text


def judge(given: Input) -> None:
    """Put statements to `check`, each by itself, then all of them together, then in a file."""
    lines = [line for line in given.content.decode(errors="replace").split("\n")[:_MOST_STATEMENTS] if line != "-"]
    if not lines:
        return
    alone = [_verdict(line) for line in lines]
    together = ran("check", "--format", "jsonl", "--", *lines)
    if any(each is None for each in alone):
        if together.code != 2:
            raise Failed(f"{together}: a statement that is none by itself is one among others")
        return
    _require_same(alone, together)
    written = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if len(written) < len(lines) or any("\r" in line or "\ufeff" in line or "#" in line for line in lines):
        return
    Path("statements.txt").write_text("\n".join(reversed(lines)), encoding="utf-8", newline="")
    _require_same(alone[::-1], ran("check", "--format", "jsonl", "--file", "statements.txt"))


def _verdict(line: str) -> str | None:
    """Return the verdict of a statement, None where it is none."""
    found = ran("check", "--format", "jsonl", "--", line)
    if found.code in (2, 3):
        if found.code == 3 or not found.err.startswith("error: ") or "\n" not in found.err:
            raise Failed(f"{found}: a statement is refused without a reason")
        return None
    (verdict,) = (json.loads(each)["verdict"] for each in found.out.splitlines())
    if _CODES.get(verdict) != found.code:
        raise Failed(f"{found}: the exit code is not that of {verdict}")
    return str(verdict)


def _require_same(alone: list[str | None], together: Ran) -> None:
    found = [json.loads(each)["verdict"] for each in together.out.splitlines()]
    if found != alone:
        raise Failed(f"{together}: {found} together, {alone} alone")


TARGET = Target("statements", make, judge, fewer_bytes)
