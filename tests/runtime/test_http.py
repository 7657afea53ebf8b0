"""The transports over httpx against servers that misbehave on purpose."""

from __future__ import annotations

import asyncio
import gzip
import os
import pickle
import socket
import subprocess
import sys
import textwrap
import threading
import time
import traceback
import tracemalloc
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx
import subkit._errors as errors
from subkit._http import AsyncHttpxTransport, HttpxTransport
from subkit._transport import Reply, Request
from support.servers import Connection, Script, always, answer, echo, once, refused_port, serving

pytestmark = pytest.mark.parametrize("mode", ["sync", "async"])

SECRET = "canary-5f1c"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def exchange(mode: str, *requests: Request, timeout: float = 5.0, **options: Any) -> list[Reply]:
    """Send requests one after the other through one transport of the mode."""
    options.setdefault("trust_env", False)
    if mode == "async":
        return asyncio.run(_exchange_async(requests, timeout, options))
    transport = HttpxTransport(**options)
    try:
        return [transport.send(request, timeout=timeout) for request in requests]
    finally:
        transport.close()


async def _exchange_async(requests: tuple[Request, ...], timeout: float, options: dict[str, Any]) -> list[Reply]:
    transport = AsyncHttpxTransport(**options)
    try:
        return [await transport.send(request, timeout=timeout) for request in requests]
    finally:
        await transport.aclose()


def get(url: str, path: str = f"/things?token={SECRET}", *, method: str = "GET", body: bytes | None = None) -> Request:
    headers = (("Accept-Encoding", "gzip"), ("X-Key", SECRET))
    return Request(method=method, url=url + path, headers=headers, body=body)


def fetch(mode: str, script: Script, **options: Any) -> Reply:
    """One exchange with a server that follows a script."""
    with serving(script) as server:
        return exchange(mode, get(server.url), **options)[0]


def failure(mode: str, script: Script, expected: type[errors.SubkitError], **options: Any) -> Any:
    """The error of one exchange, checked for what holds of all errors."""
    with serving(script) as server:
        with pytest.raises(expected) as caught:
            exchange(mode, get(server.url), **options)
        check_message(caught.value, f"127.0.0.1:{server.port}")
    return caught.value


def check_message(error: BaseException, where: str) -> None:
    """One line, the server named, nothing secret: neither in the text nor in the traceback."""
    assert "\n" not in str(error)
    assert SECRET not in "".join(traceback.format_exception(error))
    assert isinstance(error, errors.DecodeError) or where in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def inflated_by(kind: str, data: bytes) -> bytes:
    if kind == "gzip":
        return gzip.compress(data)
    if kind == "members":
        return gzip.compress(data[:10]) + gzip.compress(data[10:])
    packer = zlib.compressobj(wbits=15 if kind == "zlib" else -15)
    return packer.compress(data) + packer.flush()


def test_answer_arrives_whole(mode: str) -> None:
    """The request goes out as given, plus Host and length; status, headers and body come back."""
    with serving(always(answer(b'{"a":1}', "X-One: 1", "x-two: \xe9", status="201 Created"))) as server:
        [reply] = exchange(mode, get(server.url, "/a%2Fb?c=%20d", method="POST", body=b"{}"))
        [request] = server.requests
    assert (reply.status, reply.body) == (201, b'{"a":1}')
    assert ("X-One", "1") in reply.headers
    head, _, body = request.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    assert lines[0] == b"POST /a%2Fb?c=%20d HTTP/1.1"
    assert sorted(line.split(b":")[0].lower() for line in lines[1:]) == [
        b"accept-encoding",
        b"content-length",
        b"host",
        b"x-key",
    ]
    assert f"Host: 127.0.0.1:{server.port}".encode() in lines
    assert body == b"{}"


def test_redirect_and_cookie_are_left_alone(mode: str) -> None:
    """A redirect is handed back as it is, and no cookie is kept."""
    moved = answer(b"", "Location: /elsewhere", "Set-Cookie: a=b", status="302 Found")
    with serving(always(moved)) as server:
        replies = exchange(mode, get(server.url), get(server.url))
        assert [reply.status for reply in replies] == [302, 302]
        assert not any(b"cookie" in request.lower() for request in server.requests)


