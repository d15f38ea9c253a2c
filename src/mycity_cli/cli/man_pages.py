"""The man pages of mycity and of each command, made of the texts that `--help` and `mycity help` show.

`python -m mycity_cli.cli.man_pages FOLDER` writes them below a folder, as `make man` and the build of a wheel do.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

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

_WITHIN = ("exit-codes", "environment")
"""The topics that the page of mycity itself holds too, where whoever reads a man page looks for them."""
_TITLES = {"exit-codes": "Exit status", "environment": "Environment"}


def man_pages() -> dict[str, str]:
    """Return all man pages by where they lie: `man1/mycity-deals.1`, `man7/mycity-formats.7`."""
    root = root_command()
    pages = {"man1/mycity.1": _of_mycity(root)}
    for names in all_commands(root):
        found = command_at(root, names)
        if found is not None:
            name = "-".join(("mycity", *names))
            pages[f"man1/{name}.1"] = _of_command(name, described(*found))
    for name in TOPICS:
        text = topic(name)
        head = [*roff.name_line(f"mycity-{name}", text.summary), roff.heading("Description")]
        parts = [*head, *roff.of_topic(text), *(_options(table_options(root)) if name == "tables" else ())]
        pages[f"man7/mycity-{name}.7"] = _page(f"mycity-{name}", 7, [*parts, *_see_also()])
    return pages


def write_man_pages(folder: Path) -> list[str]:
    """Write all man pages below a folder, and return where each lies."""
    pages = man_pages()
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(pages)


def _page(name: str, section: int, parts: list[str]) -> str:
    return roff.page(name, section, __version__, parts)


def _of_mycity(root: Any) -> str:
    found = command_at(root, ())
    assert found is not None  # noqa: S101  # no names lead to the command itself
    described_root = described(*found)
    parts = [
        *roff.name_line("mycity", described_root.summary),
        *_synopsis(described_root),
        roff.heading("Commands"),
        *(line for name, help in described_root.commands.items() for line in roff.term(roff.bold(name), help)),
        *_sections(described_root),
        roff.heading("Topics"),
        *roff.paragraph("`mycity help TOPIC` shows a topic; each is a man page too."),
    ]
    for name in TOPICS:
        parts += [*roff.term(roff.bold(name), topic(name).summary), f"({roff.bold(f'mycity-{name}')}(7))"]
    for name in _WITHIN:
        parts += [roff.heading(_TITLES[name]), *roff.of_topic(topic(name))]
    others = [f"mycity-{name}(1)" for name in described_root.commands]
    return _page("mycity", 1, [*parts, *_see_also(*others)])


def _of_command(name: str, command: DescribedCommand) -> str:
    within = [
        line for each, help in command.commands.items() for line in roff.term(roff.bold(f"{command.path} {each}"), help)
    ]
    parts = [
        *roff.name_line(name, command.summary),
        *_synopsis(command),
        roff.heading("Description"),
        *roff.paragraph(command.summary),
        *(line for remark in command.remarks for line in roff.paragraph(remark)),
        *([roff.heading("Commands"), *within] if within else []),
        *_sections(command),
        *([roff.heading("Examples"), *(line for each in command.examples for line in roff.typed([each]))]),
    ]
    others = [f"{name}-{each}(1)" for each in command.commands]
    return _page(name, 1, [*parts, *_see_also("mycity(1)", *others)])


def _synopsis(command: DescribedCommand) -> Iterator[str]:
    yield roff.heading("Synopsis")
    yield f"{roff.bold(command.path)} {roff.italic(command.usage.removeprefix(command.path).strip())}"


def _sections(command: DescribedCommand) -> Iterator[str]:
    for heading, parameters in command.sections.items():
        if heading == TABLES and not command.path.startswith("mycity data"):
            names = ", ".join(f"`{each.names[-1]}`" for each in parameters)
            yield roff.heading(heading)
            yield from roff.paragraph(f"How a table is read: {names}; see mycity-tables(7).")
        else:
            yield from _options(parameters, heading)


def _options(parameters: Iterable[DescribedParameter], heading: str = OPTIONS) -> Iterator[str]:
    yield roff.heading(heading)
    for parameter in parameters:
        yield from roff.term(_named(parameter), parameter.help)


def _named(parameter: DescribedParameter) -> str:
    names = ", ".join(map(roff.bold, parameter.names))
    return " ".join(filter(None, (names, roff.italic(parameter.value) if parameter.value else "")))


def _see_also(*pages: str) -> list[str]:
    """Return the section that names pages, each with its section behind it; that of mycity where none is named."""
    named = [f"{roff.bold(page[:-3])}{page[-3:]}" for page in pages or ("mycity(1)",)]
    return [roff.heading("See also"), ", ".join(named)]


if __name__ == "__main__":
    write_man_pages(Path(sys.argv[1]))
