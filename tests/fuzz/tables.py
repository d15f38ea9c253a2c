"""Mutated tables: no traceback, only documented exit codes, and the total that the rows have by themselves.

Run alone, `python tests/fuzz/tables.py --runs 5000` goes on from a seed of its own; the tests run a few dozen.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from mycity_cli.errors import MycityError
from mycity_cli.query import Measure, Selection
from mycity_cli.query import total as total_of
from mycity_cli.tables.opening import open_table
from mycity_cli.tables.settings import Settings
from tables import oracle

CODES = {2, 3}
AMOUNTS = [
    "52.563 billion yuan",
    "$1,740",
    "约930亿元",
    "7",
    "12.50",
    "",
    "over 5 million USD",
    "1亿2000万元",
    "1,234.50",
]
DATES = ["2022-11-03", "2022-11", "../2018-04", "2021/2022", ""]
PIECES = [
    "\x1b[31m",
    "\x00",
    "，",
    "０",
    "亿",
    "-",
    "e9",
    ".",
    ",",
    " ",
    "9" * 70,
    "NaN",
    "%",
    "'",
    '"',
    "\n",
    "\u202e",
    "yuan",
    "$",
]


def mutated(text: str, chance: random.Random) -> str:
    """Return a text with pieces of it taken out, doubled, or strange ones put in."""
    for _ in range(chance.choice([0, 0, 0, 1, 2])):
        at = chance.randint(0, len(text))
        match chance.randint(0, 2):
            case 0:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randint(1, 3) :]
            case _:
                text = text[:at] + text[:at][-3:] + text[at:]
    return text


def rows(chance: random.Random) -> list[oracle.Cells]:
    """Return a table of a few rows."""
    choices = {
        "city": ["Suzhou", "苏州", "Xi'an"], "amount": AMOUNTS, "date": DATES, "currency": ["CNY", "USD", "", "元"],
        "projects": ["30", "about 30", "", "7个项目"], "source": ["paper", ""],
    }  # fmt: skip
    return [
        {name: mutated(chance.choice(texts), chance) for name, texts in choices.items()}
        for _ in range(chance.randint(1, 8))
    ]


def run(seed: int, folder: Path) -> str:
    """Put one table to mycity; return `same` or `refused`. Raises AssertionError where anything else comes of it."""
    chance = random.Random(seed)  # noqa: S311  # the same tables for the same seed
    cells = rows(chance)
    path = folder / f"t{seed}{chance.choice(['.csv', '.tsv', '.jsonl'])}"
    write = oracle.write_json_lines if path.suffix == ".jsonl" else oracle.write_csv
    write(path, cells, list(cells[0]))
    expected = oracle.dataset(cells)
    try:
        with open_table(str(path), {}, Settings(skip_bad=True)) as engine:
            found = engine.totals(Selection(), None, Measure.AMOUNT)
            shown = [(row.currency, row.signings, row.amount, row.projects) for row in found.overall]
    except MycityError as error:
        if error.exit_code not in CODES:
            raise
        return "refused"
    finally:
        path.unlink()
    truth = [(row.currency, row.signings, row.amount, row.projects) for row in total_of(expected, expected.signings)]
    assert shown == truth, f"seed {seed}: {shown} is not {truth} for {cells}"
    return "same"


def main() -> None:
    """Run many tables and say what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    outcomes: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.runs):
            outcome = run(seed, Path(folder))
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
    sys.stdout.write(f"{outcomes}\n")


if __name__ == "__main__":
    main()
