"""The tokens that a fake has issued: whom they belong to, what they allow, and until when."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Any, Literal

from .._values import field, frozen
from .clock import FakeClock

Json = dict[str, Any]


@frozen
class Issued:
    """A token of a fake."""

    text: str = field(repr=False)
    scopes: tuple[str, ...]
    context: str | None
    """What it was issued for, such as a project. Lists show what belongs to it."""
    until: float | None
    """When it expires, in seconds since the clock's start."""
    refresh: str | None = field(default=None, repr=False)
    """The refresh token that came with it."""


class Tokens:
    """All tokens of one fake."""

    def __init__(self, clock: FakeClock, *, jwt: bool) -> None:
        self._clock = clock
        self._jwt = jwt
        self._issued: dict[str, Issued] = {}
        self.seen_assertions: set[str] = set()

    def issue(
        self, scopes: tuple[str, ...], context: str | None, lifetime: float | None, *, refreshable: bool = False
    ) -> Issued:
        """A new token."""
        now = self._clock.monotonic()
        until = None if lifetime is None else now + lifetime
        refresh = f"fake-refresh-{self._clock.new_id()}" if refreshable else None
        issued = Issued(self._text(context, lifetime), scopes, context, until, refresh)
        self._issued[issued.text] = issued
        return issued

    def find(self, text: str) -> Issued | Literal["unknown", "expired"]:
        """The valid token with this text, or why there is none."""
        issued = self._issued.get(text)
        if issued is None:
            return "unknown"
        expired = issued.until is not None and issued.until <= self._clock.monotonic()
        return "expired" if expired else issued

    def take_refresh(self, text: str) -> Issued | None:
        """The token that this refresh token came with. A refresh token serves once."""
        found = next((one for one in self._issued.values() if one.refresh == text), None)
        if found is not None:
            self._issued[found.text] = Issued(found.text, found.scopes, found.context, found.until)
        return found

    def expire(self) -> None:
        """All tokens expire now. Refresh tokens do not."""
        now = self._clock.monotonic()
        self._issued = {
            text: Issued(text, one.scopes, one.context, now, one.refresh) for text, one in self._issued.items()
        }

    def revoke(self) -> None:
        """Forget all tokens, refresh tokens too."""
        self._issued.clear()

    def dump(self) -> list[Json]:
        """All tokens as JSON, with the seconds that each has left."""
        now = self._clock.monotonic()
        return [
            {
                "text": one.text,
                "scopes": list(one.scopes),
                "context": one.context,
                "left": None if one.until is None else one.until - now,
                "refresh": one.refresh,
            }
            for one in self._issued.values()
        ]

    def load(self, data: list[Json]) -> None:
        """Replace all tokens by those that `dump` gave."""
        now = self._clock.monotonic()
        self._issued = {}
        for one in data:
            until = None if one["left"] is None else now + one["left"]
            issued = Issued(one["text"], tuple(one["scopes"]), one["context"], until, one["refresh"])
            self._issued[issued.text] = issued

    def _text(self, context: str | None, lifetime: float | None) -> str:
        name = self._clock.new_id()
        if not self._jwt:
            return f"fake-token-{name}"
        now = int(self._clock.now().timestamp())
        expiry = {} if lifetime is None else {"exp": now + int(lifetime)}
        claims = {"iss": "fake", "sub": "fake-client", "jti": name, "iat": now, **expiry}
        claims |= {"cid": context} if context is not None else {}
        parts = ({"alg": "none", "typ": "JWT"}, claims, "fake")
        return ".".join(urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in parts)
