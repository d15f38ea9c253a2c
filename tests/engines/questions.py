"""What is asked of every table."""

from __future__ import annotations

Question = tuple[str, ...]

_BY = ("city", "year", "quarter", "month", "kind", "conference", "source", "promoter")

ANY: list[Question] = [
    ("total", "--format", "json"),
    ("total", "--by", "city", "--format", "json"),
    ("total", "--by", "city", "--as-written", "--format", "csv"),
    ("total", "--city", "苏州", "--format", "json"),
    ("total", "--min-amount", "1740.5 yuan"),
    ("total", "--max-amount", "1 billion yuan", "--columns", "amount,low,high,currency,without_amount"),
    ("deals", "--format", "json"),
    ("deals", "--sort", "-amount", "--limit", "3"),
    ("cities",),
    ("check", "total > 5 billion yuan", "signings() > 3", "amount(Suzhou) <= total"),
]
"""Questions to tables of which nothing is known but that they have cities and amounts."""

DATED: list[Question] = [
    ("total", "--by", "year", "--format", "json"),
    ("total", "--by", "quarter"),
    ("total", "--by", "month", "--format", "csv"),
    ("total", "--year", "2022", "--format", "json"),
    ("total", "--since", "2021-12-31", "--until", "2022-06"),
    ("deals", "--since", "2022-11-03", "--format", "jsonl"),
    ("deals", "--until", "2021-12-31", "--columns", "id,date,city"),
    ("total", "--by", "city,year", "--format", "json"),
    ("check", "amount(2022) > 1", "amount(since=2022-01) >= amount(2022)"),
]
"""Questions to tables with dates."""

FULL: list[Question] = [
    ("total",),
    ("total", "--city", "suzhou", "--city", "xiamen"),
    ("total", "--currency", "CNY"),
    ("total", "--measure", "signings", "--by", "city"),
    ("deals",),
    ("deals", "--city", "SUZHOU", "--min-amount", "0.01 yuan", "--format", "csv"),
    *(("total", "--by", by, "--format", "json") for by in _BY if by not in ("city", "year")),
    ("total", "--measure", "projects", "--format", "json"),
    ("total", "--measure", "projects", "--by", "city"),
    ("total", "--kind", "Investment"),
    ("total", "--conference", "expo", "--format", "json"),
    ("total", "--source", "PAPER"),
    ("total", "--promoter", "mianyang", "--by", "year"),
    ("total", "--currency", "USD"),
    ("total", "--min-amount", "1 million USD", "--year", "2022"),
    ("total", "--city", "Nowhere"),
    ("total", "--kind", "loan"),
    ("deals", "--kind", "memorandum", "--format", "csv"),
    ("total", "Suzhou", "2022"),
    ("deals", "苏州", "Investment", "--format", "csv"),
    ("total", "USD", "PAPER", "--by", "city"),
    ("conferences", "mianyang"),
    ("deals", "nowhere"),
    ("deals", "--format", "csv", "--columns", "id,projects_stated,stated,low,high"),
    ("deals", "--source", "site", "--since", "2022", "--format", "jsonl"),
    ("deals", "--currency", "USD", "--max-amount", "1 billion USD"),
    ("conferences",),
    ("conferences", "--format", "json"),
    ("conferences", "--city", "苏州", "--format", "csv"),
    ("sources",),
    ("check", "projects() < 100", "conferences() = 2", "Xiamen + Suzhou > Dongguan", "projects(Suzhou) > 20"),
    ("check", "amount(currency=CNY) - amount(Suzhou, currency=CNY) > amount(苏州, currency=CNY)"),
    ("check", "projects(Suzhou) / projects() > 20%", "amount(USD, year=2022) = 1 USD", "--format", "json"),
    ("check", "amount(since=2022-06, source=paper) > 1", "amount(min-amount=5 billion) > 0 yuan", "--as-stated"),
]
"""Questions to tables with all columns."""

NAMED: list[Question] = [
    *(("total", "--by", by, *how, "--format", "json")
      for by in ("conference", "kind", "source") for how in ((), ("--as-written",))),
    *(("total", "--city", name, "--format", "json") for name in
      ("suzhou", "MALAGA", "zurich", "xi'an", 'the "port"', "back\\slash", "100% town", "100_town", "trailing", "🏙️",
       "москва", "istanbul", "strasse", "wide", "semi;colon", "étude", "$1", ":colon", "𠮷野")),
    *(("deals", "--city", name, "--as-written", "--columns", "id,city") for name in
      ("Suzhou", "Málaga", "trailing ", "Istanbul", "back\\slash", "Москва")),
    ("total", "--where", "city=Malaga"), ("total", "--where", "kind=EXPO"), ("total", "--where", "city~100%"),
    ("total", "--kind", "éxpo"), ("conferences", "--format", "json"), ("conferences",), ("sources",),
    ("deals", "--sort", "city", "--columns", "id,city"), ("cities", "--as-written"),
]  # fmt: skip
"""Questions to the table of names."""


_DESPITE_BAD: list[Question] = [
    ("total", "--format", "json"),
    ("total", "--by", "city", "--format", "csv"),
    ("total", "--city", "苏州", "--min-amount", "7 yuan"),
    ("deals",),
    ("check", "total > 5 billion yuan", "signings() > 3", "amount(Suzhou) <= total"),
]


def questions(name: str, columns: dict[str, str]) -> list[Question]:
    """Return what is asked of a table."""
    if name.startswith("bad "):
        return [*((*each, "--skip-bad") for each in _DESPITE_BAD), ("total",), ("deals",)]
    found = list(ANY)
    if not name.startswith("money ") and "date" in columns:
        found += DATED
    if "promoter" in columns:
        found += FULL
    if name == "names":
        found += NAMED
    return found


def fewer(asked: list[Question], at: int) -> list[Question]:
    """Return what a slow engine is asked of its table of such a number: a few each, and over all tables everything."""
    return [question for place, question in enumerate(asked) if place % _SHARE == at % _SHARE]


_SHARE = 8
