"""Write the tables of docs/figures.md and docs/currencies.md from what the reader itself makes of examples."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from mycity_cli.errors import FigureError
from mycity_cli.exact import Rational, grouped, plain, rounded
from mycity_cli.figure import Bound, Figure
from mycity_cli.figure.lexicon import LEXICON, table
from mycity_cli.figure.scanning import Found, Unread, scan
from mycity_cli.interval import Interval

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "docs/figures.md", ROOT / "docs/currencies.md")
EXAMPLES: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("figure_examples.toml").read_text("utf-8")
)

_TABLE = re.compile(r"(?P<open><!-- table: (?P<name>\w+) -->\n).*?(?P<close><!-- end -->)", re.DOTALL)


def main() -> None:
    """Write the pages again."""
    for page in PAGES:
        page.write_text(written(page), encoding="utf-8")


def written(page: Path) -> str:
    """Return the text of a page with each of its tables made anew."""
    return _TABLE.sub(_with_table, page.read_text("utf-8"))


def _with_table(found: re.Match[str]) -> str:
    tables = {"read": _read, "meant": _meant, "text": _text, "refused": _refused, "words": _words, "names": _names}
    return "\n".join((found["open"].rstrip(), *tables[found["name"]](), found["close"]))


def _row(*cells: str) -> str:
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def _header(*cells: str) -> tuple[str, str]:
    return _row(*cells), _row(*("---" for _ in cells))


def _read() -> Iterator[str]:
    """Yield what whole strings state."""
    yield from _header("kind", "written", "value", "unit")
    for kind, texts in EXAMPLES["read"].items():
        for text in texts:
            figure = Figure.parse(text)
            yield _row(kind, f"`{text}`", grouped(plain(figure.value)), figure.unit)


def _meant() -> Iterator[str]:
    """Yield what figures stand for."""
    yield from _header("kind", "written", "stands for")
    for kind, texts in EXAMPLES["meant"].items():
        for text in texts:
            yield _row(kind, f"`{text}`", _interval(Figure.parse(text).interval))


def _interval(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if high is None and low is not None:
        return f"{_number(low.value)} or more" if low.closed else f"more than {_number(low.value)}"
    if low is None or high is None:
        return "any number"
    if low == high:
        return f"{_number(low.value)} exactly"
    return f"{_number(low.value)} to {'' if high.closed else 'below '}{_number(high.value)}"


def _number(value: Rational) -> str:
    return grouped(rounded(value, 6).rstrip("0").rstrip("."))


def _text() -> Iterator[str]:
    """Yield what is found in running text."""
    yield from _header("text", "figures", "not read")
    for texts in EXAMPLES["text"].values():
        for text in texts:
            items = list(scan(text))
            found = "; ".join(_figure(text, each) for each in items if isinstance(each, Found))
            unread = "; ".join(f"`{text[e.start : e.end]}`: {e.reason}" for e in items if isinstance(e, Unread))
            yield _row(text, found or "none", unread)


def _figure(text: str, found: Found) -> str:
    figure = found.figure
    bound = "" if figure.bound is Bound.EXACT else f", {figure.bound.value}"
    return f"`{text[found.start : found.end]}` = {grouped(plain(figure.value))} {figure.unit}{bound}"


def _refused() -> Iterator[str]:
    """Yield what is refused, and why."""
    yield from _header("written", "error", "help")
    for texts in EXAMPLES["refused"].values():
        for text in texts:
            try:
                raise AssertionError(f"{text} is read: {Figure.parse(text)!r}")
            except FigureError as error:
                yield _row(f"`{text}`", error.message, error.help)


def _words() -> Iterator[str]:
    """Yield the words of figures by their meaning, as the data has them."""
    yield from _header("meaning", "English", "Chinese")
    for section in ("scales", "short_scales", "ratios", "points", "hedges_before", "hedges_after", "hedges_within"):
        english, chinese = table("en").get(section, {}), table("zh").get(section, {})
        for key in dict.fromkeys((*english, *chinese)):
            number = key.lstrip("-").isdecimal()
            meaning = f"{section.replace('_', ' ')}: {f'10^{key}' if number else key.replace('_', ' ')}"
            yield _row(meaning, *(_listed(words.get(key, "")) for words in (english, chinese)))


def _listed(phrases: str) -> str:
    return ", ".join(f"`{phrase}`" for phrase in phrases.split("|") if phrase)


def _names() -> Iterator[str]:
    """Yield the currencies with what they are called and written as, then the names of several."""
    data = table("currencies")
    yield from _header("code", "names", "signs and letters")
    for code in sorted(LEXICON.currencies):
        signs = "|".join(filter(None, (data["signs"].get(code, ""), data["letters"].get(code, ""))))
        yield _row(code, data["names"][code].replace("|", ", "), _listed(signs))
    yield ""
    yield from _header("name of several", "may be")
    for name, codes in data["ambiguous"].items():
        yield _row(name, codes.replace("|", ", "))


if __name__ == "__main__":
    main()
