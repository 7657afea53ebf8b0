"""Credentials. None shows its secret in `repr`, and none can be pickled."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, NoReturn, cast
from urllib.parse import quote

from .._errors import AuthError, ConfigurationError, DeadlineExceeded
from .._flow.steps import CallUser, Flow
from .._public import public
from .._secrets.secret import Pair, Secret, SecretHeaders, check_header, check_text
from .._transport.urls import parse_base_url
from .._values import field, frozen
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


def _is_word(name: object, others: str) -> bool:
    """Whether a name consists of ASCII letters, digits and these other characters."""
    return isinstance(name, str) and name.isascii() and name.translate(dict.fromkeys(map(ord, others))).isalnum()


@public
class BearerToken(Credential):
    """Sends `Authorization: Bearer <token>`.

    `token` is the token, or a function that returns it and is called before each call; on an async client the function
    may be async. Raises `ConfigurationError` for a token that cannot be sent in a header.
    """

    def __init__(self, token: str | TokenSource) -> None:
        self._source: Secret[str] | TokenSource = token if callable(token) else Secret(token)
        self.renewable: bool = callable(token)
        self.is_async: bool = callable(token) and _is_async(token)
        del token
        if not callable(self._source):
            self.fixed: Authorization | None = bearer(self._source)

    def authorize(self, context: AuthContext) -> Flow[Authorization]:
        """See `Credential.authorize`."""
        token = Secret((yield CallUser(cast("TokenSource", self._source), context.left())))
        try:
            return bearer(token)
        except ConfigurationError:
            raise AuthError("the function that gives the token returned something that is not a token") from None


@public
class HeaderKey(Credential):
    """Sends a key in a header of its own: `HeaderKey("X-API-Key", key)`."""

    def __init__(self, name: str, key: str) -> None:
        secret = Secret(key)
        del key
        if not _is_word(name, "-"):
            raise ConfigurationError("name: must be the name of a header, such as 'X-API-Key'")
        check_header(secret, "key")
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
        if not _is_word(name, "-_"):
            raise ConfigurationError("name: must be the name of a cookie, such as 'session'")
        check_header(secret, "key")
        if any(character in '",;\\' for character in secret.value):
            raise ConfigurationError("key: a cookie cannot contain quotes, commas, semicolons or backslashes")
        self.fixed: Authorization | None = Authorization((("Cookie", f"{name}={secret.value}"),))


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
