"""Audits as SARIF, held against what its specification demands of the objects that are written."""

from __future__ import annotations

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from making_audits import FUJIAN, NOTHING, made, relation
from mycity_cli.output.audit_sarif import sarif
from mycity_cli.release.findings import Audit, Compared, FoundSigning
from mycity_cli.release.rules import RULES

NUMBER = {"type": "integer", "minimum": 1}
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
URI = {"type": "string", "pattern": r"^[\w.~:/?#@!$&'()*+,;=%-]+$"}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "additionalProperties": False,
    "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), NUMBER),
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer", "minimum": -1},
        "message": TEXT,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {"type": "object", "required": ["uri"], "properties": {"uri": URI}},
                "region": REGION,
            },
        },
    },
}
LOCATIONS = {"type": "array", "minItems": 1, "items": LOCATION}
LEVEL = {"enum": ["error", "warning", "note"]}
RULE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {"id": {"type": "string"}, "shortDescription": TEXT, "fullDescription": TEXT, "help": TEXT},
}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "locations"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        # Of what is no failure the level must be none (section 3.27.10): whatever has a level is one.
        "kind": {"const": "fail"},
        "level": LEVEL,
        "message": TEXT,
        "locations": LOCATIONS,
        "relatedLocations": LOCATIONS,
    },
}
NOTIFICATION = {
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "message": TEXT,
        "level": LEVEL,
        "locations": LOCATIONS,
        "associatedRule": {"type": "object", "required": ["id"]},
    },
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "additionalProperties": False,
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "properties": {
                "driver": {
                    "type": "object",
                    "required": ["name"],
                    "additionalProperties": False,
                    "properties": {
                        "name": {"const": "mycity"},
                        "version": {"const": "1.2.3"},
                        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
                    },
                }
            },
        },
        "columnKind": {"const": "unicodeCodePoints"},
        "invocations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["executionSuccessful"],
                "properties": {"toolExecutionNotifications": {"type": "array", "items": NOTIFICATION}},
            },
        },
        "results": {"type": "array", "items": RESULT},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {"$schema": URI, "version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN}},
}
"""What section 3 of SARIF 2.1.0 demands of the properties that are written, and that no others are."""


def run_of(*audits: Audit) -> dict[str, Any]:
    """Return the run of a log, which is valid."""
    log = json.loads("".join(sarif(audits, version="1.2.3")))
    jsonschema.validate(log, LOG)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in log["runs"][0]["results"]] == [
        each["ruleId"] for each in log["runs"][0]["results"]
    ]
    return dict(log["runs"][0])


def notes_of(run: dict[str, Any]) -> list[str]:
    return [each["message"]["text"] for each in run["invocations"][0]["toolExecutionNotifications"]]


def test_the_rules_are_those_of_the_registry_and_that_of_the_dataset() -> None:
    rules = run_of()["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == [*(rule.code for rule in RULES), "dataset/differs"]


def test_a_result_for_each_problem() -> None:
    run = run_of(FUJIAN, NOTHING)
    assert [(each["ruleId"], each["level"], each["message"]["text"]) for each in run["results"]] == [
        (
            "sum/of-which", "error",
            ("the parts do not add up to the total: 75.1 billion yuan + 30.8 billion yuan = 105.7 billion yuan: "
            "the parts add up to 105.9 billion yuan, not to 105.7 billion yuan"),
        ),
        (
            "dataset/differs", "error",
            "the signing is not as in the dataset, fuzhou-2021: amount = 105 billion yuan",
        ),
        (
            "exceeds/more-than", "warning",
            "undecided: whether the one exceeds the other: 105.7 billion yuan > 3 billion yuan: so it is",
        ),
    ]  # fmt: skip
    assert notes_of(run) == ["nothing was checked: no figures"]


def test_a_result_has_the_region_of_its_first_figure_and_those_of_all() -> None:
    result = run_of(FUJIAN)["results"][0]
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "fuzhou.txt"},
        "region": {"startLine": 1, "startColumn": 65, "endLine": 1, "endColumn": 83},
    }
    assert [
        (each["message"]["text"], each["physicalLocation"]["region"]["startLine"])
        for each in result["relatedLocations"]
    ] == [("105.7 billion yuan", 1), ("75.1 billion yuan", 2), ("30.8 billion yuan", 2)]


def test_a_cut_digit_is_a_note_and_what_is_not_checkable_no_result() -> None:
    found = made(
        "[5%] and [6%] of 9 crx",
        relations=[
            relation("share", [0], 1, "false", rule="rounding/cut"),
            relation("share", [], 1, "not checkable", "", "no part", "share/of"),
        ],
        unread=[("9 crx", "unknown scale")],
        ignored=[relation("sum", [0], 1, rule="sum/rows")],
    )
    run = run_of(found)
    assert [(each["ruleId"], each["level"]) for each in run["results"]] == [("rounding/cut", "note")]
    assert notes_of(run) == [
        "not checkable: whether the share is right: no part",
        "not read: '9 crx': unknown scale",
        "1 relation ignored",
    ]


def test_a_figure_over_two_lines_ends_on_the_second() -> None:
    found = made("[5%] [6%]", relations=[relation("restated", [0], 1, "false", rule="restated/again")])
    text = "5\n% 6%"
    mention = found.mentions[0]
    release = type(found.release)("a.txt", text, found.release.sentences)
    split = type(found)(release, (type(mention)(mention.figure, 0, 3, 0), *found.mentions[1:]), (), found.relations)
    (place,) = run_of(split)["results"][0]["locations"]
    region = place["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (2, 2)


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("in/a b.txt", "in/a%20b.txt"),
        ("a:b#c.txt", "a%3Ab%23c.txt"),
        ("福州.txt", "%E7%A6%8F%E5%B7%9E.txt"),
        ("/releases/a b.txt", "file:///releases/a%20b.txt"),
        ("-", "stdin"),
        ("\x1b.txt", "%1B.txt"),
        ("\udcff.txt", "%FF.txt"),
    ],
)
def test_a_file_is_a_uri(name: str, uri: str) -> None:
    run = run_of(made("[5%] [6%]", relations=[relation("restated", [0], 1, "false", rule="restated/again")], name=name))
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_an_extracted_text_has_no_region_but_a_paragraph() -> None:
    found = made(
        "[5%] [6%]",
        relations=[relation("restated", [0], 1, "false", "5% = 6%", rule="restated/again")],
        name="a.pdf",
        extracted=True,
    )
    result = run_of(found)["results"][0]
    assert result["message"]["text"] == "paragraph 1: the figure is not the same in both places: 5% = 6%"
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_a_signing_without_figures_and_a_relation_without_terms_have_the_file_alone() -> None:
    found = made(
        "Nothing.",
        relations=[relation("share", [], None, "undecided", "", "why", "share/of")],
        signings=[FoundSigning("Fujian", None, None, None, None, part=False, mentions=())],
        compared=[Compared(0, "a", "differs")],
    )
    for result in run_of(found)["results"]:
        assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "fuzhou.txt"}}}]


def test_nothing_in_a_text_acts_on_the_terminal() -> None:
    relations = [relation("restated", [0], 1, "false", "\x1b[31m", "\u2028", "restated/again")]
    text = "".join(sarif([made("[5%] \x1b[6%]", relations=relations, name="\x07.txt")], version="1.2.3"))
    assert text.replace("\n", "").isprintable()
