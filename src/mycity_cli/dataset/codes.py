"""The stable codes of what can be wrong in a dataset file."""

from __future__ import annotations

from mycity_cli.messages import say

CODES = {
    "other-format": say("the file is that of another program: a database, a spreadsheet, an archive"),
    "not-utf8": say("the file is not in UTF-8"),
    "no-row": say("a line of a table is no row"),
    "wrong-total": say("a total in a table is not what the rows above it add up to"),
    "json-syntax": say("the file, or a row of a table, is no JSON"),
    "nested-too-deep": say("lists and objects are nested deeper than any dataset"),
    "duplicate-key": say("an object has a key twice; every parser would take the last in silence"),
    "number-too-large": say("a number has more digits than any figure"),
    "no-number": say("NaN and Infinity are no numbers"),
    "unknown-field": say("a record has a field that its kind does not have"),
    "missing-field": say("a record lacks a field that its kind needs"),
    "wrong-type": say("a value is of another kind of JSON than the field takes"),
    "empty-value": say("a text or list is empty that says nothing so"),
    "bad-id": say("an id is not of lower-case letters, digits and single hyphens, or is too long"),
    "unreadable-figure": say("a text is no figure"),
    "wrong-figure": say("a figure is no count, no amount or below nothing where it has to be one"),
    "unreadable-period": say("a text is no date or period"),
    "one-of-two-fields": say("a record has both or neither of two fields, of which it needs one"),
    "unreadable-statement": say("the statement of a claim cannot be read, or speaks of what the dataset does not have"),
    "duplicate-id": say("two records have one id"),
    "unknown-reference": say("a record refers to an id that no record of that kind has"),
    "date-outside-conference": say("a signing is dated outside the conference that it belongs to"),
    "part-of-cycle": say("a signing is a part of itself, directly or through others"),
    "part-exceeds-whole": say("a part, or parts that cannot overlap, surely exceed their whole"),
    "figures-disagree": say("one occasion is recorded twice, with figures that do not agree"),
    "quote-too-long": say("a quotation has more than 25 words, or more than 60 characters of Chinese"),
    "quote-without-figure": say(
        "a quotation does not have the figure that it stands for, with the same value and hedge"
    ),
}
"""What each code says, in one line. A code that was published keeps its meaning."""
