"""From the bytes of a file to characters: UTF-8, or for a web page the encoding that it declares."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from mycity_cli.errors import DataError
from mycity_cli.expressions import expression
from mycity_cli.messages import any_of, say

_STDIN = say("standard input")
_PLAIN = say("save it as plain text, HTML, PDF or Word (.docx)")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_CHINESE = expression("[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")


def decoded(content: bytes, name: str) -> str:
    """Return text in UTF-8. Raises DataError, which names the encoding where it can be told."""
    for marks, encoding in (((BOM_UTF32_LE, BOM_UTF32_BE), "utf-32"), ((BOM_UTF16_LE, BOM_UTF16_BE), "utf-16")):
        if content.startswith(marks):
            raise _other_encoding(encoding.upper(), encoding, name)
    if b"\0" in content[:_DECLARED_WITHIN]:
        if _looks_like_utf_16(content):
            raise _other_encoding("UTF-16", "utf-16", name)
        raise DataError(say("is no text"), where=name, help=_PLAIN)
    try:
        return content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        if _looks_like_gb18030(content):
            raise _other_encoding(any_of(["GB18030", "GBK"]), "gb18030", name) from None
        byte = f"{content[error.start]:#04x}"
        wrong = say("not in UTF-8: the byte {byte} at {place}", byte=byte, place=error.start)
        raise DataError(wrong, where=name, help=say("save the file as UTF-8")) from None


def _other_encoding(told: str, encoding: str, name: str) -> DataError:
    help = f"iconv -f {encoding} -t utf-8 {'FILE' if name == _STDIN else name} > NEW"
    return DataError(say("not in UTF-8 but, it seems, in {encoding}", encoding=told), where=name, help=help)


def _looks_like_utf_16(content: bytes) -> bool:
    """Return whether every other byte of the beginning is nearly always zero: Latin letters in UTF-16."""
    start = content[:_DECLARED_WITHIN]
    return any(10 * start[first::2].count(0) > 8 * len(start[first::2]) for first in (0, 1)) and len(start) > 3


def _looks_like_gb18030(content: bytes) -> bool:
    """Return whether the bytes are GB18030 and, so read, the characters beyond ASCII are Chinese."""
    try:
        text = content[: 1024 * 1024].decode("gb18030", errors="strict" if len(content) <= 1024 * 1024 else "ignore")
    except UnicodeDecodeError:
        return False
    foreign = sum(not character.isascii() for character in text)
    return foreign > 0 and 10 * len(_CHINESE.findall(text)) > 9 * foreign


def decoded_html(content: bytes, name: str) -> str:
    """Return HTML as text: in UTF-8, or in the encoding that it declares. Raises DataError where it is in neither."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        try:
            return content.removeprefix(BOM_UTF8).decode()
        except UnicodeDecodeError:
            declared = _CHARSET.search(content[:_DECLARED_WITHIN])
        encoding = "" if declared is None else declared[1].decode("ascii").lower()
        if encoding in ("gb2312", "gbk"):
            # Pages in Chinese declare the oldest of the three standards and use the newest.
            encoding = "gb18030"
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeError):
        return decoded(content, name)
