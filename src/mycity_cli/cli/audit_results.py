"""How `mycity audit` writes what it found: a report, lines, JSON, what editors read, or a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from mycity_cli import __version__
from mycity_cli.cli import streams
from mycity_cli.cli.json_options import chosen
from mycity_cli.cli.language import language
from mycity_cli.cli.options import Printing
from mycity_cli.cli.present import (
    Coverage,
    exhaust,
    format_of,
    present_listing,
    require_no_text_options,
    style_of,
    write,
)
from mycity_cli.cli.releases import Run
from mycity_cli.errors import UsageError
from mycity_cli.formats import Format, Result, ending_of
from mycity_cli.messages import any_of, say
from mycity_cli.model import Dataset
from mycity_cli.output.audit_grounds import AuditGrounds
from mycity_cli.release.findings import Audit

_OWN = tuple(each for each in Format if each.shows(Result.AUDITS) and not each.shows(Result.LISTING))
"""The formats that no other command has."""


class AuditFormat(NamedTuple):
    """The format asked for, and how much is to be told."""

    asked: Format | None
    verbose: bool = False
    everything: bool = False
    words: bool = False

    def settled(self, printing: Printing) -> AuditFormat:
        """Return the format asked for, by its name or by the ending of a file that only an audit writes.

        Raises UsageError where rows are asked for in a format that has none.
        """
        written = None if self.asked or printing.output is None else ending_of(str(printing.output)).written
        settled = self._replace(asked=written) if written in _OWN else self
        if settled.own and _as_rows(printing):
            raise UsageError(
                say("'{format}' has no rows for --columns, --sort or --limit", format=settled.own.value),
                where="--format",
                help=say("give {formats} without them", formats=any_of(each.value for each in _OWN)),
            )
        return settled

    @property
    def own(self) -> Format | None:
        """The format where it is one of the audit's own."""
        return self.asked if self.asked in _OWN else None

    @property
    def usual(self) -> Format | None:
        """The format where it is one that every command has."""
        return None if self.own else self.asked


def _as_rows(printing: Printing) -> bool:
    return printing.columns is not None or printing.sort is not None or printing.limit is not None


def says_origin(printing: Printing, shown: AuditFormat) -> bool:
    """Return whether what is written says what was read: files are hashed only for that."""
    if shown.own or _as_rows(printing):
        return False
    format = format_of(printing)
    return format.shows(Result.AUDITS) and (format is not Format.TABLE or streams.names_a_file(printing.output))


def present(
    found: Iterator[Audit], printing: Printing, run: Run, shown: AuditFormat, grounds: AuditGrounds, *, alone: bool
) -> None:
    """Write audits and their notes: for JSON everything found, on a terminal a report, else a line a relation."""
    if not shown.own and (_as_rows(printing) or not format_of(printing).shows(Result.AUDITS)):
        _list(found, printing, run, shown)
        return
    require_no_text_options(printing)
    _present_in_full(found, printing, run, shown, grounds, alone=alone)
    run.note_ignored()
    streams.print_notes(run.notes)


def _present_in_full(
    found: Iterator[Audit], printing: Printing, run: Run, shown: AuditFormat, grounds: AuditGrounds, *, alone: bool
) -> None:
    if shown.own:
        write(_for_editors(found, shown.own, run.failures), printing, paged=True)
        return
    format = format_of(printing)
    if format is Format.MARKDOWN:
        write(_in_markdown(found, run, shown, grounds), printing)
    elif format is Format.HTML:
        from mycity_cli.output.pages.audit_page import AuditsShown, audits_page

        words = shown.words or shown.verbose
        page = AuditsShown(found, grounds, run.failures, shown.everything, words, language())
        write(audits_page(page), printing)
    elif format is not Format.TABLE:
        from mycity_cli.output import audits

        picked = partial(chosen, json=printing.json)
        if format is Format.JSONL:
            write(
                audits.json_lines(found, everything=shown.everything, grounds=grounds, picked=picked),
                printing,
                paged=True,
            )
        else:
            write(
                audits.json(found, alone=alone, everything=shown.everything, grounds=grounds, picked=picked),
                printing,
                paged=True,
            )
    else:
        write(_in_text(found, printing, run, shown, grounds, named=not alone), printing, paged=True)
        if run.tally.audits > 1:
            streams.print_footer(run.summary)


