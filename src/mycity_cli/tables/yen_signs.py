"""Amounts with a sign that yuan and yen share, in a table that holds both."""

from __future__ import annotations

import re

from mycity_cli.figure import Figure
from mycity_cli.messages import counted

_SIGN = re.compile(r"[¥￥]")
_OF_YUAN = re.compile(r"元|圆|亿|人民币|yuan|rmb|renminbi|cn", re.IGNORECASE)
"""What says beside the sign that yuan are meant."""


class YenSigns:
    """Counts amounts whose sign alone says that they are in yuan, and finds whether others are in yen."""

    def __init__(self) -> None:
        self._signs = 0
        self._has_yen = False

    def add(self, figure: object, text: str, currency: object, rows: int = 1) -> None:
        """Take what so many rows state, the text of their cells, and what a column of currencies says of them."""
        if not isinstance(figure, Figure):
            return
        self._has_yen = self._has_yen or figure.unit == "JPY"
        if figure.unit == "CNY" and not currency and _SIGN.search(text) and not _OF_YUAN.search(text):
            self._signs += rows

    @property
    def notes(self) -> list[str]:
        """The note on what is taken for yuan, where that is in doubt."""
        if not self._signs or not self._has_yen:
            return []
        return [
            counted(
                "{number} amount with '¥' is taken for yuan, and others are in yen: JP¥ in the cell or a column of "
                "currencies decides",
                "{number} amounts with '¥' are taken for yuan, and others are in yen: JP¥ in the cell or a column of "
                "currencies decides",
                self._signs,
            )
        ]