def test_connection_is_kept_alive(mode: str) -> None:
    """Calls one after the other share one connection."""
    with serving(echo) as server:
        replies = exchange(mode, *(get(server.url, f"/{n}") for n in range(5)))
        assert [reply.body for reply in replies] == [b"/0", b"/1", b"/2", b"/3", b"/4"]
        assert server.connections == 1


OUTLIVED = 5.0
"""Seconds after which a call has outlived its timeout: far above it, for busy machines; the servers go on for longer."""


def drip_headers(connection: Connection) -> None:
    connection.request()
    connection.drip(b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 1000)


def drip_body(connection: Connection) -> None:
    connection.request()
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    connection.drip(b"a" * 1000)


def drip_chunks(connection: Connection) -> None:
    connection.request()
    connection.send(CHUNKED)
    connection.drip(b"1\r\na\r\n" * 300)


def silence(connection: Connection) -> None:
    connection.wait()


@pytest.mark.parametrize("script", [drip_headers, drip_body, drip_chunks, silence])
def test_deadline_holds_against_a_slow_server(mode: str, script: Script) -> None:
    """Neither a drip nor silence outlives the total timeout, and the error says that the request went out."""
    start = time.monotonic()
    error = failure(mode, script, errors.DeadlineExceeded, timeout=0.4)
    assert time.monotonic() - start < OUTLIVED
    assert error.sent is True


def test_deadline_holds_for_a_body_that_nobody_reads(mode: str) -> None:
    """A server that takes the request drop by drop cannot stretch the timeout."""

    def script(connection: Connection) -> None:
        connection.sip(2048, pause=0.01)

    start = time.monotonic()
    with serving(script) as server, pytest.raises(errors.DeadlineExceeded) as caught:
        exchange(mode, get(server.url, method="POST", body=bytes(30_000_000)), timeout=0.4)
    assert time.monotonic() - start < OUTLIVED
    assert caught.value.sent is True


def test_nothing_is_sent_after_the_deadline(mode: str) -> None:
    """A timeout that is over before the start sends nothing and says so."""
    with serving(echo) as server:
        with pytest.raises(errors.DeadlineExceeded) as caught:
            exchange(mode, get(server.url), timeout=0.0)
        assert caught.value.sent is False
        assert server.requests == []


def test_endless_timeout_is_allowed(mode: str) -> None:
    """Infinity is a timeout like any other."""
    assert fetch(mode, echo, timeout=float("inf")).status == 200


def test_connection_after_a_deadline_is_not_used_again(mode: str) -> None:
    """The late answer to a call that was given up is never taken for the next call's answer."""

    def script(connection: Connection) -> None:
        while request := connection.request():
            target = request.split(b" ")[1]
            time.sleep(0.3 if target == b"/slow" else 0)
            connection.send(answer(target))

    async def calls_async(url: str) -> bytes:
        transport = AsyncHttpxTransport(trust_env=False)
        with pytest.raises(errors.DeadlineExceeded):
            await transport.send(get(url, "/slow"), timeout=0.15)
        await asyncio.sleep(0.3)
        reply = await transport.send(get(url, "/next"), timeout=5)
        await transport.aclose()
        return reply.body

    def calls_sync(url: str) -> bytes:
        transport = HttpxTransport(trust_env=False)
        with pytest.raises(errors.DeadlineExceeded):
            transport.send(get(url, "/slow"), timeout=0.15)
        time.sleep(0.3)
        reply = transport.send(get(url, "/next"), timeout=5)
        transport.close()
        return reply.body

    with serving(script) as server:
        body = asyncio.run(calls_async(server.url)) if mode == "async" else calls_sync(server.url)
    assert body == b"/next"


def test_refused_connection_sent_nothing(mode: str) -> None:
    """A closed port is NotSent, and the message names it."""
    port = refused_port()
    with pytest.raises(errors.NotSent, match="nothing was sent") as caught:
        exchange(mode, get(f"http://127.0.0.1:{port}"))
    check_message(caught.value, f"127.0.0.1:{port}")


