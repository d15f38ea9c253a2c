"""Fit the weights of features from annotated releases, and write release/weights.toml.

usage: python scripts/fit_weights.py FOLDER...

A folder holds `NAME.txt` and `NAME.json`, the annotation in the form that `tests/release/annotated.py` writes. For each
assertion that the audit makes out, the options that are annotated are to be likelier than the others, or none of them
where nothing is: a conditional logit model, fitted by gradients. Weights that are set by hand, and features that are
left out, are those of release/weights_by_hand.toml. Fit on one half of the texts, and believe only what the other half
shows.
"""

from __future__ import annotations

import json
import math
import random
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from mycity_cli.figure.folding import simplified
from mycity_cli.release.asserting import Asserted
from mycity_cli.release.figures import find_mentions
from mycity_cli.release.findings import Mention
from mycity_cli.release.reading import Reading
from mycity_cli.release.text import read_release

FOLDER = Path(__file__).parents[1] / "src/mycity_cli/release"
ROLES = {
    "sum": ("terms", "result"),
    "share": ("part", "whole", "percent"),
    "growth": ("new", "old", "percent"),
    "average": ("total", "count", "result"),
    "restated": ("a", "b"),
}
DECIBANS = 10 / math.log(10)
PRIOR, RATE, ROUNDS = 0.01, 0.3, 40

Json = dict[str, Any]


class Example(NamedTuple):
    """An assertion: the features against all options, those of each option, and which options are annotated."""

    doubts: tuple[str, ...]
    options: list[tuple[str, ...]]
    right: list[bool]


def main() -> None:
    """Fit the weights of every kind of relation from the folders that are given."""
    texts = list(load(map(Path, sys.argv[1:])))
    by_hand = tomllib.loads((FOLDER / "weights_by_hand.toml").read_text("utf-8"))
    tables = {}
    for kind in ROLES:
        left_out = {*by_hand["left_out"].get(kind, ()), *by_hand.get(kind, ())}
        tables[kind] = fitted(list(examples(texts, kind, left_out)))
    (FOLDER / "weights.toml").write_text(written(tables), encoding="utf-8")


def load(folders: Iterable[Path]) -> Iterator[tuple[Json, Asserted]]:
    """Yield the annotation of each text, and what the audit makes out in it."""
    for path in sorted(each for folder in folders for each in folder.glob("*.json")):
        release = read_release(path.with_suffix(".txt").read_text("utf-8"), name=path.stem)
        reading = Reading(replace(release, text=simplified(release.text)), find_mentions(release))
        yield json.loads(path.read_text("utf-8")), Asserted(reading)


def examples(texts: Iterable[tuple[Json, Asserted]], kind: str, left_out: set[str]) -> Iterator[Example]:
    """Yield the assertions of a kind; options that two careful readers would see differently are left out."""
    for annotation, asserted in texts:
        right, optional = (annotated(annotation, name, kind) for name in ("relations", "optional_relations"))
        mentions = asserted.reading.mentions
        for assertion in asserted.assertions(kind):
            found = []
            for option in assertion.options:
                numbers = (*option.candidate.terms, option.candidate.result or 0)
                key = identity(kind, [of_mention(mentions[n]) for n in numbers])
                if key in right or key not in optional:
                    more = option.more() if option.more is not None else ()
                    found.append(
                        (tuple(each for each in (*option.features, *more) if each not in left_out), key in right)
                    )
            if found:
                doubts = tuple(each for each in assertion.doubts if each not in left_out)
                yield Example(doubts, [features for features, _ in found], [is_right for _, is_right in found])


def annotated(annotation: Json, name: str, kind: str) -> set[Hashable]:
    """Return the relations of a kind that are annotated, each by its figures in their roles."""
    found = set()
    for relation in annotation.get(name, ()):
        if relation["kind"] == kind:
            roles = (relation[role] for role in ROLES[kind])
            numbers = [n for role in roles for n in (role if isinstance(role, list) else [role])]
            found.add(identity(kind, [of_figure(annotation["figures"][n]) for n in numbers]))
    return found


def identity(kind: str, figures: list[Hashable]) -> Hashable:
    """Return what makes a relation the same as another: its figures by their roles, parts in any order."""
    if kind == "restated":
        return frozenset(Counter(figures).items())
    return (frozenset(Counter(figures[:-1]).items()), figures[-1]) if kind == "sum" else tuple(figures)


def of_figure(figure: Json) -> Hashable:
    """Return what makes an annotated figure the same as one of the text."""
    value = None if figure["value"] is None else Decimal(str(figure["value"])).normalize()
    return figure["kind"], value, figure.get("currency") if figure["kind"] == "money" else None


def of_mention(mention: Mention) -> Hashable:
    """Return what makes a figure of the text the same as an annotated one."""
    value = mention.figure.value * (100 if mention.kind == "percent" else 1)
    return str(mention.kind), value.normalize(), mention.figure.unit if mention.kind == "money" else None


def fitted(examples: list[Example]) -> dict[str, int]:
    """Return the weight of each feature, in decibans."""
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-3)
    chance = random.Random(1)  # noqa: S311  # an order, and no secret
    for _ in range(ROUNDS):
        chance.shuffle(examples)
        for example in examples:
            for feature, slope in slopes(example, weights).items():
                step = slope - PRIOR * weights[feature]
                squares[feature] += step * step
                weights[feature] += RATE * step / math.sqrt(squares[feature])
    found = {feature: round(weight * DECIBANS) for feature, weight in sorted(weights.items())}
    return {feature: weight for feature, weight in found.items() if weight}


def slopes(example: Example, weights: dict[str, float]) -> dict[str, float]:
    """Return in which direction each weight makes what is annotated likelier."""
    doubt = sum(weights[each] for each in example.doubts)
    told = [0.0, *(sum(weights[each] for each in option) - doubt for option in example.options)]
    odds = [math.exp(each - max(told)) for each in told]
    likely = [each / sum(odds) for each in odds]
    right = [not any(example.right), *example.right]
    of_right = sum(each for each, is_right in zip(likely, right, strict=True) if is_right) or 1.0
    found: defaultdict[str, float] = defaultdict(float)
    for option, each, is_right in zip([(), *example.options], likely, right, strict=True):
        slope = (each / of_right if is_right else 0.0) - each
        for feature in option:
            found[feature] += slope
        if not option:
            for feature in example.doubts:
                found[feature] += slope
    return found


def written(tables: dict[str, dict[str, int]]) -> str:
    """Return the tables of weights as TOML."""
    lines = ["# Decibans for each feature of an option, by the kind of relation; written by scripts/fit_weights.py."]
    lines += ["# Those of `none` speak for none of the options being meant."]
    for kind, table in tables.items():
        lines += ["", f"[{kind}]", *(f'"{feature}" = {weight}' for feature, weight in table.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
