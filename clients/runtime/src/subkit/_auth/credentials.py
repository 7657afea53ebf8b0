"""Credentials. None shows its secret in `repr`, and none can be pickled."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, NoReturn, cast
from urllib.parse import quote

from .._errors import AuthError, ConfigurationError, DeadlineExceeded
from .._flow.steps import CallUser, Flow
from .._public import public
from .._secrets.secret import Pair, Secret, SecretHeaders, check_header, check_text, unwrap_secret, wrap_secret
from .._transport.urls import parse_base_url
from .._values import evolve, field, frozen
from .authorization import Authorization, bearer
from .extra_headers import besides

if TYPE_CHECKING:
    from .._flow.clock import Clock
    from .._flow.retry import Budget, Retry
    from .._transport.urls import BaseUrl

TokenSource = Callable[[], "str | Awaitable[str]"]


@frozen(kw_only=True)
class AuthContext:
    """The request for which a credential is asked."""

    base: BaseUrl
    """The base URL of the request. What belongs to one origin is never sent to another."""
    deadline: float
    """When the call's timeout ends, by `clock.monotonic`."""
    clock: Clock
    retry: Retry
    budget: Budget
    refused: Authorization | None = None
    """What an earlier request of this call carried, if the response was a 401."""
    agent: tuple[Pair, ...] = ()
    """Headers of every request of this client."""
    extra: tuple[Pair, ...] = ()
    """Headers that the user added, for requests to the API's own origin."""
    notify: Callable[[float, AuthError | None], None] = field(default=lambda seconds, error: None, repr=False)
    """Called with the seconds that a token refresh took, and with its error if it failed."""

    def headers_for(self, url: str, headers: Iterable[Pair]) -> SecretHeaders:
        """The headers of a request for a token, with these of its own."""
        own = (*self.agent, *headers)
        extra = self.extra if parse_base_url(url.partition("?")[0], "token_url").origin == self.base.origin else ()
        return SecretHeaders((*own, *besides(extra, own)))

    def left(self) -> float:
        """Seconds that the call has left. Raises `DeadlineExceeded` if there are none."""
        left = self.deadline - self.clock.monotonic()
        if left <= 0:
            raise DeadlineExceeded("the timeout ran out before there was a token; nothing was sent")
        return left


