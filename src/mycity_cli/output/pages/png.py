"""Charts as PNG."""

from __future__ import annotations

from collections.abc import Iterator

from mycity_cli.messages import Language, Message, say
from mycity_cli.output.bars import Chart
from mycity_cli.output.pages.picture import png, svg, unshown
from mycity_cli.output.render import Style

_MOST_NAMED = 20


def chart(chart: Chart, style: Style) -> Iterator[bytes]:
    """Yield a chart as dots. Raises MissingExtraError where the extra for it is not installed."""
    yield png(svg(chart, style.language))


def notes_of_fonts(chart: Chart, language: Language = Language.ENGLISH) -> list[Message]:
    """Return a note where no font of this machine has some of the characters of a chart."""
    missing = unshown(svg(chart, language))
    if not missing:
        return []
    named: str = " ".join(missing[:_MOST_NAMED])
    if len(missing) > _MOST_NAMED:
        named = say("{things} and {number} more", things=named, number=len(missing) - _MOST_NAMED)
    return [
        say("no font here has these characters, for which the picture shows boxes or nothing: {named}", named=named)
    ]
