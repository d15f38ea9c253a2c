"""Releases written for the tests, and what stands in them.

A file of releases/ has three parts, divided by lines of three dashes: the language and the phenomenon it is about; the
text, in which every figure is marked, `[A:19.5 billion yuan|m19.5e9]`; and what the text says about them. The marks are
the only place where a figure is written down, so the offsets of an annotation are never typed.

A mark is `[LABEL:TEXT|VALUE]`; a label is needed where another line names the figure. VALUE is a bound (`~` about, `>`
over, `>=`, `<=`, `<` nearly, none for exact), `c`, `m` or `p` for a count, money or a percentage, the number with a
power of ten, and a currency other than the yuan: `~m1.45e9 USD`. The digits written before the power are the digits
that the text states, which makes the step.

    signing Hechi @ Shenzhen on 2020-09-24: A B     promoter, host (`-` for none), date; its figures
    part Hechi @ -: C D                             the same for a part of another; Chinese names: `Hechi/河池`
    sum A = C + D         share C / A = P           growth NEW / OLD = P      decline NEW / OLD = P
    average T / N = R     conversion A = B          restated A = B            exceeds A > B + C
    optional sum A = ...                            a reader may find it, and need not
    ambiguous words                                 where two careful readers could differ
    twin A: 4.48 billion yuan|m4.48e9               the bad twin states this in the place of A
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "releases"
MARK = re.compile(r"\[(?:(?P<label>\w+):)?(?P<text>[^][|]+)\|(?P<value>[^][|]+)\]")
VALUE = re.compile(r"(~|>=|<=|>|<|)([cmp])(\d+(?:\.\d+)?)(?:e(\d+))?(?: ([A-Z]{3}))?")
BOUNDS = {"": "exact", "~": "about", ">": "over", ">=": "at_least", "<=": "at_most", "<": "nearly"}
KINDS = {"c": "count", "m": "money", "p": "percent"}
PLACES = re.compile(r"(?P<promoter>[^@]+?) @ (?P<host>[^@]+?)(?: on (?P<date>[\d-]+))?")
RELATIONS = {
    "sum": ("result", "=", "terms"),
    "share": ("part", "/", "whole", "=", "percent"),
    "growth": ("new", "/", "old", "=", "percent"),
    "decline": ("new", "/", "old", "=", "percent"),
    "average": ("total", "/", "count", "=", "result"),
    "conversion": ("from", "=", "to"),
    "restated": ("a", "=", "b"),
    "exceeds": ("left", ">", "right"),
}
LISTS = {"terms", "left", "right"}

Json = dict[str, Any]


@dataclass(frozen=True)
class Annotated:
    """A release, and its annotation in the form that a scorer reads."""

    name: str
    text: str
    annotation: Json

    @property
    def is_twin(self) -> bool:
        return bool(self.annotation["twin_of"])


def plain(number: Decimal) -> str:
    """Return a number without an exponent, and without zeros after its last decimal that is none."""
    return format(number.normalize(), "f")


def figure(text: str, value: str, start: int) -> Json:
    """Return the annotation of a figure from its characters, the value of its mark and where it starts."""
    found = VALUE.fullmatch(value)
    if found is None:
        raise ValueError(f"not the value of a mark: {value}")
    bound, kind, digits, power, currency = found.groups()
    scale = Decimal(10) ** int(power or 0)
    number = Decimal(digits)
    step = Decimal(1).scaleb(int(number.as_tuple().exponent)) * scale
    return {
        "text": text,
        "start": start,
        "kind": KINDS[kind],
        "value": plain(number * scale),
        "step": plain(step),
        "currency": (currency or "CNY") if kind == "m" else None,
        "bound": BOUNDS[bound],
    }


def marked(body: str, replaced: dict[str, tuple[str, str]]) -> tuple[str, list[Json], dict[str, int]]:
    """Return the text without its marks, its figures, and the number of the figure of each label."""
    figures: list[Json] = []
    labels: dict[str, int] = {}
    text, after = "", 0
    for mark in MARK.finditer(body):
        text += body[after : mark.start()]
        label = mark["label"]
        words, value = replaced.get(label, (mark["text"], mark["value"]))
        if label:
            if label in labels:
                raise ValueError(f"two figures are called {label}")
            labels[label] = len(figures)
        figures.append(figure(words, value, len(text)))
        text += words
        after = mark.end()
    text += body[after:]
    if set("[]|") & set(text):
        raise ValueError("a mark is not closed")
    return text, figures, labels


def relation(line: str, labels: dict[str, int]) -> Json:
    """Return the annotation of a relation: numbers of figures under the names of its kind."""
    kind, *words = line.split()
    fields = RELATIONS[kind]
    found: Json = {"kind": "growth" if kind == "decline" else kind}
    if kind == "decline":
        found["direction"] = "down"
    for place, field in enumerate(fields):
        if field in LISTS:
            until = next((n for n, word in enumerate(words) if word in {"=", ">"}), len(words))
            found[field] = [labels[word] for word in words[:until] if word != "+"]
            words = words[until:]
        elif place % 2:
            if words[0] != field:
                raise ValueError(f"expected {field}: {line}")
            words = words[1:]
        else:
            found[field] = labels[words[0]]
            words = words[1:]
    if words:
        raise ValueError(f"too much: {line}")
    return found


def signing(line: str, labels: dict[str, int], figures: list[Json]) -> Json:
    """Return the annotation of a signing; the line begins with `signing` or `part`."""
    role, rest = line.split(" ", 1)
    where, names = rest.split(":", 1)
    places = PLACES.fullmatch(where.strip())
    if places is None:
        raise ValueError(f"not the places of a signing: {line}")
    found: Json = {"date": places["date"], "part": role == "part", "projects": None, "amount": None, "currency": None}
    for field in ("promoter", "host"):
        spelling, _, own = places[field].partition("/")
        found[field] = None if spelling == "-" else spelling
        if own:
            found[f"{field}_names"] = [own]
    for name in names.split():
        stated = figures[labels[name]]
        if stated["kind"] == "count":
            found["projects"] = int(stated["value"])
        else:
            found["amount"], found["currency"] = stated["value"], stated["currency"]
    return found


def read(path: Path) -> list[Annotated]:
    """Return the release of a file, and its bad twin where it has one. Raises ValueError where a line is amiss."""
    head, body, tail = re.split(r"^---\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    language, phenomenon = head.strip().split(" ", 1)
    lines = [line for line in tail.splitlines() if line]
    twins = [line.removeprefix("twin ") for line in lines if line.startswith("twin ")]
    versions: list[tuple[str, dict[str, tuple[str, str]]]] = [(path.stem, {})]
    for twin in twins:
        label, put = twin.split(":", 1)
        words, value = put.strip().split("|")
        versions.append((f"{path.stem}-bad", {label: (words, value)}))
    releases = []
    for name, replaced in versions:
        text, figures, labels = marked(body.strip("\n"), replaced)
        if replaced.keys() - labels.keys():
            raise ValueError(f"{path.name}: the twin changes a figure that is not there")
        annotation = {
            "id": name,
            "lang": language,
            "phenomenon": phenomenon,
            "twin_of": path.stem if replaced else None,
            "has_twin": bool(twins),
            "figures": figures,
            "signings": [signing(line, labels, figures) for line in lines if line.startswith(("signing ", "part "))],
            "relations": [relation(line, labels) for line in lines if line.split()[0] in RELATIONS],
            "optional_relations": [
                relation(line.removeprefix("optional "), labels) for line in lines if line.startswith("optional ")
            ],
            "ambiguous": [line.removeprefix("ambiguous ") for line in lines if line.startswith("ambiguous ")],
        }
        releases.append(Annotated(name, text, annotation))
    return releases


def load() -> list[Annotated]:
    """Return every release of the folder and every bad twin, in the order of their names."""
    return [release for path in sorted(FOLDER.glob("*.release")) for release in read(path)]


def build(folder: Path) -> None:
    """Write every release and twin as `NAME.txt` and `NAME.json` into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for release in load():
        (folder / f"{release.name}.txt").write_text(release.text, encoding="utf-8")
        noted = json.dumps(release.annotation, ensure_ascii=False, indent=1)
        (folder / f"{release.name}.json").write_text(noted + "\n", encoding="utf-8")
