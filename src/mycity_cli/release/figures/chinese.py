"""What a Chinese number counts: the noun after its measure word, or before the number."""

from __future__ import annotations

import re

from mycity_cli.release.figures.topics import Counted, Topic

_NOUN = r"(?:项目|合同|协议|协定|备忘录|意向书|订单|大单|合约|合作意向|投资意向|合作事项|交易(?![会所额平量日团中]))"
_OTHER = (
    r"(?:县区|县市|区县|县|市|省|州|镇|村|街道|国家|地区|城市|企业|公司|集团|央企|民企|园区|开发区|部门|单位|机构|代表团|团组|商会|协会"
    r"|高校|院校|院所|展位|展区|展馆|方面|领域|行业|产业|门类|大类|类别|板块|专场|场次|月|季度|年|小时|工作日|百分点|客商|嘉宾|专家"
    r"|品牌|产品|奖项|活动|论坛|会议|环节|亮点|特点|平台|基地|中心|团队|国|地|家|名|人|天|日|场|次|届|强)"
)
_MEASURE = r"[个项份宗笔单件桩纸]"

_AFTER = re.compile(
    rf"\s?(?:(?P<measure>{_MEASURE}|大)\s?(?P<described>[^，。；：,;:!?！？、\n（）()]{{0,26}}?))?(?P<noun>{_NOUN}(?:{_NOUN})?)"
    r"(?!部|库|组|团队|负责人|公司|方(?!面)|单位|业主|经理|代表|推介会|签约仪式|专班|法人|说明会|对接会|路演)"
)
_FEW = "两二三四五六"
_MEASURED = re.compile(rf"\s?{_MEASURE}")
_OTHER_NOUN = re.compile(_OTHER)
_NUMBER = re.compile(r"\s?(?:总?数|共|有|达)?\d")
_ENDS_WITH_NOUN = re.compile(rf"{_NOUN}(?:{_NOUN})?\s?$")
_LABEL = re.compile(rf"{_NOUN}(?:总?数量?|个数)?(?:[（(][个项份][)）])?\s?(?:[:：]|总?数为?|达到?)\s?$")
_CLOSED = re.compile(r"\s?(?:[，。；,;、）)\n]|$)")
_VERBS = re.compile(
    r"共计?|总计|合计|累计|分别|先后|已|均|都|为|是|有|在|举行|举办|召开|参加|参会|出席|达成|签下|签订|签署|带来|推出|围绕|将|把|被|通过"
    r"|完成|实现|新增|拥有|包括|涉及|组织|携|赴|获得|展示|争取|承接"
)
_SIGNING = re.compile(r"签约|集中|现场|洽谈|对接|推介")
_NUMERAL = re.compile(rf"\d(?!\d{{0,2}}强|G)|[一二两三四五六七八九十百千]{_MEASURE}")
_BEFORE = re.compile(
    rf"(?P<noun>{_NOUN}|签约(?=数)|达成(?:初步|合作|采购|投资)?意向)(?:总?数量?为?|已|就|共|共有|共计|总计|合计|有|达|达到|多达|为|计|累计|仅|仅有|只有|高达|分别为|分别|[:：])*\s?$"
)
_DESCRIPTION = re.compile(
    r"(?:内资|外资|外商|投资|央企|民企|省属|市属|国企|国有|民营|合资|独资|制造业|服务业|农业|工业|产业|合作|重大|重点|招商|引资|合同|协议"
    r"|意向|各类|技术|科技|科研|文旅|旅游|基础设施|新能源|数字经济|省级|市级|国际|国内|境外|境内|海外|过亿元|亿元|产业链|商贸|贸易|采购"
    r"|购销|框架|战略|正式|新兴|高新技术|先进|智能|开工|在建|储备|续建|新建|改扩建)+$"
)
_ALONE = re.compile(
    rf"\s?{_MEASURE}(?=\s?(?:[，。；：,;:!?！？、（）()\"“”\n]|$|的|为|是|投资|总投资|总额|金额|占|来自|分布|涉及|属|已|均|都|将|在|和|及|与"
    r"|以上|其中|计划|预计|实现|开工|签约|落地|落户|达|[增减降升扩至到]|提高|同比|通过|采用|以|正在|还|拟|主要|则|也|属于|位于|共|总计|合计|由|分别|相比|相较))"
)
_REST = re.compile(r"(?:其余|剩余|余下|另有|另外|还有|其他|其中有?|以上的?|的有)\s?$")
_SIGNED = re.compile(
    r"(?:签约|签订|签署|签下|签成|签回|签得|签(?=了)|(?<=[共新再又])签|达成|谈成|敲定|促成)(?:落地|引进|引资|注册|开工|成功|合作)?(?:了|共计?|合计|总计|累计|达|已达|共有)?(?:约|近|超过?|逾|至少)?\s?$"
)
_COOPERATION = re.compile(
    rf"\s?{_MEASURE}\s?(?:战略|经贸|产业|务实|重点|投资|科技|技术|框架|贸易|采购|招商|文旅|农业|产学研|校地|政企)*"
    r"(?:合作|意向|签约)(?=\s?[，。；、,;）)\n]|\s|$)"
)
"""What is counted only where it was agreed on: 签下15项合作; 在5个领域合作 counts nothing."""

