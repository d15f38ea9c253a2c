"""Where something stands in a release."""

from __future__ import annotations

import pytest

from making_audits import made
from mycity_cli import audit
from mycity_cli.output.audit_places import Region, place_of, place_text, quoted, region
from mycity_cli.release.findings import Release

TEXT = "A title\n\nIt signed many things,\nof which 5 were new. And 6.\n\nMore."
FILE = audit(TEXT, name="a.txt").release
EXTRACTED = audit(TEXT, name="a.pdf", extracted=True).release


@pytest.mark.parametrize(
    ("words", "place", "paragraph"),
    [("A title", "1:1", 1), ("of which 5", "4:1", 2), ("6", "4:26", 2), ("More", "6:1", 3)],
)
def test_a_place_is_a_line_and_a_column_or_a_paragraph(words: str, place: str, paragraph: int) -> None:
    at = TEXT.index(words)
    assert (place_of(FILE, at), place_of(EXTRACTED, at)) == (place, f"paragraph {paragraph}")
    assert (place_text(FILE, at), place_text(EXTRACTED, at)) == (f"a.txt:{place}", f"a.pdf: paragraph {paragraph}")


def test_words_that_are_quoted_stand_on_a_line() -> None:
    start = TEXT.index("signed")
    assert quoted(FILE, start, start + len("signed many things,\nof which")) == "3:4 'signed many things, of which'"


def test_a_region_ends_behind_its_last_character() -> None:
    start = TEXT.index("signed")
    assert region(FILE, start, start + len("signed many things,\nof")) == Region(3, 4, 4, 3)
    assert region(EXTRACTED, start, start + 1) is None


def test_a_text_of_nothing_is_its_own_paragraph() -> None:
    assert place_of(Release("a", "", (), extracted=True), 0) == "paragraph 1"


def test_what_stands_before_the_first_sentence_is_in_the_first_paragraph() -> None:
    release = made("5 projects").release
    shifted = Release("a", "  5", tuple(each._replace(start=2) for each in release.sentences), extracted=True)
    assert place_of(shifted, 0) == "paragraph 1"
