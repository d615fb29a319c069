"""How long a service asks to wait, by the headers of its reply."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Final

# "0", "30", "1.5"; not "-1", nor a date.
_SECONDS: Final = re.compile(r"\d{1,9}(?:\.\d{1,6})?")
# 'r=0;t=117' of '"api";r=0;t=117'.
_QUOTA: Final = re.compile(r";\s*(?P<name>[rt])=(?P<value>\d{1,9})")


def asked_wait(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds that `Retry-After` (seconds or a date), `Backoff` or a spent `RateLimit` asks for.

    None if they ask for nothing that can be read; 0 for a date that has passed.

    Example:
        >>> from paperlattice.extractors.fetch.waits import asked_wait
        >>> asked_wait({"retry-after": "7"}, 0.0), asked_wait({"ratelimit": '"api";r=0;t=117'}, 0.0)
        (7.0, 117.0)
    """
    return next(
        (
            wait
            for wait in (_retry_after(headers.get("retry-after", ""), now), owed_wait(headers))
            if wait is not None
        ),
        None,
    )


def owed_wait(headers: Mapping[str, str]) -> float | None:
    """Return the seconds to wait before the next request that come with a reply that is good, else None."""
    if _SECONDS.fullmatch(backoff := headers.get("backoff", "").strip()):
        return float(backoff)
    quotas = headers.get("ratelimit", "").split(",")
    found = [{m["name"]: int(m["value"]) for m in _QUOTA.finditer(quota)} for quota in quotas]
    spent = [quota["t"] for quota in found if quota.get("r") == 0 and "t" in quota]
    return float(max(spent)) if spent else None


def _retry_after(text: str, now: float) -> float | None:
    text = text.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now) if text else None
    except (ValueError, OverflowError, TypeError):
        return None
