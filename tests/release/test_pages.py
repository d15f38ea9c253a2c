"""Web pages as they are found: the headline once and first, all of the story, and nothing of what stands around it."""

from __future__ import annotations

import time

import pytest

from making_documents import refused, web_page
from mycity_cli.release.documents import read_document

pytest.importorskip("trafilatura", reason="the extra 'documents' is not installed")

STORY = (
    "<p>Suqian signed 30 projects worth 8.2 billion yuan at a conference in Suzhou on Thursday.</p>"
    "<p>Of them, 20 are in industry and 10 in services.</p><p>Short.</p>"
)
LINES = """Suqian signed 30 projects worth 8.2 billion yuan at a conference in Suzhou on Thursday.
Of them, 20 are in industry and 10 in services.
Short."""
RELATED = (
    '<div class="tit">Related news</div><ul><li><a href="1">Xiamen signs 55 projects worth 20 billion yuan</a></li>'
    '<li><a href="2">Dongguan signs 12 projects</a></li></ul>'
)
TEASERS = (
    '<div>Hot reading</div><div><a href="4">Nanjing fair closes</a><p>The fair closed on Friday with 300 contracts '
    "worth "
    '45 billion yuan, organizers said.</p></div><div><a href="5">Wuxi wins 18 projects</a><p>Wuxi won 18 projects '
    "worth "
    "9 billion yuan in the first quarter, its government said.</p></div>"
)


def text(body: str, head: str = "") -> str:
    return read_document(web_page(body, head), name="a.html").text


@pytest.mark.parametrize(
    ("body", "head"),
    [
        pytest.param(f"<h1>Suqian signs</h1><article>{STORY}</article>", "", id="above the article"),
        pytest.param(f'<div class="hero"><h1>Suqian signs</h1></div><div class="b">{STORY}</div>', "", id="in a box"),
        pytest.param(f"<article>{STORY}</article>", '<meta property="og:title" content="Suqian signs">', id="og:title"),
        pytest.param(f"<article>{STORY}</article>", "<title>Suqian signs - City News</title>", id="title"),
        pytest.param(f"<article>{STORY}</article>", "<title>Suqian signs | News | The Daily</title>", id="sections"),
        pytest.param(
            f'<div class="h"><b>Suqian signs</b></div><div>{STORY}</div>',
            "<title>Suqian signs_City</title>",
            id="no heading",
        ),
        pytest.param(
            f'<header><h1><a href="/">City News</a></h1></header><h1>Suqian signs</h1><div>{STORY}</div>', "", id="logo"
        ),
        pytest.param(
            f"<h1>City News Online</h1><article><h1>Suqian signs</h1>{STORY}</article>",
            "<title>Suqian signs - City News Online</title>",
            id="the one that the title begins with",
        ),
        pytest.param(
            f"<h1>Suqian signs</h1><article><h2>Suqian signs</h2>{STORY}</article>",
            "<title>Suqian signs</title>",
            id="twice",
        ),
    ],
)
def test_the_headline_stands_first_and_once(body: str, head: str) -> None:
    assert text(body, head) == f"# Suqian signs\n{LINES}"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            f'<div class="left"><h1>Suqian signs</h1><div class="txt">{STORY}</div></div><div '
            f'class="right">{RELATED}{TEASERS}'
            "</div>",
            id="columns",
        ),
        pytest.param(f"<div><h1>Suqian signs</h1>{STORY}</div><div>{TEASERS}</div>", id="teasers without a class"),
        pytest.param(f"<div><h1>Suqian signs</h1>{STORY}{RELATED}</div>", id="below the story, in its box"),
        pytest.param(f"<div><div>{TEASERS}</div><h1>Suqian signs</h1>{STORY}</div>", id="first"),
        pytest.param(
            f'<main><h1>Suqian signs</h1>{STORY}</main><div class="recommend-list"><p>Wuxi won 18 projects.</p></div>',
            id="by its class",
        ),
        pytest.param(
            f"<main><h1>Suqian signs</h1>{STORY}</main><h3>More stories</h3><article><h4><a href=1>Wuxi wins</a></h4>"
            "<p>Wuxi "
            "won 18 projects worth 9 billion yuan in the first quarter, its government said on Monday.</p></article>",
            id="articles of their own",
        ),
        pytest.param(
            "<h1>Suqian signs</h1>"
            f"<div>{STORY.replace('<p>Short', '<p>Read more: <a href=1>Wuxi wins 18</a></p><p>Short')}</div>",
            id="between paragraphs",
        ),
        pytest.param(
            f'<form id="aspnetForm"><input type="hidden"><div><h1>Suqian signs</h1>{STORY}</div><p>Next: <a '
            'href="2">Wuxi '
            "wins 18 projects</a></p></form>",
            id="in a form",
        ),
        pytest.param(
            f'<h1>Suqian signs</h1><div>{STORY}</div><div style="display: none">Wuxi won 18 projects.</div>',
            id="hidden",
        ),
    ],
)
def test_other_stories_of_the_page_are_left_out(body: str) -> None:
    assert text(body) == f"# Suqian signs\n{LINES}"


