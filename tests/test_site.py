"""The site of the documentation: it builds without a warning, its links lead somewhere, it asks the network nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

import pytest
from scripts.site_builder import CONFIGURATION, build, for_site
from scripts.site_pages import command_pages, commands_index, file_name, topic_pages

import mycity_cli
from mycity_cli.cli.app import root_command
from mycity_cli.cli.described import all_commands, command_at, described
from mycity_cli.manual import TOPICS
from output.pages.browsing import Browser

ROOT = Path(__file__).parents[1]
NAMES = ("README.md", "README.zh.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
DOCUMENTS = [*(ROOT / name for name in NAMES if (ROOT / name).exists()), *sorted((ROOT / "docs").rglob("*.md"))]
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}
"""What a page loads by itself, and the attribute that says from where; a link element is looked at apart."""
DESTINATIONS = {
    "how to check a claim": "how-to/check-a-claim.html",
    "how to audit a release": "how-to/audit-a-release.html",
    "how to total an Excel file": "how-to/total-a-table.html",
    "what a rounding interval is": "rounding.html",
    "how to add a currency": "how-to/add-a-currency.html",
}


class Page(HTMLParser):
    """A page of the site: its ids, where its links lead, and what it loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.add(values.get("id") or "")
        if tag == "a":
            self.links.append(values.get("href") or "")
        elif tag == "link" and values.get("rel") != "canonical":
            self.loads.append(values.get("href") or "")
        elif tag in LOADED:
            self.loads += [values.get(LOADED[tag]) or "", values.get("srcset") or ""]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built once."""
    if find_spec("zensical") is None or find_spec("mkdocstrings_handlers") is None:
        pytest.skip("the extra docs is not installed")
    folder = tmp_path_factory.mktemp("site")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    # Where a server keeps the page that says so, the page for what is not found leads from the root.
    return {path: Page(path) for path in site.rglob("*.html") if path.name != "404.html"}


def led_to(path: Path, link: str) -> tuple[Path, str] | None:
    """Return the page and the anchor that a link leads to; None where it leaves the site."""
    if re.match(r"[a-z]+:", link) or link in {"", "."}:
        return None
    target, _, anchor = link.partition("#")
    return (path.parent / unquote(target)).resolve() if target else path, unquote(anchor)


def test_every_link_of_the_site_leads_to_a_place(pages: dict[Path, Page]) -> None:
    lost = []
    for path, page in pages.items():
        for link in page.links:
            found = led_to(path, link)
            if found is not None:
                there, anchor = found
                if not there.exists() or (anchor and there in pages and anchor not in pages[there].ids):
                    lost.append(f"{path.name}: {link}")
    assert lost == []


@pytest.mark.parametrize("wish", DESTINATIONS)
def test_a_newcomer_finds_it_in_two_steps(wish: str, site: Path) -> None:
    reached = {site / "index.html"}
    for _ in range(2):
        # Only what the text of a page leads to: the navigation has everything.
        reached |= {there for path in reached for there in _led_to_by_text(path) if there.suffix == ".html"}
    assert site / DESTINATIONS[wish] in reached


def _led_to_by_text(path: Path) -> Iterator[Path]:
    text = path.read_text(encoding="utf-8").split("<article", 1)[1].split("</article>", 1)[0]
    for link in re.findall(r'href="([^"]+)"', text):
        found = led_to(path, link)
        if found is not None and found[0].exists():
            yield found[0]


def test_no_page_loads_anything_from_the_network(site: Path, pages: dict[Path, Page]) -> None:
    loaded = {each for page in pages.values() for each in page.loads}
    assert [each for each in loaded if "//" in each] == []
    for path in site.rglob("*.css"):
        assert re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", path.read_text(encoding="utf-8")) == []


def test_the_navigation_has_every_page() -> None:
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    named = re.findall(r'"([\w/-]+\.md)"', CONFIGURATION.read_text(encoding="utf-8"))
    assert sorted(named) == sorted(pages | {"security.md", "changelog.md", "contributing.md"})


def test_each_command_and_topic_has_a_page_that_is_found(site: Path) -> None:
    index = (site / "commands" / "index.html").read_text(encoding="utf-8")
    for names in all_commands(root_command()):
        name = Path(file_name(" ".join(names))).stem
        assert (site / "commands" / f"{name}.html").exists()
        assert f'href="{name}.html"' in index
    assert {path.stem for path in (site / "topics").iterdir()} == set(TOPICS)


def test_python_has_every_public_name_with_its_docstring(site: Path) -> None:
    page = Page(site / "python.html")
    assert {f"mycity_cli.{name}" for name in mycity_cli.__all__} <= page.ids
    text = (site / "python.html").read_text(encoding="utf-8")
    assert "Return the verdict on a statement about a dataset, or about the bundled one." in text


def test_a_page_of_a_command_says_what_its_help_says() -> None:
    found = command_at(root_command(), ["data", "merge"])
    assert found is not None
    command = described(*found)
    page = command_pages()["data merge"]
    assert page.startswith(f"# mycity data merge\n\n{command.summary}\n\n```text\n{command.usage}\n```\n")
    for parameters in command.sections.values():
        for parameter in parameters:
            assert all(f"`{name}`" in page for name in parameter.names)
    assert all(example in page for example in command.examples)
    assert "[`mycity data merge`](data-merge.md)" in commands_index()


def test_the_text_of_a_help_is_no_markup() -> None:
    assert "by = != &lt; &lt;= > >=" in command_pages()["deals"]
    assert r"several-\*.csv" in command_pages()["deals"]
    assert topic_pages()["exit-codes"].startswith("# Exit codes\n\n")


def test_a_document_is_shown_as_the_site_has_its_neighbours() -> None:
    text = (
        "[a](../SECURITY.md#files) [b](output.md) [c](../src/mycity_cli/errors.py) ![d](pictures/sheet.png)\n"
        "<!-- site: [e](commands/index.md) --> <!-- table: names -->\n"
        "```csv file=a.csv encoding=gb18030\n[f](g.md)\n```\n"
    )
    assert for_site(text, "docs/tables.md") == (
        "[a](security.md#files) [b](output.md) c ![d](pictures/sheet.png)\n"
        "[e](commands/index.md) <!-- table: names -->\n"
        '```csv title="a.csv"\n[f](g.md)\n```\n'
    )
    assert for_site("[docs/tables.md](docs/tables.md)", "README.md") == "[Tables](tables.md)"
    assert for_site("[a](docs/tables.md#x) [b](README.md#y)", "CHANGELOG.md") == "[a](tables.md#x) [b](index.md)"
    assert (
        for_site("[a](../tables.md) [b](../../README.md)", "docs/how-to/b.md") == "[a](../tables.md) [b](../index.md)"
    )


def prose_of(path: Path) -> str:
    """Return a document without its blocks of code and what only the site shows."""
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)


def anchors_of(path: Path) -> set[str]:
    """Return the anchors that a forge gives the headings of a document."""
    anchors: dict[str, int] = {}
    for heading in re.findall(r"^#+ (.+?)\s*$", prose_of(path), re.MULTILINE):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading)
        anchor = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        anchors[anchor] = anchors.get(anchor, -1) + 1
    return {f"{each}-{number}" if number else each for each, most in anchors.items() for number in range(most + 1)}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_of_a_document_leads_to_a_place_on_a_forge(path: Path) -> None:
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose_of(path))):
        found = led_to(path, link)
        if found is not None:
            there, anchor = found
            if not there.exists() or (anchor and there.suffix == ".md" and anchor not in anchors_of(there)):
                lost.append(link)
    assert lost == []


def test_the_example_in_python_runs() -> None:
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    [example] = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=True)
    assert done.stdout == (
        "['xiamen-2022-signing', 'dongguan-2022-signing', 'suzhou-2022-signing', 'cupertino-memorandum']\n"
        "true since it agrees with the figures, however they were rounded\n"
        "无论数字如何舍入，都成立\n"
        "['true', 'true']\n"
        "(52563000000, ∞)\n"
    )


def test_a_site_in_a_folder_is_searched_in_both_languages_fits_a_telephone_and_asks_the_network_nothing(
    site: Path, browser: Browser
) -> None:
    with browser.opened(site / "index.html", width=390) as opened:
        for words, found in (("rounding interval", "rounding.html"), ("签约", "glossary.html")):
            opened.page.goto((site / "commands" / "total.html").as_uri())
            assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
            opened.page.keyboard.press("/")
            opened.page.get_by_role("combobox").fill(words)
            opened.page.locator(f"ol a[href*='{found}']").first.wait_for()
        assert [each for each in opened.requests if not each.startswith(("file:", "data:"))] == []
