"""A reply together with what is known of its request, and what its headers say."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from ._dates import parse_http_date
from ._response import Headers

if TYPE_CHECKING:
    from ._grant import Grant
    from ._operation import Endpoint
    from ._request import Prepared
    from ._transport import Reply


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
