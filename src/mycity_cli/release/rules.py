"""The rules by which relations are found: what each means, with an example, under a code that stays the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from mycity_cli.messages import say
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
        say("parts said to make up a whole"),
        say(
            "The text names the parts of a whole, as 'of which', 'they break down into' or 其中 do, and leaves none "
            "out."
        ),
        say("The fair closed 30 deals: 20 in industry and 10 in services."),
    ),
    Rule(
        "sum/respectively",
        say("several wholes and their parts in the same order"),
        say("'Respectively', 分别 or a row of names says which part belongs to which whole, in the order of the text."),
        say("5个和7个项目分别签约10亿元和14亿元，共12个、24亿元。"),
    ),
    Rule(
        "sum/total",
        say("figures, then what they come to in total"),
        say("'In total', 'altogether', 共 or 合计 says that a figure is what the figures before it come to."),
        say("首日签约12个，次日签约9个，两天共21个。"),
    ),
    Rule(
        "sum/remaining",
        say("a whole without what was named before"),
        say("'The remaining', 'the rest' or 其余 is a whole without the parts that were named."),
        say("Of the 40 contracts 25 are new; the remaining 15 extend older ones."),
    ),
    Rule(
        "sum/rows",
        say("the rows of a table and its total"),
        say("The rows of a column add up to the row that is called a total."),
        say("Under the heading Projects: North 5, South 7, Total 12."),
    ),
    Rule(
        "sum/listed",
        say("the lines of a list and the total beside it"),
        say("The lines or items of a list add up to the total that stands above or below it."),
        say("签约8个项目：（一）西安，5个；（二）宝鸡，3个。"),
    ),
    Rule(
        "sum/part-exceeds",
        say("parts that exceed their whole"),
        say(
            "Parts that are said to belong to a whole, though perhaps not to be all of it, are no more than the whole."
        ),
        say("20个项目中，工业项目14个、农业项目9个。"),
    ),
    Rule(
        "share/of",
        say("a part as a percentage of its whole"),
        say("A part divided by its whole is the percentage stated."),
        say("签约52个项目，其中工业项目28个，占53.8%。"),
    ),
    Rule(
        "share/over-100",
        say("shares of one whole above 100%"),
        say("Shares of one whole that exclude each other do not come to more than 100%."),
        say("Industry has 61% of the total, farming 32% and trade 17%."),
    ),
    Rule(
        "growth/since",
        say("a percentage up or down on an earlier figure"),
        say(
            "A figure is so many percent more or less than an earlier one: 'up 25 percent from', 'than in 2020', 同比."
        ),
        say("It signed 60 contracts, up 25 percent from 48 last year."),
    ),
    Rule(
        "growth/from-to",
        say("a change from one figure to another"),
        say("The change from the first figure to the second is the percentage stated."),
        say("签约额从40亿元增至50亿元，增长25%。"),
    ),
    Rule(
        "growth/by-amount",
        say("a change as an amount and as a percentage"),
        say("An increase or decrease stated as an amount is the percentage that is stated of it."),
        say("签约261.4亿元，比上届减少53.2亿元，减幅16.9%。"),
    ),
    Rule(
        "average/each",
        say("a total divided by a number of things"),
        say("A total divided by the number of its projects, contracts or years is the average stated."),
        say("They signed 40 deals worth 20 billion yuan, on average 500 million yuan each."),
    ),
    Rule(
        "conversion/rate",
        say("one amount in two currencies"),
        say("The rate that two amounts imply lies in the range that the rate of their currencies has had."),
        say("Contracts worth 9.88 billion yuan ($1.45 billion) were signed."),
    ),
    Rule(
        "restated/heading",
        say("the same figure in the heading and the text"),
        say("A figure of a heading or title is the same where the text below states it again."),
        say("Deals worth 46 million yuan in the title, deals worth 46 billion yuan in the text."),
    ),
    Rule(
        "restated/again",
        say("the same figure stated again"),
        say("A figure that the text states again, in other words or another unit, is the same."),
        say("The 24 projects were presented in May; all of the 24 projects are under way."),
    ),
    Rule(
        "exceeds/more-than",
        say("a figure said to be more than others"),
        say("A figure that is said to be more than another, or than several together, is."),
        say("Suzhou had 52.6 billion yuan, more than the 13.6 and 26.8 billion of the other two together."),
    ),
    Rule(
        "rounding/cut",
        say("a last digit that is cut, not rounded"),
        say("The figure is right but for its last digit, which is cut where it should be rounded: 1.607 for 1.60758."),
        say("签约52个项目，其中工业项目28个，占53.84%。"),
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
