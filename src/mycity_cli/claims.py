"""Every claim of a dataset, recomputed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from mycity_cli.dataset.positions import Span
from mycity_cli.dataset.problems import Finding, raw_of
from mycity_cli.errors import DataError, StatementError
from mycity_cli.exit_codes import ExitCode, worst
from mycity_cli.messages import say
from mycity_cli.model import Claim, Dataset
from mycity_cli.query.engine import InMemory
from mycity_cli.statement.checker import Checker
from mycity_cli.statement.parse import parse as parse_statement
from mycity_cli.statement.verdict import Outcome, Verdict


class CheckedClaim(NamedTuple):
    """A claim and the verdict on its statement; None for a claim that says why it has none."""

    claim: Claim
    verdict: Verdict | None

    @property
    def outcome(self) -> Outcome:
        """What can be said of the claim."""
        return Outcome.NOT_CHECKABLE if self.verdict is None else self.verdict.outcome

    @property
    def reason(self) -> str:
        """Why the claim comes out as it does."""
        return (self.claim.reason or "") if self.verdict is None else self.verdict.reason


def check_claims(dataset: Dataset, claims: Iterable[Claim]) -> list[CheckedClaim]:
    """Return the claims with their verdicts.

    Raises DataError with the problem of every claim whose statement cannot be checked: the dataset is at fault.
    """
    checker = Checker(InMemory(dataset))
    checked: list[CheckedClaim] = []
    problems: list[StatementError] = []
    for claim in claims:
        try:
            verdict = None if claim.statement is None else checker.check(claim.statement)
        except StatementError as error:
            error.where = say("statement of the claim '{id}'", id=claim.id)
            problems.append(error)
            continue
        checked.append(CheckedClaim(claim, verdict))
    if problems:
        raise DataError(say("has claims that cannot be checked"), problems=problems)
    return checked


def exit_code(checked: Iterable[CheckedClaim], *, strict: bool = False) -> ExitCode:
    """Return the exit code for claims; a `strict` one is not done where a claim is undecided."""
    counted = (Outcome.FALSE, Outcome.UNDECIDED) if strict else (Outcome.FALSE,)
    return worst(each.outcome.exit_code for each in checked if each.outcome in counted)


def statement_findings(content: Dataset | str) -> list[Finding]:
    """Return what is wrong with the statements of a dataset: those that cannot be read, or not be decided.

    Of the text of a JSON file that is no valid dataset, only what cannot be read. Raises ValueError for other text.
    """
    check: Callable[[str], object] = (
        Checker(InMemory(content)).check if isinstance(content, Dataset) else parse_statement
    )
    found: list[Finding] = []
    for number, statement in _statements(content):
        try:
            check(statement)
        except StatementError as error:
            marked = error.excerpt
            within = None if marked is None else Span(marked.start, marked.end)
            path = ("claims", number, "statement")
            found.append(Finding("unreadable-statement", path, error.message, error.help, within=within))
    return found


def _statements(content: Dataset | str) -> Iterator[tuple[int, str]]:
    """Yield the statement of each claim that has one, after the number of the claim."""
    if isinstance(content, Dataset):
        yield from ((n, claim.statement) for n, claim in enumerate(content.claims) if claim.statement is not None)
        return
    raw = raw_of(content)
    claims = raw.get("claims") if isinstance(raw, dict) else None
    for number, claim in enumerate(claims if isinstance(claims, list) else ()):
        statement = claim.get("statement") if isinstance(claim, dict) else None
        if isinstance(statement, str) and statement:
            yield number, statement