_TOGETHER = re.compile(r"\s?[项者类]\s?(?:合计|共计|总计|总共|相加|之和|加起来|合起来|累计)")
_SORTS = re.compile(r"\s?[项类个](?=\s?[,，]?\s?(?:分别|依次|各))")
_SORTED = re.compile(r"[、和及与][\u4e00-\u9fff]{2,8}$")
_NAMED_BEFORE = re.compile(r"(?:^|[，。；：、,;:!?！？\s]|以上|上述|这|前述)$")
_LEADS_IN = re.compile(
    r"\s*(?:其中|当中|这些|上述|以上|另有|另外|其余|合计|共计|总计|[按从分以][^，。；,;]{1,10}(?:看|分|划分|来看|来说|统计)[，,：:])"
)
_LABELLED_LINE = re.compile(
    r"\s*(?:[-*•·]\s*|\d{1,2}[.、)]\s*|[（(]?[一二三四五六七八九十]{1,2}[）)、]\s*)?[\u4e00-\u9fff]{2,12}(?<![馆位厅室店人客宾媒场])(?<!企业)[:：]\s?[约近超]?\d"
)
_ANNOUNCING = re.compile(
    rf"(?:{_NOUN}|签约)(?:成果)?(?:分布|构成|情况)?(?:如下|名单|清单|一览表?|汇总|情况|明细|分布)[（(:：]?[^，。]{{0,8}}$"
)
_NEXT_COUNT = re.compile(rf"(?:\s?{_MEASURE}[、和及与]\s?(?:约|近|超)?\d[\d,]{{0,8}}[余多]?(?={_MEASURE})){{1,6}}")
_NOUN_ALONE = re.compile(_NOUN)
_TOPIC = re.compile(rf"{_NOUN}|企业|公司|活动|县区|国家|城市|园区|展位|嘉宾|客商|机构|论坛|会议|协会|商会|平台|基地")

_SPREAD = re.compile(r"(?:来自|涉及|覆盖|分布在?|涵盖|遍布)\d{1,3}[个家]?$")
"""Before a noun that says how far what was counted is spread: 38个项目来自8个国家，其中德国5个."""

_SIZE = re.compile(
    r"(?:(?:总?投资额?|总额|金额)(?:为|达|约|共|均)?|单体|单个)?(?:超过?|过|逾|近)?(?:\d[\d.,]{0,12}|[一二两三四五六七八九十百千]{1,6})?[万亿]{1,2}(?:美|港|欧)?元?(?:人民币)?"
    r"(?:及?以[上下])?(?:的|级)?"
)
"""The size that describes projects: 6个50亿元以上项目."""


def counted(text: str, start: int, end: int) -> Counted | None:
    """Return what the number from `start` to `end` counts, and where its noun ends in the text."""
    if text[start] in _FEW and _counts_kinds(text, start, end):
        return None
    found = _AFTER.match(text, end)
    if found is not None and _describes(text, found):
        # The amount within is a figure of its own, so the count ends before it.
        sized = _SIZE.search(found["described"] or "") is not None
        return Counted(Topic.DEALS, found.end("measure") if sized else found.end("noun"))
    measure = _MEASURED.match(text, end)
    if measure is None:
        labelled = _LABEL.search(text, max(0, start - 24), start) and _CLOSED.match(text, end)
        return Counted(Topic.DEALS, end) if labelled else None
    other = _OTHER_NOUN.match(text, measure.end())
    if other is None and _BEFORE.search(text, max(0, start - 20), start):
        return Counted(Topic.DEALS, measure.end())
    if other is None and _SIGNED.search(text, max(0, start - 8), start):
        if _ALONE.match(text, end):
            return Counted(Topic.DEALS, measure.end())
        if (agreed := _COOPERATION.match(text, end)) is not None:
            return Counted(Topic.DEALS, agreed.end())
    if _counts_with_next(text, end):
        return Counted(Topic.DEALS, measure.end())
    if _ALONE.match(text, end) is not None or (other is None and _REST.search(text, max(0, start - 6), start)):
        return Counted(None, measure.end())
    return Counted(Topic.OTHER, measure.end())


