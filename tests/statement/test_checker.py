"""Verdicts: what is true, false, undecided and not checkable, and why."""

from __future__ import annotations

import pytest

import mycity_cli
from examples import dataset, fact, raw, signing
from mycity_cli.dataset import load
from mycity_cli.errors import StatementError, UsageError
from mycity_cli.model import Dataset
from mycity_cli.query.engine import InMemory
from mycity_cli.statement.checker import Checker, check

VERDICTS = [
    # the figures of the bundled dataset
    ("Suzhou > Xiamen + Dongguan", "true"),
    ("Suzhou < Xiamen + Dongguan", "false"),
    ("苏州 > 厦门 + 东莞", "true"),
    ("total = about 93 billion yuan", "true"),
    ("total = 93 billion yuan", "true"),
    ("total = 93 billion", "true"),
    ("total = 94 billion yuan", "false"),
    ("total != 94 billion yuan", "true"),
    ("total > 92.9 billion", "undecided"),
    ("total >= 92.8575 billion", "true"),
    ("total > 92.8575 billion", "undecided"),
    ("total > 93 billion", "false"),
    ("Suzhou / total > 50%", "true"),
    ("Suzhou / total > 0.5", "true"),
    ("projects(2022) = 75", "true"),
    ("projects(2022) = 76", "false"),
    ("projects(Suzhou, year=2022) = 30 projects", "true"),
    ("projects() / signings(2022) = 25", "true"),
    ("conferences(kind=promotion, since=2022-06) = 3", "true"),
    ("amount(min-amount=20 billion) = 79.363 billion yuan", "true"),
    ("Xiamen < Dongguan < Suzhou", "true"),
    ("Xiamen < Suzhou < Dongguan", "false"),
    ("pandas / pandas-share = 1866", "true"),
    ("products > 500", "true"),
    ("products > 501", "undecided"),
    ("airport-rank <= 50", "true"),
    ("Suzhou / projects(Suzhou) > 1.75 billion", "true"),
    ("50% * 30 = 15", "true"),
    ("Suzhou > 500亿元", "true"),
    ("Suzhou > about 50 billion", "undecided"),
    ("Suzhou > more than 50 billion", "undecided"),
    ("Suzhou < more than 60 billion", "true"),
    # ranges, and rates of exchange
    ("total = 92 billion yuan to 92.9 billion yuan", "true"),
    ("total = 90 billion yuan to 92 billion yuan", "false"),
    ("total > 90 billion to 92 billion", "true"),
    ("Suzhou / total = 50% to 60%", "true"),
    ("Suzhou / 7.3 billion dollars = 6 to 8.8", "true"),
    ("Suzhou / 73 billion dollars = 6 to 8.8", "false"),
    ("9 billion yuan / 1 billion dollars = 6 to 8.8", "true"),
    ("9.0 billion yuan / 1.0 billion dollars = 6 to 8.8", "true"),
    ("9.20 billion yuan / 1.00 billion dollars = 6 to 8.8", "false"),
    ("over 2 trillion yuan / 290.30 billion dollars = 6 to 8.8", "true"),
    ("73 billion yuan / 10.1 billion dollars = 36.5 billion yuan / 5.06 billion dollars", "true"),
    ("7 billion yuan / 1 billion dollars * 2 billion dollars = 14 billion yuan", "true"),
    # what is the same number cancels
    ("Suzhou > Suzhou", "false"),
    ("Suzhou >= Suzhou", "true"),
    ("Suzhou / Suzhou = 1", "true"),
    ("Suzhou / total = Suzhou / total", "true"),
    ("Suzhou / total > Suzhou / total", "false"),
    ("Suzhou * 2 - Suzhou > 52.5625 billion - 1 yuan", "true"),
    ("total - Suzhou >= Xiamen + Dongguan", "true"),
    ("total - Suzhou > Xiamen + Dongguan - 1 yuan", "true"),
    ("total - Suzhou != Xiamen + Dongguan", "false"),
    # two figures are two numbers, even where they read the same
    ("about 93 billion yuan > about 93 billion yuan", "undecided"),
    # what has no value
    ("1 / 0 = 1", "not checkable"),
    ("1 / (pandas - 418) = 1", "not checkable"),
    ("1 / (academicians-share - 50%) > 1", "undecided"),
    ("Cupertino > 1 yuan", "not checkable"),
    ("Suzhou > Xiamen + Cupertino", "not checkable"),
    ("Mianyang = 0 yuan", "true"),
]


