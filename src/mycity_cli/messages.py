"""What mycity says: text in English that can be said in other languages too.

A message is made where something is found, as a whole sentence with the values in it. It is text, in English: whoever
reads JSON finds the same in every language, and code may compare it. Where people read it, `told` says it in theirs.
Translations are catalogues of gettext below `locale`, by the English text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LOCALE = Path(__file__).parent / "locale"
"""The folder of the catalogues: `zh/LC_MESSAGES/mycity.po`, and beside it what it is compiled to."""
DOMAIN = "mycity"
"""The name of the catalogues."""


class Language(StrEnum):
    """The languages that mycity speaks, by their tags (BCP 47)."""

    ENGLISH = "en"
    CHINESE = "zh"


def language_of(tag: str) -> Language | None:
    """Return the language of a tag, such as `zh`, `zh-Hans` or `en_US.UTF-8`; None where it is none of ours."""
    # What stands behind says where it is spoken, in which letters it is written, or in which encoding.
    name = tag.lower().partition(".")[0].partition("@")[0].replace("_", "-").partition("-")[0]
    return Language(name) if name in list(Language) else None


class Said(str):
    """Text in English that can be said in another language."""

    __slots__ = ()

    def in_language(self, language: Language) -> str:
        """Return it as it is said in a language."""
        raise NotImplementedError


def told(text: object, language: Language) -> str:
    """Return a text as it is said in a language; what is no message stays as it is, such as a name or a path."""
    return text.in_language(language) if isinstance(text, Said) else str(text)


class Message(Said):
    """A sentence, or a phrase that can stand alone, with values in its fields: what `say` and `counted` return."""

    __slots__ = ("_context", "_fields", "_number", "_texts")

    _texts: tuple[str, ...]
    _fields: Mapping[str, object]
    _number: int
    _context: str

    @classmethod
    def of(cls, texts: tuple[str, ...], fields: Mapping[str, object], *, number: int = 1, context: str = "") -> Message:
        """Return the message of an English text, or of a singular and a plural for a number of things."""
        text = texts[0] if number == 1 else texts[-1]
        self = cls(text.format_map(fields) if fields else text)
        self._texts, self._fields, self._number, self._context = texts, fields, number, context
        return self

    def is_like(self, other: Message) -> bool:
        """Return whether both say the same, whatever their fields hold."""
        return (self._context, self._texts) == (other._context, other._texts)

    def changed(self, change: Callable[[str], str]) -> Message:
        """Return the message with the texts in its fields changed, such as freed of passwords; not those said here."""
        fields = {
            name: change(value) if isinstance(value, str) and not isinstance(value, Said) else value
            for name, value in self._fields.items()
        }
        return Message.of(self._texts, fields, number=self._number, context=self._context)

    def in_language(self, language: Language) -> str:
        """Return the message in a language, its fields too; in English where the language does not have it."""
        if language is Language.ENGLISH:
            return str(self)
        catalogue = catalogue_of(language)
        if len(self._texts) > 1:
            text = catalogue.ngettext(self._texts[0], self._texts[1], self._number)
        elif self._context:
            text = catalogue.pgettext(self._context, self._texts[0])
        else:
            text = catalogue.gettext(self._texts[0])
        if not self._fields:
            return text
        try:
            return text.format_map({name: _field(value, language) for name, value in self._fields.items()})
        except (LookupError, ValueError, AttributeError, TypeError):
            # A translation that asks for other values than there are is wrong, and what is true in English is said.
            return str(self)


def _field(value: object, language: Language) -> object:
    return value.in_language(language) if isinstance(value, Said) else value


def say(message: str, /, **fields: object) -> Message:
    """Return a message by its English text; `{name}` in it is a field. Without fields, braces are just braces."""
    return Message.of((message,), fields)


def say_as(context: str, message: str, /, **fields: object) -> Message:
    """Return a message that means different things in different places, and says in which it stands."""
    return Message.of((message,), fields, context=context)


def counted(singular: str, plural: str, number: int, /, **fields: object) -> Message:
    """Return a message about a number of things, which is its field `{number}`, in the form of that number."""
    return Message.of((singular, plural), {"number": number, **fields}, number=number)


class Worded(Said):
    """Text that is made anew for each language, such as an amount in the scale that suits it there."""

    __slots__ = ("_made",)

    _made: Callable[[Language], object]

    @classmethod
    def of(cls, made: Callable[[Language], object]) -> Worded:
        """Return the text that `made` returns for a language, messages too."""
        self = cls(told(made(Language.ENGLISH), Language.ENGLISH))
        self._made = made
        return self

    def __copy__(self) -> Worded:
        """Return the text itself, which nothing changes."""
        return self

    def __deepcopy__(self, _: object) -> Worded:
        """Return the text itself."""
        return self

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Return how it is pickled: in English, since what makes it anew cannot be written down."""
        return str, (str(self),)

    def in_language(self, language: Language) -> str:
        """Return the text as it is made for a language."""
        return told(self._made(language), language)