def _counts_kinds(text: str, start: int, end: int) -> bool:
    """Return whether a number is how many figures or kinds the text speaks of, and no number of projects.

    So it is in 两项合计987.3亿元, and in 包括工业、农业、服务业三项,分别为.
    """
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
    if _NUMERAL.search(described) or _VERBS.search(described):
        return False
    other = _OTHER_NOUN.match(described)
    if other is not None and (described[other.end() :].startswith("的") or _SIGNING.search(described)):
        return False
    follows = _NUMBER.match(text, found.end())
    return follows is None or other is None


def start_of_noun(text: str, start: int) -> int:
    """Return where the noun with its description starts that stands directly before a number, else where it stands."""
    found = _ENDS_WITH_NOUN.search(text, max(0, start - 8), start)
    if found is None:
        return start
    description = _DESCRIPTION.search(text, max(0, found.start() - 16), found.start())
    return found.start() if description is None else description.start()


def leads_in(text: str) -> bool:
    """Return whether a sentence goes on about what was counted before it: 其中经开区8个, 从投资来源看, 食品：9个."""
    return _LEADS_IN.match(text) is not None or _LABELLED_LINE.match(text) is not None


def announces(text: str) -> bool:
    """Return whether a sentence without a number says that a list of deals follows, as 签约项目如下."""
    return _ANNOUNCING.search(text) is not None


def topic_before(text: str, start: int) -> Topic | None:
    """Return what the last noun before a number is that could be counted: None where there is none."""
    nouns = [
        found[0]
        for found in _TOPIC.finditer(text, max(0, start - 120), start)
        if not _SPREAD.search(text, max(0, found.start() - 12), found.start())
    ]
    if not nouns:
        return None
    return Topic.DEALS if _NOUN_ALONE.fullmatch(nouns[-1]) is not None else Topic.OTHER


# --- amounts without a currency, shares ------------------------------------------------------------------------------

_MONEY = re.compile(
    r"投资|资金|总额|金额|额|产值|产出|营收|收入|税收|利润|销售|贸易|成交|外资|内资|引资|融资|资本|GDP|生产总值|估值|市值|价值|预算|贷款|授信"
    r"|补贴|奖励|基金|规模|元"
)
_AFTER_AN_AMOUNT = re.compile(
    r"\s?(?:[，。；：,;:!?！？、（）()\"“”\n和及与至到]|$|的|以上|以下|左右|以内|大关|增|同比|占|美|人民币|，|分别)"
)
_NO_TENTHS = re.compile("[都立功为员果交本效长品熟绩套型]")


def is_amount(text: str, start: int, end: int, power: int, *, said: bool) -> bool:
    """Return whether a number of 万 or 亿 without a currency is money: 投资275亿. `said`: another is stated before."""
    if power < 4 or _AFTER_AN_AMOUNT.match(text, end) is None:
        return False
    return said or _MONEY.search(text, max(0, start - 16), start) is not None


def is_tenths(text: str, end: int) -> bool:
    """Return whether 成 after a number is tenths, and no part of 成都, 成立, 成功."""
    return text[end - 1] != "成" or _NO_TENTHS.match(text, end) is None


_GREW = re.compile(r"(?:增长|增加|提高|提升|增幅|下降|减少|降低)[了为达约近超过]{0,2}$")


def is_share(text: str, start: int, end: int) -> bool:
    """Return whether 一半, or a fraction in words, is one of deals or money."""
    if text[start] == "半" and text[start - 1 : start] not in ("过", "超", "近") and text[end - 1] != "数":
        # 上半年, 半导体
        return False
    if _GREW.search(text, max(0, start - 6), start) is not None:
        return True
    if re.compile(rf"(?:以上|左右|多|强)?的?(?:{_NOUN}|投资|资金|总额|金额)").match(text, end) is not None:
        return True
    around = text[max(0, start - 24) : start]
    found = [
        *re.finditer(
            rf"{_NOUN}|投资|资金|总额|金额|总量|外资|企业|公司|活动|县区|国家|城市|园区|展位|嘉宾|客商|人", around
        )
    ]
    return bool(found) and found[-1][0] not in (
        "企业",
        "公司",
        "活动",
        "县区",
        "国家",
        "城市",
        "园区",
        "展位",
        "嘉宾",
        "客商",
        "人",
    )


def names_deals(heading: str) -> bool:
    """Return whether a heading names deals: 项目数, 签约项目(个)."""
    return (
        re.compile(rf"(?:{_NOUN}(?:总?数量?)?|签约(?:总数|数量?|个数))\s?(?:[（(][个项份][)）])?$").search(heading)
        is not None
    )


def names_money(heading: str) -> bool:
    """Return whether a heading names money: 投资额, 签约金额."""
    return _MONEY.search(heading) is not None


def topic_after(text: str, end: int) -> Topic | None:
    """Return what the next noun behind a number is that could be counted: 厦门18个、苏州30个，共签约48个项目."""
    found = _TOPIC.search(text, end, end + 60)
    return Topic.DEALS if found is not None and _NOUN_ALONE.fullmatch(found[0]) is not None else None
