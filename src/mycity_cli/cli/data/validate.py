"""`mycity data validate`: every problem of dataset files, at its line and column."""

from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

import typer

from mycity_cli.claims import statement_findings
from mycity_cli.cli import streams
from mycity_cli.cli.opening import read
from mycity_cli.dataset import parse
from mycity_cli.errors import DataError, Problem, visible
from mycity_cli.model import LISTS, Dataset
from mycity_cli.output.notes import counted

EPILOG = """Examples:

mycity data validate figures.json

mycity data validate 2022.json 2023.json --format json

curl -s https://example.org/deals.json | mycity data validate -

The exit code is 0 where every file is valid, 1 where one has problems, 3 where one cannot be read. Each problem has a
stable code; docs/errors.md explains them all.
"""


class _Checked(NamedTuple):
    """A file that was read: the dataset in it, None where it is not valid, and its problems."""

    name: str
    dataset: Dataset | None
    problems: list[Problem]


def validate(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", show_default=False, help="Dataset files; - is standard input.")
    ],
    format: Annotated[
        Literal["text", "json"],
        typer.Option("--format", "-f", case_sensitive=False, help="Text for people, JSON for editors and scripts."),
    ] = "text",
) -> int:
    """Check dataset files, and say of every problem where it stands, what is wrong and what to do."""
    checked: list[_Checked] = []
    unreadable = 0
    for file in files:
        try:
            checked.append(_check(file))
        except DataError as error:
            unreadable = streams.print_error(error)
    if format == "json":
        streams.print_result([_as_json(checked)])
    else:
        _print_text(checked)
    return unreadable or int(any(each.problems for each in checked))


def _check(file: str) -> _Checked:
    """Return what a file holds. Raises DataError where it cannot be read."""
    from mycity_cli.dataset.findings import doubts_in
    from mycity_cli.dataset.problems import decoded, locate

    content, name = read(file)
    try:
        dataset = parse(content, name=name)
    except DataError as error:
        problems = [problem for problem in error.problems if isinstance(problem, Problem)]
        try:
            text = decoded(content)
            problems += locate(text, name, [*statement_findings(text), *doubts_in(text)])
        except ValueError:
            pass  # neither its text nor its JSON can be read: that is among its problems
        return _Checked(name, None, sorted(problems, key=lambda problem: problem.place[1:3]))
    findings = [*statement_findings(dataset), *doubts_in(dataset)]
    return _Checked(name, dataset, locate(decoded(content), name, findings) if findings else [])


def _print_text(checked: list[_Checked]) -> None:
    width = streams.room(on_result=True)
    for each in checked:
        if each.dataset is not None and not each.problems:
            streams.print_result([f"{visible(each.name)}: valid: {_held(each.dataset)}\n"])
        streams.print_result(f"{problem.draw(width)}\n" for problem in each.problems)
    wrong = [each for each in checked if each.problems]
    if wrong:
        problems = counted(sum(len(each.problems) for each in wrong), "problem")
        where = "" if len(checked) == 1 else f" in {len(wrong)} of {counted(len(checked), 'file')}"
        streams.print_footer(f"{problems}{where}")


def _held(dataset: Dataset) -> str:
    """Return how many records of each list a dataset has."""
    numbers = ((name, len(getattr(dataset, name))) for name in LISTS)
    return ", ".join(counted(number, name.removesuffix("s")) for name, number in numbers if number) or "no records"


def _as_json(checked: Iterable[_Checked]) -> str:
    import json

    problems = [
        {**problem.place._asdict(), "code": problem.code, "message": problem.message, "help": problem.help}
        for each in checked
        for problem in each.problems
    ]
    return json.dumps(problems, ensure_ascii=False, indent=2) + "\n"
