"""Access tokens: when they have to be refreshed, and how long they live. Pure; lifetimes are counted on a clock that
never goes back, so changes of the system time do no harm."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from math import isfinite
from typing import Any, Final, Literal

from .._formats.dates import parse_http_date
from .._formats.json import is_object
from .._secrets.secret import Secret
from .._values import field, frozen
from .authorization import Authorization

ADVISORY: Final = (0.2, 300.0)
MANDATORY: Final = (0.05, 30.0)
"""When a token is refreshed: in the last part of its lifetime, and at most so many seconds before its end. In the
advisory window one caller refreshes it and the others use the old one; in the mandatory window all wait for the new
one."""

Need = Literal["none", "advisory", "mandatory"]


@frozen(repr=False, eq=False)
class Token:
    """An access token, as it is sent."""

    authorization: Authorization
    requested_at: float
    """When it was requested, in seconds of a monotonic clock."""
    lifetime: float | None = None
    """Seconds from then on; None if nobody says, and it is used until it is refused."""
    refresh_token: Secret[str] | None = field(default=None)
    """The refresh token, which stands in for the user's password next time."""


def need(token: Token | None, now: float) -> Need:
    """Whether a token has to be refreshed at a moment of the same clock."""
    if token is None:
        return "mandatory"
    if token.lifetime is None:
        return "none"
    left = token.requested_at + token.lifetime - now
    if left <= _window(MANDATORY, token.lifetime):
        return "mandatory"
    return "advisory" if left <= _window(ADVISORY, token.lifetime) else "none"


def _window(window: tuple[float, float], lifetime: float) -> float:
    part, most = window
    return min(part * lifetime, most)


_is_decimal = re.compile(r"\d{1,18}(?:\.\d{1,18})?", re.ASCII).fullmatch


def lifetime_of(expires_in: object) -> float | None:
    """The seconds in `expires_in`, as a number or as digits. None if it does not say a time in the future."""
    if isinstance(expires_in, bool) or not isinstance(expires_in, (int, float, str)):
        return None
    if isinstance(expires_in, str) and not _is_decimal(expires_in):
        return None
    try:
        seconds = float(expires_in)
    except OverflowError:
        return None
    return seconds if isfinite(seconds) and seconds >= 0 else None


def lifetime_in(token: str, server_date: str | None) -> float | None:
    """Lifetime of a JWT in seconds by its own claims, or None if it does not say or is not a JWT.

    Both ends come from the server, so the local clock may be wrong: `exp`, and the server's `Date` or `iat`, whichever
    is later, because the token may have been issued to somebody else before. The signature is not checked: the API does
    that.
    """
    claims = _claims(token)
    date = parse_http_date(server_date or "")
    starts = (_seconds(claims.get("iat")), None if date is None else date.timestamp())
    end, start = _seconds(claims.get("exp")), max((one for one in starts if one is not None), default=None)
    return end - start if end is not None and start is not None and end > start else None


def _seconds(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < 10**12:
        return None
    return float(value)


def _claims(token: str) -> Mapping[str, Any]:
    parts = token.split(".")
    if len(parts) != 3:
        return {}
    try:
        claims = json.loads(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, RecursionError):
        return {}
    return claims if is_object(claims) else {}
