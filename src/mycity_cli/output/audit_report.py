"""The report of an audit, as people read it on a terminal."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from mycity_cli.errors import visible
from mycity_cli.messages import listed, say, say_as, told
from mycity_cli.output.audit_places import in_quotes, place_of, place_text, quoted
from mycity_cli.output.audit_sentences import INDENT, excerpt, indented, marked, narrower
from mycity_cli.output.audit_signings import no_signings, signings
from mycity_cli.output.audit_tally import Tally
from mycity_cli.output.audit_words import CUT, not_right, one_by_one, said, unchecked, unlike
from mycity_cli.output.audits import first_character, first_of_signing, numbers_unread, why_near
from mycity_cli.output.line_breaks import in_lines
from mycity_cli.output.listing import Card, Cell, Column, field
from mycity_cli.output.notes import named
from mycity_cli.output.outcome_words import outcome_heading, outcome_word
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
        found = not_right(self._audit)
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
            yield from self._in_brief(outcome_word("true"), color_of("true"), right)
        if self._detail.everything:
            fitting = [each for each in self._audit.relations if not each.asserted]
            yield from self._in_brief(say("fits, though no word says so"), "", fitting)
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
        words = listed(quoted(self._audit.release, *each) for each in relation.words) if self._words else ""
        yield from self._fields(
            [
                *above,
                self._field("statement", relation.statement, say_as("audit", "Statement")),
                self._field("reason", relation.reason, say_as("audit", "Since")),
                self._field("words", words, say_as("audit", "Words")),
            ]
        )

    def _difference(self, compared: Compared) -> Iterator[str]:
        """Yield a signing that is not as in the dataset: its sentences, and the statements that were decided."""
        start = first_of_signing(self._audit, compared)
        yield self._heading(start, "differs", color_of("differs"), unlike(compared.record), "")
        above = yield from self._sentences(self._audit.signings[compared.signing].mentions)
        yield from self._fields(
            [
                *above,
                *(self._field(outcome.value, text, outcome_heading(outcome)) for text, outcome in compared.statements),
            ]
        )

    def _in_brief(self, heading: str, color: str, relations: Sequence[Relation]) -> Iterator[str]:
        """Yield relations under a heading, a line for each, and an empty line."""
        if not relations:
            return
        yield drawn(Text.assemble((self._told(heading), color), self._told(say_as("sign", ":"))), self._style)
        places = [
            self._told(place_of(self._audit.release, first_character(self._audit, each.candidate)))
            for each in relations
        ]
        widest = max(map(cell_len, places)) + len(INDENT)
        room = None if self._style.width is None else self._style.width - len(INDENT) - widest
        table = Table.grid(padding=(0, len(INDENT), 0, 0))
        table.add_column(no_wrap=room is None or room > widest, overflow="fold")
        table.add_column(no_wrap=room is None, overflow="fold")
        for place, relation in zip(places, relations, strict=True):
            table.add_row(Text(place), in_lines(self._brief(relation, room), room, self._style.language))
            if why := why_near(self._audit, relation):
                table.add_row("", in_lines(Text(self._told(why), "dim"), room, self._style.language))
        yield "".join(f"{INDENT}{line}\n" for line in drawn(table, narrower(self._style)).splitlines())
        yield "\n"

    def _brief(self, relation: Relation, room: int | None) -> Text:
        words = listed(in_quotes(self._audit.release, *each) for each in relation.words) if self._words else ""
        by = self._told(say("by {words}", words=words)) if words else ""
        rest = Text.assemble(_code(relation.rule), f" {by}" if by else "")
        statement = self._told(relation.statement or relation.reason)
        if room is not None and cell_len(statement) + rest.cell_len > room:
            statement = _shortened(statement)
        return Text(statement).append_text(rest)

    def _heading(self, start: int, verdict: str, color: str, said: str, rule: str) -> str:
        where, word = self._told(place_text(self._audit.release, start)), self._told(outcome_word(verdict))
        colon = self._told(say_as("sign", ": "))
        text = Text.assemble((where, "bold"), colon, (word, color), f"{colon}{self._told(said)}", _code(rule))
        return drawn(text, self._style)

    def _told(self, text: str) -> str:
        """Return a text as people see it."""
        return visible(told(text, self._style.language))

    def _field(self, name: str, text: str, heading: str) -> tuple[Column[None], Cell]:
        """Return a field of a card."""
        return field(name, told(text, self._style.language), title=told(heading, self._style.language))

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
            more = say("… and {number} more sentences", number=len(found) - _MOST_SENTENCES)
            yield indented(self._told(more), self._style)
        quotes = listed(quoted(release, each.start, each.end) for each in above)
        return [self._field("above", quotes, say_as("audit", "Above"))]

    def _account(self) -> Iterator[str]:
        """Yield what was not read and why, whether anything was checked, and what became of every figure."""
        audit = self._audit
        for line in numbers_unread(audit):
            yield drawn(Text(self._told(line)), self._style)
        places = [_line(audit, start) for start, _ in foreign(audit)]
        if places:
            yield drawn(Text(self._told(say("not read: {places}", places=named(places)))), self._style)
        nothing = unchecked(audit)
        if nothing:
            yield drawn(Text(self._told(one_by_one((audit.release.name, nothing)))), self._style)
        tally = Tally()
        tally.add(audit)
        yield drawn(Text(self._told(one_by_one((audit.release.name, tally.in_words())))), self._style)


def _code(rule: str) -> Text:
    return Text(f" [{visible(rule)}]" if rule else "", "dim")


def _line(audit: Audit, start: int) -> str:
    release = audit.release
    return place_of(release, start) if release.extracted else say("line {number}", number=release.place(start)[0])


def _shortened(statement: str) -> str:
    """Return a statement whose first sum shows but its first and its last terms, where it has many."""
    terms = statement.split(" + ")
    return f"{terms[0]} + … + {terms[-1]}" if len(terms) > _MOST_TERMS else statement
