"""The words that say how figures belong together."""

from __future__ import annotations

import re

_OPPOSITES = (
    (r"\bdomestic\w*|\bchinese[- ]funded", r"\b(?:foreign|overseas|international|outside)\b"),
    (r"\b(?:inbound|inward)\b", r"\b(?:outbound|outward|overseas)\b"),
    (r"\bforeign[- ](?:invest|capital|fund)\w*|\b(?:using|with) foreign", r"\b(?:outward|outbound|overseas)\b"),
    (r"\bonline\b|\bremote\w*|\bby video\b", r"\b(?:on[- ]?site|on the spot|offline|in person|at the venue)\b"),
    (r"\bimports?\b", r"\bexports?\b"),
    (r"\binvestment (?:projects|contracts|deals)\b", r"\btrade (?:projects|contracts|deals)\b"),
    (r"\bstate[- ]owned\b", r"\bprivate\w*"),
    (r"\b(?:new|newly)\b", r"\b(?:expan\w+|existing|renewed|upgrad\w+)\b"),
    (r"\bmanufactur\w+|\bindustr(?:y|ial)\b", r"\bservices?\b"),
    (r"\b(?:formal|binding|firm)\b|\bcontracts\b", r"\b(?:intent\w*|letters? of intent|memorand\w+|framework\w*)\b"),
    (r"\bpublic\w*|\bgovernment\b", r"\bprivate\w*"),
    (r"内资|国内|境内|省内|市内", r"外资|国外|境外|海外|省外|市外"),
    (r"线上|云上|云签约", r"线下|现场"),
    (r"进口", r"出口"),
    (r"国企|国有|央企", r"民企|民营|民间"),
    (r"投资类|投资项目", r"贸易类|贸易项目"),
    (r"新建|新签", r"续建|扩建|增资|技改"),
    (r"制造|工业", r"服务"),
    (r"合同", r"协议|意向"),
)
"""Kinds of which a thing is one or the other, so that the two make up the whole."""


