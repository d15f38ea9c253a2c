"""Charts as PNG."""

from __future__ import annotations

from collections.abc import Iterator

from mycity_cli.output.bars import Chart
from mycity_cli.output.pages.picture import png, svg, unshown
from mycity_cli.output.render import Style

_MOST_NAMED = 20


def chart(chart: Chart, style: Style) -> Iterator[bytes]:
    """Yield a chart as dots. Raises MissingExtraError where the extra for it is not installed."""
    del style  # a picture has its own
    yield png(svg(chart))


def notes_of_fonts(chart: Chart) -> list[str]:
    """Return a note where no font of this machine has some of the characters of a chart."""
    missing = unshown(svg(chart))
    if not missing:
        return []
    more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
    named = " ".join(missing[:_MOST_NAMED])
    return [f"no font here has these characters, for which the picture shows boxes or nothing: {named}{more}"]
