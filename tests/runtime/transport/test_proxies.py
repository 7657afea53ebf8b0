"""Proxies, given or named by the environment."""

from __future__ import annotations

import traceback
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
import subkit._errors as errors
from support.certificates import authority_file, server_context
from support.live import busy, live_transport
from support.proxies import socks, tunnelling
from support.scripted import MODES
from support.servers import Connection, Script, TcpServer, answer, echo, once, refused_port, serving
from support.transports import SECRET, check_message, exchange, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


def test_unreachable_proxy_is_named(mode: str) -> None:
    """Who cannot be reached behind a setting of the environment is said, without its password."""
    port = refused_port()
    with pytest.raises(
        errors.NotSent, match=rf"service\.invalid:80, through the proxy 127\.0\.0\.1:{port}\)"
    ) as caught:
        exchange(mode, get("http://service.invalid"), proxy=f"http://user:{SECRET}@127.0.0.1:{port}")
    check_message(caught.value, "service.invalid:80")


def forward(connection: Connection) -> None:
    while connection.request():
        connection.send(answer(b"from the proxy"))


@pytest.fixture
def named_proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[TcpServer]:
    """A proxy that the environment names."""
    for name in ("all_proxy", "no_proxy", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
    with serving(forward) as proxy:
        for name in ("HTTP_PROXY", "http_proxy"):
            monkeypatch.setenv(name, f"127.0.0.1:{proxy.port}")
        yield proxy


@pytest.mark.fault(63)
def test_environment_names_the_proxy(mode: str, named_proxy: TcpServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTP_PROXY is used with trust_env (absolute form on the wire); NO_PROXY excepts, and trust_env=False ignores it."""
    [via] = exchange(mode, get("http://service.invalid", "/x"), trust_env=True)
    assert via.body == b"from the proxy"
    assert named_proxy.requests[0].startswith(b"GET http://service.invalid/x HTTP/1.1\r\n")
    with pytest.raises(errors.NotSent):
        exchange(mode, get("http://service.invalid", "/x"), trust_env=False)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "service.invalid")
    with pytest.raises(errors.NotSent):
        exchange(mode, get("http://service.invalid", "/x"), trust_env=True)
    assert len(named_proxy.requests) == 1


@pytest.mark.fault(63)
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LocalHost", "api.localhost"])
def test_loopback_goes_through_no_proxy_of_the_environment(mode: str, host: str, named_proxy: TcpServer) -> None:
    """What is said to this machine does not leave it, whatever the environment says; an explicit proxy is used."""
    with serving(echo) as server:
        url = f"http://{host}:{server.port}"
        if host != "api.localhost":  # not every system resolves it
            [direct] = exchange(mode, get(url, "/x"), trust_env=True)
            assert direct.body == b"/x"
        assert named_proxy.requests == []
        [explicit] = exchange(mode, get(url, "/x"), trust_env=True, proxy=named_proxy.url)
    assert explicit.body == b"from the proxy"


@pytest.mark.fault(63)
def test_a_tunnel_carries_tls(mode: str, tmp_path: Path) -> None:
    """TLS goes through a proxy's tunnel: the proxy sees neither request nor credential, and the tunnel is kept."""
    with serving(echo, server_context("service.invalid")) as server:
        to_server = tunnelling(lambda host, port: ("127.0.0.1", server.port))
        with serving(to_server) as proxy:
            url = f"http://user:{SECRET}@127.0.0.1:{proxy.port}"
            calls = [get("https://service.invalid", f"/{number}") for number in range(3)]
            replies = exchange(mode, *calls, proxy=url, verify=authority_file(tmp_path))
            [asked] = proxy.requests
        assert (len(server.requests), server.connections) == (3, 1)
    assert [reply.body for reply in replies] == [b"/0", b"/1", b"/2"]
    assert asked.startswith(b"CONNECT service.invalid:443 HTTP/1.1\r\n")
    assert b64encode(f"user:{SECRET}".encode()) in asked
    assert b"X-Key" not in asked


@pytest.mark.fault(63)
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_a_socks_proxy(mode: str, tls: bool, tmp_path: Path) -> None:
    """A SOCKS proxy is given its password and the server's name; the calls go through it."""
    asked: list[bytes] = []
    with serving(echo, server_context("service.invalid") if tls else None) as server:
        with serving(socks(b"user", SECRET.encode(), ("127.0.0.1", server.port), asked)) as proxy:
            url = f"socks5://user:{SECRET}@127.0.0.1:{proxy.port}"
            calls = [get(f"http{'s' if tls else ''}://service.invalid", f"/{number}") for number in range(2)]
            replies = exchange(mode, *calls, proxy=url, verify=authority_file(tmp_path))
    assert [reply.body for reply in replies] == [b"/0", b"/1"]
    assert asked == [b"service.invalid"]


def test_a_socks_proxy_that_wants_another_password(mode: str) -> None:
    """A SOCKS proxy that refuses leaves nothing sent, and the password is not shown."""

    def refusing(connection: Connection) -> None:
        connection.socket.recv(64)
        connection.send(b"\x05\x02")
        connection.socket.recv(513)
        connection.send(b"\x01\x01")

    with serving(refusing) as proxy, pytest.raises(errors.NotSent, match="the proxy refused") as caught:
        exchange(mode, get("http://service.invalid"), proxy=f"socks5://user:{SECRET}@127.0.0.1:{proxy.port}")
    check_message(caught.value, "service.invalid:80")


def test_a_socks_proxy_without_its_package(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without socksio a SOCKS proxy is refused when the transport is made, with the name of the package."""
    monkeypatch.setattr("subkit._transport.proxies.find_spec", lambda name: None)
    with pytest.raises(errors.ConfigurationError, match="socksio"):
        live_transport(mode, proxy="socks5://127.0.0.1")


def test_broken_tunnel_leaves_no_connection_behind(mode: str) -> None:
    """TLS that fails inside a tunnel is NotSent, and its place in the pool is free again."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\n\r\nno TLS here, for sure")

    with serving(script) as proxy, live_transport(mode, proxy=proxy.url) as live:
        with pytest.raises(errors.NotSent):
            live(lambda transport: transport.send(get("https://service.invalid"), timeout=5))
        assert live(busy) == 0


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
    "proxy", [f"gopher://user:{SECRET}@127.0.0.1", "no-scheme:80", "http://", f"http://u:{SECRET}@127.0.0.1:99999"]
)
def test_unusable_proxy_is_a_configuration_error(mode: str, proxy: str) -> None:
    """A proxy that cannot work is reported without its URL."""
    with pytest.raises(errors.ConfigurationError) as caught:
        exchange(mode, get("http://service.invalid"), proxy=proxy)
    assert SECRET not in "".join(traceback.format_exception(caught.value))
