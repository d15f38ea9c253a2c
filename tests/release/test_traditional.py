"""Traditional characters as their simplified twins."""

from __future__ import annotations

from mycity_cli.figure.folding import simplified


def test_names_of_places() -> None:
    assert simplified("瀋陽 廈門 濰坊 瀘州 蘇州 臺灣 東莞 寧波 貴陽 長沙 鄭州 遼寧 陝西 廣東") == (
        "沈阳 厦门 潍坊 泸州 苏州 台湾 东莞 宁波 贵阳 长沙 郑州 辽宁 陕西 广东"
    )


def test_every_character_stays_where_it_was() -> None:
    text = "佛山市政府昨日簽下19個項目, 涉資86.4億港元 (79.5億元)."
    assert [len(each) for each in simplified(text).split()] == [len(each) for each in text.split()]


def test_what_is_simplified_stays() -> None:
    text = "签约项目42个,总投资386.5亿元,与东莞、乾县、着力发展"
    assert simplified(text) == text
