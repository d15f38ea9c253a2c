"""Audits made by hand: a text with its figures in brackets, and whatever a test says was found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mycity_cli.figure import Figure
from mycity_cli.figure.scanning import Unread
from mycity_cli.release.findings import (
    Audit,
    Candidate,
    Compared,
    FoundSigning,
    Mention,
    NoSigning,
    Relation,
    RelationKind,
    Release,
    Sentence,
)
from mycity_cli.statement.verdict import Outcome


def made(
    marked: str,
    *,
    relations: Sequence[Relation] = (),
    signings: Sequence[FoundSigning] = (),
    compared: Sequence[Compared] = (),
    unread: Sequence[tuple[str, str]] = (),
    others: Sequence[NoSigning] = (),
    ignored: Sequence[Relation] = (),
    name: str = "fuzhou.txt",
    languages: str = "",
    extracted: bool = False,
) -> Audit:
    """Return an audit of a text, a sentence a line; `languages` has a letter for each line: e, z, or - for neither.

    `unread` has words of the text that cannot be read, each with the reason.
    """
    text = ""
    mentions: list[Mention] = []
    sentences: list[Sentence] = []
    for number, line in enumerate(marked.split("\n")):
        start = len(text)
        for plain, figure in re.findall(r"([^\[]*)(?:\[(.*?)\])?", line):
            text += plain
            if figure:
                mentions.append(Mention(Figure.parse(figure), len(text), len(text) + len(figure), number))
                text += figure
        language = {"e": "en", "z": "zh", "-": ""}[languages[number] if languages else "e"]
        sentences.append(Sentence(start, len(text), language, number))
        text += "\n"
    release = Release(name, text, tuple(sentences), extracted=extracted)
    numbers = tuple(Unread(text.index(words), text.index(words) + len(words), reason) for words, reason in unread)
    return Audit(
        release, tuple(mentions), tuple(signings), tuple(relations), tuple(compared), numbers, tuple(others),
        tuple(ignored),
    )  # fmt: skip


def relation(
    kind: str,
    terms: Sequence[int],
    result: int | None,
    outcome: str = "true",
    statement: str = "1 = 1",
    reason: str = "",
    rule: str = "",
    words: Sequence[tuple[int, int]] = (),
) -> Relation:
    candidate = Candidate(RelationKind(kind), tuple(terms), result)
    return Relation(candidate, statement, Outcome(outcome), reason, rule, tuple(words))


FUJIAN = made(
    "Fujian signed [92 projects] in Fuzhou, with a total investment of [105.7 billion yuan].\n"
    "These break down into [69 projects] worth [75.1 billion yuan] and [23 projects] worth [30.8 billion yuan].\n"
    "The rest, about [5%], is more than [3 billion yuan].",
    relations=[
        relation("sum", [2, 4], 0, "true", "69 projects + 23 projects = 92 projects", "the parts add up to 92",
                 "sum/of-which", [(90, 105)]),
        relation(
            "sum", [3, 5], 1, "false", "75.1 billion yuan + 30.8 billion yuan = 105.7 billion yuan",
            "the parts add up to 105.9 billion yuan, not to 105.7 billion yuan", "sum/of-which", [(90, 105)],
        ),
        relation(
            "exceeds", [1, 7], None, "undecided", "105.7 billion yuan > 3 billion yuan", "so it is",
            "exceeds/more-than",
        ),
    ],
    signings=[
        FoundSigning("Fujian", "Fuzhou", None, 0, 1, part=False, mentions=(0, 1)),
        FoundSigning("Fujian", "Fuzhou", None, 2, 3, part=True, mentions=(2, 3)),
    ],
    compared=[
        Compared(
            0, "fuzhou-2021", "differs",
            (("projects = 92", Outcome.TRUE), ("amount = 105 billion yuan", Outcome.FALSE)),
        ),
        Compared(1, None, "new"),
    ],
)  # fmt: skip
"""Something of everything: relations that are true, false and undecided, a signing that differs and one that is new."""

NOTHING = made("A day without figures.", name="quiet.txt")