@pytest.fixture(scope="module")
def bundled() -> Dataset:
    return load()


@pytest.mark.parametrize(("statement", "outcome"), VERDICTS)
def test_verdicts(bundled: Dataset, statement: str, outcome: str) -> None:
    assert check(statement, bundled).outcome == outcome


def test_the_proof_holds_values_intervals_terms_and_what_is_left_out(bundled: Dataset) -> None:
    verdict = check("total = about 93 billion yuan", bundled)
    assert verdict.left is not None
    assert verdict.right is not None
    assert verdict.margin is not None
    assert (verdict.left.value, str(verdict.left.interval)) == (92_913_000_000, "[92857500000, 92968500000]")
    assert str(verdict.right.interval) == "[92500000000, 93500000000]"
    assert (verdict.margin.value, verdict.unit) == (-87_000_000, "CNY")
    (term,) = verdict.terms
    assert term.records == ("xiamen-2022-signing", "dongguan-2022-signing", "suzhou-2022-signing")
    assert [cited.at for cited in term.sources] == ["paragraph 9", "paragraph 10", "paragraph 11"]
    assert verdict.left_out == ()


GAPS = dataset(
    signing("in-suzhou", amount="5.0 billion yuan", projects=3),
    signing("more-in-suzhou", projects=4),
    signing("in-xiamen", city="xiamen", amount="2.0 billion yuan"),
    signing("friends", city="xian", amount="none", projects=1),
)
"""A sum that misses an amount, one that misses a number of projects, and one that misses nothing."""


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        ("total < 93 billion", "undecided"),
        ("total <= 93 billion", "undecided"),
        ("total > 6.8 billion", "true"),
        ("total > 6.95 billion", "undecided"),
        ("total > 93 billion", "undecided"),
        ("total >= 6.9 billion", "true"),
        ("total = 93 billion", "true"),
        ("total = 6.8 billion yuan", "false"),
        ("total != 6.8 billion yuan", "true"),
        ("total != 93 billion", "false"),
        ("Xiamen < 3 billion", "true"),
        ("total - Suzhou = Xiamen", "true"),
        ("total - Suzhou < 3 billion", "true"),
        ("total > Suzhou", "true"),
        ("Suzhou - total < 0 yuan", "true"),
        ("Suzhou > Xiamen", "true"),
        ("Suzhou < 3 * Xiamen", "undecided"),
        ("Xiamen / total > 50%", "false"),
        ("Xiamen / total > 20%", "undecided"),
        ("Xiamen / total < 30%", "true"),
        ("-total > -93 billion", "undecided"),
        ("amount(currency=CNY) < 93 billion", "undecided"),
        ("amount(min-amount=3 billion) < 6 billion", "undecided"),
        ("amount(Xiamen, min-amount=1 billion) < 3 billion", "true"),
        ("projects(min-amount=3 billion) = 7", "true"),
        ("projects(min-amount=3 billion) < 8", "true"),
        ("projects(min-amount=3 billion) > 3", "undecided"),
        ("projects(min-amount=3 billion) = 8", "false"),
        ("signings(min-amount=3 billion) < 3", "true"),
        ("signings(min-amount=3 billion) < 2", "undecided"),
        ("signings(min-amount=3 billion) > 0", "true"),
        ("projects() < 100", "undecided"),
        ("projects() >= 8", "true"),
        ("projects(Suzhou) < 100", "true"),
        ("signings() = 4", "true"),
    ],
)
def test_a_sum_that_misses_a_figure_is_a_lower_bound(statement: str, outcome: str) -> None:
    assert check(statement, GAPS).outcome == outcome
    if "=" not in statement:
        assert check(statement, GAPS, as_stated=True).outcome in (outcome, "true", "false")