@public
class Credential:
    """Base of all credentials."""

    renewable: bool = False
    """Whether another authorization may be available after a 401."""
    is_async: bool = False
    """Whether it works with async clients only."""
    fixed: Authorization | None = None
    """What it adds to every request, if that never changes."""

    def authorize(self, context: AuthContext) -> Flow[Authorization]:
        """What it adds to one request, if that is not fixed."""
        raise NotImplementedError

    def check(self, *, allow_insecure_http: bool) -> None:
        """Raise `ConfigurationError` if it would be sent somewhere without encryption. The client checks the API's own
        URL."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(<secret>)"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} holds a secret and cannot be pickled or copied")


def _is_async(function: TokenSource) -> bool:
    import inspect  # noqa: PLC0415 - only for tokens from a function

    return inspect.iscoroutinefunction(function)


@public
class BearerToken(Credential):
    """Sends `Authorization: Bearer <token>`.

    `token` is the token, or a function that returns it and is called before each call; on an async client the function
    may be async. Raises `ConfigurationError` for a token that cannot be sent in a header.
    """

    _scheme: str = "Bearer"

    def __init__(self, token: str | TokenSource) -> None:
        self._source: Secret[str] | TokenSource = token if callable(token) else Secret(token)
        self.renewable: bool = callable(token)
        self.is_async: bool = callable(token) and _is_async(token)
        del token
        if not callable(self._source):
            self.fixed: Authorization | None = bearer(self._source, self._scheme)

    def authorize(self, context: AuthContext) -> Flow[Authorization]:
        """See `Credential.authorize`."""
        token = Secret((yield CallUser(cast("TokenSource", self._source), context.left())))
        try:
            return bearer(token, self._scheme)
        except ConfigurationError:
            raise AuthError("the function that gives the token returned something that is not a token") from None


@public
class SchemeToken(BearerToken):
    """Sends a token with another scheme of the `Authorization` header: `SchemeToken("Token", token)`.

    `token` is what `BearerToken` takes.
    """

    def __init__(self, scheme: str, token: str | TokenSource) -> None:
        secret = wrap_secret(token)
        del token
        self._scheme = _checked_name(scheme, "scheme", "an authorization scheme, such as 'Token'")
        super().__init__(unwrap_secret(secret))


@public
class HeaderKey(Credential):
    """Sends a key in a header of its own: `HeaderKey("X-API-Key", key)`."""

    def __init__(self, name: str, key: str) -> None:
        secret = Secret(key)
        del key
        _checked_name(name, "name", "the name of a header, such as 'X-API-Key'")
        check_header(secret, "key", inner_spaces=True)
        self.fixed: Authorization | None = Authorization(((name, secret.value),))


@public
class QueryKey(Credential):
    """Sends a key as a query parameter: `QueryKey("api_key", key)`.

    Use it only if the API accepts nothing else: URLs end up in logs.
    """

    def __init__(self, name: str, key: str) -> None:
        secret = Secret(key)
        del key
        check_text(Secret(name), "name")
        check_header(secret, "key")
        self.fixed: Authorization | None = Authorization(query=f"{quote(name, safe='')}={quote(secret.value, safe='')}")


@public
class CookieKey(Credential):
    """Sends a key as a cookie: `CookieKey("session", key)`. Cookies of responses are never stored."""

    def __init__(self, name: str, key: str) -> None:
        secret = Secret(key)
        del key
        _checked_name(name, "name", "the name of a cookie, such as 'session'")
        check_header(secret, "key")
        if any(character in '",;\\' for character in secret.value):
            raise ConfigurationError("key: a cookie cannot contain quotes, commas, semicolons or backslashes")
        self.fixed: Authorization | None = Authorization((("Cookie", f"{name}={secret.value}"),))


@public
class AllOf(Credential):
    """Sends several credentials with each request: `AllOf(HeaderKey("X-App", app), HeaderKey("X-Key", key))`."""

    def __init__(self, *parts: Credential) -> None:
        self._parts = parts
        self.renewable: bool = any(one.renewable for one in parts)
        self.is_async: bool = any(one.is_async for one in parts)
        fixed = [one.fixed for one in parts if one.fixed is not None]
        self.fixed: Authorization | None = Authorization.together(fixed) if len(fixed) == len(parts) else None

    def authorize(self, context: AuthContext) -> Flow[Authorization]:
        """See `Credential.authorize`."""
        refused = context.refused.parts if context.refused is not None else ()
        found: list[Authorization] = []
        for index, one in enumerate(self._parts):
            own = evolve(context, refused=refused[index] if index < len(refused) else None)
            found.append(one.fixed if one.fixed is not None else (yield from one.authorize(own)))
        return Authorization.together(found)

    def check(self, *, allow_insecure_http: bool) -> None:
        """See `Credential.check`."""
        for one in self._parts:
            one.check(allow_insecure_http=allow_insecure_http)


_is_token = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII).fullmatch


def _checked_name(name: str, argument: str, expected: str) -> str:
    """A name, if it is a token of RFC 9110, 5.6.2."""
    if not isinstance(cast(object, name), str) or not _is_token(name):
        raise ConfigurationError(f"{argument}: must be {expected}")
    return name


@public
class Basic(Credential):
    """Sends `Authorization: Basic ...` (RFC 7617, UTF-8). The username must not contain a colon."""

    def __init__(self, username: str, password: str) -> None:
        pair = Secret((username, password))
        del password
        self.fixed: Authorization | None = Authorization((basic(pair, "username", "password"),))


def basic(pair: Secret[tuple[str, str]], first: str, second: str) -> Pair:
    """The header of RFC 7617. Raises `ConfigurationError` for values that cannot be sent; `first` and `second` name
    them."""
    for name, part in zip((first, second), map(Secret, pair.value), strict=True):
        check_text(part, name)
    if ":" in pair.value[0]:
        raise ConfigurationError(f"{first}: must not contain a colon (RFC 7617)")
    return "Authorization", f"Basic {b64encode(':'.join(pair.value).encode()).decode('ascii')}"
