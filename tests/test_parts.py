"""Parts and their wholes, and records of one occasion: what is surely wrong, and what may be right."""

from __future__ import annotations

from typing import Any

import pytest

from examples import Raw, conference, dataset, refusal, signing
from mycity_cli.consistency import Inconsistency, Records, doubts

MEETING = conference("meeting", date="2022-11-03")


def part(id: str, of: str | None) -> Raw:
    return signing(id, part_of=of)


def whole(amount: str, **fields: Any) -> Raw:
    return signing("whole", amount=amount, **fields)


def its_part(id: str, amount: str, **fields: Any) -> Raw:
    return signing(id, amount=amount, part_of="whole", **fields)


ON_DAYS = ({"date": "2022-11-03"}, {"date": "2022-11-04"})
IN_PLACES = ({"city": "suzhou"}, {"city": "xiamen"})


@pytest.mark.parametrize(
    ("signings", "expected"),
    [
        (
            [whole("5 billion yuan"), its_part("a", "7 billion yuan")],
            "/signings/1/amount of 'a': 7 billion yuan, more than the 5 billion yuan of 'whole', which it is a part of",
        ),
        (
            [its_part("a", "over 6 billion yuan"), whole("up to 5 billion yuan")],
            (
                "/signings/0/amount of 'a': "
                "over 6 billion yuan, more than the up to 5 billion yuan of 'whole', which it is a part of"
            ),
        ),
        (
            [signing("whole", projects=30), signing("a", projects="30余个", part_of="whole"), part("b", "a")],
            None,
        ),
        (
            [whole("none"), its_part("a", "7 billion yuan"), its_part("b", "none")],
            (
                "/signings/1/amount of 'a': "
                "7 billion yuan, but 'whole', which it is a part of, is said to involve no money"
            ),
        ),
        ([whole("5 billion yuan"), its_part("a", "none")], None),
        (
            [signing("whole", projects=30), signing("a", projects="more than 30", part_of="whole")],
            "/signings/1/projects of 'a': more than 30, more than the 30 of 'whole', which it is a part of",
        ),
        *(
            (
                [
                    whole("5 billion yuan"),
                    its_part("a", "3 billion yuan", **one),
                    its_part("b", "4 billion yuan", **two),
                ],
                (
                    "/signings/0/amount of 'whole': 5 billion yuan, less than parts of it in different places or on "
                    "different days together: a (3 billion yuan), b (4 billion yuan)"
                ),
            )
            for one, two in (ON_DAYS, IN_PLACES)
        ),
    ],
)
def test_parts_that_surely_exceed_their_whole_are_refused(signings: list[Raw], expected: str | None) -> None:
    if expected is None:
        assert len(dataset(*signings).signings) == len(signings)
    else:
        assert refusal(signings=signings) == expected


@pytest.mark.parametrize(
    "signings",
    [
        # Within the rounding of both.
        [whole("5 billion yuan"), its_part("a", "5.4 billion yuan")],
        [whole("about 5 billion yuan"), its_part("a", "5.5 billion yuan")],
        [whole("more than 5 billion yuan"), its_part("a", "60 billion yuan")],
        [whole("5 billion yuan"), its_part("a", "2.6 billion yuan", **ON_DAYS[0]), its_part("b", "2.9 billion yuan")],
        # Not comparable.
        [whole("5 billion yuan"), its_part("a", "6 billion US dollars")],
        [signing("whole", projects=5), its_part("a", "6 billion yuan")],
        # They may overlap: a breakdown by sector and one by region, a day and a month that holds it.
        [whole("5 billion yuan"), its_part("a", "4 billion yuan"), its_part("b", "4 billion yuan")],
        [
            whole("5 billion yuan"),
            its_part("a", "4 billion yuan", date="2022-11"),
            its_part("b", "4 billion yuan", date="2022-11-03"),
        ],
        [
            whole("9 billion yuan"),
            its_part("a", "4 billion yuan", **ON_DAYS[0]),
            its_part("b", "4 billion yuan", **ON_DAYS[0]),
            its_part("c", "4 billion yuan", **ON_DAYS[1]),
        ],
    ],
)
def test_parts_that_may_fit_into_their_whole_fit(signings: list[Raw]) -> None:
    assert len(dataset(*signings).signings) == len(signings)


def test_a_chain_of_parts_is_checked_once_however_long() -> None:
    chain = [part(f"s{n}", f"s{n - 1}" if n else None) for n in range(4_000)]
    assert len(dataset(*chain).signings) == 4_000
    chain[0]["part_of"] = "s3999"
    assert refusal(signings=chain).split("\n")[0] == (
        "/signings/0/part_of of 's0': a part of itself: s0 → s3999 → s3998 → s3997 → s3996 → s3995 "
        "→ s3994 → s3993 → … → s0"
    )


DAY = {"date": "2022-11-03"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            {"amount": "5 billion yuan", **DAY},
            {"amount": "7 billion yuan", "promoter": "mianyang", **DAY},
            "1 amount: 7 billion yuan, but 5 billion yuan for the same occasion in 'a'",
        ),
        (
            {"projects": 30, **DAY},
            {"projects": "more than 30", "amount": "5 yuan", **DAY},
            "1 projects: more than 30, but 30 for the same occasion in 'a'",
        ),
        (
            {"amount": "none", **DAY},
            {"amount": "5 billion yuan", **DAY},
            "1 amount: 5 billion yuan, but 'a' says of the same occasion that no money is involved",
        ),
        ({"amount": "none", **DAY}, {"amount": "none", **DAY}, None),
        ({"amount": "none", **DAY}, {"projects": 3, **DAY}, None),
        ({"amount": "5 billion yuan", **DAY}, {"amount": "5.4 billion yuan", **DAY}, None),
        ({"amount": "5 billion yuan", **DAY}, {"amount": "6 billion dollars", **DAY}, None),
        ({"amount": "5 billion yuan"}, {"amount": "7 billion yuan"}, None),
        ({"amount": "5 billion yuan", "date": "2022"}, {"amount": "7 billion yuan", "date": "2022"}, None),
        *(
            ({"projects": 30, **DAY}, {"projects": 31, **DAY, **other}, None)
            for other in (
                {"city": "xiamen"},
                {"kind": "memorandum"},
                {"promoter": "xian"},
                {"partner": "xian"},
                {"conference": "meeting"},
                {"fields": ["trade"]},
                {"date": "2022-11-04"},
                {"part_of": "c"},
            )
        ),
    ],
)
def test_two_records_of_one_occasion_agree(first: Raw, second: Raw, expected: str | None) -> None:
    records = [signing("a", **first), signing("b", **second), signing("c", kind="other")]
    data = dataset(*records, conferences=[MEETING])
    assert [found_at(found) for found in doubts(Records.of(data))] == ([] if expected is None else [expected])


def found_at(found: Inconsistency) -> str:
    return f"{found.path[1]} {found.path[2]}: {found.message}"


def test_of_many_records_of_one_occasion_each_that_disagrees_is_found() -> None:
    amounts = [
        "about 5 billion yuan",
        "5.1 billion yuan",
        "4.9 billion yuan",
        "more than 5 billion yuan",
        "5.3 billion yuan",
    ]
    data = dataset(*(signing(f"s{n}", amount=text, **DAY) for n, text in enumerate(amounts)))
    assert [found_at(found) for found in doubts(Records.of(data))] == [
        "2 amount: 4.9 billion yuan, but 5.1 billion yuan for the same occasion in 's1'",
        "4 amount: 5.3 billion yuan, but 5.1 billion yuan for the same occasion in 's1'",
    ]
