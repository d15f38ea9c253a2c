"""The report of an audit, as people read it on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mycity_cli.errors import visible
from mycity_cli.output.audit_tally import COMPARED, Tally
from mycity_cli.output.audits import Audited, first_of_signing, foreign, numbers_unread, place_text, stated
from mycity_cli.output.listing import Card, Cell, Column, Kind, Listing, field
from mycity_cli.output.render import Style
from mycity_cli.output.table import UNLIMITED, card, drawn, fitting_columns, listing
from mycity_cli.release.compare import NEW
from mycity_cli.release.findings import Audit, Compared, FoundSigning, RelationKind, numbers_of
from mycity_cli.statement.verdict import Outcome

Row = tuple[FoundSigning, Compared | None]

_INDENT = "  "
_AROUND = 60
"""How many characters a long sentence is shown of on either side of a figure."""
_LONGEST = 400
"""The most characters of a sentence that is shown whole."""
_MOST_SENTENCES = 8
_FIRST = (Outcome.FALSE, Outcome.UNDECIDED, Outcome.NOT_CHECKABLE, Outcome.TRUE)
_COLORS = {Outcome.FALSE: "bold red", Outcome.UNDECIDED: "bold yellow", Outcome.TRUE: "bold green"}
_MARKED = "bold"
_SAID = {
    RelationKind.SUM: ("the parts add up to the total", "the parts do not add up to the total"),
    RelationKind.SHARE: ("the share is right", "the share is not right"),
    RelationKind.GROWTH: ("the change is right", "the change is not right"),
    RelationKind.AVERAGE: ("the average is right", "the average is not right"),
    RelationKind.CONVERSION: ("the amounts in two currencies fit", "the amounts in two currencies do not fit"),
    RelationKind.RESTATED: ("the figure is the same in both places", "the figure is not the same in both places"),
    RelationKind.EXCEEDS: ("the one exceeds the other", "the one does not exceed the other"),
}
"""What a relation says in plain words where it is true, and where it is false."""


def report(audits: Iterable[Audit], style: Style) -> Iterator[str]:
    """Yield what is to be read of each audit: the relations, those that fail first, the signings, the coverage."""
    for number, audit in enumerate(audits):
        yield "\n" if number else ""
        for relation in sorted(audit.relations, key=lambda each: _FIRST.index(each.outcome)):
            yield from _relation(Audited(audit, relation), style)
        for compared in audit.compared:
            if compared.outcome == "differs":
                yield from _difference(audit, compared, style)
        if audit.signings:
            yield from _found(_signings(audit), style)
        yield from _coverage(audit, style)


def _relation(audited: Audited, style: Style) -> Iterator[str]:
    """Yield a relation: where it stands and what it comes to, its sentences, the statement and the reason."""
    audit, relation = audited
    outcome = relation.outcome
    true, false = _SAID[relation.candidate.kind]
    said = {Outcome.TRUE: true, Outcome.FALSE: false}.get(outcome, f"whether {true}")
    yield _heading(place_text(audit, *audited.place), outcome, _COLORS.get(outcome, ""), said, style)
    yield from _sentences(audit, numbers_of(relation.candidate), style)
    yield from _fields([field("statement", relation.statement), field("reason", relation.reason, title="Since")], style)


def _difference(audit: Audit, compared: Compared, style: Style) -> Iterator[str]:
    """Yield a signing that is not as in the dataset: its sentences, and the statements that were decided."""
    numbers = audit.signings[compared.signing].mentions
    where = place_text(audit, *audit.release.place(first_of_signing(audit, compared)))
    said = f"the signing is not as in the dataset: {compared.record}"
    yield _heading(where, "differs", _COLORS[Outcome.FALSE], said, style)
    yield from _sentences(audit, numbers, style)
    yield from _fields([field(outcome.value, statement) for statement, outcome in compared.statements], style)


def _heading(where: str, verdict: str, color: str, said: str, style: Style) -> str:
    return drawn(Text.assemble((visible(where), "bold"), ": ", (verdict, color), f": {visible(said)}"), style)


def _fields(fields: Sequence[tuple[Column[None], Cell]], style: Style) -> Iterator[str]:
    """Yield fields below each other, and an empty line."""
    yield "".join(f"{_INDENT}{line}\n" for drawn in card(Card(fields), _narrower(style)) for line in drawn.splitlines())
    yield "\n"


def _indented(text: str | Text, style: Style) -> str:
    """Return text in lines that start a little to the right."""
    what = Text(visible(text)) if isinstance(text, str) else text
    return "".join(f"{_INDENT}{line}\n" for line in drawn(what, _narrower(style)).splitlines())


def _narrower(style: Style) -> Style:
    return style if style.width is None else style._replace(width=max(1, style.width - len(_INDENT)))


def _sentences(audit: Audit, numbers: Sequence[int], style: Style) -> Iterator[str]:
    """Yield the sentences that hold figures, each figure marked."""
    mentions = sorted((audit.mentions[number] for number in set(numbers)), key=lambda mention: mention.start)
    found = list(dict.fromkeys(mention.sentence for mention in mentions))
    for sentence in found[:_MOST_SENTENCES]:
        marks = [(mention.start, mention.end) for mention in mentions if mention.sentence == sentence]
        start, end = audit.release.sentences[sentence][:2]
        yield from _marked(_excerpt(audit.release.text, start, end, marks), style)
    if len(found) > _MOST_SENTENCES:
        yield _indented(f"… and {len(found) - _MOST_SENTENCES} more sentences", style)


def _excerpt(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> Text:
    """Return a sentence with its marks; of a long one what stands around the marks."""
    shown = Text()
    at = start
    for number, (first, last) in enumerate(marks):
        before = text[at:first]
        if end - start > _LONGEST:
            before = _cut(before, head=number > 0)
        shown.append(_one_line(before)).append(_one_line(text[first:last]), _MARKED)
        at = last
    rest = text[at:end]
    if end - start > _LONGEST and len(rest) > _AROUND:
        rest = rest[:_AROUND] + "…"
    return shown.append(_one_line(rest).rstrip())


def _cut(before: str, *, head: bool) -> str:
    """Return what stands before a mark, without its middle, or without its beginning where nothing is before it."""
    most = _AROUND * (1 + head)
    if len(before) <= most:
        return before
    return f"{before[:_AROUND] if head else ''}…{before[-_AROUND:]}"


def _one_line(text: str) -> str:
    """Return text on one line, what could act on a terminal written out; line ends and tabs are but spaces."""
    return visible(text.translate(_SPACES))


_SPACES = str.maketrans("\t\n\r\v\f", "     ")


def _marked(sentence: Text, style: Style) -> Iterator[str]:
    """Yield the lines of a sentence, with a line of carets below each that has a mark."""
    width = _narrower(style).width or UNLIMITED
    for line in sentence.wrap(Console(width=width, _environ={}), width):
        line.rstrip()
        yield _indented(line, style)
        carets = _carets(line)
        if carets:
            yield f"{_INDENT}{carets}\n"


def _carets(line: Text) -> str:
    carets = ""
    for span in sorted(line.spans):
        if span.style == _MARKED and span.start < span.end:
            carets = carets.ljust(cell_len(line.plain[: span.start])) + "^" * cell_len(
                line.plain[span.start : span.end]
            )
    return carets


def _found(signings: Listing[Row], style: Style) -> Iterator[str]:
    """Yield the signings as a table, and an empty line; where it has no room for every column, one below the other."""
    dropped = fitting_columns(signings, style)[1]
    compared = {None if row[1] is None else row[1].outcome for row in signings.records}
    if not dropped or (dropped == ("dataset",) and compared == {NEW}):
        # That none of them is in the dataset stands below, where they are counted.
        yield from listing(signings, style._replace(header=None))
        yield "\n"
        return
    columns = signings.columns_named(signings.on_terminal)
    for row in signings.records:
        yield from card(Card([field(each.name, each.get(row), each.kind, each.heading) for each in columns]), style)
        yield "\n"


def _signings(audit: Audit) -> Listing[Row]:
    """Return the signings under their columns, as the release states them."""
    compared = {each.signing: each for each in audit.compared}
    rows = [(signing, compared.get(number)) for number, signing in enumerate(audit.signings)]
    columns: tuple[Column[Row], ...] = (
        Column("date", lambda row: row[0].date, Kind.DATE, rank=3),
        Column("city", lambda row: row[0].host),
        Column("promoter", lambda row: row[0].promoter, rank=2),
        Column("projects", lambda row: stated(audit, row[0].projects), Kind.COUNT, rank=1),
        Column("amount", lambda row: str(stated(audit, row[0].amount) or "")),
        Column("part", lambda row: "part" if row[0].part else None, title="Part", rank=4),
        Column("dataset", lambda row: row[1] and (row[1].record or COMPARED[row[1].outcome]), rank=5),
    )
    names = tuple(column.name for column in columns if any(column.get(row) not in (None, "") for row in rows))
    return Listing(columns, rows, default=names, on_terminal=names, in_json=names)


def _coverage(audit: Audit, style: Style) -> Iterator[str]:
    tally = Tally()
    tally.add(audit)
    yield drawn(Text(f"{visible(audit.release.name)}: {tally}"), style)
    for line in numbers_unread(audit):
        yield drawn(Text(visible(line)), style)
    places = [f"line {audit.release.place(start)[0]}" for start, _ in foreign(audit)]
    if places:
        more = f" and {len(places) - 5} more" if len(places) > 5 else ""
        yield drawn(Text(f"not read: {', '.join(places[:5])}{more}"), style)