def _words(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


CLOSED = _words(
    r"\b(?:break(?:s|ing)? down|broken down|breakdown|divided|split|fall(?:s|ing)? into|grouped|classified)\b",
    r"\b(?:compris(?:e|es|ed|ing)|consist(?:s|ed|ing)? of|ma(?:d|k)e(?:s)? up(?: of| by)?|composed of|constitut\w+)\b",
    r"分为|分成|分别为|分别是|由[^。；]{0,40}(?:组成|构成)|构成(?:为|如下)?[：:]",
)
"""What says that a list holds everything."""

REMAINING = _words(
    r"\b(?:remaining|remainder|the rest|the others?|the balance|the last)\b",
    r"其余|余下|剩余|剩下|其它|其他|另外?的?[0-9一二两三四五六七八九十]",
)
"""What says that a part is the last one."""

OPENING = _words(
    r"\b(?:includ(?:e|es|ed|ing)|inclusive of|(?:of|among) (?:which|these|those|them|the)\b)",
    r"(?:项目|合同|协议|金额|投资)中[，,]",
    r"\b(?:involv(?:e|es|ed|ing)|cover(?:s|ed|ing)?|namely|in terms of|across|respectively|the(?:y|se) are)\b",
    r"\bin (?:value|volume|money) terms\b",
    r"\bby (?:\w+ )?(?:sector|industry|type|size|form|source|region|field|category|kind|area|origin|value|nature)\b",
    r"\bby (?:\w+ )?(?:investor|place|city|country)\b",
    r"其中|包括|包含|涵盖|涉及|分别|按|从[^。；，]{1,12}(?:看|来看|分)|分(?:产业|行业|类型|地区|区域|规模)|[:：]",
)
"""What opens a list of parts that may be all of them or some."""

OF_THE_WHOLE = _words(r"\b(?:of|among)(?: the| these| those| its| all)?(?: \w+){0,2}\s+\Z")
"""What says before a total that its parts follow: of the 57 projects."""

CLASSIFIED = _words(
    r"\b(?:by|in terms of) (?:\w+ ){0,2}(?:sector|industry|type|size|form|source|region|field|category|kind|area"
    r"|origin|nature|investor|place|city|country|stage|status|phase|progress|ownership|nationality|location)\b",
    r"(?:按|从|分)(?:照)?(?:产业|行业|类型|类别|地区|地域|区域|来源|资金来源|形式|领域|性质|投资方|投资主体|国别|阶段|进度|所有制|企业类型)",
)
"""What says by what everything is divided."""

WITHIN = _words(r"\b(?:of|among) (?:which|these|those|them)\b|\bincluding\b", r"其中|包括")
"""What says that a figure is a part of the one before it."""

OF_THE_WHOLE_BEHIND = _words(
    r"[\w-]+ of (?:the|these|those|them|all)\b(?: (?:deals|projects|contracts|agreements|total))?"
)
"""What says of a count that it is one of those named before: eleven of the deals."""

PARTED = _words(r"\b(?:of|among) (?:which|these|those|them)\b[^.;\d]{0,40}\Z", r"其中[^。；\d]{0,20}\Z")
"""What begins a list of parts, right before the first of them."""

MAY_OVERLAP = _words(
    r"\b(?:high[- ]?tech|foreign|overseas|fortune|top 500|key|major|largest|biggest|over|above|exceed\w*|more than)\b",
    r"高新|高科技|外资|外商|500强|五百强|重点|重大|龙头|上市|最大|主要|以上|超|近|约|新增|等",
)
"""What names a kind of parts that others of the list may be as well."""

NOT_ALL = _words(r"\b(?:as well as|others?|also|several|a number of|more)\b", r"还有|若干|其他|其它|其余|一批|多个|另")
"""What says behind a list that there is more than it holds."""

OF_INVESTORS = _words(
    r"\b(?:will|plans? to|is to|invest(?:s|ed)?|puts?|corp|group|co\b|inc)\b", r"公司|集团|股份|[^总]投资\d*\Z"
)
"""What tells of an investor rather than of a kind: the list is of the best known."""

EXAMPLES = _words(
    r"\b(?:such as|for example|for instance|e\.g\.|among others|and others|and so on|and more|etc\b)",
    r"例如|比如|譬如|诸如|如[：:]|等等|以[^，。]{1,12}为例",
)
"""What says that a list is of examples."""

GROUP = _words(
    r"(?:^|[.;。；]\s*)(?:by|in terms of|according to|(?:of|among) (?:the|these|those|them)|classified)\b",
    r"(?:^|[。；;]\s*)(?:按|从|分|依|就|其中|在|根据)",
    r"(?:^|[。；;]\s*)[^，。；\d]{0,8}(?:涵盖|涉及|包括|分属|分布)",
    r"^\W*(?:they|these|the (?:projects|deals|contracts|agreements))\b[^.;,\d]{0,12}"
    r"\b(?:cover|span|comprise|include|fall)\b",
)
"""What begins another breakdown of the same total."""

TOGETHER = _words(
    r"\b(?:together|altogether|combined|all told|in (?:total|all)|a (?:grand )?total of|total(?:s|l?ing|l?ed)?|overall"
    r"|bring(?:s|ing)?|brought|add(?:s|ed|ing)? up to|sum(?:s|med|ming)? (?:up )?to|jointly|both"
    r"|the (?:two|three|four)|makes?|making|made|tally|so that|thus|therefore|over both|went home with|in sum)\b",
    r"合计|共计|总计|累计|一共|总共|加起来|合起来|加在一起|[两三四]项|相加|共|总数|总额|全[市省天场]|累积|总量|至此",
)
"""What may say that a figure adds up those before it."""

ADDED_UP = _words(
    r"\b(?:together|altogether|combined|all told|add(?:s|ed|ing)? up to|sum(?:s|med|ming)? (?:up )?to)\b",
    r"\b(?:brought|bring(?:s|ing)?) (?:the|its|their) (?:[\w-]+ )?(?:total|overall|combined|number|tally|count)\b",
    r"(?:\bfor|,) (?:a )?(?:combined )?total\b|\bthe total (?:reached|was|is|came to)\b|\btotal[:：]",
    r"\baccount(?:s|ed|ing)? for all\b|\bmak(?:e|es|ing) up (?:all|the whole)\b|\bmake up (?:all )?the\s+\Z",
    r"合计|共计|总计|一共|总共|加起来|合起来|加在一起|[两三四]项|相加|[，,]总[数额][为达]?|全天|[两三四五六][场市地县区届批家天站][^，。；]{0,6}[共累]",
    r"[两二三四五六七八九]大?(?:板块|领域|产业|行业|类别?|方面)[^，。；]{0,6}[共累]",
)
"""What says that a figure adds up those before it."""

IN_ALL = _words(r"[^.;,]{0,12}\b(?:in (?:all|total)|altogether|all told|together|combined)\b")
"""What says behind a figure that it adds up those before it."""

FORMER = _words(
    r"\b(?:last|previous|preceding|prior) (?:year|edition|time|event)|\byear (?:earlier|ago|before)",
    r"\bin (?:19|20)\d\d\b|去年|上年|上届|同期|前年|上次|(?:19|20)\d\d年",
)
"""What says that a figure is of an earlier time."""

ELSEWHERE = _words(
    r"\b(?:in|at) (?-i:[A-Z])[\w'’-]+,|\bthis (?:year|time)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    r"\b(?:also|meanwhile|separately|another|later)\b",
    r"今年|本届|此次|另|同时|此后|随后|在[^，。；]{2,6}[，,]",
)
"""What says between two figures that the second is of another time or place."""

EXCEEDS = _words(
    r"\b(?:exceed\w*|surpass\w*|outweigh\w*|outstrip\w*|outnumber\w*|outdid|outdo\w*|overtook|eclips\w+|dwarf\w*"
    r"|topp(?:ed|ing)|beat|(?:more|higher|greater|larger|bigger) than)\b",
    r"超过|超出|高于|多于|大于|高过|胜过|盖过|压过|比(?![例重如])",
)
"""What compares a figure with others, and does not add them up."""

COLON = _words(r"[:：][^.;。；]{0,30}\Z")
"""What opens a list of everything."""

TOTAL = _words(r"\btotal\w*|\b(?:altogether|overall|in all|combined)\b", r"总|共|合计")
"""What says that a figure is a total."""

_RESPECTIVELY = _words(r"分别|各为|\brespectively\b")
_PAIRS = [(re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE)) for one, other in _OPPOSITES]


def are_opposites(one: str, other: str) -> bool:
    """Return whether two texts speak of the two kinds that make up a whole: domestic and foreign, 内资 and 外资."""
    return any(
        (first.search(one) and second.search(other)) or (second.search(one) and first.search(other))
        for first, second in _PAIRS
    )


def are_opposites_named(text: str) -> bool:
    """Return whether a text names both: 外资和内资分别为, foreign and domestic investment came to."""
    return _RESPECTIVELY.search(text) is not None and are_opposites(text, text)
