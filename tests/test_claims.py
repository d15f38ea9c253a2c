"""Every claim of a dataset, recomputed."""

from __future__ import annotations

import pytest

from examples import claim, dataset, signing
from mycity_cli.claims import check_claims
from mycity_cli.dataset import load
from mycity_cli.errors import DataError


def test_every_claim_of_the_bundled_dataset_comes_out_as_it_should() -> None:
    data = load()
    assert {each.claim.id: each.outcome for each in check_claims(data, data.claims)} == {
        "three-conferences": "true",
        "xiamen-in-june": "true",
        "dongguan-in-august": "true",
        "suzhou-in-november": "true",
        "projects-in-total": "true",
        "amount-in-total": "true",
        "suzhou-exceeds": "true",
        "half-of-academicians": "not checkable",
        "share-of-pandas": "not checkable",
    }


def test_a_claim_without_a_statement_says_why() -> None:
    data = dataset(claims=[claim("c", reason="nobody counted")])
    (checked,) = check_claims(data, data.claims)
    assert (checked.outcome, checked.reason, checked.verdict) == ("not checkable", "nobody counted", None)


def test_claims_that_cannot_be_checked_are_all_told() -> None:
    data = dataset(
        signing("a", amount="5 billion yuan"),
        claims=[claim("one", statement="Suzho > 1 yuan"), claim("two", statement="1 ="), claim("three")],
    )
    with pytest.raises(DataError) as caught:
        check_claims(data, data.claims)
    assert caught.value.exit_code == 3
    assert str(caught.value) == (
        "error: statement of the claim 'one': unknown name 'Suzho'\n"
        "  Suzho > 1 yuan\n"
        "  ^^^^^\n"
        "help: did you mean Suzhou?\n"
        "error: statement of the claim 'two': expected a figure or a name, found the end\n"
        "  1 =\n"
        "     ^"
    )
