"""Whether so much is left out of a total that it settles nothing."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from mycity_cli.cli.options import Data
from mycity_cli.errors import UnsettledError
from mycity_cli.exact import rounded
from mycity_cli.messages import say
from mycity_cli.passwords import hidden
from mycity_cli.query.engine import Left


def unsettled_of(left: Left, most: Fraction | None, data: Data) -> UnsettledError | None:
    """Return the error for a total from which too much is left out to say anything, None for another."""
    kept = left.rows - left.bad - left.skipped
    where = say("standard input") if data.data == "-" else hidden(str(data.data or ""))
    if left.rows and not kept and left.bad:
        return UnsettledError(say("every row is bad: nothing is left to add up"), where=where)
    if most is not None and left.rows and Fraction(left.bad, left.rows) > most:
        share = rounded(Fraction(left.bad * 100, left.rows), 1)
        return UnsettledError(
            say(
                "{bad:,} of {rows:,} rows are bad and left out ({share} %): what is left is no total",
                bad=left.bad,
                rows=left.rows,
                share=share,
            ),
            where=where,
            help=say(
                "put them right, or allow so many: --max-bad {share}%",
                share=ceil(Fraction(left.bad * 100, left.rows)),
            ),
        )
    return None
