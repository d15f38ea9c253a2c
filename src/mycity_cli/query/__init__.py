"""Questions put to a dataset: which records, and what they add up to."""

from mycity_cli.query.levels import By, level_totals, needs_rows
from mycity_cli.query.selection import LeftOut, Selected, Selection, select_conferences, select_signings
from mycity_cli.query.sums import Sum
from mycity_cli.query.totals import Group, Measure, Total, group_totals, total

__all__ = [
    "By",
    "Group",
    "LeftOut",
    "Measure",
    "Selected",
    "Selection",
    "Sum",
    "Total",
    "group_totals",
    "level_totals",
    "needs_rows",
    "select_conferences",
    "select_signings",
    "total",
]
