"""The one dataset that comes with the package."""

from __future__ import annotations

from pathlib import Path

from mycity_cli.errors import DataError
from mycity_cli.messages import say

_PACKAGE = Path(__file__).parent
_BUNDLED = (_PACKAGE / "data" / "deals.json", _PACKAGE.parents[1] / "data" / "deals.json")
"""Where the one file is: in an installed wheel, or in a checkout."""


def bundled() -> Path:
    """Return the path of the bundled dataset. Raises DataError where the installation lacks it."""
    for path in _BUNDLED:
        if path.is_file():
            return path
    raise DataError(say("the bundled dataset is missing"), where=str(_BUNDLED[0]), help=say("install mycity-cli again"))
