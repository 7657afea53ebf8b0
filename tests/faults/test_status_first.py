"""The status of an error counts, whatever becomes of its body; and what is no coding does not spoil a body."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import subkit
from support.live import Live, live_client
from support.scripted import MODES, client_class, package_of, reply
from support.servers import always, answer, serving
from support.timed import Timed

pytestmark = [pytest.mark.fault(84), pytest.mark.both_modes]
ENS, OMF = "illumina-ens", "aveva-omf"
JSON = "Content-Type: application/json"
PACKED = gzip.compress(b'{"title": "no"}' * 50)
UNREADABLE: dict[str, tuple[bytes, str, str]] = {
    "brotli": (b"\x0b\x02\x80", "br", "has a Content-Encoding other than gzip or deflate: br"),
    "zstd": (b"\x28\xb5", "zstd", "has a Content-Encoding other than gzip or deflate: zstd"),
    "twice": (gzip.compress(PACKED), "gzip, gzip", "has more than one Content-Encoding"),
    "damaged": (PACKED[:20] + b"\x00" * 20 + PACKED[40:], "gzip", "is damaged"),
    "cut": (PACKED[:-10], "gzip", "is damaged"),
    "no gzip": (b"<html>", "gzip", "is damaged"),
    "too long": (b"x" * 5000, "identity", "is larger than the limit of 1000 bytes"),
    "too long inside": (gzip.compress(bytes(5000)), "gzip", "is larger than the limit of 1000 bytes"),
}
STATUSES: dict[str, tuple[type[subkit.ApiError], int]] = {
    "302 Found": (subkit.UnexpectedRedirect, 1),
    "401 Unauthorized": (subkit.Unauthenticated, 2),
    "404 Not Found": (subkit.NotFound, 1),
    "429 Slow": (subkit.RateLimited, 3),
    "503 Down": (subkit.ServerError, 3),
}
modes = pytest.mark.parametrize("mode", MODES)


def settings(**more: Any) -> dict[str, Any]:
    """Options with a credential that can be asked again, and with a small limit."""
    return {"max_body": 1000, "auth": subkit.BearerToken(lambda: "token"), **more}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("kind", UNREADABLE)
@modes
def test_an_error_whose_body_cannot_be_read(mode: str, kind: str, status: str) -> None:
    """It is the error of its status, with its headers, retried and renewed as usual; the line says what was wrong."""
    body, coding, what = UNREADABLE[kind]
    known, requests = STATUSES[status]
    data = answer(body, f"Content-Encoding: {coding}", "Retry-After: 0", "X-Request-Id: r1", status=status)
    with serving(always(data)) as server, live_client(mode, server.url, **settings()) as live:
        with pytest.raises(known) as caught:
            live(lambda client: client.subscriptions.get("s1"))
    error = caught.value
    assert (type(error), error.body, error.problem, error.request_id) == (known, None, None, "r1")
    assert error.retry_at is not None
    assert len(server.requests) == requests
    assert known is subkit.UnexpectedRedirect or f"the body {what}" in str(error)


@pytest.mark.parametrize("kind", ["brotli", "too long"])
@modes
def test_over_a_client_of_httpx(mode: str, kind: str) -> None:
    """The same over a client of httpx as the transport."""
    body, coding, what = UNREADABLE[kind]
    with serving(always(answer(body, f"Content-Encoding: {coding}", status="503 Down"))) as server:
        own: Any = httpx.AsyncClient() if mode == "async" else httpx.Client()
        options = settings(base_url=server.url, transport=own, retry=subkit.Retry(base=0))
        with Live(client_class(ENS, mode)(**options), mode) as live:
            with pytest.raises(subkit.ServerError, match=what) as caught:
                live(lambda client: client.subscriptions.get("s1"))
            live(lambda _: own.aclose() if mode == "async" else own.close())
    assert caught.value.attempts == 3


@modes
def test_a_transport_of_others(mode: str) -> None:
    """The same where another transport brings a body that is longer than it may be."""
    driven = Timed(ENS, mode, lambda _: reply(503, b"x" * 2000), max_body=1000)
    error = driven.send(package_of(ENS).operations.get_subscription("s1"))
    assert (type(error), error.body, error.attempts) == (subkit.ServerError, None, 3)
    assert "the body is larger than max_body (1000 bytes)" in str(error)


@modes
def test_a_body_that_was_not_read_proves_nothing(mode: str) -> None:
    """A 404 after a retried delete whose body cannot be read may be anybody's: it is no proof that the object is gone."""
    unread = subkit.Reply(404, (), b"", unreadable="the body is damaged")
    error = Timed(OMF, mode, [reply(503), unread]).send(package_of(OMF).operations.delete_subscription("1"))
    assert type(error) is subkit.NotFound


ORDINARY: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "charset": (bytes, "UTF-8"),
    "none": (bytes, "none"),
    "empty": (bytes, ""),
    "charset and gzip": (gzip.compress, "utf-8, gzip"),
    "gzip": (gzip.compress, "GZIP"),
    "padded": (lambda data: gzip.compress(data) + bytes(9), "gzip"),
    "padded between members": (lambda data: gzip.compress(data[:9]) + bytes(3) + gzip.compress(data[9:]), "gzip"),
    "deflate": (zlib.compress, "deflate"),
}


@pytest.mark.parametrize("kind", ORDINARY)
@modes
def test_what_is_no_coding(mode: str, kind: str) -> None:
    """A charset or `none` among the codings changes nothing, and neither do zeros behind gzip: the body is read."""
    pack, coding = ORDINARY[kind]
    data = answer(pack(b'{"id": "s1", "name": "n"}'), JSON, f"Content-Encoding: {coding}")
    with serving(always(data)) as server, live_client(mode, server.url) as live:
        found = live(lambda client: client.subscriptions.get("s1"))
        again = live(lambda client: client.subscriptions.get("s1"))
    assert found.to_dict() == again.to_dict() == {"id": "s1", "name": "n"}
    assert len(server.requests) == 2


@pytest.mark.parametrize("kind", ["brotli", "twice", "too long"])
@modes
def test_a_success_that_cannot_be_read(mode: str, kind: str) -> None:
    """A success without its body is none: an error that says why, with the status."""
    body, coding, what = UNREADABLE[kind]
    data = answer(body, f"Content-Encoding: {coding}")
    with serving(always(data)) as server, live_client(mode, server.url, **settings()) as live:
        with pytest.raises(subkit.DecodeError, match=what) as caught:
            live(lambda client: client.subscriptions.get("s1"))
    assert caught.value.status == 200
