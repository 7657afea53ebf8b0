"""What comes back from `client.send`, and the raw response that it is made from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .._formats.dates import parse_http_date
from .._meta import late_drift
from .._portable import Portable
from .._public import public
from .._values import frozen

if TYPE_CHECKING:
    from datetime import datetime

    from .._auth.authorization import Authorization
    from .._meta import Drift
    from .._operations.endpoint import Endpoint
    from .._operations.request import Prepared
    from .._transport.messages import Headers, Reply

T_co = TypeVar("T_co", covariant=True)


@public
@frozen
class NotModified(Portable):
    """The response to a conditional read if the object has not changed. Never raised."""

    etag: str | None = None
    """The entity tag of this response, or None."""
    last_modified: datetime | None = None
    """The date of the last change according to this response, or None."""


@public
@late_drift
@frozen
class Response(Portable, Generic[T_co]):
    """A whole response: the value, and what HTTP says about it."""

    parsed: T_co
    """The value: a model, a list of models, `NotModified`, or None if the API returns nothing."""
    status: int
    """HTTP status."""
    headers: Headers
    """Headers of the response."""
    etag: str | None = None
    """Entity tag, byte for byte with its quotes."""
    last_modified: datetime | None = None
    """Date of the last change (aware, UTC)."""
    request_id: str | None = None
    """The vendor's id of this request."""
    attempts: int = 1
    """How many requests were sent to get this response."""
    drift: tuple[Drift, ...] = ()
    """Where the response does not match the specification."""
    already_gone: bool = False
    """Whether a DELETE is done although it met 404 or 410: it was retried after a lost response, a 408 or a 5xx."""


_REQUEST_IDS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid")


@frozen(repr=False, eq=False)
class RawResponse:
    """A reply together with its request."""

    endpoint: Endpoint[Any]
    prepared: Prepared
    reply: Reply
    headers: Headers
    url: str
    attempts: int
    authorization: Authorization | None = None
    """What the credential added to the request."""
    secrets: tuple[tuple[str, str], ...] = ()
    """Other headers of the request that are secret."""

    @property
    def media_type(self) -> str:
        """The media type of the body, without parameters. If the header was sent twice, the first one counts."""
        return re.split("[;,]", self.headers.get("content-type", ""), maxsplit=1)[0].strip().lower()

    @property
    def etag(self) -> str | None:
        """The entity tag, byte for byte."""
        return self.headers.get("etag")

    @property
    def last_modified(self) -> datetime | None:
        """The date of the last change."""
        text = self.headers.get("last-modified")
        return parse_http_date(text) if text else None

    @property
    def request_id(self) -> str | None:
        """The vendor's id of the request."""
        own = self.endpoint.api.request_id_header
        names = (own, *_REQUEST_IDS) if own else _REQUEST_IDS
        return next((self.headers[name] for name in names if name in self.headers), None)
