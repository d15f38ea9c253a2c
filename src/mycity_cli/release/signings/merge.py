"""One signing that a release states several times: in its headline, in its body, and when it comes back to it."""

from __future__ import annotations

import re

from mycity_cli.exact import Rational, rational
from mycity_cli.figure.units import Bound
from mycity_cli.interval import Interval
from mycity_cli.release.signings.parts import mark_smaller
from mycity_cli.release.signings.reading import Draft, Reading

_MOST = 60
"""With so many signings, the first ones and the last ones, at which a headline and a neighbour stand, are compared."""

_NEAR = 12
_LONGEST_VERB = 12
_NUMBER_OF_THEM = re.compile(
    r"[，；,;]\s?(?:签约|成交)?(?:项目|合同|协议)(?:总?数量?|个数)?(?:[由从][^，。；,;]{1,12})?(?:增|减|升|降|达|为|共)[^，。；,;]{0,4}$"
)
"""What gives, behind the worth of everything, the number of it: 签约金额78.1亿元;签约项目由41个增加到46个."""
_TAKEN_UP = re.compile(r"\b(?:these|those)\s\Z|[这该]\Z", re.IGNORECASE)
_ALL_OF_THEM = re.compile(r"\b(?:total|altogether|in all|together)\b|共|合计|总计", re.IGNORECASE)


