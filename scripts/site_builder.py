"""Build the site of the documentation in build/site, with every warning an error: `make docs`.

The pages are those of docs/, which are read on a forge as well, and README's neighbours. The pages of commands and
topics are made of the texts that `--help` shows. A comment `<!-- site: ... -->` of a page is for the site alone, which
shows what stands in it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath

from mycity_cli.manual import TOPICS
from scripts.site_pages import command_pages, commands_index, file_name, topic_pages

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
CONFIGURATION = Path(__file__).with_name("site.toml")
ASSETS = [Path(__file__).with_name(name) for name in ("iframe-worker.js", "site.css")]
MOVED = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
}
"""Where the site has the documents that lie beside docs/; the start page stands in for README.md."""
Entry = str | dict[str, str]
"""An entry of the navigation: a page, or a page with its title."""
_FENCE = re.compile(r"^(```\w+) file=(\S+)(?: encoding=\S+)?$", re.MULTILINE)
_FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(!?)\[((?:[^][]|\[[^][]*\])*)\]\(([^)\s:#]+)(#[^)\s]*)?\)")
_ONLY_HERE = re.compile(r"<!-- site: (.*?)\s*-->", re.DOTALL)


def for_site(text: str, place: str) -> str:
    """Return a document as the site shows it; `place` is where it lies in the project, as `docs/audit.md`.

    A link to what the site does not have, such as a module, is left as its words; one whose words are the name of a
    page has the title of the page.
    """
    parts = _FENCED.split(text)
    shown = [part if number % 2 else _prose_for_site(part, place) for number, part in enumerate(parts)]
    return _FENCE.sub(r'\1 title="\2"', "".join(shown))


def _prose_for_site(text: str, place: str) -> str:
    def link(found: re.Match[str]) -> str:
        mark, words, target, anchor = found.groups()
        there = normpath(str(PurePosixPath(place).parent / target))
        home = _in_site(there)
        if home is None:
            return str(words)
        # The sections of README.md are not those of the start page.
        anchor = "" if there == "README.md" else anchor or ""
        words = _title(there) if words.endswith(".md") else words
        return f"{mark}[{words}]({relpath(home, PurePosixPath(_in_site(place) or '.').parent)}{anchor})"

    return _LINK.sub(link, _ONLY_HERE.sub(r"\1", text))


def _title(place: str) -> str:
    """Return the title of a document, which the site names it by; a forge has the names of files."""
    return (ROOT / place).read_text("utf-8").partition("\n")[0].removeprefix("# ")


def _in_site(place: str) -> str | None:
    """Return where the site has what lies at a place of the project; None where it has it not."""
    if place in MOVED:
        return MOVED[place]
    is_page = place.startswith("docs/") and place.endswith((".md", ".png", ".svg"))
    return place.removeprefix("docs/") if is_page else None


def prepare(folder: Path) -> Path:
    """Write all pages and the configuration below a folder, and return the configuration."""
    pages = folder / "docs"
    shutil.copytree(DOCS, pages)
    for path in sorted(DOCS.rglob("*.md")):
        place = path.relative_to(DOCS)
        (pages / place).write_text(for_site(path.read_text("utf-8"), f"docs/{place.as_posix()}"), "utf-8")
    for name, home in MOVED.items():
        if name != "README.md" and (ROOT / name).exists():
            (pages / home).write_text(for_site((ROOT / name).read_text("utf-8"), name), "utf-8")
    _write(pages / "assets", {path.name: path.read_text("utf-8") for path in ASSETS})
    commands = command_pages()
    _write(pages / "commands", {"index.md": commands_index()})
    _write(pages / "commands", {file_name(words): text for words, text in commands.items()})
    _write(pages / "topics", {f"{name}.md": text for name, text in topic_pages().items()})
    configuration = folder / "zensical.toml"
    configuration.write_text(_configured(list(commands)), "utf-8")
    return configuration


def _configured(commands: list[str]) -> str:
    """Return the configuration with the commands and topics in its navigation, and where the package lies."""
    titled: list[Entry] = [{f"mycity {words}": f"commands/{file_name(words)}"} for words in commands]
    of_commands: list[Entry] = ["commands/index.md", *titled]
    of_topics: list[Entry] = [f"topics/{name}.md" for name in TOPICS]
    found: dict[str, Sequence[Entry]] = {"commands/*": of_commands, "topics/*": of_topics, "src": [str(ROOT / "src")]}
    text = CONFIGURATION.read_text("utf-8")
    for stands_for, entries in found.items():
        text = text.replace(f"= {json.dumps(stands_for)}", f"= {_toml(entries)}")
    return text


def _toml(value: Entry | Sequence[Entry]) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_toml(each)}' for key, each in value.items())} }}"
    return f"[{', '.join(map(_toml, value))}]"


def _write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build the site below a folder, in `site`, and return how that ended; a warning is an error."""
    configuration = prepare(folder)
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(configuration)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # nothing of a user's


def main() -> int:
    """Build the site anew in build/site, and return the exit code."""
    folder = ROOT / "build" / "documentation"
    site = ROOT / "build" / "site"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    done = build(folder)
    sys.stderr.write(done.stdout + done.stderr)
    if done.returncode == 0:
        shutil.rmtree(site, ignore_errors=True)
        (folder / "site").rename(site)
        sys.stdout.write(f"{site / 'index.html'}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
