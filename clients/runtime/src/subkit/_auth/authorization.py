"""What a credential adds to a request."""

from __future__ import annotations

from collections.abc import Sequence
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
    parts: tuple[Authorization, ...] = ()
    """What it is put together from, if it is."""

    def extend(self, target: str) -> str:
        """The path and query of a request, with this query added."""
        return f"{target}{'&' if '?' in target else '?'}{self.query}" if self.query else target

    @classmethod
    def together(cls, parts: Sequence[Authorization]) -> Authorization:
        """What several credentials add to one request. Their cookies share a header (RFC 6265, 5.4)."""
        pairs = [pair for one in parts for pair in one.headers]
        cookies = "; ".join(value for name, value in pairs if name == "Cookie")
        headers = [pair for pair in pairs if pair[0] != "Cookie"] + ([("Cookie", cookies)] if cookies else [])
        return cls(tuple(headers), "&".join(one.query for one in parts if one.query), tuple(parts))


NO_AUTHORIZATION: Final = Authorization()


def bearer(token: Secret[str], scheme: str = "Bearer") -> Authorization:
    """An access token as a header (RFC 6750, 2.1). Raises `ConfigurationError` for a token that cannot be sent in
    one."""
    if str(token.value).lower().startswith("bearer "):
        raise ConfigurationError('token: leave out the word "Bearer", which is added')
    check_header(token, "token")
    return Authorization((("Authorization", f"{scheme} {token.value}"),))
