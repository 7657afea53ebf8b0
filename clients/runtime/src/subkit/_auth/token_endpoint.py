"""What is sent to an authorization server, and what its responses mean (RFC 6749, 4 and 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from .._errors import AuthError, ConfigurationError, DeadlineExceeded, DecodeError, TransportError
from .._flow.retry import RETRIED, Attempts, retry_at
from .._flow.steps import Flow, Send, Sleep
from .._formats.json import is_object, loads
from .._secrets.secret import Pair, Secret, check_text
from .._transport.messages import Headers, Reply, Request
from .._values import field, frozen
from .authorization import Authorization, bearer
from .token import Token, lifetime_in, lifetime_of

if TYPE_CHECKING:
    from datetime import datetime

    from .credentials import AuthContext

MAX_BODY: Final = 2**18
"""Bytes. No response of an authorization server is larger."""

_HINTS: Final[Mapping[str, str]] = {
    "invalid_client": "check the client's id and its secret or key",
    "invalid_grant": "check the username and the password",
    "invalid_scope": "check the scopes",
    "unauthorized_client": "this client may not use this grant type",
    "unsupported_grant_type": "this server does not support this grant type",
}
_STATUS_HINTS: Final[Mapping[int, str]] = {
    **dict.fromkeys((301, 302, 303, 307, 308), "it has moved; pass its URL as token_url"),
    **dict.fromkeys((400, 401, 403), "check the credential"),
    **dict.fromkeys((404, 405, 410), "check its address"),
    **dict.fromkeys((408, 429, *range(500, 600)), "try again later"),
}
_is_code = re.compile(r"[a-z]{2,}(?:[_-][a-z]+)*", re.ASCII).fullmatch
_LONGEST_CODE: Final = 64


@frozen(kw_only=True)
class TokenExpectation:
    """What the response to a token request should hold."""

    scopes: tuple[str, ...] = ()
    """Scopes that the token must have."""
    check_scopes: bool = False
    """Whether the token may lack some of them although the response is a success."""
    lifetime: float | None = None
    """Lifetime in seconds, if the response has none or an invalid one."""
    timed: bool = True
    """Whether `expires_in` must be valid if the response has it, unless `lifetime` is given."""
    secrets: tuple[Secret[str], ...] = field(default=(), repr=False)
    """Values that no error contains, even if the response does."""


@frozen(repr=False, eq=False)
class TokenResponse:
    """The response of an authorization server. Its `repr` shows nothing: it holds a token, or whatever the server
    repeats."""

    name: str
    """What errors call the server."""
    status: int
    date: str | None
    """The server's clock."""
    members: Mapping[str, Any]

    def unexpected(self, what: str) -> AuthError:
        """An error that says what is wrong with it."""
        return AuthError(f"{self.name} responded with {self.status} and {what}", status=self.status)


def token_request(
    url: str,
    context: AuthContext,
    *,
    form: Mapping[str, str] | None = None,
    query: Sequence[Pair] = (),
    headers: Sequence[Pair] = (),
) -> Request:
    """A request for a token."""
    kind = () if form is None else (("Content-Type", "application/x-www-form-urlencoded"),)
    fields = context.headers_for(url, (*headers, ("Accept", "application/json"), *kind))
    target = f"{url}{'&' if '?' in url else '?'}{urlencode(query)}" if query else url
    return Request("POST", target, fields, b"" if form is None else urlencode(form).encode("ascii"))


def exchange(make: Callable[[], Request], name: str, context: AuthContext, until: float) -> Flow[Reply]:
    """Send a request to an authorization server, with retries where they may help, and return the response.

    `until` is the moment, by the monotonic clock, by which it has to arrive. Raises `AuthError` if none arrived, and
    `DeadlineExceeded` if the time of the call itself is up.
    """
    left, limit = context.left(), until - context.clock.monotonic()
    attempts = Attempts(context.retry, context.budget, context.clock, min(left, limit))
    while attempts.left() > 0:
        try:
            reply: Reply = yield Send(make(), attempts.left())
        except DeadlineExceeded:
            break
        except (TransportError, DecodeError) as failure:
            wait = attempts.wait(None) if isinstance(failure, TransportError) else None
            if wait is None:
                status: int | None = getattr(failure, "status", None)
                raise AuthError(f"{name} sent no readable response: {failure}", status=status) from failure
        else:
            wait = attempts.wait(_retry_at(reply, context)) if reply.status in RETRIED else None
            if wait is None:
                return reply
        yield Sleep(wait)
    if left <= limit:
        raise DeadlineExceeded("the timeout ran out before there was a token; nothing was sent")
    raise AuthError(f"{name} sent no response within {max(limit, 0.0):.3g} s")


