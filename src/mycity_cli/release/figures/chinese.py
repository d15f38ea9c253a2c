"""What a Chinese number counts: the noun after its measure word, or before the number."""

from __future__ import annotations

import re

from mycity_cli.expressions import expression
from mycity_cli.figure.lexicon import LEXICON
from mycity_cli.release.figures.topics import Counted, Topic
from mycity_cli.release.lexicon import any_of, listed

_ZH = listed("counted.zh")

_DEALING = any_of(_ZH["dealings"])
_DEALING_OR_INVITING = any_of(_ZH["dealings"], _ZH["inviting"])
_CASE = (
    rf"{_DEALING_OR_INVITING}[^\W\d_纠诉骗]{{0,6}}?"
    rf"(?:{any_of(_ZH['cases'] - {'案'})}|(?<![{''.join(_ZH['no_case'])}])案)"
)
_NOUN = rf"(?:{any_of(_ZH['deals'] - {'交易'})}|交易(?![{''.join(_ZH['no_trade'])}])|{_CASE})"
_NUMBER_OF = any_of(_ZH["numbers_of"])
_MEASURE = rf"[{''.join(_ZH['measures'])}]"
_OF_CASES = rf"[{''.join(_ZH['measures_of_cases'])}]"
_CASE_MEASURE = "[起宗]"
_LINK = rf"(?:{any_of(_ZH['linking'])})*"
_CHANGE = (
    rf"(?:{any_of(_ZH['linking'], _ZH['changes'])}|(?:19|20)\d\d年的?|[约近超逾，,]"
    rf"|\d[\d.,]{{0,9}}(?:%|{_MEASURE})){{0,9}}"
)
_BRACKET = r"(?:[（(][^（）()]{1,6}[)）])?"

_AFTER = expression(
    rf"\s?(?:(?:(?P<measure>{_MEASURE}|大)\s?(?P<described>[^，。；：,;:!?！？、\n（）()]{{0,26}}?))?(?P<noun>{_NOUN}(?:{_NOUN})?)"
    rf"(?!{any_of(_ZH['no_deals'])}|方(?!面))|(?P<case>{_OF_CASES}\s?{_DEALING}|案\s?(?:签约|招商)))"
)
_MEASURED = expression(rf"\s?{_MEASURE}")
_OTHER_NOUN = expression(any_of(_ZH["others"]))
_ENDS_WITH_NOUN = expression(rf"{_NOUN}(?:{_NOUN})?\s?$")
_ENDS_WITH_DEALING = expression(rf"{_DEALING}\s?$")
_LABEL = expression(
    rf"(?:{_NOUN}{_NUMBER_OF}?|{_DEALING}{_NUMBER_OF})(?:[（(]{_MEASURE}[)）])?\s?(?:[:：]|总?数为?|为|达到?)\s?$"
)
_BEFORE = expression(
    rf"(?:{_NOUN}{_BRACKET}|{_DEALING_OR_INVITING}(?={_NUMBER_OF})|达成(?:初步|合作|采购|投资)?意向)"
    rf"{_NUMBER_OF}?{_CHANGE}\s?$"
)
_CASES_BEFORE = expression(rf"{_DEALING}{_LINK}\s?$")
_CASE_MEASURED = expression(rf"\s?{_OF_CASES}")
_FROM = expression(r"[自从]\s?$")
_CLOSED = expression(r"\s?(?:[，。；,;、）)\n]|$)")

# --- what stands between a measure word and a noun ---------------------------------------------------------------

_VERBS = expression(any_of(_ZH["clauses"]))
_AT_EVENT = expression(any_of(_ZH["at_events"]))
_QUOTED = expression('^[^“「『《"]*[”」』》]')
_LARGE = expression(rf"大[^，。]*{any_of(_ZH['others'])}的")
_NUMERAL = expression(rf"\d(?!\d{{0,2}}强|G)|[一二两三四五六七八九十百千]{_MEASURE}")
_NUMBER = expression(r"\s?(?:(?:共|有|达)?\d|总?数)")
_SIZE = expression(
    r"(?:(?:总?投资额?|总额|金额)(?:为|达|约|共|均)?|单体|单个)?(?:超过?|过|逾|近)?(?:\d[\d.,]{0,12}|[一二两三四五六七八九十百千]{1,6})?[万亿]{1,2}(?:美|港|欧)?元?(?:人民币)?"
    r"(?:及?以[上下])?(?:的|级)?"
)
"""The size that describes projects: 6个50亿元以上项目."""

