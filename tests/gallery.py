"""A minimal bad file for every code, from which docs/errors.md is made."""

from __future__ import annotations

from typing import NamedTuple

PLACES = '"places": [{"id": "suzhou", "name": "Suzhou"}]'
SOURCES = '"sources": [{"id": "paper", "title": "T", "publisher": "P", "language": "en"}]'
CITED = '"sources": [{"id": "paper"}]'
HEAD = f"  {PLACES},\n  {SOURCES},\n"


class Bad(NamedTuple):
    """A bad file: the code of its problem, its content, and its name."""

    code: str
    content: bytes
    name: str = "figures.json"

    @property
    def is_table(self) -> bool:
        return self.name != "figures.json"

    @property
    def language(self) -> str:
        return self.name.rpartition(".")[2]


def signings(*fields: str) -> str:
    """Return a file with signings, of which each has the fields that every one needs, and some more."""
    needed = f'"kind": "investment", "city": "suzhou", {CITED}'
    records = ",\n".join(f'    {{"id": "{chr(97 + n)}", {needed},\n     {rest}}}' for n, rest in enumerate(fields))
    return f'{{\n{HEAD}  "signings": [\n{records}\n  ]\n}}\n'


def file(*lines: str) -> str:
    return "{\n" + HEAD + "".join(f"  {line}\n" for line in lines) + "}\n"


TEXTS = [
    ("json-syntax", '{\n  "title": "Ours",\n}\n'),
    ("nested-too-deep", '{"title": ' + "[" * 100 + "]" * 100 + "}\n"),
    ("duplicate-key", '{\n  "title": "Ours",\n  "title": "Theirs"\n}\n'),
    ("number-too-large", signings('"projects": ' + "9" * 4301)),
    ("no-number", signings('"projects": NaN')),
    ("unknown-field", signings('"amuont": "5 billion yuan"')),
    ("missing-field", '{\n  "places": [{"id": "suzhou"}]\n}\n'),
    ("wrong-type", signings('"amount": 5000000000')),
    ("empty-value", '{\n  "places": [{"id": "suzhou", "name": ""}]\n}\n'),
    ("bad-id", '{\n  "places": [{"id": "Suzhou City", "name": "Suzhou"}]\n}\n'),
    ("unreadable-figure", signings('"amount": "5 billoin yuan"')),
    ("wrong-figure", signings('"amount": "30 projects"')),
    ("unreadable-period", signings('"date": "2022-02-30"')),
    ("one-of-two-fields", file(f'"facts": [{{"id": "pandas", "name": "pandas", "city": "suzhou", {CITED}}}]')),
    (
        "unreadable-statement",
        file(f'"claims": [{{"id": "most", "text": "the most", {CITED},', '  "statement": "Suzhuo > 1 billion yuan"}]'),
    ),
    ("duplicate-id", signings('"projects": 5').replace('"id": "a"', '"id": "suzhou"')),
    ("unknown-reference", signings('"promoter": "suzhuo"')),
    (
        "date-outside-conference",
        signings('"conference": "fair", "date": "2022-11-05"').replace(
            '  "signings"',
            '  "conferences": [{"id": "fair", "kind": "expo", "name": "Fair", "city": "suzhou",\n'
            f'    "date": "2022-11-03/2022-11-04", {CITED}}}],\n  "signings"',
        ),
    ),
    ("part-of-cycle", signings('"part_of": "a"')),
    ("part-exceeds-whole", signings('"amount": "about 5 billion yuan"', '"amount": "7 billion yuan", "part_of": "a"')),
    (
        "part-exceeds-whole",
        signings(
            '"amount": "5 billion yuan"',
            '"date": "2022-11-03", "amount": "3 billion yuan", "part_of": "a"',
            '"date": "2022-11-04", "amount": "4 billion yuan", "part_of": "a"',
        ),
    ),
    (
        "figures-disagree",
        signings('"date": "2022-11-03", "projects": 30', '"date": "2022-11-03", "projects": "more than 40"'),
    ),
    ("quote-too-long", signings(f'"projects": 30, "quote": "{"very " * 24}good: 30 projects"')),
    ("quote-without-figure", signings('"amount": "52.563 billion yuan", "quote": "52.653 billion yuan were signed"')),
]

TABLES = [
    ("no-row", "city,amount\nSuzhou,52.563 billion yuan\nXiamen\n"),
    ("wrong-total", "city,amount\nSuzhou,5 million yuan\nXiamen,7 million yuan\nTotal,20 million yuan\n"),
    ("missing-field", "city,amount\n,13.55 billion yuan\n"),
    ("unreadable-figure", "city,amount\nSuzhou,52.563 bilion yuan\n"),
    ("wrong-figure", "city,amount\nSuzhou,52.563\nXiamen,13.55 billion yuan\n"),
    ("unreadable-period", "city,amount,date\nSuzhou,52.563 billion yuan,2022-02-30\n"),
]

GALLERY = [
    Bad("other-format", b"PAR1\n"),
    Bad("not-utf8", '{\n  "title": "Café"\n}\n'.encode("latin-1")),
    Bad("not-utf8", '{"title": "Café"}'.encode("utf-16")),
    *(Bad(code, content.encode()) for code, content in TEXTS),
    *(Bad(code, content.encode(), "deals.csv") for code, content in TABLES),
]


def shown(content: bytes) -> str:
    """Return a file as the page shows it: other bytes as escapes, and of what repeats itself the beginning."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    lines = content.decode(encoding, "backslashreplace").rstrip("\n").split("\n")
    return "\n".join(line if len(line) <= 120 else f"{line[:40]}…{line[-10:]}" for line in lines)
