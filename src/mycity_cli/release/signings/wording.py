"""What the words of a sentence say, and where they stand: each word of the lexicon with its meaning."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, cached_property, partial
from typing import NamedTuple

from mycity_cli.release.findings import Sentence
from mycity_cli.release.lexicon import patterns
from mycity_cli.release.reading import Reading

_BLOCKS = ("planned", "offered", "statistic", "other")
_MEANINGS = ("signed", "agreement", *_BLOCKS, "former", "period", "part", "back", "apart", "event", "fair")


class MeaningWord(NamedTuple):
    """A word of a sentence: where it stands, and what it means."""

    start: int
    end: int
    meaning: str


class Wording:
    """The words of one sentence."""

    def __init__(self, reading: Reading, number: int) -> None:
        self.sentence: Sentence = reading.release.sentences[number]
        self.words = patterns("signings.zh" if self.sentence.language == "zh" else "signings.en")
        self._reading = reading
        self._says: dict[str, bool] = {}

    @cached_property
    def said(self) -> list[MeaningWord]:
        """The words in the order of the text, without one of signing within another that denies it, as in `to sign`."""
        text, start, end = self._reading.release.text, self.sentence.start, self.sentence.end
        found = [
            MeaningWord(match.start(), match.end(), meaning)
            for meaning in _MEANINGS
            for match in self.words[meaning].finditer(text, start, end)
            if match.end() > match.start()
        ]
        blocks = sorted((each.start, each.end) for each in found if each.meaning in _BLOCKS)
        return sorted(each for each in found if each.meaning != "signed" or not _is_within(each, blocks))

    @cached_property
    def cuts(self) -> list[int]:
        """Where clauses begin: the start of the sentence, and behind each mark or word that parts two."""
        text, start, end = self._reading.release.text, self.sentence.start, self.sentence.end
        return [start, *(match.end() for match in self.words["cut"].finditer(text, start, end))]

    def says(self, meaning: str) -> bool:
        """Return whether a word of the sentence has a meaning."""
        if meaning not in self._says:
            text, start, end = self._reading.release.text, self.sentence.start, self.sentence.end
            self._says[meaning] = self.words[meaning].search(text, start, end) is not None
        return self._says[meaning]

    def clause(self, at: int) -> tuple[int, int]:
        """Return where the clause around a character begins and ends."""
        after = bisect_right(self.cuts, at)
        return self.cuts[after - 1], self.cuts[after] if after < len(self.cuts) else self.sentence.end

    def between(self, start: int, end: int, *meanings: str) -> list[MeaningWord]:
        """Return the words of some meanings that begin between two characters."""
        first, last = bisect_left(self.said, (start,)), bisect_left(self.said, (end,))
        return [each for each in self.said[first:last] if each.meaning in meanings]


class Wordings:
    """The words of a release, sentence by sentence."""

    def __init__(self, reading: Reading) -> None:
        self.of = cache(partial(Wording, reading))
        self._count = len(reading.release.sentences)

    def says(self, meaning: str) -> bool:
        """Return whether a word of the release has a meaning."""
        return any(self.of(number).says(meaning) for number in range(self._count))


def _is_within(each: MeaningWord, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (each.start, each.end))
    return any(start <= each.start and each.end <= end for start, end in spans[max(0, at - 2) : at + 1])
