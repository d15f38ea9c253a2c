"""What is an address of the web: a link that people may follow, and that other programs may be given."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mycity_cli.messages import say

_LONGEST = 2000
_FORBIDDEN = re.compile(r"[\s\"<>\\^`{|}]")
"""Characters that no URI has as they are (RFC 3986, 2); a letter of another script may stand in one (RFC 3987)."""
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LABEL = re.compile(r"[^\W_](?:[^\W_]|-){0,61}[^\W_]|[^\W_]")
_NUMBERS = re.compile(r"[0-9.]+")


def fault_of(address: str) -> str:
    """Return what keeps a text from being an address of the web, in words; "" for one that is."""
    if not address.isprintable() or _FORBIDDEN.search(address):
        return say("it has characters that no address has")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        return say("it cannot be read: {error}", error=error)
    if parts.scheme not in ("http", "https"):
        return say("it does not begin with https:// or http://")
    if parts.username is not None or parts.password is not None:
        return say("it holds a name or a password")
    if not _is_host(parts.hostname or "") or (port is None and parts.netloc.endswith(":")):
        return say("it names no host")
    if _ESCAPE.search(address):
        return say("a percent sign in it is not followed by two hexadecimal digits")
    return say("it is longer than {most:,} characters", most=_LONGEST) if len(address) > _LONGEST else ""


def is_web_address(address: str | None) -> bool:
    """Return whether a text is an address of the web, http or https, with a host and without a password."""
    return address is not None and not fault_of(address)


def _is_host(host: str) -> bool:
    """Return whether a text is a name of several labels, as hosts that everybody can reach have, or an IP address."""
    if ":" in host or _NUMBERS.fullmatch(host):
        from ipaddress import ip_address

        try:
            ip_address(host)
        except ValueError:
            return False
        return True
    labels = host.removesuffix(".").split(".")
    return len(labels) > 1 and len(host) <= 253 and all(map(_LABEL.fullmatch, labels))
