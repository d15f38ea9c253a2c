"""What is wrong with a statement that does not parse, in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lark import Token
from lark.exceptions import UnexpectedToken

from mycity_cli.messages import Said, clauses, say
from mycity_cli.statement.nodes import Fault, Name, Span
from mycity_cli.statement.terms import MEASURES

_EXAMPLE = say("write a comparison: Suzhou > Xiamen + Dongguan, projects(2022) = 75")
_HAN_EXAMPLE = say("write a comparison: 苏州 > 厦门 + 东莞, 苏州超过500亿元, projects(2022) = 75")
_HAN = re.compile("[\u4e00-\u9fff]")
_BETWEEN = re.compile(
    r"(?P<name>[^\s()]+)\s+(?:(?:is|are|was|were)\s+)?between\s+(?P<low>[^()]+?)\s+and\s+(?P<high>[^()]+)",
    re.IGNORECASE,
)
_BARE = re.compile(r"[\d.,]+")

_RELATIONS = ("COMPARED", "EQUAL")
_JOINTS = ("AND", "OR")
_PREPOSITIONS = ("in", "of", "for", "at", "from", "by")
_JOINED = say("and, or, not join comparisons: Suzhou > Xiamen and Suzhou > Dongguan")
_SUM_OR_EACH = clauses([say("a sum has a plus: Suzhou > Xiamen + Dongguan"), _JOINED])
_NO_FIGURE = say("a comparison is no figure")
_MEANT = {"=>": ">=", "=<": "<=", "<>": "!=", "><": "!=", "==": "="}


def mistake(error: UnexpectedToken, text: str) -> Fault:
    """Return what is wrong at the first terminal that cannot stand where it does."""
    token, expected = error.token, set(error.expected)
    # A terminal that fits nowhere is met before the one that stands before it becomes a part of the tree.
    before = error.state.value_stack[-1] if error.state.value_stack else None
    if token.type == "$END":
        end = len(text.rstrip())
        return _at_end(Span(end, end), expected, text, error.state.value_stack)
    span = Span(token.start_pos or 0, token.end_pos or 0)
    found = text[span.start : span.end]
    if (between := _BETWEEN.search(text)) is not None and between.start("low") >= span.start - len("between "):
        help = say("write both limits: {chain}", chain=_within(between))
        return Fault(say("'{word}' has no place in a statement", word="between"), span, help=help)
    if token.type == "COMPARED" and isinstance(before, Token) and before.type == "TIMES" and before.end_pos:
        message = say("so many times more may be so many times, or once more than that")
        return Fault(message, span, help=say("write which is meant: Suzhou = 3 * Xiamen"))
    if "AND" in expected and "EQUAL" not in expected:
        # A comparison in parentheses stands before it.
        return Fault(_NO_FIGURE, span, help=_JOINED)
    if token.type in _RELATIONS:
        return _misplaced_relation(token, before, span, expected, found)
    if token.type in _JOINTS and "EQUAL" in expected:
        message = say("nothing is compared before '{word}'", word=found)
        return Fault(message, span, help=_name_or_statement(text, span))
    if token.type == "NOT":
        message = say("'{word}' stands before a whole comparison", word=found)
        return Fault(message, span, help=say("not Suzhou < Xiamen"))
    if token.type == "NAME" and isinstance(before, Token) and before.type == "NAME":
        return Fault(say("two names side by side"), span, help=_joined(before.value, token.value, text))
    return _unexpected(expected, span, found)


def _unexpected(expected: set[str], span: Span, found: str) -> Fault:
    return Fault(say("expected {expected}, found '{found}'", expected=_in_words(expected), found=found), span)


def _name_or_statement(text: str, joint: Span) -> Said:
    """Return the help for a joint of names: the two may be one name, or two sides of two comparisons."""
    before, after = text[: joint.start].split()[-1:], text[joint.end :].split()[:1]
    if not before or not after:
        return _JOINED
    gaps = (text[joint.start - 1 : joint.start], text[joint.end : joint.end + 1])
    spaces = [" " if gap.isspace() else "" for gap in gaps]
    name = f"{before[0]}{spaces[0]}{text[slice(*joint)]}{spaces[1]}{after[0]}"
    quoted = say('a name that has such a word in it stands in quotes: "{name}"', name=name)
    return clauses([quoted, _SUM_OR_EACH])


def _within(between: re.Match[str]) -> str:
    """Return the chain that says the same as `between`; a bare first figure has the unit of the second."""
    low, high = between["low"], between["high"].strip()
    unit = _BARE.sub("", high, count=1) if _BARE.fullmatch(low) else ""
    return f"{low}{unit} <= {between['name']} <= {high}"


def _joined(one: Name, other: Name, text: str) -> Said:
    """Return the help for two names side by side: how to make a measure of them, or a name."""
    if other.name.startswith("的") and "项目" not in other.name:
        return say("write a part or a multiple as a product: {name} * 3.9, {name} * 50%", name=one)
    if other.name.startswith("的"):
        return say("how many projects a city has is asked so: projects({name}) = 30", name=one)
    for measure, name in ((one, other), (other, one)):
        if measure.name.lower() in MEASURES and not measure.quoted:
            following = text[name.span.end :].split()[:1] if name.name.lower() in _PREPOSITIONS else [str(name)]
            written = f"{measure.name.lower()}({''.join(following)})"
            return say("a measure has parentheses: {measure}", measure=written)
    return say('a name of several words stands in quotes: "{name}"', name=f"{one.name} {other.name}")


def example(text: str) -> Said:
    """Return the help for what compares nothing, in the letters of the text."""
    return _HAN_EXAMPLE if _HAN.search(text) else _EXAMPLE


def _at_end(span: Span, expected: set[str], text: str, before: Sequence[object]) -> Fault:
    if "EQUAL" in expected:
        joint = before[-2] if len(before) > 1 else None
        if isinstance(joint, Token) and joint.type in _JOINTS:
            message = say("nothing is compared behind '{word}'", word=text[joint.start_pos : joint.end_pos])
            return Fault(message, span, help=_SUM_OR_EACH)
        return Fault(say("nothing is compared"), span, help=example(text))
    return Fault(say("expected {expected}, found the end", expected=_in_words(expected)), span)


def _misplaced_relation(token: Token, before: object, span: Span, expected: set[str], found: str) -> Fault:
    if isinstance(before, Token) and before.type in _RELATIONS:
        written = f"{before}{token}"
        help = say("did you mean {name}?", name=_MEANT[written]) if written in _MEANT else ""
        return Fault(say("two comparisons side by side"), span, help=help)
    if "RPAR" in expected and "DATE" not in expected:
        return Fault(_NO_FIGURE, span, help=_JOINED)
    return _unexpected(expected, span, found)


def _in_words(expected: set[str]) -> Said:
    """Return what could have stood there, as people call it."""
    if "DATE" in expected:
        return say("a filter, such as Suzhou, 2022 or kind=promotion")
    if "FIGURE" in expected:
        return say("a figure or a name")
    if "COMMA" in expected:
        return say("a comma or the closing parenthesis")
    return say("an operator (+ - * /) or a comparison (> >= < <= = !=)")
