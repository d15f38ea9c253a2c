"""The pages of the site that nobody writes: one for each command and topic, from the texts that `--help` shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mycity_cli.cli.app import root_command
from mycity_cli.cli.described import (
    TABLES,
    DescribedCommand,
    DescribedParameter,
    all_commands,
    command_at,
    described,
)
from mycity_cli.manual import TOPICS, topic
from mycity_cli.manual.topic_text import Block, Explained, Prose, SubHeading, TopicText, split_code

_SPECIAL = re.compile(r"[\\*_\[\]#|{}]")


def command_pages() -> dict[str, str]:
    """Return the page of each command by the words that call it (`data convert`), as Markdown."""
    root = root_command()
    pages = {}
    for names in all_commands(root):
        found = command_at(root, names)
        if found is not None:
            pages[" ".join(names)] = _of_command(described(*found))
    return pages


def topic_pages() -> dict[str, str]:
    """Return the page of each topic of `mycity help` by its name, as Markdown."""
    return {name: _of_topic(topic(name)) for name in TOPICS}


def commands_index() -> str:
    """Return the page that lists all commands, the options of mycity itself and the topics."""
    root = root_command()
    found = command_at(root, ())
    assert found is not None  # noqa: S101  # no names lead to the command itself
    mycity = described(*found)
    named = [(words, text.splitlines()[2]) for words, text in command_pages().items()]
    lines = [
        "# Commands",
        "",
        "These pages say what `mycity COMMAND --help` and the man pages say.",
        "",
        "| command | what it does |",
        "| --- | --- |",
        *(f"| [`mycity {words}`]({file_name(words)}) | {summary} |" for words, summary in named),
        "",
    ]
    for heading, parameters in mycity.sections.items():
        lines += [f"## {heading}", "", *_parameters(parameters)]
    lines += ["## Topics", "", "What commands share, as `mycity help TOPIC` tells it:", ""]
    lines += [f"- [{name}](../topics/{name}.md): {_prose(topic(name).summary)}" for name in TOPICS]
    return "\n".join([*lines, ""])


def file_name(words: str) -> str:
    """Return the name of the page of a command."""
    return f"{words.replace(' ', '-')}.md"


def _of_command(command: DescribedCommand) -> str:
    lines = [f"# {command.path}", "", _prose(command.summary), "", "```text", command.usage, "```", ""]
    for remark in command.remarks:
        lines += [_prose(remark), ""]
    if command.commands:
        start = command.path.removeprefix("mycity ")
        lines += ["## Commands", ""]
        lines += [
            f"- [`{command.path} {name}`]({file_name(f'{start} {name}')}): {_prose(help)}"
            for name, help in command.commands.items()
        ]
        lines.append("")
    if command.examples:
        lines += ["## Examples", "", "```sh", *command.examples, "```", ""]
    for heading, parameters in command.sections.items():
        lines += [f"## {heading}", ""]
        if heading == TABLES:
            lines += ["How a table is read, which [Tables](../tables.md) explains.", ""]
        lines += _parameters(parameters)
    return "\n".join(lines)


def _parameters(parameters: Iterable[DescribedParameter]) -> Iterator[str]:
    for parameter in parameters:
        names = ", ".join(f"`{name}`" for name in parameter.names)
        yield " ".join(filter(None, (names, f"`{parameter.value}`" if parameter.value else "")))
        yield f":   {_prose(parameter.help)}"
        yield ""


def _of_topic(text: TopicText) -> str:
    name = text.name.replace("-", " ").capitalize()
    summary = text.summary[0].upper() + text.summary[1:]
    lines = [f"# {name}", "", f"{_prose(summary)}. In a terminal: `mycity help {text.name}`.", ""]
    for block in text.blocks:
        lines += [*_block(block), ""]
    return "\n".join(lines)


def _block(block: Block) -> list[str]:
    match block:
        case SubHeading(text):
            return [f"## {_prose(text)}"]
        case Prose(text):
            return [_prose(text)]
        case Explained(term, text):
            return [_prose(term), f":   {_prose(text)}"]
        case _:
            return ["```text", *block.lines, "```"]


def _prose(text: str) -> str:
    """Return a text of help as Markdown that shows each of its characters; what stands between backticks is code."""
    pieces = split_code(text)
    return "".join(f"`{piece}`" if number % 2 else _shown(piece) for number, piece in enumerate(pieces))


def _shown(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("&", "&amp;").replace("<", "&lt;")
