"""What reading figures costs: a whole string, a sentence, and a character as texts grow.

The texts are those of the tests' releases, the strings the examples of docs/figures.md. Each figure is the least of
several runs in one process, in milliseconds and in loops of a million rounds of plain Python, which are timed in the
same run: so it can be compared with what an earlier reader took, and with another machine.
"""

from __future__ import annotations

import re
import sys
import time
import tomllib
from collections.abc import Callable
from functools import partial
from itertools import chain, cycle, islice
from pathlib import Path

from benchmarks.measuring import reference
from mycity_cli.errors import MycityError
from mycity_cli.figure import Figure
from mycity_cli.release.figures import find_mentions
from mycity_cli.release.text import read_release

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from release.annotated import load  # noqa: E402

RUNS = 5
_SENTENCE = re.compile(r"[^.。\n]*\d[^.。\n]*[.。\n]")

EARLIER = {
    "1,000 sentences, en": 4.40,
    "1,000 sentences, zh": 4.93,
    "a text of 100 kB, en": 3.82,
    "a text of 100 kB, zh": 13.4,
    "a text of 1 MB, en": 25.6,
    "whole strings, each once": 2.63,
}
"""Loops that two readers apart took, one for strings and one for releases, before they were one."""


def main() -> None:
    """Print the figures."""
    loop = min(reference() for _ in range(RUNS))
    for name, work in works().items():
        runs = 1 if "1 MB" in name else RUNS
        taken = min(timed(work) for _ in range(runs)) / loop
        before = f"{taken / EARLIER[name]:5.2f} times the earlier {EARLIER[name]:.2f}" if EARLIER[name] else ""
        print(f"{name:26} {taken * loop * 1000:8.1f} ms  {taken:6.2f} loops  {before}")
    print(f"a loop of a million rounds of plain Python takes {loop * 1000:.1f} ms here")


def works() -> dict[str, Callable[[], object]]:
    """Return what is timed, by name."""
    found: dict[str, Callable[[], object]] = {}
    for language in ("en", "zh"):
        texts = [each.text for each in load() if each.annotation["lang"] == language and not each.is_twin]
        sentences = list(islice(cycle(chain.from_iterable(map(_SENTENCE.findall, texts))), 1000))
        found[f"1,000 sentences, {language}"] = partial(read_each, sentences)
        long = "\n\n".join(islice(cycle(texts), 2000))
        found[f"a text of 100 kB, {language}"] = partial(read, long[:100_000])
        if language == "en":
            found["a text of 1 MB, en"] = partial(read, long[:1_000_000])
    found["whole strings, each once"] = parse_all
    return found


def read(text: str) -> object:
    """Return the figures of a text."""
    return find_mentions(read_release(text))


def read_each(texts: list[str]) -> None:
    """Read texts one after the other."""
    for text in texts:
        read(text)


def parse_all() -> None:
    """Read the examples of the documentation, each with other digits in each run, as a file has them."""
    for number in range(10):
        for text in strings():
            try:
                Figure.parse(text.replace("5", str(1 + (number + time.perf_counter_ns()) % 9)))
            except MycityError:
                continue


def strings() -> list[str]:
    """Return the examples of the documentation."""
    examples = tomllib.loads((ROOT / "scripts/figure_examples.toml").read_text("utf-8"))
    return [text for section in ("read", "meant", "refused") for texts in examples[section].values() for text in texts]


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
