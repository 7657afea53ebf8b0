"""What a credential adds to a request."""

from __future__ import annotations

from typing import Final

from .._errors import ConfigurationError
from .._secrets.secret import Pair, Secret, check_header
from .._values import frozen


@frozen(repr=False, eq=False)
class Authorization:
    """What a credential adds to a request. Its `repr` shows nothing of it."""

    headers: tuple[Pair, ...] = ()
    query: str = ""
    """Encoded, without a question mark."""

    def extend(self, target: str) -> str:
        """The path and query of a request, with this query added."""
        return f"{target}{'&' if '?' in target else '?'}{self.query}" if self.query else target


NO_AUTHORIZATION: Final = Authorization()


def bearer(token: Secret[str]) -> Authorization:
    """An access token as a header (RFC 6750, 2.1). Raises `ConfigurationError` for a token that cannot be sent in
    one."""
    if str(token.value).lower().startswith("bearer "):
        raise ConfigurationError('token: leave out the word "Bearer", which is added')
    check_header(token, "token")
    return Authorization((("Authorization", f"Bearer {token.value}"),))
