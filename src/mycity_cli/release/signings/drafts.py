"""Signings as the sentences of a release state them, one after the other."""

from __future__ import annotations

import re

from mycity_cli.release.findings import Kind
from mycity_cli.release.signings.amounts import Amounts
from mycity_cli.release.signings.bare import is_event_before, is_sum_of_others, is_sum_signed
from mycity_cli.release.signings.breakdown import breaks_down, is_kind_of_money
from mycity_cli.release.signings.evidence import amounts_that_fit, counts_added_to, counts_that_fit
from mycity_cli.release.signings.lists import are_beside, is_row
from mycity_cli.release.signings.reading import Draft, Reading
from mycity_cli.release.signings.standing import Standing, is_listed_after, standing
from mycity_cli.release.signings.words import words_of

_REACH = 2
"""How many sentences after a signing the figures of its breakdown are still read as signed."""

_CORRECTION = 160
"""How far behind a figure that is taken back the words for that stand."""
_FAR = 5
"""The same, where a sentence begins with words that refer back to them; a few lines may tell when and where."""
_MOST_NEAR = 40
_SHARE = re.compile(r"占|account(?:s|ed|ing) for|(?:percent|per cent|%) of")
_ONE_OF = re.compile(r"\bof\b|其中|之一")
_ONE_OF_THEM = re.compile(r"\b(?:\w+est|one|each|any|most|first|last) (?:one )?of (?:the|these|its) $", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|another|further)\b|另有|还有|另外", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:\b(?:that|this|which|it all|together they) (?:makes?|made|adds? up to|comes? to|came to)(?: up)?"
    r"|\b(?:total|altogether|together|in all)\b(?: of| (?:comes?|came|amounts?|amounted|stands|rises|rose) to"
    r"| is| was| reached| (?:\w+ )?(?:stands|stood) at)?"
    r"|合计|共计|总计|共|相加|加起来|合起来)[*_]{0,2}(?:\s*\||[:：,，])?\s?[*_]{0,2}$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:\b(?:up|down|increase|rise|decrease|drop|growth|gain) (?:of|by)|\bby|\badding"
    r"|增加|增长|减少|净增|[多少][签引揽]?)(?:了)?\s?$"
)
"""What stands before the number by which another grew."""

_FORMER_EVENT = re.compile(
    r"\s(?:(?:signed|agreed|agreed on|reached|sealed) )?(?:of|at|from|in|during) (?:the )?"
    r"(?:(?:last|previous|preceding) (?:year['’]s|edition|conference|fair|event|session)"
    r"|(?:edition|conference|fair|event|session|forum) (?:of|in) (?:19|20)\d\d)"
)
_FORMER_LEAD = re.compile(
    r"\W*(?:(?:at|in|during|for) )?(?:the )?(?:(?:last|previous|preceding) (?:year|edition|conference|fair|event"
    r"|session|forum|time)|(?:a|one) year (?:ago|earlier|before)|year before"
    r"|(?:19|20)\d\d (?:edition|conference|fair|event) had)\b"
    r"|\W*[而与在]?(?:去年|上年|上届|上一届|前一年|上一年)",
    re.IGNORECASE,
)
"""What a sentence about an earlier signing begins with."""
_EXCEEDING = re.compile(r"\b(?:exceed\w*|surpass\w*|than|above|beat\w*|top(?:s|ped|ping)) the $", re.IGNORECASE)
_BRACKET = re.compile(r"[(（]")
_OF_YEAR = re.compile(r"\s(?:of|in|from) (?:19|20)\d\d\b")
_THAN = re.compile(r"\s*(?:more|fewer|less)\b[^,;]{0,20}\bthan\b")
_BREAKS_DOWN = re.compile(r"By [a-z][\w -]{2,24},|按[^，,。；]{1,10}[，,]|[从分][^，,。；]{1,8}[看分][，,]")
_RETRACTED = re.compile(
    r"\b(?:we|report|article|version|headline|story|item)\b[^.;]{0,60}\b(?:wrote|reported|said|stated|gave|put|read)\b"
    r"[^.;]{0,80}$|\b(?:not|instead of|rather than) $",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed))"
    r" (?:[\w-]+ ){0,4}(?:that|of|about)\b[^.;]{0,80}$"
    r"|(?:否认|辟谣|网传|传言|不实)[^。；]{0,40}$",
    re.IGNORECASE,
)
"""What stands before a figure that is only rumoured."""
_CORRECTED = re.compile(
    r"\b(?:in error|wrong(?:ly)?|in fact|correct(?:ly|ed|ion)?|apologi[sz]e|should (?:be|read|have)|mistake\w*"
    r"|erroneous\w*)\b",
    re.IGNORECASE,
)
_CORRECTED_TO = re.compile(r"[^。]{0,60}(?:应为|应是|更正为|应当是|改为)")
"""What follows a figure that is taken back: “签约46个”应为“签约42个”."""
_LABELLED = re.compile(
    r"\W*(?:number of )?(?:signed )?(?:"
    r"(?:projects|contracts|deals|agreements)\b|(?:签约)?(?:项目|合同|协议))[^:：\n\d]{0,10}[:：][^:：\n]{0,20}",
    re.IGNORECASE,
)
_EACH = re.compile(r"各(?:有|签约?)?$|\beach (?:signed |with |contributing )?$")
_SORTS = re.compile(r"[两二三四五六七八]项")
_OF_THEM = re.compile(r"\bof (?:the|them|those|these|which)\b")