# --- a measure word alone ------------------------------------------------------------------------------------------

_DESCRIPTION = expression(rf"{any_of(_ZH['describing'])}+$")
_ALONE = expression(rf"\s?{_MEASURE}(?=\s?(?:[，。；：,;:!?！？、（）()\"“”\n]|$|{any_of(_ZH['going_on'])}))")
_REST = expression(rf"{any_of(_ZH['rest'])}\s?$")
_SIGNED = expression(
    rf"(?:{any_of(_ZH['signing'])}|签(?=了)|(?<=[共新再又])签){any_of(_ZH['signing_for'])}?"
    rf"(?:{any_of(_ZH['signing_so_many'])}){{0,2}}\s?$"
)
_COOPERATION = expression(
    rf"\s?{_MEASURE}\s?{any_of(_ZH['cooperating'])}*(?:合作|意向|签约)(?=\s?[，。；、,;）)\n]|\s|$)"
)
"""What is counted only where it was agreed on: 签下15项合作; 在5个领域合作 counts nothing."""

_FEW = "两二三四五六"
_TOGETHER = expression(rf"\s?[项者类]\s?{any_of(_ZH['together'])}")
_SORTS = expression(rf"\s?[项类个](?=\s?[,，]?\s?{any_of(_ZH['apart'])})")
_SORTED = expression(r"[、和及与][\u4e00-\u9fff]{2,8}$")
_NAMED_BEFORE = expression(r"(?:^|[，。；：、,;:!?！？\s]|以上|上述|这|前述)$")
_NEXT_COUNT = expression(rf"(?:\s?{_MEASURE}[、和及与]\s?(?:约|近|超)?\d[\d,]{{0,8}}[余多]?(?={_MEASURE})){{1,6}}")

# --- what was counted before ---------------------------------------------------------------------------------------

_LEADS_IN = expression(
    rf"\s*(?:{any_of(_ZH['leading_in'])}|[按从分以][^，。；,;]{{1,10}}(?:看|分|划分|来看|来说|统计)[，,：:])"
)
_LEFT_OUT = expression(rf"{any_of(_ZH['left_out'])}(?<!企业)$")
_LABELLED_LINE = expression(
    r"\s*(?:[-*•·]\s*|\d{1,2}[.、)]\s*|[（(]?[一二三四五六七八九十]{1,2}[）)、]\s*)?[\u4e00-\u9fff]{2,12}(?<![馆位厅室店人客宾媒场])(?<!企业)[:：]\s?[约近超]?\d"
)
_ANNOUNCING = expression(
    rf"(?:{_NOUN}|签约)(?:成果)?(?:分布|构成|情况)?(?:如下|名单|清单|一览表?|汇总|情况|明细|分布)[（(:：]?[^，。]{{0,8}}$"
)
_TOPIC = expression(rf"(?P<deals>{_NOUN})|{any_of(_ZH['other_topics'], _ZH['other_cases'])}")
_TOPIC_OF_CASES = expression(rf"(?P<deals>{_NOUN})|{any_of(_ZH['other_cases'])}")
_COUNTED_CASES = expression(
    rf"(?:{_NOUN}|{_DEALING}){_LINK}\d[\d,]*{_CASE_MEASURE}|\d{_CASE_MEASURE}(?:{_NOUN}|{_DEALING})"
)
_SPREAD = expression(r"(?:来自|涉及|覆盖|分布在?|涵盖|遍布)\d{1,3}[个家]?$")
"""Before a noun that says how far what was counted is spread: 38个项目来自8个国家，其中德国5个."""


