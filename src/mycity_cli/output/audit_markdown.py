"""The report of an audit in Markdown: what the report on a terminal says, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mycity_cli.errors import visible
from mycity_cli.output.audit_grounds import AuditGrounds, cited_by
from mycity_cli.output.audit_places import place_of, place_text
from mycity_cli.output.audit_report import Detail
from mycity_cli.output.audit_sentences import one_line
from mycity_cli.output.audit_tally import COMPARED, Tally
from mycity_cli.output.audit_words import said, told, unchecked
from mycity_cli.output.audits import (
    FOREIGN,
    first_character,
    first_of_signing,
    numbers_unread,
    stated,
    why_near,
    words_of,
)
from mycity_cli.output.markdown import escaped, line
from mycity_cli.output.proofs.markdown import foot
from mycity_cli.release.answer import foreign
from mycity_cli.release.findings import Audit, Compared, Relation, numbers_of
from mycity_cli.statement.verdict import Outcome


def report(audits: Iterable[Audit], detail: Detail, grounds: AuditGrounds) -> Iterator[str]:
    """Yield the report of each audit, and below all of them the sources and the data that they were compared with."""
    yield "# Audit\n\n"
    for audit in grounds.met(audits):
        yield from _Section(audit, detail, grounds).lines()
    yield from foot(grounds.sources(), grounds.provenance)


class _Section:
    """The report of one audit: the account of it first, then problems, what is open, what is right, the signings."""

    def __init__(self, audit: Audit, detail: Detail, grounds: AuditGrounds) -> None:
        self._audit = audit
        self._detail = detail
        self._grounds = grounds

    def lines(self) -> Iterator[str]:
        """Yield the report, and an empty line behind each part."""
        yield f"## {escaped(self._audit.release.name)}\n\n"
        yield from self._account()
        right = [each for each in self._audit.asserted if each.outcome is Outcome.TRUE]
        problems = told(self._audit)
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
            yield from self._in_brief("true", right)
        if self._detail.everything:
            fitting = [each for each in self._audit.relations if not each.asserted]
            yield from self._in_brief("fits, though no word says so", fitting)
            yield from self._no_signings()
        yield from self._signings()

    def _account(self) -> Iterator[str]:
        tally = Tally()
        tally.add(self._audit)
        nothing = unchecked(self._audit)
        places = [place_of(self._audit.release, start) for start, _ in foreign(self._audit)]
        yield from _list(
            [
                str(tally),
                *([nothing] if nothing else []),
                *numbers_unread(self._audit),
                *([f"not read, {FOREIGN}: {', '.join(places)}"] if places else []),
                *self._hash(),
            ]
        )

    def _hash(self) -> list[str]:
        sha256 = self._grounds.hash_of(self._audit.release.name)
        return [] if sha256 is None else [f"SHA-256 of the release: {sha256}"]

    def _in_full(self, relation: Relation) -> Iterator[str]:
        """Yield a relation: what it comes to, its sentences with their figures marked, the statement, the reason."""
        place = place_text(self._audit.release, first_character(self._audit, relation.candidate))
        yield f"### {escaped(f'{relation.outcome}: {said(relation)}')}\n\n"
        yield from self._sentences(numbers_of(relation.candidate))
        words = ", ".join(words_of(self._audit, relation)) if self._detail.words or self._detail.verbose else ""
        named = (
            ("Place", place),
            ("Rule", relation.rule),
            ("Statement", relation.statement),
            ("Since", relation.reason),
            ("Words", words),
        )
        yield from _list(f"{name}: {text}" for name, text in named if text)

    def _difference(self, compared: Compared) -> Iterator[str]:
        """Yield a signing that is not as in the dataset: its sentences, the statements, and who says otherwise."""
        yield f"### {escaped(f'differs: the signing is not as in the dataset: {compared.record}')}\n\n"
        yield from self._sentences(self._audit.signings[compared.signing].mentions)
        yield from _list(
            [
                f"Place: {place_text(self._audit.release, first_of_signing(self._audit, compared))}",
                *(f"{outcome}: {statement}" for statement, outcome in compared.statements),
                f"By: {self._cited(compared)}",
            ]
        )

    def _cited(self, compared: Compared | None) -> str:
        return "" if compared is None else ", ".join(map(str, cited_by(compared, self._grounds.records)))

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
            yield f"### {escaped(heading)}\n\n"
            yield from _list(map(self._brief, relations))

    def _brief(self, relation: Relation) -> str:
        place = place_of(self._audit.release, first_character(self._audit, relation.candidate))
        brief = f"{place}: {relation.statement or relation.reason} ({relation.rule})"
        return "; ".join(filter(None, (brief, why_near(self._audit, relation))))

    def _no_signings(self) -> Iterator[str]:
        if self._audit.others:
            yield "### no signing\n\n"
        yield from _list(
            f"{', '.join(self._words(number) for number in each.mentions)}: {each.reason}"
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
        yield "### signings\n\n"
        yield line("Place", "Date", "City", "Promoter", "Projects", "Amount", "Dataset", "Source")
        yield line(*["---"] * 4, *["---:"] * 2, *["---"] * 2, plain=True)
        for number, each in enumerate(audit.signings):
            start = min((audit.mentions[mention].start for mention in each.mentions), default=None)
            found = compared.get(number)
            yield line(
                "" if start is None else place_of(audit.release, start),
                str(each.date or ""),
                each.host or "",
                each.promoter or "",
                one_line(str(stated(audit, each.projects) or "")),
                one_line(str(stated(audit, each.amount) or "")),
                "" if found is None else f"{found.record or ''} ({COMPARED[found.outcome]})".strip(),
                self._cited(found),
            )
        yield "\n"


def _quoted(text: str) -> str:
    """Return a part of a text on one line, nothing of it markup; the spaces around it stay."""
    core = one_line(text)
    before, behind = core[: len(core) - len(core.lstrip())], core[len(core.rstrip()) :]
    return f"{before[:1]}{escaped(visible(core))}{behind[:1] if core.strip() else ''}"


def _list(items: Iterable[str]) -> Iterator[str]:
    """Yield a list, and an empty line where it has any items."""
    count = 0
    for count, item in enumerate(items, start=1):  # noqa: B007  # the number of items is asked for below
        yield f"- {escaped(item)}\n"
    yield "\n" if count else ""
