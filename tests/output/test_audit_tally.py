"""What audits found, in one line."""

from __future__ import annotations

import pytest

from making_audits import FUJIAN, NOTHING, made, relation
from mycity_cli.output.audit_tally import Tally
from mycity_cli.release.findings import Audit, Compared, FoundSigning
from mycity_cli.statement.verdict import Outcome

SIGNING = FoundSigning(None, None, None, 0, None, part=False, mentions=(0,))
UNDECIDED = made(
    "[5 projects]", signings=[SIGNING], compared=[Compared(0, "a", "agrees", (("projects = 5", Outcome.UNDECIDED),))]
)


def tally(*audits: Audit) -> Tally:
    found = Tally()
    for audit in audits:
        found.add(audit)
    return found


@pytest.mark.parametrize(
    ("audits", "said"),
    [
        (
            [FUJIAN],
            (
            "8 figures: 7 in a relation, 1 not checkable; 3 relations: 1 true, 1 false, 1 undecided; "
            "2 signings: 1 not as in the dataset, 1 not in the dataset"
            ),
        ),
        ([NOTHING], "no figures"),
        ([made("[5 projects]\nune\ndeux", languages="e--")],
         "1 figure: 0 in a relation, 1 not checkable; 1 passage not read, neither English nor Chinese"),
        ([made("[5 projects]", signings=[SIGNING])], "1 figure: 0 in a relation, 1 not checkable; 1 signing"),
        ([UNDECIDED], "1 figure: 0 in a relation, 1 not checkable; 1 signing: 1 as in the dataset"),
        (
            [FUJIAN, NOTHING, UNDECIDED],
            (
            "9 figures: 7 in a relation, 2 not checkable; 3 relations: 1 true, 1 false, 1 undecided; "
            "3 signings: 1 as in the dataset, 1 not as in the dataset, 1 not in the dataset"
            ),
        ),
    ],
)  # fmt: skip
def test_counts_in_words(audits: list[Audit], said: str) -> None:
    assert str(tally(*audits)) == said


@pytest.mark.parametrize(
    ("audit", "problems", "doubts"),
    [
        (FUJIAN, True, True),
        (NOTHING, False, False),
        (UNDECIDED, False, True),
        (made("[5%] [5%]", relations=[relation("restated", [0], 1)]), False, False),
        (made("[5%] [5%]", relations=[relation("restated", [0], 1, "false")]), True, False),
        (made("[5%] [5%]", relations=[relation("restated", [0], 1, "undecided")]), False, True),
        (made("[5%]", signings=[SIGNING], compared=[Compared(0, "a", "differs")]), True, False),
        (made("[5%]", signings=[SIGNING], compared=[Compared(0, None, "new")]), False, False),
    ],
)
def test_problems_and_doubts(audit: Audit, problems: bool, doubts: bool) -> None:  # noqa: FBT001
    found = tally(audit)
    assert (found.has_problems, found.has_doubts) == (problems, doubts)
