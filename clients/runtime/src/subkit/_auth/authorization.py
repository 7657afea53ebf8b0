"""What a credential adds to a request, in a form that no `repr` shows."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from .._secrets.secret import Pair, Secret, check_header


@frozen(repr=False, eq=False)
class Grant:
    """What a credential adds to a request."""

    headers: tuple[Pair, ...] = ()
    query: str = ""
    """Encoded, without a question mark."""

    def extend(self, target: str) -> str:
        """Path and query of a request, with this query."""
        return f"{target}{'&' if '?' in target else '?'}{self.query}" if self.query else target


NOTHING: Final = Grant()


def bearer(token: Secret[str]) -> Grant:
    """An access token in its header (RFC 6750, 2.1). Raises `ConfigurationError` for what cannot stand there."""
    check_header(token, "token")
    return Grant((("Authorization", f"Bearer {token.value}"),))
