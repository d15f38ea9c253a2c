"""All that is fuzzed, and how much of it the tests try: about a minute altogether, and the same inputs each time."""

from __future__ import annotations

from fuzz import datasets, environment, options, releases, statements, tables
from fuzz.fuzzing import Target

TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        statements.TARGET,
        datasets.TARGET,
        *tables.TARGETS,
        *releases.TARGETS,
        options.TARGET,
        environment.TARGET,
    )
}

TRIED = {"statements": 80, "datasets": 80, "releases-english": 32, "releases-chinese": 32, "options": 80}
"""How many inputs of a target the tests try; of those that are not here `FEW`."""

FEW = 4