def test_all_of_the_story_is_kept() -> None:
    body = (
        '<h2 class="headline">Suqian signs</h2><div class="standfirst">Deals worth 8.2 billion yuan.</div><div '
        'class="meta">'
        "<div>By A. Writer</div><div>Nov 3, 2022</div></div><div class='article-body'><p>Suqian signed 30 projects "
        "worth 8.2 "
        "billion yuan at a conference in Suzhou.</p><p>Of them:</p><ul><li><a href=1>20 are in industry</a></li>"
        "<li>10 are in "
        "services</li></ul><figure><img src=x><figcaption>The ceremony.</figcaption></figure><blockquote>It went "
        "well.</blockquote>"
        "<dl><dt>Jobs</dt><dd>4,000</dd></dl><h3>About Suqian</h3><p>Suqian is a city.</p></div>"
    )
    assert text(body) == (
        "## Suqian signs\nDeals worth 8.2 billion yuan.\nBy A. Writer\nNov 3, 2022\n"
        "Suqian signed 30 projects worth 8.2 billion yuan at a conference in Suzhou.\nOf them:\n- 20 are in industry\n"
        "- 10 are in services\nThe ceremony.\nIt went well.\nJobs: 4,000\n### About Suqian\nSuqian is a city."
    )


def test_a_story_in_several_boxes() -> None:
    boxes = "".join(f'<div class="text-block">{each}</p></div>' for each in STORY.split("</p>")[:-1])
    assert text(f'<div class="page"><h1>Suqian signs</h1>{boxes}</div>') == f"# Suqian signs\n{LINES}"


def test_a_list_of_links_between_paragraphs_is_of_the_story() -> None:
    body = (
        "<article><h1>Projects signed</h1><p>Three projects were signed on Monday, as follows.</p><ul><li><a "
        "href=1>A battery "
        "plant worth 3 billion yuan</a></li><li><a href=2>A chip plant worth 2 billion yuan</a></li><li><a href=3>A "
        "park worth "
        "1 billion yuan</a></li></ul><p>They are worth 6 billion yuan together.</p></article>"
    )
    assert text(body) == (
        "# Projects signed\nThree projects were signed on Monday, as follows.\n- A battery plant worth 3 billion yuan\n"
        "- A chip plant worth 2 billion yuan\n- A park worth 1 billion yuan\nThey are worth 6 billion yuan together."
    )


def test_the_site_of_a_government_in_china() -> None:
    page = """<html><head><meta charset="utf-8"><title>绵阳在苏州签约30个项目-绵阳市人民政府</title></head><body>
<div class="header"><div><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/x">新闻</a>
</li></ul></div></div>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/zx">新闻中心</a> &gt; 正文</div>
<div class="main"><div class="article"><div class="title">绵阳在苏州签约30个项目</div>
<div>来源：绵阳日报 发布时间：2022-11-04</div>
<div class="TRS_Editor"><p>　　11月3日，绵阳在苏州签约30个项目，总投资525.63亿元。</p><p>　　其中：</p>
<p>　　制造业项目20个，投资300亿元；</p></div></div>
<div class="side"><div class="hd">热点推荐</div><ul><li><a href="1">成都签约55个项目总投资1200亿元</a></li></ul>
<div class="hd">相關新聞</div><div><p>宜宾在上海签约18个项目，总投资90亿元，涉及动力电池等产业。</p></div></div></div>
<div class="foot">主办：绵阳市人民政府办公室 蜀ICP备05000000号</div></body></html>"""
    assert read_document(page.encode(), name="a.html").text == (
        "# 绵阳在苏州签约30个项目\n来源：绵阳日报 发布时间：2022-11-04\n"
        "11月3日，绵阳在苏州签约30个项目，总投资525.63亿元。\n其中：\n制造业项目20个，投资300亿元；"
    )


