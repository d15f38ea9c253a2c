"""Variables at random: those of mycity end a command as documented, and all others leave the result as it is."""

from __future__ import annotations

import json
from random import Random

from fuzz.fuzzing import Failed, Input, Target, as_json, fewer_items, ran
from fuzz.options import VALUES, require_sound, write_files
from mycity_cli.cli.table_options import Tables

OWN = (
    "MYCITY_DATA", "MYCITY_MAP", "MYCITY_NOTHING", "MYCITY_",
    *(f"MYCITY_{each.rstrip('_').upper()}" for each in Tables._fields),
)  # fmt: skip
OTHERS = (
    "COLUMNS", "LINES", "TERM", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLORTERM", "PAGER", "LESS", "LV", "LANG",
    "LC_ALL", "LANGUAGE", "TZ", "PYTHONIOENCODING", "EDITOR", "SHELL", "XDG_CONFIG_HOME", "DUCKDB",
    "TTY_COMPATIBLE", "TTY_INTERACTIVE", "TYPER_USE_RICH", "RICH_THEME", "JUPYTER_COLUMNS", "PGPASSWORD", "CI",
)  # fmt: skip
_OF_OTHERS = ("", "0", "1", "-1", "80", "9" * 30, "x", "dumb", "xterm-256color", "cat", "false", "C", "zh_CN.GB18030",
              "Asia/Shanghai", "Nowhere/Nothing", "ascii:strict", "\x1b[31m", "\udcff", "苏州", "😀", "a" * 5000,
              )  # fmt: skip
_COMMANDS = (
    ["total"], ["deals", "-n", "3"], ["deals", "-f", "json", "-n", "2"], ["conferences", "-f", "csv"], ["cities"],
    ["total", "--by", "city", "-f", "markdown"], ["total", "--by", "year", "--chart"], ["report"],
    ["check", "Suzhou > Xiamen"],
    ["check", "total = 1", "-f", "json"], ["audit", "release.txt"], ["audit", "release.txt", "-f", "json"],
    ["total", "--data", "deals.csv"], ["deals", "--data", "deals.jsonl", "-f", "json"],
    ["data", "validate", "deals.csv"],
    ["data", "profile", "deals.csv"], ["data", "convert", "deals.csv", "out.json"], ["--help"], ["total", "--help"],
    ["data", "schema"], ["facts"], ["sources"], ["claims"], ["show", "suzhou"],
)  # fmt: skip


def make(chance: Random) -> Input:
    """Return a command and the variables that are set."""
    variables = {}
    for _ in range(chance.choice((1, 1, 2, 4))):
        if chance.random() < 0.6:
            variables[chance.choice(OWN)] = chance.choice((*VALUES, "city=Host;amount=Worth", "x;y\nz", "true"))
        else:
            variables[chance.choice(OTHERS)] = chance.choice(_OF_OTHERS)
    return Input(as_json({"command": chance.choice(_COMMANDS), "variables": variables}), ".json")


def judge(given: Input) -> None:
    """Run a command with variables, and again without those that are not of mycity."""
    write_files()
    asked = json.loads(given.content)
    command, variables = asked.get("command", []), asked.get("variables", {})
    found = ran(*command, variables=variables)
    require_sound(found, command)
    own = {name: value for name, value in variables.items() if name.startswith("MYCITY_")}
    if own == variables or "--help" in command or "out.json" in command or not command:
        return
    plain = ran(*command, variables=own)
    if (found.code, found.out) != (plain.code, plain.out):
        others = {name: value for name, value in variables.items() if name not in own}
        raise Failed(f"{found}: the result is another without {others}: {found.out[:200]!r}, {plain.out[:200]!r}")


TARGET = Target("environment", make, judge, fewer_items)
