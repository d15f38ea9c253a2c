"""Signings as single sentences state them: counts that were signed, each with its amount, and amounts on their own."""

from __future__ import annotations

import re

from mycity_cli.release.findings import Kind
from mycity_cli.release.signings.reading import Draft, Reading, Role
from mycity_cli.release.signings.standing import Standing, is_by_company, standing

_REACH = 2
"""How many sentences after a signing the figures of its breakdown are still read as signed."""

_LONGEST_GAP = 220
_RESPECTIVELY = re.compile(r"\brespectively\b|分别", re.IGNORECASE)
_SHARE = re.compile(r"占|account(?:s|ed|ing) for|(?:percent|per cent|%) of")
_ONE_OF = re.compile(r"\bof\b|其中|之一")
_DETACHED = re.compile(r"[,，].*(?:total|combined|altogether|aggregate|总|合计|共计)", re.IGNORECASE | re.DOTALL)
_AMOUNT_FIRST = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:worth of|in|for|across|into|from|through|on|covering|involving|under|of(?: \w+)? (?:investment )?(?:in|from)|,? via)\s*(?:a total of |the )?"
    r"|的|[，,]?(?:涉及|涵盖|共)?(?:项目)?"
)
_CARRIES_ON = re.compile(
    r"\s*(?:Their|Its|The|These|This|Those|They|It|Total|Together|Altogether|Overall|In (?:total|all)|With|Combined|Worth|Projects|Deals"
    r"|Contracts|总投资|投资总|协议|总额|合计|总金额|投资额|引资|这|该|项目|签约|共|计划|预计|涉及)"
)
_SUM_OF_MONEY = re.compile(
    r"\b(?:deals?|contracts?|agreements?|orders|pacts?|memorand(?:ums|a)|transactions|contracted (?:investment|value|amount)|contract (?:value|amount)s?)\b",
    re.IGNORECASE,
)
_INVESTMENT = re.compile(r"\b(?:investments?|funds|funding|capital)\b", re.IGNORECASE)
_SINGLE = re.compile(r"\ban?\s+(?:[\w-]+\s+){0,3}(?:deal|contract|agreement)\b(?!s)|\ban?\s*$", re.IGNORECASE)
_MONEY_SIGNED = re.compile(r"(?:签|合同|协议|成交|引资|订单|意向)[^，。；]{0,14}$")