def _in_markdown(found: Iterator[Audit], run: Run, shown: AuditFormat, grounds: AuditGrounds) -> Iterator[str]:
    from mycity_cli.output.audit_markdown import report
    from mycity_cli.output.audit_report import Detail
    from mycity_cli.output.markdown import notes

    yield from report(found, Detail(shown.verbose, shown.everything, shown.words), grounds, language())
    yield from notes(_below(run), language())


def _below(run: Run) -> list[str]:
    """Return what stands below the reports of a document, now that they are written: also what could not be read."""
    run.note_ignored()
    summary = [run.summary] if run.tally.audits > 1 else []
    return [*summary, *run.notes, *run.failures]


def _in_text(
    found: Iterator[Audit], printing: Printing, run: Run, shown: AuditFormat, grounds: AuditGrounds, *, named: bool
) -> Iterator[str]:
    from mycity_cli.output.audit_report import Detail, report

    style = style_of(printing)
    yield from report(grounds.met(found), style, Detail(shown.verbose, shown.everything, shown.words), named=named)
    if streams.names_a_file(printing.output):
        from mycity_cli.output.proofs.text import foot

        yield from foot(grounds.sources(), grounds.provenance, style, grounds.releases())
        for number, note in enumerate(_below(run)):
            yield "\n" if not number else ""
            line = say("note: {note}", note=note)
            yield f"{streams.shown(line)}\n"


def _for_editors(found: Iterator[Audit], format: Format, failures: list[str]) -> Iterator[str]:
    if format is Format.GITHUB:
        from mycity_cli.output.audit_github import github

        return github(found, failures, language())
    from mycity_cli.output.audit_sarif import sarif

    return sarif(found, failures, version=__version__)


def _list(found: Iterator[Audit], printing: Printing, run: Run, shown: AuditFormat) -> None:
    """Write a line for each relation, and note what lines of relations do not say."""
    from mycity_cli.output import audits

    noted = _noting(found, run.notes)
    listing = audits.relations(noted, words=shown.words or shown.verbose, everything=shown.everything)
    if format_of(printing) in (Format.TABLE, Format.MARKDOWN):
        listing = listing._replace(records=list(listing.records))
    # A signing that is not as in the dataset has a row as well, and a release of which nothing was checked.
    others = run.tally.unchecked + run.tally.differing
    covered = run.tally.relations + run.tally.fitting * shown.everything + others

    def later() -> list[str]:
        # The exit code and the summary are of all releases, also those that --limit does not show.
        exhaust(noted)
        return run.told()

    coverage = Coverage(covered, "row" if others else "relation", later=later)
    present_listing(listing, printing, coverage)


def _noting(found: Iterator[Audit], notes: list[str]) -> Iterator[Audit]:
    """Yield the audits, and note what lines of relations cannot say: signings unlike the dataset, numbers not read."""
    from mycity_cli.output.audits import differences, numbers_unread

    for each in found:
        notes += [*differences(each), *numbers_unread(each)]
        yield each


def propose_signings(found: Iterator[Audit], dataset: Dataset, printing: Printing, shown: AuditFormat) -> None:
    """Write the signings that the dataset does not have as a dataset of their own."""
    to_file = shown.asked is None and streams.names_a_file(printing.output)
    format = format_of(printing) if to_file else Format(printing.format or Format.JSON)
    if format is not Format.JSON or shown.own:
        raise UsageError(
            say("a dataset is JSON"),
            where="--propose",
            help=say("--output new.json, without --format"),
        )
    from mycity_cli.exchange.as_json import plain_record
    from mycity_cli.output.json_ import written
    from mycity_cli.release.propose import propose
    from mycity_cli.release.rules import with_ignored

    # What a total adds up is no signing of its own, whether or not its sum is to be told.
    whole = (with_ignored(each) for each in found)
    write([written(plain_record(propose(whole, dataset)), indent=2) + "\n"], printing)
