"""Command lines at random, of every command with every option it has: each ends as documented, whatever it is given."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from fuzz.fuzzing import Failed, Input, Ran, Target, as_json, fewer_items, ran
from mycity_cli.cli.app import root_command
from mycity_cli.cli.commands import Group
from mycity_cli.dataset import bundled

VALUES = (
    "", " ", "-", "--", "-1", "0", "1", "2", "007", "1.5", "1e9", "9" * 30, "9223372036854775808", "nan", "Infinity",
    "½", "三", "5 billion yuan", "10 billion", "about 3", "5 apples", "22.4%", "2022", "2022-13", "2022-11-03",
    "../2018-04", "2017/2018-04", "0000", "99999", "Suzhou", "苏州", "SŪZHŌU", "nobody", "total", "investment", "CNY",
    "usd", "XXX", "table", "tsv", "csv", "json", "jsonl", "markdown", "html", "svg", "png", "sarif", "github", "xlsx",
    "parquet",
    "auto", "always", "never", "yi", "million", "million USD", "city", "city,year", "city,,", "amount", "-amount",
    "id,amount,low", "*", "nothing", "city=Host", "city=", "=x", "amount>5 billion yuan", "city~su", "date<2022", "!=",
    "city=a=b", ".", ",", "'", '"', "\\", "%", "dmy", "ymd", "allow", "utf-8", "utf-7", "rot13", "idna", "none", "no/t",
    "\x1b[31m", "\u202e", "\u200b", "\udcff", "\ufeff", "[bold]", "{x}", "e\u0301", "😀", "a\nb", "A" * 5000,
    "deals.csv", "deals.jsonl", "deals.json", "release.txt", "missing.csv", "folder", "out.csv", "out.json", "out.xlsx",
    "out.md", "out.html", "out.svg", "out.png",
    "deals*.csv", "#", "sqlite:///missing.db#t", "duckdb:///missing.ddb#t", "file:x", "x://y#z", "~", "$HOME",
)  # fmt: skip
"""What options and arguments are given: what some of them mean, and what none of them should stumble over."""

_FILES = {
    "deals.csv": "city,date,amount,projects,note\nSuzhou,2022-11-03,52.563 billion yuan,30,a\nXiamen,2021,$7,,b\n",
    "deals.jsonl": '{"city": "Suzhou", "amount": 7, "currency": "CNY"}\n{"city": "Xiamen"}\n',
    "release.txt": "Suzhou signed 30 projects worth 52.563 billion yuan, of which 12 are worth 40 billion yuan.\n",
}


class _Command(NamedTuple):
    """A command, its options and whether each takes a value, and what its arguments usually are."""

    words: tuple[str, ...]
    options: tuple[tuple[str, bool], ...]
    takes_arguments: bool


@cache
def commands() -> tuple[_Command, ...]:
    """Return all commands."""
    return tuple(_commands(root_command(), ()))


def _commands(command: Any, words: tuple[str, ...]) -> list[_Command]:
    options, takes_arguments = [], False
    for each in command.params:
        # What installs the completion of a shell writes into its settings.
        names = [name for name in (*each.opts, *each.secondary_opts) if "completion" not in name]
        if each.param_type_name == "option":
            options += [(name, not each.is_flag) for name in names]
        else:
            takes_arguments = True
    found = [_Command(words, tuple(options), takes_arguments)]
    inner = (
        {name: command.get_command(None, name) for name in command.list_commands(None)}
        if isinstance(command, Group)
        else {}
    )
    return found + [more for name, each in inner.items() for more in _commands(each.loaded(), (*words, name))]


_USUAL = {
    "check": ("Suzhou > Xiamen", "total = 1", "-"), "audit": ("release.txt",), "show": ("suzhou", "sichuan-2022"),
    "validate": ("deals.csv", "deals.json"), "convert": ("deals.csv", "out.json"), "profile": ("deals.csv",),
    "merge": ("deals.json", "deals.json", "out.json"), "init": ("folder/new",), "claims": ("show",),
}  # fmt: skip


def make(chance: Random) -> Input:
    """Return a command line."""
    command = chance.choice(commands())
    words = list(command.words)
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5)) if command.options else 0):
        name, has_value = chance.choice(command.options)
        value = chance.choice(VALUES)
        if has_value and chance.random() < 0.2 and name.startswith("--"):
            words.append(f"{name}={value}")
        else:
            words += [name, value] if has_value else [name]
    if command.takes_arguments:
        usual = _USUAL.get(command.words[-1], VALUES)
        words += [each if chance.random() < 0.8 else chance.choice(VALUES) for each in usual[:3]]
    if chance.random() < 0.3:
        words += ["--data", chance.choice(("deals.csv", "deals.jsonl", "deals.json"))]
    if chance.random() < 0.1:
        words.insert(chance.randrange(len(words) + 1), chance.choice(VALUES))
    return Input(as_json(words), ".json")


def write_files() -> None:
    """Write the files that values name into the working directory."""
    for name, text in _FILES.items():
        Path(name).write_text(text, encoding="utf-8")
    Path("deals.json").write_bytes(bundled().read_bytes())
    Path("folder").mkdir()


def judge(given: Input) -> None:
    """Run a command line, beside files that its values may name."""
    write_files()
    words = json.loads(given.content)
    if any("completion" in word for word in words):
        return
    require_sound(ran(*words), words)
    written = {each.name for each in Path().iterdir()} - {*words}
    if stray := {each for each in written if each.startswith((".mycity", "tmp")) or each.endswith((".tmp", "~"))}:
        raise Failed(f"mycity {words} leaves {stray}")
    if Path("deals.json").read_bytes() != bundled().read_bytes() and "--force" not in words:
        raise Failed(f"mycity {words} changes deals.json")


def require_sound(found: Ran, words: list[str]) -> None:
    """Raise Failed where an error has no message, or a result is not of the format that is asked for."""
    lines = found.err.splitlines()
    if found.code in (2, 3) and not any(line.startswith("error: ") for line in lines):
        raise Failed(f"{found}: no reason is told")
    at = max((at for at, word in enumerate(words) if word in ("-f", "--format")), default=None)
    format = words[at + 1] if at is not None and at + 1 < len(words) else ""
    if found.code not in (0, 1, 4) or not found.out or "--help" in words or "-h" in words or "--version" in words:
        return
    if format == "json":
        json.loads(found.out)
    elif format == "jsonl":
        for line in found.out.splitlines():
            json.loads(line)
    elif format == "csv":
        widths = {len(row) for row in csv.reader(io.StringIO(found.out, newline=""))}
        if len(widths) > 1:
            raise Failed(f"{found}: rows of {widths} cells")


TARGET = Target("options", make, judge, fewer_items)
