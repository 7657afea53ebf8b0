"""Credentials. None of them shows its secret in `repr`, and none pickles."""

from __future__ import annotations

import inspect
from base64 import b64encode
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NoReturn, cast
from urllib.parse import quote

from attrs import field, frozen

from .._errors import AuthError, ConfigurationError, DeadlineExceeded
from .._flow.steps import Ask, Flow
from .._public import public
from .._secrets.secret import Pair, Secret, check_header, check_text
from .authorization import Grant, bearer

if TYPE_CHECKING:
    from .._flow.clock import Clockwork
    from .._flow.retry import Budget, Retry
    from .._transport.urls import BaseUrl

TokenSource = Callable[[], "str | Awaitable[str]"]


@frozen(kw_only=True)
class Occasion:
    """The request that a credential is asked for."""

    base: BaseUrl
    """Where it goes: what is given for one origin is never sent to another."""
    deadline: float
    """When the call's time is up, by `clockwork.monotonic`."""
    clockwork: Clockwork
    retry: Retry
    budget: Budget
    refused: Grant | None = None
    """What this call carried before, and was answered with 401."""
    agent: tuple[Pair, ...] = ()
    """Headers of every request of this client."""
    tell: Callable[[float, AuthError | None], None] = field(default=lambda seconds, error: None, repr=False)
    """Takes how long it took to renew a token, and why there is none."""

    def left(self) -> float:
        """Seconds that the call has left. Raises `DeadlineExceeded` after that."""
        left = self.deadline - self.clockwork.monotonic()
        if left <= 0:
            raise DeadlineExceeded("the timeout ran out before there was a token; nothing was sent")
        return left


@public
class Credential:
    """Base of all credentials."""

    renewable: bool = False
    """Whether asking again after a 401 may give another answer."""
    is_async: bool = False
    """Whether it can serve async clients only."""
    fixed: Grant | None = None
    """What carries it in every request, if that never changes."""

    def authorize(self, occasion: Occasion) -> Flow[Grant]:
        """What carries it in one request, if it is not fixed."""
        raise NotImplementedError

    def check(self, *, allow_insecure_http: bool) -> None:
        """Raise `ConfigurationError` if it would be shown to others on the way, beside the way to the API itself."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(<secret>)"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} holds a secret and cannot be pickled or copied")


@public
class BearerToken(Credential):
    """Sends `Authorization: Bearer <token>`.

    `token` is the token, or a function that returns it and is asked before each call; on an async client the function
    may be async. Raises `ConfigurationError` for a token that cannot stand in a header.
    """

    def __init__(self, token: str | TokenSource) -> None:
        self._source: Secret[str] | TokenSource = token if callable(token) else Secret(token)
        self.renewable: bool = callable(token)
        self.is_async: bool = inspect.iscoroutinefunction(token)
        del token
        if not callable(self._source):
            self.fixed: Grant | None = bearer(self._source)

    def authorize(self, occasion: Occasion) -> Flow[Grant]:
        """See `Credential.authorize`."""
        token = Secret((yield Ask(cast("TokenSource", self._source), occasion.left())))
        try:
            return bearer(token)
        except ConfigurationError:
            raise AuthError("the function that gives the token returned something that cannot be a token") from None


@public
class HeaderKey(Credential):
    """Sends a key in a header of its own: `HeaderKey("X-API-Key", key)`."""

    def __init__(self, name: str, key: str) -> None:
        secret = Secret(key)
        del key
        if not name.isascii() or not name.replace("-", "").isalnum():
            raise ConfigurationError("name: give the name of a header, such as 'X-API-Key'")
        check_header(secret, "key")
        self.fixed: Grant | None = Grant(((name, secret.value),))


@public
class QueryKey(Credential):
    """Sends a key as a query parameter: `QueryKey("api_key", key)`.

    Use it only where the API takes nothing else: a URL is written into logs on the way.
    """

    def __init__(self, name: str, key: str) -> None:
        secret = Secret(key)
        del key
        check_header(secret, "key")
        self.fixed: Grant | None = Grant(query=f"{quote(name, safe='')}={quote(secret.value, safe='')}")


@public
class CookieKey(Credential):
    """Sends a key as a cookie: `CookieKey("session", key)`. Cookies of answers are never kept."""

    def __init__(self, name: str, key: str) -> None:
        secret = Secret(key)
        del key
        if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
            raise ConfigurationError("name: give the name of a cookie, such as 'session'")
        check_header(secret, "key")
        if any(character in '",;\\' for character in secret.value):
            raise ConfigurationError("key: a cookie holds no quotes, commas, semicolons and backslashes")
        self.fixed: Grant | None = Grant((("Cookie", f"{name}={secret.value}"),))


@public
class Basic(Credential):
    """Sends `Authorization: Basic ...` (RFC 7617, UTF-8). The username holds no colon."""

    def __init__(self, username: str, password: str) -> None:
        pair = Secret((username, password))
        del password
        self.fixed: Grant | None = Grant((basic(pair, "username", "password"),))


def basic(pair: Secret[tuple[str, str]], first: str, second: str) -> Pair:
    """The header of RFC 7617. Raises `ConfigurationError` for what it cannot hold; `first` and `second` name it."""
    for name, part in zip((first, second), map(Secret, pair.value), strict=True):
        check_text(part, name)
    if ":" in pair.value[0]:
        raise ConfigurationError(f"{first}: a colon is not allowed in it (RFC 7617)")
    return "Authorization", f"Basic {b64encode(':'.join(pair.value).encode()).decode('ascii')}"
