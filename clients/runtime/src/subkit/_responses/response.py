"""A reply with what is known of its request, and what comes back from `client.send`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from attrs import frozen

from .._formats.dates import parse_http_date
from .._meta import late_drift
from .._portable import Portable
from .._public import public

if TYPE_CHECKING:
    from datetime import datetime

    from .._auth.authorization import Grant
    from .._meta import Drift
    from .._operations.endpoint import Endpoint
    from .._operations.request import Prepared
    from .._transport.messages import Headers, Reply

T_co = TypeVar("T_co", covariant=True)


@public
@frozen
class NotModified(Portable):
    """The answer to a conditional read: what the caller has is still current. Never raised."""

    etag: str | None = None
    """The entity tag of this answer, or None."""
    last_modified: datetime | None = None
    """The date of the last change of this answer, or None."""


@public
@late_drift
@frozen
class Response(Portable, Generic[T_co]):
    """A whole answer: the value and what HTTP said about it."""

    parsed: T_co
    """The value: a model, a list of models, `NotModified`, or None where the API answers nothing."""
    status: int
    """HTTP status."""
    headers: Headers
    """Headers of the answer."""
    etag: str | None = None
    """Entity tag, byte for byte with its quotes."""
    last_modified: datetime | None = None
    """Date of the last change (aware, UTC)."""
    request_id: str | None = None
    """The vendor's id of this request."""
    attempts: int = 1
    """How many requests were sent for this answer."""
    drift: tuple[Drift, ...] = ()
    """Where the answer departs from the specification."""
    already_gone: bool = False
    """A DELETE that was sent again after its first answer was lost, or was a 408 or 5xx, and then met 404 or 410: it
    is done."""


@frozen(repr=False)
class Received:
    """A reply together with what is known of its request."""

    endpoint: Endpoint[Any]
    prepared: Prepared
    reply: Reply
    headers: Headers
    url: str
    attempts: int
    grant: Grant | None = None
    """What the credential added to the request."""


def media_type_of(headers: Headers) -> str:
    """The media type of the body, without parameters."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def etag_of(received: Received) -> str | None:
    """The entity tag, byte for byte."""
    return received.headers.get("etag")


def last_modified_of(received: Received) -> datetime | None:
    """The date of the last change."""
    text = received.headers.get("last-modified")
    return parse_http_date(text) if text else None


_REQUEST_IDS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid")


def request_id_of(received: Received) -> str | None:
    """The vendor's id of the request."""
    own = received.endpoint.api.request_id_header
    names = (own, *_REQUEST_IDS) if own else _REQUEST_IDS
    return next((received.headers[name] for name in names if name in received.headers), None)
