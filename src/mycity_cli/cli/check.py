"""`mycity check`: whether a statement about the figures holds."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.destination import require_other
from mycity_cli.cli.opening import opened
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.options import PROVED, Data, Printing, complete, format_option
from mycity_cli.cli.present import (
    Coverage,
    exhaust,
    format_of,
    present_card,
    present_listing,
    style_of,
    unit_notes,
)
from mycity_cli.cli.proofs import is_document, says_origin, write_proofs
from mycity_cli.cli.statements import Run, as_one, from_arguments, from_file
from mycity_cli.cli.table_options import Tables
from mycity_cli.errors import UsageError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.formats import Format, Result, choices_of
from mycity_cli.messages import say
from mycity_cli.output.grounds import Grounds
from mycity_cli.output.notes import ids_or_number
from mycity_cli.output.outcome_words import outcome_word
from mycity_cli.query import LeftOut
from mycity_cli.query.engine import Engine
from mycity_cli.statement.checker import Checker
from mycity_cli.statement.verdict import Verdict

EPILOG = """Examples:

mycity check 'Suzhou > Xiamen + Dongguan'

mycity check 'Suzhou is more than 50 billion yuan and not Xiamen exceeds Dongguan' 苏州超过厦门

mycity check 'total = about 93 billion yuan' 'projects(2022) = 75'

mycity check 'Suzhou / total > 50%' --format json

mycity check 'total = 90 billion yuan' --tolerance 5%

mycity check --file statements.txt --quiet

mycity check 'Suzhou > 50% * total' --output proof.html