def test_unreachable_proxy_is_named(mode: str) -> None:
    """Who cannot be reached behind a setting of the environment is said, without its password."""
    port = refused_port()
    with pytest.raises(
        errors.NotSent, match=rf"service\.invalid:80, through the proxy 127\.0\.0\.1:{port}\)"
    ) as caught:
        exchange(mode, get("http://service.invalid"), proxy=f"http://user:{SECRET}@127.0.0.1:{port}")
    check_message(caught.value, "service.invalid:80")


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 70 + ".invalid"])
def test_unknown_name_sent_nothing(mode: str, host: str) -> None:
    """A name that does not resolve, or cannot, is NotSent, and the message names it."""
    with pytest.raises(errors.NotSent, match="nothing was sent") as caught:
        exchange(mode, get(f"http://{host}"))
    check_message(caught.value, host)


def test_failed_handshake_sent_nothing(mode: str) -> None:
    """TLS with a server that does not speak it is NotSent."""
    with serving(lambda connection: connection.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as server:
        with pytest.raises(errors.NotSent):
            exchange(mode, get(server.url.replace("http:", "https:")))


def test_silent_handshake_meets_the_deadline(mode: str) -> None:
    """A server that accepts and never shakes hands costs no more than the timeout, and got nothing."""
    start = time.monotonic()
    with serving(silence) as server, pytest.raises(errors.DeadlineExceeded) as caught:
        exchange(mode, get(server.url.replace("http:", "https:")), timeout=0.3, verify=False)
    assert time.monotonic() - start < OUTLIVED
    assert caught.value.sent is False


@pytest.mark.parametrize(
    "request_",
    [
        Request("GET", "http://[half/"),
        Request("GET", "ftp://127.0.0.1/"),
        Request("GET", "/relative"),
        Request("GET", f"http://127.0.0.1:{refused_port()}/", (("X-Key", f"{SECRET}\u20ac"),)),
        Request("BAD METHOD", "http://127.0.0.1:{port}/"),
        Request("GET", "http://127.0.0.1:{port}/", (("X-Key", f"{SECRET}\r\nX-Evil: 1"),)),
    ],
)
def test_impossible_request_sends_nothing(mode: str, request_: Request) -> None:
    """What HTTP cannot express is NotSent, and no value is echoed."""
    with serving(echo) as server:
        made = Request(request_.method, request_.url.replace("{port}", str(server.port)), request_.headers)
        with pytest.raises(errors.NotSent) as caught:
            exchange(mode, made)
        assert server.requests == []
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def reset_in_body(connection: Connection) -> None:
    connection.request()
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")
    time.sleep(0.05)
    connection.reset()


HEADERS_300K = b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"a" * 1000) for n in range(300)) + b"\r\n"
TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc"
ILL_HEADER = b"HTTP/1.1 200 OK\r\nSet-Cookie\x01 " + SECRET.encode() + b"\r\n\r\n"


@pytest.mark.parametrize(
    "script",
    [
        reset_in_body,
        once(b""),
        once(b"HTTP/1.1 200 OK\r\nContent-"),
        once(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"),
        once(CHUNKED + b"3\r\nabc\r\n"),
        once(b"SSH-2.0-OpenSSH_9.6\r\n"),
        once(TWO_LENGTHS),
        once(HEADERS_300K),
        once(ILL_HEADER),
        once(answer(gzip.compress(b"abc" * 1000)[:-12], "Content-Encoding: gzip")),
        once(answer(b"not gzip", "Content-Encoding: gzip")),
        once(answer(zlib.compress(b"abc") + b"more", "Content-Encoding: deflate")),
    ],
    ids=[
        "reset",
        "empty",
        "head",
        "short",
        "unfinished",
        "ssh",
        "lengths",
        "headers",
        "ill",
        "cut-gzip",
        "no-gzip",
        "after-deflate",
    ],
)
def test_broken_answer_leaves_the_outcome_unknown(mode: str, script: Script) -> None:
    """The request went out and no whole answer came: never a reply, never a claim that nothing happened."""
    failure(mode, script, errors.OutcomeUnknown)


@pytest.mark.parametrize("kind", ["gzip", "members", "zlib", "raw"])
def test_compressed_body_is_inflated(mode: str, kind: str) -> None:
    """gzip (in one or several members) and both kinds of deflate come back as plain bytes, across chunks too."""
    data = os.urandom(50_000) + b"x" * 700_000
    packed = inflated_by(kind, data)
    encoding = "gzip" if kind in ("gzip", "members") else "deflate"
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:1], packed[1:777], packed[777:]))
    head = CHUNKED[:-2] + f"Content-Encoding: {encoding}\r\n\r\n".encode()
    assert fetch(mode, once(head + chunks + b"0\r\n\r\n")).body == data


