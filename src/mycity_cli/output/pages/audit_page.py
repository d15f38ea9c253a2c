"""Audits on a page: what is wrong first, the release with its figures marked, and the proof of each relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from mycity_cli.messages import Language, listed, say, told
from mycity_cli.output.audit_grounds import AuditGrounds
from mycity_cli.output.audit_places import in_quotes, place_of, quoted
from mycity_cli.output.audit_sentences import one_line
from mycity_cli.output.audit_signings import by_whole
from mycity_cli.output.audit_tally import COMPARED, Tally
from mycity_cli.output.audit_words import judged, not_right, one_by_one, said, unchecked, unlike, why_none
from mycity_cli.output.audits import (
    first_character,
    first_of_signing,
    language,
    numbers_unread,
    stated,
    why_near,
)
from mycity_cli.output.pages.captions import origin
from mycity_cli.output.pages.diction import Diction
from mycity_cli.output.pages.marked_text import (
    WORST_FIRST,
    MarkSpan,
    TextLine,
    TextPiece,
    figure_spans,
    lines_of,
    sentence_pieces,
    worst,
)
from mycity_cli.output.pages.paper import page
from mycity_cli.output.proofs.parts import source_text, url_of
from mycity_cli.release.answer import foreign
from mycity_cli.release.decide import COMPUTED, verdict_of
from mycity_cli.release.findings import Audit, Compared, Relation, RelationKind, numbers_of
from mycity_cli.statement.verdict import Outcome, Verdict

_MOST_SENTENCES = 8


class AuditsShown(NamedTuple):
    """Audits, what they rest on, and what cannot be read, which grows while they are made.

    `everything` and `words` tell more, as on a terminal. The page is in the `language`.
    """

    audits: Iterable[Audit]
    grounds: AuditGrounds
    failures: Sequence[str] = ()
    everything: bool = False
    words: bool = False
    language: Language = Language.ENGLISH


class FigureProof(NamedTuple):
    """What was found about some figures: a relation, or how a signing differs from the dataset."""

    id: str
    outcome: str
    said: str
    place: str
    rule: str
    sentences: Sequence[Sequence[TextPiece]]
    more: int
    fields: Sequence[tuple[str, str]]
    statement: str
    reason: str
    near: str = ""
    terms: Sequence[Any] = ()
    statements: Sequence[tuple[str, str]] = ()


def audits_page(shown: AuditsShown) -> Iterator[str]:
    """Yield the page. Raises MissingExtraError where the extra for it is not installed."""
    releases = [_Release(audit, number, shown) for number, audit in enumerate(shown.grounds.met(shown.audits), start=1)]
    diction = Diction(shown.grounds.records, (), shown.language)
    words, provenance = diction.words["audit"], shown.grounds.provenance
    alone = releases[0].name if len(releases) == 1 else None
    title = (
        words["several"].format(number=len(releases))
        if alone is None
        else words["title"].format(name=PurePath(alone).name)
    )
    # Failures are known when every release has been read.
    yield page(
        "audit.html.jinja",
        shown.language,
        title=title,
        kicker=words["kicker"],
        origin=[] if provenance is None else origin(provenance, shown.language),
        sources=[
            (told(source_text(source), shown.language), url_of(source) or "") for source in shown.grounds.sources()
        ],
        releases=[each.content() for each in releases],
        failures=[told(each, shown.language) for each in shown.failures],
    )


class _Release:
    """What the page has of one release. Its marks and proofs are named by its number."""

    def __init__(self, audit: Audit, number: int, shown: AuditsShown) -> None:
        self._audit = audit
        self._id = f"r{number}"
        self._shown = shown
        self._diction = Diction(shown.grounds.records, (), shown.language)
        self._words: dict[str, str] = self._diction.words["audit"]

    @property
    def name(self) -> str:
        """What the release is called."""
        name = self._audit.release.name
        return self._told(say("standard input")) if name == "-" else name

    def _told(self, text: str) -> str:
        """Return a text in the language of the page."""
        return told(text, self._shown.language)

    def _place(self, start: int) -> str:
        """Return where a character of the release stands."""
        return self._told(place_of(self._audit.release, start))

    def content(self) -> dict[str, Any]:
        """Return what the template is filled with."""
        audit = self._audit
        found = not_right(audit)
        right = [each for each in audit.asserted if each.outcome is Outcome.TRUE]
        problems = [(each, f"{self._id}-p{number}") for number, each in enumerate(found)]
        agreeing = [(each, f"{self._id}-t{number}") for number, each in enumerate(right)]
        differing = [each for each in audit.compared if each.outcome == "differs"]
        # What is false comes first, then what is not as in the dataset, as on a terminal.
        errors = [self._proof(*each) for each in problems if each[0].outcome is Outcome.FALSE]
        open_ = [self._proof(*each) for each in problems if each[0].outcome is not Outcome.FALSE]
        tally = Tally()
        tally.add(audit)
        return {
            "id": self._id,
            "name": self.name,
            "language": language(audit) or "",
            "counts": self._counts(differing),
            "account": self._told(tally.in_words()),
            "hash": self._shown.grounds.hash_of(audit.release.name) or "",
            "unchecked": self._told(unchecked(audit)),
            "problems": [*errors, *(self._difference(each) for each in differing), *open_],
            "right": [self._proof(*each) for each in agreeing],
            "fitting": self._fitting(),
            "lines": list(self._lines([*problems, *agreeing], differing)),
            "kinds": self._kinds(),
            "signings": list(self._signings()),
            "others": list(self._others()) if self._shown.everything else [],
            "unread": self._unread(),
        }

    def _counts(self, differing: Sequence[Compared]) -> list[tuple[str, int]]:
        """Return how many relations came out how, and how many signings are not as in the dataset."""
        counts = [(each.value, sum(r.outcome is each for r in self._audit.asserted)) for each in WORST_FIRST]
        counts.insert(1, ("differs", len(differing)))
        return [(name, number) for name, number in counts if number]

    # --- proofs -------------------------------------------------------------------------------------------------------

    def _proof(self, relation: Relation, id: str) -> FigureProof:
        audit, words = self._audit, self._words
        numbers = numbers_of(relation.candidate)
        sentences, more = self._sentences(numbers)
        fields = list(self._computed(relation))
        if self._shown.words and relation.words:
            quotes = listed(in_quotes(audit.release, *each) for each in relation.words)
            fields.append((words["words"], self._told(quotes)))
        return FigureProof(
            id=id,
            outcome=relation.outcome.value,
            said=self._told(said(relation)),
            place=self._place(first_character(audit, relation.candidate)),
            rule=relation.rule,
            sentences=sentences,
            more=more,
            fields=fields,
            statement=self._told(relation.statement),
            reason=self._told(relation.reason),
            near=self._told(why_near(audit, relation)),
            terms=[self._term(number) for number in dict.fromkeys(numbers)],
        )

    def _computed(self, relation: Relation) -> Iterator[tuple[str, str]]:
        """Yield what both sides come to, and their difference."""
        verdict = self._verdict(relation)
        if verdict is None:
            return
        names = ("computed", "stated") if relation.candidate.kind in COMPUTED else ("left_side", "right_side")
        sides = ((names[0], verdict.left), (names[1], verdict.right), ("difference", verdict.margin))
        for name, side in sides:
            if text := self._diction.sum(side, verdict.unit):
                yield self._words[name], text

    def _verdict(self, relation: Relation) -> Verdict | None:
        """Return the verdict on the statement of a relation; None where it is another statement, or has no terms.

        The rate of a conversion is checked, which is another statement than that both amounts are the same.
        """
        if not relation.candidate.terms or relation.candidate.kind is RelationKind.CONVERSION:
            return None
        verdict = verdict_of(relation.candidate, [mention.figure for mention in self._audit.mentions])
        return verdict if verdict.statement == relation.statement else None

    def _term(self, number: int) -> dict[str, str]:
        mention = self._audit.mentions[number]
        return {
            "mark": f"{self._id}-f-{number}",
            "written": one_line(self._audit.release.text[mention.start : mention.end]),
            "value": self._diction.with_between(mention.figure),
            "place": self._place(mention.start),
        }

    def _sentences(self, numbers: Sequence[int]) -> tuple[list[list[TextPiece]], int]:
        """Return the sentences that hold figures, and how many more do."""
        mentions = sorted((self._audit.mentions[number] for number in numbers), key=lambda mention: mention.start)
        found = list(dict.fromkeys(mention.sentence for mention in mentions))
        shown = [sentence_pieces(self._audit, each, numbers) for each in found[:_MOST_SENTENCES]]
        return shown, max(0, len(found) - _MOST_SENTENCES)

    def _difference(self, compared: Compared) -> FigureProof:
        """Return how a signing is not as in the dataset."""
        numbers = self._audit.signings[compared.signing].mentions
        sentences, more = self._sentences(numbers)
        return FigureProof(
            id=self._of_difference(compared),
            outcome="differs",
            said=self._told(unlike(compared.record)),
            place=self._place(first_of_signing(self._audit, compared)),
            rule="",
            sentences=sentences,
            more=more,
            fields=(),
            statement="",
            reason="",
            terms=[self._term(number) for number in dict.fromkeys(numbers)],
            statements=self._compared(compared),
        )

    def _compared(self, compared: Compared) -> list[tuple[str, str]]:
        """Return the statements that a signing was compared with a record by, and how each came out."""
        return [(self._told(statement), outcome.value) for statement, outcome in compared.statements]

    def _of_difference(self, compared: Compared) -> str:
        return f"{self._id}-d{compared.signing}"

    def _fitting(self) -> list[tuple[str, str, str]]:
        """Return what fits though no word says so, where everything is to be shown."""
        if not self._shown.everything:
            return []
        found = [each for each in self._audit.relations if not each.asserted]
        return [
            (self._place(first_character(self._audit, each.candidate)), self._told(each.statement), each.rule)
            for each in found
        ]

    # --- the text -----------------------------------------------------------------------------------------------------

    def _lines(self, proofs: Sequence[tuple[Relation, str]], differing: Sequence[Compared]) -> Iterator[TextLine]:
        by_figure = worst((relation, id, self._told(judged(relation))) for relation, id in proofs)
        for compared in differing:
            for number in self._differing(compared):
                if by_figure.get(number, (None,))[0] is not Outcome.FALSE:
                    why = self._told(one_by_one((COMPARED["differs"], compared.record or "")))
                    by_figure[number] = (Outcome.FALSE, self._of_difference(compared), why)
        unread = (
            MarkSpan(each.start, each.end, TextPiece("", "unread", title=self._told(each.reason)))
            for each in self._audit.unread
        )
        return lines_of(self._audit, [*figure_spans(self._audit, f"{self._id}-f", by_figure), *unread])

    def _differing(self, compared: Compared) -> Sequence[int]:
        """Return the figures of a signing that are not as in the dataset: those that a false statement names."""
        numbers = self._audit.signings[compared.signing].mentions
        false = [statement for statement, outcome in compared.statements if outcome is Outcome.FALSE]
        named = [
            number for number in numbers if any(self._audit.mentions[number].figure.text in each for each in false)
        ]
        return named or numbers

    def _kinds(self) -> list[str]:
        """Return the kinds of marks that the text has, for the legend."""
        audit = self._audit
        outcomes = {relation.outcome for relation in audit.asserted}
        kinds = [each.value.replace(" ", "-") for each in WORST_FIRST if each in outcomes]
        groups = audit.accounted
        return kinds + [
            name
            for name, found in (("ignored", groups.ignored), ("alone", groups.alone), ("unread", audit.unread))
            if found
        ]

    # --- the rest -----------------------------------------------------------------------------------------------------

    def _signings(self) -> Iterator[dict[str, Any]]:
        """Yield the signings, each part below its whole."""
        for row in by_whole(self._audit):
            found, compared = row.found, row.compared
            projects, amount = (stated(self._audit, number) for number in (found.projects, found.amount))
            first = min(found.mentions, key=lambda number: self._audit.mentions[number].start, default=None)
            yield {
                "mark": "" if first is None else f"{self._id}-f-{first}",
                "place": "" if first is None else self._place(self._audit.mentions[first].start),
                "is_part": row.is_part,
                "date": self._diction.date(found.date),
                "city": found.host or "",
                "promoter": found.promoter or "",
                "projects": "" if projects is None else self._diction.figure(projects),
                "amount": "" if amount is None else one_line(str(amount)),
                "outcome": "" if compared is None else compared.outcome,
                "dataset": "" if compared is None else self._told(COMPARED[compared.outcome]),
                "record": (compared and compared.record) or "",
                "statements": [] if compared is None else self._compared(compared),
            }

    def _others(self) -> Iterator[str]:
        """Yield what looks like a signing and is none, with the reason."""
        release = self._audit.release
        for each in self._audit.others:
            found = sorted(
                (self._audit.mentions[number] for number in each.mentions), key=lambda mention: mention.start
            )
            words = listed(quoted(release, mention.start, mention.end) for mention in found)
            yield self._told(one_by_one((words, why_none(each.reason))))

    def _unread(self) -> list[str]:
        """Return what was not read, and why."""
        places = [place_of(self._audit.release, start) for start, _ in foreign(self._audit)]
        elsewhere = say("in another language: {places}", places=listed(places))
        return [self._told(each) for each in (*numbers_unread(self._audit), *([elsewhere] if places else []))]
