"""Who promoted and where it was held, as Chinese sentences say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from mycity_cli.release.findings import Sentence
from mycity_cli.release.places import Named, is_abroad
from mycity_cli.release.signings.grammar import Grammar, Told, behind_dateline, first_of_list, in_dateline, of_label
from mycity_cli.release.signings.reading import Draft, Reading

_EVENT = (
    r"(?:推介会|洽谈会|招商会|恳谈会|说明会|展示会|发布会|座谈会|交流会|对接会|大会|年会|峰会|论坛"
    r"|仪式|博览会|交易会|展览会|投洽会|西博会|进博会|活动|会议|专场|招商周|会展|展会|商交会|推介|招商)"
)
_IS_EVENT = re.compile(
    rf"{_EVENT}|签约|签订|签署|签下|互换|交换|备忘录|第[一二三四五六七八九十\d]{1, 2}站|赴|开幕|闭幕|落幕|收官"
)
_FAIR = re.compile(r"博览会|交易会|投洽会|西博会|进博会|展览会|洽谈会|高交会|广交会|商交会|[一-鿿]博会")
_HELD = re.compile(
    r"晒出|交出|揽|收获|斩获|达成|举行|举办|召开|开幕|落幕|闭幕|收官|启幕|开启|启动|落下帷幕|拉开|主办|承办|办了|办|签|互换|交换|敲定|谈成|缔结|揭幕|结束|进行|亮相|成功|路演|推介|签署|开展|组织|圆满"
)
_ABROAD = {
    "港": "香港",
    "澳": "澳门",
    "台": "台湾",
    "京": "北京",
    "沪": "上海",
    "深": "深圳",
    "穗": "广州",
    "渝": "重庆",
    "蓉": "成都",
    "津": "天津",
    "杭": "杭州",
    "汉": "武汉",
    "宁": "南京",
    "浙": "浙江",
    "苏": "江苏",
    "粤": "广东",
    "闽": "福建",
    "鲁": "山东",
    "日": "日本",
    "韩": "韩国",
    "美": "美国",
    "欧": "欧洲",
    "新": "新加坡",
}
_GOES = re.compile(r"(?:赴|走进|来到|走入|奔赴|前往)(?:了)?")
_GOES_SHORT = re.compile(
    rf"[赴在](?P<short>[{''.join(_ABROAD)}])(?=招商|推介|举[办行]|签约|开展|考察|投资|专场|经贸|洽谈|集中|参)"
)
_INVEST_IN = re.compile(r"(?:投资|投向|相约|遇见|选择|魅力|走进|共享|共赢|携手|机遇)$")
_DATELINE = re.compile(
    r"^.{0,24}?(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息)|^.{0,16}?(?:电|讯)(?:[\s(（])|^[^，。]{0,12}消息[:：]|^[（(]?记者"
)
_BY = re.compile(r"(?:[市省县区]?(?:委|政府|人民政府|[^，。；]{0,12}[局中心会])?[、和]?){0,3}[^，。；、]{0,14}$")

_DATELINE_END = re.compile(r"^.{0,24}?\d{1,2}日(?:电|讯|消息)")

_EVENTS = re.compile(_EVENT)
_HOLDS = re.compile(rf"{_EVENT}|赴|走进")
_DELEGATION = re.compile(r"(?:党政|经贸|招商|政府)?(?:代表团|交易团|分团|代表队|考察团)")
_ORGANISES = re.compile(r"办|召开|举行|组织|开展")
_APPOSED = re.compile(r"(?:省会|首府|省城|首都|港城|古城|名城|特区)(?:城市)?$")
"""What describes the place after it."""
_LATER = re.compile(r"将[于在走赴]|下一?[场站步]|即将|原定|原计划")
_GOVERNMENT = re.compile(
    r"(?:人民)?政府|[市县区]?委|(?:商务|招商|投资促进|投促|发改|发展改革|经信|合作)[^，。；]{0,4}[局委]"
)
_OTHERS_OF = re.compile(r"(?:籍|的)?(?:企业|客商|商人|投资者|资本|公司)|[两三四五六七八九十]?个?分?会场|站|专场|场")
_WHEN = re.compile(r"(?:[月日号]|[上中下]旬|第[一二三四五六\d][站场]|首站|次站)[，,、:：]$")
_ALONE = re.compile(r"[站场]?[，,:：]")
_LABEL = re.compile(r"[:：]")
_CLAUSE_STOP = re.compile(r"[。；]")
_NEAR = 40
_FAR = 160
_CLAUSE_END = re.compile(r"[，。；：,;:]")


def is_event(sentence: str) -> bool:
    """Return whether a sentence speaks of an event or a signing."""
    return _IS_EVENT.search(sentence) is not None


def is_fair(sentence: str) -> bool:
    """Return whether a sentence speaks of a fair of many participants."""
    return _FAIR.search(sentence) is not None


def dateline(text: str, sentence: Sentence, places: tuple[Named, ...]) -> str | None:
    """Return the place that a sentence starts with as a dateline."""
    return in_dateline(_DATELINE, text, sentence, places)


def after_dateline(text: str, sentence: Sentence) -> int:
    """Return where the dateline of a sentence ends; where the sentence starts, if it has none."""
    return behind_dateline(_DATELINE_END, text, sentence)


def scene(text: str, sentence: Sentence, places: tuple[Named, ...]) -> Told:
    """Return who promotes in a sentence, where the event is held, and whether the sentence says so outright."""
    whole = text[sentence.start : sentence.end]
    labelled = of_label(text, sentence, places)
    if labelled is not None:
        return labelled
    if not is_event(whole):
        return Told()
    found = _Found()
    later = _LATER.search(whole)
    stop = sentence.end if later is None else sentence.start + later.start()
    for place, start in _settled(places):
        if place.start >= stop:
            break
        before, after = (
            text[max(sentence.start, start - 6) : start],
            text[place.end : min(sentence.end, place.end + _FAR)],
        )
        if _is_stop(text, sentence, place):
            found.host, found.host_is_country = place.name, False
        else:
            _read(found, place, before, after)
    short = _GOES_SHORT.search(whole)
    if short is not None and found.host is None:
        found.host = _ABROAD[short["short"]]
    sure = found.host is not None and not found.host_is_country
    if found.holder is not None and found.is_fair:
        return Told(found.promoter, found.host or found.holder.name, sure)
    holder = None if found.holder is None else found.holder.name
    return Told(found.promoter or holder, found.host or holder, sure)


def is_venue(text: str, sentence: Sentence, place: Named) -> bool:
    """Return whether the words before a place say that something was held or signed there: 在厦门签约12个."""
    if _is_stop(text, sentence, place):
        return True
    before = _APPOSED.sub("", text[max(sentence.start, place.start - 8) : place.start])
    return not place.is_country and before.endswith(("在", "于", "赴")) and not text.startswith("的", place.end)


def _is_stop(text: str, sentence: Sentence, place: Named) -> bool:
    """Return whether a place stands alone behind a date or a number in a row: 3月,深圳,签约21个; 第二站,东莞,..."""
    before = text[max(sentence.start, place.start - 8) : place.start]
    return _WHEN.search(before) is not None and _ALONE.match(text, place.end) is not None


def _settled(places: tuple[Named, ...]) -> Iterator[tuple[Named, int]]:
    """Yield the places, without a region that only says where the next is (四川泸州), and where they start with it."""
    start = None
    for place, following in zip_longest(places, places[1:]):
        if place.is_region and following is not None and following.start == place.end and not following.is_region:
            start = place.start
            continue
        yield place, place.start if start is None else start
        start = None


@dataclass(slots=True)
class _Found:
    """What the places of a sentence are, as far as it has been read."""

    promoter: str | None = None
    host: str | None = None
    host_is_country: bool = False
    holder: Named | None = None
    is_fair: bool = False


def _read(found: _Found, place: Named, before: str, after: str) -> None:
    clause = _CLAUSE_END.split(after, maxsplit=1)[0]
    before = _APPOSED.sub("", before)
    bracketed = before.endswith(("(", "（"))
    if before.endswith(("在", "于")) or _GOES.search(before[-3:]):
        if (found.host is None or found.host_is_country) and (_HELD.search(after) or not before.endswith(("在", "于"))):
            found.host, found.host_is_country = place.name, place.is_country
    elif bracketed and found.holder is not None and found.holder.end == place.start - 1:
        found.promoter, found.host = found.promoter or found.holder.name, found.host or place.name
    elif before.endswith("、") and found.host is not None and found.holder is None:
        return  # one of several places where it was held
    elif _DELEGATION.match(after):
        found.promoter = found.promoter or place.name
    elif before.endswith(("中国(", "中国（")):
        found.promoter = place.name
    elif _INVEST_IN.search(before.rstrip('"“”「《 ')) or (bracketed and _EVENTS.search(clause)):
        found.promoter = found.promoter or place.name
    elif found.holder is None and not place.is_country and _HOLDS.search(clause):
        found.holder, found.is_fair = place, _FAIR.search(clause) is not None
    elif _GOVERNMENT.match(after):
        found.promoter = found.promoter or place.name


def subject(reading: Reading, draft: Draft, places: tuple[Named, ...]) -> str | None:
    """Return the place that signs in the sentence of a draft."""
    sentence = reading.release.sentences[draft.sentence]
    if places and places[0].start == sentence.start and _LABEL.match(reading.text, places[0].end):
        return places[0].name
    for place in reversed([place for place in places if place.start < draft.at and not place.is_country]):
        if _is_stop(reading.text, sentence, place):
            continue
        if _OTHERS_OF.match(reading.text, place.end):
            continue
        first = first_of_list(reading.text, places, place)
        before = _APPOSED.sub("", reading.text[max(sentence.start, first.start - 8) : first.start])
        between = reading.text[place.end : draft.at]
        if before.endswith(("在", "于", "赴", "从", "与", "自", "到", "来自", "(", "（")):
            continue
        if _CLAUSE_STOP.search(between) is None and len(between) <= _NEAR and not _is_of_event(between):
            return first.name if is_abroad(place.name) else place.name
        break
    return None


def _is_of_event(between: str) -> bool:
    """Return whether a place is a part of the name of an event that follows it, and not who holds it."""
    event = _EVENTS.search(between)
    return event is not None and _ORGANISES.search(between, 0, event.start()) is None


CHINESE = Grammar(is_event, is_fair, dateline, after_dateline, scene, is_venue, subject)
