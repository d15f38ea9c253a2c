"""How many statements a second `mycity check -` decides after start-up, and what each costs as there are more.

Whole processes that read standard input; the time of a process that checks one statement is taken off. A loop of plain
Python is timed beside it, so that figures from a machine whose speed drifts can be compared.
"""

from __future__ import annotations

import random
import subprocess
import time
from statistics import median

from benchmarks.measuring import MYCITY, compile_mycity, reference

CITIES = ("Suzhou", "Xiamen", "Dongguan", "苏州")


def main() -> None:
    """Print statements a second, and microseconds a statement for 100 to 100,000 of them."""
    compile_mycity()
    print("statements from standard input, each run paired with one of a single statement, which is taken off:")
    for count in (100, 1_000, 10_000, 100_000):
        # The fewer the statements, the more their time is lost beside that of the start-up.
        pairs = {100: 25, 1_000: 9, 10_000: 5}.get(count, 1)
        taken = median(timed(count) - timed(1) for _ in range(pairs))
        print(f"  {count:7,}  {taken / count * 1e6:6.0f} µs each   {count / taken:7,.0f} a second")
    print(f"  a loop of a million rounds of plain Python takes {reference() * 1000:.0f} ms here")


def statements(count: int) -> str:
    """Return statements, one a line: no two with the same figure, of the shapes that people write."""
    chance = random.Random(1)  # noqa: S311  # no secret
    return "\n".join(_statement(chance, number) for number in range(count)) + "\n"


def _statement(chance: random.Random, number: int) -> str:
    one, other = chance.sample(CITIES, 2)
    figure = f"{number // 100}.{number % 100:02}"
    shapes = (
        f"{one} > {other} + {figure} billion yuan",
        f"{one} / total > {figure}%",
        f"projects({one}, 2022) = {number}",
        f"total = about {figure} billion yuan",
        f"{one}+{other}<{figure}亿元",
        f"amount(city={one}, year=2022) >= {figure} million",
    )
    return shapes[number % len(shapes)]


def timed(count: int) -> float:
    """Return the seconds that a process takes to check so many statements."""
    text = statements(count).encode()
    start = time.perf_counter()
    subprocess.run([MYCITY, "check", "-"], input=text, capture_output=True, check=False)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
