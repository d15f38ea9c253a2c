"""Mutated dataset files.

Whatever a file holds, reading it ends in a dataset or in errors of ours, each problem at a place that the file has.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from fuzz.fuzzing import Input, Target, fewer_bytes, ran
from mycity_cli.claims import check_claims, statement_findings
from mycity_cli.dataset import bundled, parse
from mycity_cli.dataset.codes import CODES
from mycity_cli.dataset.findings import doubts_in
from mycity_cli.dataset.problems import decoded, locate
from mycity_cli.errors import DataError, Problem
from mycity_cli.query import Selection, select_signings, total

TOKENS = (
    "{", "}", "[", "]", ":", ",", '"', "null", "true", "false", "0", "-1", "1.5", "1e400", "NaN", "-Infinity", "01",
    "9" * 5000, '""', '"a"', '"\\u0000"', '"\\ud800"', '"\\x"', "\\", "//", "'", "\n", "\r", "\t", "\x00", "\x1b",
    "\u2028", "\ufeff", "苏", "😀", "[" * 150, '{"a":' * 150, "[]", "{}", '"part_of"', '"id"', '"amount"',
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1.5, "", "a", "suzhou", "nobody", [], {}, [[]], [{}], {"id": "a"},
    "about 5 billion yuan", "nearly 0", "22.4%", "-5 yuan", "9" * 100, "2022-13", "../..", "9999-12-31", "\x1b[31m",
    "😀 5 yuan", 10**4000,
)  # fmt: skip
NEWLINE = re.compile(r"\r\n|\r|\n")


COMMANDS = (
    ("total",), ("total", "--by", "city", "-f", "json"), ("deals", "-f", "json"), ("deals", "-f", "csv"),
    ("conferences",),
    ("cities",), ("sources",), ("facts", "-f", "markdown"), ("claims",), ("show", "a"),
    ("check", "Suzhou > 5 billion"),
    ("total", "--by", "year", "--chart"), ("total", "--by", "city", "-f", "svg"), ("claims", "show", "d"), ("report",),
    ("deals", "--city", "Suzhou", "--sort", "-amount"),
)  # fmt: skip
"""What is asked of a dataset that may be none."""


@cache
def seeds() -> list[bytes]:
    """Return the files that are mutated: the bundled one, as it is and on one line, and a small one with parts."""
    whole = bundled().read_bytes()
    raw = json.loads(whole)
    source = {"id": "paper", "title": "苏州日报", "publisher": "p", "language": "zh"}
    signing = {"kind": "investment", "city": "suzhou", "date": "2022-11-03", "sources": [{"id": "paper"}]}
    small = {
        "city": "suzhou",
        "places": [{"id": "suzhou", "name": "Suzhou", "names": {"zh-Hans": "苏州"}}],
        "sources": [source],
        "signings": [
            {"id": "a", "amount": "10 billion yuan", "projects": 30, **signing},
            {"id": "b", "amount": "5 billion yuan", "part_of": "a", **signing},
            {"id": "c", "amount": "5 billion yuan", "part_of": "a", **signing, "date": "2022-11-04"},
        ],
        "claims": [{"id": "d", "text": "t", "statement": "Suzhou = 10 billion", "sources": [{"id": "paper"}]}],
    }
    return [whole, json.dumps(raw).encode(), json.dumps(small, ensure_ascii=False, indent=1).encode()]


# --- mutations ---------------------------------------------------------------------------------------------------


def mutate_bytes(chance: Random, content: bytes) -> bytes:
    at, length = chance.randrange(len(content) + 1), chance.choice((1, 1, 1, 5, 100))
    match chance.randrange(5):
        case 0:
            return content[:at] + bytes(chance.randrange(256) for _ in range(length)) + content[at + length :]
        case 1:
            return content[:at] + content[at + length :]
        case 2:
            return content[:at]
        case 3:
            return content[:at] + content[chance.randrange(len(content)) :][:length] + content[at:]
        case _:
            return chance.choice((b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\r")) + content


def mutate_tokens(chance: Random, content: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    places = [match.span() for match in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[\w.+-]+', text)]
    start, end = chance.choice(places or [(0, 0)])
    new = chance.choice((*TOKENS, text[slice(*chance.choice(places or [(0, 0)]))]))
    return (text[:start] + new + text[chance.choice((start, end)) :]).encode("utf-8", "surrogatepass")


def mutate_values(chance: Random, content: bytes) -> bytes:
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError):
        return content
    for _ in range(chance.choice((1, 1, 2, 5))):
        change_one(chance, raw)
    indent = chance.choice((None, 1, 2))
    return json.dumps(raw, ensure_ascii=chance.random() < 0.5, indent=indent).encode("utf-8", "surrogatepass")


def change_one(chance: Random, raw: Any) -> None:
    """Change, drop, repeat or rename one value, somewhere within."""
    holder: Any = raw
    while isinstance(holder, dict | list) and holder:
        keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = chance.choice(keys)
        if not isinstance(holder[key], dict | list) or not holder[key] or chance.random() < 0.15:
            match chance.randrange(5):
                case 0:
                    del holder[key]
                case 1 if isinstance(holder, list):
                    holder.append(holder[key])
                case 1 if isinstance(holder, dict):
                    holder[chance.choice(("id", "amount", "part_of", "colour", "a/b~c", "\x1b"))] = holder[key]
                case _:
                    holder[key] = copy.deepcopy(chance.choice(VALUES))
            return
        holder = holder[key]


def repeat_key(chance: Random, content: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    pairs = list(re.finditer(r'"\w+": ?"[^"\\]*"', text))
    if not pairs:
        return content
    pair = chance.choice(pairs)
    return (text[: pair.start()] + pair[0] + chance.choice((", ", " ,\r\n")) + text[pair.start() :]).encode()


MUTATIONS: tuple[Callable[[Random, bytes], bytes], ...] = (
    mutate_bytes,
    mutate_tokens,
    mutate_values,
    mutate_values,
    repeat_key,
)


# --- what has to hold --------------------------------------------------------------------------------------------


def make(chance: Random) -> Input:
    """Return a dataset with a few places changed."""
    content = chance.choice(seeds())
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        content = chance.choice(MUTATIONS)(chance, content)
    return Input(content, ".json")


def judge(given: Input) -> None:
    """Read a dataset, and put it to the commands. Raises AssertionError where they do not agree about it."""
    codes = {problem.code for problem in problems_in(given.content)}
    Path("f.json").write_bytes(given.content)
    told = ran("data", "validate", "f.json", "--format", "json")
    assert (told.code == 0) == (not codes), f"{told}: {codes}"
    command = COMMANDS[given.number % len(COMMANDS)]
    found = ran(*command, "--data", "f.json")
    assert found.code != 3 or told.code != 0, f"{found}: but {told}"


def problems_in(content: bytes) -> list[Problem]:
    """Return the problems of a file; each is where the file has a character, or just behind its last one."""
    try:
        dataset = parse(content, name="f.json")
    except DataError as error:
        return refused(content, error)
    assert json.loads(content.removeprefix(b"\xef\xbb\xbf"), object_pairs_hook=unique) is not None
    total(dataset, select_signings(dataset, Selection()).records)
    found = statement_findings(dataset)
    if not found:
        check_claims(dataset, dataset.claims)
    found += doubts_in(dataset)
    problems = locate(decoded(content), "f.json", found).told
    require_sane(content, problems, "\n".join(map(str, problems)))
    return problems


def refused(content: bytes, error: DataError) -> list[Problem]:
    problems = [problem for problem in error.problems if isinstance(problem, Problem)]
    assert error.exit_code == 3
    assert problems, "a file is refused with a reason"
    assert len(problems) == len(error.problems)
    require_sane(content, problems, str(error))
    # What `data validate` looks for beside them.
    with suppress(ValueError):
        text = decoded(content)
        more = locate(text, "f.json", [*statement_findings(text), *doubts_in(text)]).told
        require_sane(content, more, "\n".join(map(str, more)))
    return problems


def require_sane(content: bytes, problems: list[Problem], shown: str) -> None:
    lines = NEWLINE.split(content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    for problem in problems:
        _, line, column, pointer = problem.place
        assert problem.code in CODES, problem.code
        assert 1 <= line <= len(lines), problem.place
        assert 1 <= column <= len(lines[line - 1]) + 1, problem.place
        assert not pointer or pointer.startswith("/"), pointer
        assert problem.message, problem.code
        assert len(problem.draw(30)) <= len(problem.draw(10_000)) + 100
    assert all(character.isprintable() or character == "\n" for character in shown)


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs), "a key given twice is refused"
    return dict(pairs)


TARGET = Target("datasets", make, judge, fewer_bytes)