class Drafting:
    """Collects what the sentences of a release state, one after the other."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        self._last_signed: int | None = None

    def run(self) -> list[Draft]:
        """Return the signings that the sentences state, in the order of the text."""
        for sentence in range(len(self.reading.release.sentences)):
            new = self._counted(sentence)
            self._pair(sentence, new)
            self._carry_on(sentence)
            self.drafts += [draft for draft, kept in new if kept]
            self.drafts += self._bare(sentence)
            if self.drafts and self.drafts[-1].sentence == sentence:
                self._last_signed = sentence
        return self.drafts

    def _counted(self, sentence: int) -> list[tuple[Draft, bool]]:
        """Return a draft for each count of a sentence, and whether it was signed."""
        found: list[tuple[Draft, bool]] = []
        signed_here = False
        for n in self.reading.counts(sentence):
            stand = standing(self.reading, n)
            inherited = stand is Standing.OPEN and (signed_here or self._within_reach(sentence))
            kept = (stand is Standing.SIGNED or inherited) and not self._is_single(n)
            part = inherited or any(draft.part for draft, _ in found) or self._is_part(n, first=not found)
            draft = Draft(sentence, self.reading.mentions[n].start, n, None, part, inherited, [n])
            found.append((draft, kept))
            signed_here = signed_here or kept
        return found

    def _within_reach(self, sentence: int) -> bool:
        if self._last_signed is None:
            return False
        paragraphs = [self.reading.release.sentences[n].paragraph for n in (self._last_signed, sentence)]
        return sentence - self._last_signed <= _REACH or paragraphs[0] == paragraphs[1]

    def _is_single(self, n: int) -> bool:
        mention = self.reading.mentions[n]
        if mention.figure.value != 1:
            return False
        return _ONE_OF.search(self.reading.text, mention.start, mention.end) is None

    def _is_part(self, n: int, *, first: bool) -> bool:
        reading, mention = self.reading, self.reading.mentions[n]
        words = reading.words(n)
        if re.search(r"\bof (?:the|them|those|these|which)\b", reading.text[mention.start : mention.end]):
            return True
        rest = reading.text[mention.end : reading.clauses(mention.sentence)[-1].end]
        if _SHARE.search(rest.split("；")[0]) and self._last_signed is not None:
            return True
        before = [k for k in reading.by_sentence[mention.sentence] if k < n]
        if first or not before:
            return words.back.search(reading.text, reading.sentence(n).start, mention.start) is not None
        return words.part.search(reading.text, reading.mentions[before[-1]].end, mention.end) is not None

    def _pair(self, sentence: int, new: list[tuple[Draft, bool]]) -> None:
        """Give each count of a sentence its amount; those of what was not signed are then nobody else's."""
        if self._pair_respectively(sentence, [draft for draft, _ in new]):
            return
        for draft, kept in new:
            amount = self._amount_after(draft, kept=kept)
            if amount is None:
                continue
            owner = self._owner(draft, amount, [other for other, also in new if also])
            self._give(owner, amount)
        for draft, kept in new:
            if kept and draft.amount is None:
                amount = self._amount_before(draft)
                if amount is not None:
                    self._give(draft, amount)

    def _give(self, draft: Draft, amount: int) -> None:
        draft.amount = amount
        draft.mentions.append(amount)
        self.used.add(amount)

    def _pair_respectively(self, sentence: int, drafts: list[Draft]) -> bool:
        counts = [draft.mentions[0] for draft in drafts]
        amounts = [n for n in self.reading.amounts(sentence) if self.reading.role(n) is Role.OWN]
        whole = self.reading.release.sentences[sentence]
        if len(counts) < 2 or len(counts) != len(amounts) or counts[-1] > amounts[0]:
            return False
        if _RESPECTIVELY.search(self.reading.text, whole.start, whole.end) is None:
            return False
        for draft, amount in zip(drafts, amounts, strict=True):
            self._give(draft, amount)
        return True

    def _amount_after(self, draft: Draft, *, kept: bool) -> int | None:
        """Return the amount that follows a count before the next one, where it is the worth of what is counted."""
        reading, n = self.reading, draft.mentions[0]
        words = reading.words(n)
        for m in reading.by_sentence[draft.sentence]:
            if m <= n or m in self.used:
                continue
            if reading.mentions[m].kind is Kind.COUNT:
                return None
            if reading.mentions[m].kind is not Kind.MONEY or reading.role(m) is not Role.OWN:
                continue
            gap = reading.between(n, m)
            if len(gap) > _LONGEST_GAP or words.listed.search(gap) or (kept and words.other.search(gap)):
                return None
            if draft.part and reading.is_limit(n, m):
                continue
            if words.no_total.search(gap):
                continue
            if words.total.search(gap) or len(gap) <= 12 or reading.sentence(n).language == "zh":
                return m
        return None

    def _owner(self, draft: Draft, amount: int, signed: list[Draft]) -> Draft:
        """Return whose amount it is: after `30 projects, 12 of them foreign, with a total of` that of the thirty."""
        if draft.part and _DETACHED.search(self.reading.between(draft.mentions[0], amount)):
            earlier = [other for other in signed if other.at < draft.at and other.amount is None]
            if earlier and not earlier[0].part:
                return earlier[0]
        return draft

    def _amount_before(self, draft: Draft) -> int | None:
        """Return the amount that a count follows: `19.5 billion yuan in eleven contracts`, 总投资19亿元的11个项目."""
        reading, n = self.reading, draft.mentions[0]
        earlier = [m for m in reading.by_sentence[draft.sentence] if m < n and m not in self.used]
        while (
            earlier
            and reading.mentions[earlier[-1]].kind is Kind.MONEY
            and reading.role(earlier[-1]) is Role.CONVERSION
        ):
            earlier.pop()
        if not earlier or reading.mentions[earlier[-1]].kind is not Kind.MONEY:
            return None
        m = earlier[-1]
        chinese = reading.sentence(n).language == "zh"
        if chinese and (
            draft.part
            or reading.words(n).total.search(
                reading.text, max(0, reading.mentions[m].start - 8), reading.mentions[m].start
            )
            is None
        ):
            return None
        return m if _AMOUNT_FIRST.fullmatch(reading.between(m, n)) else None

    def _carry_on(self, sentence: int) -> None:
        """Give the first amount of a sentence to the signing before it, where the sentence carries on about that."""
        reading = self.reading
        waiting = [d for d in self.drafts if d.sentence == sentence - 1 and d.projects is not None]
        owner = next((d for d in waiting if not d.part), waiting[-1] if waiting else None)
        numbers = [n for n in reading.by_sentence[sentence] if reading.mentions[n].kind is not Kind.PERCENT]
        if owner is None or owner.amount is not None or not numbers or numbers[0] in self.used:
            return
        first, whole = numbers[0], reading.release.sentences[sentence]
        if reading.mentions[first].kind is not Kind.MONEY or reading.role(first) is not Role.OWN:
            return
        lead = reading.text[whole.start : reading.mentions[first].start]
        words = reading.words(first)
        if (
            _CARRIES_ON.match(lead)
            and words.total.search(lead)
            and not words.no_total.search(lead)
            and not words.other.search(lead)
        ):
            self._give(owner, first)

    def _bare(self, sentence: int) -> list[Draft]:
        """Return a draft for each amount of a sentence that was signed, but counts nothing."""
        found: list[Draft] = []
        for n in self.reading.amounts(sentence):
            if n in self.used or self.reading.role(n) is not Role.OWN or not self._is_sum_signed(n, bool(found)):
                continue
            mention = self.reading.mentions[n]
            part = bool(found and found[-1].part) or self._is_part(n, first=not found)
            found.append(Draft(sentence, mention.start, None, n, part, False, [n]))
            self.used.add(n)
        return found

    def _is_sum_signed(self, n: int, follows: bool) -> bool:
        reading, mention = self.reading, self.reading.mentions[n]
        clauses = reading.clauses(mention.sentence)
        clause = clauses[reading.clause_of(n)]
        words = reading.words(n)
        ends = [reading.mentions[k].end for k in reading.by_sentence[mention.sentence] if k < n]
        start = max([clause.start, *ends])
        lead, rest = reading.text[start : mention.start], reading.text[mention.end : clause.end]
        if words.no_total.search(lead) or is_by_company(reading, n) or _SINGLE.search(lead):
            return False
        if reading.sentence(n).language == "zh":
            return _MONEY_SIGNED.search(lead) is not None and standing(reading, n) is not Standing.OTHER
        if _SUM_OF_MONEY.search(lead) or _SUM_OF_MONEY.match(
            rest.removeprefix(" worth of").removeprefix(" in").removeprefix(" of").lstrip()
        ):
            return standing(reading, n) is not Standing.OTHER
        near = _INVESTMENT.search(lead) or _INVESTMENT.search(rest[:40])
        return (
            near is not None and standing(reading, n) is Standing.SIGNED and (self._last_signed is not None or follows)
        )
