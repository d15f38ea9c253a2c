"""The labels of pages: what their templates call what stands on them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from mycity_cli.messages import Language, Message, between_things, say, say_as, told
from mycity_cli.output.bars import NOT_STATED
from mycity_cli.output.outcome_words import outcome_word
from mycity_cli.statement.verdict import Outcome

_ABOUT = say_as("page", "About this page")
_TAGS = {Language.ENGLISH: "en", Language.CHINESE: "zh-Hans"}
"""The languages of pages by their tags, with the script (BCP 47)."""
_CHART: Mapping[str, Message] = {
    "not_stated": NOT_STATED,
    "whiskers": say(
        "The line at the end of a bar spans what the value may be: a stated figure may be rounded, hedged or a range."
    ),
    "arrows": say(
        "An arrow is an open end: the value may lie anywhere beyond, since a figure is missing or stated so."
    ),
    "cut": say("A number that ends in … has further digits."),
}
_SHEET: Mapping[str, Message] = {
    "kicker": say_as("sheet", "Fact sheet"),
    "everything": say_as("sheet", "All signings of the dataset"),
    "totals": say_as("sheet", "What it adds up to"),
    "amount": say_as("sheet", "Amount signed"),
    "projects": say_as("sheet", "Projects"),
    "signings": say_as("sheet", "Signings"),
    "beside": say_as("sheet", "What the totals do not hold"),
    "complete": say("Nothing was left out, and no figure is missing."),
    "groups": say_as("sheet", "In comparison"),
    "table": say_as("sheet: table", "Signings"),
    "no_signings": say("No signing matches."),
    "place": say_as("sheet", "City"),
    "date": say_as("sheet", "Date"),
    "kind": say_as("sheet", "Kind"),
    "between": say_as("sheet", "Possible values"),
    "stated": say_as("sheet", "As stated"),
    "source": say_as("sheet", "Source"),
    "none": say_as("sheet", "no money involved"),
    "not_stated": NOT_STATED,
    "claims": say_as("sheet", "Claims, recomputed"),
    "claims_caption": say("What the sources say about their own figures, and whether it agrees with them."),
    "verdict": say_as("sheet", "Verdict"),
    "claim": say_as("sheet", "Claim"),
    "computed": say_as("sheet", "Computed"),
    "read": say_as("sheet", "How the data was read"),
    "facts": say_as("sheet", "Facts"),
    "facts_caption": say("Other figures that the sources state."),
    "fact": say_as("sheet", "Fact"),
    "value": say_as("sheet", "Value"),
    "sources": say_as("sheet", "Sources"),
    "undated": say_as("sheet", "no date"),
}
_PROOF: Mapping[str, Message] = {
    "kicker": say_as("proof", "Proof"),
    "sides": say("The two sides of the comparison, and what rounding and gaps leave open"),
    "terms": say_as("proof", "What the statement rests on"),
    "left_out": say_as("proof", "Left out"),
    "sources": say_as("proof", "Sources"),
    "notes": say_as("proof", "Notes"),
}
_AUDIT: Mapping[str, Message] = {
    "kicker": say_as("audit page", "Audit"),
    "title": say_as("audit page", "Audit of {name}"),
    "several": say_as("audit page", "Audit of {number} releases"),
    "releases": say_as("audit page", "Releases"),
    "not_audited": say_as("audit page", "Not audited"),
    "problems": say_as("audit page", "What is wrong, or open"),
    "no_problems": say("Nothing that the text says about its own figures is wrong or open."),
    "text": say_as("audit page", "The release, its figures marked"),
    "legend": say("Each mark leads to what was found about the figure."),
    "right": say_as("audit page", "What is right"),
    "fitting": say_as("audit page", "What fits, though no word says so"),
    "signings": say_as("audit page", "Signings"),
    "signings_caption": say("What the release reports as signed, and what the dataset has of it."),
    "no_signings": say_as("audit page", "What is no signing, and why"),
    "unread": say_as("audit page", "What was not read"),
    "account": say_as("audit page", "Every figure accounted for"),
    "statement": say_as("audit page", "Statement"),
    "computed": say_as("audit page", "Computed"),
    "stated": say_as("audit page", "Stated"),
    "left_side": say_as("audit page", "Left side"),
    "right_side": say_as("audit page", "Right side"),
    "difference": say_as("audit page", "Difference"),
    "since": say_as("audit page", "Since"),
    "words": say_as("audit page", "Rests on the words"),
    "rule": say_as("audit page", "rule"),
    "terms": say_as("audit page", "The figures of it"),
    "figure": say_as("audit page", "As written"),
    "value": say_as("audit page", "Value"),
    "between": say_as("audit page", "Possible values"),
    "place": say_as("audit page", "Place"),
    "differs": say_as("audit page", "differs"),
    "more_sentences": say_as("audit page", "and {number} more sentences"),
    "date": say_as("audit page", "Date"),
    "city": say_as("audit page", "City"),
    "promoter": say_as("audit page", "Promoter"),
    "projects": say_as("audit page", "Projects"),
    "amount": say_as("audit page", "Amount"),
    "dataset": say_as("audit page", "Dataset"),
}
_OF_MARKS: Mapping[str, Message] = {
    "false": say_as("mark", "in a relation that is false"),
    "undecided": say_as("mark", "in one that is undecided"),
    "not-checkable": say_as("mark", "in one that cannot be checked"),
    "true": say_as("mark", "in relations that are true"),
    "ignored": say_as("mark", "in ignored relations only"),
    "alone": say_as("mark", "stated alone"),
    "unread": say_as("mark", "a number that was not read"),
}
_LISTING: Mapping[str, Message] = {
    "kicker": say_as("page", "mycity"),
    "title": say_as("page", "Result"),
    "record": say_as("page", "Record"),
}
_SECTIONS: Mapping[str, Mapping[str, Message]] = {
    "chart": _CHART,
    "sheet": _SHEET,
    "proof": _PROOF,
    "audit": _AUDIT,
    "marks": _OF_MARKS,
    "listing": _LISTING,
}


@cache
def words_of(language: Language) -> Mapping[str, Any]:
    """Return the labels of pages in a language, by the parts of pages and their names."""
    said = {part: {name: told(text, language) for name, text in words.items()} for part, words in _SECTIONS.items()}
    return {
        "language": _TAGS[language],
        "about": told(_ABOUT, language),
        "list_comma": between_things(language),
        "colon": told(say_as("sign", ": "), language),
        "verdicts": {str(outcome): told(outcome_word(outcome), language) for outcome in Outcome},
        **said,
    }
