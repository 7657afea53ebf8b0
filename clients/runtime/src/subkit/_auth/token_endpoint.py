"""What an authorization server is sent, and what its answers mean (RFC 6749, 4 and 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from attrs import field, frozen

from .._errors import AuthError, ConfigurationError, DeadlineExceeded, DecodeError, TransportError
from .._flow.retry import RETRIED, Attempts, retry_at
from .._flow.steps import Exchange, Flow, Pause
from .._formats.json import is_object, loads
from .._secrets.secret import Fields, Pair, Secret, check_text
from .._transport.messages import Headers, Reply, Request
from .authorization import Grant, bearer
from .token import Token, lifetime_in, lifetime_of

if TYPE_CHECKING:
    from datetime import datetime

    from .credentials import Occasion

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
    **dict.fromkeys((400, 401, 403), "check the credential"),
    **dict.fromkeys((404, 405, 410), "check its address"),
    **dict.fromkeys((408, 429, *range(500, 600)), "try again later"),
}
_is_code = re.compile(r"[a-z]{2,}(?:[_-][a-z]+)*", re.ASCII).fullmatch
_LONGEST_CODE: Final = 64


@frozen(kw_only=True)
class Asked:
    """What a token was asked for with."""

    scopes: tuple[str, ...] = ()
    """Those that it has to have."""
    lifetime: float | None = None
    """Seconds that it is good for if the answer does not say, or says nonsense."""
    timed: bool = True
    """Whether the answer has to say, by `expires_in`, unless `lifetime` does."""
    secrets: tuple[Secret[str], ...] = field(default=(), repr=False)
    """What no error repeats, even if the answer does."""


@frozen(repr=False, eq=False)
class Answer:
    """What a server answered. Its `repr` shows nothing: there is a token in it, or whatever the server repeats."""

    name: str
    """What errors call the server."""
    status: int
    date: str | None
    """Its clock."""
    members: Mapping[str, Any]

    def odd(self, what: str) -> AuthError:
        """An error that says what is wrong with it."""
        return AuthError(f"{self.name} answered {self.status} with {what}", status=self.status)


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


def exchange(make: Callable[[], Request], name: str, occasion: Occasion, until: float) -> Flow[Reply]:
    """Send a request to an authorization server, a fresh one again where that may help, and return its answer.

    `until` is the moment, by the monotonic clock, when it has to be there. Raises `AuthError` if none came, and
    `DeadlineExceeded` if the time of the call itself is up.
    """
    left, limit = occasion.left(), until - occasion.clockwork.monotonic()
    attempts = Attempts(occasion.retry, occasion.budget, occasion.clockwork, min(left, limit))
    while attempts.left() > 0:
        try:
            reply: Reply = yield Exchange(make(), attempts.left())
        except DeadlineExceeded:
            break
        except (TransportError, DecodeError) as failure:
            wait = attempts.wait(None) if isinstance(failure, TransportError) else None
            if wait is None:
                status: int | None = getattr(failure, "status", None)
                raise AuthError(f"{name} gave no answer that can be read: {failure}", status=status) from failure
        else:
            wait = attempts.wait(_asked_for(reply, occasion)) if reply.status in RETRIED else None
            if wait is None:
                return reply
        yield Pause(wait)
    if left <= limit:
        raise DeadlineExceeded("the timeout ran out before there was a token; nothing was sent")
    raise AuthError(f"{name} gave no answer within {max(limit, 0.0):.3g} s")


def _asked_for(reply: Reply, occasion: Occasion) -> datetime | None:
    headers = Headers(reply.headers)
    return retry_at(headers.get("retry-after"), headers.get("date"), occasion.clockwork.now())


def name_of(url: str) -> str:
    """What errors call a token endpoint."""
    return f"the token endpoint {url.partition('?')[0]}"


def read_answer(reply: Reply, name: str, secrets: Sequence[Secret[str]] = ()) -> Answer:
    """The object in an answer that is a success. Raises `AuthError`, which repeats nothing of it but an error code."""
    found = _members_of(reply)
    answer = Answer(name, reply.status, Headers(reply.headers).get("date"), found.value or {})
    if not 200 <= reply.status < 300 or answer.members.get("error") not in (None, ""):
        code = _code(answer, secrets)
        said = f"{reply.status}{f' {code}' if code else ''}"
        hint = _HINTS.get(code or "", _STATUS_HINTS.get(reply.status, ""))
        raise AuthError(f"{name} answered {said}{f': {hint}' if hint else ''}", status=reply.status, code=code)
    if found.value is None:
        raise answer.odd("something that is no JSON object")
    return answer


def _members_of(reply: Reply) -> Secret[dict[str, Any] | None]:
    if len(reply.body) > LARGEST:
        return Secret(None)
    try:
        found = loads(reply.body)
    except ValueError:
        return Secret(None)
    return Secret(found if is_object(found) else None)


def _code(answer: Answer, secrets: Sequence[Secret[str]]) -> str | None:
    """The error code, unless it is no code, or repeats a secret."""
    code = answer.members.get("error")
    if not isinstance(code, str) or len(code) > _LONGEST_CODE or not _is_code(code):
        return None
    return None if any(one.value.lower() in code for one in secrets) else code


def read_token(answer: Answer, asked: Asked, bought: float) -> Token:
    """The token in an answer. Raises `AuthError` where there is none that is of use.

    `bought` is when it was asked for, by the monotonic clock.
    """
    if not _is_bearer(answer):
        raise answer.odd("a token of another type than Bearer")
    missing = sorted(set(asked.scopes) - _granted(answer, asked.scopes))
    if missing:
        raise answer.odd(f"a token without the scope {', '.join(missing)}: the user or client lacks the right to it")
    grant = _grant(answer)
    if grant is None:
        raise answer.odd("no access_token that can be sent")
    return Token(grant, bought, _lifetime(answer, asked), _refresh(answer))


def _is_bearer(answer: Answer) -> bool:
    kind = answer.members.get("token_type")
    return kind is None or (isinstance(kind, str) and kind.lower() == "bearer")


def _granted(answer: Answer, asked: tuple[str, ...]) -> set[str]:
    scope = Secret(answer.members.get("scope"))
    if scope.value is None or not asked:  # RFC 6749, 5.1: without one it is what was asked for
        return set(asked)
    if not isinstance(scope.value, str):
        raise answer.odd("a scope that is no text")
    return set(scope.value.split())


def _grant(answer: Answer) -> Grant | None:
    token = Secret[Any](answer.members.get("access_token"))
    try:
        return bearer(token)
    except ConfigurationError:
        return None


def _refresh(answer: Answer) -> Secret[str] | None:
    refresh = Secret[Any](answer.members.get("refresh_token"))
    try:
        check_text(refresh, "refresh_token")
    except ConfigurationError:
        return None
    return refresh


def _lifetime(answer: Answer, asked: Asked) -> float | None:
    said = answer.members.get("expires_in") is not None
    lifetime = lifetime_of(answer.members.get("expires_in")) or asked.lifetime
    if lifetime is not None:
        return lifetime
    if asked.timed:
        what = "an expires_in that says no time to come" if said else "no expires_in"
        raise answer.odd(f"{what}; if this server never says it, pass lifetime=<seconds>")
    return lifetime_in(answer.members["access_token"], answer.date)
