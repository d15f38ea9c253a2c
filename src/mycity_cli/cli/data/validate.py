"""`mycity data validate`: the problems of dataset files and tables, each at its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

from mycity_cli.claims import statement_findings
from mycity_cli.cli import streams
from mycity_cli.cli.destination import require_other
from mycity_cli.cli.json_options import Jq, Json, chosen, require_filter, through_filter
from mycity_cli.cli.language import language
from mycity_cli.cli.opening import read, require_no_table_options, said_for, settings_said
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.present import exhaust
from mycity_cli.cli.table_options import Tables
from mycity_cli.dataset import parse
from mycity_cli.errors import MOST_PROBLEMS, DataError, MycityError, Problem, more_problems, visible
from mycity_cli.exit_codes import ExitCode, worst
from mycity_cli.json_text import harmless
from mycity_cli.messages import clauses, counted, listed, say, told
from mycity_cli.model import LISTS, Dataset
from mycity_cli.output.nouns import number_of
from mycity_cli.passwords import hidden, hidden_in
from mycity_cli.tables.location import is_table
from mycity_cli.tables.peeking import is_table_content

if TYPE_CHECKING:
    from mycity_cli.dataset.problems import Problems
    from mycity_cli.tables.rows import BadRow, CellError, TableRows
    from mycity_cli.tables.settings import Settings
    from mycity_cli.tables.sheet import Sheet

EPILOG = """Examples:

mycity data validate figures.json

mycity data validate 2022.json 2023.json --format json

mycity data validate deals.xlsx --map city='Host City'

curl -s https://example.org/deals.json | mycity data validate -

