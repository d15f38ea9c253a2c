"""`mycity audit`: what press releases say about their own figures, recomputed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.audit_results import AuditFormat, present, propose_signings, says_origin
from mycity_cli.cli.destination import require_other
from mycity_cli.cli.opening import open_dataset, open_for_proof
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.options import LISTED, Data, Printing, complete, format_option
from mycity_cli.cli.present import Coverage, exhaust, format_of, present_listing
from mycity_cli.cli.releases import Run, is_document, is_folder
from mycity_cli.errors import UnknownNameError, UsageError
from mycity_cli.exit_codes import ExitCode
from mycity_cli.formats import Format, Result, choices_of
from mycity_cli.messages import listed, say
from mycity_cli.output.audit_grounds import AuditGrounds

EPILOG = """Examples:

mycity audit release.txt

mycity audit release.txt --output report.html

mycity audit release.txt --ignore rounding/cut --ignore share

mycity audit release.txt --all --verbose

mycity audit --rules

mycity audit releases/ --format jsonl --output audits.jsonl

mycity audit releases/ --format sarif --output audits.sarif

mycity audit release.txt --propose --output new.json

curl -s https://example.org/news.html | mycity audit -

mycity audit release.docx --quiet --strict

The exit code is 1 where a relation is false or a signing is not as in the dataset, 3 where a file cannot be read or
takes too long; with --strict 4 where anything is undecided, not checkable or unread, and where nothing or not all was
checked; 70 for a mistake in mycity. Of several files every one is audited, and the worst code counts.
"""

if TYPE_CHECKING:
    AuditFormatName = Format
else:
    AuditFormatName = Literal[choices_of(Result.LISTING, Result.AUDITS)]

_DAY = 24 * 60 * 60

_Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE...",
        show_default=False,
        help="Releases: text, Markdown, HTML, PDF, Word (.docx), a folder of them, or - for stdin.",
    ),
]
_Format = Annotated[
    AuditFormatName | None,
    format_option(
        f"{', '.join(LISTED)}; html, a page; sarif for editors and code hosts, github "
        "for its workflows. A report on a terminal and TSV in a pipe where it is not given."
    ),
]
_Propose = Annotated[
    bool, typer.Option("--propose", help="Write the signings found as a dataset, for 'mycity data merge'.")
]
_Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 4 where anything is undecided, not checkable, unread or unchecked.")
]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no report: the exit code says it.")]
_Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell in full also what is right.")]
_All = Annotated[
    bool, typer.Option("--all", help="Show also what fits though no word says so, and what is no signing, and why.")
]
_Words = Annotated[bool, typer.Option("--words", help="Show the words that each relation rests on.")]
_Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODE",
        autocompletion=complete("ignore"),
        show_default=False,
        help="Switch a rule off, or all of a kind: 'sum/of-which', sum. Repeatable.",
    ),
]
_Timeout = Annotated[
    int,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0,
        max=_DAY,
        help="Give each file so many seconds; one that takes more is told as not audited. 0 is no limit.",
    ),
]
_Rules = Annotated[bool, typer.Option("--rules", help="List the rules, with their codes, and exit.")]


@with_groups
def audit(
    printing: Printing,
    data: Data,
    files: _Files = None,
    format: _Format = None,
    propose: _Propose = False,  # noqa: FBT002  # a flag, as are those below
    strict: _Strict = False,  # noqa: FBT002
    quiet: _Quiet = False,  # noqa: FBT002
    verbose: _Verbose = False,  # noqa: FBT002
    everything: _All = False,  # noqa: FBT002
    words: _Words = False,  # noqa: FBT002
    ignore: _Ignore = None,
    timeout: _Timeout = 60,
    rules: _Rules = False,  # noqa: FBT002
) -> ExitCode:
    """Read press releases, recompute what they say about their own figures, compare them with the dataset."""
    asked = None if format is None else Format(format)
    shown = AuditFormat(asked, verbose=verbose, everything=everything, words=words).settled(printing)
    printing = printing._replace(format=shown.usual)
    if rules:
        return _list_rules(printing, shown)
    ignored = _known_rules(ignore or [])
    names = _named(files, data)
    require_other(printing.output, _read(names, printing.output))
    proving = not quiet and not propose and says_origin(printing, shown)
    if proving and format_of(printing) is Format.HTML:
        from mycity_cli.output.pages.paper import require

        require()
    dataset, provenance = open_for_proof(data) if proving else (open_dataset(data), None)
    run = Run(dataset, strict=strict, ignored=ignored, seconds=timeout, hashing=proving)
    found = run.audits(names)
    if quiet:
        exhaust(found)
        return run.exit_code
    with streams.unless_closed():
        if propose:
            propose_signings(found, dataset, printing, shown)
            streams.print_notes(run.told())
        else:
            grounds = AuditGrounds(dataset, provenance, run.hashes.get)
            alone = len(names) == 1 and not is_folder(Path(names[0]))
            present(found, printing, run, shown, grounds, alone=alone)
    exhaust(found)
    return run.exit_code


def _named(files: list[str] | None, data: Data) -> list[str]:
    """Return the releases to audit. Raises UsageError where there is none, or one that is the dataset at once."""
    if not files:
        raise UsageError(
            say("there is no release to audit"),
            where="FILE",
            help=say("see 'mycity audit --help'"),
        )
    if "-" in files and str(data.data) == "-":
        raise UsageError(
            say("is a release and the dataset at once"),
            where=say("standard input"),
            help=say("give one of them as a file"),
        )
    return files


def _read(names: list[str], output: Path | None) -> list[str]:
    """Return the releases by name, and the output itself where a folder of releases holds it as one."""
    if output is None or not streams.names_a_file(output):
        return names
    held = is_document(output) and any(output.resolve().is_relative_to(Path(name).resolve()) for name in names)
    return [*names, *([str(output)] if held else [])]


def _known_rules(names: list[str]) -> frozenset[str]:
    """Return the codes and kinds of rules to ignore. Raises UnknownNameError for one of no rule."""
    from mycity_cli.release.rules import BY_CODE, KINDS

    for name in names:
        if name not in BY_CODE and name not in KINDS:
            raise UnknownNameError(say("rule"), name, list(BY_CODE), also=KINDS, where="--ignore", most=len(BY_CODE))
    return frozenset(names)


def _list_rules(printing: Printing, shown: AuditFormat) -> ExitCode:
    """Write the rules."""
    if shown.own:
        wrong = say("rules have no format '{format}'", format=shown.own.value)
        raise UsageError(wrong, where="--rules", help=say("known: {names}", names=listed(LISTED)))
    from mycity_cli.output.rule_listing import rules

    listing = rules()
    present_listing(listing, printing, Coverage(len(list(listing.records)), "rule"))
    return ExitCode.DONE
