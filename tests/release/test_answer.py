"""What an audit comes to: problems, what is open, and the exit code."""

from __future__ import annotations

import pytest

from making_audits import FUJIAN, NOTHING, made, relation
from mycity_cli.release.answer import exit_code, has_doubts, has_problems
from mycity_cli.release.findings import Audit, Compared, FoundSigning
from mycity_cli.statement.verdict import Outcome

SIGNING = FoundSigning(None, None, None, 0, None, part=False, mentions=(0,))
UNDECIDED = made(
    "[5 projects]", signings=[SIGNING], compared=[Compared(0, "a", "agrees", (("projects = 5", Outcome.UNDECIDED),))]
)
OPEN = made(
    "[1%] [2%] [3%] [4%]",
    relations=[
        relation("restated", [0], 1, "false"),
        relation("restated", [1], 0, "false"),
        relation("share", [0], 2, "not checkable"),
        relation("restated", [3], 0)._replace(asserted=False),
    ],
)
IGNORED = made("[1%] [2%] [3%] [4%]", ignored=[relation("restated", [0], 1, rule="restated/again")])
UNREAD = made("On 5 crx and [5%].", unread=[("5 crx", "unknown scale")])


@pytest.mark.parametrize(
    ("audit", "problems", "doubts"),
    [
        (FUJIAN, True, True),
        (NOTHING, False, True),
        (OPEN, True, True),
        (IGNORED, False, True),
        (UNREAD, False, True),
        (made("[5%] [5%]\nune", relations=[relation("restated", [0], 1)], languages="e-"), False, True),
        (made("[5%] [5%]", relations=[relation("restated", [0], 1, "not checkable")]), False, True),
        (UNDECIDED, False, True),
        (made("[5%] [5%]", relations=[relation("restated", [0], 1)]), False, False),
        (made("[5%] [5%]", relations=[relation("restated", [0], 1, "false")]), True, False),
        (made("[5%] [5%]", relations=[relation("restated", [0], 1, "undecided")]), False, True),
        (made("[5%]", signings=[SIGNING], compared=[Compared(0, "a", "differs")]), True, True),
        (made("[5%]", signings=[SIGNING], compared=[Compared(0, None, "new")]), False, True),
        (
            made("[5%]", signings=[SIGNING], compared=[Compared(0, "a", "agrees", (("5% = 5%", Outcome.TRUE),))]),
            False,
            False,
        ),
    ],
)
def test_problems_and_doubts(audit: Audit, problems: bool, doubts: bool) -> None:  # noqa: FBT001
    assert (has_problems(audit), has_doubts(audit)) == (problems, doubts)
    assert exit_code(audit) == (1 if problems else 0)
    assert exit_code(audit, strict=True) == (1 if problems else 4 if doubts else 0)


@pytest.mark.parametrize(("figures", "doubts"), [(1000, False), (1001, True)])
def test_relations_that_may_have_been_missed_leave_something_open(figures: int, doubts: bool) -> None:  # noqa: FBT001
    audit = made("[5 projects] " * figures, relations=[relation("restated", [0], 1)])
    assert (has_problems(audit), has_doubts(audit)) == (False, doubts)
