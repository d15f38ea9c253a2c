"""A chart as a picture: SVG from a template, and PNG from the same drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from mycity_cli.errors import MissingExtraError, visible
from mycity_cli.exact import Rational, grouped, plain, rounded
from mycity_cli.figure.amount_words import scale_name
from mycity_cli.interval import Interval
from mycity_cli.messages import Language, Said, clauses, say, told
from mycity_cli.output.axis import Axis
from mycity_cli.output.bars import NOT_STATED, Bar, Chart, whisker_ends
from mycity_cli.output.line_breaks import holds_chinese
from mycity_cli.output.pages.lettering import cut, width_of, wrapped
from mycity_cli.output.pages.paper import drawn
from mycity_cli.output.pages.words import words_of

_WIDTH, _EDGE = 960, 32
_ROW, _BAR, _CAP, _ARROW = 36, 18, 5, 14
_BESIDE = 2
"""How far outside the end of what is possible a cap stands, so that it is seen however little that is."""
_LEAST_PART = 5
"""So many characters of a number behind its whole part are shown in any case."""
_TEXT, _SMALL, _TITLE = 15, 13, 22
_LINE = 19
_MOST_LABEL = 280
_ZOOM = 2
"""So many dots a PNG has for each of the drawing's: screens have as many, and so have printed pages."""


_FONTS = (
    "Inter, 'Helvetica Neue', Arial, 'Segoe UI', 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', 'PingFang SC', "
    "'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif"
)
"""The fonts of text: what draws PNG looks for these alone, and then for any that has a character that they lack."""


class _Row(NamedTuple):
    """A bar in dots, with what stands before and behind it."""

    top: str
    middle: str
    baseline: str
    label: str
    full_label: str
    x: str
    width: str
    whisker: str
    whole: str
    part: str
    value: str
    is_stated: bool


def svg(chart: Chart, language: Language = Language.ENGLISH) -> str:
    """Return a chart as SVG. Raises MissingExtraError where the extra for it is not installed."""
    return drawn("chart.svg.jinja", **_Layout(chart, language).content())


def png(drawing: str) -> bytes:
    """Return a drawing in SVG as PNG. Raises MissingExtraError where the extra for it is not installed."""
    return _rendered(_TEXTS.sub(_unjoined, drawing), background="#ffffff", zoom=_ZOOM)


def _unjoined(text: re.Match[str]) -> str:
    """Return a text between tags, its letters unjoined where Chinese is beside them.

    What draws takes no second font for a part of a text in which letters of the first are joined: it draws boxes.
    """
    return _JOINED.sub("\u200c", text[0]) if holds_chinese(text[0]) else text[0]


_TEXTS = re.compile("(?<=>)[^<>]+(?=<)")
_JOINED = re.compile("(?<=f)(?=[fijlt])")
"""Where fonts join letters."""


def unshown(drawing: str) -> str:
    """Return the characters of a drawing's texts that no font of this machine has: a PNG shows boxes for them."""
    from xml.etree.ElementTree import fromstring

    text = "".join(fromstring(drawing).itertext())  # noqa: S314  # our own drawing
    missing = _one_character("\U0010fffd")
    # A font has all of ASCII, or none of it.
    asked = dict.fromkeys(["a", *(each for each in text if not each.isascii() and not each.isspace())])
    return "".join(each for each in asked if _one_character(each) == missing)


def _one_character(character: str) -> bytes:
    from markupsafe import escape

    # As it is: the one that no font has would be written out.
    character = escape(character)
    return _rendered(drawn("character.svg.jinja", character=character, fonts=_FONTS))


def _rendered(drawing: str, **options: object) -> bytes:
    try:
        import resvg_py
    except ImportError as error:
        raise MissingExtraError(
            say("PNG is drawn by resvg-py, which is not installed"), help=say("pip install 'mycity-cli[report]'")
        ) from error
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, **options))  # type: ignore[arg-type]  # as they are named


