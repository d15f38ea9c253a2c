#!/usr/bin/env python3
"""How much of the annotated releases an audit finds, and how much it finds that is not there.

usage: python tests/release/scoring.py [--detail] [FOLDER]

FOLDER holds `NAME.txt` and `NAME.json`; without it, the releases of the tests are audited. A figure is right when its
kind, value and currency are; a signing when its projects, amount and currency are and it shares a place; a relation
when its kind and the values of its figures are. A verdict is right when it is the one that the annotation implies.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from release.annotated import RELATIONS, Annotated, Json, build, load
from release.truth import holds

ENDINGS = ("city", "province", "county", "district", "市", "省", "县", "区")


@dataclass
class Tally:
    """How many were found rightly, how many wrongly, and how many not."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.extra + self.missed) if self.right else 0.0

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"
            f"  ({self.right} right, {self.extra} extra, {self.missed} missed)"
        )


@dataclass
class Score:
    """What an audit of many releases found, by language (`en`, `zh`, and `all`)."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)
    verdicts: Tally = field(default_factory=Tally)
    wrong: list[str] = field(default_factory=list)
    """The releases that are wrong, and those of them whose error was `found`."""
    found: list[str] = field(default_factory=list)
    consistent: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    """The consistent releases that the audit calls wrong."""
    doubted: list[str] = field(default_factory=list)
    """The releases of which it calls something false or undecided."""
    notes: list[str] = field(default_factory=list)
    """Every difference, in words."""

    def of(self, what: str, language: str = "all") -> Tally:
        """Return the tally of money, counts, percentages, `counts and percentages`, signings or relations."""
        return self.tallies.setdefault((what, language), Tally())

    def count(self, what: str, language: str, *, right: int = 0, extra: int = 0, missed: int = 0) -> None:
        for tally in (self.of(what, language), self.of(what)):
            tally.right += right
            tally.extra += extra
            tally.missed += missed

    @property
    def let_pass(self) -> list[str]:
        """The releases that are wrong in which the audit found nothing false."""
        return [name for name in self.wrong if name not in self.found]

    @property
    def not_seen(self) -> list[str]:
        """The releases that are wrong in which the audit found nothing false and nothing undecided."""
        return [name for name in self.wrong if name not in self.doubted]

    @property
    def alarm_rate(self) -> float:
        return len(self.alarms) / len(self.consistent) if self.consistent else 0.0

    def lines(self) -> Iterator[str]:
        """Yield the table."""
        for (what, language), tally in sorted(self.tallies.items()):
            yield f"{what:22} {language:3}  {tally}"
        verdicts = self.verdicts
        yield f"{'verdicts':26}  {verdicts.right} right of {verdicts.right + verdicts.missed}"
        yield f"{'errors':26}  {len(self.found)} found of {len(self.wrong)}; let pass: {named(self.let_pass)}"
        yield f"{'false alarms':26}  {len(self.alarms)} in {len(self.consistent)}: {named(self.alarms)}"


def named(names: list[str]) -> str:
    return ", ".join(names) or "none"


def plain(number: object) -> Decimal | None:
    return None if number in {None, ""} else Decimal(str(number)).normalize()


def identity(figure: Json) -> Hashable:
    """Return what makes a figure the same as another."""
    money = figure["kind"] == "money"
    return figure["kind"], plain(figure["value"]), figure["currency"] if money else None


def values(kind: str, figures: list[Json], numbers: Iterable[int]) -> Hashable:
    """Return what makes a relation the same as another."""
    return kind, tuple(sorted(str(identity(figures[n])) for n in numbers))


def stated(relation: Json) -> list[int]:
    """Return the numbers of the figures of an annotated relation."""
    fields = (relation[name] for name in RELATIONS[relation["kind"]] if name.isalpha())
    return [n for numbers in fields for n in (numbers if isinstance(numbers, list) else [numbers])]


def spelling(place: str) -> str:
    """Return the letters of a place's name, without marks, case and the word for what it is."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", place).casefold() if c.isalnum())
    for ending in ENDINGS:
        letters = letters.removesuffix(ending) or letters
    return letters


def places(signing: Json) -> set[str]:
    names = [signing.get("promoter"), signing.get("host")]
    names += signing.get("promoter_names", []) + signing.get("host_names", [])
    return {spelling(name) for name in names if name}


def is_same_signing(expected: Json, found: Json) -> bool:
    """Return whether a signing found is the one expected."""
    if any(plain(expected[number]) != plain(found[number]) for number in ("projects", "amount")):
        return False
    if expected["amount"] is not None and expected["currency"] != found["currency"]:
        return False
    return not places(expected) or bool(places(expected) & places(found))


def compare_figures(score: Score, release: Annotated, found: Json) -> None:
    language = release.annotation["lang"]
    for what, kinds in (("money", {"money"}), ("counts and percentages", {"count", "percent"})):
        expected = Counter(identity(each) for each in release.annotation["figures"] if each["kind"] in kinds)
        got = Counter(identity(each) for each in found["figures"] if each["kind"] in kinds)
        missed, extra = expected - got, got - expected
        score.count(what, language, right=(expected & got).total(), extra=extra.total(), missed=missed.total())
        score.notes += [f"{release.name}: figure missed: {figure}" for figure in missed.elements()]
        score.notes += [f"{release.name}: figure extra: {figure}" for figure in extra.elements()]


