"""Which currency 元 alone means: the yuan, unless a release is plainly one of Taiwan, Hong Kong or Macau."""

from __future__ import annotations

from mycity_cli.expressions import expression
from mycity_cli.figure.folding import simplified

_HAN = expression("[\u4e00-\u9fff]")
_PLACES = {
    "TWD": expression("台北|台湾|台中|台南|高雄|新北|桃园|新竹|基隆|屏东|彰化|台币"),
    "HKD": expression("香港|港府|九龙|新界|港交所|港元|港币"),
    "MOP": expression("澳门"),
}
_OTHER = expression("人民币|大陆|内地")
_FEWEST = 2
"""So often a place of theirs is named, and by nothing else is another yuan meant."""
_TRADITIONAL = 20
"""One in so many characters is written otherwise in simplified Chinese, in any text in traditional characters."""


def local_yuan(text: str, plain: str) -> str:
    """Return the ISO 4217 code of the currency that 元 alone means in a release; `plain` is its simplified copy.

    A text in traditional characters that names places of Taiwan means the new dollar of Taiwan, likewise for Hong Kong
    and Macau; one that names two of these, or the mainland or its currency, is left with the yuan.
    """
    if plain.isascii() or not any(places.search(plain) for places in _PLACES.values()):
        return "CNY"
    changed = sum(one != other for one, other in zip(text, simplified(text), strict=True))
    if changed * _TRADITIONAL < len(_HAN.findall(text)) or _OTHER.search(plain) is not None:
        return "CNY"
    named = [code for code, places in _PLACES.items() if len(places.findall(plain)) >= _FEWEST]
    return named[0] if len(named) == 1 else "CNY"
