"""Which language a sentence is written in, as far as a reader of English and Chinese needs to know."""

from __future__ import annotations

from mycity_cli.expressions import expression
from mycity_cli.release.plain import words

_WORD = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_HAN = expression(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_KANA = expression(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_LATIN = expression(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = expression(r"[^\W\d_]")
_MOST = 2000
"""The language of a sentence shows in its first characters."""

_ENGLISH = words(
    "the of and to in a is that was for on with as by at from were are it its has have had be been this which their "
    "they will not but or an also more than during after over into about total projects investment signed worth said "
    "between under who all other city yuan billion million"
)
_OTHERS = words(
    "le la les des du un une et est dans pour que qui sur avec par ont été sont aux ces cette plus au leur d'un d'une "
    "el los las del una y en con por para se su ha han más como fue entre al lo sus ciudad "
    "der die das und den dem ein eine einen mit von für auf ist sind wurde wurden im zu bei nach aus sich nicht werden "
    "il gli di che e nel della delle sono è stato per con alla dei degli ed "
    "o os um uma da do dos das em não com são foi pelo pela no na nos nas "
    "het een van voor met op zijn werd aan door bij naar te och att det som är på av med till har ett inte "
    "w i z się jest oraz nie dla przez że zostały yang dan untuk dengan ini pada dari dalam adalah oleh telah di ke "
    "ve bir için ile bu olarak và của các được cho trong với là một những tại này đã"
)
"""The small words of French, Spanish, German, Italian, Portuguese, Dutch, Swedish, Polish, Indonesian, Turkish and
Vietnamese."""


def language_of(text: str) -> str | None:
    """Return `en`, `zh`, "" for any other language, and None where no letter tells."""
    text = text[:_MOST]
    if text.isascii():
        return _of_latin(text)
    letters = len(_LETTER.findall(text))
    if not letters:
        return None
    han, kana, latin = (len(kind.findall(text)) for kind in (_HAN, _KANA, _LATIN))
    if kana * 10 > han + kana:
        return ""
    if (letters - han - latin) * 2 > letters:
        return ""
    if han and han * 4 >= latin:
        return "zh"
    return _of_latin(text)


def _of_latin(text: str) -> str | None:
    found = [word.lower() for word in _WORD.findall(text)]
    if not found:
        return None
    english = sum(word in _ENGLISH for word in found)
    others = sum(word in _OTHERS for word in found)
    # A name or two in another language is no sentence in it; neither is a title without any of these words.
    return "" if others > english and others >= 2 else "en"