def counted(text: str, start: int, end: int) -> Counted | None:
    """Return what the number from `start` to `end` counts, and where its noun ends in the text."""
    if _counts_nothing(text, start, end):
        return None
    found = _AFTER.match(text, end)
    if found is not None and _describes(text, found):
        # The amount within is a figure of its own, so the count ends before it.
        sized = _SIZE.search(found["described"] or "") is not None
        return Counted(Topic.DEALS, found.end("measure") if sized else found.end())
    measure = _MEASURED.match(text, end)
    if measure is None:
        labelled = _LABEL.search(text, max(0, start - 24), start) and _CLOSED.match(text, end)
        return Counted(Topic.DEALS, end) if labelled else None
    other = _OTHER_NOUN.match(text, measure.end())
    if other is None and _follows_noun(text, start, end):
        return Counted(Topic.DEALS, measure.end())
    if other is None and _SIGNED.search(text, max(0, start - 8), start):
        if _ALONE.match(text, end):
            return Counted(Topic.DEALS, measure.end())
        if (agreed := _COOPERATION.match(text, end)) is not None:
            return Counted(Topic.DEALS, agreed.end())
    if _counts_with_next(text, end):
        return Counted(Topic.DEALS, measure.end())
    refers = is_case(text, end) or _REST.search(text, max(0, start - 6), start)
    if _ALONE.match(text, end) or (other is None and refers):
        return Counted(None, measure.end())
    return Counted(Topic.OTHER, measure.end())


def _follows_noun(text: str, start: int, end: int) -> bool:
    """Return whether the noun of a number stands before it: 项目共42个; 并购23起, with a measure of cases."""
    if _BEFORE.search(text, max(0, start - 48), start):
        return True
    return bool(_CASE_MEASURED.match(text, end) and _CASES_BEFORE.search(text, max(0, start - 16), start))


def _counts_nothing(text: str, start: int, end: int) -> bool:
    """Return whether a number is a time, as in 自2018起, or how many figures or kinds the text speaks of.

    That it is in 两项合计987.3亿元, and in 包括工业、农业、服务业三项,分别为.
    """
    if text.startswith("起", end) and _FROM.search(text, max(0, start - 2), start):
        return True
    if text[start] not in _FEW:
        return False
    if _TOGETHER.match(text, end) and _NAMED_BEFORE.search(text, max(0, start - 2), start):
        return True
    return _SORTS.match(text, end) is not None and _SORTED.search(text, max(0, start - 60), start) is not None


def _counts_with_next(text: str, end: int) -> bool:
    """Return whether the noun of a count stands behind the next one: 18个和27个项目."""
    following = _NEXT_COUNT.match(text, end)
    if following is None:
        return False
    noun = _AFTER.match(text, following.end())
    return noun is not None and _describes(text, noun)


def _describes(text: str, found: re.Match[str]) -> bool:
    """Return whether what stands between a measure word and a noun describes the noun, and is no clause of its own."""
    described = _SIZE.sub("", found["described"] or "")
    if not described:
        return True
    if _NUMERAL.search(described) or _VERBS.search(described) or _QUOTED.match(described):
        return False
    if _LARGE.match(text, found.start("measure")):
        # 两大优势产业的项目: it is industries that are counted.
        return False
    other = _OTHER_NOUN.match(described)
    if other is not None and (described[other.end() :].startswith("的") or _AT_EVENT.search(described)):
        return False
    return other is None or _NUMBER.match(text, found.end()) is None


def start_of_noun(text: str, start: int) -> int:
    """Return where the noun with its description starts that stands directly before a number, else where it stands."""
    first = max(0, start - 10)
    found = _ENDS_WITH_NOUN.search(text, first, start) or _ENDS_WITH_DEALING.search(text, first, start)
    if found is None:
        return start
    description = _DESCRIPTION.search(text, max(0, found.start() - 16), found.start())
    return found.start() if description is None else description.start()


def leads_in(text: str, start: int) -> bool:
    """Return whether a number goes on counting what was counted in sentences before its own.

    The sentence may say so (其中经开区8个, 从投资来源看, 食品：9个), or its noun is left out (过亿元的12个).
    """
    if _LEADS_IN.match(text) or _LABELLED_LINE.match(text):
        return True
    return _LEFT_OUT.search(text, max(0, start - 4), start) is not None


def is_case(text: str, end: int) -> bool:
    """Return whether a measure of cases stands behind a number, which counts nothing but events."""
    return text[end : end + 1] in ("起", "宗")


def counts_cases(text: str) -> bool:
    """Return whether a text counts deals by a measure of cases somewhere: then it does so throughout."""
    return _COUNTED_CASES.search(text) is not None


