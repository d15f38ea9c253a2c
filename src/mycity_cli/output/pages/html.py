"""Results as pages."""

from __future__ import annotations

from collections.abc import Iterator

from mycity_cli.output.pages.sheet import Sheet, sheet_page
from mycity_cli.output.pages.words import Language


def sheet(sheet: Sheet, language: Language) -> Iterator[str]:
    """Yield a fact sheet. Raises MissingExtraError where the extra for it is not installed."""
    yield sheet_page(sheet, language)
