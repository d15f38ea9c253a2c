"""Names as people type them lead to the record that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from examples import PLACES, conference, dataset
from mycity_cli.dataset import load
from mycity_cli.errors import UnknownNameError, UsageError
from mycity_cli.query.names import find_conferences, find_kinds, find_places, find_sources, fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from mycity_cli.model import Dataset

DATA = dataset(conferences=[conference("expo-6", name="6th International Expo"), conference("fair")])
ALL_CITIES = "help: known: Mianyang, Suzhou, Xiamen, Xi'an"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Suzhou", "suzhou"),
        ("SUZHOU", "suzhou"),
        ("Sūzhōu", "suzhou"),
        ("Su\u0304zho\u0304u", "suzhou"),
        ("Ｓｕｚｈｏｕ", "suzhou"),
        ("  Suzhou\u3000 City\t", "suzhou city"),
        ("Xi'an", "xian"),
        ("Xi’an", "xian"),
        ("XĪ‘ĀN", "xian"),
        ("Straße", "strasse"),
        ("苏州", "苏州"),
        ("", ""),
        ("'", ""),
    ],
)
def test_what_people_leave_out_or_vary_is_folded_away(name: str, folded: str) -> None:
    assert fold(name) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Suzhou", "suzhou"),
        ("sūzhōu", "suzhou"),
        ("苏州", "suzhou"),
        ("蘇州", "suzhou"),
        ("ＳＵＺＨＯＵ", "suzhou"),
        (" soochow ", "suzhou"),
        ("suzhou  city", "suzhou"),
        ("廈門", "xiamen"),
        ("amoy", "xiamen"),
        ("Xi'an", "xian"),
        ("xi’an", "xian"),
        ("Xian", "xian"),
        ("西安", "xian"),
    ],
)
def test_a_place_is_found_by_any_of_its_names(name: str, id: str) -> None:
    assert find_places(DATA, [name]) == {id}


@pytest.mark.parametrize("place", load().places, ids=lambda place: place.id)
def test_every_name_of_the_bundled_places_leads_to_its_place(place: object) -> None:
    from mycity_cli.model import Place

    assert isinstance(place, Place)
    assert all(find_places(load(), [name]) == {place.id} for name in place.all_names)


@pytest.mark.parametrize(
    ("find", "names", "ids"),
    [
        (find_places, [], set()),
        (find_places, ["Suzhou", "厦门", "Soochow"], {"suzhou", "xiamen"}),
        (find_conferences, ["EXPO-6", "fair"], {"expo-6", "fair"}),
        (find_conferences, ["6th international  expo"], {"expo-6"}),
        (find_sources, ["paper"], {"paper"}),
        (find_sources, ["the paper", "le cafe"], {"paper", "website"}),
    ],
)
def test_records_are_found_by_id_or_name(
    find: Callable[[Dataset, list[str]], frozenset[str]], names: list[str], ids: set[str]
) -> None:
    assert find(DATA, names) == ids


@pytest.mark.parametrize(
    ("names", "kinds"), [([], set()), (["Investment"], {"investment"}), (["expo", "EXPO"], {"expo"})]
)
def test_kinds_are_found_whatever_the_case(names: list[str], kinds: set[str]) -> None:
    assert find_kinds(["investment", "expo"], names) == kinds


@pytest.mark.parametrize(
    ("find", "name", "expected"),
    [
        (find_places, "Suzhuo", "error: --x: unknown city 'Suzhuo'\nhelp: did you mean Suzhou?"),
        (find_places, "Amoi", "error: --x: unknown city 'Amoi'\nhelp: did you mean Amoy?"),
        (
            find_places,
            "Q",
            f"error: --x: unknown city 'Q'\n{ALL_CITIES}",
        ),
        (
            find_places,
            "",
            f"error: --x: unknown city ''\n{ALL_CITIES}",
        ),
        (find_places, "\x1b[31mSuzhou", "error: --x: unknown city '\\x1b[31mSuzhou'\nhelp: did you mean Suzhou?"),
        (find_conferences, "expo-7", "error: --x: unknown conference 'expo-7'\nhelp: did you mean expo-6?"),
        (find_sources, "papr", "error: --x: unknown source 'papr'\nhelp: did you mean paper?"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(
    find: Callable[..., frozenset[str]], name: str, expected: str
) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(DATA, ["Suzhou", name] if find is find_places else [name], where="--x")
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (["investment", "memorandum"], "error: unknown kind 'memorand'\nhelp: did you mean memorandum?"),
        (["investment", "investment"], "error: unknown kind 'memorand'\nhelp: known: investment"),
        ([], "error: unknown kind 'memorand'"),
    ],
)
def test_an_unknown_kind_is_refused_with_those_there_are(known: list[str], expected: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_kinds(known, ["memorand"])
    assert str(caught.value) == expected


# 苏州 and 宿州 are both Suzhou to readers of pinyin.
TWINS = dataset(
    places=[*PLACES, {"id": "suzhou-anhui", "name": "Sùzhōu", "names": {"zh-Hans": "宿州"}}],
    conferences=[conference("fair-1", name="The Fair"), conference("fair-2", name="the fair")],
)


@pytest.mark.parametrize(
    ("find", "name", "expected"),
    [
        (find_places, "Suzhou", "suzhou or suzhou-anhui"),
        (find_places, "SÙZHŌU", "suzhou or suzhou-anhui"),
        (find_places, "SUZHOU", "suzhou or suzhou-anhui"),
        (find_conferences, "The Fair", "fair-1 or fair-2"),
    ],
)
def test_a_name_that_several_have_is_refused_with_their_ids(
    find: Callable[..., frozenset[str]], name: str, expected: str
) -> None:
    with pytest.raises(UsageError) as caught:
        find(TWINS, [name], where="--x")
    assert str(caught.value) == (f"error: --x: several are called '{name}'\nhelp: say which by its id: {expected}")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["suzhou"], {"suzhou"}),
        (["suzhou-anhui"], {"suzhou-anhui"}),
        (["宿州"], {"suzhou-anhui"}),
        (["苏州"], {"suzhou"}),
        (["Soochow", "宿州"], {"suzhou", "suzhou-anhui"}),
    ],
)
def test_one_of_several_with_a_name_is_found_by_its_id_or_another_name(names: list[str], ids: set[str]) -> None:
    assert find_places(TWINS, names) == ids


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Xi", "did you mean xian?"),
        ("Amo", "did you mean Amoy?"),
        ("西宁", "did you mean 西安?"),
        ("厦口", "did you mean 厦门?"),
        ("西宁市", "known: Mianyang, Suzhou, Xiamen, Xi'an"),
        ("Su", "did you mean Suzhou?"),
        ("Amerigo", "known: Mianyang, Suzhou, Xiamen, Xi'an"),
    ],
)
def test_of_a_short_name_half_the_letters_have_to_be_right(name: str, expected: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_places(DATA, [name])
    assert str(caught.value) == f"error: unknown city '{name}'\nhelp: {expected}"


def test_a_chinese_name_with_one_wrong_character_is_offered_the_right_one() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_places(DATA, ["苏洲"])
    assert str(caught.value) == "error: unknown city '苏洲'\nhelp: did you mean 苏州?"
