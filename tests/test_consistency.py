"""What has to hold between records, and the words in which it is missed."""

from __future__ import annotations

from typing import Any

import pytest

from examples import Raw, cited, conference, dataset, fact, raw, refusal, signing
from mycity_cli.consistency import CHECKS, Inconsistency, Item, Records, doubts, inconsistencies
from mycity_cli.consistency.references import duplicate_ids

MEETING = conference("meeting", date="2022-11-03")


def part(id: str, of: str | None) -> Raw:
    return signing(id, part_of=of)


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        # Ids.
        (
            {"signings": [signing("a"), signing("a")]},
            ["/signings/1/id of 'a': the id 'a' is taken by a record of signings"],
        ),
        (
            {"signings": [signing("a"), signing("a"), signing("a")]},
            [
                "/signings/1/id of 'a': the id 'a' is taken by a record of signings",
                "/signings/2/id of 'a': the id 'a' is taken by a record of signings",
            ],
        ),
        (
            {"conferences": [conference("a")], "facts": [fact("a")]},
            ["/facts/0/id of 'a': the id 'a' is taken by a record of conferences"],
        ),
        # References.
        ({"city": "mianyan"}, ["/city: there is no place 'mianyan'", "help: did you mean mianyang?"]),
        (
            {"city": "nowhere"},
            ["/city: there is no place 'nowhere'"],
        ),
        ({"city": "paper"}, ["/city: there is no place 'paper'"]),
        (
            {"signings": [signing("a", city="suzhuo")]},
            ["/signings/0/city of 'a': there is no place 'suzhuo'", "help: did you mean suzhou?"],
        ),
        (
            {"signings": [signing("a", promoter="mianyan")]},
            ["/signings/0/promoter of 'a': there is no place 'mianyan'", "help: did you mean mianyang?"],
        ),
        (
            {"signings": [signing("a", partner="xiamn")]},
            ["/signings/0/partner of 'a': there is no place 'xiamn'", "help: did you mean xiamen?"],
        ),
        (
            {"signings": [signing("a", conference="meting")], "conferences": [MEETING]},
            ["/signings/0/conference of 'a': there is no conference 'meting'", "help: did you mean meeting?"],
        ),
        (
            {"signings": [signing("a", conference="meeting")]},
            ["/signings/0/conference of 'a': there is no conference 'meeting'"],
        ),
        (
            {"signings": [signing("first"), part("a", "frist")]},
            ["/signings/1/part_of of 'a': there is no signing 'frist'", "help: did you mean first?"],
        ),
        (
            {"signings": [part("a", "meeting")], "conferences": [MEETING]},
            ["/signings/0/part_of of 'a': there is no signing 'meeting'"],
        ),
        (
            {"conferences": [conference("a", city="xiam")]},
            ["/conferences/0/city of 'a': there is no place 'xiam'", "help: did you mean xiamen?"],
        ),
        (
            {"conferences": [conference("a", promoter="xiam")]},
            ["/conferences/0/promoter of 'a': there is no place 'xiam'", "help: did you mean xiamen?"],
        ),
        (
            {"facts": [fact("a", city="xiam")]},
            ["/facts/0/city of 'a': there is no place 'xiam'", "help: did you mean xiamen?"],
        ),
        (
            {"facts": [fact("a", sources=cited("paper", "papre"))]},
            ["/facts/0/sources/1/id of 'a': there is no source 'papre'", "help: did you mean paper?"],
        ),
        # Dates.
        (
            {"conferences": [MEETING], "signings": [signing("a", conference="meeting", date="2022-11-04")]},
            ["/signings/0/date of 'a': dated 2022-11-04, outside its conference 'meeting' of 2022-11-03"],
        ),
        (
            {"conferences": [MEETING], "signings": [signing("a", conference="meeting", date="../2022-10")]},
            ["/signings/0/date of 'a': dated ../2022-10, outside its conference 'meeting' of 2022-11-03"],
        ),
        # Parts.
        ({"signings": [part("a", "a")]}, ["/signings/0/part_of of 'a': a part of itself: a → a"]),
        (
            {"signings": [part("a", "b"), part("b", "a")]},
            [
                "/signings/0/part_of of 'a': a part of itself: a → b → a",
                "/signings/1/part_of of 'b': a part of itself: b → a → b",
            ],
        ),
        (
            {"signings": [part("a", "b"), part("b", "c"), part("c", "a"), part("d", "a")]},
            [
                "/signings/0/part_of of 'a': a part of itself: a → b → c → a",
                "/signings/1/part_of of 'b': a part of itself: b → c → a → b",
                "/signings/2/part_of of 'c': a part of itself: c → a → b → c",
            ],
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(lists: dict[str, Any], expected: list[str]) -> None:
    lines = [line if line.startswith("help: ") else f"{line}" for line in expected]
    assert refusal(**lists) == "\n".join(lines)


def test_a_duplicate_id_hides_no_record() -> None:
    assert refusal(signings=[signing("paper")]) == (
        "/signings/0/id of 'paper': the id 'paper' is taken by a record of sources"
    )


def test_a_signing_is_not_offered_itself_as_its_whole() -> None:
    assert refusal(signings=[part("signing-2", "signing-1")]) == (
        "/signings/0/part_of of 'signing-2': there is no signing 'signing-1'"
    )


def test_everything_that_does_not_fit_is_in_one_error() -> None:
    assert refusal(
        city="mianyan",
        conferences=[MEETING],
        signings=[signing("a", conference="meeting", date="2021"), signing("a", city="suzhuo"), part("b", "b")],
    ) == (
        "/city: there is no place 'mianyan'\nhelp: did you mean mianyang?\n"
        "/signings/0/date of 'a': dated 2021, outside its conference 'meeting' of 2022-11-03\n"
        "/signings/1/id of 'a': the id 'a' is taken by a record of signings\n"
        "/signings/1/city of 'a': there is no place 'suzhuo'\nhelp: did you mean suzhou?\n"
        "/signings/2/part_of of 'b': a part of itself: b → b"
    )


@pytest.mark.parametrize(
    ("held", "signed"),
    [
        ("2022-11-03", "2022-11-03"),
        ("2022-11-03", "2022-11"),
        ("2022-11-03", "2022"),
        ("2022-11-03", "../2022-11"),
        ("2022-11-03", "2022-11-03/.."),
        ("2022-11-03/2022-11-05", "2022-11-05"),
        ("2022-11", "2022-11-30"),
        ("../2022", "2019"),
        ("2022-11-03", None),
        (None, "2022-11-03"),
        (None, None),
    ],
)
def test_a_signing_that_can_fall_on_a_day_of_its_conference_fits(held: str | None, signed: str | None) -> None:
    data = dataset(signing("a", conference="meeting", date=signed), conferences=[conference("meeting", date=held)])
    assert inconsistencies(Records.of(data)) == []


def test_the_records_of_a_dataset_are_all_its_records() -> None:
    data = dataset(signing("a"), conferences=[MEETING])
    records = Records.of(data)
    assert records.city == "mianyang"
    assert records.items == tuple(Item(*place) for place in data.records())
    assert records.ids == {
        "places": ["mianyang", "suzhou", "xiamen", "xian"],
        "sources": ["paper", "website"],
        "conferences": ["meeting"],
        "signings": ["a"],
    }
    readable = Records.readable(raw(signings=[signing("a")], conferences=[MEETING]))
    assert (readable.city, readable.items, readable.ids) == (records.city, records.items, records.ids)


def test_a_record_that_lacks_what_it_needs_is_known_by_its_id_alone() -> None:
    broken, whole = signing("broken", sources=[], city="nowhere"), signing("whole", part_of="broken")
    records = Records.readable(raw(signings=[broken, "no record", {"kind": "x"}, whole]))
    assert [(item.list, item.number) for item in records.items if item.list == "signings"] == [("signings", 3)]
    assert records.ids["signings"] == ["broken", "whole"]
    assert inconsistencies(records) == []


@pytest.mark.parametrize("content", [None, [], "text", 5, {}, {"places": None, "signings": {}, "city": 5}])
def test_of_what_is_no_dataset_nothing_can_be_read(content: object) -> None:
    records = Records.readable(content)
    assert (records.city, records.items, records.ids) == (None, (), {})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"city": "mianyan", "signings": [signing("a", colour="red")]},
            ["/city: there is no place 'mianyan'", "/signings/0/colour of 'a': unknown field 'colour'"],
        ),
        (
            {"city": None, "signings": [signing("a", colour="red"), signing("b"), signing("b")]},
            [
                "/signings/0/colour of 'a': unknown field 'colour'",
                "/signings/2/id of 'b': the id 'b' is taken by a record of signings",
            ],
        ),
        (
            {"conferences": [MEETING], "facts": [5], "signings": [signing("a", conference="meeting", date="2021")]},
            [
                "/facts/0: not an object: {...}",
                "/signings/0/date of 'a': dated 2021, outside its conference 'meeting' of 2022-11-03",
            ],
        ),
        (
            {"facts": [{}], "signings": [part("a", "a")]},
            [
                "/facts/0: the field 'id' is missing",
                "/facts/0: the field 'sources' is missing",
                "/facts/0: the field 'name' is missing",
                "/signings/0/part_of of 'a': a part of itself: a → a",
            ],
        ),
    ],
)
def test_fields_that_cannot_be_read_hide_nothing_that_does_not_fit(fields: dict[str, Any], expected: list[str]) -> None:
    found = [line for line in refusal(**fields).split("\n") if not line.startswith("help: ")]
    assert found == expected


