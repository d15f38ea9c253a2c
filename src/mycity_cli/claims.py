"""Every claim of a dataset, recomputed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mycity_cli.errors import DataError, StatementError
from mycity_cli.model import Claim, Dataset
from mycity_cli.statement.checker import Checker
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
    checker = Checker(dataset)
    checked: list[CheckedClaim] = []
    problems: list[StatementError] = []
    for claim in claims:
        try:
            verdict = None if claim.statement is None else checker.check(claim.statement)
        except StatementError as error:
            error.where = f"statement of the claim '{claim.id}'"
            problems.append(error)
            continue
        checked.append(CheckedClaim(claim, verdict))
    if problems:
        raise DataError("has claims that cannot be checked", problems=problems)
    return checked
