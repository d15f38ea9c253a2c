"""The rules by which relations are found: what each means, with an example, under a code that stays the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from mycity_cli.release.findings import Audit


class Rule(NamedTuple):
    """A rule: its code (the kind, and what it is within its kind), what it checks in a few words, and an example."""

    code: str
    title: str
    meaning: str
    example: str

    @property
    def kind(self) -> str:
        """The part of the code before the slash, which names all rules of a kind."""
        return self.code.partition("/")[0]


RULES = (
    Rule(
        "sum/of-which",
        "parts said to make up a whole",
        "The text names the parts of a whole, as 'of which', 'they break down into' or 其中 do, and leaves none out.",
        "The fair closed 30 deals: 20 in industry and 10 in services.",
    ),
    Rule(
        "sum/respectively",
        "several wholes and their parts in the same order",
        "'Respectively', 分别 or a row of names says which part belongs to which whole, in the order of the text.",
        "5个和7个项目分别签约10亿元和14亿元，共12个、24亿元。",
    ),
    Rule(
        "sum/total",
        "figures, then what they come to in total",
        "'In total', 'altogether', 共 or 合计 says that a figure is what the figures before it come to.",
        "首日签约12个，次日签约9个，两天共21个。",
    ),
    Rule(
        "sum/remaining",
        "a whole without what was named before",
        "'The remaining', 'the rest' or 其余 is a whole without the parts that were named.",
        "Of the 40 contracts 25 are new; the remaining 15 extend older ones.",
    ),
    Rule(
        "sum/rows",
        "the rows of a table and its total",
        "The rows of a column add up to the row that is called a total.",
        "Under the heading Projects: North 5, South 7, Total 12.",
    ),
    Rule(
        "sum/listed",
        "the lines of a list and the total beside it",
        "The lines or items of a list add up to the total that stands above or below it.",
        "签约8个项目：（一）西安，5个；（二）宝鸡，3个。",
    ),
    Rule(
        "sum/part-exceeds",
        "parts that exceed their whole",
        "Parts that are said to belong to a whole, though perhaps not to be all of it, are no more than the whole.",
        "20个项目中，工业项目14个、农业项目9个。",
    ),
    Rule(
        "share/of",
        "a part as a percentage of its whole",
        "A part divided by its whole is the percentage stated.",
        "签约52个项目，其中工业项目28个，占53.8%。",
    ),
    Rule(
        "share/over-100",
        "shares of one whole above 100%",
        "Shares of one whole that exclude each other do not come to more than 100%.",
        "Industry has 61% of the total, farming 32% and trade 17%.",
    ),
    Rule(
        "growth/since",
        "a percentage up or down on an earlier figure",
        "A figure is so many percent more or less than an earlier one: 'up 25 percent from', 'than in 2020', 同比.",
        "It signed 60 contracts, up 25 percent from 48 last year.",
    ),
    Rule(
        "growth/from-to",
        "a change from one figure to another",
        "The change from the first figure to the second is the percentage stated.",
        "签约额从40亿元增至50亿元，增长25%。",
    ),
    Rule(
        "growth/by-amount",
        "a change as an amount and as a percentage",
        "An increase or decrease stated as an amount is the percentage that is stated of it.",
        "签约261.4亿元，比上届减少53.2亿元，减幅16.9%。",
    ),
    Rule(
        "average/each",
        "a total divided by a number of things",
        "A total divided by the number of its projects, contracts or years is the average stated.",
        "They signed 40 deals worth 20 billion yuan, on average 500 million yuan each.",
    ),
    Rule(
        "conversion/rate",
        "one amount in two currencies",
        "The rate that two amounts imply lies in the range that the rate of their currencies has had.",
        "Contracts worth 9.88 billion yuan ($1.45 billion) were signed.",
    ),
    Rule(
        "restated/heading",
        "the same figure in the heading and the text",
        "A figure of a heading or title is the same where the text below states it again.",
        "Deals worth 46 million yuan in the title, deals worth 46 billion yuan in the text.",
    ),
    Rule(
        "restated/again",
        "the same figure stated again",
        "A figure that the text states again, in other words or another unit, is the same.",
        "The 24 projects were presented in May; all of the 24 projects are under way.",
    ),
    Rule(
        "exceeds/more-than",
        "a figure said to be more than others",
        "A figure that is said to be more than another, or than several together, is.",
        "Suzhou had 52.6 billion yuan, more than the 13.6 and 26.8 billion of the other two together.",
    ),
    Rule(
        "rounding/cut",
        "a last digit that is cut, not rounded",
        "The figure is right but for its last digit, which is cut where it should be rounded: 1.607 for 1.60758.",
        "签约52个项目，其中工业项目28个，占53.84%。",
    ),
)
"""All rules, those of a kind together."""

BY_CODE = {rule.code: rule for rule in RULES}
KINDS = tuple(dict.fromkeys(rule.kind for rule in RULES))
"""The kinds of rules, in the order of the rules."""


def ignoring(audit: Audit, names: Collection[str]) -> Audit:
    """Return an audit without the relations of some rules, which are named by their codes or by their kinds."""
    off = [relation.rule in names or relation.rule.partition("/")[0] in names for relation in audit.relations]
    if not any(off):
        return audit
    pairs = list(zip(audit.relations, off, strict=True))
    return replace(
        audit,
        relations=tuple(relation for relation, is_off in pairs if not is_off),
        ignored=(*audit.ignored, *(relation for relation, is_off in pairs if is_off)),
    )


def with_ignored(audit: Audit) -> Audit:
    """Return an audit with the relations of all rules, also of those that are switched off."""
    return replace(audit, relations=(*audit.relations, *audit.ignored), ignored=()) if audit.ignored else audit
