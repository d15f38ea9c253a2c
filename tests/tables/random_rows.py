"""Tables as people write them, made at random, and the commands to ask them with."""

from __future__ import annotations

from hypothesis import strategies as st

from tables import oracle
from tables.oracle import Cells

NUMBERS = ["7", "0", "40", "1,740", "12.50", "0.25", "1,234.50", "52563000000", "0012", "007.10", "999999999999999999"]
ENGLISH = [
    "{} billion yuan",
    "${}",
    "US${} million",
    "{} CNY",
    "USD {}",
    "about {} billion yuan",
    "over {} yuan",
    "{} yuan",
]
CHINESE = [
    "{}亿元",
    "约{}亿元",
    "{}万美元",
    "{}余万元",
    "近{}亿元",
    "{}多亿元",
    "超{}亿元",
    "至少{}元",
    "up to {} yuan",
    "{}亿元以上",
]
BAD = [
    "-5 yuan",
    "Infinity",
    "5 apples",
    "1.2.3",
    "12%",
    "30 projects",
    "5.",
    ".5",
    "9" * 10_000,
    "5 yuan USD",
]

amounts = st.one_of(
    st.none(),
    st.builds(str.format, st.sampled_from([*ENGLISH, *CHINESE]), st.sampled_from(NUMBERS)),
    st.sampled_from(NUMBERS),
    st.sampled_from(["none", " none "]),
    st.sampled_from(["  ", "", "18 billion 180 million yuan", "1亿2000万元", "half a billion yuan", " 5 yuan "]),
)
dates = st.sampled_from([None, "2022-11-03", "2022-06-15", "2022-11", "2022", "2021/2022", "../2018-04", "0001-01-01"])
projects = st.sampled_from([None, "0", "30", "about 30", "more than 500", "30 projects", "7个项目", "3.0", "007"])


@st.composite
def rows(draw: st.DrawFn, *, bad: bool = False) -> list[Cells]:
    """Build the rows of a table, of which some may be bad."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        cells: Cells = {
            "id": draw(st.sampled_from([None, f"s{number}"])),
            "date": draw(dates),
            "city": draw(st.sampled_from(["Suzhou", "Xiamen", "苏州", "Xi'an", " Suzhou "])),
            "promoter": draw(st.sampled_from([None, "Mianyang", "Suzhou"])),
            "conference": draw(st.sampled_from([None, "Expo", "Fair 2"])),
            "kind": draw(st.sampled_from([None, "investment", "memorandum"])),
            "partner": draw(st.sampled_from([None, "Dongguan"])),
            "projects": draw(projects),
            "amount": draw(amounts),
            "currency": draw(st.sampled_from([None, "CNY", "CNY", "USD"])),
            "source": draw(st.sampled_from([None, "paper", "site"])),
        }
        if cells["amount"] is not None and oracle.signing(1, cells) is None:
            # A bare number without a currency, or a currency beside another one, makes a bad row.
            cells |= {
                "amount": cells["amount"].strip() + " yuan" if cells["amount"].strip() in NUMBERS else cells["amount"],
                "currency": None,
            }
        if bad and draw(st.booleans()):
            column, wrong = draw(
                st.sampled_from(
                    [
                        *(("amount", text) for text in BAD),
                        ("projects", "many"),
                        ("city", None),
                        ("projects", "-1"),
                        ("projects", "2.5"),
                    ]
                )
            )
            cells[column] = wrong
        found.append(cells)
    return found


FILTERS = [
    [], ["--city", "suzhou"], ["--city", "Xi’an", "--city", "苏州"], ["--promoter", "mianyang"],
    ["--kind", "Investment"],
    ["--conference", "expo"], ["--source", "PAPER"], ["--year", "2022"], ["--since", "2022-07"], ["--until", "2018-04"],
    ["--min-amount", "5 billion"], ["--max-amount", "1 billion yuan"], ["--currency", "USD"], ["--currency", "元"],
    ["--min-amount", "12.5"], ["--max-amount", "7 billion yuan"], ["--min-amount", "7.1 million"],
    ["--min-amount", "0.01 yuan", "--max-amount", "1,740"], ["--max-amount", "40 yuan", "--city", "Suzhou"],
    ["--min-amount", "1 million USD", "--year", "2022"], ["--city", "Nowhere"],
    ["--kind", "loan"],
    ["suzhou"], ["mianyang"], ["2022", "investment"], ["USD"], ["expo", "PAPER"], ["suz"], ["nowhere"],
]  # fmt: skip
COMMANDS = [
    ["total"], ["total", "--measure", "projects"], ["total", "--format", "json"],
    ["total", "--columns", "amount,low,high,currency,without_amount,sources"],
    *(["total", "--by", by, "--format", "json"]
      for by in ("city", "promoter", "year", "quarter", "month", "kind", "conference", "source")),
    ["total", "--by", "city", "--measure", "signings", "--format", "csv"],
    ["deals"], ["deals", "--format", "json"],
    ["deals", "--format", "csv", "--columns", "id,projects_stated,stated,low,high"],
    ["deals", "--sort", "-amount", "--limit", "3"], ["conferences", "--format", "json"], ["conferences"],
]  # fmt: skip
WHOLE = [
    ["cities"],
    ["sources"],
    ["check", "total > 5 billion yuan", "projects() < 100", "signings() = 3", "conferences() = 1", "amount(2022) > 1"],
    ["check", "amount(currency=CNY) - amount(Suzhou, currency=CNY) > amount(苏州, currency=CNY)", "projects > 1"],
    ["check", "projects(Suzhou) / projects() > 20%", "amount(USD, year=2022) = 1 USD", "Xiamen + Suzhou > Nowhere"],
    ["check", "amount(since=2022-06, source=paper) > 1", "amount(min-amount=5 billion) > 0 yuan", "--format", "json"],
    [
        "check",
        "total = amount(currency=CNY) + amount(currency=USD)",
        "total > 1 USD",
        "--as-stated",
        "--format",
        "json",
    ],
    ["check", "amount(currency=CNY) > 2 * amount(Suzhou, currency=CNY)", "--as-stated", "--format", "json"],
    ["check", "projects(kind=investment) < projects(until=2022)", "--tolerance", "5%", "--format", "csv"],
]
