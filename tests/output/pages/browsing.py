"""A browser that opens pages: Chromium, where Playwright and a Chromium are installed."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

CONTRASTS = """() => {
  const parsed = color => { const n = color.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const over = (top, below) => top.slice(0, 3).map((v, i) => v * top[3] + below[i] * (1 - top[3]));
  const behind = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parsed(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
    if (!text || !element.checkVisibility()) continue;
    const style = getComputedStyle(element), back = behind(element);
    const color = over(parsed(element.closest('svg') ? style.fill : style.color), back);
    const [one, other] = [light(color), light(back)].sort((a, b) => b - a);
    found.push([(one + .05) / (other + .05), text]);
  }
  return found.sort((a, b) => a[0] - b[0]);
}"""
"""The contrast of every text that is seen with what is behind it, the least first (WCAG 2.2, relative luminance)."""

TOO_WIDE = """() => [...document.querySelectorAll('*')].filter(each =>
  !each.closest('svg') && each.checkVisibility() && getComputedStyle(each).clipPath === 'none'
  && !each.closest('thead') && getComputedStyle(each).display !== 'inline'
  && (each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0
      || each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
).map(each => `${each.tagName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`)"""
"""The elements that hold more than there is room for, or reach over the edge of the window."""

BROKEN = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  const found = [], words = /\\d{4}-\\d\\d(-\\d\\d)?|[\\p{Script=Latin}\\d.,:]{1,20}(?![^\\s-])/gu;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('svg')) continue;
    if (getComputedStyle(node.parentElement.closest('thead') ?? document.body).clipPath !== 'none') continue;
    for (const word of node.textContent.matchAll(words)) {
      if (node.textContent.slice(0, word.index).match(/\\S$/)) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(each => Math.round(each.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""
"""The words, none of them long, and the dates that a line is broken within."""

UPON = """() => [...document.querySelectorAll('svg.ticks')].flatMap(axis => {
  const boxes = [...axis.querySelectorAll('text')].filter(each => getComputedStyle(each).display !== 'none')
    .map(each => [each.textContent, each.getBoundingClientRect()]);
  const lines = [...axis.closest('table').querySelector('svg.bar').querySelectorAll('.grid')]
    .map(each => each.getBoundingClientRect().x);
  const off = boxes.filter(([, box]) => !lines.some(x => Math.abs(x - box.x - box.width / 2) < 1.5));
  const touching = boxes.slice(1).filter(([, box], at) => box.left < boxes[at][1].right + 2);
  return [...off, ...touching].map(([number]) => number);
})"""
"""The numbers of axes that stand upon others, or not below their lines."""

DOING = """() => {
  const all = [...document.querySelectorAll('*')], links = [...document.links].map(each => each.getAttribute('href'));
  const ids = all.map(each => each.id).filter(id => id);
  return {
    active: document.querySelectorAll('script, iframe, object, embed, form, img, link:not([rel=icon])').length,
    handlers: all.flatMap(each => [...each.attributes]).filter(each => /^on/i.test(each.name)).length,
    links: links.filter(each => !/^(https?:\\/\\/|#)/.test(each)),
    broken: links.filter(each => each.startsWith('#') && !document.getElementById(each.slice(1))),
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    ran: window.ran ?? null,
  };
}"""
"""What a page could do that it must not."""

HARMLESS = {"active": 0, "handlers": 0, "links": [], "broken": [], "twice": [], "ran": None}


@dataclass
class Opened:
    """A page that is open, what it asked for, and what it complained of."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


class Browser:
    """Opens pages in windows of some width, in light or dark colours."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium

    @contextmanager
    def opened(self, path: Path, *, width: int = 1280, scheme: str = "light") -> Iterator[Opened]:
        page = self._chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        opened = Opened(page)
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("console", lambda message: opened.complaints.append(message.text))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.goto(path.as_uri())
        yield opened
        page.close()


@contextmanager
def started() -> Iterator[Browser]:
    """Give a browser. Skips the test where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as api:
        chromium = api.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield Browser(chromium)
        chromium.close()
