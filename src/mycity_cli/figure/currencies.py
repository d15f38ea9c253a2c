"""The currencies that figures are stated in, by ISO 4217 code, with the words and symbols people write for them."""

from __future__ import annotations

CURRENCIES: dict[str, tuple[str, ...]] = {
    # "¥" alone is read as the yuan: Japanese amounts in these documents say yen or 日元.
    "CNY": (
        "yuan",
        "renminbi",
        "rmb",
        "chinese yuan",
        "yuan rmb",
        "yuan renminbi",
        "rmb yuan",
        "¥",
        "cn¥",
        "rmb¥",
        "元",
        "人民币",
        "元人民币",
        "块",
    ),
    "USD": (
        "us dollar",
        "us dollars",
        "u.s. dollar",
        "u.s. dollars",
        "american dollars",
        "dollar",
        "dollars",
        "$",
        "us$",
        "u.s.$",
        "usd$",
        "美元",
        "美金",
    ),
    "HKD": ("hong kong dollar", "hong kong dollars", "hk dollars", "hk$", "港元", "港币", "元港币"),
    "MOP": ("pataca", "patacas", "mop$", "澳门元", "澳门币"),
    "TWD": ("new taiwan dollars", "taiwan dollars", "nt dollars", "nt$", "新台币", "台币", "元新台币", "元台币"),
    "EUR": ("euro", "euros", "€", "欧元"),
    "GBP": ("pound", "pounds", "pounds sterling", "british pounds", "£", "英镑"),
    "JPY": ("yen", "japanese yen", "jp¥", "日元", "日圆"),
    "KRW": ("won", "south korean won", "korean won", "₩", "韩元", "韩圆"),
    "SGD": ("singapore dollar", "singapore dollars", "s$", "sg$", "新加坡元", "新元", "新币", "坡币"),
    "AUD": ("australian dollar", "australian dollars", "a$", "au$", "澳元"),
    "CAD": ("canadian dollar", "canadian dollars", "c$", "ca$", "加元"),
    "NZD": ("new zealand dollars", "nz$", "新西兰元"),
    "CHF": ("swiss franc", "swiss francs", "瑞士法郎", "瑞郎"),
    "INR": ("rs", "rs.", "rupee", "rupees", "indian rupees", "₹", "卢比", "印度卢比"),
    "MYR": ("ringgit", "malaysian ringgit", "rm", "林吉特", "令吉", "马币"),
    "THB": ("baht", "thai baht", "฿", "泰铢"),
    "VND": ("dong", "vietnamese dong", "₫", "越南盾"),
    "IDR": ("rupiah", "indonesian rupiah", "rp", "印尼盾"),
    "PHP": ("philippine pesos", "₱", "菲律宾比索"),
    "RUB": ("rouble", "roubles", "ruble", "rubles", "₽", "卢布"),
    "BRL": ("brazilian real", "reais", "r$", "雷亚尔"),
    "AED": ("dirham", "dirhams", "dh", "dhs", "uae dirhams", "迪拉姆"),
    "SAR": ("saudi riyal", "riyals", "saudi riyals", "沙特里亚尔"),
    "ZAR": ("rand", "南非兰特"),
    "KZT": ("tenge", "坚戈"),
}

UNIT_NAMES = {"CNY": "yuan"}
"""What the unit of a currency is called in a heading where its code is not: `billion yuan`, but `billion USD`."""


def unit_name(currency: str) -> str:
    """Return what one unit of a currency is called in output."""
    return UNIT_NAMES.get(currency, currency)
