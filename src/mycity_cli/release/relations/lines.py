"""Lists and tables: the parts that stand in lines below a total, or above a row that is their total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mycity_cli.release.figures.units import is_row, is_rule
from mycity_cli.release.reading import Reading
from mycity_cli.release.relations import cues
from mycity_cli.release.relations.runs import Measures, Run
from mycity_cli.release.sentences import is_list_item

_TOTAL = re.compile(
    r"[\s|*_]*(?:(?:grand )?total|sum|overall|altogether|in all|all|合计|总计|共计|总数)\b", re.IGNORECASE
)
_WITHIN = re.compile(r"[\s|*_·-]*(?:of which|including|of them|其中|含)", re.IGNORECASE)


class Lines:
    """The lists and tables of one release that hold the items of sums, a line or a row for each."""

    def __init__(self, reading: Reading, measures: Measures) -> None:
        self.reading = reading
        self.measures = measures
        self.items = measures.items
        self._is_line: dict[int, bool] = {}

    def holds(self, at: int) -> bool:
        """Return whether an item stands in a line of a list or table."""
        return self._line(self._sentence(at))

    def below(self, whole: int, stated: list[int]) -> Run | None:
        """Return the first item of each line of a list or table that follows a whole; `stated` are those behind it.

        The run `follows` where nothing but the heading of the table stands between it and the sentence of the whole.
        """
        own = self._sentence(whole)
        if self._line(own) and not self._is_total(whole):
            return None
        parts = list(self._one_each(stated))
        if len(parts) < 2 or parts[0] != stated[0]:
            return None
        between = [n for n in range(own + 1, self._sentence(parts[0])) if not self._line(n)]
        return Run(whole, tuple(parts), not between) if len(between) <= 1 else None

    def above(self, whole: int, stated: list[int]) -> Run | None:
        """Return the first item of each row above a row that is called the total; `stated` are those before it."""
        if not self._line(self._sentence(whole)) or not self._is_total(whole):
            return None
        parts = list(self._one_each(stated[::-1], firsts=False))[::-1]
        adjoins = bool(parts) and all(map(self._line, range(self._sentence(parts[-1]), self._sentence(whole))))
        return Run(whole, tuple(parts)) if len(parts) > 1 and adjoins else None

    def may_overlap(self, run: Run) -> bool:
        """Return whether a kind of parts may hold what others of the list hold too, or the list is of examples."""
        around = [self.measures.around(self.items[at]) for at in run.parts]
        return any(cues.MAY_OVERLAP.search(words) for words in around) or bool(
            cues.EXAMPLES.search(self.measures.lead(run))
        )

    def _one_each(self, stated: list[int], *, firsts: bool = True) -> Iterator[int]:
        """Yield the first item of each line, as long as one line follows the other and none is a total."""
        found: dict[int, int] = {}
        last = None
        for at in stated:
            here = self._sentence(at)
            if not self._line(here) or self._is_total(at):
                break
            if last is not None and not all(map(self._line, range(min(last, here), max(last, here)))):
                break
            last = here
            if not _WITHIN.match(self._label(at)):
                found[here] = found.get(here, at) if firsts else at
        yield from found.values()

    def _line(self, sentence: int) -> bool:
        """Return whether a sentence is a line of a list, or a row of a table."""
        if sentence not in self._is_line:
            found = self.reading.release.sentences[sentence]
            text = self.reading.release.text
            row = is_row(text[found.start : found.end]) or is_rule(text[found.start : found.end])
            self._is_line[sentence] = row or is_list_item(text, found.start, found.end)
        return self._is_line[sentence]

    def _is_total(self, at: int) -> bool:
        return _TOTAL.match(self._label(at)) is not None

    def _label(self, at: int) -> str:
        """Return what stands before the first figure of an item in its line."""
        first = self.items[at].first
        return self.reading.release.text[self.reading.sentence(first).start : self.reading.mentions[first].start]

    def _sentence(self, at: int) -> int:
        return self.reading.mentions[self.items[at].first].sentence
