"""What has to hold between records, and the words in which it is missed."""

from __future__ import annotations

from typing import Any

import pytest

from examples import Raw, cited, conference, dataset, fact, raw, refusal, signing
from mycity_cli.consistency import CHECKS, Inconsistency, Records, inconsistencies
from mycity_cli.consistency.references import duplicate_ids
from mycity_cli.messages import Language, told

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
    assert list(records.items) == list(data.records())
    assert records.ids == {
        "places": ["mianyang", "suzhou", "xiamen", "xian"],
        "sources": ["paper", "website"],
        "conferences": ["meeting"],
        "signings": ["a"],
    }
    readable = Records.readable(raw(signings=[signing("a")], conferences=[MEETING]))
    assert (readable.city, list(readable.items), readable.ids) == (records.city, list(records.items), records.ids)


def test_a_record_that_lacks_what_it_needs_is_known_by_its_id_alone() -> None:
    broken, whole = signing("broken", sources=[], city="nowhere"), signing("whole", part_of="broken")
    records = Records.readable(raw(signings=[broken, "no record", {"kind": "x"}, whole]))
    assert [(name, number) for name, number, _ in records.items if name == "signings"] == [("signings", 3)]
    assert records.ids["signings"] == ["broken", "whole"]
    assert inconsistencies(records) == []


@pytest.mark.parametrize("content", [None, [], "text", 5, {}, {"places": None, "signings": {}, "city": 5}])
def test_of_what_is_no_dataset_nothing_can_be_read(content: object) -> None:
    records = Records.readable(content)
    assert (records.city, list(records.items), records.ids) == (None, [], {})


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


@pytest.mark.parametrize(
    ("lists", "message", "help"),
    [
        ({"city": "mianyan"}, "没有地点“mianyan”", "您是想写 mianyang 吗？"),
        ({"signings": [signing("a", part_of="b")]}, "没有签约“b”", "请补充该签约，或更正标识"),
        (
            {"signings": [signing("a"), signing("a")]},
            "标识“a”已被 signings 中的一条记录使用",
            "请为其中一条换一个标识",
        ),
        (
            {"signings": [signing("a", amount="1 yuan"), signing("b", amount="5 yuan", part_of="a")]},
            "5 yuan，多于其所属“a”的 1 yuan",
            "请更正其中一个数字，或 `part_of`",
        ),
        (
            {
                "signings": [
                    signing("a", amount="3 yuan"),
                    signing("b", amount="2 yuan", city="xiamen", part_of="a"),
                    signing("c", amount="3 yuan", part_of="a"),
                ]
            },
            "3 yuan，少于其不同地点或不同日期的各部分之和：b（2 yuan）、c（3 yuan）",
            "请更正其中一个数字，或 `part_of`",
        ),
    ],
)
def test_what_does_not_fit_is_told_in_chinese(lists: dict[str, Any], message: str, help: str) -> None:
    [found] = inconsistencies(Records.readable(raw(**lists)))
    assert [told(each, Language.CHINESE) for each in (found.message, found.help)] == [message, help]
