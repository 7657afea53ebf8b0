"""All that can happen to a call whose request is repeated to it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import subkit
from attrs import frozen
from subkit import Reply, Request

from .canary_credentials import page, repeating, said
from .renderings import Theirs
from .scripted import SUBSCRIPTION, reply

Answer = Callable[[Request], "Reply | BaseException"]
BODY = {**SUBSCRIPTION, "name": "n"}


@frozen
class Mishap:
    """What happens to a call, and the error that the caller gets."""

    name: str
    answer: Answer
    error: type[subkit.SubkitError] | None
    options: Mapping[str, Any] = MappingProxyType({})

    def __str__(self) -> str:
        return self.name


def _failing(error: BaseException) -> Answer:
    return lambda request: copy.copy(error)


_STATUSES = {
    302: subkit.UnexpectedRedirect, 400: subkit.BadRequest, 401: subkit.Unauthenticated, 403: subkit.Forbidden,
    404: subkit.NotFound, 406: subkit.NotAcceptable, 408: subkit.RequestTimeout, 409: subkit.Conflict,
    410: subkit.Gone, 412: subkit.PreconditionFailed, 415: subkit.UnsupportedMediaType, 418: subkit.ApiError,
    422: subkit.Unprocessable, 429: subkit.RateLimited, 503: subkit.ServerError,
}  # fmt: skip
MISHAPS = [
    Mishap("success", lambda request: reply(200, BODY), None),
    Mishap("departures", lambda request: reply(200, {**BODY, "other": said(request)}), None),
    *(Mishap(str(s), lambda request, s=s: repeating(request, s), error) for s, error in _STATUSES.items()),
    Mishap("page with 400", lambda request: page(request, 400), subkit.BadRequest),
    Mishap("page with 200", page, subkit.DecodeError),
    Mishap("cut", lambda request: reply(200, repeating(request).body[:-1]), subkit.DecodeError),
    Mishap("too large", repeating, subkit.BadRequest, {"max_body": 10}),
    Mishap("another type", lambda request: reply(200, [str(said(request))]), subkit.DecodeError),
    Mishap("strict", lambda request: repeating(request, 200, **BODY), subkit.DriftError, {"decode": "strict"}),
    Mishap("not sent", _failing(subkit.NotSent("no")), subkit.NotSent),
    Mishap("refused", _failing(ConnectionRefusedError("no")), subkit.NotSent),
    Mishap("lost", _failing(subkit.OutcomeUnknown("no")), subkit.OutcomeUnknown),
    Mishap("late", _failing(subkit.DeadlineExceeded("no", sent=True)), subkit.DeadlineExceeded),
    Mishap("their transport", lambda request: Theirs(str(said(request))), subkit.OutcomeUnknown),
]


def outcome(run: Callable[[], Any]) -> Any:
    """What comes of a call: a value, or an error."""
    try:
        return run()
    except subkit.SubkitError as error:
        return error