class _Layout:
    """Where everything in the picture of a chart stands."""

    def __init__(self, chart: Chart, language: Language) -> None:
        words = words_of(language)
        self._asked = language
        self._words = words["chart"]
        self._bars = chart.bars
        self._power = chart.power
        self._unit = unit_of(chart, language)
        self._axis = Axis.round(self._bars)
        self._language = words["language"]
        self._caption = caption = chart.caption
        labels = max((width_of(visible(bar.label), _TEXT) for bar in self._bars), default=0)
        reaches = [bar.reach for bar in self._bars if bar.reach is not None]
        # An open end has room for its arrow beside the bar.
        self._gap = 14 + _ARROW * any(reach.low is None for reach in reaches)
        self._left = _EDGE + min(labels, _MOST_LABEL) + self._gap
        self._part = _longest_part([bar.number for bar in self._bars])
        pairs = [_parted(bar.number, self._part) for bar in self._bars]
        self._is_cut = any(part.endswith("…") for _, part in pairs)
        wholes = max((width_of(whole, _TEXT) for whole, _ in pairs), default=0)
        parts = max((width_of(part, _TEXT) for _, part in pairs), default=0)
        missing = any(bar.value is None for bar in self._bars)
        value_room = max(wholes + parts, width_of(self._words["not_stated"], _SMALL) if missing else 0)
        self._right = _WIDTH - _EDGE - value_room - 16 - _ARROW * any(reach.high is None for reach in reaches)
        self._point = _WIDTH - _EDGE - parts
        self._lead = list(wrapped(visible(caption.lead), _WIDTH - 2 * _EDGE, _SMALL))
        self._top = 60 + _LINE * len(self._lead) + 16
        self._bottom = self._top + _ROW * len(self._bars)

    def content(self) -> dict[str, object]:
        """Return what the template is filled with."""
        below, missing = list(self._below()), self._words["not_stated"]
        return {
            "language": self._language,
            "width": str(_WIDTH),
            "height": str(self._bottom + 54 + _LINE * len(below) + 22),
            "title": cut(visible(self._caption.title), _WIDTH - 2 * _EDGE, _TITLE),
            "full_title": self._caption.title,
            "description": told(self._description(), self._asked),
            "edge": str(_EDGE),
            "far": str(_WIDTH - _EDGE),
            "lead": [(str(60 + _LINE * (number + 1) - 5), line) for number, line in enumerate(self._lead)],
            "rows": [self._row(number, bar) for number, bar in enumerate(self._bars)],
            "ticks": [(_dots(self._x(tick)), self._tick(tick), tick == 0) for tick in self._axis.ticks],
            "top": str(self._top),
            "bottom": str(self._bottom),
            "tick_line": str(self._bottom + 20),
            "unit": self._unit,
            "unit_x": _dots(self._right),
            "unit_line": str(self._bottom + 41),
            "label_x": _dots(self._left - self._gap),
            "point": _dots(self._point),
            "below": [(str(self._bottom + 54 + _LINE * (number + 1)), line) for number, line in enumerate(below)],
            "bar": str(_BAR),
            "not_stated": missing,
            "fonts": _FONTS,
        }

    def _description(self) -> Said:
        """Return what the picture shows, for those who hear it."""
        return clauses(
            say("{name}: {value}", name=bar.label, value=bar.number.strip() or NOT_STATED) for bar in self._bars
        )

    def _x(self, value: Rational) -> Rational:
        return self._left + self._axis.at(value) * (self._right - self._left)

    def _tick(self, tick: Rational) -> str:
        return grouped(plain(Fraction(tick, 10**self._power)))

    def _row(self, number: int, bar: Bar) -> _Row:
        top = self._top + _ROW * number
        middle = top + Fraction(_ROW, 2)
        zero, end = self._x(0), self._x(bar.value or 0)
        whole, part = _parted(bar.number, self._part)
        label = visible(bar.label)
        return _Row(
            top=_dots(middle - Fraction(_BAR, 2)),
            middle=_dots(middle),
            baseline=_dots(middle + 5),
            label=cut(label, _MOST_LABEL, _TEXT),
            full_label=label,
            x=_dots(min(zero, end)),
            width=_dots(max(zero, end) - min(zero, end)),
            whisker="" if bar.value is None or bar.interval is None else self._whisker(bar.value, bar.interval, middle),
            whole=whole,
            part=part,
            value=bar.number.strip(),
            is_stated=bar.value is not None,
        )

    def _whisker(self, value: Rational, interval: Interval, middle: Rational) -> str:
        """Return the path of a line over all that a value may be: a cap at an end, an arrow where there is none."""
        start, end = (self._x(value) for value in whisker_ends(value, interval))
        line = f"M{_dots(start)} {_dots(middle)}H{_dots(end)}"
        return line + _tip(start, middle, interval.low is None, -1) + _tip(end, middle, interval.high is None, 1)

    def _below(self) -> Iterator[str]:
        """Yield the lines below the axis: what its signs mean, what is to be known, and where it comes from."""
        said = []
        intervals = [bar.interval for bar in self._bars if bar.interval is not None]
        if any(each.width is not None for each in intervals):
            said.append(self._words["whiskers"])
        if any(each.width is None for each in intervals):
            said.append(self._words["arrows"])
        if self._is_cut:
            said.append(self._words["cut"])
        for text in (*said, *self._caption.notes, self._caption.made):
            yield from wrapped(visible(text), _WIDTH - 2 * _EDGE, _SMALL)


def _tip(x: Rational, middle: Rational, is_open: bool, direction: int) -> str:  # noqa: FBT001  # as its caller has it
    """Return the path of an end of a whisker, which stands beside what is possible."""
    tip = x + direction * (_ARROW if is_open else _BESIDE)
    line = f"M{_dots(x)} {_dots(middle)}H{_dots(tip)}"
    if not is_open:
        return f"{line}M{_dots(tip)} {_dots(middle - _CAP)}V{_dots(middle + _CAP)}"
    back = tip - direction * _CAP
    ends = f"M{_dots(back)} {_dots(middle - _CAP)}L{_dots(tip)} {_dots(middle)}L{_dots(back)} {_dots(middle + _CAP)}"
    return line + ends


def unit_of(chart: Chart, language: Language) -> str:
    """Return what one of the unit of a chart is called: `billion yuan`, 亿元; "" for numbers without a unit."""
    return "" if chart.scale is None else told(scale_name(chart.scale, chart.currency), language)


def _longest_part(numbers: Sequence[str]) -> int:
    """Return how many characters behind the whole part of a number are shown: one long number widens not all."""
    lengths = sorted(len(_parted(number)[1]) for number in numbers)
    return max([_LEAST_PART, *lengths[:-1][-1:]])


def _parted(number: str, most: int | None = None) -> tuple[str, str]:
    """Return a number up to its decimal point, and from there on; more than so many characters of that are cut."""
    whole, point, rest = number.strip().partition(".")
    part = f"{point}{rest}"
    return whole, part if most is None or len(part) <= most else f"{part[: most - 1]}…"


def _dots(value: Rational) -> str:
    """Return a place in dots, to a hundredth of one."""
    return rounded(value, 2)
