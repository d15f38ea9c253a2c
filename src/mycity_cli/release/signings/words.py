"""The words that tell a signing from a plan, an offer or a past success, and a part from a whole."""

from __future__ import annotations

import re
from typing import NamedTuple


class Words(NamedTuple):
    """The words of a language, as patterns."""

    signed: re.Pattern[str]
    """What says that something was signed."""
    other: re.Pattern[str]
    """What says that projects were offered, planned, built or rewarded: anything but signed."""
    agreement: re.Pattern[str]
    """What a count counts, or an amount is the worth of, that is by its name a thing signed."""
    company: re.Pattern[str]
    """A company, at the end of what stands before a verb."""
    part: re.Pattern[str]
    """What announces, between two figures, that the second is a part of the first."""
    back: re.Pattern[str]
    """What refers to a whole that an earlier sentence stated."""
    listed: re.Pattern[str]
    """The end of what precedes a single project's investment."""
    total: re.Pattern[str]
    """What announces the amount of everything that was signed."""
    no_total: re.Pattern[str]
    """What stands between a count and an amount that is not the worth of what is counted."""
    former: re.Pattern[str]
    """What sets an earlier signing beside one, at the end of what precedes its figure, or after it."""
    gap: re.Pattern[str]
    """Where clauses end."""


def _phrases(text: str) -> re.Pattern[str]:
    """Return the pattern of English phrases, each a pattern of its own between bars, as whole words."""
    return re.compile(rf"\b(?:{_joined(text)})\b", re.IGNORECASE)


def _signs(text: str) -> re.Pattern[str]:
    """Return the pattern of Chinese words, each a pattern of its own between bars."""
    return re.compile(_joined(text))


def _joined(text: str) -> str:
    return "|".join(phrase.strip() for phrase in re.split(r"\s+\|\s+", text.strip()))


