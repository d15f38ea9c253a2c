"""From the text of a release to its paragraphs, sentences and date."""

from __future__ import annotations

from mycity_cli.release.findings import Release, Sentence
from mycity_cli.release.languages import language_of
from mycity_cli.release.own_date import release_date
from mycity_cli.release.plain import plain
from mycity_cli.release.sentences import paragraphs, sentences


def read_release(text: str, *, name: str = "") -> Release:
    """Return the release that a text is. Offsets count the characters of `text`, seen or unseen."""
    copy = plain(text)
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs(copy.text)):
        spans = list(sentences(copy.text, paragraph.start, paragraph.end))
        for start, end in spans:
            language = language_of(copy.text[start:end])
            if language is None:
                # Without letters of its own, a line of numbers is in the language of what stands before it.
                language = found[-1].language if found else "en"
            heading = paragraph.heading and len(spans) == 1
            found.append(Sentence(copy.original(start), copy.original(end - 1) + 1, language, number, heading))
    return Release(name, text, tuple(found), release_date(copy.text))
