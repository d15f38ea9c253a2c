"""SARIF 2.1.0, which code hosts and editors read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from mycity_cli.output.audit_alerts import COMPARED, Alert, problems, remarks
from mycity_cli.output.audit_places import region
from mycity_cli.output.json_ import written
from mycity_cli.release.findings import Audit
from mycity_cli.release.rules import RULES, Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RULES = (*RULES, COMPARED)
_NUMBERS = {rule.code: number for number, rule in enumerate(_RULES)}


def sarif(audits: Iterable[Audit], failures: Iterable[str] = (), *, version: str) -> Iterator[str]:
    """Yield a log of one run: a result for each problem, a notification for whatever could not be settled.

    `failures` are the files that could not be read, known when all audits are done.
    """
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    for audit in audits:
        results += [_result(audit, each) for each in problems(audit)]
        notifications += [_notification(audit, each) for each in remarks(audit)]
    failed = [{"level": "error", "message": {"text": each}} for each in failures]
    driver = {"name": "mycity", "version": version, "rules": [_rule(each) for each in _RULES]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": [*failed, *notifications]}],
        "results": results,
    }
    yield written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.meaning},
        "help": {"text": f"Example: {rule.example}"},
    }


def _result(audit: Audit, alert: Alert) -> dict[str, Any]:
    # SARIF has a level for failures alone: what is undecided is one, with a warning, or no viewer would show it.
    result: dict[str, Any] = {
        "ruleId": alert.rule,
        "kind": "fail",
        "level": alert.severity.value,
        "message": {"text": alert.message},
        "locations": [{"physicalLocation": _physical(audit, alert.spans[0] if alert.spans else None)}],
    }
    if alert.rule in _NUMBERS:
        result["ruleIndex"] = _NUMBERS[alert.rule]
    if len(alert.spans) > 1:
        result["relatedLocations"] = [_related(audit, n, span) for n, span in enumerate(alert.spans)]
    return result


def _related(audit: Audit, number: int, span: tuple[int, int]) -> dict[str, Any]:
    words = " ".join(audit.release.text[slice(*span)].split())
    return {"id": number, "physicalLocation": _physical(audit, span), "message": {"text": words}}


def _notification(audit: Audit, alert: Alert) -> dict[str, Any]:
    said = {
        "level": alert.severity.value,
        "message": {"text": alert.message},
        "locations": [{"physicalLocation": _physical(audit, alert.spans[0] if alert.spans else None)}],
    }
    return {**said, "associatedRule": {"id": alert.rule}} if alert.rule else said


def _physical(audit: Audit, span: tuple[int, int] | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(audit.release.name)}}
    found = None if span is None else region(audit.release, *span)
    if found is not None:
        place["region"] = {
            "startLine": found.line,
            "startColumn": found.column,
            "endLine": found.end_line,
            "endColumn": found.end_column,
        }
    return place


def _uri(name: str) -> str:
    """Return a file as SARIF names it: relative paths stay relative to where the tool ran."""
    if name == "-":
        return "stdin"
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")
