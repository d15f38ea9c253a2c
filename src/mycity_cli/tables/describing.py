"""What was found out of a table, written as a saved reading: settings that read it the same again, and remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mycity_cli.errors import DataError, MycityError, visible
from mycity_cli.messages import Said, any_of, counted, listed, say, told, worded
from mycity_cli.passwords import hidden_in
from mycity_cli.tables.columns import COLUMNS
from mycity_cli.tables.location import is_table_file
from mycity_cli.tables.missing import Missing
from mycity_cli.tables.numbers import ENGLISH, Evidence, NumberStyle, Shown
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


def _with_remark(before: str, remark: str) -> Said:
    """Return a line with a remark, which is for people, behind what is before it."""
    return worded(lambda language: f"{before}{visible(hidden_in(told(remark, language)))}")


def described(reading: Reading) -> Iterator[str]:
    """Yield the lines of a saved reading: messages, of which other languages have the remarks."""
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
        yield _unset(key) if line is None else _setting(key, line)


def described_sheets(name: str, titles: Sequence[str], given: dict[str, Value]) -> Iterator[str]:
    """Yield the lines of a saved reading of a workbook in which several sheets could be the table."""
    yield from _opening(name)
    yield _remark(say("several sheets could be the table: choose one below, and write this file again with --sheet"))
    yield from ("", "[map]", "", "[table]")
    others = any_of(map(quoted, titles[1:]))
    lines = {key: _Line(value) for key, value in given.items()}
    lines["sheet"] = _Line(titles[0], say("or {others}", others=others) if others else "", is_open=True)
    for key in KEYS:
        yield _setting(key, lines[key]) if key in lines else _unset(key)


def _opening(name: str) -> Iterator[str]:
    if is_table_file(name):
        file = profile_beside(Path(name)).name
        yield _remark(
            say("How {name} is read: mycity finds this as {file} beside it, or by --profile.", name=name, file=file)
        )
    else:
        yield _remark(say("How {name} is read: give this by --profile.", name=name))
    yield _remark(say("What stands behind # is a remark; take the # away from a setting that is to hold."))
    yield _remark("")


# --- remarks --------------------------------------------------------------------------------------------------------


def _found(reading: Reading) -> Iterator[str]:
    """Yield what was found in the table."""
    sheet, rows = reading.sheet, reading.rows
    if isinstance(rows, MycityError):
        yield counted(
            "{number:,} row, which cannot be read yet:",
            "{number:,} rows, which cannot be read yet:",
            len(sheet.lines),
        )
        for problem in (rows.problems if isinstance(rows, DataError) else ()) or (rows,):
            yield _with_remark("  ", _with_help(problem))
    else:
        yield counted("{number:,} row: {parts}", "{number:,} rows: {parts}", len(sheet.lines), parts=_parts(rows))
        yield from rows.notes
    used = {*reading.profile.places.values(), reading.profile.unit_column}
    others = [name for place, name in enumerate(sheet.columns) if name and place not in used]
    if others:
        yield say("columns that are not used: {names}", names=_listed(others))
    yield from _empty(reading)
    yield from (*sheet.notes, *reading.profile.notes, *reading.profile.day_notes)


def _with_help(problem: MycityError) -> str:
    """Return what is wrong in one line, with what to do in brackets."""
    if not problem.help:
        return problem.message
    return say("{message} ({help})", message=problem.message, help=problem.help)


def _parts(rows: TableRows) -> str:
    """Return how many rows are signings, bad and left out."""
    parts = []
    if rows.good:
        parts.append(counted("{number:,} signing", "{number:,} signings", len(rows.good)))
    if rows.bad:
        parts.append(say("{number:,} bad", number=len(rows.bad)))
    if rows.skipped:
        parts.append(say("{number:,} left out", number=len(rows.skipped)))
    return listed(parts)


def _listed(names: Sequence[str]) -> str:
    """Return the names of columns, of many the first and how many more there are."""
    if not names:
        return say("no other columns")
    first = listed(map(quoted, names[:_MOST_NAMES]))
    if len(names) <= _MOST_NAMES:
        return first
    return say("{names} and {number} more", names=first, number=len(names) - _MOST_NAMES)


def _empty(reading: Reading) -> Iterator[str]:
    """Yield how many cells of our columns state nothing."""
    missing = Missing(reading.settings.missing)
    lines = [line for line in reading.sheet.lines if not line.problem]
    for column, place in reading.profile.places.items():
        empty = sum(not is_filled(line.cells[place]) or line.cells[place] in missing for line in lines)
        if empty and place not in reading.profile.filled:
            name = quoted(reading.sheet.columns[place])
            yield say(
                "{name} ({column}) states nothing in {empty:,} of {rows:,} rows",
                name=name,
                column=column,
                empty=empty,
                rows=len(lines),
            )


def _map(reading: Reading) -> Iterator[str]:
    """Yield the names of our columns in the table, those found before those that are not."""
    sheet, profile, names = reading.sheet, reading.profile, reading.settings.map
    left = [name for place, name in enumerate(sheet.columns) if name and place not in profile.places.values()]
    absent = []
    for column in COLUMNS:
        if column in profile.places:
            yield _setting(column, _Line(sheet.columns[profile.places[column]]))
        elif column in names:
            yield _setting(column, _Line(names[column], say("left out")))
        elif column in profile.unread:
            first, *others = profile.unread[column]
            remark = say("or {others}: several could be it", others=any_of(map(quoted, others)))
            yield _setting(column, _Line(first, remark, is_open=True))
        elif column in ("city", "amount"):
            remark = say("none was found; the table has {names}", names=_listed(left))
            yield _setting(column, _Line("", remark, is_open=True))
        else:
            absent.append(column)
    if absent:
        yield _remark(say("not found: {columns}", columns=listed(absent)))


# --- settings -------------------------------------------------------------------------------------------------------


def _unit(reading: Reading) -> _Line | None:
    """Return the unit of bare numbers where the table names it; one that touches no cell must not be set."""
    profile = reading.profile
    unit = profile.unit
    if unit is None or profile.by_option:
        return None
    source = profile.unit_from
    if reading.is_unit_used is False:
        remark = say("from {source}, but every amount names its own", source=source)
        return _Line(unit.text, remark, is_open=True)
    return _Line(unit.text, _from(source), is_open=not reading.is_unit_used)


def _from(source: str) -> str:
    return say("from {source}", source=source)


def _of_file(reading: Reading) -> dict[str, _Line]:
    sheet = reading.sheet
    lines = {}
    if sheet.encoding:
        lines["encoding"] = _Line(sheet.encoding, "" if "encoding" in reading.given else say("recognised"))
    if sheet.header_row > 1 or (sheet.header_row and "header-row" in reading.given):
        lines["header-row"] = _Line(sheet.header_row)
    if len(sheet.sheets) > 1 and sheet.title:
        lines["sheet"] = _Line(sheet.title, say("of {sheets}", sheets=listed(map(quoted, sheet.sheets))))
    return lines


def _of_numbers(reading: Reading) -> dict[str, _Line]:
    """Return what stands before decimals, where it was found out and is the same in all columns of numbers."""
    if "decimal" in reading.given or "group" in reading.given:
        return {}
    profile, cells = reading.profile, Columns(reading.sheet)
    for column, error in profile.problems.items():
        if column in _NUMBERS:
            return {"decimal": _Line(".", say('or ",": {problem}', problem=error.message), is_open=True)}
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
            remark = say(
                "or \",\": row {row} '{cell}' can be read in two ways, and is read so", row=shown.row, cell=shown.text
            )
            return {"decimal": _Line(".", remark, is_open=True)}
    if not styles or any(style.decimal != "," for style in styles.values()):
        return {}
    first = next(iter(styles.values())).shown_by
    return {"decimal": _Line(",", "" if first is None else _as_shown(first))}


def _as_shown(cell: Shown) -> str:
    return say("as row {row} '{cell}' shows", row=cell.row, cell=cell.text)


def _of_days(reading: Reading) -> dict[str, _Line]:
    profile = reading.profile
    if "date-order" in reading.given:
        return {}
    if "date" in profile.problems:
        remark = say('or "mdy": {problem}', problem=profile.problems["date"].message)
        return {"date-order": _Line("dmy", remark, is_open=True)}
    days = profile.days
    if days.order is None:
        return {}
    shown = days.shown_by
    return {"date-order": _Line(days.order, _as_shown(shown) if shown else _from(say("the header")))}


_UNSET: dict[str, tuple[Value, str]] = {
    "amount-unit": ("million USD", say("what bare numbers are")),
    "from": ("csv", say("the format, where the name of the file does not say it")),
    "sheet": ("Deals", say("of a workbook, by name or number")),
    "encoding": ("gb18030", say("of a text that is not in UTF-8")),
    "header-row": (3, say("the row that names the columns")),
    "decimal": (",", say("the sign before decimals")),
    "group": (".", say("the sign between thousands")),
    "date-order": ("dmy", say("of days such as 3/4/2022")),
    "missing": (("TBC",), say("other words for nothing")),
    "fill": (("city",), say("columns whose empty cells mean what stands above them")),
    "negative": ("allow", say("add up amounts below zero too")),
    "keep-totals": (True, say("rows such as Total are signings")),
    "as-written": (True, say("spellings of a city stay apart")),
    "like": ("deals.json", say("a dataset with names of cities")),
    "max-bad": ("5%", say("the share of bad rows with which a total is given")),
}
"""A value of each setting as an example, and what it is."""


# --- writing --------------------------------------------------------------------------------------------------------


def _remark(text: str) -> str:
    return _with_remark("# ", text) if text else "#"


def _setting(key: str, line: _Line) -> str:
    setting = f"{'# ' * line.is_open}{key} = {_in_toml(line.value)}"
    return _with_remark(f"{setting}  # ", line.remark) if line.remark else setting


def _unset(key: str) -> str:
    """Return the remark on a setting that does not hold."""
    return _setting(key, _Line(*_UNSET[key], is_open=True))


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
