"""Bytes as text: the encoding is right, or the note says what else it could be, or it is refused."""

from __future__ import annotations

from collections import Counter

import pytest
from babel import Locale

from mycity_cli.errors import DataError, MycityError, UsageError
from mycity_cli.tables.sources.text import decode

ZH = "城市,投资额（亿元）,备注\n绵阳,10,一期\n德阳,20,未披露\n"
TW = "縣市,投資金額,備註\n臺北,10億元,已簽約\n高雄,5億元,第一期\n"


def test_utf_8_is_read_without_a_note() -> None:
    assert decode(ZH.encode(), "a.csv", None)[:2] == (ZH, ())


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_says_the_encoding(codec: str) -> None:
    assert decode(ZH.encode(codec), "a.csv", None)[:2] == (ZH, ())


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (ZH, "gb18030", "GB18030"),
        ("城市,投资额\n绵阳,10\n", "gbk", "GB18030"),
        ("City,Amount,Remark\nMianyang,10,已签约\n", "gbk", "GB18030"),
        ("序号,县区,项目名称\n1,郫都,装备制造\n2,邛崃,白酒\n3,荥阳,新材料\n", "gbk", "GB18030"),
        (ZH * 200, "gb18030", "GB18030"),
        (TW, "big5", "Big5"),
        ("公司名稱,投資金額（萬元）\n鴻海精密,3000\n", "cp950", "Big5"),
        (TW * 200, "big5", "Big5"),
        ("都市,金額\nさいたま,10億円\n東京,20億円\n大阪,3億円\n", "cp932", "Shift-JIS"),
        ("Ville,Montant (€)\nOrléans,10\nBesançon,3\nSaint-Étienne,4\nNîmes,5\n", "cp1252", "Windows-1252"),
        ("Stadt,Betrag,Träger\nKöln,10,Behörde\nMünchen,3,Städtische Größe\n", "latin-1", "Windows-1252"),
        ("City,Note\nReno,the city’s plan – “new” – for €5\n", "cp1252", "Windows-1252"),
        ("Miasto,Kwota\nŁódź,10\nGdańsk,3\nWrocław,4\nCzęstochowa,5\n", "cp1250", "Windows-1250"),
        ("Město,Částka\nPlzeň,10\nČeské Budějovice,3\nPříbram,4\n", "cp1250", "Windows-1250"),
        ("Город,Сумма\nМосква,10\nКазань,3\n", "cp1251", "Windows-1251"),
        ("City,Note\nMoscow,договор подписан в среду\n", "cp1251", "Windows-1251"),
        ("Город,Сумма\nМосква,10\nНижний Новгород,3\n", "koi8-r", "KOI8-R"),
    ],
)
def test_an_encoding_is_recognised_and_told(text: str, codec: str, label: str) -> None:
    found = decode(text.encode(codec), "a.csv", None)
    assert found[:2] == (text, (f"a.csv is read as {label}; --encoding decides",))


def test_another_reading_that_is_as_good_is_told() -> None:
    assert decode("City\nEspaña\n".encode("cp1252"), "a.csv", None)[:2] == (
        "City\nEspaña\n",
        (
            "a.csv is read as Windows-1252; --encoding decides",
            "as Windows-1250 a.csv would read about as well, with 'Espańa' instead of 'España'",
        ),
    )


@pytest.mark.parametrize(
    ("language", "codec"),
    [("fr", "cp1252"), ("de", "cp1252"), ("pl", "cp1250"), ("cs", "cp1250"), ("ru", "cp1251"), ("uk", "cp1251")],
)
def test_names_of_countries_are_read_right_or_a_doubt_is_told(language: str, codec: str) -> None:
    """The encodings were made to fit other texts than these."""
    names = [str(name) for name in Locale(language).territories.values()]
    tally: Counter[str] = Counter()
    for first in range(0, len(names), 15):
        text = "City,Amount\n" + "".join(f"{name},{at}\n" for at, name in enumerate(names[first : first + 15]))
        content = text.encode(codec, errors="ignore")
        if content.isascii():
            continue
        found = decode(content, "a.csv", None)
        right = found.text == content.decode(codec)
        tally["right" if right else "doubted" if len(found.notes) > 1 else "wrong in silence"] += 1
    assert tally["wrong in silence"] == 0
    assert tally["right"] >= 4 * tally["doubted"]


def test_the_option_decides() -> None:
    assert decode(ZH.encode("gb18030"), "a.csv", "gbk")[:2] == (ZH, ())
    assert decode("ñ\n".encode("cp1252"), "a.csv", "cp1250")[:2] == ("ń\n", ())
    assert decode("a\n".encode("utf-16-le"), "a.csv", "utf-16-le")[:2] == ("a\n", ())


NAMES = "usual names are utf-8, utf-16, gb18030, big5, cp1252 (Western Europe), cp1250 (Central), cp1251 (East)"


@pytest.mark.parametrize(
    ("content", "encoding", "kind", "message"),
    [
        (b"a", "klingon", UsageError, f"error: --encoding: unknown encoding 'klingon'\nhelp: {NAMES}"),
        (b"a", "rot13", UsageError, f"error: --encoding: unknown encoding 'rot13'\nhelp: {NAMES}"),
        (
            b"a\n\xff",
            "utf-8",
            DataError,
            "error: a.csv: is not in utf-8: the byte 0xff on line 2\nhelp: --encoding names another",
        ),
        (b"a,\0b\n", None, DataError, "error: a.csv: holds NUL, as no text does\nhelp: save the file as UTF-8"),
        (
            "City,1\n".encode("utf-16-le"),
            None,
            DataError,
            "error: a.csv: holds NUL, as no text does\nhelp: --encoding utf-16-le may read it",
        ),
        (
            b"Qu\xc3\xa9bec\nOrl\xc3\xa9ans\nN\xc3\xaemes\nMontr\xe9al\n",
            None,
            DataError,
            (
                "error: a.csv: is in UTF-8 but for some bytes: the byte 0xe9 on line 4\n"
                "help: save the file as UTF-8; or --encoding names another"
            ),
        ),
        (
            b"%PDF-1.7\n\xff",
            None,
            DataError,
            (
                "error: a.csv: is no text\nhelp: a table is CSV, TSV, JSON, a spreadsheet or Parquet; "
                "the ending of the file or --from says which"
            ),
        ),
        (
            bytes(range(128, 256)) * 4,
            None,
            DataError,
            (
                "error: a.csv: is not in UTF-8, and its encoding cannot be told\n"
                "help: --encoding says which it is in, as in --encoding gb18030; or save it as UTF-8"
            ),
        ),
    ],
)
def test_what_cannot_be_read_is_told(
    content: bytes, encoding: str | None, kind: type[MycityError], message: str
) -> None:
    with pytest.raises(kind) as raised:
        decode(content, "a.csv", encoding)
    assert str(raised.value) == message
