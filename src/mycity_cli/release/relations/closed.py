"""Lists that the words say are whole: where such a list does not add up, a figure is wrong."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from mycity_cli.figure import COUNT
from mycity_cli.interval import Interval
from mycity_cli.release.findings import Kind
from mycity_cli.release.places import holds
from mycity_cli.release.reading import Reading
from mycity_cli.release.relations import cues
from mycity_cli.release.relations.lines import Lines
from mycity_cli.release.relations.runs import Measures, Run

_HOW_MANY = re.compile(
    r"\b(?P<en>two|three|four|five) (?:\w+ )?(?:cities|districts|counties|conferences|events|stops|sessions|fairs"
    r"|days|groups|fields|sectors|industries|branches|parts|phases|kinds|types|categories|stages)\b"
    r"|\b(?P<stops>both) (?:stops|cities|events|sessions|days)\b"
    r"|(?P<zh>[两二三四五])(?:个?(?:市|地|县|区|城市|产业|领域|部分|板块|类)|大?(?:类|板块|产业|领域|行业)|场|站|届|期|天)",
    re.IGNORECASE,
)
_OCCASIONS = re.compile(
    r"\b(?P<en>two|three|four|five) (?:\w+ ){0,2}(?:conferences|events|stops|fairs|promotions|roadshows)\b"
    r"|\b(?P<stops>both) (?:conferences|events|stops|fairs)\b"
    r"|(?P<zh>[两二三四五])(?:场|次)[^，。；]{0,8}(?:会|活动|招商)",
    re.IGNORECASE,
)
_OCCASION = re.compile(r"\b(?:conference|event|fair|promotion|roadshow|held)\b|会|活动", re.IGNORECASE)
_NUMBERS = {"two": 2, "both": 2, "三": 3, "three": 3, "four": 4, "five": 5, "两": 2, "二": 2, "四": 4, "五": 5}
_SIDE_BY_SIDE = re.compile(r"\s*\w{0,12}?\s*(?:,\s*and\b|,|，|、|\band\b|和|及|与)\s*", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"分别|\brespectively\b", re.IGNORECASE)
_DIRECTLY = re.compile(r"\s*[,，:：]\s*")
_AND = re.compile(r"\band\b|[和与及、；;]", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|these|all(?: the)?)\s+\Z|(?:这|上述|以上)\s*\Z", re.IGNORECASE)
_FROM = re.compile(
    r"\s(?:(?:is|was|were|are|come|comes|came) )?(?:invested |signed )?(?:from|by) "
    r"(?:companies (?:in|from) |investors from )?(?:the )?(?P<place>[A-Z][\w'’]+)"
)
_FULL_STOP = re.compile(r"[。!?！？\n]|[.](?:\s|\Z)")
_IT_ADDS_UP = re.compile(r"\W*(?:it|this|that|they|these|the two|both)\b[^.;,]{0,20}\badd\w* up to", re.IGNORECASE)
_SHORT = 60
_LOOSELY, _FIRMLY = Fraction(4, 3), Fraction(8, 5)
"""How many times its parts a total may be, or they it, by how strongly the words say that they make it up."""

_ALL = Interval.exactly(1)


class ClosedLists:
    """The lists of one release that are whole by their words, whatever they add up to."""

    def __init__(self, reading: Reading, measures: Measures) -> None:
        self.reading = reading
        self.measures = measures
        self.items = measures.items

    def broken_down(self, whole: int, stated: list[int], unit: str, *, is_part: bool) -> Run | None:
        """Return the list that follows a whole and does not add up to it; `stated` are the items behind the whole.

        `is_part` says that the whole is itself a part: what is divided by sector is the whole of which it is one.
        """
        if len(stated) < 2 or self.items[stated[0]].first < self.items[whole].last:
            return None
        if cues.EXCEEDS.search(self.measures.gap(whole, stated[0])):
            return None
        rules = [self._up_to_the_rest, self._of_opposites, self._counted, self._shared, self._in_a_row]
        firm = [*(rule(whole, stated) for rule in rules)]
        firm.append(self._from_places(whole, stated, unit))
        rules = [] if is_part else [self._classified]
        parted, bracketed = self._parted(whole, stated), self._in_brackets(whole, stated)
        told_apart = parted is not None and not self.measures.is_one_sentence(parted)
        if parted is not None and told_apart and self._falls_short(parted, unit):
            parted = None
        if bracketed is not None and not self._falls_short(bracketed, unit):
            firm.insert(0, bracketed)
        loose = [*(rule(whole, stated) for rule in rules), parted, self._listed(whole, stated, unit)]
        found = [run for run in firm if run is not None and self.is_likely(run, unit, _FIRMLY)]
        found += [run for run in loose if run is not None and self.is_likely(run, unit)]
        return found[0] if found else None

    def exceeding(self, whole: int, run: Run | None, unit: str, lines: Lines) -> Run | None:
        """Return the lines right below a whole that come to more than it, and are of kinds that share nothing."""
        if run is None or not run.follows:
            return None
        more = self.measures.sum(run, unit).above(self.measures.mention(whole, unit).figure.interval)
        return run if more and not lines.may_overlap(run) and self.is_likely(run, unit) else None

    def classified(self, whole: int, stated: list[int], unit: str) -> Run | None:
        """Return the list that says by what it divides the whole, and does not add up to it."""
        run = self._classified(whole, stated) if len(stated) > 1 else None
        return run if run is not None and self.is_likely(run, unit) else None

    def added_up(self, whole: int, stated: list[int], unit: str) -> Run | None:
        """Return the parts that a whole adds up and does not come to; `stated` are the items before the whole."""
        sentence = self.reading.mentions[self.items[whole].first].sentence
        number = self._number_before(whole) or 0
        here, near = ([at for at in stated if sentence - apart <= self._sentence(at)] for apart in (0, 1))
        if len(here) > 1:
            parts = here
        elif len(near) > 1 and _IT_ADDS_UP.match(self.reading.lead(self.items[whole].first, 80)):
            parts = near
        elif number == len(near) or (number == len(stated) and self._is_alone(stated)):
            parts = stated[-number:]
        else:
            return None
        run = Run(whole, tuple(parts))
        opened = any(cues.OPENING.search(self.measures.gap(one, other)) for one, other in pairwise(parts))
        factor = _FIRMLY if number == len(parts) else _LOOSELY
        return run if len(parts) > 1 and not opened and self.is_likely(run, unit, factor) else None

    def taken_up(self, whole: int, stated: list[int], unit: str) -> Run | None:
        """Return the row of figures that "the 39 projects" takes up: all that the text states before it."""
        if len(stated) < 3 or _DEFINITE.search(self.reading.before(self.items[whole].first, 12)) is None:
            return None
        run = Run(whole, tuple(stated))
        gaps = [self.measures.gap(one, other) for one, other in pairwise(stated)]
        in_a_row = self._sentence(stated[0]) == self._sentence(stated[-1]) == self._sentence(whole) - 1
        if not in_a_row or max(map(len, gaps)) > _SHORT or _AND.search(gaps[-1]) is None or self._has_examples(run):
            return None
        opened = cues.OPENING.search(self.reading.before(self.items[stated[0]].first, 60))
        return run if opened is None and self.is_likely(run, unit, _FIRMLY) else None

    def occasions(self, whole: int, following: list[int]) -> Run | None:
        """Return the totals of as many conferences as the words before a whole speak of, wherever they are told."""
        first = self.items[whole].first
        number = _number(self.reading.lead(first, 200), _OCCASIONS)
        units = self.items[whole].units
        if number is None or len(units) < 2 or cues.WITHIN.search(self.reading.lead(first, 20)):
            return None
        told = [at for at in following if all(self.items[at].measure(unit) is not None for unit in units)]
        held = [at for at in told if _OCCASION.search(self._sentences(at)) is not None]
        if len(told) != number or held != told or len({self._sentence(at) for at in told}) != number:
            return None
        run = Run(whole, tuple(told))
        return run if all(self.is_likely(run, unit) for unit in units) else None

    def _sentences(self, at: int) -> str:
        """Return the sentence of an item, and the one before it."""
        sentences, number = self.reading.release.sentences, self._sentence(at)
        return self.reading.release.text[sentences[max(0, number - 1)].start : sentences[number].end]

    # --- the rules ------------------------------------------------------------------------------------------------

    def _up_to_the_rest(self, whole: int, stated: list[int]) -> Run | None:
        """Return the list whose last part is the rest."""
        for index in range(1, min(len(stated), 6)):
            if cues.REMAINING.search(self.measures.gap(stated[index] - 1, stated[index])):
                run = Run(whole, tuple(stated[: index + 1]))
                return run if self._is_whole(run) or self._opens_paragraph(run) else None
        return None

    def _of_opposites(self, whole: int, stated: list[int]) -> Run | None:
        """Return the list of two kinds of which everything is one or the other."""
        run = Run(whole, tuple(stated[:2]))
        if not self._is_whole(run) or not self.measures.is_opposed(run) or self.measures.goes_on(run, stated):
            return None
        return run if len(self.measures.gap(*run.parts)) <= 100 else None

    def _counted(self, whole: int, stated: list[int]) -> Run | None:
        """Return the list that has as many parts as the words say: three cities signed, and then three figures."""
        number = self._number_before(whole) or self._number_after(whole, stated[0])
        if number is None or len(stated) < number:
            return None
        run = Run(whole, tuple(stated[:number]))
        if self._is_followed_by_more(run) or (
            self._paragraphs(run) > 1
            or self.measures.goes_on(run, stated)
            or self._sentence(stated[number - 1]) > (self._sentence(stated[0]) + number - 1)
        ):
            return None
        return run

    def _classified(self, whole: int, stated: list[int]) -> Run | None:
        """Return the list after "by sector" or 按产业 that fills its sentence, of parts that are not told by size."""
        parts = [at for at in stated if self._sentence(at) == self._sentence(stated[0])]
        for start, at in enumerate(parts):
            if start and cues.CLASSIFIED.search(self.reading.before(self.items[at].first, 60)):
                parts = parts[:start]
                break
        run = Run(whole, tuple(parts))
        if len(parts) < 2 or not cues.CLASSIFIED.search(self.reading.before(self.items[parts[0]].first, 60)):
            return None
        return None if any(self.measures.is_criterion(at) for at in parts) or self._has_examples(run) else run

    def _in_brackets(self, whole: int, stated: list[int]) -> Run | None:
        """Return the list that stands in brackets behind its whole."""
        run = Run(whole, tuple(at for at in stated if self.measures.owners.get(at) == whole))
        return run if len(run.parts) > 1 and not self._has_examples(run) else None

    def _from_places(self, whole: int, stated: list[int], unit: str) -> Run | None:
        """Return the two parts after "of which" that come from two places, and to more than their whole."""
        run = Run(whole, tuple(stated[:2]))
        behind = [_FROM.match(self.reading.after(self.items[at].last, 60)) for at in run.parts]
        named = {each["place"] for each in behind if each is not None}
        if len(named) < 2 or cues.PARTED.search(self.measures.lead(run)) is None or self._paragraphs(run) > 1:
            return None
        more = self.measures.sum(run, unit).above(self.measures.mention(whole, unit).figure.interval)
        return run if more and not any(map(holds, named, reversed(list(named)))) else None

    def _parted(self, whole: int, stated: list[int]) -> Run | None:
        """Return the list after "of which" of three or more kinds that nothing else belongs to, to its full stop."""
        parts = stated[:1]
        for at in stated[1:]:
            if _FULL_STOP.search(self.measures.gap(parts[-1], at)) is not None:
                break
            parts.append(at)
        run = Run(whole, tuple(parts))
        if len(parts) < 3 or cues.PARTED.search(self.measures.lead(run)) is None or self._paragraphs(run) > 2:
            return None
        around = [self.measures.around(self.items[at]) for at in parts]
        if any(cues.MAY_OVERLAP.search(words) for words in around) or self._has_examples(run):
            return None
        if any(cues.OF_INVESTORS.search(words) for words in around) or self._is_followed_by_more(run):
            return None
        short = all(len(self.measures.gap(one, other)) <= _SHORT for one, other in pairwise(parts))
        goes_on = len(stated) > len(parts) and self._is_beside(parts[-1], stated[len(parts)])
        criterion = any(self.measures.is_criterion(at) for at in parts)
        return run if short and not goes_on and not criterion and self._is_last_before(whole, stated) else None

    def _is_followed_by_more(self, run: Run) -> bool:
        """Return whether the words behind a list, without a figure, say that there is more."""
        return cues.NOT_ALL.search(self.reading.after(self.items[run.parts[-1]].last, 60)) is not None

    def _is_last_before(self, whole: int, stated: list[int]) -> bool:
        return self._sentence(stated[0]) - self._sentence(whole) <= 1

    def _is_beside(self, one: int, other: int) -> bool:
        """Return whether an item stands in the paragraph of another."""
        first, second = self.items[one].last, self.items[other].first
        return self.reading.paragraph(first) == self.reading.paragraph(second)

    def _is_alone(self, stated: list[int]) -> bool:
        """Return whether items are told in few paragraphs."""
        return self.reading.paragraph(self.items[stated[-1]].last) - self.reading.paragraph(
            self.items[stated[0]].first
        ) <= len(stated)

    def _shared(self, whole: int, stated: list[int]) -> Run | None:
        """Return the list whose parts have shares that make up 100 percent."""
        added = Interval.exactly(0)
        for index, at in enumerate(stated[:8]):
            behind = self.items[at].last + 1
            if behind >= len(self.reading.mentions) or self.reading.mentions[behind].kind is not Kind.PERCENT:
                return None
            added += self.reading.mentions[behind].figure.interval
            if index and added.meets(_ALL):
                return Run(whole, tuple(stated[: index + 1]))
        return None

    def _in_a_row(self, whole: int, stated: list[int]) -> Run | None:
        """Return the list of figures that stand side by side and belong to names respectively."""
        parts = stated[:1]
        for at in stated[1:]:
            if _SIDE_BY_SIDE.fullmatch(self.measures.gap(parts[-1], at)) is None:
                break
            parts.append(at)
        run = Run(whole, tuple(parts))
        beside = _SIDE_BY_SIDE.fullmatch(self.measures.gap(whole, parts[0])) is not None
        if len(parts) < 2 or beside or self._paragraphs(run) > 1:
            return None
        words = self.reading.lead(self.items[parts[0]].first, 40) + self.reading.after(self.items[parts[-1]].last, 60)
        return run if _RESPECTIVELY.search(words) and self._sentence(parts[0]) - self._sentence(whole) <= 1 else None

    def _listed(self, whole: int, stated: list[int], unit: str) -> Run | None:
        """Return the list after "comprise" or a colon, of counts, or of as many parts as the whole is said to have."""
        count = self.items[whole].count
        number = 0 if count is None else int(self.reading.mentions[count].figure.value)
        parts = [at for at in stated if self._sentence(at) == self._sentence(stated[0])]
        if len(parts) == 1 < number <= len(stated):
            parts = stated[:number]
        run = Run(whole, tuple(parts))
        lead = self.measures.lead(run)
        in_lines = len(parts) == number and cues.COLON.search(lead) is not None
        if len(parts) < 2:
            return None
        if self._follows_directly(run) and self._is_short(run):
            return run
        if not (cues.CLOSED.search(lead) or cues.COLON.search(lead)):
            return None
        if not (in_lines or self._is_whole(run)) or self._has_examples(run):
            return None
        return run if len(parts) == number or unit == COUNT or cues.COLON.search(lead) or self._is_short(run) else None

    def _is_short(self, run: Run) -> bool:
        """Return whether a list stands with its whole in one sentence, in so few words that it passes over nothing."""
        gaps = [self.measures.gap(one, other) for one, other in pairwise(run.parts)]
        return (
            self._sentence(run.whole) == self._sentence(run.parts[-1])
            and all(len(gap) <= _SHORT for gap in gaps)
            and _AND.search(gaps[-1]) is not None
        )

    def _follows_directly(self, run: Run) -> bool:
        """Return whether a list follows a total with nothing but a comma between them."""
        opening = self.reading.before(self.items[run.whole].first, 40)
        return cues.TOTAL.search(opening) is not None and _DIRECTLY.fullmatch(self.measures.lead(run)) is not None

    # --- what they have in common ---------------------------------------------------------------------------------

    def is_likely(self, run: Run, unit: str, factor: Fraction | None = None) -> bool:
        """Return whether a list that does not add up may be meant to: no part is all, and together they are near."""
        whole = self.measures.mention(run.whole, unit).figure
        parts = [self.measures.mention(at, unit).figure.value for at in run.parts]
        if self.measures.sum(run, unit).width is None or self._leaves_a_rest(run):
            return False
        return max(parts) < whole.value and self.measures.is_near(run, unit, factor or _LOOSELY)

    def _leaves_a_rest(self, run: Run) -> bool:
        """Return whether the parts have shares, each its own, that are said to be less than all."""
        behind = [self.items[at].last + 1 for at in run.parts]
        shares = [self.reading.mentions[n] for n in behind if n < len(self.reading.mentions)]
        if len(shares) < len(run.parts) or any(share.kind is not Kind.PERCENT for share in shares):
            return False
        return _ALL.above(Interval.sum(share.figure.interval for share in shares))

    def _falls_short(self, run: Run, unit: str) -> bool:
        """Return whether parts come to less than the whole, of which others may be left out."""
        return self.measures.mention(run.whole, unit).figure.interval.above(self.measures.sum(run, unit))

    def _is_whole(self, run: Run) -> bool:
        """Return whether the words name the whole as one: a total, and then "of which"."""
        lead = self.measures.lead(run)
        if cues.EXAMPLES.search(lead) or self._paragraphs(run) > 1:
            return False
        opening = self.reading.before(self.items[run.whole].first, 60)
        if cues.OPENING.search(opening) and not cues.OF_THE_WHOLE.search(opening):
            return False
        named = cues.CLOSED.search(lead) or cues.OPENING.search(lead) or cues.TOTAL.search(opening + lead[:40])
        return bool(named or lead.lstrip().startswith("中") or cues.OF_THE_WHOLE.search(opening))

    def _opens_paragraph(self, run: Run) -> bool:
        """Return whether the whole stands in a sentence of its own, before those of the parts."""
        return (
            self._paragraphs(run) == 1
            and self._sentence(run.whole) != self._sentence(run.parts[0])
            and not cues.OPENING.search(self.reading.lead(self.items[run.whole].first, 40))
        )

    def _has_examples(self, run: Run) -> bool:
        behind = self.reading.after(self.items[run.parts[-1]].last, 30)
        return bool(cues.EXAMPLES.search(self.measures.lead(run)) or cues.EXAMPLES.search(behind) or "等" in behind)

    def _number_before(self, whole: int) -> int | None:
        return _number(self.reading.before(self.items[whole].first, 60))

    def _number_after(self, whole: int, part: int) -> int | None:
        return _number(self.measures.gap(whole, part))

    def _paragraphs(self, run: Run) -> int:
        first, last = self.items[run.whole].first, self.items[run.parts[-1]].last
        return self.reading.paragraph(last) - self.reading.paragraph(first) + 1

    def _sentence(self, at: int) -> int:
        return self.reading.mentions[self.items[at].first].sentence


def _number(text: str, words: re.Pattern[str] = _HOW_MANY) -> int | None:
    """Return how many cities, conferences or kinds a text speaks of; None where it does not say."""
    found = words.search(text)
    return None if found is None else _NUMBERS[(found["en"] or found["stops"] or found["zh"]).lower()]
