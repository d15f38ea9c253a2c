"""Word: its headings, paragraphs, lists and tables, by way of HTML."""

from __future__ import annotations

import io
import zipfile

from mycity_cli.errors import DataError
from mycity_cli.messages import say
from mycity_cli.release.documents.blocks import Block, blocks_of
from mycity_cli.release.documents.libraries import MOST_BYTES_UNPACKED, reading, required
from mycity_cli.release.documents.markup import parsed

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='标题'] => h1:fresh
p[style-name='标题 1'] => h1:fresh
p[style-name='标题 2'] => h2:fresh
p[style-name='标题 3'] => h3:fresh
"""
"""What is a heading beside the styles that are called so in English: the title, and names that WPS writes."""


def word_text(content: bytes, *, name: str) -> str:
    """Return the text of a Word document as Markdown, a blank line between paragraphs. Raises DataError without any."""
    with reading("Word", name, "mammoth"):
        import mammoth  # type: ignore[import-untyped]  # it has no types

        _require_small_word(content, name)
        # A picture would be written out in full, though nothing reads it.
        html = mammoth.convert_to_html(
            io.BytesIO(content), style_map=_STYLES, convert_image=mammoth.images.img_element(lambda _: {})
        ).value
        text = "".join(f"{block}\n\n" for block in _paragraphs(html, name))
    return required(text, name, say("it may hold pictures only: recognize their text first"))


def _paragraphs(html: str, name: str) -> list[str]:
    """Return the paragraphs of a document; the items of a list are one, and the rows of a table."""
    found: list[str] = []
    last: Block | None = None
    for block in blocks_of(parsed(html, name)):
        in_table = block.element.tag == "table" and last is not None and last.element is block.element
        if in_table or (last is not None and last.is_item and block.is_item):
            found[-1] += f"\n{block.text}"
        else:
            found.append(block.text)
        last = block
    return found


def _require_small_word(content: bytes, name: str) -> None:
    """Raise DataError where the archive is no Word document, or unpacks to more text than any has."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if not any(part.filename.startswith("word/") for part in parts):
            raise DataError(say("is an archive, but no Word document"), where=name, help=say("save it as .docx"))
        # An archive reads no more of a part than its directory declares.
        unpacked = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
        if unpacked > MOST_BYTES_UNPACKED:
            found, most = unpacked // (1024 * 1024), MOST_BYTES_UNPACKED // (1024 * 1024)
            raise DataError(say("unpacks to {found} MiB, more than {most} MiB", found=found, most=most), where=name)