ENGLISH = Words(
    signed=_phrases(
        r"""
        (?:co-?)?sign(?:s|ed|ing|ings)? | ink(?:s|ed|ing) | seal(?:s|ed) | conclud(?:es|ed)
        | secur(?:es|ed|ing) | clinch(?:es|ed|ing) | str(?:ikes|uck) | land(?:s|ed) | wins? | won
        | contracted | nets | netted | garner(?:s|ed|ing) | penned | bag(?:s|ged) | finali[sz](?:es|ed)
        | draws? | drew | attract(?:s|ed|ing) | gain(?:s|ed) | obtain(?:s|ed) | harvest(?:s|ed)
        | reap(?:s|ed) | reach(?:es|ed) | enter(?:s|ed) into | formali[sz](?:es|ed)
        | br(?:ings?|ought|inging) in | lur(?:es|ed) | produc(?:es|ed) | yield(?:s|ed) | generat(?:es|ed)
        | result(?:s|ed|ing) in | le(?:d|ads) to | nail(?:s|ed) | settl(?:es|ed) | agree(?:s|d) (?:on|to)
        | clos(?:es|ed) deals | snap(?:s|ped) up | pick(?:s|ed) up | witness(?:es|ed) | facilitat(?:es|ed)
        | sew(?:s|ed|n) up | hammer(?:s|ed) out | (?:reel|rak|haul)(?:s|es|ed) in | contribut(?:es|ed) | confirm(?:s|ed)
        | put(?:s|ting)? (?:\w+ ){0,2}(?:names?|signatures?|pens?|pen) (?:to|under|on)
        | (?:brings?|brought|took|takes|carried) home
        | (?:comes?|came|walk(?:s|ed)|went|goes|return(?:s|ed)|left) (?:home |away |back |off )?with
        | (?:took|takes|taken)(?! (?:place|part|over|to|off|up|effect)) | scor(?:es|ed) | notch(?:es|ed)
        | f(?:inds?|ound) (?:\w+ )?(?:investors?|partners?|takers?|backers?|homes?) | results? are | the results? of
        | the results?(?= ?(?:--|[:–—])) | (?:these|those) (?:are|were) the results?
        | book(?:s|ed) | collect(?:s|ed) | receiv(?:es|ed) | achiev(?:es|ed) | regist(?:ers|ered)
        | pledg(?:es|ed) | commit(?:s|ted) | br(?:ings?|ought)(?! (?:together|to)\b)
        | exchang(?:es|ed|ing) | initiall?(?:s|ed) | chalk(?:s|ed) up | rack(?:s|ed) up | wrap(?:s|ped) up
        | lock(?:s|ed) (?:in|up) | ti(?:es|ed) up | firm(?:s|ed) up | sh(?:akes?|ook) hands (?:on|over)
        | cut(?=(?: \w+)? (?:\d+ )?deals) | hand(?:s|ed) over(?! to\b)
        | (?:clos|end)(?:es|ed|ing) (?:[\w'’]+ ){0,4}with | (?:winds?|wound) up with
        | in (?:its|their|his|her|the) (?:luggage|suitcases?|briefcases?|bags?|pockets?) | in the bag | on paper
        | pens? (?:met|touched|to paper) | put pen to paper
        """
    ),
    other=_phrases(
        r"""
        put(?:s|ting)? (?:forward|up) | releas(?:es|ed|ing) | (?:being |were |was |also )?promot(?:es|ed)
        | present(?:s|ed) | showcas(?:es|ed|ing) | unveil(?:s|ed|ing) | recommend(?:s|ed|ing)
        | offer(?:s|ed|ing)? | on (?:show|offer|display|sale) | displayed
        | displays(?= (?:its|the|some|about|\d)) | exhibit(?:s|ed)
        | seek(?:s|ing)? | sought | look(?:s|ing) for | need(?:s|ed|ing)? | in (?:search|need) of
        | await(?:s|ed|ing)? | available
        | (?:will|to|would|shall|may|could|can|might) (?:also |soon )?(?:be )?(?:sign|ink|seal|conclude|secure)(?:e?d)?
        | (?:will|to|would|shall|may|could|can|might) (?:also |soon )?(?:be )?(?:clinch|attract|land|win)(?:ed)?
        | expect(?:s|ed)? to (?:be )?(?:sign|ink)\w*
        | (?:plan|aim|hope|intend|expect|seek|prepare|agree)(?:s|ned|d|ed|ing)? to sign | awards? | awarded
        | prizes? | subsid(?:y|ies|i[sz]ed) | broke ground | break(?:s|ing)? ground | under construction
        | (?:start|began|begin|commenc|launch)\w* (?:of )?construction
        | construction (?:of|on|began|has begun|started|work) | complet(?:es|ed)
        | put into (?:use|operation|production) | (?:in|into) operation | operational
        | under (?:negotiation|discussion|way) | negotiat(?:es|ed|ing) | in talks | in the pipeline
        | pipeline of | prepar(?:es|ed|ing) | reserv(?:es|ed?)
        | (?:list|catalogue?|database|collection|batch|portfolio) of (?:[\w-]+ ){0,2}(?:projects )?(?:for|seeking)
        | running(?! total) | run by | approved
        | planned(?! (?:total )?(?:invest|spend|outlay|capital|expenditure|value|cost)) | propos(?:es|ed|ing)
        | target(?:s|ed|ing)?
        | aim(?:s|ed|ing) | up for | pitch(?:es|ed) | introduc(?:es|ed|ing) | publici[sz](?:es|ed|ing)
        | advertis(?:es|ed|ing) | solicit(?:s|ed|ing)
        | expect(?:s|ed)?(?= (?:about |some |only |at least )?\d)
        | (?:folder|brochure|booklet|menu|wish ?list|catalogue?|directory|shortlist|selection|offer) of
        | hop(?:e|es|ed|ing) for | wish(?:es|ed) for | aimed for
        | (?:had|have) (?:already )?been signed (?:at|in|last|earlier|before) | (?:agreed|signed) in principle
        | existing | home to | now (?:counts?|has|have|boasts?|hosts?)
        | (?:goal|target|aim|hope) of(?: (?:sign|attract|land|secur|bring)ing)?
        | (?:has|have|had) (?:put|invested) (?:money )?in | should (?:also )?(?:bring|attract|sign)
        | to be built | for cooperation with | open to | drawn up | shortlisted | selected from
        | (?:still|are|is|were|was) (?:talking|discussing|haggling|working on|considering)
        | (?:being|been) (?:discussed|weighed|examined|studied|considered|finali[sz]ed|drafted)
        | (?:might|could|may) (?:yet |well |still )?(?:bring|add|yield|follow|be worth)
        | (?:erroneously|mistakenly|incorrectly|wrongly) (?:\w+ )?(?:reported|stated|said|gave|put) | misstated
        | expect(?:s|ed|ing)? [\"“]?(?:another|a further|(?:some |about |around |up to |at least )?\d+) | advanced talks
        | talks? (?:are|is|were|was|go|goes|continue)\w* | under consideration | undecided | unsigned
        | (?:not|never|n't) (?:yet )?(?:been )?(?:sign|ink|seal|conclud|finali[sz])ed
        | yet to (?:be )?(?:sign|ink|seal|conclude|finali[sz]e)(?:e?d)?
        | (?:due|set|slated|scheduled|likely|about) to (?:be )?(?:sign|ink|seal|conclude|follow)(?:e?d)?
        """
    ),
    agreement=_phrases(
        r"""
        deals? | contracts? | agreements? | pacts? | memorand(?:um|ums|a) | MoUs? | signings?
        | partnerships? | contracted | signed | signatures? | tally | results? (?:of|by|from)
        | accords? | orders? | letters? of intent | intents?
        """
    ),
    company=re.compile(
        r"\b(?:Ltd|Limited|Inc|Corp(?:oration)?|Co|[Cc]ompany|[Gg]roup"
        r"|Holdings?|LLC|plc|GmbH|AG|Technolog(?:y|ies)|Bank"
        r")\b\.?[^,;]{0,20}$"
    ),
    part=_phrases(
        r"""
        of (?:which|those|these|them)
        | of the(?= (?:total|signed|contracted|\d|[a-z]+ (?:projects|deals|contracts|agreements)))
        | among (?:which|those|these|them|the) | includ(?:es|ed|ing) | compris(?:es|ed|ing)
        | consist(?:s|ed|ing) of | break(?:s|ing)? down | divided | made up of
        | the (?:remaining|rest|others?|largest|biggest) | remaining | another | alone | in particular
        | the lion['’]s share | the bulk
        | account(?:s|ed|ing)? for | respectively | the host | as well as | contribut(?:es|ed) | ma(?:kes?|de) up
        """
    ),
    back=_phrases(
        r"""
        of (?:those|these|them) | among (?:those|these|them) | the (?:remaining|rest|others?|host)
        | the lion['’]s share | the bulk | remaining | alone | account(?:s|ed|ing)? for | break(?:s|ing)? down
        | compris(?:es?|ed|ing) | consist(?:s|ed)? of | (?:they|these|those|it) includ(?:es?|ed) | contribut(?:es|ed)
        | ma(?:kes?|de) up | by (?:size|sector|investor|origin|stage|industry|source|region|type|value)
        | divided | in particular
        """
    ),
    listed=re.compile(r"\((?:[^()]*,)?\s*$"),
    total=_phrases(
        r"""
        total(?:s|l?ing|l?ed)? | combined | together | altogether | overall | aggregate | worth
        | values?(?= (?:the|this|it|them|these)\b) | valued?
        | bottom line
        | invest(?:ment|ments|ed) | involv(?:es|ed|ing) | cover(?:s|ed|ing) | represent(?:s|ed|ing)
        | pledg(?:es|ed|ing) | put(?:s|ting)? (?:in|up) | br(?:ings?|inging|ought)
        | carr(?:y|ies|ied|ying) | cost(?:s|ing)? | capital | funds | funding
        | amount(?:s|ed|ing)? | c[oa]m(?:es?|ing) to | add(?:s|ing)? up to | price tag
        | (?:a|the|total|combined|joint) (?:figure|sum) of
        | spend(?:ing)? | outlays? | account(?:s|ed|ing)? for | ma(?:kes?|de|king) up
        | (?:potential|estimated|declared|stated|face|nominal|contract|deal|book) value
        | stands? for | stood for | runs? to | ran to | gross(?:es|ed|ing)? | sum | volume
        """
    ),
    no_total=_phrases(
        r"""
        each | per | apiece | average | individual(?:ly)? | annual(?:ly)? | output | revenues? | sales of
        | GDP | tax(?:es)? | loans? | fined | fines | profits? | turnover
        | of (?:that|which|it) | a single | the largest | the biggest | among (?:them|which) | first phase
        | trade volume | will be
        | expect(?:s|ed|ing)? (?:the|its|their|total|this) | fund of | such as
        | for (?:example|instance) | among them an?
        """
    ),
    former=_phrases(
        r"""
        (?:compared|comparing) (?:with|to)
        | (?:up|down|dropping|falling|rising|rose|fell|climb(?:s|ed|ing)|grew|dropped|increased|decreased) from
        | (?:larger|higher|more|less|fewer|lower|smaller) than the | versus | against
        | a year (?:earlier|ago|before) | in (?:19|20)\d\d (?:it|they|this|these|that) had been
        | last (?:year|spring|summer|autumn|fall|winter|time) | the year before | previous(?:ly)?
        | (?:the )?(?:last|previous|preceding|former) (?:edition|conference|fair|event|session|forum|year)
        """
    ),
    gap=re.compile(r"(?<!\d),|,(?!\d)|[;:]|\s(?:--|–|—)\s|—|\bwhile\b|\bwhereas\b|\bbut\b"),
)