def test_output_held_back_by_the_inflater_is_not_lost(mode: str) -> None:
    """Sizes around the step of the inflater come out whole."""
    for size in (2**16 - 1, 2**16, 2**16 + 1, 2**17):
        assert fetch(mode, once(answer(gzip.compress(bytes(size)), "Content-Encoding: gzip"))).body == bytes(size)


def test_empty_body_may_claim_to_be_compressed(mode: str) -> None:
    """No bytes inflate to no bytes."""
    assert fetch(mode, once(answer(b"", "Content-Encoding: gzip"))).body == b""


def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(2**20)) for _ in range(megabytes)) + packer.flush()


def test_bomb_stops_early(mode: str) -> None:
    """A body that inflates a thousandfold is refused after about a megabyte, not after the size limit."""
    packed = bomb(200)
    tracemalloc.start()
    try:
        error = failure(mode, once(answer(packed, "Content-Encoding: gzip")), errors.DecodeError, max_body=2**30)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.status == 200
    assert "100 times" in str(error)
    assert peak < 8 * 2**20


def test_inflated_size_counts(mode: str) -> None:
    """The limit is on what the body inflates to."""
    packed = answer(gzip.compress(os.urandom(3000) * 10), "Content-Encoding: gzip")
    error = failure(mode, once(packed), errors.DecodeError, max_body=20_000)
    assert "20000 bytes" in str(error)


def test_empty_members_without_end_are_refused(mode: str) -> None:
    """Compressed bytes count too: gzip members that hold nothing must not keep the client busy."""
    packed = answer(gzip.compress(b"") * 1000, "Content-Encoding: gzip")
    failure(mode, once(packed), errors.DecodeError, max_body=10_000)


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "deflate,gzip,gzip"])
def test_other_encodings_are_refused(mode: str, encoding: str) -> None:
    """One layer of gzip or deflate is all that is inflated."""
    error = failure(mode, once(answer(b"abc", f"Content-Encoding: {encoding}")), errors.DecodeError)
    assert error.status == 200


def test_long_body_is_refused_unread(mode: str) -> None:
    """A declared length above the limit is refused before the body is read."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n")
        connection.wait()

    assert "1000 bytes" in str(failure(mode, script, errors.DecodeError, max_body=1000))


def test_undeclared_long_body_is_refused(mode: str) -> None:
    """A body without a length is cut off at the limit, and the connection with it."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(CHUNKED)
        while True:
            connection.send(b"400\r\n" + bytes(1024) + b"\r\n")

    failure(mode, script, errors.DecodeError, max_body=100_000)


def test_body_of_the_very_limit_passes(mode: str) -> None:
    """The limit itself is allowed."""
    assert len(fetch(mode, once(answer(bytes(1000))), max_body=1000).body) == 1000


@pytest.mark.parametrize("first", ["204 No Content", "304 Not Modified", "HEAD"])
def test_stray_bytes_are_not_the_next_answer(mode: str, first: str) -> None:
    """What follows an answer that has no body is never taken for the next answer."""
    status = "200 OK" if first == "HEAD" else first
    stray = answer(b"stray")

    def script(connection: Connection) -> None:
        while request := connection.request():
            bare = b"/bare" in request
            connection.send(f"HTTP/1.1 {status}\r\n\r\n".encode() + stray if bare else answer(b"own"))

    method = "HEAD" if first == "HEAD" else "DELETE"
    with serving(script) as server:
        one, two = exchange(mode, get(server.url, "/bare", method=method), get(server.url, "/next"))
    assert (one.status, one.body) == (int(status[:3]), b"")
    assert two.body == b"own"


def test_head_may_declare_any_length(mode: str) -> None:
    """The length in an answer to HEAD is no body to refuse."""
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"
    with serving(once(head)) as server:
        [reply] = exchange(mode, get(server.url, method="HEAD"), max_body=10)
    assert reply.body == b""


