"""Time grows with the length of a text, not faster, whatever stands in it."""

from __future__ import annotations

from time import process_time

import pytest

from mycity_cli.release.figures import find_mentions
from mycity_cli.release.text import read_release

PIECES = [
    "9", "1,", "1, ", "1-", "1 to ", "1和", "3.2, ", "(", '"', "about ", "亿", "十", "三分", "5个", "5个重", "5 new ",
    "one hundred and ", "half a ", "$ ", "$1 ", "5 of ", "number of ", "单位：", "(unit: ", "| 1 ", "1\t", ". ", "A.",
    "U.S. ", "。", "\n", "20\n", "a b\n", "A, ", "date ", "Sept. ", "# ", "- ", "\u200b", "1\u200b",
    "5 projects ", "5亿元",
]  # fmt: skip
SHORT, LONG = 1_000, 8_000


def seconds(text: str) -> float:
    start = process_time()
    find_mentions(read_release(text))
    return process_time() - start


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (SHORT, LONG))
    seconds(short)
    # Eight times the text may take three times as long again before it is called a fault: machines drift, so that the
    # fastest of several runs counts, and a slow round is repeated.
    assert any(
        min(seconds(long) for _ in range(2)) < 24 * min(seconds(short) for _ in range(3)) + 0.3 for _ in range(3)
    )


def test_a_long_line_is_read_in_pieces() -> None:
    text = "签约30个项目,总投资525.63亿元," * 2_000
    found = find_mentions(read_release(text))
    assert len(found) == 4_000
    assert {text[each.start : each.end] for each in found} == {"30个项目", "525.63亿元"}
