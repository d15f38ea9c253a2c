"""What audits found, in one line."""

from __future__ import annotations

import pytest

from making_audits import FUJIAN, NOTHING, made, relation
from mycity_cli.output.audit_tally import Tally
from mycity_cli.output.audit_words import unchecked
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
            "figures: 8; in a relation 7 (1 relation true, 1 false, 1 undecided), stated alone 1; "
            "2 signings: 1 not as in the dataset, 1 not in the dataset"
            ),
        ),
        ([NOTHING], "no figures"),
        ([made("[5 projects]\nune\ndeux", languages="e--")],
         "figures: 1; in a relation 0, stated alone 1; 1 passage unread, neither English nor Chinese"),
        ([made("[5 projects]", signings=[SIGNING])], "figures: 1; in a relation 0, stated alone 1; 1 signing"),
        ([UNDECIDED], "figures: 1; in a relation 0, stated alone 1; 1 signing: 1 as in the dataset"),
        ([OPEN], "figures: 4; in a relation 2 (2 relations false), stated alone 1, asserted but not checkable 1"),
        ([IGNORED], "figures: 4; in a relation 0, stated alone 2, in ignored relations only 2"),
        ([UNREAD], "figures: 1; in a relation 0, stated alone 1; 1 unread (1:4 '5 crx')"),
        ([UNREAD, UNREAD], "figures: 2; in a relation 0, stated alone 2; 2 unread"),
        (
            [FUJIAN, NOTHING, UNDECIDED],
            (
            "figures: 9; in a relation 7 (1 relation true, 1 false, 1 undecided), stated alone 2; "
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
    found = tally(audit)
    assert (found.has_problems, found.has_doubts) == (problems, doubts)


@pytest.mark.parametrize(
    ("audit", "said"),
    [
        (FUJIAN, ""),
        (UNDECIDED, ""),
        (NOTHING, "nothing was checked: no figures"),
        (UNREAD, "nothing was checked: 1 figure stated alone, 1 number unread"),
        (IGNORED, "nothing was checked: 2 figures stated alone, 2 figures in ignored relations only"),
        (
            made("[1%] [2%]", relations=[relation("share", [], 0, "not checkable")]),
            "nothing was checked: 1 figure stated alone, 1 figure asserted but not checkable",
        ),
    ],
)
def test_whether_anything_was_checked(audit: Audit, said: str) -> None:
    assert unchecked(audit) == said
    assert tally(audit).unchecked == bool(said)


@pytest.mark.parametrize(("figures", "left_open"), [(1000, False), (1001, True)])
def test_relations_that_may_have_been_missed_leave_something_open(figures: int, left_open: bool) -> None:  # noqa: FBT001
    found = tally(made("[5 projects] " * figures, relations=[relation("restated", [0], 1)]))
    assert (found.has_problems, found.has_doubts) == (False, left_open)
