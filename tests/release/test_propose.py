"""Signings found as a dataset of their own: valid, to be merged, and without a fact that no release states."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from examples import dataset, signing
from mycity_cli.dataset import load, parse
from mycity_cli.exchange.as_json import json_text, plain_record
from mycity_cli.exchange.merging import Named, merge
from mycity_cli.model import Dataset
from mycity_cli.release.audit import audit
from mycity_cli.release.propose import propose

TEXT = (
    "Deyang signs 30 projects in Xiamen\n\n"
    "Deyang held a promotion conference in Xiamen on November 3, 2022. "
    "30 projects worth 52.563 billion yuan were signed. Of them, 12 projects are in electronics.\n"
)


def proposed(text: str, known: Dataset | None = None, *, name: str = "release.txt") -> Dataset:
    return propose([audit(text, known, name=name)], known)


def test_a_release_becomes_a_dataset() -> None:
    records = plain_record(proposed(TEXT))
    assert records == {
        "title": "Signings that releases report",
        "description": "What an audit found; not yet checked by a reader.",
        "places": [
            {"id": "xiamen", "name": "Xiamen", "names": {"zh-Hans": "厦门"}, "province": "Fujian"},
            {"id": "deyang", "name": "Deyang", "names": {"zh-Hans": "德阳"}, "province": "Sichuan"},
        ],
        "sources": [
            {
                "id": "release",
                "title": "Deyang signs 30 projects in Xiamen",
                "publisher": "not known",
                "language": "en",
                "note": "Read from release.txt.",
            }
        ],
        "signings": [
            {
                "id": "xiamen-2022-11-signing",
                "kind": "investment",
                "city": "xiamen",
                "promoter": "deyang",
                "date": "2022-11-03",
                "projects": "30 projects",
                "amount": "52.563 billion yuan",
                "sources": [{"id": "release", "at": "line 1"}],
            },
            {
                "id": "xiamen-2022-11-part",
                "kind": "investment",
                "city": "xiamen",
                "promoter": "deyang",
                "date": "2022-11-03",
                "projects": "12 projects",
                "part_of": "xiamen-2022-11-signing",
                "sources": [{"id": "release", "at": "line 3"}],
            },
        ],
    }


def test_a_signing_that_is_recorded_is_not_proposed() -> None:
    text = "Mianyang signed 30 projects at a conference held in Suzhou. Xiamen signed 12 projects there."
    known = dataset(signing("one", projects="30"))
    assert [each.id for each in proposed(text, known).signings] == ["suzhou-signing"]


def test_a_part_of_what_is_recorded_says_so() -> None:
    text = "Mianyang signed 30 projects at a conference held in Suzhou. Of them, 12 projects are in electronics."
    [part] = proposed(text, dataset(signing("one", projects="30"))).signings
    assert (part.id, part.part_of, part.note) == ("suzhou-part", None, "A part of a signing that is not among these.")


def test_a_signing_without_a_place_is_left_out_and_counted() -> None:
    found = proposed("德阳目前签约项目30个。德阳今年签约项目40个。")
    assert found.signings == ()
    assert found.description is not None
    assert found.description.endswith("Left out, since the release does not say where they were held: 2 signings.")


def test_of_several_totals_of_one_occasion_the_first_is_kept() -> None:
    text = (
        "The fair in Xiamen ended on November 3, 2022. 587 domestic projects worth 250.9 billion yuan were signed. "
        "In addition 11 overseas projects worth 6.4 billion yuan were inked."
    )
    found = proposed(text)
    assert [str(each.projects) for each in found.signings] == ["587"]
    assert found.description is not None
    assert found.description.endswith(
        "Left out, since another total of the same day, place and promoter is already there: 1 signing."
    )


def test_places_of_the_dataset_are_taken_as_they_are() -> None:
    text = "2022年11月3日,绵阳市在苏州举行投资推介会,现场签约30个项目。"
    known = dataset()
    assert all(place in known.places for place in proposed(text, known).places)


def test_ids_are_not_those_of_the_dataset() -> None:
    text = "Mianyang signed 30 projects at a conference held in Suzhou."
    known = dataset(signing("suzhou-signing", projects="7", promoter="xiamen"))
    found = proposed(text, known, name="website.txt")
    assert [each.id for each in found.signings] == ["suzhou-signing-2"]
    assert [each.id for each in found.sources] == ["website-2"]


def test_a_place_whose_name_several_have_is_not_taken_for_one_of_them() -> None:
    [place, _] = proposed("Deyang signed 30 projects at a conference held in Suzhou.").places
    assert (place.name, place.names, place.province) == ("Suzhou", {}, None)


def test_a_place_that_no_gazetteer_has_gets_an_id() -> None:
    found = proposed("嘉黎县在厦门举行推介会,签约3个项目。")
    assert [place.id for place in found.places] == ["xiamen", "place-5609-9ece"]


def test_sister_cities_sign_memoranda() -> None:
    text = "Two new sister-city partnerships were signed in Chicago on Oct 23, 2015."
    assert [each.kind for each in proposed(text).signings] == ["memorandum"]


def test_figures_keep_their_hedges() -> None:
    text = "Deyang signed 30 projects worth nearly 4 billion yuan at a conference held in Xiamen."
    assert [str(each.amount) for each in proposed(text).signings] == ["nearly 4 billion yuan"]


def test_a_proposal_merges_with_the_bundled_data() -> None:
    bundled = load()
    found = proposed(TEXT.replace("Deyang", "Mianyang"), bundled)
    merged = merge([Named("ours", bundled), Named("new", found)]).dataset
    assert len(merged.signings) == len(bundled.signings) + len(found.signings)


PIECES = st.sampled_from(
    [
        "Deyang signed 30 projects", " worth 5.2 billion yuan", " in Xiamen", " on November 3, 2022", ". ", "\n\n",
        "Of them, 12 projects are foreign", " held a conference in Suzhou", "respectively", "total", "$3.5 billion",
        "Qwertong county signed two memoranda", "nearly 500 contracts", "(", ")", "\u202e", " 0 projects signed",
        "德阳市在厦门举行推介会", "签约30个项目", ",总投资52亿元", "其中外资项目12个", "。", "分别",
        "嘉黎县签约3个项目", "合计42个项目",
    ]
)  # fmt: skip


@given(
    st.lists(st.lists(PIECES, max_size=14).map("".join), min_size=1, max_size=3), st.sampled_from(["a.txt", "", "é/名"])
)
def test_what_is_proposed_is_always_valid_and_merges(texts: list[str], name: str) -> None:
    bundled = load()
    found = propose([audit(text, bundled, name=name) for text in texts], bundled)
    assert parse(json_text(plain_record(found)).encode(), name="new.json") == found
    merge([Named("ours", bundled), Named("new", found)])


def figures(found: Dataset) -> list[tuple[str, str, bool]]:
    return [(each.city, str(each.projects), each.part_of is not None) for each in found.signings]


def test_what_an_earlier_event_came_to_is_not_offered() -> None:
    text = (
        "Luoyang signed 38 contracts at its conference in Shenzhen on Sept. 12, 2023, up from 31 contracts. "
        "At last year's event in Shenzhen, 30 contracts were signed.\n"
    )
    found = proposed(text)
    assert figures(found) == [("shenzhen", "38 contracts", False)]
    assert found.description == (
        "What an audit found; not yet checked by a reader. Left out, since the release only compares with them, as "
        "what an earlier event came to: 1 signing."
    )


def test_a_total_of_its_parts_holds_them() -> None:
    text = (
        "Luoyang signed 38 contracts at its conference in Shenzhen on Sept. 12, 2023. 17 of them are in equipment and "
        "21 in tourism.\n"
    )
    assert [part for _, _, part in figures(proposed(text))] == [False, True, True]


def test_a_total_of_several_occasions_is_left_out_beside_them() -> None:
    text = (
        "At a ceremony in Nanjing on May 6, 2023, Nanyang signed 22 agreements; at another in Shanghai on May 7, 2023, "
        "18 agreements were signed. The two days thus brought 40 agreements.\n"
    )
    found = proposed(text)
    assert figures(found) == [("nanjing", "22 agreements", False), ("shanghai", "18 agreements", False)]
    assert found.description is not None
    assert found.description.endswith("Left out, since they add up signings of several occasions: 1 signing.")


def test_a_source_that_was_extracted_is_cited_by_its_paragraph() -> None:
    text = "A title\n\n" + TEXT
    cited = {
        each.sources[0].at
        for extracted in (False, True)
        for each in propose([audit(text, name="a", extracted=extracted)]).signings[:1]
    }
    assert cited == {"line 3", "paragraph 2"}
