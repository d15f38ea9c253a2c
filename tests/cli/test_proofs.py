"""Proofs in files: the proof of the terminal, with the sources in full and the data that they are made from."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from examples import dataset, signing
from mycity_cli.bundled import bundled
from mycity_cli.exchange.as_json import as_json
from running import Mycity

HASH = sha256(bundled().read_bytes()).hexdigest()
TABLE = """id,city,date,amount,source,at
a,Suzhou,2022-11-03,52.563 billion yuan,Daily,page 3
b,Xiamen,2022-06-15,13.55 billion yuan,Daily,
"""
HOSTILE = "<b>|`x`|</b> [a](javascript:alert(1)) \x1b[31m"


def test_a_proof_in_markdown_says_all_that_it_rests_on(mycity: Mycity, tmp_path: Path) -> None:
    path = tmp_path / "proof.md"
    statements = ("Suzhou > Xiamen + 1 billion yuan", "projects(2022) = 74")
    assert mycity("check", *statements, "--output", path).code == 1
    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        "# Proof\n"
        "\n"
        "## Suzhou \\> Xiamen + 1 billion yuan\n"
        "\n"
        "**true**: it agrees with the figures, however they were rounded\n"
        "\n"
        "| Side | Value | Possible |\n"
        "| --- | ---: | ---: |\n"
        "| Left | 52.563 billion yuan | 52.5625 to 52.5635 billion yuan |\n"
        "| Right | 14.55 billion yuan | 14.545 to 14.555 billion yuan |\n"
        "| Margin | 38.013 billion yuan (261.3% of the right side) | 38.0075 to 38.0185 billion yuan |\n"
        "\n"
        "| Term | Value | Record | Stated | Source |\n"
        "| --- | ---: | --- | ---: | --- |\n"
        "| Suzhou | 52.563 billion yuan (52.5625 to 52.5635 billion yuan) | suzhou-2022-signing | 52.563 billion yuan "
        "| ein-2022-11-08 (paragraph 11) |\n"
        "| Xiamen | 13.55 billion yuan (13.545 to 13.555 billion yuan) | xiamen-2022-signing | 13.55 billion yuan "
        "| ein-2022-11-08 (paragraph 9) |\n"
        "\n"
        "## projects(2022) = 74\n"
        "\n"
        "**false**: the left side does not agree with the right, at the precision stated\n"
        "\n"
    )
    assert "| projects(2022) | 75 | xiamen-2022-signing | 18 projects | ein-2022-11-08 (paragraph 9) |\n" in text
    assert "|  |  | suzhou-2022-signing | 30 projects | ein-2022-11-08 (paragraph 11) |\n" in text
    assert text.count("## Sources") == 1
    assert text.endswith(
        "\n## Data\n"
        "\n"
        "- Data: Mianyang's promotion conferences and what was signed at them (deals.json)\n"
        f"- SHA-256: {HASH}\n"
        "- Date of the data: 2022-11-08, the latest that its sources state\n"
        "- Made by: mycity 0.1.0\n"
    )


@pytest.mark.parametrize("arguments", [["-f", "markdown"], ["-f", "md"], ["-o", "proof.md"], ["-o", "p.txt"]])
def test_two_runs_write_the_same(mycity: Mycity, tmp_path: Path, arguments: list[str]) -> None:
    mycity.monkeypatch.chdir(tmp_path)
    found = []
    for _ in range(2):
        out = mycity("check", "Suzhou > Xiamen", *arguments, "--force").out
        found.append([out, *(path.read_bytes() for path in tmp_path.iterdir())])
    assert found[0] == found[1]
    assert HASH in str(found[0])


def test_statements_of_a_file_have_one_list_of_sources(mycity: Mycity, tmp_path: Path) -> None:
    (tmp_path / "statements.txt").write_text("Suzhou > Xiamen\nSuzho > 1 yuan\nXiamen > 1 yuan\n")
    result = mycity("check", "--file", tmp_path / "statements.txt", "-f", "markdown")
    assert (result.code, result.out.count("\n**true**"), result.out.count("\n- ein-2022-11-08: ")) == (2, 2, 1)
    assert "unknown name 'Suzho'" in result.err


def test_a_proof_in_text_is_that_of_the_terminal_and_what_it_rests_on(mycity: Mycity, tmp_path: Path) -> None:
    mycity.monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "proof.txt"
    assert mycity("check", "Suzhou > Xiamen", "-o", path).err == ""
    proof, below = path.read_text(encoding="utf-8").split("\n\n")
    assert proof.splitlines() == mycity("check", "Suzhou > Xiamen", columns=200).out.splitlines()
    assert below.splitlines()[-4:] == [
        "Data              Mianyang's promotion conferences and what was signed at them (deals.json)",
        f"SHA-256           {HASH}",
        "Date of the data  2022-11-08, the latest that its sources state",
        "Made by           mycity 0.1.0",
    ]


def test_what_was_left_out_and_what_is_missing_stand_in_the_proof(mycity: Mycity, tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_text(as_json(dataset(signing("stated", amount="5.0 billion yuan"), signing("silent"))), encoding="utf-8")
    text = mycity("check", "total < 93 billion", "--data", data, "-f", "markdown").out
    assert "| Left | 5 billion yuan | at least 4.95 billion yuan |\n" in text
    assert "\nLeft out:\n\n- silent: no amount stated\n" in text
    assert "a sum is a lower bound, no amount stated for silent" in text


def test_rows_of_a_table_are_the_place_of_its_records(mycity: Mycity, tmp_path: Path) -> None:
    mycity.monkeypatch.chdir(tmp_path)
    Path("d.csv").write_text(TABLE)
    digest = sha256(TABLE.encode()).hexdigest()
    text = mycity("check", "Suzhou > Xiamen", "--data", "d.csv", "-f", "markdown").out
    assert "| a (row 1) | 52.563 billion yuan | Daily (page 3) |\n" in text
    assert "\n\n\n" not in text
    assert text.endswith(f"\n## Data\n\n- Data: d.csv\n- SHA-256: {digest}\n- Made by: mycity 0.1.0\n")
    found: Any = json.loads(mycity("check", "Suzhou > Xiamen", "--data", "d.csv", "-f", "json").out)
    assert found["provenance"] == {
        "version": "0.1.0",
        "data": "d.csv",
        "title": None,
        "date": None,
        "files": [{"name": "d.csv", "sha256": digest}],
        "table": None,
    }
    assert [each["evidence"][0]["row"] for each in found["terms"]] == [1, 2]


def test_rows_of_several_files_are_told_with_their_file(mycity: Mycity, tmp_path: Path) -> None:
    mycity.monkeypatch.chdir(tmp_path)
    for name, city in (("one", "Suzhou"), ("two", "Xiamen")):
        Path(f"{name}.csv").write_text(f"city,amount\n{city},5 billion yuan\n")
    found: Any = json.loads(mycity("check", "Suzhou = Xiamen", "--data", "*.csv", "-f", "json").out)
    assert [(each["evidence"][0]["file"], each["evidence"][0]["row"]) for each in found["terms"]] == [
        ("one.csv", 1),
        ("two.csv", 1),
    ]
    assert [each["name"] for each in found["provenance"]["files"]] == ["one.csv", "two.csv"]


def test_a_table_on_standard_input_is_hashed_as_it_came(mycity: Mycity, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(TABLE)
    with (tmp_path / "d.csv").open() as stream:
        mycity.monkeypatch.setattr("sys.stdin", stream)
        found: Any = json.loads(mycity("check", "Suzhou > 1 yuan", "--data", "-", "-f", "json").out)
    assert found["provenance"]["files"] == [{"name": "standard input", "sha256": sha256(TABLE.encode()).hexdigest()}]


def test_of_many_records_the_first_are_told_and_the_rest_counted(mycity: Mycity, tmp_path: Path) -> None:
    rows = "".join(f"Suzhou,{number} million yuan\n" for number in range(1, 61))
    (tmp_path / "d.csv").write_text(f"city,amount\n{rows}")
    text = mycity("check", "Suzhou > 1 yuan", "--data", tmp_path / "d.csv", "-f", "markdown").out
    assert "|  |  | row 50 | 50 million yuan |  |\n|  |  | and 10 more |  |  |\n" in text


def test_hostile_text_does_nothing_in_markdown(mycity: Mycity, tmp_path: Path) -> None:
    one = signing("one", amount="5 billion yuan")
    made = json.loads(as_json(dataset(one)))
    made["title"] = HOSTILE
    made["sources"][0] |= {"title": HOSTILE, "publisher": HOSTILE, "url": "javascript:alert(1)"}
    (tmp_path / "d.json").write_text(json.dumps(made))
    text = mycity("check", "total > 1 yuan", "--data", tmp_path / "d.json", "-f", "markdown").out
    assert "\x1b" not in text
    assert "<b>" not in text.replace("\\<b", "")
    assert "(javascript" not in text.replace("\\](javascript", "")
    assert "<javascript" not in text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a_b?c=1", "<https://example.org/a_b?c=1>"),
        ("www.example.org/a_b", "www.example.org/a\\_b"),
    ],
)
def test_an_address_of_the_web_is_a_link_and_another_text_is_text(
    mycity: Mycity, tmp_path: Path, url: str, shown: str
) -> None:
    made = json.loads(as_json(dataset(signing("one", amount="5 billion yuan"))))
    made["sources"][0]["url"] = url
    (tmp_path / "d.json").write_text(json.dumps(made))
    text = mycity("check", "total > 1 yuan", "--data", tmp_path / "d.json", "-f", "markdown").out
    assert f", {shown}\n" in text


def test_a_claim_with_its_proof_and_one_without(mycity: Mycity) -> None:
    text = mycity("claims", "show", "suzhou-exceeds", "-f", "markdown").out
    assert "\n## The amount signed in Suzhou exceeds those of Xiamen and Dongguan together.\n\n**true**: " in text
    assert "- Statement: Suzhou \\> Xiamen + Dongguan\n- Claim: suzhou-exceeds\n" in text
    assert f"- SHA-256: {HASH}\n" in text
    text = mycity("claims", "show", "half-of-academicians", "-f", "markdown").out
    assert "\n## Nearly half of the academicians in Sichuan work in Mianyang.\n\n**not checkable**: " in text
    assert "\n- Claimed by: ein-2022-11-08 (paragraph 4)\n\n## Sources\n\n- ein-2022-11-08: " in text


@pytest.mark.parametrize("arguments", [["-f", "tsv"], ["-f", "csv"], ["-f", "table"], []])
def test_nothing_is_hashed_where_no_proof_is_written(mycity: Mycity, arguments: list[str]) -> None:
    def hashed(*_: object) -> None:
        raise AssertionError("hashed")

    mycity.monkeypatch.setattr("hashlib.sha256", hashed)
    assert mycity("check", "Suzhou > Xiamen", *arguments).code == 0
    assert mycity("claims", *arguments).code == 0


def test_columns_make_a_table_of_markdown_and_provenance_is_one(mycity: Mycity) -> None:
    result = mycity("check", "Suzhou > Xiamen", "-f", "markdown", "--columns", "verdict,unit")
    assert result.out == "| Verdict | Unit |\n| --- | --- |\n| true | CNY |\n"
    result = mycity("check", "Suzhou > Xiamen", "-f", "tsv", "--columns", "verdict,provenance")
    assert result.out == "true\tdeals.json\n"


def test_all_claims_in_markdown_have_their_sources_and_the_data_below_them(mycity: Mycity) -> None:
    text = mycity("claims", "-f", "markdown").out
    assert text.startswith("| Verdict | Claim | Sources | ID |\n")
    assert "\n- note: 7 true, 0 false, 0 undecided, 2 not checkable\n\n## Sources\n\n- ein-2022-11-08: " in text
    assert f"- SHA-256: {HASH}\n" in text
    text = mycity("claims", "-f", "markdown", "--limit", "1").out
    assert (text.count("\n| true |"), text.count("\n- ein-2022-11-08: ")) == (1, 1)
    assert "## Sources" not in mycity("claims", "-f", "markdown", "--sort", "id").out


def test_a_limit_holds_for_proofs_and_the_exit_code_is_of_all(mycity: Mycity) -> None:
    for format in ("markdown", "table"):
        result = mycity("check", "1 = 1", "1 = 2", "-f", format, "--limit", "1")
        assert (result.code, "1 = 1" in result.out, "1 = 2" in result.out) == (1, True, False)


# --- pages ------------------------------------------------------------------------------------------------------------


def page_of(mycity: Mycity, tmp_path: Path, *arguments: str | Path) -> str:
    pytest.importorskip("jinja2", reason="the extra report is not installed")
    path = tmp_path / "proof.html"
    mycity(*arguments, "--output", path)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["md", "html", "txt"])
def test_a_proof_says_which_verdicts_it_lacks(mycity: Mycity, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"proof.{ending}"
    result = mycity("check", "1 = 1", "1 = 2", "nowhere = 1", "--limit", "1", "--output", path)
    assert result.code == 2
    text = path.read_text(encoding="utf-8")
    assert "1 statement shown of 2; the exit code is that of all" in text
    assert "no verdict on 1 statement that cannot be read" in text


def test_verdicts_that_are_not_shown_are_counted(mycity: Mycity) -> None:
    result = mycity("check", "1 = 1", "1 = 2", "--limit", "1")
    assert (result.code, result.err) == (1, "note: 1 statement shown of 2; the exit code is that of all\n")


def test_a_page_has_the_same_proof(mycity: Mycity, tmp_path: Path) -> None:
    text = page_of(mycity, tmp_path, "check", "Suzhou > Xiamen + Dongguan")
    assert "<h1>Suzhou &gt; Xiamen + Dongguan</h1>" in text
    assert '<strong class="verdict true">true</strong> it agrees with the figures, however they were rounded' in text
    for cell in (
        "52.5625 to 52.5635 billion yuan",
        "12.213 billion yuan (30.3% of the right side)",
        "26.8 billion yuan (26.75 to 26.85 billion yuan)",
        "dongguan-2022-signing",
        "ein-2022-11-08 (paragraph 10)",
        HASH,
        "mycity 0.1.0",
        "2022-11-08",
    ):
        assert f">{cell}<" in text, cell
    assert '<p class="lead">Mianyang&#39;s promotion conferences and what was signed at them</p>' in text


def test_a_page_of_several_statements_and_of_all_claims(mycity: Mycity, tmp_path: Path) -> None:
    text = page_of(mycity, tmp_path, "check", "Suzhou < Xiamen", "1/0 = 1")
    assert "<h1>Proof of 2 statements</h1>" in text
    assert '<strong class="verdict false">false</strong>' in text
    assert '<strong class="verdict not-checkable">not checkable</strong> division by zero: 0 is 0' in text
    text = page_of(mycity, tmp_path, "claims", "--force")
    assert text.count("<h2>") == 9 + len(["Sources", "Notes"])
    assert "<li>7 true, 0 false, 0 undecided, 2 not checkable</li>" in text


def test_a_page_says_what_was_left_out(mycity: Mycity, tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_text(as_json(dataset(signing("stated", amount="5 billion yuan"), signing("silent"))), encoding="utf-8")
    text = page_of(mycity, tmp_path, "check", "total < 93 billion", "--data", data)
    assert "<h3>Left out</h3>\n<ul>\n<li>silent: no amount stated</li>\n</ul>" in text
    assert ">at least 4.5 billion yuan<" in text


@pytest.mark.parametrize("url", ["javascript:alert(1)", 'https://example.org/"onclick=alert(1)', "data:text/html,x"])
def test_hostile_text_does_nothing_in_a_page(mycity: Mycity, tmp_path: Path, url: str) -> None:
    made = json.loads(as_json(dataset(signing("one", amount="5 billion yuan"))))
    made["title"] = HOSTILE
    made["sources"][0] |= {"title": f"<script>{HOSTILE}", "publisher": HOSTILE, "url": url}
    (tmp_path / "d.json").write_text(json.dumps(made))
    text = page_of(mycity, tmp_path, "check", "total > 1 yuan", "--data", tmp_path / "d.json")
    assert [each for each in ("<script", "<b>", "\x1b", '"onclick') if each in text] == []
    assert f'href="{url}' not in text
    assert 'href="https' not in text


def test_an_address_of_the_web_is_a_link_of_the_page(mycity: Mycity, tmp_path: Path) -> None:
    made = json.loads(as_json(dataset(signing("one", amount="5 billion yuan"))))
    made["sources"][0]["url"] = "https://example.org/a?b=1&c=2"
    (tmp_path / "d.json").write_text(json.dumps(made))
    text = page_of(mycity, tmp_path, "check", "total > 1 yuan", "--data", tmp_path / "d.json")
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="external noopener noreferrer">paper: The Paper' in text


def test_a_page_of_columns_is_a_table(mycity: Mycity) -> None:
    result = mycity("check", "1 = 1", "-f", "html", "--columns", "verdict")
    assert (result.code, result.err) == (0, "")
    assert '<th role="rowheader" scope="row">true</th>' in result.out
