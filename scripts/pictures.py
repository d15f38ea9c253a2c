"""Make the pictures of the documents, in docs/pictures: of a terminal, of charts and of pages.

`make pictures` runs it. The pages are shot in Chromium, which has to be installed beside Playwright.
"""

from __future__ import annotations

import os
import pty
import shutil
import struct
import sys
import tempfile
from fcntl import ioctl
from io import StringIO
from pathlib import Path
from termios import TIOCSWINSZ
from typing import Any

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
RELEASE = """Deals worth 46 million yuan signed in Yibin

At its investment conference on May 12, 2023, Yibin signed 24 projects with a total investment of 46 billion yuan. \
Of these, 15 projects worth 31.2 billion yuan are in batteries, and the remaining 9 projects, worth 14.8 billion yuan, \
are in services. Batteries account for 67.8 percent of the total.
"""
TERMINALS = {
    "terminal-total": ["mycity total --by quarter --chart", "mycity check 'Suzhou > Xiamen + Dongguan'"],
    "terminal-audit": ["mycity audit release.txt"],
}
FILES = [
    "total --by city --chart --output chart.svg",
    "report --output sheet.html",
    "report --lang zh --output sheet-zh.html",
    "audit release.txt --output audit.html",
]
COLUMNS = 80
THEME = TerminalTheme(
    (29, 31, 35),
    (222, 220, 214),
    [
        (29, 31, 35), (240, 113, 120), (139, 216, 166), (240, 196, 105),
        (130, 170, 255), (199, 146, 234), (110, 180, 220), (222, 220, 214),
    ],
)  # fmt: skip
# Without the fonts that Rich would fetch: a picture in a document asks nobody for anything.
FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>{lines}</defs>
<rect fill="{background}" width="100%" height="100%" rx="8"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g></svg>
""".replace("{background}", THEME.background_color.hex)


def run(arguments: list[str], folder: Path) -> str:
    """Return what a terminal shows of a command, with its colours."""
    pid, descriptor = pty.fork()
    if pid == 0:
        ioctl(1, TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
        os.chdir(folder)
        os.environ |= {"TERM": "xterm-256color", "PAGER": "cat", "COLUMNS": str(COLUMNS)}
        os.execvp(arguments[0], arguments)  # noqa: S606  # the child becomes the command
    shown = b""
    try:
        while piece := os.read(descriptor, 65536):
            shown += piece
    except OSError:  # how Linux tells the end of a terminal
        pass
    os.waitpid(pid, 0)
    return shown.decode().replace("\r\n", "\n")


def mycity(command: str, folder: Path) -> str:
    """Return what a terminal shows of a command line of mycity."""
    line = command.replace("mycity", f"'{sys.executable}' -m mycity_cli", 1)
    return run(["bash", "-c", line], folder)


def terminal(name: str, commands: list[str], folder: Path) -> None:
    """Draw a terminal in which commands were run."""
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    for command in commands:
        console.print(Text.assemble(("$ ", "bold green"), command))
        console.print(Text.from_ansi(mycity(command, folder)))
    drawn = console.export_svg(theme=THEME, code_format=FORMAT, unique_id=name)
    (PICTURES / f"{name}.svg").write_text(drawn, encoding="utf-8")


def shoot(page: Any, path: Path, name: str, *, width: int, height: int, scheme: str = "light", top: int = 0) -> None:
    """Shoot a part of a page."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    page.goto(path.as_uri())
    clip = {"x": 0, "y": top, "width": width, "height": height}
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True, clip=clip)


def main() -> None:
    """Make all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "release.txt").write_text(RELEASE, encoding="utf-8")
        for picture, commands in TERMINALS.items():
            terminal(picture, commands, folder)
        for command in FILES:
            mycity(f"mycity {command}", folder)
        shutil.copy(folder / "chart.svg", PICTURES / "chart.svg")
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = chromium.new_page()
            shoot(page, folder / "sheet.html", "sheet", width=1000, height=1000)
            shoot(page, folder / "sheet-zh.html", "sheet-zh", width=390, height=1000, scheme="dark")
            shoot(page, folder / "audit.html", "audit", width=1000, height=900, top=0)
            chromium.close()


if __name__ == "__main__":
    main()
