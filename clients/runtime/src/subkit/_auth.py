"""Credentials. None of them shows its secret in `repr`, and none pickles."""

from __future__ import annotations

import inspect
from base64 import b64encode
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn
from urllib.parse import quote

from attrs import frozen

from ._errors import AuthError, ConfigurationError
from ._flow import Ask, Flow

Pair = tuple[str, str]
TokenSource = Callable[[], "str | Awaitable[str]"]


@frozen(repr=False)
class Grant:
    """What a credential adds to a request."""

    headers: tuple[Pair, ...] = ()
    query: str = ""
    """Encoded, without a question mark."""

    def extend(self, target: str) -> str:
        """Path and query of a request, with this query."""
        return f"{target}{'&' if '?' in target else '?'}{self.query}" if self.query else target


class Credential:
    """Base of all credentials."""

    renewable: bool = False
    """Whether asking again after a 401 may give another answer."""
    is_async: bool = False
    """Whether it can serve async clients only."""

    def authorize(self, *, refused: bool) -> Flow[Grant]:
        """What carries the credential. `refused`: the last ones were answered with 401."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}(<secret>)"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} holds a secret and cannot be pickled or copied")


class BearerToken(Credential):
    """Sends `Authorization: Bearer <token>`.

    `token` is the token, or a function that returns it and is asked before each call; on an async client the function
    may be async. Raises `ConfigurationError` for a token that cannot stand in a header.
    """

    def __init__(self, token: str | TokenSource) -> None:
        self._source: Secret | TokenSource = token if callable(token) else Secret(_checked(token, "token"))
        self.renewable: bool = callable(token)
        self.is_async: bool = inspect.iscoroutinefunction(token)

    def authorize(self, *, refused: bool) -> Flow[Grant]:
        """See `Credential.authorize`."""
        source = self._source
        if isinstance(source, Secret):
            return Grant((("Authorization", f"Bearer {source.value}"),))
        return Grant((("Authorization", f"Bearer {_received((yield Ask(source)))}"),))


class HeaderKey(Credential):
    """Sends a key in a header of its own: `HeaderKey("X-API-Key", key)`."""

    def __init__(self, name: str, key: str) -> None:
        if not name.isascii() or not name.replace("-", "").isalnum():
            raise ConfigurationError("name: give the name of a header, such as 'X-API-Key'")
        self._name = name
        self._key = Secret(_checked(key, "key"))

    def authorize(self, *, refused: bool) -> Flow[Grant]:
        """See `Credential.authorize`."""
        yield from ()
        return Grant(((self._name, self._key.value),))


class QueryKey(Credential):
    """Sends a key as a query parameter: `QueryKey("api_key", key)`.

    Use it only where the API takes nothing else: a URL is written into logs on the way.
    """

    def __init__(self, name: str, key: str) -> None:
        self._query = Secret(f"{quote(name, safe='')}={quote(_checked(key, 'key'), safe='')}")

    def authorize(self, *, refused: bool) -> Flow[Grant]:
        """See `Credential.authorize`."""
        yield from ()
        return Grant(query=self._query.value)


class CookieKey(Credential):
    """Sends a key as a cookie: `CookieKey("session", key)`. Cookies of answers are never kept."""

    def __init__(self, name: str, key: str) -> None:
        if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
            raise ConfigurationError("name: give the name of a cookie, such as 'session'")
        if any(character in '",;\\' for character in key):
            raise ConfigurationError("key: a cookie holds no quotes, commas, semicolons and backslashes")
        self._pair = Secret(f"{name}={_checked(key, 'key')}")

    def authorize(self, *, refused: bool) -> Flow[Grant]:
        """See `Credential.authorize`."""
        yield from ()
        return Grant((("Cookie", self._pair.value),))


class Basic(Credential):
    """Sends `Authorization: Basic ...` (RFC 7617, UTF-8). The username holds no colon."""

    def __init__(self, username: str, password: str) -> None:
        if ":" in username:
            raise ConfigurationError("username: a colon is not allowed in it (RFC 7617)")
        self._pair = Secret(b64encode(f"{username}:{password}".encode()).decode("ascii"))

    def authorize(self, *, refused: bool) -> Flow[Grant]:
        """See `Credential.authorize`."""
        yield from ()
        return Grant((("Authorization", f"Basic {self._pair.value}"),))


class Secret:
    """A text that no `repr` shows."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "<secret>"


def _checked(text: Any, name: str) -> str:
    if not isinstance(text, str) or not text:
        raise ConfigurationError(f"{name}: give a text that is not empty")
    if not (text.isascii() and text.isprintable()) or " " in text:
        raise ConfigurationError(f"{name}: a header holds printable ASCII only, and a token no space")
    return text


def _received(token: Any) -> str:
    try:
        return _checked(token, "token")
    except ConfigurationError:
        raise AuthError("the function that gives the token returned something that cannot be a token") from None