def test_the_proof_says_what_is_missing() -> None:
    verdict = check("total < 93 billion", GAPS)
    assert verdict.reason == (
        "the figures that are stated do not settle it; a sum is a lower bound, no amount stated for more-in-suzhou"
    )
    assert verdict.left is not None
    assert verdict.margin is not None
    assert (verdict.left.value, str(verdict.left.interval)) == (7_000_000_000, "[6900000000, ∞)")
    assert str(verdict.margin.interval) == "[-86100000000, ∞)"
    assert [(each.reason, each.ids) for each in verdict.left_out] == [("no amount stated", ("more-in-suzhou",))]
    assert check("total = 93 billion", GAPS).reason == (
        "the left side agrees with the right, at the precision stated; "
        "a sum is a lower bound, no amount stated for more-in-suzhou"
    )
    assert check("total > 6.8 billion", GAPS).reason == "it agrees with the figures, however they were rounded"


def test_rounding_set_aside_sets_no_gap_aside() -> None:
    verdict = check("total < 93 billion", GAPS, as_stated=True)
    assert verdict.left is not None
    assert (verdict.outcome, str(verdict.left.interval)) == ("undecided", "[7000000000, ∞)")
    assert check("total >= 7 billion", GAPS, as_stated=True).outcome == "true"
    assert check("total = 6.8 billion", GAPS, tolerance="2%").outcome == "true"
    assert check("total = 6.5 billion", GAPS, tolerance="2%").outcome == "false"


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("Suzhou > Xiamen", "it agrees with the figures, however they were rounded"),
        ("Suzhou < Xiamen", "it does not agree with the figures, however they were rounded"),
        ("total > 92.9 billion", "the precision of the figures does not settle it"),
        ("total = 93 billion", "the left side agrees with the right, at the precision stated"),
        ("total = 94 billion", "the left side does not agree with the right, at the precision stated"),
        ("Cupertino > 1 yuan", "Cupertino involves no money"),
        ("1 / 0 = 1", "division by zero: 0 is 0"),
        ("1 / (academicians-share - 50%) > 1", "the divisor may be zero: academicians-share - 50%"),
    ],
)
def test_reasons(bundled: Dataset, statement: str, reason: str) -> None:
    assert check(statement, bundled).reason == reason


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        ("total = 93 billion yuan", "false"),
        ("total = 92.913 billion yuan", "true"),
        ("total = about 93 billion yuan", "true"),
        ("total > 92.9 billion", "true"),
        ("total > 92.913 billion", "false"),
    ],
)
def test_as_stated_compares_the_digits_and_keeps_what_a_hedge_says(
    bundled: Dataset, statement: str, outcome: str
) -> None:
    assert check(statement, bundled, as_stated=True).outcome == outcome


@pytest.mark.parametrize(
    ("statement", "tolerance", "outcome", "without"),
    [
        ("total = 90 billion yuan", "5%", "true", "false"),
        ("total = 90 billion yuan", "3 billion", "true", "false"),
        ("total = 90 billion yuan", "1%", "false", None),
        ("total = 93 billion yuan", "1%", "true", None),
        ("Suzhou > 52 billion yuan", "1%", "true", None),
        ("Suzhou > 52 billion yuan", "10%", "undecided", "true"),
        ("projects(2022) = 74", "1", "true", "false"),
    ],
)
def test_a_tolerance_widens_and_says_what_it_changes(
    bundled: Dataset, statement: str, tolerance: str, outcome: str, without: str | None
) -> None:
    verdict = check(statement, bundled, tolerance=tolerance)
    assert (verdict.outcome, verdict.without_tolerance, verdict.tolerance) == (outcome, without, tolerance)
    cause = "because of" if outcome == "undecided" else "only with"
    assert (f"{cause} the tolerance of {tolerance}: without it {without}" == verdict.reason) == (without is not None)