def test_a_page_laid_out_by_tables_in_the_encoding_that_it_declares() -> None:
    page = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>绵阳签约30个项目_新闻_绵阳网</title>
</head><body><table width=1000><tr><td colspan=2><a href=/>首页</a> <a href=/1>新闻</a> <a href=/2>专题</a></td></tr>
<tr><td><table>
<tr><td>热点新闻</td></tr><tr><td><a href=1>成都签约55个项目</a></td></tr><tr><td><a href=2>德阳签约12个项目</a></td>
</tr></table></td>
<td><table><tr><td align=center><font size=5><b>绵阳签约30个项目</b></font></td></tr><tr>
<td>2022年11月4日 来源：绵阳日报</td></tr><tr><td>
<font size=3>　　11月3日，绵阳在苏州签约30个项目，总投资525.63亿元。<br>
<br>　　其中，制造业项目20个，投资300亿元。</font></td></tr></table>
</td></tr><tr><td colspan=2>版权所有 绵阳网 蜀ICP备05000000号</td></tr></table></body></html>"""
    assert read_document(page.encode("gb18030"), name="a.html").text == (
        "# 绵阳签约30个项目\n2022年11月4日 来源：绵阳日报\n11月3日，绵阳在苏州签约30个项目，总投资525.63亿元。\n"
        "其中，制造业项目20个，投资300亿元。"
    )


def test_several_languages_on_a_page() -> None:
    story = (
        "<p>绵阳在苏州签约30个项目，总投资525.63亿元。</p><p>Mianyang signed 30 projects worth 52.563 billion yuan "
        "in Suzhou.</p>"
        "<p>Mianyang hat 30 Projekte unterzeichnet.</p>"
    )
    assert text(f"<h1>绵阳签约 Mianyang signs</h1><div>{story}</div>") == (
        "# 绵阳签约 Mianyang signs\n绵阳在苏州签约30个项目，总投资525.63亿元。\n"
        "Mianyang signed 30 projects worth 52.563 billion yuan in Suzhou.\nMianyang hat 30 Projekte unterzeichnet."
    )


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        (
            (
                "<div><p>Suqian signed 30 projects<p>worth 8.2 billion yuan</div></div></p><b>Total <i>30 projects</b> "
                "signed</i>"
            ),
            "Suqian signed 30 projects\nworth 8.2 billion yuan\nTotal 30 projects signed",
        ),
        (
            "30<sup>1</sup> projects, worth 2 billion yuan<sup><a href='#n'>[2]</a></sup>.",
            "30¹ projects, worth 2 billion yuan.",
        ),
        ("<p><del>20</del> 30 projects on <time>3 November</time>", "30 projects on 3 November"),
        ("<p>14&nbsp;009 people\n  came &amp; saw</p>", "14\u00a0009 people came & saw"),
        ("<pre>Dalian signed\n40 projects.\n\nAnd 3 more.</pre>", "Dalian signed\n40 projects.\n\nAnd 3 more."),
        ("<?xml version='1.0' encoding='gbk'?><p>签约30个项目</p>", "签约30个项目"),
        ("<p>a\0b<!-- 5 projects --></p>", "ab"),
    ],
)
def test_pieces_of_pages(fragment: str, expected: str) -> None:
    assert read_document(fragment.encode(), name="a.html").text == expected


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>" * 1000 + STORY + "</div>" * 1000, id="deep"),
        pytest.param(STORY + "<div></div>" * 50_000, id="empty elements"),
        pytest.param(f"{STORY}<div>" + "<a href=1>Xiamen signs 3</a> " * 20_000 + "</div>", id="links"),
        pytest.param(STORY + "<div>Related news</div>" * 20_000, id="labels"),
        pytest.param(
            STORY + "<table>" + "<tr><td colspan=99999 rowspan=99999></td></tr>" * 2000 + "</table>", id="spans"
        ),
        pytest.param("<table><tr><td>" * 300 + STORY + "</table>" * 300, id="tables in tables"),
    ],
)
def test_hostile_pages_are_read_in_time(body: str) -> None:
    start = time.perf_counter()
    assert text(body, "<title>Suqian signs</title>") == f"# Suqian signs\n{LINES}"
    assert time.perf_counter() - start < 30


def test_a_page_that_is_nested_too_deep_to_be_read_whole_is_refused() -> None:
    told = refused(web_page(STORY + "<div>" * 9999 + STORY), "a.html")
    assert told == "error: a.html: nests its parts deeper than any page does\nhelp: save its text as plain text"