CHINESE = Words(
    signed=_signs(
        r"""
        签(?:约|署|订|定|下|了|成|到|协|入) | 签 | 揽(?:下|得|获|回|金) | 达成 | 落户 | 落地 | 成交 | 引资 | 引进
        | 引入 | 敲定 | 斩获 | 收获 | 吸引
        | 一锤定音 | 拍板 | 尘埃落定 | 到手 | 喜结 | 联姻 | 签字 | 画押 | 花落 | 名花有主
        | 落笔 | 成约 | 落定 | 谈成 | 谈妥 | 定下 | 抱回 | 捧回 | 收入囊中 | 入账 | 缔约 | 互换
        | 交换(?=[^，。；]{0,12}(?:文本|备忘录|协议))
        | 落槌 | 锁定 | 战果 | 成绩单 | 促成 | 拿下 | 招引 | 缔结 | 合同 | 协议 | 成功引 | 带回 | 牵手
        """
    ),
    other=_signs(
        r"""
        (?:将|拟|计划|预计|力争|有望|争取|准备)[^，。；投]{0,8}(?:签[约署订下]?|引资|引进|引入|吸引)
        | 达成(?:初步|合作|投资){0,2}意向(?!性?(?:协议|合同|书)) | 初步意向 | 初步达成
        | 推出 | 发布 | (?:集中|重点|现场|专场)?推介(?!会|活动|暨|大会|仪式) | 推荐 | 拟(?!投资|投|总投|协议)
        | 即将 | 计划(?!投资|总投) | 预计签 | 有望 | 征集 | 储备 | 包装 | 策划 | 谋划 | 待签 | 等待 | 需求
        | 开工 | 竣工 | 投产 | 在建 | 建成 | 复工
        | 续建 | 投用 | 投运 | 奖励 | 扶持 | 补贴 | 颁发 | 授予 | 洽谈(?!会|活动|暨) | 对接(?!会|活动)
        | 展示(?!会|活动) | 参展 | 亮相 | 现有 | 列入
        | 入选 | 入库 | 目录 | 清单 | 寻求 | 招商项目 | 邀请 | 希望 | 力争 | 目标 | 争取 | 确保 | 跟踪 | 在谈
        | 备选 | 意向性 | 实施 | (?<![主需重])要[^，。；投求素]{0,6}(?:签[约署订下]|引资|引进|引入|吸引)
        | 未来[一二两三四五六七八九十几\d]+年 | 谈判 | 磋商 | 跟进 | 接洽 | 还在谈 | 仍在谈 | 在商谈 | 洽商
        | 误(?:写|作|报|为|将|称)
        """
    ),
    agreement=re.compile(
        r"签约|签订|签署|合同|协议|订单|合作备忘录|备忘录|意向|签下|签了|成绩单|战[果报绩]"
        r"|(?:招商|推介|洽谈|对接|经贸)[^，。；\n]{0,8}(?:小结|情况|成果|收获|成绩|盘点|一览|结果)"
        r"|[晒交亮报拿]出[^，。；]{0,8}(?:成绩|收获|成果|账|答卷)"
    ),
    company=re.compile(
        r"(?:公司|集团|股份|(?<!企)业|[司厂器店社]|(?<![展易表问分贸察商])团|(?<!同)行|电子|科技|家具|实业"
        r"|[”\"](?!应|更)[^，。；会式坛动展周]{0,8})(?:[一二三四五六七八九十\d]+天)?"
        r"(?:(?:今年|去年|全年|上半年|[一二三四]季度|以来|近日|累计|已|新|共)+)?(?:现场)?(?:销售[^，。；]{0,12}、)?[就也还共又]?$"
    ),
    part=_signs(
        r"""
        ^中 | 其中 | 其余 | 余下 | 剩余 | 另有 | 还有 | 此外 | 分别 | 按[^，。；]{1,8}(?:分|看|划分)?[，,]
        | [个项份]项目中 | 包括 | 内资 | 外资
        | 外商 | [当这]中 | 之中 | 占
        """
    ),
    back=_signs(
        r"""
        其中 | 其余 | 余下 | 剩余 | 另有 | [个项份][^，。；]{0,8}项目中 | [当这]中 | 之中
        | 按[^，。；]{1,10}[，,] | 占
        """
    ),
    listed=re.compile(r"(?!)"),
    total=_signs(
        r"""
        总投资 | 投资总额 | 投资额 | 总额 | 合计 | 总计 | 共计 | 协议投资 | 协议资金 | 总金额 | 金额 | 引资
        | 计划投资 | 投资 | 资金 | 涉及 | 达 | 约 | 计
        | 共
        """
    ),
    no_total=_signs(
        r"""
        均 | 每 | 各投 | 产值 | 税收 | 营收 | GDP | 生产总值 | 贷款 | 基金 | 销售(?!合同) | 年产 | 利润 | 单个
        | 单体 | 最大 | 出口 | 进口 | 首期
        | 一期 | 例如 | 比如 | 固定资产 | 注册资[本金] | 设备投资
        """
    ),
    former=_signs(r"上届 | 上一届 | 前[两三]?届 | 去年 | 上年 | 上次 | 往届 | 上一年 | 同期"),
    gap=re.compile(r"[，；：,;:]"),
)


def words_of(language: str) -> Words:
    """Return the words of a language of a sentence."""
    return CHINESE if language == "zh" else ENGLISH