def test_closed_transport_refuses(mode: str) -> None:
    """After closing, twice if you like, a call raises ClientClosed and nothing goes out."""

    async def closed_async(url: str) -> None:
        transport = AsyncHttpxTransport(trust_env=False)
        await transport.send(get(url), timeout=5)
        await transport.aclose()
        await transport.aclose()
        await transport.send(get(url), timeout=5)

    def closed_sync(url: str) -> None:
        transport = HttpxTransport(trust_env=False)
        transport.send(get(url), timeout=5)
        transport.close()
        transport.close()
        transport.send(get(url), timeout=5)

    with serving(echo) as server:
        with pytest.raises(errors.ClientClosed):
            asyncio.run(closed_async(server.url)) if mode == "async" else closed_sync(server.url)
        assert len(server.requests) == 1


def forward(connection: Connection) -> None:
    while connection.request():
        connection.send(answer(b"from the proxy"))


def test_environment_names_the_proxy(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTP_PROXY is honoured with trust_env (absolute form on the wire), NO_PROXY excepts, trust_env=False ignores."""
    for name in ("http_proxy", "all_proxy", "no_proxy", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
    with serving(forward) as proxy, serving(echo) as server:
        monkeypatch.setenv("HTTP_PROXY", f"127.0.0.1:{proxy.port}")
        monkeypatch.setenv("http_proxy", f"127.0.0.1:{proxy.port}")
        [via] = exchange(mode, get(server.url, "/x"), trust_env=True)
        [direct] = exchange(mode, get(server.url, "/x"), trust_env=False)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        [excepted] = exchange(mode, get(server.url, "/x"), trust_env=True)
        [explicit] = exchange(mode, get(server.url, "/x"), trust_env=True, proxy=proxy.url)
        assert proxy.requests[0].startswith(f"GET {server.url}/x HTTP/1.1\r\n".encode())
    assert [via.body, direct.body, excepted.body, explicit.body] == [
        b"from the proxy",
        b"/x",
        b"/x",
        b"from the proxy",
    ]


def test_broken_tunnel_leaves_no_connection_behind(mode: str) -> None:
    """TLS that fails inside a tunnel is NotSent, and its place in the pool is free again."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\n\r\nno TLS here, for sure")

    async def call_async(transport: AsyncHttpxTransport, request: Request) -> None:
        with pytest.raises(errors.NotSent):
            await transport.send(request, timeout=5)
        assert busy(transport) == 0
        await transport.aclose()

    with serving(script) as proxy:
        if mode == "async":
            asyncio.run(call_async(AsyncHttpxTransport(proxy=proxy.url), get("https://service.invalid")))
        else:
            transport = HttpxTransport(proxy=proxy.url)
            with pytest.raises(errors.NotSent):
                transport.send(get("https://service.invalid"), timeout=5)
            assert busy(transport) == 0
            transport.close()


@pytest.mark.parametrize("script", [once(answer(status="407 Proxy Authentication Required")), once(b"")])
def test_refused_tunnel_sent_nothing(mode: str, script: Script) -> None:
    """A proxy that opens no tunnel has not seen the request: NotSent."""
    with serving(script) as proxy:
        with pytest.raises(errors.NotSent) as caught:
            exchange(mode, get("https://service.invalid"), proxy=proxy.url)
        assert proxy.requests[0].startswith(b"CONNECT service.invalid:443 ")
        assert SECRET.encode() not in proxy.requests[0]
    check_message(caught.value, "service.invalid:443")


@pytest.mark.parametrize(
    "proxy", [f"gopher://user:{SECRET}@127.0.0.1", "no-scheme:80", "http://", f"socks5://u:{SECRET}@127.0.0.1"]
)
def test_unusable_proxy_is_a_configuration_error(mode: str, proxy: str) -> None:
    """A proxy that cannot work is reported without its URL."""
    with pytest.raises(errors.ConfigurationError) as caught:
        exchange(mode, get("http://service.invalid"), proxy=proxy)
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_missing_authorities_are_a_configuration_error(mode: str, tmp_path: Path) -> None:
    """A CA file that is not there is reported as such."""
    with pytest.raises(errors.ConfigurationError, match="authorities"):
        exchange(mode, get("https://service.invalid"), verify=str(tmp_path / "none.pem"))


