"""The report of an audit in Markdown: what the report on a terminal says, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mycity_cli.errors import visible
from mycity_cli.messages import Language, clauses, listed, say, say_as, told
from mycity_cli.output.audit_grounds import AuditGrounds, cited_by
from mycity_cli.output.audit_places import place_of, place_text
from mycity_cli.output.audit_report import Detail
from mycity_cli.output.audit_sentences import one_line
from mycity_cli.output.audit_tally import COMPARED, Tally
from mycity_cli.output.audit_words import judged, not_right, one_by_one, unchecked, unlike, why_none
from mycity_cli.output.audits import first_character, first_of_signing, numbers_unread, stated, why_near, words_of
from mycity_cli.output.markdown import escaped, line
from mycity_cli.output.naming import cited_text
from mycity_cli.output.outcome_words import outcome_word
from mycity_cli.output.proofs.markdown import foot
from mycity_cli.release.answer import foreign
from mycity_cli.release.findings import Audit, Compared, Relation, numbers_of
from mycity_cli.statement.verdict import Outcome


def report(
    audits: Iterable[Audit], detail: Detail, grounds: AuditGrounds, language: Language = Language.ENGLISH
) -> Iterator[str]:
    """Yield the report of each audit, and below all of them the sources and the data that they were compared with."""
    heading = say_as("audit", "Audit")
    yield f"# {told(heading, language)}\n\n"
    for audit in grounds.met(audits):
        yield from _Section(audit, detail, grounds, language).lines()
    yield from foot(grounds.sources(), grounds.provenance, language)


class _Section:
    """The report of one audit: the account of it first, then problems, what is open, what is right, the signings."""

    def __init__(self, audit: Audit, detail: Detail, grounds: AuditGrounds, language: Language) -> None:
        self._audit = audit
        self._detail = detail
        self._grounds = grounds
        self._language = language

    def lines(self) -> Iterator[str]:
        """Yield the report, and an empty line behind each part."""
        yield f"## {escaped(self._audit.release.name)}\n\n"
        yield from self._account()
        right = [each for each in self._audit.asserted if each.outcome is Outcome.TRUE]
        problems = not_right(self._audit)
        for relation in problems:
            if relation.outcome is Outcome.FALSE:
                yield from self._in_full(relation)
        for compared in self._audit.compared:
            if compared.outcome == "differs":
                yield from self._difference(compared)
        for relation in problems:
            if relation.outcome is not Outcome.FALSE:
                yield from self._in_full(relation)
        if self._detail.verbose:
            for relation in right:
                yield from self._in_full(relation)
        else:
            yield from self._in_brief(outcome_word("true"), right)
        if self._detail.everything:
            fitting = [each for each in self._audit.relations if not each.asserted]
            yield from self._in_brief(say("fits, though no word says so"), fitting)
            yield from self._no_signings()
        yield from self._signings()

    def _account(self) -> Iterator[str]:
        tally = Tally()
        tally.add(self._audit)
        nothing = unchecked(self._audit)
        places = [place_of(self._audit.release, start) for start, _ in foreign(self._audit)]
        foreign_places = say("not read, neither English nor Chinese: {places}", places=listed(places))
        yield from self._list(
            [
                tally.in_words(),
                *([nothing] if nothing else []),
                *numbers_unread(self._audit),
                *([foreign_places] if places else []),
                *self._hash(),
            ]
        )

    def _hash(self) -> list[str]:
        sha256 = self._grounds.hash_of(self._audit.release.name)
        return [] if sha256 is None else [say("SHA-256 of the release: {hash}", hash=sha256)]

    def _in_full(self, relation: Relation) -> Iterator[str]:
        """Yield a relation: what it comes to, its sentences with their figures marked, the statement, the reason."""
        place = place_text(self._audit.release, first_character(self._audit, relation.candidate))
        yield self._heading(judged(relation))
        yield from self._sentences(numbers_of(relation.candidate))
        words = listed(words_of(self._audit, relation)) if self._detail.words or self._detail.verbose else ""
        named = (
            (say_as("audit", "Place"), place),
            (say_as("audit", "Rule"), relation.rule),
            (say_as("audit", "Statement"), relation.statement),
            (say_as("audit", "Since"), relation.reason),
            (say_as("audit", "Words"), words),
        )
        yield from self._list(one_by_one((name, text)) for name, text in named if text)

    def _difference(self, compared: Compared) -> Iterator[str]:
        """Yield a signing that is not as in the dataset: its sentences, the statements, and who says otherwise."""
        yield self._heading(one_by_one((outcome_word("differs"), unlike(compared.record))))
        yield from self._sentences(self._audit.signings[compared.signing].mentions)
        place = place_text(self._audit.release, first_of_signing(self._audit, compared))
        yield from self._list(
            [
                say("{told}: {more}", told=say_as("audit", "Place"), more=place),
                *(one_by_one((outcome_word(outcome), statement)) for statement, outcome in compared.statements),
                say("By: {sources}", sources=self._cited(compared)),
            ]
        )

    def _cited(self, compared: Compared | None) -> str:
        return "" if compared is None else listed(map(cited_text, cited_by(compared, self._grounds.records)))

    def _sentences(self, numbers: Sequence[int]) -> Iterator[str]:
        """Yield the sentences that hold figures as a quotation, each figure in bold."""
        release, mentions = self._audit.release, [self._audit.mentions[number] for number in sorted(set(numbers))]
        for count, sentence in enumerate(dict.fromkeys(mention.sentence for mention in mentions)):
            at, end = release.sentences[sentence][:2]
            text = ""
            for mention in sorted((m for m in mentions if m.sentence == sentence), key=lambda m: m.start):
                text += _quoted(release.text[at : mention.start])
                text += f"**{_quoted(release.text[mention.start : mention.end]).strip()}**"
                at = mention.end
            yield ">\n" if count else ""
            yield f"> {(text + _quoted(release.text[at:end])).strip()}\n"
        yield "\n" if mentions else ""

    def _in_brief(self, heading: str, relations: Sequence[Relation]) -> Iterator[str]:
        if relations:
            yield self._heading(heading)
            yield from self._list(map(self._brief, relations))

    def _brief(self, relation: Relation) -> str:
        place = place_of(self._audit.release, first_character(self._audit, relation.candidate))
        statement = relation.statement or relation.reason
        brief = say("{place}: {statement} ({rule})", place=place, statement=statement, rule=relation.rule)
        return clauses(filter(None, (brief, why_near(self._audit, relation))))

    def _no_signings(self) -> Iterator[str]:
        if self._audit.others:
            yield self._heading(say("no signing"))
        yield from self._list(
            one_by_one((listed(self._words(number) for number in each.mentions), why_none(each.reason)))
            for each in self._audit.others
        )

    def _words(self, number: int) -> str:
        mention = self._audit.mentions[number]
        return one_line(self._audit.release.text[mention.start : mention.end])

    def _signings(self) -> Iterator[str]:
        """Yield the signings as a table, with what the dataset says of each and who says so."""
        audit, compared = self._audit, {each.signing: each for each in self._audit.compared}
        if not audit.signings:
            return
        yield self._heading(say_as("audit", "signings"))
        yield line(*map(self._told, _COLUMNS))
        yield line(*["---"] * 4, *["---:"] * 2, *["---"] * 2, plain=True)
        for number, each in enumerate(audit.signings):
            start = min((audit.mentions[mention].start for mention in each.mentions), default=None)
            found = compared.get(number)
            yield line(
                "" if start is None else self._told(place_of(audit.release, start)),
                str(each.date or ""),
                each.host or "",
                each.promoter or "",
                one_line(str(stated(audit, each.projects) or "")),
                one_line(str(stated(audit, each.amount) or "")),
                "" if found is None else self._told(_beside(found)),
                self._told(self._cited(found)),
            )
        yield "\n"

    def _told(self, text: str) -> str:
        return told(text, self._language)

    def _heading(self, text: str) -> str:
        return f"### {escaped(self._told(text))}\n\n"

    def _list(self, items: Iterable[str]) -> Iterator[str]:
        """Yield a list, and an empty line where it has any items."""
        count = 0
        for count, item in enumerate(items, start=1):  # noqa: B007  # the number of items is asked for below
            yield f"- {escaped(self._told(item))}\n"
        yield "\n" if count else ""


_COLUMNS = (
    say_as("audit", "Place"),
    say_as("audit", "Date"),
    say_as("audit", "City"),
    say_as("audit", "Promoter"),
    say_as("audit", "Projects"),
    say_as("audit", "Amount"),
    say_as("audit", "Dataset"),
    say_as("audit", "Source"),
)
"""The columns of the table of signings."""


def _beside(compared: Compared) -> str:
    """Return what the dataset says of a signing."""
    word = COMPARED[compared.outcome]
    if compared.record is None:
        return say("({compared})", compared=word)
    return say("{record} ({compared})", record=compared.record, compared=word)


def _quoted(text: str) -> str:
    """Return a part of a text on one line, nothing of it markup; the spaces around it stay."""
    core = one_line(text)
    before, behind = core[: len(core) - len(core.lstrip())], core[len(core.rstrip()) :]
    return f"{before[:1]}{escaped(visible(core))}{behind[:1] if core.strip() else ''}"
