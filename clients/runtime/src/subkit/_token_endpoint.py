"""What an authorization server is sent, and what its answers mean (RFC 6749, 4 and 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from attrs import field, frozen

from ._errors import AuthError, ConfigurationError, DeadlineExceeded, TransportError
from ._flow import Exchange, Flow, Pause
from ._grant import Fields, Pair, Secret, bearer
from ._json import is_object, loads
from ._response import Headers
from ._retry import RETRIED, Attempts, retry_at
from ._token import Token, lifetime_in, lifetime_of
from ._transport import Reply, Request

if TYPE_CHECKING:
    from ._auth import Occasion

LARGEST: Final = 2**18
"""Bytes. No answer of an authorization server is larger."""

_HINTS: Final[Mapping[str, str]] = {
    "invalid_client": "check the client's id and its secret or key",
    "invalid_grant": "check the username and password",
    "invalid_scope": "check the scopes",
    "unauthorized_client": "this client may not use this way of getting a token",
    "unsupported_grant_type": "this server does not know this way of getting a token",
}
_STATUS_HINTS: Final[Mapping[int, str]] = {
    **dict.fromkeys((301, 302, 303, 307, 308), "it is somewhere else; give its address as token_url"),
    401: "check the credential",
    403: "check the credential",
    404: "check its address",
}
_is_code = re.compile(r"[\w.:/-]{1,64}", re.ASCII).fullmatch


@frozen(kw_only=True)
class Asked:
    """What a token was asked for with."""

    scopes: tuple[str, ...] = ()
    """Those that it has to have."""
    lifetime: float | None = None
    """Seconds that it is good for if the answer does not say."""
    timed: bool = True
    """Whether the answer has to say, by `expires_in`, unless `lifetime` does."""
    secrets: tuple[Secret[str], ...] = field(default=(), repr=False)


def token_request(
    url: str,
    occasion: Occasion,
    *,
    form: Mapping[str, str] | None = None,
    query: Sequence[Pair] = (),
    headers: Sequence[Pair] = (),
) -> Request:
    """A request for a token."""
    kind = () if form is None else (("Content-Type", "application/x-www-form-urlencoded"),)
    fields = Fields((*occasion.agent, *headers, ("Accept", "application/json"), *kind))
    target = f"{url}{'&' if '?' in url else '?'}{urlencode(query)}" if query else url
    return Request("POST", target, fields, b"" if form is None else urlencode(form).encode("ascii"))


def exchange(make: Callable[[], Request], occasion: Occasion, until: float) -> Flow[Reply]:
    """Send a request to an authorization server, a fresh one again where that may help, and return its answer.

    `until` is the moment, by the monotonic clock, when it has to be there. Raises `AuthError` if none came, and
    `DeadlineExceeded` if the time of the call itself is up.
    """
    timeout = min(until - occasion.clockwork.monotonic(), occasion.left())
    attempts = Attempts(occasion.retry, occasion.budget, occasion.clockwork, timeout)
    while True:
        request = make()
        try:
            reply: Reply = yield Exchange(request, attempts.left())
        except DeadlineExceeded as failure:
            occasion.left()
            raise AuthError(f"{_name(request.url)} gave no answer within {timeout:.3g} s") from failure
        except TransportError as failure:
            wait = attempts.wait(None)
            if wait is None:
                raise AuthError(f"{_name(request.url)} gave no answer: {failure}") from failure
        else:
            wait = attempts.wait(_asked_for(reply, occasion)) if reply.status in RETRIED else None
            if wait is None:
                return reply
        yield Pause(wait)


def _asked_for(reply: Reply, occasion: Occasion) -> datetime | None:
    headers = Headers(reply.headers)
    return retry_at(headers.get("retry-after"), headers.get("date"), occasion.clockwork.now())


def read_token(reply: Reply, url: str, asked: Asked, bought: float) -> Token:
    """The token in an answer. Raises `AuthError`, which repeats nothing of it but a status and an error code.

    `bought` is when it was asked for, by the monotonic clock.
    """
    answer = read_answer(reply, url, asked.secrets)
    kind = answer.get("token_type", "bearer")
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise _odd(reply, url, "a token of another type than Bearer")
    missing = sorted(set(asked.scopes) - _granted(reply, url, answer.get("scope"), asked.scopes))
    if missing:
        raise _odd(
            reply, url, f"a token without the scope {', '.join(missing)}: the user or client lacks the right to it"
        )
    try:
        grant = bearer(Secret(answer["access_token"]))
    except (KeyError, ConfigurationError):
        raise _odd(reply, url, "no access_token that can be sent") from None
    refresh = answer.get("refresh_token")
    return Token(
        grant,
        bought,
        _lifetime(reply, url, answer, asked),
        Secret(refresh) if isinstance(refresh, str) and refresh else None,
    )


def _granted(reply: Reply, url: str, scope: object, asked: tuple[str, ...]) -> set[str]:
    if scope is None:  # RFC 6749, 5.1: then it is what was asked for
        return set(asked)
    if not isinstance(scope, str):
        raise _odd(reply, url, "a scope that is no text")
    return set(scope.split())


def _lifetime(reply: Reply, url: str, answer: Mapping[str, Any], asked: Asked) -> float | None:
    if answer.get("expires_in") is None:
        if asked.lifetime is not None:
            return asked.lifetime
        if asked.timed:
            raise _odd(reply, url, "no expires_in; if this server never says it, pass lifetime=<seconds>")
        return lifetime_in(answer["access_token"], Headers(reply.headers).get("date"))
    try:
        return lifetime_of(answer["expires_in"])
    except ValueError as error:
        raise _odd(reply, url, f"an expires_in that makes no sense ({error})") from None


def read_answer(reply: Reply, url: str, secrets: Sequence[Secret[str]] = ()) -> Mapping[str, Any]:
    """The object in an answer that is a success. Raises `AuthError` for anything else."""
    answer = _object_of(reply)
    if not 200 <= reply.status < 300 or (answer and "error" in answer):
        code = _code(answer or {}, secrets)
        said = f"{reply.status}{f' {code}' if code else ''}"
        hint = _HINTS.get(code or "", _STATUS_HINTS.get(reply.status, ""))
        raise AuthError(f"{_name(url)} answered {said}{f': {hint}' if hint else ''}", status=reply.status, code=code)
    if answer is None:
        raise _odd(reply, url, "something that is no JSON object")
    return answer


def _object_of(reply: Reply) -> Mapping[str, Any] | None:
    if len(reply.body) > LARGEST:
        return None
    try:
        found = loads(reply.body)
    except ValueError:
        return None
    return found if is_object(found) else None


def _code(answer: Mapping[str, Any], secrets: Sequence[Secret[str]]) -> str | None:
    """The error code, unless it is no code, or repeats a secret."""
    code = answer.get("error")
    if not isinstance(code, str) or not _is_code(code) or any(one.value in code for one in secrets):
        return None
    return code


def _odd(reply: Reply, url: str, what: str) -> AuthError:
    return AuthError(f"{_name(url)} answered {reply.status} with {what}", status=reply.status)


def _name(url: str) -> str:
    return f"the token endpoint {url.partition('?')[0]}"