@pytest.mark.parametrize(
    ("statement", "ids"),
    [
        ("signings(2017) = 1", "cupertino-memorandum"),
        ("signings(2016) = 0", "cupertino-memorandum"),
        ("conferences(kind=expo, year=2022) = 0", "high-tech-expo-6"),
        ("conferences(since=2022) > 1", "high-tech-expo-6"),
    ],
)
def test_what_dates_do_not_say_is_undecided(bundled: Dataset, statement: str, ids: str) -> None:
    verdict = check(statement, bundled)
    assert verdict.outcome == "undecided"
    assert verdict.reason == f"the dates do not say whether this belongs to it: {ids}"


@pytest.mark.parametrize(
    "statement", ["Suzhou / Xiamen = 3.9", "projects(Suzhou) / projects(Dongguan) = 1.1", "1 / 3 = 0.33"]
)
def test_a_quotient_agrees_with_its_rounding(bundled: Dataset, statement: str) -> None:
    assert check(statement, bundled).outcome == "true"


@pytest.mark.parametrize("tolerance", ["about 5%", "-5%", "Suzhou", "5% 3%", ""])
def test_what_is_no_tolerance(bundled: Dataset, tolerance: str) -> None:
    with pytest.raises(UsageError, match=r"^error: --tolerance: "):
        Checker(InMemory(bundled), tolerance=tolerance)


def test_a_tolerance_is_of_the_unit_that_is_compared(bundled: Dataset) -> None:
    with pytest.raises(UsageError) as caught:
        check("total = 90 billion yuan", bundled, tolerance="5")
    assert str(caught.value) == (
        "error: --tolerance: '5' is a plain number, but the statement compares an amount in yuan\n"
        "help: a percentage fits every statement: 0.5%"
    )


def test_two_currencies_do_not_add() -> None:
    data = dataset(signing("a", amount="5 billion yuan"), signing("b", amount="1 billion USD", city="xiamen"))
    with pytest.raises(StatementError) as caught:
        check("total > 5 billion", data)
    assert str(caught.value) == (
        "error: 'total' is in 2 currencies, CNY and USD, which do not add\n"
        "  total > 5 billion\n"
        "  ^^^^^\n"
        "help: choose one: amount(currency=CNY)"
    )
    assert check("amount(currency=USD) = 1 billion USD", data).outcome == "true"
    assert check("Suzhou = 5 billion yuan", data).outcome == "true"


def test_a_part_is_not_added_on_top_of_its_whole() -> None:
    data = dataset(
        signing("whole", amount="10 billion yuan", projects=4),
        signing("part", amount="4 billion yuan", projects=1, part_of="whole", city="xiamen"),
    )
    verdict = check("total = 10 billion yuan", data)
    assert verdict.outcome == "true"
    assert [(each.reason, each.ids) for each in verdict.left_out] == [("part of another signing", ("part",))]
    assert check("Xiamen = 4 billion yuan", data).outcome == "true"
    assert check("projects() = 4", data).outcome == "true"
    assert check("signings() = 1", data).outcome == "true"


def test_a_place_is_found_by_any_name_and_a_fact_by_its_id() -> None:
    data = Dataset.model_validate(
        raw(signings=[signing("a", amount="5亿元", city="xian")], facts=[fact("the-fact", figure="more than 7")])
    )
    for name in ("Xi'an", "西安", "xi’an", '"Xi\'an"'):
        assert check(f"{name} = 5亿元", data).outcome == "true"
    assert check("the-fact > 7", data).outcome == "true"


def test_the_python_interface() -> None:
    assert mycity_cli.check("Suzhou > Xiamen").outcome == "true"
    assert mycity_cli.Figure.parse("5").value == 5
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = mycity_cli.nothing