def compare_signings(score: Score, release: Annotated, found: Json) -> None:
    language, left = release.annotation["lang"], list(found["signings"])
    for expected in release.annotation["signings"]:
        same = next((each for each in left if is_same_signing(expected, each)), None)
        if same is None:
            score.notes.append(f"{release.name}: signing missed: {brief(expected)}")
        else:
            left.remove(same)
        score.count("signings", language, right=same is not None, missed=same is None)
    score.count("signings", language, extra=len(left))
    score.notes += [f"{release.name}: signing extra: {brief(each)}" for each in left]


def brief(signing: Json) -> str:
    return " ".join(f"{key}={signing[key]}" for key in ("promoter", "host", "projects", "amount", "currency"))


def compare_relations(score: Score, release: Annotated, found: Json) -> None:
    annotation, language = release.annotation, release.annotation["lang"]
    left: dict[Hashable, list[Json]] = {}
    for each in found["relations"]:
        numbers = [n for n in (*each["terms"], each["result"]) if n is not None]
        left.setdefault(values(each["kind"], found["figures"], numbers), []).append(each)
    for relation in annotation["relations"]:
        same = left.get(values(relation["kind"], annotation["figures"], stated(relation)))
        words = f"{relation['kind']} {[annotation['figures'][n]['text'] for n in stated(relation)]}"
        score.count("relations", language, right=bool(same), missed=not same)
        if not same:
            score.notes.append(f"{release.name}: relation missed: {words}")
            continue
        verdict, implied = same.pop(0)["verdict"], "true" if holds(relation, annotation["figures"]) else "false"
        # A rate that is possible does not make a conversion true.
        is_right = verdict == implied or (relation["kind"] == "conversion" and "false" not in {verdict, implied})
        is_right = is_right or (verdict == "undecided" and implied == "false")  # doubted, which is no wrong verdict
        score.verdicts.right += is_right
        score.verdicts.missed += not is_right
        if not is_right:
            score.notes.append(f"{release.name}: verdict {verdict}, not {implied}: {words}")
    allowed = {
        values(each["kind"], annotation["figures"], stated(each)) for each in annotation.get("optional_relations", [])
    }
    for key, others in left.items():
        # What is left open is no claim that something holds or does not.
        extra = [each for each in others if each["verdict"] in {"true", "false"}]
        if extra and key not in allowed:
            score.count("relations", language, extra=len(extra))
            score.notes += [
                f"{release.name}: relation extra: {each['kind']} {each.get('statement')}: {each['verdict']}"
                for each in extra
            ]


def compare(releases: Iterable[Annotated], outputs: dict[str, Json]) -> Score:
    """Return the score of what the audit put out for each release, by name."""
    score = Score()
    for release in releases:
        found = outputs[release.name]
        compare_figures(score, release, found)
        compare_signings(score, release, found)
        compare_relations(score, release, found)
        says_false = any(each["verdict"] == "false" for each in found["relations"])
        if any(each["verdict"] in {"false", "undecided"} for each in found["relations"]):
            score.doubted.append(release.name)
        is_wrong = not all(holds(each, release.annotation["figures"]) for each in release.annotation["relations"])
        (score.wrong if is_wrong else score.consistent).append(release.name)
        if says_false:
            (score.found if is_wrong else score.alarms).append(release.name)
    return score


def audited(folder: Path) -> dict[str, Json]:
    """Return what `mycity audit` puts out for every `.txt` of a folder, by name. Raises RuntimeError where it fails."""
    texts = sorted(map(str, folder.glob("*.txt")))
    command = [sys.executable, "-m", "mycity_cli", "audit", "--format", "jsonl", *texts]
    done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8")
    if done.returncode not in {0, 1, 4}:
        raise RuntimeError(f"exit code {done.returncode}: {done.stderr[-2000:]}")
    records = map(json.loads, filter(None, done.stdout.splitlines()))
    return {Path(record["file"]).stem: record for record in records}


def annotated(folder: Path) -> list[Annotated]:
    """Return the releases of a folder of `NAME.txt` and `NAME.json`."""
    return [
        Annotated(path.stem, path.with_suffix(".txt").read_text("utf-8"), json.loads(path.read_text("utf-8")))
        for path in sorted(folder.glob("*.json"))
    ]


def main() -> None:
    parser = ArgumentParser(description="what an audit finds in annotated releases")
    parser.add_argument("folder", type=Path, nargs="?", help="texts and annotations, not those of the tests")
    parser.add_argument("--detail", action="store_true", help="every difference")
    arguments = parser.parse_args()
    if arguments.folder:
        score = compare(annotated(arguments.folder), audited(arguments.folder))
    else:
        with TemporaryDirectory() as folder:
            build(Path(folder))
            score = compare(load(), audited(Path(folder)))
    print(*(score.notes if arguments.detail else []), *score.lines(), sep="\n")  # noqa: T201  # a script


if __name__ == "__main__":
    main()