def merged(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with what is one signing stated once, by its most precise figures."""
    kept: list[Draft] = []
    for draft in drafts:
        near = kept if len(kept) <= _MOST else [*kept[: _MOST // 2], *kept[-_MOST // 2 :]]
        same = next((other for other in near if _is_restated(reading, other, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _take_over(reading, same, draft)
    kept = _without_headings(reading, kept)
    _mark_parts_of_sums(reading, kept)
    mark_smaller(reading, kept)
    return kept


def _is_restated(reading: Reading, first: Draft, second: Draft) -> bool:
    """Return whether the second draft states again what the first stated."""
    if first.former != second.former:
        return False
    if _complete_each_other(reading, first, second) or _are_one_earlier(reading, first, second):
        return True
    counts = _agree(reading, first.projects, second.projects)
    amounts = _agree(reading, first.amount, second.amount)
    if counts is False:
        return False
    both_parts = first.part and second.part
    if amounts is False:
        # A headline, or the summary above a text, may contradict the body: the body is believed.
        return bool(counts) and not both_parts and (_leads(reading, first) and not second.part)
    if counts and amounts:
        return True
    if counts:
        if both_parts and first.amount is None and _TAKEN_UP.search(reading.text, 0, second.at):
            return True  # five of which ... . These five represent 38 billion yen
        return not both_parts or (second.amount is None and first.sentence != second.sentence and second.inherited)
    return bool(amounts)


def _without_headings(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without what only the headings above the text state: they restate the body, rightly or not."""
    sentences = reading.release.sentences
    body = [draft for draft in drafts if not sentences[draft.sentence].heading and not draft.former and not draft.part]
    if not body:
        return drafts
    first, found = body[0], []
    for draft in drafts:
        heading = sentences[draft.sentence].heading and draft.sentence < first.sentence
        told = [each for each in body if (each.projects is None) <= (draft.projects is None)]
        told = [each for each in told if (each.amount is None) <= (draft.amount is None)]
        told = [each for each in told if _may_be_meant(reading, draft, each)]
        if heading and told and not draft.former:
            told[0].again += draft.mentions
        else:
            found.append(draft)
    return found


def _may_be_meant(reading: Reading, heading: Draft, body: Draft) -> bool:
    """Return whether figures of a heading may be those of the body, mistaken: near them, or at another scale."""
    pairs = [(heading.projects, body.projects), (heading.amount, body.amount)]
    stated = [
        (rational(reading.mentions[one].figure.value), rational(reading.mentions[other].figure.value))
        for one, other in pairs
        if one is not None and other is not None
    ]
    return all(one <= 2 * other <= 4 * one or _digits(one) == _digits(other) for one, other in stated)


def _digits(value: Rational) -> str:
    return str(value).rstrip("0")


def _complete_each_other(reading: Reading, first: Draft, second: Draft) -> bool:
    """Return whether one states the worth of a signing, and the next sentence the number of projects, or so in turn."""
    if first.part or second.part or first.former or not 0 <= second.sentence - first.sentence <= 1:
        return False
    if second.projects is None or second.amount is not None or first.projects is not None:
        return False
    start, stop = (
        reading.release.sentences[second.sentence].start,
        reading.mentions[second.projects].end + _LONGEST_VERB,
    )
    if first.sentence == second.sentence and _NUMBER_OF_THEM.search(reading.text, first.at, second.at) is not None:
        return True
    return _ALL_OF_THEM.search(reading.text, start, stop) is not None


def _are_one_earlier(reading: Reading, first: Draft, second: Draft) -> bool:
    """Return whether the number and the worth of one earlier signing stand in sentences beside each other."""
    near = first.former and 0 <= second.sentence - first.sentence <= 1
    return near and (first.projects is None, first.amount is None) == (second.amount is None, second.projects is None)


def _leads(reading: Reading, draft: Draft) -> bool:
    """Return whether a draft stands in a heading, or in the first paragraph."""
    sentence = reading.release.sentences[draft.sentence]
    return sentence.heading or sentence.paragraph == reading.release.sentences[0].paragraph


def _agree(reading: Reading, one: int | None, other: int | None) -> bool | None:
    """Return whether two figures can be one number; None where one of them is not stated."""
    if one is None or other is None:
        return None
    first, second = reading.mentions[one].figure, reading.mentions[other].figure
    return first.unit == second.unit and reading.interval(one).meets(reading.interval(other))


def _take_over(reading: Reading, kept: Draft, again: Draft) -> None:
    """Add to a draft what stating it again adds: more precise figures, or those of the body."""
    kept.again += [n for n in (kept.projects, kept.amount, *again.mentions) if n is not None]
    contradicted = _agree(reading, kept.amount, again.amount) is False
    if kept.projects is None or (again.projects is not None and _is_finer(reading, again.projects, kept.projects)):
        kept.projects = again.projects
    if kept.amount is None or (
        again.amount is not None and (contradicted or _is_finer(reading, again.amount, kept.amount))
    ):
        kept.amount = again.amount
    if reading.release.sentences[kept.sentence].heading and not reading.release.sentences[again.sentence].heading:
        kept.sentence, kept.at, kept.part = again.sentence, again.at, kept.part or again.part


def _is_finer(reading: Reading, one: int, other: int) -> bool:
    first, second = reading.mentions[one].figure, reading.mentions[other].figure
    hedged = first.bound is not Bound.EXACT, second.bound is not Bound.EXACT
    return not hedged[0] if hedged[0] != hedged[1] else first.step < second.step


def _mark_parts_of_sums(reading: Reading, drafts: list[Draft]) -> None:
    """Mark as parts the signings whose figures another adds up, and what with a part makes up a whole."""
    for position, whole in enumerate(drafts):
        if whole.part or whole.former:
            continue
        for stated in (_count, _amount):
            before = [
                each
                for each in drafts[max(0, position - _NEAR) : position]
                if not each.former and stated(each) is not None
            ]
            for first in range(len(before) - 1):
                if _make_up(reading, [stated(each) for each in before[first:]], stated(whole)):
                    for each in before[first:]:
                        each.part = True
                    break
        after = [
            each
            for each in drafts[position + 1 : position + 1 + _NEAR]
            if not each.former and each.projects is not None
        ]
        parts = [each for each in after if each.part]
        for each in after:
            if any(
                _make_up(reading, [part.projects, each.projects], whole.projects) for part in parts if part is not each
            ):
                each.part = True


def _count(draft: Draft) -> int | None:
    return draft.projects


def _amount(draft: Draft) -> int | None:
    return draft.amount


def _make_up(reading: Reading, parts: list[int | None], whole: int | None) -> bool:
    """Return whether figures add up to another, all in one unit."""
    if whole is None:
        return False
    figure = reading.mentions[whole].figure
    terms = [n for n in parts if n is not None]
    if any(reading.mentions[n].figure.unit != figure.unit for n in terms):
        return False
    return Interval.sum(map(reading.interval, terms)).meets(reading.interval(whole))