def worded(made: Callable[[Language], object]) -> Worded:
    """Return the text that `made` returns for each language."""
    return Worded.of(made)


_JOINED: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "list": {Language.ENGLISH: (", ", ", "), Language.CHINESE: ("、", "、")},
    "or": {Language.ENGLISH: (", ", " or "), Language.CHINESE: ("、", "或")},
    "and": {Language.ENGLISH: (", ", " and "), Language.CHINESE: ("、", "和")},
    "clauses": {Language.ENGLISH: ("; ", "; "), Language.CHINESE: ("；", "；")},
    "sentences": {Language.ENGLISH: (" ", " "), Language.CHINESE: ("", "")},
}
"""What stands between texts, and before the last of them."""


class Joined(Said):
    """Several texts one behind the other, with what a language puts between them."""

    __slots__ = ("_as", "_parts")

    _parts: tuple[object, ...]
    _as: str

    @classmethod
    def of(cls, parts: Iterable[object], kind: str) -> Joined:
        """Return the texts joined as one of the kinds above."""
        every = tuple(parts)
        self = cls(_joined(tuple(map(str, every)), *_JOINED[kind][Language.ENGLISH]))
        self._parts, self._as = every, kind
        return self

    def in_language(self, language: Language) -> str:
        """Return the texts in a language, with what it puts between them."""
        return _joined(tuple(told(part, language) for part in self._parts), *_JOINED[self._as][language])


def _joined(texts: tuple[str, ...], between: str, last: str) -> str:
    first = between.join(texts[:-1])
    if not first:
        return "".join(texts)
    # Beside letters that are no Chinese ones a word stands apart.
    before, after = (" " if last in _WORDS and text.isascii() else "" for text in (first[-1:], texts[-1][:1]))
    return f"{first}{before}{last}{after}{texts[-1]}"


_WORDS = ("或", "和")
"""Words among what stands between texts that no space is part of."""


def listed(things: Iterable[object]) -> Joined:
    """Return things as a list: `a, b, c`."""
    return Joined.of(things, "list")


def between_things(language: Language) -> str:
    """Return what a language puts between the things of a list."""
    return _JOINED["list"][language][0]


def any_of(things: Iterable[object]) -> Joined:
    """Return things of which one is meant: `a, b or c`."""
    return Joined.of(things, "or")


def all_of(things: Iterable[object]) -> Joined:
    """Return things that are all meant: `a, b and c`."""
    return Joined.of(things, "and")


def clauses(texts: Iterable[object]) -> Joined:
    """Return several clauses as one sentence: `a; b`."""
    return Joined.of(texts, "clauses")


def sentences(texts: Iterable[object]) -> Joined:
    """Return several sentences, one behind the other."""
    return Joined.of(texts, "sentences")


def speaks(language: Language) -> bool:
    """Return whether there are translations into a language here that can be read; English needs none."""
    if language is Language.ENGLISH:
        return True
    try:
        catalogue_of(language)
    except Exception:  # noqa: BLE001  # gettext fails in many ways at a file that is cut, or none of its own
        return False
    return True


class Advised(Said):
    """A note with advice on how to change what it tells of; `bare` is the note alone, for those who change nothing."""

    __slots__ = ("_whole", "bare")

    bare: str
    _whole: Said

    @classmethod
    def of(cls, note: str, advice: str, *, bracketed: bool) -> Advised:
        """Return a note with advice behind it."""
        whole = say("{note} ({advice})", note=note, advice=advice) if bracketed else clauses([note, advice])
        self = cls(whole)
        self._whole, self.bare = whole, note
        return self

    def in_language(self, language: Language) -> str:
        """Return the note and the advice in a language."""
        return self._whole.in_language(language)


def advised(note: str, advice: str, *, bracketed: bool = False) -> Advised:
    """Return a note with advice on how to change what it tells of: `…; --sheet decides`, or that in parentheses."""
    return Advised.of(note, advice, bracketed=bracketed)


def catalogue_of(language: Language) -> NullTranslations:
    """Return the translations into a language. Raises what gettext does where they are missing, or damaged."""
    return _catalogue(LOCALE, language)


@cache
def _catalogue(folder: Path, language: Language) -> NullTranslations:
    # Whoever reads English needs none.
    from gettext import translation

    return translation(DOMAIN, folder, [language.value])
