"""The topics of the manual: texts that `mycity help TOPIC` shows, and that the man pages are made of."""

from __future__ import annotations

from pathlib import Path

from mycity_cli.manual.topic_text import TopicText, parse_topic
from mycity_cli.messages import Language

TOPICS = (
    "selecting",
    "formats",
    "figures",
    "dates",
    "statements",
    "tables",
    "exit-codes",
    "environment",
    "configuration",
)
"""The topics, in the order in which help lists them."""

_FOLDER = Path(__file__).parent / "topics"


def topic(name: str, language: Language = Language.ENGLISH) -> TopicText:
    """Return the text of a topic, which is one of TOPICS, in a language."""
    return parse_topic((_FOLDER / language / f"{name}.md").read_text("utf-8"))
