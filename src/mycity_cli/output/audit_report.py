"""The report of an audit, as people read it on a terminal."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from mycity_cli.errors import visible
from mycity_cli.output.audit_places import place_of, place_text, quoted
from mycity_cli.output.audit_sentences import INDENT, excerpt, indented, marked, narrower
from mycity_cli.output.audit_signings import no_signings, signings
from mycity_cli.output.audit_tally import Tally
from mycity_cli.output.audit_words import CUT, said, told, unchecked
from mycity_cli.output.audits import first_character, first_of_signing, numbers_unread, why_near, words_of
from mycity_cli.output.listing import Card, Cell, Column, field
from mycity_cli.output.render import Style
from mycity_cli.output.table import card, drawn
from mycity_cli.output.verdict_colors import color_of
from mycity_cli.release.answer import foreign
from mycity_cli.release.findings import Audit, Compared, Relation, numbers_of
from mycity_cli.statement.verdict import Outcome

Fields = Sequence[tuple[Column[None], Cell]]

_MOST_SENTENCES = 8
_MOST_TERMS = 3
"""Of a statement with more terms than that the first and the last are shown where it has no room."""


class Detail(NamedTuple):
    """How much a report tells: what is right in full, also what no word asserts, the words that relations rest on."""

    verbose: bool = False
    everything: bool = False
    words: bool = False


def report(
    audits: Iterable[Audit], style: Style, detail: Detail | None = None, *, named: bool = False
) -> Iterator[str]:
    """Yield what is to be read of each audit: what is wrong, what is open, what is right, the signings, the account.

    The name of the release stands before it where it is to be `named`: there may be several.
    """
    for number, audit in enumerate(audits):
        yield "\n" if number else ""
        if named:
            yield drawn(Text(visible(audit.release.name), style="bold"), style)
            yield "\n"
        yield from _Page(audit, style, detail or Detail()).lines()


class _Page:
    """The report of one audit. A sentence that is on it already is not shown again."""

    def __init__(self, audit: Audit, style: Style, detail: Detail) -> None:
        self._audit = audit
        self._style = style
        self._detail = detail
        self._words = detail.words or detail.verbose
        self._shown: set[int] = set()

    def lines(self) -> Iterator[str]:
        """Yield the report."""
        found = told(self._audit)
        errors = [each for each in found if each.outcome is Outcome.FALSE and each.rule != CUT]
        for relation in errors:
            yield from self._in_full(relation)
        for compared in self._audit.compared:
            if compared.outcome == "differs":
                yield from self._difference(compared)
        for relation in found[len(errors) :]:
            yield from self._in_full(relation)
        right = [each for each in self._audit.asserted if each.outcome is Outcome.TRUE]
        if self._detail.verbose:
            for relation in right:
                yield from self._in_full(relation)
        else:
            yield from self._in_brief("true", color_of("true"), right)
        if self._detail.everything:
            fitting = [each for each in self._audit.relations if not each.asserted]
            yield from self._in_brief("fits, though no word says so", "", fitting)
            yield from no_signings(self._audit, self._style)
        if self._audit.signings:
            yield from signings(self._audit, self._style)
        yield from self._account()

    def _in_full(self, relation: Relation) -> Iterator[str]:
        """Yield a relation: where it stands and what it comes to, its sentences, the statement and the reason."""
        start = first_character(self._audit, relation.candidate)
        outcome = relation.outcome
        yield self._heading(start, outcome, color_of(outcome), said(relation), relation.rule)
        above = yield from self._sentences(numbers_of(relation.candidate))
        words = ", ".join(quoted(self._audit.release, *each) for each in relation.words) if self._words else ""
        yield from self._fields(
            [
                *above,
                field("statement", relation.statement),
                field("reason", relation.reason, title="Since"),
                field("words", words),
            ]
        )

    def _difference(self, compared: Compared) -> Iterator[str]:
        """Yield a signing that is not as in the dataset: its sentences, and the statements that were decided."""
        start = first_of_signing(self._audit, compared)
        said = f"the signing is not as in the dataset: {compared.record}"
        yield self._heading(start, "differs", color_of("differs"), said, "")
        above = yield from self._sentences(self._audit.signings[compared.signing].mentions)
        yield from self._fields(
            [*above, *(field(outcome.value, statement) for statement, outcome in compared.statements)]
        )

    def _in_brief(self, heading: str, color: str, relations: Sequence[Relation]) -> Iterator[str]:
        """Yield relations under a heading, a line for each, and an empty line."""
        if not relations:
            return
        yield drawn(Text.assemble((heading, color), ":"), self._style)
        places = [place_of(self._audit.release, first_character(self._audit, each.candidate)) for each in relations]
        widest = max(map(len, places)) + len(INDENT)
        room = None if self._style.width is None else self._style.width - len(INDENT) - widest
        table = Table.grid(padding=(0, len(INDENT), 0, 0))
        table.add_column(no_wrap=room is None or room > widest, overflow="fold")
        table.add_column(no_wrap=room is None, overflow="fold")
        for place, relation in zip(places, relations, strict=True):
            table.add_row(Text(place), self._brief(relation, room))
            if why := why_near(self._audit, relation):
                table.add_row("", Text(visible(why), "dim"))
        yield "".join(f"{INDENT}{line}\n" for line in drawn(table, narrower(self._style)).splitlines())
        yield "\n"

    def _brief(self, relation: Relation, room: int | None) -> Text:
        words = ", ".join(f"'{each}'" for each in words_of(self._audit, relation)) if self._words else ""
        rest = Text.assemble(_code(relation.rule), visible(f" by {words}" if words else ""))
        statement = visible(relation.statement or relation.reason)
        if room is not None and cell_len(statement) + rest.cell_len > room:
            statement = _shortened(statement)
        return Text(statement).append_text(rest)

    def _heading(self, start: int, verdict: str, color: str, said: str, rule: str) -> str:
        where = visible(place_text(self._audit.release, start))
        return drawn(
            Text.assemble((where, "bold"), ": ", (verdict, color), f": {visible(said)}", _code(rule)), self._style
        )

    def _fields(self, fields: Fields) -> Iterator[str]:
        """Yield fields below each other, and an empty line."""
        lines = "".join(card(Card(fields), narrower(self._style))).splitlines()
        yield "".join(f"{INDENT}{line}\n" for line in lines)
        yield "\n"

    def _sentences(self, numbers: Sequence[int]) -> Generator[str, None, Fields]:
        """Yield the sentences that hold figures, each figure marked. Return a field of those that stand above."""
        release = self._audit.release
        mentions = sorted((self._audit.mentions[number] for number in set(numbers)), key=lambda mention: mention.start)
        above = [each for each in mentions if each.sentence in self._shown]
        found = list(dict.fromkeys(each.sentence for each in mentions if each.sentence not in self._shown))
        for sentence in found[:_MOST_SENTENCES]:
            marks = [(mention.start, mention.end) for mention in mentions if mention.sentence == sentence]
            start, end = release.sentences[sentence][:2]
            yield from marked(excerpt(release.text, start, end, marks), self._style)
            self._shown.add(sentence)
        if len(found) > _MOST_SENTENCES:
            yield indented(f"… and {len(found) - _MOST_SENTENCES} more sentences", self._style)
        return [field("above", ", ".join(quoted(release, each.start, each.end) for each in above))]

    def _account(self) -> Iterator[str]:
        """Yield what was not read and why, whether anything was checked, and what became of every figure."""
        audit = self._audit
        for line in numbers_unread(audit):
            yield drawn(Text(visible(line)), self._style)
        places = [_line(audit, start) for start, _ in foreign(audit)]
        if places:
            more = f" and {len(places) - 5} more" if len(places) > 5 else ""
            yield drawn(Text(f"not read: {', '.join(places[:5])}{more}"), self._style)
        nothing = unchecked(audit)
        if nothing:
            yield drawn(Text(f"{visible(audit.release.name)}: {nothing}"), self._style)
        tally = Tally()
        tally.add(audit)
        yield drawn(Text(visible(f"{audit.release.name}: {tally}")), self._style)


def _code(rule: str) -> Text:
    return Text(f" [{visible(rule)}]" if rule else "", "dim")


def _line(audit: Audit, start: int) -> str:
    release = audit.release
    return place_of(release, start) if release.extracted else f"line {release.place(start)[0]}"


def _shortened(statement: str) -> str:
    """Return a statement whose first sum shows but its first and its last terms, where it has many."""
    terms = statement.split(" + ")
    return f"{terms[0]} + … + {terms[-1]}" if len(terms) > _MOST_TERMS else statement
