"""Pages in a real browser: what they say, that they fit, that they can be read, and that hostile text does nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from output.pages.browsing import BROKEN, CONTRASTS, DOING, HARMLESS, TOO_WIDE, UPON

if TYPE_CHECKING:
    from pathlib import Path

    from output.pages.browsing import Browser
    from running import Mycity

pytest.importorskip("jinja2", reason="the extra report is not installed")

BAD = '"><script>window.ran=1</script><img src=x onerror="window.ran=2">\'onfocus=window.ran=3 {{ 7 * 7 }}</style>'
LONG = "Donaudampfschifffahrtsgesellschaft" * 8
RELEASE = f"""Deals worth 46 million yuan signed in Yibin {BAD}

At its investment conference on May 12, 2023, Yibin signed 24 projects with a total investment of 46 billion yuan. Of
these, 15 projects worth 31.2 billion yuan are in {LONG}, and the remaining 9 projects, worth 14.8 billion yuan, are in
services. Batteries account for 67.8 percent of the total. Another 5 billion pesos{BAD} came from abroad\u202e.
"""


def hostile_dataset() -> dict[str, Any]:
    """Return a dataset whose texts would do something wherever they were not but text, and are long."""
    cited = [{"id": "paper", "at": BAD}, {"id": "other", "at": "paragraph 3"}]
    signing = {"kind": "investment", "city": "suzhou", "sources": cited}
    return {
        "title": f"{BAD} {LONG}",
        "places": [
            {"id": "suzhou", "name": f"Suzhou {BAD}", "names": {"zh": f"苏州{BAD}"}},
            {"id": "xiamen", "name": f"{LONG}\u202e\x1b[31m"},
        ],
        "sources": [
            {"id": "paper", "title": BAD, "publisher": BAD, "language": BAD, "url": "javascript:window.ran=4"},
            {"id": "other", "title": LONG, "publisher": LONG, "language": "en", "url": "https://example.org/?a=1&b=<"},
        ],
        "signings": [
            {"id": "one", "amount": "3 billion yuan", "projects": 3, "date": "2021", **signing},
            {"id": "two", "amount": "about 2 billion yuan", "date": "2022", **signing, "city": "xiamen"},
            {"id": "three", "amount": "US$5 million", "date": "2022", **signing},
            {"id": "four", **signing},
        ],
        "facts": [{"id": "fact", "name": BAD, "text": LONG, "sources": cited}],
        "claims": [{"id": "claim", "text": BAD, "statement": "one > two", "sources": cited}],
    }


SIGNINGS = """City,Date,Projects,Amount
Suzhou,2022-01-15,3,1.25 billion yuan
Xiamen,2022-02-03,2,about 800 million yuan
Shanghai,2022-04-01,1,US$150 million
Suzhou,2022-06-30,6,more than 1500 million yuan
Chengdu,2022-07-07,2,up to 10 billion yuan
Dongguan,2022-11-11,1,"1,234,567,890 yuan"
Suzhou,2022-12-01,2,
Shanghai,2023-10-10,5,US$1.2 billion
Suzhou,2023-11-11,8,10.1 billion yuan
"""

PAGES = {
    "sheet.html": ["report"],
    "sheet-zh.html": ["report", "--lang", "zh"],
    "signings.html": ["report", "--data", "signings.csv"],
    "total.html": ["total", "--by", "city"],
    "whole.html": ["total"],
    "part.html": ["report", "--city", "Suzhou", "--year", "2022", "--title", BAD],
    "hostile.html": ["report", "--data", "hostile.json"],
    "hostile-zh.html": ["report", "--data", "hostile.json", "--lang", "zh"],
    "deals.html": ["deals", "--data", "hostile.json"],
    "audit.html": ["audit", "release.txt", "--all", "--words"],
    "audits.html": ["audit", "release.txt", "suzhou.txt", "--data", "hostile.json"],
    "proof.html": ["check", "Suzhou > Xiamen + Dongguan", "total > 92.9 billion"],
    "hostile-proof.html": ["check", "signings() > 1", "projects(city=suzhou) > 1", "--data", "hostile.json"],
}


@pytest.fixture
def page(name: str, mycity: Mycity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a page."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hostile.json").write_text(json.dumps(hostile_dataset()), encoding="utf-8")
    (tmp_path / "signings.csv").write_text(SIGNINGS, encoding="utf-8")
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "suzhou.txt").write_text(
        "苏州签约30个项目，总金额525.63亿元。其中制造业20个，服务业9个。", encoding="utf-8"
    )
    mycity(*PAGES[name], "--output", name)
    return tmp_path / name


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_can_be_read_and_does_nothing(name: str, page: Path, browser: Browser) -> None:
    with browser.opened(page) as opened:
        run = opened.page.evaluate
        for width in (1280, 390):
            opened.page.set_viewport_size({"width": width, "height": 900})
            assert run("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
            assert run(TOO_WIDE) == []
            assert (run(BROKEN), run(UPON)) == ([], [])
        for scheme in ("light", "dark"):
            opened.page.emulate_media(color_scheme=scheme)
            least, text = run(CONTRASTS)[0]
            assert least >= 4.5, f"{text!r} in {scheme} of {name}"
        assert run(DOING) == HARMLESS
        assert (opened.requests, opened.complaints) == ([page.as_uri()], [])


PRINTED = 673
"""The width of a sheet of A4 between its margins, in pixels."""


@pytest.mark.parametrize("name", ["sheet.html", "signings.html", "audit.html", "deals.html"])
def test_a_page_is_printed_on_few_sheets_with_whole_words(name: str, page: Path, browser: Browser) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the extra documents is not installed")
    with browser.opened(page, width=PRINTED) as opened:
        opened.page.emulate_media(media="print")
        assert (opened.page.evaluate(BROKEN), opened.page.evaluate(UPON)) == ([], [])
        printed = page.with_suffix(".pdf")
        opened.page.pdf(path=printed, format="A4")
    sheets = [each.extract_text().strip() for each in pypdf.PdfReader(printed).pages]
    assert len(sheets) <= {"sheet.html": 5, "signings.html": 4}.get(name, 6)
    # The head of a table stands above rows, and the address of a source only in the list of sources.
    assert [each for each in sheets if each.endswith(("Source", "As stated", "Sources", "caption"))] == []
    assert sum(each.count("https://www.einpresswire.com") for each in sheets) <= 1


@pytest.mark.parametrize("name", ["total.html"])
def test_on_a_phone_decimal_points_stand_below_each_other(name: str, page: Path, browser: Browser) -> None:
    del name
    with browser.opened(page, width=390) as opened:
        points = opened.page.evaluate("""() =>
        [...document.querySelectorAll('tbody [data-label=Amount]')].flatMap(cell => {
          const range = document.createRange(), text = cell.firstChild?.firstChild;
          const at = (text?.textContent ?? '').indexOf('.');
          if (at < 0) return [];
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return [Math.round(range.getBoundingClientRect().right)];
        })""")
        heads = opened.page.evaluate(
            "[...document.querySelectorAll('tbody th, tfoot th')].map(each => getComputedStyle(each).paddingLeft)"
        )
    assert (len(points), len(set(points)), set(heads)) == (3, 1, {"0px"})


@pytest.mark.parametrize("name", ["whole.html"])
def test_on_a_phone_the_first_value_has_its_label(name: str, page: Path, browser: Browser) -> None:
    del name
    with browser.opened(page, width=390) as opened:
        first = "getComputedStyle(document.querySelector('tbody th'), '::before')"
        assert opened.page.evaluate(f"[{first}.content, document.querySelector('tbody th').dataset.label]") == [
            '"Signings"',
            "Signings",
        ]


@pytest.mark.parametrize("name", ["sheet.html", "signings.html"])
def test_what_is_open_of_a_bar_is_seen(name: str, page: Path, browser: Browser) -> None:
    del name
    with browser.opened(page) as opened:
        widths = opened.page.evaluate(
            "[...document.querySelectorAll('.whisker:not(.halo)')].map(each => each.getBoundingClientRect().width)"
        )
        inside = opened.page.evaluate("""() =>
        [...document.querySelectorAll('.whisker path[d*="h12"]')].filter(each => {
          const bar = each.closest('svg.bar').querySelector('rect').getBoundingClientRect();
          return each.getBoundingClientRect().left < bar.right - 1;
        }).length""")
    assert (min(widths) >= 4, inside) == (True, 0)


def test_what_is_wrong_with_a_page_is_found(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text(
        '<body style="background: #fff"><p style="color: #888">pale</p><p id="a" style="width: 2000px">wide</p>'
        "<script>window.ran = 1</script><a href='javascript:1' id='a' onclick='1'>link</a><a href='#none'>link</a>",
        encoding="utf-8",
    )
    with browser.opened(page) as opened:
        least, text = opened.page.evaluate(CONTRASTS)[0]
        assert (text, 3.5 < least < 3.6) == ("pale", True)
        assert "P.: wide" in opened.page.evaluate(TOO_WIDE)
        assert opened.page.evaluate(DOING) == {
            "active": 1, "handlers": 1, "links": ["javascript:1"], "broken": ["#none"], "twice": ["a"], "ran": 1,
        }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "sheet.html",
            ["92.913 billion yuan", "52.5625 to 52.5635", "EIN Presswire, paragraph 11", "not checkable", "418"],
        ),
        ("sheet-zh.html", ["929.13 亿元", "525.625 至 525.635", "第 11 段", "无法核查", "苏州"]),
        (
            "hostile.html",
            ["<script>window.ran=1</script>", "{{ 7 * 7 }}", "\\u202e\\x1b[31m", "javascript:window.ran=4"],
        ),
        (
            "audit.html",
            ["the figure is not the same in both places", "-45.954 billion yuan", "5 billion pesos", "1:13"],
        ),
        ("deals.html", ["Signings", "4 rows", "<script>window.ran=1</script>"]),
        ("audits.html", ["Audit of 2 releases", "苏州签约", "29", "not in the dataset"]),
    ],
)
def test_a_page_says(name: str, said: list[str], page: Path, browser: Browser) -> None:
    del name
    with browser.opened(page) as opened:
        text = opened.page.inner_text("body")
    assert [each for each in said if each not in text] == []


@pytest.mark.parametrize("name", ["audit.html"])
def test_a_mark_leads_to_its_proof_and_back(name: str, page: Path, browser: Browser) -> None:
    del name
    with browser.opened(page) as opened:
        mark = opened.page.locator("a.mark.true", has_text="67.8 percent")
        mark.click()
        proof = opened.page.locator(":target")
        assert "31.2 billion yuan / 46 billion yuan = 67.8 percent" in proof.inner_text()
        proof.get_by_role("link").last.click()
        assert opened.page.locator(":target").inner_text() == "67.8 percent"


@pytest.mark.parametrize("name", ["sheet.html"])
def test_a_page_is_printed_in_black_on_white(name: str, page: Path, browser: Browser) -> None:
    del name
    with browser.opened(page, scheme="dark") as opened:
        opened.page.emulate_media(media="print", color_scheme="dark")
        assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert opened.page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
