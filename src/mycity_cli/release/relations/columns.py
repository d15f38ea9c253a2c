"""The column of a table that says what share of the total each row is."""

from __future__ import annotations

from mycity_cli.release.figures.units import is_row
from mycity_cli.release.findings import Kind
from mycity_cli.release.items import Items
from mycity_cli.release.reading import Reading
from mycity_cli.release.relations.share_words import Totals

_LEAST = 2
"""How many rows have to agree with a measure before a share is taken to be of that one."""


def shares_in_rows(reading: Reading, items: Items, totals: Totals) -> dict[int, tuple[int, int]]:
    """Return the part and the whole of each percentage of a table whose rows add up, in the measure that it is of.

    That is the one measure with which all the shares agree, or all but one: of what no share agrees with none is said.
    """
    tables: dict[int, list[tuple[int, int]]] = {}
    for percent, mention in enumerate(reading.mentions):
        if mention.kind is not Kind.PERCENT or not _in_row(reading, percent):
            continue
        for part in (n for n in totals.of if reading.mentions[n].sentence == mention.sentence and n in items.of):
            tables.setdefault(totals.of[part], []).append((percent, part))
    fitting = {}
    for whole, rows in tables.items():
        agreeing = [percent for percent, part in rows if _agrees(reading, percent, part, whole)]
        alone = len({percent for percent, _ in rows}) == len(rows)
        if alone and len(agreeing) >= max(_LEAST, len(rows) - 1):
            fitting[whole] = rows
    found: dict[int, tuple[int, int]] = {}
    for whole, rows in fitting.items():
        if not found.keys() & {percent for percent, _ in rows}:
            found.update({percent: (part, whole) for percent, part in rows})
    return found


def _in_row(reading: Reading, number: int) -> bool:
    sentence = reading.sentence(number)
    return is_row(reading.release.text[sentence.start : sentence.end])


def _agrees(reading: Reading, percent: int, part: int, whole: int) -> bool:
    quotient = reading.quotient(part, whole)
    return quotient is not None and quotient.meets(reading.mentions[percent].figure.interval)
