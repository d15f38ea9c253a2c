"""mycity: query and check the figures that cities publish about deals."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mycity_cli.dataset import load
    from mycity_cli.figure import Figure
    from mycity_cli.interval import Interval
    from mycity_cli.messages import Language, told
    from mycity_cli.period import Period
    from mycity_cli.release.audit import audit
    from mycity_cli.statement.checker import check

__version__ = "0.1.0"

__all__ = ["Figure", "Interval", "Language", "Period", "audit", "check", "load", "told"]

_HOMES = {
    "Figure": "figure",
    "Interval": "interval",
    "Language": "messages",
    "Period": "period",
    "audit": "release.audit",
    "check": "statement.checker",
    "load": "dataset",
    "told": "messages",
}
"""The module that each public name is in: imported when it is asked for, so that a command pays for what it uses."""


def __getattr__(name: str) -> Any:
    """Return a public name from the module it is in."""
    if name not in _HOMES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
