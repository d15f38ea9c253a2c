"""Columns side by side are what Rich makes of them, in a fraction of its time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.messages import Language
from mycity_cli.output.drawing import Track, by_rich, side_by_side
from mycity_cli.output.render import Style

WORDS = st.text(alphabet="ab 苏州ｗ-.,5", max_size=14).map(str.strip)
HEADINGS = st.lists(st.text(alphabet="abc州", min_size=1, max_size=8), min_size=1, max_size=2).map("\n".join)


@st.composite
def tables(draw: st.DrawFn) -> list[Track]:
    """Return columns of one height, each as wide as its longest line."""
    rows = draw(st.integers(0, 4))
    summed = draw(st.booleans())
    tracks = []
    for _ in range(draw(st.integers(1, 4))):
        heading, texts = draw(HEADINGS), draw(st.lists(WORDS, min_size=rows, max_size=rows))
        total = draw(WORDS) if summed else None
        wraps = draw(st.booleans())
        tracks.append(Track(heading, texts, total, wraps=wraps, cut=not wraps and draw(st.booleans())))
    return tracks


# In Chinese lines are broken by rules that Rich does not know.
STYLES = st.builds(
    Style,
    width=st.none() | st.integers(1, 60),
    color=st.booleans(),
    header=st.sampled_from([None, False]),
    language=st.just(Language.ENGLISH),
)


@given(tables(), STYLES)
def test_the_lines_are_those_of_rich(tracks: list[Track], style: Style) -> None:
    assert "".join(side_by_side(tracks, style)) == by_rich(tracks, style)


def test_a_row_with_long_prose_takes_as_many_lines_as_it_needs() -> None:
    tracks = [
        Track("City", ["Suzhou", "苏州"], None, wraps=False, cut=False),
        Track("Name", ["a conference on science", "short"], None, wraps=True, cut=False),
    ]
    assert "".join(side_by_side(tracks, Style(width=20))) == (
        "City    Name\nSuzhou  a conference\n        on science\n苏州    short\n"
    )
