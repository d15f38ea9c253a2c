"""The stable codes of what can be wrong in a dataset file."""

from __future__ import annotations

CODES = {
    "other-format": "the file is that of another program: a database, a spreadsheet, an archive",
    "not-utf8": "the file is not in UTF-8",
    "no-row": "a line of a table is no row",
    "wrong-total": "a total in a table is not what the rows above it add up to",
    "json-syntax": "the file, or a row of a table, is no JSON",
    "nested-too-deep": "lists and objects are nested deeper than any dataset",
    "duplicate-key": "an object has a key twice; every parser would take the last in silence",
    "number-too-large": "a number has more digits than any figure",
    "no-number": "NaN and Infinity are no numbers",
    "unknown-field": "a record has a field that its kind does not have",
    "missing-field": "a record lacks a field that its kind needs",
    "wrong-type": "a value is of another kind of JSON than the field takes",
    "empty-value": "a text or list is empty that says nothing so",
    "bad-id": "an id is not of lower-case letters, digits and single hyphens, or is too long",
    "unreadable-figure": "a text is no figure",
    "wrong-figure": "a figure is no count, no amount or below nothing where it has to be one",
    "unreadable-period": "a text is no date or period",
    "one-of-two-fields": "a record has both or neither of two fields, of which it needs one",
    "unreadable-statement": "the statement of a claim cannot be read, or speaks of what the dataset does not have",
    "duplicate-id": "two records have one id",
    "unknown-reference": "a record refers to an id that no record of that kind has",
    "date-outside-conference": "a signing is dated outside the conference that it belongs to",
    "part-of-cycle": "a signing is a part of itself, directly or through others",
    "part-exceeds-whole": "a part, or parts that cannot overlap, surely exceed their whole",
    "figures-disagree": "one occasion is recorded twice, with figures that do not agree",
    "quote-too-long": "a quotation has more than 25 words, or more than 60 characters of Chinese",
    "quote-without-figure": "a quotation does not have the figure that it stands for, with the same value and hedge",
}
"""What each code says, in one line. A code that was published keeps its meaning."""