def test_what_does_not_fit_is_found_in_the_order_of_the_checks() -> None:
    assert inconsistencies(Records.readable(raw(city="mianyan", signings=[part("a", "a"), part("a", None)]))) == [
        Inconsistency(
            "duplicate-id",
            ("signings", 1, "id"),
            "the id 'a' is taken by a record of signings",
            "give one of the two another id",
        ),
        Inconsistency("unknown-reference", ("city",), "there is no place 'mianyan'", "did you mean mianyang?"),
        Inconsistency(
            "part-of-cycle",
            ("signings", 0, "part_of"),
            "a part of itself: a → a",
            "take `part_of` off the largest of them",
        ),
    ]


def test_parts_of_parts_fit_in_any_order() -> None:
    data = dataset(part("c", "b"), part("b", "a"), part("a", None), part("d", "a"))
    assert [record.part_of for record in data.signings] == ["b", "a", None, "a"]


def test_each_check_says_what_has_to_hold_and_names_its_findings() -> None:
    assert all(check.__doc__ for check in CHECKS)
    same = dataset().model_copy(update={"places": dataset().places * 2})
    assert {(found.code, found.path[0]) for found in duplicate_ids(Records.of(same))} == {("duplicate-id", "places")}


# --- parts and occasions -----------------------------------------------------------------------------------------


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
