"""The lines of web pages that head other stories, and those that are no part of a story wherever they stand."""

from __future__ import annotations

import re

from mycity_cli.expressions import expression
from mycity_cli.figure.folding import narrow, simplified

_NEWS = "(?:news|stories|story|articles?|posts|readings?|reads|topics?|headlines|videos|links?|coverage|content|list)"
_WHENCE = r"(?: (?:from|on|in) [\w ]{1,40})?"
_HEADS_OTHERS = (
    rf"related(?: {_NEWS})?",
    rf"(?:more|other|latest|recent|top|popular|hot|trending|recommended|further) {_NEWS}{_WHENCE}",
    r"more from [\w ]{1,40}",
    r"(?:read|reading) (?:more|next|also)|see also|more (?:on|in) this (?:topic|section)",
    r"you (?:may|might) (?:also )?(?:like|be interested in)",
    r"most (?:read|popular|viewed|shared|commented)|trending(?: now)?|popular|hot",
    r"recommended(?: (?:for you|by editors))?|editor'?s'? (?:picks?|choice)|don'?t miss",
    r"share(?: this)?(?: (?:article|story|page|post))?|follow us|friendly links",
    r"(?:\d+ )?comments?(?: ?\(\d+\))?|leave a (?:comment|reply)",
    r"相关(?:新闻|阅读|文章|链接|报道|推荐|稿件|资讯|内容|专题|信息)",
    r"(?:热点|热门|精彩|编辑|图文|今日|本周|精品|重点|为[你您])推荐|推荐(?:阅读|新闻|文章|资讯)?",
    r"(?:热点|热门)(?:新闻|阅读|排行榜?|文章|资讯|专题|话题|关注)?|延伸阅读|猜[你您]喜欢|大家都在看",
    r"更多(?:新闻|阅读|精彩|推荐|报道)|最新(?:新闻|文章|资讯|动态|发布|消息|报道)|今日热点|头条新闻",
    r"(?:新闻|点击|阅读|热度|热点|周|月)?排行榜?|24小时(?:热榜|热文|热闻)",
    r"友情链接|(?:网友|最新|热门)?评论|分享(?:到|至|本文)?",
)
_NO_STORY = (
    r"(?:您?(?:当前|现在|所在)的?位置(?:是)?|您的位置|当前栏目|you are here)\s*[:>].*",
    r"[上下]一[篇条页]\s*:.*|(?:previous|next)(?: (?:article|story|post|page))?\s*:.*",
    r"(?:copyright|©).*|.*\ball rights reserved\b.*|版权所有.*|.*icp[备证].{0,20}号.*",
    r"advertise?ment|广告|打印本页|关闭窗口|【?(?:打印|关闭|字体:.*)】?",
)
_LABEL = expression(rf"(?:{'|'.join(_HEADS_OTHERS)})\s*[:>»›…]*", re.IGNORECASE)
_ALONE = expression("|".join(_NO_STORY), re.IGNORECASE)
LONGEST_LABEL = 40
LONGEST_LINE = 400


def heads_others(line: str) -> bool:
    """Return whether a line is a label above other stories, or above what readers may do with this one."""
    return _LABEL.fullmatch(_folded(line)) is not None


def is_no_story(line: str) -> bool:
    """Return whether a line tells where the page stands on its site, who owns it, or leads to the next one."""
    return _ALONE.fullmatch(_folded(line)) is not None


def _folded(line: str) -> str:
    return narrow(simplified(" ".join(line.split())))
