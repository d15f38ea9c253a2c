"""Messages: each is made where it can be said in another language too, and says the same values there."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from copy import copy, deepcopy
from gettext import NullTranslations
from pathlib import Path

import pytest

import mycity_cli
from mycity_cli import messages
from mycity_cli.messages import Language, Said, all_of, any_of, clauses, counted, listed, say, told, worded

PACKAGE = Path(mycity_cli.__file__).parent

MAKERS = {"say", "say_as", "counted"}
"""What makes a message of a text."""
OPTIONS = {"format_option"}
"""What declares an option beside Typer: its help is found in the commands."""
PATTERNS = {"expression", "words"}
"""What makes a pattern of a text, or words to search for."""
SCHEMAS = {"WithJsonSchema", "text_schema"}
"""What describes values in the JSON Schema, which programs read: it is in English, as the data model is."""
TOLD_ELSEWHERE = {"EPILOG", "COMMANDS"}
"""The names of texts that help shows, which are found in the commands."""
WRITTEN = {"UNKNOWN_PUBLISHER"}
"""The names of texts that are written into datasets, which are the same in every language."""
_OF_MISTAKES = "errors that tell of mistakes in mycity itself"
NO_MESSAGES: dict[str, str] = {
    "__init__.py": _OF_MISTAKES,
    "output/verdict_colors.py": "the words of verdicts, by which their colours are found",
    "cli/offers.py": "why nothing is offered, which nobody is told where a key was pressed",
    "exact.py": _OF_MISTAKES,
    "figure/known.py": "the words around numbers, as figures have them",
    "interval.py": _OF_MISTAKES,
    "exchange/json_schema.py": "a schema, which editors read",
    "manual/topic_text.py": "faults of a topic, which whoever writes one sees",
    "statement/build.py": _OF_MISTAKES,
    "statement/forms.py": _OF_MISTAKES,
    "statement/verdict.py": "the code of an outcome",
}
"""Modules whose texts are no messages, and what they are."""
MISTAKES = {"no proof was announced when the data was opened"}
"""What is told of mistakes in mycity itself, in modules that have messages."""
SEARCHED = {
    *(f"release/assertions/{name}.py" for name in ("conversions", "exceeds", "others", "shares")),
    *(f"release/{name}.py" for name in ("capitals", "languages", "places", "reading", "sentences")),
    *(f"release/documents/{name}.py" for name in ("furniture", "labels", "story")),
    "release/figures/units.py",
    "release/signings/drafts.py",
}
"""Modules that hold what is searched in releases, and no message."""
NO_MESSAGES |= {
    "output/claimreview.py": "what search tools read",
    "release/propose.py": "what is written into a dataset, which is the same in every language",
    "release/rates.py": _OF_MISTAKES,
    "release/statements.py": _OF_MISTAKES,
    "release/weights.py": _OF_MISTAKES,
}
_OTHER = re.compile(r"<|SELECT (?:\*|DISTINCT)")
"""How markup and SQL begin."""
_PROSE = re.compile(r"[a-z]{2,}[,;:]? (?:[a-z]{2,}|\\{)|\\} [a-z]{2,}")


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_prose_is_made_a_message(path: Path) -> None:
    if str(path.relative_to(PACKAGE)) in {*NO_MESSAGES, *SEARCHED}:
        return
    assert list(prose_in(ast.parse(path.read_text("utf-8")))) == []


def prose_in(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module that read as prose, and are neither documentation nor messages."""
    for node in ast.iter_child_nodes(tree):
        text = _text_of(node)
        if text is not None and _PROSE.search(text) and not _OTHER.match(text) and text not in MISTAKES:
            yield f"{node.lineno}: {text}"  # type: ignore[attr-defined]  # an expression, which has a line
        elif not _is_told(node, tree):
            yield from prose_in(node)
        elif isinstance(node, ast.Call):
            for keyword in node.keywords:
                yield from prose_in(keyword)


def _text_of(node: ast.AST) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
    return None


def _is_told(node: ast.AST, parent: ast.AST) -> bool:
    """Return whether the texts of an expression are documentation, patterns or messages."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in MAKERS | OPTIONS | PATTERNS | SCHEMAS
        case ast.keyword(arg="help"):
            return _is_of_typer(parent)
        case ast.keyword(arg="description"):
            return isinstance(parent, ast.Call) and ast.unparse(parent.func) == "Field"
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name in TOLD_ELSEWHERE | WRITTEN
    return False


def _is_of_typer(call: ast.AST) -> bool:
    """Return whether a call declares an option or an argument."""
    return isinstance(call, ast.Call) and ast.unparse(call.func).startswith("typer.")


def test_a_message_is_its_english_text() -> None:
    assert say("{number} left out", number=3) == "3 left out"
    assert counted("{number} row", "{number} rows", 1) == "1 row"
    assert counted("{number:,} row", "{number:,} rows", 2000) == "2,000 rows"
    assert any_of(["a", "b", "c"]) == "a, b or c"
    assert all_of(["a"]) == "a"
    assert listed([]) == ""


def test_a_message_is_said_in_a_language_with_all_that_is_in_its_fields() -> None:
    inner = listed(["a", "b"])
    assert told(say("did you mean {name}?", name=inner), Language.CHINESE) == "您是想写 a、b 吗？"
    assert told(clauses([inner, "c"]), Language.CHINESE) == "a、b；c"
    assert told(any_of(["--city", "a", "市"]), Language.CHINESE) == "--city、a 或市"
    assert told("no message", Language.CHINESE) == "no message"


def test_the_fields_of_a_message_can_be_changed() -> None:
    words = say("cannot be read: {why}", why="secret").changed(lambda text: text.replace("secret", "***"))
    assert (words, told(words, Language.CHINESE)) == ("cannot be read: ***", "无法读取：***")


def test_what_has_no_translation_stays_english() -> None:
    assert (
        told(say("this is said nowhere but {here}", here="here"), Language.CHINESE) == "this is said nowhere but here"
    )


@pytest.mark.parametrize("translation", ["{b}", "{}", "{a.b}", "{a[0][1]}", "{a:d}", "{a", "{a!x}"])
def test_a_translation_with_other_fields_is_not_said(monkeypatch: pytest.MonkeyPatch, translation: str) -> None:
    class Wrong(NullTranslations):
        def gettext(self, message: str) -> str:
            return translation

    monkeypatch.setattr(messages, "catalogue_of", lambda _: Wrong())
    assert told(say("{a} is here", a=None), Language.CHINESE) == "None is here"


@pytest.mark.parametrize(
    "message",
    [
        say("'{given}' is no whole number", given="{x} %s"),
        counted("{number} row", "{number} rows", 3),
        listed([say("city"), "b"]),
        worded(lambda language: language.value),
        say("note: {note}", note=worded(lambda language: language.value)),
    ],
    ids=lambda message: type(message).__name__,
)
def test_a_message_is_copied_and_pickled_as_other_text_is(message: Said) -> None:
    for made in (copy(message), deepcopy(message)):
        assert (made, told(made, Language.CHINESE)) == (message, told(message, Language.CHINESE))
    assert pickle.loads(pickle.dumps(message)) == message  # noqa: S301  # it was pickled here
