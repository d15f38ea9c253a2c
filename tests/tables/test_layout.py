"""Where the header and the rows of a table are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.errors import DataError, UsageError
from mycity_cli.formats import FileFormat
from mycity_cli.tables.layout import TOO_FEW, TOO_MANY, Range, laid_out
from mycity_cli.tables.settings import Layout
from mycity_cli.tables.sheet import Cell, Line, Origin, RawRow, Sheet
from mycity_cli.tables.sources.delimited import rows_of_text

HELP = "help: --header-row says which row names the columns; a table needs one"


def of_text(text: str, options: Layout | None = None) -> Sheet:
    return laid_out(rows_of_text(text, FileFormat.CSV)[0], "a.csv", Origin.TEXT, options or Layout())


def of_cells(*rows: list[Cell], options: Layout | None = None, merged: Sequence[Range] = ()) -> Sheet:
    raw = [RawRow(row) for row in rows]
    return laid_out(raw, "a.xlsx", Origin.EXCEL, options or Layout(), merged=merged)


def found_at(row: int) -> str:
    return f"the header is row {row} of a.csv, and rows are counted below it; --header-row decides"


def test_a_plain_table() -> None:
    assert of_text("City,Amount\nA,10\n\n,\nB,20\n\n") == Sheet(
        "a.csv", Origin.TEXT, ("City", "Amount"), [Line(1, ["A", "10"], 2), Line(4, ["B", "20"], 5)]
    )


def test_names_are_trimmed_and_duplicates_kept() -> None:
    text = 'City ,"Amount\r\n(USD  mn)",\u3000Date\u3000,City\nA,1,2023-01-05,B\n'
    assert of_text(text).columns == ("City", "Amount (USD mn)", "Date", "City")


def test_rows_of_another_width_are_told() -> None:
    assert of_text("City,Amount,Note,\nA,10\nB,1,x\nC,1,x,,\nD,1,x,,y\nE,1,x,y\n") == Sheet(
        "a.csv",
        Origin.TEXT,
        ("City", "Amount", "Note", ""),
        [
            Line(1, (), 2, TOO_FEW),
            Line(2, ["B", "1", "x", ""], 3),
            Line(3, ["C", "1", "x", ""], 4),
            Line(4, (), 5, TOO_MANY),
            Line(5, ["E", "1", "x", "y"], 6),
        ],
    )


def test_columns_without_names_and_cells_are_dropped() -> None:
    assert of_text(",City,,Amount,\n,A,,10,\n,B,,20,\n") == Sheet(
        "a.csv", Origin.TEXT, ("City", "Amount"), [Line(1, ["A", "10"], 2), Line(2, ["B", "20"], 3)]
    )
    assert of_text(",City,Amount\n0,A,10\n1,B,20\n").columns == ("", "City", "Amount")


@pytest.mark.parametrize(
    ("text", "row", "titles"),
    [
        (
            "Foreign investment deals 2023,\n(USD million),\nCity,Amount\nA,10\nB,20\n",
            3,
            ("Foreign investment deals 2023", "(USD million)"),
        ),
        (
            '"Deals, 2023"\nas of 1 May 2023\n\nCity,Amount,Year\nA,10,2020\n',
            4,
            ("Deals, 2023", "as of 1 May 2023"),
        ),
        (
            "重点项目签约情况表,,,\n,,,单位：亿元\n序号,项目,城市,投资额\n1,甲,绵阳,10\n2,乙,德阳,5\n",
            3,
            ("重点项目签约情况表", "单位：亿元"),
        ),
        ("重点项目,,单位：亿元\n项目,城市,投资额\n甲,绵阳,10\n乙,德阳,5\n", 2, ("重点项目", "单位：亿元")),
        (
            "Report,Deals\nDate,2023-01-01\n\nCity,Amount,Currency\nA,10,USD\nB,5,USD\n",
            4,
            ("Report", "Deals", "Date", "2023-01-01"),
        ),
        ("Deals 2023,Deals 2023,Deals 2023\nCity,Amount,Year\nA,10,2020\n", 2, ("Deals 2023",)),
        ("截至2023年底,单位：万元\n城市,金额\n绵阳,5\n德阳,7\n", 2, ("截至2023年底", "单位：万元")),
        ("Deals\nCity,Amount\n", 2, ("Deals",)),
        ("Deals of merged cities\nCity,Amount\nA,10\n,20\n,30\n,40\nB,50\n,60\n", 2, ("Deals of merged cities",)),
    ],
)
def test_titles_are_told_from_the_header(text: str, row: int, titles: tuple[str, ...]) -> None:
    found = of_text(text)
    assert (found.titles, found.notes) == (titles, (found_at(row),))
    assert found.columns == tuple(cell.strip() for cell in text.split("\n")[row - 1].split(","))


@pytest.mark.parametrize(
    "text",
    [
        "City,Amount\nA,10\n",
        "City\nA\nB\n",
        "City,Deal\nA,x\nB,y\n",
        "City,Amount,Partner,Note,Source\nA,10,,,\nB,20,,,\n",
        "City,Amount\nA,\nB,\n",
        "Country,Code,2019,2020,2021\nA,AA,1,2,3\nB,BB,4,5,6\n",
        "City,2023\nA,10\nB,20\n",
        "Year,Amount (2021 USD),% share\n2005,3,1%\n",
        "City,Amount\nA,undisclosed\nB,10\n",
        "City:,Note:\nA,undisclosed\nB,10\n",
        "id,city,amount,currency\n",
    ],
)
def test_the_first_row_is_the_header_without_a_note(text: str) -> None:
    found = of_text(text)
    assert found.columns == tuple(text.split("\n", maxsplit=1)[0].split(","))
    assert (found.titles, found.notes) == ((), ())
    assert len(found.lines) == text.count("\n") - 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Suzhou,$10 million\nWuxi,$3 million\n",
            f"has no header that can be told: row 1 holds '$10 million', which names no column\n{HELP}",
        ),
        (
            "Suzhou,2022\nWuxi,2021\n",
            f"has no header that can be told: row 1 holds '2022', which names no column\n{HELP}",
        ),
        ("绵阳,10亿元\n", f"has no header that can be told: row 1 holds '10亿元', which names no column\n{HELP}"),
        (
            "2022-11-03,Suzhou,Chips\n2022-11-04,Wuxi,Cars\n",
            f"has no header that can be told: row 1 holds '2022-11-03', which names no column\n{HELP}",
        ),
        (
            "City,Investment,,Jobs\n,Planned,Actual,\nA,1,2,3\n",
            "its header has two rows, 1 and 2\nhelp: --header-row 2 takes the names of the lower one",
        ),
        (
            "Alpha,,Beta\nCity,Deal,Amount\nA,x,1\nB,y,2\n",
            "has a header in row 1, or in row 2\nhelp: --header-row 2 takes the names of the lower one",
        ),
        ("\n,\n", "has no header line\nhelp: the first line names the columns: city,amount"),
    ],
)  # fmt: skip
def test_a_header_that_cannot_be_told_is_asked_for(text: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        of_text(text)
    assert str(raised.value) == f"error: a.csv: {message}"


def test_the_option_decides() -> None:
    text = "x,y\n\nSuzhou,10\nWuxi,20\n"
    assert of_text(text, Layout(header_row=3)) == Sheet(
        "a.csv", Origin.TEXT, ("Suzhou", "10"), [Line(1, ["Wuxi", "20"], 4)], ("x", "y")
    )


def test_the_lower_of_two_header_rows_takes_what_only_the_upper_names() -> None:
    text = "City,Investment,,Jobs\n,Planned,Actual,\nA,1,2,3\n"
    assert of_text(text, Layout(header_row=2)) == Sheet(
        "a.csv",
        Origin.TEXT,
        ("City", "Planned", "Actual", "Jobs"),
        [Line(1, ["A", "1", "2", "3"], 3)],
        ("City", "Investment", "Jobs"),
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (0, "a.csv has 3 rows, and no row 0"),
        (4, "a.csv has 3 rows, and no row 4"),
        (2, "row 2 of a.csv is blank"),
        (3, "row 3 of a.csv has a quotation mark without its partner"),
    ],
)
def test_a_row_that_can_be_no_header_is_told(row: int, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        of_text('City,Amount\n\n"A,1\n', Layout(header_row=row))
    assert str(raised.value) == f"error: --header-row: {message}"


def test_merged_names_are_those_of_all_their_columns() -> None:
    rows: list[list[Cell]] = [
        ["Deals 2023", "", "", ""],
        ["City", "Amount", "", ""],
        ["", "planned", "actual", "Date"],
        ["A", 1, Decimal("2.5"), ""],
    ]
    merged = (((0, 0), (0, 3)), ((1, 0), (2, 0)), ((1, 1), (1, 2)))
    assert of_cells(*rows, merged=merged) == Sheet(
        "a.xlsx",
        Origin.EXCEL,
        ("City", "planned", "actual", "Date"),
        [Line(1, ["A", 1, Decimal("2.5"), ""])],
        ("Deals 2023", "City", "Amount"),
        ("the header is row 3 of a.xlsx, and rows are counted below it; --header-row decides",),
    )
    assert of_cells(["City", "Amount", ""], ["A", 1, "USD"], merged=(((0, 1), (0, 2)),)).columns == (
        "City",
        "Amount",
        "Amount",
    )


def test_rows_of_spreadsheets_have_no_width() -> None:
    assert of_cells(["City", 2019], ["A"], [None, None], ["B", 5, "x"]) == Sheet(
        "a.xlsx", Origin.EXCEL, ("City", "2019", ""), [Line(1, ["A", None, None]), Line(3, ["B", 5, "x"])]
    )


TABLE = "City,Amount,Note\nA,10,x\nB,20,y\n"


@pytest.mark.parametrize(
    ("below", "note"),
    [
        ("\nSource: Ministry of Commerce\n", "row 5 of a.csv, 'Source: Ministry of Commerce'"),
        ("Source: Ministry of Commerce, 2023, own work\n", "row 4 of a.csv, 'Source: Ministry of Commerce'"),
        ("注：数据截至2023年底,,\n填表人：办公室,,\n", "2 rows from row 4 of a.csv on, '注：数据截至2023年底'"),
        ("注：1美元=7.2元,,\n", "row 4 of a.csv, '注：1美元=7.2元'"),
        ("*preliminary\n", "row 4 of a.csv, '*preliminary'"),
        ("\nPrepared by the office\nfor the council\n", "2 rows from row 5 of a.csv on, 'Prepared by the office'"),
        (
            "The figures are those that were stated when the deals were signed\n",
            "row 4 of a.csv, 'The figures are those that were stated w…'",
        ),
        ("\n\nOffice of Investment,,\n", "row 6 of a.csv, 'Office of Investment'"),
    ],
)
def test_remarks_below_are_left_out_and_quoted(below: str, note: str) -> None:
    found = of_text(TABLE + below)
    assert list(found.lines) == [Line(1, ["A", "10", "x"], 2), Line(2, ["B", "20", "y"], 3)]
    assert found.notes == (f"left out below the table: {note}",)


@pytest.mark.parametrize(
    ("below", "line"),
    [
        ("Total,30,\n", Line(3, ["Total", "30", ""], 4)),
        ("合计,,\n", Line(3, ["合计", "", ""], 4)),
        ("\nTotal: 30 million USD,,\n", Line(4, ["Total: 30 million USD", "", ""], 5)),
        ("Suzhou,,\n", Line(3, ["Suzhou", "", ""], 4)),
        ("\nA,,\n", Line(4, ["A", "", ""], 5)),
        ("Suzhou\n", Line(3, (), 4, TOO_FEW)),
        ("Source: x,5 million USD,\n", Line(3, ["Source: x", "5 million USD", ""], 4)),
        (",,Source: x\nC,5,\n", Line(3, ["", "", "Source: x"], 4)),
    ],
)
def test_what_may_be_a_row_is_not_left_out(below: str, line: Line) -> None:
    found = of_text(TABLE + below)
    assert (found.lines[2], found.notes) == (line, ())


CELL = st.sampled_from(["", "A", "10", "x y", "Source: z", "$5 million", "2022", "注：甲", " "])


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8))
def test_every_filled_row_is_a_line_or_in_a_note(body: list[list[str]]) -> None:
    rows = [RawRow(["City", "Amount", "Note"], 1), *(RawRow(cells, at) for at, cells in enumerate(body, start=2))]
    found = laid_out(rows, "a.csv", Origin.TEXT, Layout(header_row=1))
    filled = [row.line for row in rows[1:] if any(str(cell).strip() for cell in row.cells)]
    lines = [line.line for line in found.lines]
    left_out = filled[len(lines) :]
    assert lines == filled[: len(lines)]
    assert bool(left_out) == bool(found.notes)
    assert not any("$5 million" in rows[(at or 1) - 1].cells for at in left_out)


def test_a_day_below_a_remark_belongs_to_it() -> None:
    found = of_text("城市,金额\n成都,1亿元\n制表：投促局,\n2023年12月31日,\n")
    assert [line.cells for line in found.lines] == [["成都", "1亿元"]]
    assert len(of_text("day,amount\n2023-01-01,1亿元\n2023-01-02,\n").lines) == 2
