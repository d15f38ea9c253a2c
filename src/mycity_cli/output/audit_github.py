"""Workflow commands of GitHub Actions, which show what is told of a file at its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mycity_cli.errors import visible
from mycity_cli.messages import Language, told
from mycity_cli.output.audit_alerts import COMPARED, DIFFERS, Alert, Severity, problems, remarks
from mycity_cli.output.audit_places import region
from mycity_cli.output.audit_words import one_by_one
from mycity_cli.release.findings import Audit
from mycity_cli.release.rules import BY_CODE

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(
    audits: Iterable[Audit], failures: Iterable[str] = (), language: Language = Language.ENGLISH
) -> Iterator[str]:
    """Yield a command for each problem, and for whatever could not be settled, told in a language.

    `failures` are the files that could not be read, known when all audits are done.
    """
    for audit in audits:
        for alert in (*problems(audit), *remarks(audit)):
            yield _command(audit, alert, language)
    for failure in failures:
        yield f"::error::{_data(visible(told(failure, language)))}\n"


def _command(audit: Audit, alert: Alert, language: Language) -> str:
    properties = {
        "file": "" if audit.release.name == "-" else audit.release.name,
        **_place(audit, alert),
        "title": told(_title(alert.rule), language),
    }
    said = ",".join(f"{name}={_property(visible(value))}" for name, value in properties.items() if value)
    return f"::{_COMMANDS[alert.severity]}{' ' * bool(said)}{said}::{_data(visible(told(alert.message, language)))}\n"


def _place(audit: Audit, alert: Alert) -> dict[str, str]:
    found = region(audit.release, *alert.spans[0]) if alert.spans else None
    if found is None:
        return {}
    place = {"line": found.line, "endLine": found.end_line, "col": found.column}
    if found.line == found.end_line:
        # Columns of several lines are not shown; the last one is the last of the characters, not the one behind it.
        place["endColumn"] = found.end_column - 1
    return {name: str(number) for name, number in place.items()}


def _title(rule: str) -> str:
    if rule == DIFFERS:
        return COMPARED.title
    return one_by_one((rule, BY_CODE[rule].title)) if rule in BY_CODE else rule


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
