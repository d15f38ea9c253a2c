"""`mycity audit`: what press releases say about their own figures, recomputed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.opening import open_dataset
from mycity_cli.cli.options import Data, Printing, with_groups
from mycity_cli.cli.present import Coverage, exhaust, format_of, present_listing, style_of, write
from mycity_cli.cli.releases import Run
from mycity_cli.errors import UsageError
from mycity_cli.model import Dataset
from mycity_cli.output.render import Format
from mycity_cli.release.findings import Audit

EPILOG = """Examples:

mycity audit release.txt

mycity audit releases/ --format jsonl --output audits.jsonl

mycity audit release.txt --propose --output new.json

curl -s https://example.org/news.html | mycity audit -

mycity audit release.docx --quiet --strict

The exit code is 1 where a relation is false or a signing is not as in the dataset, 3 where a file cannot be read; with
--strict 4 where anything is undecided. Of several files every one is audited, and the worst code counts.
"""


@with_groups
def audit(
    printing: Printing,
    data: Data,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...",
            show_default=False,
            help="Releases: text, Markdown, HTML, PDF, Word (.docx), a folder of them, or - for stdin.",
        ),
    ] = None,
    propose: Annotated[  # noqa: FBT002  # a flag
        bool, typer.Option("--propose", help="Write the signings found as a dataset, for 'mycity data merge'.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 4 where anything is undecided.")] = False,  # noqa: FBT002
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no report: the exit code says it.")] = False,  # noqa: FBT002
) -> int:
    """Read press releases, recompute what they say about their own figures, compare them with the dataset."""
    names = files or []
    if not names:
        raise UsageError("there is no release to audit", where="FILE", help="see 'mycity audit --help'")
    if "-" in names and str(data.data) == "-":
        raise UsageError(
            "is a release and the dataset at once", where="standard input", help="give one of them as a file"
        )
    dataset = open_dataset(data)
    run = Run(dataset, strict=strict)
    found = run.audits(names)
    if quiet:
        exhaust(found)
        return run.exit_code
    if propose:
        _propose(found, dataset, printing)
        run.sum_up()
    else:
        alone = len(names) == 1 and not Path(names[0]).is_dir()
        _present(found, printing, run, alone=alone)
    streams.print_notes(run.notes)
    return run.exit_code


def _present(found: Iterator[Audit], printing: Printing, run: Run, *, alone: bool) -> None:
    """Write audits: for JSON everything found, on a terminal a report, else a line for each relation."""
    format = format_of(printing)
    as_rows = printing.columns is not None or printing.sort is not None or printing.limit is not None
    if format in (Format.JSON, Format.JSONL) and not as_rows:
        from mycity_cli.output import audits

        write(audits.json_lines(found) if format is Format.JSONL else audits.json(found, alone=alone), printing)
    elif format is Format.TABLE and not as_rows:
        from mycity_cli.output.audit_report import report

        write(report(found, style_of(printing)), printing)
        if run.tally.audits > 1:
            streams.print_footer(run.summary)
    else:
        _list(found, printing, run)


def _list(found: Iterator[Audit], printing: Printing, run: Run) -> None:
    """Write a line for each relation, and note what lines of relations do not say."""
    from mycity_cli.output import audits

    noted = _noting(found, run.notes)
    listing = audits.relations(noted)
    if format_of(printing) in (Format.TABLE, Format.MARKDOWN):
        listing = listing._replace(records=list(listing.records))
    present_listing(listing, printing, Coverage(run.tally.relations, "relation"))
    # The exit code and the summary are of all releases, also those that --limit does not show.
    exhaust(noted)
    run.sum_up()


def _noting(found: Iterator[Audit], notes: list[str]) -> Iterator[Audit]:
    """Yield the audits, and note what lines of relations cannot say: signings unlike the dataset, numbers not read."""
    from mycity_cli.output.audits import differences, numbers_unread

    for each in found:
        notes += [*differences(each), *numbers_unread(each)]
        yield each


def _propose(found: Iterator[Audit], dataset: Dataset, printing: Printing) -> None:
    """Write the signings that the dataset does not have as a dataset of their own."""
    to_file = printing.format is None and streams.names_a_file(printing.output)
    format = format_of(printing) if to_file else printing.format or Format.JSON
    if format is not Format.JSON:
        raise UsageError("a dataset is JSON", where="--propose", help="--output new.json, without --format")
    from mycity_cli.exchange.as_json import plain_record
    from mycity_cli.output.json_ import written
    from mycity_cli.release.propose import propose

    write([written(plain_record(propose(found, dataset)), indent=2) + "\n"], printing)
