"""Which addresses a fetch goes to: https, or http to this machine, and never on to another host."""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin, urlsplit

from paperlattice.extractors.errors import FetchError

LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")
"""The names of this machine in a URL."""


def is_loopback(url: str) -> bool:
    """Whether a URL leads to this machine."""
    try:
        return urlsplit(url).hostname in {host.strip("[]") for host in LOOPBACK}
    except ValueError:
        return False


def redirect_target(url: str, location: str) -> str:
    """Return where a redirect leads, or "" if that is another host or can be read along on its way.

    Example:
        >>> from paperlattice.extractors.fetch.addresses import redirect_target
        >>> [redirect_target("https://a.example/x", to) for to in ("/y", "https://b.example")]
        ['https://a.example/y', '']
    """
    try:
        target = urljoin(url, location)
        was, new = urlsplit(url), urlsplit(target)
        same = (was.hostname, was.port) == (new.hostname, new.port)
    except ValueError:
        return ""
    return target if same and _is_safe(target) else ""


def checked_base(base: str, label: str) -> str:
    """Return the address of a service without a slash at its end. Raises FetchError without secrets."""
    try:
        parts = urlsplit(base)
        fine = bool(parts.hostname) and parts.port != 0 and not (parts.query or parts.fragment)
    except ValueError:
        parts, fine = urlsplit(""), False
    if "@" in base:
        raise FetchError(f"the address of {label} must not hold a name or password")
    if not fine or not _is_safe(base):
        raise FetchError(
            f"{base!r} is not an address for {label}: give https://..., or http://localhost:PORT"
        )
    return base.rstrip("/")


def _is_safe(url: str) -> bool:
    scheme = urlsplit(url).scheme
    return scheme == "https" or (scheme == "http" and is_loopback(url))
