"""`mycity claims`, as its users see it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from examples import cited, claim, raw, signing
from running import Mycity


def data_with(tmp_path: Path, *statements: str) -> Path:
    path = tmp_path / "d.json"
    claims = [claim(f"c{number}", statement=statement) for number, statement in enumerate(statements)]
    signings = [signing("a", amount="5.50 billion yuan"), signing("b", amount="5.0 billion yuan", city="xiamen")]
    path.write_text(json.dumps(raw(signings=signings, claims=claims)), encoding="utf-8")
    return path


def test_a_line_for_each_claim_and_the_summary_on_standard_error(mycity: Mycity) -> None:
    result = mycity("claims")
    lines = result.out.splitlines()
    assert (result.code, len(lines)) == (0, 9)
    assert lines[6] == (
        "true\tsuzhou-exceeds\tThe amount signed in Suzhou exceeds those of Xiamen and Dongguan together.\t"
        "Suzhou > Xiamen + Dongguan\tein-2022-11-08 (paragraph 11)"
    )
    assert result.err == "note: 7 true, 0 false, 0 undecided, 2 not checkable\n"


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_table_fits_the_terminal(mycity: Mycity, columns: int) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    result = mycity("claims", columns=columns)
    assert max(map(len, result.out.splitlines())) <= columns
    assert "9 of 9 claims; 7 true, 0 false, 0 undecided, 2 not checkable" in result.err.replace("\n", " ")


@pytest.mark.parametrize(
    ("statements", "options", "code"),
    [
        (["Suzhou > Xiamen"], [], 0),
        (["Suzhou > Xiamen", "Suzhou < Xiamen"], ["--strict"], 1),
        (["Xiamen > 5 billion"], [], 0),
        (["Xiamen > 5 billion"], ["--strict"], 4),
        (["1/0 = 1"], ["--strict"], 0),
        (["Suzho > 1 yuan"], [], 3),
    ],
)
def test_exit_codes(tmp_path: Path, mycity: Mycity, statements: list[str], options: list[str], code: int) -> None:
    assert mycity("claims", "--data", data_with(tmp_path, *statements), *options).code == code


def test_a_false_claim_does_not_agree_and_blames_no_figure(tmp_path: Path, mycity: Mycity) -> None:
    result = mycity("claims", "--data", data_with(tmp_path, "Suzhou = 7 billion yuan"), "--columns", "verdict,reason")
    assert result.out == "false\tthe left side does not agree with the right, at the precision stated\n"


def test_claims_of_one_source(mycity: Mycity) -> None:
    assert mycity("claims", "--source", "mianyang-news-cupertino").out == ""
    assert len(mycity("claims", "--source", "ein-2022-11-08").out.splitlines()) == 9


def test_one_claim_with_its_proof(mycity: Mycity) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    lines = mycity("claims", "show", "suzhou-exceeds", columns=80).out.splitlines()
    assert lines[:6] == [
        "Verdict      true",
        "Statement    Suzhou > Xiamen + Dongguan",
        "Claim        The amount signed in Suzhou exceeds those of Xiamen and Dongguan",
        "             together.",
        "Claimed by   ein-2022-11-08 (paragraph 11)",
        "Since        it agrees with the figures, however they were rounded",
    ]
    shown = json.loads(mycity("claims", "show", "suzhou-exceeds", "--format", "json").out)
    assert (shown["id"], shown["verdict"], shown["left"]["value"]) == ("suzhou-exceeds", "true", "52563000000")
    assert shown["sources"] == [{"id": "ein-2022-11-08", "at": "paragraph 11"}]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "suzhou-exceed"], "error: ID: unknown claim 'suzhou-exceed'\nhelp: did you mean suzhou-exceeds?\n"),
        (["show"], "error: ID: is missing\nhelp: see 'mycity claims show --help'\n"),
        (["list"], "error: mycity claims: takes no word 'list'\nhelp: there is mycity claims show ID\n"),
    ],
)
def test_wrong_arguments(mycity: Mycity, arguments: list[str], message: str) -> None:
    result = mycity("claims", *arguments)
    assert (result.code, result.err) == (2, message)


def test_claim_reviews_have_what_fact_check_search_requires(mycity: Mycity) -> None:
    reviews = json.loads(mycity("claims", "--format", "claimreview", "--url", "https://example.org/checks").out)
    assert len(reviews) == 9
    for review in reviews:
        assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
        assert review["claimReviewed"]
        assert review["reviewRating"]["alternateName"]
        assert review["url"].startswith("https://example.org/checks#")
    assert reviews[6]["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Agrees with the figures",
        "ratingValue": 3,
        "worstRating": 1,
        "bestRating": 3,
        "ratingExplanation": "it agrees with the figures, however they were rounded",
    }
    assert "ratingValue" not in reviews[7]["reviewRating"]
    assert reviews[6]["itemReviewed"]["author"] == {"@type": "Organization", "name": "EIN Presswire"}


# --- who reviews, and where -------------------------------------------------------------------------------------------

PAGE = "https://example.org/checks"


def reviews_of(mycity: Mycity, *arguments: str | Path) -> tuple[list[Any], str]:
    result = mycity("claims", "-f", "claimreview", "--url", PAGE, *arguments)
    assert result.code == 0
    return json.loads(result.out), result.err


def test_the_author_of_a_review_is_the_publisher_of_the_dataset_or_the_one_given(mycity: Mycity) -> None:
    found, err = reviews_of(mycity)
    assert found[0]["author"] == {"@type": "Organization", "name": "The mycity maintainers"}
    assert found[0]["itemReviewed"]["appearance"][0]["url"].startswith("https://www.einpresswire.com/article/")
    assert err == ""
    found, _ = reviews_of(mycity, "--author", "The Daily Desk")
    assert {review["author"]["name"] for review in found} == {"The Daily Desk"}


def test_what_reviews_lack_is_told_and_not_made_up(mycity: Mycity, tmp_path: Path) -> None:
    made = raw(claims=[claim("a"), claim("b", sources=cited("website"))])
    made["sources"] = [dict(each) for each in made["sources"]]
    made["sources"][0]["url"] = "example.org/paper"
    path = tmp_path / "d.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    found, err = reviews_of(mycity, "--data", path)
    assert ["author" in review for review in found] == [False, False]
    assert ["url" in review["itemReviewed"]["appearance"][0] for review in found] == [False, False]
    assert err == (
        "note: the reviews name no author: give --author, or the dataset its publisher\n"
        "note: the claims have no address where they appear, since a source has no url: website\n"
        "note: the url of paper is left out, since it does not begin with https:// or http://: example.org/paper\n"
    )


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["-f", "claimreview"], "--url: is missing: no review is taken without the page that shows it"),
        (
            ["-f", "claimreview", "--url", "checks"],
            "--url: 'checks' is no address of the web: it does not begin with https:// or http://",
        ),
        (
            ["-f", "claimreview", "--url", "https://me:secret@example.org/"],
            "--url: 'https://me:***@example.org/' is no address of the web: it holds a name or a password",
        ),
        (["-f", "claimreview", "--url", f"{PAGE}#top"], "--url: each review gets a fragment of its own"),
        (["-f", "claimreview", "--url", PAGE, "--author", " "], "--author: is empty"),
        (["--url", PAGE], "--url: is for --format claimreview"),
        (["--author", "Me"], "--author: is for --format claimreview"),
    ],
)
def test_reviews_need_an_address_of_the_web(mycity: Mycity, arguments: list[str], error: str) -> None:
    result = mycity("claims", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {error}\nhelp: ")
