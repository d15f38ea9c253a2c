"""A table answers as a dataset of its rows does: the same words, digit for digit."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tables import oracle
from tables.conftest import Both
from tables.oracle import COLUMNS, Cells
from tables.random_rows import COMMANDS, FILTERS, WHOLE, rows

pytest.importorskip("duckdb_engine", reason="the extra tables is not installed")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_the_answers_are_those_of_a_dataset(both: Both, told: Both, data: st.DataObject) -> None:
    bad = data.draw(st.booleans())
    cells = data.draw(rows(bad=bad))
    command = data.draw(
        st.sampled_from(COMMANDS).flatmap(lambda c: st.sampled_from(FILTERS).map(lambda f: [*c, *f]))
        | st.sampled_from(WHOLE)
    )
    ending = data.draw(st.sampled_from(["csv", "tsv", "jsonl"]))
    columns = [
        "city",
        "amount",
        # Without a currency bare numbers, and without days questions for days, are refused as a whole.
        "currency",
        "date",
        *data.draw(
            st.lists(
                st.sampled_from([c for c in COLUMNS if c not in ("city", "amount", "currency", "date")]), unique=True
            )
        ),
    ]
    if ending == "jsonl" and not cells:
        ending = "csv"
    cells = [{column: each[column] for column in columns} for each in cells]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"deals.{ending}")
        write = oracle.write_json_lines if ending == "jsonl" else oracle.write_csv
        write(path, cells, columns)
        table, dataset = told(path, cells, *command, "--skip-bad")
        engine, in_memory = both(path, *command, "--skip-bad")
    assert table == dataset
    assert engine == in_memory


def test_a_source_that_no_conference_has_is_known(both: Both, told: Both, tmp_path: Path) -> None:
    cells: list[Cells] = [dict.fromkeys(COLUMNS) | {"city": "Suzhou", "source": "paper"}]
    path = oracle.write_csv(tmp_path / "deals.csv", cells, ["city", "amount", "source"])
    table, dataset = told(path, cells, "conferences", "--source", "PAPER", "--format", "json")
    assert table == dataset
    engine, in_memory = both(path, "conferences", "--source", "PAPER", "--format", "json")
    assert engine == in_memory
    assert (table.code, table.out) == (0, "[]\n")


@pytest.mark.parametrize("column", ["city", "promoter", "date"])
def test_bad_rows_say_nothing_of_a_conference(both: Both, tmp_path: Path, column: str) -> None:
    texts = ("2022", " 2022", "2021") if column == "date" else ("Suzhou", "苏州", "Xiamen")
    with closing(sqlite3.connect(tmp_path / "deals.sqlite")) as connection, connection:
        connection.execute("CREATE TABLE deals (city, date, promoter, conference, amount, currency)")
        for text, amount in zip(texts, ("7", "8", "5 apples"), strict=True):
            cells = {"city": "Dongguan", "date": "2020", "promoter": "Mianyang", column: text}
            connection.execute("INSERT INTO deals VALUES (?, ?, ?, 'Expo', ?, 'CNY')", (*cells.values(), amount))
    engine, in_memory = both(tmp_path / "deals.sqlite", "conferences", "--skip-bad", "--format", "json")
    assert engine == in_memory
    assert in_memory.code == 0
    assert f'"{column}": "{texts[0]}"' in in_memory.out


def test_a_conference_is_of_no_kind(both: Both, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text("city,amount,conference,kind,source\nSuzhou,7 yuan,Expo,loan,paper\n", encoding="utf-8")
    engine, in_memory = both(path, "conferences", "--kind", "loan")
    assert engine == in_memory
    assert (engine.code, engine.out, engine.err) == (2, "", "error: --kind: unknown kind 'loan'\n")


@pytest.mark.parametrize(
    "ids", [["a", "b", "c"], ["a", "", "c"], ["a", None, "c", " "], [None, "b"], ["b", "\u3000", "a"]]
)
def test_rows_without_an_id_have_their_numbers(both: Both, tmp_path: Path, ids: list[str | None]) -> None:
    with closing(sqlite3.connect(tmp_path / "deals.sqlite")) as connection, connection:
        connection.execute("CREATE TABLE deals (id, city, amount, currency)")
        connection.executemany("INSERT INTO deals VALUES (?, 'Suzhou', ?, 'CNY')", [(each, None) for each in ids])
    for command in (["deals", "--format", "json"], ["total"], ["total", "--format", "json"]):
        engine, in_memory = both(tmp_path / "deals.sqlite", *command)
        assert engine == in_memory
    told = [each.strip() if each and each.strip() else str(at) for at, each in enumerate(ids, start=1)]
    assert f'"without_amount": {json.dumps(told)}' in in_memory.out


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_proof_has_the_day_of_a_row_and_its_amount_as_written(
    both: Both, told: Both, tmp_path: Path, ending: str
) -> None:
    columns = ["city", "amount", "currency", "date"]
    rows = [("007.10", "2022-11-03"), ("8 yuan", " 2022 "), ("9", None)]
    cells: list[Cells] = [
        dict.fromkeys(COLUMNS) | {"city": "Suzhou", "amount": amount, "currency": "CNY", "date": date}
        for amount, date in rows
    ]
    write = oracle.write_json_lines if ending == "jsonl" else oracle.write_csv
    path = write(tmp_path / f"deals.{ending}", cells, columns)
    table, dataset = told(path, cells, "check", "total > 20 yuan", "--format", "json")
    assert table == dataset
    engine, in_memory = both(path, "check", "total > 20 yuan", "--format", "json")
    assert engine == in_memory
    evidence = json.loads(table.out)["terms"][0]["evidence"]
    assert [(each["stated"], each["date"]) for each in evidence] == [
        ("007.10 CNY", "2022-11-03"), ("8 yuan", "2022"), ("9 CNY", None),
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_day_that_no_question_needs_and_cannot_be_read_is_left_out_of_a_proof(
    both: Both, tmp_path: Path, ending: str
) -> None:
    rows = [{"city": "Suzhou", "amount": "7 yuan", "date": day} for day in ("2022-11-03", "soon", "03/04/2022")]
    path = tmp_path / f"deals.{ending}"
    path.write_text(
        "".join(f"{json.dumps(row)}\n" for row in rows)
        if ending == "jsonl"
        else "city,amount,date\n" + "".join(f"{','.join(row.values())}\n" for row in rows),
        encoding="utf-8",
    )
    engine, in_memory = both(path, "check", "total > 20 yuan", "--format", "json")
    assert engine == in_memory
    assert [each["date"] for each in json.loads(engine.out)["terms"][0]["evidence"]] == ["2022-11-03", None, None]
