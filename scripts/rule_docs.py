"""Write docs/rules.md from the registry of rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from mycity_cli.release.rules import RULES, Rule

PAGE = Path(__file__).parents[1] / "docs/rules.md"

_WRITTEN = re.compile(r"(?P<open><!-- rules -->\n).*?(?P<close><!-- end -->)", re.DOTALL)


def main() -> None:
    """Write the page again."""
    PAGE.write_text(written(PAGE.read_text("utf-8")), encoding="utf-8")


def written(page: str) -> str:
    """Return the text of the page with its rules made anew."""
    return _WRITTEN.sub(lambda found: found["open"] + "\n".join(_sections()) + found["close"], page)


def _sections() -> Iterator[str]:
    """Yield the rules, those of a kind below a heading of their own."""
    for kind, rules in groupby(RULES, key=lambda rule: rule.kind):
        yield f"\n## {kind}\n"
        for rule in rules:
            yield from _section(rule)


def _section(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code}: {rule.title}\n"
    yield f"{rule.meaning}\n"
    yield f"> {rule.example}\n"


if __name__ == "__main__":
    main()
