"""Which amount is the worth of which projects."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from mycity_cli.release.findings import Kind
from mycity_cli.release.signings.reading import Draft, Reading, Role

_LONGEST_GAP = 220
_LONGEST_WORTH = 40
"""How far from a count that is only taken up again (`the largest of the 38 projects`) its worth may stand."""
_TIGHT = 12
"""So near to its count an amount needs no word between them: `14 deals for $3 million`."""

_EXAMPLE = re.compile(r"\b(?:such as|for (?:example|instance)|e\.g\.|like an?)\b|例如|比如|譬如|[，,]如")
_EACH_OF = re.compile(r"\beach of (?:its |the |these |those )?$")
_NAMED_ONLY = re.compile(r"(?:\s(?!(?:that|which|who|is|are|was|were|has|have|had|will)\b)[\w-]+){0,5}[,:]?\s")
_ENDS = re.compile(r"\s*(?:[.,;)]|\(|$)")
_RESPECTIVELY = re.compile(r"\brespectively\b|分别", re.IGNORECASE)
_BRACKETED = re.compile(r"[^,;.()（），；。]{0,40}[(（]\s*")
_BEFORE_BRACKET = re.compile(r"\s?(?:of |in )?[^,;.()（），；。]{0,40}[(（]")
_INCLUDED = re.compile(r"(?:\bincluding\b|其中|包括)[^,，]*$", re.IGNORECASE)
_OF_THE = re.compile(r"\b(?:of|among) (?:the|these|those)\s*$", re.IGNORECASE)
_TIED = re.compile(r"(?:\bwith|\bfor|\bat)\s*$")
_ALL = re.compile(r"\ball\b(?! of (?:them|these|those)\b)|合计|总计|共计", re.IGNORECASE)
_DETACHED = re.compile(r"[,，].*(?:total|combined|altogether|aggregate|总|合计|共计)", re.IGNORECASE | re.DOTALL)
_ENDS_WITH_ALL = re.compile(
    r"[,;，；].*(?:\b(?:total|combined|altogether|aggregate|overall|sum)\b.{0,40}"
    r"|(?:总额|总金额|合计|总计|共计|总投资)[^，。；]{0,6})$",
    re.IGNORECASE | re.DOTALL,
)
_IN_ALL = re.compile(r"\s(?:in all|in total|altogether|all told|overall|combined)\b")
_AMOUNT_FIRST = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:worth of(?: (?:\w+ )?(?:contracts|deals|agreements|investments?|business) (?:in"
    r"|across|for|from|through|under))?|in|for|across|into|from|through|on|covering|involving|under"
    r"|(?:of )?(?:\w+ )?"
    r"(?:investment )?(?:in|from|into|for|across)|,? (?:goes|go|went) (?:in)?to"
    r"|,? (?:is|was) for|,? falls (?:on|to)|,? came from|,? via|spread over|over)\s*(?:a total of |the )?"
    r"|的|[，,]?(?:涉及|涵盖|共)?(?:项目)?|[，,、](?:签约|合同|协议)?(?:项目|合同|协议)(?:总?数量?|个数)?(?:为|达到?|共)?"
)
_CARRIES_ON = re.compile(
    r"\b(?:their|its|they|it|these|those|this|total|together|altogether|overall|combined|all|in (?:total|all)"
    r"|the (?:[\w-]+ ){0,3}(?:projects|deals|contracts|agreements|package|batch|investments?|signings?|value"
    r"|sum|amount|figure)"
    r"|(?:deal|contract|project|investment|agreement)s? (?:value|volume|amount)"
    r"|(?:agreed|total|planned|combined|contract(?:ed)?|overall) (?:investment|value|volume|amount)"
    r"|(?:value|worth|volume|investment|capital|outlay|spending)(?=\s?:)|bottom line"
    r"|investment in (?:the|these|all)\b"
    r"|investment (?:runs?|ran|rose|climbed|fell|grew|drop\w*|total\w*|c[oa]me|stands|stood|amount\w*|is|was"
    r"|reach\w*))\b",
    re.IGNORECASE,
)
_CARRIES_ON_CHINESE = re.compile(
    r"总投资|投资总|协议|金额|总额|合计|总金额|投资额|引资|[这该]|项目|签约|共|计划|预计|涉及|资金"
)
_CLAUSE = re.compile(r"[，；：,;:]")
_LABEL = re.compile(r"^(?:[▲△◆◇■□★☆▶►➤※◎]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[-*•·●])\s?")
"""What numbers a line of a list."""
_PERCENT_OF_ALL = re.compile(
    r",? (?:or|accounting for|which is|making up) (?:about )?[\d.]+ ?(?:%|percent|per cent) of\b"
)
_OF_ALL = re.compile(
    r"\W*(?:the )?(?:agreed|total|planned|combined|contract(?:ed)?|overall|deal) (?:investment|value|volume|amount)\b",
    re.IGNORECASE,
)
"""What a sentence begins with that tells the worth of everything, whatever parts stand before it."""
_BRINGS = re.compile(
    r"\b(?:stands? for|stood for|runs? to|ran to"
    r"|bring|brings|cover|covers|represent|represents|involve|involves|stands? at|come to|comes to|reach"
    r"|reaches|mean|means)\b",
    re.IGNORECASE,
)


class Amounts:
    """Gives amounts to signings; `used` are those that have an owner, signed or not, `whole` the last of a whole."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.used: set[int] = set()
        self.whole: int | None = None
        self._owned: dict[int, list[int]] = {}

    def left(self, sentence: int) -> list[int]:
        """Return the amounts of a sentence that stand for themselves and have no owner."""
        numbers = {*self._own(sentence), *self.reading.former(sentence)} - self.used
        return [n for n in self.reading.amounts(sentence) if n in numbers]

    def _own(self, sentence: int) -> list[int]:
        if sentence not in self._owned:
            numbers, former = self.reading.amounts(sentence), self.reading.former(sentence)
            self._owned[sentence] = [n for n in numbers if self.reading.role(n) is Role.OWN and n not in former]
        return self._owned[sentence]

    def pair(self, sentence: int, drafts: list[Draft], earlier: list[Draft]) -> None:
        """Give each count of a sentence its amount; what belongs to projects not signed is then nobody else's."""
        self._pair_respectively(sentence, drafts)
        self._pair_bracketed(drafts)
        for draft in drafts:
            amount = None if draft.amount is not None else self._after(draft)
            if amount is not None:
                owner = self._of_all(draft, amount, drafts, earlier)
                self._give(owner or self._owner(draft, amount, [other for other in drafts if other.kept]), amount)
        self._pair_total(sentence, drafts, earlier)
        for draft in drafts:
            if draft.kept and draft.amount is None:
                amount = self._before(draft)
                if amount is not None:
                    self._give(draft, amount)

    def carry_on(self, sentence: int, drafts: list[Draft]) -> None:
        """Give the first amount of a sentence to the signing before it, where the sentence carries on about that."""
        reading = self.reading
        owner = self._whole_above(sentence, drafts) or _waiting(sentence, drafts)
        former = reading.former(sentence)
        numbers = [
            n for n in reading.by_sentence[sentence] if reading.mentions[n].kind is not Kind.PERCENT and n not in former
        ]
        if numbers and _PERCENT_OF_ALL.match(reading.text, reading.mentions[numbers[0]].end):
            owner = _part_before(sentence, drafts)  # They amount to 71 billion yuan, or 68 percent of the total
        if owner is None or not numbers or numbers[0] in self.used or numbers[0] not in self._own(sentence):
            return
        first = numbers[0]
        mention, words = reading.mentions[first], reading.words(first)
        lead = reading.text[reading.sentence(first).start : mention.start]
        if reading.sentence(first).language == "zh":
            # 二、协议投资:96.8亿元: what stands before the colon is a label, and what numbers the line says nothing.
            own = _CLAUSE.split(lead.rstrip(":： "))[-1].lstrip()
            carries_on = _CARRIES_ON_CHINESE.match(_LABEL.sub("", own))
        else:
            carries_on = _CARRIES_ON.search(lead) and (words.total.search(lead) or _BRINGS.search(lead))
        if owner.part and _ALL.search(lead):
            return
        if carries_on and not words.no_total.search(lead) and not words.other.search(lead):
            self._give(owner, first)

    def _whole_above(self, sentence: int, drafts: list[Draft]) -> Draft | None:
        """Return the whole whose parts, without amounts as it is, end right before a sentence about everything."""
        sentences = self.reading.release.sentences
        wholes = [n for n, draft in enumerate(drafts) if not draft.part and not draft.former]
        if not wholes or not drafts[wholes[-1] + 1 :]:
            return None
        apart = sentences[sentence].paragraph - sentences[drafts[-1].sentence].paragraph
        named = _OF_ALL.match(self.reading.text, sentences[sentence].start) is not None
        near = apart == 1 or (named and sentence - drafts[-1].sentence == 1)
        waits = drafts[wholes[-1]].projects is not None and all(each.amount is None for each in drafts[wholes[-1] :])
        return drafts[wholes[-1]] if near and waits else None

    def _give(self, draft: Draft, amount: int) -> None:
        draft.amount = amount
        self.used.add(amount)
        if draft.kept and not draft.part and not draft.former:
            self.whole = amount

    def _pair_respectively(self, sentence: int, drafts: list[Draft]) -> None:
        """Pair as many counts in a row with as many amounts in a row, where the sentence says `respectively`."""
        whole = self.reading.release.sentences[sentence]
        if _RESPECTIVELY.search(self.reading.text, whole.start, whole.end) is None:
            return
        by_count = {draft.projects: draft for draft in drafts}
        numbers = [n for n in self.reading.by_sentence[sentence] if n in by_count or n in self._own(sentence)]
        runs = [list(run) for _, run in groupby(numbers, key=lambda n: n in by_count)]
        for counts, amounts in pairwise(runs):
            if counts[0] in by_count and 1 < len(counts) <= len(amounts):
                for rank, (count, amount) in enumerate(zip(counts, amounts, strict=False)):
                    self._give(by_count[count], amount)
                    by_count[count].rank = rank, len(counts)

    def _pair_total(self, sentence: int, drafts: list[Draft], earlier: list[Draft]) -> None:
        """Give the whole before a list of parts the amount that the list ends with: `..., bringing the sum to $9m`."""
        first = drafts[0] if drafts and drafts[0].kept and drafts[0].amount is None else None
        whole, left = first or _waiting(sentence, earlier), self.left(sentence)
        parts = [draft for draft in drafts if draft.kept and draft.amount is not None]
        if whole is None or whole.part or len(parts) < 2 or not left:
            return
        before = [n for n in self.reading.by_sentence[sentence] if n < left[-1]]
        if not before or before[-1] not in self.used:
            return
        behind = self.reading.between(before[-1], left[-1])[-_LONGEST_GAP:], self.reading.mentions[left[-1]].end
        if _ENDS_WITH_ALL.search(behind[0]) or ("," in behind[0] and _IN_ALL.match(self.reading.text, behind[1])):
            self._give(whole, left[-1])

    def _pair_bracketed(self, drafts: list[Draft]) -> None:
        """Give a count in brackets the amount before them: 1.9 billion dollars of investment contracts (12)."""
        reading = self.reading
        for draft in drafts:
            n = draft.projects
            if n is None or draft.amount is not None or n - 1 not in self._own(draft.sentence) or n - 1 in self.used:
                continue
            if _BEFORE_BRACKET.fullmatch(reading.between(n - 1, n)) and reading.text.startswith(
                (")", "）"), reading.mentions[n].end
            ):
                self._give(draft, n - 1)

    def _after(self, draft: Draft) -> int | None:
        """Return the amount that follows a count before the next one, where it is the worth of what is counted."""
        reading, n = self.reading, draft.projects
        if n is None:
            return None
        words, own = reading.words(n), self._own(draft.sentence)
        if _EACH_OF.search(reading.text, max(0, reading.mentions[n].start - 24), reading.mentions[n].start):
            return None
        most = _LONGEST_WORTH if self._refers_back(draft) else _LONGEST_GAP
        for m in [m for m in reading.by_sentence[draft.sentence] if m > n and m not in self.used]:
            if reading.mentions[m].kind is Kind.COUNT:
                return None
            if reading.mentions[m].kind is not Kind.MONEY or m not in own:
                continue
            gap = reading.between(n, m)
            if _BRACKETED.fullmatch(gap):
                return m
            if _EXAMPLE.search(gap):
                return None
            if len(gap) > most or words.listed.search(gap) or (draft.kept and words.other.search(gap)):
                return None
            if self._is_worth(n, m, part=draft.part):
                return m
        return None

    def _is_worth(self, n: int, m: int, *, part: bool) -> bool:
        """Return whether the words between a count and an amount make it what all that is counted is worth."""
        reading, words = self.reading, self.reading.words(n)
        gap, near = reading.between(n, m), reading.between(m - 1, m)
        if (part and reading.is_limit(n, m, self.whole)) or words.no_total.search(near) or _INCLUDED.search(near):
            return False
        if len(gap) <= _TIGHT or words.total.search(gap) or _TIED.search(gap):
            return True
        if _NAMED_ONLY.fullmatch(gap) and _ENDS.match(reading.text, reading.mentions[m].end):
            return True
        return reading.sentence(n).language == "zh"

    def _of_all(self, draft: Draft, amount: int, drafts: list[Draft], earlier: list[Draft]) -> Draft | None:
        """Return the whole stated before that an amount after a list of its parts is the worth of."""
        whole = _waiting(draft.sentence, earlier)
        parts = [other for other in drafts if other.kept]
        if whole is None or whole.part or len(parts) < 2 or draft is not parts[-1] or draft.projects is None:
            return None
        listed = all(part.part and part.amount is None for part in parts)
        return whole if listed and _DETACHED.search(self.reading.between(draft.projects, amount)) else None

    def _owner(self, draft: Draft, amount: int, signed: list[Draft]) -> Draft:
        """Return whose amount it is.

        After `30 projects, 12 of them foreign, with a total of` it is that of the thirty; after
        182个,比上届的155个增长17.4%, what the words go on with is that of the 182.
        """
        if draft.former and draft.projects is not None and self._is_compared(draft.projects, amount):
            now = [other for other in signed if other.at < draft.at and other.amount is None and not other.former]
            if now and not now[-1].part:
                return now[-1]
        if draft.part and draft.projects is not None and _DETACHED.search(self.reading.between(draft.projects, amount)):
            earlier = [other for other in signed if other.at < draft.at and other.amount is None]
            if earlier and not earlier[0].part and not self._refers_back(earlier[0]):
                return earlier[0]
        return draft

    def _is_compared(self, count: int, amount: int) -> bool:
        """Return whether the percentage by which a count grew stands between it and an amount."""
        return any(self.reading.mentions[n].kind is Kind.PERCENT for n in range(count + 1, amount))

    def _refers_back(self, draft: Draft) -> bool:
        """Return whether a count only says what parts follow are of: `Of the 12 projects, 3 ...`, 12个项目中."""
        mention = self.reading.mentions[draft.mentions[0]]
        before = self.reading.text[max(0, mention.start - 12) : mention.start]
        return _OF_THE.search(before) is not None or self.reading.text[mention.end : mention.end + 1] in ("中", "里")

    def _before(self, draft: Draft) -> int | None:
        """Return the amount that a count follows: `19.5 billion yuan in eleven contracts`, 总投资19亿元的11个项目."""
        reading, n = self.reading, draft.projects
        own = [m for m in self._own(draft.sentence) if n is not None and m < n]
        counts = [m for m in reading.counts(draft.sentence) if n is not None and m < n]
        if n is None or not own or own[-1] in self.used or (counts and counts[-1] > own[-1]):
            return None
        start = reading.mentions[own[-1]].start
        if reading.sentence(n).language == "zh" and (
            draft.part or reading.words(n).total.search(reading.text, max(0, start - 8), start) is None
        ):
            return None
        return own[-1] if _AMOUNT_FIRST.fullmatch(reading.between(own[-1], n)) else None


def _part_before(sentence: int, drafts: list[Draft]) -> Draft | None:
    """Return the last of several signings of the sentence before, which is a part of the others, without an amount."""
    near = [draft for draft in drafts if draft.sentence == sentence - 1 and draft.projects is not None]
    return near[-1] if len(near) > 1 and near[-1].amount is None else None


def _waiting(sentence: int, drafts: list[Draft]) -> Draft | None:
    """Return the signing that may still get its amount: a whole of the last two sentences, or a part of the last."""
    near = [
        draft for draft in drafts if sentence - draft.sentence <= 2 and draft.projects is not None and not draft.former
    ]
    wholes = [draft for draft in near if not draft.part]
    if wholes:
        return wholes[-1] if wholes[-1].amount is None else None
    last = [draft for draft in near if draft.sentence == sentence - 1]
    return last[-1] if last and last[-1].amount is None else None
