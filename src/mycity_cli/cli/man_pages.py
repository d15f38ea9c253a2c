"""The man pages of mycity and of each command, made of the texts that `--help` and `mycity help` show.

`python -m mycity_cli.cli.man_pages FOLDER` writes them below a folder, as `make man` and the build of a wheel do.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mycity_cli import __version__
from mycity_cli.cli.app import root_command
from mycity_cli.cli.described import (
    OPTIONS,
    TABLES,
    DescribedCommand,
    DescribedParameter,
    all_commands,
    command_at,
    described,
    table_options,
)
from mycity_cli.manual import TOPICS, roff, topic
from mycity_cli.messages import Language, Message, listed, say, say_as, told

_WITHIN = {"exit-codes": say_as("manual", "Exit status"), "environment": say_as("manual", "Environment")}
"""The topics that the page of mycity itself holds too, where whoever reads a man page looks for them, with headings."""
_FOLDERS = {Language.ENGLISH: "", Language.CHINESE: "zh_CN/"}
"""Where `man` looks for the pages of a language."""


def man_pages() -> dict[str, str]:
    """Return all man pages by where they lie: `man1/mycity-deals.1`, `man7/mycity-formats.7`, `zh_CN/man1/…`."""
    root = root_command()
    every = (_Manual(language, root) for language in Language)
    return {f"{_FOLDERS[each.language]}{name}": page for each in every for name, page in each.pages()}


def write_man_pages(folder: Path) -> list[str]:
    """Write all man pages below a folder, and return where each lies."""
    pages = man_pages()
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(pages)


class _Manual(NamedTuple):
    """The man pages of a language."""

    language: Language
    root: Any

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield each page with where it lies."""
        yield "man1/mycity.1", self._of_mycity()
        for names in all_commands(self.root):
            found = command_at(self.root, names)
            if found is not None:
                name = "-".join(("mycity", *names))
                yield f"man1/{name}.1", self._of_command(name, described(*found))
        for name in TOPICS:
            yield f"man7/mycity-{name}.7", self._of_topic(name)

    def _of_mycity(self) -> str:
        found = command_at(self.root, ())
        assert found is not None  # noqa: S101  # no names lead to the command itself
        mycity = described(*found)
        parts = [
            *self._name_line("mycity", mycity.summary),
            *self._synopsis(mycity),
            self._heading(say_as("help", "Commands")),
            *(line for name, help in mycity.commands.items() for line in roff.term(roff.bold(name), self._told(help))),
            *self._sections(mycity),
            self._heading(say_as("help", "Topics")),
            *self._paragraph(say("`mycity help TOPIC` shows a topic; each is a man page too.")),
        ]
        for name in TOPICS:
            summary = topic(name, self.language).summary
            parts += [*roff.term(roff.bold(name), summary), f"({roff.bold(f'mycity-{name}')}(7))"]
        for name, heading in _WITHIN.items():
            parts += [self._heading(heading), *roff.of_topic(topic(name, self.language))]
        others = [f"mycity-{name}(1)" for name in mycity.commands]
        return self._page("mycity", 1, [*parts, *self._see_also(*others)])

    def _of_command(self, name: str, command: DescribedCommand) -> str:
        within = [
            line
            for each, help in command.commands.items()
            for line in roff.term(roff.bold(f"{command.path} {each}"), self._told(help))
        ]
        parts = [
            *self._name_line(name, command.summary),
            *self._synopsis(command),
            self._heading(say_as("manual", "Description")),
            *self._paragraph(command.summary),
            *(line for remark in command.remarks for line in self._paragraph(remark)),
            *([self._heading(say_as("help", "Commands")), *within] if within else []),
            *self._sections(command),
            self._heading(say_as("help", "Examples")),
            *(line for each in command.examples for line in roff.typed([each])),
        ]
        others = [f"{name}-{each}(1)" for each in command.commands]
        return self._page(name, 1, [*parts, *self._see_also("mycity(1)", *others)])

    def _of_topic(self, name: str) -> str:
        text = topic(name, self.language)
        parts = [
            *self._name_line(f"mycity-{name}", text.summary),
            self._heading(say_as("manual", "Description")),
            *roff.of_topic(text),
            *(self._options(table_options(self.root)) if name == "tables" else ()),
        ]
        return self._page(f"mycity-{name}", 7, [*parts, *self._see_also()])

    def _page(self, name: str, section: int, parts: list[str]) -> str:
        return roff.page(name, section, __version__, self._told(say("mycity manual")), parts)

    def _name_line(self, name: str, summary: str) -> list[str]:
        return [self._heading(say_as("manual", "Name")), roff.name_line(name, self._told(summary))]

    def _synopsis(self, command: DescribedCommand) -> Iterator[str]:
        yield self._heading(say_as("manual", "Synopsis"))
        yield f"{roff.bold(command.path)} {roff.italic(command.usage.removeprefix(command.path).strip())}"

    def _sections(self, command: DescribedCommand) -> Iterator[str]:
        for heading, parameters in command.sections.items():
            if heading == TABLES and not command.tells_tables:
                names = listed(f"`{each.names[-1]}`" for each in parameters)
                yield self._heading(heading)
                yield from self._paragraph(say("How a table is read: {names}; see mycity-tables(7).", names=names))
            else:
                yield from self._options(parameters, heading)

    def _options(self, parameters: Iterable[DescribedParameter], heading: Message = OPTIONS) -> Iterator[str]:
        yield self._heading(heading)
        for parameter in parameters:
            yield from roff.term(_named(parameter), self._told(parameter.help))

    def _see_also(self, *pages: str) -> list[str]:
        """Return the section that names pages, each with its section behind it; that of mycity where none is named."""
        named = [f"{roff.bold(page[:-3])}{page[-3:]}" for page in pages or ("mycity(1)",)]
        return [self._heading(say_as("manual", "See also")), ", ".join(named)]

    def _heading(self, text: str) -> str:
        return roff.heading(self._told(text))

    def _paragraph(self, text: str) -> list[str]:
        return roff.paragraph(self._told(text))

    def _told(self, text: str) -> str:
        return told(text, self.language)


def _named(parameter: DescribedParameter) -> str:
    names = ", ".join(map(roff.bold, parameter.names))
    return " ".join(filter(None, (names, roff.italic(parameter.value) if parameter.value else "")))


if __name__ == "__main__":
    write_man_pages(Path(sys.argv[1]))
