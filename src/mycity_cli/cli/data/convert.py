"""`mycity data convert`: a dataset in another format."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mycity_cli.cli import streams
from mycity_cli.cli.data.options import FORCE
from mycity_cli.cli.destination import require_file, require_other
from mycity_cli.cli.opening import require_no_table_options, said_for, settings_said
from mycity_cli.cli.option_groups import with_groups
from mycity_cli.cli.table_options import Tables
from mycity_cli.errors import UsageError
from mycity_cli.messages import clauses, listed, say
from mycity_cli.output.nouns import number_of

if TYPE_CHECKING:
    from mycity_cli.exchange.from_rows import Read
    from mycity_cli.exchange.signing_rows import LeftOut

EPILOG = """Examples:

mycity data convert deals.json deals.sqlite

mycity data convert deals.json signings.csv

mycity data convert signings.csv new.json --like deals.json

mycity data convert theirs.xlsx ours.json --map city='Host City' --amount-unit 'million USD'

Every table that --data reads is read: spreadsheets, text, JSON, Parquet, databases. Of the formats that are written,
.json and .sqlite (.db) hold everything; .csv, .tsv, .jsonl and .parquet hold the signings, one a row, with the columns
id, date, city, promoter, conference, kind, partner, projects, amount, currency, source, at, part_of, fields and note.
"""


@with_groups
def convert(
    tables: Tables,
    source: Annotated[Path, typer.Argument(metavar="IN", show_default=False, help="The file to read.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", show_default=False, help="The file to write.")],
    like: Annotated[
        Path | None,
        typer.Option(
            "--like", metavar="DATASET", show_default=False, help="A dataset with all that a table of signings lacks."
        ),
    ] = None,
    force: FORCE = False,  # noqa: FBT002  # a flag
) -> None:
    """Write a dataset in another format: JSON, SQLite, or its signings as CSV, JSON Lines or Parquet."""
    from mycity_cli.exchange import converting

    require_file(target, where="OUT")
    if tables.from_ is None:
        converting.require_input(source, where="IN")
    converting.require_output(target, where="OUT")
    is_table = tables.from_ is not None or converting.is_table(source)
    if not is_table:
        if like is not None:
            raise UsageError(say("is for a table of signings; IN holds a whole dataset"), where="--like")
        require_no_table_options(tables)
    require_other(target, [str(source), *([] if like is None else [str(like)])], where="OUT")
    if not force:
        streams.require_free(target)
    read = (
        _table(tables._replace(like=like), source, target)
        if is_table
        else converting.read(source, progress=streams.progress)
    )
    left_out = converting.write(read.dataset, target, replace=bool(force))
    streams.print_notes([*_notes_on_reading(read, source), *_notes_on_writing(left_out, source)])


def _table(tables: Tables, source: Path, target: Path) -> "Read":
    """Return the dataset that a table is, read as options, its saved reading and defaults say."""
    from mycity_cli.exchange import converting

    with said_for(tables, str(source)) as said:
        settings, like = settings_said(said), said.tables.like
        require_other(target, [str(name) for name in (like, tables.profile) if name is not None], where="OUT")
        known = None if like is None else converting.read(Path(like)).dataset
        read = converting.read(source, like=known, settings=settings, progress=streams.progress)
        return read._replace(notes=(*settings.notes, *read.notes))


def _notes_on_reading(read: "Read", source: Path) -> list[str]:
    from mycity_cli.tables.telling import left_out

    notes = [*read.notes, *left_out(read.bad)]
    if read.supplied:
        columns = listed(read.supplied)
        notes.append(say("made, since {file} has no such column: {columns}", file=str(source), columns=columns))
    if read.unread:
        columns = listed(read.unread)
        notes.append(say("columns of {file} that are not read: {columns}", file=str(source), columns=columns))
    if read.named_only:
        records = listed(number_of(number, noun) for noun, number in read.named_only.items())
        notes.append(say("known by name only: {records}; complete them, or give --like DATASET", records=records))
    return notes


def _notes_on_writing(left_out: "LeftOut | None", source: Path) -> list[str]:
    if left_out is None:
        return []
    ids_only, records = (
        [number_of(number, noun) for noun, number in counts.items()] for counts in (left_out.ids_only, left_out.records)
    )
    words: list[str] = [say("all but the ids of {records}", records=listed(ids_only))] if ids_only else []
    quotations = [number_of(left_out.quotations, "quotation")] if left_out.quotations else []
    lost = [*records, *quotations, *left_out.fields]
    words += [listed(lost)] if lost else []
    if not words:
        return []
    back = f"--like {source}"
    return [say("left out: {things}; to convert back: {option}", things=clauses(words), option=back)]
