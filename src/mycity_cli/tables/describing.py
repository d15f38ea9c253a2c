"""What was found out of a table, written as a saved reading: settings that read it the same again, and remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mycity_cli.errors import DataError, MycityError, visible
from mycity_cli.passwords import hidden_in
from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.location import is_table_file
from mycity_cli.tables.missing import Missing
from mycity_cli.tables.numbers import ENGLISH, Evidence, NumberStyle
from mycity_cli.tables.profile import Columns, Profile
from mycity_cli.tables.rows import TableRows
from mycity_cli.tables.saved import KEYS, Value, profile_beside
from mycity_cli.tables.settings import Settings
from mycity_cli.tables.sheet import Sheet, is_filled

_MOST_NAMES = 12

_NUMBERS = ("amount", "projects")


class Reading(NamedTuple):
    """A table, what was found out of it, what its rows say, or the error for why they cannot be read yet.

    `given` are the values of options that were given, by the names of options; `is_unit_used` says whether the unit of
    bare numbers belongs to any cell, and is None where that cannot be told yet.
    """

    sheet: Sheet
    profile: Profile
    settings: Settings
    rows: TableRows | MycityError
    given: dict[str, Value]
    is_unit_used: bool | None = None


class _Line(NamedTuple):
    """A setting with a remark behind it; one that `is_open` is a remark itself, to be chosen by whoever edits it."""

    value: Value
    remark: str = ""
    is_open: bool = False


def described(reading: Reading) -> Iterator[str]:
    """Yield the lines of a saved reading."""
    sheet = reading.sheet
    yield from _opening(sheet.name)
    yield from map(_remark, _found(reading))
    yield from ("", "[map]", *_map(reading))
    yield from ("", "[table]")
    lines = {**_of_file(reading), **_of_numbers(reading), **_of_days(reading)}
    unit = _unit(reading)
    lines |= {} if unit is None else {"amount-unit": unit}
    for key in KEYS:
        line = _Line(reading.given[key]) if key in reading.given and key not in lines else lines.get(key)
        yield _remark(_UNSET[key]) if line is None else _setting(key, line)


def described_sheets(name: str, titles: Sequence[str], given: dict[str, Value]) -> Iterator[str]:
    """Yield the lines of a saved reading of a workbook in which several sheets could be the table."""
    yield from _opening(name)
    yield _remark("several sheets could be the table: choose one below, and write this file again with --sheet")
    yield from ("", "[map]", "", "[table]")
    others = " or ".join(map(quoted, titles[1:]))
    lines = {key: _Line(value) for key, value in given.items()}
    lines["sheet"] = _Line(titles[0], f"or {others}" if others else "", is_open=True)
    for key in KEYS:
        yield _setting(key, lines[key]) if key in lines else _remark(_UNSET[key])


def _opening(name: str) -> Iterator[str]:
    found = (
        f"mycity finds this as {profile_beside(Path(name)).name} beside it, or" if is_table_file(name) else "give this"
    )
    yield _remark(f"How {name} is read: {found} by --profile.")
    yield _remark("What stands behind # is a remark; take the # away from a setting that is to hold.")
    yield _remark("")


# --- remarks --------------------------------------------------------------------------------------------------------


def _found(reading: Reading) -> Iterator[str]:
    """Yield what was found in the table."""
    sheet, rows = reading.sheet, reading.rows
    numbered = f"{len(sheet.lines):,} {'row' if len(sheet.lines) == 1 else 'rows'}"
    if isinstance(rows, MycityError):
        yield f"{numbered}, which cannot be read yet:"
        for problem in (rows.problems if isinstance(rows, DataError) else ()) or (rows,):
            yield f"  {problem.message}{f' ({problem.help})' if problem.help else ''}"
    else:
        signings = "signing" if len(rows.good) == 1 else "signings"
        parts = [f"{len(rows.good):,} {signings}", f"{len(rows.bad):,} bad", f"{len(rows.skipped):,} left out"]
        yield f"{numbered}: {', '.join(part for part in parts if not part.startswith('0 '))}"
        yield from rows.notes
    used = {*reading.profile.places.values(), reading.profile.unit_column}
    others = [name for place, name in enumerate(sheet.columns) if name and place not in used]
    if others:
        yield f"columns that are not used: {_listed(others)}"
    yield from _empty(reading)
    yield from (*sheet.notes, *reading.profile.notes, *reading.profile.day_notes)


def _listed(names: Sequence[str]) -> str:
    """Return the names of columns, of many the first and how many more there are."""
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return f"{', '.join(map(quoted, names[:_MOST_NAMES]))}{more}" if names else "no other columns"


def _empty(reading: Reading) -> Iterator[str]:
    """Yield how many cells of our columns state nothing."""
    missing = Missing(reading.settings.missing)
    lines = [line for line in reading.sheet.lines if not line.problem]
    for column, place in reading.profile.places.items():
        empty = sum(not is_filled(line.cells[place]) or line.cells[place] in missing for line in lines)
        if empty and place not in reading.profile.filled:
            name = quoted(reading.sheet.columns[place])
            yield f"{name} ({column}) states nothing in {empty:,} of {len(lines):,} rows"


def _map(reading: Reading) -> Iterator[str]:
    """Yield the names of our columns in the table, those found before those that are not."""
    sheet, profile, names = reading.sheet, reading.profile, reading.settings.map
    left = [name for place, name in enumerate(sheet.columns) if name and place not in profile.places.values()]
    absent = []
    for column in COLUMNS:
        if column in profile.places:
            yield _setting(column, _Line(sheet.columns[profile.places[column]]))
        elif column in names:
            yield _setting(column, _Line(names[column], "left out"))
        elif column in profile.unread:
            first, *others = profile.unread[column]
            remark = f"or {' or '.join(map(quoted, others))}: several could be it"
            yield _setting(column, _Line(first, remark, is_open=True))
        elif column in ("city", "amount"):
            yield _setting(column, _Line("", f"none was found; the table has {_listed(left)}", is_open=True))
        else:
            absent.append(column)
    if absent:
        yield _remark(f"not found: {', '.join(absent)}")


# --- settings -------------------------------------------------------------------------------------------------------


def _unit(reading: Reading) -> _Line | None:
    """Return the unit of bare numbers where the table names it; one that touches no cell must not be set."""
    profile = reading.profile
    unit = profile.unit
    if unit is None or profile.by_option:
        return None
    if reading.is_unit_used:
        return _Line(unit.text, f"from {profile.unit_from}")
    but = "" if reading.is_unit_used is None else ", but every amount names its own"
    return _Line(unit.text, f"from {profile.unit_from}{but}", is_open=True)


def _of_file(reading: Reading) -> dict[str, _Line]:
    sheet = reading.sheet
    lines = {}
    if sheet.encoding:
        lines["encoding"] = _Line(sheet.encoding, "" if "encoding" in reading.given else "recognised")
    if sheet.header_row > 1 or (sheet.header_row and "header-row" in reading.given):
        lines["header-row"] = _Line(sheet.header_row)
    if len(sheet.sheets) > 1 and sheet.title:
        lines["sheet"] = _Line(sheet.title, f"of {', '.join(map(quoted, sheet.sheets))}")
    return lines


def _of_numbers(reading: Reading) -> dict[str, _Line]:
    """Return what stands before decimals, where it was found out and is the same in all columns of numbers."""
    if "decimal" in reading.given or "group" in reading.given:
        return {}
    profile, cells = reading.profile, Columns(reading.sheet)
    for column, error in profile.problems.items():
        if column in _NUMBERS:
            return {"decimal": _Line(".", f'or ",": {error.message}', is_open=True)}
    styles: dict[str, NumberStyle] = {}
    for column in _NUMBERS:
        if column not in profile.places:
            continue
        evidence = Evidence.of(cells.doubtful(profile.places[column]))
        style = profile.styles.get(column, ENGLISH)
        if evidence.proofs or evidence.doubts:
            styles[column] = style
        shown = evidence.doubts.get(style.decimal)
        if style.decimal == "." and style.shown_by is None and shown is not None:
            remark = f"or \",\": row {shown.row} '{shown.text}' can be read in two ways, and is read so"
            return {"decimal": _Line(".", remark, is_open=True)}
    if not styles or any(style.decimal != "," for style in styles.values()):
        return {}
    first = next(iter(styles.values())).shown_by
    return {"decimal": _Line(",", f"as row {first.row} '{first.text}' shows" if first is not None else "")}


def _of_days(reading: Reading) -> dict[str, _Line]:
    profile = reading.profile
    if "date-order" in reading.given:
        return {}
    if "date" in profile.problems:
        return {"date-order": _Line("dmy", f'or "mdy": {profile.problems["date"].message}', is_open=True)}
    days = profile.days
    if days.order is None:
        return {}
    shown = days.shown_by
    return {"date-order": _Line(days.order, f"as row {shown.row} '{shown.text}' shows" if shown else "from the header")}


_UNSET = {
    "amount-unit": 'amount-unit = "million USD"  # what bare numbers are',
    "from": 'from = "csv"  # the format, where the name of the file does not say it',
    "sheet": 'sheet = "Deals"  # of a workbook, by name or number',
    "encoding": 'encoding = "gb18030"  # of a text that is not in UTF-8',
    "header-row": "header-row = 3  # the row that names the columns",
    "decimal": 'decimal = ","  # the sign before decimals',
    "group": 'group = "."  # the sign between thousands',
    "date-order": 'date-order = "dmy"  # of days such as 3/4/2022',
    "missing": 'missing = ["TBC"]  # other words for nothing',
    "fill": 'fill = ["city"]  # columns whose empty cells mean what stands above them',
    "negative": 'negative = "allow"  # add up amounts below zero too',
    "keep-totals": "keep-totals = true  # rows such as Total are signings",
    "as-written": "as-written = true  # spellings of a city stay apart",
    "like": 'like = "deals.json"  # a dataset with names of cities',
    "max-bad": 'max-bad = "5%"  # the share of bad rows with which a total is given',
}
"""The remark on a setting that does not hold."""


# --- writing --------------------------------------------------------------------------------------------------------


def _remark(text: str) -> str:
    return f"# {visible(hidden_in(text))}" if text else "#"


def _setting(key: str, line: _Line) -> str:
    remark = f"  # {visible(hidden_in(line.remark))}" if line.remark else ""
    return f"{'# ' * line.is_open}{key} = {_in_toml(line.value)}{remark}"


def _in_toml(value: Value) -> str:
    """Return a value as TOML has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return quoted(value) if isinstance(value, str) else f"[{', '.join(map(quoted, value))}]"


def quoted(text: str) -> str:
    r"""Return a text in the quotes of TOML; what cannot be seen is written out: `\u3000`."""
    return f'"{"".join(map(_in_quotes, text))}"'


def _in_quotes(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
