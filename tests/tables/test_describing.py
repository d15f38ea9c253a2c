"""A saved reading reads a table as it was read when it was written, whatever was found out, and whatever was given."""

from __future__ import annotations

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.cli.data.profile import _given, _reading
from mycity_cli.cli.defaults import said_of
from mycity_cli.cli.opening import settings_said
from mycity_cli.cli.table_options import Tables
from mycity_cli.errors import MycityError
from mycity_cli.tables.describing import described, quoted
from mycity_cli.tables.rows import TableRows

CITIES = st.sampled_from(["Suzhou", "苏州", "Roma", "", "Total", "合计", "München"])
AMOUNTS = st.sampled_from(
    ["5", "1.5", "1,5", "1.500", "2,000", "1.234,5", "1,234.5", "5 million USD", "3亿元", "n/a", "-", "", "x", "(4)"]
)
DATES = st.sampled_from(["3/4/2022", "13/4/2022", "4/13/2022", "2022-11-03", "2022", "", "soon"])
COUNTS = st.sampled_from(["1", "1.500", "1,500", "12", "", "-"])
HEADERS = {
    "city": ["city", "Host City", "城市", "Deal"],
    "amount": ["amount", "Amount (USD mn)", "投资额（亿元）", "Value", "Importo", "金额"],
    "date": ["date", "Signed on", "日期", "Date (DD/MM/YYYY)"],
    "projects": ["projects", "项目数", "Deals"],
    "note": ["note", "备注", "Status"],
}
OPTIONS = st.sampled_from(
    [
        {},
        {"amount_unit": "million USD"},
        {"decimal": ","},
        {"date_order": "dmy", "fill": ["city"]},
        {"missing": ["x"], "keep_totals": True},
        {"negative": "allow", "max_bad": "50%", "as_written": True, "map": ["note="]},
    ]
)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Return a table as people keep them."""
    headers = [draw(st.sampled_from(names)) for names in HEADERS.values()]
    separator = draw(st.sampled_from([";", "\t"]))
    cells = st.tuples(CITIES, AMOUNTS, DATES, COUNTS, st.sampled_from(["ok", "", "done"]))
    lines = [headers, *draw(st.lists(cells, min_size=1, max_size=5))]
    titles = draw(st.sampled_from(["", "Deals\n\n", "单位：亿元\n", "(USD million)\n"]))
    text = titles + "".join(separator.join(line) + "\n" for line in lines)
    encoding = draw(st.sampled_from(["utf-8", "gb18030", "utf-16"]))
    return text.encode(encoding, errors="replace")


def rows_of(path: Path, given: Tables) -> tuple[object, str]:
    """Return what the rows of a table say, or the error for why they cannot be read, and its saved reading."""
    said = said_of(given, str(path), beside=False)
    reading = _reading(str(path), said, _given(said, str(path), None))
    text = "".join(f"{line}\n" for line in described(reading))
    rows = reading.rows
    if not isinstance(rows, TableRows):
        assert isinstance(rows, MycityError)
        return str(rows), text
    bad = [(row.row, [(error.column, error.code) for error in row.errors()]) for row in rows.bad]
    return (rows.good, bad, rows.skipped, rows.notes), text


@given(tables(), OPTIONS)
def test_a_table_is_read_as_it_was(content: bytes, options: dict[str, object]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(content)
        try:
            expected, text = rows_of(path, Tables(**options))  # type: ignore[arg-type]
        except MycityError:
            return  # no table, or one to which the options do not belong
        saved = Path(folder) / "t.mycity.toml"
        saved.write_text(text, encoding="utf-8")
        found, again = rows_of(path, Tables(profile=str(saved)))
        assert found == expected, text
        third = Path(folder) / "third.toml"
        third.write_text(again, encoding="utf-8")
        assert settings_said(said_of(Tables(profile=str(third)), None)).layout == (
            settings_said(said_of(Tables(profile=str(saved)), None)).layout
        )


@given(st.text())
def test_a_text_in_quotes_is_that_text(text: str) -> None:
    assert tomllib.loads(f"x = {quoted(text)}") == {"x": text}
    assert quoted(text).isprintable()
