"""The topics of the manual: written as topics are, and shown as they are written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from mycity_cli.cli.topic_shown import topic_lines
from mycity_cli.manual import TOPICS, topic
from mycity_cli.manual.roff import of_topic
from mycity_cli.manual.topic_text import (
    Block,
    Explained,
    Prose,
    SubHeading,
    TopicText,
    Typed,
    commands_of,
    parse_topic,
    split_code,
)
from mycity_cli.messages import Language
from running import english_in

if TYPE_CHECKING:
    from running import Mycity

WRITTEN = """\
# pets: what is kept

Some keep `cats` and a long-haired dog; see `mycity help`.

## How many

- `one`: a single cat.
- `two`, `three`: more than
  one.

    mycity pets
    .hidden
"""
PETS = TopicText(
    "pets",
    "what is kept",
    (
        Prose("Some keep `cats` and a long-haired dog; see `mycity help`."),
        SubHeading("How many"),
        Explained("`one`", "a single cat."),
        Explained("`two`, `three`", "more than"),
        Prose("  one."),
        Typed(("mycity pets", ".hidden")),
    ),
)


def test_a_topic_is_read() -> None:
    assert parse_topic(WRITTEN) == PETS
    assert commands_of(PETS) == ["mycity pets"]


@pytest.mark.parametrize("text", ["pets: what\n", "# Pets\n", "# pets: x\n\n- cats: no term\n"])
def test_what_is_no_topic_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="no t"):
        parse_topic(text)


def test_a_topic_is_shown_in_the_lines_of_a_terminal() -> None:
    shown = list(topic_lines(PETS._replace(blocks=PETS.blocks[:4]), 64, color=False))
    assert shown == [
        "pets: what is kept",
        "",
        "Some keep cats and a long-haired dog; see mycity help.",
        "",
        "HOW MANY",
        "",
        "  one         a single cat.",
        "  two, three  more than",
    ]


def test_on_a_narrow_terminal_what_a_term_means_stands_below_it() -> None:
    shown = list(topic_lines(PETS._replace(blocks=PETS.blocks[2:4]), 20, color=False))
    assert shown[2:] == ["  one", "      a single cat.", "  two, three", "      more than"]


def test_what_is_typed_is_bold_where_there_is_colour() -> None:
    lines = list(topic_lines(PETS._replace(blocks=PETS.blocks[:1]), 80, color=True))
    assert lines[2] == "Some keep \x1b[1mcats\x1b[0m and a long-haired dog; see \x1b[1mmycity help\x1b[0m."


def test_a_topic_is_roff() -> None:
    assert list(of_topic(PETS)) == [
        ".PP",
        r"Some keep \fBcats\fR and a long-haired dog; see \fBmycity help\fR.",
        '.SS "How many"',
        ".TP",
        r"\fBone\fR",
        "a single cat.",
        ".TP",
        r"\fBtwo\fR, \fBthree\fR",
        "more than",
        ".PP",
        "  one.",
        ".PP",
        ".RS 4",
        ".nf",
        "mycity pets",
        r"\&.hidden",
        ".fi",
        ".RE",
    ]


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_is_the_same_in_chinese_with_all_that_is_typed(name: str) -> None:
    english, chinese = topic(name), topic(name, Language.CHINESE)
    assert chinese.name == name
    assert [type(block) for block in chinese.blocks] == [type(block) for block in english.blocks]
    assert Counter(typed_in(chinese)) == Counter(typed_in(english))
    prose = " | ".join(text for block in chinese.blocks for text in prose_in(block))
    assert english_in(f"{chinese.summary} | {prose}") == []


LABELS = {"At least", "Read as"}
"""What a topic quotes of a result, which is in the language of the result."""


def typed_in(text: TopicText) -> list[str]:
    """Return what a topic says is typed as it is: names, options, commands."""
    texts = [text.summary, *(part for block in text.blocks if not isinstance(block, Typed) for part in block)]
    codes = [code for part in texts for code in split_code(part)[1::2] if code not in LABELS]
    return [*codes, *(line for block in text.blocks if isinstance(block, Typed) for line in block.lines)]


def prose_in(block: Block) -> list[str]:
    """Return the pieces of a block that are no code."""
    return [] if isinstance(block, Typed) else [piece for text in block for piece in split_code(text)[::2]]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_fits_a_screen_and_is_called_as_its_file(mycity: Mycity, name: str, language: Language) -> None:
    text = topic(name, language)
    assert text.name == name
    lines = mycity("help", name, "--lang", language).out.splitlines()
    typed = {f"    {line}" for block in text.blocks if isinstance(block, Typed) for line in block.lines}
    assert [line for line in lines if cell_len(line) > 80 and line not in typed] == []
    assert len(lines) < 80
