"""How the libraries of the extra `documents` are called: whatever goes wrong in one is a DataError."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mycity_cli.errors import DataError
from mycity_cli.messages import say

MOST_BYTES_UNPACKED = 16 * 1024 * 1024
"""How much text of one part of a document may unpack to, before anything parses it."""


@contextmanager
def reading(format: str, name: str, library: str) -> Iterator[None]:
    """Turn whatever goes wrong in a library into a DataError, and keep what it logs from standard error."""
    logger = logging.getLogger(library)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    except DataError:
        raise
    except ImportError as error:
        wrong = say("is {format}, which the extra 'documents' reads", format=format)
        raise DataError(wrong, where=name, help=say("pip install 'mycity-cli[documents]'")) from error
    except Exception as error:
        # A broken document makes these libraries raise nearly anything.
        raise DataError(say("is no {format} document that can be read", format=format), where=name) from error
    finally:
        logger.setLevel(level)


def required(text: str, name: str, help: str) -> str:
    """Return the text that was read. Raises DataError where there is none."""
    if not text.strip():
        raise DataError(say("holds no text"), where=name, help=help)
    return text
