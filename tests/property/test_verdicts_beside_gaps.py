"""What a statement is, true or false, beside a bad row or a missing amount, it stays when these are put right."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from running import Mycity

amounts = st.sampled_from(["0 yuan", "3 yuan", "7 yuan", "40 yuan"])
rows = st.tuples(st.sampled_from(["Suzhou", "Xiamen"]), amounts, st.sampled_from(["2021", "2022"]))
terms = st.sampled_from(
    ["amount({})", "amount({}) + Suzhou", "amount(2022) - amount({})", "signings({})", "signings() - signings({})"]
)
filters = st.sampled_from(["Suzhou", "Xiamen", "2022", "Suzhou, year=2022", "min-amount=5 yuan", "max-amount=5 yuan"])
ANYHOW = ("--skip-bad", "--max-bad", "100%", "--columns", "verdict")
KNOWN = [("Suzhou", "1 yuan", "2022"), ("Xiamen", "1 yuan", "2021")]


def verdict(mycity: Mycity, path: Path, statement: str, table: list[tuple[str, str, str]]) -> str:
    path.write_text("city,amount,date\n" + "".join(f"{','.join(row)}\n" for row in table))
    return mycity("check", statement, "--data", path, *ANYHOW).out.strip()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    table=st.lists(rows, max_size=3),
    term=terms,
    which=filters,
    sign=st.sampled_from(["<", ">", "<=", ">="]),
    limit=st.sampled_from([0, 2, 5, 12, 50]),
    gap=st.sampled_from(["", "many"]),
    truth=st.lists(rows, min_size=4, max_size=4),
)
def test_what_is_decided_stays_so(
    mycity: Mycity,
    table: list[tuple[str, str, str]],
    term: str,
    which: str,
    sign: str,
    limit: int,
    gap: str,
    truth: list[tuple[str, str, str]],
) -> None:
    unit = "" if term.startswith("signings") else " yuan"
    statement = f"{term.format(which)} {sign} {limit}{unit}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deals.csv")
        city, _, year = truth[0]
        said = verdict(mycity, path, statement, [*KNOWN, *table, (city, gap, year)])
        if said not in ("true", "false"):
            return
        # Of a missing amount only that is open, of a bad row everything.
        for right in truth if gap else ((city, amount, year) for _, amount, _ in truth):
            assert verdict(mycity, path, statement, [*KNOWN, *table, right]) in (said, "undecided")