The exit code is 0 where every file is valid, 1 where one has problems, 3 where one cannot be read, 70 for a mistake in
mycity. Each problem has a stable code; docs/errors.md explains them all.
"""


MORE = "more-problems"
"""In place of a code: how many problems of a file are not told."""


_WRONG_TOTAL = "wrong-total"
_MEND_TOTAL = say("mend the total, or the rows that it adds up: it is itself left out of every answer")


class _Told(NamedTuple):
    """What is told of a file: that it is valid, or a problem of it with its parts for scripts."""

    valid: str = ""
    problem: MycityError | None = None
    parts: dict[str, Any] | None = None

    def draw(self, width: int) -> str:
        """Return what is told as text in the language of people, an excerpt so many cells wide."""
        return told(self.valid, language()) if self.problem is None else self.problem.draw(width, language())


@dataclass
class _Tally:
    """How many files were checked, how many of them have problems, and how many problems.

    `codes` are the exit codes of those that were not checked.

    Of `several` files the notes name theirs.
    """

    checked: int = 0
    wrong: int = 0
    problems: int = 0
    codes: set[ExitCode] = field(default_factory=set)
    several: bool = False

    def counted(self, name: str, problems: Iterable[_Told], held: str, more: int = 0) -> Iterator[_Told]:
        """Yield the problems of a file, the first of many; that it is valid, and what it holds, where there are none.

        All are counted, with `more` that are not among them.
        """
        number = 0
        for number, problem in enumerate(problems, start=1):  # of none the number is 0
            if number <= MOST_PROBLEMS:
                yield problem
        self.checked += 1
        self.wrong += number + more > 0
        self.problems += number + more
        left = max(0, number - MOST_PROBLEMS) + more
        if left:
            yield _rest(name, left)
        if not number:
            yield _Told(say("{file}: valid: {held}", file=visible(name), held=held))


@with_groups
def validate(
    tables: Tables,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", show_default=False, help="Dataset files or tables; - is one on standard input."
        ),
    ],
    format: Annotated[
        Literal["text", "json"],
        typer.Option("--format", "-f", case_sensitive=False, help="Text for people, JSON for editors and scripts."),
    ] = "text",
    json: Json = None,
    jq: Jq = None,
) -> ExitCode:
    """Check datasets and tables, and say of each problem where it stands, what is wrong and what to do."""
    if jq is not None:
        require_filter(jq)
    if tables.from_ is None and not any(file == "-" or is_table(file) for file in files):
        require_no_table_options(tables)
    require_other(None, files)
    tally = _Tally(several=len(files) > 1)
    checked = _checked_files(files, tables, tally)
    with streams.unless_closed():
        if format == "json" or json is not None or jq is not None:
            found = _as_json(chosen(each.parts, json) for each in checked if each.parts is not None)
            streams.print_result(found if jq is None else through_filter("".join(found), jq))
        else:
            width = streams.room(on_result=True)
            streams.print_result(streams.for_people(each.draw(width), on_result=True) for each in checked)
            _print_footer(tally)
    exhaust(checked)
    return worst([*tally.codes, ExitCode.NO if tally.wrong else ExitCode.DONE])


def _checked_files(files: Iterable[str], tables: Tables, tally: _Tally) -> Iterator[_Told]:
    """Yield what is told of each file, as it is read; what cannot be read is an error of its own."""
    for file in files:
        try:
            if file == "-":
                yield from _of_input(tables, tally)
            elif is_table(file) or tables.from_ is not None:
                from mycity_cli.tables.opening import open_sheet

                with said_for(tables, file) as said:
                    settings = settings_said(said)
                    yield from _of_table(open_sheet(file, settings, streams.progress), settings, tally)
            else:
                yield from _of_dataset(*read(file), tally)
        except DataError as error:
            tally.codes.add(streams.print_error(error))
        except MycityError:
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is that nobody foresaw
            from mycity_cli.cli.unforeseen import unforeseen

            tally.codes.add(streams.print_error(unforeseen(error, [file], where=hidden(file))))


def _of_input(tables: Tables, tally: _Tally) -> Iterator[_Told]:
    content, name = read("-")
    if tables.from_ is None and not is_table_content(content):
        require_no_table_options(tables)
        yield from _of_dataset(content, name, tally)
        return
    from mycity_cli.tables.sources.opening import sheet_of_bytes

    with said_for(tables, "-", content) as said:
        settings = settings_said(said)
        yield from _of_table(sheet_of_bytes(content, name, settings.layout), settings, tally)


def _of_table(sheet: "Sheet", settings: "Settings", tally: _Tally) -> Iterator[_Told]:
    from mycity_cli.tables.profile import profile_of
    from mycity_cli.tables.reading_rows import read_rows

    profile = profile_of(sheet, settings)
    profile.require_all(sheet, settings)
    rows = read_rows(sheet, profile, settings)
    found = (*sheet.notes, *profile.notes, *profile.day_notes)
    wrong = {message for row in rows.skipped for message in row.wrong}
    notes = [note for note in (*settings.notes, *found, *rows.notes) if note not in wrong]
    if tally.several:
        notes = [say("{file}: {note}", file=sheet.name, note=note) for note in notes]
    streams.print_notes(notes)
    problems = (_in_row(row, problem) for row in rows.bad for problem in row.errors())
    yield from tally.counted(sheet.name, chain(problems, _wrong_totals(sheet, rows)), _held_by_rows(rows))


def _wrong_totals(sheet: "Sheet", rows: "TableRows") -> Iterator[_Told]:
    """Yield the totals that are left out and are not what the rows above them add up to."""
    wrong = {row.number: row.wrong for row in rows.skipped if row.wrong}
    for line in sheet.lines if wrong else ():
        for message in () if line.problem else wrong.get(line.number, ()):
            file = line.file or sheet.name
            with_code = say("{message} [{code}]", message=message, code=_WRONG_TOTAL)
            shown = MycityError(with_code, where=file, help=_MEND_TOTAL)
            place = {"file": file, "line": line.line, "column": None, "pointer": f"/{line.number - 1}"}
            said = {"code": _WRONG_TOTAL, "message": message, "help": _MEND_TOTAL}
            yield _Told("", shown, {**place, **said, "row": line.number})


def _held_by_rows(rows: "TableRows") -> str:
    """Return how many signings the rows of a table are, and how many rows are none."""
    totals = sum(row.is_total for row in rows.skipped)
    again = len(rows.skipped) - totals
    held = [number_of(len(rows.good), "signing")]
    if totals:
        held.append(counted("{number} row left out as a total", "{number} rows left out as totals", totals))
    if again:
        held.append(
            counted(
                "{number} row left out that stands there twice", "{number} rows left out that stand there twice", again
            )
        )
    return clauses(held)


def _in_row(row: "BadRow", problem: "CellError") -> _Told:
    """Return a problem of a table: to the pointer of JSON, a table is a list of rows."""
    pointer = "" if row.row is None else f"/{row.row - 1}/{problem.column}"
    place = {"file": row.file, "line": row.line, "column": None, "pointer": pointer}
    with_code = say("{message} [{code}]", message=problem.message, code=problem.code)
    shown = MycityError(with_code, where=problem.where, help=problem.help, excerpt=problem.excerpt)
    return _Told("", shown, {**place, **_said(problem), "row": row.row})


def _rest(name: str, number: int) -> _Told:
    """Return what is told in place of the problems of a file that are too many to be told."""
    message = more_problems(number)
    place = {"file": name, "line": None, "column": None, "pointer": ""}
    return _Told("", MycityError(message, where=name), {**place, "code": MORE, "message": message, "help": ""})


def _said(problem: "Problem | CellError") -> dict[str, str]:
    return {"code": problem.code, "message": hidden_in(problem.message), "help": hidden_in(problem.help)}


def _of_dataset(content: bytes, name: str, tally: _Tally) -> Iterator[_Told]:
    dataset, problems = _checked(content, name)
    found = (_Told("", each, {**each.place._asdict(), **_said(each)}) for each in problems.told)
    yield from tally.counted(name, found, "" if dataset is None else _held(dataset), problems.more)


def _checked(content: bytes, name: str) -> "tuple[Dataset | None, Problems]":
    """Return the dataset in a content, None where it is not valid, and its problems."""
    from mycity_cli.dataset.findings import doubts_in
    from mycity_cli.dataset.problems import Problems, decoded, locate

    try:
        dataset = parse(content, name=name)
    except DataError as error:
        problems = Problems([each for each in error.problems if isinstance(each, Problem)], error.more)
        try:
            text = decoded(content)
            problems = problems.and_also(locate(text, name, [*statement_findings(text), *doubts_in(text)]))
        except ValueError:
            pass  # neither its text nor its JSON can be read: that is among its problems
        return None, problems
    findings = [*statement_findings(dataset), *doubts_in(dataset)]
    return dataset, locate(decoded(content), name, findings) if findings else Problems([])


def _print_footer(tally: _Tally) -> None:
    if not tally.problems:
        return
    if tally.checked == 1:
        streams.print_footer(number_of(tally.problems, "problem"))
        return
    files = number_of(tally.checked, "file")
    streams.print_footer(
        counted(
            "{number} problem in {wrong} of {files}",
            "{number} problems in {wrong} of {files}",
            tally.problems,
            wrong=tally.wrong,
            files=files,
        )
    )


def _held(dataset: Dataset) -> str:
    """Return how many records of each list a dataset has."""
    numbers = ((len(getattr(dataset, name)), record.__name__.lower()) for name, record in LISTS.items())
    return listed(number_of(number, noun) for number, noun in numbers if number) or say("no records")


def _as_json(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield a list as JSON, an item at a time."""
    import json

    before = "[\n  "
    for item in items:
        yield before + harmless(json.dumps(item, ensure_ascii=False, indent=2)).replace("\n", "\n  ")
        before = ",\n  "
    yield "[]\n" if before.startswith("[") else "\n]\n"