def _retry_at(reply: Reply, context: AuthContext) -> datetime | None:
    headers = Headers(reply.headers)
    return retry_at(headers.get("retry-after"), headers.get("date"), context.clock.now())


def name_of(url: str) -> str:
    """What errors call a token endpoint."""
    return f"the token endpoint {url.partition('?')[0]}"


def parse_token_response(reply: Reply, name: str, secrets: Sequence[Secret[str]] = ()) -> TokenResponse:
    """The object in a successful response. Raises `AuthError`, which contains nothing of the response but an error
    code."""
    found = _members_of(reply)
    response = TokenResponse(name, reply.status, Headers(reply.headers).get("date"), found.value or {})
    if not 200 <= reply.status < 300 or response.members.get("error") not in (None, ""):
        code = _code(response, secrets)
        said = f"{reply.status}{f' {code}' if code else ''}"
        hint = _HINTS.get(code or "", _STATUS_HINTS.get(reply.status, ""))
        raise AuthError(f"{name} responded with {said}{f': {hint}' if hint else ''}", status=reply.status, code=code)
    if found.value is None:
        raise response.unexpected("something that is not a JSON object")
    return response


def _members_of(reply: Reply) -> Secret[dict[str, Any] | None]:
    if len(reply.body) > MAX_BODY:
        return Secret(None)
    try:
        found = loads(reply.body)
    except ValueError:
        return Secret(None)
    return Secret(found if is_object(found) else None)


def _code(response: TokenResponse, secrets: Sequence[Secret[str]]) -> str | None:
    """The error code, unless it is not one, or contains a secret."""
    code = response.members.get("error")
    if not isinstance(code, str) or len(code) > _LONGEST_CODE or not _is_code(code):
        return None
    return None if any(one.value.lower() in code for one in secrets) else code


def parse_token(response: TokenResponse, expected: TokenExpectation, requested_at: float) -> Token:
    """The token in a response. Raises `AuthError` if there is no usable one.

    `requested_at` is when it was requested, by the monotonic clock.
    """
    if not _is_bearer(response):
        raise response.unexpected("a token of a type other than Bearer")
    missing = sorted(set(expected.scopes) - _granted(response, expected.scopes)) if expected.check_scopes else ()
    if missing:
        raise response.unexpected(
            f"a token without the scope {', '.join(missing)}: the user or client is not entitled to it"
        )
    authorization = _authorization(response)
    if authorization is None:
        raise response.unexpected("no usable access_token")
    return Token(authorization, requested_at, _lifetime(response, expected), _refresh_token(response))


def _is_bearer(response: TokenResponse) -> bool:
    kind = response.members.get("token_type")
    return kind is None or (isinstance(kind, str) and kind.lower() == "bearer")


def _granted(response: TokenResponse, expected: tuple[str, ...]) -> set[str]:
    scope = Secret(response.members.get("scope"))
    if scope.value is None or not expected:  # RFC 6749, 5.1: the requested scopes, if the response has none
        return set(expected)
    if not isinstance(scope.value, str):
        raise response.unexpected("a scope that is not a string")
    return set(scope.value.split())


def _authorization(response: TokenResponse) -> Authorization | None:
    token = Secret[Any](response.members.get("access_token"))
    try:
        return bearer(token)
    except ConfigurationError:
        return None


def _refresh_token(response: TokenResponse) -> Secret[str] | None:
    refresh = Secret[Any](response.members.get("refresh_token"))
    try:
        check_text(refresh, "refresh_token")
    except ConfigurationError:
        return None
    return refresh


def _lifetime(response: TokenResponse, expected: TokenExpectation) -> float | None:
    """Seconds that the token is valid for, or None if nobody says (RFC 6749, 5.1 only recommends it)."""
    said = response.members.get("expires_in")
    lifetime = lifetime_of(said)
    if lifetime or expected.lifetime:
        return lifetime or expected.lifetime
    if said is None or not expected.timed:
        return lifetime_in(response.members["access_token"], response.date)
    if lifetime is None:
        raise response.unexpected("an invalid expires_in; pass lifetime=<seconds> to ignore it")
    return lifetime
