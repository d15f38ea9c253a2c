"""The text of a release in pieces: nothing is lost, and every figure is a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mycity_cli.dataset import load
from mycity_cli.output.audit_sentences import one_line
from mycity_cli.output.pages.marked_text import MarkSpan, TextPiece, figure_spans, lines_of, sentence_pieces, worst
from mycity_cli.release.audit import audit
from mycity_cli.release.findings import Audit

DATA = load()
TEXT = """Deals worth 46 million yuan signed in Yibin

At its investment conference on May 12, 2023, Yibin signed 24 projects with a total investment of 46 billion yuan. \
Of these, 15 projects worth 31.2 billion yuan are in batteries,\tand the remaining 9 projects are in services.
\x1b[31m 苏州签约30个项目。
"""


def marked(found: Audit) -> list[tuple[str, str]]:
    proofs = worst((relation, f"p{number}", relation.outcome) for number, relation in enumerate(found.relations))
    lines = lines_of(found, figure_spans(found, "f", proofs))
    return [(piece.text, piece.kind) for line in lines for piece in line.pieces]


def test_figures_are_marked_by_the_worst_that_became_of_them() -> None:
    pieces = marked(audit(TEXT, DATA, name="a.txt"))
    assert [piece for piece in pieces if piece[1]] == [
        ("46 million yuan", "false"),
        ("24 projects", "true"),
        ("46 billion yuan", "false"),
        ("15 projects", "true"),
        ("31.2 billion yuan", "alone"),
        ("9 projects", "true"),
        ("30个项目", "alone"),
    ]
    assert ("Deals worth ", "") in pieces
    assert "".join(text for text, _ in pieces) == "".join(map(one_line, TEXT.split("\n")))


def test_a_heading_is_one() -> None:
    lines = list(lines_of(audit(TEXT, DATA, name="a.txt"), []))
    assert [line.is_heading for line in lines] == [True, False, False]


@given(
    st.text(alphabet="ab1 \n\t", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.sampled_from(["x", "y"])), max_size=6),
)
def test_no_character_is_lost_or_there_twice(text: str, spans: list[tuple[int, int, str]]) -> None:
    found = audit(text, DATA, name="a.txt")
    given = [MarkSpan(start, start + length, TextPiece("", kind)) for start, length, kind in spans]
    lines = list(lines_of(found, given))
    kept = [line for line in text.split("\n") if line.strip()]
    assert ["".join(piece.text for piece in line.pieces) for line in lines] == [one_line(line) for line in kept]


@pytest.mark.parametrize("numbers", [(0,), (1, 2), (3, 1, 1)])
def test_a_sentence_has_its_figures_as_marks(numbers: tuple[int, ...]) -> None:
    found = audit(TEXT, DATA, name="a.txt")
    for sentence in {found.mentions[number].sentence for number in numbers}:
        pieces = sentence_pieces(found, sentence, numbers)
        start, end = found.release.sentences[sentence][:2]
        assert "".join(piece.text for piece in pieces) == one_line(TEXT[start:end]).rstrip()
        own = sorted({n for n in numbers if found.mentions[n].sentence == sentence})
        expected = [TEXT[found.mentions[n].start : found.mentions[n].end] for n in own]
        assert [piece.text for piece in pieces if piece.kind] == expected