def announces(text: str) -> bool:
    """Return whether a sentence without a number says that a list of deals follows, as 签约项目如下."""
    return _ANNOUNCING.search(text) is not None


def topic_before(text: str, start: int, end: int) -> Topic | None:
    """Return what the last noun before a number is that could be counted: None where there is none."""
    nouns = _TOPIC if text[end : end + 1] in ("", "个", " ") else _TOPIC_OF_CASES
    found = [
        noun
        for noun in nouns.finditer(text, max(0, start - 120), start)
        if not _SPREAD.search(text, max(0, noun.start() - 12), noun.start())
    ]
    return _topic_of(found[-1] if found else None)


def topic_after(text: str, end: int) -> Topic | None:
    """Return what the next noun behind a number is that could be counted: 厦门18个、苏州30个，共签约48个项目."""
    found = _topic_of(_TOPIC.search(text, end, end + 60))
    return found if found is Topic.DEALS else None


def _topic_of(noun: re.Match[str] | None) -> Topic | None:
    if noun is None:
        return None
    return Topic.DEALS if noun["deals"] else Topic.OTHER


# --- amounts without a currency, shares ------------------------------------------------------------------------------

_MONEY = expression(any_of(_ZH["money"]))
_AFTER_AN_AMOUNT = expression(rf"\s?(?:[，。；：,;:!?！？、（）()\"“”\n]|$|{any_of(_ZH['behind_money'])})")
_CHANGED = expression(rf"{any_of(_ZH['changing'])}[了为达约近超过]{{0,2}}$")
_SHARED = expression(rf"(?:以上|左右|多|强)?的?(?:{_NOUN}|{any_of(_ZH['shared'])})")
_SHARERS = expression(
    rf"{any_of(_ZH['sharers'])}|(?P<shared>{_NOUN}|{any_of(_ZH['shared'] | frozenset(('总量', '外资')))})"
)


def is_amount(text: str, start: int, end: int, power: int, *, said: bool) -> bool:
    """Return whether a number of 万 or 亿 without a currency is money: 投资275亿. `said`: another is stated before."""
    if power < 4 or _AFTER_AN_AMOUNT.match(text, end) is None:
        return False
    return said or _MONEY.search(text, max(0, start - 16), start) is not None


def is_tenths(text: str, end: int) -> bool:
    """Return whether 成 after a number is tenths, and no part of 成都, 成立, 成功."""
    return text[end - 1] != "成" or text[end : end + 1] not in LEXICON.no_tenths


def is_share(text: str, start: int, end: int) -> bool:
    """Return whether 一半, or a fraction in words, is one of deals or money."""
    if text[start] == "半" and text[start - 1 : start] not in ("过", "超", "近") and text[end - 1] != "数":
        # 上半年, 半导体
        return False
    if _CHANGED.search(text, max(0, start - 6), start) or _SHARED.match(text, end):
        return True
    around = list(_SHARERS.finditer(text, max(0, start - 24), start))
    return bool(around) and around[-1]["shared"] is not None


# --- headings ------------------------------------------------------------------------------------------------------

_NUMBERING = expression(
    rf"(?:(?:{_NOUN}|{_DEALING_OR_INVITING}){_NUMBER_OF}\s?(?:[（(]{_MEASURE}[)）])?|{_NOUN}\s?[（(]{_MEASURE}[)）]"
    rf"|{any_of(_ZH['cases'])}{_NUMBER_OF}|{_NUMBER_OF}\s?[（(]起[)）])$"
)
_NUMBER_WORD = expression(rf"{_NUMBER_OF}\s?(?:[（(]{_MEASURE}[)）])?$")


def names_deals(heading: str) -> bool:
    """Return whether a heading names deals: 签约项目."""
    return numbers_deals(heading) or _ENDS_WITH_NOUN.search(heading) is not None


def numbers_deals(heading: str) -> bool:
    """Return whether a heading says that numbers of deals stand there: 项目数, 签约项目(个)."""
    return _NUMBERING.search(heading) is not None


def names_number(heading: str) -> bool:
    """Return whether a heading says that numbers stand there, and not of what: 数量, 个数, 数量（起）."""
    return _NUMBER_WORD.match(heading) is not None


def names_money(heading: str) -> bool:
    """Return whether a heading names money: 投资额, 签约金额."""
    return _MONEY.search(heading) is not None