The exit code is 0 where every statement is true, 1 where one is false, 4 where one is undecided or not checkable, 2
where one cannot be read, 3 for a file that cannot be read, 70 for a mistake in mycity; the worst of them for several
statements.
"""


_Statements = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="STATEMENT...",
        show_default=False,
        autocompletion=complete("statement"),
        help="What to check; - reads a statement a line from stdin.",
    ),
]
_Files = Annotated[
    list[Path] | None,
    typer.Option(
        "--file",
        "-F",
        metavar="FILE",
        show_default=False,
        help="Check the statements in a file, one a line; # starts a comment. Repeatable.",
    ),
]
_AsStated = Annotated[bool, typer.Option("--as-stated", help="Compare the digits as stated: ignore rounding.")]
_Tolerance = Annotated[
    str | None,
    typer.Option(
        "--tolerance",
        metavar="SHARE",
        show_default=False,
        help="Take sides that differ by no more than this as the same: 0.5%, '100 million yuan'.",
    ),
]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no verdict: the exit code says it.")]


if TYPE_CHECKING:
    CheckFormat = Format
else:
    CheckFormat = Literal[choices_of(Result.LISTING, Result.PROOFS)]

_Format = Annotated[
    CheckFormat | None,
    format_option(
        f"{', '.join(PROVED[:-1])} or {PROVED[-1]}; a proof on a terminal and TSV in a pipe where it is not given."
    ),
]

_APART = say("give one of them as a file: --file statements.txt")


@with_groups
def check(
    printing: Printing,
    data: Data,
    tables: Tables,
    statements: _Statements = None,
    file: _Files = None,
    format: _Format = None,
    as_stated: _AsStated = False,  # noqa: FBT002  # a flag
    tolerance: _Tolerance = None,
    quiet: _Quiet = False,  # noqa: FBT002  # a flag
) -> ExitCode:
    """Decide statements about the figures, honestly about rounding, each with its proof."""
    printing = printing._replace(format=None if format is None else Format(format))
    texts, files = statements or [], [str(each) for each in file or []]
    _require_statements(texts, files, data, printing)
    notes: list[str] = []
    if texts and not files and (joined := as_one(texts)) is not None:
        texts = [joined]
        notes.append(say("read as one statement: {statement}", statement=joined))
    proving = not quiet and says_origin(printing)
    with opened(data, tables, proving=proving) as source:
        engine = source.engine
        run = Run(Checker(engine, as_stated=as_stated, tolerance=tolerance), data.data)
        given = [from_arguments(texts), *map(from_file, files)]
        found = run.verdicts(each for part in given for each in part)
        if quiet:
            exhaust(found)
            return run.exit_code
        if tolerance is not None:
            notes.append(say("compared with a tolerance of {tolerance}", tolerance=tolerance))
        is_one = len(texts) == 1 and texts != ["-"] and not files
        is_fed = "-" in (*texts, *files)
        noted = _noting(found, notes, ids=printing.ids)
        behind = _Behind(noted, engine, run, notes, printing)
        with streams.unless_closed() as closed:
            grounds = Grounds(lambda: engine.dataset, source.provenance() if proving else None)
            if is_document(printing):
                # Whoever types statements waits for the verdict on each.
                _write_proofs(behind, grounds, paged=not (is_fed and streams.is_typed()))
            else:
                _present(behind, grounds, alone=is_one)
        if closed and is_fed and streams.input_may_never_end():
            run.leave_rest()
        else:
            exhaust(noted)
        return run.exit_code


def _require_statements(texts: Sequence[str], files: Sequence[str], data: Data, printing: Printing) -> None:
    """Raise UsageError where there is no statement, or what holds them is the dataset or the output at once."""
    if not texts and not files:
        help = say("see 'mycity check --help'")
        raise UsageError(say("there is no statement to check"), where="STATEMENT", help=help)
    if data.data == "-" and "-" in (*texts, *files):
        wrong = say("holds the statements and the dataset at once")
        raise UsageError(wrong, where=say("standard input"), help=_APART)
    require_other(printing.output, [*files, *(text for text in texts if text == "-")])


class _Behind(NamedTuple):
    """Verdicts, and what is told behind them: of all of them, also of those that --limit does not show."""

    found: Iterator[Verdict]
    engine: Engine
    run: Run
    noted: list[str]
    printing: Printing

    def notes(self) -> list[str]:
        """Return the notes on a list."""
        exhaust(self.found)
        # That rows were left out is known when they have been read.
        units = unit_notes(self.printing, format_of(self.printing))
        return [*self.engine.notes, *self.noted, *self.run.cut(self.printing.limit), *units]

    def notes_of_proofs(self) -> list[str]:
        """Return the notes on proofs, which say themselves what the others lack."""
        exhaust(self.found)
        return [*self.engine.notes, *self.run.cut(self.printing.limit), *self.run.lacking]


def _noting(found: Iterable[Verdict], notes: list[str], *, ids: bool) -> Iterator[Verdict]:
    """Yield the verdicts, and note what proofs say and bare lines cannot.

    That is which verdicts the tolerance makes what they are, and what the terms leave out, each thing once.
    """
    told: set[LeftOut] = set()
    for verdict in found:
        if verdict.without_tolerance is not None:
            notes.append(
                say(
                    "{outcome} {reason}: {statement}",
                    outcome=outcome_word(verdict.outcome),
                    reason=verdict.reason,
                    statement=verdict.statement,
                )
            )
        for each in verdict.left_out:
            if each not in told:
                told.add(each)
                which = ids_or_number(each.ids, "record", ids=ids)
                notes.append(say("left out, {reason}: {which}", reason=each.reason, which=which))
        yield verdict


def _write_proofs(behind: _Behind, grounds: Grounds, *, paged: bool) -> None:
    """Write verdicts with their proofs."""
    from mycity_cli.output.proofs.parts import proof_of

    proofs = (proof_of(each, ids=behind.printing.ids) for each in behind.found)
    write_proofs(proofs, behind.printing, grounds, behind.notes_of_proofs, paged=paged)


def _present(behind: _Behind, grounds: Grounds, *, alone: bool) -> None:
    """Write verdicts: for JSON one alone as an object, else one a line."""
    from mycity_cli.output.verdicts import verdict_card, verdicts

    found, printing = behind.found, behind.printing
    format, style = format_of(printing), style_of(printing)
    if format is Format.JSON and alone and printing.columns is None:
        for verdict in found:
            present_card(verdict_card(verdict, grounds), printing)
        streams.print_notes(behind.notes())
    else:
        listed: Iterable[Verdict] = list(found) if format is Format.TABLE else found
        count = len(listed) if isinstance(listed, list) else 0
        coverage = Coverage(count, "statement", later=behind.notes)
        present_listing(verdicts(listed, style.scale, grounds), printing, coverage)
