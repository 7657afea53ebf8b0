"""Replies to one call, as the runtime sees them before it reads them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
import subkit
from subkit._operations.endpoint import Endpoint
from subkit._operations.request import Prepared
from subkit._responses.response import RawResponse
from subkit._responses.success import parse_response
from subkit._transport.messages import Headers, Reply

from .scripted import package_of

GET: Endpoint[Any] = package_of("wso2-publisher").operations.get_subscription("s1").endpoint
SUBSCRIPTION = {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}
JSON = "application/json"
WHOLE = b'{"subscriptionId":"s1","applicationId":"a","apiIdentifier":"i","tier":"t"}'
ABOUT = {"etag": '"e"', "last-modified": "Wed, 18 Mar 2026 23:57:44 GMT", "x-request-id": "r7"}
MOMENT = datetime(2026, 3, 18, 23, 57, 44, tzinfo=UTC)
SUBJECT = ("https://api.example", "subscriptions", "s1")


def received(
    success: Any,
    body: bytes,
    media_type: str | None = JSON,
    status: int = 200,
    *,
    subject: tuple[str, ...] = SUBJECT,
    **settings: Any,
) -> RawResponse:
    """A reply to a call of `get_subscription` that promises this."""
    headers = {**ABOUT, **({} if media_type is None else {"content-type": media_type})}
    reply = Reply(status, tuple(headers.items()), body)
    endpoint = attrs.evolve(GET, success=success, **settings)
    prepared = Prepared("/subscriptions/s1", (), None, conditional=True, resource_key=subject, identity="s1")
    return RawResponse(endpoint, prepared, reply, Headers(reply.headers), "https://api.example/subscriptions/s1", 3)


def read(*arguments: Any, strict: bool = False, **settings: Any) -> subkit.Response[Any]:
    """What such a reply is read as."""
    return parse_response(received(*arguments, **settings), strict=strict, report=list)


def refused(*arguments: Any, strict: bool = False, **settings: Any) -> subkit.DecodeError:
    """The error that such a reply is."""
    with pytest.raises(subkit.DecodeError) as caught:
        read(*arguments, strict=strict, **settings)
    assert caught.value.__cause__ is None
    return caught.value


def said(error: subkit.DecodeError, status: int = 200) -> str:
    """What an error says of the reply."""
    start, _, end = str(error).partition(f"status {status} with ")
    assert start == "the response is not from the API: "
    assert (error.status, error.operation) == (status, "get_subscription")
    return end


def about(response: subkit.Response[Any]) -> tuple[Any, ...]:
    """What a response says of its reply, beside the value."""
    return response.etag, response.last_modified, response.request_id, response.attempts, response.headers["etag"]


EVERYTHING = ('"e"', MOMENT, "r7", 3, '"e"')
"""That of each reply here."""
