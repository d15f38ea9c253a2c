"""The laws of reading figures, in whole texts and in running text. Each docstring says the rule it stands for."""

from __future__ import annotations

from hypothesis import assume, example, given
from hypothesis import strategies as st

from mycity_cli.errors import FigureError
from mycity_cli.exact import rational
from mycity_cli.figure import Bound, Figure
from mycity_cli.figure.folding import fold, narrow
from mycity_cli.figure.scanning import Found, Unread, scan
from strategies import any_text, around_figures, quiet_before, quiet_behind, running_figures, twin_texts


def alone(text: str) -> Found | None:
    """Return the figure that a sentence of nothing else states, whose number is all of it; None where it is not."""
    items = list(scan(text))
    if len(items) != 1 or not isinstance(items[0], Found):
        return None
    (found,) = items
    return found if isinstance(found, Found) and (found.start, found.end) == (0, len(text)) else None


def is_apart(before: str, text: str, behind: str) -> bool:
    """Return whether a figure stands for itself: in 5 percentx and xminus 5 are other words, in 3-5 is a dash."""
    is_dash = bool(before) and not before[-1].isspace() and text[0] in "-−"
    joined = is_dash or (before[-1:].isalnum() and text[0].isalpha() and text[0].isascii())
    return not joined and not (behind and behind[0].isalnum() and text[-1].isalpha() and text[-1].isascii())


@given(around_figures, running_figures, around_figures)
@example("GDP", "1万5千亿元", "")
@example("", "三分之二", "多")
@example("", "七成五", "多")
@example("第", "5个百分点", "")
@example("", "¥1'234", "5")
@example("", "5.2", ",3")
@example("", "$5", "x")
def test_no_part_of_a_number_is_a_figure(before: str, text: str, behind: str) -> None:
    """Whatever touches a number, what is found inside of it is the number.

    A number in running text is found with all that belongs to it, or longer with what touches it, or in another unit,
    or it is unread, or nothing at all: a figure that begins and ends in it, and is not all of it, has its value.
    Letters that touch letters of the figure are another word, and a sign behind a number is a dash.
    """
    whole = alone(text)
    assume(whole is not None and is_apart(before, text, behind))
    assert whole is not None
    first, last = len(before), len(before) + len(text)
    for found in scan(f"{before}{text}{behind}"):
        if (
            isinstance(found, Found)
            and first <= found.start
            and found.end <= last
            and found.end - found.start < len(text)
        ):
            assert found.figure.value == whole.figure.value


@given(quiet_before, running_figures, quiet_behind)
def test_a_figure_among_words_is_itself(before: str, text: str, behind: str) -> None:
    """Words and punctuation around a figure change neither what it states nor where it stands."""
    whole = alone(text)
    # Directly behind a Chinese character a point has no digits before it.
    assume(whole is not None and not (before[-1:].isalnum() and text[0] == "."))
    assert whole is not None
    (found,) = scan(f"{before}{text}{behind}")
    assert isinstance(found, Found)
    assert (found.start, found.end) == (len(before), len(before) + len(text))
    assert found.figure == whole.figure


@given(running_figures | any_text)
@example("point")
@example("point yuan")
def test_a_figure_reads_back_from_its_own_text(text: str) -> None:
    """Figures are kept as stated: what one prints is the same figure."""
    try:
        figure = Figure.parse(text)
    except FigureError:
        return
    assert str(figure) == text.strip()
    assert Figure.parse(str(figure)) == figure


@given(running_figures | any_text)
@example("5-20%")
@example("数十亿")
@example("-5% to 5%")
@example("at most -5")
def test_the_interval_of_a_figure_holds_its_value_unless_it_is_open_there(text: str) -> None:
    """Only what is over a value, or nearly it, does not reach it, and then comes as near as one likes."""
    try:
        figure = Figure.parse(text)
    except FigureError:
        return
    value, interval = rational(figure.value), figure.interval
    match figure.bound:
        case Bound.OVER:
            assert interval.low is not None
            assert (interval.low.value, interval.low.closed) == (value, False)
        case Bound.NEARLY:
            assert interval.high is not None
            assert (interval.high.value, interval.high.closed) == (value, False)
        case _:
            assert value in interval


@given(any_text)
@example("(5)")
@example("(about $5")
@example("a dollar")
@example("")
def test_an_error_shows_a_part_of_the_text(text: str) -> None:
    """What cannot be read is shown where it stands."""
    error = refused(text)
    if error is None:
        return
    assert error.message
    assert error.excerpt is not None
    assert error.excerpt.line == text
    assert 0 <= error.excerpt.start <= error.excerpt.end <= len(text)


def refused(text: str) -> FigureError | None:
    try:
        Figure.parse(text)
    except FigureError as error:
        return error
    return None


@given(any_text | st.tuples(around_figures, running_figures, around_figures, running_figures).map("".join))
@example("2.5 million yuan and 1 cents")
@example("$12k七成")
@example("一分1988元元")
def test_what_is_found_in_a_text_stands_in_order(text: str) -> None:
    """Any text can be scanned; its figures and unread numbers stand one behind another in it, each of some length."""
    end = 0
    for each in scan(text):
        assert end <= each.start < each.end <= len(text)
        end = each.end
        if isinstance(each, Unread):
            assert each.reason
        else:
            assert each.figure.text == text[each.reading.start : each.reading.end].strip()


@given(twin_texts)
@example(("P5", "Ｐ５"))
@example(("两三亿元、约12个点", "兩三億元、約12個點"))
def test_wide_and_traditional_characters_change_nothing(twins: tuple[str, str]) -> None:
    """A text and its twin in full-width or traditional characters hold the same figures at the same places."""
    plain, other = twins
    assert fold(plain) == fold(other)
    assert [told(each) for each in scan(plain)] == [told(each) for each in scan(other)]


def told(each: Found | Unread) -> tuple[object, ...]:
    if isinstance(each, Unread):
        # The reason quotes the text as it is written.
        return each.start, each.end, fold(narrow(each.reason))
    return each.start, each.end, each.figure
