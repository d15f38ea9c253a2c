"""Charts as SVG."""

from __future__ import annotations

from collections.abc import Iterator

from mycity_cli.output.bars import Chart
from mycity_cli.output.pages.picture import svg
from mycity_cli.output.render import Style


def chart(chart: Chart, style: Style) -> Iterator[str]:
    """Yield a chart as a drawing. Raises MissingExtraError where the extra for it is not installed."""
    yield svg(chart, style.language)
