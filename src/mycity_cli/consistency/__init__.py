"""What has to hold between the records of a dataset: ids, references, dates, parts, occasions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from mycity_cli.consistency.parts import figures_that_disagree, part_of_cycles, parts_that_exceed
from mycity_cli.consistency.records import Inconsistency, Records
from mycity_cli.consistency.references import dates_outside_conference, duplicate_ids, unknown_references
from mycity_cli.model import Dataset

__all__ = ["CHECKS", "DOUBTS", "Inconsistency", "Records", "doubts", "inconsistencies", "require"]

Check = Callable[[Records], Iterator[Inconsistency]]

CHECKS: tuple[Check, ...] = (
    duplicate_ids,
    unknown_references,
    dates_outside_conference,
    part_of_cycles,
    parts_that_exceed,
)
"""Each yields what does not fit; its docstring is the rule. A dataset in which anything does not fit is refused."""


def _quotes(records: Records) -> Iterator[Inconsistency]:
    """A quotation is short, and has a figure of its record in it, with the same value and hedge."""
    # No command but `data validate` asks for it.
    from mycity_cli.consistency.quotes import quotes

    return quotes(records)


DOUBTS: tuple[Check, ...] = (figures_that_disagree, _quotes)
"""What only `data validate` tells: sources may contradict each other, and a file that says so is no less a dataset.

Nor is one with a quotation that does not fit, which a proof then leaves out.
"""


def inconsistencies(records: Records) -> list[Inconsistency]:
    """Return everything that does not fit together."""
    return [inconsistency for check in CHECKS for inconsistency in check(records)]


def doubts(records: Records) -> list[Inconsistency]:
    """Return everything that fits, but that somebody should look at."""
    return [inconsistency for check in DOUBTS for inconsistency in check(records)]


def require(dataset: Dataset) -> None:
    """Raise a Pydantic ValidationError that holds every inconsistency of the dataset, if it has any."""
    details = [
        InitErrorDetails(
            type=PydanticCustomError(item.code, "{message}", {"message": item.message, "help": item.help}),
            loc=item.path,
            input=None,
        )
        for item in inconsistencies(Records.of(dataset))
    ]
    if details:
        raise ValidationError.from_exception_data("Dataset", details)