class Drafting:
    """Collects what the sentences of a release state."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self._amounts = Amounts(reading)
        self._last_signed: int | None = None
        self._opened: int | None = None
        self._last_count: int | None = None
        self._last_standing: Standing | None = None

    def run(self) -> list[Draft]:
        """Return the signings that the sentences state, in the order of the text."""
        for sentence in range(len(self.reading.release.sentences)):
            if self.reading.by_sentence[sentence]:
                self._read(sentence)
            elif self.reading.speaks_of_signing(sentence):
                self._opened = sentence
        return self.drafts

    def _read(self, sentence: int) -> None:
        new = self._counted(sentence)
        self._amounts.pair(sentence, new, self.drafts[-_MOST_NEAR:])
        self._amounts.carry_on(sentence, self.drafts[-_MOST_NEAR:])
        if self._last_signed is None:
            # Only that projects were signed is known, not which: those of a list come with their amounts.
            for draft in new:
                draft.kept = draft.kept and (
                    not draft.inherited or draft.amount is not None or self._is_labelled(draft)
                )
        found = [draft for draft in new if draft.kept]
        found += self._bare(sentence, found)
        self._add_what_fits(sentence, new, found)
        found.sort(key=lambda draft: draft.at)
        self.drafts += found
        if found:
            self._last_signed = sentence
        elif self.reading.release.sentences[sentence].heading and self.reading.speaks_of_signing(sentence):
            self._opened = sentence

    def _counted(self, sentence: int) -> list[Draft]:
        """Return a draft for each count of a sentence, whether it was signed or not."""
        found: list[Draft] = []
        for n in filter(self._is_stated, self.reading.counts(sentence)):
            stand = self._standing(n)
            signed_here = any(draft.kept for draft in found)
            inherited = stand is Standing.OPEN and (signed_here or self._within_reach(sentence))
            part = (
                (inherited and self._last_signed is not None)
                or any(draft.part for draft in found)
                or self._is_part(n, first=not found)
                or (not found and self._carries_list_on(sentence))
            )
            if inherited and not found and self._is_next_item(sentence):
                part = self.drafts[-1].part
            draft = Draft(sentence, self.reading.mentions[n].start, n, None, part=part, inherited=inherited)
            if inherited and self._is_total(n):
                draft.part = part = False
            draft.former = self._is_former(n, found)
            draft.part = part and not draft.former
            signed = stand is Standing.SIGNED or inherited
            draft.kept = signed and not self._is_single(n) and not self._is_taken_back(n)
            if inherited and part and self._is_more_than_all(n):
                draft.kept = False
            found.append(draft)
        return found

    def _standing(self, n: int) -> Standing:
        """Return the standing of a count; one that is only listed after another has that of the other."""
        stand = standing(self.reading, n)
        if stand is Standing.OTHER and _BREAKS_DOWN.match(self.reading.text, self.reading.sentence(n).start):
            stand = Standing.OPEN
        listed = self._last_count is not None and is_listed_after(self.reading, self._last_count, n)
        if self._last_standing is not None and (listed or (stand is Standing.OPEN and self._is_other)):
            stand = self._last_standing
        self._last_count, self._last_standing = n, stand
        return stand

    @property
    def _is_other(self) -> bool:
        return self._last_standing is Standing.OTHER

    def _within_reach(self, sentence: int) -> bool:
        """Return whether a sentence stands near enough to a signing to speak of it still."""
        near = [each for each in (self._last_signed, self._opened) if each is not None]
        if not near:
            return False
        if self._takes_up_a_whole(sentence):
            return True
        sentences = self.reading.release.sentences
        start, language = sentences[sentence].start, sentences[sentence].language
        told_of = words_of(language).back.match(self.reading.text, start) or is_row(self.reading, sentence)
        if told_of and sentence - max(near) <= _FAR:
            return True
        return sentence - max(near) <= _REACH or sentences[max(near)].paragraph == sentences[sentence].paragraph

    def _takes_up_a_whole(self, sentence: int) -> bool:
        """Return whether a sentence states again how many projects were signed, and goes on about those."""
        mentions, whole = self.reading.mentions, self.reading.release.sentences[sentence]
        if words_of(whole.language).part.search(self.reading.text, whole.start, whole.end) is None:
            return False
        told = {
            mentions[each.projects].figure.value
            for each in self.drafts[-_MOST_NEAR:]
            if each.projects is not None and not each.part
        }
        first = self.reading.counts(sentence)[:1]
        return any(
            mentions[n].figure.value in told
            and _ONE_OF_THEM.search(self.reading.text, whole.start, mentions[n].start) is None
            for n in first
        )

    def _is_stated(self, n: int) -> bool:
        """Return whether a count is a number of signings: not by how much it grew, not one that each of several has."""
        text, mention = self.reading.text, self.reading.mentions[n]
        lead = text[max(self.reading.sentence(n).start, mention.start - 24) : mention.start]
        if _MORE.search(lead) or _THAN.match(text, mention.end) or _EACH.search(lead):
            return False
        return _SORTS.fullmatch(text, mention.start, mention.end) is None

    def _carries_list_on(self, sentence: int) -> bool:
        """Return whether the sentence before is a part of a list that a semicolon carries on."""
        if not self.drafts or not self.drafts[-1].part or self._last_signed != sentence - 1:
            return False
        return self.reading.text[self.reading.release.sentences[sentence - 1].end - 1] in ";；"

    def _is_labelled(self, draft: Draft) -> bool:
        """Return whether a count fills a line that is labelled with what it counts: `Projects: 27`."""
        sentence = self.reading.release.sentences[draft.sentence]
        end = max(self.reading.mentions[n].end for n in draft.mentions)
        return _LABELLED.fullmatch(self.reading.text, sentence.start, end) is not None

    def _is_next_item(self, sentence: int) -> bool:
        """Return whether a sentence stands in a list beside the one that stated the last signing."""
        return bool(self.drafts) and are_beside(self.reading, self.drafts[-1].sentence, sentence)

    def _is_more_than_all(self, n: int) -> bool:
        """Return whether a count is greater than every signing stated before it, and so a part of none."""
        mentions, near = self.reading.mentions, self.drafts[-_MOST_NEAR:]
        counts = [draft.projects for draft in near if draft.projects is not None and not draft.part]
        wholes = [mentions[each].figure.value for each in counts]
        return bool(wholes) and mentions[n].figure.value > max(wholes)

    def _is_taken_back(self, n: int) -> bool:
        """Return whether a figure is one that the release corrects."""
        text, mention, sentence = self.reading.text, self.reading.mentions[n], self.reading.sentence(n)
        if _DENIED.search(text[sentence.start : mention.start]) is not None:
            return True
        if sentence.language == "zh":
            return _CORRECTED_TO.match(text, mention.end, sentence.end) is not None
        if _RETRACTED.search(text[sentence.start : mention.start]) is None:
            return False
        return _CORRECTED.search(text, mention.end, mention.end + _CORRECTION) is not None

    def _is_single(self, n: int) -> bool:
        mention = self.reading.mentions[n]
        return mention.figure.value == 1 and not _ONE_OF.search(self.reading.text, mention.start, mention.end)

    def _is_part(self, n: int, *, first: bool) -> bool:
        """Return whether the words around a figure make it a part of one stated before."""
        reading, mention = self.reading, self.reading.mentions[n]
        words = reading.words(n)
        if _OF_THEM.search(reading.text, mention.start, mention.end + len(" of which")):
            return True
        later = [reading.mentions[k].start for k in reading.counts(mention.sentence) if k > n]
        rest = reading.text[mention.end : min([reading.sentence(n).end, *later])]
        if self._last_signed is not None and _SHARE.search(rest.split("；")[0]):
            return True
        own = reading.by_sentence[mention.sentence]
        before = [k for k in own if k < n and (k in reading.counts(mention.sentence) or mention.kind is Kind.MONEY)]
        if first or not before:
            lead = reading.text[reading.sentence(n).start : mention.start]
            goes_on = bool(self.drafts) and self.drafts[-1].part and _ALSO.search(lead) is not None
            return goes_on or words.back.search(lead) is not None
        return words.part.search(reading.text[reading.mentions[before[-1]].end : mention.end]) is not None

    def _is_total(self, n: int) -> bool:
        """Return whether a count follows a word for everything together, as the last line of a list does."""
        mention = self.reading.mentions[n]
        clauses = self.reading.clauses(mention.sentence)
        at = self.reading.clause_of(n)
        lead = self.reading.text[clauses[max(0, at - 1)].start : mention.start]
        return _TOTAL.search(lead) is not None

    def _is_former(self, n: int, so_far: list[Draft]) -> bool:
        """Return whether a figure is that of an earlier signing, stated for comparison."""
        reading, mention = self.reading, self.reading.mentions[n]
        numbers = reading.by_sentence[mention.sentence]
        at = numbers.index(n)
        if n in reading.former(mention.sentence):
            return True
        start = reading.mentions[numbers[at - 1]].end if at else reading.sentence(n).start
        if (
            at
            and any(d.former and numbers[at - 1] in d.mentions for d in so_far)
            and is_listed_after(reading, numbers[at - 1], n)
        ):
            return True
        clause = reading.clauses(mention.sentence)[reading.clause_of(n)]
        stop = reading.mentions[numbers[at + 1]].start if at + 1 < len(numbers) else clause.end
        words, text = reading.words(n), reading.text
        lead, rest = text[start : mention.start], text[mention.end : min(stop, clause.end)]
        rest = _BRACKET.split(rest)[0]  # 78.1亿元(去年72亿元): what opens there is said of the next
        if at and reading.mentions[numbers[at - 1]].kind is Kind.PERCENT and lead.strip().lower() == "from":
            return self._is_beside_signing(numbers[:at], so_far)  # up 14.2 percent from 25.3 billion yuan
        if not at:
            return self._opens_formerly(n) or _FORMER_EVENT.match(rest) is not None
        if _EXCEEDING.search(lead) and _OF_YEAR.match(rest):
            return True
        return words.former.search(lead) is not None or words.former.search(rest) is not None

    def _is_beside_signing(self, before: list[int], so_far: list[Draft]) -> bool:
        """Return whether one of the figures before another in its sentence is that of a signing."""
        signed = {n for draft in so_far if draft.kept for n in draft.mentions}
        return any(n in signed or n in self._amounts.used for n in before)

    def _opens_formerly(self, n: int) -> bool:
        """Return whether the sentence of its first figure begins with words for an earlier event or year."""
        sentence, mention = self.reading.sentence(n), self.reading.mentions[n]
        first = n == self.reading.by_sentence[mention.sentence][0]
        return (
            first and bool(self.drafts) and bool(_FORMER_LEAD.match(self.reading.text, sentence.start, mention.start))
        )

    def _bare(self, sentence: int, counted: list[Draft]) -> list[Draft]:
        """Return a draft for each amount of a sentence that was signed, but is the worth of nothing counted."""
        found: list[Draft] = []
        for n in self._amounts.left(sentence):
            known = self._last_signed is not None or bool(found) or bool(counted)
            former = known and self._is_former(n, found)
            if known and is_event_before(self.reading, n):
                former = True
            elif former and self._opens_formerly(n) and not is_sum_signed(self.reading, n, known=known):
                continue
            before = [k for k in self.reading.by_sentence[sentence] if k < n]
            former = former and (not before or self._is_beside_signing(before, [*counted, *found]))
            if former or is_sum_signed(self.reading, n, known=known):
                part = not former and (bool(found and found[-1].part) or self._is_part(n, first=not found))
                found.append(Draft(sentence, self.reading.mentions[n].start, None, n, part=part, former=former))
                self._amounts.used.add(n)
                if not part and not former:
                    self._amounts.whole = n
        return found

    def _is_next(self, sentence: int) -> bool:
        """Return whether a sentence follows, in its paragraph or the next one, a signing or a part of one."""
        return self._last_signed is None or sentence - self._last_signed <= 1

    def _add_what_fits(self, sentence: int, new: list[Draft], found: list[Draft]) -> None:
        """Add the figures of a sentence that, by their numbers, break down a signing stated before."""
        told = self.drafts[-_MOST_NEAR:]
        near = [draft for draft in (*told, *found) if sentence - draft.sentence <= _REACH]
        wholes = [draft for draft in near if not draft.part]
        for draft in counts_that_fit(self.reading, new, near):
            draft.part = True
            if not draft.kept:
                draft.kept = True
                found.append(draft)
        for draft in counts_added_to(self.reading, new, found, near):
            draft.part = draft.kept = True
            found.append(draft)
        left = [n for n in self._amounts.left(sentence) if not is_kind_of_money(self.reading, n)]
        left = [n for n in left if not is_sum_of_others(self.reading, n)]
        parts = amounts_that_fit(self.reading, left, wholes)
        whole = self._amounts.whole
        if not parts and whole is not None and self._is_next(sentence):
            parts = breaks_down(self.reading, left, whole)
        for n in parts:
            found.append(Draft(sentence, self.reading.mentions[n].start, None, n, part=True))
            self._amounts.used.add(n)
