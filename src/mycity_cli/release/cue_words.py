"""The words that a relation rests on: where they stand that say what its figures have to do with each other."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from mycity_cli.expressions import expression
from mycity_cli.release.assertions.conversions import SAME
from mycity_cli.release.assertions.exceeds import MORE
from mycity_cli.release.assertions.others import OTHERS
from mycity_cli.release.assertions.shares import APPOSED, OF, SHARE_BEHIND, TARGET, row_of
from mycity_cli.release.findings import Candidate, Mention, RelationKind
from mycity_cli.release.items import Items
from mycity_cli.release.lexicon import cue
from mycity_cli.release.reading import Reading

_ARTICLE = expression(
    r"\b(?:of|among)(?: (?:the|these|those|its|all))?(?=\s+\Z)"
    r"|\b(?:the|these|those|all(?: of)?(?: the)?|this|that)(?=\s+(?:above\s+)?\Z)"
    r"|(?:这|该|此次|上述|以上|全部|在)(?:批|次)?(?=\s*\Z)",
    re.IGNORECASE,
)
_SIGN = expression(r"[+＋−–-](?=\s?\Z)")


class _Stretch(NamedTuple):
    """A stretch of the text, from and up to, in which words are looked for."""

    text: str
    start: int
    end: int

    def first(self, pattern: re.Pattern[str]) -> tuple[int, int] | None:
        """Return where a pattern is found first."""
        found = pattern.search(self.text, self.start, self.end)
        return None if found is None else found.span()

    def last(self, pattern: re.Pattern[str]) -> tuple[int, int] | None:
        """Return where a pattern is found last."""
        spans = [found.span() for found in pattern.finditer(self.text, self.start, self.end)]
        return spans[-1] if spans else None


Where = tuple[int, int] | None


class CueWords:
    """The words that the relations of a release rest on."""

    def __init__(self, reading: Reading, items: Items) -> None:
        self.reading, self.items = reading, items

    def of(self, candidate: Candidate) -> tuple[tuple[int, int], ...]:
        """Return the places in the text of the words that a relation rests on, in the order of the text."""
        match candidate.kind:
            case RelationKind.SUM:
                found = self._of_sum(candidate)
            case RelationKind.EXCEEDS:
                found = [self._more(*candidate.terms[:2])]
            case RelationKind.CONVERSION:
                found = [self._gap(candidate.terms[0], self._result(candidate)).first(SAME)]
            case _:
                find = {
                    RelationKind.SHARE: self._share,
                    RelationKind.GROWTH: self._growth,
                    RelationKind.AVERAGE: self._average,
                    RelationKind.RESTATED: self._restated,
                }[candidate.kind]
                found = [find(self._result(candidate))]
        spans = sorted(
            {self._stripped(*each) for each in found if each is not None}, key=lambda each: (each[0], -each[1])
        )
        ends = accumulate((end for _, end in spans), max, initial=0)
        return tuple(each for each, before in zip(spans, ends, strict=False) if each[1] > max(each[0], before))

    def _stripped(self, start: int, end: int) -> tuple[int, int]:
        """Return a place without the space and the brackets around the words; nothing is left of what is none."""
        words = self.reading.release.text[start:end]
        start += len(words) - len(words.lstrip(" \t\n\u3000(（"))
        return (start, max(start, end - len(words) + len(words.rstrip())))

    @staticmethod
    def _result(candidate: Candidate) -> int:
        return candidate.terms[-1] if candidate.result is None else candidate.result

    # --- where words are looked for ---------------------------------------------------------------------------------

    def _before(self, number: int, most: int) -> _Stretch:
        end = self._mention(number).start
        return _Stretch(self.reading.release.text, end - len(self.reading.before(number, most)), end)

    def _after(self, number: int, most: int) -> _Stretch:
        start = self._mention(number).end
        return _Stretch(self.reading.release.text, start, start + len(self.reading.after(number, most)))

    def _gap(self, one: int, other: int, most: int = 160) -> _Stretch:
        start, end = self._mention(one).end, self._mention(other).start
        return _Stretch(self.reading.release.text, max(start, end - most), max(start, end))

    def _mention(self, number: int) -> Mention:
        return self.reading.mentions[number]

    def _first(self, number: int) -> int:
        return self.items.of[number].first if number in self.items.of else number

    def _last(self, number: int) -> int:
        return self.items.of[number].last if number in self.items.of else number

    # --- the words of each kind -------------------------------------------------------------------------------------

    def _of_sum(self, candidate: Candidate) -> list[Where]:
        whole, terms = self._result(candidate), sorted(candidate.terms)
        others = self._before(whole, 60).first(OTHERS)
        if others is not None:
            return [others]
        last = self._last(terms[-1])
        if terms[-1] < whole:
            return [self._adding_up(whole), self._after(last, 20).first(cue("respectively"))]
        lead = self._gap(self._last(whole), self._first(terms[0]), 120)
        opened = (lead.last(cue(meaning)) for meaning in ("belongs", "closed", "parts"))
        rest = self._gap(self._last(terms[-2]), self._first(terms[-1])).first(cue("rest")) if len(terms) > 1 else None
        respectively = lead.first(cue("respectively")) or self._after(last, 20).first(cue("respectively"))
        return [next((each for each in opened if each is not None), None), respectively, rest]

    def _adding_up(self, whole: int) -> Where:
        """Return the words beside a total that say that it adds up what stands before it."""
        first = self._first(whole)
        return (
            self._before(first, 80).last(cue("together"))
            or self._after(self._last(whole), 30).first(cue("together"))
            or self._before(first, 60).last(_ARTICLE)
            or self._before(first, 60).last(cue("total"))
        )

    def _share(self, number: int) -> Where:
        first, last = row_of(self.reading, number)
        of = OF.match(self.reading.release.text, *self._after(last, 80)[1:])
        if of is not None:
            return of.start(), of.start("whole")
        lead = _Stretch(self.reading.release.text, *self._lead(first, 60))
        before = self._before(first, 60)
        return (
            lead.last(cue("share"))
            or lead.last(TARGET)
            or self._after(last, 80).first(SHARE_BEHIND)
            or before.last(APPOSED)
        )

    def _lead(self, number: int, most: int) -> tuple[int, int]:
        end = self._mention(number).start
        return end - len(self.reading.lead(number, most)), end

    def _growth(self, number: int) -> Where:
        """Return the word for a rise or a fall that stands nearest to a percentage."""
        before, after = self._before(number, 45), self._after(number, 45)
        either = cue("rising", "falling")
        one, other = before.last(either), after.first(either)
        if one is not None and other is not None:
            return one if before.end - one[1] <= other[0] - after.start else other
        lead = _Stretch(self.reading.release.text, *self._lead(number, 45))
        return one or other or before.last(_SIGN) or lead.last(either)

    def _average(self, number: int) -> Where:
        either = cue("average", "each")
        lead = _Stretch(self.reading.release.text, *self._lead(number, 120))
        return self._before(number, 90).last(either) or self._after(number, 50).first(either) or lead.last(either)

    def _restated(self, number: int) -> Where:
        return self._before(number, 24).last(_ARTICLE)

    def _more(self, left: int, right: int) -> Where:
        found = self._before(right, 100).last(MORE) if right > left else None
        return found or self._after(left, 100).first(MORE)
