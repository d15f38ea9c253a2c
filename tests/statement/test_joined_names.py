"""Chinese names that the data does not know as they are written, but whose parts it does."""

from __future__ import annotations

import pytest

from examples import dataset, signing
from mycity_cli.errors import StatementError
from mycity_cli.query.engine import InMemory
from mycity_cli.statement.checker import Checker

PLACES = {"suzhou": "苏州", "xiamen": "厦门", "singapore": "新加坡", "hohhot": "呼和浩特", "and": "和"}


@pytest.fixture
def checker() -> Checker:
    """Check statements about five places, some of which have letters in their names that join others."""
    amounts = [signing(f"of-{id}", city=id, amount=f"{number} billion yuan") for number, id in enumerate(PLACES, 1)]
    places = [{"id": id, "name": id.title(), "names": {"zh": name}} for id, name in PLACES.items()]
    return Checker(InMemory(dataset(*amounts, places=[{"id": "mianyang", "name": "Mianyang"}, *places])))


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("总额 > 苏州", "total > 苏州"),
        ("苏州签约金额 < 厦门的签约总额", "苏州 < 厦门"),
        ("苏州加厦门减呼和浩特 < 总计", "苏州 + 厦门 - 呼和浩特 < total"),
        ("新加坡加呼和浩特 > 苏州", "新加坡 + 呼和浩特 > 苏州"),
        ("呼和浩特和新加坡之和 > 苏州", "呼和浩特 + 新加坡 > 苏州"),
        ("苏州与厦门合计 = 30亿元", "苏州 + 厦门 = 30亿元"),
        ("苏州合计 < 厦门", "苏州 < 厦门"),
        ("苏州和厦门的签约金额之和 > 苏州", "苏州 + 厦门 > 苏州"),
        ("苏州和厦门之和的2倍 = 60亿元", "(苏州 + 厦门) * 2 = 60亿元"),
        ("并非总额 < 苏州", "not (total < 苏州)"),
        ("新加坡 > 苏州", ""),
    ],
)
def test_names_are_cut_where_the_data_knows_the_parts(checker: Checker, text: str, read_as: str) -> None:
    assert checker.check(text).read_as == read_as


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        (
            "新加坡 > 苏州和厦门",
            "'苏州和厦门' may be the sum of them, or each of them by itself",
            "for the sum write 苏州 + 厦门; for each a comparison of its own: 苏州 > 厦门 且 苏州 > 东莞",
        ),
        (
            "苏州和和和厦门 > 苏州",
            "'苏州和和和厦门' may be the sum of them, or each of them by itself",
            "for the sum write 苏州 + 和 + 厦门; for each a comparison of its own: 苏州 > 厦门 且 苏州 > 东莞",
        ),
        (
            "总额 - 苏州加厦门 > 苏州",
            "'苏州加厦门' may be computed before what stands beside it, or behind",
            "write parentheses: (苏州 + 厦门)",
        ),
        (
            "苏州加厦门的2倍 > 苏州",
            "'苏州加厦门' may be computed before what stands beside it, or behind",
            "write parentheses: (苏州 + 厦门)",
        ),
    ],
)
def test_what_may_be_read_in_two_ways_is_refused(checker: Checker, text: str, message: str, help: str) -> None:
    with pytest.raises(StatementError) as error:
        checker.check(text)
    assert (error.value.message, error.value.help) == (message, help)


def test_a_name_that_no_part_is_known_of_stays_whole(checker: Checker) -> None:
    with pytest.raises(StatementError, match="unknown name '火星和土星'"):
        checker.check("火星和土星 > 苏州")
    with pytest.raises(StatementError, match="unknown name '总额'"):
        checker.check('"总额" > 苏州')
