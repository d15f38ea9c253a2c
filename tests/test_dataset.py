"""The bundled figures are those of their sources, and a file that is no dataset is refused with every problem."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from examples import raw, refusal, refusal_of, signing
from mycity_cli.dataset import bundled, load, parse
from mycity_cli.errors import DataError
from mycity_cli.model import Place, Stated

if TYPE_CHECKING:
    from pathlib import Path

DATA = load()
EIN = "ein-2022-11-08"
NEWS = "mianyang-news-cupertino"
FIRST = "/signings/0/{0} of 'a': unknown field '{0}'"

# --- the bundled figures -----------------------------------------------------------------------------------------


def test_the_bundled_file_is_found() -> None:
    assert bundled().name == "deals.json"
    assert bundled().is_file()
    assert load(bundled()) == load(str(bundled())) == DATA


def test_bundled_head() -> None:
    assert DATA.title == "Mianyang's promotion conferences and what was signed at them"
    assert DATA.description
    assert [used.name for used in DATA.licenses] == ["CC0-1.0"]
    assert DATA.city == "mianyang"


def test_bundled_sources() -> None:
    assert [(s.id, s.publisher, str(s.date), s.language, s.dateline) for s in DATA.sources] == [
        (EIN, "EIN Presswire", "2022-11-08", "en", "Los Angeles"),
        (NEWS, "Mianyang News (Mianyang Daily)", "../2018-03", "en", None),
    ]
    assert all(source.title and source.note for source in DATA.sources)


def test_bundled_places() -> None:
    assert [(p.id, p.name, p.names["zh-Hans"], p.province, p.country) for p in DATA.places] == [
        ("mianyang", "Mianyang", "绵阳", "Sichuan", "CN"),
        ("xiamen", "Xiamen", "厦门", "Fujian", "CN"),
        ("dongguan", "Dongguan", "东莞", "Guangdong", "CN"),
        ("suzhou", "Suzhou", "苏州", "Jiangsu", "CN"),
        ("cupertino", "Cupertino", "库比蒂诺", "California", "US"),
    ]
    assert all(place.aliases and "zh-Hant" in place.names for place in DATA.places)


def test_bundled_conferences() -> None:
    assert [(c.id, c.kind, c.city, DATA.promoter_of(c), c.date and str(c.date)) for c in DATA.conferences] == [
        ("xiamen-2022", "promotion", "xiamen", "mianyang", "2022-06-15"),
        ("dongguan-2022", "promotion", "dongguan", "mianyang", "2022-08-31"),
        ("suzhou-2022", "promotion", "suzhou", "mianyang", "2022-11-03"),
        ("high-tech-expo-6", "expo", "mianyang", "mianyang", None),
        ("smart-city-summit-2018", "summit", "cupertino", "cupertino", "2018-04"),
    ]


def test_bundled_signings() -> None:
    assert [
        (s.id, s.kind, s.city, s.conference, str(s.date), s.projects and str(s.projects), s.amount and str(s.amount))
        for s in DATA.signings
    ] == [
        (
            "xiamen-2022-signing",
            "investment",
            "xiamen",
            "xiamen-2022",
            "2022-06-15",
            "18 projects",
            "13.55 billion yuan",
        ),
        (
            "dongguan-2022-signing",
            "investment",
            "dongguan",
            "dongguan-2022",
            "2022-08-31",
            "27 projects",
            "26.8 billion yuan",
        ),
        (
            "suzhou-2022-signing",
            "investment",
            "suzhou",
            "suzhou-2022",
            "2022-11-03",
            "30 projects",
            "52.563 billion yuan",
        ),
        ("cupertino-memorandum", "memorandum", "cupertino", None, "../2018-04", None, "none"),
    ]
    assert [DATA.promoter_of(signing) for signing in DATA.signings] == ["mianyang"] * 4
    assert [signing.part_of for signing in DATA.signings] == [None] * 4
    memorandum = DATA.signings[-1]
    assert memorandum.partner == "cupertino"
    assert memorandum.fields == ("economy", "trade", "science and technology", "culture", "education", "tourism")


def test_bundled_facts() -> None:
    assert [(f.id, str(f.figure)) for f in DATA.facts if f.figure is not None] == [
        ("products", "more than 500"),
        ("research-institutes", "18"),
        ("academicians", "30"),
        ("academicians-share", "nearly half"),
        ("airport-rank", "top 50"),
        ("pandas", "418"),
        ("pandas-share", "22.4%"),
        ("sister-cities", "25"),
    ]
    texts = {f.id: f.text for f in DATA.facts if f.text is not None}
    assert set(texts) == {
        "strategy",
        "three-promotions",
        "outlook",
        "city-of-science",
        "xu-chen",
        "jing-dazhong",
        "zhang-zhaofu",
    }
    assert "Opening-up and Revitalizing" in texts["strategy"]


def test_bundled_claims() -> None:
    assert [(claim.id, claim.statement, claim.reason) for claim in DATA.claims] == [
        ("three-conferences", "conferences(kind=promotion, year=2022) = 3", None),
        ("xiamen-in-june", "conferences(city=Xiamen, since=2022-06, until=2022-06) = 1", None),
        ("dongguan-in-august", "conferences(city=Dongguan, since=2022-08, until=2022-08) = 1", None),
        ("suzhou-in-november", "conferences(city=Suzhou, since=2022-11, until=2022-11) = 1", None),
        ("projects-in-total", "projects(2022) = 75", None),
        ("amount-in-total", "amount(2022) = about 93 billion yuan", None),
        ("suzhou-exceeds", "Suzhou > Xiamen + Dongguan", None),
        ("half-of-academicians", None, "the number of academicians in Sichuan is not stated"),
        ("share-of-pandas", None, "the number of wild pandas in the world is not stated"),
    ]


PARAGRAPHS = {
    "xiamen-2022": [(EIN, 9)],
    "dongguan-2022": [(EIN, 10)],
    "suzhou-2022": [(EIN, 11)],
    "high-tech-expo-6": [(NEWS, 3)],
    "smart-city-summit-2018": [(NEWS, 3)],
    "xiamen-2022-signing": [(EIN, 9)],
    "dongguan-2022-signing": [(EIN, 10)],
    "suzhou-2022-signing": [(EIN, 11)],
    "cupertino-memorandum": [(NEWS, 1)],
    "products": [(EIN, 1)],
    "research-institutes": [(EIN, 4)],
    "academicians": [(EIN, 4)],
    "academicians-share": [(EIN, 4)],
    "airport-rank": [(EIN, 6)],
    "pandas": [(EIN, 7)],
    "pandas-share": [(EIN, 7)],
    "sister-cities": [(NEWS, 1)],
    "strategy": [(EIN, 1), (EIN, 2)],
    "three-promotions": [(EIN, 2)],
    "outlook": [(EIN, 13)],
    "city-of-science": [(EIN, 4), (NEWS, 2)],
    "xu-chen": [(EIN, 14)],
    "jing-dazhong": [(NEWS, 1)],
    "zhang-zhaofu": [(NEWS, 1)],
    "three-conferences": [(EIN, 1)],
    "xiamen-in-june": [(EIN, 1)],
    "dongguan-in-august": [(EIN, 1)],
    "suzhou-in-november": [(EIN, 1)],
    "projects-in-total": [(EIN, 1)],
    "amount-in-total": [(EIN, 1)],
    "suzhou-exceeds": [(EIN, 11)],
    "half-of-academicians": [(EIN, 4)],
    "share-of-pandas": [(EIN, 7)],
}


def test_every_bundled_record_says_where_its_sources_state_it() -> None:
    assert {
        record.id: [(cited.id, cited.at) for cited in record.sources]
        for _, _, record in DATA.records()
        if isinstance(record, Stated)
    } == {id: [(source, f"paragraph {number}") for source, number in cited] for id, cited in PARAGRAPHS.items()}


def test_every_bundled_reference_leads_to_a_record() -> None:
    assert len(DATA.by_id) == len(list(DATA.records()))
    cities = [*(record.city for record in DATA.signings), *(record.city for record in DATA.conferences)]
    assert all(DATA.find(Place, city) is not None for city in cities)


# --- files that are no dataset -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"\xff", "not in UTF-8: the byte 0xff"),
        (b'{"title": "caf\xe9"}', "not in UTF-8: the byte 0xe9"),
        (b'{"title": "\xe8\x8b', "not in UTF-8: the byte 0xe8"),
        (b"\xff\xfe{\x00}\x00", "in UTF-16, not in UTF-8"),
        ("{}".encode("utf-16-be"), "in UTF-16, not in UTF-8"),
        ("{}".encode("utf-16-le"), "in UTF-16, not in UTF-8"),
        ("{}".encode("utf-32"), "in UTF-32, not in UTF-8"),
        ("{}".encode("utf-32-be"), "in UTF-32, not in UTF-8"),
        ("{}".encode("utf-32-le"), "in UTF-32, not in UTF-8"),
        (b"[]", "not an object: {...}"),
        (b"null", "not an object: {...}"),
        (b'"deals"', "not an object: {...}"),
        (b"\x00\x00\x00", "expected a value, found '\\x00'"),
    ],
)
def test_content_that_is_no_object_is_refused(content: bytes, expected: str) -> None:
    assert refusal_of(content) == expected


def test_every_problem_of_a_file_is_in_one_error() -> None:
    content = json.dumps(raw(signings=[signing("a", amount="5 bilion yuan"), signing("b", kin="x", projects="5%")]))
    with pytest.raises(DataError) as caught:
        parse(content.encode(), name="d.json")
    assert [str(problem).split("\n")[0] for problem in caught.value.problems] == [
        "error: d.json:1:840: /signings/0/amount of 'a': cannot read 'bilion' after '5' [unreadable-figure]",
        "error: d.json:1:937: /signings/1/kin of 'b': unknown field 'kin' [unknown-field]",
        "error: d.json:1:961: /signings/1/projects of 'b': '5%' is no count [wrong-figure]",
    ]
    assert caught.value.exit_code == 3
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))


def test_a_field_that_cannot_be_read_hides_no_reference_that_leads_nowhere() -> None:
    problems = refusal(signings=[signing("a", colour="red"), signing("b", city="suzhuo")])
    assert problems == (
        "/signings/0/colour of 'a': unknown field 'colour'\n"
        "/signings/1/city of 'b': there is no place 'suzhuo'\nhelp: did you mean suzhou?"
    )


def test_a_byte_order_mark_is_no_problem() -> None:
    assert parse(b"\xef\xbb\xbf{}", name="d.json") == parse(b"{}", name="d.json")
    assert refusal_of(b"\xef\xbb\xbf[]") == "not an object: {...}"


def test_a_byte_behind_a_byte_order_mark_is_where_it_is_in_the_file() -> None:
    with pytest.raises(DataError) as caught:
        parse(b"\xef\xbb\xbf{\r\n\xff", name="d.json")
    assert str(caught.value) == (
        "error: d.json:2:1: not in UTF-8: the byte 0xff [not-utf8]\n  \\xff\n  ^^^^\nhelp: save the file as UTF-8"
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"titel": "x"}, "/titel: unknown field 'titel'\nhelp: did you mean title?"),
        ({"signing": []}, "/signing: unknown field 'signing'\nhelp: did you mean signings?"),
        ({"signings": [signing("a", amout="1 yuan")]}, f"{FIRST.format('amout')}\nhelp: did you mean amount?"),
        ({"signings": [signing("a", project=1)]}, f"{FIRST.format('project')}\nhelp: did you mean projects?"),
        # A field of another kind of record, or of none, is near to no field of this one.
        ({"signings": [signing("a", url="x")]}, FIRST.format("url")),
        ({"signings": [signing("a", xyz=1)]}, FIRST.format("xyz")),
        (
            {"signings": [signing("a", sources=[{"id": "paper", "att": "x"}])]},
            FIRST.format("att").replace("/att", "/sources/0/att"),
        ),
    ],
)
def test_an_unknown_field_is_refused_with_the_nearest_of_its_record(fields: dict[str, Any], expected: str) -> None:
    assert refusal(**fields) == f"{expected}"


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["paper"], "/sources/0 of 'a': not an object: {...}"),
        ([{}], "/sources/0 of 'a': the field 'id' is missing"),
        ([{"id": 5}], "/sources/0/id of 'a': not a text"),
        ([{"id": "paper", "at": ""}], "/sources/0/at of 'a': empty"),
        ("paper", "/sources of 'a': not a list: [...]"),
        ([], "/sources of 'a': empty, but needs at least one entry"),
    ],
)
def test_one_malformed_source_is_one_problem(sources: object, expected: str) -> None:
    assert refusal(signings=[signing("a", sources=sources)]) == f"/signings/0{expected}"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"places": [{"id": "a", "name": "A", "names": []}]}, "/places/0/names of 'a': not an object: {...}"),
        (
            {"places": [{"id": "a", "name": "A", "names": {"en": 5}}]},
            "/places/0/names/en of 'a': not a text",
        ),
        ({"places": None}, "/places: not a list: [...]"),
    ],
)
def test_words_for_what_is_of_the_wrong_kind(fields: dict[str, Any], expected: str) -> None:
    assert refusal(city=None, **fields) == f"{expected}"


@pytest.mark.parametrize("id", [5, ["a"]])
def test_an_id_that_is_no_text_hides_no_other_problem(id: object) -> None:
    assert refusal(city=None, places=[{"id": id, "name": "A"}], signings=[signing("a", city="suzhuo")]) == (
        "/places/0/id: not a text\n/signings/0/city of 'a': there is no place 'suzhuo'"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.json", "No such file or directory"),
        ("folder", "Is a directory\nhelp: give a file: a dataset, or a table such as signings.csv"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_that_names_it(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    path = tmp_path / name
    with pytest.raises(DataError) as caught:
        load(path)
    assert str(caught.value) == f"error: {path}: cannot be read: {message}"


def test_a_file_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(json.dumps(raw(title="Ours")), encoding="utf-8")
    assert load(path).title == "Ours"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match=r"own\.json:1:2: the file ends inside"):
        load(str(path))


def test_an_installation_without_its_data_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mycity_cli.bundled._BUNDLED", (tmp_path / "a", tmp_path / "b"))
    with pytest.raises(DataError) as caught:
        load()
    assert str(caught.value) == (
        f"error: {tmp_path / 'a'}: the bundled dataset is missing\nhelp: install mycity-cli again"
    )
