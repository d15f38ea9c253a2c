"""The catalogues of messages: brought up to date with the code, compiled, and searched for what is missing.

`python -m scripts.catalogue update` takes in all messages of the code, and leaves the translations that are there;
`compile` writes what mycity reads; `missing` prints the messages that have no translation.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from mycity_cli.cli.app import root_command
from mycity_cli.cli.described import all_commands, command_at, texts_of
from mycity_cli.messages import DOMAIN, LOCALE, Language

PACKAGE = LOCALE.parent
_KEYWORDS: dict[str, Any] = {"say": None, "counted": (1, 2), "say_as": ((1, "c"), 2)}
_HELPS = "the helps of commands"
"""Where those are said to stand, which are found in the commands themselves."""
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""In place of a date, by which a file would differ each time it is made."""
_HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {plurals}\\n"

"""


def file_of(language: Language) -> Path:
    """Return the catalogue of a language."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def template() -> Catalog:
    """Return all messages of the code, without translations."""
    found = Catalog(project="mycity", fuzzy=False)
    for name, _, message, comments, context in extract_from_dir(
        PACKAGE, [("**.py", "python")], keywords=_KEYWORDS, comment_tags=("translators:",), strip_comment_tags=True
    ):
        found.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    for text in filter(None, _helps()):
        found.add(text, locations=[(_HELPS, 0)])
    return found


def _helps() -> Iterator[str]:
    """Yield what the helps of all commands say."""
    root = root_command()
    for names in ((), *all_commands(root)):
        command = command_at(root, list(names))
        assert command is not None  # noqa: S101  # it was listed
        yield from texts_of(*command)


def read(language: Language) -> Catalog:
    """Return the catalogue of a language, an empty one where there is none yet."""
    path = file_of(language)
    if not path.exists():
        return Catalog(locale=language.value, domain=DOMAIN, fuzzy=False)
    with path.open("rb") as file:
        found = read_po(file, locale=language.value, domain=DOMAIN)
    found.creation_date = found.revision_date = _NO_DATE
    return found


def updated(language: Language) -> Catalog:
    """Return the catalogue of a language with all messages of the code, and none that is no longer there."""
    catalogue = read(language)
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def update(language: Language) -> None:
    """Bring the catalogue of a language up to date with the code."""
    path = file_of(language)
    catalogue = updated(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(_HEADER.format(language=language, plurals=catalogue.plural_forms).encode())
        write_po(file, catalogue, width=120, omit_header=True, include_lineno=False, sort_by_file=True)


def compiled(language: Language, path: Path | None = None) -> Path:
    """Write what mycity reads of a language, beside the catalogue unless another path is given, and return its path."""
    target = path or file_of(language).with_suffix(".mo")
    with target.open("wb") as file:
        write_mo(file, read(language))
    return target


def missing(language: Language) -> list[str]:
    """Return the messages of the code that a language has no translation for."""
    catalogue = updated(language)
    return [str(each.id) for each in catalogue if each.id and not all(_strings(each.string))]


def _strings(string: Any) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string) or ("",)


def main(command: str) -> int:
    """Do what a command says, for each language that has a catalogue; return an exit code."""
    languages = [each for each in Language if each is not Language.ENGLISH]
    match command:
        case "update":
            for language in languages:
                update(language)
        case "compile":
            for language in languages:
                compiled(language)
        case "missing":
            lacking = [text for language in languages for text in missing(language)]
            sys.stdout.writelines(f"{text}\n" for text in lacking)
            return int(bool(lacking))
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main("".join(sys.argv[1:2])))
