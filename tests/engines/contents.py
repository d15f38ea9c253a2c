"""The tables that every engine is asked about: typed cells, texts as people write them, and what engines trip over."""

from __future__ import annotations

from engines.content import Content, numbered

_CITIES = ["Suzhou", "苏州", "Xiamen", "Dongguan", "Xi'an", "Nowhere-on-Sea", "Chengdu"]


def _numbers() -> Content:
    columns = {
        "date": "date", "city": "text", "promoter": "text", "conference": "text", "kind": "text", "partner": "text",
        "projects": "integer", "amount": "decimal(18,2)", "currency": "text", "source": "text",
    }  # fmt: skip
    amounts = ["52563000000.00", "1740.50", "0.00", "12.25", "9999999999999999.99", None, "26800000000.00"]
    rows = [
        (
            None if at % 11 == 7 else f"{2018 + at % 6}-{1 + at % 12:02}-{1 + at % 28:02}",
            _CITIES[at % 7],
            [None, "Mianyang", "Suzhou"][at % 3],
            [None, "Expo", "Fair 2", "苏州大会"][at % 4],
            [None, "investment", "memorandum"][(at // 2) % 3],
            ["Dongguan", None][at % 2],
            [None, "0", "7", "30", "1200"][at % 5],
            amounts[(at * 3) % 7],
            ["CNY", "CNY", "USD"][(at // 3) % 3],
            ["paper", None, "site"][at % 3],
        )
        for at in range(40)
    ]
    return numbered(columns, rows)


def _texts() -> Content:
    columns = {
        "date": "text", "city": "text", "promoter": "text", "conference": "text", "kind": "text",
        "projects": "text", "amount": "text", "source": "text",
    }  # fmt: skip
    amounts = [
        "52.563 billion yuan", "约930亿元", "$1,740", "US$1.5 million", "12万美元", "over 5 billion yuan", "近40亿元",
        "none", None, "100余万元", "up to 7 yuan", "1亿2000万元", "1,234.50 yuan", "0012 yuan", " 5 yuan ", "至少8亿元",
        "about 500 million USD", "40亿元以上",
    ]  # fmt: skip
    dates = ["2022-11-03", "2022-11", "2022", "2021/2022", "../2018-04", None, "2022-06-15", "0001-01-01"]
    projects = ["30", "about 30", "more than 500", None, "30 projects", "7个项目", "007", "0"]
    rows = [
        (
            dates[at % 8],
            [*_CITIES, " Suzhou "][at % 8],
            [None, "Mianyang"][at % 2],
            [None, "Expo", "Fair 2"][at % 3],
            [None, "investment", "memorandum"][at % 3],
            projects[(at * 3) % 8],
            amounts[at % 18],
            ["paper", "site", None][at % 3],
        )
        for at in range(36)
    ]
    return numbered(columns, rows)


NAMES = [
    "Suzhou", "SUZHOU", "suzhou", "Sūzhōu", "苏州", "蘇州", "Malaga", "Málaga", "MÁLAGA", "Zürich", "Zurich", "Straße",
    "Strasse", "Αθήνα", "Москва", "москва", "القاهرة", "서울", "東京", "İstanbul", "Istanbul", "istanbul", "ıstanbul",
    "Xi'an", "Xi’an", 'The "Port"', "back\\slash", "back\\\\slash", "100% Town", "100_Town", "semi;colon", "a -- b",
    "two  spaces", "trailing", "trailing ", "trailing  ", " leading", "tab\tbed", "🏙️ Emoji", "🏙️", "𠮷野", "Ｗｉｄｅ",
    "Wide", "{brace}", ":colon", "$1", "?mark", "Æther", "Aether", "Œuvre", "ﬁne", "fine", "e\u0301tude", "étude",
    "NULL", "null", "0", "12", "-", "café\u00a0bar",
]  # fmt: skip
"""Names that engines merge, cut, escape or reorder."""


def _names() -> Content:
    columns = {"city": "text", "conference": "text", "kind": "text", "source": "text", "amount": "integer",
               "currency": "text"}  # fmt: skip
    rows: list[tuple[str | None, ...]] = [
        (
            name,
            NAMES[(at * 7 + 3) % len(NAMES)] if at % 4 else None,
            ["Expo", "EXPO", "expo ", "Éxpo", None, ""][at % 6],
            NAMES[(at * 11 + 5) % len(NAMES)] if at % 3 else "",
            str(1 << (at % 60)),
            "CNY",
        )
        for at, name in enumerate(NAMES)
    ]
    return numbered(columns, rows)


def _money(kind: str, cells: list[str | None]) -> Content:
    columns = {"date": "date", "city": "text", "amount": kind, "currency": "text"}
    rows = [(f"202{at % 4}-0{1 + at % 9}-1{at % 10}", _CITIES[at % 3], cell, "CNY") for at, cell in enumerate(cells)]
    return numbered(columns, rows)


_NINES = "9" * 36
DECIMALS: dict[str, list[str | None]] = {
    "decimal(38,2)": [f"{_NINES}.99", "1740.50", "0.00", "0.10", None, f"{_NINES}.98", "1" + "0" * 35 + ".00"],
    "decimal(38,0)": ["9" * 38, "1", None, "9" * 18, "9" * 19, "9223372036854775807", "9223372036854775808"],
    "decimal(38,10)": ["0.0000000001", "1234567.9000000000", "9" * 28 + ".9999999999", "0.1000000000", None],
    "decimal(18,4)": ["99999999999999.9999", "1740.5000", "0.0001", None, "99999999999999.9999", "12.0000"],
    "decimal(19,0)": ["9999999999999999999", "9999999999999999999", "0", None],
    "integer": ["9223372036854775807", "9223372036854775807", "0", "-0", None, "1740"],
    "double": ["0.1", "0.2", "1e15", "1234567.9", "1e16", "1.5e22", "0.0000001", "123456789012345.6", None, "40"],
}
"""Amounts by the kind of their column."""

NEGATIVE: dict[str, list[str | None]] = {
    "decimal(18,2)": ["-5.00", "7.00", "-0.50", None, "1740.50"],
    "integer": ["-5", "7", "-9223372036854775807", None],
    "double": ["-0.1", "7", "-1e20", None],
    "text": ["-5 yuan", "7 yuan", "Infinity", "5 apples", "1.2.3", "12%", None, "30 projects", "5 yuan USD"],
}
"""Amounts of which some are none."""

_MIDNIGHTS = ["2022-11-03", "2021-12-31", "2022-01-01", "2020-02-29", "2022-06-30", None, "2000-01-01"]


def _days(kind: str, times: list[str]) -> Content:
    cells = [None if day is None else f"{day}{times[at % len(times)]}" for at, day in enumerate(_MIDNIGHTS * 3)]
    columns = {"date": kind, "city": "text", "projects": "integer", "amount": "integer", "currency": "text"}
    rows = [(cell, _CITIES[at % 3], str(at), str(1000 + at), "CNY") for at, cell in enumerate(cells)]
    return numbered(columns, rows)


CONTENTS: dict[str, Content] = {
    "numbers": _numbers(),
    "texts": _texts(),
    "names": _names(),
    **{f"money {kind}": _money(kind, cells) for kind, cells in DECIMALS.items()},
    "days": _days("date", [""]),
    "moments": _days("timestamp", [" 00:00:00", " 23:59:59", " 00:00:01", " 12:00:00"]),
    "zoned": _days("timestamptz", [" 00:00:00+00:00", " 23:30:00-02:00", " 00:30:00+08:00", " 23:59:59+00:00"]),
}
"""The tables, by name."""

BAD: dict[str, Content] = {f"bad {kind}": _money(kind, cells) for kind, cells in NEGATIVE.items()}
"""Tables with rows that are none, by name: they are asked about with --skip-bad, and refused without."""