def test_respx_intercepts(mode: str) -> None:
    """Users' tests may mock with respx in its default mode: answers, gzip ones too, and failures."""
    with respx.mock() as mock:
        packed = httpx.Response(200, content=gzip.compress(b"mocked"), headers={"Content-Encoding": "gzip"})
        route = mock.post("https://service.invalid/x").mock(return_value=packed)
        mock.get("https://service.invalid/y").mock(side_effect=httpx.ReadError)
        mock.get("https://service.invalid/z").mock(side_effect=httpx.ConnectError)
        [reply] = exchange(mode, get("https://service.invalid", "/x", method="POST", body=b"sent"))
        assert reply.body == b"mocked"
        assert route.calls.last.request.content == b"sent"
        with pytest.raises(errors.OutcomeUnknown):
            exchange(mode, get("https://service.invalid", "/y"))
        with pytest.raises(errors.NotSent):
            exchange(mode, get("https://service.invalid", "/z"))


def test_many_calls_at_once_are_not_mixed_up(mode: str) -> None:
    """16 threads (or tasks) with 20 calls each: everybody gets the answer to what they asked."""
    with serving(echo) as server:
        wanted = [f"/{n}" for n in range(320)]
        if mode == "async":
            got = asyncio.run(_many_async(server.url, wanted))
        else:
            transport = HttpxTransport(trust_env=False)
            with ThreadPoolExecutor(16) as pool:
                got = list(pool.map(lambda path: transport.send(get(server.url, path), timeout=10).body, wanted))
            transport.close()
        assert server.connections <= 16
    assert got == [path.encode() for path in wanted]


async def _many_async(url: str, paths: list[str]) -> list[bytes]:
    transport = AsyncHttpxTransport(trust_env=False)

    async def worker(part: list[str]) -> list[bytes]:
        return [(await transport.send(get(url, path), timeout=10)).body for path in part]

    parts = await asyncio.gather(*(worker(paths[n : n + 20]) for n in range(0, len(paths), 20)))
    await transport.aclose()
    return [body for part in parts for body in part]


