# ruff: noqa: E501  # a message is as long as it is
"""Statements that are none: the whole message for each, the caret under what is wrong."""

from __future__ import annotations

import pytest

from running import Mycity

BAD = [
    (
        "",
        (
            "error: the statement is empty\n"
            "  \n"
            "  ^\n"
            "help: write a comparison: Suzhou > Xiamen + Dongguan, projects(2022) = 75\n"
        ),
    ),
    (
        "   ",
        (
            "error: the statement is empty\n"
            "     \n"
            "  ^^^\n"
            "help: write a comparison: Suzhou > Xiamen + Dongguan, projects(2022) = 75\n"
        ),
    ),
    (
        "Suzhou",
        (
            "error: nothing is compared\n"
            "  Suzhou\n"
            "        ^\n"
            "help: write a comparison: Suzhou > Xiamen + Dongguan, projects(2022) = 75\n"
        ),
    ),
    (
        "> 5",
        ("error: expected a figure or a name, found '>'\n  > 5\n  ^\n"),
    ),
    (
        "Suzhou >",
        ("error: expected a figure or a name, found the end\n  Suzhou >\n          ^\n"),
    ),
    (
        "Suzhou > Xiamen +",
        ("error: expected a figure or a name, found the end\n  Suzhou > Xiamen +\n                   ^\n"),
    ),
    (
        "Suzhou > > Xiamen",
        ("error: two comparisons side by side\n  Suzhou > > Xiamen\n           ^\n"),
    ),
    (
        "Suzhou => Xiamen",
        ("error: two comparisons side by side\n  Suzhou => Xiamen\n          ^\nhelp: did you mean >=?\n"),
    ),
    (
        "Suzhou <> Xiamen",
        ("error: two comparisons side by side\n  Suzhou <> Xiamen\n          ^\nhelp: did you mean !=?\n"),
    ),
    (
        "(Suzhou > Xiamen",
        ("error: this parenthesis is not closed\n  (Suzhou > Xiamen\n  ^\n"),
    ),
    (
        "Suzhou) > Xiamen",
        ("error: this parenthesis closes none\n  Suzhou) > Xiamen\n        ^\n"),
    ),
    (
        "(Suzhou > Xiamen) = 1",
        (
            "error: a comparison cannot stand in parentheses\n"
            "  (Suzhou > Xiamen) = 1\n"
            "          ^\n"
            "help: close them before it, or leave them out\n"
        ),
    ),
    (
        "() > 1",
        ("error: expected a figure or a name, found ')'\n  () > 1\n   ^\n"),
    ),
    (
        "Suzho > 5 billion",
        ("error: unknown name 'Suzho'\n  Suzho > 5 billion\n  ^^^^^\nhelp: did you mean Suzhou?\n"),
    ),
    (
        "苏洲 > 500亿元",
        ("error: unknown name '苏洲'\n  苏洲 > 500亿元\n  ^^^^\nhelp: did you mean 苏州?\n"),
    ),
    (
        "Atlantis > 5 billion",
        (
            "error: unknown name 'Atlantis'\n"
            "  Atlantis > 5 billion\n"
            "  ^^^^^^^^\n"
            "help: known: Mianyang, Xiamen, Dongguan, Suzhou, Cupertino, products, research-institutes, academicians and 36 more\n"
        ),
    ),
    (
        "Hong Kong > 5 billion",
        (
            "error: two names side by side\n"
            "  Hong Kong > 5 billion\n"
            "       ^^^^\n"
            'help: a name of several words stands in quotes: "Hong Kong"\n'
        ),
    ),
    (
        "Suzhou > 50",
        (
            "error: an amount and a plain number cannot be compared\n"
            "  Suzhou > 50\n"
            "           ^^\n"
            "help: which unit is meant: 50 billion yuan, 50 million yuan or 50 yuan?\n"
        ),
    ),
    (
        "50 < Suzhou",
        (
            "error: an amount and a plain number cannot be compared\n"
            "  50 < Suzhou\n"
            "  ^^\n"
            "help: which unit is meant: 50 billion yuan, 50 million yuan or 50 yuan?\n"
        ),
    ),
    (
        "Suzhou + 50 > Xiamen",
        (
            "error: an amount and a plain number cannot be added\n"
            "  Suzhou + 50 > Xiamen\n"
            "           ^^\n"
            "help: which unit is meant: 50 billion yuan, 50 million yuan or 50 yuan?\n"
        ),
    ),
    (
        "Suzhou > 2 * 25",
        (
            "error: an amount and a plain number cannot be compared\n"
            "  Suzhou > 2 * 25\n"
            "           ^^^^^^\n"
            "help: give its figures a unit: billion yuan, million yuan, yuan\n"
        ),
    ),
    (
        "Suzhou > projects(Suzhou)",
        (
            "error: an amount in yuan and a count cannot be compared\n"
            "  Suzhou > projects(Suzhou)\n"
            "           ^^^^^^^^^^^^^^^\n"
        ),
    ),
    (
        "Suzhou > 50%",
        ("error: an amount in yuan and a ratio cannot be compared\n  Suzhou > 50%\n           ^^^\n"),
    ),
    (
        "projects(2022) = 50%",
        ("error: a count and a ratio cannot be compared\n  projects(2022) = 50%\n                   ^^^\n"),
    ),
    (
        "Suzhou > 5 billion USD",
        (
            "error: an amount in yuan and an amount in USD cannot be compared\n"
            "  Suzhou > 5 billion USD\n"
            "           ^^^^^^^^^^^^^\n"
            "help: there are no exchange rates in the data\n"
        ),
    ),
    (
        "Suzhou + 5 billion USD > Xiamen",
        (
            "error: an amount in yuan and an amount in USD cannot be added\n"
            "  Suzhou + 5 billion USD > Xiamen\n"
            "           ^^^^^^^^^^^^^\n"
            "help: there are no exchange rates in the data\n"
        ),
    ),
    (
        "Suzhou * Xiamen > 1",
        (
            "error: an amount in yuan cannot be multiplied by an amount in yuan\n"
            "  Suzhou * Xiamen > 1\n"
            "           ^^^^^^\n"
        ),
    ),
    (
        "projects(2022) / Suzhou > 1",
        (
            "error: a count cannot be divided by an amount in yuan\n"
            "  projects(2022) / Suzhou > 1\n"
            "                   ^^^^^^\n"
        ),
    ),
    (
        "Xiamen < Suzhou > Dongguan",
        (
            "error: a chain of comparisons goes one way\n"
            "  Xiamen < Suzhou > Dongguan\n"
            "                    ^^^^^^^^\n"
            "help: Xiamen < Dongguan < Suzhou is a chain; else write two statements\n"
        ),
    ),
    (
        "Xiamen != Dongguan != Suzhou",
        (
            "error: != cannot stand in a chain\n"
            "  Xiamen != Dongguan != Suzhou\n"
            "            ^^^^^^^^\n"
            "help: write two statements\n"
        ),
    ),
    (
        "Suzhou-Xiamen > 1 yuan",
        (
            "error: unknown name 'Suzhou-Xiamen'\n"
            "  Suzhou-Xiamen > 1 yuan\n"
            "  ^^^^^^^^^^^^^\n"
            "help: did you mean Xiamen? Joined by hyphens it is one name; subtraction has spaces: Suzhou - Xiamen\n"
        ),
    ),
    (
        "pandas-shares > 1%",
        (
            "error: unknown name 'pandas-shares'\n"
            "  pandas-shares > 1%\n"
            "  ^^^^^^^^^^^^^\n"
            "help: did you mean pandas-share? Joined by hyphens it is one name; subtraction has spaces: pandas - shares\n"
        ),
    ),
    (
        "panda-share = 22.4%",
        (
            "error: unknown name 'panda-share'\n"
            "  panda-share = 22.4%\n"
            "  ^^^^^^^^^^^\n"
            "help: did you mean pandas-share? Joined by hyphens it is one name; subtraction has spaces: panda - share\n"
        ),
    ),
    (
        "5-3 = 2",
        ("error: '-3' is joined to '5'\n  5-3 = 2\n   ^^\nhelp: subtraction has spaces: 5 - 3\n"),
    ),
    (
        "strategy > 5",
        (
            "error: the fact 'strategy' is a text, not a figure\n"
            "  strategy > 5\n"
            "  ^^^^^^^^\n"
            "help: facts with a figure: products, research-institutes, academicians, academicians-share, airport-rank, pandas, pandas-share, sister-cities\n"
        ),
    ),
    (
        "deals(2022) = 3",
        (
            "error: unknown measure 'deals'\n"
            "  deals(2022) = 3\n"
            "  ^^^^^\n"
            "help: known: amount, projects, signings, conferences\n"
        ),
    ),
    (
        "projects(colour=red) = 3",
        (
            "error: unknown filter 'colour'\n"
            "  projects(colour=red) = 3\n"
            "           ^^^^^^\n"
            "help: known: city, promoter, kind, conference, source, year, since, until, min-amount, max-amount, currency\n"
        ),
    ),
    (
        "projects(Suzou) = 3",
        ("error: unknown city 'Suzou'\n  projects(Suzou) = 3\n           ^^^^^\nhelp: did you mean Suzhou?\n"),
    ),
    (
        "projects(kind=invest) = 3",
        (
            "error: unknown kind 'invest'\n"
            "  projects(kind=invest) = 3\n"
            "           ^^^^^^^^^^^\n"
            "help: did you mean investment?\n"
        ),
    ),
    (
        "projects(year=22) = 3",
        (
            "error: '22' is no year\n"
            "  projects(year=22) = 3\n"
            "                ^^\n"
            "help: write a year of four digits: year=2022\n"
        ),
    ),
    (
        "projects(year=2022, year=2023) = 3",
        (
            "error: 'year' is given twice\n"
            "  projects(year=2022, year=2023) = 3\n"
            "                      ^^^^^^^^^\n"
            "help: one filter holds one year, date or amount\n"
        ),
    ),
    (
        "projects(2022-06) = 3",
        (
            "error: the filter '2022-06' has no name\n"
            "  projects(2022-06) = 3\n"
            "           ^^^^^^^\n"
            "help: write since=2022-06, until=2022-06\n"
        ),
    ),
    (
        "projects(since=June) = 3",
        (
            "error: 'June' is no date\n"
            "  projects(since=June) = 3\n"
            "                 ^^^^\n"
            "help: write a year, a month or a day: 2022, 2022-06, 2022-06-15\n"
        ),
    ),
    (
        "projects(since=2022-13) = 3",
        ("error: there is no month 13\n  projects(since=2022-13) = 3\n                 ^^^^^^^\n"),
    ),
    (
        "projects(min-amount=Suzhou) = 3",
        (
            "error: 'Suzhou' is no amount\n"
            "  projects(min-amount=Suzhou) = 3\n"
            "                      ^^^^^^\n"
            "help: write an amount: 10 billion, 10 billion yuan, 100亿元\n"
        ),
    ),
    (
        "projects(min-amount=50%) = 3",
        (
            "error: '50%' is no amount\n"
            "  projects(min-amount=50%) = 3\n"
            "           ^^^^^^^^^^^^^^\n"
            "help: write an amount: 10 billion, 10 billion yuan, 100亿元\n"
        ),
    ),
    (
        "projects(2022 = 3",
        ("error: this parenthesis is not closed\n  projects(2022 = 3\n          ^\n"),
    ),
    (
        "projects(2022,) = 3",
        (
            "error: expected a filter, such as Suzhou, 2022 or kind=promotion, found ')'\n"
            "  projects(2022,) = 3\n"
            "                ^\n"
        ),
    ),
    (
        "projects(since=2023, until=2022) = 3",
        (
            "error: the range starts on 2023-01-01 but ends on 2022-12-31\n"
            "  projects(since=2023, until=2022) = 3\n"
            "                       ^^^^^^^^^^\n"
            "help: no date can match; change the range\n"
        ),
    ),
    (
        "Suzhou > 1,23 billion",
        (
            "error: cannot read the number '1,23': commas stand before groups of three digits, one point before decimals\n"
            "  Suzhou > 1,23 billion\n"
            "           ^^^^\n"
            "help: write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%\n"
        ),
    ),
    (
        "Suzhou > 93billionyuan",
        (
            "error: unknown name '93billionyuan'\n"
            "  Suzhou > 93billionyuan\n"
            "           ^^^^^^^^^^^^^\n"
            "help: a figure has its unit after it: 93 billion yuan, 930亿元, 30 projects, 22.4%\n"
        ),
    ),
    (
        "Suzhou > about Xiamen",
        (
            "error: expected a number, found 'Xiamen'\n"
            "  Suzhou > about Xiamen\n"
            "                 ^^^^^^\n"
            "help: write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%\n"
        ),
    ),
    (
        "Suzhou > $5 billion HKD",
        (
            "error: an amount in yuan and an amount in HKD cannot be compared\n"
            "  Suzhou > $5 billion HKD\n"
            "           ^^^^^^^^^^^^^^\n"
            "help: there are no exchange rates in the data\n"
        ),
    ),
    (
        "Suzhou > 30个工厂",
        (
            "error: cannot read '工厂' after '30个'\n"
            "  Suzhou > 30个工厂\n"
            "               ^^^^\n"
            "help: write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%\n"
        ),
    ),
    (
        "Suzhou @ Xiamen > 1",
        ("error: '@' has no place in a statement\n  Suzhou @ Xiamen > 1\n         ^\n"),
    ),
    (
        "Suzhou > Xiamen; rm",
        ("error: ';' has no place in a statement\n  Suzhou > Xiamen; rm\n                 ^\n"),
    ),
    (
        "1/0",
        (
            "error: nothing is compared\n"
            "  1/0\n"
            "     ^\n"
            "help: write a comparison: Suzhou > Xiamen + Dongguan, projects(2022) = 75\n"
        ),
    ),
    (
        "Suzhou\x1b[31m > 5 billion",
        ("error: an invisible character, U+001B\n  Suzhou\\x1b[31m > 5 billion\n        ^^^^\nhelp: delete it\n"),
    ),
    (
        "Suzhou\u200b > 5 billion",
        (
            "error: an invisible character, U+200B ZERO WIDTH SPACE\n"
            "  Suzhou\\u200b > 5 billion\n"
            "        ^^^^^^\n"
            "help: delete it\n"
        ),
    ),
    (
        "Suz\u202ehou > 5 billion",
        (
            "error: an invisible character, U+202E RIGHT-TO-LEFT OVERRIDE\n"
            "  Suz\\u202ehou > 5 billion\n"
            "     ^^^^^^\n"
            "help: delete it\n"
        ),
    ),
    (
        "Suzhou > \ufeff5 billion",
        (
            "error: an invisible character, U+FEFF ZERO WIDTH NO-BREAK SPACE\n"
            "  Suzhou > \\ufeff5 billion\n"
            "           ^^^^^^\n"
            "help: delete it\n"
        ),
    ),
    (
        "Suzhou > 1\x00",
        ("error: an invisible character, U+0000\n  Suzhou > 1\\x00\n            ^^^^\nhelp: delete it\n"),
    ),
    (
        '"Suzhou > 5 billion',
        ('error: this quotation mark has no partner\n  "Suzhou > 5 billion\n  ^\n'),
    ),
    (
        "Suzhou > " + "9" * 70,
        (
            "error: a number of more than 60 digits\n"
            "  Suzhou > 9999999999999999999999999999999999999999999999999999999999999999999999\n"
            "           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "help: write a figure like 52.563 billion yuan, 525.63亿元, 30 or 22.4%\n"
        ),
    ),
    (
        "Suzhou > " + "9" * 10_000,
        (
            "error: longer than 5000 characters\n"
            "  …9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999…\n"
            "                                                     ^\n"
            "help: write it in several statements\n"
        ),
    ),
    (
        "Suzhou" + " + Suzhou" * 1200 + " > 1 yuan",
        (
            "error: longer than 5000 characters\n"
            "  …Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + Suzhou + S…\n"
            "                                                     ^\n"
            "help: write it in several statements\n"
        ),
    ),
    (
        "(" * 1000 + "1" + ")" * 1000 + " = 1",
        (
            "error: nested more than 50 deep\n"
            "  ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((…\n"
            "                                                    ^\n"
            "help: write it in simpler parts\n"
        ),
    ),
    (
        "-" * 100 + "1 = 1",
        (
            "error: nested more than 50 deep\n"
            "  ----------------------------------------------------------------------------------------------------…\n"
            "                                                    ^\n"
            "help: write it in simpler parts\n"
        ),
    ),
    (
        "2 = " + " * ".join(["999,999,999,999,999,999"] * 60),
        (
            "error: the numbers grow too long to be shown\n"
            "  2 = 999,999,999,999,999,999 * 999,999,999,999,999,999 * 999,999,999,999,999,999 * 999,999,999,999,99…\n"
            "      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "help: compare simpler figures\n"
        ),
    ),
    (
        "Suzhou = = 5 billion",
        ("error: two comparisons side by side\n  Suzhou = = 5 billion\n           ^\nhelp: did you mean =?\n"),
    ),
    (
        "Suzhou and Xiamen > 1",
        (
            "error: two names side by side\n"
            "  Suzhou and Xiamen > 1\n"
            "         ^^^\n"
            'help: a name of several words stands in quotes: "Suzhou and"\n'
        ),
    ),
    (
        "five > Suzhou",
        (
            "error: an amount and a plain number cannot be compared\n"
            "  five > Suzhou\n"
            "  ^^^^\n"
            "help: which unit is meant: five billion yuan, five million yuan or five yuan?\n"
        ),
    ),
    (
        "1 > 2 yuan",
        (
            "error: an amount and a plain number cannot be compared\n"
            "  1 > 2 yuan\n"
            "  ^\n"
            "help: which unit is meant: 1 billion yuan, 1 million yuan or 1 yuan?\n"
        ),
    ),
]


@pytest.mark.parametrize(("statement", "message"), BAD, ids=lambda text: text[:30])
def test_a_bad_statement_is_told_with_its_place(mycity: Mycity, statement: str, message: str) -> None:
    # The two dashes keep a statement that begins with a minus from being taken for an option.
    result = mycity("check", "--", statement)
    assert (result.code, result.out, result.err) == (2, "", message)


def test_there_are_enough() -> None:
    assert len(BAD) >= 40