FORK = """
import asyncio, os, sys
from subkit._http import AsyncHttpxTransport, HttpxTransport
from subkit._transport import Request

mode, url = sys.argv[1:]
transport = HttpxTransport(trust_env=False) if mode == "sync" else AsyncHttpxTransport(trust_env=False)
loop = asyncio.new_event_loop()

def ask(path):
    reply = transport.send(Request("GET", url + path), timeout=5)
    return (reply if mode == "sync" else loop.run_until_complete(reply)).body.decode()

assert ask("/before") == "/before"
child = os.fork()
if child == 0 and mode == "async":
    loop = asyncio.new_event_loop()
who = "child" if child == 0 else "parent"
wrong = [path for path in (f"/{who}/{n}" for n in range(50)) if ask(path) != path]
if child == 0:
    os._exit(len(wrong))
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
assert ask("/after") == "/after"
if mode == "sync":
    transport.close()
else:
    loop.run_until_complete(transport.aclose())
loop.close()
print(len(wrong), status)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_fork_does_not_mix_answers(mode: str) -> None:
    """A transport used on both sides of a fork gives each its own answers, without a word on stderr."""
    with serving(echo) as server:
        command = [sys.executable, "-W", "error", "-c", textwrap.dedent(FORK), mode, server.url]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, env=environment, check=False)
        assert (done.stdout.split(), done.stderr) == (["0", "0"], "")
        assert server.connections == 2


def test_other_event_loop_is_told_so(mode: str) -> None:
    """An async client in a second event loop is a clear error; a sync one may serve any thread, in a loop or not."""
    with serving(echo) as server:
        if mode == "sync":
            transport = HttpxTransport(trust_env=False)

            async def inside() -> bytes:
                return transport.send(get(server.url, "/a"), timeout=5).body

            assert asyncio.run(inside()) == b"/a"
            assert transport.send(get(server.url, "/b"), timeout=5).body == b"/b"
            transport.close()
            return
        shared = AsyncHttpxTransport(trust_env=False)
        first = asyncio.new_event_loop()
        first.run_until_complete(shared.send(get(server.url), timeout=5))
        with pytest.raises(errors.ConfigurationError, match="event loop"):
            asyncio.run(shared.send(get(server.url), timeout=5))
        first.run_until_complete(shared.aclose())
        first.close()


def busy(transport: Any) -> int:
    """How many connections are neither idle nor closed."""
    pools = [found._pool for found in transport._owner.pools().all()]
    return sum(not (item.is_idle() or item.is_closed()) for pool in pools for item in pool.connections)


def test_interrupted_calls_leave_a_working_transport(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls given up at any moment (cancelled, or out of time) neither leak connections nor shift answers."""

    # A small pool, so that tasks queue for it too; httpcore is slow with many connections.
    monkeypatch.setattr("subkit._http._MAX_CONNECTIONS", 10)
    monkeypatch.setattr("subkit._http._LIMITS", httpx.Limits(max_connections=10, max_keepalive_connections=10))

    def script(connection: Connection) -> None:
        while request := connection.request():
            time.sleep(0.002)
            connection.send(answer(request.split(b" ")[1]))

    async def sweep_async(url: str) -> None:
        transport = AsyncHttpxTransport(trust_env=False)
        for n in range(60):
            task = asyncio.ensure_future(transport.send(get(url, f"/cancelled/{n}"), timeout=5))
            await asyncio.sleep(n / 10_000)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            assert (await transport.send(get(url, f"/{n}"), timeout=5)).body == f"/{n}".encode()
        assert busy(transport) == 0
        await transport.aclose()

    async def crowd_async(url: str) -> None:
        transport = AsyncHttpxTransport(trust_env=False)
        for _ in range(8):
            tasks = [asyncio.ensure_future(transport.send(get(url, f"/{n}"), timeout=20)) for n in range(40)]
            for task in tasks[::2]:
                await asyncio.sleep(0.0005)
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        assert busy(transport) == 0
        await transport.aclose()

    def sweep_sync(url: str) -> None:
        transport = HttpxTransport(trust_env=False)
        for n in range(60):
            try:
                transport.send(get(url, f"/late/{n}"), timeout=n / 10_000)
            except errors.DeadlineExceeded:
                pass
            assert transport.send(get(url, f"/{n}"), timeout=5).body == f"/{n}".encode()
        assert busy(transport) == 0
        transport.close()

    with serving(script) as server:
        if mode == "async":
            asyncio.run(sweep_async(server.url))
            asyncio.run(crowd_async(server.url))
        else:
            sweep_sync(server.url)


def test_close_during_a_call_leaves_nothing_open(mode: str) -> None:
    """Closing while a call is under way ends the call with an error of subkit's, and nothing stays open."""
    asked = threading.Event()

    def script(connection: Connection) -> None:
        connection.request()
        asked.set()
        connection.wait()

    async def close_async(url: str) -> None:
        transport = AsyncHttpxTransport(trust_env=False)
        task = asyncio.ensure_future(transport.send(get(url), timeout=0.4))
        while not asked.is_set():
            await asyncio.sleep(0.01)
        await transport.aclose()
        await task

    def close_sync(url: str) -> None:
        transport = HttpxTransport(trust_env=False)
        threading.Thread(target=lambda: (asked.wait(), transport.close())).start()
        transport.send(get(url), timeout=0.4)

    with serving(script) as server, pytest.raises(errors.TransportError):
        asyncio.run(close_async(server.url)) if mode == "async" else close_sync(server.url)


def test_dead_address_leaves_time_for_the_next(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with a closed address first and a live one second is reached."""
    with serving(echo) as server:
        found = socket.getaddrinfo("127.0.0.1", server.port, type=socket.SOCK_STREAM)
        dead = [(*entry[:4], ("127.0.0.2", server.port)) for entry in found]
        whole = socket.getaddrinfo
        named = {"two.invalid": dead + found, b"two.invalid": dead + found}
        monkeypatch.setattr(socket, "getaddrinfo", lambda host, *a, **k: named.get(host) or whole(host, *a, **k))
        [reply] = exchange(mode, get(f"http://two.invalid:{server.port}", "/x"))
    assert reply.body == b"/x"
